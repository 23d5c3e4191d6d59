import assert from "node:assert/strict";
import { test } from "node:test";
import { renderPost } from "../../../extension/src/popup/post.js";
import { frozenPage, one } from "../frozen_page.js";

const say = /** @type {any} */ ((/** @type {string} */ key) => `<${key}>`);
const NOTE = {
  topic: "a",
  clauses: ["leeds/1"],
  severity: "note",
  title: { en: "A note", nl: "Een opmerking" },
  message: { en: "Look.", nl: "Kijk." },
  marks: [],
};

/** @param {any[]} findings @param {boolean} partial */
function shown(findings, partial) {
  const page = frozenPage('<button id="tab-post"></button><div id="panel-post"></div>');
  const front = /** @type {any} */ ({ report: { state: "checked" }, findings, partial });
  renderPost(front, null, say, "nl", () => {});
  return one(page, "#panel-post").textContent;
}

test("a draft in a language without words for every rule is not said to be clear without more", () => {
  assert.equal(shown([], true), "<post_clear><card_partial>");
  assert.equal(shown([], false), "<post_clear>");
});

test("beside notes it is said too", () => {
  assert.match(shown([NOTE], true), /Een opmerking.*<card_partial>$/);
  assert.doesNotMatch(shown([NOTE], false), /card_partial/);
});
