import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { readLine } from "../../../extension/src/background/line.js";
import { hex } from "../../../extension/src/background/seal.js";

const vectors = JSON.parse(readFileSync(new URL("../../wire/seal.json", import.meta.url), "utf8"));
const LINE = vectors.cases[0].line;

test("the vectors' lines hold the vectors' secrets", async () => {
  for (const one of vectors.cases) {
    assert.equal(hex((await readLine(one.line, one.port)).secret), one.secret);
  }
});

test("what pasting does to a line is forgiven", async () => {
  const [first, second] = [LINE.slice(0, 30), LINE.slice(30)];
  const read = await readLine(`  ${first}\n ${second.toLowerCase()} \n`, 28417);
  assert.equal(hex(read.secret), vectors.cases[0].secret);
});

test("a slip is found in every letter of the secret", async () => {
  for (let at = "POSTIL1.28417.".length; at < LINE.lastIndexOf("."); at++) {
    const slip = LINE[at] === "A" ? "B" : "A";
    assert.deepEqual(await readLine(LINE.slice(0, at) + slip + LINE.slice(at + 1), 28417), {
      problem: "line-slip",
    });
  }
});

test("another port is named as such", async () => {
  assert.deepEqual(await readLine(LINE, 28418), { problem: "line-port" });
});

test("anything else is no pairing line", async () => {
  for (const text of [
    "",
    "hello",
    LINE.slice(0, -1),
    `${LINE}A`,
    LINE.replace("POSTIL1", "POSTIL2"),
    LINE.replace(".", "-"),
  ]) {
    assert.deepEqual(await readLine(text, 28417), { problem: "line-form" }, text);
  }
});
