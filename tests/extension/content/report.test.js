import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { createReport } from "../../../extension/src/content/report.js";
import { frozenPage, one } from "../frozen_page.js";

/** @type {any[]} */
let sent = [];

beforeEach(() => {
  sent = [];
  globalThis.browser = /** @type {any} */ ({
    runtime: { id: "x", sendMessage: async (/** @type {any} */ message) => void sent.push(message) },
  });
});

const NOTE = { topic: "a", severity: "warning", marks: [] };

/** @param {any} [over] @returns {any} */
function composer(over = {}) {
  const element = one(frozenPage("<textarea>secret words</textarea>"), "textarea");
  const site = { id: "x", account: () => ({ handle: "annemiek", name: null }) };
  return { element, site, fallback: false, reason: null, held: {}, ...over };
}

/** @param {any[]} findings */
function report(findings) {
  const here = () => /** @type {any} */ ({ id: "x", account: () => ({ handle: "annemiek", name: null }) });
  return createReport(() => /** @type {any} */ ({ findings }), here);
}

test("a page reports how it stands, and never a word of the text", () => {
  report([NOTE]).send(composer());
  assert.deepEqual(sent, [
    {
      kind: "report",
      report: {
        state: "checked",
        reason: null,
        site: "x",
        fallback: false,
        handle: "annemiek",
        counts: { warning: 1, suggestion: 0, note: 0 },
      },
    },
  ]);
});

test("the same is not said twice", () => {
  const it = report([]);
  it.send(composer());
  it.send(composer());
  it.send(composer({ reason: "timeout" }));
  assert.deepEqual(
    sent.map((message) => message.report.state),
    ["checked", "not-checked"],
  );
});

test("it is said again where the icon may have been cleared", () => {
  const it = report([]);
  it.send(composer());
  it.forget();
  it.send(composer());
  assert.equal(sent.length, 2);
});

for (const [what, over, state] of /** @type {const} */ ([
  ["switched off", { reason: "off" }, "off"],
  ["not checked", { reason: "helper-away" }, "not-checked"],
  ["nothing written", { held: null }, "idle"],
])) {
  test(`the popup hears: ${what}`, () => {
    assert.equal(/** @type {any} */ (report([]).front(composer(over), true)).report.state, state);
  });
}

test("a page without a composer is idle, and lets its frames speak first", async () => {
  frozenPage("");
  const late = report([]).front(null, true);
  assert.ok(late instanceof Promise);
  const { report: idle } = await late;
  assert.deepEqual([idle.state, idle.site, idle.handle], ["idle", "x", "annemiek"]);
  assert.equal(report([]).front(null, false), undefined);
});

test("a listener hears of more notes once, and of fewer not at all", () => {
  const it = report([]);
  const one = composer();
  const said = /** @type {any[]} */ ([]);
  for (const findings of [[NOTE], [NOTE], [NOTE, NOTE], []]) {
    it.announce(one, /** @type {any} */ ({ findings }), (key, count) => said.push([key, count]));
  }
  assert.deepEqual(said, [
    ["card_announce_one", 1],
    ["card_announce_many", 2],
  ]);
});

test("the popup hears whether only a part was checked", () => {
  const here = () => /** @type {any} */ ({ id: "x", account: () => ({ handle: null, name: null }) });
  for (const partial of [true, false]) {
    const it = createReport(() => /** @type {any} */ ({ findings: [], partial }), here);
    assert.equal(/** @type {any} */ (it.front(composer(), true)).partial, partial);
  }
});
