// The story that every engine must be able to tell: an owner is refused, signs in, changes a record and finds it changed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { kIsAtRest } from './rest.mjs';
import { startServer } from './server.mjs';
import { endIfItHangs, until } from './until.mjs';

/**
 * @typedef {object} Driver drives one page. Elements are found by what the engine says of them to assistive technology.
 * @property {(url: string) => Promise} go
 * @property {(role: string, name?: string) => Promise<Element|undefined>} find role '': a field of any role; no name: any name
 * @property {(element: Element) => Promise} click
 * @property {(element: Element, text: string) => Promise} fill types the text in place of what is there
 * @property {(element: Element) => Promise<string>} read its value or text
 * @property {(path: string) => Promise<object>} ask what the server answers to a GET of the page
 * @property {(expression: string) => Promise<any>} evaluate in the page
 * @property {() => Promise<string[]>} faults what failed in the page or was written to its console as an error
 * @property {() => Promise} close
 * @property {() => void} kill at once
 */

const kRegister = '/register/asset';
const kAsset = 'Elevregister';
const kText = 'Prövat med å, ä och ö: é ü ñ.';
const kRefusal = 'Användarnamnet och lösenordet hör inte ihop. Kontrollera båda och försök igen.';
const kSaved = /^(Sparad\s*(Ångra)?|Allt är sparat på servern)$/;

/** @param {() => Promise<Driver>} start @param {{isText: boolean, query: string}} view how Lisa is shown, and what asks for it */
export function tellOwnersStory(start, { isText = false, query = '' } = {}) {
  let server, driver, story;
  before(async () => {
    endIfItHangs(() => { driver?.kill(); server?.kill(); });
    server = await startServer();
    driver = await start();
    story = steps(driver);
    await driver.go(server.url + kRegister + query);
  });
  after(async () => {
    await driver?.close();
    await server?.stop();
  });

  test('a wrong password is refused in words', async () => {
    await story.signIn('fel lösenord');
    await until('the refusal', async () => (await driver.read(await story.see('alert'))) === kRefusal);
  });

  test('an owner signs in and comes to the register that was asked for', async () => {
    await story.signIn(server.password);
    await story.click('button', 'Ja, det här är min arbetsdator');
    await story.see('navigation', 'Huvudmeny');
    await story.see('heading', 'Informationstillgångar');
  });

  test('a record is found by typing, changed, and said to be saved', async () => {
    await story.fill('searchbox', 'Filtrera listan', kAsset);
    await story.click('link', kAsset);
    await story.click('tab', 'Redigera');
    assert.notEqual(await story.value('Beskrivning'), kText);
    await story.fill('textbox', 'Beskrivning', kText);
    await story.click('button', 'Spara');
    await until('it is said to be saved', async () => kSaved.test(await driver.read(await story.see('region', 'Meddelande'))));
    await story.see('heading', kAsset);
  });

  test('the server holds what was typed', async () => {
    await until('the change on the server', async () => (await storedAsset(driver))?.v.description === kText);
  });

  test('the page loaded anew shows what was typed', async () => {
    const { id } = await storedAsset(driver);
    await driver.go(`${server.url}${kRegister}/${id}${query}`);
    await story.click('tab', 'Redigera');
    await until('what was typed', async () => (await story.value('Beskrivning')) === kText);
  });

  test(isText ? 'all of it was read as text, and nothing is wider than the window' : 'all of it was drawn', async () => {
    assert.equal(await driver.evaluate('document.documentElement.dataset.view'), isText ? 'text' : 'grafik');
    assert.equal(await driver.evaluate('document.getElementById("canvas").getClientRects().length'), isText ? 0 : 1);
    assert.ok(await driver.evaluate('document.documentElement.scrollWidth <= innerWidth'));
  });

  test('nothing failed in the page', async () => assert.deepEqual(await driver.faults(), []));
}

function steps(driver) {
  const see = (role, name) => until(`${role} ${name ?? ''}`, () => driver.find(role, name));
  const on = (what, role, name, act) => until(`to ${what} ${role} ${name}`, async () => {
    if (!(await driver.evaluate(kIsAtRest))) return false;
    const element = await driver.find(role, name);
    if (!element) return false;
    await act(element);
    return true;
  });
  const click = (role, name) => on('click', role, name, (element) => driver.click(element));
  const fill = (role, name, text) => on('fill', role, name, (element) => driver.fill(element, text));
  return {
    see, click, fill,
    value: async (name) => driver.read(await see('textbox', name)),
    async signIn(password) {
      await fill('textbox', 'Användarnamn', 'agare');
      await fill('', 'Lösenord', password);
      await click('button', 'Logga in');
    },
  };
}

/** The asset as the server holds it for this person. */
async function storedAsset(driver) {
  for (let page = { cursor: 0, epoch: '', more: true }; page.more;) {
    page = await driver.ask(`/api/changes?since=${page.cursor}&epoch=${page.epoch}`);
    const found = page.records.find(({ e, v }) => e === 'asset' && v.name === kAsset);
    if (found) return found;
  }
  return undefined;
}
