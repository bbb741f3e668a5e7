// Lisa as the person wants it, and as the device asks for: colours, size, motion; searching the page; typing in every way.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { edit, noViolations, save, standing, startBrowser } from './lib/chromium.mjs';
import { around, countOf, pixels } from './lib/pixels.mjs';
import { atRest } from './lib/rest.mjs';
import { startServer } from './lib/server.mjs';
import { go } from './lib/text.mjs';
import { until } from './lib/until.mjs';

const kText = 'idé Åsa Müller €';
let server, browser;

before(async () => {
  server = await startServer();
  browser = await startBrowser(server);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const shown = (page, name) => page.evaluate((name) => document.documentElement.dataset[name], name);
const choose = (page, label, value) => page.getByRole('main').getByRole('combobox', { name: label }).selectOption(value);
const kTop = { x: 400, y: 0, width: 200, height: 3 };
const kPaper = { light: '#FFFFFF', dark: '#18212A', contrast: '#000000' };
/** Waits until the header is drawn on the paper of a theme. */
const drawnIn = (page, theme) => until(`drawn in ${theme}`, async () => countOf(await pixels(page, kTop), kPaper[theme]) > 300);

test('A5 what is chosen takes effect at once, is free of violations, and follows the person to another device', async () => {
  const page = await browser.signIn('medarbetare');
  await page.getByRole('banner').getByRole('button', { name: 'Anpassa' }).click();
  await page.getByRole('heading', { level: 1, name: 'Anpassa' }).waitFor();
  for (const theme of ['dark', 'contrast', 'light']) {
    await choose(page, 'Färger', theme);
    await drawnIn(page, theme);
    assert.equal(await shown(page, 'theme'), theme);
    await noViolations(page, `the preferences, ${theme}`);
  }
  await choose(page, 'Färger', 'contrast');
  await choose(page, 'Textstorlek', '130');
  await choose(page, 'Täthet', 'compact');
  await choose(page, 'Avstånd i texten', 'wide');
  await choose(page, 'Rörelse', 'reduced');
  await until('the server knows', () => page.evaluate(async () => {
    const { choices } = await (await fetch('/api/me')).json();
    return ['theme=contrast', 'text_scale=130', 'density=compact', 'spacing=wide', 'motion=reduced'].every((pair) => choices[pair.split('=')[0]] === pair.split('=')[1]);
  }));
  const other = await browser.signIn('medarbetare', '/anpassa');
  await drawnIn(other, 'contrast');
  assert.deepEqual([await shown(other, 'spacing'), await shown(other, 'density'), await shown(other, 'motion')], ['wide', 'compact', 'reduced']);
  await other.getByRole('button', { name: 'Återställ' }).press('Enter');
  await drawnIn(other, 'light');
  await until('the server forgot', () => other.evaluate(async () => Object.keys((await (await fetch('/api/me')).json()).choices).every((key) => key === 'language')));
  await other.context().close();
  await page.context().close();
});

test('A5 until one chooses, Lisa follows the device, also when it changes', async () => {
  const page = await browser.signIn('revisor');
  await drawnIn(page, 'light');
  for (const [media, theme] of [[{ colorScheme: 'dark' }, 'dark'], [{ colorScheme: 'dark', contrast: 'more' }, 'contrast'], [{ colorScheme: 'light', contrast: 'no-preference' }, 'light']]) {
    await page.emulateMedia(media);
    await drawnIn(page, theme);
    assert.equal(await shown(page, 'theme'), theme);
  }
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await until('no motion', async () => (await shown(page, 'motion')) === 'reduced');
  await page.context().close();
});

test('A5 where the system forces its colours, the drawing has those, if one asks for it', async () => {
  const page = await browser.signIn('revisor', '/?vy=grafik', { forcedColors: 'active' });
  const canvas = await page.evaluate(() => {
    const probe = Object.assign(document.createElement('i'), { style: 'color: Canvas' });
    document.body.append(probe);
    return getComputedStyle(probe).color.match(/\d+/g).slice(0, 3).map((part) => Number(part).toString(16).padStart(2, '0')).join('');
  });
  await until('drawn on the paper of the system', async () => countOf(await pixels(page, kTop), `#${canvas}`) > 300);
  await page.context().close();
});

test('A5 WCAG 2.4.7 what has the focus is ringed on the canvas', async () => {
  const page = await browser.signIn('agare', '/anpassa', { viewport: { width: 1280, height: 1000 } });
  await page.getByRole('button', { name: 'Till innehållet' }).focus();
  let ringed = 0;
  for (let i = 0; i < 24; ++i) {
    await page.keyboard.press('Tab');
    const focused = page.locator('#mirror :focus');
    if ((await focused.count()) === 0) continue;
    await atRest(page); // What has the focus is brought into sight.
    const clip = await around(page, focused);
    if (clip.width < 8 || clip.height < 8) continue;
    await until(`a ring around ${await focused.evaluate((element) => element.textContent || element.getAttribute('aria-label'))}`, async () => countOf(await pixels(page, clip), '#0B57D0') > 60);
    ringed += 1;
  }
  assert.ok(ringed > 12, `${ringed} ringed`);
  await page.context().close();
});

test('A5 WCAG 1.3.4 a phone can be held either way', async () => {
  const page = await browser.signIn('medarbetare', '/', { viewport: { width: 390, height: 844 }, hasTouch: true });
  for (const viewport of [{ width: 844, height: 390 }, { width: 390, height: 844 }]) {
    await page.setViewportSize(viewport);
    const heading = page.getByRole('main').getByRole('heading', { level: 1 }).first();
    await until('the heading is in sight', async () => {
      const box = await heading.boundingBox();
      return box && box.x >= 0 && box.x + box.width <= viewport.width && box.y + box.height < viewport.height;
    });
    await noViolations(page, JSON.stringify(viewport));
  }
  await go(page, '/anpassa');
  const last = page.getByRole('combobox', { name: 'Avstånd i texten' });
  await last.focus();
  await page.setViewportSize({ width: 390, height: 380 }); // the keyboard of the phone opens
  await until('the field with the focus is in sight', async () => {
    const box = await last.boundingBox();
    return box.y > 50 && box.y + box.height <= 380;
  });
  await page.context().close();
});

test('A5 the keys of the browser stay with the browser, drawn and as text', async () => {
  const kKeys = [['f', 'ctrlKey'], ['l', 'ctrlKey'], ['p', 'ctrlKey'], ['+', 'ctrlKey'], ['-', 'ctrlKey'], ['0', 'ctrlKey'], ['t', 'ctrlKey'], ['w', 'ctrlKey'], ['F5'],
    ['F11'], ['F12'], ['ArrowLeft', 'altKey'], ['ArrowRight', 'altKey'], ['c', 'ctrlKey'], ['a', 'ctrlKey'], ['Tab']];
  for (const view of ['grafik', 'text']) {
    const page = await browser.signIn('agare', `/register/asset?vy=${view}`);
    await page.getByRole('searchbox', { name: 'Filtrera listan' }).waitFor({ state: 'attached' });
    const taken = await page.evaluate((keys) => keys.filter(([key, modifier]) => {
      const target = document.querySelector('#mirror input[type=search]');
      target.focus();
      return !target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...(modifier && { [modifier]: true }) }));
    }).map((keys) => keys.join()), kKeys);
    assert.deepEqual(taken, [], view);
    await page.context().close();
  }
});

test('A5 words on the page are found, counted, and framed where they are drawn', async () => {
  const page = await browser.signIn('agare', '/anpassa');
  await page.keyboard.press('Control+Shift+f');
  const field = page.getByRole('searchbox', { name: 'Sök på sidan' });
  await field.and(page.locator(':focus')).waitFor();
  await page.keyboard.type('DATORER');
  await page.getByRole('status').filter({ hasText: '1 av 1' }).waitFor({ state: 'attached' });
  const line = page.getByRole('paragraph').filter({ hasText: 'andra datorer' });
  await until('the hit is framed', async () => countOf(await pixels(page, await around(page, line)), '#0B57D0') > 40);
  await noViolations(page, 'the search of the page');
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'detached' });
  await page.context().close();
});

test('A5 dead keys and composition write in every kind of field, and nothing is made anew meanwhile', async () => {
  const page = await browser.signIn('agare', '/register/asset');
  await page.getByRole('rowheader').getByRole('link').first().click();
  await edit(page);
  const keyboard = await page.context().newCDPSession(page);
  /** Writes as a dead key or an input method does: a draft under the caret that becomes letters. */
  const compose = async (field, text = kText) => {
    await field.focus();
    await field.selectText();
    await field.evaluate((element) => (element.mark = 'the same'));
    for (const draft of [text.slice(0, 1), text.slice(0, 3), text]) await keyboard.send('Input.imeSetComposition', { text: draft, selectionStart: draft.length, selectionEnd: draft.length });
    await keyboard.send('Input.insertText', { text });
    await until('it is written', async () => (await field.inputValue()) === text);
    assert.equal(await field.evaluate((element) => element.mark), 'the same');
  };
  await compose(page.getByRole('textbox', { name: 'Namn', exact: true }));
  await compose(page.getByRole('textbox', { name: 'Beskrivning' }));
  const combobox = page.getByRole('combobox', { name: /Ansvarig del av organisationen/ });
  await compose(combobox);
  await page.keyboard.press('Escape');
  await compose(page.getByRole('textbox', { name: /Återställningstid/ }).or(page.getByRole('spinbutton', { name: /Återställningstid/ })), '4711');
  // A date is typed in its parts, in the order of the browser's language; nothing is composed in it.
  const date = page.getByLabel('Ny klassning senast');
  await date.focus();
  await page.keyboard.type('03012027');
  await until('the date is written', async () => (await date.inputValue()) === '2027-03-01');
  const answers = await save(page);
  assert.ok(answers.every(({ fault }) => !fault), JSON.stringify(answers));
  await standing(page, 'Allt är sparat');
  await page.getByRole('heading', { level: 1, name: kText }).waitFor();
  await go(page, '/register/asset');
  await compose(page.getByRole('searchbox', { name: 'Filtrera listan' }));
  await page.getByRole('rowheader').getByRole('link', { name: kText }).waitFor();
  await page.context().close();
});

test('A5 WCAG 1.4.4 two fingers enlarge the page', async () => {
  const page = await browser.signIn('samordnare', '/register/asset', { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
  const fingers = await page.context().newCDPSession(page);
  const scale = () => page.evaluate(() => visualViewport.scale);
  assert.equal(await scale(), 1);
  await fingers.send('Input.synthesizePinchGesture', { x: 195, y: 500, scaleFactor: 2 });
  await until('the page is enlarged', async () => (await scale()) > 1.5);
  await page.context().close();
});

test('A5 without motion a list stops when the finger is lifted', async () => {
  const page = await browser.signIn('samordnare', '/register/asset', { viewport: { width: 390, height: 800 }, hasTouch: true });
  const finger = await page.context().newCDPSession(page);
  const top = () => page.getByRole('row').nth(5).evaluate((row) => Number(row.getAttribute('aria-rowindex')));
  /** How many rows a stroke moves the list on, once it has come to rest. The finger's times are told: the machine may be slow. */
  const fling = async () => {
    await atRest(page);
    const before = await top();
    let timestamp = Date.now() / 1000;
    const send = (type, y) => finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: 200, y }], timestamp: (timestamp += 0.016) });
    await send('touchStart', 700);
    for (let y = 680; y > 300; y -= 40) await send('touchMove', y);
    await send('touchEnd');
    await atRest(page);
    return (await top()) - before;
  };
  const flung = await fling();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await until('no motion', async () => (await shown(page, 'motion')) === 'reduced');
  const drawn = await fling();
  assert.ok(drawn > 0, 'the list follows the finger');
  assert.ok(flung > drawn, `what is flung runs on: ${flung} rows, ${drawn} without motion`);
  const rows = await page.getByRole('row').nth(1).boundingBox();
  assert.ok(drawn * rows.height <= 400 + rows.height, `${drawn} rows of ${rows.height} are no longer than the finger's way`);
  await page.context().close();
});

test('no page wrote an error', () => assert.deepEqual(browser.faults, []));
