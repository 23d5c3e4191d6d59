/** Whether hours make sense before they are saved. Pure; `shared/settings.js` reads them strictly. */

/** @param {import("../shared/settings.js").WorkingHours} hours @returns {boolean} */
export function areHours({ days, from, to }) {
  return days.length > 0 && from !== "" && to !== "" && from !== to;
}

/** @param {import("../shared/settings.js").WorkingHours} hours @returns {boolean} such as a night's work */
export function endsNextDay({ from, to }) {
  return to !== "" && to < from;
}

/**
 * What is saved of the hours as they stand on the page. Switched off, they need make no sense: those of before are kept.
 * @param {import("../shared/settings.js").WorkingHours} now
 * @param {import("../shared/settings.js").WorkingHours} before saved last
 * @returns {import("../shared/settings.js").WorkingHours | null} null: nothing yet
 */
export function hoursToKeep(now, before) {
  if (areHours(now)) {
    return now;
  }
  return now.on ? null : { ...before, on: false };
}
