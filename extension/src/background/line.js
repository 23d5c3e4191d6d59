/**
 * The pairing line that `postil pair` prints: `POSTIL1.<port>.<52 base32>.<4 base32>`. The last part catches slips of
 * typing and nothing else.
 */

import { encode } from "./seal.js";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const FORM = /^POSTIL1\.(\d{1,5})\.([A-Z2-7]{52})\.([A-Z2-7]{4})$/;

/** @typedef {"line-form" | "line-slip" | "line-port"} LineProblem a word in `_locales`: `pair_<problem>` */

/**
 * Read a pairing line as a person pastes it: white space and lower case are forgiven.
 * @param {string} pasted
 * @param {number} port the one that this extension may speak to
 * @returns {Promise<{secret: Uint8Array<ArrayBuffer>} | {problem: LineProblem}>}
 */
export async function readLine(pasted, port) {
  const line = pasted.replace(/\s+/g, "").toUpperCase();
  const parts = FORM.exec(line);
  if (!parts) {
    return { problem: "line-form" };
  }
  const [, named, secret = "", check] = parts;
  if (check !== (await checksum(line.slice(0, line.lastIndexOf("."))))) {
    return { problem: "line-slip" };
  }
  if (Number(named) !== port) {
    return { problem: "line-port" };
  }
  return { secret: decode(secret) };
}

/** @param {string} text ASCII @returns {Promise<string>} the first 20 bits of its SHA-256, as base32 */
async function checksum(text) {
  const digest = new DataView(await crypto.subtle.digest("SHA-256", encode(text)));
  const bits = digest.getUint32(0) >>> 12;
  return [15, 10, 5, 0].map((shift) => ALPHABET[(bits >>> shift) & 31]).join("");
}

/** @param {string} text base32 without padding @returns {Uint8Array<ArrayBuffer>} */
function decode(text) {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const letter of text) {
    held = ((held << 5) | ALPHABET.indexOf(letter)) & 0xffff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (held >>> bits) & 0xff;
      at += 1;
    }
  }
  return bytes;
}
