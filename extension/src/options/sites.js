/** Where Postil reads along: one switch a host. browser-only: tests/journey/test_own_pages.py turns them. */

import { byId, el } from "../shared/element.js";
import { ask } from "./background.js";
import { listHosts } from "./hosts.js";

/**
 * @typedef {import("../shared/words.js").Say} Say
 * @typedef {import("./hosts.js").Host} Host
 * @typedef {(change: Promise<{ok: boolean}>) => Promise<void>} Change
 */

/** @param {Host} host @param {boolean} removable @param {Say} say @param {Change} change */
function item({ name, origin, pattern, on }, removable, say, change) {
  const check = el("input", {
    type: "checkbox",
    checked: on,
    onchange: () => change(ask(check.checked ? "switch-on" : "switch-off", { origin })),
  });
  const remove = () => change(ask("remove-site", { pattern }));
  return el(
    "li",
    {},
    el("label", { class: "check" }, check, name),
    removable
      ? el(
          "button",
          { type: "button", class: "quiet", "aria-label": say("sites_remove", name), onclick: remove },
          say("sites_remove_short"),
        )
      : null,
  );
}

/** @param {import("../shared/requests.js").SettingsAnswer} answer @param {Say} say @param {Change} change */
export function renderSites(answer, say, change) {
  const { own, given, shipped } = listHosts(answer);
  /** @param {string} key @param {Host[]} hosts @param {boolean} removable */
  const group = (key, hosts, removable) =>
    hosts.length === 0
      ? []
      : [
          el("h3", {}, say(key)),
          el(
            "ul",
            { class: removable ? "list" : "list columns" },
            ...hosts.map((host) => item(host, removable, say, change)),
          ),
        ];
  byId("sites-body").replaceChildren(
    ...group("sites_own", own, true),
    ...group("sites_given", given, false),
    ...group("sites_shipped", shipped, false),
  );
}
