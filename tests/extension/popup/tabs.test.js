import assert from "node:assert/strict";
import { test } from "node:test";

import { tabAfter } from "../../../extension/src/popup/tabs.js";

test("arrows go round, Home and End jump, every other key is left alone", () => {
  assert.deepEqual(
    [0, 1, 2, 3].map((at) => tabAfter("ArrowRight", at, 4)),
    [1, 2, 3, 0],
  );
  assert.deepEqual(
    [0, 1, 2, 3].map((at) => tabAfter("ArrowLeft", at, 4)),
    [3, 0, 1, 2],
  );
  assert.deepEqual([tabAfter("Home", 2, 4), tabAfter("End", 1, 4)], [0, 3]);
  for (const key of ["Tab", "Enter", "a", "toString"]) {
    assert.equal(tabAfter(key, 1, 4), null, key);
  }
});
