/**
 * Discourse, on any host: one composer at the page's foot, a textarea or (of late) ProseMirror. A button that throws
 * the draft away stands behind the one that posts, so structure would not tell. Class names as its own source has them.
 */

import { nearest } from "../shared/tree.js";

/** @type {import("./index.js").Site} */
export const discourse = {
  id: "discourse",
  hosts: ["*.discourse.group"],
  marker: 'meta[name="generator"][content^="Discourse"]',
  general: true,
  composer: ".d-editor-input",
  ignore: ".chat-composer, .chat-composer__input",
  submit: "#reply-control .create",
  fields: [
    { surface: "profile", part: "bio", field: ".bio-composer .d-editor-input", submit: ".save-changes" },
    {
      surface: "profile",
      part: "name",
      field: ".user-preferences .pref-name input",
      submit: ".save-changes",
    },
    {
      surface: "sign-in",
      part: "address",
      field: "#login-account-name, #new-account-email, #new-account-username",
      submit: "#login-button, .signup-page-cta__signup, .d-modal__footer .btn-primary",
    },
  ],
  share: {
    button: "button.toggle-like:not(.has-like), .discourse-reactions-reaction-button button",
    post: "article[data-post-id]",
    text: ".cooked",
    author: ".names .username, .names .first",
  },
  enter: "ctrl",
  frame: "#reply-control",
  media: ".d-editor-preview img",
  alt: (media) => media.getAttribute("alt"),
  account: (page) => ({
    handle:
      page
        .querySelector("#current-user [data-user-card], #toggle-current-user img.avatar")
        ?.getAttribute("data-user-card") ?? null,
    name: null,
  }),
  reply: (composer) => {
    const box = nearest(composer, "#reply-control");
    const link = box?.querySelector(".reply-details a.post-link, .reply-details .post-link");
    const at = link?.getAttribute("href")?.match(/\/(\d+)$/)?.[1];
    const post = at ? composer.ownerDocument.querySelector(`#post_${at}`) : null;
    return (
      post && {
        author: post.querySelector(".names .username, .names .first")?.textContent?.trim() ?? null,
        text: post.querySelector(".cooked")?.textContent?.trim() ?? null,
      }
    );
  },
  audience: (composer) => {
    const box = nearest(composer, "#reply-control");
    // Beside a message to some people one may begin a topic for all: that has a title of its own.
    const isAnswer = box !== null && !box.querySelector("#reply-title");
    if (box?.matches(".private-message") || (isAnswer && nearest(box, "body.archetype-private_message"))) {
      return "private";
    }
    return box?.querySelector(".badge-category.restricted, .badge-category .d-icon-lock") ? "group" : null;
  },
};
