/**
 * Takes the place out of a picture's file and leaves everything else as it is: the camera's coordinates in EXIF, and
 * those in XMP. Pure; bytes in, bytes out.
 */

const GPS_POINTER = 0x8825;
const ENTRY = 12;
/** Bytes of one value, by EXIF's type number. */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
const PNG = [0x89, 0x50, 0x4e, 0x47];
const PNG_HEAD = 8;
const PNG_FRAME = 12;

/** Chunks of a PNG that may say where it was made, and how their text begins. */
const PNG_CHUNKS = /^(?:eXIf|[itz][TX]Xt(?:XML:com\.adobe\.xmp|Raw profile type (?:exif|APP1|xmp))\0)/;
const XMP_PLACE = /exif:GPS\w+\s*=\s*(?:"[^"]*"|'[^']*')|<exif:GPS\w+>[^<]*<\/exif:GPS\w+>/g;

/**
 * @param {Uint8Array<ArrayBuffer>} picture
 * @returns {Uint8Array<ArrayBuffer> | null} null: nothing was found in it that could be taken out
 */
export function withoutPlace(picture) {
  try {
    return PNG.every((byte, at) => picture[at] === byte) ? fromPng(picture) : inPlace(picture);
  } catch {
    return null; // a file that is cut short or made to trouble a reader
  }
}

/** JPEG, WebP, HEIC: overwritten where it stands, so that no length of the container changes. @param {Uint8Array<ArrayBuffer>} picture */
function inPlace(picture) {
  const copy = picture.slice();
  const text = new TextDecoder("latin1").decode(copy);
  let found = 0;
  for (const { index, 0: head } of text.matchAll(
    /Exif\0\0(?=II\*\0|MM\0\*)|EXIF[\s\S]{4}(?=II\*\0|MM\0\*)/g,
  )) {
    found += clearGps(new DataView(copy.buffer, index + head.length));
  }
  for (const { index, 0: words } of text.matchAll(XMP_PLACE)) {
    copy.fill(0x20, index, index + words.length);
    found += 1;
  }
  return found > 0 ? copy : null;
}

/** @param {DataView} tiff @returns {number} how many coordinates and the like were cleared */
function clearGps(tiff) {
  const little = tiff.getUint8(0) === 0x49;
  const first = tiff.getUint32(4, little);
  let cleared = 0;
  for (let entry = 0; entry < tiff.getUint16(first, little); entry += 1) {
    const at = first + 2 + entry * ENTRY;
    if (tiff.getUint16(at, little) === GPS_POINTER) {
      cleared += clearDirectory(tiff, tiff.getUint32(at + 8, little), little);
    }
  }
  return cleared;
}

/** @param {DataView} tiff @param {number} start @param {boolean} little */
function clearDirectory(tiff, start, little) {
  const entries = tiff.getUint16(start, little);
  const last = start + 2 + entries * ENTRY;
  for (let at = start + 2; at < last; at += ENTRY) {
    const length = (SIZES[tiff.getUint16(at + 2, little)] ?? 0) * tiff.getUint32(at + 4, little);
    if (length > 4) {
      zero(tiff, tiff.getUint32(at + 8, little), length);
    }
  }
  zero(tiff, start, last - start);
  return entries;
}

/** @param {DataView} view @param {number} at @param {number} length */
function zero(view, at, length) {
  new Uint8Array(view.buffer, view.byteOffset + at, length).fill(0);
}

/** Chunks that may hold it are left out whole: each carries a checksum of its own. @param {Uint8Array<ArrayBuffer>} picture */
function fromPng(picture) {
  const view = new DataView(picture.buffer, picture.byteOffset, picture.byteLength);
  const kept = [picture.subarray(0, PNG_HEAD)];
  for (let at = PNG_HEAD; at < picture.length; ) {
    const end = at + PNG_FRAME + view.getUint32(at);
    const head = new TextDecoder("latin1").decode(picture.subarray(at + 4, Math.min(end, at + 48)));
    if (!PNG_CHUNKS.test(head)) {
      kept.push(picture.subarray(at, end));
    }
    at = end;
  }
  const length = kept.reduce((sum, part) => sum + part.length, 0);
  if (length === picture.length) {
    return null;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of kept) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
