import assert from "node:assert/strict";
import { test } from "node:test";
import {
  acknowledge,
  carry,
  count,
  hold,
  keysOf,
  standing,
  toAsk,
} from "../../../extension/src/content/held.js";

const TEXT = "My patient in bed 4 at #umcutrecht";

/** @param {any} [over] @returns {any} */
function finding(over = {}) {
  return {
    topic: "patient-privacy",
    clauses: ["umc-utrecht/3"],
    severity: "warning",
    confidence: "high",
    title: { en: "", nl: "" },
    message: { en: "", nl: "" },
    marks: [{ start: 3, end: 10 }],
    unknown: [],
    ...over,
  };
}

const SUGGESTION = { topic: "camel-case", severity: "suggestion", marks: [{ start: 23, end: 34 }] };
const PICTURE = { topic: "portrait-consent", marks: [] };

/** @param {...any} findings */
function held(...findings) {
  return hold({ id: null, policy: "umc-utrecht", language: "en", findings }, TEXT);
}

const NOBODY = { muted: [], dismissed: new Set(), acknowledged: null };
const topics = (/** @type {readonly {topic: string}[]} */ all) => all.map(({ topic }) => topic);

test("the loudest comes first", () => {
  const review = held(finding({ topic: "c", severity: "note" }), finding(SUGGESTION), finding());
  assert.deepEqual(topics(review.findings), ["patient-privacy", "camel-case", "c"]);
});

test("equally loud ones come in the order of the text, those about no words last", () => {
  const later = finding({ topic: "later", marks: [{ start: 20, end: 22 }] });
  const review = held(finding(PICTURE), later, finding());
  assert.deepEqual(topics(review.findings), ["patient-privacy", "later", "portrait-consent"]);
});

test("marks and edits move along, and nobody calls the new text judged", () => {
  const before = held(finding({ fix: { kind: "remove", edits: [{ start: 3, end: 11, text: "" }] } }));
  const after = carry(before, `Oh. ${TEXT}`);
  assert.equal(before.fresh, true);
  assert.equal(after.fresh, false);
  assert.deepEqual(after.findings[0]?.marks, [{ start: 7, end: 14 }]);
  assert.deepEqual(after.findings[0]?.fix?.edits, [{ start: 7, end: 15, text: "" }]);
  assert.equal(carry(before, TEXT), before);
});

test("a finding whose words are touched goes; one about a picture stays", () => {
  const after = carry(held(finding(), finding(PICTURE)), TEXT.replace("patient", "patXient"));
  assert.deepEqual(topics(after.findings), ["portrait-consent"]);
});

test("a finding stays with the words that were not touched", () => {
  const both = finding({
    marks: [
      { start: 3, end: 10 },
      { start: 14, end: 19 },
    ],
  });
  const after = carry(held(both), TEXT.replace("patient", "p"));
  assert.deepEqual(after.findings[0]?.marks, [{ start: 8, end: 13 }]);
});

test("marks in another field do not move with the text", () => {
  const elsewhere = finding({ marks: [{ start: 0, end: 4, in: "account.bio" }] });
  assert.deepEqual(carry(held(elsewhere), `x${TEXT}`).findings[0]?.marks, elsewhere.marks);
});

test("an edit that was touched is not made", () => {
  const fix = {
    kind: "replace",
    edits: [
      { start: 0, end: 2, text: "Our" },
      { start: 20, end: 22, text: "in" },
    ],
  };
  const after = carry(held(finding({ ...PICTURE, fix })), TEXT.replace(" at ", " near "));
  assert.deepEqual(after.findings[0]?.fix?.edits, [{ start: 0, end: 2, text: "Our" }]);
});

test("a warning is asked about, and a warning whose words survive the newest edits too", () => {
  assert.deepEqual(topics(toAsk(held(finding()), NOBODY)), ["patient-privacy"]);
  assert.deepEqual(topics(toAsk(carry(held(finding()), `${TEXT} now`), NOBODY)), ["patient-privacy"]);
});

for (const [what, over] of /** @type {const} */ ([
  ["a suggestion", { severity: "suggestion" }],
  ["a note", { severity: "note" }],
  ["a warning of low confidence", { confidence: "low" }],
])) {
  test(`${what} never stops anything, and is shown all the same`, () => {
    assert.deepEqual(toAsk(held(finding(over)), NOBODY), []);
    assert.equal(standing(held(finding(over)), NOBODY).length, 1);
  });
}

test("nothing held, nothing asked", () => {
  assert.deepEqual(toAsk(null, NOBODY), []);
  assert.deepEqual(standing(null, NOBODY), []);
});

test("post anyway holds for this text and these notes alone", () => {
  const review = held(finding());
  const person = { ...NOBODY, acknowledged: acknowledge(TEXT, review.findings) };
  assert.deepEqual(toAsk(review, person), []);
  assert.equal(toAsk(carry(review, `${TEXT}!`), person).length, 1, "another text");
  assert.deepEqual(
    topics(toAsk(held(finding(), finding(PICTURE)), person)),
    ["patient-privacy", "portrait-consent"].slice(1),
  );
});

test("a muted topic is neither shown nor asked about", () => {
  const person = { ...NOBODY, muted: ["patient-privacy"] };
  assert.deepEqual(standing(held(finding()), person), []);
  assert.deepEqual(toAsk(held(finding()), person), []);
});

test("what was put aside stays aside while its words stay, and other words are another matter", () => {
  const review = held(finding());
  const person = { ...NOBODY, dismissed: new Set(keysOf(finding(), TEXT)) };
  assert.deepEqual(toAsk(review, person), []);
  assert.deepEqual(standing(carry(review, `Well. ${TEXT}`), person), []);
  const other = "My sister in bed 4";
  assert.equal(
    standing(
      hold(
        { id: null, policy: "p", language: "en", findings: [finding({ marks: [{ start: 3, end: 9 }] })] },
        other,
      ),
      person,
    ).length,
    1,
  );
});

test("where some words were put aside the others stand, with what mends them", () => {
  const fix = {
    kind: "remove",
    edits: [
      { start: 3, end: 10, text: "" },
      { start: 14, end: 19, text: "" },
    ],
  };
  const both = finding({
    marks: [
      { start: 3, end: 10 },
      { start: 14, end: 19 },
    ],
    fix,
  });
  const [first = ""] = keysOf(both, TEXT);
  const [left] = standing(held(both), { ...NOBODY, dismissed: new Set([first]) });
  assert.deepEqual(left?.marks, [{ start: 14, end: 19 }]);
  assert.deepEqual(left?.fix?.edits, [{ start: 14, end: 19, text: "" }]);
});

test("findings are counted by severity", () => {
  assert.deepEqual(count([finding(), finding(SUGGESTION), finding(PICTURE)]), {
    warning: 2,
    suggestion: 1,
    note: 0,
  });
});
