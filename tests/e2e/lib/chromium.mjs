// Chromium with software graphics, and what people do in it. Everything is found by role and name, as a screen reader would.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const kArguments = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
const kAxe = readFileSync(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
// What the browser itself writes when a request is refused or cut off, as some tests mean it to be.
const kExpected = /Failed to load resource|net::ERR_/;

/** Whether a reply brings the last of what the person may see: whoever cuts the network before has only some of it. */
const isLastPage = async (reply) =>
  reply.request().method() === 'GET' && reply.url().includes('/api/changes?') && reply.ok() && !(await reply.json()).more;

/** Lets page.goto() end when nothing more is fetched: until then Lisa shows what it has, but does nothing with whole registers. */
function waitsForAll(page) {
  const kQuietMs = 400, kMostMs = 8000;
  let under = 0, last = 0;
  const isPull = (request) => request.method() === 'GET' && request.url().includes('/api/changes?');
  const ends = (request) => isPull(request) && ((under -= 1), (last = Date.now()));
  page.on('request', (request) => isPull(request) && ((under += 1), (last = Date.now())));
  page.on('requestfinished', ends);
  page.on('requestfailed', ends);
  const goto = page.goto.bind(page);
  page.goto = async (...where) => {
    const begun = Date.now();
    const answer = await goto(...where);
    // Without network there may be nothing to wait for.
    while (Date.now() - begun < kMostMs && (last < begun || under > 0 || Date.now() - last < kQuietMs)) await page.waitForTimeout(50);
    return answer;
  };
}

/** A browser for one test file. `faults` collects what any page wrote as an error. `args` may take its graphics away. */
export async function startBrowser(server, args = []) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: [...kArguments, ...args] });
  const faults = [];

  async function open(user, path = '/', options = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'sv-SE', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(15000);
    page.on('console', (message) => { if (message.type() === 'error' && !kExpected.test(message.text())) faults.push(`${user}: ${message.text()}`); });
    page.on('pageerror', (error) => faults.push(`${user}: ${error.message}`));
    await page.goto(server.url + path);
    return page;
  }

  async function signIn(user, path = '/', options = {}) {
    const page = await open(user, path, options);
    const fetched = page.waitForResponse(isLastPage);
    fetched.catch(() => {}); // A sign-in that fails says so by itself.
    await page.getByLabel('Användarnamn').fill(user);
    await page.getByLabel('Lösenord', { exact: true }).fill(server.password);
    await page.getByRole('button', { name: 'Logga in' }).click();
    const consent = page.getByRole('button', { name: /^Ja/ });
    const program = page.getByRole('banner').getByRole('button', { name: 'Logga ut' });
    await consent.or(program).first().waitFor();
    if (await consent.isVisible()) await consent.click();
    await program.waitFor();
    await fetched;
    waitsForAll(page);
    return page;
  }
  return { open, signIn, faults, close: () => browser.close() };
}

/** The state of connection and unsent changes in the header. */
export const standing = (page, text) => page.getByRole('banner').getByRole('status').filter({ hasText: text }).waitFor({ state: 'attached' });

/** Presses "Spara" and gives the server's answers. */
export async function save(page) {
  const answered = page.waitForResponse((reply) => reply.url().endsWith('/api/changes') && reply.request().method() === 'POST');
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  return (await (await answered).json()).answers;
}

export const edit = async (page) => {
  await page.getByRole('tab', { name: 'Redigera' }).click();
  await page.getByRole('textbox', { name: 'Namn', exact: true }).waitFor();
};

/** Fills in a new asset of the education board, without saving. */
export async function fillAsset(page, name) {
  await page.getByRole('button', { name: 'Ny', exact: true }).click();
  await page.getByRole('textbox', { name: 'Namn', exact: true }).fill(name);
  await page.getByRole('combobox', { name: 'Slag' }).selectOption({ label: 'Informationstyp' });
  const unit = page.getByRole('combobox', { name: /Ansvarig del av organisationen/ });
  await unit.focus();
  await unit.fill('utbildningsnämnd');
  await page.getByRole('option', { name: 'Utbildningsnämnden' }).waitFor({ state: 'attached' });
  await unit.press('Enter');
}

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

export async function noViolations(page, where) {
  if (!(await page.evaluate(() => Boolean(window.axe)))) await page.evaluate(kAxe);
  const found = await page.evaluate(`(() => { return axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html.slice(0, 120)).join(' | '))); })()`);
  assert.deepEqual(found, [], `axe on ${where}`);
}
