import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { badgeOf, paint, paintDot, readReport } from "../../../extension/src/background/badge.js";
import { loadWords, sayIn } from "../../../extension/src/shared/words.js";
import { fakeBrowser } from "../fake_browser.js";

const messages = new URL("../../../extension/src/_locales/en/messages.json", import.meta.url);
const say = sayIn(await loadWords("en", async () => JSON.parse(readFileSync(messages, "utf8"))));
const report = (counts = {}, rest = {}) =>
  readReport({ state: "checked", reason: null, site: "x", counts, ...rest });

test("the icon counts what a person should look at, in the colour of the loudest", () => {
  const two = badgeOf(report({ warning: 1, suggestion: 1, note: 4 }), say);
  assert.deepEqual([two.text, two.color], ["2", "#b3361b"]);
  assert.equal(two.title, "Postil: 1 warning, 1 suggestion, 4 notes");
  assert.equal(badgeOf(report({ suggestion: 1 }), say).color, "#8a5a00");
  assert.equal(badgeOf(report({ note: 2 }), say).text, "");
  assert.equal(badgeOf(report(), say).title, "Postil: checked, nothing to note");
});

test("not checked and off are said, with the reason", () => {
  const away = badgeOf(report({}, { state: "not-checked", reason: "helper-away" }), say);
  assert.equal(away.text, "?");
  assert.equal(away.title, `Postil: not checked. ${say("reason_helper_away")}`);
  assert.equal(badgeOf(report({}, { state: "not-checked" }), say).title, "Postil: not checked.");
  assert.equal(badgeOf(report({}, { state: "off" }), say).text, "–");
});

test("a report that a page made up becomes numbers and known words, or nothing", () => {
  const wild = readReport({
    state: "checked",
    reason: "<script>",
    site: "x".repeat(999),
    fallback: "yes",
    handle: 5,
    counts: { warning: "many", suggestion: -3, note: 1e9 },
    text: "a draft",
  });
  assert.deepEqual(wild, {
    state: "checked",
    reason: null,
    site: "x".repeat(64),
    fallback: false,
    handle: null,
    counts: { warning: 0, suggestion: 0, note: 99 },
  });
  for (const none of [null, undefined, 5, {}, { state: "toString" }]) {
    assert.equal(readReport(none), null);
  }
});

test("a tab with nothing to show lets the reminders' dot through", async () => {
  const { asked } = fakeBrowser();
  await paint(3, badgeOf(report(), say));
  await paintDot(true);
  await paintDot(false);
  assert.deepEqual(asked.badges, [{ tabId: 3, text: null }, { text: "•" }, { text: "" }]);
});
