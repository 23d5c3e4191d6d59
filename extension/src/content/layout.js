/** Keeps the chip and the card at their composer while they are shown, and listens to nothing while none is. browser-only. */

import { onMoved } from "./moved.js";
import { placeCard, placeChip } from "./place.js";

/**
 * @typedef {import("./composers.js").Composer} Composer
 * @typedef {{composer: Composer, element: HTMLElement}} ShownChip
 * @typedef {{composer: Composer, element: HTMLElement, about: import("./held.js").Finding | null}} ShownCard
 *
 * @param {import("./underline.js").Underlines} underlines
 * @param {() => void} gone the composer has left the page
 * @param {AbortSignal} signal
 */
export function createLayout(underlines, gone, signal) {
  /** @type {ShownChip | null} */
  let chip = null;
  /** @type {ShownCard | null} */
  let card = null;
  /** @type {AbortController | null} */
  let life = null;
  let frame = 0;

  function listen() {
    life?.abort();
    life = null;
    const composer = card?.composer ?? chip?.composer;
    if (!composer) {
      return;
    }
    life = new AbortController();
    const options = {
      signal: AbortSignal.any([signal, life.signal, composer.life.signal]),
      passive: true,
      capture: true,
    };
    window.addEventListener("scroll", soon, options);
    window.addEventListener("resize", soon, options);
    const observer = new ResizeObserver(soon);
    observer.observe(composer.element);
    if (card) {
      observer.observe(card.element); // it grows as something in it is unfolded
    }
    life.signal.addEventListener("abort", () => observer.disconnect(), { once: true });
    onMoved(composer.element, soon, options.signal);
    lay();
  }

  function soon() {
    frame ||= requestAnimationFrame(lay);
  }

  function lay() {
    frame = 0;
    if ([chip, card].some((shown) => shown && !shown.composer.element.isConnected)) {
      gone();
      return;
    }
    const view = { width: innerWidth, height: innerHeight };
    if (chip) {
      const box = chip.composer.element.getBoundingClientRect();
      const at = box.width === 0 ? null : placeChip(box, chip.element.getBoundingClientRect(), view);
      put(chip.element, at);
    }
    if (card) {
      const { composer, element, about } = card;
      const box = composer.element.getBoundingClientRect();
      const words = about ? underlines.boxOf(composer, about) : null;
      put(element, placeCard(box, words ?? box, sizeOf(element), view));
    }
  }

  signal.addEventListener("abort", () => cancelAnimationFrame(frame), { once: true });
  return Object.freeze({
    /** @param {ShownChip | null} next */
    chip(next) {
      chip = next;
      listen();
    },
    /** @param {ShownCard | null} next */
    card(next) {
      card = next;
      listen();
    },
  });
}

/** @param {HTMLElement} element */
function sizeOf(element) {
  return { width: element.offsetWidth, height: element.offsetHeight };
}

/** @param {HTMLElement} element @param {{left: number, top: number} | null} at null: out of sight */
function put(element, at) {
  element.style.visibility = at ? "visible" : "hidden";
  if (at) {
    element.style.left = `${at.left}px`;
    element.style.top = `${at.top}px`;
  }
}
