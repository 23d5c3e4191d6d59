import assert from "node:assert/strict";
import { test } from "node:test";
import { STYLE } from "../../../extension/src/content/style.js";

/** The colours of a scheme, by name. @param {number} at 0 on a light ground, 1 on a dark one @returns {Record<string, string>} */
function tokens(at) {
  const pairs = STYLE.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g);
  return Object.fromEntries([...pairs].map(([, name, ...both]) => [name, both[at]]));
}

/** @param {string} colour @returns {number} relative luminance, as WCAG 2 defines it */
function luminance(colour) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {string} one @param {string} other */
function contrast(one, other) {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const light = tokens(0);
const dark = tokens(1);
const PAIRS = [
  ["ink", "paper"],
  ["ink-2", "paper"],
  ["ink-2", "paper-2"],
  ["warning", "paper"],
  ["warning", "warning-wash"],
  ["suggestion", "paper"],
  ["suggestion", "suggestion-wash"],
  ["note", "paper"],
  ["note", "note-wash"],
  ["ink", "warning-wash"],
  ["ink-2", "warning-wash"],
  ["ok", "paper"],
];

for (const [scheme, colours] of Object.entries({ light, dark })) {
  test(`every word can be read on its ground, ${scheme}`, () => {
    assert.notEqual(light.paper, dark.paper);
    for (const [letters = "", ground = ""] of PAIRS) {
      const ratio = contrast(colours[letters] ?? "", colours[ground] ?? "");
      assert.ok(ratio >= 4.5, `${letters} on ${ground}: ${ratio.toFixed(2)}`);
    }
  });
}

test("the style rests where the reader wants rest, and holds its lines in forced colours", () => {
  assert.match(STYLE, /prefers-reduced-motion: reduce\) \{[^}]*animation: none/);
  assert.match(STYLE, /forced-colors: active/);
});
