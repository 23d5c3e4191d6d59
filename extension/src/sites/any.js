/** Any site: a textarea or an editing host large enough to write in, told by structure alone. */

import { nearest } from "../shared/tree.js";

/** @type {import("./index.js").Site} */
export const any = {
  id: "any",
  hosts: [],
  composer: 'textarea, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"]',
  submit: 'button[type="submit"], input[type="submit"]',
  fields: [
    {
      surface: "profile",
      part: "bio",
      field:
        'textarea[name="bio"], textarea[name="biography"], textarea[name$="[bio]"], #your-profile #description',
    },
    {
      surface: "profile",
      part: "name",
      field: 'input[name="display_name"], input[name="displayName"], input[name$="[display_name]"]',
    },
  ],
  enter: "ctrl",
  frame: 'form, dialog, [role="dialog"]',
  media: 'img[src^="blob:"], video[src^="blob:"]',
  account: () => ({ handle: null, name: null }),
};

/** Editors of code, spreadsheets and the like, and fields that look something up. */
const NEVER =
  '.cm-editor, .CodeMirror, .monaco-editor, .ace_editor, [role="search"], search, [role="toolbar"], [role="combobox"], [role="searchbox"], [role="spinbutton"], [role="grid"], [aria-readonly="true"], [aria-disabled="true"], [aria-hidden="true"]';
const SEARCH = /^(?:q|query|search|s|zoek|zoeken)$/i;

/** CSS pixels: anything smaller is a label or a search box, not a place to write a post. */
const ROOM = { width: 120, height: 16 };

/**
 * Whether an editable element is one to write a post in. Reads the layout once: ask when it gets the focus.
 * @param {HTMLElement} element a textarea or an editing host
 * @returns {boolean}
 */
export function isComposer(element) {
  if (nearest(element, NEVER)) {
    return false;
  }
  if (element instanceof HTMLTextAreaElement) {
    return (
      !element.readOnly &&
      !element.disabled &&
      !SEARCH.test(element.name) &&
      element.enterKeyHint !== "search" &&
      hasRoom(element)
    );
  }
  return element.getAttribute("role") === "textbox" || hasRoom(element);
}

/** @param {HTMLElement} element */
function hasRoom(element) {
  return element.offsetWidth >= ROOM.width && element.offsetHeight >= ROOM.height;
}
