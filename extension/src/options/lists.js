/** Muted subjects and reminders: two short lists. browser-only: tests/journey/test_own_pages.py looks at them. */

import { byId, el } from "../shared/element.js";
import { RHYTHMS, rhythmOf } from "../shared/rhythm.js";
import { wordKey } from "../shared/words.js";
import { ask } from "./background.js";

/**
 * @typedef {import("../shared/words.js").Say} Say
 * @typedef {(change: Promise<{ok: boolean}>) => Promise<void>} Change
 */

/**
 * @param {string[]} muted topics
 * @param {Map<string, string>} titles topic -> title, as far as they are known
 * @param {Say} say
 * @param {Change} change
 */
export function renderMuted(muted, titles, say, change) {
  const items = muted.map((topic) => {
    const title = titles.get(topic) ?? topic.replaceAll("-", " ");
    const back = () => change(ask("unmute", { topic }));
    return el(
      "li",
      {},
      el("span", {}, title),
      el(
        "button",
        { type: "button", "aria-label": say("muted_back_label", title), onclick: back },
        say("muted_back"),
      ),
    );
  });
  byId("muted-body").replaceChildren(
    items.length > 0 ? el("ul", { class: "list" }, ...items) : el("p", { class: "small" }, say("muted_none")),
  );
}

/**
 * @param {import("../shared/requests.js").Reminder} reminder
 * @param {Say} say
 * @param {Change} change
 */
function rhythm({ topic, days }, say, change) {
  const choices = [...new Set([...RHYTHMS, days])].sort((one, other) => one - other);
  const field = el(
    "select",
    {
      id: `rhythm-${topic}`,
      "aria-label": say("reminder_rhythm", say(wordKey("reminder", topic))),
      onchange: () => change(ask("reminder", { topic, days: Number(field.value) })),
    },
    ...choices.map((one) => el("option", { value: one, selected: one === days }, rhythmOf(one, say))),
  );
  return field;
}

/** @param {import("../shared/requests.js").Reminder[]} reminders @param {Say} say @param {Change} change */
export function renderReminders(reminders, say, change) {
  const items = reminders
    .filter(({ days }) => days > 0)
    .map((reminder) => {
      const { topic, on, clause } = reminder;
      const check = el("input", {
        type: "checkbox",
        id: `remind-${topic}`,
        checked: on,
        onchange: () => change(ask("reminder", { topic, on: check.checked })),
      });
      return el(
        "li",
        {},
        el(
          "label",
          { class: "check" },
          check,
          el(
            "span",
            {},
            say(wordKey("reminder", topic)),
            clause ? el("span", { class: "small" }, ` · ${say("reminder_asked")}`) : null,
          ),
        ),
        rhythm(reminder, say, change),
      );
    });
  byId("reminders-body").replaceChildren(el("ul", { class: "list" }, ...items));
}

/** @param {boolean} on @param {Say} say @param {(on: boolean) => void} choose */
export function renderNotify(on, say, choose) {
  const check = el("input", {
    type: "checkbox",
    id: "notify",
    checked: on,
    "aria-describedby": "notify-about",
    onchange: () => choose(check.checked),
  });
  byId("notify-body").replaceChildren(
    el("label", { class: "check" }, check, say("reminders_notify")),
    el("p", { class: "small", id: "notify-about" }, say("reminders_notify_about")),
  );
}
