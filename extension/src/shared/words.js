/** Every word that a person reads, from `_locales`, in the language that the person chose (not the browser's). */

/**
 * @typedef {Record<string, {message: string, description?: string, placeholders?: Record<string, {content: string}>}>} Messages
 * @typedef {(key: string, ...parts: (string | number)[]) => string} Say `$1` ... in a message stand for the parts
 */

/** Keys that a page's notes need. */
const IN_PAGES = ["card_", "gate_", "chip_", "reason_"];

/** @param {string} language @returns {Promise<Messages>} */
async function fetchMessages(language) {
  const answer = await fetch(new URL(`../_locales/${language}/messages.json`, import.meta.url));
  return await answer.json();
}

/**
 * The words of one language: key -> text with `$1` ... for its parts.
 * @param {"en" | "nl"} language
 * @param {(language: string) => Promise<Messages>} [read]
 * @returns {Promise<Record<string, string>>}
 */
export async function loadWords(language, read = fetchMessages) {
  return Object.fromEntries(Object.entries(await read(language)).map(([key, one]) => [key, flatten(one)]));
}

/** @param {Messages[string]} one @returns {string} its named places as `$1` ... */
function flatten({ message, placeholders = {} }) {
  return message.replace(
    /\$([a-z]\w*)\$/gi,
    (whole, name) => placeholders[name.toLowerCase()]?.content ?? whole,
  );
}

/** @param {string} text @param {readonly (string | number)[]} parts @returns {string} */
export function fill(text, parts) {
  return text.replace(/\$(\d)/g, (_, at) => String(parts[Number(at) - 1] ?? ""));
}

/** The name of a word: ids with hyphens are written with underscores in `_locales`. @param {string} prefix @param {string} id */
export function wordKey(prefix, id) {
  return `${prefix}_${id.replaceAll("-", "_")}`;
}

/** The name of a word that counts something. @param {string} prefix @param {number} count */
export function countKey(prefix, count) {
  return `${prefix}_${count === 1 ? "one" : "other"}`;
}

/** @param {Record<string, string>} words @returns {Say} */
export function sayIn(words) {
  return (key, ...parts) => fill(words[key] ?? key, parts);
}

/** The words that a page's notes need, and no others. @param {Record<string, string>} words @returns {Record<string, string>} */
export function pageWords(words) {
  return Object.fromEntries(
    Object.entries(words).filter(([key]) => IN_PAGES.some((prefix) => key.startsWith(prefix))),
  );
}
