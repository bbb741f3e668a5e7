// The start: who is here, may anything be kept, then the program.

import { showChoices } from './choices.js';
import { Cache } from './cache.js';
import { askConsent } from './consent.js';
import { makeDoor } from './door.js';
import { Drafts } from './drafts.js';
import { listenToEye } from './field.js';
import { chosenHere, chosenLanguage, language, listenToLanguage, showLanguage } from './language.js';
import { registerWorker } from './offline.js';
import { Outbox } from './outbox.js';
import { nameWindow, removePages, showLoading } from './pages.js';
import { Choices } from './personal.js';
import { fetchWords, loadProgram } from './program.js';
import { openSeal } from './seal.js';
import { askMe, begin, keep, readConsent, recall, takeReason } from './session.js';
import { choosePassword, signIn } from './signin.js';
import { writeKeyOnce } from './store.js';
import { fail, listenToFaults, writeTrouble } from './trouble.js';
import { listenToView, showView, wantsText } from './view.js';

const kWelcome = '/valkommen';

/** A name for this browser profile, not for its person: it tells the server whose changes are whose. Shaped as a UUID. */
async function clientName(person) {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const fresh = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return writeKeyOnce(`client ${person}`, fresh).catch(() => fresh);
}

/** @returns {Promise<{me: object, text: string, online: boolean}>} */
async function findSession() {
  if (location.pathname === kWelcome) {
    const token = location.hash.slice(1);
    // The token must not stay in the history.
    history.replaceState(null, '', '/');
    return { ...(await choosePassword(token)), online: true };
  }
  const { status, me, text } = await askMe();
  if (me) return { me, text, online: true };
  if (status !== 401) {
    const kept = await recall();
    if (kept) return { ...kept, online: false };
  }
  const reasons = { signed_out: 'shell.signin.signed_out', expired: 'shell.signin.expired', revoked: 'shell.signin.revoked' };
  const why = status === 401 ? reasons[takeReason()] ?? '' : 'shell.problem.no_network';
  return { ...(await signIn(why)), online: true };
}

/** Whether Lisa may keep registers here: asked once, and only where they can be sealed. */
async function mayKeep(person, seal) {
  if (!seal) return false;
  return ((await readConsent(person)) ?? (await askConsent(person))) === 'yes';
}

/** The program, once it runs. */
let running;

async function start() {
  if (!window.WebAssembly) return fail('wasm');
  showLoading();
  const loading = loadProgram(language());
  loading.catch(() => {}); // Noticed below, when it is needed.
  const { me, text, online } = await findSession();
  begin(me);
  const person = me.person.id;
  const seal = await openSeal(person, me.seal);
  const choices = new Choices(seal, person);
  await choices.open(online ? me.choices ?? {} : undefined, chosenHere());
  showLanguage(chosenLanguage());
  const keeps = await mayKeep(person, seal);
  showLoading();
  if (keeps && online) await keep(seal, text);
  let program;
  let words;
  try {
    [program, words] = await Promise.all([loading, fetchWords(language())]);
  } catch (error) {
    return fail(navigator.onLine ? 'load' : 'offline', error);
  }
  const door = makeDoor(program, { person, choices, drafts: new Drafts(seal, person), outbox: new Outbox(seal, person), cache: new Cache(seal, person, keeps) });
  const client = await clientName(person);
  const path = location.pathname + location.search;
  program.open(door, { me: forProgram(text), path, language: language(), client, online, words, remembered: choices.all() });
  running = program;
  removePages();
  return undefined;
}

/** The half of the key is no business of the program, and the choices come to it another way. */
function forProgram(text) {
  const me = JSON.parse(text);
  delete me.seal;
  delete me.choices;
  return JSON.stringify(me);
}

showChoices();
showLanguage(chosenLanguage());
showView(wantsText());
listenToView((text) => (running ? running.show(text) : showView(text)));
listenToLanguage(() => {
  writeTrouble();
  nameWindow();
});
listenToFaults();
for (const button of document.querySelectorAll('.eye')) listenToEye(button);
// A page out of the browser's memory may show what is no longer ours to see.
window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
registerWorker();
start().catch((error) => fail('load', error));
