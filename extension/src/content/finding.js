/** One finding as a person reads it: its severity in a word, the point, the why, the clause. browser-only. */

import { button, make } from "./element.js";
import { PAUSE_MINUTES } from "./time.js";

/**
 * @typedef {import("./held.js").Finding} Finding
 * @typedef {import("../shared/protocol.js").Fix} Fix
 *
 * @typedef {object} Reader how this person reads
 * @property {"en" | "nl"} language
 * @property {(key: string, ...parts: (string | number)[]) => string} say
 * @property {(clause: string) => string} clause what a clause is called
 *
 * @typedef {object} FindingActs what a press does
 * @property {(finding: Finding) => void} apply
 * @property {(finding: Finding) => void} dismiss
 * @property {(finding: Finding) => void} mute
 * @property {(finding: Finding) => void} copyRule
 * @property {(() => void) | null} hold null: there is no post to hold
 * @property {(clause: string | null) => void} openClause
 */

const CLASS = Object.freeze({ warning: "warning", suggestion: "suggestion", note: "notes" });
const LONGEST_QUOTE = 60;

/**
 * @param {Finding} finding
 * @param {Reader} reader
 * @param {(clause: string | null) => void} open
 * @param {{message: boolean}} detail
 * @returns {HTMLElement}
 */
export function findingOf(finding, reader, open, { message }) {
  return make(
    "article",
    { class: `finding ${CLASS[finding.severity]}`, "data-topic": finding.topic },
    make("div", { class: "severity" }, reader.say(`card_${finding.severity}`)),
    make("h2", {}, finding.title[reader.language]),
    message ? make("p", {}, finding.message[reader.language]) : null,
    clausesOf(finding, reader, open),
  );
}

/** @param {Finding} finding @param {Reader} reader @param {(clause: string | null) => void} open */
function clausesOf(finding, reader, open) {
  const links = finding.clauses.map((clause) =>
    button("link", reader.clause(clause), () => open(clause), { "data-clause": clause }),
  );
  const form = finding.fix?.form;
  const label = form?.label[reader.language];
  const parts = label ? [...links, form.url && isSafe(form.url) ? outside(form.url, label) : label] : links;
  return make(
    "div",
    { class: "clause" },
    ...parts.flatMap((part, at) => (at === 0 ? [part] : [" · ", part])),
  );
}

/** @param {string} url */
function isSafe(url) {
  return /^(?:https:\/\/|mailto:)/.test(url);
}

/** @param {string} url @param {string} label */
function outside(url, label) {
  return make("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, label);
}

/**
 * What can be done about it: one primary action, "Not this time", and the rest behind the dots.
 * @param {Finding} finding
 * @param {Reader} reader
 * @param {FindingActs} acts
 * @returns {(HTMLElement | null)[]}
 */
export function actionsOf(finding, reader, acts) {
  const { say } = reader;
  const more = make(
    "div",
    { class: "more", hidden: "", id: `more-${finding.topic}` },
    button("quiet", say("card_why"), () => acts.openClause(finding.clauses[0] ?? null)),
    acts.hold && finding.fix?.kind !== "hold"
      ? button("quiet", say("card_hold", PAUSE_MINUTES), acts.hold)
      : null,
    button("quiet", say("card_mute"), () => acts.mute(finding)),
    button("quiet", say("card_copy_rule"), () => acts.copyRule(finding)),
  );
  const dots = button("quiet", "⋯", () => unfold(dots, more), {
    "aria-label": say("card_more"),
    "aria-expanded": "false",
    "aria-controls": more.id,
  });
  const label = fixLabel(finding, reader);
  const statement = finding.fix?.statement?.[reader.language];
  return [
    finding.unknown.length > 0 ? make("p", { class: "unseen" }, unseen(finding.unknown, reader)) : null,
    statement ? make("p", { class: "statement", dir: "auto" }, statement) : null,
    make(
      "div",
      { class: "row" },
      label ? button("primary", label, () => acts.apply(finding)) : null,
      make(
        "span",
        { class: "aside" },
        button("plain", say("card_dismiss"), () => acts.dismiss(finding), { "aria-keyshortcuts": "Delete" }),
        dots,
      ),
    ),
    more,
  ];
}

/** @param {HTMLElement} dots @param {HTMLElement} more */
function unfold(dots, more) {
  more.hidden = !more.hidden;
  dots.setAttribute("aria-expanded", String(!more.hidden));
}

/** @param {readonly string[]} names @param {Reader} reader */
function unseen(names, { say }) {
  const known = names.map((name) => {
    const key = `card_unseen_${name.replaceAll(/[.-]/g, "_")}`;
    const word = say(key);
    return word === key ? say("card_unseen_other") : word;
  });
  return say("card_unseen", [...new Set(known)].join(", "));
}

/** @param {Finding} finding @param {Reader} reader @returns {string | null} null: there is nothing to press */
function fixLabel({ fix, marks }, { say }) {
  if (!fix) {
    return null;
  }
  const edits = fix.edits ?? [];
  const only = edits.length === 1 ? (edits[0]?.text ?? "") : "";
  /** @type {Record<Fix["kind"], () => string | null>} */
  const labels = {
    remove: () =>
      edits.length === 0 ? null : say(isWider(edits, marks) ? "card_fix_remove_sentence" : "card_fix_remove"),
    replace: () =>
      edits.length === 0 ? null : only ? say("card_fix_replace", short(only)) : say("card_fix_replace_all"),
    append: () => (fix.text ? say("card_fix_append", short(fix.text)) : null),
    confirm: () => say("card_fix_confirm"),
    hold: () => say("card_fix_hold", fix.minutes ?? PAUSE_MINUTES),
    strip: () => say("card_fix_strip"),
  };
  return labels[fix.kind]();
}

/** Whether more goes than what is marked and a space or two: whole sentences. @param {{start: number, end: number}[]} edits @param {{start: number, end: number}[]} marks */
function isWider(edits, marks) {
  const length = (/** @type {{start: number, end: number}[]} */ spans) =>
    spans.reduce((sum, { start, end }) => sum + end - start, 0);
  return length(edits) > length(marks) + 4 * edits.length;
}

/** @param {string} text */
function short(text) {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE).trimEnd()}…` : text;
}
