import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { beforeOf } from "../../../extension/src/content/before.js";
import { frozenPage } from "../frozen_page.js";

const ACTS = { back() {}, anyway() {}, hold() {}, openClause() {} };
const LOGIN = {
  topic: "work-login",
  clauses: [],
  severity: "warning",
  confidence: "high",
  title: { en: "Your work address", nl: "Je werkadres" },
  message: { en: "Look.", nl: "Kijk." },
  marks: [],
  unknown: [],
};

/** @param {"en" | "nl"} language @param {boolean} form @returns {string} what is read */
function read(language, form) {
  frozenPage("");
  const file = new URL(`../../../extension/src/_locales/${language}/messages.json`, import.meta.url);
  const messages = JSON.parse(readFileSync(file, "utf8"));
  const say = (/** @type {string} */ key, /** @type {any[]} */ ...parts) =>
    messages[key].message.replace("$1", parts[0]);
  const reader = /** @type {any} */ ({ language, clause: String, say });
  const acts = { ...ACTS, hold: form ? null : ACTS.hold };
  const findings = /** @type {any} */ ([LOGIN]);
  return beforeOf(findings, reader, acts, { minutes: 20, until: null, form }).textContent ?? "";
}

test("a log-in and a profile are called neither post nor message, and cannot wait", () => {
  for (const language of /** @type {const} */ (["en", "nl"])) {
    assert.match(read(language, false), /post|bericht/i);
    assert.match(read(language, false), /20/);
    assert.doesNotMatch(read(language, true), /post|bericht|plaats|20/i, language);
  }
});
