/** What stands in a composer, whatever kind of editor it is. browser-only: the walk has its own test. */

import { walk } from "./walk.js";

/**
 * @param {HTMLElement} element a textarea or an editing host
 * @returns {import("./walk.js").Reading}
 */
export function read(element) {
  return element instanceof HTMLTextAreaElement ? { text: element.value, pieces: [] } : walk(element);
}
