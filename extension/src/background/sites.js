/** Which hosts are checked: the manifest's, and those that the person or the organisation switched on beside them. */

import { changeSettings, loadSettings } from "../shared/settings.js";

/**
 * @typedef {import("../shared/settings.js").Setup} Setup
 * @typedef {{host: string, origin: string, known: boolean, shipped: boolean, on: boolean}} Stand
 */

const PATTERN = /^(https?):\/\/(\*\.)?([^/*]+)\/\*$/;
const FILES = ["content/loader.js"];

/** @returns {string[]} the match patterns of the manifest */
export function shippedPatterns() {
  return browser.runtime.getManifest().content_scripts?.[0]?.matches ?? [];
}

/** @param {string} pattern @param {URL} url @returns {boolean} a match pattern has no port: it means all */
export function matches(pattern, url) {
  const [, scheme, any, host = ""] = PATTERN.exec(pattern) ?? [];
  if (`${scheme}:` !== url.protocol) {
    return false;
  }
  return url.hostname === host || (any !== undefined && url.hostname.endsWith(`.${host}`));
}

/** @param {string} off a host that is switched off @param {string} host @returns {boolean} its subdomains are off with it */
function covers(off, host) {
  return host === off || host.endsWith(`.${off}`);
}

/**
 * How a page stands: null where it is no web page.
 * @param {Setup} setup
 * @param {readonly string[]} shipped
 * @param {string | undefined} address
 * @returns {Stand | null}
 */
export function standOf(setup, shipped, address) {
  const url = address && URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol)) {
    return null;
  }
  const ships = shipped.some((pattern) => matches(pattern, url));
  const known = ships || [...setup.settings.on, ...setup.given].some((pattern) => matches(pattern, url));
  const on = known && !setup.settings.off.some((host) => covers(host, url.hostname));
  return { host: url.hostname, origin: url.origin, known, shipped: ships, on };
}

/** @param {string} origin @returns {string | null} such as "https://forum.example/*"; null: no one host */
export function patternOf(origin) {
  const url = URL.canParse(origin) ? new URL(origin) : null;
  return url && /^https?:$/.test(url.protocol) && !url.hostname.includes("*")
    ? `${url.protocol}//${url.hostname}/*`
    : null;
}

/** Have the browser start us on every host that was switched on beside the manifest's, and on no other. */
export async function registerSites() {
  const setup = await loadSettings();
  /** @type {string[]} */
  const allowed = [];
  for (const pattern of new Set([...setup.settings.on, ...setup.given])) {
    const shipped = shippedPatterns().includes(pattern);
    if (!shipped && (await browser.permissions.contains({ origins: [pattern] }))) {
      allowed.push(pattern);
    }
  }
  const registered = (await browser.scripting.getRegisteredContentScripts()).map((script) => script.id);
  const gone = registered.filter((id) => !allowed.includes(id));
  if (gone.length > 0) {
    await browser.scripting.unregisterContentScripts({ ids: gone });
  }
  const missing = allowed.filter((pattern) => !registered.includes(pattern));
  if (missing.length > 0) {
    await browser.scripting.registerContentScripts(
      missing.map((pattern) => ({
        id: pattern,
        matches: [pattern],
        js: FILES,
        runAt: "document_start",
        allFrames: true,
        matchOriginAsFallback: true,
      })),
    );
  }
}

/** Start in tabs that are open already: after an install, an update, a switch. @param {string[]} patterns */
export async function startInTabs(patterns) {
  for (const tab of await browser.tabs.query({ url: patterns })) {
    if (tab.id !== undefined) {
      await browser.scripting
        .executeScript({ target: { tabId: tab.id, allFrames: true }, files: FILES, injectImmediately: true })
        .catch(() => undefined); // a discarded tab, an error page, a host that was withheld
    }
  }
}

/** Everything that is open already, and everything that was registered. */
export async function startEverywhere() {
  await registerSites();
  const { settings, given } = await loadSettings();
  await startInTabs([...new Set([...shippedPatterns(), ...settings.on, ...given])]);
}

/**
 * Switch a host on. The permission must have been given before: only a click in the popup can ask for it.
 * @param {string} origin
 * @returns {Promise<boolean>} false: no web address, or no permission
 */
export async function switchOn(origin) {
  const pattern = patternOf(origin);
  if (!pattern || !(await browser.permissions.contains({ origins: [pattern] }))) {
    return false;
  }
  const url = new URL(origin);
  const shipped = shippedPatterns().some((one) => matches(one, url));
  await changeSettings(({ settings }) => ({
    off: settings.off.filter((host) => !covers(host, url.hostname)),
    ...(shipped ? {} : { on: [...settings.on, pattern] }),
  }));
  await registerSites();
  await startInTabs([pattern]);
  return true;
}

/** Switch a host off; it stays in the list. @param {string} origin */
export async function switchOff(origin) {
  if (patternOf(origin)) {
    await changeSettings(({ settings }) => ({ off: [...settings.off, new URL(origin).hostname] }));
  }
}

/** Take a host off the list and give its permission back. @param {string} pattern */
export async function removeSite(pattern) {
  const host = PATTERN.exec(pattern)?.[3] ?? "";
  await changeSettings(({ settings }) => ({
    on: settings.on.filter((one) => one !== pattern),
    off: settings.off.filter((one) => one !== host),
  }));
  await registerSites();
  await browser.permissions.remove({ origins: [pattern] }).catch(() => false); // required ones stay
}

/** Tell every page that the settings have changed: it asks anew. */
export async function tellTabs() {
  for (const tab of await browser.tabs.query({})) {
    if (tab.id !== undefined) {
      browser.tabs.sendMessage(tab.id, { kind: "settings-changed" }).catch(() => undefined); // none of ours there
    }
  }
}
