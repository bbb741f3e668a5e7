// "Läget": figures that lead to their rows, for the municipality, a board and oneself; drawn and as text, wide and on a phone; and the
// appendix of a board.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { noViolations, startBrowser } from './lib/chromium.mjs';
import { button, fileFrom, pick, press, see } from './lib/deeds.mjs';
import { startServer } from './lib/server.mjs';
import { isReadable } from './lib/text.mjs';
import { endIfItHangs, until } from './lib/until.mjs';

let server, browser, plain;
before(async () => {
  endIfItHangs(() => server?.kill());
  server = await startServer();
  browser = await startBrowser(server);
  plain = await startBrowser(server, ['--disable-3d-apis']);
});
after(async () => {
  await browser?.close();
  await plain?.close();
  await server?.stop();
});

const heading = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor({ state: 'attached' });
/** The cards that lead to rows. */
const cards = (page) => page.getByRole('main').getByRole('link', { name: /\. Visa (de )?\d+/ });

/** Opens the first figure of those called so, and gives the number that it promised. */
async function openFigure(page, name) {
  const link = page.getByRole('main').getByRole('link', { name }).first();
  await link.waitFor({ state: 'attached' });
  const words = (await link.getAttribute('aria-label')) ?? (await link.textContent());
  await press(link);
  return Number(/Visa (?:de )?(\d+)/.exec(words)[1]);
}

test('F1 the coordinator opens Läget, a figure, and sees as many rows as it said; the back button comes back', async () => {
  const page = await browser.signIn('samordnare', '/');
  await press(page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Läget', exact: true }));
  await heading(page, /^Läget: Köpings kommun$/);
  await until('the figures', async () => (await cards(page).count()) >= 4);
  assert.ok((await cards(page).count()) <= 8);
  await noViolations(page, 'Läget');
  const promised = await openFigure(page, /^Försenade åtgärder: /);
  await see(page, /^Listan visar det som räknas i siffran ”Försenade åtgärder”, för Köpings kommun\.$/);
  await page.getByRole('status').filter({ hasText: new RegExp(`^${promised} av \\d+ poster$`) }).waitFor({ state: 'attached' });
  await noViolations(page, 'what a figure counts');
  await page.goBack();
  await heading(page, /^Läget: /);
  await page.context().close();
});

test('F1 H6 all figures stand with what they mean, their parts open rows, and the year is a table of twelve months', async () => {
  const page = await browser.signIn('samordnare', '/laget');
  await press(button(page, 'Alla siffror'));
  await see(page, 'Planerade eller pågående.');
  await page.getByRole('table', { name: 'Händelser', exact: true }).waitFor({ state: 'attached' });
  await until('twelve months', async () => (await page.getByRole('table', { name: 'Händelser', exact: true }).getByRole('row').count()) === 13);
  await page.getByRole('combobox', { name: 'Siffra', exact: true }).selectOption({ label: 'Tid tills händelsen är rapporterad' });
  await page.getByRole('table', { name: 'Tid tills händelsen är rapporterad', exact: true }).waitFor({ state: 'attached' });
  await noViolations(page, 'all figures');
  await press(page.getByRole('link', { name: /^Hög risk \d+, Öppna risker$/ }));
  await see(page, /^Listan visar det som räknas i siffran ”Öppna risker”/);
  await page.context().close();
});

test('F8 a board is chosen by its name, and its page is an appendix in one press', async () => {
  const page = await browser.signIn('samordnare', '/laget');
  await heading(page, /^Läget: /);
  await pick(page, 'Visa läget för', 'Utbildningsnämnden');
  await heading(page, 'Läget: Utbildningsnämnden');
  const html = await fileFrom(page, 'Ladda ner som bilaga');
  for (const words of ['<h1>Läget: Utbildningsnämnden</h1>', 'Klassad information', 'Månad för månad', 'Att ta tag i']) assert.ok(html.includes(words), words);
  await page.context().close();
});

test('F1 who answers for one board sees that, and is told when they read only a part', async () => {
  const page = await browser.signIn('agare', '/laget');
  await until('a part of the organisation', async () => !(await page.getByRole('heading', { level: 1 }).first().textContent()).includes('Köpings kommun'));
  await pick(page, 'Visa läget för', 'Köpings kommun');
  await heading(page, 'Läget: Köpings kommun');
  await see(page, /^Du läser bara en del av det som räknas här\./);
  await noViolations(page, 'a part');
  await page.context().close();
});

test('F1 on a phone and as text the same figures stand in the same words, and nothing is cut off', async () => {
  const phone = { viewport: { width: 360, height: 740 } };
  const drawn = await browser.signIn('samordnare', '/laget', phone);
  await until('the figures', async () => (await cards(drawn).count()) >= 4);
  await noViolations(drawn, 'Läget at 360 pixels');
  assert.ok(await drawn.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  const text = await plain.signIn('samordnare', '/laget', phone);
  await until('the figures as text', async () => (await cards(text).count()) >= 4);
  await isReadable(text, 'Läget as text');
  await noViolations(text, 'Läget as text');
  const promised = await openFigure(text, /^Försenade åtgärder: /);
  await text.getByRole('status').filter({ hasText: new RegExp(`^${promised} av \\d+ poster$`) }).waitFor({ state: 'attached' });
  await isReadable(text, 'what a figure counts, as text');
  await drawn.context().close();
  await text.context().close();
});

test('no page wrote an error', () => assert.deepEqual([...browser.faults, ...plain.faults], []));
