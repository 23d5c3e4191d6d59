/**
 * Reminders: what a policy asks for from time to time and no draft can show. A dot on the icon and a line in the
 * popup; a notification of the system only where the person has switched that on. Pure but for its alarm.
 */

/**
 * @typedef {import("../shared/settings.js").Settings} Settings
 * @typedef {import("../shared/protocol.js").PolicyView} PolicyView
 * @typedef {object} Reminder
 * @property {string} topic `policy-version` is ours; the rest are topics of policies
 * @property {boolean} on
 * @property {boolean} due
 * @property {number} days how often
 * @property {string | null} clause id of the clause that asks for it
 * @property {number | null} next ms since the epoch; null where it is off or due
 */

const DAY_MS = 86_400_000;

/** How often each comes round, in days, until the person sets it. */
export const EVERY = Object.freeze({
  "moderate-comments": 1,
  "password-hygiene": 90,
  "privacy-settings": 180,
});

export const ALARM = "round";

/** @type {import("../shared/settings.js").ReminderSetting} */
const UNSET = Object.freeze({ on: null, last: null, days: null });

/**
 * @param {Settings} settings
 * @param {PolicyView | null} policy in force
 * @param {number} now
 * @returns {Reminder[]} a changed policy first, if it has
 */
export function listReminders(settings, policy, now) {
  const list = Object.entries(EVERY).map(([topic, proposed]) => {
    const clause =
      policy?.clauses.find((one) => one.topic === topic && one.surface.includes("schedule"))?.id ?? null;
    const { on: chosen, days: own } = settings.reminders[topic] ?? UNSET;
    const last = lastOf(settings, topic, now);
    const days = own ?? proposed;
    const on = chosen ?? clause !== null;
    const at = last === null ? null : last + days * DAY_MS;
    const due = on && at !== null && at <= now;
    return { topic, on, due, days, clause, next: on && !due ? (at ?? now + days * DAY_MS) : null };
  });
  const changed = policy !== null && (settings.read[policy.id] ?? policy.version) !== policy.version;
  return changed
    ? [{ topic: "policy-version", on: true, due: true, days: 0, clause: null, next: null }, ...list]
    : list;
}

/**
 * When it was done last. What is to come was written down while the clock was wrong, and counts for nothing.
 * @param {Settings} settings
 * @param {string} topic
 * @param {number} now
 * @returns {number | null}
 */
function lastOf(settings, topic, now) {
  const last = settings.reminders[topic]?.last ?? null;
  return last !== null && last > now + DAY_MS ? null : last;
}

/**
 * The settings with a starting point for every reminder that is on and has none, so that none is due on the first day.
 * @param {Settings} settings
 * @param {PolicyView | null} policy
 * @param {number} now
 * @returns {Pick<Settings, "reminders" | "read"> | null} null: nothing to change
 */
export function startReminders(settings, policy, now) {
  const fresh = listReminders(settings, policy, now).filter(
    (one) => one.on && one.topic in EVERY && lastOf(settings, one.topic, now) === null,
  );
  const unread = policy !== null && settings.read[policy.id] === undefined;
  if (fresh.length === 0 && !unread) {
    return null;
  }
  const started = fresh.map(({ topic }) => [topic, { ...UNSET, ...settings.reminders[topic], last: now }]);
  return {
    reminders: { ...settings.reminders, ...Object.fromEntries(started) },
    read: unread ? { ...settings.read, [policy.id]: policy.version } : settings.read,
  };
}

/**
 * The person did it, switched it, or set how often it comes.
 * @param {Settings} settings
 * @param {PolicyView | null} policy
 * @param {string} topic
 * @param {{on?: boolean, done?: boolean, days?: number}} what
 * @param {number} now
 * @returns {Partial<Settings>}
 */
export function settleReminder(settings, policy, topic, what, now) {
  if (topic === "policy-version") {
    return policy ? { read: { ...settings.read, [policy.id]: policy.version } } : {};
  }
  if (!Object.hasOwn(EVERY, topic)) {
    return {};
  }
  const { on, last, days } = settings.reminders[topic] ?? UNSET;
  const restart = what.done === true || (what.on === true && last === null);
  const next = { on: what.on ?? on, last: restart ? now : last, days: what.days ?? days };
  return { reminders: { ...settings.reminders, [topic]: next } };
}

/** Look twice a day whether one is due. */
export async function setAlarm() {
  if (!(await browser.alarms.get(ALARM))) {
    await browser.alarms.create(ALARM, { delayInMinutes: 1, periodInMinutes: 720 });
  }
}
