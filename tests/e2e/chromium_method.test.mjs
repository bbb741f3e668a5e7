// The method in registers, as a system owner, an information owner and a data protection administrator go through it: import,
// classify, see what the class asks for, analyse a risk, write a processing, ask "may I".
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { noViolations, save, startBrowser } from './lib/chromium.mjs';
import { button, choose, field, fileFrom, filter, nameOf, pick, press, step, takeBack, tick } from './lib/deeds.mjs';
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

/** 250 systems as a spreadsheet writes them; three rows have mistakes. */
function systems(mistakes) {
  const rows = ['Namn;Beteckning;Slag;Ansvarig del av organisationen;Antal användare'];
  for (let i = 1; i <= 250; ++i) {
    const kind = mistakes && i === 17 ? 'Rymdskepp' : 'Verksamhetssystem';
    const unit = mistakes && i === 99 ? 'Nämnden för ingenting' : 'Köpings kommun';
    const users = mistakes && i === 200 ? 'många' : String(i);
    rows.push(`Importerat system ${i};IMP-${i};${kind};${unit};${users}`);
  }
  return rows.join('\r\n');
}

test('I5 250 systems come in from a spreadsheet, three bad rows are shown and mended, and the import can be undone', async () => {
  const page = await browser.signIn('samordnare', '/register/system');
  await button(page, 'Läs in fil').click();
  await page.getByRole('heading', { name: 'Importera till System' }).waitFor();
  await field(page, 'Eller klistra in rader').fill(systems(true));
  await button(page, 'Läs in det inklistrade').click();
  await page.getByRole('heading', { name: '3 rader har fel' }).waitFor();
  for (const [line, text] of [[18, 'Rymdskepp'], [100, 'Nämnden för ingenting'], [201, 'många']])
    await page.getByText(new RegExp(`^Rad ${line}, .*${text}`)).waitFor({ state: 'attached' });
  assert.ok(await page.getByRole('button', { name: /^Importera/ }).isDisabled());
  await noViolations(page, 'import with errors');
  await field(page, 'Eller klistra in rader').fill(systems(false));
  await press(button(page, 'Läs in det inklistrade'));
  await press(button(page, 'Importera 250 poster'));
  await page.getByText('250 poster är importerade.').first().waitFor({ state: 'attached' });
  await filter(page, 'importerat system');
  await page.getByRole('status').filter({ hasText: /^250 av/ }).waitFor({ state: 'attached' });
  await takeBack(page);
  await page.getByRole('status').filter({ hasText: /^0 av/ }).waitFor({ state: 'attached' });
  await page.context().close();
});

test('K1 an asset is classified in the guided way and its owner decides; the levels become the asset\'s', async () => {
  const page = await browser.signIn('samordnare', '/register/asset');
  await filter(page, 'elevregister');
  await page.getByRole('link', { name: 'Elevregister', exact: true }).click();
  await button(page, 'Klassa').click();
  await page.getByLabel('Genomförd den').fill('2026-11-20');
  for (const [aspect, level] of [['Konfidentialitet', 3], ['Riktighet', 2], ['Tillgänglighet', 1]])
    await choose(page, `${aspect}: enskilda`, `${level} – ${['Ingen eller försumbar skada', 'Måttlig skada', 'Betydande skada', 'Allvarlig skada'][level]}`);
  await save(page);
  await page.getByText(/^Innan klassningen kan beslutas saknas: /).first().waitFor({ state: 'attached' });
  await page.getByText('Eftersom skadan för enskilda personer bedömdes så hög.').first().waitFor({ state: 'attached' });
  await noViolations(page, 'a classification');
  await step(page, 'Föreslå');
  await button(page, 'Besluta').click();
  await page.getByText(/Motivering av konfidentialiteten: /).first().waitFor({ state: 'attached' });
  await page.getByRole('tab', { name: 'Redigera' }).click();
  for (const aspect of ['konfidentialiteten', 'riktigheten', 'tillgängligheten']) await field(page, `Motivering av ${aspect}`).fill('Bedömt i verkstad.');
  await save(page);
  await step(page, 'Besluta');
  await page.getByRole('link', { name: 'Elevregister', exact: true }).first().click();
  await until('the decided level', async () => (await page.getByText(/3 Allvarlig skada/).count()) > 0);
  await page.context().close();
});

test('K2 K3 K4 a system shows the class of its information with the reason, what that asks for, and gives the requirements as a document', async () => {
  const page = await browser.signIn('systemagare', '/register/asset_system');
  await page.getByRole('rowheader').getByRole('link').first().click();
  await page.getByRole('region', { name: 'Information i system' }).waitFor();
  const system = page.getByRole('region', { name: 'Information i system' }).getByRole('link').nth(2);
  await system.click();
  await page.getByRole('region', { name: 'System' }).waitFor();
  await page.getByText(/^Informationen ger nivå \d, eftersom den är högst för /).first().waitFor({ state: 'attached' });
  const html = await fileFrom(page, 'Krav för upphandling');
  assert.match(html, /<h1>Krav på informationssäkerhet: /);
  await page.getByRole('tab', { name: 'Krav' }).click();
  await page.getByText(/krav är uppfyllda eller gäller inte/).first().waitFor({ state: 'attached' });
  await noViolations(page, 'the requirements of a system');
  await page.getByRole('tab', { name: 'Karta' }).click();
  await page.getByRole('list', { name: 'Karta' }).waitFor({ state: 'attached' });
  await noViolations(page, 'the map of a system');
  await page.context().close();
});

test('R1 R2 a risk is assessed by the matrix of its analysis and shown in the cell where it lies', async () => {
  const page = await browser.signIn('samordnare', '/register/risk_analysis');
  await button(page, 'Ny').click();
  await field(page, 'Namn').fill('Riskanalys av skolans register');
  await choose(page, 'Slag', 'Informationssäkerhet');
  await pick(page, 'Riskmatris', 'fem steg');
  await pick(page, /Ansvarig del av organisationen/, 'Köpings kommun');
  await save(page);
  await page.getByRole('tab', { name: 'Matris' }).click();
  await noViolations(page, 'a risk matrix');
  await button(page, 'Ny risk').click();
  await field(page, 'Namn').fill('Register blir otillgängligt');
  await pick(page, 'Riskägare', await nameOf(page));
  await choose(page, 'Sannolikhet nu', '3 – Sannolikt: händer förr eller senare');
  await page.getByRole('combobox', { name: 'Konsekvens nu', exact: true }).selectOption({ index: 5 });
  await save(page);
  await page.getByText(/4 Mycket hög risk/).first().waitFor({ state: 'attached' });
  await page.getByRole('link', { name: 'Riskanalys av skolans register' }).first().click();
  await page.getByRole('tab', { name: 'Matris' }).click();
  await page.getByRole('tab', { name: 'I dag' }).click();
  await page.getByRole('button', { name: /: Mycket hög, 1 risk$/ }).click();
  await page.getByRole('heading', { name: 'Risker i rutan' }).waitFor();
  await page.getByRole('link', { name: 'Register blir otillgängligt' }).waitFor();
  await press(button(page, 'Ändra bedömning'));
  await choose(page, 'Sannolikhet nu', '0 – Mycket osannolikt: nästan otänkbart');
  await page.getByText(/^Risknivå nu: [0-3] /).first().waitFor({ state: 'attached' });
  await noViolations(page, 'a risk assessed beneath the matrix');
  await press(button(page, 'Spara'));
  await until('the risk has left the cell', async () => (await page.getByRole('button', { name: /: Mycket hög, 1 risk$/ }).count()) === 0);
  await page.context().close();
});

test('D1 D2 D7 a processing is written from the starter kit, an impact assessment is called for, and the record is printed', async () => {
  const page = await browser.signIn('handlaggare', '/register/information_type');
  await filter(page, 'elevhäls');
  await page.getByRole('rowheader').getByRole('link').first().click();
  await button(page, 'Skapa behandling').click();
  await pick(page, /Nämnd eller bolag/, 'vård- och omsorgsnämnden');
  for (const criterion of ['Stor omfattning', 'Människor i utsatt ställning', 'Tröskelanalysen är gjord']) await tick(page, criterion);
  await save(page);
  await page.getByText(/^Konsekvensbedömning behövs: /).first().waitFor({ state: 'attached' });
  await page.getByText('En konsekvensbedömning behövs men är inte påbörjad.').first().waitFor({ state: 'attached' });
  await page.getByText(/^Registerförteckningen saknar: /).first().waitFor({ state: 'attached' });
  await noViolations(page, 'a processing');
  await press(page.getByRole('link', { name: 'Vård- och omsorgsnämnden', exact: true }).first());
  await page.getByRole('heading', { level: 1, name: 'Vård- och omsorgsnämnden' }).waitFor({ state: 'attached' });
  const html = await fileFrom(page, 'Registerförteckning');
  assert.match(html, /Vård- och omsorgsnämnden/);
  assert.match(html, /30\.1/);
  await page.context().close();
});

test('P4 "Får jag …?" answers with the reason', async () => {
  const page = await browser.signIn('medarbetare', '/');
  await page.getByRole('link', { name: 'Får jag …?' }).first().click();
  await pick(page, 'Information', 'lönelista');
  await page.getByRole('combobox', { name: 'Vad vill du göra?' }).selectOption({ label: 'Mejla utanför kommunen' });
  await page.getByRole('heading', { name: 'Nej', exact: true }).waitFor();
  await page.getByText(/^Skäl: /).first().waitFor({ state: 'attached' });
  await noViolations(page, 'may I');
  await page.context().close();
});

test('no page wrote an error', () => assert.deepEqual(browser.faults, []));
