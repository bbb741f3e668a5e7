// The browser's database. What it holds of register data is sealed (seal.js).

const kName = 'lisa';
const kVersion = 1;

let opening;

/** The database, or undefined where the browser gives none (private windows, storage denied). */
function database() {
  opening ??= new Promise((resolve) => {
    let request;
    try {
      request = indexedDB.open(kName, kVersion);
    } catch {
      resolve(undefined);
      return;
    }
    request.onupgradeneeded = () => {
      const { result } = request;
      result.createObjectStore('outbox', { keyPath: 'number', autoIncrement: true }).createIndex('person', 'person');
      result.createObjectStore('pages', { keyPath: 'number', autoIncrement: true }).createIndex('person', 'person');
      result.createObjectStore('keys', { keyPath: 'name' });
    };
    request.onsuccess = () => {
      // A newer version of Lisa in another tab may change the database.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => resolve(undefined);
  });
  return opening;
}

/** The result of one request inside a transaction. */
export const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/**
 * Runs `work` in a transaction and gives its result once everything is on the disk. Inside, wait for requests only.
 * @template T
 * @param {string[]} stores
 * @param {'readonly'|'readwrite'} mode
 * @param {(transaction: IDBTransaction) => Promise<T>} work
 * @returns {Promise<T>} rejected if nothing could be kept
 */
export async function transact(stores, mode, work) {
  const opened = await database();
  if (!opened) throw new Error('the browser keeps nothing');
  const transaction = opened.transaction(stores, mode, { durability: 'strict' });
  const ended = new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });
  const [result] = await Promise.all([work(transaction), ended]);
  return result;
}

/** A small value by name, or undefined. */
export const readKey = (name) =>
  transact(['keys'], 'readonly', (tx) => done(tx.objectStore('keys').get(name))).then((row) => row?.value, () => undefined);

/** Keeps a small value. False if that was not possible. */
export const writeKey = (name, value) =>
  transact(['keys'], 'readwrite', (tx) => done(tx.objectStore('keys').put({ name, value }))).then(() => true, () => false);

/** Keeps a value unless there is one already, and gives the one that is kept. */
export const writeKeyOnce = (name, value) =>
  transact(['keys'], 'readwrite', async (tx) => {
    const store = tx.objectStore('keys');
    const row = await done(store.get(name));
    if (row) return row.value;
    await done(store.put({ name, value }));
    return value;
  });
