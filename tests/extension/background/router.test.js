import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { keepPairing } from "../../../extension/src/background/pairing.js";
import { REQUESTS } from "../../../extension/src/background/requests.js";
import { route } from "../../../extension/src/background/router.js";
import { deriveKeys } from "../../../extension/src/background/seal.js";
import { FROM_CONTENT } from "../../../extension/src/shared/protocol.js";
import { fakeBrowser, fakeIndexedDB, inTab } from "../fake_browser.js";
import { fakeHelper, SECRET } from "../fake_helper.js";

const OFF = { ok: false, reason: "off" };
const CHECK = { kind: "check", draft: { text: "hi", site: "x" } };
let seen = [];
let fake = fakeBrowser();

beforeEach(async () => {
  seen = [];
  fakeIndexedDB();
  fake = fakeBrowser({ helper: fakeHelper(() => ({ ok: true, review: { findings: [] } }), { seen }) });
  await keepPairing({ ...(await deriveKeys(SECRET)), name: "test", since: 1 });
});

test("a page of a host that is switched on is checked", async () => {
  const answer = await route(CHECK, inTab("https://x.com/home"));
  assert.deepEqual(answer, { ok: true, review: { findings: [] } });
  assert.equal(JSON.parse(new TextDecoder().decode(seen[0].plain)).role, "student");
});

test("no page may ask what only our own pages may", async () => {
  for (const kind of Object.keys(REQUESTS).filter((one) => !FROM_CONTENT.includes(one))) {
    const message = {
      kind,
      line: "POSTIL1",
      settings: { role: "staff" },
      origin: "https://evil.example",
      tab: 7,
    };
    assert.equal(await route(message, inTab("https://x.com/home")), undefined, kind);
  }
  assert.equal(browser.storage.local.values.size, 0);
  assert.equal(seen.length, 0);
});

test("a host that is not switched on gets nothing and nothing reaches the helper", async () => {
  for (const url of [
    "https://evil.example/",
    "https://x.com.evil.example/",
    "http://x.com/",
    "https://sub.x.com/",
  ]) {
    for (const kind of FROM_CONTENT.filter((one) => one !== "page" && one !== "report")) {
      const nothing = kind === "recall" ? null : OFF;
      assert.deepEqual(await route({ ...CHECK, kind }, inTab(url)), nothing, `${kind} ${url}`);
    }
    const page = await route({ kind: "page", host: "x.com", site: "x", handle: null }, inTab(url));
    assert.equal(page.on, false);
    assert.deepEqual([page.muted, page.bio, page.institution, page.words], [[], null, "", {}]);
  }
  assert.equal(seen.length, 0);
});

test("what a page says about its own host is not believed", async () => {
  const sender = inTab("https://evil.example/");
  assert.equal((await route({ kind: "page", host: "x.com", site: "x", handle: null }, sender)).on, false);
});

test("another extension, a stranger's url and a sender without a tab get nothing", async () => {
  assert.equal(
    await route(CHECK, inTab("https://x.com/", { id: "ponmlkjihgfedcbaponmlkjihgfedcba" })),
    undefined,
  );
  assert.equal(
    await route({ kind: "settings" }, { id: "ponmlkjihgfedcbaponmlkjihgfedcba", url: fake.page.url }),
    undefined,
  );
  assert.equal(await route({ kind: "settings" }, { id: browser.runtime.id }), undefined);
  assert.equal(await route(CHECK, { id: browser.runtime.id, url: "https://x.com/" }), undefined);
});

test("garbage gets nothing", async () => {
  for (const message of [
    null,
    undefined,
    5,
    "check",
    {},
    { kind: 5 },
    { kind: "toString" },
    { kind: "__proto__" },
  ]) {
    assert.equal(await route(message, inTab("https://x.com/")), undefined);
    assert.equal(await route(message, fake.page), undefined);
  }
});

test("switched off or paused: nothing is checked, and the page is told", async () => {
  await route({ kind: "switch-off", origin: "https://x.com" }, fake.page);
  assert.deepEqual(await route(CHECK, inTab("https://x.com/home")), OFF);
  await route({ kind: "switch-on", origin: "https://x.com" }, fake.page);
  assert.equal((await route(CHECK, inTab("https://x.com/home"))).ok, true);
  await route({ kind: "pause", tab: 7, paused: true }, fake.page);
  assert.deepEqual(await route(CHECK, inTab("https://x.com/home")), OFF);
  assert.equal((await route(CHECK, inTab("https://x.com/home", { tab: 8 }))).ok, true);
  assert.equal(seen.length, 2);
});

test("a frame without an address of its own counts as the page around it", async () => {
  const blank = (origin) => inTab("about:blank", { origin });
  assert.equal((await route(CHECK, blank("https://x.com"))).ok, true);
  assert.deepEqual(await route(CHECK, blank("https://evil.example")), OFF);
  const blob = (/** @type {string} */ origin) => inTab(`blob:${origin}/12-34`, { origin });
  assert.equal((await route(CHECK, blob("https://x.com"))).ok, true);
  assert.deepEqual(await route(CHECK, blob("https://evil.example")), OFF);
  assert.deepEqual(await route(CHECK, blob("null")), OFF);
});
