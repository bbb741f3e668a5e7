// The list that one comes back to: its address, views of one's own and shared ones, choices that follow the person, and cells
// pasted from a spreadsheet.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { noViolations, standing, startBrowser, storedAssets } from './lib/chromium.mjs';
import { pick } from './lib/deeds.mjs';
import { atRest } from './lib/rest.mjs';
import { startServer } from './lib/server.mjs';
import { until } from './lib/until.mjs';

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

const filter = (at = page) => at.getByRole('searchbox', { name: 'Filtrera listan' });
const grid = (at = page) => at.getByRole('grid');
const press = (keys) => page.keyboard.press(keys);
const tool = (name, at = page) => at.getByRole('button', { name, exact: true });
const search = (at = page) => at.evaluate(() => location.search);
const addressIs = (wanted, at = page) => until(`the address ${wanted}`, async () => (await search(at)) === wanted);
const dialog = (at = page) => at.getByRole('dialog');
const filterSays = (text, at = page) => until(`the filter ${text}`, async () => (await filter(at).inputValue()) === text);
/** The first row, when it has the focus and nothing more is due. */
const onFirstRow = async () => {
  await atRest(page);
  const link = grid().getByRole('row').nth(1).getByRole('link');
  await link.focus();
  await atRest(page);
  await link.and(page.locator(':focus')).waitFor({ state: 'attached' });
  return link;
};
const firstName = async (at = page) => grid(at).getByRole('row').nth(1).getByRole('link').textContent();
/** What a spreadsheet puts on the clipboard, into what has the focus. */
const paste = (text, at = page) => at.evaluate((text) => {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}, text);

test('A8 typing and sorting are in the address, add no steps, and are there after a reload', async () => {
  const steps = await page.evaluate(() => history.length);
  await filter().fill('elev');
  await grid().getByRole('button', { name: 'Namn', exact: true }).click();
  await addressIs('?filter=elev&sort=-name');
  assert.equal(await page.evaluate(() => history.length), steps);
  const first = await firstName();
  await page.reload();
  await filterSays('elev');
  await until('the same first row', async () => (await firstName()) === first);
  await grid().getByRole('columnheader').first().and(page.locator('[aria-sort="descending"]')).waitFor({ state: 'attached' });
});

test('A8 back from a record leads to the same list and the same row', async () => {
  await page.goto(`${server.url}/register/requirement`);
  await grid().waitFor({ state: 'attached' });
  await page.setViewportSize({ width: 900, height: 700 });
  const row = grid().getByRole('link').nth(2);
  await row.focus();
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  for (let i = 0; i < 4; ++i) {
    const before = await focused();
    await press('PageDown');
    await until('a page further', async () => (await focused()) !== before);
  }
  const name = await until('a row further down', () => page.evaluate(() => document.activeElement.tagName === 'A' && document.activeElement.textContent));
  await press('Enter');
  await until('the record', async () => /^\/register\/requirement\/[0-9a-f-]{36}$/.test(await page.evaluate(() => location.pathname)));
  await page.goBack();
  await until('the row with the focus', () => page.evaluate((name) => document.activeElement.textContent === name, name));
  await page.reload();
  await grid().getByRole('link', { name, exact: true }).waitFor({ state: 'attached' });
  await page.setViewportSize({ width: 1280, height: 900 });
});

test('A8 a reload with a record open beside the list keeps the record, the filter and the order', async () => {
  await page.setViewportSize({ width: 1600, height: 900 });
  await page.goto(`${server.url}/register/asset?filter=elev&sort=-name`);
  await filterSays('elev');
  const row = grid().getByRole('rowheader').getByRole('link').nth(1);
  const name = await until('a row', () => row.textContent());
  await row.click();
  await until('the record', async () => /^\/register\/asset\/[0-9a-f-]{36}$/.test(await page.evaluate(() => location.pathname)));
  await addressIs('?filter=elev&sort=-name');
  await page.reload();
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor({ state: 'attached' });
  await filterSays('elev');
  await addressIs('?filter=elev&sort=-name');
  await page.setViewportSize({ width: 1280, height: 900 });
});

test('A8 an address full of nonsense shows the list', async () => {
  await page.goto(`${server.url}/register/asset?filter=%FF&sort=nonsense,-&at=7&x=${'a'.repeat(6000)}`);
  await grid().waitFor({ state: 'attached' });
  assert.equal(await filter().inputValue(), '');
  await addressIs('');
});

test('A8 a view is saved by the keyboard, opened, and free of violations', async () => {
  await filter().fill('elev');
  await addressIs('?filter=elev');
  await tool('Vyer').focus();
  await press('Enter');
  await dialog().waitFor();
  await noViolations(page, 'the views');
  await dialog().getByRole('textbox', { name: 'Namn på vyn' }).focus();
  await page.keyboard.type('Elevernas');
  await press('Enter');
  await dialog().getByRole('link', { name: 'Elevernas' }).waitFor({ state: 'attached' });
  await press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await filter().fill('');
  await addressIs('');
  await tool('Vyer').click();
  await dialog().getByRole('link', { name: 'Elevernas' }).focus();
  await press('Enter');
  await filterSays('elev');
  await addressIs('?filter=elev');
});

/** Chooses the colours on their page, and comes back. */
const wish = async (theme) => {
  await tool('Anpassa').click();
  await page.getByRole('combobox', { name: 'Färger' }).selectOption(theme);
  await page.goBack();
  await tool('Vyer').waitFor();
};

test('A8 one\'s own views and look are there on another device, and not for the next person on this one', async () => {
  await wish('dark');
  const other = await browser.signIn('samordnare', '/register/asset');
  await other.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  await tool('Vyer', other).click();
  await dialog(other).getByRole('link', { name: 'Elevernas' }).waitFor({ state: 'attached' });
  await press('Escape');
  await other.keyboard.press('Escape');
  await tool('Logga ut', other).click();
  await dialog(other).getByRole('button', { name: 'Logga ut' }).click();
  await other.getByLabel('Användarnamn').waitFor();
  await other.getByLabel('Användarnamn').fill('agare');
  await other.getByLabel('Lösenord', { exact: true }).fill(server.password);
  await other.getByRole('button', { name: 'Logga in' }).click();
  const consent = other.getByRole('button', { name: /^Ja/ });
  const program = other.getByRole('banner').getByRole('button', { name: 'Logga ut' });
  await consent.or(program).first().waitFor();
  if (await consent.isVisible()) await consent.click();
  await program.waitFor();
  assert.equal(await other.evaluate(() => document.documentElement.dataset.theme), 'light');
  await other.goto(`${server.url}/register/asset`);
  await tool('Vyer', other).click();
  await dialog(other).waitFor();
  await atRest(other);
  assert.equal(await dialog(other).getByRole('link', { name: 'Elevernas' }).count(), 0);
  await other.context().close();
});

test('A8 a choice made without network is sent when there is one', async () => {
  await page.context().setOffline(true);
  await wish('light');
  await page.context().setOffline(false);
  await until('the server knows', () => page.evaluate(async () => (await (await fetch('/api/me')).json()).choices.theme === 'light'));
});

test('A8 a shared view is opened by somebody else in that part of the organisation', async () => {
  await tool('Vyer').click();
  await dialog().getByRole('button', { name: 'Mer om Elevernas' }).click();
  await dialog().getByRole('button', { name: 'Dela', exact: true }).click();
  await pick(dialog(), /Dela med/, 'Utbildningsnämnden');
  await dialog().getByRole('button', { name: 'Dela', exact: true }).click();
  await dialog().getByText('Delas med Utbildningsnämnden').first().waitFor({ state: 'attached' });
  await noViolations(page, 'a shared view');
  await press('Escape');
  await standing(page, 'Allt är sparat');
  const owner = await browser.signIn('agare', '/register/asset');
  await tool('Vyer', owner).click();
  await dialog(owner).getByRole('link', { name: 'Elevernas' }).click();
  await filterSays('elev', owner);
  await addressIs('?filter=elev', owner);
  await owner.context().close();
});

test('A8 cells from a spreadsheet are looked at, pasted, stored, and taken back', async () => {
  await page.goto(`${server.url}/register/asset?filter=elev`);
  const link = await onFirstRow();
  const name = await link.textContent();
  await paste(`${name} klistrad\r\n`);
  await dialog().getByText('Rader: 1. Kolumner: 1. Rutor som ändras: 1.').waitFor({ state: 'attached' });
  await dialog().getByText(`${name}, Namn: ${name} → ${name} klistrad`).waitFor({ state: 'attached' });
  await noViolations(page, 'a look at what is pasted');
  assert.equal((await storedAssets(page, `${name} klistrad`)).length, 0);
  await dialog().getByRole('button', { name: 'Ändra 1 ruta' }).focus();
  await press('Enter');
  await dialog().waitFor({ state: 'detached' });
  await standing(page, 'Allt är sparat');
  assert.equal((await storedAssets(page, `${name} klistrad`)).length, 1);
  await press('Control+z');
  await grid().getByRole('link', { name, exact: true }).waitFor({ state: 'attached' });
  await standing(page, 'Allt är sparat');
  assert.equal((await storedAssets(page, name)).length, 1);
});

test('A8 what is wrong with pasted cells is said by row and column, and what was copied here alters nothing', async () => {
  await onFirstRow();
  await paste('Ny\tR-1\tnonsens\n');
  await dialog().getByText(/^Rad 1, Status: Den kolumnen går inte att ändra i listan/).waitFor({ state: 'attached' });
  await noViolations(page, 'problems with what is pasted');
  await press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await page.evaluate(() => document.addEventListener('copy', (event) => { window.copied = event.clipboardData.getData('text/plain'); }));
  await onFirstRow();
  await press('Control+c');
  await page.waitForFunction(() => window.copied !== undefined);
  await paste(await page.evaluate(() => window.copied));
  await dialog().getByText('Inget ändras. Rutorna har redan de värdena.').first().waitFor({ state: 'attached' });
  await press('Escape');
  await dialog().waitFor({ state: 'detached' });
});

test('A8 in a text field pasting stays the browser\'s own', async () => {
  await filter().focus();
  const isTaken = await page.evaluate(() => !document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true })));
  assert.equal(isTaken, false);
  assert.equal(await dialog().count(), 0);
});

test('A8 thousands of pasted rows are looked at without a long freeze', async (t) => {
  await page.goto(`${server.url}/register/requirement`);
  await onFirstRow();
  const start = Date.now();
  await paste('x\n'.repeat(5000));
  await dialog().getByRole('button', { name: 'Läs in raderna i stället' }).or(dialog().getByText(/5000/)).first().waitFor({ state: 'attached' });
  t.diagnostic(`5,000 pasted rows were judged after ${Date.now() - start} ms`);
  await press('Escape');
});

test('A8 no page wrote an error', () => assert.deepEqual(browser.faults, []));
