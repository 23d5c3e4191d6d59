import assert from "node:assert/strict";
import { test } from "node:test";

import { listHosts } from "../../../extension/src/options/hosts.js";

test("each host once, by name, with its subdomains under it", () => {
  const shipped = [
    "https://x.com/*",
    "https://pro.x.com/*",
    "https://www.reddit.com/*",
    "https://*.wordpress.com/*",
    "https://wordpress.com/*",
    "https://bsky.app/*",
  ];
  const setup = {
    settings: { on: ["http://127.0.0.1/*"], off: ["x.com"] },
    given: ["https://intranet.example/*"],
  };
  const hosts = listHosts({ setup, shipped });
  assert.deepEqual(
    hosts.shipped.map(({ name, on }) => [name, on]),
    [
      ["bsky.app", true],
      ["reddit.com", true],
      ["wordpress.com", true],
      ["x.com", false],
    ],
  );
  assert.deepEqual(hosts.own, [
    {
      pattern: "http://127.0.0.1/*",
      origin: "http://127.0.0.1",
      host: "127.0.0.1",
      name: "127.0.0.1",
      on: true,
    },
  ]);
  assert.equal(hosts.given[0].origin, "https://intranet.example");
});
