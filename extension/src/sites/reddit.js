/** Reddit: Lexical slotted into `shreddit-composer`, or a textarea within; the old pages: plain forms. */

import { around, nearest } from "../shared/tree.js";

/** @type {import("./index.js").Site} */
export const reddit = {
  id: "reddit",
  hosts: ["www.reddit.com", "sh.reddit.com", "old.reddit.com", "new.reddit.com"],
  composer:
    'shreddit-composer [contenteditable="true"], shreddit-composer textarea, [contenteditable="true"][data-lexical-editor="true"], textarea[name="title"], .usertext-edit textarea, textarea[name="text"]',
  ignore: 'shreddit-chat, [class*="chat"] textarea, faceplate-search-input, reddit-search-large',
  messages: /^\/(?:chat|room|message\/(?:compose|messages))(?:\/|$)/,
  submit:
    'button[slot="submit-button"], shreddit-composer button[type="submit"], #inner-post-submit-button, #submit-post-button, .usertext button.save, button[name="submit"]',
  fields: [
    { surface: "profile", part: "bio", field: 'textarea[name="publicDescription"], textarea[name="about"]' },
    { surface: "profile", part: "name", field: 'input[name="displayName"]' },
    { surface: "sign-in", part: "address", field: 'input[name="username"], #login-username' },
  ],
  share: {
    button: 'button[upvote][aria-pressed="false"], .thing .arrow.up',
    post: "shreddit-comment, shreddit-post, .thing",
    text: '[slot="comment"], [slot="text-body"], [slot="title"], .usertext-body .md, a.title',
    author: "[author], a.author",
  },
  enter: "ctrl",
  frame: "shreddit-composer, form, r-post-composer-form",
  media: 'img[src^="blob:"], video[src^="blob:"]',
  account: (page) => ({
    handle:
      page
        .querySelector('a[href^="/user/"][noun="profile"], #header-bottom-right .user a')
        ?.getAttribute("href")
        ?.split("/")
        .filter(Boolean)
        .at(-1) ?? null,
    name: null,
  }),
  reply: (composer) => {
    const comment = nearest(composer, "shreddit-comment, .thing.comment");
    const post =
      comment ??
      (composer.ownerDocument.location.pathname.includes("/comments/")
        ? around(composer, "shreddit-post, .thing.link")
        : null);
    return (
      post && {
        author: post.getAttribute("author") ?? post.getAttribute("data-author"),
        text:
          post
            .querySelector('[slot="comment"], [slot="text-body"], .usertext-body .md')
            ?.textContent?.trim() ?? post.getAttribute("post-title"),
      }
    );
  },
};
