// A classification workshop: a facilitator at the big screen, and two phones that take part by a code, without an account.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { noViolations, save, startBrowser } from './lib/chromium.mjs';
import { button, filter, press } from './lib/deeds.mjs';
import { startServer } from './lib/server.mjs';
import { endIfItHangs, kPatienceMs, until } from './lib/until.mjs';

const kPhone = { viewport: { width: 360, height: 740 } };
let server, browser, phones;
before(async () => {
  endIfItHangs(() => server?.kill());
  server = await startServer();
  browser = await startBrowser(server);
  phones = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-quic'] });
});
after(async () => {
  await browser?.close();
  await phones?.close();
  await server?.stop();
});

const shot = (page, name) => (process.env.LISA_SHOTS ? page.screenshot({ path: `${process.env.LISA_SHOTS}/${name}.png` }) : undefined);

/** A phone on the page where the code is written. */
async function fresh() {
  const context = await phones.newContext({ locale: 'sv-SE', ...kPhone });
  context.setDefaultTimeout(kPatienceMs);
  const page = await context.newPage();
  await page.goto(`${server.url}/verkstad`);
  return page;
}

/** A phone that joined by the code. */
async function phone(code) {
  const page = await fresh();
  await page.getByLabel('Sexsiffrig kod').fill(code);
  await button(page, 'Anslut').click();
  await page.getByText('Du är med.').waitFor();
  return page;
}

async function vote(page, level) {
  await page.getByRole('heading', { level: 2 }).waitFor();
  for (const group of await page.getByRole('radiogroup').all()) await group.getByRole('radio', { name: level }).check();
  await button(page, 'Skicka min röst').click();
  await page.getByText('Din röst är mottagen.').waitFor();
}

test('K6 two phones vote by a code, the spread shows only when the facilitator shows it, and the result is saved', async () => {
  const page = await browser.signIn('samordnare', '/register/asset', { viewport: { width: 1920, height: 1080 } });
  await filter(page, 'elevregister');
  await page.getByRole('link', { name: 'Elevregister', exact: true }).click();
  await button(page, 'Klassa').click();
  await save(page);
  await page.getByRole('tab', { name: 'Verkstad' }).click();
  await button(page, 'Starta verkstaden').click();
  const code = /\d{3} \d{3}/.exec(await page.getByText(/^Kod: /).first().textContent())[0];
  await shot(page, 'lobby');
  await noViolations(page, 'the lobby of a workshop');

  const stranger = await fresh();
  await noViolations(stranger, 'the page where the code is written');
  await stranger.getByLabel('Sexsiffrig kod').fill(code === '000 000' ? '000 001' : '000 000');
  await button(stranger, 'Anslut').click();
  await stranger.getByText('Koden finns inte eller gäller inte längre.').waitFor();

  const [one, other] = [await phone(code), await phone(code)];
  await page.getByText('2 har anslutit').first().waitFor({ state: 'attached' });
  await press(button(page, 'Börja rösta'));
  // The level's own words stand beside each choice: what it means for this kind of harm.
  await one.getByRole('heading', { level: 2 }).waitFor();
  for (const group of await one.getByRole('radiogroup').all()) await group.getByRole('radio', { name: /^3 – Allvarlig skada .{10,}/ }).waitFor();
  await vote(one, /^1/);
  await shot(one, 'phone');
  await noViolations(one, 'the questions on a phone');
  assert.equal(await one.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'nothing runs over the edge');
  await one.reload();
  await one.getByText('Din röst är mottagen.').waitFor();
  assert.equal(await one.getByRole('radio', { name: /^1/ }).first().isChecked(), true, 'a reload keeps the vote');
  await page.getByText('1 av 2 har röstat').first().waitFor({ state: 'attached' });
  await vote(other, /^3/);
  await page.getByText('2 av 2 har röstat').first().waitFor({ state: 'attached' });
  await shot(page, 'voting');
  await noViolations(page, 'the vote on the big screen');
  assert.equal(await page.getByRole('table', { name: 'Så här röstade ni' }).count(), 0);
  assert.equal(await one.getByText('Median').count(), 0);

  await press(button(page, 'Visa rösterna'));
  await page.getByRole('table', { name: 'Så här röstade ni' }).waitFor({ state: 'attached' });
  await one.getByText('Median: 2 – Betydande skada').first().waitFor();
  await shot(page, 'shown');
  await shot(one, 'phone_shown');
  await noViolations(page, 'the spread on the big screen');
  await noViolations(one, 'the spread on a phone');

  await press(button(page, 'Använd resultatet'));
  await page.getByRole('textbox', { name: 'Motivering av konfidentialiteten', exact: true }).fill('Vi enades efter samtal.');
  await page.getByRole('textbox', { name: 'Deltagare', exact: true }).fill('Anna Ek skolsköterska, Bo Al rektor');
  const answers = await save(page);
  assert.deepEqual(answers.filter(({ fault }) => fault), []);
  await page.getByText(/2 Betydande skada/).first().waitFor({ state: 'attached' });
  await page.getByRole('tab', { name: 'Verkstad' }).click();
  await press(button(page, 'Avsluta'));
  await until('the phones hear that it is over', () => one.getByText('Verkstaden är slut. Tack för din hjälp!').isVisible());
  assert.deepEqual(browser.faults, []);
});
