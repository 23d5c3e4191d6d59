/** Tells the background, for the badge and the popup, how this page stands; and a listener that a note came. Never text. */

import { ask } from "./ask.js";
import { count } from "./held.js";

/**
 * @typedef {import("./composers.js").Composer} Composer
 * @typedef {import("../shared/protocol.js").PageReport} PageReport
 *
 * @param {(composer: Composer) => import("./overlay.js").Look} look
 */
export function createReport(look) {
  let last = "";
  /** @type {WeakMap<Composer, number>} notes that have been told of */
  const told = new WeakMap();

  /** @param {Composer | null} composer @returns {PageReport} */
  function reportOf(composer) {
    if (!composer) {
      return { state: "idle", reason: null, site: "any", fallback: false, handle: null, counts: count([]) };
    }
    const { site, fallback, reason, held, element } = composer;
    const { handle } = site.account(element.ownerDocument, element);
    const state = reason === "off" ? "off" : reason ? "not-checked" : held ? "checked" : "idle";
    return { state, reason, site: site.id, fallback, handle, counts: count(look(composer).findings) };
  }

  return Object.freeze({
    /** @param {Composer} composer */
    send(composer) {
      const report = reportOf(composer);
      const key = JSON.stringify(report);
      if (key !== last) {
        last = key;
        ask({ kind: "report", report });
      }
    },
    /** @param {Composer | null} composer @returns {import("../shared/protocol.js").FrontAnswer} */
    front: (composer) => ({
      report: reportOf(composer),
      findings: composer ? [...look(composer).findings] : [],
    }),
    /** Say it once when there are more notes than before. @param {Composer} composer @param {import("./overlay.js").Look} shown @param {(key: string, count: number) => void} say */
    announce(composer, { findings }, say) {
      const before = told.get(composer) ?? 0;
      told.set(composer, findings.length);
      if (findings.length > before) {
        say(findings.length === 1 ? "card_announce_one" : "card_announce_many", findings.length);
      }
    },
  });
}
