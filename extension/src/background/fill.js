/** Adds to a draft what the page cannot know: whose account it is, which policy, which hours. Pure. */

import { accountKey } from "../shared/account.js";

/**
 * @typedef {import("../shared/protocol.js").Draft} Draft
 * @typedef {import("../shared/settings.js").Settings} Settings
 * @typedef {import("../shared/settings.js").WorkingHours} WorkingHours
 */

/** The helper's own limit, in UTF-16 code units. */
export const LONGEST = 64_000;

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** What a page may say about a draft; the rest is the person's to set. */
const FROM_PAGE = /** @type {const} */ ([
  "id",
  "surface",
  "site",
  "text",
  "language",
  "attachments",
  "reply_to",
  "audience",
  "time",
]);

/** @param {unknown} value @returns {value is Draft} as far as the background needs to know; the helper reads it strictly */
export function isDraft(value) {
  return typeof value === "object" && value !== null && "text" in value && typeof value.text === "string";
}

/**
 * @param {Draft} draft as the page gave it
 * @param {Settings} settings
 * @param {string} host of the page
 * @param {Date} now
 * @returns {Draft}
 */
export function fillDraft(draft, settings, host, now) {
  const given = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (draft));
  const kept = Object.fromEntries(
    FROM_PAGE.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]),
  );
  const known = accountOf(settings, accountKey(draft.site ?? "any", host), draft.account?.handle);
  return {
    ...kept,
    text: draft.text,
    ...(settings.institution === null ? {} : { policy: settings.institution }),
    role: settings.role,
    account: { ...draft.account, kind: known.kind, bio: draft.account?.bio ?? known.bio },
    time: draft.time ?? localTime(now),
    working_hours: writeHours(settings.hours, now),
  };
}

/**
 * What the person has said about an account; at first each is their own.
 * @param {Settings} settings
 * @param {string} key see `accountKey`
 * @param {string | null | undefined} handle
 * @returns {import("../shared/settings.js").Account}
 */
export function accountOf({ accounts }, key, handle) {
  const handles = Object.hasOwn(accounts, key) ? (accounts[key] ?? {}) : {};
  return (handle && Object.hasOwn(handles, handle) && handles[handle]) || { kind: "personal", bio: null };
}

/**
 * @param {Settings} settings
 * @param {string} key see `accountKey`
 * @param {string} handle
 * @param {Partial<import("../shared/settings.js").Account> | null} known what is known of it now; null forgets it
 * @returns {Pick<Settings, "accounts">}
 */
export function withAccount(settings, key, handle, known) {
  const { [handle]: _, ...others } = settings.accounts[key] ?? {};
  const account = known && { ...accountOf(settings, key, handle), ...known };
  return { accounts: { ...settings.accounts, [key]: account ? { ...others, [handle]: account } : others } };
}

/** @param {Date} now @returns {string} local time, such as "2026-11-24T10:15" */
export function localTime(now) {
  /** @param {number} number */
  const two = (number) => String(number).padStart(2, "0");
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day}T${two(now.getHours())}:${two(now.getMinutes())}`;
}

/** @param {number} day 1 is Monday @returns {number} the day before it */
const before = (day) => ((day + 5) % 7) + 1;
/** @param {number} day @returns {number} the day after it */
const after = (day) => (day % 7) + 1;

/**
 * The hours as the helper reads them: one run of days. Where there are several, the one of this day decides. Hours that
 * end on the next day are told as two parts of a day, each for itself: the morning counts while it lasts, else the evening.
 * @param {WorkingHours} hours
 * @param {Date} now
 * @returns {string | null} such as "Mon-Wed 09:00-17:00"; null where they are off
 */
export function writeHours({ on, days, from, to }, now) {
  if (!on) {
    return null;
  }
  const today = now.getDay() || 7;
  if (from < to) {
    return runOf(days, today, from, to);
  }
  const isMorning = localTime(now).slice(-5) < to && days.includes(before(today));
  return isMorning ? runOf(days.map(after).sort(), today, "00:00", to) : runOf(days, today, from, "24:00");
}

/**
 * @param {readonly number[]} days in their order
 * @param {number} today
 * @param {string} from
 * @param {string} to
 * @returns {string | null} null: there are no days
 */
function runOf(days, today, from, to) {
  const [start] = days;
  if (start === undefined) {
    return null;
  }
  let first = days.includes(today) ? today : start;
  let last = first;
  while (days.includes(first - 1)) {
    first -= 1;
  }
  while (days.includes(last + 1)) {
    last += 1;
  }
  const run = [...new Set([DAYS[first - 1], DAYS[last - 1]])].join("-");
  return `${run} ${from}-${to}`;
}
