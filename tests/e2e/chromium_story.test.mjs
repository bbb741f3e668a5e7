// One story through the method, by who does what: a system owner brings in the systems, classifies, sees the gap and the risk;
// who is entitled accepts it, and the board's page shows it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { noViolations, save, standing, startBrowser } from './lib/chromium.mjs';
import { button, choose, field, fileFrom, nameOf, open, path, pick, press, see, stands, step, stored } from './lib/deeds.mjs';
import { atRest } from './lib/rest.mjs';
import { startServer } from './lib/server.mjs';
import { endIfItHangs } from './lib/until.mjs';

const kOffice = 'Samhällsbyggnadsförvaltningen';
const kBoard = 'Samhällsbyggnadsnämnden';
const kSystem = 'Ärendestöd 7';
const kRisk = 'Ärendestödet ligger nere en vecka';

let server, browser, owner, chief;
let asset, classification, risk; // what the story makes, by name and address
before(async () => {
  endIfItHangs(() => server?.kill());
  server = await startServer();
  browser = await startBrowser(server);
  owner = await browser.signIn('systemagare', '/register/system');
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** 250 systems of the office; three rows have mistakes. */
function rows(mistakes) {
  const lines = ['Namn;Beteckning;Slag;Ansvarig del av organisationen;Antal användare'];
  for (let i = 1; i <= 250; ++i) {
    const kind = mistakes && i === 17 ? 'Rymdskepp' : 'Verksamhetssystem';
    const unit = mistakes && i === 99 ? 'Nämnden för ingenting' : kOffice;
    lines.push(`Ärendestöd ${i};ÄS-${i};${kind};${unit};${mistakes && i === 200 ? 'många' : i}`);
  }
  return lines.join('\r\n');
}

test('I5 a system owner imports 250 systems of the own office, with three bad rows that are mended', async () => {
  await button(owner, 'Läs in fil').click();
  await owner.getByRole('heading', { name: 'Importera till System' }).waitFor();
  await field(owner, 'Eller klistra in rader').fill(rows(true));
  await button(owner, 'Läs in det inklistrade').click();
  await owner.getByRole('heading', { name: '3 rader har fel' }).waitFor();
  await field(owner, 'Eller klistra in rader').fill(rows(false));
  await press(button(owner, 'Läs in det inklistrade'));
  await press(button(owner, 'Importera 250 poster'));
  await owner.getByRole('heading', { level: 1, name: 'System', exact: true }).waitFor({ state: 'attached' });
  await standing(owner, 'Allt är sparat');
  assert.equal((await stored(owner, 'system')).filter(({ v }) => /^Ärendestöd \d+$/.test(v.name)).length, 250);
});

test('K1 the system owner classifies the information in the guided way and proposes', async () => {
  await owner.goto(`${server.url}/register/asset`);
  const first = owner.getByRole('rowheader').getByRole('link').first();
  asset = await first.textContent();
  await first.click();
  await press(button(owner, 'Klassa'));
  await owner.getByLabel('Genomförd den').fill('2026-11-20');
  for (const [aspect, level] of [['Konfidentialitet', '3 – Allvarlig skada'], ['Riktighet', '2 – Betydande skada'], ['Tillgänglighet', '3 – Allvarlig skada']])
    await choose(owner, `${aspect}: enskilda`, level);
  for (const aspect of ['konfidentialiteten', 'riktigheten', 'tillgängligheten']) await field(owner, `Motivering av ${aspect}`).fill('Enligt samtal med enheten.');
  await save(owner);
  await step(owner, 'Föreslå');
  classification = await path(owner);
});

test('K1 who only proposes is offered no decision', async () => {
  const page = await browser.signIn('handlaggare', '/register/asset');
  await page.getByRole('rowheader').getByRole('link').first().click();
  await press(button(page, 'Klassa'));
  await page.getByLabel('Genomförd den').fill('2026-11-20');
  await save(page);
  await step(page, 'Föreslå');
  await stands(page, 'Klassning', 'Föreslagen');
  assert.equal(await button(page, 'Besluta').count(), 0);
  await page.context().close();
});

test('K2 K3 the class is decided, the system inherits it with the reason, and shows its gap', async () => {
  const page = await browser.signIn('samordnare', classification);
  await step(page, 'Besluta');
  await page.goto(`${server.url}/register/asset_system`);
  await button(page, 'Ny').click();
  await pick(page, /^Informationstillgång/, asset);
  await pick(page, /^System/, kSystem);
  await choose(page, 'Hantering', 'Lagras');
  await save(page);
  await page.context().close();
  await open(owner, server, 'system', kSystem);
  await see(owner, /^Konfidentialitet: 3 /);
  await see(owner, new RegExp(`^Informationen ger nivå 3, eftersom den är högst för ${asset}`));
  await owner.getByRole('tab', { name: 'Krav' }).click();
  await see(owner, /^0 av \d+ krav är uppfyllda|krav är uppfyllda eller gäller inte/);
  await noViolations(owner, 'the gap of a system');
});

test('R1 the system owner analyses the risk, and may not accept one of that level', async () => {
  await owner.goto(`${server.url}/register/risk_analysis`);
  await button(owner, 'Ny').click();
  await field(owner, 'Namn').fill('Riskanalys av ärendestödet');
  await choose(owner, 'Slag', 'Informationssäkerhet');
  await pick(owner, 'Riskmatris', 'fem steg');
  await pick(owner, /Ansvarig del av organisationen/, kOffice);
  await save(owner);
  await owner.getByRole('tab', { name: 'Matris' }).click();
  await button(owner, 'Ny risk').click();
  await field(owner, 'Namn').fill(kRisk);
  await pick(owner, 'Riskägare', await nameOf(owner));
  await pick(owner, /^System/, kSystem);
  await choose(owner, 'Sannolikhet nu', '3 – Sannolikt: händer förr eller senare');
  await owner.getByRole('combobox', { name: 'Konsekvens nu', exact: true }).selectOption({ index: 4 });
  await save(owner);
  await see(owner, /3 Hög risk/);
  risk = await path(owner);
  await step(owner, 'Bedöm');
  await step(owner, 'Besluta behandling');
  await press(button(owner, 'Fyll i beslut'));
  await field(owner, 'Motivering till beslutet').fill('Vi tar risken.');
  await save(owner);
  await owner.getByRole('tab', { name: 'Översikt' }).click();
  await press(button(owner, 'Acceptera'));
  await see(owner, /får accepteras av någon med högre ansvar/);
});

test('R1 R5 the chief executive, who is entitled to that level, accepts the risk', async () => {
  chief = await browser.signIn('kommunchef', risk);
  await see(chief, kRisk);
  await press(button(chief, 'Fyll i beslut'));
  await field(chief, 'Motivering till beslutet').fill('Accepteras till dess att reservrutinen är på plats.');
  await save(chief);
  await chief.getByRole('tab', { name: 'Översikt' }).click();
  await step(chief, 'Acceptera');
  await see(chief, 'Accepterad');
});

test('O1 R5 the page of the board has the risk, the systems and the vacancies, each to be opened', async () => {
  await open(chief, server, 'unit', kBoard);
  await see(chief, /^System: \d{3}$/);
  await see(chief, /^Risker över toleransen: \d+$/);
  const all = chief.getByRole('button', { name: /^Risker över toleransen: visa alla/ });
  await atRest(chief);
  if (await all.count()) await press(all);
  await noViolations(chief, 'the page of a board');
  await press(chief.getByRole('link', { name: kRisk, exact: true }));
  await chief.getByRole('heading', { level: 1, name: kRisk }).waitFor({ state: 'attached' });
  await open(chief, server, 'unit', kBoard);
  assert.match(await fileFrom(chief, 'Ladda ner posten som dokument'), new RegExp(kOffice));
});

test('no page wrote an error', () => assert.deepEqual(browser.faults, []));
