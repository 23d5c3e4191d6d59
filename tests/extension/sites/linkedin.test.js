import assert from "node:assert/strict";
import { test } from "node:test";
import { knows, whoOn } from "./knows.js";

const NAV =
  '<div class="global-nav__me"><a href="/in/annemiek-b/"><img class="global-nav__me-photo" alt="Annemiek B"></a></div>';
const BOX =
  '<div role="dialog" class="share-creation-state"><div id="it" class="ql-editor" contenteditable="true"></div><button id="post" class="share-actions__primary-action">Post</button></div>';
const CHAT = '<div class="msg-form"><div id="other" contenteditable="true"></div></div>';

test("a post: who, and to everybody for all we know", () => {
  const page = knows({ url: "https://www.linkedin.com/feed/", html: NAV + BOX + CHAT });
  assert.deepEqual(whoOn(page), { handle: "annemiek-b", name: "Annemiek B" });
  assert.equal(page.site.audience?.(page.composer), null);
  assert.equal(page.site.reply?.(page.composer), null);
});

test("the name that the share box shows comes first: one may post as a page", () => {
  const html = `${NAV}<a class="share-unified-settings-entry-button"> UMC Utrecht </a>${BOX}`;
  assert.equal(whoOn(knows({ url: "https://www.linkedin.com/feed/", html })).name, "UMC Utrecht");
});

test("a post in a group", () => {
  const page = knows({ url: "https://www.linkedin.com/groups/1/", html: NAV + BOX });
  assert.equal(page.site.audience?.(page.composer), "group");
});

test("a comment says what it answers", () => {
  const html = `<div data-urn="urn:li:activity:1"><span class="update-components-actor__title"><span aria-hidden="true">Ward 4</span></span>
    <div class="update-components-text update-components-update-v2__commentary">Well done</div>
    <form class="comments-comment-box"><div id="it" class="tiptap ProseMirror" contenteditable="true"></div><button id="post" class="comments-comment-box__submit-button--cr">Comment</button></form></div>`;
  const page = knows({ url: "https://www.linkedin.com/feed/", html });
  assert.deepEqual(page.site.reply?.(page.composer), { author: "Ward 4", text: "Well done" });
});

test("Ctrl+Enter is a new line there", () => {
  assert.equal(knows({ url: "https://www.linkedin.com/feed/", html: BOX }).site.enter, "none");
});
