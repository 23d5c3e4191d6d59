/**
 * A fix is applied through the editor's own door, as if it were typed, so that the editor's model and its undo hold.
 * What works in which editor was measured, not read. Never a line break, never into an empty rich editor: some editors
 * lose their whole text over either. browser-only: held by the journeys in every editor.
 */

import { applied, backwards } from "../shared/spans.js";
import { isField, read } from "./text.js";
import { rangeAtEnd, rangeOf } from "./walk.js";

/** Milliseconds: editors hear of a new selection by an event that comes a little later. */
const SELECTION_MS = 60;

/** Quill and others take some frames to draw what they were given. */
const SETTLED_MS = 60;

/** A paste made by a content script arrives empty in Firefox, and some editors delete the selection over it. */
const HAS_PASTE = !navigator.userAgent.includes("Firefox/");

/** TinyMCE's text. It has an undo of its own, and notes a step of it as a key comes up. */
const NOTES_STEPS = ".mce-content-body";

/** @typedef {{start: number, end: number, text: string}} Edit UTF-16 code units of the text of this moment */

/**
 * @param {HTMLElement} element a textarea or an editing host
 * @param {readonly Edit[]} edits none overlaps another
 * @returns {Promise<boolean>} whether the text is now what it should be
 */
export async function mend(element, edits) {
  let { text } = read(element);
  const wanted = applied(text, edits);
  if (edits.length === 0 || edits.some((edit) => /[\n\r]/.test(edit.text))) {
    return false;
  }
  noteStep(element);
  for (const edit of backwards(edits)) {
    const isReached = same(read(element).text, text) && (await select(element, edit));
    if (!isReached || !same(read(element).text, text)) {
      return false; // somebody has typed meanwhile: the places are others now
    }
    text = applied(text, [edit]);
    if (edit.text === "") {
      remove(element);
    } else {
      insert(element, edit.text);
    }
    await pause(SETTLED_MS);
  }
  noteStep(element);
  return same(read(element).text, wanted);
}

/**
 * Add a sentence after the text, a space before it, never on a line of its own.
 * @param {HTMLElement} element
 * @param {string} sentence
 * @returns {Promise<boolean>}
 */
export function append(element, sentence) {
  const { text } = read(element);
  const end = text.trimEnd().length;
  const lead = text.length > end && text[end] !== "\n" ? "" : " ";
  const at = lead === "" ? end + 1 : end;
  if (text.trim() === "" && !isField(element)) {
    return Promise.resolve(false);
  }
  return mend(element, [{ start: at, end: at, text: `${text.trim() === "" ? "" : lead}${sentence}` }]);
}

/** So that one undo takes back the fix, and nothing that was typed. @param {HTMLElement} element */
function noteStep(element) {
  if (element.matches(NOTES_STEPS)) {
    element.dispatchEvent(new KeyboardEvent("keyup", { key: "Control", ctrlKey: true, bubbles: true }));
  }
}

/** @param {HTMLElement} element @param {Edit} edit @returns {Promise<boolean>} */
async function select(element, { start, end }) {
  element.focus({ preventScroll: true });
  if (isField(element)) {
    if (element.selectionStart === null) {
      return false; // a field for an e-mail address has no selection to set
    }
    element.setSelectionRange(start, end);
    return true;
  }
  const reading = read(element);
  const range = start === end ? placeOf(reading, start) : rangeOf(reading, start, end);
  const selection = selectionOf(element);
  if (!range || !selection) {
    return false;
  }
  selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  await pause(SELECTION_MS);
  return true;
}

/**
 * The caret's place behind a letter: in the text node itself, for an editor that finds it elsewhere may break.
 * @param {import("./walk.js").Reading} reading
 * @param {number} at
 * @returns {Range | null}
 */
function placeOf(reading, at) {
  const before = at > 0 ? rangeOf(reading, at - 1, at) : null;
  if (!before) {
    return at === 0 ? rangeOf(reading, 0, 1) : rangeAtEnd(reading);
  }
  before.collapse(false);
  return before;
}

/** @param {HTMLElement} element @returns {Selection | null} */
export function selectionOf(element) {
  const root = /** @type {{getSelection?: () => Selection | null}} */ (element.getRootNode());
  return root.getSelection?.() ?? document.getSelection();
}

/** @param {HTMLElement} element */
function remove(element) {
  if (!isField(element) && isTaken(element, "deleteContentBackward")) {
    return;
  }
  document.execCommand("delete");
}

/** @param {HTMLElement} element @param {string} text */
function insert(element, text) {
  if (!isField(element) && HAS_PASTE && isPasted(element, text)) {
    return;
  }
  document.execCommand("insertText", false, text);
}

/** @param {HTMLElement} element @param {string} inputType @returns {boolean} the editor has done it itself */
function isTaken(element, inputType) {
  return !element.dispatchEvent(
    new InputEvent("beforeinput", { inputType, bubbles: true, cancelable: true, composed: true }),
  );
}

/** @param {HTMLElement} element @param {string} text @returns {boolean} the editor has taken it */
function isPasted(element, text) {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  return !element.dispatchEvent(
    new ClipboardEvent("paste", { bubbles: true, cancelable: true, composed: true, clipboardData }),
  );
}

/** Editors draw spaces as no-break spaces where HTML would swallow them. @param {string} a @param {string} b */
function same(a, b) {
  const plain = (/** @type {string} */ text) => text.replaceAll("\u00A0", " ").trimEnd();
  return plain(a) === plain(b);
}

/** @param {number} milliseconds */
function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
