// The register in Chromium: what it holds in memory, whether it rests, what its frames cost.
import { kAssets, median, newPage, quantile, signIn, withBrowser } from './browser.mjs';

const kSettleMs = 3000;
const kIdleMs = 10000;
const kWheels = 150, kWheelsOfMany = 40;

export const screen = (tell) => withBrowser(async ({ browser, server, bare }) => {
  const page = await newPage(browser);
  await page.addInitScript(watchMemory);
  await page.goto(`${server.url}/register/asset`);
  await signIn(page, server.password);
  await page.waitForTimeout(kSettleMs);
  const memory = await memoryOf(page);
  tell({ id: 'wasm.memory', value: memory.now / 1e6, reference: memory.atStart / 1e6 });
  tell({ id: 'idle.frames', value: await framesWhileIdle(page), reference: 0 });
  const frames = await scroll(page);
  const mirror = `p99 ${quantile(frames.map(({ cpu }) => cpu), 0.99).toFixed(2)} ms; mirror ${median(frames.map(({ mirror: ms }) => ms)).toFixed(2)} ms of it; ${frames.length} frames`;
  const bareMs = await bareFrame(browser, bare);
  tell({ id: 'frame.browser', value: median(frames.map(({ cpu }) => cpu)), reference: bareMs, note: mirror });
  const nodes = await showManyNodes(page);
  const costs = (await scroll(page, kWheelsOfMany)).map(({ mirror: ms }) => ms);
  tell({ id: 'mirror.600', value: median(costs), reference: bareMs, note: `${nodes} elements, all rows other rows in each frame; p99 ${quantile(costs, 0.99).toFixed(2)} ms` });
});

/** A window so large that the register shows more than 600 elements; how many. */
async function showManyNodes(page) {
  await page.setViewportSize({ width: 1600, height: 1800 });
  await page.waitForTimeout(kSettleMs);
  const nodes = await page.evaluate(() => document.querySelectorAll('#mirror *').length);
  if (nodes < 600) throw new Error(`the mirror has ${nodes} elements only`);
  return nodes;
}

/** Keeps hold of the program's memory, and notes its size before the program has begun. Runs before any script of the page. */
function watchMemory() {
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const really = WebAssembly[name];
    WebAssembly[name] = async (...words) => {
      const made = await really.apply(WebAssembly, words);
      const memory = Object.values((made.instance ?? made).exports ?? {}).find((one) => one instanceof WebAssembly.Memory);
      if (memory) window.benchMemory = { memory, atStart: memory.buffer.byteLength };
      return made;
    };
  }
}

async function memoryOf(page) {
  const sizes = await page.evaluate(() => window.benchMemory && { now: window.benchMemory.memory.buffer.byteLength, atStart: window.benchMemory.atStart });
  if (!sizes) throw new Error('the page has no WebAssembly memory');
  return sizes;
}

async function framesWhileIdle(page) {
  await page.mouse.move(2, 2);
  await page.waitForTimeout(kSettleMs);
  const before = await page.evaluate('window.lisaStats.frames');
  await page.waitForTimeout(kIdleMs);
  return (await page.evaluate('window.lisaStats.frames')) - before;
}

/** Turns the wheel over the table; what each frame cost, as the shell counts it. */
async function scroll(page, wheels = kWheels) {
  await page.mouse.move(640, 500);
  await page.evaluate(() => {
    window.benchFrames = [];
    let seen = window.lisaStats.frames;
    const look = () => {
      const { frames, lastFrameCpuMs, lastMirrorMs } = window.lisaStats;
      if (frames !== seen) window.benchFrames.push({ cpu: lastFrameCpuMs, mirror: lastMirrorMs });
      seen = frames;
      requestAnimationFrame(look);
    };
    look();
  });
  const top = () => page.evaluate(() => document.querySelector('#mirror table tr:nth-of-type(3)')?.getAttribute('aria-rowindex'));
  const before = await top();
  for (let turn = 0; turn < wheels; turn += 1) await page.mouse.wheel(0, 120);
  const frames = await page.evaluate('window.benchFrames');
  if (frames.length < 20 || (await top()) === before) throw new Error(`the register of ${kAssets} rows did not scroll`);
  return frames;
}

/** A frame that only clears a canvas. */
async function bareFrame(browser, bare) {
  const page = await newPage(browser);
  await page.goto(bare.url);
  const samples = await page.evaluate(() => new Promise((resolve) => {
    const canvas = document.body.appendChild(document.createElement('canvas'));
    [canvas.width, canvas.height] = [1280, 800];
    const gl = canvas.getContext('webgl2');
    const costs = [];
    const draw = () => {
      const start = performance.now();
      gl.clearColor(0, 0, costs.length / 100, 1);
      gl.clear(gl.COLOR_BUFFER_BIT);
      costs.push(performance.now() - start);
      if (costs.length < 100) requestAnimationFrame(draw);
      else resolve(costs);
    };
    draw();
  }));
  await page.context().close();
  return samples.reduce((sum, cost) => sum + cost, 0) / samples.length;
}
