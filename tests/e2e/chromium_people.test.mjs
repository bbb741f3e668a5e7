// People and what is asked of them: the staff system's file, documents in versions, measures with a day, requests from the
// registered. Told by those who do it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { noViolations, standing, startBrowser } from './lib/chromium.mjs';
import { button, choose, date, day, due, field, home, keep, nameOf, open, path, pick, press, see, stands, step, stored, takeBack, tick } from './lib/deeds.mjs';
import { startServer } from './lib/server.mjs';
import { endIfItHangs, until } from './lib/until.mjs';

const kOffice = 'Samhällsbyggnadsförvaltningen';
const kHead = 'Anställningsnummer;Förnamn;Efternamn;Målgrupp;Placering;Befattning;Slutar';
const kJoiner = 'A99001;Nyanna;Provtillsatt;Medarbetare;Lärkskolan;Lärare;';
const kOld = 'Regler för arbete hemma';
const kNew = 'Regler för arbete på distans';
const kBefore = 'Papper med känsliga uppgifter tas hem efter chefens medgivande.';
const kAfter = 'Papper med känsliga uppgifter tas aldrig hem.';
const kRisk = 'Bygglovens arkiv blir oläsligt';
const kMeasure = 'Prova återläsning av bygglovens arkiv';
const kRequest = 'BR-901';

let server, browser, admin;
before(async () => {
  endIfItHangs(() => server?.kill());
  server = await startServer();
  browser = await startBrowser(server);
  admin = await browser.signIn('admin', '/register/unit');
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const tab = (page, name) => page.getByRole('tab', { name, exact: true }).click();

/** Reads the staff system's file into the open register, has its rows known by a key, and waits for what would happen. */
async function look(rows, key, outcome) {
  await admin.getByLabel('Välj fil').setInputFiles({ name: 'personal.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) });
  await until(outcome, async () => {
    await choose(admin, 'Känn igen poster på', key);
    return admin.getByText(outcome, { exact: true }).count();
  });
}

/** Takes back what was done last, until the server is as it was. */
async function isTakenBack(now, wanted) {
  await takeBack(admin);
  await until('the file is taken back', async () => JSON.stringify(await now()) === JSON.stringify(wanted));
  await standing(admin, 'Allt är sparat');
}

test('O2 of the units in the staff system\'s file one is new and one has a new name, known by their code, and it is taken back', async () => {
  const now = async () => Object.fromEntries((await stored(admin, 'unit')).filter(({ v }) => ['E9001', 'E1250'].includes(v.code)).map(({ v }) => [v.code, v.name]));
  const file = ['Kod;Namn;Slag;Hör till', 'E9001;Vattugatans förskola;Enhet;Utbildningsförvaltningen', 'E1250;Stadsmuseet;Enhet;Kultur- och folkhälsoförvaltningen'];
  await button(admin, 'Läs in fil').click();
  await admin.getByRole('heading', { name: 'Importera till Organisationsenheter' }).waitFor();
  await look(file, 'Kod', 'Nya: 1. Ändras: 1. Oförändrade: 0. Hoppas över: 0.');
  assert.deepEqual(await now(), { E1250: 'Museet' });
  await press(button(admin, 'Importera 2 poster'));
  await see(admin, '2 poster är importerade.');
  await standing(admin, 'Allt är sparat');
  assert.deepEqual(await now(), { E1250: 'Stadsmuseet', E9001: 'Vattugatans förskola' });
  await isTakenBack(now, { E1250: 'Museet' });
});

test('O2 the staff system\'s file brings one who joins, one who moves and one who leaves, shown first and taken back', async () => {
  await admin.goto(`${server.url}/register/person`);
  const units = new Map((await stored(admin, 'unit')).map(({ id, v }) => [id, v.name]));
  const staff = (await stored(admin, 'person')).filter(({ v }) => v.staff_id);
  const at = (unit) => staff.find(({ v }) => units.get(v.unit) === unit && v.position === 'Skoladministratör');
  const mover = at('Lärkskolan'), leaver = at('Trastskolan'), gone = at('Svalskolan'), last = day(20);
  const row = ({ id, v }, to) => {
    const unit = id === mover.id ? to : units.get(v.unit);
    return [v.staff_id, v.given_name, v.family_name, 'Medarbetare', unit, v.position, id === leaver.id ? last : ''].join(';');
  };
  const file = (to) => [kHead, kJoiner, ...staff.filter(({ id }) => id !== gone.id).map((one) => row(one, to))];
  /** Whether the joiner is there, where the mover works, and the last days of the two others, as the server has them. */
  const now = async () => {
    const people = await stored(admin, 'person');
    const one = ({ id }) => people.find((person) => person.id === id).v;
    return [people.some(({ v }) => v.staff_id === 'A99001'), units.get(one(mover).unit), one(leaver).ends_on ?? '', one(gone).ends_on ?? ''];
  };
  const untouched = [false, 'Lärkskolan', '', ''];
  assert.deepEqual(await now(), untouched);

  await button(admin, 'Läs in fil').click();
  await admin.getByRole('heading', { name: 'Importera till Personer' }).waitFor();
  const mistaken = file('Trastskollan');
  await look(mistaken, 'Anställningsnummer', `Nya: 1. Ändras: 1. Oförändrade: ${staff.length - 3}. Hoppas över: 0.`);
  await admin.getByRole('heading', { name: /^1 rad(er)? har fel$/ }).waitFor({ state: 'attached' });
  const line = mistaken.findIndex((text) => text.includes('Trastskollan')) + 1;
  await see(admin, new RegExp(`^Rad ${line}, Placering: Ingen sådan finns i Lisa`));
  assert.ok(await admin.getByRole('button', { name: /^Importera/ }).isDisabled());

  await look(file('Svalskolan'), 'Anställningsnummer', `Nya: 1. Ändras: 2. Oförändrade: ${staff.length - 3}. Hoppas över: 0.`);
  await see(admin, new RegExp(`^1 post(er)? finns i Lisa men inte i filen: ${gone.v.name}\\.`));
  await noViolations(admin, 'an import of people');
  assert.deepEqual(await now(), untouched);
  await press(button(admin, 'Importera 3 poster'));
  await see(admin, '3 poster är importerade.');
  await standing(admin, 'Allt är sparat');
  assert.deepEqual(await now(), [true, 'Svalskolan', last, '']);

  await admin.getByRole('searchbox', { name: 'Filtrera listan' }).fill(leaver.v.name);
  await admin.getByRole('link', { name: leaver.v.name, exact: true }).click();
  await see(admin, `Personen slutar ${last}. Lämna över det personen ansvarar för.`);
  await isTakenBack(now, untouched);
});

test('O2 who keeps no people brings in none', async () => {
  const page = await browser.signIn('medarbetare', '/importera/person');
  await see(page, 'Du har inte behörighet att lägga till poster här.');
  assert.equal(await field(page, 'Eller klistra in rader').count(), 0);
  await page.context().close();
});

test('P1 a document is drafted, reviewed, decided and replaced by a version in which the altered words are shown', async () => {
  const page = await browser.signIn('samordnare', '/register/document');
  const draft = async (title, version, lines, replaces) => {
    await page.goto(`${server.url}/register/document`);
    await button(page, 'Läs in fil').click();
    const dialog = page.getByRole('dialog', { name: 'Läs in dokument' });
    const buffer = Buffer.from([title, '', 'Skärm', 'Arbeta där andra inte ser skärmen.', '', 'Papper', ...lines, ''].join('\n'));
    await dialog.getByLabel('Välj fil').setInputFiles({ name: 'regler.txt', mimeType: 'text/plain', buffer });
    await pick(page, /^Ansvarig del/, 'Kommunstyrelsen');
    await dialog.getByRole('button', { name: 'Läs in dokumentet' }).click();
    await page.getByRole('heading', { name: 'Papper', level: 2 }).waitFor({ state: 'attached' });
    await standing(page, 'Allt är sparat');
    await tab(page, 'Redigera');
    await choose(page, 'Slag', 'Instruktion');
    await field(page, 'Version').fill(version);
    if (replaces) await pick(page, 'Ersätter', replaces);
    await keep(page);
    await stands(page, 'Styrdokument', 'Utkast');
  };
  const review = async () => {
    await step(page, 'Skicka på granskning');
    await stands(page, 'Styrdokument', 'På granskning');
  };
  const decide = async (number) => {
    await tab(page, 'Redigera');
    await field(page, 'Fastställt av').fill('Kommunstyrelsen');
    await date(page, 'Beslutsdatum', day(-1));
    await field(page, 'Diarienummer').fill(number);
    await date(page, 'Gäller från', day(0));
    await date(page, 'Nästa översyn', day(700));
    await keep(page);
    await see(page, `Diarienummer: ${number}`);
    await see(page, `Beslutsdatum: ${day(-1)}`);
    await step(page, 'Fastställ');
    await stands(page, 'Styrdokument', 'Fastställt');
  };

  await draft(kOld, '1.0', [kBefore]);
  assert.equal(await button(page, 'Fastställ').count(), 0, 'what has not been reviewed is not adopted');
  await review();
  const reader = await browser.signIn('dataskydd', await path(page));
  await button(reader, 'Skicka tillbaka').waitFor({ state: 'attached' });
  assert.equal(await button(reader, 'Fastställ').count(), 0, 'the officer reviews and does not decide');
  await reader.context().close();
  await decide('KS 2026/412');
  await tab(page, 'Jämför');
  await see(page, /^Dokumentet ersätter inget tidigare dokument/);

  await draft(kNew, '2.0', [kAfter, '', 'På tåget', 'Använd skärmfilter.'], kOld);
  await tab(page, 'Jämför');
  await see(page, `${kNew} 2.0 jämförd med ${kOld} 1.0.`);
  await see(page, '3 stycken har lagts till och 1 har tagits bort.');
  for (const words of [`Borttaget: ${kBefore}`, `Tillagt: ${kAfter}`, 'Tillagt: På tåget', 'Arbeta där andra inte ser skärmen.'])
    await page.getByText(words, { exact: true }).first().waitFor({ state: 'attached' });
  await noViolations(page, 'two versions compared');
  await tab(page, 'Översikt');
  await review();
  await decide('KS 2026/413');
  await open(page, server, 'document', kOld);
  await step(page, 'Ersätt');
  await stands(page, 'Styrdokument', 'Ersatt');
  await page.context().close();
});

test('R4 a measure has owner, day, cost and effect, tells when it is late, and when it is done what is left of the risk', async () => {
  const page = await browser.signIn('systemagare', '/register/risk_analysis');
  const me = await nameOf(page), late = day(-400);
  await button(page, 'Ny').click();
  await field(page, 'Namn').fill('Riskanalys av bygglovens arkiv');
  await choose(page, 'Slag', 'Informationssäkerhet');
  await pick(page, 'Riskmatris', 'fem steg');
  await pick(page, /^Ansvarig del av organisationen/, kOffice);
  await keep(page);
  await tab(page, 'Matris');
  await button(page, 'Ny risk').click();
  await field(page, 'Namn').fill(kRisk);
  await pick(page, 'Riskägare', me);
  for (const [when, likelihood] of [['nu', '3 – Sannolikt: händer förr eller senare'], ['efter åtgärder', '1 – Osannolikt: har hänt någon annanstans']]) {
    await choose(page, `Sannolikhet ${when}`, likelihood);
    await choose(page, `Konsekvens ${when}`, '3 – Allvarlig: stor skada, uppdraget kan inte utföras');
  }
  await choose(page, 'Behandling', 'Minska');
  await keep(page);
  await see(page, 'Risknivå nu: 3 Hög risk');
  await see(page, 'Risknivå efter åtgärder: 2 Medelhög risk');
  await see(page, /^Risken ska minskas men har ingen åtgärd/);

  await page.goto(`${server.url}/register/measure`);
  await button(page, 'Ny').click();
  await field(page, 'Namn').fill(kMeasure);
  await choose(page, 'Prioritet', 'Hög');
  await pick(page, /^Risk$/, kRisk);
  await pick(page, /^Ansvarig del av organisationen/, kOffice);
  await pick(page, /^Ansvarig$/, me);
  await date(page, 'Klart senast', late);
  await choose(page, 'Effekt', 'Minskar sannolikheten');
  await field(page, 'Kostnad en gång (kronor)').fill('ungefär femtio tusen');
  await press(button(page, 'Spara'));
  await see(page, /^Värdet passar inte i det här fältet/);
  await field(page, 'Kostnad en gång (kronor)').fill('45000');
  await keep(page);
  for (const words of [`Klart senast: ${late}`, 'Effekt: Minskar sannolikheten', 'Kostnad en gång (kronor): 45000']) await see(page, words);
  await see(page, /^Åtgärden skulle ha varit klar\. Gör klart den, eller kom överens om ett nytt datum/);
  await noViolations(page, 'a measure that is late');
  await home(page);
  const told = due(page, `Genomför åtgärd: ${kMeasure}`);
  await told.getByText(`försenad sedan ${late}`, { exact: true }).waitFor({ state: 'attached' });

  await press(told.getByRole('link'));
  await page.getByRole('heading', { level: 1, name: kMeasure }).waitFor({ state: 'attached' });
  await step(page, 'Klarmarkera');
  await stands(page, 'Åtgärd', 'Klar');
  await see(page, /^Åtgärden är klar men det står inte när/);
  await tab(page, 'Redigera');
  await date(page, 'Klart den', day(0));
  await field(page, 'Resultat').fill('Arkivet gick att läsa igen efter fyra timmar.');
  await keep(page);
  await see(page, `Klart den: ${day(0)}`);
  await home(page);
  await until('nothing more is said of it', async () => (await told.count()) === 0);
  await open(page, server, 'risk', kRisk);
  await see(page, /^Alla åtgärder är klara, men risken nu bedöms fortfarande högre än efter åtgärder/);
  await page.context().close();
});

test('D5 a request has its last day a month from when it came, two more with a reason, and is not seen by those whom it does not concern', async () => {
  const page = await browser.signIn('handlaggare', '/register/privacy_request');
  await button(page, 'Ny').click();
  await field(page, 'Beteckning').fill(kRequest);
  await choose(page, 'Rättighet', 'Tillgång – registerutdrag (artikel 15)');
  await pick(page, /^Nämnd eller bolag/, 'Vård- och omsorgsnämnden');
  await pick(page, 'Handläggare', await nameOf(page));
  await field(page, 'Namn').fill('Påhittade Provsson');
  await field(page, 'Vad som begärs').fill('Allt som står om mig i hemtjänsten.');
  await press(button(page, 'Spara'));
  await see(page, /^Fyll i det här fältet/);
  assert.equal(await page.getByLabel('Kom in den', { exact: true }).getAttribute('aria-invalid'), 'true');
  await date(page, 'Kom in den', '2024-01-31');
  await keep(page);
  await see(page, 'Svara senast: 2024-02-29');
  await noViolations(page, 'a request from a registered person');
  const request = await path(page);
  await home(page);
  const told = due(page, `Svara den registrerade: ${kRequest}`);
  await told.getByText('försenad sedan 2024-02-29', { exact: true }).waitFor({ state: 'attached' });

  await press(told.getByRole('link'));
  await page.getByRole('heading', { level: 1, name: kRequest }).waitFor({ state: 'attached' });
  await step(page, 'Börja handlägga');
  await tab(page, 'Redigera');
  await tick(page, 'Förlängd tid');
  await field(page, 'Skäl till förlängning').fill('Journalen finns på papper i tre arkiv.');
  await keep(page);
  await see(page, 'Svara senast: 2024-04-30');

  for (const user of ['medarbetare', 'agare']) {
    const stranger = await browser.signIn(user, request);
    await stranger.getByRole('heading', { name: 'Posten finns inte här' }).waitFor();
    assert.deepEqual((await stored(stranger, 'privacy_request')).filter(({ v }) => v.reference === kRequest), [], user);
    if (user === 'medarbetare') assert.equal(await stranger.getByRole('link', { name: 'Begäran från registrerade' }).count(), 0);
    await stranger.context().close();
  }

  await tab(page, 'Redigera');
  await date(page, 'Besvarad den', '2024-04-12');
  await choose(page, 'Utfall', 'Bifall');
  await field(page, 'Motivering').fill('Utdraget är lämnat.');
  await keep(page);
  await step(page, 'Markera som besvarad');
  await stands(page, 'Begäran från registrerad', 'Besvarad');
  await home(page);
  await until('nothing more is said of it', async () => (await told.count()) === 0);
  await page.context().close();
});

test('no page wrote an error', () => assert.deepEqual(browser.faults, []));
