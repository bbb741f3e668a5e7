// An event from a phone to three clocks: an employee reports, the coordinator triages and opens the cases, tests whether it is
// significant, and the employee gets to know what came of it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { noViolations, startBrowser } from './lib/chromium.mjs';
import { button, choose, field, keep, open, press, see, step, stored } from './lib/deeds.mjs';
import { startServer } from './lib/server.mjs';
import { endIfItHangs, until } from './lib/until.mjs';

const kName = 'Okänt program på skolans dator';

/** So many hours ago on a Swedish clock, as one types it. */
const clock = (hours) => new Date(Date.now() - hours * 3_600_000).toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' }).slice(0, 16);
const tab = (page, name) => page.getByRole('tab', { name, exact: true }).click();

let server, browser, employee, coordinator;
before(async () => {
  endIfItHangs(() => server?.kill());
  server = await startServer();
  browser = await startBrowser(server);
  employee = await browser.signIn('medarbetare', '/rapportera', { viewport: { width: 360, height: 740 } });
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test('H5 what may concern Sweden\'s security closes the form and says whom to call', async () => {
  const before = (await stored(employee, 'event')).length;
  await press(button(employee, 'Ja, eller jag är osäker'));
  await see(employee, /^Formuläret är stängt och inget är sparat/);
  await see(employee, /^Säkerhetsskyddschef: /);
  assert.equal(await field(employee, 'Rubrik').count(), 0);
  await noViolations(employee, 'the closed form');
  assert.equal((await stored(employee, 'event')).length, before);
  await press(button(employee, 'Tillbaka till början'));
});

test('H1 an employee reports from a phone in a minute and gets thanks', async () => {
  await press(button(employee, 'Nej, inget av det'));
  await field(employee, 'Rubrik').fill(kName);
  await field(employee, 'Vad som hände').fill('Ett program som ingen känner till startade av sig självt.');
  await noViolations(employee, 'the form of a report');
  await press(button(employee, 'Skicka rapporten'));
  await see(employee, /^Tack för att du berättade/);
  await employee.getByRole('link', { name: kName, exact: true }).waitFor({ state: 'attached' });
  await until('the server has the report', async () => (await stored(employee, 'event')).some(({ v }) => v.name === kName));
});

test('H2 H3 the coordinator triages it, and Lisa says until when a first notice would be due', async () => {
  coordinator = await browser.signIn('samordnare', '/');
  await open(coordinator, server, 'event', kName);
  await tab(coordinator, 'Redigera');
  await choose(coordinator, 'Slag av händelse', 'Incident');
  await choose(coordinator, 'Allvarlighetsgrad', 'Allvarlig');
  await choose(coordinator, 'Går till', 'IT-chef');
  await choose(coordinator, 'Berör personuppgifter', 'Ja');
  await field(coordinator, 'Upptäcktes').fill(clock(6));
  await field(coordinator, 'Kännedom').fill(clock(5));
  await keep(coordinator);
  await step(coordinator, 'Bedömd');
  await see(coordinator, /^Pröva om incidenten är betydande: .* till (i dag|i morgon) \d\d:\d\d\.$/);
  await noViolations(coordinator, 'an event');
});

test('H7 each who answers for it gets a case, seen before it is opened', async () => {
  await tab(coordinator, 'Ärenden');
  for (const name of ['Personuppgiftsincident: Utbildningsnämnden', 'Incidentanmälan: Köpings kommun'])
    await coordinator.getByRole('checkbox', { name, exact: true }).waitFor({ state: 'attached' });
  await noViolations(coordinator, 'the cases of an event');
  await press(button(coordinator, 'Öppna 2 ärenden'));
  await see(coordinator, 'Öppnade ärenden');
  await until('both cases are on the server', async () =>
    (await stored(coordinator, 'notification')).some(({ v }) => v.name === kName) && (await stored(coordinator, 'breach')).some(({ v }) => v.name === kName));
});

test('H3 the clocks run from knowledge, the test proposes, and the draft says what is unknown', async () => {
  await press(coordinator.getByRole('link', { name: 'Incidentanmälan: Köpings kommun', exact: true }));
  await see(coordinator, /^24 timmar till upplysning: till (i dag|i morgon) \d\d:\d\d$/);
  await see(coordinator, /^72 timmar till incidentanmälan: till 20\d\d-\d\d-\d\d \d\d:\d\d$/);
  await tab(coordinator, 'Prövning');
  await choose(coordinator, 'Allvarlig störning eller ekonomisk skada', 'Ja');
  await see(coordinator, /^Incidenten är betydande enligt de trösklar som är passerade: Allvarlig störning/);
  await noViolations(coordinator, 'the test of significance');
  await press(button(coordinator, 'Fyll i bedömningen'));
  await keep(coordinator);
  await see(coordinator, 'Incidenten är bedömd som betydande och ska anmälas.');
  await tab(coordinator, 'Underlag');
  await see(coordinator, 'uppgift saknas');
  await noViolations(coordinator, 'a draft to the authority');
});

test('H1 whoever reported gets to know what came of it, and nothing more', async () => {
  await open(coordinator, server, 'event', kName);
  await tab(coordinator, 'Redigera');
  await field(coordinator, 'Återkoppling till den som rapporterade').fill('Tack! Datorn är omhändertagen.');
  await field(coordinator, 'Lärdomar').fill('Bara godkända program får startas.');
  await keep(coordinator);
  await employee.goto(`${server.url}/rapportera`);
  await see(employee, 'Tack! Datorn är omhändertagen.');
  await press(employee.getByRole('link', { name: kName, exact: true }));
  await employee.getByRole('heading', { level: 1, name: kName }).waitFor({ state: 'attached' });
  assert.equal(await employee.getByText('Bara godkända program får startas.').count(), 0);
  assert.deepEqual(browser.faults, []);
});
