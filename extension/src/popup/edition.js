/** Which edition of the policy is in force: its version, its day, and whether it has outlived the day it names. Pure. */

/**
 * @typedef {import("../shared/protocol.js").PolicyView} PolicyView
 * @typedef {[key: string, ...parts: string[]]} Sentence
 */

const DAY = /^\d{4}-\d\d-\d\d$/;

/** @param {string} day "2026-11-21" @param {string} language @returns {string} as people write it */
export function writeDay(day, language) {
  const form = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  return DAY.test(day) ? form.format(Date.parse(day)) : day;
}

/**
 * The version, with the day of the update that brought it; without one for a policy that came with Postil.
 * @param {PolicyView} policy
 * @param {string} language
 * @returns {Sentence}
 */
export function versionOf({ version, edition }, language) {
  return edition
    ? ["popup_version_updated", version, writeDay(edition.issued, language)]
    : ["popup_version", version];
}

/**
 * What is said of a policy that was to be renewed by now; null: nothing. It is checked by all the same.
 * @param {PolicyView} policy
 * @param {string} language
 * @param {Date} now
 * @returns {Sentence | null}
 */
export function overdueOf({ edition }, language, now) {
  const today = now.toISOString().slice(0, 10);
  return edition && edition.expires < today ? ["policy_overdue", writeDay(edition.expires, language)] : null;
}
