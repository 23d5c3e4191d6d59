import assert from "node:assert/strict";
import { test } from "node:test";
import { knows, whoOn } from "./knows.js";

const BAR =
  '<div id="wp-admin-bar-my-account"><span class="display-name">Annemiek</span></div><div id="wp-admin-bar-user-info"><span class="username">annemiek</span></div>';

test("a paragraph of the block editor, and the button for all of them", () => {
  const html = `${BAR}<button id="post" class="editor-post-publish-button">Publish</button>
    <div class="editor-styles-wrapper"><p id="it" class="block-editor-rich-text__editable" contenteditable="true"></p></div>`;
  const page = knows({ url: "https://ward4.wordpress.com/wp-admin/post-new.php", html });
  assert.equal(page.site.id, "wordpress");
  assert.deepEqual(whoOn(page), { handle: "annemiek", name: "Annemiek" });
  assert.ok(page.composer.closest(page.site.thread));
});

test("it is known on any host by its marks: the office, the frame of either editor, the form for comments", () => {
  for (const mark of [
    '<div class="block-editor-iframe__body"></div>',
    '<div id="tinymce" class="mce-content-body post-type-post"></div>',
    '<form id="commentform"></form>',
  ]) {
    const html = `${mark}<textarea id="it" name="comment" class="editor-post-text-editor"></textarea><button id="post" class="editor-post-publish-button"></button>`;
    assert.equal(knows({ url: "https://blog.ward4.example/", html }).site.id, "wordpress");
  }
});

test("a comment is a form's", () => {
  const html =
    '<form id="commentform"><textarea id="comment"></textarea><input id="submit" type="submit"></form>';
  const { site, document } = knows({
    url: "https://ward4.wordpress.com/",
    html: `${html}<textarea id="it" class="editor-post-text-editor"></textarea><button id="post" class="editor-post-publish-button"></button>`,
  });
  assert.ok(document.querySelector("#comment")?.matches(site.composer));
  assert.ok(document.querySelector("#submit")?.matches(site.submit));
});
