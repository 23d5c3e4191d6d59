/** Talks to the helper on this machine: seals a request, posts it, opens the answer. Never throws; keeps nothing. */

import { ANSWER_MS, PORT } from "../shared/protocol.js";
import { encode, openAnswer, sealRequest } from "./seal.js";

/**
 * @typedef {import("./seal.js").Keys} Keys
 * @typedef {import("../shared/protocol.js").Reason} Reason
 * @typedef {{ok: false, reason: Reason}} Failure
 * @typedef {{ok: true} & Record<string, any>} Answer
 */

const PLACE = `http://127.0.0.1:${PORT}`;
const MEDIA_MS = 10_000;

/** A person who pairs waits for it, and a helper that has only just been started takes its time. */
const HELLO_MS = 6000;

/** Why a helper that understood us did not do it -> what we call it. */
const REASONS = /** @type {Record<string, Reason>} */ ({
  busy: "busy",
  "too-long": "too-long",
  "no-policy": "no-policy",
});

/** @param {Reason} reason @returns {Failure} */
export function failed(reason) {
  return { ok: false, reason };
}

/**
 * Ask the helper something.
 * @param {Keys | null} keys null: not paired
 * @param {"/v1/hello" | "/v1/check" | "/v1/policy" | "/v1/health"} path
 * @param {unknown} question becomes JSON
 * @param {AbortSignal} [stop] a newer question makes this one pointless
 * @returns {Promise<Answer | Failure>}
 */
export async function askHelper(keys, path, question, stop) {
  const patience = path === "/v1/hello" ? HELLO_MS : ANSWER_MS;
  return await send(keys, path, encode(JSON.stringify(question)), patience, stop);
}

/**
 * Ask the helper about a picture.
 * @param {Keys | null} keys
 * @param {Blob & {name?: string}} file
 * @returns {Promise<Answer | Failure>}
 */
export async function askMedia(keys, file) {
  const header = encode(JSON.stringify({ name: file.name ?? null, type: file.type }));
  const plain = new Uint8Array(4 + header.length + file.size);
  new DataView(plain.buffer).setUint32(0, header.length);
  plain.set(header, 4);
  plain.set(new Uint8Array(await file.arrayBuffer()), 4 + header.length);
  return await send(keys, "/v1/media", plain, MEDIA_MS);
}

/**
 * @param {Keys | null} keys
 * @param {string} path
 * @param {Uint8Array<ArrayBuffer>} plain
 * @param {number} patience milliseconds
 * @param {AbortSignal} [stop]
 * @returns {Promise<Answer | Failure>}
 */
async function send(keys, path, plain, patience, stop) {
  if (!keys) {
    return failed("not-paired");
  }
  const late = AbortSignal.timeout(patience);
  const sealed = await sealRequest(keys, path, PORT, plain);
  try {
    const answer = await fetch(PLACE + path, {
      method: "POST",
      body: sealed.body,
      headers: { "Content-Type": "application/postil-sealed" },
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal: stop ? AbortSignal.any([stop, late]) : late,
    });
    if (answer.status !== 200) {
      return failed(answer.status === 403 ? "refused" : "problem");
    }
    const opened = await openAnswer(keys, path, PORT, sealed, new Uint8Array(await answer.arrayBuffer()));
    return opened ? read(opened) : failed("refused"); // somebody else listens there, or the key is another
  } catch {
    return failed(late.aborted || stop?.aborted ? "timeout" : "helper-away");
  }
}

/** @param {Uint8Array} plain @returns {Answer | Failure} */
function read(plain) {
  const said = JSON.parse(new TextDecoder().decode(plain));
  return said?.ok === true ? said : failed(REASONS[said?.reason] ?? "problem");
}
