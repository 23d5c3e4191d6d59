/** Whose account it is: which handles are one and the same. Pure. */

/** Software that runs on hosts of its own: there a handle is one person's on this host and somebody else's on the next. */
const OF_MANY_HOSTS = new Set(["any", "discourse", "mastodon", "phpbb", "wordpress"]);

/**
 * Under what an account is kept.
 * @param {string} site id of the site's file
 * @param {string} host
 * @returns {string} the site, whose handles are its own on all of its hosts; else the host
 */
export function accountKey(site, host) {
  return OF_MANY_HOSTS.has(site) ? host : site;
}
