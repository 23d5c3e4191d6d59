import assert from "node:assert/strict";
import { test } from "node:test";

import { areHours, endsNextDay, hoursToKeep } from "../../../extension/src/options/clock.js";
import { readSettings } from "../../../extension/src/shared/settings.js";

test("what the options take is what the settings keep", () => {
  for (const [hours, good] of [
    [{ on: true, days: [1], from: "09:00", to: "17:00" }, true],
    [{ on: true, days: [], from: "09:00", to: "17:00" }, false],
    [{ on: true, days: [1], from: "22:00", to: "07:00" }, true],
    [{ on: true, days: [1], from: "09:00", to: "09:00" }, false],
    [{ on: true, days: [1], from: "09:00", to: "" }, false],
    [{ on: true, days: [1], from: "", to: "09:00" }, false],
  ]) {
    assert.equal(areHours(hours), good);
    assert.equal(readSettings({ hours }).settings.hours.on, good);
  }
});

test("hours of the night are said to end on the next day", () => {
  const ends = (from, to) => endsNextDay({ on: true, days: [1], from, to });
  assert.deepEqual(
    [ends("22:00", "07:00"), ends("16:00", "00:00"), ends("09:00", "17:00"), ends("22:00", "")],
    [true, true, false, false],
  );
});

test("hours that make no sense can still be switched off, and what they were is kept", () => {
  const before = { on: true, days: [1, 2], from: "09:00", to: "17:00" };
  assert.equal(hoursToKeep({ ...before, days: [] }, before), null);
  const off = hoursToKeep({ ...before, days: [], from: "", on: false }, before);
  assert.deepEqual(off, { ...before, on: false });
  assert.deepEqual(readSettings({ hours: off }).settings.hours, off);
  assert.deepEqual(hoursToKeep({ ...before, days: [3] }, before), { ...before, days: [3] });
});
