/**
 * One walk over an editor's text nodes gives its text and the way back from an offset to a place in the page.
 * `innerText` would cost a layout and disagrees with the editors about empty lines. Offsets are UTF-16 code units.
 */

/**
 * @typedef {{node: Node, at: number, start: number, end: number}} Piece
 *   text `[start, end)` stands in `node` from its offset `at` on; an image that stands for its alt text has no offset
 * @typedef {{text: string, pieces: Piece[]}} Reading
 */

const TEXT = 3;
const ELEMENT = 1;
const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TR UL".split(
    " ",
  ),
);
const SILENT = new Set("SCRIPT STYLE TEMPLATE BUTTON SVG SELECT TEXTAREA INPUT".split(" "));

/** What editors put in to hold the caret and nobody wrote: zero-width space, word joiner, byte order mark. */
const FILLERS = /[\u200B\u2060\uFEFF]/;

/** Slate shows its placeholder as text of the editor itself. */
const PLACEHOLDER = "data-slate-placeholder";

/**
 * @param {Node} root the editing host
 * @returns {Reading}
 */
export function walk(root) {
  const state = { text: "", pieces: /** @type {Piece[]} */ ([]), content: false, closed: false, brk: false };
  for (const child of root.childNodes) {
    visit(child, state);
  }
  return { text: state.text, pieces: state.pieces };
}

/** @typedef {Reading & {content: boolean, closed: boolean, brk: boolean}} State of the line being read */

/** @param {Node} node @param {State} state */
function visit(node, state) {
  if (node.nodeType === TEXT) {
    readText(/** @type {Text} */ (node), state);
    return;
  }
  const element = /** @type {Element} */ (node);
  const name = node.nodeType === ELEMENT ? element.nodeName.toUpperCase() : "";
  if (name === "" || SILENT.has(name) || element.hasAttribute(PLACEHOLDER)) {
    return;
  }
  if (name === "BR") {
    readBreak(state);
  } else if (name === "IMG") {
    readImage(element, state);
  } else if (BLOCKS.has(name)) {
    openBlock(state);
    readChildren(element, state);
    state.closed = true;
    state.content = false;
    state.brk = false;
  } else {
    readChildren(element, state);
  }
}

/** @param {Element} element @param {State} state */
function readChildren(element, state) {
  for (const child of element.childNodes) {
    visit(child, state);
  }
}

/** A block begins on a line of its own. @param {State} state */
function openBlock(state) {
  if (state.content || state.closed || state.brk) {
    state.text += "\n";
  }
  state.content = false;
  state.closed = false;
  state.brk = false;
}

/** A break that nothing follows in its block ends no line: editors put one there to keep an empty line open. @param {State} state */
function readBreak(state) {
  beginInline(state);
  state.brk = true;
}

/** Something stands on this line: end the one before it first. @param {State} state */
function beginInline(state) {
  if (state.closed || state.brk) {
    state.text += "\n";
  }
  state.closed = false;
  state.brk = false;
  state.content = true;
}

/** @param {Text} node @param {State} state */
function readText(node, state) {
  const data = node.data;
  // White space between the blocks of hand-written HTML is no text.
  if (data === "" || (!state.content && data.includes("\n") && data.trim() === "")) {
    return;
  }
  let at = 0;
  while (at < data.length) {
    if (FILLERS.test(data[at] ?? "")) {
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < data.length && !FILLERS.test(data[end] ?? "")) {
      end += 1;
    }
    addPiece(node, at, data.slice(at, end), state);
    at = end;
  }
}

/** An emoji shown as an image says itself in its alt text. @param {Element} image @param {State} state */
function readImage(image, state) {
  const alt = image.getAttribute("alt");
  if (alt) {
    addPiece(image, 0, alt, state);
  }
}

/** @param {Node} node @param {number} at @param {string} text @param {State} state */
function addPiece(node, at, text, state) {
  beginInline(state);
  const start = state.text.length;
  state.text += text;
  state.pieces.push({ node, at, start, end: start + text.length });
}

/**
 * The range of the page in which `[start, end)` of the text stands, or null where none does.
 * @param {Reading} reading
 * @param {number} start
 * @param {number} end
 * @returns {Range | null}
 */
export function rangeOf(reading, start, end) {
  const from = reading.pieces.find((piece) => piece.end > start);
  const to = reading.pieces.findLast((piece) => piece.start < end);
  if (!from || !to || from.start > to.start || start >= end) {
    return null;
  }
  const range = /** @type {Document} */ (from.node.ownerDocument).createRange();
  if (from.node.nodeType === TEXT) {
    range.setStart(from.node, from.at + Math.max(0, start - from.start));
  } else {
    range.setStartBefore(from.node);
  }
  if (to.node.nodeType === TEXT) {
    range.setEnd(to.node, to.at + Math.min(end, to.end) - to.start);
  } else {
    range.setEndAfter(to.node);
  }
  return range;
}

/**
 * The place right after the last letter, or null in an empty editor.
 * @param {Reading} reading
 * @returns {Range | null}
 */
export function rangeAtEnd(reading) {
  const last = reading.pieces.findLast((piece) => piece.node.nodeType === TEXT);
  if (!last) {
    return null;
  }
  const range = /** @type {Document} */ (last.node.ownerDocument).createRange();
  range.setStart(last.node, last.at + (last.end - last.start));
  range.collapse(true);
  return range;
}
