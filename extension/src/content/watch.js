/**
 * When a draft is checked: once typing has settled, when a file came, and as the person reaches for the button. Only
 * the newest request counts. browser-only: held by the journeys; what happens to a review meanwhile is held.js.
 */

import { SETTLE_MS } from "../shared/protocol.js";
import { askCheck } from "./ask.js";
import { draftOf } from "./draft.js";
import { aboutField } from "./fields.js";
import { carry, hold } from "./held.js";
import { withoutVain } from "./pictures.js";
import { read } from "./text.js";

/** Milliseconds until a draft whose answer was late is asked about once more: a helper that has just started is slow. */
const LATE_MS = 2000;

/** UTF-16 code units; the helper takes 64,000 characters and no more. */
const LONGEST = 64000;

/**
 * @typedef {import("./composers.js").Composer} Composer
 *
 * @param {object} parts
 * @param {(composer: Composer) => Promise<import("../shared/protocol.js").PageAnswer | null>} parts.page
 * @param {(composer: Composer, text: string) => void} parts.onChange the review or the text under it has changed
 * @param {AbortSignal} parts.signal
 */
export function createWatch({ page, onChange, signal }) {
  /** @type {Set<Composer>} reviewed drafts whose text has changed since the last frame */
  const moved = new Set();
  let frame = 0;

  /** @param {Composer} composer */
  function stop(composer) {
    if (composer.timer !== null) {
      clearTimeout(composer.timer);
      composer.timer = null;
    }
  }

  function move() {
    frame = 0;
    for (const composer of moved) {
      moveNow(composer);
    }
    moved.clear();
  }

  /** @param {Composer} composer @returns {string} the text of this moment */
  function moveNow(composer) {
    const { text } = read(composer.element);
    if (composer.held && composer.held.text !== text) {
      composer.held =
        text.trim() === "" && composer.pictures.length === 0 ? null : carry(composer.held, text);
      onChange(composer, text);
    }
    return text;
  }

  /** Typing has settled, or goes on: then the rest of the pause is waited for. A new timer a key would cost more. @param {Composer} composer */
  function settle(composer) {
    const left = composer.touched + SETTLE_MS - performance.now();
    if (left > 1) {
      composer.timer = setTimeout(settle, left, composer);
    } else {
      void check(composer);
    }
  }

  /** @param {Composer} composer @param {boolean} again judge even a text that has been judged */
  async function check(composer, again = false) {
    stop(composer);
    if (composer.composing || signal.aborted || !composer.element.isConnected) {
      return;
    }
    const { text } = read(composer.element);
    if (!again && composer.asking === text) {
      return; // on its way
    }
    composer.newest += 1;
    const number = composer.newest;
    if (text.trim() === "" && composer.pictures.length === 0) {
      const wasEmpty = !composer.held && !composer.reason;
      Object.assign(composer, { held: null, reason: null, asking: null, acknowledged: null });
      if (!wasEmpty) {
        onChange(composer, text);
      }
      return;
    }
    if (!again && composer.held?.fresh && composer.held.text === text) {
      composer.asking = null;
      return;
    }
    composer.asking = text;
    const answer = await answerTo(composer, text);
    if (number !== composer.newest || signal.aborted || !composer.element.isConnected) {
      return;
    }
    composer.asking = null;
    composer.reason = answer.ok ? null : answer.reason;
    const now = read(composer.element).text;
    if (answer.ok) {
      const review = withoutVain(composer, aboutField(composer.field, answer.review));
      composer.held = carry(hold(review, text), now);
    } else if (answer.reason === "off") {
      composer.held = null;
    } else if (answer.reason === "timeout" && !composer.again) {
      composer.again = true;
      composer.timer = setTimeout(check, LATE_MS, composer, true);
    }
    onChange(composer, now);
  }

  /** @param {Composer} composer @param {string} text @returns {Promise<import("../shared/protocol.js").CheckAnswer>} */
  async function answerTo(composer, text) {
    const known = await page(composer);
    if (!known) {
      return { ok: false, reason: "problem" };
    }
    if (!known.on) {
      return { ok: false, reason: "off" };
    }
    return text.length > LONGEST
      ? { ok: false, reason: "too-long" }
      : askCheck(draftOf(composer, text, known, new Date()), composer.number);
  }

  signal.addEventListener("abort", () => cancelAnimationFrame(frame), { once: true });
  return Object.freeze({
    /** Something was typed. This is all that runs in the event itself. @param {Composer} composer */
    touched(composer) {
      if (composer.again) {
        composer.again = false;
        stop(composer);
      }
      if (composer.held && composer.held.findings.length > 0) {
        moved.add(composer);
        frame ||= requestAnimationFrame(move);
      }
      composer.touched = performance.now();
      if (!composer.composing) {
        composer.timer ??= setTimeout(settle, SETTLE_MS, composer);
      }
    },
    check,
    moveNow,
    stop,
  });
}

/** @typedef {ReturnType<typeof createWatch>} Watch */
