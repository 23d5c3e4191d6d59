import assert from "node:assert/strict";
import { test } from "node:test";
import { attachmentsOf, draftOf } from "../../../extension/src/content/draft.js";
import { any } from "../../../extension/src/sites/any.js";
import { frozenPage, one } from "../frozen_page.js";

const PAGE = /** @type {any} */ ({
  account: "brand",
  bio: "Nurse. Views my own.",
  working_hours: "Mon-Fri 09:00-17:00",
});

/** @param {string} html @param {any} [over] @returns {any} */
function composer(html, over = {}) {
  const page = frozenPage(`<form><textarea></textarea>${html}</form>`, "https://forum.example/");
  return { element: one(page, "textarea"), site: any, newest: 4, pictures: [], previewed: false, ...over };
}

/** @param {number} at @param {string} [name] @returns {any} */
function picture(at, name = "IMG_1.jpg") {
  return { at, facts: { kind: "image", name, alt: null, faces: null, place: null } };
}

test("a draft says what the page shows and leaves unknown what it does not", () => {
  const draft = draftOf(composer(""), "Hello", PAGE, new Date(2026, 10, 24, 9, 5));
  assert.deepEqual(draft, {
    id: "4",
    surface: "post",
    site: "forum.example",
    text: "Hello",
    account: { kind: "brand", name: null, handle: null, bio: "Nurse. Views my own." },
    attachments: [],
    reply_to: null,
    audience: null,
    time: "2026-11-24T09:05",
    working_hours: "Mon-Fri 09:00-17:00",
  });
});

test("the site's own file fills in what it knows", () => {
  const site = {
    ...any,
    id: "x",
    account: () => ({ handle: "annemiek", name: "Annemiek" }),
    reply: () => ({ author: "ward4", text: "Well done" }),
    audience: () => "group",
  };
  const draft = draftOf(composer("", { site }), "Hello", PAGE, new Date());
  assert.equal(draft.site, "x");
  assert.equal(draft.account?.handle, "annemiek");
  assert.deepEqual(draft.reply_to, { author: "ward4", text: "Well done" });
  assert.equal(draft.audience, "group");
});

test("a picture that came past us counts before the site shows it", () => {
  assert.equal(attachmentsOf(composer("", { pictures: [picture(0)] }), 60_000)?.length, 1);
});

test("a picture that the site shows and we did not see counts too", () => {
  const seen = attachmentsOf(composer('<img src="blob:1"><video src="blob:2"></video>'), 0);
  assert.deepEqual(
    seen?.map(({ kind, name }) => [kind, name]),
    [
      ["image", undefined],
      ["video", undefined],
    ],
  );
});

test("what we know of a picture goes with its preview", () => {
  const [first] = attachmentsOf(composer('<img src="blob:1">', { pictures: [picture(0)] }), 0) ?? [];
  assert.equal(first?.name, "IMG_1.jpg");
});

test("a picture taken away is gone once the site has shown that it shows them", () => {
  const shown = composer('<img src="blob:1">', { pictures: [picture(0)] });
  attachmentsOf(shown, 60_000);
  one(shown.element.ownerDocument, "img").remove();
  assert.deepEqual(attachmentsOf(shown, 60_000), []);
  assert.deepEqual(shown.pictures, []);
});

test("in a tab that was open before us, no picture in sight is not none", () => {
  const late = composer("", { late: true });
  assert.equal(attachmentsOf(late, 0), null);
  assert.ok(!("attachments" in draftOf(late, "Hello", PAGE, new Date())));
  late.pictures.push(picture(0));
  assert.equal(attachmentsOf(late, 0)?.length, 1, "one came past us");
  const shown = composer('<img src="blob:1">', { late: true });
  assert.equal(attachmentsOf(shown, 0)?.length, 1, "the site shows one");
  one(shown.element.ownerDocument, "img").remove();
  assert.deepEqual(attachmentsOf(shown, 0), [], "and has shown that it would");
});

test("a picture that has just come is not taken for gone", () => {
  const shown = composer("", { pictures: [picture(59_000)], previewed: true });
  assert.equal(attachmentsOf(shown, 60_000)?.length, 1);
});

test("a field says which surface it is of, and a press that shares is a surface of its own", () => {
  const field = { surface: "sign-in", part: "address", field: "textarea" };
  assert.equal(draftOf(composer("", { field }), "a@example.org", PAGE, new Date()).surface, "sign-in");
  assert.equal(draftOf(composer("", { field: null, shared: true }), "", PAGE, new Date()).surface, "share");
  const bio = { surface: "profile", part: "bio", field: "textarea" };
  const draft = draftOf(composer("", { field: bio }), "Nurse", PAGE, new Date());
  assert.deepEqual([draft.surface, draft.text, draft.account?.bio], ["profile", "Nurse", "Nurse"]);
});
