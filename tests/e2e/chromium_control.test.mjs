// Whether what is decided is followed: the sentences of a governing document.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { noViolations, startBrowser } from './lib/chromium.mjs';
import { button, choose, field, keep, nameOf, open, press, see } from './lib/deeds.mjs';
import { startServer } from './lib/server.mjs';
import { endAfter } from './lib/until.mjs';

const kPhone = { viewport: { width: 360, height: 740 } };
const kDuty = 'Resultatet ska spridas så att fler kan lära.';

let server, browser, coordinator, name;
before(async () => {
  endAfter(400_000, () => server?.kill());
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

test('no page wrote an error', () => assert.deepEqual(browser.faults, []));
