/** Bluesky: TipTap in a dialog; the app says its test ids in its own source. */

import { nearest } from "../shared/tree.js";

const SAVE = '[data-testid="editProfileSaveBtn"]';
const OWN = 'nav a[href^="/profile/"]';

/** @type {import("./index.js").Site} */
export const bluesky = {
  id: "bluesky",
  hosts: ["bsky.app", "main.bsky.dev", "staging.bsky.app"],
  composer: '.ProseMirror[contenteditable="true"]',
  messages: /^\/messages(?:\/|$)/,
  submit: '[data-testid="composerPublishBtn"]',
  fields: [
    {
      surface: "profile",
      part: "bio",
      field: '[data-testid="editProfileDescriptionInput"]',
      submit: SAVE,
    },
    { surface: "profile", part: "name", field: '[data-testid="editProfileDisplayNameInput"]', submit: SAVE },
    {
      surface: "sign-in",
      part: "address",
      field: '[data-testid="loginUsernameInput"], [data-testid="emailInput"]',
      submit: '[data-testid="loginNextButton"], [data-testid="nextBtn"]',
    },
  ],
  share: {
    button: '[data-testid="likeBtn"], [data-testid="repostBtn"]',
    post: '[data-testid^="feedItem-by-"], [data-testid^="postThreadItem-by-"]',
    text: '[data-testid="postText"]',
  },
  thread: '[role="dialog"], [aria-modal="true"]',
  enter: "ctrl",
  frame: '[role="dialog"], [aria-modal="true"]',
  media: '[data-testid="selectedPhotoImage"], video[src^="blob:"]',
  alt: (media) => media.getAttribute("alt") || null,
  account: (page) => ({
    handle: page.querySelector(OWN)?.getAttribute("href")?.split("/")[2] ?? null,
    name: null,
  }),
  bio: (page, handle) =>
    page.location.pathname === `/profile/${handle}`
      ? (page.querySelector('[data-testid="profileHeaderDescription"]')?.textContent ?? null)
      : null,
  reply: (composer) => {
    const box = nearest(composer, '[role="dialog"], [aria-modal="true"]');
    const post = box?.querySelector('[data-testid="replyToPost"], [data-testid="composerReplyTo"]');
    return post ? { author: null, text: post.textContent } : null;
  },
};
