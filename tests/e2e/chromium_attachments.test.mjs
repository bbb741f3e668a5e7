// Files that hang on a record: attached by who may change it, fetched by who may read it, never run by the browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { noViolations, standing, startBrowser } from './lib/chromium.mjs';
import { button, fileFrom, press, see, stored } from './lib/deeds.mjs';
import { startServer } from './lib/server.mjs';
import { endIfItHangs, until } from './lib/until.mjs';

const kNote = 'Intervju med rektor: nyckeln ligger kvar i låset.\n';
const kScript = '<script>document.title = "run"</script>';

let server, browser, keeper, path;
before(async () => {
  endIfItHangs(() => server?.kill());
  server = await startServer();
  browser = await startBrowser(server);
  keeper = await browser.signIn('samordnare', '/register/document');
  const [document] = await stored(keeper, 'document');
  path = `/register/document/${document.id}/bilagor`;
  await keeper.goto(server.url + path);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const choose = (name, text) =>
  keeper.getByLabel('Lägg till en fil').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
const link = (page, name) => page.getByRole('list', { name: 'Bilagor' }).getByRole('link', { name, exact: true });

test('H1 a chosen file is attached, and found under its record after a reload', async () => {
  await choose('intervju.txt', kNote);
  await link(keeper, 'intervju.txt').waitFor({ state: 'attached' });
  await standing(keeper, 'Allt är sparat');
  await keeper.goto(server.url + path);
  await link(keeper, 'intervju.txt').waitFor({ state: 'attached' });
  await keeper.getByRole('tab', { name: 'Bilagor (1)' }).waitFor({ state: 'attached' });
  await noViolations(keeper, 'Bilagor');
});

test('H1 a script that calls itself a picture is refused in words, by the page and by the server', async () => {
  await choose('bild.png', kScript);
  await see(keeper, /bild\.png: Filen kan inte bifogas/);
  const record = path.split('/')[3];
  const status = await keeper.evaluate(async ([record, body]) => (await fetch(`/api/files?register=document&record=${record}&name=bild.png`, {
    method: 'POST', headers: { 'X-Lisa': '1', 'Content-Type': 'application/octet-stream' }, body })).status, [record, kScript]);
  assert.equal(status, 422);
});

test('H1 who reads the record fetches the file and is offered no change of it; the browser may only keep it', async () => {
  const reader = await browser.signIn('medarbetare', path);
  await link(reader, 'intervju.txt').waitFor({ state: 'attached' });
  assert.equal(await fileFrom(reader, 'Hämta'), kNote);
  assert.equal(await reader.getByLabel('Lägg till en fil').count(), 0);
  assert.equal(await button(reader, 'Ta bort bilagan').count(), 0);
  const [{ id, v }] = await stored(reader, 'attachment');
  const headers = await reader.evaluate(async (address) => Object.fromEntries((await fetch(address)).headers), `/api/files/${v.sha256}?record=${id}`);
  assert.match(headers['content-disposition'], /^attachment;.*intervju\.txt/);
  assert.equal(headers['content-type'], 'application/octet-stream');
  assert.match(headers['content-security-policy'], /sandbox/);
  await reader.context().close();
});

test('H1 without network the file waits, and goes when it is sent again', async () => {
  await keeper.context().setOffline(true);
  await choose('utan-nat.txt', kNote + kNote);
  await see(keeper, /bilagor kan inte skickas utan nätverk/);
  await keeper.context().setOffline(false);
  await press(button(keeper, 'Försök igen'));
  await link(keeper, 'utan-nat.txt').waitFor({ state: 'attached' });
  await standing(keeper, 'Allt är sparat');
});

test('H1 what is removed can be taken back', async () => {
  await press(button(keeper, 'Ta bort bilagan').first());
  await until('the attachment is gone', async () => (await link(keeper, 'intervju.txt').count()) === 0);
  await press(button(keeper, 'Ångra'));
  await link(keeper, 'intervju.txt').waitFor({ state: 'attached' });
});

test('A5 attachments are there when Lisa is read as text', async () => {
  await standing(keeper, 'Allt är sparat');
  await keeper.goto(`${server.url}${path}?vy=text`);
  await link(keeper, 'intervju.txt').waitFor();
  await noViolations(keeper, 'Bilagor som text');
});

test('no page wrote an error', () => assert.deepEqual(browser.faults, []));
