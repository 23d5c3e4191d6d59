/**
 * A like, a repost or a quote: the post acted on is looked at once, and where it would itself be warned about, a quiet
 * note stands beside the button for a while. Nothing is stopped. browser-only: held by the journeys.
 */

import { nearest } from "../shared/tree.js";
import { askCheck } from "./ask.js";
import { create } from "./composers.js";
import { draftOf } from "./draft.js";
import { hold } from "./held.js";

/** Milliseconds that the note stays while nobody reads it. */
const STAYS_MS = 15_000;

/**
 * @typedef {import("./composers.js").Composer} Composer
 * @typedef {import("../sites/index.js").Share} Share
 *
 * @param {object} parts
 * @param {() => import("../sites/index.js").Site} parts.here
 * @param {import("./page.js").PageFacts} parts.page
 * @param {import("./overlay.js").Overlay} parts.overlay
 * @param {(composer: Composer) => void} parts.refresh
 * @param {AbortSignal} parts.signal
 */
export function createShare({ here, page, overlay, refresh, signal }) {
  /** @param {Composer} shared */
  function fade(shared) {
    if (overlay.opened()?.composer === shared) {
      setTimeout(fade, STAYS_MS, shared);
    } else if (shared.held) {
      shared.held = null;
      refresh(shared);
    }
  }

  /** @param {HTMLElement} control @param {{author: string | null, text: string}} post */
  async function look(control, post) {
    const { fields: _fields, media: _media, audience: _audience, ...site } = here();
    const known = { site: { ...site, reply: () => post }, field: null, fallback: false };
    const shared = create(control, { ...known, shared: true }, signal);
    const facts = await page.about(shared);
    if (!facts?.on || signal.aborted) {
      return;
    }
    const answer = await askCheck(draftOf(shared, "", facts, new Date()), shared.number);
    if (answer.ok && answer.review.findings.length > 0 && control.isConnected && !signal.aborted) {
      shared.held = hold(quiet(answer.review), "");
      refresh(shared);
      setTimeout(fade, STAYS_MS, shared);
    }
  }

  return Object.freeze({
    /** @param {readonly EventTarget[]} path of a press that a person made */
    click(path) {
      const { share } = here();
      const control = share && path.find((node) => node instanceof HTMLElement && node.matches(share.button));
      if (share && control instanceof HTMLElement) {
        const post = postOf(control, share);
        if (post) {
          void look(control, post);
        }
      }
    },
  });
}

/** @param {HTMLElement} control @param {Share} share */
function postOf(control, { post, text, author }) {
  const box = nearest(control, post);
  const words = box?.querySelector(text)?.textContent?.trim();
  return words
    ? { author: (author && box?.querySelector(author)?.textContent?.trim()) || null, text: words }
    : null;
}

/** There is nothing of the person's own to mark or to mend. @param {import("../shared/protocol.js").Review} review */
function quiet(review) {
  return {
    ...review,
    findings: review.findings.map(({ fix: _fix, ...finding }) => ({ ...finding, marks: [] })),
  };
}
