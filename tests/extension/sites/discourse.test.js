import assert from "node:assert/strict";
import { test } from "node:test";
import { knows, whoOn } from "./knows.js";

const MARK =
  '<meta name="generator" content="Discourse 3.5.0 - https://github.com/discourse/discourse"><div id="current-user"><img data-user-card="annemiek"></div>';
/** @param {string} [more] */
const box = (more = "") =>
  `<div id="reply-control">${more}<textarea id="it" class="d-editor-input"></textarea><button id="post" class="btn create">Reply</button><button class="discard-button">Discard</button></div>`;

test("any host that runs it is known by its mark", () => {
  const page = knows({ url: "https://forum.ward4.example/", html: MARK + box() });
  assert.equal(page.site.id, "discourse");
  assert.equal(whoOn(page).handle, "annemiek");
  assert.equal(page.site.reply?.(page.composer), null);
  assert.equal(page.site.audience?.(page.composer), null);
  assert.equal(page.document.querySelector(".discard-button")?.matches(page.site.submit), false);
});

test("a reply says what it answers", () => {
  const post =
    '<article id="post_3" data-post-id="9"><div class="names"><span class="username">porter</span></div><div class="cooked"><p>Well done</p></div></article>';
  const link = '<div class="reply-details"><a class="post-link" href="/t/a-walk/12/3">post</a></div>';
  const page = knows({ url: "https://forum.ward4.example/t/a-walk/12", html: MARK + post + box(link) });
  assert.deepEqual(page.site.reply?.(page.composer), { author: "porter", text: "Well done" });
});

test("a message to some people is none to everybody; a topic begun beside it is", () => {
  const begun = knows({ url: "https://forum.ward4.example/", html: MARK + box() });
  begun.document.querySelector("#reply-control")?.classList.add("private-message");
  assert.equal(begun.site.audience?.(begun.composer), "private");
  const audience = (/** @type {string} */ more) => {
    const page = knows({ url: "https://forum.ward4.example/t/hello/7", html: MARK + box(more) });
    page.document.body.className = "archetype-private_message";
    return page.site.audience?.(page.composer);
  };
  assert.equal(audience(""), "private");
  assert.equal(audience('<input id="reply-title">'), null);
});

test("a category behind a lock is a closed circle", () => {
  const lock = '<span class="badge-category restricted">Ward</span>';
  const page = knows({ url: "https://ward4.discourse.group/", html: MARK + box(lock) });
  assert.equal(page.site.audience?.(page.composer), "group");
});
