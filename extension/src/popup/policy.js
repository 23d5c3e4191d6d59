/** The policy in force, clause by clause. browser-only: tests/journey/test_own_pages.py looks at it. */

import { byId, el } from "../shared/element.js";
import { wordKey } from "../shared/words.js";
import { absenceKey, audienceOf, groupByTheme, isShort, searchClauses } from "./clauses.js";
import { overdueOf, versionOf } from "./edition.js";

/**
 * @typedef {import("../shared/protocol.js").PolicyView} PolicyView
 * @typedef {import("../shared/protocol.js").PolicyClause} PolicyClause
 * @typedef {import("../shared/words.js").Say} Say
 */

/** @param {string} clause @returns {string} its element's id */
const place = (clause) => `clause-${clause}`;

/** @param {PolicyClause} clause @param {Say} say */
function clauseItem(clause, say) {
  const short = isShort(clause.section);
  const acts = clause.acts.map((one) => say(wordKey("acts", one))).join(", ");
  const audience = audienceOf(clause).map((key) => say("policy_for", say(key)));
  return el(
    "li",
    { id: place(clause.id), tabindex: "-1", class: short ? "clause" : "clause long" },
    el("b", { class: "section" }, clause.section),
    el(
      "p",
      {},
      clause.demands,
      audience.length > 0 ? el("span", { class: "small" }, ` (${audience.join(", ")})`) : null,
    ),
    el("span", { class: "acts small" }, el("span", { class: "unseen" }, say("acts_label", "")), acts),
  );
}

/** @param {string} heading @param {Node[]} items @param {string} [kind] */
function group(heading, items, kind = "") {
  return el("section", { class: "group" }, el("h2", {}, heading), el("ul", { class: kind }, ...items));
}

/** @param {PolicyView} policy @param {Say} say @param {string} language */
function disclaimers(policy, say, language) {
  const wordings = policy.disclaimer[language] ?? Object.values(policy.disclaimer)[0] ?? [];
  const status = el("span", { class: "small", role: "status" });
  const items = wordings.map((wording) =>
    el(
      "li",
      {},
      el(
        "button",
        {
          type: "button",
          class: "wording",
          "aria-label": say("policy_copy", wording),
          onclick: async () => {
            await navigator.clipboard.writeText(wording);
            status.textContent = say("policy_copied");
          },
        },
        wording,
      ),
    ),
  );
  return items.length > 0 ? el("div", {}, group(say("policy_disclaimer"), items, "wordings"), status) : null;
}

/** @param {PolicyView} policy @param {Say} say @param {string} language */
function documents(policy, say, language) {
  const items = policy.documents.map(({ title, year, url }) =>
    el(
      "li",
      {},
      el("p", {}, `${title} · ${year ?? say("popup_undated")}`),
      url
        ? el("a", { href: url, target: "_blank", rel: "noreferrer", class: "small" }, say("policy_read"))
        : el("span", { class: "small" }, say("policy_supplied")),
    ),
  );
  items.push(el("li", {}, el("p", {}, `${policy.institution} · ${say(...versionOf(policy, language))}`)));
  return group(say("policy_documents"), items, "plain");
}

/** @param {PolicyView} policy @param {Say} say @param {string} language */
function rest(policy, say, language) {
  /** @param {string[]} lines */
  const lines = (lines) => lines.map((line) => el("li", {}, line));
  return [
    policy.dos.length > 0 ? group(say("policy_dos"), lines(policy.dos), "dos") : null,
    policy.donts.length > 0 ? group(say("policy_donts"), lines(policy.donts), "donts") : null,
    disclaimers(policy, say, language),
    documents(policy, say, language),
  ].filter((part) => part !== null);
}

/**
 * @param {import("../shared/protocol.js").PolicyAnswer} answer
 * @param {Say} say
 * @param {string} language
 * @param {AbortSignal} signal
 */
export function renderPolicy(answer, say, language, signal) {
  const search = /** @type {HTMLInputElement} */ (byId("search"));
  const found = byId("found");
  const list = byId("clauses");
  search.hidden = !answer.ok;
  if (!answer.ok) {
    list.replaceChildren(el("p", { class: "empty" }, say(absenceKey(answer.reason))));
    return;
  }
  const { policy, kept } = answer;
  const show = () => {
    const query = search.value.trim();
    const clauses = searchClauses(policy, query);
    const key = { 0: "policy_found_none", 1: "policy_found_one" }[clauses.length] ?? "policy_found_other";
    const count = query === "" ? "" : say(key, clauses.length === 0 ? query : clauses.length);
    found.textContent = count || (kept ? say("policy_kept") : "");
    const overdue = query === "" ? overdueOf(policy, language, new Date()) : null;
    list.replaceChildren(
      ...(overdue ? [el("p", { id: "overdue", class: "overdue small" }, say(...overdue))] : []),
      ...groupByTheme(clauses).map(([theme, group_]) =>
        group(
          say(wordKey("theme", theme)),
          group_.map((clause) => clauseItem(clause, say)),
        ),
      ),
      ...(query === "" ? rest(policy, say, language) : []),
    );
  };
  search.addEventListener("input", show, { signal });
  show();
}

/** Bring a clause before the person's eyes, with the focus on it. @param {string} clause @returns {boolean} */
export function goToClause(clause) {
  const item = document.getElementById(place(clause));
  if (!item) {
    return false;
  }
  for (const other of document.querySelectorAll(".clause.here")) {
    other.classList.remove("here");
  }
  item.classList.add("here");
  item.scrollIntoView({ block: "center" });
  item.focus({ preventScroll: true });
  return true;
}
