// What was typed in the program and not saved yet: sealed on the device, for the same person to go on with.

import { readKey, writeKey } from './store.js';

const kAbout = 'drafts';

export class Drafts {
  #seal;
  #name;
  #turn = Promise.resolve();

  /** @param {import('./seal.js').Seal|undefined} seal without one nothing is kept on the device @param {string} person */
  constructor(seal, person) {
    this.#seal = seal;
    this.#name = `drafts ${person}`;
  }

  /** The bytes kept last, or none. */
  async read() {
    const kept = this.#seal && (await readKey(this.#name).catch(() => undefined));
    return (kept && (await this.#seal.open(kept, kAbout))) || new Uint8Array();
  }

  /** One after the other, so that what is kept last is the latest. */
  keep(text) {
    if (!this.#seal) return undefined;
    const write = async () => writeKey(this.#name, await this.#seal.close(new TextEncoder().encode(text), kAbout));
    return (this.#turn = this.#turn.then(write).catch(() => {}));
  }
}
