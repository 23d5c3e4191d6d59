import assert from "node:assert/strict";
import { test } from "node:test";
import { rangeAtEnd, rangeOf, walk } from "../../../extension/src/content/walk.js";
import { frozenPage, one } from "../frozen_page.js";

/** @param {string} html @returns {any} the editing host */
function editor(html) {
  return one(frozenPage(`<div id="editor">${html}</div>`), "#editor");
}

for (const [what, html, text] of /** @type {const} */ ([
  ["text alone", "one", "one"],
  ["paragraphs", "<p>one</p><p>two</p>", "one\ntwo"],
  ["an empty paragraph is a line", "<p>one</p><p><br></p><p>two</p>", "one\n\ntwo"],
  ["a last empty paragraph is a line too", "<p>one</p><p><br></p>", "one\n"],
  ["a break within a paragraph", "<p>one<br>two</p>", "one\ntwo"],
  ["two breaks at the end are one line", "<p>one<br><br></p>", "one\n"],
  ["a break that only holds the line open", "<p>one<br></p><p>two</p>", "one\ntwo"],
  [
    "Draft.js: blocks in blocks",
    "<div><div><span>one</span></div><div><span>two</span></div></div>",
    "one\ntwo",
  ],
  ["Chromium's own: text, then blocks", "one<div>two</div><div>three</div>", "one\ntwo\nthree"],
  ["a block, then text", "<div>one</div>two", "one\ntwo"],
  ["Lexical: spans and a break", "<p><span>one</span><br><span>two</span></p>", "one\ntwo"],
  ["Slate: fillers are no text", '<div><span data-slate-zero-width="n">\uFEFF<br></span></div>', ""],
  [
    "Slate: its placeholder is none either",
    '<div><span data-slate-placeholder="true">Write</span><span>one</span></div>',
    "one",
  ],
  ["fillers within a word", "<p>o\u200Bn\u2060e\uFEFF</p>", "one"],
  ["an emoji as an image", '<p>party <img alt="🎉"> now</p>', "party 🎉 now"],
  ["an image that says nothing", '<p>one<img alt=""></p>', "one"],
  ["white space between blocks", "\n  <p>one</p>\n  <p>two</p>\n", "one\ntwo"],
  ["a list", "<ul><li>one</li><li>two</li></ul>", "one\ntwo"],
  ["buttons and styles are no text", "<p>one<button>×</button><style>p{}</style></p>", "one"],
])) {
  test(what, () => {
    assert.equal(walk(editor(html)).text, text);
  });
}

test("every stretch leads back to its own letters", () => {
  const root = editor(
    '<p>My <b>pat\u200Bient</b> 🎉</p><p><br></p><p>is<br>well</p><p>party <img alt="🎊">!</p>',
  );
  const reading = walk(root);
  assert.equal(reading.text, "My patient 🎉\n\nis\nwell\nparty 🎊!");
  for (const piece of reading.pieces) {
    const data = piece.node.nodeType === 3 ? /** @type {Text} */ (piece.node).data : null;
    if (data !== null) {
      assert.equal(
        data.slice(piece.at, piece.at + piece.end - piece.start),
        reading.text.slice(piece.start, piece.end),
      );
    }
  }
  for (let at = 1; at < reading.pieces.length; at += 1) {
    assert.ok((reading.pieces[at - 1]?.end ?? 0) <= (reading.pieces[at]?.start ?? 0), "pieces come in order");
  }
});

/** linkedom's ranges keep their ends to themselves: this one says what it was told. @param {any} root */
function spied(root) {
  const told = /** @type {any} */ ({});
  root.ownerDocument.createRange = () => ({
    setStart: (/** @type {Text} */ node, /** @type {number} */ at) =>
      Object.assign(told, { start: [node.data, at] }),
    setEnd: (/** @type {Text} */ node, /** @type {number} */ at) =>
      Object.assign(told, { end: [node.data, at] }),
    setStartBefore: (/** @type {Element} */ node) =>
      Object.assign(told, { start: [node.nodeName, "before"] }),
    setEndAfter: (/** @type {Element} */ node) => Object.assign(told, { end: [node.nodeName, "after"] }),
    collapse: () => Object.assign(told, { collapsed: true }),
  });
  return told;
}

test("a range begins and ends in the text nodes that hold its words, fillers counted", () => {
  const root = editor("<p>My <b>pat\u200Bient</b></p><p>now</p>");
  const told = spied(root);
  assert.ok(rangeOf(walk(root), 3, 14));
  assert.deepEqual(told, { start: ["pat\u200Bient", 0], end: ["now", 3] });
  rangeOf(walk(root), 6, 10);
  assert.deepEqual(told, { start: ["pat\u200Bient", 4], end: ["pat\u200Bient", 8] });
});

test("a range over an image takes the image whole", () => {
  const root = editor('<p>a <img alt="🎉"></p>');
  const told = spied(root);
  assert.ok(rangeOf(walk(root), 2, 4));
  assert.deepEqual(told, { start: ["IMG", "before"], end: ["IMG", "after"] });
});

test("there is no range where no letter stands", () => {
  const root = editor("<p>one</p><p><br></p>");
  spied(root);
  const reading = walk(root);
  assert.equal(rangeOf(reading, 3, 4), null, "a line's end is no letter");
  assert.equal(rangeOf(reading, 2, 2), null);
  assert.equal(rangeOf(reading, 40, 50), null);
});

test("the end is behind the last letter, and an empty editor has none", () => {
  const root = editor("<p>one\uFEFF</p><p><br></p>");
  const told = spied(root);
  assert.ok(rangeAtEnd(walk(root)));
  assert.deepEqual(told, { start: ["one\uFEFF", 3], collapsed: true });
  assert.equal(rangeAtEnd(walk(editor("<p><br></p>"))), null);
});
