import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { LONGEST } from "../../../extension/src/background/fill.js";
import { keepPairing } from "../../../extension/src/background/pairing.js";
import { route } from "../../../extension/src/background/router.js";
import { deriveKeys } from "../../../extension/src/background/seal.js";
import { fakeBrowser, fakeIndexedDB, inTab } from "../fake_browser.js";
import { fakeHelper, SECRET } from "../fake_helper.js";

const X = inTab("https://x.com/home");
const VIEW = { id: "leeds", institution: "University of Leeds", version: "2026.11.1", clauses: [] };
const ANSWERS = {
  "/v1/check": { ok: true, review: {} },
  "/v1/policy": { ok: true, policy: VIEW },
  "/v1/media": { ok: true },
};
let seen = [];
let fake = fakeBrowser();

beforeEach(async () => {
  seen = [];
  fakeIndexedDB();
  fake = fakeBrowser({ helper: fakeHelper((path) => ANSWERS[path], { seen }) });
  await keepPairing({ ...(await deriveKeys(SECRET)), name: "test", since: 1 });
});

test("a page learns what it needs: language, words, account, muted topics", async () => {
  await browser.storage.local.set({
    language: "nl",
    muted: ["anger"],
    accounts: { x: { "@a": { kind: "brand", bio: "b" } } },
  });
  const page = await route({ kind: "page", host: "x.com", site: "x", handle: "@a" }, X);
  assert.equal(page.on, true);
  assert.equal(page.language, "nl");
  assert.deepEqual([page.muted, page.account, page.bio, page.working_hours], [["anger"], "brand", "b", null]);
  assert.ok(page.words.reason_helper_away.length > 10);
  assert.ok(Object.keys(page.words).every((key) => /^(card|gate|chip|reason)_/.test(key)));
});

test("a text that is too long, or none, does not travel", async () => {
  assert.deepEqual(await route({ kind: "check", draft: { text: "a".repeat(LONGEST + 1) } }, X), {
    ok: false,
    reason: "too-long",
  });
  assert.deepEqual(await route({ kind: "check", draft: 5 }, X), { ok: false, reason: "problem" });
  assert.deepEqual(await route({ kind: "media", file: "no file" }, X), { ok: false, reason: "problem" });
  assert.equal(seen.length, 0);
});

test("of two checks of one composer the newer is answered; another composer's goes on", async () => {
  const draft = { text: "hi" };
  const ask = (composer) => route({ kind: "check", draft, composer }, X);
  const [first, other, second] = await Promise.all([ask(1), ask(2), ask(1)]);
  assert.deepEqual(first, { ok: false, reason: "timeout" });
  assert.equal(other.ok, true);
  assert.equal(second.ok, true);
});

test("what two tabs mute, learn and switch at the same moment is all kept", async () => {
  const other = inTab("https://x.com/notifications", { tab: 8 });
  await Promise.all([
    route({ kind: "mute", topic: "anger" }, X),
    route({ kind: "mute", topic: "emphasis" }, other),
    route({ kind: "bio", site: "x", handle: "@a", bio: "Mine" }, X),
    route({ kind: "bio", site: "x", handle: "@b", bio: "Ours" }, other),
    route({ kind: "account", site: "x", handle: "@b", as: "brand" }, fake.page),
    route({ kind: "switch-off", origin: "https://x.com" }, fake.page),
  ]);
  assert.deepEqual(await browser.storage.local.get(["muted", "accounts", "off"]), {
    muted: ["anger", "emphasis"],
    accounts: { x: { "@a": { kind: "personal", bio: "Mine" }, "@b": { kind: "brand", bio: "Ours" } } },
    off: ["x.com"],
  });
});

test("a change that fails holds up none after it", async () => {
  const { set } = browser.storage.local;
  browser.storage.local.set = async () => Promise.reject(new Error("disk full"));
  await assert.rejects(route({ kind: "mute", topic: "anger" }, X), /disk full/);
  browser.storage.local.set = set;
  await route({ kind: "mute", topic: "emphasis" }, X);
  assert.deepEqual(await browser.storage.local.get("muted"), { muted: ["emphasis"] });
});

test("one name on two hosts of a software is two accounts", async () => {
  const hosts = ["mastodon.nl", "social.edu.nl"];
  fakeBrowser({ matches: hosts.map((host) => `https://${host}/*`) });
  const [here, there] = hosts.map((host) => inTab(`https://${host}/home`));
  await route({ kind: "bio", site: "mastodon", handle: "anna", bio: "Views my own" }, here);
  await route({ kind: "account", site: "mastodon.nl", handle: "anna", as: "brand" }, fake.page);
  const ask = (from) => route({ kind: "page", host: "", site: "mastodon", handle: "anna" }, from);
  const [mine, stranger] = [await ask(here), await ask(there)];
  assert.deepEqual([mine.account, mine.bio], ["brand", "Views my own"]);
  assert.deepEqual([stranger.account, stranger.bio], ["personal", null]);
});

test("a bio that is seen in a private window is not written down", async () => {
  const apart = { ...X, tab: { ...X.tab, incognito: true } };
  const question = { kind: "bio", site: "x", handle: "@a", bio: "Views my own" };
  assert.deepEqual(await route(question, apart), { ok: false });
  assert.equal(browser.storage.local.values.size, 0);
});

test("a muted topic and a bio are kept; nonsense is not", async () => {
  assert.deepEqual(await route({ kind: "mute", topic: "anger" }, X), { ok: true });
  assert.deepEqual(await route({ kind: "mute", topic: "<b>" }, X), { ok: false });
  assert.deepEqual(await route({ kind: "bio", site: "x", handle: "@a", bio: "Views my own" }, X), {
    ok: true,
  });
  assert.deepEqual(await route({ kind: "bio", site: "x", handle: null, bio: "?" }, X), { ok: false });
  const kept = await browser.storage.local.get(["muted", "accounts"]);
  assert.deepEqual(kept, {
    muted: ["anger"],
    accounts: { x: { "@a": { kind: "personal", bio: "Views my own" } } },
  });
});

test("what a tab remembers is its own, in memory alone", async () => {
  await route({ kind: "remember", key: "held", value: { text: "a held draft" } }, X);
  assert.deepEqual(await route({ kind: "recall", key: "held" }, X), { text: "a held draft" });
  assert.equal(await route({ kind: "recall", key: "held" }, inTab("https://x.com/", { tab: 8 })), null);
  assert.ok(!JSON.stringify([...browser.storage.local.values]).includes("held draft"));
});

test("a check leaves no word of the text anywhere", async () => {
  await route({ kind: "check", draft: { text: "a marked word" } }, X);
  for (const area of ["local", "session"]) {
    assert.ok(!JSON.stringify([...browser.storage[area].values]).includes("marked"), area);
  }
});

test("the policy is read from the helper, and from the last time when the helper is away", async () => {
  assert.deepEqual(await route({ kind: "policy", language: "en" }, X), {
    ok: true,
    policy: VIEW,
    kept: false,
  });
  const stored = browser.storage;
  fakeBrowser();
  globalThis.browser.storage = stored;
  assert.deepEqual(await route({ kind: "policy", language: "en" }, X), {
    ok: true,
    policy: VIEW,
    kept: true,
  });
  assert.equal((await route({ kind: "policy", language: "nl" }, X)).reason, "helper-away");
});

test("a report paints the icon", async () => {
  const counts = { warning: 1, suggestion: 2, note: 3 };
  await route({ kind: "report", report: { state: "checked", reason: null, site: "x", counts } }, X);
  assert.deepEqual(fake.asked.badges.at(-1), { tabId: 7, text: "3" });
  assert.deepEqual(await route({ kind: "report", report: { state: "<b>" } }, X), { ok: false });
});

test("the policy opens in a tab where no popup can be opened", async () => {
  await route({ kind: "open-policy", clause: "leeds/4-linked" }, X);
  assert.match(fake.asked.opened[0], /popup\/popup\.html\?tab=7&clause=leeds%2F4-linked$/);
  assert.equal(browser.storage.session.values.has("open-policy"), false);
});
