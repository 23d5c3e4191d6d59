/**
 * The whole of it by keyboard. Alt+Shift+P opens the notes and brings back; in the card the arrows go from note to
 * note, Delete puts one aside, Escape goes back to the caret. browser-only: held by the journeys.
 */

/** By its place on the keyboard: with Alt and Shift the letter itself differs from system to system. */
const OPEN = "KeyP";

/**
 * @param {object} parts
 * @param {import("./composers.js").Composers} parts.composers
 * @param {import("./overlay.js").Overlay} parts.overlay
 * @param {ReturnType<import("./acts.js").createActs>} parts.acts
 * @param {import("./watch.js").Watch} parts.watch
 */
export function createKeys({ composers, overlay, acts, watch }) {
  /** @param {Event} event */
  function swallow(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** @type {Record<string, () => void>} */
  const inside = {
    Escape: () => overlay.close(true),
    ArrowDown: () => overlay.go(1),
    ArrowUp: () => overlay.go(-1),
    Delete: () => {
      const opened = overlay.opened();
      const finding = overlay.current();
      if (opened && finding) {
        acts.of(opened.composer, () => overlay.close(true)).dismiss(finding);
      }
    },
  };

  return Object.freeze({
    /** A key, or anything else, in our own card: no listener of the page's hears it. @param {Event} event */
    inside(event) {
      if (!(event instanceof KeyboardEvent)) {
        return;
      }
      const does = isOpen(event) ? inside.Escape : inside[event.key];
      if (event.type === "keydown" && (event.repeat || does || event.key === "Tab")) {
        event.preventDefault(); // a key still held down from the press that opened this chooses nothing
        if (event.key === "Tab") {
          overlay.step(event.shiftKey ? -1 : 1);
        } else if (!event.repeat || event.key.startsWith("Arrow")) {
          does?.();
        }
      }
      event.stopImmediatePropagation();
    },
    /** @param {KeyboardEvent} event in the page @param {readonly EventTarget[]} path */
    keydown(event, path) {
      if (isOpen(event)) {
        const composer = composers.at(path) ?? composers.front();
        if (composer?.held || composer?.reason) {
          swallow(event);
          watch.moveNow(composer);
          overlay.openCard(composer, { how: "person", focus: true });
        }
      } else if (event.key === "Escape" && overlay.opened() && !event.isComposing) {
        swallow(event); // closes the card and not the site's dialog behind it
        overlay.close(true);
      }
    },
  });
}

/** @param {KeyboardEvent} event */
function isOpen({ code, altKey, shiftKey, ctrlKey, metaKey }) {
  return code === OPEN && altKey && shiftKey && !ctrlKey && !metaKey;
}
