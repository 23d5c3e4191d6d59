/** Muted subjects and reminders: two short lists. browser-only: tests/journey/test_own_pages.py looks at them. */

import { byId, el } from "../shared/element.js";
import { wordKey } from "../shared/words.js";
import { ask } from "./background.js";

/**
 * @typedef {import("../shared/words.js").Say} Say
 * @typedef {(change: Promise<{ok: boolean}>) => Promise<void>} Change
 */

/**
 * @param {string[]} muted topics
 * @param {Map<string, string>} titles topic -> title, as far as the policy in force names them
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

/** @param {import("../shared/requests.js").Reminder[]} reminders @param {Say} say @param {Change} change */
export function renderReminders(reminders, say, change) {
  const items = reminders
    .filter(({ days }) => days > 0)
    .map(({ topic, on, days, clause }) => {
      const check = el("input", {
        type: "checkbox",
        checked: on,
        onchange: () => change(ask("reminder", { topic, on: check.checked })),
      });
      const rhythm = say(days === 1 ? "reminder_every_one" : "reminder_every_other", days);
      const asked = clause ? ` · ${say("reminder_asked")}` : "";
      return el(
        "li",
        {},
        el("label", { class: "check" }, check, say(wordKey("reminder", topic))),
        el("span", { class: "small" }, rhythm + asked),
      );
    });
  byId("reminders-body").replaceChildren(el("ul", { class: "list" }, ...items));
}
