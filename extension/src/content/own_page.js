/**
 * The bio on the person's own page, remembered so that a disclaimer in it is known wherever they post. Looked for as
 * they press something or write: nobody polls. browser-only: held by the journeys.
 */

import { ask } from "./ask.js";

/** Milliseconds after the start: most pages have drawn themselves by then. */
const DRAWN_MS = 1500;

/**
 * @param {object} parts
 * @param {() => import("../sites/index.js").Site} parts.here
 * @param {import("./page.js").PageFacts} parts.page
 * @param {AbortSignal} parts.signal
 */
export function createOwnPage({ here, page, signal }) {
  async function glance() {
    const site = here();
    const element = document.documentElement;
    if (!site.bio || !element) {
      return;
    }
    const { handle } = site.account(document, element);
    const bio = handle ? site.bio(document, handle) : null;
    if (!handle || bio === null) {
      return; // not the person's own page, or not drawn yet
    }
    const known = await page.about({ site, element });
    if (known?.on && bio.trim() !== known.bio && !signal.aborted) {
      ask({ kind: "bio", site: site.id, handle, bio: bio.trim() });
      page.learn(bio.trim());
    }
  }

  const timer = setTimeout(glance, DRAWN_MS);
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  return Object.freeze({ glance });
}
