// What the registers of the method say by themselves about the example municipality's records, seen in a browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { noViolations, startBrowser } from './lib/chromium.mjs';
import { button, fileFrom, see, stored } from './lib/deeds.mjs';
import { startServer } from './lib/server.mjs';
import { endIfItHangs } from './lib/until.mjs';

const kToday = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });

let server, browser, page;
before(async () => {
  endIfItHangs(() => server?.kill());
  server = await startServer();
  browser = await startBrowser(server);
  page = await browser.signIn('samordnare', '/');
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Opens the first record of a register that is as asked. */
async function show(register, wanted) {
  const found = (await stored(page, register)).find(({ id, v }) => wanted(v, id));
  assert.ok(found, `the example has such a ${register}`);
  await page.goto(`${server.url}/register/${register}/${found.id}`);
  await page.getByRole('tab', { name: 'Översikt' }).waitFor({ state: 'attached' });
  return found.v;
}

test('S4 the year wheel asks who holds the role', async () => {
  await see(page, /^Årshjulet: /);
  await noViolations(page, 'Mitt Lisa');
});

test('S1 S2 a control shows how mature it is beside its target, and all of them come out as the statement of applicability', async () => {
  await show('control', (v) => v.maturity !== undefined && v.target_maturity !== undefined);
  await see(page, 'Mognad nu');
  await see(page, 'Mål för mognaden');
  await page.goto(`${server.url}/register/control`);
  assert.match(await fileFrom(page, 'Uttalande om tillämplighet'), /A?5\.1/);
});

test('S3 an objective says how far it has come', async () => {
  const { current, target } = await show('objective', (v) => v.current !== undefined && v.target !== undefined && v.direction !== undefined);
  await see(page, new RegExp(`^Läge: ${current} av ${target} `));
});

test('S5 an exception whose last day has passed says so', async () => {
  await show('policy_exception', (v) => v.status === 'approved' && v.ends_on < kToday);
  await see(page, /^Undantagets sista dag har passerat/);
});

test('D4 a system whose supplier processes personal data says that the agreement is missing', async () => {
  const agreements = (await stored(page, 'agreement')).map(({ v }) => v).filter(({ kind }) => kind === 'processor_agreement');
  const processors = new Set((await stored(page, 'supplier')).filter(({ v }) => v.is_processor).map(({ id }) => id));
  const covered = (v, id) => agreements.some(({ supplier, system }) => supplier === v.provider && (!system || system === id));
  const needed = (v) => v.processor_agreement === 'missing' || (processors.has(v.provider) && v.processor_agreement !== 'not_needed');
  await show('system', (v, id) => needed(v) && v.status !== 'retired' && !covered(v, id));
  await see(page, /^Leverantören behandlar personuppgifter åt er, men Lisa hittar inget undertecknat personuppgiftsbiträdesavtal/);
});

test('K5 what is to be classified again says so', async () => {
  await show('asset', (v) => v.review_on < kToday && v.status === 'in_use');
  await see(page, /^Det är dags att klassa informationen/);
});

test('O3 a board without a data protection administrator says so', async () => {
  const unit = (await stored(page, 'unit')).find(({ v }) => v.name === 'Valnämnden');
  await page.goto(`${server.url}/register/unit/${unit.id}`);
  await see(page, /Dataskyddshandläggare/);
});

test('O5 everything that a leaver owns is handed over from the person\'s page', async () => {
  await show('person', (v) => v.ends_on >= kToday);
  await button(page, 'Lämna över allt …').waitFor({ state: 'attached' });
});

test('R3 K7 the catalogues stand there to begin with: scenarios, information types', async () => {
  for (const register of ['scenario', 'information_type']) assert.ok((await stored(page, register)).length > 60, register);
  await show('information_type', () => true);
  await button(page, 'Skapa informationstillgång').waitFor({ state: 'attached' });
});

test('no page wrote an error', () => assert.deepEqual(browser.faults, []));
