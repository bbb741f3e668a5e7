// What one does in Lisa read as text: by keys alone in every window, by mouse and finger, and from one view to the other.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { edit, save, standing, startBrowser } from './lib/chromium.mjs';
import { address, filter } from './lib/deeds.mjs';
import { atRest, inStillness, started } from './lib/rest.mjs';
import { startServer } from './lib/server.mjs';
import { go, isReadable } from './lib/text.mjs';
import { until } from './lib/until.mjs';

let server, plain, drawing;

before(async () => {
  server = await startServer();
  plain = await startBrowser(server, ['--disable-3d-apis']);
  drawing = await startBrowser(server);
});
after(async () => {
  await plain?.close();
  await drawing?.close();
  await server?.stop();
});

const hasFocus = (page, role, name) => page.getByRole(role, { name }).and(page.locator(':focus')).first();
const view = (page) => page.evaluate(() => document.documentElement.dataset.view);

/** Walks by Tab, or another key, until it has the focus. */
async function walkTo(page, role, name, key = 'Tab') {
  const wanted = hasFocus(page, role, name);
  await page.getByRole(role, { name }).first().waitFor({ state: 'attached' });
  for (let i = 0; i < 150; ++i) {
    if (await wanted.count()) return;
    await page.keyboard.press(key);
    await atRest(page);
  }
  assert.fail(`${key} never came to ${role} ${name}`);
}

const kWindows = {
  '320 pixels wide': { viewport: { width: 320, height: 640 } },
  'at 400 %': { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
  'with forced colours': { forcedColors: 'active' },
};
for (const [where, options] of Object.entries(kWindows))
  test(`A5 WCAG 1.4.10 2.4.3 by keys and names alone, ${where} and without graphics: sign in, find, change, read the history`, async () => {
    const page = await plain.open('agare', '/', options);
    await page.getByRole('button', { name: 'Logga in' }).waitFor();
    await walkTo(page, 'textbox', 'Användarnamn');
    await page.keyboard.type('agare');
    await page.keyboard.press('Tab');
    await page.keyboard.type(server.password);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Ja/ }).waitFor();
    await walkTo(page, 'button', /^Ja/);
    await page.keyboard.press('Enter');
    await started(page);
    assert.equal(await view(page), 'text');
    await page.keyboard.press('Control+k');
    await hasFocus(page, 'searchbox', /./).waitFor();
    await page.keyboard.type('i-0128'); // the asset, not the typical information of that name
    await page.getByRole('dialog').getByRole('link', { name: /^Elevregister/ }).first().waitFor();
    await atRest(page);
    await page.keyboard.press('Enter');
    await hasFocus(page, 'heading', /^Elevregister/).waitFor();
    await walkTo(page, 'tab', 'Översikt');
    await walkTo(page, 'tab', 'Redigera', 'ArrowRight');
    await walkTo(page, 'textbox', 'Beskrivning');
    const text = `Ändrad ${where}.`;
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
    await page.keyboard.press('Control+s');
    await page.getByText(`Beskrivning: ${text}`).waitFor();
    await hasFocus(page, 'heading', /^Elevregister/).waitFor();
    await standing(page, 'Allt är sparat');
    await walkTo(page, 'tab', 'Översikt');
    await walkTo(page, 'tab', 'Historik', 'ArrowRight');
    await page.getByRole('listitem').filter({ hasText: text }).first().waitFor();
    await isReadable(page, where);
    await page.context().close();
  });

test('A5 WCAG 1.3.2 2.4.1 the page begins with the way to the other view, to the content and to the menu, and the banner reads from left to right', async () => {
  const page = await plain.signIn('agare');
  assert.ok(await page.getByText('Den här webbläsaren kan inte visa grafiken').isVisible());
  await page.evaluate(() => document.activeElement.blur());
  const read = [];
  for (let i = 0; i < 12; ++i) {
    await page.keyboard.press('Tab');
    read.push(await page.evaluate(() => document.activeElement.textContent));
  }
  assert.deepEqual(read.slice(0, 5), ['Visa med grafik', 'Till innehållet', 'Till menyn', 'Lisa', 'Sök i Lisa']);
  assert.ok(read.indexOf('Logga ut') > read.indexOf('Sök i Lisa'), read.join());
  await page.getByRole('button', { name: 'Till innehållet' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => Boolean(document.activeElement.closest('main'))));
  await page.context().close();
});

test('A5 WCAG 4.1.3 a list has pages; one filters, sorts, picks, opens and edits in it by mouse and keys', async () => {
  const page = await plain.signIn('samordnare', '/register/person');
  const shown = (text) => page.getByRole('status').filter({ hasText: text }).first().waitFor();
  await shown(/^Rad 1–50 av /);
  assert.equal(await page.getByRole('rowheader').count(), 50);
  await page.getByRole('button', { name: 'Nästa sida' }).click();
  await shown(/^Rad 51–100 av /);
  assert.equal(await page.getByRole('row').nth(1).getAttribute('aria-rowindex'), '52');
  await page.locator('th a:focus').waitFor();
  await go(page, '/register/asset');
  await filter(page, 'elev');
  await shown(/ av \d+ poster$/);
  await page.getByRole('columnheader').first().getByRole('button').click();
  await page.locator('th[aria-sort=descending]').waitFor();
  await page.getByRole('columnheader').first().getByRole('button').click();
  await page.locator('th[aria-sort=ascending]').waitFor();
  const link = page.getByRole('rowheader').getByRole('link', { name: 'Elevregister', exact: true });
  await link.focus();
  await page.keyboard.press(' ');
  await shown('1 vald');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F2');
  const field = page.getByRole('group', { name: 'Redigera i Elevregister' }).getByRole('textbox', { name: 'Namn' });
  await field.and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Escape');
  await link.and(page.locator(':focus')).waitFor();
  await page.getByRole('row').filter({ has: link }).getByRole('gridcell').nth(0).dblclick();
  await page.getByRole('group', { name: 'Redigera i Elevregister' }).getByRole('button', { name: 'Avbryt' }).click();
  await link.click();
  await page.getByRole('heading', { level: 1, name: 'Elevregister' }).and(page.locator(':focus')).waitFor();
  await page.context().close();
});

test('a form is filled in by finger: help and problems stand at their fields, a label ticks its box once', async () => {
  const page = await plain.signIn('samordnare', '/register/asset', { viewport: { width: 390, height: 800 }, hasTouch: true });
  await page.getByRole('button', { name: 'Ny', exact: true }).tap();
  await page.getByRole('textbox', { name: 'Namn', exact: true }).fill('Gjord med finger');
  await page.getByRole('textbox', { name: 'Namn', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Spara', exact: true }).tap();
  const unit = page.getByRole('combobox', { name: /Ansvarig del av organisationen/ });
  await page.locator('[aria-invalid=true]').first().waitFor();
  const note = page.locator(`#${await unit.getAttribute('aria-describedby')}`);
  assert.ok(await note.isVisible());
  assert.ok(await note.evaluate((element, field) => element.previousElementSibling === field, await unit.elementHandle()));
  await unit.fill('utbildningsnämnd');
  await page.getByRole('option', { name: 'Utbildningsnämnden' }).tap();
  await page.waitForFunction(() => document.activeElement.value === 'Utbildningsnämnden');
  await page.getByRole('combobox', { name: 'Slag' }).selectOption({ label: 'Informationstyp' });
  const box = page.getByRole('group').getByRole('checkbox').first();
  const before = await box.isChecked();
  await page.locator(`label[for=${await box.getAttribute('id')}]`).tap();
  await page.waitForFunction(([id, was]) => document.getElementById(id).checked !== was, [await box.getAttribute('id'), before]);
  const [answer] = await save(page);
  assert.ok(answer, 'the server answered');
  await standing(page, 'Allt är sparat');
  await page.context().close();
});

test('the other view keeps the place and the draft, stays in the address, and is remembered', async () => {
  const page = await drawing.signIn('agare', '/register/asset');
  assert.equal(await view(page), 'grafik');
  await filter(page, 'elevregister');
  await page.getByRole('link', { name: 'Elevregister', exact: true }).click();
  await edit(page);
  const field = page.getByRole('textbox', { name: 'Beskrivning' });
  await field.fill('Påbörjad, inte sparad');
  const { pathname } = new URL(await address(page));
  /** Where one is, with what is asked for. */
  const isAt = (wanted) => until(wanted, async () => (await address(page)) === server.url + wanted);
  await page.getByRole('link', { name: 'Visa som text' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Visa med grafik' }).waitFor();
  assert.equal(await view(page), 'text');
  await isAt(`${pathname}?filter=elevregister&vy=text`);
  assert.equal(await field.inputValue(), 'Påbörjad, inte sparad');
  assert.ok(!(await page.locator('canvas').isVisible()));
  await page.getByRole('link', { name: /^Till Informationstillgångar/ }).click();
  await page.waitForURL(/\/register\/asset\?(.*&)?vy=text$/);
  await atRest(page);
  await page.goBack();
  await field.waitFor();
  await page.getByRole('link', { name: 'Visa med grafik' }).click();
  await page.getByRole('link', { name: 'Visa som text' }).waitFor({ state: 'attached' });
  await isAt(`${pathname}?filter=elevregister`);
  assert.equal(await field.inputValue(), 'Påbörjad, inte sparad');
  await until('the fields lie over the canvas again', async () => (({ x, y }) => x > 280 && y > 100)(await field.boundingBox()));
  await page.evaluate(() => (window.onbeforeunload = null));
  await page.getByRole('link', { name: 'Visa som text' }).focus();
  await page.keyboard.press('Enter');
  await page.evaluate(() => (window.onbeforeunload = null));
  await page.goto(server.url);
  await page.getByRole('banner').waitFor();
  assert.equal(await view(page), 'text');
  await page.context().close();
});

test('paper gets text: the whole page of a list and neither menu nor tools', async () => {
  const page = await drawing.signIn('samordnare', '/register/person');
  await page.getByRole('rowheader').first().waitFor({ state: 'attached' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await until('50 rows', async () => (await page.getByRole('rowheader').count()) === 50);
  await page.getByRole('heading', { level: 1, name: 'Personer' }).waitFor();
  for (const hidden of ['header', 'nav[role=navigation]', '[role=toolbar]']) assert.ok(!(await page.locator(`#mirror ${hidden}`).first().isVisible()), hidden);
  await page.emulateMedia({ media: null });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.equal(await view(page), 'grafik');
  await page.context().close();
});

for (const [name, query] of [['drawn', ''], ['read as text', '?vy=text']])
  test(`${name}: F6 leads through the parts and out of the page, Escape gives the focus back, nothing is drawn at rest`, async () => {
    const page = await drawing.signIn('samordnare', `/register/asset${query}`);
    await page.getByRole('rowheader').first().waitFor({ state: 'attached' });
    await page.evaluate(() => document.activeElement.blur());
    const part = () => page.evaluate(() => document.activeElement.closest('header, nav, main')?.tagName);
    for (const expected of ['HEADER', 'NAV', 'MAIN']) {
      await page.keyboard.press('F6');
      assert.equal(await part(), expected);
    }
    assert.ok(await page.evaluate(() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'F6', bubbles: true, cancelable: true }))));
    await page.keyboard.press('Shift+F6');
    assert.equal(await part(), 'NAV');
    const button = page.getByRole('button', { name: 'Exportera' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.locator('[role=dialog] :focus').waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await button.and(page.locator(':focus')).waitFor({ state: 'attached' });
    await until('half a second without a frame', () => inStillness(page, () => page.waitForTimeout(500)));
    await page.context().close();
  });

test('no page wrote an error', () => assert.deepEqual([...plain.faults, ...drawing.faults], []));
