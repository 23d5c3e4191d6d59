import assert from "node:assert/strict";
import { test } from "node:test";
import { knows, whoOn } from "./knows.js";

const NAV = '<nav><a href="/@annemiek">Profile</a></nav>';
const BOX =
  '<div id="it" contenteditable="true" role="textbox" data-lexical-editor="true"></div><div id="post" role="button" data-testid="post-button">Post</div>';

test("a post: who, and nothing replied to", () => {
  const page = knows({ url: "https://www.threads.com/", html: `${NAV}<div role="dialog">${BOX}</div>` });
  assert.equal(whoOn(page).handle, "annemiek");
  assert.equal(page.site.reply?.(page.composer), null);
});

test("a reply shows what it answers", () => {
  const post =
    '<div data-pressable-container="true"><a href="/@ward4">ward4</a><span dir="auto">Well done</span></div>';
  const page = knows({
    url: "https://www.threads.net/",
    html: `${NAV}<div role="dialog">${post}${BOX}</div>`,
  });
  assert.deepEqual(page.site.reply?.(page.composer), { author: "ward4", text: "Well done" });
});
