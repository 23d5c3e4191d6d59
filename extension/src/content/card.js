/** The card: the notes on one draft, one of them in front. browser-only: held by the journeys. */

import { button, make } from "./element.js";
import { actionsOf, findingOf } from "./finding.js";

/**
 * @typedef {import("./finding.js").Finding} Finding
 * @typedef {import("./finding.js").Reader} Reader
 * @typedef {import("./finding.js").FindingActs & {go: (by: number) => void, close: () => void}} CardActs
 *
 * @typedef {object} CardModel
 * @property {readonly Finding[]} findings
 * @property {number} current index
 * @property {string | null} state a sentence where the newest text was not checked
 * @property {boolean} partial
 */

/** Up to so many notes are all shown with their reasons; of more, the one in front alone. */
const ROOMY = 3;

/**
 * @param {CardModel} model
 * @param {Reader} reader
 * @param {CardActs} acts
 * @returns {HTMLElement}
 */
export function cardOf(model, reader, acts) {
  const { findings, current, state, partial } = model;
  const { say } = reader;
  const all = findings.map((finding, at) => {
    const inFront = at === current;
    const article = findingOf(finding, reader, acts.openClause, {
      message: inFront || findings.length <= ROOMY,
    });
    if (inFront) {
      article.setAttribute("aria-current", "true");
      article.append(...actionsOf(finding, reader, acts).filter((node) => node !== null));
    } else {
      article.addEventListener("click", () => acts.go(at - current));
    }
    return article;
  });
  const sentence = state ?? (findings.length === 0 ? say("card_empty") : null);
  return make(
    "section",
    { class: "card", role: "dialog", "aria-label": labelOf(findings.length, say), tabindex: "-1" },
    make(
      "div",
      { class: "list" },
      sentence ? make("article", { class: "finding plain-state" }, make("p", {}, sentence)) : null,
      ...all,
      partial
        ? make(
            "article",
            { class: "finding plain-state" },
            make("p", { class: "unseen" }, say("card_partial")),
          )
        : null,
    ),
    make(
      "div",
      { class: "foot" },
      make("span", {}, say(state ? "chip_unchecked" : "card_local")),
      pagesOf(model, reader, acts),
    ),
  );
}

/** @param {CardModel} model @param {Reader} reader @param {CardActs} acts */
function pagesOf({ findings, current }, { say }, { go, close }) {
  const several = findings.length > 1;
  return make(
    "span",
    { class: "pages" },
    several
      ? button("quiet", "‹", () => go(-1), {
          "aria-label": say("card_previous"),
          "aria-keyshortcuts": "ArrowUp",
        })
      : null,
    several ? say("card_position", current + 1, findings.length) : null,
    several
      ? button("quiet", "›", () => go(1), {
          "aria-label": say("card_next"),
          "aria-keyshortcuts": "ArrowDown",
        })
      : null,
    button("quiet", "×", close, { "aria-label": say("card_close"), "aria-keyshortcuts": "Escape" }),
  );
}

/** @param {number} notes @param {Reader["say"]} say */
function labelOf(notes, say) {
  if (notes === 0) {
    return "Postil";
  }
  return notes === 1 ? say("card_label_one") : say("card_label_many", notes);
}
