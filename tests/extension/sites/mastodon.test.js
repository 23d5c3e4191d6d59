import assert from "node:assert/strict";
import { test } from "node:test";
import { knows, whoOn } from "./knows.js";

/** @param {string} [more] */
const home = (more = "") =>
  `<div id="mastodon"><div class="navigation-bar"><a href="/@annemiek"><strong>@annemiek</strong></a></div>
   <form class="compose-form">${more}<textarea id="it" class="autosuggest-textarea__textarea"></textarea><div class="compose-form__submit"><button id="post" type="submit">Publish</button></div></form></div>`;

test("any host that runs it is known by its mark", () => {
  for (const host of ["mastodon.social", "social.hospital.example"]) {
    const page = knows({ url: `https://${host}/home`, html: home() });
    assert.equal(page.site.id, "mastodon");
    assert.equal(whoOn(page).handle, "annemiek");
  }
});

test("a reply shows what it answers", () => {
  const indicator =
    '<div class="reply-indicator"><span class="display-name__account">@ward4</span><div class="reply-indicator__content">Well done</div></div>';
  const page = knows({ url: "https://mastodon.nl/home", html: home(indicator) });
  assert.deepEqual(page.site.reply?.(page.composer), { author: "@ward4", text: "Well done" });
});

test("who reads a post stands beside it, and nobody knows under another sign", () => {
  const icon = (/** @type {string} */ name) =>
    `<div class="compose-form__dropdowns"><button><svg class="icon ${name}"></svg></button></div>`;
  for (const [name, audience] of [
    ["icon-globe", "public"],
    ["icon-unlock", "public"],
    ["icon-lock", "followers"],
    ["icon-at", "private"],
    ["icon-new", null],
  ]) {
    const page = knows({ url: "https://mastodon.nl/home", html: home(icon(String(name))) });
    assert.equal(page.site.audience?.(page.composer), audience);
  }
});

test("an upload that the site itself warns about has no alt text", () => {
  const upload =
    '<div class="compose-form__upload"><div class="compose-form__upload__warning"><button class="icon-button active"></button></div></div>';
  const { site, document } = knows({ url: "https://mastodon.nl/home", html: home(upload) });
  const [media] = document.querySelectorAll(site.media ?? "none");
  assert.ok(media);
  assert.equal(site.alt?.(media), "");
  media.querySelector(".active")?.classList.remove("active");
  assert.equal(site.alt?.(media), null);
});
