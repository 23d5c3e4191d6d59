import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import {
  dropKept,
  fetchPolicies,
  fetchPolicy,
  institutionName,
  keptPolicy,
} from "../../../extension/src/background/kept.js";
import { fakeBrowser } from "../fake_browser.js";

const VIEW = { id: "leeds", institution: "Leeds", version: "1" };
const NAMES = [
  { id: "leeds", institution: { en: "University of Leeds", nl: "Universiteit Leeds" }, version: "1" },
];
const away = async () => ({ ok: false, reason: "helper-away" });
const there = async (path) =>
  path === "/v1/policy" ? { ok: true, policy: VIEW } : { ok: true, policies: NAMES };

beforeEach(() => fakeBrowser());

test("the last good policy stands in while the helper is away, for its institution and language alone", async () => {
  assert.equal((await fetchPolicy(away, "leeds", "en")).reason, "helper-away");
  await fetchPolicy(there, "leeds", "en");
  assert.deepEqual(await fetchPolicy(away, "leeds", "en"), { ok: true, policy: VIEW, kept: true });
  assert.equal((await fetchPolicy(away, "leiden", "en")).ok, false);
  assert.equal((await fetchPolicy(away, "leeds", "nl")).ok, false);
});

test("the helper's default is kept as such", async () => {
  await fetchPolicy(there, null, "en");
  assert.deepEqual(await keptPolicy(null, "en"), VIEW);
  await fetchPolicy(there, "leeds", "en");
  assert.equal(await keptPolicy(null, "en"), null);
});

test("an institution has a name in each language, as soon as one is known", async () => {
  assert.equal(await institutionName("leeds", "nl"), "");
  await fetchPolicies(there, "a browser");
  assert.equal(await institutionName("leeds", "nl"), "Universiteit Leeds");
  assert.deepEqual(await fetchPolicies(away, "a browser"), NAMES);
});

test("forgetting leaves nothing", async () => {
  await fetchPolicies(there, "a browser");
  await fetchPolicy(there, "leeds", "en");
  await dropKept();
  assert.equal(browser.storage.local.values.size, 0);
});
