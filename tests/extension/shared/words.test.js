import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { countKey, fill, loadWords, pageWords, sayIn, wordKey } from "../../../extension/src/shared/words.js";

const LOCALES = new URL("../../../extension/src/_locales/", import.meta.url);
const read = (language) => JSON.parse(readFileSync(new URL(`${language}/messages.json`, LOCALES), "utf8"));
const en = read("en");
const nl = read("nl");

test("both languages have the same words, with the same parts", () => {
  assert.deepEqual(Object.keys(en).toSorted(), Object.keys(nl).toSorted());
  const parts = ({ message }) => [...new Set(message.match(/\$\w+\$?/g) ?? [])].toSorted();
  for (const key of Object.keys(en)) {
    assert.deepEqual(parts(nl[key]), parts(en[key]), key);
    assert.match(key, /^\w+$/, "a name that every browser takes");
    assert.ok(en[key].message.trim() && nl[key].message.trim(), key);
  }
});

test("no word blames or frightens", () => {
  for (const [key, { message }] of [...Object.entries(en), ...Object.entries(nl)]) {
    assert.doesNotMatch(message, /violat|forbid|detect|overtred|verbod|gedetecteerd/i, key);
  }
});

test("parts are filled in, in any order, and named ones too", async () => {
  assert.equal(fill("$2 and $1, $1", ["a", 5]), "5 and a, a");
  assert.equal(fill("$1", []), "");
  const table = { hello: { message: "$WHO$ is $1", placeholders: { who: { content: "$2" } } } };
  const say = sayIn(await loadWords("en", async () => table));
  assert.equal(say("hello", "here", "Anne"), "Anne is here");
  assert.equal(say("no_such_word"), "no_such_word");
});

test("a part that looks like a part is left alone", () => {
  assert.equal(fill("$1 $2", ["$2", "b"]), "$2 b");
});

test("pages get the words of their notes alone", () => {
  const words = { card_a: "1", gate_b: "2", chip_c: "3", reason_d: "4", popup_e: "5", app_name: "6" };
  assert.deepEqual(pageWords(words), { card_a: "1", gate_b: "2", chip_c: "3", reason_d: "4" });
});

test("an id names its word", () => {
  assert.equal(wordKey("reason", "helper-away"), "reason_helper_away");
});

test("what counts has a word for one and a word for more, in both languages", () => {
  assert.equal(countKey("state_problems", 1), "state_problems_one");
  assert.equal(countKey("state_problems", 4), "state_problems_other");
  for (const counted of ["state_problems", "count_warning", "count_suggestion", "count_note"]) {
    assert.ok(countKey(counted, 1) in nl && countKey(counted, 4) in nl, counted);
  }
});
