import assert from "node:assert/strict";
import { test } from "node:test";
import { siteOf } from "../../../extension/src/sites/index.js";
import { phpbb } from "../../../extension/src/sites/phpbb.js";
import { frozenPage, one } from "../frozen_page.js";

const FORM =
  '<li id="username_logged_in"><span class="username">annemiek</span></li><form><textarea name="message"></textarea><input type="submit" name="save"><input type="submit" name="preview"><input type="submit" name="post"></form>';

test("a message to somebody is none to everybody", () => {
  const of = (/** @type {string} */ url) => {
    const page = frozenPage(FORM, url);
    return phpbb.audience?.(one(page, "textarea"));
  };
  assert.equal(of("https://forum.ward4.example/board/ucp.php?i=pm&mode=compose"), "private");
  assert.equal(of("https://forum.ward4.example/ucp.php?mode=compose&i=ucp_pm"), "private");
  assert.equal(of("https://forum.ward4.example/posting.php?mode=reply&i=pm"), null);
});

test("any host that runs it is known by its mark, and one of three buttons posts", () => {
  const page = frozenPage(FORM, "https://forum.ward4.example/");
  assert.equal(siteOf("forum.ward4.example", page).id, "any");
  page.body.id = "phpbb";
  assert.equal(siteOf("forum.ward4.example", page), phpbb);
  assert.deepEqual(
    [...page.querySelectorAll(phpbb.submit)].map((button) => button.getAttribute("name")),
    ["post"],
  );
  assert.equal(phpbb.account(page, one(page, "textarea")).handle, "annemiek");
});
