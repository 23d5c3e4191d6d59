/**
 * Which message, from whom, goes where. A content script lives in somebody else's page: it may ask about drafts of a
 * host that is switched on and nothing else. Settings and pairing are for the extension's own pages alone.
 */

import { FROM_CONTENT } from "../shared/protocol.js";
import { failed } from "./helper.js";
import { isPaused } from "./memory.js";
import { QUESTIONS } from "./questions.js";
import { REQUESTS } from "./requests.js";
import { currentSetup } from "./scene.js";
import { shippedPatterns, standOf } from "./sites.js";

/** @typedef {chrome.runtime.MessageSender} Sender */

/** A page that is switched off may still ask whether it is, and have its icon say so. */
const WHEN_OFF = new Set(["page", "report"]);

/** A frame that its page has written itself: a blank one, or one from a blob. */
const OWNLESS = /^(?:about|blob):/;

/** @param {Sender} sender @returns {boolean} one of our own pages: popup, options */
export function isOwnPage(sender) {
  return sender.id === browser.runtime.id && Boolean(sender.url?.startsWith(browser.runtime.getURL("")));
}

/** @param {Sender} sender @returns {string | undefined} a frame without an address of its own counts as its parent's */
function addressOf(sender) {
  return OWNLESS.test(sender.url ?? "") ? (sender.origin ?? sender.tab?.url) : sender.url;
}

/**
 * @param {unknown} message
 * @param {Sender} sender
 * @returns {Promise<unknown>} undefined: refused without a word
 */
export async function route(message, sender) {
  const kind = typeof message === "object" && message !== null && "kind" in message ? message.kind : null;
  if (typeof kind !== "string") {
    return undefined;
  }
  if (isOwnPage(sender)) {
    const known = Object.hasOwn(REQUESTS, kind);
    return known
      ? await REQUESTS[/** @type {keyof REQUESTS} */ (kind)](/** @type {any} */ (message))
      : undefined;
  }
  const tab = sender.tab?.id;
  if (sender.id !== browser.runtime.id || tab === undefined || !FROM_CONTENT.includes(kind)) {
    return undefined;
  }
  const { setup, language } = await currentSetup();
  const stand = standOf(setup, shippedPatterns(), addressOf(sender));
  const on = stand?.on === true && !(await isPaused(tab));
  if (!stand || (!on && !WHEN_OFF.has(kind))) {
    return kind === "recall" ? null : failed("off");
  }
  const apart = sender.tab?.incognito === true;
  const from = { tab, frame: sender.frameId ?? 0, host: stand.host, apart, on, setup, language };
  return await QUESTIONS[/** @type {keyof QUESTIONS} */ (kind)](/** @type {any} */ (message), from);
}
