import assert from "node:assert/strict";
import { test } from "node:test";
import { knows, whoOn } from "./knows.js";

const NAV = '<nav><a aria-label="Profiel" href="/profile/annemiek.bsky.social">Profiel</a></nav>';
const BOX =
  '<div id="it" class="tiptap ProseMirror" contenteditable="true"></div><button id="post" data-testid="composerPublishBtn">Post</button>';

test("a post: who, whatever the reader's language", () => {
  const page = knows({ url: "https://bsky.app/", html: `${NAV}<div role="dialog">${BOX}</div>` });
  assert.deepEqual(whoOn(page), { handle: "annemiek.bsky.social", name: null });
  assert.equal(page.site.reply?.(page.composer), null);
});

test("a reply shows what it answers", () => {
  const html = `${NAV}<div role="dialog"><div data-testid="replyToPost">Well done all</div>${BOX}</div>`;
  const page = knows({ url: "https://bsky.app/", html });
  assert.deepEqual(page.site.reply?.(page.composer), { author: null, text: "Well done all" });
});

test("the bio is read on one's own page alone", () => {
  const html = `${NAV}${BOX}<div data-testid="profileHeaderDescription">Nurse</div>`;
  const own = knows({ url: "https://bsky.app/profile/annemiek.bsky.social", html });
  assert.equal(own.site.bio?.(own.document, "annemiek.bsky.social"), "Nurse");
  const other = knows({ url: "https://bsky.app/profile/ward4.bsky.social", html });
  assert.equal(other.site.bio?.(other.document, "annemiek.bsky.social"), null);
});
