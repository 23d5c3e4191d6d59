import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { createPage } from "../../../extension/src/content/page.js";
import { frozenPage, one } from "../frozen_page.js";

/** @type {any[]} */
let asked = [];
/** @type {any} */
let answer = null;
/** @type {string | null} */
let handle = null;

/** @returns {any} */
function composer() {
  const page = frozenPage("<textarea></textarea>", "https://x.com/");
  return { element: one(page, "textarea"), site: { id: "x", account: () => ({ handle, name: null }) } };
}

beforeEach(() => {
  asked = [];
  handle = "annemiek";
  answer = { on: true, muted: ["emoji"], language: "nl", words: { card_position: "$1 van $2" } };
  globalThis.browser = /** @type {any} */ ({
    runtime: {
      id: "x",
      sendMessage: async (/** @type {any} */ message) => {
        asked.push(message);
        return answer;
      },
    },
  });
});

test("the background is asked once for an account", async () => {
  const page = createPage();
  assert.equal(page.known(), null);
  await Promise.all([page.about(composer()), page.about(composer())]);
  assert.deepEqual(asked, [{ kind: "page", host: "x.com", site: "x", handle: "annemiek" }]);
  assert.equal(page.known()?.language, "nl");
});

test("another account, or other settings, are asked about anew", async () => {
  const page = createPage();
  await page.about(composer());
  handle = "umcutrecht";
  await page.about(composer());
  page.forget();
  await page.about(composer());
  assert.deepEqual(
    asked.map((question) => question.handle),
    ["annemiek", "umcutrecht", "umcutrecht"],
  );
});

test("no answer is asked for again", async () => {
  const page = createPage();
  answer = null;
  assert.equal(await page.about(composer()), null);
  answer = { on: true, muted: [], language: "en", words: {} };
  assert.equal((await page.about(composer()))?.on, true);
});

test("an answer that was missed once is asked for again, though others came before", async () => {
  const page = createPage();
  await page.about(composer());
  page.forget();
  answer = null;
  assert.equal((await page.about(composer()))?.language, "nl");
  answer = { on: true, muted: [], language: "en", words: {} };
  assert.equal((await page.about(composer()))?.language, "en");
});

test("what stands on a page that is switched off keeps its words", async () => {
  const page = createPage();
  await page.about(composer());
  page.forget();
  answer = { on: false, muted: [], language: "nl", words: {} };
  assert.equal((await page.about(composer()))?.on, false);
  assert.equal(page.say("card_position", 1, 2), "1 van 2");
});

test("words are in the person's language, with their parts in place", async () => {
  const page = createPage();
  assert.equal(page.say("card_position", 1, 2), "card_position");
  await page.about(composer());
  assert.equal(page.say("card_position", 1, 2), "1 van 2");
});

test("a topic is muted at once", async () => {
  const page = createPage();
  page.mute("nothing");
  await page.about(composer());
  page.mute("patient-privacy");
  assert.deepEqual(page.known()?.muted, ["emoji", "patient-privacy"]);
});

test("a bio that the page itself shows is used from then on", async () => {
  const page = createPage();
  await page.about(composer());
  page.learn("Nurse. Views my own.");
  assert.equal((await page.about(composer()))?.bio, "Nurse. Views my own.");
  assert.equal(asked.length, 1);
});
