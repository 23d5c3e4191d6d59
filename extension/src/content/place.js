/** Where a note stands beside a composer. Pure; CSS pixels of the viewport. */

/**
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box
 * @typedef {{width: number, height: number}} Size
 */

/** Between a note and the composer, and between a note and the window's edge. */
const GAP = 8;

/** The chip's width: a card beside it leaves it in sight where there is room for both. */
const CHIP = 34;

/** How far below the first marked words others are still kept in sight with them. */
const TOGETHER = 120;

/**
 * What a card is about, when it is about these words: it begins at the first, and goes down to the last that is near.
 * @param {readonly Box[]} words in the order of the text
 * @returns {Box | null} null: there are none
 */
export function boxOfWords(words) {
  const [first] = words;
  if (!first) {
    return null;
  }
  const near = words.filter(({ bottom }) => bottom - first.top <= TOGETHER);
  const { left, top, right } = first;
  return { left, top, right, bottom: Math.max(first.bottom, ...near.map(({ bottom }) => bottom)) };
}

/** @param {number} at @param {number} length @param {number} room @returns {number} moved into the window */
function into(at, length, room) {
  return Math.round(Math.max(GAP, Math.min(at, room - length - GAP)));
}

/**
 * A card stands in the margin if there is one; else under what it is about, else above it, else at the window's foot.
 * @param {Box} composer
 * @param {Box} about the marked words, or the composer itself
 * @param {Size} card
 * @param {Size} view
 * @returns {{left: number, top: number}}
 */
export function placeCard(composer, about, card, view) {
  const margin = view.width - composer.right - card.width - 2 * GAP;
  if (margin >= 0) {
    const left = Math.round(composer.right + GAP + Math.min(CHIP, margin));
    return { left, top: into(about.top - GAP, card.height, view.height) };
  }
  const left = into(about.left, card.width, view.width);
  if (view.height - about.bottom >= card.height + 2 * GAP) {
    return { left, top: Math.round(about.bottom + GAP) };
  }
  if (about.top >= card.height + 2 * GAP) {
    return { left, top: Math.round(about.top - card.height - GAP) };
  }
  return { left, top: into(view.height, card.height, view.height) };
}

/**
 * The chip stands in the margin beside the first line; without a margin, on the composer's upper corner.
 * @param {Box} composer
 * @param {Size} chip
 * @param {Size} view
 * @returns {{left: number, top: number} | null} null: the composer is not in sight
 */
export function placeChip(composer, chip, view) {
  const inSight =
    composer.bottom > 0 && composer.top < view.height && composer.right > 0 && composer.left < view.width;
  if (!inSight) {
    return null;
  }
  const top = into(composer.top - 4, chip.height, view.height);
  const hasMargin = view.width - composer.right >= chip.width + GAP;
  return hasMargin
    ? { left: Math.round(composer.right + 2), top }
    : {
        left: into(composer.right - chip.width, chip.width, view.width),
        top: into(composer.top - chip.height + 6, chip.height, view.height),
      };
}
