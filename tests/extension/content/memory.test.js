import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { createMemory } from "../../../extension/src/content/memory.js";

const WORDS = JSON.stringify(["patient-privacy", "warning", "patient"]);
const WHOLE = JSON.stringify(["disclaimer", "suggestion"]);
/** @type {Map<string, any>} */
let kept = new Map();

/** @returns {any} */
function composer() {
  return {
    dismissed: new Set(),
    acknowledged: null,
    held_until: 0,
    held: { text: "My patient" },
    life: new AbortController(),
  };
}

beforeEach(() => {
  kept = new Map();
  globalThis.browser = /** @type {any} */ ({
    runtime: {
      id: "x",
      sendMessage: async (/** @type {any} */ { kind, key, value }) =>
        kind === "remember" ? void kept.set(key, value) : (kept.get(key) ?? null),
    },
  });
});

const none = () => {};

test("what was put aside comes back with a composer that is mounted anew", async () => {
  const memory = createMemory(new AbortController().signal, none);
  memory.dismiss(composer(), [WORDS]);
  const next = composer();
  await createMemory(new AbortController().signal, none).refresh(next, () => "");
  assert.deepEqual([...next.dismissed], [WORDS]);
});

test("a note about no words in particular is put aside for this draft alone", async () => {
  const memory = createMemory(new AbortController().signal, none);
  const it = composer();
  memory.dismiss(it, [WHOLE, WORDS]);
  assert.ok(it.dismissed.has(WHOLE));
  memory.begin(it);
  assert.deepEqual([...it.dismissed], [WORDS]);
  assert.deepEqual(kept.get("dismissed"), [WORDS]);
});

test("a new draft is not acknowledged and not on hold", () => {
  const it = { ...composer(), acknowledged: { text: "x", keys: [] }, held_until: 5 };
  createMemory(new AbortController().signal, none).begin(it);
  assert.equal(it.acknowledged, null);
  assert.equal(it.held_until, 0);
});

test("a hold ends by itself, and its text is in the session's memory no longer than that", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const it = composer();
  let over = 0;
  const memory = createMemory(new AbortController().signal, () => {
    over += 1;
  });
  memory.hold(it, Date.now() + 1000);
  assert.equal(kept.get("hold").text, "My patient");
  context.mock.timers.tick(999);
  assert.equal(over, 0);
  context.mock.timers.tick(1);
  assert.equal(over, 1);
  assert.equal(it.held_until, 0);
  assert.equal(kept.get("hold"), null);
});

test("a hold that ends leaves another draft's be", () => {
  const page = new AbortController();
  const memory = createMemory(page.signal, none);
  const [one, other] = [composer(), { ...composer(), held: { text: "Another" } }];
  memory.hold(one, Date.now() + 60_000);
  memory.hold(other, Date.now() + 70_000);
  memory.release(one);
  assert.equal(kept.get("hold").text, "Another");
  memory.release(other);
  assert.equal(kept.get("hold"), null);
  page.abort();
});

test("a hold is found again by its text, and forgotten with its draft", async () => {
  const until = Date.now() + 60_000;
  const memory = createMemory(new AbortController().signal, none);
  const first = composer();
  memory.hold(first, until);
  first.life.abort();
  const page = new AbortController();
  const again = createMemory(page.signal, none);
  const other = composer();
  await again.refresh(other, () => "Something else");
  assert.equal(other.held_until, 0);
  const same = composer();
  await again.refresh(same, () => "My patient");
  assert.equal(same.held_until, until);
  again.begin(same);
  assert.equal(kept.get("hold"), null);
  page.abort();
});

test("a hold that is found again ends, too, and one that the person ends is over at once", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const ended = /** @type {any[]} */ ([]);
  const memory = createMemory(new AbortController().signal, (one) => ended.push(one));
  const it = composer();
  memory.hold(it, Date.now() + 1000);
  const same = composer();
  await memory.refresh(same, () => "My patient");
  memory.release(it);
  assert.equal(it.held_until, 0);
  assert.equal(kept.get("hold"), null);
  context.mock.timers.tick(1000);
  assert.deepEqual(ended, [same], "the one that was ended says nothing more");
});

test("a composer that is gone has no hold to end", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const it = composer();
  let over = 0;
  const memory = createMemory(new AbortController().signal, () => {
    over += 1;
  });
  memory.hold(it, Date.now() + 1000);
  it.life.abort();
  context.mock.timers.tick(5000);
  assert.equal(over, 0);
});
