import assert from "node:assert/strict";
import { test } from "node:test";
import { localMinute, timeOf } from "../../../extension/src/content/time.js";

test("time is local, to the minute", () => {
  assert.equal(localMinute(new Date(2026, 0, 2, 3, 4, 59)), "2026-01-02T03:04");
});

test("the time of day is written with 24 hours", () => {
  assert.equal(timeOf(new Date(2026, 10, 24, 14, 5).getTime()), "14:05");
});
