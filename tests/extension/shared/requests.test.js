import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { REQUESTS } from "../../../extension/src/background/requests.js";

test("what the types promise is what the background answers", () => {
  const source = readFileSync(new URL("../../../extension/src/shared/requests.js", import.meta.url), "utf8");
  const promised = [...source.matchAll(/^ \* @property \{\(.*=> Promise<.*>\} ([\w-]+)/gm)].map(
    ([, kind]) => kind,
  );
  assert.deepEqual(promised.toSorted(), Object.keys(REQUESTS).toSorted());
});
