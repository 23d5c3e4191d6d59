import assert from "node:assert/strict";
import { test } from "node:test";
import { RHYTHMS, rhythmOf } from "../../../extension/src/shared/rhythm.js";
import { loadWords, sayIn } from "../../../extension/src/shared/words.js";
import { fakeBrowser } from "../fake_browser.js";

test("every rhythm that can be chosen has words of its own, in both languages", async () => {
  fakeBrowser();
  for (const language of /** @type {const} */ (["en", "nl"])) {
    const say = sayIn(await loadWords(language));
    const words = RHYTHMS.map((days) => rhythmOf(days, say));
    assert.equal(new Set(words).size, RHYTHMS.length);
    assert.ok(words.every((one) => !one.includes("_")));
    assert.match(rhythmOf(12, say), /12/);
  }
});
