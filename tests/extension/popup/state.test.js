import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { stateOf } from "../../../extension/src/popup/state.js";

const en = JSON.parse(
  readFileSync(new URL("../../../extension/src/_locales/en/messages.json", import.meta.url), "utf8"),
);
const PAGE = { host: "x.com", origin: "https://x.com", known: true, shipped: true, on: true, paused: false };
const CHECKED = { report: { state: "checked", reason: null, fallback: false }, findings: [] };
const state = (helper = {}, page = {}, front = CHECKED) =>
  stateOf({ helper: { state: "ok", problems: 0, ...helper }, page: page && { ...PAGE, ...page } }, front);

test("a page that is checked says so and can be switched off and paused", () => {
  assert.deepEqual(state(), {
    tone: "ok",
    sentence: ["state_checked", "x.com"],
    why: null,
    action: null,
    toggle: true,
    pausable: true,
  });
});

test("a page that nobody reads along on is not called checked", () => {
  const { tone, sentence, why, toggle } = state({}, {}, null);
  assert.deepEqual(
    [tone, sentence, why, toggle],
    ["alert", ["state_unchecked", "x.com"], ["state_silent"], true],
  );
  assert.deepEqual(
    state({ state: "helper-away" }, {}, null).why,
    ["remedy_helper_away"],
    "first things first",
  );
});

test("a site that is not switched on offers to be", () => {
  const { sentence, action, toggle } = state({}, { known: false, on: false });
  assert.deepEqual([sentence[0], action.deed, toggle], ["state_unknown", "switch-on", null]);
});

test("switched off and paused are said before anything else", () => {
  assert.deepEqual(state({ state: "not-paired" }, { on: false }).sentence, ["state_off", "x.com"]);
  assert.equal(state({}, { on: false }).toggle, false);
  const paused = state({ state: "helper-away" }, { paused: true });
  assert.deepEqual([paused.sentence, paused.action.deed], [["state_paused"], "resume"]);
});

test("a helper that does not help says why, with what helps", () => {
  const deed = (reason, page) => state({ state: reason }, page).action?.deed;
  assert.equal(deed("not-paired"), "connect");
  assert.equal(deed("refused"), "connect");
  assert.equal(deed("no-permission"), "allow");
  assert.equal(deed("helper-away"), "retry");
  assert.equal(deed("not-paired", { known: false, on: false }), "connect", "first things first");
  assert.deepEqual(state({ state: "helper-away" }, null).sentence, ["state_unchecked_all"]);
  assert.equal(state({ state: "helper-away" }).tone, "alert");
});

test("problems in the rules are counted", () => {
  assert.deepEqual(state({ problems: 1 }).sentence, ["state_problems_one", 1]);
  assert.equal(state({ problems: 2 }, { known: false, on: false }).sentence[0], "state_unknown");
  assert.deepEqual(state({ problems: 2 }).sentence, ["state_problems_other", 2]);
});

test("what the page itself reports is said too", () => {
  const unchecked = { report: { state: "not-checked", reason: "too-long", fallback: false }, findings: [] };
  assert.deepEqual(state({}, {}, unchecked).why, ["remedy_too_long"]);
  const fallback = { report: { state: "checked", reason: null, fallback: true }, findings: [] };
  assert.deepEqual([state({}, {}, fallback).tone, state({}, {}, fallback).why], ["ok", ["state_fallback"]]);
  assert.deepEqual(state({}, null, null).sentence, ["state_no_page"]);
});

test("every sentence of every state has its words", () => {
  const reasons = [
    "not-paired",
    "refused",
    "no-permission",
    "helper-away",
    "timeout",
    "busy",
    "problem",
    "too-long",
    "no-policy",
  ];
  const states = [
    ...reasons.map((reason) => state({ state: reason })),
    state({ problems: 1 }),
    state({}, null),
    state({}, {}, null),
    state({}, { known: false, on: false }),
    state({}, { on: false }),
    state({}, { paused: true }),
  ];
  for (const { sentence, why, action } of states) {
    for (const [key] of [sentence, why ?? sentence, action?.label ?? sentence]) {
      assert.ok(key in en, key);
    }
  }
});
