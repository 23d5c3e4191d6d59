/** What a draft looks like to its writer at this moment: which notes stand, and whether it was checked at all. */

import { wordKey } from "../shared/words.js";
import { standing } from "./held.js";
import { timeOf } from "./time.js";

/**
 * @param {import("./page.js").PageFacts} page
 * @returns {(composer: import("./composers.js").Composer) => import("./overlay.js").Look}
 */
export function createLook(page) {
  return (composer) => {
    const { held, reason, dismissed, held_until: until } = composer;
    const findings = standing(held, { muted: page.known()?.muted ?? [], dismissed });
    const state = reason && reason !== "off" ? page.say(wordKey("reason", reason)) : null;
    const partial = held?.partial ?? false;
    return { findings, state, partial, chip: chip() };

    /** @returns {import("./chip.js").ChipModel | null} */
    function chip() {
      const loudest = findings[0]?.severity ?? null;
      const shown = { loudest, notes: findings.length, until: until > Date.now() ? timeOf(until) : "" };
      if (reason === "off" || !page.known()) {
        return null;
      }
      if (shown.until) {
        return { ...shown, state: "hold" };
      }
      if (findings.length > 0) {
        return { ...shown, state: "notes" };
      }
      return reason
        ? { ...shown, state: "unchecked" }
        : held
          ? { ...shown, state: partial ? "partial" : "ok" }
          : null;
    }
  };
}
