import assert from "node:assert/strict";
import { test } from "node:test";
import { createLook } from "../../../extension/src/content/look.js";

/** @param {any} [known] */
function look(known = { muted: ["muted-topic"] }) {
  return createLook(
    /** @type {any} */ ({ known: () => known, say: (/** @type {string} */ key) => `<${key}>` }),
  );
}

/** @param {any} [over] @returns {any} */
function composer(over = {}) {
  return { held: null, reason: null, dismissed: new Set(), held_until: 0, ...over };
}

/** @param {...[string, string]} notes topic and severity */
function held(...notes) {
  return {
    text: "x",
    partial: false,
    findings: notes.map(([topic, severity]) => ({ topic, severity, marks: [] })),
  };
}

test("nothing was written: nothing is shown", () => {
  assert.equal(look()(composer()).chip, null);
});

test("a draft that is in order says so quietly", () => {
  assert.equal(look()(composer({ held: held() })).chip?.state, "ok");
});

test("notes are counted, muted ones are not, and the loudest gives the colour", () => {
  const { chip, findings } = look()(
    composer({ held: held(["a", "suggestion"], ["muted-topic", "warning"], ["b", "note"]) }),
  );
  assert.deepEqual(chip, { state: "notes", notes: 2, loudest: "suggestion", until: "" });
  assert.equal(findings.length, 2);
});

test("not checked says why, in a sentence", () => {
  const shown = look()(composer({ reason: "helper-away" }));
  assert.equal(shown.chip?.state, "unchecked");
  assert.equal(shown.state, "<reason_helper_away>");
});

test("a site that is switched off shows nothing at all", () => {
  const shown = look()(composer({ reason: "off" }));
  assert.equal(shown.chip, null);
  assert.equal(shown.state, null);
});

test("nothing is shown before the person's language is known", () => {
  assert.equal(look(null)(composer({ held: held(["a", "warning"]) })).chip, null);
});

test("a draft on hold says until when", () => {
  const { chip } = look()(composer({ held: held(["a", "warning"]), held_until: Date.now() + 60_000 }));
  assert.equal(chip?.state, "hold");
  assert.match(chip?.until ?? "", /^\d\d:\d\d$/);
});

test("a draft of which only a part was checked is not said to be in order", () => {
  const shown = look()(composer({ held: { ...held(), partial: true } }));
  assert.equal(shown.chip?.state, "partial");
  assert.equal(shown.partial, true);
  const noted = look()(composer({ held: { ...held(["a", "note"]), partial: true } }));
  assert.equal(noted.chip?.state, "notes");
});
