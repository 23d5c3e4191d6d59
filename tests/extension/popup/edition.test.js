import assert from "node:assert/strict";
import { test } from "node:test";

import { overdueOf, versionOf, writeDay } from "../../../extension/src/popup/edition.js";

const EDITION = { version: "2026.11.2", issued: "2026-11-21", expires: "2027-05-20" };
const shipped = { version: "2026.11.1", edition: null };
const updated = { version: "2026.11.1", edition: EDITION };

test("a day is written as people write it, in every time zone", () => {
  assert.equal(writeDay("2026-11-21", "en-GB"), "21 November 2026");
  assert.equal(writeDay("2026-11-21", "nl"), "21 november 2026");
  assert.equal(writeDay("soon", "nl"), "soon");
});

test("the day is that of the update; what came with Postil has none", () => {
  assert.deepEqual(versionOf(shipped, "nl"), ["popup_version", "2026.11.1"]);
  assert.deepEqual(versionOf(updated, "nl"), ["popup_version_updated", "2026.11.1", "21 november 2026"]);
});

test("a helper that is older than this extension says nothing of editions", () => {
  assert.deepEqual(versionOf({ version: "1" }, "nl"), ["popup_version", "1"]);
  assert.equal(overdueOf({ version: "1" }, "nl", new Date()), null);
});

test("a policy is overdue from the day after the one it names", () => {
  const at = (day) => overdueOf(updated, "nl", new Date(`${day}T12:00:00Z`));
  assert.equal(at("2026-11-21"), null);
  assert.equal(at("2027-05-20"), null);
  assert.deepEqual(at("2027-05-21"), ["policy_overdue", "20 mei 2027"]);
  assert.equal(overdueOf(shipped, "nl", new Date("2099-01-01")), null);
});
