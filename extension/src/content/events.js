/**
 * One table says which event goes where. The loader hands every event on, with its path; the shadow roots that it
 * comes through hand on what does not leave them. browser-only: held by the journeys.
 */

import { noteCaret } from "./caret.js";
import { createRoots } from "./roots.js";

/**
 * Events that count even where the page has made them: some sites hand a file on so (our own synthetic paste carries
 * none), and a browser may end a composition in a person's stead.
 */
const ANYBODYS = new Set(["change", "drop", "paste", "compositionend"]);

/**
 * @typedef {import("./composers.js").Composer} Composer
 * @typedef {(event: Event, path: EventTarget[]) => void} Hand
 *
 * @param {object} parts
 * @param {import("./host.js").Host} parts.host
 * @param {import("./composers.js").Composers} parts.composers
 * @param {import("./watch.js").Watch} parts.watch
 * @param {import("./gate.js").Gate} parts.gate
 * @param {import("./overlay.js").Overlay} parts.overlay
 * @param {ReturnType<import("./hover.js").createHover>} parts.hover
 * @param {ReturnType<import("./keys.js").createKeys>} parts.keys
 * @param {ReturnType<import("./attachments.js").createAttachments>} parts.attachments
 * @param {ReturnType<import("./share.js").createShare>} parts.share
 * @param {ReturnType<import("./own_page.js").createOwnPage>} parts.ownPage
 * @param {(composer: Composer) => void} parts.onFront another composer is worked in than before
 * @param {AbortSignal} parts.signal
 * @returns {Hand}
 */
export function createEvents({
  host,
  composers,
  watch,
  gate,
  overlay,
  hover,
  keys,
  attachments,
  share,
  ownPage,
  onFront,
  signal,
}) {
  /** @param {Composer} composer */
  function enter(composer) {
    if (composers.front() !== composer) {
      composers.bringToFront(composer);
      attachments.adopt(composer);
      hover.follow(composer);
      onFront(composer);
    }
    watch.touched(composer);
  }

  /**
   * The text may change, or has. Editors that draw the text themselves often let no `input` event through, so anything
   * that a person does to a text counts.
   * @param {Event} event @param {EventTarget[]} path
   */
  function touch(event, path) {
    const composer = composers.at(path);
    if (composer) {
      if (event instanceof InputEvent) {
        composer.composing = event.isComposing;
      }
      if (composers.front() === composer) {
        watch.touched(composer);
      } else {
        enter(composer);
      }
    }
  }

  /** @param {DragEvent | ClipboardEvent} event @param {EventTarget[]} path */
  function brought(event, path) {
    attachments.brought(event, path);
    if (event.isTrusted) {
      touch(event, path);
    }
  }

  /** The focus or the caret may be about to leave the text: it is to come back to where it was. */
  function leaving() {
    const composer = composers.front();
    if (composer) {
      noteCaret(composer.element);
    }
  }

  /** @type {Record<string, (event: any, path: EventTarget[]) => void>} */
  const table = {
    focusin: (_event, path) => {
      const composer = composers.at(path);
      if (composer) {
        enter(composer);
      } else {
        gate.approach(path);
      }
    },
    focusout: leaving,
    beforeinput: touch,
    input: touch,
    compositionstart: (_event, path) => {
      const composer = composers.at(path);
      if (composer) {
        composer.composing = true;
        watch.stop(composer);
      }
    },
    compositionend: (_event, path) => {
      const composer = composers.at(path);
      if (composer) {
        composer.composing = false;
        watch.touched(composer);
      }
    },
    pointerdown: (_event, path) => {
      leaving();
      gate.approach(path);
      overlay.leave(path);
    },
    click: (event, path) => {
      gate.click(event, path);
      share.click(path);
      void ownPage.glance();
      hover.click(event, path, composers);
      const composer = composers.front();
      if (composer) {
        watch.touched(composer); // an emoji or a name was chosen from a list of the site's
      }
    },
    keydown: (event, path) => {
      keys.keydown(event, path);
      gate.keydown(event, path);
      touch(event, path);
    },
    change: (_event, path) => attachments.change(path),
    drop: brought,
    paste: brought,
  };

  /** @type {Hand} */
  function hand(event, path) {
    if (!event.isTrusted && !ANYBODYS.has(event.type)) {
      return; // the page's own doing, or ours: never the person's
    }
    if (host.isOurs(path)) {
      keys.inside(event);
      return;
    }
    roots.enter(event, path);
    table[event.type]?.(event, path);
  }
  const roots = createRoots(hand, signal);
  return hand;
}
