/** Pairing: how it stands, paste a line, forget. browser-only: tests/journey/test_own_pages.py does it. */

import { byId, el } from "../shared/element.js";
import { countKey, wordKey } from "../shared/words.js";
import { ask } from "./background.js";
import { failureKey } from "./failure.js";

/**
 * @typedef {import("../shared/words.js").Say} Say
 * @typedef {import("../shared/requests.js").HelperState} HelperState
 * @typedef {{say: Say, language: string, again: () => Promise<void>}} View `again` reads everything anew
 */

/** @param {Say} say @param {string} key @param {Node} part @returns {Node[]} a sentence with an element for its $1 */
function around(say, key, part) {
  const [before = "", after = ""] = say(key, "\u0000").split("\u0000");
  return [document.createTextNode(before), part, document.createTextNode(after)];
}

/** @param {View} view */
function form({ say, again }) {
  const message = el("p", { role: "alert", class: "message", id: "pair-message" });
  const line = el("input", {
    type: "text",
    id: "pair-line",
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: "false",
    required: true,
    placeholder: "POSTIL1.",
    "aria-describedby": "pair-message",
  });
  const button = el("button", { type: "submit", class: "primary" }, say("action_connect"));
  /** @param {SubmitEvent} event */
  const submit = async (event) => {
    event.preventDefault();
    button.disabled = true;
    message.textContent = say("pair_busy");
    const answer = await ask("pair", { line: line.value });
    line.value = ""; // the line is a secret, and good once
    button.disabled = false;
    message.textContent = answer.ok ? "" : say(failureKey(answer.reason));
    if (answer.ok) {
      await again();
    } else {
      line.focus();
    }
  };
  return el(
    "form",
    { onsubmit: submit },
    el("p", { class: "intro" }, say("pair_intro")),
    el(
      "ol",
      { class: "steps" },
      el("li", {}, ...around(say, "pair_step_run", el("code", {}, "postil pair"))),
      el("li", {}, say("pair_step_copy")),
      el("li", {}, say("pair_step_paste")),
    ),
    el("label", { for: "pair-line" }, say("pair_label")),
    el("div", { class: "row" }, line, button),
    message,
  );
}

/** @param {View} view */
function forgetting({ say, again }) {
  const box = el("div", { class: "row" });
  const start = () => {
    const forget = el("button", { type: "button", onclick: ask_ }, say("pair_forget"));
    box.replaceChildren(forget);
    return forget;
  };
  const ask_ = () => {
    const keep = el(
      "button",
      { type: "button", class: "primary", onclick: () => start().focus() },
      say("pair_forget_no"),
    );
    const yes = el(
      "button",
      {
        type: "button",
        onclick: async () => {
          await ask("forget");
          await again();
          byId("pair-message").textContent = say("pair_forgotten"); // it stays: there is something to do
          byId("pair-line").focus();
        },
      },
      say("pair_forget_yes"),
    );
    box.replaceChildren(el("p", { role: "alert", class: "wide" }, say("pair_forget_ask")), keep, yes);
    keep.focus();
  };
  start();
  return box;
}

/** @param {HelperState} helper @param {View} view */
function facts(helper, view) {
  const { say, language } = view;
  const { paired, state, version } = helper;
  const since = new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(paired?.since ?? 0);
  const well = state === "ok";
  return [
    el(
      "p",
      { class: well ? "stand ok" : "stand alert" },
      el("span", { class: "dot" }),
      el("strong", {}, say(well ? "pair_connected" : "pair_away")),
    ),
    ...(well ? [] : [el("p", {}, say(wordKey("remedy", state)))]),
    ...(helper.problems
      ? [
          el(
            "p",
            {},
            `${say(countKey("state_problems", helper.problems), helper.problems)}. ${say("state_problems_why")}`,
          ),
        ]
      : []),
    el(
      "p",
      { class: "small" },
      `${say("pair_facts", paired?.name ?? "", since)} ${version ? say("pair_version", version) : ""}`,
    ),
  ];
}

/** @param {HelperState} helper @param {View} view */
export function renderConnection(helper, view) {
  const { say } = view;
  const body = byId("connection-body");
  if (!helper.paired) {
    const stand = el(
      "p",
      { class: "stand" },
      el("span", { class: "dot" }),
      el("strong", {}, say("pair_not")),
    );
    body.replaceChildren(stand, form(view));
    return;
  }
  const anew = helper.state === "refused" ? [form(view)] : [];
  body.replaceChildren(...facts(helper, view), forgetting(view), ...anew);
}
