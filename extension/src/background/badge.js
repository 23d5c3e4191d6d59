/** The icon in the toolbar: how many notes, whether a page is checked, a dot for a reminder. Counts, never text. */

import { countKey } from "../shared/words.js";

/**
 * @typedef {import("../shared/protocol.js").PageReport} PageReport
 * @typedef {import("../shared/protocol.js").Reason} Reason
 * @typedef {import("../shared/words.js").Say} Say
 * @typedef {{text: string, color: string, title: string}} Badge
 */

const COLORS = { warning: "#b3361b", suggestion: "#8a5a00", quiet: "#6b655a" };
const STATES = /** @type {const} */ (["checked", "not-checked", "off", "idle"]);
const SEVERITIES = /** @type {const} */ (["warning", "suggestion", "note"]);
const REASONS = new Set([
  "helper-away",
  "not-paired",
  "refused",
  "busy",
  "timeout",
  "off",
  "too-long",
  "no-policy",
  "problem",
]);
const DOT = "•";
const MOST = 99;

/** @param {unknown} value @param {number} longest @returns {string} */
function text(value, longest) {
  return typeof value === "string" ? value.slice(0, longest) : "";
}

/**
 * A page's report as it may be believed: a page can be taken over, so each part is read for itself.
 * @param {unknown} given
 * @returns {PageReport | null}
 */
export function readReport(given) {
  if (typeof given !== "object" || given === null) {
    return null;
  }
  const report = /** @type {Record<string, any>} */ (given);
  const state = STATES.find((one) => one === report.state);
  if (!state) {
    return null;
  }
  /** @param {"warning" | "suggestion" | "note"} severity */
  const count = (severity) => Math.min(MOST, Math.max(0, Math.trunc(Number(report.counts?.[severity]) || 0)));
  const counts = { warning: count("warning"), suggestion: count("suggestion"), note: count("note") };
  return {
    state,
    reason: REASONS.has(report.reason) ? report.reason : null,
    site: text(report.site, 64),
    fallback: report.fallback === true,
    handle: typeof report.handle === "string" ? text(report.handle, 200) : null,
    counts,
  };
}

/**
 * What the icon shows for a page.
 * @param {PageReport} report
 * @param {Say} say
 * @returns {Badge}
 */
export function badgeOf(report, say) {
  const { counts, state } = report;
  if (state === "not-checked") {
    const why = report.reason ? say(`reason_${report.reason.replaceAll("-", "_")}`) : "";
    return { text: "?", color: COLORS.quiet, title: say("badge_not_checked", why).trim() };
  }
  if (state === "off") {
    return { text: "–", color: COLORS.quiet, title: say("badge_off") };
  }
  const loud = counts.warning + counts.suggestion;
  const parts = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
    say(countKey(`count_${severity}`, counts[severity]), counts[severity]),
  );
  const quiet = say(state === "idle" ? "badge_idle" : "badge_clear");
  return {
    text: loud > 0 ? String(loud) : "",
    color: counts.warning > 0 ? COLORS.warning : COLORS.suggestion,
    title: parts.length > 0 ? say("badge_counts", parts.join(", ")) : quiet,
  };
}

/** @param {number} tab @param {Badge} badge */
export async function paint(tab, badge) {
  const { action } = browser;
  // An empty text would hide the reminders' dot: null lets it through where the browser knows that.
  const shown = badge.text === "" ? /** @type {any} */ (null) : badge.text;
  await Promise.all([
    action.setBadgeText({ tabId: tab, text: shown }),
    action.setBadgeBackgroundColor({ tabId: tab, color: badge.color }),
    action.setTitle({ tabId: tab, title: badge.title }),
  ]).catch(() => undefined); // the tab was closed meanwhile
}

/** The dot that says that a reminder waits, on every tab that has nothing else to show. @param {boolean} waits */
export async function paintDot(waits) {
  await browser.action.setBadgeBackgroundColor({ color: COLORS.quiet });
  await browser.action.setBadgeText({ text: waits ? DOT : "" });
}
