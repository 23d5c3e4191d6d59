/** X: a Draft.js editor; the tool bar with the button is a sibling of the editor, not an ancestor. */

import { around, nearest } from "../shared/tree.js";

const OWN = '[data-testid="AppTabBar_Profile_Link"]';
const SAVE = '[data-testid="Profile_Save_Button"]';
const SWITCHER = '[data-testid="SideNav_AccountSwitcher_Button"]';

/** @type {import("./index.js").Site} */
export const x = {
  id: "x",
  hosts: ["x.com", "twitter.com", "mobile.x.com", "pro.x.com"],
  composer:
    '[data-testid^="tweetTextarea_"], [data-testid$="RichTextInputContainer"] [contenteditable="true"]',
  ignore: '[data-testid^="dmComposer"], [data-testid^="dm-composer"], [data-testid="SearchBox_Search_Input"]',
  messages: /^\/(?:messages|i\/chat)(?:\/|$)/,
  submit: '[data-testid="tweetButton"], [data-testid="tweetButtonInline"]',
  fields: [
    { surface: "profile", part: "bio", field: 'textarea[name="description"]', submit: SAVE },
    { surface: "profile", part: "name", field: 'input[name="displayName"]', submit: SAVE },
    { surface: "profile", part: "handle", field: 'input[name="typedScreenName"]' },
    { surface: "sign-in", part: "address", field: 'input[autocomplete="username"], input[name="email"]' },
  ],
  share: {
    button: '[data-testid="like"], [data-testid="retweet"]',
    post: 'article[data-testid="tweet"]',
    text: '[data-testid="tweetText"]',
    author: '[data-testid="User-Name"] a[href^="/"]',
  },
  thread: '[role="dialog"]',
  enter: "ctrl",
  frame: '[role="dialog"], [data-testid="primaryColumn"]',
  media: '[data-testid="attachments"] img, [data-testid="attachments"] video',
  // An empty alt on X's own preview does not say that the description is empty.
  alt: (media) => media.getAttribute("alt") || null,
  account: (page) => ({
    handle: page.querySelector(OWN)?.getAttribute("href")?.slice(1) ?? null,
    name: page.querySelector(`${SWITCHER} span`)?.textContent?.trim() || null,
  }),
  bio: (page, handle) =>
    page.location.pathname.split("/")[1]?.toLowerCase() === handle.toLowerCase()
      ? (page.querySelector('[data-testid="UserDescription"]')?.textContent ?? null)
      : null,
  reply: (composer) => {
    const box = nearest(composer, '[role="dialog"]');
    const post = box
      ? box.querySelector('article[data-testid="tweet"]')
      : /\/status\/\d/.test(composer.ownerDocument.location.pathname)
        ? around(composer, 'article[data-testid="tweet"]')
        : null;
    return (
      post && {
        author:
          post.querySelector('[data-testid="User-Name"] a[href^="/"]')?.getAttribute("href")?.slice(1) ??
          null,
        text: post.querySelector('[data-testid="tweetText"]')?.textContent ?? null,
      }
    );
  },
};
