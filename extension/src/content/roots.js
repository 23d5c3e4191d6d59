/**
 * `focusin` that moves within a shadow root does not leave it, and `change` leaves none at all. So we listen in each
 * root that an event has come through. browser-only: held by the journeys in LinkedIn's shadow root.
 */

/** What moves within a root and is not seen outside, and what comes before it. */
const ENTERING = new Set(["focusin", "focusout", "change", "pointerdown"]);

/**
 * @param {(event: Event, path: EventTarget[]) => void} hand
 * @param {AbortSignal} signal
 */
export function createRoots(hand, signal) {
  /** @type {WeakSet<ShadowRoot>} */
  const entered = new WeakSet();
  /** @type {WeakSet<Event>} a focus that comes from outside is seen by the window already */
  const seen = new WeakSet();

  /** @param {Event} event */
  const inside = (event) => {
    if (!seen.has(event)) {
      hand(event, event.composedPath());
    }
  };
  return Object.freeze({
    /** @param {Event} event @param {readonly EventTarget[]} path */
    enter(event, path) {
      if (!ENTERING.has(event.type)) {
        return;
      }
      seen.add(event);
      for (const node of path) {
        if (node instanceof ShadowRoot && !entered.has(node)) {
          entered.add(node);
          for (const type of ["focusin", "focusout", "change"]) {
            node.addEventListener(type, inside, { capture: true, signal });
          }
        }
      }
    },
  });
}
