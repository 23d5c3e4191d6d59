/** The popup's way to the background, and to the page in front. browser-only: tests/journey/test_own_pages.py goes it. */

/**
 * @typedef {import("../shared/requests.js").Requests} Requests
 * @typedef {import("../shared/protocol.js").FrontAnswer} FrontAnswer
 */

const PAGE_MS = 1000;

/** Milliseconds that a page which was just switched on takes to listen. */
export const STARTING_MS = 250;

/**
 * @template {keyof Requests} Kind
 * @param {Kind} kind
 * @param {Parameters<Requests[Kind]>[0]} [request]
 * @returns {ReturnType<Requests[Kind]>}
 */
export function ask(kind, request) {
  return /** @type {ReturnType<Requests[Kind]>} */ (browser.runtime.sendMessage({ ...request, kind }));
}

/**
 * The tab that this popup is about: the one named in its address, else the one in front; where the popup itself stands
 * in a tab (a phone, a test), the one that was in front last.
 * @returns {Promise<{tab: number | null, alone: boolean}>} alone: it stands in a tab of its own
 */
export async function findTab() {
  const named = Number(new URLSearchParams(location.search).get("tab"));
  const own = await browser.tabs.getCurrent();
  if (named > 0) {
    return { tab: named, alone: own !== undefined };
  }
  const tabs = await browser.tabs.query(
    own ? { currentWindow: true } : { active: true, currentWindow: true },
  );
  const others = tabs.filter(({ id, url }) => id !== own?.id && !url?.startsWith(browser.runtime.getURL("")));
  const last = others.toSorted((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0))[0];
  return { tab: last?.id ?? null, alone: own !== undefined };
}

/**
 * What the page says of the draft in front. A page that is busy, or none of ours, gets a moment and no more.
 * @param {number | null} tab
 * @param {number} [after] milliseconds to wait before
 * @returns {Promise<FrontAnswer | null>}
 */
export async function askFront(tab, after = 0) {
  if (tab === null) {
    return null;
  }
  await new Promise((resolve) => setTimeout(resolve, after));
  /** @type {Promise<null>} */
  const late = new Promise((resolve) => setTimeout(resolve, PAGE_MS, null));
  const answer = browser.tabs.sendMessage(tab, { kind: "front" }).catch(() => null);
  return (await Promise.race([answer, late])) ?? null;
}

/** @returns {Promise<string | null>} the clause that a card's link asked for, once; "" is the policy's beginning */
export async function takeClause() {
  const { "open-policy": asked } = await browser.storage.session.get("open-policy");
  await browser.storage.session.remove("open-policy");
  const given = /** @type {{clause: string, until: number} | undefined} */ (asked);
  return given && given.until > Date.now()
    ? given.clause
    : new URLSearchParams(location.search).get("clause");
}
