import assert from "node:assert/strict";
import { test } from "node:test";
import { isComposer } from "../../../extension/src/sites/any.js";
import { frozenPage, one } from "../frozen_page.js";

/** @param {string} html `#it` is the field @param {number} [width] @param {number} [height] */
function takes(html, width = 400, height = 60) {
  const field = one(frozenPage(html), "#it");
  Object.defineProperty(field, "offsetWidth", { value: width });
  Object.defineProperty(field, "offsetHeight", { value: height });
  return isComposer(field);
}

for (const [what, html] of [
  ["a textarea", '<textarea id="it"></textarea>'],
  ["an editing host", '<div id="it" contenteditable="true"></div>'],
  ["a small one that says it is a text box", '<div id="it" contenteditable="true" role="textbox"></div>'],
]) {
  test(`a post can be written in ${what}`, () => {
    assert.equal(takes(html ?? ""), true);
  });
}

for (const [what, html] of [
  ["a search box", '<textarea id="it" role="combobox"></textarea>'],
  ["a search form", '<form role="search"><textarea id="it"></textarea></form>'],
  ["a search field by its name", '<textarea id="it" name="q"></textarea>'],
  [
    "an editor of code",
    '<div class="cm-editor"><div id="it" contenteditable="true" role="textbox"></div></div>',
  ],
  ["a tool bar", '<div role="toolbar"><div id="it" contenteditable="true"></div></div>'],
  ["a cell of a sheet", '<div role="grid"><div id="it" contenteditable="true"></div></div>'],
  ["what may only be read", '<div id="it" contenteditable="true" role="textbox" aria-readonly="true"></div>'],
]) {
  test(`no post is written in ${what}`, () => {
    assert.equal(takes(html ?? ""), false);
  });
}

test("no post is written where there is no room", () => {
  assert.equal(takes('<div id="it" contenteditable="true"></div>', 60, 20), false);
  assert.equal(takes('<textarea id="it"></textarea>', 300, 10), false);
});
