// Two people at the same time: what one saves the other sees, different fields are merged, the same field is decided.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { edit, save, standing, startBrowser } from './lib/chromium.mjs';
import { fillAsset, filter } from './lib/deeds.mjs';
import { startServer } from './lib/server.mjs';
import { until } from './lib/until.mjs';

const kName = 'Elevråd é ü ñ';
let server, browser, owner, coordinator;

before(async () => {
  server = await startServer();
  browser = await startBrowser(server);
  owner = await browser.signIn('agare', '/register/asset');
  coordinator = await browser.signIn('samordnare', '/register/asset');
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const field = (page, name) => page.getByRole('textbox', { name, exact: true });
const says = (page, text) => page.getByRole('region', { name: 'Informationstillgång', exact: true }).getByText(text, { exact: true }).waitFor();

test('a form with nothing in it is not saved, and the fields say why', async () => {
  await owner.getByRole('button', { name: 'Ny', exact: true }).click();
  await owner.getByRole('button', { name: 'Spara', exact: true }).click();
  await owner.locator('[aria-invalid="true"]').first().waitFor({ state: 'attached' });
  const name = field(owner, 'Namn');
  assert.equal(await name.getAttribute('aria-invalid'), 'true');
  assert.notEqual(await owner.locator(`#${await name.getAttribute('aria-describedby')}`).textContent(), '');
  await owner.getByRole('button', { name: 'Ångra ändringar' }).click();
});

test('an owner creates an asset, and the coordinator sees it without reloading', async (t) => {
  await filter(coordinator, 'elevråd é');
  await coordinator.getByRole('heading', { name: 'Inga träffar' }).waitFor();
  await fillAsset(owner, kName);
  const [answer] = await save(owner);
  const start = Date.now();
  assert.ok(answer.rev > 0, JSON.stringify(answer));
  await coordinator.getByRole('link', { name: kName, exact: true }).waitFor({ state: 'attached' });
  t.diagnostic(`seen by the other after ${Date.now() - start} ms`);
  await owner.getByRole('heading', { name: kName, level: 1 }).waitFor();
  await standing(owner, 'Allt är sparat');
});

test('different fields of one record are merged', async () => {
  await coordinator.getByRole('link', { name: kName, exact: true }).click();
  await edit(coordinator);
  await edit(owner);
  await field(owner, 'Beskrivning').fill('Protokoll från elevrådet.');
  await field(coordinator, 'Förvaras').fill('Närarkivet');
  assert.ok((await save(owner))[0].rev > 0);
  assert.ok((await save(coordinator))[0].rev > 0);
  for (const page of [owner, coordinator]) {
    await says(page, 'Beskrivning: Protokoll från elevrådet.');
    await says(page, 'Förvaras: Närarkivet');
  }
});

test('the same field is not overwritten: the second sees mine and theirs, and chooses', async () => {
  await edit(coordinator);
  await edit(owner);
  await field(owner, 'Förvaras').fill('Skolans server');
  await field(coordinator, 'Förvaras').fill('Kommunarkivet');
  assert.ok((await save(owner))[0].rev > 0);
  assert.equal((await save(coordinator))[0].fault, 'conflict');
  await standing(coordinator, '1 ändring behöver ditt beslut');
  await coordinator.getByRole('navigation').getByRole('link', { name: 'Väntande ändringar' }).click();
  await coordinator.getByRole('button', { name: 'Den andras version: Skolans server' }).waitFor();
  await coordinator.getByRole('button', { name: 'Min version: Kommunarkivet' }).click();
  await coordinator.getByRole('button', { name: 'Spara valet' }).click();
  await standing(coordinator, 'Allt är sparat');
  await says(owner, 'Förvaras: Kommunarkivet');
});

test('the history tells who changed what from what to what', async () => {
  await owner.getByRole('tab', { name: 'Historik' }).click();
  const rows = owner.getByRole('list', { name: 'Historik' }).getByRole('listitem');
  await until('five lines', async () => (await rows.count()) === 5);
  const newest = await rows.first().innerText();
  assert.match(newest, /Ändrad/);
  assert.match(newest, /Skolans server.*Kommunarkivet/);
  assert.match(newest, /\d{4}-\d{2}-\d{2} \d{2}:\d{2}/);
});

test('a reference is followed both ways', async () => {
  await owner.getByRole('tab', { name: 'Översikt' }).click();
  await owner.getByRole('link', { name: 'Utbildningsnämnden' }).click();
  await owner.getByRole('heading', { name: 'Utbildningsnämnden', level: 1 }).waitFor();
  await owner.getByRole('tab', { name: 'Kopplingar' }).click();
  const back = owner.getByRole('link', { name: kName, exact: true });
  await back.waitFor({ state: 'attached' });
  await back.focus();
  await back.press('Enter');
  await owner.getByRole('heading', { name: kName, level: 1 }).waitFor();
  await owner.goBack();
  await owner.getByRole('heading', { name: 'Utbildningsnämnden', level: 1 }).waitFor();
});

test('what somebody may not see is not to be opened by its address', async () => {
  await owner.getByRole('tab', { name: 'Kopplingar' }).click();
  const address = await owner.getByRole('link', { name: kName, exact: true }).getAttribute('href');
  assert.match(address, /^\/register\/asset\//);
  const history = (page) => page.evaluate(async (id) => (await fetch(`/api/history/asset/${id}`)).status, address.split('/').pop());
  const stranger = await browser.signIn('systemagare', address);
  await stranger.getByRole('heading', { name: 'Posten finns inte här' }).waitFor();
  assert.equal(await history(owner), 200);
  assert.equal(await history(stranger), 404);
  await stranger.context().close();
});

test('no page wrote an error', () => assert.deepEqual(browser.faults, []));
