/** Any site: a textarea or an editing host large enough to write in, told by structure alone. */

import { holds, nearest } from "../shared/tree.js";

/** @type {import("./index.js").Site} */
export const any = {
  id: "any",
  hosts: [],
  composer: 'textarea, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"]',
  submit: 'button[type="submit"], input[type="submit"]',
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

const BUTTON = 'button, input[type="submit"], input[type="image"], [role="button"]';
/** What opens, toggles or resets posts nothing. */
const ASIDE =
  '[aria-haspopup]:not([aria-haspopup="false"]), [aria-expanded], [aria-pressed], [aria-checked], [type="reset"], [role="tab"]';
const BAR = '[role="toolbar"], [role="menu"], [role="listbox"], [role="tablist"], [role="radiogroup"]';
const LIMIT = 'dialog, [role="dialog"], [aria-modal="true"], article, main, body';

/** Steps up from the composer within which a button may be its own. */
const REACH = 8;

/**
 * The button-like element on the way of a press, or null.
 * @param {readonly EventTarget[]} path
 * @returns {HTMLElement | null}
 */
export function buttonOf(path) {
  const found = path.find((node) => node instanceof HTMLElement && node.matches(BUTTON));
  return found instanceof HTMLElement ? found : null;
}

/**
 * The control that posts what stands in this composer, by structure: the form's submit button, else the last
 * labelled button after the composer in the smallest box that holds both.
 * @param {HTMLElement} composer
 * @returns {HTMLElement | null}
 */
export function submitOf(composer) {
  const form = composer instanceof HTMLTextAreaElement ? composer.form : nearest(composer, "form");
  if (form instanceof HTMLFormElement) {
    const own = [...form.elements].find(isFormSubmit);
    if (own instanceof HTMLElement) {
      return own;
    }
  }
  /** @type {Node | null} */
  let box = composer;
  for (let step = 0; box && step < REACH; step += 1) {
    box = box.parentNode ?? (box instanceof ShadowRoot ? box.host : null);
    const found = box instanceof Element || box instanceof ShadowRoot ? lastButton(box, composer) : null;
    if (found || (box instanceof Element && box.matches(LIMIT))) {
      return found;
    }
  }
  return null;
}

/** @param {Element} element @returns {boolean} */
function isFormSubmit(element) {
  return (
    (element instanceof HTMLButtonElement || element instanceof HTMLInputElement) &&
    element.type === "submit" &&
    !element.matches(ASIDE)
  );
}

/** @param {ParentNode} box @param {HTMLElement} composer */
function lastButton(box, composer) {
  const after = [...box.querySelectorAll(BUTTON)].filter(
    (button) =>
      (composer.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
      !holds(composer, button) &&
      !button.matches(ASIDE) &&
      !button.closest(BAR) &&
      isLabelled(button),
  );
  const told = after.find((button) => button.matches('[type="submit"]'));
  const found = told ?? after.at(-1);
  return found instanceof HTMLElement ? found : null;
}

/** A word on it, not an icon alone. @param {Element} button */
function isLabelled(button) {
  return button instanceof HTMLInputElement || /\p{L}/u.test(button.textContent ?? "");
}
