// Chromium with software graphics, the example municipality behind it, and a bare page to compare with.
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';
import { startServer } from '../e2e/lib/server.mjs';

const kArguments = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
/** The example has some more; the register is there when so many are in it. */
export const kAssets = 600;
const kUser = 'samordnare';
const kPatienceMs = 30000;

/** Runs `measure` with everything there, and takes it down whatever happens. */
export async function withBrowser(measure) {
  const server = await startServer();
  const bare = await startBarePage();
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: kArguments });
  try {
    return await measure({ browser, server, bare });
  } finally {
    await browser.close();
    bare.stop();
    await server.stop();
  }
}

async function startBarePage() {
  const page = '<!doctype html><html lang="sv"><meta charset="utf-8"><title>Tom</title><link rel="icon" href="data:,"><p>Tom</p></html>';
  const server = createServer((_request, reply) => reply.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}

/** A page of somebody who was never here: no cache, no session. */
export async function newPage(browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'sv-SE' });
  const page = await context.newPage();
  page.setDefaultTimeout(kPatienceMs);
  return page;
}

/** Signs in on the page that is shown; resolves to the milliseconds from the click until the register stands in the mirror. */
export async function signIn(page, password) {
  await page.locator('#user').fill(kUser);
  await page.locator('#password').fill(password);
  return page.evaluate(({ wanted, patience }) => new Promise((resolve, reject) => {
    const start = performance.now();
    setTimeout(() => reject(new Error(`the register did not come within ${patience} ms of the sign-in`)), patience);
    const look = () => {
      // Whether to keep registers is asked in between; how long people think is not ours to count.
      const consent = document.getElementById('consent-yes');
      if (consent && !document.getElementById('consent').hidden && !consent.wasPressed) {
        consent.wasPressed = true;
        consent.click();
      }
      const table = document.querySelector('#mirror table[aria-rowcount]');
      if (table && Number(table.getAttribute('aria-rowcount')) > wanted && table.querySelector('a')) resolve(performance.now() - start);
      else requestAnimationFrame(look);
    };
    document.querySelector('#signin-form [type=submit]').click();
    look();
  }), { wanted: kAssets, patience: kPatienceMs });
}

export const median = (samples) => [...samples].sort((a, b) => a - b)[Math.floor(samples.length / 2)];
export const quantile = (samples, share) => [...samples].sort((a, b) => a - b)[Math.min(samples.length - 1, Math.floor(samples.length * share))];
