/** The options' way to the background, and the word that says how it went. browser-only: tests/journey/test_own_pages.py goes it. */

import { byId } from "../shared/element.js";

/** @typedef {import("../shared/requests.js").Requests} Requests */

const SHOWN_MS = 2500;
let timer = 0;

/**
 * @template {keyof Requests} Kind
 * @param {Kind} kind
 * @param {Parameters<Requests[Kind]>[0]} [request]
 * @returns {ReturnType<Requests[Kind]>}
 */
export function ask(kind, request) {
  return /** @type {ReturnType<Requests[Kind]>} */ (browser.runtime.sendMessage({ ...request, kind }));
}

/** Say something briefly, below. @param {string} words */
export function tell(words) {
  clearTimeout(timer);
  const status = byId("status");
  status.textContent = words;
  timer = setTimeout(() => {
    status.textContent = "";
  }, SHOWN_MS);
}
