// Chromium with software graphics, and what people do in it. Everything is found by role and name, as a screen reader would.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { atRest, inStillness, started } from './rest.mjs';
import { kPatienceMs, until } from './until.mjs';

const kArguments = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
const kAxe = readFileSync(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
// What the browser itself writes when a request is refused or cut off, as some tests mean it to be.
const kExpected = /Failed to load resource|net::ERR_/;

/** Lets page.goto() and page.reload() end when the program stands and nothing more is fetched. */
function waitsForProgram(page) {
  for (const way of ['goto', 'reload']) {
    const load = page[way].bind(page);
    page[way] = async (...where) => {
      const answer = await load(...where);
      await started(page);
      return answer;
    };
  }
}

/** A browser for one test file. `faults` collects what any page wrote as an error. `args` may take its graphics away. */
export async function startBrowser(server, args = []) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: [...kArguments, ...args] });
  const faults = [];

  async function open(user, path = '/', options = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'sv-SE', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(kPatienceMs);
    const blame = (text) => faults.push(`${user} at ${page.url()}: ${text}`);
    page.on('console', (message) => message.type() === 'error' && !kExpected.test(message.text()) && blame(message.text()));
    page.on('pageerror', (error) => blame(error.stack ?? error.message));
    page.on('crash', () => blame('the page crashed'));
    await page.goto(server.url + path);
    return page;
  }

  async function signIn(user, path = '/', options = {}) {
    const page = await open(user, path, options);
    await page.getByLabel('Användarnamn').fill(user);
    await page.getByLabel('Lösenord', { exact: true }).fill(server.password);
    await page.getByRole('button', { name: 'Logga in' }).click();
    const consent = page.getByRole('button', { name: /^Ja/ });
    const program = page.getByRole('banner').getByRole('button', { name: 'Logga ut' });
    await consent.or(program).first().waitFor();
    if (await consent.isVisible()) await consent.click();
    await program.waitFor();
    await started(page);
    waitsForProgram(page);
    return page;
  }
  return { open, signIn, faults, close: () => browser.close() };
}

/** The state of connection and unsent changes in the header, when nothing more is under way. */
export async function standing(page, text) {
  await atRest(page);
  await page.getByRole('banner').getByRole('status').filter({ hasText: text }).waitFor({ state: 'attached' });
}

/** The server's answers to the changes that `deed` sends. */
export async function answersTo(page, deed) {
  await atRest(page); // What is sent after this is sent by the deed.
  const [reply] = await Promise.all([
    page.waitForResponse((reply) => reply.url().endsWith('/api/changes') && reply.request().method() === 'POST'),
    deed(),
  ]);
  const { answers } = await reply.json();
  await atRest(page);
  return answers;
}

/** Presses "Spara" and gives the server's answers. */
export const save = (page) => answersTo(page, () => page.getByRole('button', { name: 'Spara', exact: true }).click());

export const edit = async (page) => {
  await page.getByRole('tab', { name: 'Redigera' }).click();
  await page.getByRole('textbox', { name: 'Namn', exact: true }).waitFor();
  await atRest(page);
};

/** Every asset whose name is this, as the server holds it for this person. */
export const storedAssets = (page, name) => page.evaluate(async (name) => {
  const found = [];
  for (let page = { cursor: 0, epoch: '', more: true }; page.more;) {
    page = await (await fetch(`/api/changes?since=${page.cursor}&epoch=${page.epoch}`)).json();
    found.push(...page.records.filter(({ e, v }) => e === 'asset' && v.name === name));
  }
  return found;
}, name);

/** The history of a record, newest first, as the server tells it. */
export const storedHistory = (page, id) => page.evaluate(async (id) => (await (await fetch(`/api/history/asset/${id}`)).json()).rows, id);

/** axe finds nothing on the page as it stands when all is there: a page that is still being written has no heading, or half of a list. */
export async function noViolations(page, where) {
  await page.locator('h1').first().waitFor({ state: 'attached' });
  if (!(await page.evaluate(() => Boolean(window.axe)))) await page.evaluate(kAxe);
  const examine = () => page.evaluate(`(() => { return axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html.slice(0, 120)).join(' | '))); })()`);
  const { found } = await until(`stillness on ${where}`, () => inStillness(page, examine));
  assert.deepEqual(found, [], `axe on ${where}`);
}
