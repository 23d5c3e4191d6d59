/**
 * An editor may stand in a frame of its own and its button in the page around it, as in WordPress. From the first
 * composer on, such a frame hears what is pressed in the pages around it, as far as they are of its own origin.
 * browser-only: held by the journeys in a frame.
 */

/**
 * @param {object} parts
 * @param {import("./gate.js").Gate} parts.gate
 * @param {AbortSignal} parts.signal
 */
export function createFrames({ gate, signal }) {
  let heard = false;

  /** @param {Event} event */
  const press = (event) => {
    if (event.isTrusted) {
      gate.click(event, event.composedPath());
    }
  };
  /** @param {Event} event */
  const reach = (event) => {
    if (event.isTrusted) {
      gate.approach(event.composedPath());
    }
  };

  return Object.freeze({
    /** A composer was met in this frame. */
    listen() {
      if (heard) {
        return;
      }
      heard = true;
      for (let frame = window.frameElement; frame; ) {
        const around = frame.ownerDocument.defaultView;
        around?.addEventListener("click", press, { capture: true, signal });
        for (const type of ["pointerdown", "focusin"]) {
          around?.addEventListener(type, reach, { capture: true, signal });
        }
        frame = around?.frameElement ?? null;
      }
    },
  });
}
