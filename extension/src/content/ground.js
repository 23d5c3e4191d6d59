/** Whether a composer stands on a dark ground: a site's theme need not be the reader's own scheme. browser-only. */

/**
 * Light letters stand on a dark ground.
 * @param {HTMLElement} element
 */
export function isDark(element) {
  const parts = getComputedStyle(element).color.match(/^rgba?\((\d+), (\d+), (\d+)/);
  if (!parts) {
    return matchMedia("(prefers-color-scheme: dark)").matches;
  }
  const [, red, green, blue] = parts.map(Number);
  return 0.299 * (red ?? 0) + 0.587 * (green ?? 0) + 0.114 * (blue ?? 0) > 140;
}

/** @param {HTMLElement} composer @returns {"on-dark" | "on-light"} the class of what stands beside it */
export function groundOf(composer) {
  return isDark(composer) ? "on-dark" : "on-light";
}

/** The reader's scheme has changed, and the page's ground perhaps with it. @param {{element: HTMLElement, composer: {element: HTMLElement}}} shown */
export function dress({ element, composer }) {
  element.classList.remove("on-light", "on-dark");
  element.classList.add(groundOf(composer.element));
}
