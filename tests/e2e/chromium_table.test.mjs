// The table by the keyboard alone: moving cell by cell, editing in the cell, picking, copying, removing, undoing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { noViolations, startBrowser } from './lib/chromium.mjs';
import { filter } from './lib/deeds.mjs';
import { startServer } from './lib/server.mjs';

const kName = 'Elevregister';
let server, browser, page;

before(async () => {
  server = await startServer();
  browser = await startBrowser(server);
  page = await browser.signIn('samordnare', '/register/asset');
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const link = (name) => page.getByRole('grid').getByRole('link', { name, exact: true });
const editor = () => page.getByRole('group', { name: /^Redigera i / });
const hasFocus = (locator) => locator.and(page.locator(':focus')).waitFor({ state: 'attached' });
const press = (keys) => page.keyboard.press(keys);

test('the arrow keys lead through the cells of a row', async () => {
  await filter(page, kName);
  await link(kName).focus();
  await press('ArrowRight');
  await hasFocus(page.getByRole('row').filter({ has: page.getByRole('link', { name: kName, exact: true }) }).getByRole('gridcell').first());
  await press('Home');
  await hasFocus(link(kName));
  await noViolations(page, 'the table');
});

test('a cell is edited where it stands, and what is wrong is said there', async () => {
  await press('F2');
  const name = editor().getByRole('textbox', { name: 'Namn', exact: true });
  await hasFocus(name);
  await noViolations(page, 'the editor of a cell');
  await press('Control+a');
  await press('Delete');
  await press('Enter');
  await editor().locator('[aria-invalid="true"]').waitFor({ state: 'attached' });
  await noViolations(page, 'the editor with a problem');
  await page.keyboard.type(`${kName} i ny form`);
  await press('Enter');
  await editor().waitFor({ state: 'detached' });
  await hasFocus(link(`${kName} i ny form`));
});

test('Control and Z takes it back', async () => {
  await press('Control+z');
  await link(kName).waitFor({ state: 'attached' });
});

test('picked rows are counted, copied with headings, and no longer picked with Escape', async () => {
  await link(kName).focus();
  await press(' ');
  await page.getByRole('status').filter({ hasText: '1 vald' }).waitFor({ state: 'attached' });
  await page.getByRole('row', { selected: true }).waitFor({ state: 'attached' });
  await noViolations(page, 'a picked row');
  await page.evaluate(() => document.addEventListener('copy', (event) => { window.copied = event.clipboardData.getData('text/plain'); }));
  await press('Control+c');
  await page.waitForFunction(() => window.copied !== undefined);
  assert.match(await page.evaluate(() => window.copied), new RegExp(`^Namn\\t[^]*\\r\\n${kName}\\t`));
  await press('Escape');
  await page.getByRole('toolbar', { name: 'Valda poster' }).waitFor({ state: 'detached' });
});

test('no page wrote an error', () => assert.deepEqual(browser.faults, []));
