/**
 * Who is composing, and where. One record a composer, in a WeakMap keyed by its element: nothing else in the page's
 * part outlives a composer. Nothing here looks through the document; composers are met through their events.
 * browser-only: held by the journeys in every editor.
 */

import { above, holds, nearest } from "../shared/tree.js";
import { any, isComposer } from "../sites/any.js";
import { isNoPost, siteOf } from "../sites/index.js";
import { rootOf } from "./ask.js";
import { fieldOf, siteOfField } from "./fields.js";
import { hostHere } from "./here.js";

/**
 * @typedef {import("../sites/index.js").Site} Site
 * @typedef {import("./held.js").Held} Held
 * @typedef {import("../shared/protocol.js").Attachment} Attachment
 * @typedef {import("../shared/protocol.js").Reason} Reason
 *
 * @typedef {object} Picture a file that was put into this composer
 * @property {Attachment} facts
 * @property {number} at milliseconds, when it came
 * @property {WeakRef<HTMLInputElement> | null} input the field of a form in which it waits to be sent
 * @property {File} file
 *
 * @typedef {object} Composer
 * @property {HTMLElement} element a textarea, an editing host, or a field that the site names
 * @property {number} number tells the composers of a frame apart
 * @property {Site} site
 * @property {import("../sites/index.js").Field | null} field of a profile or a sign-in form; null: a post
 * @property {boolean} fallback the site's own file did not know this composer
 * @property {boolean} [late] a picture may have been put in before we came
 * @property {boolean} [shared] no draft but a press: the post acted on stands in what is replied to
 * @property {AbortController} life ends when the composer is gone
 * @property {Held | null} held the newest review, moved along with the text
 * @property {string | null} asking the text of the request under way
 * @property {Reason | null} reason why the newest text is not checked
 * @property {number} newest number of the newest request
 * @property {ReturnType<typeof setTimeout> | null} timer until the draft is asked about
 * @property {number} touched milliseconds since the page began, when something was done to its text last
 * @property {boolean} again this text was late once and is asked about a second time
 * @property {boolean} composing an input method is at work
 * @property {Picture[]} pictures
 * @property {boolean} previewed the site's own preview of a picture has been seen
 * @property {Set<string>} dismissed findings that the person has put aside, by what they say about which words
 * @property {import("./held.js").Acknowledged | null} acknowledged what the person will post as it is
 * @property {number} held_until milliseconds, 0 where it is not on hold
 * @property {HTMLElement | null} pressed the control that was last pressed to post it
 */

const EDITABLE = "textarea, input";

/** @param {AbortSignal} signal @param {boolean} [late] the page had begun without us */
export function createComposers(signal, late = false) {
  /** @type {WeakMap<HTMLElement, Composer>} */
  const records = new WeakMap();
  /** @type {Set<WeakRef<Composer>>} */
  const met = new Set();
  /** @type {Site | null} */
  let known = null;
  /** @type {Composer | null} */
  let front = null;

  /** @returns {Site} the one that this page is of */
  function here() {
    const site = known ?? siteOf(hostHere(), document);
    if (site !== any || document.readyState !== "loading") {
      known = site; // until a page is whole, the mark of its software may be still to come
    }
    return site;
  }

  /** @param {HTMLElement} element @returns {Composer | null} */
  function meet(element) {
    const before = records.get(element);
    if (before) {
      return before;
    }
    const site = here();
    if (isNoPost(site, element)) {
      return null;
    }
    const field = fieldOf(element, site);
    if (!field && element instanceof HTMLInputElement) {
      return null;
    }
    const own = field !== null || (site !== any && element.matches(site.composer));
    if (!own && !isComposer(element)) {
      return null;
    }
    const file = field ? siteOfField(site, field) : own ? site : { ...any, account: site.account };
    const record = create(
      element,
      { site: file, field, fallback: !own && site !== any && !site.general, late: late && !field },
      signal,
    );
    records.set(element, record);
    met.add(new WeakRef(record));
    return record;
  }

  /** @returns {Composer[]} those still on the page */
  function live() {
    const all = [];
    for (const ref of met) {
      const record = ref.deref();
      if (record?.element.isConnected) {
        all.push(record);
      } else {
        record?.life.abort();
        met.delete(ref);
        if (record) {
          records.delete(record.element);
        }
      }
    }
    return all;
  }

  return Object.freeze({
    here,
    live,
    /** @returns {Composer | null} the one last worked in */
    front: () => (front?.element.isConnected ? front : null),
    /** @param {Composer} composer */
    bringToFront(composer) {
      front = composer;
    },
    /**
     * The composer that an event is about, met for the first time if need be.
     * @param {readonly EventTarget[]} path
     * @returns {Composer | null}
     */
    at(path) {
      if (front && path[0] === front.element) {
        return front; // most events by far: the rest of this asks the page about styles
      }
      const element = editorOf(path);
      return element && meet(element);
    },
    /**
     * Meet the site's own composers beside its own button. Nobody need have been in them: a link that shares
     * something fills one, and so does a browser that goes back.
     * @param {HTMLElement} button
     */
    meetBeside(button) {
      const { frame, composer } = here();
      for (const element of nearest(button, frame)?.querySelectorAll(composer) ?? []) {
        if (!element.parentElement?.isContentEditable) {
          meet(/** @type {HTMLElement} */ (element));
        }
      }
    },
    /**
     * The composers that an element belongs to: those in the smallest box that holds it and any composer.
     * @param {Node} element
     * @returns {Composer[]} the one last worked in first
     */
    about(element) {
      const all = live();
      for (let box = above(element); box && all.length > 0; box = above(box)) {
        const inside = all.filter((composer) => holds(/** @type {Node} */ (box), composer.element));
        if (inside.length > 0) {
          return inside.sort((a, b) => Number(b === front) - Number(a === front));
        }
      }
      return [];
    },
  });
}

/** @typedef {ReturnType<typeof createComposers>} Composers */

/** How many there have been in this frame. */
let made = 0;

/**
 * @param {HTMLElement} element
 * @param {Pick<Composer, "site" | "field" | "fallback" | "late" | "shared">} known
 * @param {AbortSignal} signal
 * @returns {Composer}
 */
export function create(element, known, signal) {
  const life = new AbortController();
  signal.addEventListener("abort", () => life.abort(), { once: true, signal: life.signal });
  made += 1;
  return {
    element,
    number: made,
    ...known,
    life,
    held: null,
    asking: null,
    reason: null,
    newest: 0,
    timer: null,
    touched: 0,
    again: false,
    composing: false,
    pictures: [],
    previewed: false,
    dismissed: new Set(),
    acknowledged: null,
    held_until: 0,
    pressed: null,
  };
}

/**
 * The field or the outermost editing host that an event came from, through shadow roots.
 * @param {readonly EventTarget[]} path
 * @returns {HTMLElement | null}
 */
export function editorOf(path) {
  let at = path[0];
  for (let root = at instanceof Element ? rootOf(at) : null; root?.activeElement; ) {
    at = root.activeElement;
    root = at instanceof Element ? rootOf(at) : null;
  }
  if (!(at instanceof Node)) {
    return null;
  }
  let element = at instanceof HTMLElement ? at : at.parentElement;
  if (element?.matches(EDITABLE)) {
    return element;
  }
  if (!element?.isContentEditable) {
    return null;
  }
  while (element.parentElement?.isContentEditable) {
    element = element.parentElement;
  }
  return element;
}
