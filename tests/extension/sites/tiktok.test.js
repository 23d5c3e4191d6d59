import assert from "node:assert/strict";
import { test } from "node:test";
import { knows, whoOn } from "./knows.js";

const NAV = '<a data-e2e="nav-profile" href="/@annemiek?lang=nl">Profile</a>';

test("a caption", () => {
  const html = `${NAV}<main><div id="it" class="public-DraftEditor-content" contenteditable="true"></div><button id="post" data-e2e="post_video_button">Post</button></main>`;
  assert.equal(whoOn(knows({ url: "https://www.tiktok.com/tiktokstudio/upload", html })).handle, "annemiek");
});

test("a comment posts with Enter, a message is no post", () => {
  const html = `${NAV}<div data-e2e="comment-input"><div id="it" contenteditable="true"></div></div><div id="post" data-e2e="comment-post">Post</div>
    <div data-e2e="message-input-area"><div id="other" contenteditable="true"></div></div>`;
  const page = knows({ url: "https://www.tiktok.com/@ward4/video/1", html });
  assert.ok(page.composer.closest(page.site.plainEnter));
});

test("the bio is read on one's own page alone", () => {
  const html = `<div id="it" class="public-DraftEditor-content" contenteditable="true"></div><button id="post" data-e2e="post_video_button">Post</button><h2 data-e2e="user-bio">Nurse</h2>`;
  const page = knows({ url: "https://www.tiktok.com/@annemiek", html });
  assert.equal(page.site.bio?.(page.document, "annemiek"), "Nurse");
  assert.equal(page.site.bio?.(page.document, "ward4"), null);
});
