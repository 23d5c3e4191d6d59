import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, test } from "node:test";

import { loadPairing } from "../../../extension/src/background/pairing.js";
import { lookAtReminders } from "../../../extension/src/background/requests.js";
import { route } from "../../../extension/src/background/router.js";
import { fakeBrowser, fakeIndexedDB } from "../fake_browser.js";
import { fakeHelper } from "../fake_helper.js";

const LINE = JSON.parse(readFileSync(new URL("../../wire/seal.json", import.meta.url), "utf8")).cases[0].line;
const VIEW = { id: "leeds", institution: "Leeds", version: "1", clauses: [] };
const ANSWERS = {
  "/v1/hello": {
    ok: true,
    version: "0.1.0",
    policies: [{ id: "leeds", institution: { en: "Leeds", nl: "Leeds" }, version: "1" }],
  },
  "/v1/policy": { ok: true, policy: VIEW },
  "/v1/health": { ok: true, version: "0.1.0", rules: { problems: 2 } },
};
const TABS = [{ id: 7, url: "https://x.com/home" }];
let fake;
const ask = (kind, more = {}) => route({ kind, ...more }, fake.page);

function start(helper) {
  fakeIndexedDB();
  fake = fakeBrowser({ helper, tabs: TABS });
}
beforeEach(() => start(fakeHelper((path) => ANSWERS[path])));

test("pairing: the line goes in, a hello goes out, keys are kept and the secret nowhere", async () => {
  assert.deepEqual(await ask("helper-state"), { state: "not-paired" });
  assert.equal((await ask("pair", { line: LINE })).ok, true);
  const state = await ask("helper-state");
  assert.deepEqual([state.state, state.version, state.problems], ["ok", "0.1.0", 2]);
  assert.equal(typeof state.paired.since, "number");
  const stored = JSON.stringify([...browser.storage.local.values, ...browser.storage.session.values]);
  assert.ok(!stored.includes(LINE.split(".")[2]) && !stored.includes("kid"));
});

test("a line that is none, and a helper that does not know it, pair nothing", async () => {
  assert.deepEqual(await ask("pair", { line: "hello" }), { ok: false, reason: "line-form" });
  assert.deepEqual(await ask("pair", {}), { ok: false, reason: "line-form" });
  start(async () => new Response("", { status: 403 }));
  assert.deepEqual(await ask("pair", { line: LINE }), { ok: false, reason: "refused" });
  start(undefined);
  assert.deepEqual(await ask("pair", { line: LINE }), { ok: false, reason: "helper-away" });
  assert.equal(await loadPairing(), null);
});

test("forget takes the keys and the helper's words away", async () => {
  await ask("pair", { line: LINE });
  await ask("forget");
  assert.equal(await loadPairing(), null);
  assert.deepEqual((await ask("settings")).policies, []);
  assert.deepEqual(fake.asked.told.at(-1), [7, "settings-changed"]);
});

test("the popup learns all at once", async () => {
  await ask("pair", { line: LINE });
  await ask("pause", { tab: 7, paused: true });
  const { page, helper, language, reminders } = await ask("overview", { tab: 7 });
  assert.deepEqual([page.host, page.on, page.paused, page.shipped], ["x.com", true, true, true]);
  assert.deepEqual([helper.state, language], ["ok", "en"]);
  assert.ok(reminders.length >= 3);
  assert.equal((await ask("overview", { tab: 99 })).page, null);
  assert.equal((await ask("overview", { tab: null })).page, null);
});

test("a permission for the helper that was taken away is said as such", async () => {
  await ask("pair", { line: LINE });
  fake.permissions.delete("http://127.0.0.1/*");
  assert.equal((await ask("helper-state")).state, "no-permission");
});

test("settings are changed as far as they are good and not the organisation's", async () => {
  await browser.storage.managed.set({ role: "staff" });
  assert.deepEqual(
    await ask("save-settings", { settings: { role: "student", language: "nl", nonsense: 1 } }),
    { ok: true },
  );
  const { setup, language } = await ask("settings");
  assert.deepEqual([setup.settings.role, setup.locked, language], ["staff", ["role"], "nl"]);
  assert.deepEqual(await ask("save-settings", { settings: { role: "student" } }), { ok: false });
});

test("an account's kind is set, its bio stays, and it can be forgotten", async () => {
  await browser.storage.local.set({ accounts: { x: { "@a": { kind: "personal", bio: "b" } } } });
  await ask("account", { site: "x", handle: "@a", as: "brand" });
  assert.deepEqual((await ask("settings")).setup.settings.accounts, {
    x: { "@a": { kind: "brand", bio: "b" } },
  });
  await ask("account", { site: "x", handle: "@a", as: null });
  assert.deepEqual((await ask("settings")).setup.settings.accounts, { x: {} });
});

test("a muted topic speaks again", async () => {
  await browser.storage.local.set({ muted: ["anger", "copyright"] });
  await ask("unmute", { topic: "anger" });
  assert.deepEqual((await ask("settings")).setup.settings.muted, ["copyright"]);
});

test("the policy is asked for and a reminder that is due shows its dot", async () => {
  await ask("pair", { line: LINE });
  await ask("reminder", { topic: "moderate-comments", on: true });
  assert.equal((await ask("policy")).policy.id, "leeds");
  assert.deepEqual(fake.asked.badges.at(-1), { text: "" });
  await browser.storage.local.set({ reminders: { "moderate-comments": { on: true, last: 1 } } });
  await lookAtReminders();
  assert.deepEqual(fake.asked.badges.at(-1), { text: "•" });
  await ask("reminder", { topic: "moderate-comments", done: true });
  await lookAtReminders();
  assert.deepEqual(fake.asked.badges.at(-1), { text: "" });
});
