/**
 * What becomes of a mark when the text under it changes. All offsets are UTF-16 code units, `end` exclusive.
 * A mark that the edit touches is dropped: nobody has judged those words yet.
 */

/** @typedef {{start: number, end: number, inserted: string}} Change `[start, end)` of the old text became `inserted` */

const HIGH = /[\uD800-\uDBFF]/;
const LOW = /[\uDC00-\uDFFF]/;
const WORD = /[\p{L}\p{N}\p{M}]/u;

/**
 * The one stretch in which two texts differ, or null where they are the same. Never splits a surrogate pair.
 * @param {string} before
 * @param {string} after
 * @returns {Change | null}
 */
export function difference(before, after) {
  if (before === after) {
    return null;
  }
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) {
    head += 1;
  }
  if (head > 0 && HIGH.test(before[head - 1] ?? "")) {
    head -= 1;
  }
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) {
    tail += 1;
  }
  if (tail > 0 && LOW.test(before[before.length - tail] ?? "")) {
    tail -= 1;
  }
  return { start: head, end: before.length - tail, inserted: after.slice(head, after.length - tail) };
}

/**
 * Where a stretch of the old text stands in the new one, or null where the change touches it. Letters written
 * right against a stretch make another word of it: that touches it too.
 * @template {{start: number, end: number}} T
 * @param {T} span
 * @param {Change | null} change
 * @returns {T | null}
 */
export function shift(span, change) {
  if (!change || change.start > span.end) {
    return span;
  }
  const by = change.inserted.length - (change.end - change.start);
  if (change.end < span.start) {
    return { ...span, start: span.start + by, end: span.end + by };
  }
  if (change.start === span.end) {
    return WORD.test(first(change.inserted)) ? null : span;
  }
  if (change.end === span.start) {
    return WORD.test(last(change.inserted)) ? null : { ...span, start: span.start + by, end: span.end + by };
  }
  return null;
}

/** @param {string} text @returns {string} its first code point, or "" */
function first(text) {
  return text === "" ? "" : String.fromCodePoint(text.codePointAt(0) ?? 0);
}

/** @param {string} text @returns {string} its last code point, or "" */
function last(text) {
  const at = LOW.test(text.at(-1) ?? "") && text.length > 1 ? text.length - 2 : text.length - 1;
  return text === "" ? "" : text.slice(at);
}

/**
 * The text after some edits, none of which may overlap.
 * @param {string} text
 * @param {readonly {start: number, end: number, text: string}[]} edits
 * @returns {string}
 */
export function applied(text, edits) {
  return backwards(edits).reduce(
    (all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end),
    text,
  );
}

/**
 * The same edits, the last in the text first: making one leaves the places of the others as they were.
 * @template {{start: number}} T
 * @param {readonly T[]} edits
 * @returns {T[]}
 */
export function backwards(edits) {
  return [...edits].sort((a, b) => b.start - a.start);
}
