/** A draft as the helper wants it: the text, and what this page shows about who posts it, where and with what. */

import { nearest } from "../shared/tree.js";
import { asProfile } from "./fields.js";
import { hostHere } from "./here.js";
import { localMinute } from "./time.js";

/**
 * @typedef {import("./composers.js").Composer} Composer
 * @typedef {import("../shared/protocol.js").Draft} Draft
 * @typedef {import("../shared/protocol.js").Attachment} Attachment
 */

/** Milliseconds that a site may take to show a picture that was just put in. */
const PREVIEW_MS = 8000;

/**
 * @param {Composer} composer
 * @param {string} text
 * @param {import("../shared/protocol.js").PageAnswer} page
 * @param {Date} now
 * @returns {Draft}
 */
export function draftOf(composer, text, page, now) {
  const { element, site, field } = composer;
  const who = site.account(element.ownerDocument, element);
  const attachments = attachmentsOf(composer, now.getTime());
  /** @type {Draft} */
  const draft = {
    id: String(composer.newest),
    surface: composer.shared ? "share" : (field?.surface ?? "post"),
    site: site.id === "any" ? hostHere() : site.id,
    text,
    account: { kind: page.account, name: who.name, handle: who.handle, bio: page.bio },
    ...(attachments ? { attachments } : {}),
    reply_to: site.reply?.(element) ?? null,
    audience: site.audience?.(element) ?? null,
    time: localMinute(now),
    working_hours: page.working_hours,
  };
  return asProfile(field, draft, { site, page: element.ownerDocument, bio: page.bio });
}

/**
 * The pictures of the composer: those that came past us, less those that the site shows no longer, and any that it
 * shows and that did not come past us. Only a preview that was seen can be missed: selectors rot.
 * @param {Composer} composer
 * @param {number} now milliseconds
 * @returns {Attachment[] | null} null: none is seen, and one may have been put in before we came
 */
export function attachmentsOf(composer, now) {
  const shown = previews(composer);
  composer.previewed ||= shown.length > 0;
  if (composer.previewed) {
    const settled = composer.pictures.filter((picture) => now - picture.at > PREVIEW_MS);
    const excess = Math.min(settled.length, composer.pictures.length - shown.length);
    for (let gone = 0; gone < excess; gone += 1) {
      composer.pictures.splice(composer.pictures.indexOf(/** @type {never} */ (settled[gone])), 1);
    }
  }
  const known = composer.pictures.map((picture) => picture.facts);
  const all = shown.map((media, at) => described(composer, media, known[at]));
  const isUnknown = composer.late === true && !composer.previewed && known.length === 0;
  return isUnknown ? null : [...all, ...known.slice(all.length)];
}

/** @param {Composer} composer @returns {Element[]} */
function previews(composer) {
  const { frame, media } = composer.site;
  const box = media ? nearest(composer.element, frame) : null;
  return box && media ? [...box.querySelectorAll(media)] : [];
}

/** @param {Composer} composer @param {Element} media @param {Attachment | undefined} known @returns {Attachment} */
function described(composer, media, known) {
  const alt = composer.site.alt?.(media) ?? null;
  const kind = known?.kind ?? (media.matches("video") ? "video" : "image");
  return { ...known, kind, alt };
}
