/** Where the person was writing, to bring them back to it. browser-only: held by the journeys. */

import { selectionOf } from "./mend.js";
import { isField } from "./text.js";

/** @typedef {Pick<Selection, "anchorNode" | "anchorOffset" | "focusNode" | "focusOffset">} Place */

/** Where the caret last stood: a press on the site's own button takes it out of the editor before we are asked. */
const last = /** @type {WeakMap<HTMLElement, Place>} */ (new WeakMap());

/** @param {HTMLElement} element an editor that the person may be about to leave */
export function noteCaret(element) {
  const place = placeIn(element);
  if (place) {
    last.set(element, place);
  }
}

/**
 * @param {HTMLElement} element a textarea or an editing host
 * @returns {() => void} brings the focus and the caret back
 */
export function keepCaret(element) {
  const place = placeIn(element) ?? last.get(element);
  return () => {
    element.focus({ preventScroll: true });
    if (place && isIn(element, place)) {
      try {
        selectionOf(element)?.setBaseAndExtent(
          /** @type {Node} */ (place.anchorNode),
          place.anchorOffset,
          /** @type {Node} */ (place.focusNode),
          place.focusOffset,
        );
      } catch {
        // the text has become shorter meanwhile: the editor's own caret will do
      }
    }
  };
}

/** @param {HTMLElement} element @returns {Place | null} null: a field keeps its caret by itself, or it stands elsewhere */
function placeIn(element) {
  const selection = isField(element) ? null : selectionOf(element);
  if (!selection || !isIn(element, selection)) {
    return null;
  }
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  return { anchorNode, anchorOffset, focusNode, focusOffset };
}

/** @param {HTMLElement} element @param {Place} place */
function isIn(element, { anchorNode, focusNode }) {
  return element.contains(anchorNode) && element.contains(focusNode);
}
