import assert from "node:assert/strict";
import { test } from "node:test";
import { knows, whoOn } from "./knows.js";

const NAV = '<a role="link" href="/annemiek/"><img alt="photo"></a>';
const COMMENT =
  '<form><textarea id="it"></textarea><div id="post" type="submit" role="button">Post</div></form>';

test("a comment posts with Enter", () => {
  const chat = '<div aria-label="Message"><div id="other" contenteditable="true"></div></div>';
  const page = knows({ url: "https://www.instagram.com/p/abc/", html: NAV + COMMENT + chat });
  assert.ok(page.composer.matches(page.site.plainEnter));
  assert.equal(whoOn(page).handle, "annemiek");
});

test("a caption is written beside its picture", () => {
  const html = `<div role="dialog"><img src="blob:1"><div id="it" contenteditable="true" role="textbox"></div></div>${COMMENT.replace('id="it"', "")}`;
  const page = knows({ url: "https://www.instagram.com/", html });
  assert.equal(page.document.querySelectorAll(page.site.media ?? "none").length, 1);
});

test("the bio is read on one's own page alone", () => {
  const html = `${COMMENT}<header><section><span dir="auto">Nurse</span></section></header>`;
  const page = knows({ url: "https://www.instagram.com/annemiek/", html });
  assert.equal(page.site.bio?.(page.document, "annemiek"), "Nurse");
  assert.equal(page.site.bio?.(page.document, "ward4"), null);
});
