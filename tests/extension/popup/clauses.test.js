import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import {
  absenceKey,
  audienceOf,
  groupByTheme,
  isShort,
  searchClauses,
} from "../../../extension/src/popup/clauses.js";

const en = JSON.parse(
  readFileSync(new URL("../../../extension/src/_locales/en/messages.json", import.meta.url), "utf8"),
);
const clause = (id, more) => ({
  id,
  document: "d",
  section: "3",
  title: "",
  demands: "",
  theme: "people",
  who: [],
  account: [],
  ...more,
});
const POLICY = {
  documents: [{ id: "d", title: "Guidelines for social media" }],
  clauses: [
    clause("a", { demands: "Share no personal data of patiënten.", section: "3" }),
    clause("b", { demands: "Add a disclaimer.", theme: "speaking", section: "6" }),
    clause("c", { demands: "Something new.", theme: "a-theme-of-tomorrow", title: "Logo" }),
  ],
};
const ids = (query) => searchClauses(POLICY, query).map(({ id }) => id);

test("every word must stand somewhere in the clause; case and accents do not matter", () => {
  assert.deepEqual(ids(""), ["a", "b", "c"]);
  assert.deepEqual(ids("PATIENTEN data"), ["a"]);
  assert.deepEqual(ids("logo"), ["c"]);
  assert.deepEqual(ids("guidelines 6"), ["b"]);
  assert.deepEqual(ids("patiënten disclaimer"), []);
});

test("themes come in one order, unknown ones last, and no clause is lost", () => {
  const groups = groupByTheme(POLICY.clauses.toReversed());
  assert.deepEqual(
    groups.map(([theme]) => theme),
    ["people", "speaking", "other"],
  );
  assert.equal(groups.flatMap(([, clauses]) => clauses).length, 3);
  for (const [theme] of groups) {
    assert.ok(`theme_${theme}` in en);
  }
});

test("a clause says for whom it is, where it is not for everybody", () => {
  assert.deepEqual(audienceOf(clause("a", { who: ["staff"], account: ["brand"] })), [
    "who_staff",
    "who_brand",
  ]);
  assert.deepEqual(audienceOf(clause("a", { who: ["staff", "student"], account: [] })), []);
  for (const key of ["who_staff", "who_student", "who_brand", "who_personal"]) {
    assert.ok(key in en);
  }
});

test("numbers go in the narrow column, headings above", () => {
  assert.deepEqual(["3", "9(a)", "intro", "Respect privacy"].map(isShort), [true, true, false, false]);
});

test("where there is no policy to show, why is said", () => {
  for (const reason of [
    "not-paired",
    "helper-away",
    "refused",
    "busy",
    "timeout",
    "problem",
    "too-long",
    "no-policy",
  ]) {
    assert.ok(absenceKey(reason) in en, reason);
  }
});
