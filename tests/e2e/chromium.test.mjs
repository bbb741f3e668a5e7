// The story of one change, in Chromium with software graphics and the strict content security policy.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { startServer } from './lib/server.mjs';

const kArguments = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
const kAxe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

let server, browser;
const faults = [];

before(async () => {
  server = await startServer();
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: kArguments });
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function signIn(user, path = '/') {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'sv-SE' });
  const page = await context.newPage();
  page.on('console', (message) => { if (message.type() === 'error') faults.push(`${user}: ${message.text()}`); });
  page.on('pageerror', (error) => faults.push(`${user}: ${error.message}`));
  await page.goto(server.url + path);
  await page.getByLabel('Användarnamn').fill(user);
  await page.getByLabel('Lösenord', { exact: true }).fill(server.password);
  await page.getByRole('button', { name: 'Logga in' }).click();
  const consent = page.getByRole('button', { name: /^Ja/ });
  const menu = page.getByRole('navigation', { name: 'Huvudmeny' });
  await consent.or(menu).first().waitFor();
  if (await consent.isVisible().catch(() => false)) await consent.click();
  await menu.waitFor();
  return page;
}

async function noViolations(page, where) {
  const found = await page.evaluate(`(() => { ${kAxe}; return axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html.slice(0, 120)).join(' | '))); })()`);
  assert.deepEqual(found, [], `axe on ${where}`);
}

test('an owner creates an asset, is told what is missing, and sees it saved', async () => {
  const owner = await signIn('agare', '/register/asset');
  await owner.getByRole('button', { name: 'Ny', exact: true }).click();
  await owner.getByRole('button', { name: 'Spara', exact: true }).click();
  const name = owner.getByRole('textbox', { name: 'Namn', exact: true });
  await owner.locator('[aria-invalid="true"]').first().waitFor({ state: 'attached' });
  assert.equal(await name.getAttribute('aria-invalid'), 'true');
  await name.fill('Elevråd é ü ñ');
  await owner.getByRole('combobox', { name: 'Slag' }).selectOption({ label: 'Informationstyp' });
  const unit = owner.getByRole('combobox', { name: /Ansvarig del av organisationen/ });
  await unit.focus();
  await unit.fill('utbildningsnämnd');
  await owner.getByRole('option', { name: 'Utbildningsnämnden' }).waitFor({ state: 'attached' });
  await unit.press('Enter');
  await owner.getByRole('button', { name: 'Spara', exact: true }).click();
  await owner.getByRole('heading', { name: 'Elevråd é ü ñ' }).waitFor();
  await owner.context().close();
});

test('every screen is free of accessibility violations', async () => {
  const page = await signIn('samordnare');
  for (const path of ['/', '/vantar', '/register/unit', '/register/asset', '/register/document']) {
    await page.goto(server.url + path);
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    await noViolations(page, path);
  }
  await page.context().close();
});

test('no page wrote an error to the console', () => {
  assert.deepEqual(faults.filter((fault) => !fault.includes('401')), []);
});
