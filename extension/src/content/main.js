/**
 * The page's part, put together: one table says which event goes where. The loader hands every event on, with its
 * path. browser-only: held by the journeys.
 */

import { createActs } from "./acts.js";
import { ask, onQuestion } from "./ask.js";
import { createAttachments } from "./attachments.js";
import { createClauses } from "./clauses.js";
import { createComposers } from "./composers.js";
import { createGate } from "./gate.js";
import { createHost } from "./host.js";
import { createHover } from "./hover.js";
import { createKeys } from "./keys.js";
import { createLook } from "./look.js";
import { createMemory } from "./memory.js";
import { createOverlay } from "./overlay.js";
import { createPage } from "./page.js";
import { createReport } from "./report.js";
import { createRoots } from "./roots.js";
import { createUnderlines } from "./underline.js";
import { createWatch } from "./watch.js";

/**
 * Events that count even where the page has made them: some sites hand a file on so (our own synthetic paste carries
 * none), and a browser may end a composition in a person's stead.
 */
const ANYBODYS = new Set(["change", "drop", "paste", "compositionend"]);

/**
 * @typedef {import("./composers.js").Composer} Composer
 * @typedef {(event: Event, path: EventTarget[]) => void} Hand
 *
 * @param {AbortSignal} signal ends with the extension
 * @returns {Hand}
 */
export function start(signal) {
  const page = createPage();
  const memory = createMemory(signal);
  const composers = createComposers(signal);
  const host = createHost(signal);
  const underlines = createUnderlines(host, signal);
  const clauses = createClauses(page.known);
  const look = createLook(page);
  const report = createReport(look);
  const openClause = (/** @type {string | null} */ clause) => void ask({ kind: "open-policy", clause });
  const say = (
    /** @type {Composer} */ composer,
    /** @type {string} */ key,
    /** @type {(string | number)[]} */ ...parts
  ) => overlay.say(composer, page.say(key, ...parts));

  /** The review, the text or what the person wants to see has changed. @param {Composer} composer */
  function refresh(composer) {
    const shown = look(composer);
    const inFront = composers.front() === composer;
    underlines.paint(composer, shown.findings);
    overlay.refresh(composer, inFront);
    if (inFront) {
      report.send(composer);
    }
    report.announce(composer, shown, (key, count) => say(composer, key, count));
    if (composer.held) {
      clauses.learn(composer.held.policy).then(() => overlay.refresh(composer, false));
    }
  }

  /** @param {Composer} composer */
  async function pageAbout(composer) {
    const [known] = await Promise.all([page.about(composer), memory.refresh(composer)]);
    const { handle } = composer.site.account(document, composer.element);
    const bio = handle && known?.on ? (composer.site.bio?.(document, handle) ?? null) : null;
    if (known && handle && bio !== null && bio !== known.bio) {
      ask({ kind: "bio", site: composer.site.id, handle, bio });
      return { ...known, bio };
    }
    return known;
  }

  const watch = createWatch({
    page: pageAbout,
    onChange: (composer, text) => {
      if (text.trim() === "" && !composer.held) {
        memory.begin(composer);
      }
      refresh(composer);
    },
    signal,
  });
  const acts = createActs({ watch, page, memory, refresh, say });
  const reader = () => ({ language: page.known()?.language ?? "en", say: page.say, clause: clauses.name });
  const overlay = createOverlay({ host, underlines, look, reader, acts: acts.of, signal });
  const hover = createHover({ underlines, overlay });
  const attachments = createAttachments({
    composers,
    changed: (composer) => void watch.check(composer, true),
  });
  const gate = createGate({
    composers,
    watch,
    overlay,
    page,
    hold: acts.hold,
    unchecked: (composer) => {
      composer.reason ??= "timeout";
      refresh(composer);
    },
    say,
    openClause,
    signal,
  });
  const keys = createKeys({ composers, overlay, acts, watch });

  /** @param {Composer} composer */
  function enter(composer) {
    if (composers.front() !== composer) {
      composers.bringToFront(composer);
      attachments.adopt(composer);
      hover.follow(composer);
      void pageAbout(composer).then(() => refresh(composer));
    }
    watch.touched(composer);
  }

  /**
   * The text may change, or has. Editors that draw the text themselves often let no `input` event through, so anything
   * that a person does to a text counts.
   * @param {Event} event @param {EventTarget[]} path
   */
  function touch(event, path) {
    const composer = composers.at(path);
    if (composer) {
      if (event instanceof InputEvent) {
        composer.composing = event.isComposing;
      }
      if (composers.front() === composer) {
        watch.touched(composer);
      } else {
        enter(composer);
      }
    }
  }

  /** @param {DragEvent | ClipboardEvent} event @param {EventTarget[]} path */
  function brought(event, path) {
    attachments.brought(event, path);
    if (event.isTrusted) {
      touch(event, path);
    }
  }

  /** @type {Record<string, (event: any, path: EventTarget[]) => void>} */
  const table = {
    focusin: (_event, path) => {
      const composer = composers.at(path);
      if (composer) {
        enter(composer);
      } else {
        gate.approach(path);
      }
    },
    beforeinput: touch,
    input: touch,
    compositionstart: (_event, path) => {
      const composer = composers.at(path);
      if (composer) {
        composer.composing = true;
        watch.stop(composer);
      }
    },
    compositionend: (_event, path) => {
      const composer = composers.at(path);
      if (composer) {
        composer.composing = false;
        watch.touched(composer);
      }
    },
    pointerdown: (_event, path) => {
      gate.approach(path);
      overlay.leave(path);
    },
    click: (event, path) => {
      gate.click(event, path);
      hover.click(event, path, composers);
      const composer = composers.front();
      if (composer) {
        watch.touched(composer); // an emoji or a name was chosen from a list of the site's
      }
    },
    keydown: (event, path) => {
      keys.keydown(event, path);
      gate.keydown(event, path);
      touch(event, path);
    },
    change: (_event, path) => attachments.change(path),
    drop: brought,
    paste: brought,
  };

  /** @type {Hand} */
  function hand(event, path) {
    if (!event.isTrusted && !ANYBODYS.has(event.type)) {
      return; // the page's own doing, or ours: never the person's
    }
    if (host.isOurs(path)) {
      keys.inside(event);
      return;
    }
    roots.enter(event, path);
    table[event.type]?.(event, path);
  }
  const roots = createRoots(hand, signal);

  onQuestion((message) => {
    const composer = composers.front();
    /** @type {Record<string, () => unknown>} */
    const answers = {
      front: () => report.front(composer),
      show: () => {
        const { topic } = /** @type {import("../shared/protocol.js").ShowQuestion} */ (message);
        const finding = composer && look(composer).findings.find((one) => one.topic === topic);
        if (composer && finding) {
          overlay.openCard(composer, { finding, how: "person", focus: true });
        }
      },
      "settings-changed": () => {
        page.forget();
        for (const one of composers.live()) {
          void watch.check(one, true);
        }
      },
    };
    return answers[message.kind]?.();
  }, signal);
  signal.addEventListener("abort", () => overlay.hide(), { once: true });
  return hand;
}
