/** What the background says about this page: is it checked, in which language, for whom. Asked when first needed. */

import { fill } from "../shared/words.js";
import { ask } from "./ask.js";
import { hostHere } from "./here.js";

/** @typedef {import("../shared/protocol.js").PageAnswer} PageAnswer */

export function createPage() {
  /** @type {Promise<PageAnswer | null> | null} */
  let asked = null;
  /** @type {PageAnswer | null} */
  let known = null;
  /** @type {string | null} */
  let handle = null;

  /** @param {Promise<PageAnswer | null>} asking @returns {Promise<PageAnswer | null>} */
  async function hear(asking) {
    const answer = await asking;
    if (answer) {
      const words = answer.on ? answer.words : (known?.words ?? {}); // what still stands on the page keeps its words
      known = { ...answer, words };
    } else {
      asked = null; // nobody heard: ask again with the next draft
    }
    return known;
  }

  return Object.freeze({
    /** @returns {PageAnswer | null} what is known by now */
    known: () => known,
    /**
     * A sentence for the person, in the language chosen.
     * @param {string} key @param {...(string | number)} parts for $1, $2
     */
    say: (key, ...parts) => fill(known?.words[key] ?? key, parts),
    /**
     * @param {Pick<import("./composers.js").Composer, "site" | "element">} composer
     * @returns {Promise<PageAnswer | null>}
     */
    about(composer) {
      const who = composer.site.account(composer.element.ownerDocument, composer.element);
      if (asked && who.handle === handle) {
        return asked;
      }
      handle = who.handle;
      const site = composer.site.id;
      asked = hear(ask({ kind: "page", host: hostHere(), site, handle }));
      return asked;
    },
    /** The page shows the bio of the account itself. @param {string} bio @returns {PageAnswer | null} */
    learn(bio) {
      known = known && { ...known, bio };
      asked = Promise.resolve(known);
      return known;
    },
    /** Shown at once; the background remembers it. @param {string} topic */
    mute(topic) {
      if (known) {
        known = { ...known, muted: [...known.muted, topic] };
      }
    },
    /** The settings have changed: ask anew. */
    forget() {
      asked = null;
    },
  });
}

/** @typedef {ReturnType<typeof createPage>} PageFacts */
