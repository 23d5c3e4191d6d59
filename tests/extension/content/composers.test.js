import assert from "node:assert/strict";
import { test } from "node:test";
import { createComposers } from "../../../extension/src/content/composers.js";
import { frozenPage } from "../frozen_page.js";

test("the software of a page is told by a mark that came after the first press", () => {
  const page = frozenPage("<p>Loading</p>", "https://toot.example/");
  Object.defineProperty(page, "readyState", { value: "loading", configurable: true });
  const composers = createComposers(new AbortController().signal);
  assert.equal(composers.here().id, "any");
  const mark = page.createElement("div");
  mark.id = "mastodon";
  page.body.append(mark);
  Object.defineProperty(page, "readyState", { value: "complete" });
  assert.equal(composers.here().id, "mastodon");
  mark.remove();
  assert.equal(composers.here().id, "mastodon", "once it is told, nobody looks again");
});
