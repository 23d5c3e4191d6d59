import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, askCheck, isAlive, onQuestion, rootOf } from "../../../extension/src/content/ask.js";
import { ANSWER_MS } from "../../../extension/src/shared/protocol.js";
import { frozenPage, one } from "../frozen_page.js";

/** @param {(message: any) => Promise<any>} sendMessage */
function background(sendMessage) {
  /** @type {Set<any>} */
  const listeners = new Set();
  const onMessage = {
    addListener: (/** @type {any} */ listener) => listeners.add(listener),
    removeListener: (/** @type {any} */ listener) => listeners.delete(listener),
  };
  globalThis.browser = /** @type {any} */ ({ runtime: { id: "x", sendMessage, onMessage } });
  return listeners;
}

const DRAFT = { text: "Hello" };

test("a question is answered", async () => {
  background(async (message) => ({ heard: message.kind }));
  assert.deepEqual(await ask({ kind: "recall", key: "k" }), { heard: "recall" });
});

test("nobody there is null, and never an error", async () => {
  background(() => Promise.reject(new Error("Could not establish connection")));
  assert.equal(await ask({ kind: "recall", key: "k" }), null);
  assert.deepEqual(await askCheck(DRAFT, 1), { ok: false, reason: "problem" });
});

test("a script whose extension is gone asks nobody", async () => {
  let asked = 0;
  background(async () => {
    asked += 1;
  });
  globalThis.browser.runtime = /** @type {any} */ ({ ...browser.runtime, id: undefined });
  assert.equal(isAlive(), false);
  assert.equal(await ask({ kind: "recall", key: "k" }), null);
  globalThis.browser = /** @type {any} */ ({
    get runtime() {
      throw new Error("Extension context invalidated.");
    },
  });
  assert.equal(isAlive(), false);
  assert.equal(asked, 0);
});

test("an answer that does not come in time is not checked", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  background(() => new Promise(() => {}));
  const answer = askCheck(DRAFT, 1);
  context.mock.timers.tick(ANSWER_MS);
  assert.deepEqual(await answer, { ok: false, reason: "timeout" });
});

test("what the popup asks is answered, what is not ours is left, and the end is the end", () => {
  const listeners = background(async () => null);
  const life = new AbortController();
  onQuestion((message) => (message.kind === "front" ? { yes: true } : undefined), life.signal);
  const replies = /** @type {any[]} */ ([]);
  for (const listener of listeners) {
    listener({ kind: "front" }, {}, (/** @type {any} */ said) => replies.push(said));
    listener({ kind: "other" }, {}, (/** @type {any} */ said) => replies.push(said));
  }
  assert.deepEqual(replies, [{ yes: true }]);
  life.abort();
  assert.equal(listeners.size, 0);
});

test("an answer may come later", async () => {
  const listeners = background(async () => null);
  onQuestion(() => Promise.resolve({ late: true }), new AbortController().signal);
  const [listener] = listeners;
  const reply = await new Promise((resolve) => assert.equal(listener({ kind: "front" }, {}, resolve), true));
  assert.deepEqual(reply, { late: true });
});

test("a closed shadow root is asked of the browser, in either browser's way", () => {
  const page = frozenPage("<p></p>");
  const closed = /** @type {any} */ ({});
  globalThis.browser = /** @type {any} */ ({ dom: { openOrClosedShadowRoot: () => closed } });
  assert.equal(rootOf(one(page, "p")), closed);
  const firefox = Object.assign(one(page, "p"), { openOrClosedShadowRoot: null });
  assert.equal(rootOf(firefox), null);
});
