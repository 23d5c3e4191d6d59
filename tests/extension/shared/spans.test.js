import assert from "node:assert/strict";
import { test } from "node:test";
import { applied, backwards, difference, shift } from "../../../extension/src/shared/spans.js";

/** A small generator with a seed, so that a failure can be had again. @param {number} seed */
function dice(seed) {
  let state = seed;
  return (/** @type {number} */ sides) => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return Math.floor((state / 4294967296) * sides);
  };
}

const LETTERS = ["a", "b", " ", "é", "🎉", "👩🏽‍⚕️", "\n", "."];

/** @param {ReturnType<typeof dice>} roll @param {number} most */
function someText(roll, most) {
  return Array.from({ length: roll(most) }, () => LETTERS[roll(LETTERS.length)]).join("");
}

test("the difference turns the old text into the new one", () => {
  const roll = dice(7);
  for (let round = 0; round < 3000; round += 1) {
    const [before, after] = [someText(roll, 12), someText(roll, 12)];
    const change = difference(before, after);
    if (change === null) {
      assert.equal(before, after);
    } else {
      assert.equal(applied(before, [{ start: change.start, end: change.end, text: change.inserted }]), after);
    }
  }
});

test("the difference never splits an emoji", () => {
  const change = difference("a 🎉 b", "a 🎊 b");
  assert.deepEqual(change, { start: 2, end: 4, inserted: "🎊" });
  const roll = dice(11);
  for (let round = 0; round < 3000; round += 1) {
    const [before, after] = [someText(roll, 8), someText(roll, 8)];
    const made = difference(before, after);
    assert.ok(!made || made.inserted.isWellFormed(), JSON.stringify([before, after, made]));
    assert.ok(!made || before.slice(made.start, made.end).isWellFormed());
  }
});

test("a mark that survives still covers the same words", () => {
  const roll = dice(23);
  let survived = 0;
  for (let round = 0; round < 5000; round += 1) {
    const before = someText(roll, 20);
    const start = roll(before.length + 1);
    const end = start + roll(before.length - start + 1);
    const at = roll(before.length + 1);
    const gone = at + roll(before.length - at + 1);
    const after = before.slice(0, at) + someText(roll, 4) + before.slice(gone);
    const moved = shift({ start, end }, difference(before, after));
    if (moved && end > start) {
      survived += 1;
      assert.equal(after.slice(moved.start, moved.end), before.slice(start, end));
    }
  }
  assert.ok(survived > 500, "the law is about marks that survive");
});

for (const [what, before, after, expected] of /** @type {const} */ ([
  ["typing in front moves it", "my patient", "oh my patient", { start: 6, end: 13 }],
  ["typing behind leaves it", "my patient", "my patient is well", { start: 3, end: 10 }],
  ["an emoji in front counts two units", "my patient", "🎉my patient", { start: 5, end: 12 }],
  ["a full stop right behind leaves it", "my patient", "my patient.", { start: 3, end: 10 }],
  ["a letter right behind makes another word", "my patient", "my patients", null],
  ["a letter right in front makes another word", "my patient", "my inpatient", null],
  ["a letter within drops it", "my patient", "my patXient", null],
  ["taking some of it away drops it", "my patient", "my pat", null],
  ["taking the word away drops it", "my patient", "my ", null],
  ["taking away what stands before it moves it", "my patient", "patient", { start: 0, end: 7 }],
])) {
  test(what, () => {
    assert.deepEqual(shift({ start: 3, end: 10 }, difference(before, after)), expected);
  });
}

test("a mark keeps what else it says", () => {
  assert.deepEqual(shift({ start: 3, end: 5, item: 2 }, difference("abcde", "xabcde")), {
    start: 4,
    end: 6,
    item: 2,
  });
});

test("edits are made from the last to the first", () => {
  const edits = [
    { start: 0, end: 1, text: "A" },
    { start: 4, end: 5, text: "" },
    { start: 2, end: 3, text: "CC" },
  ];
  assert.equal(applied("abcde", edits), "AbCCd");
  assert.deepEqual(
    backwards(edits).map((edit) => edit.start),
    [4, 2, 0],
  );
});
