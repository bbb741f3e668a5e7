// Firefox by WebDriver BiDi. Its own accessibility tree finds the elements. Without a screen it has no WebGL: run it under xvfb.
import puppeteer from 'puppeteer-core';

const kPreferences = { 'webgl.force-enabled': true };

/** @param {object} preferences of the browser @returns {Promise<import('./owner_story.mjs').Driver>} */
export async function startFirefox(preferences = kPreferences) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX || '/usr/bin/firefox-esr',
    headless: false,
    defaultViewport: { width: 1280, height: 800 },
    extraPrefsFirefox: preferences,
    env: { ...process.env, LIBGL_ALWAYS_SOFTWARE: '1' },
  });
  const page = await browser.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()); });
  return {
    go: (url) => page.goto(url),
    find: (role, name) => page.$(selector(role, name)),
    click: (element) => element.click(),
    async fill(element, text) {
      await element.focus();
      await page.keyboard.down('Control');
      await page.keyboard.press('a');
      await page.keyboard.up('Control');
      await element.type(text);
    },
    read: (element) => element.evaluate((shown) => shown.value ?? shown.textContent),
    ask: (path) => page.evaluate((where) => fetch(where).then((reply) => reply.json()), path),
    evaluate: (expression) => page.evaluate(expression),
    faults: async () => faults,
    close: () => browser.close(),
    kill: () => browser.process()?.kill('SIGKILL'),
  };
}

const selector = (role, name) => `::-p-aria(${role && `[role="${role}"]`}${name === undefined ? '' : `[name="${name}"]`})`;
