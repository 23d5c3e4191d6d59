/** Which button posts, told by structure alone: for sites without a file of their own, and for when a file is out of date. */

import { above, holds, isElement, nearest } from "../shared/tree.js";
import { isField } from "./text.js";

const BUTTON = 'button, input[type="submit"], input[type="image"], [role="button"]';

const EDITOR = "textarea, [contenteditable], iframe";

/** What opens, toggles or resets posts nothing. */
const ASIDE =
  '[aria-haspopup]:not([aria-haspopup="false"]), [aria-expanded], [aria-pressed], [aria-checked], [type="reset"], [role="tab"]';
const BAR = '[role="toolbar"], [role="menu"], [role="listbox"], [role="tablist"], [role="radiogroup"]';

/** A form's other buttons, by the name that its software gives them. */
const OTHER = /preview|draft|cancel|delete|search|upload|attach|login/i;

/** What a button says that leaves without posting; some sites put it last. English, Dutch, German, French, Spanish. */
const LEAVES =
  /^\s*(?:cancel|discard|close|dismiss|annuleren|annuleer|sluiten|sluit|verwerpen|weggooien|abbrechen|verwerfen|schließen|annuler|fermer|cancelar|cerrar|descartar)\s*$/iu;

/** A modal holds one thing to post; a page holds many, and its only button may be anything. */
const MODAL = 'dialog, [role="dialog"], [aria-modal="true"]';
const PAGE = "article, main, body";

/** Steps up from the composer within which a button may be its own. */
const REACH = 16;

/**
 * The button-like element on the way of a press, or null.
 * @param {readonly EventTarget[]} path
 * @returns {HTMLElement | null}
 */
export function buttonOf(path) {
  return path.filter(isElement).find((node) => node.matches(BUTTON)) ?? null;
}

/**
 * Whether a press on this control posts what stands in the composer: a submit button of its form; without a form,
 * the last labelled button after the composer in the smallest box that holds both.
 * @param {HTMLElement} composer
 * @param {HTMLElement} control
 * @returns {boolean}
 */
export function isSubmitOf(composer, control) {
  const form = (isField(composer) && composer.form) || nearest(composer, "form");
  if (form) {
    const own = [.../** @type {HTMLFormElement} */ (form).elements].filter(isFormSubmit);
    if (own.length > 0) {
      return own.includes(control);
    }
  }
  return lastButton(composer) === control;
}

/** @param {Element} element @returns {boolean} */
function isFormSubmit(element) {
  if (element.localName !== "button" && element.localName !== "input") {
    return false;
  }
  const { type, name, id } = /** @type {HTMLInputElement} */ (element);
  return (type === "submit" || type === "image") && !element.matches(ASIDE) && !OTHER.test(`${name} ${id}`);
}

/** @param {HTMLElement} composer @returns {HTMLElement | null} */
function lastButton(composer) {
  /** @type {Node | null} */
  let box = composer;
  for (let step = 0; step < REACH; step += 1) {
    box = box && outward(box);
    if (!box) {
      return null;
    }
    const order = /** @type {HTMLElement[]} */ ([
      .../** @type {Element} */ (box).querySelectorAll(`${BUTTON}, ${EDITOR}`),
    ]);
    const at = order.findIndex((one) => holds(one, composer));
    const all = order.filter((one) => couldPost(one, composer));
    const after = all.filter((one) => order.indexOf(one) > at);
    const told = after.find((button) => button.matches('[type="submit"]')) ?? after.at(-1) ?? null;
    if (isElement(box) && box.matches(PAGE) && !(after.length === 0 && isFramed(box))) {
      return after.length === 1 ? told : null;
    }
    if (told) {
      return told;
    }
    if (isElement(box) && box.matches(MODAL)) {
      return all.at(-1) ?? null; // some modals have the button in their head
    }
  }
  return null;
}

/** One step out: to the parent, from a shadow root to its host, from a page to the frame that shows it. @param {Node} node */
function outward(node) {
  const up = node.parentNode ?? above(node);
  return up && up === node.ownerDocument ? above(up) : up;
}

/** @param {Element} element */
function isFramed(element) {
  return above(element.ownerDocument) !== null;
}

/** @param {HTMLElement} one @param {HTMLElement} composer */
function couldPost(one, composer) {
  return (
    one.matches(BUTTON) && !holds(composer, one) && !one.matches(ASIDE) && !one.closest(BAR) && hasWord(one)
  );
}

/** A word on it, not an icon alone, and not one that leaves. @param {Element} button */
function hasWord(button) {
  const words = button.textContent ?? "";
  return button.localName === "input" || (/\p{L}/u.test(words) && !LEAVES.test(words));
}
