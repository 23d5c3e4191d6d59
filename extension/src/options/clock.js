/** Whether hours make sense before they are saved. Pure; `shared/settings.js` reads them strictly. */

/** @param {import("../shared/settings.js").WorkingHours} hours @returns {boolean} */
export function areHours({ days, from, to }) {
  return days.length > 0 && from !== "" && from < to;
}
