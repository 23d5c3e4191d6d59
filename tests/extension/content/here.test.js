import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { hostHere } from "../../../extension/src/content/here.js";
import { frozenPage } from "../frozen_page.js";

afterEach(() => {
  Reflect.deleteProperty(globalThis, "origin");
});

/** @param {string} address @param {string} origin */
function at(address, origin) {
  frozenPage("", address);
  Object.assign(globalThis, { origin });
  return hostHere();
}

test("a page is of its address's host", () => {
  assert.equal(at("https://forum.example/t/1", "https://forum.example"), "forum.example");
});

test("a frame that a page has written itself is of its page's host", () => {
  assert.equal(at("about:blank", "https://forum.example"), "forum.example");
  assert.equal(at("blob:https://forum.example/12-34", "https://forum.example"), "forum.example");
});

test("a frame that is shut off belongs to nobody", () => {
  assert.equal(at("about:srcdoc", "null"), "");
});
