// A policy file becomes a document that can be read, with nothing of its text lost; broken files are refused in words.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { standing, startBrowser } from './lib/chromium.mjs';
import { path, pick } from './lib/deeds.mjs';
import { startServer } from './lib/server.mjs';

const kPolicy = readFileSync(new URL('../samples/informationssakerhetspolicy.txt', import.meta.url));
const kBroken = [
  ['bild.txt', Buffer.from([0, 1, 2, 0xff]), 'inte en textfil'],
  ['tom.txt', Buffer.alloc(0), 'Filen är tom'],
  ['stor.txt', Buffer.alloc(50 * 1024 * 1024, 'a '), 'Filen är för stor'],
];
let server, browser, coordinator, folder;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lisa-policy-'));
  server = await startServer();
  browser = await startBrowser(server);
  coordinator = await browser.signIn('samordnare', '/register/document');
});
after(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true });
});

const dialog = () => coordinator.getByRole('dialog', { name: 'Läs in dokument' });
const choose = async (name, bytes) => {
  writeFileSync(join(folder, name), bytes);
  await dialog().getByLabel('Välj fil').setInputFiles(join(folder, name));
};
/** Letters and digits only: what must survive whatever is done about lines, bullets and spaces. */
const essence = (text) => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');

test('a file that is no text, empty or far too large is refused in words', async () => {
  await coordinator.getByRole('button', { name: 'Läs in fil' }).click();
  for (const [name, bytes, problem] of kBroken) {
    await choose(name, bytes);
    await dialog().getByRole('alert').filter({ hasText: problem }).waitFor();
    assert.equal(await dialog().getByRole('button', { name: 'Läs in dokumentet' }).count(), 0);
  }
});

test('the policy becomes a document whose headings are sections, every word of it in the page', async () => {
  await choose('informationssakerhetspolicy.txt', kPolicy);
  await pick(dialog(), 'Ansvarig del', 'Kommunstyrelsen');
  await dialog().getByRole('button', { name: 'Läs in dokumentet' }).click();
  await coordinator.getByRole('heading', { name: 'Syfte', level: 2 }).waitFor();
  await standing(coordinator, 'Allt är sparat');
  const read = await coordinator.getByRole('region', { name: 'Styrdokument', exact: true }).textContent();
  const title = await coordinator.getByRole('heading', { level: 1 }).innerText();
  const lines = kPolicy.toString('utf8').split('\n').filter((line) => line.trim() !== title && !/^\d{1,4}$/.test(line.trim()));  // page numbers are left out
  let at = 0;
  for (const word of lines.join('\n').split(/\s+/).map(essence).filter(Boolean)) {
    const found = essence(read).indexOf(word, at);
    assert.notEqual(found, -1, `"${word}" is in its place`);
    at = found;
  }
  assert.notEqual(title, '');
});

test('another person can read it after a reload', async () => {
  const employee = await browser.signIn('medarbetare', await path(coordinator));
  await employee.getByRole('heading', { name: 'Syfte', level: 2 }).waitFor({ state: 'attached' });
  await employee.context().close();
});

test('no page wrote an error', () => assert.deepEqual(browser.faults, []));
