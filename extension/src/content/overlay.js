/**
 * What stands beside the composer: the chip, the card and what is asked before posting. It opens by the person's own
 * doing alone. browser-only: held by the journeys.
 */

import { beforeOf } from "./before.js";
import { cardOf } from "./card.js";
import { keepCaret } from "./caret.js";
import { chipOf } from "./chip.js";
import { make } from "./element.js";
import { dress } from "./ground.js";
import { createLayout } from "./layout.js";

/**
 * @typedef {import("./composers.js").Composer} Composer
 * @typedef {import("./held.js").Finding} Finding
 *
 * @typedef {object} Look what a draft looks like at this moment
 * @property {readonly Finding[]} findings
 * @property {string | null} state why it was not checked, as a sentence
 * @property {boolean} partial
 * @property {import("./chip.js").ChipModel | null} chip null: nothing to show
 *
 * @typedef {object} Open
 * @property {Composer} composer
 * @property {HTMLElement} element
 * @property {"card" | "gate"} kind
 * @property {"hover" | "person"} how
 * @property {number} current
 * @property {number} notes how many it shows
 * @property {string} key what it shows, to tell whether it must be made anew
 * @property {() => void} back brings the caret back
 *
 * @param {object} parts
 * @param {import("./host.js").Host} parts.host
 * @param {import("./underline.js").Underlines} parts.underlines
 * @param {(composer: Composer) => Look} parts.look
 * @param {() => import("./finding.js").Reader} parts.reader
 * @param {(composer: Composer, close: () => void) => import("./finding.js").FindingActs} parts.acts
 * @param {() => void} parts.onGone the composer has left the page, and what stood beside it too
 * @param {AbortSignal} parts.signal
 */
export function createOverlay({ host, underlines, look, reader, acts, onGone, signal }) {
  /** @type {Open | null} */
  let open = null;
  /** @type {{composer: Composer, element: HTMLElement, key: string} | null} */
  let chip = null;
  /** @type {HTMLElement | null} */
  let said = null;
  /** Whose question the page took away before it was answered. @type {Composer | null} */
  let taken = null;
  const layout = createLayout(underlines, gone, signal);

  /** @param {Composer} composer */
  function showChip(composer) {
    const { chip: model } = look(composer);
    const root = model ? host.beside(composer.element) : null;
    const key = JSON.stringify(model);
    if (chip && chip.composer === composer && chip.key === key && chip.element.isConnected) {
      return;
    }
    chip?.element.remove();
    chip = null;
    if (model && root) {
      const element = chipOf(model, reader().say, () => toggle(composer));
      chip = { composer, element, key };
      dress(chip);
      root.append(element);
    }
    layout.chip(chip);
  }

  /** @param {Composer} composer */
  function toggle(composer) {
    if (open?.composer === composer) {
      close(true);
    } else {
      openCard(composer, { how: "person", focus: host.root()?.activeElement !== null });
    }
  }

  /**
   * @param {Composer} composer
   * @param {{finding?: Finding | undefined, how: "hover" | "person", focus: boolean}} wish
   */
  function openCard(composer, { finding, how, focus }) {
    const { findings } = look(composer);
    const current = Math.max(0, finding ? findings.findIndex(({ topic }) => topic === finding.topic) : 0);
    const back = open?.composer === composer ? open.back : keepCaret(composer.element);
    show({ composer, kind: "card", how, current, back }, focus);
  }

  /** @param {Omit<Open, "element" | "notes" | "key">} next @param {boolean} focus */
  function show(next, focus) {
    const { composer, current } = next;
    const root = host.beside(composer.element);
    if (!root) {
      return;
    }
    const { findings, state, partial } = look(composer);
    const at = Math.min(current, Math.max(0, findings.length - 1));
    const about = findings[at] ?? null;
    const { language, clause } = reader();
    const named = findings.flatMap(({ clauses }) => clauses.map(clause));
    const key = JSON.stringify([composer.number, findings, at, state, partial, language, named]);
    const made = { ...next, current: at, notes: findings.length, key };
    if (!focus && open?.key === key && open.element.isConnected) {
      open = { ...made, element: open.element }; // under a press or the focus, a new element would lose both
      layout.card({ composer, element: open.element, about });
      return;
    }
    const element = cardOf({ findings, current: at, state, partial }, reader(), {
      ...acts(composer, () => close(true)),
      go: (by) => go(by),
      close: () => close(true),
    });
    put({ ...made, element }, root, focus, about);
  }

  /** @param {Open} next @param {ShadowRoot} root @param {boolean} focus @param {Finding | null} about */
  function put(next, root, focus, about) {
    const hadFocus = open?.element.contains(root.activeElement) ?? false;
    open?.element.remove();
    open = next;
    dress(next);
    root.append(next.element);
    layout.card({ composer: next.composer, element: next.element, about });
    if (focus || hadFocus) {
      const first = [".primary", ".row button", "button"]
        .map((one) => next.element.querySelector(one))
        .find(Boolean);
      /** @type {HTMLElement | undefined} */ (first)?.focus({ preventScroll: true });
    }
  }

  /** @param {number} by */
  function go(by) {
    if (open?.kind === "card") {
      const { length } = look(open.composer).findings;
      show({ ...open, current: length === 0 ? 0 : (open.current + by + length) % length }, false);
    }
  }

  /** @param {boolean} back bring the caret back, if the focus is in the card */
  function close(back) {
    if (!open) {
      return;
    }
    const was = open;
    const hadFocus = was.element.contains(host.root()?.activeElement ?? null);
    open = null;
    taken = was.kind === "gate" && !was.element.isConnected ? was.composer : null;
    was.element.remove();
    layout.card(null);
    if (back && hadFocus) {
      was.back();
    }
  }

  /** Nothing of ours stays on the page. */
  function hide() {
    close(false);
    chip?.element.remove();
    chip = null;
    layout.chip(null);
  }

  function gone() {
    hide();
    onGone();
  }

  return Object.freeze({
    openCard,
    close,
    go,
    opened: () => open,
    /** @returns {Finding | null} the note in front */
    current: () => (open?.kind === "card" ? (look(open.composer).findings[open.current] ?? null) : null),
    /**
     * Ask before posting. False: the page will not have it, so nothing is asked.
     * @param {Composer} composer @param {readonly Finding[]} findings
     * @param {import("./before.js").BeforeActs} does @param {import("./before.js").Pause} pause
     * @returns {boolean}
     */
    ask(composer, findings, does, pause) {
      if (open && !open.element.isConnected) {
        close(false);
      }
      const root = taken === composer ? null : host.beside(composer.element);
      taken = null;
      if (!root) {
        return false;
      }
      const inside = open?.composer === composer && open.element.contains(root.activeElement);
      const back = inside && open ? open.back : keepCaret(composer.element);
      const element = beforeOf(findings, reader(), does, pause);
      put(
        { composer, kind: "gate", how: "person", current: 0, notes: findings.length, key: "", back, element },
        root,
        true,
        null,
      );
      return true;
    },
    /** The review, the text or the settings have changed. @param {Composer} composer @param {boolean} inFront */
    refresh(composer, inFront) {
      if (inFront) {
        showChip(composer);
      }
      if (open?.composer === composer) {
        const { findings, chip: left } = look(composer);
        if (left === null || (open.kind === "card" && findings.length === 0 && open.notes > 0)) {
          close(true); // nothing is left to read
        } else if (open.kind === "card") {
          show(open, false);
        }
      }
    },
    /** The focus goes round within the card. @param {number} by */
    step(by) {
      const all = /** @type {HTMLElement[]} */ ([
        ...(open?.element.querySelectorAll("button, a[href]") ?? []),
      ]).filter((one) => one.offsetParent !== null || one.getClientRects().length > 0);
      const at = all.indexOf(/** @type {HTMLElement} */ (host.root()?.activeElement));
      all[(at + by + all.length) % all.length]?.focus();
    },
    /** A press elsewhere puts the card away. @param {readonly EventTarget[]} path */
    leave(path) {
      if (open && !(open.kind === "card" && path.includes(open.composer.element))) {
        close(false);
      }
    },
    hide,
    shown: () => [open, chip].filter((one) => one !== null),
    /** Tell it to whoever listens rather than looks. @param {Composer} composer @param {string} words */
    say(composer, words) {
      const root = host.beside(composer.element);
      if (root && !said?.isConnected) {
        said = make("div", { class: "said", role: "status", "aria-live": "polite" });
        root.append(said);
      }
      if (said) {
        said.textContent = words;
      }
    },
  });
}

/** @typedef {ReturnType<typeof createOverlay>} Overlay */
