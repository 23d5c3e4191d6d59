/** What most answers need, read anew for each: the worker may have slept, and keeps nothing between two messages. */

import { languageOf, loadSettings } from "../shared/settings.js";
import { loadWords, sayIn } from "../shared/words.js";
import { askHelper, askMedia } from "./helper.js";
import { browserName, loadPairing } from "./pairing.js";

/** @typedef {import("../shared/words.js").Say} Say */

/** One fetch a language while the worker is awake: words, no draft. @type {Map<string, Promise<Record<string, string>>>} */
const tables = new Map();

/** @returns {Promise<{setup: import("../shared/settings.js").Setup, language: "en" | "nl"}>} */
export async function currentSetup() {
  const setup = await loadSettings();
  return { setup, language: languageOf(setup.settings, browser.i18n.getUILanguage()) };
}

/** @param {"en" | "nl"} language @returns {Promise<Record<string, string>>} */
export function wordsOf(language) {
  const table = tables.get(language) ?? loadWords(language);
  tables.set(language, table);
  return table;
}

/** @returns {Promise<Say>} in the language of the person */
export async function currentSay() {
  return sayIn(await wordsOf((await currentSetup()).language));
}

/** @type {(path: Parameters<typeof askHelper>[1], question: unknown, stop?: AbortSignal) => ReturnType<typeof askHelper>} */
export async function ask(path, question, stop) {
  return await askHelper(await loadPairing(), path, question, stop);
}

/** @param {Blob & {name?: string}} file */
export async function askAboutMedia(file) {
  return await askMedia(await loadPairing(), file);
}

/** @returns {string} */
export function ownName() {
  const { userAgent } = navigator;
  const brands = /** @type {{userAgentData?: {brands: {brand: string}[]}}} */ (navigator).userAgentData
    ?.brands;
  return browserName(userAgent, brands);
}
