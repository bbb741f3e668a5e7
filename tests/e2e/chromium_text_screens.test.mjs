// Every screen read as text, in a browser without graphics: free of violations, and readable in narrow windows, for three roles.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { noViolations, startBrowser } from './lib/chromium.mjs';
import { atRest } from './lib/rest.mjs';
import { startServer } from './lib/server.mjs';
import { firstRow, go, isReadable } from './lib/text.mjs';

/** What only some registers have a tab for. */
const kOwnTabs = { document: ['/las', '/jamfor', '/bekraftelser', '/skall-krav'], asset: ['/karta'], system: ['/krav', '/karta', '/vad-hander'], exercise: ['/ova'], registration: ['/underlag'], risk_analysis: ['/matris'], classification: ['/verkstad'] };
const kScreens = ['/', '/laget', '/anpassa', '/tillganglighet', '/far-jag', '/organisation', '/sparlogg', '/importera/asset', '/vantar', '/ingenstans'];
/** What WCAG 1.4.12 asks a page to bear. */
const kSpacing = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';
let server, browser;

before(async () => {
  server = await startServer();
  browser = await startBrowser(server, ['--disable-3d-apis']);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The registers of the menu. */
const registers = (page) => page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link').evaluateAll((links) =>
  links.map((link) => /\/register\/(\w+)/.exec(link.href)?.[1]).filter(Boolean));

test('every register, record and tab is free of violations', async () => {
  const page = await browser.signIn('samordnare');
  for (const path of kScreens) {
    await go(page, path);
    await noViolations(page, path);
    await isReadable(page, path);
  }
  const all = await registers(page);
  assert.ok(all.length > 25, `${all.length} registers`);
  for (const register of all) {
    await go(page, `/register/${register}`);
    await isReadable(page, register);
    await noViolations(page, register);
    const path = await firstRow(page);
    for (const tab of path ? ['/falt', ...(kOwnTabs[register] ?? [])] : []) {
      await go(page, path + tab);
      await isReadable(page, register + tab);
      await noViolations(page, register + tab);
    }
  }
  await page.context().close();
});

for (const user of ['samordnare', 'agare', 'medarbetare'])
  test(`${user} reads everything in a window of 320 pixels, also with the spacing of WCAG 1.4.12`, async () => {
    const page = await browser.signIn(user, '/', { viewport: { width: 320, height: 640 } });
    await page.getByRole('button', { name: 'Meny', exact: true }).click();
    const paths = [...kScreens, ...(await registers(page)).map((register) => `/register/${register}`)];
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      window.spaces = (yes) => (document.adoptedStyleSheets = yes ? [sheet] : []);
    }, kSpacing);
    for (const path of paths) {
      await go(page, path);
      const record = path.startsWith('/register') ? await firstRow(page) : undefined;
      for (const where of record ? [path, record, `${record}/falt`, ...(kOwnTabs[path.slice(10)] ?? []).map((tab) => record + tab)] : [path]) {
        if (where !== path) await go(page, where);
        for (const isSpaced of [false, true]) {
          await page.evaluate((yes) => window.spaces(yes), isSpaced);
          await isReadable(page, `${user} ${where}${isSpaced ? ' spaced' : ''}`);
        }
      }
    }
    await page.context().close();
  });

test('dialogs, problems, the dark and forced colours are free of violations', async () => {
  for (const options of [{}, { colorScheme: 'dark' }, { forcedColors: 'active' }]) {
    const where = JSON.stringify(options);
    const page = await browser.signIn('samordnare', '/register/document', options);
    const dialog = page.getByRole('dialog');
    for (const keys of ['Control+k', 'F1']) {
      await page.keyboard.press(keys);
      await dialog.waitFor();
      await noViolations(page, `${keys} ${where}`);
      await isReadable(page, `${keys} ${where}`);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
    for (const name of ['Läs in fil', 'Exportera', 'Ändra alla']) {
      const button = page.getByRole('button', { name });
      await atRest(page);
      if (!(await button.count())) continue;
      await button.first().click();
      await dialog.waitFor();
      await noViolations(page, `${name} ${where}`);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: 'Ny', exact: true }).click();
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    await page.locator('[aria-invalid="true"]').first().waitFor();
    await noViolations(page, `problems ${where}`);
    await page.context().close();
  }
});

test('no page wrote an error', () => assert.deepEqual(browser.faults, []));
