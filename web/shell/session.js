// Who is signed in, and the server's half of the key. The half lives as long as the tab.

import { sendJson } from './net.js';
import { readKey, writeKey, transact, done } from './store.js';
import { openSeal, consentName } from './seal.js';
import { Cache } from './cache.js';

const kHalf = 'lisa.half';
const kLeaving = 'lisa.leaving';
const kAbout = 'me';
/** How long one may work without having met the server. */
const kLongestOfflineMs = 7 * 24 * 3600 * 1000;

const meName = (person) => `me ${person}`;

/** Asks the server who we are. @returns {Promise<{status: number, me?: object, text: string}>} */
export async function askMe() {
  if (!(await finishLeaving())) return { status: 0, text: '' };
  const { status, json, text } = await sendJson('GET', '/api/me');
  return { status, me: status === 200 ? json : undefined, text };
}

/** A session that begins or goes on: keeps the half for reloads of this tab. */
export function begin(me) {
  sessionStorage.setItem(kHalf, JSON.stringify({ person: me.person.id, half: me.seal }));
}

/** What was kept of the last session in this tab, for a start without network. */
export async function recall() {
  const { person, half } = JSON.parse(sessionStorage.getItem(kHalf) ?? '{}');
  if (!person) return undefined;
  const kept = await readKey(meName(person));
  if (!kept || Date.now() - kept.at > kLongestOfflineMs) return undefined;
  const seal = await openSeal(person, half);
  const bytes = await seal?.open(kept, kAbout);
  if (!bytes) return undefined;
  const text = new TextDecoder().decode(bytes);
  return { me: { ...JSON.parse(text), seal: half }, text };
}

/** Keeps who we are for a start without network. */
export async function keep(seal, text) {
  const me = JSON.parse(text);
  delete me.seal;
  delete me.choices;
  const closed = await seal.close(new TextEncoder().encode(JSON.stringify(me)), kAbout);
  await writeKey(meName(seal.person), { at: Date.now(), ...closed });
}

/** 'yes', 'no', or undefined if the person was never asked on this device. */
export const readConsent = (person) => readKey(consentName(person));

/**
 * Leaves the program. Forgets the half and the pages; the outbox stays, sealed, until the same person signs in again.
 * The page is loaded anew, so that nothing stays in memory.
 * @param {string} person
 * @param {'signed_out'|'expired'|'revoked'} why
 */
export async function leave(person, why) {
  sessionStorage.removeItem(kHalf);
  sessionStorage.setItem('lisa.why', why);
  if (why === 'signed_out') localStorage.setItem(kLeaving, '1');
  await new Cache(undefined, person, false).clear();
  await transact(['keys'], 'readwrite', (tx) => done(tx.objectStore('keys').delete(meName(person)))).catch(() => {});
  window.onbeforeunload = null;
  // Who comes back after a pause wants to go on where they were; who left does not want to show where that was.
  if (why === 'expired') location.reload();
  else location.replace('/');
}

/** Why the program was left, once. */
export function takeReason() {
  const why = sessionStorage.getItem('lisa.why') ?? '';
  sessionStorage.removeItem('lisa.why');
  return why;
}

/** Ends the session on the server, also if there was no network when the person left. False if there still is none. */
async function finishLeaving() {
  if (!localStorage.getItem(kLeaving)) return true;
  const { status } = await sendJson('DELETE', '/api/session');
  if (status === 0) return false;
  localStorage.removeItem(kLeaving);
  return true;
}
