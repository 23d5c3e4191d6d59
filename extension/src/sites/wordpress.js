/**
 * WordPress, on any host. The block editor: one editing host a paragraph, most often in a frame (`editor-canvas`), and
 * one button for all of them in the page around it. The classic editor: a frame of TinyMCE's, or a textarea. Comments:
 * a form. Class names as its own source has them.
 */

/** @type {import("./index.js").Site} */
export const wordpress = {
  id: "wordpress",
  hosts: ["wordpress.com", "*.wordpress.com"],
  marker: 'body.wp-admin, .block-editor-iframe__body, #tinymce[class*="post-type-"], #commentform',
  general: true,
  composer:
    '.block-editor-rich-text__editable[contenteditable="true"], .editor-post-title__input[contenteditable="true"], .editor-post-title__input textarea, #tinymce[contenteditable="true"], textarea#content, textarea.editor-post-text-editor, textarea#comment',
  submit: '.editor-post-publish-button, #publish, #commentform [type="submit"]',
  fields: [
    { surface: "profile", part: "bio", field: "#your-profile #description" },
    { surface: "profile", part: "name", field: "#your-profile #display_name, #your-profile #nickname" },
    { surface: "sign-in", part: "address", field: "#loginform #user_login, #usernameOrEmail" },
  ],
  thread: ".editor-styles-wrapper",
  enter: "none",
  frame: ".editor-styles-wrapper, form",
  media: '.wp-block-image img[src^="blob:"]',
  alt: (media) => media.getAttribute("alt"),
  account: (page) => ({
    handle: page.querySelector("#wp-admin-bar-user-info .username")?.textContent?.trim() || null,
    name:
      page
        .querySelector("#wp-admin-bar-user-info .display-name, #wp-admin-bar-my-account .display-name")
        ?.textContent?.trim() || null,
  }),
};
