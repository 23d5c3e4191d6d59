import assert from "node:assert/strict";
import { test } from "node:test";

import { areHours, hoursToKeep } from "../../../extension/src/options/clock.js";
import { readSettings } from "../../../extension/src/shared/settings.js";

test("what the options take is what the settings keep", () => {
  for (const [hours, good] of [
    [{ on: true, days: [1], from: "09:00", to: "17:00" }, true],
    [{ on: true, days: [], from: "09:00", to: "17:00" }, false],
    [{ on: true, days: [1], from: "17:00", to: "09:00" }, false],
    [{ on: true, days: [1], from: "", to: "09:00" }, false],
  ]) {
    assert.equal(areHours(hours), good);
    assert.equal(readSettings({ hours }).settings.hours.on, good);
  }
});

test("hours that make no sense can still be switched off, and what they were is kept", () => {
  const before = { on: true, days: [1, 2], from: "09:00", to: "17:00" };
  assert.equal(hoursToKeep({ ...before, days: [] }, before), null);
  const off = hoursToKeep({ ...before, days: [], from: "", on: false }, before);
  assert.deepEqual(off, { ...before, on: false });
  assert.deepEqual(readSettings({ hours: off }).settings.hours, off);
  assert.deepEqual(hoursToKeep({ ...before, days: [3] }, before), { ...before, days: [3] });
});
