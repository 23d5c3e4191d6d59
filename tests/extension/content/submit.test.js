import assert from "node:assert/strict";
import { test } from "node:test";
import { buttonOf, isSubmitOf } from "../../../extension/src/content/submit.js";
import { frozenPage, one } from "../frozen_page.js";

/** Which of the page's buttons, by id, would post. @param {string} html */
function posting(html) {
  const page = frozenPage(html);
  const composer = one(page, "#it");
  return [...page.querySelectorAll("button, input, [role=button]")]
    .filter((button) => isSubmitOf(composer, /** @type {HTMLElement} */ (button)))
    .map((button) => button.id);
}

const EDITOR = '<div id="it" contenteditable="true" role="textbox"></div>';

for (const [what, html, ids] of /** @type {const} */ ([
  [
    "a form's submit buttons, and not its preview",
    `<form>${EDITOR}<button id="p" type="submit" name="preview">Preview</button><button id="s" type="submit">Reply</button><button id="b" type="button">Bold</button></form>`,
    ["s"],
  ],
  [
    "a button without a type in a form",
    `<form>${EDITOR}<button id="s" type="submit">Send</button></form>`,
    ["s"],
  ],
  [
    "the last labelled button after it",
    `<div><div>${EDITOR}</div><button id="c">Cancel</button><button id="s">Post</button></div>`,
    ["s"],
  ],
  [
    "what leaves without posting posts nothing, wherever it stands",
    `<div><div>${EDITOR}</div><button id="s">Plaatsen</button><button id="c"> Annuleren </button></div>`,
    ["s"],
  ],
  ["a role is as good as a button", `<div>${EDITOR}<div role="button" id="s">Post</div></div>`, ["s"]],
  [
    "an icon is no answer",
    `<div>${EDITOR}<button id="e">☺</button><button id="s">Post</button><button id="g">…</button></div>`,
    ["s"],
  ],
  [
    "what opens or toggles posts nothing",
    `<div>${EDITOR}<button id="s">Post</button><button id="m" aria-haspopup="menu">Audience</button><button id="t" aria-pressed="false">Bold</button></div>`,
    ["s"],
  ],
  [
    "a tool bar posts nothing",
    `<div>${EDITOR}<button id="s">Post</button><div role="toolbar"><button id="t">Bold</button></div></div>`,
    ["s"],
  ],
  [
    "the nearest box decides",
    `<div><div>${EDITOR}<button id="s">Post</button></div><button id="x">Log out</button></div>`,
    ["s"],
  ],
  [
    "a modal may have it in its head",
    `<div role="dialog"><header><button id="s">Share</button></header><div>${EDITOR}</div></div>`,
    ["s"],
  ],
  [
    "a page's many buttons are none of its business",
    `<main>${EDITOR}<section><button id="a">Follow</button></section><button id="b">More of this</button></main>`,
    [],
  ],
  [
    "a modal is not left",
    `<button id="x">Post</button><div role="dialog">${EDITOR}</div><button id="y">Post</button>`,
    [],
  ],
])) {
  test(what, () => {
    assert.deepEqual(posting(html), ids);
  });
}

test("the button on a press's way is found from the icon in it", () => {
  const page = frozenPage('<div role="button" id="s"><svg></svg></div>');
  assert.equal(buttonOf([one(page, "svg"), one(page, "#s"), page])?.id, "s");
  assert.equal(buttonOf([page]), null);
});
