/** What stands in a composer, whatever kind of editor it is. browser-only: the walk has its own test. */

import { walk } from "./walk.js";

/**
 * @param {Element | null} element
 * @returns {element is HTMLTextAreaElement | HTMLInputElement} a form's own field, not an editing host
 */
export function isField(element) {
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
}

/**
 * @param {HTMLElement} element a textarea, a field of a profile or a sign-in form, or an editing host
 * @returns {import("./walk.js").Reading}
 */
export function read(element) {
  if (element instanceof HTMLInputElement && element.type === "password") {
    return { text: "", pieces: [] }; // a field of ours that its page has made into another
  }
  return isField(element) ? { text: element.value, pieces: [] } : walk(element);
}
