// The person's choices, which follow them from device to device: the server has them, and this device what the server has not
// heard of yet. The latest value of each counts.

import { adoptLook, isLook, writeChoice } from './choices.js';
import { sendJson } from './net.js';
import { readKey, writeKey } from './store.js';

const kAbout = 'choices';

export class Choices {
  #seal;
  #name;
  #values = new Map();
  #unsent = new Map();
  #isSending = false;
  #turn = Promise.resolve();

  /** @param {import('./seal.js').Seal|undefined} seal without one nothing is kept on the device @param {string} person */
  constructor(seal, person) {
    this.#seal = seal;
    this.#name = `choices ${person}`;
    this.person = person;
  }

  /**
   * Takes up what there is: what the server told, or without network what was kept; over it what was not sent yet.
   * @param {object|undefined} told
   * @param {string} language chosen on this very page before signing in, or ''
   */
  async open(told, language) {
    const { values, unsent } = await this.#read();
    this.#unsent = new Map(Object.entries(unsent ?? {}));
    this.#values = new Map(Object.entries(told ?? values ?? {}));
    for (const [key, value] of this.#unsent) this.#put(key, value);
    if (language && !this.#values.has('language')) this.set('language', language);
    adoptLook(this.person, this.#values);
    window.addEventListener('online', () => this.send());
    this.send();
  }

  /** All choices as key, value, key, value … */
  all() {
    return [...this.#values].flat();
  }

  /** An empty value forgets the choice. */
  set(key, value) {
    if (isLook(key)) writeChoice(key, value);
    this.#put(key, value || null);
    this.#unsent.set(key, value || null);
    this.#keep();
    this.send();
  }

  /** Sends what was not sent, one after the other. Called again whenever the server may be there. */
  async send() {
    if (this.#isSending) return;
    this.#isSending = true;
    for (let isHeard = true; isHeard && this.#unsent.size > 0; ) {
      const [key, value] = this.#unsent.entries().next().value;
      const { status } = await sendJson('PUT', '/api/choices', { key, value });
      // What the server will never take is given up; without an answer it is tried again later.
      isHeard = [200, 400, 413, 422].includes(status);
      if (isHeard && this.#unsent.get(key) === value) this.#unsent.delete(key);
      if (isHeard) this.#keep();
    }
    this.#isSending = false;
  }

  #put(key, value) {
    if (value === null) this.#values.delete(key);
    else this.#values.set(key, value);
  }

  async #read() {
    const kept = this.#seal && (await readKey(this.#name));
    const bytes = kept && (await this.#seal.open(kept, kAbout));
    return bytes ? JSON.parse(new TextDecoder().decode(bytes)) : {};
  }

  /** One after the other, so that what is kept last is the latest. */
  #keep() {
    if (!this.#seal) return;
    const all = JSON.stringify({ values: Object.fromEntries(this.#values), unsent: Object.fromEntries(this.#unsent) });
    const write = async () => writeKey(this.#name, await this.#seal.close(new TextEncoder().encode(all), kAbout));
    this.#turn = this.#turn.then(write).catch(() => {});
  }
}
