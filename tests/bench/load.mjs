// What the first visit downloads, and how long it takes until there is something to do.
import { median, newPage, signIn, withBrowser } from './browser.mjs';
import { kRows } from './rows.mjs';

const kTurns = 5;
const kBudget = kRows.find(({ id }) => id === 'load.bytes').most;

export const load = (tell) => withBrowser(async ({ browser, server, bare }) => {
  await measureBytes(browser, server, tell);
  await measureTimes(browser, server, bare, tell);
});

/** What came over the wire, by the browser's own count, headers included. */
async function measureBytes(browser, server, tell) {
  const page = await newPage(browser);
  const context = page.context();
  const network = await context.newCDPSession(page);
  const urls = new Map();
  const bytes = new Map();
  network.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url));
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    // What was preloaded is asked for again, and then comes out of the cache.
    const url = urls.get(requestId) ?? '';
    bytes.set(url, (bytes.get(url) ?? 0) + encodedDataLength);
  });
  let headers = 0;
  network.on('Network.responseReceived', ({ response }) => (headers += response.encodedDataLength));
  await network.send('Network.enable');
  await page.goto(server.url, { waitUntil: 'networkidle' });
  await page.waitForTimeout(1000);
  const missing = ['lisa.wasm', 'lisa.js', 'lisa-regular.ttf', 'lisa-semibold.ttf', 'lisa-icons.ttf'].filter((name) => ![...bytes.keys()].some((url) => url.endsWith(name)));
  if (missing.length > 0) throw new Error(`the first visit did not fetch ${missing.join(', ')}`);
  const total = [...bytes.values()].reduce((sum, size) => sum + size, 0) / 1000;
  const program = [...bytes].find(([url]) => url.endsWith('lisa.wasm'))[1] / 1000;
  const fonts = [...bytes].filter(([url]) => url.endsWith('.ttf')).reduce((sum, [, size]) => sum + size, 0) / 1000;
  tell({ id: 'load.bytes', value: total, reference: kBudget, note: `${bytes.size} files; wasm ${program.toFixed(0)} kB, fonts ${fonts.toFixed(0)} kB, headers ${(headers / 1000).toFixed(0)} kB` });
  await context.close();
}

/** Milliseconds from the navigation until what `isThere` looks for was drawn. */
async function firstFrame(page, url, isThere) {
  await page.addInitScript(`{
    const look = () => ((${isThere})() ? requestAnimationFrame(() => setTimeout(() => (window.benchMs = performance.now()))) : requestAnimationFrame(look));
    look();
  }`);
  await page.goto(url);
  return (await page.waitForFunction(() => window.benchMs)).jsonValue();
}

async function measureTimes(browser, server, bare, tell) {
  const empty = [];
  const shown = [];
  const interactive = [];
  for (let turn = 0; turn < kTurns; turn += 1) {
    const other = await newPage(browser);
    empty.push(await firstFrame(other, bare.url, '() => document.body'));
    await other.context().close();
    const page = await newPage(browser);
    shown.push(await firstFrame(page, `${server.url}/register/asset`, "() => document.getElementById('signin')?.hidden === false"));
    await page.waitForLoadState('networkidle');
    interactive.push(await signIn(page, server.password));
    await page.context().close();
  }
  const reference = median(empty);
  const spread = (samples) => `median of ${kTurns}, ${Math.min(...samples).toFixed(0)} to ${Math.max(...samples).toFixed(0)} ms`;
  tell({ id: 'load.signin', value: median(shown), reference, note: `cold cache; ${spread(shown)}` });
  tell({ id: 'load.interactive', value: median(interactive), reference, note: `password hash, consent and first sync included; ${spread(interactive)}` });
}
