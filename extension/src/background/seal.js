/**
 * The seal on everything that goes to the helper and comes back: AES-256-GCM under keys that HKDF-SHA256 derives
 * from the pairing secret. Pure: it knows no browser but WebCrypto. The Python half is `helper/postil/server/seal.py`;
 * both are held together by `tests/wire/seal.json`.
 */

const VERSION = 1;
const KID = 8;
const NONCE = 12;
const HEAD = 1 + KID + 8 + NONCE;

/**
 * @typedef {object} Keys
 * @property {Uint8Array<ArrayBuffer>} kid 8 bytes that name the pairing
 * @property {CryptoKey} request not extractable
 * @property {CryptoKey} answer not extractable
 *
 * @typedef {object} Sealed
 * @property {Uint8Array<ArrayBuffer>} body what is posted
 * @property {Uint8Array<ArrayBuffer>} nonce the answer is bound to it
 * @property {number} time milliseconds since the epoch
 */

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} UTF-8 */
export function encode(text) {
  return new Uint8Array(new TextEncoder().encode(text));
}

/** @param {Uint8Array} bytes @returns {string} lower case */
export function hex(bytes) {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Derive a pairing's keys from its secret. The secret itself is kept nowhere.
 * @param {Uint8Array<ArrayBuffer>} secret 32 bytes
 * @returns {Promise<Keys>}
 */
export async function deriveKeys(secret) {
  const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits", "deriveKey"]);
  const kid = new Uint8Array(
    await crypto.subtle.deriveBits(hkdf(new Uint8Array(0), "postil/1 key id"), base, KID * 8),
  );
  /** @param {string} info @param {KeyUsage} usage */
  const key = (info, usage) =>
    crypto.subtle.deriveKey(hkdf(kid, info), base, { name: "AES-GCM", length: 256 }, false, [usage]);
  const [request, answer] = await Promise.all([
    key("postil/1 request", "encrypt"),
    key("postil/1 answer", "decrypt"),
  ]);
  return { kid, request, answer };
}

/** @param {Uint8Array<ArrayBuffer>} salt @param {string} info @returns {HkdfParams} */
function hkdf(salt, info) {
  return { name: "HKDF", hash: "SHA-256", salt, info: encode(info) };
}

/**
 * Seal one request.
 * @param {Keys} keys
 * @param {string} path such as "/v1/check"
 * @param {number} port
 * @param {Uint8Array<ArrayBuffer>} plain
 * @param {{time?: number, nonce?: Uint8Array<ArrayBuffer>}} [fixed] for the test vectors alone
 * @returns {Promise<Sealed>}
 */
export async function sealRequest(keys, path, port, plain, fixed = {}) {
  const time = fixed.time ?? Date.now();
  const nonce = fixed.nonce ?? crypto.getRandomValues(new Uint8Array(NONCE));
  const bound = encode(`postil/1\nrequest\nPOST\n${path}\n${port}\n${hex(keys.kid)}\n${time}`);
  const cipher = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv: nonce, additionalData: bound },
    keys.request,
    plain,
  );
  const body = new Uint8Array(HEAD + cipher.byteLength);
  body[0] = VERSION;
  body.set(keys.kid, 1);
  new DataView(body.buffer).setBigUint64(1 + KID, BigInt(time));
  body.set(nonce, 1 + KID + 8);
  body.set(new Uint8Array(cipher), HEAD);
  return { body, nonce, time };
}

/**
 * Open the answer to one request.
 * @param {Keys} keys
 * @param {string} path
 * @param {number} port
 * @param {Sealed} sealed the request that it answers
 * @param {Uint8Array<ArrayBuffer>} body
 * @returns {Promise<Uint8Array<ArrayBuffer> | null>} null if it is not this helper's answer to this request
 */
export async function openAnswer(keys, path, port, sealed, body) {
  if (body[0] !== VERSION || body.length <= 1 + NONCE) {
    return null;
  }
  const bound = encode(
    `postil/1\nanswer\nPOST\n${path}\n${port}\n${hex(keys.kid)}\n${hex(sealed.nonce)}\n${sealed.time}`,
  );
  const how = { name: "AES-GCM", iv: body.subarray(1, 1 + NONCE), additionalData: bound };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(how, keys.answer, body.subarray(1 + NONCE)));
  } catch {
    return null; // WebCrypto says no more than that, and rightly so
  }
}
