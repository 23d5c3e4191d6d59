import assert from "node:assert/strict";
import { test } from "node:test";
import { aboutField, asProfile, fieldOf, siteOfField } from "../../../extension/src/content/fields.js";
import { any } from "../../../extension/src/sites/any.js";
import { SITES } from "../../../extension/src/sites/index.js";
import { frozenPage, one } from "../frozen_page.js";

const [BIO, NAME, ADDRESS] = /** @type {const} */ ([
  { surface: "profile", part: "bio", field: "textarea" },
  { surface: "profile", part: "name", field: "#name" },
  { surface: "sign-in", part: "address", field: "input" },
]);
const SITE = /** @type {any} */ ({ id: "x", hosts: [], fields: [BIO, NAME, ADDRESS], account: () => ({}) });

/** @param {string} html `#it` is asked about @returns {any} */
function known(html) {
  return fieldOf(one(frozenPage(html), "#it"), SITE);
}

test("what the site's file names is a field of a profile or a sign-in form, and nothing else is", () => {
  assert.equal(known('<textarea id="it"></textarea>'), BIO);
  assert.equal(known('<input id="it" type="email">'), ADDRESS);
  assert.equal(known('<input id="it" type="text">'), ADDRESS);
  assert.equal(known('<div id="it" contenteditable="true"></div>'), null);
  assert.equal(
    fieldOf(one(frozenPage('<input id="it" type="text">'), "#it"), { ...SITE, fields: undefined }),
    null,
  );
});

for (const [what, html] of [
  ["a password", '<input id="it" type="password">'],
  ["a password that is shown", '<input id="it" type="text" autocomplete="current-password">'],
  ["a password by its name", '<input id="it" type="text" name="user[password]">'],
  ["a code", '<input id="it" autocomplete="one-time-code">'],
  ["a box to tick", '<input id="it" type="checkbox">'],
  ["a telephone number", '<input id="it" type="tel">'],
]) {
  test(`${what} is never a field of ours, and its value is not looked at`, () => {
    const element = one(frozenPage(html ?? ""), "#it");
    let reads = 0;
    Object.defineProperty(element, "value", { get: () => (reads += 1) });
    assert.equal(fieldOf(element, SITE), null);
    for (const site of SITES) {
      assert.equal(fieldOf(element, site), null, site.id);
    }
    assert.equal(reads, 0);
  });
}

test("a field has no pictures, and Enter in one line sends its form", () => {
  const site = siteOfField({ ...SITE, media: "img", reply: () => null, bio: () => "Nurse" }, NAME);
  assert.deepEqual(
    [site.media, site.reply, site.plainEnter, site.submit],
    [undefined, undefined, "input", 'button[type="submit"], input[type="submit"]'],
  );
  assert.equal(site.bio?.(/** @type {any} */ (null), ""), "Nurse");
  assert.equal(siteOfField(SITE, { ...NAME, submit: "#save" }).submit, "#save");
});

test("a profile is judged as a whole, whichever field is written in", () => {
  const page = frozenPage('<textarea>Nurse</textarea><input id="name" type="text" value="Bo">');
  const draft = { text: "Nurse at the WKZ", account: { handle: "bo" } };
  const at = { site: SITE, page, bio: null };
  const account = { handle: "bo", name: "Bo", bio: "Nurse at the WKZ" };
  assert.deepEqual(asProfile(BIO, draft, at), { text: "Nurse at the WKZ", account });
  assert.deepEqual(asProfile(NAME, { ...draft, text: "Bobo" }, at), {
    text: "Nurse",
    account: { ...account, name: "Bobo", bio: "Nurse" },
  });
});

test("where the page shows no bio, the one last seen stands for it; other surfaces are left as they are", () => {
  const at = { site: SITE, page: frozenPage("<main></main>"), bio: "Nurse" };
  assert.deepEqual(asProfile(NAME, { text: "Bo" }, at), {
    text: "Nurse",
    account: { bio: "Nurse", name: "Bo", handle: null },
  });
  const draft = { text: "a@example.org" };
  assert.equal(asProfile(ADDRESS, draft, at), draft);
  assert.equal(asProfile(null, draft, at), draft);
});

test("at a name stands what is about the name, its marks in it and no fix", () => {
  const finding = (/** @type {any} */ marks) => ({ topic: "t", marks, fix: { kind: "append", text: "x" } });
  const review = /** @type {any} */ ({
    findings: [
      finding([
        { start: 0, end: 4, in: "account.name" },
        { start: 1, end: 2 },
      ]),
      finding([{ start: 0, end: 4 }]),
      finding([{ start: 0, end: 4, in: "account.handle" }]),
      finding([]),
    ],
  });
  assert.deepEqual(aboutField(NAME, review).findings, [{ topic: "t", marks: [{ start: 0, end: 4 }] }]);
  for (const field of [null, BIO, ADDRESS]) {
    assert.equal(aboutField(field, review), review);
  }
});

for (const [site, html, surface, part] of [
  ["x", '<textarea id="it" name="description"></textarea>', "profile", "bio"],
  ["x", '<input id="it" type="text" autocomplete="username">', "sign-in", "address"],
  ["linkedin", '<textarea id="x-profileEditFormElement-y-summary"></textarea>', "profile", "bio"],
  ["linkedin", '<input id="it" type="text" name="session_key">', "sign-in", "address"],
  ["bluesky", '<textarea id="it" data-testid="editProfileDescriptionInput"></textarea>', "profile", "bio"],
  ["bluesky", '<input id="it" type="email" data-testid="emailInput">', "sign-in", "address"],
  ["mastodon", '<input id="it" type="text" name="account[display_name]">', "profile", "name"],
  ["facebook", '<input id="it" type="text" name="email">', "sign-in", "address"],
  ["any", '<textarea id="it" name="bio"></textarea>', "profile", "bio"],
]) {
  test(`${site} knows its ${surface} field: ${part}`, () => {
    const element = one(frozenPage(html ?? ""), "textarea, input");
    const field = fieldOf(element, [...SITES, any].find(({ id }) => id === site) ?? SITE);
    assert.deepEqual([field?.surface, field?.part], [surface, part]);
  });
}
