// Changes not yet confirmed by the server, on the disk before the person is told that they are saved. Always kept,
// whatever the person chose about registers; each belongs to a person and waits for them to sign in again.

import { transact, done } from './store.js';

const kAbout = 'outbox';
const kLeaseMs = 15000;

export class Outbox {
  #seal;
  #person;
  #channel;
  /** One thing after another, so that entries lie in the order in which they were made. */
  #turn = Promise.resolve();
  #releases = new Map();

  constructor(seal, person) {
    this.#seal = seal;
    this.#person = person;
    this.#channel = new BroadcastChannel(`lisa outbox ${person}`);
  }

  /** Keeps all or none. @param {Uint8Array[]} entries @returns {Promise<number[]>} their numbers; none if they could not be kept */
  append(entries) {
    return this.#next(async () => {
      const rows = await Promise.all(entries.map((bytes) => this.#row(bytes)));
      return this.#alter((store) => Promise.all(rows.map((row) => done(store.add(row)))));
    }, []);
  }

  /** @param {[number, Uint8Array][]} entries @returns {Promise<boolean>} false if one is no longer there, or could not be kept */
  replace(entries) {
    return this.#next(async () => {
      const rows = await Promise.all(entries.map(async ([number, bytes]) => ({ number, ...(await this.#row(bytes)) })));
      return this.#alter(async (store) => {
        const keys = await Promise.all(rows.map(({ number }) => done(store.getKey(number))));
        const there = rows.filter((_row, at) => keys[at] !== undefined);
        await Promise.all(there.map((row) => done(store.put(row))));
        return there.length === rows.length;
      });
    }, false);
  }

  async #row(bytes) {
    return { person: this.#person, ...(await this.#seal.close(bytes, kAbout)) };
  }

  remove(numbers) {
    return this.#next(() => this.#alter(async (store) => {
      await Promise.all(numbers.map((number) => done(store.delete(number))));
      return true;
    }), false);
  }

  /** @returns {Promise<(string|Uint8Array)[]>} number and bytes, by turns; no bytes where the seal does not open */
  read() {
    return this.#next(async () => {
      const rows = await transact(['outbox'], 'readonly', (tx) => done(tx.objectStore('outbox').index('person').getAll(this.#person)));
      const opened = await Promise.all(rows.map((row) => this.#seal.open(row, kAbout)));
      return rows.flatMap(({ number }, at) => [String(number), opened[at] ?? new Uint8Array()]);
    }, []);
  }

  /** Runs `changed` when another tab altered the outbox. */
  watch(changed) {
    this.#channel.onmessage = changed;
  }

  /** Runs `work` when no other tab pushes, until unlock(ticket). */
  lock(ticket, work) {
    const hold = () => new Promise((release) => {
      this.#releases.set(ticket, release);
      work();
    });
    const name = `lisa outbox ${this.#person}`;
    if (navigator.locks) navigator.locks.request(name, hold);
    else withLease(name, hold);
  }

  unlock(ticket) {
    this.#releases.get(ticket)?.();
    this.#releases.delete(ticket);
  }

  #next(work, otherwise) {
    const result = this.#turn.then(() => (this.#seal ? work() : otherwise)).catch(() => otherwise);
    this.#turn = result;
    return result;
  }

  async #alter(work) {
    const result = await transact(['outbox'], 'readwrite', (tx) => work(tx.objectStore('outbox')));
    this.#channel.postMessage('changed');
    return result;
  }
}

/** For browsers without Web Locks: a row that says who works, and until when. */
async function withLease(name, work) {
  const holder = crypto.getRandomValues(new Uint32Array(2)).join();
  const take = () => transact(['keys'], 'readwrite', async (tx) => {
    const store = tx.objectStore('keys');
    const lease = (await done(store.get(name)))?.value;
    if (lease && lease.holder !== holder && lease.until > Date.now()) return false;
    await done(store.put({ name, value: { holder, until: Date.now() + kLeaseMs } }));
    return true;
  }).catch(() => true);
  while (!(await take())) await new Promise((resolve) => setTimeout(resolve, 1000));
  const renewal = setInterval(take, kLeaseMs / 3);
  await work();
  clearInterval(renewal);
  await transact(['keys'], 'readwrite', (tx) => done(tx.objectStore('keys').delete(name))).catch(() => {});
}
