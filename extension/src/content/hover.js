/** A card opens when the pointer rests on marked words, or clicks them, and on no other words. browser-only. */

/** Milliseconds that the pointer rests before the card opens, and that it may be away before it closes. */
const REST_MS = 280;
const AWAY_MS = 450;

/**
 * @typedef {import("./composers.js").Composer} Composer
 *
 * @param {object} parts
 * @param {import("./underline.js").Underlines} parts.underlines
 * @param {import("./overlay.js").Overlay} parts.overlay
 */
export function createHover({ underlines, overlay }) {
  /** @type {WeakSet<Composer>} */
  const followed = new WeakSet();
  let timer = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);
  let frame = 0;
  let last = "";
  /** @type {string | null} the topic under the pointer */
  let under = null;

  /** @param {Composer} composer @param {PointerEvent} event */
  function moved(composer, { clientX, clientY, buttons }) {
    frame = 0;
    const finding = buttons === 0 ? underlines.at(composer, clientX, clientY) : null;
    const topic = finding?.topic ?? null;
    if (topic === under) {
      return;
    }
    under = topic;
    clearTimeout(timer);
    const opened = overlay.opened();
    if (finding) {
      timer = setTimeout(() => rest(composer, finding), REST_MS);
    } else if (opened?.how === "hover") {
      away();
    }
  }

  /** @param {Composer} composer @param {import("./held.js").Finding} finding */
  function rest(composer, finding) {
    if (overlay.opened()?.how !== "person") {
      overlay.openCard(composer, { finding, how: "hover", focus: false });
    }
  }

  function away() {
    clearTimeout(timer);
    timer = setTimeout(leave, AWAY_MS);
  }

  /** The pointer has left the words. While it is in the card, the card stays. */
  function leave() {
    const opened = overlay.opened();
    if (opened?.how !== "hover" || under) {
      return;
    }
    // What holds the card is asked: the card itself may have been made anew under a pointer that rests.
    const { host } = /** @type {ShadowRoot} */ (opened.element.getRootNode());
    if (host.matches(":hover")) {
      host.addEventListener("pointerleave", away, { once: true, signal: opened.composer.life.signal });
    } else {
      overlay.close(true);
    }
  }

  return Object.freeze({
    /** @param {Composer} composer */
    follow(composer) {
      if (followed.has(composer)) {
        return;
      }
      followed.add(composer);
      const options = { signal: composer.life.signal, passive: true };
      composer.element.addEventListener(
        "pointermove",
        (event) => {
          // Chromium makes up moves of a pointer that rests when the page under it changes.
          const place = `${event.screenX} ${event.screenY}`;
          const hasMoved = last !== "" && place !== last;
          last = place;
          if (hasMoved && composer.held && frame === 0) {
            frame = requestAnimationFrame(() => moved(composer, event));
          }
        },
        options,
      );
      composer.element.addEventListener(
        "pointerleave",
        () => {
          under = null;
          away();
        },
        options,
      );
    },
    /** @param {MouseEvent} event @param {readonly EventTarget[]} path @param {import("./composers.js").Composers} composers */
    click(event, path, composers) {
      const composer = composers.front();
      if (composer?.held && path.includes(composer.element)) {
        const finding = underlines.at(composer, event.clientX, event.clientY);
        if (finding) {
          clearTimeout(timer);
          overlay.openCard(composer, { finding, how: "person", focus: false });
        }
      }
    },
  });
}
