// Every screen for everyone: free of violations, in a narrow window, by keyboard alone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { edit, noViolations, standing, startBrowser } from './lib/chromium.mjs';
import { atRest } from './lib/rest.mjs';
import { startServer } from './lib/server.mjs';
import { firstRow, go } from './lib/text.mjs';
import { until } from './lib/until.mjs';

const kRegisters = ['unit', 'person', 'assignment', 'document', 'asset', 'system', 'asset_system'];
const kTabs = ['', '/falt', '/kopplingar', '/historik', '/las'];
let server, browser;

before(async () => {
  server = await startServer();
  browser = await startBrowser(server);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const heading = (page) => page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor();

test('A5 WCAG 1.3.5 3.3.8 the sign-in page is free of violations, and a password manager can fill it in', async () => {
  const page = await browser.signIn('revisor');
  await page.getByRole('button', { name: 'Logga ut' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Logga ut' }).click();
  await page.getByLabel('Användarnamn').waitFor();
  await noViolations(page, 'the sign-in page');
  assert.deepEqual(await page.locator('#signin-form input').evaluateAll((fields) => fields.map((field) => field.autocomplete)), ['username', 'current-password']);
  await page.getByLabel('Lösenord', { exact: true }).evaluate((field) => {
    const paste = new ClipboardEvent('paste', { cancelable: true, bubbles: true });
    window.pastes = field.dispatchEvent(paste);
  });
  assert.equal(await page.evaluate(() => window.pastes), true, 'a password can be pasted');
  await page.getByLabel('Användarnamn').fill('revisor');
  await page.getByLabel('Lösenord', { exact: true }).fill('fel lösenord');
  await page.getByRole('button', { name: 'Logga in' }).click();
  await page.getByRole('alert').filter({ hasText: /./ }).first().waitFor();
  await noViolations(page, 'the sign-in page after a mistake');
  await page.context().close();
});

for (const width of [1280, 360])
  test(`A5 WCAG 1.1.1 1.3.1 every register, record and tab is free of violations, ${width} pixels wide`, async () => {
    const page = await browser.signIn('samordnare', '/', { viewport: { width, height: 800 } });
    await noViolations(page, 'the start');
    for (const register of kRegisters) {
      await go(page, `/register/${register}`);
      await noViolations(page, register);
      const path = await firstRow(page);
      for (const tab of path ? kTabs : []) {
        if (tab === '/las' && register !== 'document') continue;
        await go(page, path + tab);
        await noViolations(page, register + tab);
      }
    }
    for (const path of ['/vantar', '/laget', '/anpassa', '/tillganglighet', '/organisation', '/far-jag', '/rapportera', '/ingenstans', '/register/asset/01920000-0000-7000-8000-00000000dead']) {
      await go(page, path);
      await noViolations(page, path);
    }
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than the window');
    await page.context().close();
  });

test('A5 WCAG 3.3.1 dialogs and a form with problems are free of violations, also in the dark and in English', async () => {
  const page = await browser.signIn('samordnare', '/register/document');
  for (const pass of ['light', 'dark']) {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('skol');
    await noViolations(page, `search, ${pass}`);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^(Läs in fil|Import file)/ }).click();
    await page.getByRole('dialog').waitFor();
    await noViolations(page, `import, ${pass}`);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^(Ny|New)$/ }).click();
    await page.getByRole('button', { name: /^(Spara|Save)$/ }).click();
    await page.locator('[aria-invalid="true"]').first().waitFor({ state: 'attached' });
    await noViolations(page, `problems, ${pass}`);
    await page.getByRole('button', { name: /^(Ångra ändringar|Undo changes)/ }).click();
    if (pass === 'dark') break;
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.getByRole('button', { name: 'Switch to English' }).click();
    await page.waitForFunction(() => document.documentElement.lang === 'en' && document.documentElement.dataset.theme === 'dark');
  }
  // It follows the person to the next sign-in.
  await page.getByRole('button', { name: 'Byt till svenska' }).click();
  await until('the server knows', () => page.evaluate(async () => (await (await fetch('/api/me')).json()).choices.language === 'sv'));
  await page.context().close();
});

test('A5 WCAG 2.1.1 by keyboard alone: find a record, change it, save it', async () => {
  const page = await browser.signIn('samordnare');
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').and(page.locator(':focus')).waitFor();
  await page.keyboard.type('rehabiliteringsärenden');
  await page.getByRole('dialog').getByRole('link', { name: 'Rehabiliteringsärenden (KS), Informationstillgång' }).waitFor();
  await atRest(page);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await heading(page);
  await atRest(page);
  const reached = async (role, name) => {
    for (let i = 0; i < 120; ++i) {
      const at = await page.evaluate(() => ({ role: document.activeElement.getAttribute('role') ?? document.activeElement.tagName, name: document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent }));
      if (at.role === role && at.name.startsWith(name)) return;
      await page.keyboard.press('Tab');
      await atRest(page);
    }
    assert.fail(`Tab never reached ${role} ${name}`);
  };
  await reached('tab', 'Översikt');
  for (let i = 0; i < 6 && !(await page.evaluate(() => document.activeElement.textContent.startsWith('Redigera'))); ++i) {
    const before = await page.evaluate(() => document.activeElement.id);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((id) => document.activeElement.id !== id, before);
  }
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Beskrivning' }).waitFor();
  for (let i = 0; i < 40 && !(await page.getByRole('textbox', { name: 'Beskrivning' }).evaluate((e) => e === document.activeElement)); ++i) await page.keyboard.press('Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Ändrad utan mus.');
  await page.keyboard.press('Control+s');
  await page.getByText('Beskrivning: Ändrad utan mus.').waitFor();
  await standing(page, 'Allt är sparat');
  await page.context().close();
});

test('A5 WCAG 4.1.3 what was done is said in a live region, when the screen that follows has come', async () => {
  const page = await browser.signIn('samordnare', '/register/asset');
  await page.getByRole('rowheader').getByRole('link').first().waitFor({ state: 'attached' });
  await go(page, await firstRow(page));
  await edit(page);
  await page.getByRole('textbox', { name: 'Beskrivning' }).fill('Ändrad för att höras.');
  await page.evaluate(() => {
    window.said = [];
    const note = () => said.push({ text: document.getElementById('say').textContent, isForm: Boolean(document.querySelector('#mirror textarea')) });
    new MutationObserver(note).observe(document.getElementById('say'), { childList: true });
  });
  await page.keyboard.press('Control+s');
  await until('something to be said', () => page.evaluate(() => said.length > 0));
  assert.deepEqual((await page.evaluate(() => said))[0], { text: 'Sparad', isForm: false });
  await page.context().close();
});

test('A5 WCAG 2.1.2 Tab leads through the whole page and out of it', async () => {
  const page = await browser.signIn('samordnare', '/register/asset');
  await page.getByRole('rowheader').first().waitFor();
  const seen = new Set();
  for (let i = 0; i < 200; ++i) {
    await page.keyboard.press('Tab');
    await atRest(page);
    const at = await page.evaluate(() => document.activeElement.id || document.activeElement.tagName);
    if (at === 'BODY' && seen.size > 20) return page.context().close();
    seen.add(at);
  }
  return assert.fail(`Tab never left the page: ${[...seen].length} stops`);
});

test('A5 WCAG 2.4.2 2.5.3 3.1.1 each screen has its title and language, and what a control shows is in its name', async () => {
  const page = await browser.signIn('samordnare');
  const titles = new Set();
  const paths = ['/', '/vantar', '/laget', '/far-jag', '/rapportera', '/organisation', '/anpassa', '/tillganglighet', '/register/asset', '/register/system', '/ingenstans'];
  for (const path of paths) {
    await go(page, path);
    await until(`a title of ${path}`, async () => !titles.has(await page.title()));
    titles.add(await page.title());
    const mismatched = await page.evaluate(() => [...document.querySelectorAll('#mirror [aria-label]')]
      .filter((element) => element.matches('button, a') && !element.getAttribute('aria-label').includes(element.textContent.trim())).map((element) => element.outerHTML.slice(0, 80)));
    assert.deepEqual(mismatched, [], path);
  }
  assert.ok([...titles].every((title) => title.endsWith(' – Lisa')), [...titles].join());
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'sv');
  await page.getByRole('button', { name: 'Switch to English' }).click();
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  await page.getByRole('button', { name: 'Byt till svenska' }).click();
  await page.waitForFunction(() => document.documentElement.lang === 'sv');
  await page.context().close();
});

test('no page wrote an error', () => assert.deepEqual(browser.faults, []));
