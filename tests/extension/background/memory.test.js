import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { forgetTab, isPaused, pause, recall, remember } from "../../../extension/src/background/memory.js";
import { fakeBrowser } from "../fake_browser.js";

beforeEach(() => fakeBrowser());

test("kept for its tab, taken back by null, gone with the tab", async () => {
  await remember(1, "a", 5);
  await remember(1, "b", { x: 1 });
  await remember(11, "a", 6);
  await pause(1, true);
  assert.equal(await recall(1, "a"), 5);
  await remember(1, "a", null);
  assert.equal(await recall(1, "a"), null);
  await forgetTab(1);
  assert.deepEqual([await recall(1, "b"), await isPaused(1), await recall(11, "a")], [null, false, 6]);
});

test("what is no key, or too much, is not kept", async () => {
  assert.equal(await remember(1, 5, "x"), false);
  assert.equal(await remember(1, "k".repeat(301), "x"), false);
  assert.equal(await remember(1, "k", "x".repeat(300_001)), false);
  assert.equal(await recall(1, {}), null);
  assert.equal(browser.storage.session.values.size, 0);
});

test("a pause is for one tab and ends", async () => {
  await pause(1, true);
  assert.deepEqual([await isPaused(1), await isPaused(2)], [true, false]);
  await pause(1, false);
  assert.equal(await isPaused(1), false);
});
