/** What every site's file must know of a frozen page of its site. */

import assert from "node:assert/strict";
import { siteOf } from "../../../extension/src/sites/index.js";
import { frozenPage, one } from "../frozen_page.js";

/**
 * @param {object} page
 * @param {string} page.url
 * @param {string} page.html `#it` is the composer, `#post` posts, `#other` is a text field that is no post
 * @param {string} [page.it] where a site gives its composer an id of its own
 * @param {string} [page.post]
 * @returns {{site: import("../../../extension/src/sites/index.js").Site, document: Document, composer: any}}
 */
export function knows({ url, html, it = "#it", post = "#post" }) {
  const document = frozenPage(html, url);
  const site = siteOf(new URL(url).hostname, document);
  const composer = one(document, it);
  assert.ok(composer.matches(site.composer), "its composer");
  assert.ok(one(document, post).matches(site.submit), "what posts");
  const other = document.querySelector("#other");
  assert.ok(!other || (site.ignore && other.closest(site.ignore)), "what is no post");
  return { site, document, composer };
}

/** @param {ReturnType<typeof knows>} page */
export function whoOn({ site, document, composer }) {
  return site.account(document, composer);
}
