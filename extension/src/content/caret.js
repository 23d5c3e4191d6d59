/** Where the person was writing, to bring them back to it. browser-only: held by the journeys. */

import { selectionOf } from "./mend.js";
import { isField } from "./text.js";

/**
 * @param {HTMLElement} element a textarea or an editing host
 * @returns {() => void} brings the focus and the caret back
 */
export function keepCaret(element) {
  const selection = isField(element) ? null : selectionOf(element);
  const { anchorNode, anchorOffset = 0, focusNode, focusOffset = 0 } = selection ?? {};
  return () => {
    element.focus({ preventScroll: true });
    if (selection && anchorNode && focusNode && element.contains(anchorNode) && element.contains(focusNode)) {
      try {
        selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
      } catch {
        // the text has become shorter meanwhile: the editor's own caret will do
      }
    }
  };
}
