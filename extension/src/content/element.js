/** Makes elements without a line of HTML text in a string. browser-only: held by the journeys. */

/**
 * @param {string} name
 * @param {Record<string, string | ((event: Event) => void)>} [traits] attributes, and `on<event>` listeners
 * @param {...(Node | string | null)} inside
 * @returns {HTMLElement}
 */
export function make(name, traits = {}, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(traits)) {
    if (typeof value === "string") {
      element.setAttribute(key, value);
    } else {
      element.addEventListener(key.slice(2), value);
    }
  }
  element.append(...inside.filter((node) => node !== null));
  return element;
}

/**
 * A button that never submits the form it may stand in, and that leaves the caret where it is when it is clicked.
 * @param {string} kind class: primary, quiet or plain
 * @param {string} label
 * @param {(event: Event) => void} press
 * @param {Record<string, string>} [traits]
 * @returns {HTMLElement}
 */
export function button(kind, label, press, traits = {}) {
  return make(
    "button",
    {
      type: "button",
      class: kind,
      onclick: press,
      onmousedown: (event) => event.preventDefault(),
      ...traits,
    },
    label,
  );
}
