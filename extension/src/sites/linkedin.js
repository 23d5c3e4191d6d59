/**
 * LinkedIn: posts in a Quill editor inside the open shadow root of `#interop-outlet` (older pages: in the light),
 * comments in TipTap. Ctrl+Enter is a new line there.
 */

import { around, nearest } from "../shared/tree.js";

const POST = '.share-creation-state, [role="dialog"]';
const COMMENT = ".comments-comment-box, .comments-comment-texteditor, form";

/** @type {import("./index.js").Site} */
export const linkedin = {
  id: "linkedin",
  hosts: ["www.linkedin.com"],
  composer: '.ql-editor[contenteditable="true"], .tiptap.ProseMirror[contenteditable="true"]',
  ignore: '.msg-form__contenteditable, .msg-form [contenteditable="true"]',
  messages: /^\/messaging(?:\/|$)/,
  submit:
    'button.share-actions__primary-action, .share-box-footer__primary-btn, button[class*="comments-comment-box__submit-button"]',
  fields: [
    {
      surface: "profile",
      part: "bio",
      field:
        '[id*="profileEditFormElement"][id$="-headline"], [id*="profileEditFormElement"][id$="-summary"]',
    },
    {
      surface: "sign-in",
      part: "address",
      field: 'input[name="session_key"], input[name="email-or-phone"], input[name="email-address"]',
    },
  ],
  share: {
    button: 'button.react-button__trigger[aria-pressed="false"], button.social-reshare-button',
    post: '[data-urn], [data-id^="urn:li:activity"], .feed-shared-update-v2',
    text: '[class*="commentary"], .feed-shared-text',
    author: '[class*="actor__title"] span[aria-hidden="true"]',
  },
  enter: "none",
  frame: `${POST}, ${COMMENT}`,
  media:
    ".share-creation-state__media-preview img, .share-media-preview img, .share-creation-state__media-preview video",
  alt: (media) => media.getAttribute("alt") || null,
  account: (page, composer) => ({
    handle:
      page
        .querySelector('.global-nav__me a[href*="/in/"], a[class*="profile-card"][href*="/in/"]')
        ?.getAttribute("href")
        ?.match(/\/in\/([^/?]+)/)?.[1] ?? null,
    name:
      around(composer, ".share-unified-settings-entry-button")?.textContent?.trim() ||
      page.querySelector("img.global-nav__me-photo")?.getAttribute("alt") ||
      null,
  }),
  reply: (composer) => {
    if (!composer.matches(".ProseMirror") && !nearest(composer, ".comments-comment-box")) {
      return null;
    }
    const post = nearest(composer, '[data-urn], [data-id^="urn:li:activity"], .feed-shared-update-v2');
    return (
      post && {
        author:
          post.querySelector('[class*="actor__title"] span[aria-hidden="true"]')?.textContent?.trim() ?? null,
        text: post.querySelector('[class*="commentary"], .feed-shared-text')?.textContent?.trim() ?? null,
      }
    );
  },
  audience: (composer) => (composer.ownerDocument.location.pathname.startsWith("/groups/") ? "group" : null),
};
