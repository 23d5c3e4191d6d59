import assert from "node:assert/strict";
import { test } from "node:test";

import { areHours } from "../../../extension/src/options/clock.js";
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
