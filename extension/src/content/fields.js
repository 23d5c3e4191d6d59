/**
 * The fields of a profile and of a log-in or sign-up form. What a site's file names is met as a composer of its own
 * surface, and nothing else is. A password is never one of them, shown or hidden: it is not even looked at.
 */

import { isInText } from "./held.js";

/**
 * @typedef {import("../sites/index.js").Site} Site
 * @typedef {import("../sites/index.js").Field} Field
 * @typedef {import("../shared/protocol.js").Draft} Draft
 * @typedef {import("../shared/protocol.js").Review} Review
 */

/** What may be in a field of ours. A password that its form shows is of type text: its other names tell it. */
const TYPES = new Set(["text", "email"]);
const SECRET =
  '[type="password"], [autocomplete*="password"], [autocomplete="one-time-code"], [name*="pass" i], [id*="pass" i]';

/** The button that saves, where the site's file names none. */
const SAVES = 'button[type="submit"], input[type="submit"]';

/**
 * @param {Element} element
 * @param {Site} site
 * @returns {Field | null} null: no field of a profile or a sign-in form that the site's file knows
 */
export function fieldOf(element, site) {
  const isText = element instanceof HTMLTextAreaElement || isPlainInput(element);
  return isText ? (site.fields?.find(({ field }) => element.matches(field)) ?? null) : null;
}

/** @param {Element} element @returns {boolean} */
function isPlainInput(element) {
  return element instanceof HTMLInputElement && !element.matches(SECRET) && TYPES.has(element.type);
}

/**
 * The site as one of its fields needs it: no pictures, nobody replied to, and Enter sends the form.
 * @param {Site} site
 * @param {Field} field
 * @returns {Site}
 */
export function siteOfField({ id, hosts, account, bio, fields }, { field, submit }) {
  return {
    id,
    hosts,
    account,
    ...(bio ? { bio } : {}),
    ...(fields ? { fields } : {}),
    composer: field,
    submit: submit ?? SAVES,
    enter: "none",
    plainEnter: "input",
    frame: "form",
  };
}

/**
 * A profile is judged as a whole, whichever of its fields is written in: the draft's text is the bio.
 * @param {Field | null} field the one that is written in
 * @param {Draft} draft whose text is what stands in that field
 * @param {{site: Site, page: Document, bio: string | null}} known the bio as last seen
 * @returns {Draft}
 */
export function asProfile(field, draft, { site, page, bio }) {
  if (field?.surface !== "profile") {
    return draft;
  }
  const shown = {
    bio: shownIn(site, page, "bio"),
    name: shownIn(site, page, "name"),
    handle: shownIn(site, page, "handle"),
  };
  const now = { ...shown, [field.part]: draft.text };
  const text = now.bio ?? bio ?? "";
  const { account = {} } = draft;
  return {
    ...draft,
    text,
    account: {
      ...account,
      bio: text,
      name: now.name ?? account.name ?? null,
      handle: now.handle ?? account.handle ?? null,
    },
  };
}

/** @param {Site} site @param {Document} page @param {Field["part"]} part @returns {string | null} null: not on this page */
function shownIn({ fields = [] }, page, part) {
  const known = fields.find((one) => one.surface === "profile" && one.part === part);
  const element = known ? page.querySelector(known.field) : null;
  return element instanceof HTMLTextAreaElement || (element && isPlainInput(element))
    ? /** @type {HTMLTextAreaElement | HTMLInputElement} */ (element).value
    : null;
}

/**
 * What a review says of the field that is written in. Of a name, only what is about the name, with its marks in it;
 * a fix is for the bio, so a name has none.
 * @param {Field | null} field
 * @param {Review} review
 * @returns {Review}
 */
export function aboutField(field, review) {
  if (field?.part !== "name" && field?.part !== "handle") {
    return review;
  }
  const own = `account.${field.part}`;
  const findings = review.findings.flatMap(({ fix: _fix, marks, ...finding }) => {
    const inIt = marks.filter((mark) => mark.in === own && !isInText(mark));
    return inIt.length === 0 ? [] : [{ ...finding, marks: inIt.map(({ start, end }) => ({ start, end })) }];
  });
  return { ...review, findings };
}
