/** Makes elements without ever reading text as HTML. browser-only: tests/journey/test_own_pages.py looks at what comes of it. */

/** @typedef {import("./words.js").Say} Say */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [properties] `class`, `onclick` and the like; false and null leave one out; what has a hyphen, `role`, `for` and `lang` are attributes
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === false || value === null || value === undefined) {
      continue;
    }
    if (name.startsWith("on")) {
      /** @type {any} */ (element)[name] = value;
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** @param {string} id @returns {HTMLElement} an element that the page is known to have */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) {
    throw new Error(`The page has no #${id}.`);
  }
  return element;
}

/**
 * Give a page its words: `data-word` becomes text, `data-label` a label, `data-hint` a placeholder.
 * @param {Say} say
 * @param {string} language
 */
export function translate(say, language) {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = say(element.getAttribute("data-word") ?? "");
  }
  for (const [data, attribute] of [
    ["data-label", "aria-label"],
    ["data-hint", "placeholder"],
  ]) {
    for (const element of document.querySelectorAll(`[${data}]`)) {
      element.setAttribute(attribute ?? "", say(element.getAttribute(data ?? "") ?? ""));
    }
  }
}
