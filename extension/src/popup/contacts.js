/** Whom to ask: people and forms, those that this post is about first. browser-only: tests/journey/test_own_pages.py looks at it. */

import { byId, el } from "../shared/element.js";
import { absenceKey } from "./clauses.js";

/**
 * @typedef {import("../shared/protocol.js").PolicyContact} PolicyContact
 * @typedef {import("../shared/words.js").Say} Say
 */

/** @param {string} href @param {string} text */
function link(href, text) {
  return el("a", { href, target: "_blank", rel: "noreferrer" }, text);
}

/** @param {PolicyContact} contact @param {Say} say */
function contactItem({ name, about, email, phone, url }, say) {
  const ways = [
    email ? link(`mailto:${email}`, email) : null,
    phone ? link(`tel:${phone.replace(/[^\d+]/g, "")}`, phone) : null,
    url ? link(url, say("contacts_site")) : null,
  ].filter((way) => way !== null);
  return el(
    "li",
    { class: "contact" },
    el("h3", {}, name),
    el("p", { class: "small" }, about),
    ways.length > 0 ? el("p", { class: "ways" }, ...ways) : null,
  );
}

/**
 * @param {import("../shared/protocol.js").PolicyAnswer} answer
 * @param {string[]} topics of the findings in front
 * @param {Say} say
 */
export function renderContacts(answer, topics, say) {
  const panel = byId("panel-contacts");
  if (!answer.ok) {
    panel.replaceChildren(el("p", { class: "empty" }, say(absenceKey(answer.reason))));
    return;
  }
  const { contacts, consent_form: form } = answer.policy;
  const { here = [], all = [] } = Object.groupBy(contacts, (contact) =>
    contact.topics.some((topic) => topics.includes(topic)) ? "here" : "all",
  );
  /** @param {PolicyContact[]} list @param {string | null} heading */
  const group = (list, heading) =>
    list.length === 0
      ? []
      : [
          heading ? el("h2", {}, say(heading)) : el("h2", { class: "unseen" }, say("tab_contacts")),
          el("ul", {}, ...list.map((contact) => contactItem(contact, say))),
        ];
  const forms = form?.url
    ? [el("h2", {}, say("contacts_form")), el("p", { class: "form" }, link(form.url, form.label))]
    : [];
  const parts = [
    ...group(here, "contacts_here"),
    ...group(all, here.length > 0 ? "contacts_all" : null),
    ...forms,
  ];
  panel.replaceChildren(...(parts.length > 0 ? parts : [el("p", { class: "empty" }, say("contacts_none"))]));
}
