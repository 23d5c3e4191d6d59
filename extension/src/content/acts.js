/** What a press on a note does. browser-only: held by the journeys. */

import { ask } from "./ask.js";
import { keysOf } from "./held.js";
import { append, mend } from "./mend.js";
import { stripPlaces } from "./pictures.js";
import { read } from "./text.js";
import { PAUSE_MINUTES, timeOf } from "./time.js";

/**
 * @typedef {import("./composers.js").Composer} Composer
 * @typedef {import("./held.js").Finding} Finding
 *
 * @param {object} parts
 * @param {import("./watch.js").Watch} parts.watch
 * @param {import("./page.js").PageFacts} parts.page
 * @param {import("./memory.js").Memory} parts.memory
 * @param {(composer: Composer) => void} parts.refresh
 * @param {(composer: Composer, key: string, ...parts: (string | number)[]) => void} parts.say
 */
export function createActs({ watch, page, memory, refresh, say }) {
  /** @param {Composer} composer @param {Finding} finding */
  function dismiss(composer, finding) {
    memory.dismiss(composer, keysOf(finding, composer.held?.text ?? ""));
    refresh(composer);
    say(composer, "card_dismissed");
  }

  /** @param {Composer} composer @param {string} text */
  async function copy(composer, text) {
    try {
      await navigator.clipboard.writeText(text);
      say(composer, "card_copied");
    } catch {
      say(composer, "card_failed"); // the page forbids it: nothing is lost, the words stand in the card
    }
  }

  /** @param {Composer} composer @param {Finding} finding */
  async function rewrite(composer, finding) {
    const text = watch.moveNow(composer);
    const fix = composer.held?.findings.find(({ topic }) => topic === finding.topic)?.fix;
    const done =
      fix?.kind === "append"
        ? await append(composer.element, fix.text ?? "")
        : await mend(composer.element, fix?.edits ?? []);
    const isAsBefore = read(composer.element).text === text;
    say(composer, done ? "card_done" : isAsBefore ? "card_failed" : "card_halfway");
    if (!done && fix?.kind === "append" && isAsBefore) {
      await copy(composer, fix.text ?? "");
    }
    watch.moveNow(composer);
    await watch.check(composer);
  }

  /** @param {Composer} composer @param {number} minutes */
  function hold(composer, minutes) {
    const until = Date.now() + minutes * 60_000;
    memory.hold(composer, until);
    refresh(composer);
    say(composer, "gate_held", timeOf(until));
  }

  /** @param {Composer} composer */
  async function strip(composer) {
    say(composer, (await stripPlaces(composer)) ? "card_done" : "card_failed");
  }

  /** @type {Record<import("../shared/protocol.js").Fix["kind"], (composer: Composer, finding: Finding) => unknown>} */
  const fixes = {
    remove: rewrite,
    replace: rewrite,
    append: rewrite,
    confirm: dismiss,
    hold: (composer, finding) => hold(composer, finding.fix?.minutes ?? PAUSE_MINUTES),
    strip,
  };

  return Object.freeze({
    hold,
    /**
     * @param {Composer} composer
     * @param {() => void} close
     * @returns {import("./finding.js").FindingActs}
     */
    of: (composer, close) => ({
      apply: (finding) => {
        close();
        if (finding.fix) {
          fixes[finding.fix.kind](composer, finding);
        }
      },
      dismiss: (finding) => dismiss(composer, finding),
      mute: (finding) => {
        page.mute(finding.topic);
        ask({ kind: "mute", topic: finding.topic });
        refresh(composer);
        say(composer, "card_muted");
      },
      copyRule: (finding) => copy(composer, finding.topic),
      hold:
        composer.field || composer.shared
          ? null // there is nothing to send
          : () => {
              close();
              hold(composer, PAUSE_MINUTES);
            },
      openClause: (clause) => ask({ kind: "open-policy", clause }),
    }),
  });
}
