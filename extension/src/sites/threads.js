/** Threads: a contenteditable in a dialog; the button is told by the structure, for its name is in the reader's language. */

import { nearest } from "../shared/tree.js";

/** @type {import("./index.js").Site} */
export const threads = {
  id: "threads",
  hosts: ["www.threads.com", "www.threads.net"],
  composer: '[contenteditable="true"][role="textbox"], [contenteditable="true"][data-lexical-editor="true"]',
  ignore: '[data-pagelet*="direct" i]',
  submit: '[role="dialog"] [role="button"][data-testid="post-button"]',
  thread: '[role="dialog"]',
  unnamed: true,
  fields: [{ surface: "sign-in", part: "address", field: 'input[autocomplete="username"]' }],
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
