/** The table of sites. One more site is one more file and one more line here. */

import { nearest } from "../shared/tree.js";
import { any } from "./any.js";
import { bluesky } from "./bluesky.js";
import { discourse } from "./discourse.js";
import { facebook } from "./facebook.js";
import { instagram } from "./instagram.js";
import { linkedin } from "./linkedin.js";
import { mastodon } from "./mastodon.js";
import { phpbb } from "./phpbb.js";
import { reddit } from "./reddit.js";
import { threads } from "./threads.js";
import { tiktok } from "./tiktok.js";
import { wordpress } from "./wordpress.js";
import { x } from "./x.js";
import { youtube } from "./youtube.js";

/**
 * What a site's file says. Selectors are tried in the editor's own root first, then in the document. What a page
 * does not show is null: unknown, never "none".
 *
 * @typedef {object} Site
 * @property {string} id
 * @property {readonly string[]} hosts exact names; a leading `*.` stands for any subdomain
 * @property {string} [marker] tells the software on any other host: one element that every page of it has
 * @property {string} composer matches the editing host or a textarea
 * @property {string} [ignore] text fields that are no posts: direct messages, search
 * @property {RegExp} [messages] paths of pages for direct messages: what is written there is no post
 * @property {string} submit matches the control that posts
 * @property {readonly Field[]} [fields] of the person's own profile, and of the forms to log in and sign up
 * @property {Share} [share] what likes, reposts or quotes somebody's post
 * @property {boolean} [unnamed] that control has no name that lasts: the structure of the page tells it, too
 * @property {boolean} [general] software of blogs and forums: what its file does not know is any site's, as ever
 * @property {string} [thread] matches the box all of whose composers one press posts
 * @property {"ctrl" | "none"} enter whether Enter with Ctrl or Cmd posts from inside the composer
 * @property {string} [plainEnter] matches the composer, or a box around it, where Enter alone posts
 * @property {string} frame the composer's box: pictures and what is replied to are looked for in it
 * @property {string} [media] one element for each picture or film attached, in `frame`
 * @property {(media: Element) => string | null} [alt] the text alternative, "" where there is none
 * @property {(page: Document, composer: Element) => Who} account
 * @property {(page: Document, handle: string) => string | null} [bio] the person's own, where this page shows it
 * @property {(composer: Element) => {author: string | null, text: string | null} | null} [reply] what is replied to
 * @property {(composer: Element) => "public" | "group" | "followers" | "private" | null} [audience] private: to some people by name
 *
 * @typedef {{handle: string | null, name: string | null}} Who
 *
 * @typedef {object} Field
 * @property {"profile" | "sign-in"} surface
 * @property {"bio" | "name" | "handle" | "address"} part
 * @property {string} field matches a textarea or a one-line field
 * @property {string} [submit] matches what saves it, where that is no submit button of its form
 *
 * @typedef {object} Share
 * @property {string} button matches what is pressed, and not what takes it back
 * @property {string} post matches the post around it
 * @property {string} text matches the words within the post
 * @property {string} [author] matches who wrote it, within the post
 */

/** @type {readonly Site[]} */
export const SITES = Object.freeze([
  x,
  linkedin,
  bluesky,
  mastodon,
  facebook,
  instagram,
  threads,
  reddit,
  youtube,
  tiktok,
  wordpress,
  discourse,
  phpbb,
]);

const DIALOG = 'dialog, [role="dialog"], [aria-modal="true"]';

/**
 * Whether what is written here goes to somebody as a message, or looks something up: it is not read at all. A site may
 * use the editor of its posts for messages too, so the page tells them apart, but for a dialog that stands over it.
 * @param {Site} site
 * @param {Element} element
 * @returns {boolean}
 */
export function isNoPost(site, element) {
  if (site.ignore && nearest(element, site.ignore)) {
    return true;
  }
  const isOver = element.matches(site.composer) && nearest(element, DIALOG) !== null;
  return !isOver && site.messages?.test(element.ownerDocument.location?.pathname ?? "") === true;
}

/**
 * @param {string} host
 * @param {ParentNode | null} [page] asked for the marks of software that runs on many hosts
 * @returns {Site} the site's own file, or `any`
 */
export function siteOf(host, page = null) {
  return (
    SITES.find((site) => site.hosts.some((name) => isHost(host, name))) ??
    SITES.find((site) => site.marker !== undefined && page?.querySelector(site.marker)) ??
    any
  );
}

/** @param {string} host @param {string} name */
function isHost(host, name) {
  return name.startsWith("*.") ? host.endsWith(name.slice(1)) : host === name;
}
