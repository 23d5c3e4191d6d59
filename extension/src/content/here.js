/** Which host this page is of. */

/**
 * A frame that a page has made itself (`about:blank`, `srcdoc`, a blob) has no address, but the origin of its page.
 * @returns {string} "" where it belongs to nobody
 */
export function hostHere() {
  return location.hostname || (URL.canParse(globalThis.origin) ? new URL(globalThis.origin).hostname : "");
}
