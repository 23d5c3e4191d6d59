import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { failureKey } from "../../../extension/src/options/failure.js";

const en = JSON.parse(
  readFileSync(new URL("../../../extension/src/_locales/en/messages.json", import.meta.url), "utf8"),
);

test("each way in which pairing fails has its sentence", () => {
  const own = ["line-form", "line-slip", "line-port", "refused", "helper-away"].map(failureKey);
  assert.equal(new Set(own).size, 5);
  for (const reason of [
    "line-form",
    "line-slip",
    "line-port",
    "refused",
    "helper-away",
    "timeout",
    "busy",
    "problem",
  ]) {
    assert.ok(failureKey(reason) in en, reason);
  }
  assert.equal(failureKey("timeout"), failureKey("helper-away"));
  assert.equal(failureKey("anything else"), "pair_problem");
});
