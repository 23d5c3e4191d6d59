/**
 * What the person has put aside or on hold, kept in the background's session memory so that it outlives a composer
 * that the site mounts anew. Never on a disk.
 */

import { ask } from "./ask.js";

/** @typedef {import("./composers.js").Composer} Composer */

const DISMISSED = "dismissed";
const HOLD = "hold";

/** A finding about no words in particular is put aside for one composer's draft alone. @param {string} key */
function isAboutWords(key) {
  return JSON.parse(key).length > 2;
}

/**
 * @param {AbortSignal} signal
 * @param {(composer: Composer) => void} over its hold has ended
 */
export function createMemory(signal, over) {
  /** @type {Set<string>} */
  const dismissed = new Set();
  /** @type {{text: string, until: number} | null} */
  let onHold = null;
  /** @type {Promise<void> | null} */
  let recalled = null;

  async function recall() {
    onHold ??= await ask({ kind: "recall", key: HOLD });
    for (const key of (await ask({ kind: "recall", key: DISMISSED })) ?? /** @type {string[]} */ ([])) {
      dismissed.add(key);
    }
  }

  /** @param {Composer} composer @param {number} until milliseconds */
  function keep(composer, until) {
    composer.held_until = until;
    const timer = setTimeout(() => {
      if (composer.held_until === until) {
        release(composer);
        over(composer);
      }
    }, until - Date.now());
    for (const life of [signal, composer.life.signal]) {
      life.addEventListener("abort", () => clearTimeout(timer), { once: true });
    }
  }

  /** @param {Composer} composer */
  function release(composer) {
    const until = composer.held_until;
    composer.held_until = 0;
    if (until > 0 && onHold?.until === until) {
      onHold = null;
      ask({ kind: "remember", key: HOLD, value: null });
    }
  }

  return Object.freeze({
    /** The person will wait no longer. */
    release,
    /**
     * Bring back what was put aside on this tab before, and the hold on this very text.
     * @param {Composer} composer @param {() => string} text
     */
    async refresh(composer, text) {
      recalled ??= recall();
      await recalled;
      if (onHold && composer.held_until === 0 && onHold.until > Date.now() && onHold.text === text()) {
        keep(composer, onHold.until);
      }
      for (const key of dismissed) {
        composer.dismissed.add(key);
      }
    },
    /** @param {Composer} composer @param {readonly string[]} keys */
    dismiss(composer, keys) {
      for (const key of keys) {
        composer.dismissed.add(key);
        if (isAboutWords(key)) {
          dismissed.add(key);
        }
      }
      ask({ kind: "remember", key: DISMISSED, value: [...dismissed] });
    },
    /** The draft is gone: what was put aside about it as a whole goes with it. @param {Composer} composer */
    begin(composer) {
      composer.dismissed = new Set(dismissed);
      composer.acknowledged = null;
      release(composer);
    },
    /** @param {Composer} composer @param {number} until milliseconds */
    hold(composer, until) {
      keep(composer, until);
      onHold = { text: composer.held?.text ?? "", until };
      ask({ kind: "remember", key: HOLD, value: onHold });
    },
  });
}

/** @typedef {ReturnType<typeof createMemory>} Memory */
