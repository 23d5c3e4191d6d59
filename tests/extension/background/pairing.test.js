import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import {
  browserName,
  forgetPairing,
  keepPairing,
  loadPairing,
} from "../../../extension/src/background/pairing.js";
import { deriveKeys } from "../../../extension/src/background/seal.js";
import { fakeIndexedDB } from "../fake_browser.js";
import { SECRET } from "../fake_helper.js";

beforeEach(() => fakeIndexedDB());

test("a pairing is kept, replaced and forgotten", async () => {
  assert.equal(await loadPairing(), null);
  const keys = await deriveKeys(SECRET);
  await keepPairing({ ...keys, name: "Chromium on Linux", since: 1 });
  await keepPairing({ ...keys, name: "Firefox on Linux", since: 2 });
  const kept = await loadPairing();
  assert.equal(kept.name, "Firefox on Linux");
  assert.equal(kept.request.extractable, false);
  await forgetPairing();
  assert.equal(await loadPairing(), null);
});

test("a browser that keeps nothing is not paired", async () => {
  globalThis.indexedDB = {
    open() {
      const opening = { error: new Error("no storage") };
      queueMicrotask(() => opening.onerror());
      return opening;
    },
  };
  assert.equal(await loadPairing(), null);
});

test("a browser says what it is", () => {
  assert.equal(
    browserName("Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0"),
    "Firefox (Linux)",
  );
  const chrome =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36";
  assert.equal(
    browserName(chrome, [{ brand: "Chromium" }, { brand: "Google Chrome" }]),
    "Google Chrome (Windows)",
  );
  assert.equal(
    browserName("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/156.0.0.0"),
    "Chromium (macOS)",
  );
});
