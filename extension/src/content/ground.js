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

/** For the ground as it is now, which may be another than before. @param {{element: HTMLElement, composer: {element: HTMLElement}}} shown what stands beside a composer */
export function dress({ element, composer }) {
  const isOnDark = isDark(composer.element);
  element.classList.toggle("on-dark", isOnDark);
  element.classList.toggle("on-light", !isOnDark);
}
