/** Times of this machine, as the helper and a person read them. */

/** How long "hold this draft" is, where the rules say nothing else. */
export const PAUSE_MINUTES = 20;

/** @param {Date} now @returns {string} local time as `YYYY-MM-DDTHH:MM` */
export function localMinute(now) {
  const pad = (/** @type {number} */ part) => String(part).padStart(2, "0");
  const day = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  return `${day}T${pad(now.getHours())}:${pad(now.getMinutes())}`;
}

/** @param {number} at milliseconds since the epoch @returns {string} the time of day */
export function timeOf(at) {
  return localMinute(new Date(at)).slice(-5);
}
