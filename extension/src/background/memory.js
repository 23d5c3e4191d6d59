/** What is kept for a tab until it closes, in memory alone: dismissals, acknowledgements, held drafts, a pause. */

const LONGEST_KEY = 300;
const LONGEST_VALUE = 300_000;

/** @param {number} tab @param {string} key @returns {string} */
function place(tab, key) {
  return `tab:${tab}:${key}`;
}

/**
 * @param {number} tab
 * @param {unknown} key
 * @param {unknown} value null and undefined forget
 * @returns {Promise<boolean>} whether it is kept
 */
export async function remember(tab, key, value) {
  if (typeof key !== "string" || key.length > LONGEST_KEY) {
    return false;
  }
  if (value === null || value === undefined) {
    await browser.storage.session.remove(place(tab, key));
    return true;
  }
  if (JSON.stringify(value).length > LONGEST_VALUE) {
    return false;
  }
  await browser.storage.session.set({ [place(tab, key)]: value });
  return true;
}

/** @param {number} tab @param {unknown} key @returns {Promise<unknown>} null where nothing is kept */
export async function recall(tab, key) {
  if (typeof key !== "string") {
    return null;
  }
  const at = place(tab, key);
  return (await browser.storage.session.get(at))[at] ?? null;
}

/** @param {number} tab it was closed */
export async function forgetTab(tab) {
  const kept = Object.keys(await browser.storage.session.get(null));
  await browser.storage.session.remove(
    kept.filter((key) => key.startsWith(place(tab, "")) || key === `pause:${tab}`),
  );
}

/** @param {number} tab @param {boolean} paused */
export async function pause(tab, paused) {
  await (paused
    ? browser.storage.session.set({ [`pause:${tab}`]: true })
    : browser.storage.session.remove(`pause:${tab}`));
}

/** @param {number} tab @returns {Promise<boolean>} */
export async function isPaused(tab) {
  return (await browser.storage.session.get(`pause:${tab}`))[`pause:${tab}`] === true;
}
