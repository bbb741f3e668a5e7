// How it was: a list as of a day, two days compared, and back; and the trail of who changed and who read, for those whom it concerns.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { noViolations, startBrowser } from './lib/chromium.mjs';
import { button, day, open, press, see, stored } from './lib/deeds.mjs';
import { startServer } from './lib/server.mjs';
import { isReadable } from './lib/text.mjs';
import { endIfItHangs, until } from './lib/until.mjs';

const kName = 'Förteckning som kom till i dag', kBreach = 'Borttappad surfplatta i hemtjänsten';

let server, browser, page;
before(async () => {
  endIfItHangs(() => server?.kill());
  server = await startServer();
  browser = await startBrowser(server);
  page = await browser.signIn('samordnare', '/register/asset');
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Makes an asset as another browser of the same person would. */
async function make(name) {
  const [{ id: unit }] = await stored(page, 'unit');
  const answer = await page.evaluate(async ({ name, unit }) => {
    const change = { id: crypto.randomUUID(), client: crypto.randomUUID(), verb: 'create', entity: 'asset', record: crypto.randomUUID(), base: 0,
      patch: { name, kind: 'process', unit } };
    const reply = await fetch('/api/changes', { method: 'POST', headers: { 'X-Lisa': '1', 'Content-Type': 'application/json' },
      body: JSON.stringify({ protocol: 1, changes: [change] }) });
    return (await reply.json()).answers[0];
  }, { name, unit });
  assert.ok(answer.rev > 0, JSON.stringify(answer));
}

const filter = (text) => page.getByRole('searchbox', { name: 'Filtrera listan' }).fill(text);
const row = (name) => page.getByRole('link', { name, exact: true });
const dayField = () => page.getByLabel('Dag', { exact: true });

test('F9 a day is chosen by keys, by the line and by its name, and the list is as it was then', async () => {
  await make(kName);
  await filter(kName);
  await row(kName).waitFor({ state: 'attached' });
  await filter('');
  await press(button(page, 'Som det var'));
  const line = page.getByRole('slider', { name: 'Dra till en dag' });
  await line.waitFor({ state: 'attached' });
  await noViolations(page, 'which day');
  await line.focus();
  await line.press('ArrowLeft');
  await until('the line gives yesterday', async () => (await dayField().inputValue()) === day(-1));
  await press(page.getByRole('button', { name: /^För en månad sedan \(/ }));
  await until('the name gives a day', async () => (await dayField().inputValue()) < day(-25));
  await dayField().fill(day(-1));
  await press(button(page, 'Visa'));
  await see(page, `Så här var det ${day(-1)}`);
  await until('the address says the day', () => new URL(page.url()).searchParams.get('den') === day(-1));
  await filter(kName);
  await see(page, 'Inga träffar');
  await filter('');
  await page.getByRole('row').nth(1).waitFor({ state: 'attached' });
  assert.equal(await button(page, 'Ny').count(), 0);
  assert.equal(await button(page, 'Läs in fil').count(), 0);
  await noViolations(page, 'a list as it was');
});

test('F9 a record of that day can be read and not altered, and the day is there after loading the page again', async () => {
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  await page.getByRole('tab', { name: 'Historik' }).click();
  await see(page, 'Skapad');
  await see(page, `Så här var det ${day(-1)}`);
  assert.equal(await page.getByRole('tab', { name: 'Redigera' }).count(), 0);
  await page.reload();
  await see(page, `Så här var det ${day(-1)}`);
  await noViolations(page, 'a record as it was');
});

test('F9 two days are compared in words, and each row leads to its history', async () => {
  await page.goto(`${server.url}/register/asset?den=${day(-1)}&mot=${day(0)}`);
  await see(page, `Det här skiljer mellan ${day(-1)} och ${day(0)}`);
  await see(page, /^Har kommit till \(\d+\)$/);
  await noViolations(page, 'two days');
  await press(row(kName));
  await page.getByRole('heading', { level: 1, name: kName }).waitFor({ state: 'attached' });
  await see(page, 'Skapad');
  await press(button(page, 'Till i dag'));
  await until('the address has no day', () => !new URL(page.url()).searchParams.has('den'));
});

test('F9 the organisation and its seats are shown as of a day, and a day that has not been is refused in words', async () => {
  await page.goto(`${server.url}/organisation?den=${day(-1)}`);
  await page.getByRole('treeitem', { name: /^Köpings kommun,/ }).waitFor({ state: 'attached' });
  assert.equal(await page.getByRole('button', { name: 'Utse efterträdare' }).count(), 0);
  await noViolations(page, 'the organisation as it was');
  await page.goto(`${server.url}/organisation?den=${day(2)}`);
  await see(page, `${day(2)} har inte varit än`);
  await page.goto(`${server.url}/register/asset?den=2001-01-01`);
  await see(page, /^Lisa hade inget inskrivet den dagen/);
});

test('F9 how it was needs the network, and says so; it comes when the connection is back', async () => {
  await page.goto(`${server.url}/register/system`);
  await page.getByRole('row').nth(1).waitFor({ state: 'attached' });
  await press(button(page, 'Som det var'));
  await dayField().fill(day(-1));
  await page.context().setOffline(true);
  await press(button(page, 'Visa'));
  await see(page, /^Hur det var vet bara servern/);
  await page.context().setOffline(false);
  await page.getByRole('row').nth(1).waitFor({ state: 'attached' });
});

test('F9 a day fits a phone, and can be read as text', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${server.url}/register/asset?den=${day(-1)}&mot=${day(0)}`);
  await see(page, /^Har kommit till/);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await noViolations(page, 'two days on a phone');
  await page.goto(`${server.url}/register/asset?den=${day(-1)}&vy=text`);
  await page.getByText(`Så här var det ${day(-1)}`).first().waitFor();
  await isReadable(page, 'a day as text');
  await noViolations(page, 'a day as text');
});

test('F5 a breach that somebody opened stands in the trail of who reads it, and the chain is whole', async () => {
  const reader = await browser.signIn('handlaggare', '/register/breach');
  const told = reader.waitForResponse((reply) => reply.url().endsWith('/api/reads'));
  await open(reader, server, 'breach', kBreach);
  assert.equal((await told).status(), 200);
  const name = await reader.evaluate(async () => (await (await fetch('/api/me')).json()).person.name);
  assert.equal(await reader.getByRole('link', { name: 'Spårlogg', exact: true }).count(), 0);
  await reader.context().close();

  const officer = await browser.signIn('dataskydd', '/sparlogg');
  await officer.getByRole('heading', { level: 1, name: 'Spårlogg' }).waitFor({ state: 'attached' });
  await see(officer, /^(Ändrad|Skapad|Nytt läge|.+): /);
  await noViolations(officer, 'changes');
  await officer.getByRole('tab', { name: 'Läsningar' }).click();
  await officer.getByRole('link', { name: `Läst: ${kBreach} (Personuppgiftsincident)`, exact: true }).first().waitFor({ state: 'attached' });
  await see(officer, new RegExp(`^20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d\\s+${name}$`));
  const download = officer.waitForEvent('download');
  await press(button(officer, 'Exportera'));
  assert.equal((await download).suggestedFilename(), 'Spårlogg.csv');
  await press(button(officer, 'Kontrollera kedjan'));
  await see(officer, /^Kedjan är hel: \d+ rader/);
  await noViolations(officer, 'the trail');
  await officer.setViewportSize({ width: 360, height: 740 });
  await until('it fits', () => officer.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await noViolations(officer, 'the trail on a phone');
  await officer.goto(`${server.url}/sparlogg?vy=text`);
  await officer.getByRole('heading', { level: 1, name: 'Spårlogg' }).waitFor();
  await isReadable(officer, 'the trail as text');
  await officer.context().close();
});

test('no page wrote an error', () => assert.deepEqual(browser.faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(fault)), []));
