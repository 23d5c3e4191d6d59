/** What is shown as the person posts and a warning stands: calm, once, and the post stays theirs. browser-only. */

import { button, make } from "./element.js";
import { findingOf } from "./finding.js";

/**
 * @typedef {object} BeforeActs
 * @property {() => void} back
 * @property {() => void} anyway
 * @property {() => void} hold
 * @property {(clause: string | null) => void} openClause
 *
 * @param {readonly import("./held.js").Finding[]} findings
 * @param {import("./finding.js").Reader} reader
 * @param {BeforeActs} acts
 * @param {{minutes: number, until: string | null}} pause how long a hold is, and until when one runs already
 * @returns {HTMLElement}
 */
export function beforeOf(findings, reader, acts, { minutes, until }) {
  const { say } = reader;
  return make(
    "section",
    {
      class: "card gate",
      role: "alertdialog",
      "aria-label": say("gate_title"),
      "aria-describedby": "yours",
      tabindex: "-1",
    },
    make(
      "header",
      {},
      make("h1", {}, say("gate_title")),
      until ? make("p", {}, say("gate_on_hold", until)) : null,
    ),
    make(
      "div",
      { class: "list" },
      ...findings.map((finding) =>
        findingOf(finding, reader, acts.openClause, { message: findings.length === 1 }),
      ),
    ),
    make(
      "div",
      { class: "actions" },
      button("quiet", say("gate_hold", minutes), chosen(acts.hold)),
      button("plain", say("gate_anyway"), chosen(acts.anyway)),
      button("primary", say("gate_back"), chosen(acts.back)),
    ),
    make("small", { id: "yours" }, say("gate_yours")),
  );
}

/**
 * The second half of a double click on the site's button chooses nothing here.
 * @param {() => void} act
 * @returns {(event: Event) => void}
 */
function chosen(act) {
  return (event) => {
    if (!(event instanceof MouseEvent && event.detail > 1)) {
      act();
    }
  };
}
