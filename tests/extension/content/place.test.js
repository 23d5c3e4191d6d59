import assert from "node:assert/strict";
import { test } from "node:test";
import { boxOfWords, placeCard, placeChip } from "../../../extension/src/content/place.js";

const CARD = { width: 380, height: 300 };
const CHIP = { width: 32, height: 32 };
const WIDE = { width: 1200, height: 800 };

/** @param {number} left @param {number} top @param {number} width @param {number} height */
function box(left, top, width, height) {
  return { left, top, right: left + width, bottom: top + height };
}

/** @param {{left: number, top: number}} at @param {{width: number, height: number}} size @param {{width: number, height: number}} view */
function isInside(at, size, view) {
  return (
    at.left >= 0 && at.top >= 0 && at.left + size.width <= view.width && at.top + size.height <= view.height
  );
}

test("with a margin, a card stands in it and leaves the chip in sight", () => {
  const composer = box(100, 100, 500, 120);
  const at = placeCard(composer, composer, CARD, WIDE);
  assert.ok(at.left >= composer.right + CHIP.width);
  assert.ok(isInside(at, CARD, WIDE));
});

test("without a margin it stands under the words, or above them where there is no room below", () => {
  const view = { width: 700, height: 800 };
  const low = box(20, 600, 660, 150);
  const high = box(20, 40, 660, 150);
  assert.equal(placeCard(high, box(60, 80, 90, 20), CARD, view).top, 108);
  assert.equal(placeCard(low, box(60, 640, 90, 20), CARD, view).top, 640 - 300 - 8);
});

test("a card is never out of the window, however small that is", () => {
  for (const view of [WIDE, { width: 320, height: 480 }, { width: 700, height: 330 }]) {
    const card = {
      width: Math.min(CARD.width, view.width - 16),
      height: Math.min(CARD.height, view.height - 16),
    };
    for (const composer of [
      box(0, 0, view.width, view.height),
      box(view.width - 40, view.height - 20, 200, 200),
      box(-90, -50, 100, 60),
    ]) {
      assert.ok(
        isInside(placeCard(composer, composer, card, view), card, view),
        JSON.stringify([view, composer]),
      );
    }
  }
});

test("the chip stands in the margin, else on the upper corner", () => {
  assert.ok((placeChip(box(100, 100, 500, 90), CHIP, WIDE)?.left ?? 0) >= 600);
  const narrow = { width: 320, height: 480 };
  const at = placeChip(box(0, 60, 320, 90), CHIP, narrow);
  assert.ok(at && isInside(at, CHIP, narrow));
  assert.ok(at.top < 60, "it covers no letters of the first line's middle");
});

test("there is no chip for a composer out of sight", () => {
  assert.equal(placeChip(box(100, 900, 500, 90), CHIP, WIDE), null);
  assert.equal(placeChip(box(100, -100, 500, 90), CHIP, WIDE), null);
});

test("a card leaves all of the words in sight that it is about, as long as they stand together", () => {
  const words = [box(300, 100, 80, 24), box(20, 130, 160, 24), box(40, 600, 50, 24)];
  const about = boxOfWords(words);
  assert.deepEqual(about, { left: 300, top: 100, right: 380, bottom: 154 });
  const at = placeCard(box(20, 90, 660, 700), words[0], CARD, { width: 700, height: 800 });
  assert.ok(at.top < 154, "by the first words alone it would hide the second");
  assert.ok(about && placeCard(box(20, 90, 660, 700), about, CARD, { width: 700, height: 800 }).top >= 154);
});

test("about no words of the text, it is about the composer", () => {
  assert.equal(boxOfWords([]), null);
});
