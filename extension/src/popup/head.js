/** The upper part of the popup: whose policy, is this page checked, as whom. browser-only: tests/journey/test_own_pages.py looks at it. */

import { byId, el } from "../shared/element.js";
import { versionOf } from "./edition.js";

/**
 * @typedef {import("../shared/words.js").Say} Say
 * @typedef {import("./state.js").State} State
 * @typedef {import("./state.js").Deed} Deed
 */

/**
 * @param {import("../shared/protocol.js").PolicyView | null} policy
 * @param {Say} say
 */
export function renderTitle(policy, say) {
  byId("institution").textContent = policy?.institution ?? say("popup_title");
  const documents =
    policy?.documents.map(({ title, year }) => `${title} · ${year ?? say("popup_undated")}`) ?? [];
  const version = policy ? say(...versionOf(policy, document.documentElement.lang)) : "";
  const parts = documents.map((part, at, { length }) =>
    el("span", { class: "part" }, at + 1 < length ? `${part};` : part),
  );
  byId("documents").replaceChildren(...parts, el("span", { class: "version" }, version));
}

/** @param {NonNullable<State["action"]>} action @param {(deed: Deed) => void} act @param {Say} say */
function button({ deed, label }, act, say) {
  const press = el("button", { type: "button", class: "primary", onclick: () => act(deed) }, say(...label));
  return el("div", { class: "buttons" }, press);
}

/**
 * @param {State} state
 * @param {string} host
 * @param {Say} say
 * @param {{act: (deed: Deed) => void, toggle: (on: boolean) => void}} deeds
 */
export function renderState(state, host, say, deeds) {
  const { tone, sentence, why, action, toggle, pausable } = state;
  const check = el("input", {
    type: "checkbox",
    role: "switch",
    id: "site-switch",
    checked: toggle,
    "aria-label": say("popup_switch", host),
    onchange: () => deeds.toggle(check.checked),
  });
  byId("pause").hidden = !pausable || tone !== "ok";
  byId("local").hidden = pausable && tone === "ok";
  byId("state").className = `state ${tone}`;
  byId("state").replaceChildren(
    el(
      "div",
      { class: "line" },
      el("span", { class: "dot" }),
      el("p", { class: "sentence" }, say(...sentence)),
      toggle === null
        ? null
        : el(
            "label",
            { class: "small", for: "site-switch" },
            check,
            el("span", { "aria-hidden": "true" }, say(toggle ? "popup_on" : "popup_off")), // a switch says so itself
          ),
    ),
    ...(why ? [el("p", { class: "why small" }, say(...why))] : []),
    ...(action ? [button(action, deeds.act, say)] : []),
  );
}

/** @param {string} handle @returns {string} as people write it; a name of several words stays one */
function atSign(handle) {
  return /[@\s]/.test(handle) ? handle : `@${handle}`;
}

/**
 * @param {{handle: string, kind: "personal" | "brand"} | null} account
 * @param {Say} say
 * @param {(kind: "personal" | "brand") => void} choose
 */
export function renderAccount(account, say, choose) {
  const section = byId("account");
  section.hidden = account === null;
  if (!account) {
    return;
  }
  /** @param {"personal" | "brand"} kind @param {string} word */
  const button = (kind, word) =>
    el(
      "button",
      {
        type: "button",
        id: `account-${kind}`,
        "aria-pressed": String(account.kind === kind),
        onclick: () => choose(kind),
      },
      say(word),
    );
  const label = el("p", { class: "small", id: "account-label" }, say("account_is", atSign(account.handle)));
  section.replaceChildren(
    label,
    el(
      "div",
      { class: "kinds", role: "group", "aria-labelledby": "account-label" },
      button("personal", "account_own"),
      button("brand", "account_official"),
    ),
  );
}
