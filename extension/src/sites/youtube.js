/** YouTube: a plain contenteditable in a Polymer element, for comments and for community posts. */

import { around } from "../shared/tree.js";

/** @type {import("./index.js").Site} */
export const youtube = {
  id: "youtube",
  hosts: ["www.youtube.com", "studio.youtube.com", "m.youtube.com"],
  composer:
    '#contenteditable-root[contenteditable="true"], ytcp-social-suggestion-input #textbox[contenteditable="true"], #textbox[contenteditable="true"]',
  ignore: "yt-live-chat-text-input-field-renderer",
  submit:
    "ytd-commentbox #submit-button, ytd-backstage-post-dialog-renderer #submit-button, ytcp-button#done-button, ytcp-comment-button#submit-button",
  fields: [
    {
      surface: "profile",
      part: "bio",
      field: 'ytcp-form-textarea textarea, textarea[aria-label*="description" i]',
      submit: "ytcp-button#publish-button",
    },
  ],
  share: {
    button:
      'like-button-view-model button[aria-pressed="false"], ytd-comment-engagement-bar #like-button button',
    post: "ytd-comment-view-model, ytd-watch-metadata",
    text: "#content-text, h1",
    author: "#author-text, ytd-channel-name a",
  },
  enter: "ctrl",
  frame: "ytd-commentbox, ytd-backstage-post-dialog-renderer, ytcp-uploads-dialog",
  media: "ytd-backstage-multi-image-select-renderer img",
  account: (page) => ({
    handle: null,
    name: page.querySelector("#avatar-btn img")?.getAttribute("alt") || null,
  }),
  reply: (composer) => {
    const title = around(composer, "ytd-watch-metadata h1");
    const channel = around(composer, "ytd-watch-metadata ytd-channel-name a");
    return title && { author: channel?.textContent?.trim() ?? null, text: title.textContent?.trim() ?? null };
  },
};
