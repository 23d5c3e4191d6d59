import assert from "node:assert/strict";
import { test } from "node:test";
import { knows } from "./knows.js";

const EDITOR = '<div id="it" contenteditable="true" role="textbox" data-lexical-editor="true"></div>';
const BUTTON = '<div id="post" role="button" aria-label="Plaatsen">Plaatsen</div>';
const CHAT =
  '<div data-pagelet="MWChatTab"><div id="other" contenteditable="true" role="textbox" data-lexical-editor="true"></div></div>';

test("a post in a group", () => {
  const html = `<div role="dialog"><form>${EDITOR}${BUTTON}</form></div>${CHAT}`;
  const page = knows({ url: "https://www.facebook.com/groups/nurses/", html });
  assert.equal(page.site.audience?.(page.composer), "group");
  assert.equal(page.site.reply?.(page.composer), null);
});

test("a comment posts with Enter and says what it answers", () => {
  const html = `<div role="article"><div data-ad-preview="message">Well done</div><form role="presentation">${EDITOR}</form></div><div role="dialog"><form>${BUTTON}</form></div>`;
  const page = knows({ url: "https://www.facebook.com/", html });
  assert.ok(page.composer.closest(page.site.plainEnter));
  assert.deepEqual(page.site.reply?.(page.composer), { author: null, text: "Well done" });
});
