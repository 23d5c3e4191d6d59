/** What is shown as the person posts and a warning stands: calm, once, and the post stays theirs. browser-only. */

import { button, make } from "./element.js";
import { findingOf } from "./finding.js";

/** What is said before a post goes out, and before a profile is saved or a log-in goes on. */
const WORDS = Object.freeze({
  post: { title: "gate_title", back: "gate_back", anyway: "gate_anyway", yours: "gate_yours" },
  form: {
    title: "gate_form_title",
    back: "gate_form_back",
    anyway: "gate_form_anyway",
    yours: "gate_form_yours",
  },
});

/**
 * @typedef {object} BeforeActs
 * @property {() => void} back
 * @property {() => void} anyway
 * @property {(() => void) | null} hold null: there is no post to hold
 * @property {(clause: string | null) => void} openClause
 *
 * @typedef {object} Pause
 * @property {number} minutes how long a hold is
 * @property {string | null} until when one runs already
 * @property {boolean} form it is a profile or a log-in, and no post
 *
 * @param {readonly import("./held.js").Finding[]} findings
 * @param {import("./finding.js").Reader} reader
 * @param {BeforeActs} acts
 * @param {Pause} pause
 * @returns {HTMLElement}
 */
export function beforeOf(findings, reader, acts, { minutes, until, form }) {
  const { say } = reader;
  const words = form ? WORDS.form : WORDS.post;
  return make(
    "section",
    {
      class: "card gate",
      role: "alertdialog",
      "aria-label": say(words.title),
      "aria-describedby": "yours",
      tabindex: "-1",
    },
    make(
      "header",
      {},
      make("h1", {}, say(words.title)),
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
      acts.hold ? button("quiet", say("gate_hold", minutes), chosen(acts.hold)) : null,
      button("plain", say(words.anyway), chosen(acts.anyway)),
      button("primary", say(words.back), chosen(acts.back)),
    ),
    make("small", { id: "yours" }, say(words.yours)),
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
