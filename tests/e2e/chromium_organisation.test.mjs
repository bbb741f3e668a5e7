// The organisation as a tree that one walks by the keyboard, a vacancy that is filled, and who has confirmed an instruction.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { noViolations, save, startBrowser } from './lib/chromium.mjs';
import { pick, press } from './lib/deeds.mjs';
import { atRest } from './lib/rest.mjs';
import { startServer } from './lib/server.mjs';
import { endIfItHangs, until } from './lib/until.mjs';

let server, browser;
before(async () => {
  endIfItHangs(() => server?.kill());
  server = await startServer();
  browser = await startBrowser(server);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const item = (page, name) => page.getByRole('treeitem', { name: new RegExp(`^${name},`) });
const hasFocus = (locator) => locator.evaluate((element) => element === document.activeElement);

test('O1 O3 the tree is walked with the arrow keys, a unit is opened, and a vacancy opens its form', async () => {
  const page = await browser.signIn('samordnare', '/organisation');
  const top = item(page, 'Köpings kommun');
  await top.waitFor();
  assert.equal(await page.locator('[role=treeitem][tabindex="0"]').count(), 1, 'one stop for Tab');
  await noViolations(page, 'the organisation');
  await top.focus();
  await page.keyboard.press('ArrowDown');
  await until('the first board has the focus', async () => !(await hasFocus(top)));
  await page.keyboard.press('End');
  await atRest(page);
  await page.keyboard.press('Home');
  await until('the municipality has the focus', () => hasFocus(top));
  const board = item(page, 'Utbildningsnämnden');
  for (let i = 0; i < 20 && !(await hasFocus(board)); ++i) {
    const before = await page.evaluate(() => document.activeElement.id);
    await page.keyboard.press('ArrowDown');
    await until('the focus moves', () => page.evaluate((id) => document.activeElement.id !== id, before));
  }
  assert.equal(await board.getAttribute('aria-expanded'), 'false');
  await page.keyboard.press('ArrowRight');
  await until('the board is open', async () => (await board.getAttribute('aria-expanded')) === 'true');
  await page.keyboard.press('ArrowRight');
  const office = item(page, 'Utbildningsförvaltningen');
  await until('its office has the focus', () => hasFocus(office));
  assert.equal(await office.getAttribute('aria-level'), '3');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Utbildningsförvaltningen' }).waitFor({ state: 'attached' });
  await page.goBack();
  await page.getByRole('link', { name: /^Turistbyrån uppgår i Stadsbiblioteket/ }).waitFor({ state: 'attached' });
  await press(page.getByRole('button', { name: 'Utse efterträdare' }).first());
  await page.getByRole('heading', { level: 1 }).filter({ hasText: / – / }).waitFor({ state: 'attached' });
  assert.match(await page.getByLabel('Gäller från').inputValue(), /^20\d\d-/);
  await noViolations(page, 'a seat to fill');
  await page.context().close();
});

test('P2 an instruction shows who has confirmed it, unit by unit', async () => {
  const page = await browser.signIn('samordnare', '/register/document');
  await page.getByRole('link', { name: 'Instruktion för chefer', exact: true }).click();
  await page.getByRole('tab', { name: 'Bekräftelser' }).click();
  await page.getByRole('heading', { name: /^\d+ av \d+ har bekräftat version 1\.0/ }).waitFor();
  const unit = page.getByRole('list', { name: 'Bekräftelser' }).getByRole('button').first();
  await press(unit);
  await page.getByRole('list', { name: /^Har inte bekräftat i / }).getByRole('link').first().waitFor({ state: 'attached' });
  await noViolations(page, 'confirmations');
  await page.context().close();
});

test('P3 a paragraph leads to the control that carries it out, and a task is tied to it', async () => {
  const page = await browser.signIn('samordnare', '/register/document');
  await page.getByRole('link', { name: 'Instruktion för chefer', exact: true }).click();
  await page.getByRole('tab', { name: 'Läs' }).click();
  const leads = page.getByRole('list', { name: 'Det som När något har hänt leder till' });
  const sections = page.getByRole('button', { name: 'Koppla' });
  await sections.last().waitFor({ state: 'attached' });
  assert.equal(await leads.count(), 0);
  await press(sections.last());
  await pick(page, 'Uppgift', 'öva en incident');
  await save(page);
  await page.goto(new URL('/register/document', page.url()).href);
  await page.getByRole('link', { name: 'Instruktion för chefer', exact: true }).click();
  await page.getByRole('tab', { name: 'Läs' }).click();
  const link = leads.getByRole('link', { name: 'Öva en incident' });
  await link.waitFor({ state: 'attached' });
  await noViolations(page, 'a document with what it leads to');
  await press(link);
  await page.getByText(/^Följer av: .*Instruktion för chefer, När något har hänt/).first().waitFor({ state: 'attached' });
  await page.context().close();
});
