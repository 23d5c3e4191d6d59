/** What Postil notes about the post in front. browser-only: tests/journey/test_own_pages.py looks at it. */

import { byId, el } from "../shared/element.js";

/**
 * @typedef {import("../shared/protocol.js").FrontAnswer} FrontAnswer
 * @typedef {import("../shared/protocol.js").Finding} Finding
 * @typedef {import("../shared/words.js").Say} Say
 */

/** @param {string[]} clauses @param {import("../shared/protocol.js").PolicyView | null} policy @returns {string} where they stand */
function cite(clauses, policy) {
  const found = clauses.flatMap((id) => policy?.clauses.find((clause) => clause.id === id) ?? []);
  const named = found.map(({ document, section }) => {
    const title = policy?.documents.find(({ id }) => id === document)?.title;
    return title ? `${title}, ${section}` : section;
  });
  return named.length > 0 ? named.join(" · ") : clauses.join(" · ");
}

/**
 * @param {FrontAnswer | null} front
 * @param {import("../shared/protocol.js").PolicyView | null} policy
 * @param {Say} say
 * @param {"en" | "nl"} language
 * @param {(topic: string) => void} open the card at a finding
 */
export function renderPost(front, policy, say, language, open) {
  const panel = byId("panel-post");
  const findings = front?.findings ?? [];
  byId("tab-post").textContent =
    findings.length > 0 ? say("tab_count", say("tab_post"), findings.length) : say("tab_post");
  const partly = front?.partial ? [el("p", { class: "small" }, say("card_partial"))] : [];
  if (findings.length === 0) {
    /** @type {Record<string, string>} */
    const keys = { checked: "post_clear", "not-checked": "post_unchecked" };
    panel.replaceChildren(
      el("p", { class: "empty" }, say(keys[front?.report.state ?? ""] ?? "post_none")),
      ...partly,
    );
    return;
  }
  const items = findings.map(({ topic, severity, title, message, clauses }) =>
    el(
      "li",
      { class: `finding ${severity}` },
      el("span", { class: "severity" }, say(`card_${severity}`)),
      el("h2", {}, title[language]),
      el("p", {}, message[language]),
      el("p", { class: "small" }, cite(clauses, policy)),
      el(
        "button",
        { type: "button", "aria-label": say("post_show_label", title[language]), onclick: () => open(topic) },
        say("post_show"),
      ),
    ),
  );
  panel.replaceChildren(el("ul", { class: "findings" }, ...items), ...partly);
}
