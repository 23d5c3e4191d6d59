import assert from "node:assert/strict";
import { test } from "node:test";

import {
  matches,
  patternOf,
  registerSites,
  removeSite,
  standOf,
  startEverywhere,
  switchOff,
  switchOn,
  tellTabs,
} from "../../../extension/src/background/sites.js";
import { readSettings } from "../../../extension/src/shared/settings.js";
import { fakeBrowser } from "../fake_browser.js";

const FORUM = "https://forum.example/*";
const TABS = [
  { id: 1, url: "https://x.com/home" },
  { id: 2, url: "https://forum.example/t/1" },
  { id: 3, url: "https://elsewhere.example/" },
];

test("a pattern means its host, its scheme, every port, and nothing that only looks like it", () => {
  const on = (pattern, url) => matches(pattern, new URL(url));
  assert.ok(on("https://x.com/*", "https://x.com:8443/home"));
  assert.ok(
    on("https://*.wordpress.com/*", "https://anne.wordpress.com/") &&
      on("https://*.wordpress.com/*", "https://wordpress.com/"),
  );
  for (const url of [
    "http://x.com/",
    "https://notx.com/",
    "https://x.com.evil.example/",
    "https://a.x.com/",
  ]) {
    assert.ok(!on("https://x.com/*", url), url);
  }
  assert.ok(!on("https://*.wordpress.com/*", "https://evilwordpress.com/"));
});

test("how a page stands", () => {
  const setup = readSettings({ on: [FORUM], off: ["x.com"] }, { sites: ["intranet.example"] });
  const stand = (url) => standOf(setup, ["https://x.com/*", "https://bsky.app/*"], url);
  assert.deepEqual(stand("https://bsky.app/a"), {
    host: "bsky.app",
    origin: "https://bsky.app",
    known: true,
    shipped: true,
    on: true,
  });
  assert.deepEqual([stand("https://x.com/").known, stand("https://x.com/").on], [true, false]);
  assert.deepEqual(
    [stand("https://forum.example/").on, stand("https://forum.example/").shipped],
    [true, false],
  );
  assert.equal(stand("https://intranet.example/").on, true);
  assert.equal(stand("https://elsewhere.example/").known, false);
  for (const none of [
    undefined,
    "",
    "chrome://settings",
    "about:blank",
    "file:///a.html",
    "not an address",
  ]) {
    assert.equal(stand(none), null, String(none));
  }
});

test("a host that is off takes its subdomains with it, and any of them switches it on again", async () => {
  const shipped = ["https://x.com/*", "https://pro.x.com/*", "https://notx.com/*"];
  const on = (url) => standOf(readSettings({ off: ["x.com"] }), shipped, url).on;
  assert.deepEqual(
    [on("https://x.com/"), on("https://pro.x.com/"), on("https://notx.com/")],
    [false, false, true],
  );
  fakeBrowser({ matches: shipped });
  await switchOff("https://x.com");
  await switchOn("https://pro.x.com");
  assert.deepEqual((await browser.storage.local.get("off")).off, []);
});

test("a pattern is made for one host alone", () => {
  assert.equal(patternOf("http://127.0.0.1:28418"), "http://127.0.0.1/*");
  for (const none of [
    "https://*",
    "https://*.example.org",
    "javascript:alert(1)",
    "chrome://a",
    "nonsense",
  ]) {
    assert.equal(patternOf(none), null, none);
  }
});

test("switched on: kept, registered, and started in the tabs that are open", async () => {
  const fake = fakeBrowser({ granted: [FORUM], tabs: TABS });
  assert.equal(await switchOn("https://forum.example"), true);
  assert.deepEqual((await browser.storage.local.get("on")).on, [FORUM]);
  assert.equal(fake.scripts.get(FORUM).runAt, "document_start");
  assert.deepEqual(fake.asked.injected, [2]);
});

test("without the permission nothing is switched on", async () => {
  const fake = fakeBrowser({ tabs: TABS });
  assert.equal(await switchOn("https://forum.example"), false);
  assert.equal(fake.scripts.size, 0);
  assert.equal(browser.storage.local.values.size, 0);
});

test("a host of the manifest's is only taken off the list of those switched off", async () => {
  const fake = fakeBrowser({ tabs: TABS });
  await switchOff("https://x.com");
  assert.deepEqual((await browser.storage.local.get("off")).off, ["x.com"]);
  assert.equal(await switchOn("https://x.com"), true);
  assert.deepEqual(await browser.storage.local.get(["on", "off"]), { off: [] });
  assert.equal(fake.scripts.size, 0);
});

test("removed: off the list, no longer registered, permission given back", async () => {
  const fake = fakeBrowser({ granted: [FORUM] });
  await switchOn("https://forum.example");
  await switchOff("https://forum.example");
  await removeSite(FORUM);
  assert.deepEqual(await browser.storage.local.get(["on", "off"]), { on: [], off: [] });
  assert.equal(fake.scripts.size, 0);
  assert.deepEqual(fake.asked.removed, [FORUM]);
});

test("a permission that was taken away ends the registration", async () => {
  const fake = fakeBrowser({ granted: [FORUM] });
  await switchOn("https://forum.example");
  fake.permissions.delete(FORUM);
  await registerSites();
  assert.equal(fake.scripts.size, 0);
});

test("after an update every open tab of a listed host is started anew, and told when settings change", async () => {
  const fake = fakeBrowser({ granted: [FORUM], tabs: TABS });
  await browser.storage.local.set({ on: [FORUM] });
  await startEverywhere();
  assert.deepEqual(fake.asked.injected, [1, 2]);
  await tellTabs();
  assert.deepEqual(
    fake.asked.told.map(([, kind]) => kind),
    Array(3).fill("settings-changed"),
  );
});
