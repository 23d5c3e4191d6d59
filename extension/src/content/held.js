/**
 * The review held for a draft: moved along as the text changes, and asked at once when the person posts. Pure.
 * Offsets are UTF-16 code units of the text it was last moved to.
 */

import { difference, shift } from "../shared/spans.js";

/**
 * @typedef {import("../shared/protocol.js").Finding} Finding
 * @typedef {import("../shared/protocol.js").Mark} Mark
 * @typedef {import("../shared/protocol.js").Edit} Edit
 * @typedef {import("../shared/protocol.js").Review} Review
 *
 * @typedef {object} Held
 * @property {string} text the one that the marks point into
 * @property {boolean} fresh this very text was judged
 * @property {readonly Finding[]} findings
 * @property {string} policy
 * @property {boolean} partial
 *
 * @typedef {{text: string, keys: readonly string[]}} Acknowledged
 */

const LOUDNESS = { warning: 0, suggestion: 1, note: 2 };

/**
 * @param {Review} review
 * @param {string} text the one that was judged
 * @returns {Held}
 */
export function hold(review, text) {
  const findings = [...review.findings].sort(
    (a, b) => LOUDNESS[a.severity] - LOUDNESS[b.severity] || placeOf(a) - placeOf(b),
  );
  return { text, fresh: true, findings, policy: review.policy, partial: review.partial ?? false };
}

/** Where its first words stand; what is about no words of the text comes last. @param {Finding} finding */
function placeOf({ marks }) {
  return Math.min(Number.MAX_SAFE_INTEGER, ...marks.filter(isInText).map(({ start }) => start));
}

/**
 * The same review for a newer text. A finding all of whose marked words were touched goes: nobody has judged them.
 * One without marks in the text stays (it is about a picture, or about what is not there) while there is a text.
 * @param {Held} held
 * @param {string} text
 * @returns {Held}
 */
export function carry(held, text) {
  const change = difference(held.text, text);
  if (!change) {
    return held;
  }
  const findings = held.findings.flatMap((finding) => {
    const marks = finding.marks.flatMap((mark) => shiftMark(mark, change));
    if (finding.marks.some(isInText) && !marks.some(isInText)) {
      return [];
    }
    return [{ ...finding, marks, ...(finding.fix ? { fix: shiftFix(finding.fix, change) } : {}) }];
  });
  return { ...held, text, fresh: false, findings };
}

/** @param {Mark} mark @returns {boolean} */
export function isInText(mark) {
  return mark.in === undefined || mark.in === "text";
}

/** @param {Mark} mark @param {import("../shared/spans.js").Change} change @returns {Mark[]} */
function shiftMark(mark, change) {
  const moved = isInText(mark) ? shift(mark, change) : mark;
  return moved ? [moved] : [];
}

/**
 * @param {import("../shared/protocol.js").Fix} fix
 * @param {import("../shared/spans.js").Change} change
 */
function shiftFix(fix, change) {
  return fix.edits ? { ...fix, edits: fix.edits.flatMap((edit) => shift(edit, change) ?? []) } : fix;
}

/**
 * What a dismissal is remembered by: the concern and the very words it was about, one key for each marked stretch.
 * Other words are another finding. One about no words of the text has one key for the whole.
 * @param {Finding} finding
 * @param {string} text
 * @returns {string[]}
 */
export function keysOf({ topic, severity, marks }, text) {
  const words = marks.filter(isInText).map((mark) => text.slice(mark.start, mark.end));
  return words.length === 0
    ? [JSON.stringify([topic, severity])]
    : words.map((word) => JSON.stringify([topic, severity, word]));
}

/**
 * The findings to show: neither muted nor put aside. Where some of the marked words were put aside, the rest stands.
 * @param {Held | null} held
 * @param {{muted: readonly string[], dismissed: ReadonlySet<string>}} quiet
 * @returns {Finding[]}
 */
export function standing(held, { muted, dismissed }) {
  const text = held?.text ?? "";
  return (held?.findings ?? [])
    .filter(({ topic }) => !muted.includes(topic))
    .filter((finding) => keysOf(finding, text).some((key) => !dismissed.has(key)))
    .map((finding) => without(finding, text, dismissed));
}

/** @param {Finding} finding @param {string} text @param {ReadonlySet<string>} dismissed @returns {Finding} */
function without(finding, text, dismissed) {
  const marks = finding.marks.filter(
    (mark) =>
      !isInText(mark) || keysOf({ ...finding, marks: [mark] }, text).some((key) => !dismissed.has(key)),
  );
  if (marks.length === finding.marks.length) {
    return finding;
  }
  const { fix } = finding;
  const edits = fix?.edits?.filter((edit) =>
    marks.some((mark) => edit.start < mark.end && edit.end > mark.start),
  );
  return { ...finding, marks, ...(fix ? { fix: { ...fix, ...(edits ? { edits } : {}) } } : {}) };
}

/**
 * What to ask about before this post goes out; nothing: let it go. Suggestions and notes never stop anything, and
 * neither does a finding of low confidence.
 * @param {Held | null} held already carried to the text of this moment
 * @param {{muted: readonly string[], dismissed: ReadonlySet<string>, acknowledged: Acknowledged | null}} person
 * @returns {Finding[]}
 */
export function toAsk(held, person) {
  if (!held) {
    return [];
  }
  const agreed = person.acknowledged?.text === held.text ? person.acknowledged.keys : [];
  return standing(held, person).filter(
    (finding) =>
      finding.severity === "warning" &&
      finding.confidence !== "low" &&
      keysOf(finding, held.text).some((key) => !agreed.includes(key)),
  );
}

/**
 * The person will post this text in spite of these findings. Another text, or another finding, is asked about anew.
 * @param {string} text
 * @param {readonly Finding[]} findings
 * @returns {Acknowledged}
 */
export function acknowledge(text, findings) {
  return { text, keys: findings.flatMap((finding) => keysOf(finding, text)) };
}

/**
 * @param {readonly Finding[]} findings
 * @returns {{warning: number, suggestion: number, note: number}}
 */
export function count(findings) {
  const counts = { warning: 0, suggestion: 0, note: 0 };
  for (const finding of findings) {
    counts[finding.severity] += 1;
  }
  return counts;
}
