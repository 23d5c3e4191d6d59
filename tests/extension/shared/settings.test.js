import assert from "node:assert/strict";
import { test } from "node:test";

import {
  changeSettings,
  DEFAULTS,
  languageOf,
  loadSettings,
  NAMES,
  readChange,
  readSettings,
} from "../../../extension/src/shared/settings.js";
import { fakeBrowser } from "../fake_browser.js";

test("nothing stored: the defaults, and nobody can change them by accident", () => {
  const { settings, locked, given } = readSettings({});
  assert.deepEqual(settings, DEFAULTS);
  assert.deepEqual([locked, given], [[], []]);
  settings.muted.push("x");
  assert.deepEqual(DEFAULTS.muted, []);
});

test("a wrong value gives way to the default, the good ones beside it stay", () => {
  const { settings } = readSettings({
    institution: "../etc",
    role: "king",
    language: "fr",
    off: ["x.com", 5, "a b", "x.com"],
    on: ["https://forum.example/*", "https://forum.example/path", "javascript:*"],
    hours: { on: true, days: [1], from: "17:00", to: "17:00" },
    muted: "anger",
    accounts: { x: { "@a": { kind: "brand", bio: 5 }, "@b": 5 }, y: 5 },
    reminders: { "moderate-comments": { on: "yes", last: "now", days: 0.5 } },
    notify: "yes",
  });
  assert.deepEqual(settings, {
    ...DEFAULTS,
    off: ["x.com"],
    on: ["https://forum.example/*"],
    accounts: { x: { "@a": { kind: "brand", bio: null } } },
    reminders: { "moderate-comments": { on: null, last: null, days: null } },
  });
});

test("names that every object has cannot be smuggled in", () => {
  const smuggled = JSON.parse('{"accounts": {"__proto__": {"@a": {"kind": "brand"}}, "constructor": {}}}');
  assert.deepEqual(Object.keys(readSettings(smuggled).settings.accounts), []);
});

test("lists and bios have an end", () => {
  const { settings } = readSettings({
    muted: Array.from({ length: 600 }, (_, at) => `topic-${at}`),
    accounts: { x: { "@a": { kind: "personal", bio: "b".repeat(9000) } } },
  });
  assert.equal(settings.muted.length, 500);
  assert.equal(settings.muted.at(-1), "topic-599");
  assert.equal(settings.accounts.x["@a"].bio.length, 5000);
});

test("hours need a day to be on", () => {
  const hours = (days) =>
    readSettings({ hours: { on: true, days, from: "08:00", to: "16:00" } }).settings.hours;
  assert.deepEqual(hours([7, 1, 9, "2"]), { on: true, days: [1, 7], from: "08:00", to: "16:00" });
  assert.equal(hours([]).on, false);
});

test("an organisation sets institution, role and sites, and never more", () => {
  const managed = {
    institution: "leeds",
    role: "staff",
    sites: ["intranet.example", "a/b"],
    key: "secret",
    language: "nl",
  };
  const { settings, locked, given } = readSettings({ institution: "leiden", role: "student" }, managed);
  assert.deepEqual([settings.institution, settings.role, settings.language], ["leeds", "staff", "auto"]);
  assert.deepEqual([locked, given], [["institution", "role"], ["https://intranet.example/*"]]);
  assert.ok(!JSON.stringify(settings).includes("secret"));
});

test("a change keeps what is good in it", () => {
  assert.deepEqual(readChange({ role: "staff", language: "fr", key: "x", institution: null }), {
    institution: null,
    role: "staff",
  });
  for (const none of [null, undefined, 5, "role", []]) {
    assert.deepEqual(readChange(none), {});
  }
});

test("what is saved comes back, each under its own key", async () => {
  fakeBrowser();
  await changeSettings(() => ({ role: "staff", muted: ["anger"] }));
  assert.deepEqual([...browser.storage.local.values.keys()], ["role", "muted"]);
  assert.equal((await loadSettings()).settings.role, "staff");
  browser.storage.managed.get = async () => Promise.reject(new Error("Managed storage manifest not found"));
  assert.deepEqual((await loadSettings()).settings.muted, ["anger"]);
});

test("there is a default for every setting", () => {
  assert.deepEqual(NAMES.toSorted(), Object.keys(DEFAULTS).toSorted());
});

test("the language of the browser counts until one is chosen", () => {
  const of = (language, ui) => languageOf({ ...DEFAULTS, language }, ui);
  assert.deepEqual(
    [of("auto", "nl-BE"), of("auto", "nlx"), of("auto", "de"), of("en", "nl"), of("nl", "en")],
    ["nl", "en", "en", "en", "nl"],
  );
});
