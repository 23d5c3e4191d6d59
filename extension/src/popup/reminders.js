/** Reminders, those that are due first. browser-only: tests/journey/test_own_pages.py looks at it. */

import { byId, el } from "../shared/element.js";
import { rhythmOf } from "../shared/rhythm.js";
import { wordKey } from "../shared/words.js";

/**
 * @typedef {import("../shared/requests.js").Reminder} Reminder
 * @typedef {import("../shared/words.js").Say} Say
 * @typedef {object} Deeds
 * @property {(topic: string, change: {on?: boolean, done?: boolean}) => void} change
 * @property {(clause: string) => void} read
 */

/**
 * When a reminder comes round, in words.
 * @param {Reminder} reminder
 * @param {Say} say
 * @param {string} language
 */
function rhythm({ days, due, next, clause }, say, language) {
  const date =
    next === null ? null : new Intl.DateTimeFormat(language, { day: "numeric", month: "long" }).format(next);
  const parts = [
    days > 0 ? rhythmOf(days, say) : null,
    due ? say("reminder_due") : date && say("reminder_next", date),
    clause ? say("reminder_asked") : null,
  ];
  return parts.filter(Boolean).join(" · ");
}

/** @param {Reminder} reminder @param {string} version @param {Say} say @param {string} language @param {Deeds} deeds */
function item(reminder, version, say, language, deeds) {
  const { topic, on, due, clause } = reminder;
  const title = say(wordKey("reminder", topic));
  const ours = topic === "policy-version";
  const check = el("input", {
    type: "checkbox",
    id: `reminder-${topic}`,
    checked: on,
    "aria-label": say("reminder_switch", title),
    onchange: () => deeds.change(topic, { on: check.checked }),
  });
  const line = rhythm(reminder, say, language);
  return el(
    "li",
    { class: due ? "reminder due" : "reminder" },
    ours ? el("span", { class: "news" }) : check,
    el(
      "div",
      {},
      el("h2", {}, title),
      el("p", { class: "small" }, say(`${wordKey("reminder", topic)}_about`, version)),
      ours
        ? null
        : el(
            "p",
            { class: "small" },
            clause
              ? el("button", { type: "button", class: "link", onclick: () => deeds.read(clause) }, line)
              : line,
          ),
    ),
    due
      ? el(
          "button",
          { type: "button", onclick: () => deeds.change(topic, { done: true }) },
          say(ours ? "reminder_read" : "reminder_done"),
        )
      : null,
  );
}

/**
 * @param {Reminder[]} reminders
 * @param {string} version of the policy
 * @param {Say} say
 * @param {string} language
 * @param {Deeds} deeds
 */
export function renderReminders(reminders, version, say, language, deeds) {
  const due = reminders.filter((one) => one.due).length;
  byId("tab-reminders").textContent =
    due > 0 ? say("tab_count", say("tab_reminders"), due) : say("tab_reminders");
  const sorted = reminders.toSorted((one, other) => Number(other.due) - Number(one.due));
  byId("panel-reminders").replaceChildren(
    el("ul", {}, ...sorted.map((one) => item(one, version, say, language, deeds))),
    el("p", { class: "small end" }, say("reminders_intro")),
  );
}
