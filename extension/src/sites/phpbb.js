/** phpBB, on any host: a form with a textarea, and three buttons that submit it. Names as its own templates have them. */

/** The part of the user's panel that is for messages to others, by its old and its new name. */
const MESSAGES = new Set(["pm", "ucp_pm"]);

/** @type {import("./index.js").Site} */
export const phpbb = {
  id: "phpbb",
  hosts: [],
  marker: "body#phpbb",
  general: true,
  composer: 'textarea[name="message"]',
  submit: 'input[type="submit"][name="post"]',
  fields: [
    {
      surface: "profile",
      part: "bio",
      field: '#ucp textarea[name="signature"]',
      submit: '#ucp [name="submit"]',
    },
    {
      surface: "sign-in",
      part: "address",
      field: '#login input[name="username"], #register input[name="username"]',
    },
  ],
  enter: "none",
  frame: "form",
  account: (page) => ({
    handle:
      page.querySelector("#username_logged_in .username, .header-profile .username")?.textContent?.trim() ||
      null,
    name: null,
  }),
  audience: ({ ownerDocument: { location } }) =>
    location.pathname.endsWith("/ucp.php") &&
    MESSAGES.has(new URLSearchParams(location.search).get("i") ?? "")
      ? "private"
      : null,
};
