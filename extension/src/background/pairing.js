/**
 * The keys that pair this browser with the helper: in IndexedDB, where no page and no content script can reach them,
 * and not extractable, so that not even this code can read them out.
 */

/**
 * @typedef {import("./seal.js").Keys} Keys
 * @typedef {Keys & {name: string, since: number}} Pairing since: ms since the epoch
 */

const DATABASE = "postil";
const STORE = "pairing";
const ONLY = "helper";

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} work
 * @returns {Promise<T>} once it is on disk
 */
async function withStore(mode, work) {
  const database = await settle(open());
  try {
    const transaction = database.transaction(STORE, mode);
    const request = work(transaction.objectStore(STORE));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    return request.result;
  } finally {
    database.close();
  }
}

/** @returns {IDBOpenDBRequest} */
function open() {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  return opening;
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function settle(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** @returns {Promise<Pairing | null>} null: not paired, or the browser keeps nothing (private windows) */
export async function loadPairing() {
  try {
    return (await withStore("readonly", (store) => store.get(ONLY))) ?? null;
  } catch {
    return null;
  }
}

/** @param {Pairing} pairing takes the place of an older one */
export async function keepPairing(pairing) {
  await withStore("readwrite", (store) => store.put(pairing, ONLY));
}

/** The browser forgets the helper; `postil unpair` makes the helper forget the browser. */
export async function forgetPairing() {
  await withStore("readwrite", (store) => store.delete(ONLY));
}

/**
 * What this browser calls itself to the helper, such as "Chromium (Linux)": in no language.
 * @param {string} agent `navigator.userAgent`
 * @param {readonly {brand: string}[]} [brands] `navigator.userAgentData.brands`, where there is such a thing
 * @returns {string}
 */
export function browserName(agent, brands = []) {
  const named = ["Microsoft Edge", "Google Chrome", "Brave", "Opera", "Vivaldi"].find((name) =>
    brands.some((one) => one.brand === name),
  );
  const family = agent.includes("Firefox/") ? "Firefox" : (named ?? "Chromium");
  const system =
    [
      ["Android", "Android"],
      ["Windows", "Windows"],
      ["Mac OS X", "macOS"],
      ["CrOS", "ChromeOS"],
    ].find(([mark = ""]) => agent.includes(mark))?.[1] ?? "Linux";
  return `${family} (${system})`;
}
