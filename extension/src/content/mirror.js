/**
 * Where the browser has no ranges over a textarea's value (Firefox), a transparent copy of the text stands exactly
 * over it, in our own shadow root, and carries the marks. browser-only: held by the journeys in Firefox.
 */

/** What decides where a letter stands. */
const COPIED = [
  "boxSizing",
  "width",
  "height",
  "borderTopWidth",
  "borderRightWidth",
  "borderBottomWidth",
  "borderLeftWidth",
  "paddingTop",
  "paddingRight",
  "paddingBottom",
  "paddingLeft",
  "fontFamily",
  "fontSize",
  "fontWeight",
  "fontStyle",
  "fontVariant",
  "fontStretch",
  "fontKerning",
  "fontFeatureSettings",
  "letterSpacing",
  "wordSpacing",
  "lineHeight",
  "textAlign",
  "textIndent",
  "textTransform",
  "tabSize",
  "direction",
  "wordBreak",
  "lineBreak",
];

/**
 * @param {import("./host.js").Host} host
 * @param {AbortSignal} signal
 */
export function createMirror(host, signal) {
  /** @type {{element: HTMLTextAreaElement, box: HTMLElement, life: AbortController} | null} */
  let shown = null;

  /** @param {HTMLElement} [element] only if it is this one's */
  function clear(element) {
    if (shown && (!element || shown.element === element)) {
      shown.life.abort();
      shown.box.remove();
      shown = null;
    }
  }

  /** Lay the copy over the text again: it was scrolled, moved or resized. */
  function lay() {
    if (!shown) {
      return;
    }
    const { element, box } = shown;
    const at = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const side = (/** @type {string} */ width) => Number.parseFloat(width) || 0;
    const left = side(style.borderLeftWidth);
    const top = side(style.borderTopWidth);
    Object.assign(box.style, {
      left: `${at.left + left}px`,
      top: `${at.top + top}px`,
      width: `${element.clientWidth}px`,
      height: `${element.clientHeight}px`,
    });
    const copy = /** @type {HTMLElement} */ (box.firstElementChild);
    copy.style.width = `${element.clientWidth}px`;
    copy.style.transform = `translate(${-element.scrollLeft}px, ${-element.scrollTop}px)`;
  }

  /** @param {HTMLTextAreaElement} element @returns {Text | null} the copy's text node */
  function copyOf(element) {
    const root = host.beside(element);
    if (!root) {
      return null;
    }
    clear();
    const style = getComputedStyle(element);
    const copy = document.createElement("div");
    for (const name of COPIED) {
      copy.style.setProperty(hyphened(name), style.getPropertyValue(hyphened(name)));
    }
    Object.assign(copy.style, {
      whiteSpace: "pre-wrap",
      overflowWrap: "break-word",
      border: "0",
      height: "auto",
      boxSizing: "border-box",
    });
    const text = document.createTextNode(`${element.value}\n`);
    copy.append(text);
    const box = document.createElement("div");
    box.className = "mirror";
    box.setAttribute("aria-hidden", "true");
    box.append(copy);
    root.prepend(box);
    const life = new AbortController();
    const options = { signal: AbortSignal.any([signal, life.signal]), passive: true, capture: true };
    window.addEventListener("scroll", lay, options);
    window.addEventListener("resize", lay, options);
    element.addEventListener("scroll", lay, options);
    const observer = new ResizeObserver(lay);
    observer.observe(element);
    life.signal.addEventListener("abort", () => observer.disconnect(), { once: true });
    shown = { element, box, life };
    lay();
    return text;
  }

  signal.addEventListener("abort", () => clear(), { once: true });
  return Object.freeze({
    clear,
    /**
     * @param {HTMLTextAreaElement} element
     * @param {readonly {start: number, end: number}[]} spans UTF-16 code units
     * @returns {(Range | null)[]}
     */
    ranges(element, spans) {
      const text = copyOf(element);
      return spans.map(({ start, end }) => {
        if (!text || end > text.length) {
          return null;
        }
        const range = document.createRange();
        range.setStart(text, start);
        range.setEnd(text, end);
        return range;
      });
    },
  });
}

/** @typedef {ReturnType<typeof createMirror>} Mirror */

/** @param {string} name camel case @returns {string} as in a style sheet */
function hyphened(name) {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
