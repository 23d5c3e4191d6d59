/** What the popup says about the page in front: one sentence, why, and one thing to do. Pure. */

import { countKey } from "../shared/words.js";

/**
 * @typedef {import("../shared/requests.js").Overview} Overview
 * @typedef {import("../shared/protocol.js").FrontAnswer} FrontAnswer
 * @typedef {[key: string, ...parts: (string | number)[]]} Sentence
 * @typedef {"connect" | "allow" | "switch-on" | "resume" | "retry"} Deed
 * @typedef {object} State
 * @property {"ok" | "quiet" | "alert"} tone
 * @property {Sentence} sentence
 * @property {Sentence | null} why
 * @property {{deed: Deed, label: Sentence} | null} action
 * @property {boolean | null} toggle whether the site is on; null: there is nothing to toggle
 * @property {boolean} pausable
 */

/** @type {Record<string, {deed: Deed, label: Sentence}>} a helper's state -> what helps */
const HELP = {
  "not-paired": { deed: "connect", label: ["action_connect"] },
  refused: { deed: "connect", label: ["action_connect_again"] },
  "no-permission": { deed: "allow", label: ["action_allow"] },
  "helper-away": { deed: "retry", label: ["action_retry"] },
  timeout: { deed: "retry", label: ["action_retry"] },
  busy: { deed: "retry", label: ["action_retry"] },
  problem: { deed: "retry", label: ["action_retry"] },
};

/** @param {string} state @returns {string} its key: a helper's state has a remedy, with underscores */
const remedy = (state) => `remedy_${state.replaceAll("-", "_")}`;

/**
 * @param {Overview} overview
 * @param {FrontAnswer | null} front what the page said of itself; null: nothing, so nobody reads along there
 * @returns {State}
 */
export function stateOf({ helper, page }, front) {
  /** @type {State} */
  const plain = {
    tone: "quiet",
    sentence: ["state_no_page"],
    why: null,
    action: null,
    toggle: null,
    pausable: false,
  };
  if (page?.known && !page.on) {
    return { ...plain, sentence: ["state_off", page.host], toggle: false };
  }
  if (page?.on && page.paused) {
    const action = /** @type {const} */ ({ deed: "resume", label: ["action_resume"] });
    return {
      ...plain,
      sentence: ["state_paused"],
      why: ["state_paused_why"],
      action: { ...action, label: [...action.label] },
      toggle: true,
    };
  }
  const on = page?.on ? { toggle: true, pausable: true } : {};
  if (helper.state !== "ok") {
    const sentence = /** @type {Sentence} */ (
      page?.known ? ["state_unchecked", page.host] : ["state_unchecked_all"]
    );
    return {
      ...plain,
      ...on,
      tone: "alert",
      sentence,
      why: [remedy(helper.state)],
      action: HELP[helper.state] ?? null,
    };
  }
  if (helper.problems && page?.known !== false) {
    const key = countKey("state_problems", helper.problems);
    return { ...plain, ...on, tone: "alert", sentence: [key, helper.problems], why: ["state_problems_why"] };
  }
  if (!page) {
    return { ...plain, why: ["state_no_page_why"] };
  }
  if (!page.known) {
    const action = {
      deed: /** @type {const} */ ("switch-on"),
      label: /** @type {Sentence} */ (["action_switch_on", page.host]),
    };
    return { ...plain, sentence: ["state_unknown", page.host], why: ["state_unknown_why"], action };
  }
  if (!front) {
    return {
      ...plain,
      ...on,
      tone: "alert",
      sentence: ["state_unchecked", page.host],
      why: ["state_silent"],
    };
  }
  const reason = front.report.state === "not-checked" ? front.report.reason : null;
  if (reason && reason !== "off") {
    const action = HELP[reason]?.deed === "connect" ? (HELP[reason] ?? null) : null;
    return {
      ...plain,
      ...on,
      tone: "alert",
      sentence: ["state_unchecked", page.host],
      why: [remedy(reason)],
      action,
    };
  }
  const why = /** @type {Sentence | null} */ (front.report.fallback ? ["state_fallback"] : null);
  return { ...plain, ...on, tone: "ok", sentence: ["state_checked", page.host], why };
}
