// Whether what is decided is followed, and what happens if it all stops: sentences of a document, exercises,
// internal control, what operators have registered.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { noViolations, startBrowser } from './lib/chromium.mjs';
import { button, choose, field, fileFrom, keep, nameOf, open, press, see, step } from './lib/deeds.mjs';
import { startServer } from './lib/server.mjs';
import { endIfItHangs, until } from './lib/until.mjs';

const kPhone = { viewport: { width: 360, height: 740 } };
const kDuty = 'Resultatet ska spridas så att fler kan lära.';

let server, browser, coordinator, name;
before(async () => {
  endIfItHangs(() => server?.kill());
  server = await startServer();
  browser = await startBrowser(server);
  coordinator = await browser.signIn('samordnare', '/register/document');
  name = await nameOf(coordinator);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The sentence of a document with what stands about it. */
const duty = (page, sentence) => page.getByRole('listitem').filter({ hasText: sentence });

test('F7 each sentence with "ska" says whether it is followed: counted in the registers, or judged by somebody', async () => {
  await open(coordinator, server, 'document', 'Riktlinje för uppföljning av informationssäkerhet');
  await coordinator.getByRole('tab', { name: 'Följs den?' }).click();
  await duty(coordinator, 'All information ska klassas.').getByText(/^Klassade: Informationstillgångar: \d+ av \d+$/).waitFor({ state: 'attached' });
  await duty(coordinator, 'Arbetet ska vara långsiktigt och systematiskt.').getByText('Följs', { exact: true }).waitFor({ state: 'attached' });
  assert.equal(await button(duty(coordinator, 'All information ska klassas.'), 'Bedöm').count(), 0);
  await noViolations(coordinator, 'the sentences of a document');
  await press(button(duty(coordinator, kDuty), 'Bedöm'));
  await choose(coordinator, 'Följs den?', 'Delvis');
  await field(coordinator, 'Motivering').fill('Skolan har berättat, andra inte.');
  await keep(coordinator);
});

test('F7 the judgement stands at the sentence, also on a phone, and opens', async () => {
  const page = await browser.signIn('samordnare', '/', kPhone);
  await open(page, server, 'document', 'Riktlinje för uppföljning av informationssäkerhet');
  await page.getByRole('tab', { name: 'Följs den?' }).click();
  await duty(page, kDuty).getByText(new RegExp(`^Bedömt av ${name} den 20`)).waitFor({ state: 'attached' });
  await duty(page, kDuty).getByText('Följs delvis', { exact: true }).waitFor({ state: 'attached' });
  await noViolations(page, 'the sentences of a document on a phone');
  await press(duty(page, kDuty).getByRole('link', { name: 'Öppna bedömningen' }));
  await see(page, 'Skolan har berättat, andra inte.');
  await page.context().close();
});

test('H8 what a system pulls down stands on one page, and is printed', async () => {
  await open(coordinator, server, 'system', 'Lönevalvet');
  await coordinator.getByRole('tab', { name: 'Vad händer om?' }).click();
  for (const part of ['Vad som slutar fungera', 'Vem som svarar', 'Så klarar ni er utan', 'Klockor som startar', 'Hur länge det får dröja'])
    await coordinator.getByRole('heading', { name: part, level: 2 }).waitFor({ state: 'attached' });
  await see(coordinator, /24 timmar till upplysning: /);
  await noViolations(coordinator, 'what happens if');
  assert.match(await fileFrom(coordinator, 'Skriv ut'), /<h2>Klockor som startar<\/h2>/);
});

test('H8 the same as an exercise on a phone: timer, what is shown, notes, and a protocol to print', async () => {
  const page = await browser.signIn('samordnare', '/', kPhone);
  await open(page, server, 'system', 'Lönevalvet');
  await page.getByRole('tab', { name: 'Vad händer om?' }).click();
  await press(button(page, 'Övning'));
  await field(page, 'Namn').fill('Lönen på prov');
  await keep(page);
  await page.getByRole('tab', { name: 'Öva' }).click();
  await step(page, 'Starta övningen');
  await until('the timer counts', async () => (await page.getByText(/^Tid sedan start: /).textContent()) > 'Tid sedan start: 0:00:01');
  await button(page, 'Visa: Vad som slutar fungera').click(); // while the timer counts, Lisa is not at rest for long
  await page.getByRole('heading', { name: 'Vad som slutar fungera', level: 2 }).waitFor({ state: 'attached' });
  await field(page, 'Anteckning').fill('Vi ringer banken.');
  await button(page, 'Anteckna').click();
  await page.getByRole('list', { name: 'Logg' }).getByText('Vi ringer banken.').waitFor({ state: 'attached' });
  await step(page, 'Avsluta övningen');
  await see(page, /^Övningen pågick /);
  await noViolations(page, 'an exercise on a phone');
  const protocol = await fileFrom(page, 'Skriv ut protokollet');
  assert.match(protocol, /Vi ringer banken\./);
  assert.match(protocol, /Vad som slutar fungera/);
  await page.context().close();
});

test('F3 a result of a control is signed, moves its point on, and stands in the report with its measure', async () => {
  const kPoint = 'Reservrutin för betyg är känd';
  await coordinator.goto(`${server.url}/register/control_plan`);
  await press(coordinator.getByRole('link', { name: /^Internkontroll 20\d\d, Utbildningsnämnden$/ }));
  await see(coordinator, /^1 kontrollpunkt är försenad\.$/);
  await noViolations(coordinator, 'a plan for internal control');
  const plan = coordinator.url();
  await press(coordinator.getByRole('link', { name: kPoint, exact: true }));
  await press(button(coordinator, 'Nytt resultat'));
  await coordinator.getByRole('spinbutton', { name: 'Antal kontrollerade' }).or(field(coordinator, 'Antal kontrollerade')).fill('6');
  await coordinator.getByRole('spinbutton', { name: 'Antal avvikelser' }).or(field(coordinator, 'Antal avvikelser')).fill('2');
  await choose(coordinator, 'Bedömning', 'Gul: brister');
  await field(coordinator, 'Vad ni såg').fill('Två skolor visste inte var rutinen låg.');
  await keep(coordinator);
  await press(button(coordinator, 'Underteckna'));
  await see(coordinator, /^Vad ni gör åt det: /);
  await coordinator.getByRole('tab', { name: 'Redigera' }).click();
  await field(coordinator, 'Vad ni gör åt det').fill('Rutinen sätts upp i expeditionen.');
  await keep(coordinator);
  await coordinator.getByRole('tab', { name: 'Översikt' }).click();
  await step(coordinator, 'Underteckna');
  await see(coordinator, 'Resultatet är inte grönt, men ingen åtgärd är kopplad till det.');
  await coordinator.goto(plan);
  const html = await fileFrom(coordinator, 'Rapport till nämnden');
  assert.match(html, /Grön: 1\. Gul: 1\. Röd: 1\. Inte kontrollerad: 0\./);
  assert.match(html, /Två skolor visste inte var rutinen låg\./);
  assert.match(html, /Månadslista över avslutade anställningar/);
});

test('F3 the plan is read on a phone', async () => {
  const page = await browser.signIn('samordnare', '/register/control_plan', kPhone);
  await press(page.getByRole('link', { name: /^Internkontroll 20\d\d, Utbildningsnämnden$/ }));
  await see(page, /^Grön: 1\. Gul: 1\. Röd: 1\. /);
  await noViolations(page, 'a plan for internal control on a phone');
  await page.context().close();
});

test('H9 a change of what is registered has 14 days, its answers are copied, and the notice stops the clock', async () => {
  await open(coordinator, server, 'registration', 'Köpings kommun');
  await see(coordinator, /^14 dagar till anmälan av ändring: lämnad efter /);
  await coordinator.getByRole('tab', { name: 'Redigera' }).click();
  await field(coordinator, 'Telefon').fill('0221-250 00');
  await keep(coordinator);
  await see(coordinator, /^14 dagar till anmälan av ändring: till 20\d\d-/);
  await noViolations(coordinator, 'a registration');
  await coordinator.getByRole('tab', { name: 'Underlag' }).click();
  await button(coordinator, 'Kopiera: Telefon').waitFor({ state: 'attached' });
  await noViolations(coordinator, 'what is registered, to copy');
  await coordinator.getByRole('tab', { name: 'Redigera' }).click();
  await field(coordinator, 'Anmält till myndigheten').fill(new Date().toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' }).slice(0, 16));
  await field(coordinator, 'Myndighetens nummer').fill('MCF-2026-4711');
  await keep(coordinator);
  await see(coordinator, /MCF-2026-4711$/);
});

test('H9 what was changed and not told is due on Mitt Lisa, on a phone', async () => {
  const page = await browser.signIn('samordnare', '/', kPhone);
  const late = page.getByRole('link', { name: 'Anmäl ändrad registrering: Västra Mälardalens Energi och Miljö AB' });
  const all = page.getByRole('button', { name: /^Att göra: visa alla/ });
  await late.or(all).first().waitFor({ state: 'attached' });
  if (await late.count() === 0) await press(all);
  await press(late);
  await see(page, /^14 dagar till anmälan av ändring: till 20\d\d-/);
  await noViolations(page, 'a registration on a phone');
  await page.context().close();
});

test('no page wrote an error', () => assert.deepEqual(browser.faults, []));
