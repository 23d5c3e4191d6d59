/**
 * The one element of ours in a page: everything shown stands in its closed shadow root, in the browser's top layer,
 * beside the composer's modal where there is one. browser-only: held by the journeys in a modal that traps the focus.
 */

import { nearest } from "../shared/tree.js";
import { rootOf } from "./ask.js";
import { STYLE } from "./style.js";

const NAME = "margin-note";
const MODAL = 'dialog[open], [aria-modal="true"], [role="dialog"]';

/** How often a page may take our element out of one place before we leave it in peace. */
const PATIENCE = 30;

/** Keys, focus and presses in a note are no business of the page's. */
const INWARD = [
  "keydown",
  "keypress",
  "keyup",
  "focusin",
  "focusout",
  "pointerdown",
  "mousedown",
  "mouseup",
  "pointerup",
  "click",
  "input",
  "change",
];

/** @param {AbortSignal} signal */
export function createHost(signal) {
  /** @type {HTMLElement | null} */
  let element = null;
  /** @type {ShadowRoot | null} */
  let root = null;
  /** Where it was put last: that it goes on to another modal, or back, is our own doing. @type {HTMLElement | null} */
  let last = null;
  let moves = 0;

  /** @returns {ShadowRoot} */
  function create() {
    for (const left of document.getElementsByTagName(NAME)) {
      left.remove(); // of a script from before an update
    }
    element = document.createElement(NAME);
    element.setAttribute("popover", "manual");
    const made = element.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    made.adoptedStyleSheets = [sheet];
    for (const type of INWARD) {
      element.addEventListener(type, (event) => event.stopPropagation(), { signal });
    }
    signal.addEventListener("abort", () => element?.remove(), { once: true });
    return made;
  }

  return Object.freeze({
    /**
     * The root, standing where a person can reach it from this composer; null where the page will not have it.
     * @param {HTMLElement} composer
     * @returns {ShadowRoot | null}
     */
    beside(composer) {
      root ??= create();
      if (!element) {
        return null;
      }
      const home = homeOf(composer);
      const inner = rootOf(home); // a modal with a shadow root of its own shows only what it has a slot for
      const stands = element.parentNode === home || (inner !== null && element.parentNode === inner);
      if (!stands && moves < PATIENCE) {
        moves += home === last ? 1 : 0;
        last = home;
        home.append(element);
        if (inner && !element.assignedSlot) {
          inner.append(element);
        }
      }
      if (!element.isConnected) {
        return null;
      }
      if (!element.matches(":popover-open")) {
        element.showPopover();
      }
      return root;
    },
    /** @returns {ShadowRoot | null} the root, wherever it stands */
    root: () => root,
    /** @param {readonly EventTarget[]} path @returns {boolean} whether an event came out of our own element */
    isOurs: (path) => element !== null && path.includes(element),
  });
}

/**
 * The composer's modal, or the page: but never the editor itself, which in a frame may be the whole body.
 * @param {HTMLElement} composer
 */
function homeOf(composer) {
  const modal = nearest(composer, MODAL);
  if (modal?.ownerDocument === document) {
    return modal;
  }
  return document.body.isContentEditable ? document.documentElement : document.body;
}

/** @typedef {ReturnType<typeof createHost>} Host */
