/** Threads: a contenteditable in a dialog; the button is told by the structure, for its name is in the reader's language. */

import { nearest } from "../shared/tree.js";

/** @type {import("./index.js").Site} */
export const threads = {
  id: "threads",
  hosts: ["www.threads.com", "www.threads.net"],
  composer: '[contenteditable="true"][role="textbox"], [contenteditable="true"][data-lexical-editor="true"]',
  ignore: '[data-pagelet*="direct" i]',
  messages: /^\/(?:direct|messages)(?:\/|$)/,
  submit: '[role="dialog"] [role="button"][data-testid="post-button"]',
  thread: '[role="dialog"]',
  unnamed: true,
  fields: [
    { surface: "profile", part: "bio", field: '[role="dialog"] textarea[maxlength="150"]' },
    { surface: "sign-in", part: "address", field: 'input[autocomplete="username"]' },
  ],
  share: {
    button:
      '[role="button"]:has(svg[aria-label="Like"]), [role="button"]:has(svg[aria-label="Vind ik leuk"]), [role="button"]:has(svg[aria-label="Repost"])',
    post: '[data-pressable-container="true"]',
    text: '[dir="auto"]:not(a [dir="auto"])',
    author: 'a[href^="/@"]',
  },
  enter: "ctrl",
  frame: '[role="dialog"]',
  media: 'img[src^="blob:"], video[src^="blob:"]',
  account: (page) => ({
    handle:
      page
        .querySelector('[role="navigation"] a[href^="/@"], nav a[href^="/@"]')
        ?.getAttribute("href")
        ?.slice(2) ?? null,
    name: null,
  }),
  reply: (composer) => {
    const post = nearest(composer, '[role="dialog"]')?.querySelector('[data-pressable-container="true"]');
    return (
      (post && {
        author: post.querySelector('a[href^="/@"]')?.getAttribute("href")?.slice(2) ?? null,
        text: post.querySelector('[dir="auto"]')?.textContent ?? null,
      }) ||
      null
    );
  },
};
