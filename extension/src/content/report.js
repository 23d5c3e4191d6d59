/** Tells the background, for the badge and the popup, how this page stands; and a listener that a note came. Never text. */

import { ask } from "./ask.js";
import { count } from "./held.js";

/** Milliseconds that the page leaves to its frames. */
const OTHERS_MS = 60;

/**
 * @typedef {import("./composers.js").Composer} Composer
 * @typedef {import("../shared/protocol.js").PageReport} PageReport
 * @typedef {import("../shared/protocol.js").FrontAnswer} FrontAnswer
 *
 * @param {(composer: Composer) => import("./overlay.js").Look} look
 * @param {() => import("../sites/index.js").Site} here the site of this page
 */
export function createReport(look, here) {
  let last = "";
  /** @type {WeakMap<Composer, number>} notes that have been told of */
  const told = new WeakMap();

  /** @param {Composer | null} composer @returns {PageReport} */
  function reportOf(composer) {
    if (!composer) {
      const { id, account } = here();
      const { handle: own } = account(document, document.documentElement);
      return { state: "idle", reason: null, site: id, fallback: false, handle: own, counts: count([]) };
    }
    const { site, fallback, reason, held, element } = composer;
    const { handle } = site.account(element.ownerDocument, element);
    const state = reason === "off" ? "off" : reason ? "not-checked" : held ? "checked" : "idle";
    return { state, reason, site: site.id, fallback, handle, counts: count(look(composer).findings) };
  }

  return Object.freeze({
    /** @param {Composer | null} composer null: it is gone */
    send(composer) {
      const report = reportOf(composer);
      const key = JSON.stringify(report);
      if (key !== last) {
        last = key;
        ask({ kind: "report", report });
      }
    },
    /** The icon may show something else by now: the next report is sent in any case. */
    forget() {
      last = "";
    },
    /**
     * The popup asks every frame and takes the first answer: one without a composer lets the others speak.
     * @param {Composer | null} composer
     * @param {boolean} isTop
     * @returns {FrontAnswer | Promise<FrontAnswer> | undefined}
     */
    front(composer, isTop) {
      const { findings, partial } = composer ? look(composer) : { findings: [], partial: false };
      const answer = { report: reportOf(composer), findings: [...findings], partial };
      if (composer) {
        return answer;
      }
      return isTop ? new Promise((resolve) => setTimeout(resolve, OTHERS_MS, answer)) : undefined;
    },
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
