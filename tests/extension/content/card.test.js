import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { cardOf } from "../../../extension/src/content/card.js";
import { chipOf } from "../../../extension/src/content/chip.js";
import { frozenPage } from "../frozen_page.js";

const SENTENCES = { en: /only the rules that need no words/, nl: /alleen de regels .* geen woorden nodig/ };

/** @param {"en" | "nl"} language @returns {any} */
function reader(language) {
  const file = new URL(`../../../extension/src/_locales/${language}/messages.json`, import.meta.url);
  const messages = JSON.parse(readFileSync(file, "utf8"));
  return {
    language,
    clause: String,
    say: (/** @type {string} */ key, /** @type {any[]} */ ...parts) =>
      messages[key].message.replace("$1", parts[0]),
  };
}

/** @param {"en" | "nl"} language @param {boolean} partial @param {any[]} [findings] */
function card(language, partial, findings = []) {
  frozenPage("");
  const model = { findings, current: 0, state: null, partial };
  return cardOf(model, reader(language), /** @type {any} */ ({})).textContent ?? "";
}

const NOTE = {
  topic: "a",
  clauses: [],
  severity: "note",
  confidence: "high",
  title: { en: "A note", nl: "Een opmerking" },
  message: { en: "Look.", nl: "Kijk." },
  marks: [],
  unknown: [],
};

for (const language of /** @type {const} */ (["en", "nl"])) {
  test(`a card on a language without words for every rule says so, in one sentence (${language})`, () => {
    const said = card(language, true).match(new RegExp(SENTENCES[language], "g"));
    assert.equal(said?.length, 1);
    assert.match(card(language, true, [NOTE]), SENTENCES[language]);
    assert.match(card(language, true, [NOTE]), new RegExp(NOTE.title[language]));
    assert.doesNotMatch(card(language, false), SENTENCES[language]);
  });

  test(`the chip does not say that all was checked (${language})`, () => {
    frozenPage("");
    const { say } = reader(language);
    const chips = /** @type {const} */ (["ok", "partial"]).map((state) =>
      chipOf({ state, loudest: null, notes: 0, until: "" }, say, () => {}),
    );
    const [whole, part] = chips.map((chip) => [chip.textContent, chip.getAttribute("title"), chip.className]);
    assert.notEqual(part?.[0], whole?.[0]);
    assert.equal(part?.[1], say("chip_partial"));
    assert.equal(part?.[2], whole?.[2]);
  });
}
