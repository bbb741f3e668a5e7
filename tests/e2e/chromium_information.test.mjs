// Information and where it is: in every form, in systems with those who answer for them, at suppliers with agreements that end,
// and what Lisa refuses to hold.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { noViolations, startBrowser } from './lib/chromium.mjs';
import { button, choose, date, day, due, field, home, keep, nameOf, open, path, pick, press, record, see, stands, step, stored, tick } from './lib/deeds.mjs';
import { startServer } from './lib/server.mjs';
import { endIfItHangs, until } from './lib/until.mjs';

const kOffice = 'Samhällsbyggnadsförvaltningen';
const kAsset = 'Trygghetssamtal med elever';
const kSystem = 'Samtalsboken';
const kArchive = 'Arkivladan e-arkiv';
const kSupplier = 'Lyktstolpen Programvara AB';
const kAgreement = 'Avtal om Samtalsboken';

let server, browser, owner, keeper; // the owner of the information, the owner of the system
let asset;
before(async () => {
  endIfItHangs(() => server?.kill());
  server = await startServer();
  browser = await startBrowser(server);
  owner = await browser.signIn('agare', '/register/asset');
  keeper = await browser.signIn('systemagare', '/register/supplier');
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const map = (page) => page.getByRole('list', { name: 'Karta', exact: true });

test('I1 information that is spoken and known by heart is registered, but not in another board\'s name', async () => {
  await button(owner, 'Ny').click();
  await see(owner, /^Skriv aldrig något här som omfattas av säkerhetsskydd/);
  await field(owner, 'Namn').fill(kAsset);
  await choose(owner, 'Slag', 'Informationstyp');
  const forms = owner.getByRole('group', { name: 'Former', exact: true }), media = owner.getByRole('group', { name: 'Bärare', exact: true });
  for (const [group, count] of [[forms, 5], [media, 6]]) await until(`${count} boxes`, async () => (await group.getByRole('checkbox').count()) === count);
  await tick(forms, 'Tal');
  for (const carrier of ['Papper', 'Samtal', 'Personlig kunskap']) await tick(media, carrier);
  await field(owner, 'Förvaras').fill('Kuratorns anteckningar i låst skåp');
  await pick(owner, /^Ansvarig del av organisationen/, 'Vård- och omsorgsnämnden');
  await press(button(owner, 'Spara'));
  await see(owner, /^Du har inte behörighet i den del av organisationen som du valt/);
  await pick(owner, /^Ansvarig del av organisationen/, 'Utbildningsnämnden');
  await pick(owner, 'Informationsägare', await nameOf(owner));
  await keep(owner);
  await owner.getByRole('heading', { level: 1, name: kAsset }).waitFor({ state: 'attached' });
  await see(owner, 'Former: Tal');
  await see(owner, 'Bärare: Samtal, Personlig kunskap, Papper');
  await step(owner, 'Ta i bruk');
  await stands(owner, 'Informationstillgång', 'I bruk');
  await noViolations(owner, 'information that is spoken');
  asset = (await path(owner)).split('/').pop();
  const [found] = (await stored(owner, 'asset')).filter(({ id }) => id === asset);
  assert.deepEqual(found?.v.media, ['conversation', 'knowledge', 'paper']);
});

test('I4 a supplier is registered, and a mistyped organisation number is refused', async () => {
  await button(keeper, 'Ny').click();
  await field(keeper, 'Namn').fill(kSupplier);
  await field(keeper, 'Organisationsnummer').fill('559900-0007');
  await choose(keeper, 'Slag', 'Programvara');
  await pick(keeper, /^Ansvarig del av organisationen/, kOffice);
  await field(keeper, 'Journummer').fill('0980-319 299');
  await choose(keeper, 'Betydelse för oss', 'Viktig');
  await press(button(keeper, 'Spara'));
  await see(keeper, /^Organisationsnumret stämmer inte/);
  await field(keeper, 'Organisationsnummer').fill('559900-0006');
  await keep(keeper);
  await see(keeper, 'Journummer: 0980-319 299');
});

test('I2 a system is registered with owner, manager, supplier and recovery times, and goes through its life step by step', async () => {
  const me = await nameOf(keeper);
  const office = (await stored(keeper, 'unit')).find(({ v }) => v.name === kOffice);
  const manager = (await stored(keeper, 'person')).find(({ v }) => v.unit === office.id && v.position === 'Systemförvaltare').v.name;
  await keeper.goto(`${server.url}/register/system`);
  await button(keeper, 'Ny').click();
  await field(keeper, 'Namn').fill(kSystem);
  await choose(keeper, 'Slag', 'Verksamhetssystem');
  await pick(keeper, /^Ansvarig del av organisationen/, kOffice);
  await pick(keeper, 'Systemägare', me);
  await pick(keeper, /^Förvaltningsledare/, manager);
  await pick(keeper, /^Leverantör$/, kSupplier);
  await choose(keeper, 'Personuppgiftsbiträdesavtal', 'Behövs inte');
  await choose(keeper, 'Driftform', 'Drift hos leverantör');
  await field(keeper, 'Tålig dataförlust (timmar)').fill('1');
  await field(keeper, 'Återställningstid (timmar)').fill('9000');
  await press(button(keeper, 'Spara'));
  await see(keeper, /^Talet ska ligga mellan 0 och 8760/);
  await field(keeper, 'Återställningstid (timmar)').fill('4');
  await keep(keeper);
  await see(keeper, 'Återställningstid (timmar): 4');
  await see(keeper, 'Tålig dataförlust (timmar): 1');
  await see(keeper, 'Ingen information är kopplad till systemet, så dess klass är okänd.');
  for (const name of [me, manager, kSupplier, kOffice]) await record(keeper, 'System').getByRole('link', { name, exact: true }).first().waitFor({ state: 'attached' });
  assert.equal(await button(keeper, 'Avveckla').count(), 0, 'what is planned is not taken out of use');
  await step(keeper, 'Börja införa');
  await step(keeper, 'Ta i drift');
  await stands(keeper, 'System', 'I drift');
  await noViolations(keeper, 'a system with those who answer for it');
});

test('I3 the map of a system is followed by the keyboard, the list has the same, and nobody meets there what they may not see', async () => {
  await owner.goto(`${server.url}/register/asset_system`);
  await button(owner, 'Ny').click();
  await pick(owner, /^Informationstillgång/, kAsset);
  await pick(owner, /^System/, kSystem);
  await choose(owner, 'Hantering', 'Lagras');
  await pick(owner, 'Skickas vidare till', kArchive);
  await choose(owner, 'Överföring', 'Fil');
  await keep(owner);
  await open(owner, server, 'system', kSystem);
  await press(owner.getByRole('tab', { name: 'Karta' }));
  await map(owner).getByRole('link', { name: `${kArchive}, ${kAsset}`, exact: true }).waitFor({ state: 'attached' });
  await press(map(owner).getByRole('link', { name: `${kAsset}, Lagras`, exact: true }));
  await owner.getByRole('heading', { level: 1, name: kAsset }).waitFor({ state: 'attached' });
  await until('the map of the information', async () => (await path(owner)) === `/register/asset/${asset}/karta`);
  for (const name of [`${kSystem}, Lagras`, `${kArchive}, skickas vidare hit`])
    await map(owner).getByRole('link', { name, exact: true }).waitFor({ state: 'attached' });
  await noViolations(owner, 'the map of information');
  await press(owner.getByRole('tab', { name: 'Kopplingar' }));
  await owner.getByRole('heading', { name: 'Information i system (Informationstillgång)', exact: true }).waitFor({ state: 'attached' });
  await record(owner, 'Informationstillgång').getByRole('link', { name: `${kAsset} – ${kSystem}`, exact: true }).waitFor({ state: 'attached' });

  await open(keeper, server, 'system', kSystem);
  await press(keeper.getByRole('tab', { name: 'Karta' }));
  await see(keeper, /^Inget är kopplat ännu/);
  assert.equal((await stored(keeper, 'asset_system')).filter(({ v }) => v.asset === asset).length, 0);
});

test('I2 I4 an agreement of the system that ends soon is told to who answers for it, until it has been terminated', async () => {
  const ends = day(5);
  await keeper.goto(`${server.url}/register/agreement`);
  await button(keeper, 'Ny').click();
  await field(keeper, 'Titel').fill(kAgreement);
  await choose(keeper, 'Slag', 'Avtal');
  await pick(keeper, /^Leverantör$/, kSupplier);
  await pick(keeper, /^System$/, kSystem);
  await pick(keeper, /^Ansvarig del av organisationen/, kOffice);
  await pick(keeper, 'Avtalsansvarig', await nameOf(keeper));
  await field(keeper, 'Diarienummer').fill('SBN 2026/311');
  await date(keeper, 'Gäller från', day(30));
  await date(keeper, 'Gäller till', ends);
  await field(keeper, 'Uppsägningstid (månader)').fill('3');
  await press(button(keeper, 'Spara'));
  await see(keeper, /^Slutet ligger före början/);
  await date(keeper, 'Gäller från', day(-700));
  await keep(keeper);
  await see(keeper, /^Säg upp senast: 20\d\d-\d\d-\d\d$/);
  await step(keeper, 'Teckna');
  await stands(keeper, 'Avtal', 'Tecknat');
  await home(keeper);
  const told = due(keeper, `Avtal löper ut: ${kAgreement}`);
  await told.getByText(ends, { exact: true }).waitFor({ state: 'attached' });
  await press(told.getByRole('link'));
  await keeper.getByRole('heading', { level: 1, name: kAgreement }).waitFor({ state: 'attached' });
  await step(keeper, 'Säg upp');
  await stands(keeper, 'Avtal', 'Uppsagt');
  await home(keeper);
  await until('nothing more is said of it', async () => (await told.count()) === 0);
  await open(keeper, server, 'system', kSystem);
  await press(keeper.getByRole('tab', { name: 'Kopplingar' }));
  await keeper.getByRole('heading', { name: 'Avtal (System)', exact: true }).waitFor({ state: 'attached' });
  await record(keeper, 'System').getByRole('link', { name: kAgreement, exact: true }).waitFor({ state: 'attached' });
});

test('K8 what concerns Sweden\'s security is stopped with the reason and whom to turn to, and nothing of it is stored', async () => {
  const classifications = async () => (await stored(owner, 'classification')).filter(({ v }) => v.asset === asset);
  await open(owner, server, 'asset', kAsset);
  await press(button(owner, 'Klassa'));
  await date(owner, 'Genomförd den', day(0));
  await see(owner, /^Kryssa i och stanna där om informationen kan röra Sveriges säkerhet/);
  await tick(owner, 'Rör Sveriges säkerhet');
  await choose(owner, 'Konfidentialitet: enskilda', '3 – Allvarlig skada');
  await field(owner, 'Motivering av konfidentialiteten').fill('Något som inte får stå här.');
  await press(button(owner, 'Spara'));
  await see(owner, /^Det som rör Sveriges säkerhet får inte stå i Lisa\. Töm fältet och kontakta säkerhetsskyddschefen\./);
  for (const control of [owner.getByRole('combobox', { name: 'Konfidentialitet: enskilda', exact: true }), field(owner, 'Motivering av konfidentialiteten')])
    assert.equal(await control.getAttribute('aria-invalid'), 'true');
  await noViolations(owner, 'the gate of security protection');
  assert.deepEqual(await classifications(), []);

  await choose(owner, 'Konfidentialitet: enskilda', 'Inget valt');
  await field(owner, 'Motivering av konfidentialiteten').fill('');
  await keep(owner);
  await see(owner, 'Rör Sveriges säkerhet: Ja');
  await see(owner, /^Innan klassningen kan beslutas saknas: Rör Sveriges säkerhet, /);
  const [{ v }] = await classifications();
  assert.equal(v.is_security_protected, true);
  assert.deepEqual(Object.keys(v).filter((name) => /^(confidentiality|integrity|availability|traceability)/.test(name)), []);
});

test('no page wrote an error', () => assert.deepEqual(browser.faults, []));
