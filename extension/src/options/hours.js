/** Working hours: off until the person sets them. browser-only: tests/journey/test_own_pages.py sets them. */

import { byId, el } from "../shared/element.js";
import { endsNextDay, hoursToKeep } from "./clock.js";

/**
 * @typedef {import("../shared/words.js").Say} Say
 * @typedef {import("../shared/settings.js").WorkingHours} WorkingHours
 */

const DAYS = [1, 2, 3, 4, 5, 6, 7];
/** A Monday, to take the days' names from. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** @param {WorkingHours} hours @param {Say} say @param {string} language @param {(hours: WorkingHours) => void} save */
export function renderHours(hours, say, language, save) {
  const name = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  let kept = hours;
  const problem = el("p", { role: "alert", class: "message" });
  const night = el("p", { class: "small" }, say("hours_night"));
  const read = () => ({
    on: on.checked,
    days: DAYS.filter((_, at) => days[at]?.checked),
    from: from.value,
    to: to.value,
  });
  const change = () => {
    const now = read();
    const keep = hoursToKeep(now, kept);
    problem.textContent = keep ? "" : say("hours_wrong");
    night.hidden = !endsNextDay(now);
    fields.disabled = !now.on;
    if (keep) {
      kept = keep;
      save(keep);
    }
  };
  /** @param {string} id @param {string} value */
  const clock = (id, value) => el("input", { type: "time", id, value, onchange: change });
  const on = el("input", { type: "checkbox", checked: hours.on, onchange: change });
  const days = DAYS.map((day) =>
    el("input", { type: "checkbox", checked: hours.days.includes(day), onchange: change }),
  );
  const from = clock("hours-from", hours.from);
  const to = clock("hours-to", hours.to);
  const boxes = days.map((box, at) =>
    el("label", { class: "check" }, box, name.format(MONDAY + at * DAY_MS)),
  );
  const fields = el(
    "fieldset",
    { disabled: !hours.on },
    el("legend", {}, say("hours_days")),
    el("div", { class: "days" }, ...boxes),
    el(
      "div",
      { class: "row" },
      el("label", { for: "hours-from" }, say("hours_from")),
      from,
      el("label", { for: "hours-to" }, say("hours_to")),
      to,
    ),
    night,
  );
  night.hidden = !endsNextDay(hours);
  byId("hours-body").replaceChildren(el("label", { class: "check" }, on, say("hours_on")), fields, problem);
}
