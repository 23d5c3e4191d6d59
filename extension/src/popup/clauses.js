/** Finding one's way in a policy: search, groups by theme, for whom a clause is. Pure. */

/**
 * @typedef {import("../shared/protocol.js").PolicyView} PolicyView
 * @typedef {import("../shared/protocol.js").PolicyClause} PolicyClause
 */

/** The order of the themes on the page; a theme that is not named here comes last. */
const THEMES = ["people", "speaking", "sharing", "tone", "brand", "access", "account", "advice", "other"];

/** @param {string} text @returns {string} as it is searched: no case, no accents */
function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * The clauses in which every word of the query stands.
 * @param {PolicyView} policy
 * @param {string} query
 * @returns {PolicyClause[]}
 */
export function searchClauses(policy, query) {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const titles = new Map(policy.documents.map(({ id, title }) => [id, title]));
  return policy.clauses.filter((clause) => {
    const text = plain(
      [clause.section, clause.title, clause.demands, titles.get(clause.document) ?? ""].join(" "),
    );
    return words.every((word) => text.includes(word));
  });
}

/** @param {PolicyClause[]} clauses @returns {[theme: string, clauses: PolicyClause[]][]} in the order of the themes */
export function groupByTheme(clauses) {
  /** @param {PolicyClause} clause */
  const themeOf = ({ theme }) => (THEMES.includes(theme) ? theme : "other");
  return THEMES.map(
    (theme) =>
      /** @type {[string, PolicyClause[]]} */ ([theme, clauses.filter((one) => themeOf(one) === theme)]),
  ).filter(([, group]) => group.length > 0);
}

/** Why there is no policy to show, as a key of `_locales`. @param {string} reason @returns {string} */
export function absenceKey(reason) {
  return reason === "not-paired" ? "policy_none" : `remedy_${reason.replaceAll("-", "_")}`;
}

/** Whether a section's name is short enough for the narrow column: "3", "9(a)". @param {string} section */
export function isShort(section) {
  return section.length <= 4;
}

/** For whom a clause is, as words of `_locales`; nothing where it is for everybody. @param {PolicyClause} clause @returns {string[]} */
export function audienceOf({ who, account }) {
  return [...(who.length === 1 ? who : []), ...(account.length === 1 ? account : [])].map(
    (one) => `who_${one}`,
  );
}
