/** What a content script may ask, each kind with its answer. The router has checked who asks. */

import { accountKey } from "../shared/account.js";
import { changeSettings } from "../shared/settings.js";
import { pageWords } from "../shared/words.js";
import { badgeOf, paint, readReport } from "./badge.js";
import { accountOf, fillDraft, isDraft, LONGEST, withAccount, writeHours } from "./fill.js";
import { failed } from "./helper.js";
import { fetchPolicy, institutionName } from "./kept.js";
import { recall, remember } from "./memory.js";
import { ask, askAboutMedia, currentSay, wordsOf } from "./scene.js";

/**
 * @typedef {import("../shared/protocol.js").Question} Question
 * @typedef {object} From who asks, as the browser says it, not as the page does
 * @property {number} tab
 * @property {number} frame
 * @property {string} host
 * @property {boolean} apart a private window: nothing that is seen there is written down
 * @property {boolean} on whether this host is checked, in this tab, now
 * @property {import("../shared/settings.js").Setup} setup
 * @property {"en" | "nl"} language
 */

const MEDIA_MOST = 24 * 1024 * 1024 - 4096;
const CLAUSE = /^[\w./ ()-]{1,200}$/;
const TOPIC = /^[a-z0-9-]{1,64}$/;
const FRESH_MS = 5000;

/** Checks under way, by composer: a newer one ends the older. Controllers alone, no text. @type {Map<string, AbortController>} */
const underWay = new Map();

/** @param {string} key @param {(stop: AbortSignal) => Promise<any>} work */
async function newestOnly(key, work) {
  underWay.get(key)?.abort();
  const own = new AbortController();
  underWay.set(key, own);
  try {
    return await work(own.signal);
  } finally {
    if (underWay.get(key) === own) {
      underWay.delete(key);
    }
  }
}

/** @param {unknown} value @param {number} longest @returns {string | null} a name that a page gave */
function name(value, longest = 200) {
  return typeof value === "string" && value !== "" && value.length <= longest ? value : null;
}

/** @type {{[Kind in Question["kind"]]: (question: Extract<Question, {kind: Kind}>, from: From) => Promise<any>}} */
export const QUESTIONS = {
  async page(question, { on, host, setup: { settings }, language }) {
    const key = accountKey(name(question.site) ?? "", host);
    const { kind, bio } = accountOf(settings, key, name(question.handle));
    return {
      on,
      language,
      muted: on ? settings.muted : [],
      account: kind,
      bio: on ? bio : null,
      working_hours: on ? writeHours(settings.hours, new Date()) : null,
      institution: on ? await institutionName(settings.institution, language) : "",
      words: on ? pageWords(await wordsOf(language)) : {},
    };
  },

  async check({ draft, composer }, { tab, frame, host, setup }) {
    if (!isDraft(draft)) {
      return failed("problem");
    }
    if (draft.text.length > LONGEST) {
      return failed("too-long");
    }
    const filled = fillDraft(draft, setup.settings, host, new Date());
    return typeof composer === "number"
      ? await newestOnly(`${tab}:${frame}:${composer}`, (stop) => ask("/v1/check", filled, stop))
      : await ask("/v1/check", filled);
  },

  async media({ file }) {
    if (!(file instanceof Blob)) {
      return failed("problem");
    }
    return file.size > MEDIA_MOST ? failed("too-long") : await askAboutMedia(file);
  },

  async report({ report }, { tab }) {
    const read = readReport(report);
    if (read) {
      await paint(tab, badgeOf(read, await currentSay()));
    }
    return { ok: read !== null };
  },

  async mute({ topic }) {
    const good = typeof topic === "string" && TOPIC.test(topic);
    if (good) {
      await changeSettings(({ settings }) => ({ muted: [...settings.muted, topic] }));
    }
    return { ok: good };
  },

  async bio({ site, handle, bio }, { apart, host, setup }) {
    if (apart || !name(site) || !name(handle) || typeof bio !== "string") {
      return { ok: false };
    }
    const key = accountKey(site, host);
    if (accountOf(setup.settings, key, handle).bio !== bio) {
      await changeSettings(({ settings }) => withAccount(settings, key, handle, { bio }));
    }
    return { ok: true };
  },

  async policy({ language }, { setup: { settings } }) {
    return await fetchPolicy(ask, settings.institution, language === "nl" ? "nl" : "en");
  },

  async "open-policy"({ clause }, { tab }) {
    const at = typeof clause === "string" && CLAUSE.test(clause) ? clause : "";
    await openPolicy(tab, at);
    return { ok: true };
  },

  async remember({ key, value }, { tab }) {
    return { ok: await remember(tab, key, value) };
  },

  async recall({ key }, { tab }) {
    return await recall(tab, key);
  },
};

/**
 * Open the popup at a clause; where the browser opens no popup by itself (Firefox wants a click on the icon), a tab.
 * @param {number} tab
 * @param {string} clause "" opens the policy at its beginning
 */
async function openPolicy(tab, clause) {
  await browser.storage.session.set({ "open-policy": { tab, clause, until: Date.now() + FRESH_MS } });
  try {
    await browser.action.openPopup();
  } catch {
    await browser.storage.session.remove("open-policy");
    const query = new URLSearchParams({ tab: String(tab), clause });
    await browser.tabs.create({ url: browser.runtime.getURL(`popup/popup.html?${query}`), openerTabId: tab });
  }
}
