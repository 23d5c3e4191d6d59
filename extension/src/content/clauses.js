/** What a clause is called: the institution, the document and the section, as the policy in force says. */

import { ask } from "./ask.js";

/** @param {() => import("../shared/protocol.js").PageAnswer | null} page */
export function createClauses(page) {
  /** @type {Map<string, string>} */
  const names = new Map();
  let asked = "";

  return Object.freeze({
    /** Ask for the names once a policy and language; until they come, the section's number stands. @param {string} policy */
    async learn(policy) {
      const language = page()?.language ?? "en";
      const key = `${policy} ${language}`;
      if (asked === key) {
        return;
      }
      asked = key;
      /** @type {import("../shared/protocol.js").PolicyAnswer | null} */
      const answer = await ask({ kind: "policy", language });
      if (!answer?.ok) {
        asked = ""; // nobody there: ask again with the next review
        return;
      }
      for (const [id, name] of namesOf(answer.policy)) {
        names.set(id, name);
      }
    },
    /** @param {string} id @returns {string} */
    name: (id) => names.get(id) ?? [page()?.institution ?? "", sectionOf(id)].filter(Boolean).join(", "),
  });
}

/** @typedef {ReturnType<typeof createClauses>} Clauses */

/**
 * @param {Pick<import("../shared/protocol.js").PolicyView, "institution" | "documents" | "clauses">} policy
 * @returns {[string, string][]} clause id -> "Institution, title, section"
 */
export function namesOf({ institution, documents, clauses }) {
  const titles = new Map(documents.map(({ id, title }) => [id, title]));
  return clauses.map(({ id, section, document }) => [
    id,
    [institution, titles.get(document), section].filter(Boolean).join(", "),
  ]);
}

/** @param {string} id such as `leeds/6-abuse` @returns {string} `6` */
export function sectionOf(id) {
  return id.split("/")[1]?.match(/^\d+[a-z]?(?:\.\d+)*/)?.[0] ?? "";
}
