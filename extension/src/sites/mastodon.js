/** Mastodon, on any host: a textarea that React controls. Ctrl+Enter posts without a submit event. */

import { around, nearest } from "../shared/tree.js";

const OWN =
  '.navigation-bar a[href^="/@"], .navigation-panel a[href^="/@"], .account__header__bar .account a';

/** Who will read it, by the sign that the software shows for it. A private mention is a post to the people it names. */
const AUDIENCE = /** @type {const} */ ({
  "icon-globe": "public",
  "icon-unlock": "public",
  "icon-lock": "followers",
  "icon-at": "private",
});

/** @type {import("./index.js").Site} */
export const mastodon = {
  id: "mastodon",
  hosts: ["mastodon.social", "mastodon.online", "mastodon.nl", "social.edu.nl", "akademienl.social"],
  marker: "#mastodon",
  composer: "form.compose-form textarea, textarea.autosuggest-textarea__textarea",
  submit:
    'form.compose-form button[type="submit"], .compose-form__submit button, .compose-form__publish button',
  fields: [
    { surface: "profile", part: "bio", field: 'textarea[name="account[note]"]' },
    { surface: "profile", part: "name", field: 'input[name="account[display_name]"]' },
    {
      surface: "sign-in",
      part: "address",
      field: 'input[name="user[email]"], input[name="user[account_attributes][username]"]',
    },
  ],
  share: {
    button:
      ".status__action-bar .star-icon:not(.active), .status__action-bar button:has(.icon-retweet), .detailed-status__action-bar .star-icon:not(.active), .detailed-status__action-bar button:has(.icon-retweet)",
    post: ".status, .detailed-status, .detailed-status__wrapper",
    text: ".status__content",
    author: ".display-name__account",
  },
  enter: "ctrl",
  frame: "form.compose-form",
  media: ".compose-form__upload",
  alt: (media) => (media.querySelector(".compose-form__upload__warning .active") ? "" : null),
  account: (page) => {
    const own = page.querySelector(OWN);
    return {
      handle: own?.getAttribute("href")?.match(/@([^/?]+)/)?.[1] ?? null,
      name:
        page.querySelector(".navigation-bar .display-name__html, .navigation-panel .display-name__html")
          ?.textContent ?? null,
    };
  },
  bio: (page, handle) =>
    page.location.pathname === `/@${handle}`
      ? (page.querySelector(".account__header__content")?.textContent ?? null)
      : null,
  reply: (composer) => {
    const post = around(composer, ".reply-indicator");
    return (
      post && {
        author:
          post.querySelector(".display-name__account, .reply-indicator__display-name")?.textContent?.trim() ??
          null,
        text: post.querySelector(".reply-indicator__content")?.textContent ?? null,
      }
    );
  },
  audience: (composer) => {
    const box = nearest(composer, "form.compose-form");
    const icon = box?.querySelector(".compose-form__dropdowns button svg, .privacy-dropdown__value-icon svg");
    const sign = Object.entries(AUDIENCE).find(([name]) => icon?.classList.contains(name));
    return sign?.[1] ?? null;
  },
};
