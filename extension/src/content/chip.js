/** The chip at the composer: how many notes, or that nobody has looked. browser-only: held by the journeys. */

import { button, make } from "./element.js";

/**
 * @typedef {object} ChipModel
 * @property {"notes" | "ok" | "partial" | "unchecked" | "hold"} state
 * @property {import("./held.js").Finding["severity"] | null} loudest
 * @property {number} notes
 * @property {string} until time of day, while on hold
 *
 * @param {ChipModel} model
 * @param {import("./finding.js").Reader["say"]} say
 * @param {() => void} open
 * @returns {HTMLElement}
 */
export function chipOf(model, say, open) {
  const words = sentence(model, say);
  const kind = model.loudest === "note" ? "notes" : (model.loudest ?? "");
  const state = { notes: kind, partial: "ok", ok: "ok", unchecked: "unchecked", hold: "hold" }[model.state];
  const chip = button(`chip ${state}`, "", open, {
    "aria-label": say("chip_open", words),
    "aria-haspopup": "dialog",
    "aria-keyshortcuts": "Alt+Shift+P",
    title: words,
  });
  chip.append(make("span", {}, face(model, words)));
  return chip;
}

/** @param {ChipModel} model @param {import("./finding.js").Reader["say"]} say */
function sentence({ state, notes, until }, say) {
  const sentences = {
    notes: () => (notes === 1 ? say("chip_one") : say("chip_many", notes)),
    ok: () => say("chip_clear"),
    partial: () => say("chip_partial"),
    unchecked: () => say("chip_unchecked"),
    hold: () => say("chip_hold", until),
  };
  return sentences[state]();
}

/** @param {ChipModel} model @param {string} words */
function face({ state, notes }, words) {
  const faces = { notes: String(notes), ok: "✓", partial: "~", unchecked: words, hold: words };
  return faces[state];
}
