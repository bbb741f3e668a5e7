// Pages of registers kept for work without network, only if the person allowed it on this device.

import { transact, done } from './store.js';

const kAbout = 'page';
/** Pages not refreshed for so long are thrown away unread. */
const kLongestMs = 7 * 24 * 3600 * 1000;

export class Cache {
  #seal;
  #person;
  #mayKeep;
  #turn = Promise.resolve();

  constructor(seal, person, mayKeep) {
    this.#seal = seal;
    this.#person = person;
    this.#mayKeep = Boolean(seal) && mayKeep;
  }

  /** Keeps a page if the cursor on the disk still is `from`; -1 throws away what was there. */
  append(from, to, bytes) {
    if (!this.#mayKeep) return;
    this.#next(async () => {
      const page = { person: this.#person, kept: Date.now(), ...(await this.#seal.close(bytes, kAbout)) };
      await transact(['pages', 'keys'], 'readwrite', async (tx) => {
        const keys = tx.objectStore('keys');
        if (from === -1) await this.#empty(tx);
        else if ((await done(keys.get(this.#cursor)))?.value !== from) return;
        await done(tx.objectStore('pages').add(page));
        await done(keys.put({ name: this.#cursor, value: to }));
      });
    });
  }

  /** @returns {Promise<Uint8Array[]>} all pages in order, or none if one of them cannot be read */
  async read() {
    if (!this.#mayKeep) return [];
    const pages = await this.#next(async () => {
      const rows = await transact(['pages'], 'readonly', (tx) => done(tx.objectStore('pages').index('person').getAll(this.#person)));
      if (rows.length === 0) return [];
      const opened = await Promise.all(rows.map((row) => this.#seal.open(row, kAbout)));
      const isStale = Date.now() - rows.at(-1).kept > kLongestMs;
      return isStale || opened.includes(undefined) ? undefined : opened;
    });
    if (pages) return pages;
    this.clear();
    return [];
  }

  clear() {
    return this.#next(() => transact(['pages', 'keys'], 'readwrite', (tx) => this.#empty(tx)));
  }

  get #cursor() {
    return `cursor ${this.#person}`;
  }

  async #empty(tx) {
    const pages = tx.objectStore('pages');
    const numbers = await done(pages.index('person').getAllKeys(this.#person));
    await Promise.all(numbers.map((number) => done(pages.delete(number))));
    await done(tx.objectStore('keys').delete(this.#cursor));
  }

  #next(work) {
    const result = this.#turn.then(work).catch(() => undefined);
    this.#turn = result;
    return result;
  }
}
