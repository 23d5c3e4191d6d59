/** How often something comes round, in words. Pure. */

/** Days that have words of their own, and that a person may choose from. */
export const RHYTHMS = Object.freeze([1, 7, 30, 90, 180, 365]);

/**
 * @param {number} days
 * @param {import("./words.js").Say} say
 * @returns {string} "every week"; "every 12 days" where there is no word for it
 */
export function rhythmOf(days, say) {
  return RHYTHMS.includes(days) ? say(`reminder_every_${days}`) : say("reminder_every_other", days);
}
