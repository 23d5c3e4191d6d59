/** The four tabs, as the keyboard and a screen reader expect them: arrows move, Home and End jump. */

/**
 * Where a key leads.
 * @param {string} key
 * @param {number} at
 * @param {number} count
 * @returns {number | null} null: the key is not ours
 */
export function tabAfter(key, at, count) {
  /** @type {Record<string, number>} */
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + count, Home: 0, End: count - 1 };
  const next = Object.hasOwn(to, key) ? to[key] : undefined;
  return next === undefined ? null : next % count;
}

/**
 * @param {HTMLElement} list with `role=tab` children that name their panels
 * @param {AbortSignal} signal
 * @returns {(id: string) => void} shows the tab with that id
 */
export function wireTabs(list, signal) {
  const tabs = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[role=tab]")]);
  /** @param {HTMLElement} chosen */
  const show = (chosen) => {
    for (const tab of tabs) {
      const on = tab === chosen;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
      const panel = document.getElementById(tab.getAttribute("aria-controls") ?? "");
      if (panel) {
        panel.hidden = !on;
      }
    }
  };
  for (const tab of tabs) {
    tab.addEventListener("click", () => show(tab), { signal });
  }
  list.addEventListener(
    "keydown",
    (event) => {
      const at = tabs.indexOf(/** @type {HTMLElement} */ (event.target));
      const next = at < 0 ? null : tabAfter(event.key, at, tabs.length);
      const tab = next === null ? undefined : tabs[next];
      if (tab) {
        event.preventDefault();
        show(tab);
        tab.focus();
      }
    },
    { signal },
  );
  return (id) => {
    const tab = tabs.find((one) => one.id === id);
    if (tab) {
      show(tab);
    }
  };
}
