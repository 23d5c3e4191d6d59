/**
 * The place is taken out of a picture's file where the file still waits in a form to be sent; a site that has taken it
 * already has it. browser-only: held by the journeys; what is done to the bytes is strip.js.
 */

import { withoutPlace } from "./strip.js";

/**
 * @typedef {import("./composers.js").Composer} Composer
 * @typedef {import("./composers.js").Picture} Picture
 * @typedef {import("../shared/protocol.js").Review} Review
 */

const KNOWN = /^image\/(?:jpeg|png|webp|heic|heif)$/;

/** A field that belongs to a form and has a name is sent with it: until then its files may be others. @param {HTMLInputElement} input */
export function keepsFiles(input) {
  return input.form !== null && input.name !== "";
}

/** @param {Picture} picture @returns {HTMLInputElement | null} the field in which it still waits */
function fieldOf({ input, file }) {
  const field = input?.deref();
  return field?.isConnected && [...(field.files ?? [])].some((one) => isSame(one, file)) ? field : null;
}

/** @param {File} one @param {File} other */
function isSame(one, other) {
  return one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;
}

/** @param {Picture} picture */
function couldStrip(picture) {
  return picture.facts.place === true && KNOWN.test(picture.file.type) && fieldOf(picture) !== null;
}

/**
 * A fix that nothing could come of is not offered: the hint alone stays.
 * @param {Composer} composer
 * @param {Review} review
 * @returns {Review}
 */
export function withoutVain(composer, review) {
  const isVain = !composer.pictures.some(couldStrip);
  const findings = review.findings.map(({ fix, ...finding }) =>
    fix && !(isVain && fix.kind === "strip") ? { ...finding, fix } : finding,
  );
  return { ...review, findings };
}

/**
 * Put files without a place where those with one stand, and tell the page as if they had been chosen.
 * @param {Composer} composer
 * @returns {Promise<boolean>} whether each could be mended
 */
export async function stripPlaces(composer) {
  const all = composer.pictures.filter(couldStrip);
  const done = [];
  for (const picture of all) {
    done.push(await strip(picture));
  }
  return all.length > 0 && done.every(Boolean);
}

/** @param {Picture} picture */
async function strip(picture) {
  const { file } = picture;
  // In Firefox the bytes of a page's file are the page's own, and no copy can be made of them otherwise.
  const bytes = withoutPlace(new Uint8Array(structuredClone(await file.arrayBuffer())));
  const field = fieldOf(picture);
  if (!bytes || !field) {
    return false;
  }
  const { name, type, lastModified } = file;
  const files = new DataTransfer();
  for (const one of field.files ?? []) {
    files.items.add(isSame(one, file) ? new File([bytes], name, { type, lastModified }) : one);
  }
  field.files = files.files;
  for (const kind of ["input", "change"]) {
    field.dispatchEvent(new Event(kind, { bubbles: true, composed: true }));
  }
  return true;
}
