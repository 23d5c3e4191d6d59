import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { createClauses, namesOf, sectionOf } from "../../../extension/src/content/clauses.js";

const POLICY = {
  institution: "UMC Utrecht",
  documents: [{ id: "umc-utrecht", title: "Guidelines for social media" }],
  clauses: [
    { id: "umc-utrecht/3-medical-secrecy", document: "umc-utrecht", section: "3" },
    { id: "other/2a-tone", document: "other", section: "2a" },
  ],
};
/** @type {any} */
let answer;
let asked = 0;

beforeEach(() => {
  asked = 0;
  answer = { ok: true, policy: POLICY };
  globalThis.browser = /** @type {any} */ ({
    runtime: {
      id: "x",
      sendMessage: async () => {
        asked += 1;
        return answer;
      },
    },
  });
});

test("a clause is called by institution, document and section", () => {
  assert.deepEqual(namesOf(POLICY), [
    ["umc-utrecht/3-medical-secrecy", "UMC Utrecht, Guidelines for social media, 3"],
    ["other/2a-tone", "UMC Utrecht, 2a"],
  ]);
});

test("a section is read off a clause's id", () => {
  assert.equal(sectionOf("leeds/6-abuse"), "6");
  assert.equal(sectionOf("leeds/4.2-images"), "4.2");
  assert.equal(sectionOf("leeds/abuse"), "");
});

test("names are asked for once, and until they come the section stands", async () => {
  const clauses = createClauses(() => /** @type {any} */ ({ institution: "UMC Utrecht", language: "en" }));
  assert.equal(clauses.name("umc-utrecht/3-medical-secrecy"), "UMC Utrecht, 3");
  await clauses.learn("umc-utrecht");
  await clauses.learn("umc-utrecht");
  assert.equal(asked, 1);
  assert.equal(clauses.name("umc-utrecht/3-medical-secrecy"), "UMC Utrecht, Guidelines for social media, 3");
});

test("without an answer the section goes on standing", async () => {
  answer = { ok: false, reason: "helper-away" };
  const clauses = createClauses(() => /** @type {any} */ ({ institution: "Leeds", language: "en" }));
  await clauses.learn("leeds");
  assert.equal(clauses.name("leeds/6-abuse"), "Leeds, 6");
});
