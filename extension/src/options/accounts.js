/** Accounts by site: own or official, the bio as last seen, forget. browser-only: tests/journey/test_own_pages.py looks at it. */

import { byId, el } from "../shared/element.js";
import { ask } from "./background.js";

/**
 * @typedef {import("../shared/words.js").Say} Say
 * @typedef {import("../shared/settings.js").Account} Account
 * @typedef {(change: Promise<{ok: boolean}>) => Promise<void>} Change
 */

/** Proper names that a capital letter does not make. @type {Record<string, string>} */
const NAMES = {
  linkedin: "LinkedIn",
  tiktok: "TikTok",
  youtube: "YouTube",
  researchgate: "ResearchGate",
  wordpress: "WordPress",
};

/** @param {string} site or the host @returns {string} */
function nameOf(site) {
  return site.includes(".") ? site : (NAMES[site] ?? site.charAt(0).toUpperCase() + site.slice(1));
}

/** @param {string} site @param {string} handle @param {Account} account @param {Say} say @param {Change} change */
function item(site, handle, { kind, bio }, say, change) {
  /** @param {"personal" | "brand"} value @param {string} word */
  const option = (value, word) => el("option", { value, selected: value === kind }, say(word));
  const choice = el(
    "select",
    {
      "aria-label": say("accounts_kind", handle),
      onchange: () =>
        change(ask("account", { site, handle, as: choice.value === "brand" ? "brand" : "personal" })),
    },
    option("personal", "account_own"),
    option("brand", "account_official"),
  );
  const forget = () => change(ask("account", { site, handle, as: null }));
  return el(
    "li",
    { class: "account" },
    el("div", {}, el("strong", {}, handle), el("p", { class: "small" }, bio || say("accounts_no_bio"))),
    choice,
    el(
      "button",
      { type: "button", class: "quiet", "aria-label": say("accounts_forget", handle), onclick: forget },
      say("accounts_forget_short"),
    ),
  );
}

/** @param {import("../shared/settings.js").Settings} settings @param {Say} say @param {Change} change */
export function renderAccounts({ accounts }, say, change) {
  const groups = Object.entries(accounts).filter(([, handles]) => Object.keys(handles).length > 0);
  const parts = groups.flatMap(([site, handles]) => [
    el("h3", {}, nameOf(site)),
    el(
      "ul",
      { class: "list" },
      ...Object.entries(handles).map(([handle, account]) => item(site, handle, account, say, change)),
    ),
  ]);
  byId("accounts-body").replaceChildren(
    ...(parts.length > 0 ? parts : [el("p", { class: "small" }, say("accounts_none"))]),
  );
}
