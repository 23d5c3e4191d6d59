/**
 * As the person posts. Decided at once, from the review already held; no request stands in the way of a press. A press
 * that was stopped is never made again by us: "Post anyway" is remembered, and the person's own next press posts.
 * browser-only: held by the journeys; the decision itself is held.js.
 */

import { around, isElement, nearest } from "../shared/tree.js";
import { acknowledge, toAsk } from "./held.js";
import { buttonOf, isSubmitOf } from "./submit.js";
import { read } from "./text.js";
import { PAUSE_MINUTES, timeOf } from "./time.js";

/** @typedef {import("./composers.js").Composer} Composer */

const IME_KEY = 229;

/** Milliseconds after a press that was let go until we look whether the post is gone. */
const SENT_MS = 900;

/**
 * @param {object} parts
 * @param {import("./composers.js").Composers} parts.composers
 * @param {import("./watch.js").Watch} parts.watch
 * @param {import("./overlay.js").Overlay} parts.overlay
 * @param {import("./page.js").PageFacts} parts.page
 * @param {(composer: Composer, minutes: number) => void} parts.hold
 * @param {(composer: Composer) => void} parts.release the person will wait no longer
 * @param {(composer: Composer) => void} parts.unchecked nothing was held as it went out
 * @param {(composer: Composer, key: string) => void} parts.say
 * @param {(clause: string | null) => void} parts.openClause
 * @param {AbortSignal} parts.signal
 */
export function createGate(parts) {
  const { composers, watch, overlay, page, hold, release, unchecked, say, openClause, signal } = parts;

  /**
   * The control that would post, and whose text it would post.
   * @param {readonly EventTarget[]} path
   * @returns {{control: HTMLElement, posted: Composer[]} | null}
   */
  function pressOf(path) {
    const control = buttonOf(path);
    if (!control) {
      return null;
    }
    if (path.some((node) => isElement(node) && node.matches(composers.here().submit))) {
      composers.meetBeside(control);
    }
    const near = composers.about(control);
    const [first] = near;
    if (!first) {
      return null;
    }
    const isOwn = path.some((node) => isElement(node) && node.matches(first.site.submit));
    if (!isOwn && !isByStructure(first, control)) {
      return null;
    }
    const { thread } = first.site;
    const box = thread ? nearest(first.element, thread) : null;
    const posted =
      thread && box ? composers.live().filter((one) => nearest(one.element, thread) === box) : [first];
    return { control, posted };
  }

  /**
   * @param {Event} event
   * @param {readonly Composer[]} posted
   * @param {HTMLElement | null} control null: posted from the keyboard
   */
  function decide(event, posted, control) {
    for (const composer of posted) {
      const text = watch.moveNow(composer);
      const findings = toAsk(composer.held, { ...composer, muted: page.known()?.muted ?? [] });
      composer.pressed = control;
      const isDue = findings.length > 0 || composer.held_until > Date.now();
      if (isDue && page.known()?.on && stopAt(composer, findings)) {
        event.preventDefault();
        event.stopImmediatePropagation();
        return;
      }
      if (!composer.held && (text.trim() !== "" || composer.pictures.length > 0)) {
        unchecked(composer);
      }
    }
    setTimeout(afterwards, SENT_MS, posted);
  }

  /** Where the post is gone, so are its pictures. @param {readonly Composer[]} posted */
  function afterwards(posted) {
    for (const composer of signal.aborted ? [] : posted) {
      if (read(composer.element).text.trim() === "") {
        composer.pictures = [];
        composer.previewed = false;
      }
      watch.check(composer);
    }
  }

  /**
   * @param {Composer} composer
   * @param {readonly import("./held.js").Finding[]} findings
   * @returns {boolean} false: nothing can be shown here, so nothing is stopped
   */
  function stopAt(composer, findings) {
    const until = composer.held_until > Date.now() ? timeOf(composer.held_until) : null;
    const minutes = findings.find(({ fix }) => fix?.kind === "hold")?.fix?.minutes ?? PAUSE_MINUTES;
    return overlay.ask(
      composer,
      findings,
      {
        back: () => overlay.close(true),
        anyway: () => {
          composer.acknowledged = acknowledge(composer.held?.text ?? "", findings);
          release(composer);
          overlay.close(true);
          if (composer.pressed?.isConnected) {
            composer.pressed.focus({ preventScroll: true });
          }
          say(composer, composer.field ? "gate_form_again" : "gate_again");
        },
        hold: composer.field
          ? null
          : () => {
              overlay.close(true);
              hold(composer, minutes);
            },
        openClause,
      },
      { minutes, until, form: composer.field !== null },
    );
  }

  return Object.freeze({
    /** @param {Event} event trusted @param {readonly EventTarget[]} path */
    click(event, path) {
      const press = pressOf(path);
      if (press) {
        decide(event, press.posted, press.control);
      }
    },
    /** @param {KeyboardEvent} event trusted @param {readonly EventTarget[]} path */
    keydown(event, path) {
      if (event.key !== "Enter" || event.isComposing || event.keyCode === IME_KEY) {
        return;
      }
      const composer = composers.at(path);
      if (composer && !composer.composing && posts(event, composer)) {
        decide(event, [composer], null);
      }
    },
    /** The person reaches for the button: have the newest text judged. @param {readonly EventTarget[]} path */
    approach(path) {
      for (const composer of pressOf(path)?.posted ?? []) {
        watch.check(composer);
      }
    },
  });
}

/** @typedef {ReturnType<typeof createGate>} Gate */

/**
 * Where a site's own file knows no button here, the structure of the page tells it: names and test ids rot.
 * @param {Composer} composer
 * @param {HTMLElement} control
 */
function isByStructure(composer, control) {
  const { site, element } = composer;
  if (site.id !== "any" && around(element, site.submit)) {
    return false;
  }
  const isSubmit = isSubmitOf(element, control);
  composer.fallback ||= isSubmit && site.id !== "any" && !site.general && !site.unnamed && !composer.field;
  return isSubmit;
}

/** @param {KeyboardEvent} event @param {Composer} composer @returns {boolean} whether this Enter posts here */
function posts(event, { site, element }) {
  if (event.altKey) {
    return false;
  }
  if (event.ctrlKey || event.metaKey) {
    return site.enter === "ctrl";
  }
  const isPlain = site.plainEnter !== undefined && nearest(element, site.plainEnter) !== null;
  const choosing =
    element.getAttribute("aria-expanded") === "true" || element.hasAttribute("aria-activedescendant");
  return isPlain && !event.shiftKey && !choosing;
}
