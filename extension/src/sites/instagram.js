/** Instagram: the caption is written after the picture was chosen, so a post there has media always; comments: Enter. */

/** @type {import("./index.js").Site} */
export const instagram = {
  id: "instagram",
  hosts: ["www.instagram.com"],
  composer: '[role="dialog"] [contenteditable="true"][role="textbox"], form textarea',
  ignore: '[aria-label="Message"], [aria-label="Bericht"], [data-pagelet^="IGD"]',
  messages: /^\/direct(?:\/|$)/,
  submit: 'form [type="submit"]',
  unnamed: true,
  fields: [
    { surface: "profile", part: "bio", field: "#pepBio, form textarea[maxlength='150']" },
    { surface: "sign-in", part: "address", field: 'input[name="username"], input[name="emailOrPhone"]' },
  ],
  share: {
    button:
      '[role="button"]:has(svg[aria-label="Like"]), [role="button"]:has(svg[aria-label="Vind ik leuk"]), button:has(svg[aria-label="Like"])',
    post: "article",
    text: "h1",
    author: 'header a[href^="/"]',
  },
  enter: "none",
  plainEnter: "form textarea",
  frame: '[role="dialog"], form',
  media: '[role="dialog"] img[src^="blob:"], [role="dialog"] video[src^="blob:"]',
  account: (page) => {
    const own = page.querySelector('a[role="link"][href^="/"] img[alt]')?.closest("a");
    return { handle: own?.getAttribute("href")?.split("/")[1] || null, name: null };
  },
  bio: (page, handle) =>
    page.location.pathname === `/${handle}/`
      ? (page.querySelector("header section span[dir]")?.textContent ?? null)
      : null,
};
