// What people do in the program, by role and name, in any test of a screen.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { answersTo, save } from './chromium.mjs';
import { atRest } from './rest.mjs';
import { until } from './until.mjs';

export const button = (page, name) => page.getByRole('button', { name, exact: true });
export const field = (page, name) => page.getByRole('textbox', { name, exact: true });
export const choose = (page, label, word) => page.getByRole('combobox', { name: label, exact: true }).selectOption({ label: word });

/** By the keyboard, when it can be pressed: the focus brings what is out of sight into view. */
export async function press(locator) {
  await until(`${locator} can be pressed`, () => locator.isEnabled());
  await atRest(locator.page()); // What is still due might move the focus, or make the control anew.
  await locator.focus();
  await atRest(locator.page());
  await locator.press('Enter');
}

/** Picks in a combobox what is called so. */
export async function pick(page, label, text) {
  const box = page.getByRole('combobox', { name: label });
  await box.focus();
  await box.fill(text);
  await page.getByRole('option', { name: new RegExp(text, 'i') }).first().waitFor({ state: 'attached' });
  await atRest(box.page()); // The list may still be answering the last letter.
  await box.press('Enter');
  await until(`${label} is picked`, async () => (await box.getAttribute('aria-expanded')) !== 'true');
}

/** Takes a step of the record that is open. */
export async function step(page, name) {
  const answers = await answersTo(page, () => button(page, name).click());
  assert.deepEqual(answers.filter(({ fault }) => fault), [], `the step ${name}`);
}

/** The text of the file that pressing a button gives. */
export async function fileFrom(page, name) {
  const [file] = await Promise.all([page.waitForEvent('download'), press(button(page, name))]);
  return readFileSync(await file.path(), 'utf8');
}

/** Waits for a sentence to stand somewhere on the page. */
export const see = (page, text) => page.getByText(text).first().waitFor({ state: 'attached' });

/** Finds a record of a register by its name and opens it. */
export async function open(page, server, register, name) {
  await page.goto(`${server.url}/register/${register}`);
  await filter(page, name);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor({ state: 'attached' });
  await atRest(page);
}

/** Types into the filter of the list, and the list shows what is left. */
export async function filter(page, text) {
  await page.getByRole('searchbox', { name: 'Filtrera listan' }).fill(text);
  await atRest(page);
}

/** Where one is, as the browser's window has it: page.url() hears of it a little later. */
export const address = (page) => page.evaluate(() => location.href);
export const path = (page) => page.evaluate(() => location.pathname);

/** Every record of a register, as the server gives them to who is signed in: {id, v}. */
export const stored = (page, register) => page.evaluate(async (register) => {
  const found = [];
  for (let page = { cursor: 0, epoch: '', more: true }; page.more;) {
    page = await (await fetch(`/api/changes?since=${page.cursor}&epoch=${page.epoch}`)).json();
    found.push(...page.records.filter(({ e }) => e === register));
  }
  return found;
}, register);

/** A day so many days from now, as the calendar of the municipality has it. */
export const day = (from) => new Date(Date.now() + from * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });

/** The name of who is signed in. */
export const nameOf = (page) => page.evaluate(async () => (await (await fetch('/api/me')).json()).person.name);

export const date = (page, name, value) => page.getByLabel(name, { exact: true }).fill(value);

/** The record that is open beside the list of its kind. */
export const record = (page, kind) => page.getByRole('region', { name: kind, exact: true });

/** Waits for the state in which the open record of that kind is. */
export const stands = (page, kind, state) => record(page, kind).getByText(state, { exact: true }).first().waitFor({ state: 'attached' });

/** What waits for me on Mitt Lisa under these words. */
export const due = (page, words) => page.getByRole('listitem').filter({ has: page.getByRole('link', { name: words, exact: true }) });

/** Saves, and the server takes it in. */
export async function keep(page) {
  const answers = await save(page);
  assert.ok(answers.length > 0 && answers.every(({ rev }) => rev > 0), JSON.stringify(answers));
}

/** Ticks a box of a page or of a part of it. */
export async function tick(boxes, name) {
  const box = boxes.getByRole('checkbox', { name, exact: true });
  await box.focus();
  await atRest(box.page()); // The form scrolls to what has the focus.
  await box.press('Space');
  await until(`${name} is ticked`, () => box.isChecked());
}

/** Takes back what was done last, by the key: the message with the button goes away after a while. */
export async function takeBack(page) {
  await atRest(page);
  await page.getByRole('banner').getByRole('link', { name: 'Lisa', exact: true }).press('Control+z'); // In a field the key would take back what was typed.
  await atRest(page);
}

/** To Mitt Lisa, with all that has been fetched. */
export async function home(page) {
  await press(page.getByRole('navigation').getByRole('link', { name: 'Mitt Lisa', exact: true }));
  await page.getByRole('heading', { name: 'Att göra', exact: true }).waitFor({ state: 'attached' });
  await atRest(page);
}

/** Fills in a new asset of the education board, without saving. */
export async function fillAsset(page, name) {
  await button(page, 'Ny').click();
  await field(page, 'Namn').fill(name);
  await page.getByRole('combobox', { name: 'Slag' }).selectOption({ label: 'Informationstyp' });
  await pick(page, /Ansvarig del av organisationen/, 'Utbildningsnämnden');
}
