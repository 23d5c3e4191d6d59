/** TikTok: Draft.js for the caption of a film, which is always there; comments post with Enter. */

/** @type {import("./index.js").Site} */
export const tiktok = {
  id: "tiktok",
  hosts: ["www.tiktok.com"],
  composer:
    '.public-DraftEditor-content[contenteditable="true"], [data-e2e="comment-input"] [contenteditable="true"]',
  ignore: '[data-e2e="message-input-area"], [data-e2e^="dm-new-"], [data-e2e="search-user-input"]',
  messages: /^\/messages(?:\/|$)/,
  submit: '[data-e2e="post_video_button"], [data-e2e="comment-post"]',
  fields: [
    {
      surface: "profile",
      part: "bio",
      field: '[data-e2e="edit-profile-bio-input"], [data-e2e="edit-profile-bio-input"] textarea',
      submit: '[data-e2e="edit-profile-save"]',
    },
    {
      surface: "profile",
      part: "name",
      field: '[data-e2e="edit-profile-name-input"] input',
      submit: '[data-e2e="edit-profile-save"]',
    },
    {
      surface: "profile",
      part: "handle",
      field: '[data-e2e="edit-profile-username-input"] input',
      submit: '[data-e2e="edit-profile-save"]',
    },
    { surface: "sign-in", part: "address", field: 'form input[name="username"], form input[name="email"]' },
  ],
  share: {
    button: 'button:has([data-e2e="like-icon"], [data-e2e="browse-like-icon"])',
    post: '[data-e2e="recommend-list-item-container"], article, #main-content-video_detail',
    text: '[data-e2e="video-desc"], [data-e2e="browse-video-desc"]',
    author: '[data-e2e="video-author-uniqueid"], [data-e2e="browse-username"]',
  },
  enter: "none",
  plainEnter: '[data-e2e="comment-input"]',
  frame: '[data-e2e="comment-input"], form, main',
  account: (page) => ({
    handle:
      page
        .querySelector('[data-e2e="nav-profile"] a, a[data-e2e="nav-profile"]')
        ?.getAttribute("href")
        ?.match(/@([^/?]+)/)?.[1] ?? null,
    name: null,
  }),
  bio: (page, handle) =>
    page.location.pathname === `/@${handle}`
      ? (page.querySelector('[data-e2e="user-bio"]')?.textContent ?? null)
      : null,
};
