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

/** Whether a moment lies within hours as they are written for the helper: it reads them so. */
function isWithin(written, at) {
  const [, first, last = first, from, to] = /^(\w+)(?:-(\w+))? ([\d:]+)-([\d:]+)$/.exec(written);
  const names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  const day = (at.getDay() + 6) % 7;
  const minute = localTime(at).slice(-5);
  return names.indexOf(first) <= day && day <= names.indexOf(last) && from <= minute && minute < to;
}

test("at every hour of a week somebody is at work who works through the night, and at no other", () => {
  for (const days of [[1, 2, 3, 4, 5], [7], [6, 7], [1, 3, 7], [1, 2, 3, 4, 5, 6, 7]]) {
    for (const [from, to] of [
      ["22:00", "07:00"],
      ["16:00", "00:00"],
      ["08:00", "07:59"],
    ]) {
      for (let hour = 0; hour < 7 * 24; hour += 1) {
        const at = new Date(2026, 10, 2, hour);
        const minute = localTime(at).slice(-5);
        const day = at.getDay() || 7;
        const late = days.includes(day) && minute >= from;
        const early = days.includes(day === 1 ? 7 : day - 1) && minute < to;
        const written = writeHours({ on: true, days, from, to }, at);
        assert.equal(isWithin(written, at), late || early, `${days} ${from}-${to} at ${at}: ${written}`);
      }
    }
  }
});

test("a draft has a text", () => {
  assert.ok(isDraft({ text: "" }));
  for (const wrong of [null, undefined, "text", {}, { text: 5 }]) {
    assert.ok(!isDraft(wrong));
  }
});
