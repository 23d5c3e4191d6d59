import assert from "node:assert/strict";
import { test } from "node:test";

import {
  ask,
  askAboutMedia,
  currentSay,
  currentSetup,
  ownName,
} from "../../../extension/src/background/scene.js";
import { fakeBrowser, fakeIndexedDB } from "../fake_browser.js";

test("the language is the browser's until the person chooses one", async () => {
  fakeBrowser({ language: "nl-NL" });
  assert.equal((await currentSetup()).language, "nl");
  const dutch = (await currentSay())("badge_off");
  await browser.storage.local.set({ language: "en" });
  assert.equal((await currentSetup()).language, "en");
  assert.notEqual((await currentSay())("badge_off"), dutch);
});

test("unpaired, nothing is asked of anybody", async () => {
  fakeIndexedDB();
  const { asked } = fakeBrowser();
  assert.equal((await ask("/v1/check", {})).reason, "not-paired");
  assert.equal((await askAboutMedia(new Blob(["x"]))).reason, "not-paired");
  assert.equal(asked.posted.length, 0);
});

test("a browser has a name", () => {
  assert.match(ownName(), /^\w[\w ]* \(\w+\)$/);
});
