import assert from "node:assert/strict";
import { test } from "node:test";

import {
  ALARM,
  listReminders,
  setAlarm,
  settleReminder,
  startReminders,
} from "../../../extension/src/background/reminders.js";
import { DEFAULTS } from "../../../extension/src/shared/settings.js";
import { fakeBrowser } from "../fake_browser.js";

const DAY = 86_400_000;
const NOW = 1_800_000_000_000;
const POLICY = {
  id: "leiden",
  version: "2026.11.1",
  clauses: [
    { id: "leiden-tips/8-moderate", topic: "moderate-comments", surface: ["schedule"] },
    { id: "leiden-tips/9", topic: "password-hygiene", surface: ["policy"] },
  ],
};
const about = (topic, settings, now = NOW, policy = POLICY) =>
  listReminders(settings, policy, now).find((one) => one.topic === topic);

test("a reminder that the policy asks for is on by itself, and not due on the first day", () => {
  const settings = { ...DEFAULTS, ...startReminders(DEFAULTS, POLICY, NOW) };
  const moderate = about("moderate-comments", settings);
  assert.deepEqual(
    [moderate.on, moderate.due, moderate.next, moderate.clause],
    [true, false, NOW + DAY, "leiden-tips/8-moderate"],
  );
  assert.equal(about("password-hygiene", settings).on, false);
  assert.equal(about("moderate-comments", settings, NOW + DAY).due, true);
  assert.equal(startReminders(settings, POLICY, NOW), null, "started once");
});

test("the person's own choice goes before the policy's", () => {
  const off = { ...DEFAULTS, ...settleReminder(DEFAULTS, POLICY, "moderate-comments", { on: false }, NOW) };
  assert.equal(about("moderate-comments", off, NOW + 9 * DAY).due, false);
  const on = { ...DEFAULTS, ...settleReminder(DEFAULTS, POLICY, "privacy-settings", { on: true }, NOW) };
  assert.deepEqual(
    [about("privacy-settings", on).on, about("privacy-settings", on).next],
    [true, NOW + 180 * DAY],
  );
});

test("how often is the person's to set", () => {
  const often = { ...DEFAULTS, ...settleReminder(DEFAULTS, POLICY, "password-hygiene", { days: 30 }, NOW) };
  assert.equal(about("password-hygiene", often).days, 30);
  const on = { ...often, ...settleReminder(often, POLICY, "password-hygiene", { on: true }, NOW) };
  assert.deepEqual(
    [about("password-hygiene", on).next, about("password-hygiene", on, NOW + 30 * DAY).due],
    [NOW + 30 * DAY, true],
  );
  const started = { ...on, ...startReminders(on, POLICY, NOW) };
  assert.equal(about("password-hygiene", started).days, 30, "a start keeps it");
});

test("done starts it again", () => {
  const late = { ...DEFAULTS, reminders: { "moderate-comments": { on: true, last: NOW - 9 * DAY } } };
  assert.equal(about("moderate-comments", late).due, true);
  const done = { ...late, ...settleReminder(late, POLICY, "moderate-comments", { done: true }, NOW) };
  assert.equal(about("moderate-comments", done).due, false);
});

test("a day that is still to come was written down by a clock that was wrong", () => {
  const wrong = {
    ...DEFAULTS,
    reminders: { "moderate-comments": { on: true, last: NOW + 900 * DAY, days: 7 } },
  };
  const started = { ...wrong, ...startReminders(wrong, POLICY, NOW) };
  assert.deepEqual(started.reminders["moderate-comments"], { on: true, last: NOW, days: 7 });
  assert.equal(about("moderate-comments", started, NOW + 7 * DAY).due, true);
});

test("a policy that changed is announced until it was seen", () => {
  const seen = { ...DEFAULTS, ...startReminders(DEFAULTS, POLICY, NOW) };
  assert.equal(about("policy-version", seen), undefined);
  const newer = { ...POLICY, version: "2026.12.1" };
  assert.equal(about("policy-version", seen, NOW, newer).due, true);
  const read = { ...seen, ...settleReminder(seen, newer, "policy-version", { done: true }, NOW) };
  assert.equal(about("policy-version", read, NOW, newer), undefined);
});

test("without a policy nothing is due, and a topic that is no reminder changes nothing", () => {
  assert.ok(listReminders(DEFAULTS, null, NOW).every((one) => !one.due && !one.on));
  assert.deepEqual(settleReminder(DEFAULTS, POLICY, "__proto__", { on: true }, NOW), {});
});

test("one alarm, set once", async () => {
  const { alarms } = fakeBrowser();
  await setAlarm();
  const first = alarms.get(ALARM);
  await setAlarm();
  assert.equal(alarms.get(ALARM), first);
});
