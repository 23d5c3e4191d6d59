/**
 * The page's only door to the background. An answer that does not come is an answer too: "not checked".
 * A content script left over from before an update has no background any more and falls silent.
 */

import { ANSWER_MS } from "../shared/protocol.js";

/** @typedef {import("../shared/protocol.js").Question} Question */

/** @returns {boolean} whether this script still belongs to a running extension */
export function isAlive() {
  try {
    return Boolean(browser.runtime?.id);
  } catch {
    return false;
  }
}

/**
 * Ask the background something; null where nobody answers.
 * @template T
 * @param {Question} question
 * @returns {Promise<T | null>}
 */
export async function ask(question) {
  if (!isAlive()) {
    return null;
  }
  try {
    return /** @type {T} */ ((await browser.runtime.sendMessage(question)) ?? null);
  } catch {
    return null; // no background to hear it: an update is under way, or the extension is gone
  }
}

/**
 * Have a draft checked. Never rejects and never takes longer than `ANSWER_MS`.
 * @param {import("../shared/protocol.js").Draft} draft
 * @param {number} composer a newer check of the same one ends the older
 * @returns {Promise<import("../shared/protocol.js").CheckAnswer>}
 */
export async function askCheck(draft, composer) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {Promise<import("../shared/protocol.js").CheckAnswer>} */
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, ANSWER_MS, { ok: false, reason: "timeout" });
  });
  const answer = await Promise.race([ask({ kind: "check", draft, composer }), late]);
  clearTimeout(timer);
  return answer ?? { ok: false, reason: "problem" };
}

/**
 * Answer what the background or the popup asks of this page.
 * @param {(message: {kind: string}) => unknown} answer undefined: not for this page; a promise: answered later
 * @param {AbortSignal} signal
 */
export function onQuestion(answer, signal) {
  /** @type {(message: {kind: string}, sender: unknown, reply: (said: unknown) => void) => boolean} */
  const listener = (message, _sender, reply) => {
    const said = answer(message);
    if (said instanceof Promise) {
      said.then(reply);
      return true;
    }
    if (said !== undefined) {
      reply(said);
    }
    return false;
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener("abort", () => browser.runtime?.onMessage?.removeListener(listener), {
    once: true,
  });
}

/**
 * A shadow root that the page keeps closed: a content script may look into it.
 * @param {Element} element
 * @returns {ShadowRoot | null}
 */
export function rootOf(element) {
  if (element.shadowRoot) {
    return element.shadowRoot;
  }
  if ("openOrClosedShadowRoot" in element) {
    return element.openOrClosedShadowRoot ?? null;
  }
  const { dom } = browser; // Chromium alone has it
  return element instanceof HTMLElement ? (dom?.openOrClosedShadowRoot(element) ?? null) : null;
}
