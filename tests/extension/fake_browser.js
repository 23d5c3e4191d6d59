/** A browser for tests without one: storage in a Map, tabs in a list, and a record of what was asked of it. */

const ORIGIN = "chrome-extension://abcdefghijklmnopabcdefghijklmnop/";

/** One storage area. */
function area(values = new Map()) {
  return {
    values,
    async get(keys) {
      const names = keys === null || keys === undefined ? [...values.keys()] : [keys].flat();
      return Object.fromEntries(
        names.filter((name) => values.has(name)).map((name) => [name, structuredClone(values.get(name))]),
      );
    },
    async set(change) {
      for (const [name, value] of Object.entries(change)) {
        values.set(name, structuredClone(value));
      }
    },
    async remove(keys) {
      for (const name of [keys].flat()) {
        values.delete(name);
      }
    },
  };
}

/** Put a fresh fake in place of `browser` and say what it was asked. */
export function fakeBrowser({
  matches = ["https://x.com/*"],
  granted = [],
  tabs = [],
  language = "en-GB",
  helper,
} = {}) {
  const asked = { badges: [], titles: [], injected: [], told: [], removed: [], opened: [], posted: [] };
  const permissions = new Set(["http://127.0.0.1/*", ...matches, ...granted]);
  const scripts = new Map();
  const alarms = new Map();
  globalThis.browser = {
    runtime: {
      id: "abcdefghijklmnopabcdefghijklmnop",
      getURL: (path) => ORIGIN + path,
      getManifest: () => ({ content_scripts: [{ matches }] }),
    },
    i18n: { getUILanguage: () => language },
    storage: { local: area(), session: area(), managed: area() },
    permissions: {
      contains: async ({ origins }) => origins.every((one) => permissions.has(one)),
      remove: async ({ origins }) =>
        origins.map((one) => asked.removed.push(one) && permissions.delete(one)).some(Boolean),
    },
    scripting: {
      getRegisteredContentScripts: async () => [...scripts.values()],
      registerContentScripts: async (list) => list.forEach((one) => void scripts.set(one.id, one)),
      unregisterContentScripts: async ({ ids }) => ids.forEach((id) => void scripts.delete(id)),
      executeScript: async ({ target }) => void asked.injected.push(target.tabId),
    },
    tabs: {
      query: async ({ url }) =>
        tabs.filter((tab) => !url || url.some((one) => tab.url.startsWith(one.slice(0, -1)))),
      get: async (id) => tabs.find((tab) => tab.id === id) ?? Promise.reject(new Error("no such tab")),
      sendMessage: async (id, message) => void asked.told.push([id, message.kind]),
      create: async ({ url }) => void asked.opened.push(url),
    },
    action: {
      setBadgeText: async (badge) => void asked.badges.push(badge),
      setBadgeBackgroundColor: async () => undefined,
      setTitle: async ({ title }) => void asked.titles.push(title),
      openPopup: async () => Promise.reject(new Error("no window")),
    },
    alarms: {
      get: async (name) => alarms.get(name),
      create: async (name, when) => void alarms.set(name, when),
    },
  };
  globalThis.navigator ??= { userAgent: "Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0" };
  globalThis.fetch = async (url, options) => {
    if (String(url).startsWith("http://127.0.0.1:")) {
      asked.posted.push({ url: String(url), options });
      options.signal?.throwIfAborted();
      const ended = new Promise((_, reject) => {
        options.signal?.addEventListener("abort", () => reject(options.signal.reason));
      });
      return Promise.race([
        ended,
        helper ? helper(String(url), options) : Promise.reject(new TypeError("nobody")),
      ]);
    }
    const { readFile } = await import("node:fs/promises");
    return new Response(await readFile(new URL(url)));
  };
  return {
    asked,
    scripts,
    alarms,
    permissions,
    page: { id: browser.runtime.id, url: `${ORIGIN}popup/popup.html` },
  };
}

/** A sender in a tab. */
export function inTab(url, { tab = 7, frame = 0, id = "abcdefghijklmnopabcdefghijklmnop", origin } = {}) {
  return { id, url, frameId: frame, tab: { id: tab, url }, ...(origin ? { origin } : {}) };
}

/** The smallest IndexedDB that the pairing needs. */
export function fakeIndexedDB() {
  const stores = new Map();
  const later = (target, name, result) => {
    target.result = result;
    queueMicrotask(() => target[name]?.());
    return target;
  };
  globalThis.indexedDB = {
    open() {
      const opening = {};
      const database = {
        createObjectStore: (name) => stores.set(name, new Map()),
        close: () => undefined,
        transaction(name) {
          const kept = stores.get(name);
          const transaction = { error: null };
          const done = (result) => {
            setTimeout(() => transaction.oncomplete?.());
            return later({}, "onsuccess", result);
          };
          transaction.objectStore = () => ({
            get: (key) => done(kept.get(key)),
            put: (value, key) => done(kept.set(key, value) && key),
            delete: (key) => done(void kept.delete(key)),
          });
          return transaction;
        },
      };
      queueMicrotask(() => {
        opening.result = database;
        if (stores.size === 0) {
          opening.onupgradeneeded?.();
        }
        opening.onsuccess?.();
      });
      return opening;
    },
  };
  return stores;
}
