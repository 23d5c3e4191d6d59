import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import {
  accountOf,
  fillDraft,
  isDraft,
  localTime,
  withAccount,
  writeHours,
} from "../../../extension/src/background/fill.js";
import { DEFAULTS } from "../../../extension/src/shared/settings.js";

const HOURS = JSON.parse(readFileSync(new URL("../../wire/hours.json", import.meta.url), "utf8"));
const NOW = new Date(2026, 10, 4, 9, 5);
const settings = {
  ...DEFAULTS,
  institution: "leeds",
  role: "staff",
  hours: { on: true, days: [1, 2, 3, 5, 7], from: "09:00", to: "17:00" },
  accounts: { x: { "@anne": { kind: "brand", bio: "Views my own" } } },
};

test("what the page cannot know is added", () => {
  const filled = fillDraft({ text: "hi", site: "x", account: { handle: "@anne" } }, settings, "x.com", NOW);
  assert.deepEqual(filled, {
    text: "hi",
    site: "x",
    policy: "leeds",
    role: "staff",
    account: { handle: "@anne", kind: "brand", bio: "Views my own" },
    time: "2026-11-04T09:05",
    working_hours: "Mon-Wed 09:00-17:00",
  });
});

test("a bio that the page shows, an empty one too, goes before one remembered", () => {
  assert.equal(
    fillDraft({ text: "", site: "x", account: { handle: "@anne", bio: "" } }, settings, "x.com", NOW).account
      .bio,
    "",
  );
  assert.equal(
    fillDraft({ text: "", site: "x", account: { handle: "@bo" } }, settings, "x.com", NOW).account.bio,
    null,
  );
});

test("a page cannot say under which policy, in which role or at which hours somebody writes", () => {
  const given = {
    text: "hi",
    policy: "other",
    role: "student",
    working_hours: "Sun-Sun 00:00-01:00",
    nonsense: 1,
  };
  const filled = fillDraft(
    { ...given, account: { kind: "personal", handle: "@anne" }, site: "x" },
    settings,
    "x.com",
    NOW,
  );
  assert.equal(filled.policy, "leeds");
  assert.equal(filled.role, "staff");
  assert.equal(filled.account.kind, "brand");
  assert.equal(filled.working_hours, "Mon-Wed 09:00-17:00");
  assert.ok(!("nonsense" in filled));
});

test("no institution chosen: the helper takes its own", () => {
  assert.ok(!("policy" in fillDraft({ text: "hi" }, DEFAULTS, "x.com", NOW)));
});

test("names that every object has are no accounts", () => {
  assert.deepEqual(accountOf(settings, "constructor", "name"), { kind: "personal", bio: null });
  assert.deepEqual(accountOf(settings, "x", "toString"), { kind: "personal", bio: null });
});

test("an account is kept, changed and forgotten by itself", () => {
  const both = { ...settings, ...withAccount(settings, "mastodon.nl", "@bo", { kind: "brand" }) };
  assert.deepEqual(accountOf(both, "mastodon.nl", "@bo"), { kind: "brand", bio: null });
  assert.deepEqual(both.accounts.x, settings.accounts.x);
  const { accounts } = withAccount(both, "x", "@anne", { bio: "New" });
  assert.deepEqual(accounts.x, { "@anne": { kind: "brand", bio: "New" } });
  assert.deepEqual(withAccount(both, "x", "@anne", null).accounts, { ...both.accounts, x: {} });
});

test("hours and times are written as the helper reads them", () => {
  for (const { days, from, to, at, written } of HOURS.cases) {
    assert.equal(writeHours({ on: true, days, from, to }, new Date(at)), written);
    assert.equal(writeHours({ on: false, days, from, to }, new Date(at)), null);
  }
  assert.equal(writeHours({ on: true, days: [], from: "09:00", to: "17:00" }, NOW), null);
  assert.equal(localTime(new Date(2026, 0, 31, 23, 59)), "2026-01-31T23:59");
});

test("a draft has a text", () => {
  assert.ok(isDraft({ text: "" }));
  for (const wrong of [null, undefined, "text", {}, { text: 5 }]) {
    assert.ok(!isDraft(wrong));
  }
});
