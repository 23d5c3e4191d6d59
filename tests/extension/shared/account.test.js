import assert from "node:assert/strict";
import { test } from "node:test";

import { accountKey } from "../../../extension/src/shared/account.js";
import { any } from "../../../extension/src/sites/any.js";
import { SITES } from "../../../extension/src/sites/index.js";

test("a handle on one host of a software is not the same handle on another", () => {
  assert.notEqual(accountKey("mastodon", "mastodon.nl"), accountKey("mastodon", "social.edu.nl"));
  assert.equal(accountKey("x", "x.com"), accountKey("x", "mobile.x.com"));
});

test("what runs on hosts of its own is what the table tells by a mark, and any page", () => {
  for (const site of [...SITES, any]) {
    const many = site.marker !== undefined || site === any;
    assert.equal(accountKey(site.id, "some.example"), many ? "some.example" : site.id);
  }
});
