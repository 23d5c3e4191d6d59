/** Institution, role, language. browser-only: tests/journey/test_own_pages.py sets them. */

import { byId, el } from "../shared/element.js";

/**
 * @typedef {import("../shared/words.js").Say} Say
 * @typedef {import("../shared/requests.js").SettingsAnswer} SettingsAnswer
 * @typedef {(settings: Partial<import("../shared/settings.js").Settings>) => Promise<void>} Save
 */

/** Languages that are called as they call themselves. */
const TONGUES = new Set(["en", "nl"]);

/** @param {string} label @param {string} id @param {[value: string, words: string][]} choices @param {string} chosen @param {(value: string) => void} choose */
function select(label, id, choices, chosen, choose) {
  const options = choices.map(([value, words]) =>
    el("option", { value, lang: TONGUES.has(value) && value, selected: value === chosen }, words),
  );
  const field = el("select", { id, onchange: () => choose(field.value) }, ...options);
  return { row: el("div", { class: "field" }, el("label", { for: id }, label), field), field };
}

/** @param {SettingsAnswer} answer @param {Say} say @param {Save} save */
export function renderYou({ setup, policies, language }, say, save) {
  const { settings, locked } = setup;
  const names = policies.map(
    ({ id, institution }) => /** @type {[string, string]} */ ([id, institution[language]]),
  );
  if (settings.institution !== null && !policies.some(({ id }) => id === settings.institution)) {
    names.push([settings.institution, settings.institution]);
  }
  const institution = select(
    say("you_institution"),
    "institution",
    [["", say("you_institution_default")], ...names],
    settings.institution ?? "",
    (value) => save({ institution: value || null }),
  );
  const role = select(
    say("you_role"),
    "role",
    [
      ["student", say("role_student")],
      ["staff", say("role_staff")],
    ],
    settings.role,
    (value) => save({ role: value === "staff" ? "staff" : "student" }),
  );
  const tongue = select(
    say("you_language"),
    "language",
    [
      ["auto", say("language_auto")],
      ["en", say("language_en")],
      ["nl", say("language_nl")],
    ],
    settings.language,
    (value) => save({ language: /** @type {"auto" | "en" | "nl"} */ (value) }),
  );
  for (const [name, { row, field }] of /** @type {const} */ ([
    ["institution", institution],
    ["role", role],
  ])) {
    if (locked.includes(name)) {
      field.disabled = true;
      row.append(el("span", { class: "small" }, say("options_locked")));
    }
  }
  if (policies.length === 0) {
    institution.row.append(el("span", { class: "small" }, say("you_institution_none")));
  }
  byId("you-body").replaceChildren(institution.row, role.row, tongue.row);
}
