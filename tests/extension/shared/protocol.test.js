import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { QUESTIONS } from "../../../extension/src/background/questions.js";
import { REQUESTS } from "../../../extension/src/background/requests.js";
import { FROM_CONTENT, PORT } from "../../../extension/src/shared/protocol.js";

const manifest = JSON.parse(
  readFileSync(new URL("../../../extension/src/manifest.json", import.meta.url), "utf8"),
);

test("the manifest names the one port, and the permission none", () => {
  assert.match(
    manifest.content_security_policy.extension_pages,
    new RegExp(`http://127\\.0\\.0\\.1:${PORT}(;|$)`),
  );
  assert.ok(
    manifest.host_permissions.includes("http://127.0.0.1/*"),
    "with a port Firefox does not apply it",
  );
});

test("every question of a page has its answer, and no more can be asked", () => {
  assert.deepEqual([...FROM_CONTENT].toSorted(), Object.keys(QUESTIONS).toSorted());
  assert.ok(Object.isFrozen(FROM_CONTENT));
  for (const kind of ["pair", "forget", "save-settings", "settings", "switch-on", "switch-off"]) {
    assert.ok(kind in REQUESTS && !FROM_CONTENT.includes(kind), kind);
  }
});

test("every host that we are started on may be started anew after an update", () => {
  for (const host of manifest.content_scripts[0].matches) {
    assert.ok(manifest.host_permissions.includes(host), host);
  }
});
