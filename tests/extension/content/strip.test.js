import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutPlace } from "../../../extension/src/content/strip.js";

const ascii = (/** @type {string} */ text) => [...text].map((letter) => letter.charCodeAt(0));
const MAKER = "Camera";
/** Where the latitude's three fractions stand, from the start of the EXIF block. */
const FRACTIONS = 8 + 2 + 2 * 12 + 4 + 8 + 2 + 2 * 12 + 4;

/** An EXIF block: a maker, and a directory of coordinates. @param {boolean} little */
function exif(little) {
  const bytes = new Uint8Array(FRACTIONS + 24);
  const view = new DataView(bytes.buffer);
  bytes.set(ascii(little ? "II" : "MM"));
  view.setUint16(2, 42, little);
  view.setUint32(4, 8, little);
  const entry = (/** @type {number} */ at, /** @type {number[]} */ [tag, type, count, value]) => {
    view.setUint16(at, tag ?? 0, little);
    view.setUint16(at + 2, type ?? 0, little);
    view.setUint32(at + 4, count ?? 0, little);
    view.setUint32(at + 8, value ?? 0, little);
  };
  view.setUint16(8, 2, little);
  entry(10, [0x010f, 2, MAKER.length + 1, 38]);
  entry(22, [0x8825, 4, 1, 46]);
  bytes.set(ascii(MAKER), 38);
  view.setUint16(46, 2, little);
  entry(48, [1, 2, 2, little ? 0x4e : 0x4e000000]);
  entry(60, [2, 5, 3, FRACTIONS]);
  for (let at = 0; at < 6; at += 1) {
    view.setUint32(FRACTIONS + at * 4, at % 2 === 0 ? 52 : 1, little);
  }
  return bytes;
}

/** @param {...(number[] | Uint8Array)} parts */
const joined = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));
const jpeg = (/** @type {boolean} */ little, more = "") =>
  joined([0xff, 0xd8, 0xff, 0xe1, 0, 99], ascii("Exif\0\0"), exif(little), ascii(more), [0xff, 0xd9]);

for (const little of [true, false]) {
  test(`the coordinates go and the rest stays, ${little ? "little" : "big"} end first`, () => {
    const before = jpeg(little);
    const after = withoutPlace(before);
    assert.ok(after);
    assert.equal(after.length, before.length, "no length of the container changes");
    const start = 6 + 6;
    const changed = [...after.keys()].filter((at) => after[at] !== before[at]).map((at) => at - start);
    assert.ok(
      changed.every((at) => at >= 46 && at < FRACTIONS + 24),
      "nothing but the directory of places",
    );
    assert.deepEqual([...after.subarray(start + FRACTIONS, start + FRACTIONS + 24)], new Array(24).fill(0));
    assert.equal(new DataView(after.buffer, start).getUint16(46, little), 0, "it lists nothing any more");
    assert.deepEqual([...before], [...jpeg(little)], "the file that was given is as it was");
  });
}

test("so do those that an editing program wrote", () => {
  const words =
    '<x:xmpmeta a:b="1" exif:GPSLatitude="52,5.1N"><exif:GPSLongitude>5,1E</exif:GPSLongitude></x:xmpmeta>';
  const after = withoutPlace(joined([0xff, 0xd8], ascii(words)));
  assert.ok(after);
  const text = String.fromCharCode(...after.subarray(2));
  assert.equal(text.replace(/\s+/g, " "), '<x:xmpmeta a:b="1" > </x:xmpmeta>');
  assert.equal(text.length, words.length);
});

test("a WebP's block of EXIF is found by its name", () => {
  const after = withoutPlace(joined(ascii("RIFF....WEBPEXIF...."), exif(true)));
  assert.equal(
    after?.slice(-24).every((byte) => byte === 0),
    true,
  );
});

test("a PNG goes without the chunks that may say it", () => {
  const chunk = (/** @type {string} */ type, /** @type {number[]} */ data) =>
    joined([0, 0, 0, data.length], ascii(type), data, [1, 2, 3, 4]);
  const head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  const kept = [chunk("IHDR", [1]), chunk("tEXt", ascii("Title\0A walk")), chunk("IDAT", [7, 7])];
  const places = [chunk("eXIf", [1, 2]), chunk("iTXt", ascii("XML:com.adobe.xmp\0\0\0\0\0<x/>"))];
  const after = withoutPlace(joined(head, kept[0] ?? [], ...places, ...kept.slice(1)));
  assert.deepEqual([...(after ?? [])], [...joined(head, ...kept)]);
});

test("a file without a place, or one that is cut short or lies about itself, is no file to mend", () => {
  assert.equal(withoutPlace(joined([0xff, 0xd8, 0xff, 0xd9])), null);
  assert.equal(withoutPlace(new Uint8Array()), null);
  for (let length = 12; length < 60; length += 1) {
    const cut = withoutPlace(jpeg(true).slice(0, length));
    assert.ok(cut === null || cut.length === length);
  }
  const lies = jpeg(true);
  lies.fill(0xff, 22, 60);
  assert.equal(withoutPlace(lies), null);
});
