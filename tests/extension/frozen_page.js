/** A page without a browser: the DOM that linkedom makes of some HTML, with the globals that the code asks for. */

import { createRequire } from "node:module";

const load = createRequire(new URL("../../extension/package.json", import.meta.url));
const { parseHTML } = load("linkedom");
const GLOBALS = [
  "Node",
  "Element",
  "HTMLElement",
  "HTMLTextAreaElement",
  "HTMLInputElement",
  "HTMLButtonElement",
];
const MORE = ["HTMLFormElement", "ShadowRoot", "Text", "Event"];

/**
 * @param {string} html what stands in the body
 * @param {string} [url]
 * @returns {Document}
 */
export function frozenPage(html, url = "https://example.org/") {
  const window = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  for (const name of [...GLOBALS, ...MORE]) {
    globalThis[name] = window[name];
  }
  Object.assign(globalThis.Node, { DOCUMENT_POSITION_FOLLOWING: 4 }); // linkedom knows the number, not the name
  Object.defineProperty(window.HTMLElement.prototype, "elements", {
    configurable: true,
    get() {
      return this.querySelectorAll("button, input, textarea, select");
    },
  });
  Object.defineProperty(window.document, "location", { value: new URL(url), configurable: true });
  globalThis.document = window.document;
  globalThis.location = new URL(url);
  return window.document;
}

/** @param {Document} page @param {string} selector @returns {any} the first match, which must be there */
export function one(page, selector) {
  const found = page.querySelector(selector);
  if (!found) {
    throw new Error(`nothing on the page matches ${selector}`);
  }
  return found;
}
