import assert from "node:assert/strict";
import { test } from "node:test";

import { askHelper, askMedia } from "../../../extension/src/background/helper.js";
import { deriveKeys } from "../../../extension/src/background/seal.js";
import { fakeBrowser } from "../fake_browser.js";
import { fakeHelper, SECRET } from "../fake_helper.js";

const keys = await deriveKeys(SECRET);

test("a question goes out sealed, by POST, to the loopback, and its answer comes back", async () => {
  const seen = [];
  const { asked } = fakeBrowser({
    helper: fakeHelper(() => ({ ok: true, review: { findings: [] } }), { seen }),
  });
  const answer = await askHelper(keys, "/v1/check", { text: "a marked word" });
  assert.deepEqual(answer, { ok: true, review: { findings: [] } });
  assert.equal(new TextDecoder().decode(seen[0].plain), '{"text":"a marked word"}');
  const [{ url, options }] = asked.posted;
  assert.equal(url, "http://127.0.0.1:28417/v1/check");
  assert.equal(options.method, "POST");
  assert.equal(options.headers["Content-Type"], "application/postil-sealed");
  assert.equal(options.credentials, "omit");
  assert.ok(
    !Buffer.from(options.body).toString("latin1").includes("marked"),
    "the text is not readable on the wire",
  );
});

test("every way to fail has its reason", async () => {
  const reason = async (helper, given = keys) => {
    fakeBrowser({ helper });
    return (await askHelper(given, "/v1/check", {})).reason;
  };
  assert.equal(await reason(undefined), "helper-away");
  assert.equal(await reason(undefined, null), "not-paired");
  assert.equal(await reason(async () => new Response("", { status: 403 })), "refused");
  assert.equal(await reason(async () => new Response("", { status: 500 })), "problem");
  assert.equal(await reason(async () => new Response("somebody else listens here")), "refused");
  assert.equal(await reason(fakeHelper(() => ({ ok: false, reason: "busy", error: "..." }))), "busy");
  assert.equal(await reason(fakeHelper(() => ({ ok: false, reason: "too-long", error: "..." }))), "too-long");
  assert.equal(
    await reason(fakeHelper(() => ({ ok: false, reason: "no-policy", error: "..." }))),
    "no-policy",
  );
  assert.equal(await reason(fakeHelper(() => ({ ok: false, reason: "bad-draft", error: "..." }))), "problem");
  assert.equal(await reason(fakeHelper(() => null)), "problem");
  assert.equal(await reason(async () => Promise.reject(new DOMException("", "NetworkError"))), "helper-away");
});

test("a newer question ends an older one", async () => {
  const stop = new AbortController();
  fakeBrowser({
    helper: (_url, { signal }) =>
      new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
  });
  const answer = askHelper(keys, "/v1/check", {}, stop.signal);
  setTimeout(() => stop.abort(), 5);
  assert.deepEqual(await answer, { ok: false, reason: "timeout" });
});

test("pairing waits longer than a check: the helper may only just have been started", async (t) => {
  const waits = [];
  const timeout = AbortSignal.timeout;
  t.mock.method(AbortSignal, "timeout", (ms) => {
    waits.push(ms);
    return timeout.call(AbortSignal, ms);
  });
  fakeBrowser({ helper: fakeHelper(() => ({ ok: true })) });
  assert.equal((await askHelper(keys, "/v1/check", {})).ok, true);
  assert.equal((await askHelper(keys, "/v1/hello", {})).ok, true);
  assert.ok(waits[1] > 2 * waits[0], String(waits));
});

test("a picture travels behind a header that says what it is", async () => {
  const seen = [];
  fakeBrowser({ helper: fakeHelper(() => ({ ok: true, kind: "image" }), { seen }) });
  const file = new File([new Uint8Array([1, 2, 3])], "ward.jpg", { type: "image/jpeg" });
  assert.equal((await askMedia(keys, file)).ok, true);
  const { path, plain } = seen[0];
  assert.equal(path, "/v1/media");
  const length = new DataView(plain.buffer).getUint32(0);
  assert.deepEqual(JSON.parse(new TextDecoder().decode(plain.slice(4, 4 + length))), {
    name: "ward.jpg",
    type: "image/jpeg",
  });
  assert.deepEqual([...plain.slice(4 + length)], [1, 2, 3]);
});
