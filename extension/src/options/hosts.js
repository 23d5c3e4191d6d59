/** The sites as a person knows them, out of match patterns. Pure. */

/**
 * @typedef {{pattern: string, host: string, name: string, origin: string, on: boolean}} Host
 * @typedef {{own: Host[], given: Host[], shipped: Host[]}} Hosts
 */

/** @param {string} pattern @returns {Omit<Host, "on">} */
function read(pattern) {
  const origin = pattern.replace(/\/\*$/, "").replace("://*.", "://");
  const host = origin.replace(/^https?:\/\//, "");
  return { pattern, origin, host, name: host.replace(/^www\./, "") };
}

/** Each host once; a subdomain goes with the host above it. @param {string[]} patterns @param {string[]} off @returns {Host[]} */
function list(patterns, off) {
  const hosts = [...new Map(patterns.map((pattern) => [read(pattern).host, read(pattern)])).values()];
  return hosts
    .filter(({ host }) => !hosts.some((other) => host.endsWith(`.${other.host}`)))
    .map((one) => ({ ...one, on: !off.includes(one.host) }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

/**
 * @param {import("../shared/requests.js").SettingsAnswer} answer
 * @returns {Hosts}
 */
export function listHosts({ setup, shipped }) {
  const { on, off } = setup.settings;
  return { own: list(on, off), given: list(setup.given, off), shipped: list(shipped, off) };
}
