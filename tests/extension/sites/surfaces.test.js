import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldOf } from "../../../extension/src/content/fields.js";
import { nearest } from "../../../extension/src/shared/tree.js";
import { SITES } from "../../../extension/src/sites/index.js";
import { frozenPage, one } from "../frozen_page.js";

/** What is pressed, the post around it, its words and who wrote them, as each site draws a post. @type {Record<string, string>} */
const LIKES = {
  x: '<article data-testid="tweet"><div data-testid="User-Name"><a href="/who">who</a></div><div data-testid="tweetText">words</div><button id="it" data-testid="like"></button></article>',
  linkedin:
    '<div data-urn="1"><span class="actor__title"><span aria-hidden="true">who</span></span><p class="commentary">words</p><button id="it" class="react-button__trigger" aria-pressed="false"></button></div>',
  bluesky:
    '<div data-testid="feedItem-by-who"><p data-testid="postText">words</p><button id="it" data-testid="likeBtn"></button></div>',
  mastodon:
    '<div class="status"><b class="display-name__account">who</b><div class="status__content">words</div><div class="status__action-bar"><button id="it" class="star-icon"></button></div></div>',
  facebook:
    '<div role="article"><h3><a>who</a></h3><div data-ad-preview="message">words</div><div id="it" role="button" aria-label="Vind ik leuk"></div></div>',
  instagram:
    '<article><header><a href="/who/">who</a></header><h1>words</h1><div id="it" role="button"><svg aria-label="Like"></svg></div></article>',
  threads:
    '<div data-pressable-container="true"><a href="/@who">who</a><span dir="auto">words</span><div id="it" role="button"><svg aria-label="Like"></svg></div></div>',
  reddit:
    '<shreddit-post><a author="who">who</a><div slot="text-body">words</div><button id="it" upvote aria-pressed="false"></button></shreddit-post>',
  youtube:
    '<ytd-watch-metadata><h1>words</h1><ytd-channel-name><a>who</a></ytd-channel-name><like-button-view-model><button id="it" aria-pressed="false"></button></like-button-view-model></ytd-watch-metadata>',
  tiktok:
    '<article><a data-e2e="video-author-uniqueid">who</a><div data-e2e="video-desc">words</div><button id="it"><span data-e2e="like-icon"></span></button></article>',
  discourse:
    '<article data-post-id="3"><div class="names"><span class="username">who</span></div><div class="cooked">words</div><button id="it" class="toggle-like"></button></article>',
};

for (const { id, share } of SITES.filter((site) => site.share)) {
  test(`${id}: a like tells whose words it is about`, () => {
    const page = frozenPage(LIKES[id] ?? "");
    const control = one(page, "#it");
    assert.ok(share && control.matches(share.button));
    const box = nearest(control, share.post);
    assert.equal(box?.querySelector(share.text)?.textContent, "words");
    if (share.author) {
      assert.equal(box?.querySelector(share.author)?.textContent, "who");
    }
  });
}

/** A field of the profile or of the form to log in, for each site that has one. @type {Record<string, [string, string, string][]>} */
const FIELDS = {
  facebook: [
    ["profile", "bio", '<textarea id="it" aria-label="Enter bio text"></textarea>'],
    ["sign-in", "address", '<input id="it" type="text" name="email">'],
  ],
  instagram: [
    ["profile", "bio", '<textarea id="pepBio"></textarea>'],
    ["sign-in", "address", '<input type="text" name="username">'],
  ],
  threads: [
    ["profile", "bio", '<div role="dialog"><textarea maxlength="150"></textarea></div>'],
    ["sign-in", "address", '<input type="text" autocomplete="username">'],
  ],
  reddit: [
    ["profile", "bio", '<textarea name="publicDescription"></textarea>'],
    ["sign-in", "address", '<input type="text" name="username">'],
  ],
  tiktok: [
    ["profile", "bio", '<textarea data-e2e="edit-profile-bio-input"></textarea>'],
    ["profile", "handle", '<div data-e2e="edit-profile-username-input"><input type="text"></div>'],
    ["sign-in", "address", '<form><input type="text" name="username"></form>'],
  ],
  youtube: [["profile", "bio", '<textarea aria-label="Channel description"></textarea>']],
  linkedin: [
    ["profile", "bio", '<textarea id="single-line-text-profileEditFormElement-1-headline"></textarea>'],
    ["sign-in", "address", '<input type="text" name="session_key">'],
  ],
  bluesky: [
    ["profile", "bio", '<textarea data-testid="editProfileDescriptionInput"></textarea>'],
    ["sign-in", "address", '<input type="text" data-testid="loginUsernameInput">'],
  ],
  wordpress: [
    ["profile", "bio", '<form id="your-profile"><textarea id="description"></textarea></form>'],
    ["sign-in", "address", '<form id="loginform"><input type="text" id="user_login"></form>'],
  ],
  discourse: [["sign-in", "address", '<input type="email" id="new-account-email">']],
  phpbb: [["sign-in", "address", '<form id="login"><input type="text" name="username"></form>']],
};

for (const [id, fields] of Object.entries(FIELDS)) {
  for (const [surface, part, html] of fields) {
    test(`${id}: ${surface}, ${part}`, () => {
      const site = SITES.find((one) => one.id === id);
      const page = frozenPage(html);
      const element = page.querySelector("textarea, input");
      const found = site && element ? fieldOf(element, site) : null;
      assert.deepEqual([found?.surface, found?.part], [surface, part]);
    });
  }
}

test("a password in the same form is nobody's field", () => {
  for (const site of SITES) {
    const page = frozenPage(
      '<form id="login"><input type="password" name="username" autocomplete="username"><input type="text" name="password" autocomplete="username"></form>',
    );
    for (const element of page.querySelectorAll("input")) {
      assert.equal(fieldOf(element, site), null, site.id);
    }
  }
});
