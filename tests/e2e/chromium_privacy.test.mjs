// A personal-data breach from knowledge to notice, by those who may: the board decides, the data protection officer advises.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { noViolations, save, startBrowser } from './lib/chromium.mjs';
import { button, choose, field, fileFrom, open, pick, press, see, step } from './lib/deeds.mjs';
import { startServer } from './lib/server.mjs';
import { endIfItHangs } from './lib/until.mjs';

const kName = 'Kallelser i fel kuvert';

/** So many hours ago on a Swedish clock, as one types it. */
const clock = (hours) => new Date(Date.now() - hours * 3_600_000).toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' }).slice(0, 16);

let server, browser, keeper;
before(async () => {
  endIfItHangs(() => server?.kill());
  server = await startServer();
  browser = await startBrowser(server);
  keeper = await browser.signIn('handlaggare', '/register/breach');
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test('D3 a breach is written down with times to the minute, and says how long is left', async () => {
  await button(keeper, 'Ny').click();
  await field(keeper, 'Rubrik').fill(kName);
  await pick(keeper, /^Nämnd eller bolag/, 'Vård- och omsorgsnämnden');
  await field(keeper, 'Upptäcktes').fill('i går');
  await field(keeper, 'Nämnden fick kännedom').fill(clock(26));
  await press(button(keeper, 'Spara'));
  await see(keeper, /^Skriv datum och klockslag, till exempel/);
  await field(keeper, 'Upptäcktes').fill(clock(27));
  await save(keeper);
  await see(keeper, /^72 timmar till anmälan: till (i morgon|20\d\d-\d\d-\d\d) \d\d:\d\d$/);
  await see(keeper, /^Inför beslutet saknas: /);
  await see(keeper, 'Dataskyddsombudet har inte gett råd än.');
  await noViolations(keeper, 'a breach');
});

test('D3 the data protection officer sees the clocks of all boards, advises, and cannot decide', async () => {
  const page = await browser.signIn('dataskydd', '/');
  await see(page, /^passerad sedan \d+ (h|dygn)$/);
  await page.getByRole('link', { name: `Anmäl till IMY eller besluta att inte anmäla: ${kName}` }).waitFor({ state: 'attached' });
  await noViolations(page, 'what is due');
  await press(page.getByRole('link', { name: `Anmäl till IMY eller besluta att inte anmäla: ${kName}` }));
  await page.getByRole('heading', { level: 1, name: kName }).waitFor({ state: 'attached' });
  assert.equal(await button(page, 'Besluta att inte anmäla').count(), 0);
  await page.getByRole('tab', { name: 'Redigera' }).click();
  assert.ok(await field(page, 'IMY:s diarienummer').isDisabled());
  await page.getByText('Det här beslutar nämnden.').first().waitFor({ state: 'attached' });
  await field(page, 'Dataskyddsombudets råd').fill('Anmäl. Ring dem som berörs.');
  await save(page);
  await page.context().close();
});

test('D3 the board may not skip the notice at risk; the draft says what is unknown; the number stops the clock', async () => {
  await open(keeper, server, 'breach', kName);
  await see(keeper, 'Anmäl. Ring dem som berörs.');
  await keeper.getByRole('tab', { name: 'Redigera' }).click();
  assert.ok(await field(keeper, 'Dataskyddsombudets råd').isDisabled());
  await choose(keeper, 'Risk för de registrerade', 'Risk');
  await field(keeper, 'Motivering av risken').fill('Brevet säger att någon har hemtjänst.');
  await field(keeper, 'Motivering av att inte anmäla').fill('Vi hoppas att det går bra.');
  await save(keeper);
  await keeper.getByRole('tab', { name: 'Översikt' }).click();
  await press(button(keeper, 'Besluta att inte anmäla'));
  await see(keeper, /Med den här risken måste incidenten anmälas/);
  const html = await fileFrom(keeper, 'Underlag för anmälan');
  assert.match(html, /<h2>Personuppgiftsansvarig<\/h2>/);
  assert.match(html, /uppgift saknas/);
  await keeper.getByRole('tab', { name: 'Redigera' }).click();
  await field(keeper, 'Anmält till IMY').fill(clock(1));
  await field(keeper, 'IMY:s diarienummer').fill('IMY-2026-4711');
  await choose(keeper, 'Anmälan är', 'Fullständig');
  await save(keeper);
  await keeper.getByRole('tab', { name: 'Översikt' }).click();
  await step(keeper, 'Anmäld till IMY');
  await see(keeper, '72 timmar till anmälan: lämnad efter 25 h, IMY-2026-4711');
});

test('D3 who has nothing to do with breaches does not meet the register', async () => {
  const page = await browser.signIn('medarbetare', '/');
  assert.equal(await page.getByRole('link', { name: 'Personuppgiftsincidenter' }).count(), 0);
  await page.context().close();
});

test('D6 the board sees the officer\'s control, and what it may not write is closed with the reason', async () => {
  await open(keeper, server, 'privacy_check', 'Kontroll av åtkomst till journaler');
  await keeper.getByRole('tab', { name: 'Redigera' }).click();
  assert.ok(await field(keeper, 'Iakttagelser').isDisabled());
  await see(keeper, /^Det här skriver bara dataskyddsombudet/);
  await noViolations(keeper, 'a control that one may not write');
});

test('D3 the log and a case fit a phone', async () => {
  await keeper.setViewportSize({ width: 360, height: 740 });
  await open(keeper, server, 'breach', 'Borttappad surfplatta i hemtjänsten');
  await see(keeper, /^72 timmar till anmälan: till/);
  assert.ok(await keeper.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await noViolations(keeper, 'a breach on a phone');
});

test('no page wrote an error', () => assert.deepEqual(browser.faults, []));
