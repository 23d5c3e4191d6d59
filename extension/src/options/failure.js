/** Why pairing did not work -> the sentence that says so. Pure. */

/** Reasons that have a sentence of their own. */
const OWN = new Set(["line-form", "line-slip", "line-port", "refused", "helper-away"]);

/** @param {string} reason @returns {string} a key of `_locales` */
export function failureKey(reason) {
  const same = reason === "timeout" ? "helper-away" : reason;
  return `pair_${OWN.has(same) ? same.replaceAll("-", "_") : "problem"}`;
}
