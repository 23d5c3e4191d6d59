import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isNoPost, SITES, siteOf } from "../../../extension/src/sites/index.js";
import { frozenPage, one } from "../frozen_page.js";

const manifest = JSON.parse(
  readFileSync(new URL("../../../extension/src/manifest.json", import.meta.url), "utf8"),
);

test("every host is one site's", () => {
  const hosts = SITES.flatMap((site) => site.hosts);
  assert.equal(new Set(hosts).size, hosts.length);
  for (const site of SITES) {
    for (const host of site.hosts) {
      assert.equal(siteOf(host.replace("*.", "my.")), site);
    }
  }
});

test("any other host is any site, and no lookalike is taken for the real one", () => {
  frozenPage("<main></main>");
  for (const host of ["forum.example", "x.com.example", "notx.com", "notwordpress.com", ""]) {
    assert.equal(siteOf(host, document).id, "any");
  }
});

test("the manifest starts us on a host of every site, but of software that has none of its own", () => {
  const [{ matches }] = manifest.content_scripts;
  const started = matches.map((/** @type {string} */ match) => match.split("/")[2]);
  for (const site of SITES) {
    const none = site.hosts.length === 0 && site.marker !== undefined;
    assert.ok(none || site.hosts.some((host) => started.includes(host)), site.id);
  }
});

test("a site knows its composer, its button and its box in words that the browser can read", () => {
  const page = frozenPage("<main></main>");
  for (const { composer, submit, frame, media, ignore, plainEnter, marker, fields = [], share } of SITES) {
    const more = [
      ...fields.flatMap(({ field, submit: save }) => [field, save]),
      ...Object.values(share ?? {}),
    ];
    for (const selector of [composer, submit, frame, media, ignore, plainEnter, marker, ...more]) {
      assert.doesNotThrow(() => selector && page.querySelector(selector), selector);
    }
  }
});

/** Where each site has its messages, and where it has not. */
const MESSAGES = {
  "bsky.app": ["/messages/3kabc", "/profile/messages.bsky.social"],
  "x.com": ["/i/chat/123-456", "/messages_daily"],
  "www.linkedin.com": ["/messaging/thread/2-a/", "/feed/"],
  "www.facebook.com": ["/messages/t/12", "/groups/12"],
  "www.instagram.com": ["/direct/t/12/", "/directors/"],
  "www.threads.com": ["/direct/t/12", "/@direct"],
  "www.reddit.com": ["/message/compose/", "/message/inbox/"],
  "www.tiktok.com": ["/messages", "/@messages"],
};

test("a message to somebody is no post, though the site writes both in one editor", () => {
  for (const [host, [messages = "", other = ""]] of Object.entries(MESSAGES)) {
    const editor = '<div id="it" class="ProseMirror" contenteditable="true"></div>';
    const on = (/** @type {string} */ path, /** @type {string} */ html) => {
      const page = frozenPage(html, `https://${host}${path}`);
      return isNoPost(siteOf(host), one(page, "#it"));
    };
    assert.equal(on(messages, editor), true, host);
    assert.equal(on(other, editor), false, host);
  }
});

test("a post that is written over a page of messages is one", () => {
  const html =
    '<div role="dialog"><div id="it" class="ProseMirror" contenteditable="true"></div><textarea></textarea></div>';
  const page = frozenPage(html, "https://bsky.app/messages/3kabc");
  const site = siteOf("bsky.app");
  assert.equal(isNoPost(site, one(page, "#it")), false);
  assert.equal(isNoPost(site, one(page, "textarea")), true, "the site posts from its own editor alone");
});

test("a field of a site has no password among its names", () => {
  for (const { id, fields = [] } of SITES) {
    for (const { field } of fields) {
      assert.doesNotMatch(field, /pass/i, id);
    }
  }
});
