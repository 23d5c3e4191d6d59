import assert from "node:assert/strict";
import { test } from "node:test";
import { knows, whoOn } from "./knows.js";

const BOX =
  '<ytd-commentbox><div id="contenteditable-root" contenteditable="true"></div><div id="submit-button"><button>Comment</button></div></ytd-commentbox>';
const IDS = { it: "#contenteditable-root", post: "#submit-button" };

test("a comment on a film says which", () => {
  const html = `<button id="avatar-btn"><img alt="Annemiek"></button><ytd-watch-metadata><h1>Washing hands</h1><ytd-channel-name><a>UMC Utrecht</a></ytd-channel-name></ytd-watch-metadata>${BOX}`;
  const page = knows({ url: "https://www.youtube.com/watch?v=1", html, ...IDS });
  assert.equal(whoOn(page).name, "Annemiek");
  assert.deepEqual(page.site.reply?.(page.composer), { author: "UMC Utrecht", text: "Washing hands" });
});

test("a live chat is no post", () => {
  const html = `${BOX}<yt-live-chat-text-input-field-renderer><div id="other" contenteditable="true"></div></yt-live-chat-text-input-field-renderer>`;
  const page = knows({ url: "https://www.youtube.com/", html, ...IDS });
  assert.equal(page.site.reply?.(page.composer), null);
});
