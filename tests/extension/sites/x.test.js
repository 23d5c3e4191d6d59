import assert from "node:assert/strict";
import { test } from "node:test";
import { knows, whoOn } from "./knows.js";

const SELF =
  '<a data-testid="AppTabBar_Profile_Link" href="/Annemiek_leert">Profile</a><div data-testid="SideNav_AccountSwitcher_Button"><span>Annemiek</span></div>';
const POST =
  '<article data-testid="tweet"><div data-testid="User-Name"><a href="/ward4">Ward 4</a></div><div data-testid="tweetText">Well done all</div></article>';
const COMPOSER =
  '<div id="it" contenteditable="true" data-testid="tweetTextarea_0"></div><div data-testid="toolBar"><button id="post" data-testid="tweetButton">Post</button></div>';
const CHAT = '<div id="other" data-testid="dmComposerTextInput" contenteditable="true"></div>';

test("the home page: who posts, and nothing replied to", () => {
  const page = knows({ url: "https://x.com/home", html: `${SELF}${COMPOSER}${CHAT}${POST}` });
  assert.deepEqual(whoOn(page), { handle: "Annemiek_leert", name: "Annemiek" });
  assert.equal(page.site.reply?.(page.composer), null);
});

test("a reply in a dialog, and one under a post", () => {
  const dialog = knows({
    url: "https://x.com/home",
    html: `${SELF}<div role="dialog">${POST}${COMPOSER}</div>`,
  });
  const reply = { author: "ward4", text: "Well done all" };
  assert.deepEqual(dialog.site.reply?.(dialog.composer), reply);
  const under = knows({ url: "https://x.com/ward4/status/123", html: `${SELF}${POST}${COMPOSER}` });
  assert.deepEqual(under.site.reply?.(under.composer), reply);
});

test("the bio is read on one's own page alone", () => {
  const bio = '<div data-testid="UserDescription">Nurse. Views my own.</div>';
  const own = knows({ url: "https://x.com/annemiek_leert", html: `${SELF}${COMPOSER}${bio}` });
  assert.equal(own.site.bio?.(own.document, "Annemiek_leert"), "Nurse. Views my own.");
  const other = knows({ url: "https://x.com/annemiek_leert_too", html: `${SELF}${COMPOSER}${bio}` });
  assert.equal(other.site.bio?.(other.document, "Annemiek_leert"), null);
});

test("a preview without an alt text says nothing about the description", () => {
  const html = `${COMPOSER}<div data-testid="attachments"><img alt=""></div>`;
  const { site, document } = knows({ url: "https://x.com/home", html });
  const [image] = document.querySelectorAll(site.media ?? "none");
  assert.ok(image);
  assert.equal(site.alt?.(image), null);
  image.setAttribute("alt", "Colleagues at lunch");
  assert.equal(site.alt?.(image), "Colleagues at lunch");
});
