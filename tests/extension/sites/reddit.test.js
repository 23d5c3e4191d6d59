import assert from "node:assert/strict";
import { test } from "node:test";
import { knows, whoOn } from "./knows.js";

test("a comment in the new pages", () => {
  const html = `<a noun="profile" href="/user/annemiek/">me</a><shreddit-post author="ward4" post-title="Night shift"><div slot="text-body">Well done</div></shreddit-post>
    <shreddit-composer><div id="it" slot="rte" contenteditable="true" data-lexical-editor="true"></div><button id="post" slot="submit-button" type="submit">Comment</button></shreddit-composer>`;
  const page = knows({ url: "https://www.reddit.com/r/nursing/comments/1/x/", html });
  assert.equal(whoOn(page).handle, "annemiek");
  assert.deepEqual(page.site.reply?.(page.composer), { author: "ward4", text: "Well done" });
});

test("an answer to a comment", () => {
  const html = `<shreddit-comment author="porter"><div slot="comment">Thanks</div><shreddit-composer><div id="it" contenteditable="true"></div><button id="post" slot="submit-button">Comment</button></shreddit-composer></shreddit-comment>`;
  const page = knows({ url: "https://www.reddit.com/r/nursing/comments/1/x/", html });
  assert.deepEqual(page.site.reply?.(page.composer), { author: "porter", text: "Thanks" });
});

test("the old pages are forms", () => {
  const html = `<div id="header-bottom-right"><span class="user"><a href="https://old.reddit.com/user/annemiek/">annemiek</a></span></div>
    <form class="usertext"><div class="usertext-edit"><textarea id="it" name="text"></textarea></div><button id="post" class="save" type="submit">save</button></form>`;
  const page = knows({ url: "https://old.reddit.com/r/nursing/submit", html });
  assert.equal(whoOn(page).handle, "annemiek");
  assert.equal(page.site.reply?.(page.composer), null);
});
