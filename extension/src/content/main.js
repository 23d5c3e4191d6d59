/** The page's part, put together. browser-only: held by the journeys. */

import { createActs } from "./acts.js";
import { ask, onQuestion } from "./ask.js";
import { createAttachments } from "./attachments.js";
import { createClauses } from "./clauses.js";
import { createComposers } from "./composers.js";
import { createEvents } from "./events.js";
import { createFrames } from "./frames.js";
import { createGate } from "./gate.js";
import { dress } from "./ground.js";
import { createHost } from "./host.js";
import { createHover } from "./hover.js";
import { createKeys } from "./keys.js";
import { createLook } from "./look.js";
import { createMemory } from "./memory.js";
import { createOverlay } from "./overlay.js";
import { createOwnPage } from "./own_page.js";
import { createPage } from "./page.js";
import { createReport } from "./report.js";
import { createShare } from "./share.js";
import { read } from "./text.js";
import { createUnderlines } from "./underline.js";
import { createWatch } from "./watch.js";

/**
 * @typedef {import("./composers.js").Composer} Composer
 *
 * @param {AbortSignal} signal ends with the extension
 * @param {boolean} late whether the page had begun without us
 * @returns {import("./events.js").Hand}
 */
export function start(signal, late) {
  const page = createPage();
  const memory = createMemory(signal, (composer) => {
    refresh(composer);
    say(composer, "gate_hold_over");
  });
  const composers = createComposers(signal, late);
  const host = createHost(signal);
  const underlines = createUnderlines(host, signal);
  const clauses = createClauses(page.known);
  const look = createLook(page);
  const report = createReport(look, composers.here);
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
    overlay.refresh(composer, inFront || composer.shared === true);
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
    const [known] = await Promise.all([
      page.about(composer),
      memory.refresh(composer, () => read(composer.element).text),
    ]);
    await ownPage.glance();
    return known && page.known();
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
  const overlay = createOverlay({
    host,
    underlines,
    look,
    reader,
    acts: acts.of,
    onGone: () => report.send(null),
    signal,
  });
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
    release: (composer) => {
      memory.release(composer);
      refresh(composer);
    },
    unchecked: (composer) => {
      composer.reason ??= "timeout";
      refresh(composer);
    },
    say,
    openClause,
    signal,
  });
  const ownPage = createOwnPage({ here: composers.here, page, signal });
  const share = createShare({ here: composers.here, page, overlay, refresh, signal });
  const keys = createKeys({ composers, overlay, acts, watch });

  const frames = createFrames({ gate, signal });

  const onFront = (/** @type {Composer} */ composer) => {
    frames.listen();
    pageAbout(composer).then(() => refresh(composer));
  };

  /** The settings have changed, or may have. */
  function renew() {
    page.forget();
    report.forget();
    for (const one of composers.live()) {
      void watch.check(one, true);
    }
  }

  // A page that was put by, and is gone back to, was told nothing meanwhile; and its icon was cleared.
  window.addEventListener("pageshow", (event) => event.isTrusted && event.persisted && renew(), { signal });

  onQuestion((message) => {
    const composer = composers.front();
    /** @type {Record<string, () => unknown>} */
    const answers = {
      front: () => report.front(composer, window === window.top),
      show: () => {
        const { topic } = /** @type {import("../shared/protocol.js").ShowQuestion} */ (message);
        const finding = composer && look(composer).findings.find((one) => one.topic === topic);
        if (composer && finding) {
          overlay.openCard(composer, { finding, how: "person", focus: true });
        }
      },
      "settings-changed": renew,
    };
    return answers[message.kind]?.();
  }, signal);
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const redress = () => {
    for (const shown of overlay.shown()) {
      dress(shown);
    }
    composers.live().forEach(refresh);
  };
  scheme.addEventListener("change", redress, { signal });
  signal.addEventListener("abort", () => overlay.hide(), { once: true });
  return createEvents({
    host,
    composers,
    watch,
    gate,
    overlay,
    hover,
    keys,
    attachments,
    share,
    ownPage,
    onFront,
    signal,
  });
}
