// Without network, and with a server that dies: work goes on, and nothing that was kept is lost or sent twice.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { edit, save, standing, startBrowser, storedAssets, storedHistory } from './lib/chromium.mjs';
import { fillAsset } from './lib/deeds.mjs';
import { startServer } from './lib/server.mjs';
import { until } from './lib/until.mjs';

let server, browser, owner;

before(async () => {
  server = await startServer();
  browser = await startBrowser(server);
  owner = await browser.signIn('agare', '/register/asset');
  await owner.evaluate(() => navigator.serviceWorker.ready);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const press = (name) => owner.getByRole('button', { name, exact: true }).click();
const type = (name, text) => owner.getByRole('textbox', { name, exact: true }).fill(text);

/** What the device keeps of unsaved forms: sealed, so all that shows is whether it altered. */
const keptDrafts = (page) => page.evaluate(() => new Promise((resolve) => {
  const opening = indexedDB.open('lisa');
  opening.onsuccess = () => {
    const asked = opening.result.transaction('keys').objectStore('keys').getAll();
    asked.onsuccess = () => resolve(asked.result.filter(({ name }) => name.startsWith('drafts ')).map(({ value }) => new Uint8Array(value.sealed).join()).join());
    opening.result.close();
  };
}));

async function change(name, text) {
  await edit(owner);
  await type(name, text);
  await press('Spara');
  await owner.getByText(`${name}: ${text}`, { exact: true }).waitFor();
}

test('cut off, work goes on; after a reload it still waits; connected again, it is sent once', async () => {
  await owner.context().setOffline(true);
  await standing(owner, 'Ingen anslutning');
  await fillAsset(owner, 'Klasslistor utan nät');
  await press('Spara');
  await standing(owner, '1 ändring väntar');
  await change('Beskrivning', 'Skriven utan nät.');
  await change('Förvaras', 'I väskan');
  await standing(owner, '3 ändringar väntar');

  await owner.reload();
  await standing(owner, '3 ändringar väntar');
  await owner.getByRole('heading', { name: 'Klasslistor utan nät', level: 1 }).waitFor();
  await owner.getByText('Förvaras: I väskan', { exact: true }).waitFor();

  await owner.context().setOffline(false);
  await standing(owner, 'Allt är sparat');
  const found = await storedAssets(owner, 'Klasslistor utan nät');
  assert.equal(found.length, 1);
  assert.equal(found[0].v.description, 'Skriven utan nät.');
  assert.deepEqual((await storedHistory(owner, found[0].id)).map((row) => row.verb).sort(), ['create', 'update', 'update']);
});

test('a server killed while saving has lost nothing that it acknowledged, and gets the rest once', async () => {
  await fillAsset(owner, 'Matsedlar');
  await press('Spara');
  await standing(owner, 'Allt är sparat');
  const acknowledged = new Set();
  owner.on('response', async (reply) => {
    if (reply.request().method() !== 'POST' || !reply.url().endsWith('/api/changes')) return;
    const { answers } = await reply.json().catch(() => ({}));
    for (const { id, rev } of answers ?? []) if (rev > 0) acknowledged.add(`${id} ${rev}`);
  });
  const versions = Array.from({ length: 6 }, (_, i) => `Vecka ${i + 1}`);
  for (const text of versions) {
    if (text === 'Vecka 3') setTimeout(() => server.kill(), 20);
    await change('Beskrivning', text);
  }
  await server.start();
  await standing(owner, 'Allt är sparat');
  const [asset] = await storedAssets(owner, 'Matsedlar');
  assert.equal(asset.v.description, 'Vecka 6');
  const told = (await storedHistory(owner, asset.id)).filter((row) => row.verb === 'update').map((row) => row.fields[0].after);
  assert.deepEqual(told.reverse(), versions);
  assert.ok(acknowledged.size >= versions.length, `${acknowledged.size} answers`);
});

test('a session that is over leads to the sign-in page, and what waited is sent after it', async () => {
  await owner.context().clearCookies();
  await edit(owner);
  await type('Förvaras', 'Skriven efter att sessionen tog slut');
  await press('Spara');
  await owner.getByLabel('Användarnamn').fill('agare');
  await owner.getByLabel('Lösenord', { exact: true }).fill(server.password);
  await owner.getByRole('button', { name: 'Logga in' }).click();
  await standing(owner, 'Allt är sparat');
  const [asset] = await storedAssets(owner, 'Matsedlar');
  assert.equal(asset.v.kept_where, 'Skriven efter att sessionen tog slut');
});

test('what was typed and not saved is there after a reload, and after the session has ended', async () => {
  const page = await browser.signIn('agare', '/register/asset');
  page.on('dialog', (dialog) => dialog.accept());
  await page.getByRole('rowheader').getByRole('link').first().click();
  await edit(page);
  const field = page.getByRole('textbox', { name: 'Beskrivning', exact: true }), before = await keptDrafts(page);
  await field.fill('Halvskriven mening');
  await until('it is kept', async () => (await keptDrafts(page)) !== before);
  const isBack = () => page.waitForFunction(() => [...document.querySelectorAll('textarea')].some((area) => area.value === 'Halvskriven mening'));
  await page.reload();
  await isBack();
  await page.context().clearCookies();
  // Whatever asks the server next learns that the session is over: the stream of changes, or this, if the page is still there.
  await page.evaluate(() => dispatchEvent(new Event('online'))).catch(() => {});
  await page.getByLabel('Användarnamn').fill('agare');
  await page.getByLabel('Lösenord', { exact: true }).fill(server.password);
  await page.getByRole('button', { name: 'Logga in' }).click();
  await page.getByRole('banner').getByRole('button', { name: 'Logga ut' }).waitFor();
  await page.getByRole('tab', { name: 'Redigera' }).click();
  await isBack();
  assert.ok((await save(page)).every(({ rev }) => rev > 0));
  await standing(page, 'Allt är sparat');
  await page.context().close();
});

test('no page wrote an error', () => assert.deepEqual(browser.faults, []));
