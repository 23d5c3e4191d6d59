/** Facebook: Lexical everywhere. The button's name is in the reader's language, so the structure of the dialog tells it. */

import { nearest } from "../shared/tree.js";

/** @type {import("./index.js").Site} */
export const facebook = {
  id: "facebook",
  hosts: ["www.facebook.com", "m.facebook.com", "web.facebook.com"],
  composer: '[contenteditable="true"][data-lexical-editor="true"][role="textbox"]',
  ignore:
    '[data-pagelet^="MWInbox"], [data-pagelet^="MWChat"], [aria-roledescription="chat"], [aria-placeholder="Aa"]',
  messages: /^\/messages(?:\/|$)/,
  submit:
    '[role="dialog"] form [aria-label="Post"][role="button"], [role="dialog"] form [aria-label="Plaatsen"][role="button"]',
  unnamed: true,
  fields: [
    {
      surface: "profile",
      part: "bio",
      field: 'textarea[aria-label*="bio" i], textarea[placeholder*="who you are" i]',
    },
    { surface: "sign-in", part: "address", field: 'input[name="email"], input[name="reg_email__"]' },
  ],
  share: {
    button: '[role="button"][aria-label="Like"], [role="button"][aria-label="Vind ik leuk"]',
    post: '[role="article"], [aria-posinset]',
    text: '[data-ad-preview="message"], [data-ad-comet-preview="message"]',
    author: "h2 a, h3 a, strong",
  },
  enter: "ctrl",
  plainEnter: 'form[role="presentation"], [role="article"]',
  frame: '[role="dialog"], form',
  media: 'img[src^="blob:"], video[src^="blob:"]',
  account: (page) => ({
    handle: null,
    name:
      page
        .querySelector('[role="navigation"] a[href*="/me/"] [aria-label], a[aria-label][href="/me/"]')
        ?.getAttribute("aria-label") ?? null,
  }),
  reply: (composer) => {
    const post = nearest(composer, '[role="article"]');
    return (
      post && {
        author: null,
        text: post.querySelector('[data-ad-preview="message"], [dir="auto"]')?.textContent ?? null,
      }
    );
  },
  audience: (composer) => (composer.ownerDocument.location.pathname.startsWith("/groups/") ? "group" : null),
};
