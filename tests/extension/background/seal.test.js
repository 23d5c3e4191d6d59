import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { deriveKeys, encode, hex, openAnswer, sealRequest } from "../../../extension/src/background/seal.js";

const vectors = JSON.parse(readFileSync(new URL("../../wire/seal.json", import.meta.url), "utf8"));
const bytes = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

for (const one of vectors.cases) {
  test(`${one.name}: keys, request and answer are those of the vectors`, async () => {
    const keys = await deriveKeys(bytes(one.secret));
    assert.equal(hex(keys.kid), one.kid);
    const sealed = await sealRequest(keys, one.path, one.port, bytes(one.request.plaintext), {
      time: one.time_ms,
      nonce: bytes(one.request.nonce),
    });
    assert.equal(hex(sealed.body), one.request.body);
    const opened = await openAnswer(keys, one.path, one.port, sealed, bytes(one.answer.body));
    assert.equal(hex(opened), one.answer.plaintext);
  });
}

test("keys cannot be taken out", async () => {
  const keys = await deriveKeys(bytes(vectors.cases[0].secret));
  assert.equal(keys.request.extractable, false);
  await assert.rejects(crypto.subtle.exportKey("raw", keys.answer));
});

test("every answer but the right one is refused", async () => {
  const one = vectors.cases[0];
  const keys = await deriveKeys(bytes(one.secret));
  const sealed = { body: new Uint8Array(), nonce: bytes(one.request.nonce), time: one.time_ms };
  const answer = bytes(one.answer.body);
  const open = (path, port, request, body) => openAnswer(keys, path, port, request, body);
  assert.equal(await open("/v1/policy", one.port, sealed, answer), null);
  assert.equal(await open(one.path, one.port + 1, sealed, answer), null);
  assert.equal(await open(one.path, one.port, { ...sealed, time: sealed.time + 1 }, answer), null);
  assert.equal(await open(one.path, one.port, { ...sealed, nonce: answer.slice(1, 13) }, answer), null);
  assert.equal(await open(one.path, one.port, sealed, new Uint8Array()), null);
  assert.equal(await open(one.path, one.port, sealed, answer.slice(0, 13)), null);
  for (const at of [0, 1, 13, answer.length - 1]) {
    const spoilt = answer.slice();
    spoilt[at] ^= 1;
    assert.equal(await open(one.path, one.port, sealed, spoilt), null, `byte ${at}`);
  }
});

test("two requests never share a nonce", async () => {
  const keys = await deriveKeys(bytes(vectors.cases[0].secret));
  const seen = new Set();
  for (let i = 0; i < 50; i++) {
    seen.add(hex((await sealRequest(keys, "/v1/check", 28417, encode("{}"))).nonce));
  }
  assert.equal(seen.size, 50);
});
