// What users of other systems miss (docs/complaints.md), done here by those whom it concerns.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { noViolations, save, standing, startBrowser } from './lib/chromium.mjs';
import { button, choose, date, day, field, fileFrom, filter, keep, nameOf, open, press, see, step, stored, takeBack } from './lib/deeds.mjs';
import { atRest } from './lib/rest.mjs';
import { startServer } from './lib/server.mjs';
import { endIfItHangs, until } from './lib/until.mjs';

let server, browser, page;
before(async () => {
  endIfItHangs(() => server?.kill());
  server = await startServer();
  browser = await startBrowser(server);
  page = await browser.signIn('samordnare', '/register/system');
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const rowOf = (name) => page.getByRole('rowheader').getByRole('link', { name, exact: true });
/** Picks rows by the keyboard, one after the other. */
async function pickRows(names) {
  for (const [at, name] of names.entries()) {
    await rowOf(name).focus();
    await atRest(page);
    await rowOf(name).press('Space');
    await see(page, new RegExp(`^${at + 1} vald`));
  }
}
const states = async (register, names) => (await stored(page, register)).filter(({ v }) => names.includes(v.name)).map(({ v }) => v.status).sort();

test('I5 a file with owner, status and class brings all three, and says beforehand which steps are taken', async () => {
  const owner = await nameOf(page);
  const rows = ['Namn;Slag;Ansvarig del av organisationen;Systemägare;Status;KRT',
    `Mätarstation 1;Styrsystem;Kommunledningsförvaltningen;${owner};I drift;2/3/3`,
    `Mätarstation 2;Styrsystem;Kommunledningsförvaltningen;${owner};i bruk;1/1/2`];
  await press(button(page, 'Läs in fil'));
  await field(page, 'Eller klistra in rader').fill(rows.join('\n'));
  await button(page, 'Läs in det inklistrade').click();
  await see(page, /^2 rader har en klass\. Den sparas som postens egen nivå/);
  await see(page, /^2 nya poster tas till I drift, med /);
  await noViolations(page, 'an import that takes steps');
  await press(button(page, 'Importera 2 poster'));
  await see(page, '2 poster är importerade.');
  await standing(page, 'Allt är sparat');
  const made = (await stored(page, 'system')).filter(({ v }) => v.name.startsWith('Mätarstation'));
  assert.deepEqual(made.map(({ v }) => v.status), ['in_operation', 'in_operation']);
  assert.ok(made.every(({ v }) => v.owner && v.class_motive), JSON.stringify(made.map(({ v }) => v)));
});

test('A8 two systems are picked by the keyboard, take one step together, and both are taken back', async () => {
  const names = ['Mätarstation 1', 'Mätarstation 2'];
  await page.goto(`${server.url}/register/system`);
  await filter(page, 'Mätarstation');
  await pickRows(names);
  await press(button(page, 'Ta steg'));
  await see(page, '2 av 2 poster kan ta steget.');
  await noViolations(page, 'a step for many');
  await press(button(page, 'Börja avveckla: 2 poster'));
  await until('both are stored', async () => (await states('system', names)).join() === 'phasing_out,phasing_out');
  await takeBack(page);
  await until('both are back', async () => (await states('system', names)).join() === 'in_operation,in_operation');
});

test('I5 K2 what the list shows is exported in its order, with the class that holds and why, as a table and as data', async () => {
  await page.goto(`${server.url}/register/system?filter=M%C3%A4tarstation&sort=-name`);
  await rowOf('Mätarstation 2').waitFor();
  const exported = async (kind) => {
    await press(button(page, 'Exportera'));
    await see(page, '2 poster exporteras, i den ordning som listan visar.');
    const file = await fileFrom(page, kind);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    return file;
  };
  const table = (await exported('Kalkylblad (CSV)')).replace(/^\uFEFF/, '').split('\r\n');
  assert.match(table[0], /Konfidentialitet \(gällande\) – uträknat av Lisa/);
  assert.deepEqual(table.slice(1, 3).map((line) => line.split(';')[0]), ['Mätarstation 2', 'Mätarstation 1']);
  const { records } = JSON.parse(await exported('Data (JSON)'));
  assert.deepEqual(records.map(({ v }) => v.name), ['Mätarstation 2', 'Mätarstation 1']);
  assert.ok(records.every(({ worked_out: worked }) => Object.keys(worked).length > 0), JSON.stringify(records));
});

test('A8 a field is altered in two picked rows at once, and taken back', async () => {
  await pickRows(['Mätarstation 2', 'Mätarstation 1']);
  await press(button(page, 'Ändra'));
  await choose(page, 'Fält', 'Driftform');
  await choose(page, 'Driftform', 'Egen drift');
  await press(button(page, 'Ändra 2 poster'));
  await see(page, '2 poster är ändrade.');
  const hosts = async () => (await stored(page, 'system')).filter(({ v }) => v.name.startsWith('Mätarstation')).map(({ v }) => v.hosting ?? '').join();
  await until('both are altered', async () => /^(\w+),\1$/.test(await hosts()));
  await takeBack(page);
  await until('both are back', async () => (await hosts()) === ',');
});

test('R2 R4 an analysis of one system comes out as one sheet, with its class, risks and measures', async () => {
  const [risk] = (await stored(page, 'risk')).filter(({ v }) => v.system && v.current_level);
  await page.goto(`${server.url}/register/system/${risk.v.system}`);
  const sheet = await fileFrom(page, 'Ladda ner posten som dokument');
  for (const heading of ['Information som ger klassen', 'Risken före och efter åtgärder', risk.v.name]) assert.ok(sheet.includes(heading), heading);
});

test('F5 what was removed is found in its list, opened with its history, and put back', async () => {
  await page.goto(`${server.url}/register/task`);
  const first = page.getByRole('rowheader').getByRole('link').first();
  const name = await first.textContent();
  await first.press('Space');
  await press(button(page, 'Ta bort'));
  await press(page.getByRole('dialog').getByRole('button', { name: /^Ta bort/ }));
  await rowOf(name).waitFor({ state: 'detached' });
  await standing(page, 'Allt är sparat');
  await press(button(page, 'Borttagna'));
  await rowOf(name).click();
  await see(page, /^Posten togs bort .* Den visas som den var då/);
  await noViolations(page, 'a removed record');
  await press(button(page, 'Återställ').last());
  await see(page, '1 post är återställd.');
  await press(button(page, 'Tillbaka till listan'));
  await rowOf(name).waitFor();
});

test('R1 a risk that is rewritten after its acceptance says so, shows both texts, and is accepted anew', async () => {
  const [risk] = (await stored(page, 'risk')).filter(({ v }) => v.status === 'accepted' && v.current_level === 3);
  await page.goto(`${server.url}/register/risk/${risk.id}`);
  await page.getByRole('tab', { name: 'Beslutet' }).click();
  await see(page, 'Inget har ändrats sedan risken accepterades.');
  await page.getByRole('tab', { name: 'Redigera' }).click();
  await field(page, 'Namn').fill(`${risk.v.name}, omskriven`);
  await keep(page);
  await page.getByRole('tab', { name: 'Beslutet' }).click();
  await see(page, 'När risken accepterades');
  await see(page, new RegExp(`${risk.v.name.replace(/[()]/g, '\\$&')}, omskriven`));
  await noViolations(page, 'an acceptance and what was rewritten');
  const chief = await browser.signIn('kommunchef', `/register/risk/${risk.id}`);
  await press(button(chief, 'Fyll i beslut'));
  await save(chief);
  await chief.getByRole('tab', { name: 'Översikt' }).click();
  await step(chief, 'Acceptera');
  await chief.getByRole('tab', { name: 'Beslutet' }).click();
  await see(chief, 'Inget har ändrats sedan risken accepterades.');
  await chief.context().close();
});

test('S5 an employee asks for an exception, and hears on Mitt Lisa that it was refused and why', async () => {
  const employee = await browser.signIn('medarbetare', '/register/policy_exception', { viewport: { width: 360, height: 740 } });
  await press(button(employee, 'Ny'));
  await field(employee, 'Namn').fill('Delat konto i receptionen');
  await field(employee, 'Regel och undantag').fill('Ett konto för alla i receptionen.');
  await field(employee, 'Varför det behövs').fill('Skiftbyte mitt i ett samtal.');
  await date(employee, 'Gäller till', day(90));
  await keep(employee);
  await open(page, server, 'policy_exception', 'Delat konto i receptionen');
  await page.getByRole('tab', { name: 'Redigera' }).click();
  await field(page, 'Motivering till beslutet').fill('Var sitt konto går lika fort.');
  await keep(page);
  await page.getByRole('tab', { name: 'Översikt' }).click();
  await step(page, 'Avslå');
  await employee.goto(server.url);
  await employee.getByRole('link', { name: 'Delat konto i receptionen: Avslaget' }).click();
  await see(employee, /Var sitt konto går lika fort\./);
  await noViolations(employee, 'an exception that was refused');
  assert.equal(await employee.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  await employee.context().close();
});

test('no page wrote an error', () => assert.deepEqual(browser.faults, []));
