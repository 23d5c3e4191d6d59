/**
 * Underlines by the CSS Custom Highlight API: no node of ours stands in or beside the editor. A page can see that
 * some highlight is registered and where, so the names say nothing. browser-only: held by the journeys in every editor.
 */

import { isDark } from "./ground.js";
import { isInText } from "./held.js";
import { createMirror } from "./mirror.js";
import { boxOfWords } from "./place.js";
import { read } from "./text.js";
import { rangeOf } from "./walk.js";

/**
 * @typedef {import("./composers.js").Composer} Composer
 * @typedef {import("./held.js").Finding} Finding
 * @typedef {AbstractRange & {getClientRects: () => DOMRectList}} Shown
 * @typedef {{finding: Finding, range: Shown}} Painted
 */

/** Highlight name by severity, on a light and on a dark ground. */
const NAMES = Object.freeze({
  warning: ["margin-1", "margin-1d"],
  suggestion: ["margin-2", "margin-2d"],
  note: ["margin-3", "margin-3d"],
});
const PRIORITY = Object.freeze({ warning: 3, suggestion: 2, note: 1 });
const RULES = `
::highlight(margin-1) { text-decoration: underline 2px #b3361b; text-underline-offset: 3px; background-color: rgb(179 54 27 / .12); }
::highlight(margin-1d) { text-decoration: underline 2px #ff8c6f; text-underline-offset: 3px; background-color: rgb(255 140 111 / .16); }
::highlight(margin-2) { text-decoration: underline dotted 2px #8a5a00; text-underline-offset: 3px; }
::highlight(margin-2d) { text-decoration: underline dotted 2px #e8b64c; text-underline-offset: 3px; }
::highlight(margin-3) { text-decoration: underline dotted 1px #2f5f8f; text-underline-offset: 3px; }
::highlight(margin-3d) { text-decoration: underline dotted 1px #8fbbe6; text-underline-offset: 3px; }
@media (forced-colors: active) {
  ::highlight(margin-1), ::highlight(margin-1d) { text-decoration: underline double 2px CanvasText; color: CanvasText; background-color: Canvas; }
  ::highlight(margin-2), ::highlight(margin-2d), ::highlight(margin-3), ::highlight(margin-3d) { text-decoration: underline dotted 2px CanvasText; color: CanvasText; background-color: Canvas; }
}
`;

/**
 * @param {import("./host.js").Host} host
 * @param {AbortSignal} signal
 */
export function createUnderlines(host, signal) {
  /** @type {WeakMap<Composer, Painted[]>} */
  const painted = new WeakMap();
  /** @type {Map<string, Highlight>} */
  const highlights = new Map();
  const mirror = createMirror(host, signal);
  let sheet = /** @type {CSSStyleSheet | null} */ (null);

  /** @param {string} name @param {number} priority */
  function highlight(name, priority) {
    let made = highlights.get(name);
    if (!made) {
      made = new Highlight();
      made.priority = priority;
      highlights.set(name, made);
      CSS.highlights.set(name, made);
    }
    return made;
  }

  /** Firefox paints nothing in a shadow root that does not hold the rule itself. @param {Node} root */
  function dress(root) {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(RULES);
    }
    for (const scope of [document, root]) {
      if (
        (scope instanceof Document || scope instanceof ShadowRoot) &&
        !scope.adoptedStyleSheets.includes(sheet)
      ) {
        scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, sheet];
      }
    }
  }

  /** @param {Composer} composer */
  function clear(composer) {
    for (const { range } of painted.get(composer) ?? []) {
      for (const all of highlights.values()) {
        all.delete(range);
      }
    }
    painted.delete(composer);
    mirror.clear(composer.element);
  }

  signal.addEventListener(
    "abort",
    () => {
      for (const name of highlights.keys()) {
        CSS.highlights.delete(name);
      }
    },
    { once: true },
  );

  return Object.freeze({
    clear,
    /** @param {Composer} composer @param {readonly Finding[]} findings whose marks point into the text of this moment */
    paint(composer, findings) {
      clear(composer);
      const spans = findings.flatMap((finding) =>
        finding.marks.filter(isInText).map(({ start, end }) => ({ finding, start, end })),
      );
      if (spans.length === 0) {
        return;
      }
      const { element } = composer;
      dress(element.getRootNode());
      const ground = isDark(element) ? 1 : 0;
      const ranges = rangesOf(element, spans, mirror);
      const done = spans.flatMap(({ finding }, at) => {
        const range = ranges[at];
        if (!range) {
          return [];
        }
        if (range instanceof Range) {
          dress(range.startContainer.getRootNode()); // the mirror's root is another one than the textarea's
        }
        highlight(NAMES[finding.severity][ground] ?? "", PRIORITY[finding.severity]).add(range);
        return [{ finding, range }];
      });
      painted.set(composer, done);
    },
    /**
     * The finding whose marked words stand at a point of the viewport. Reads the layout.
     * @param {Composer} composer @param {number} x @param {number} y
     * @returns {Finding | null}
     */
    at(composer, x, y) {
      const hit = (painted.get(composer) ?? []).find(({ range }) =>
        [...range.getClientRects()].some(
          (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
        ),
      );
      return hit?.finding ?? null;
    },
    /** @param {Composer} composer @param {Finding} finding @returns {import("./place.js").Box | null} where its words stand */
    boxOf(composer, finding) {
      const hits = (painted.get(composer) ?? []).filter((one) => one.finding === finding);
      return boxOfWords(hits.flatMap(({ range }) => [...range.getClientRects()]));
    },
  });
}

/**
 * @param {HTMLElement} element
 * @param {readonly {start: number, end: number}[]} spans UTF-16 code units
 * @param {import("./mirror.js").Mirror} mirror
 * @returns {(Shown | null)[]}
 */
function rangesOf(element, spans, mirror) {
  if (element instanceof HTMLInputElement) {
    return []; // one line in a box of its own: the chip beside it says enough
  }
  if (!(element instanceof HTMLTextAreaElement)) {
    const reading = read(element);
    return spans.map(({ start, end }) => rangeOf(reading, start, end));
  }
  if (element.createValueRange) {
    return spans.map(({ start, end }) => element.createValueRange?.(start, end) ?? null);
  }
  return mirror.ranges(element, spans);
}

/** @typedef {ReturnType<typeof createUnderlines>} Underlines */
