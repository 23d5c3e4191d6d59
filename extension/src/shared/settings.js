/**
 * What a person has set, each setting under a key of its own in `storage.local`, read through one door that never
 * lets a wrong value in. An organisation may set some of it (managed storage), never a key. The background alone writes.
 */

/**
 * @typedef {{kind: "personal" | "brand", bio: string | null}} Account
 * @typedef {{on: boolean, days: number[], from: string, to: string}} WorkingHours days: 1 is Monday; `to` before `from`: it ends on the next day
 * @typedef {object} ReminderSetting
 * @property {boolean | null} on null leaves it to the policy
 * @property {number | null} last ms since the epoch
 * @property {number | null} days how often; null: as we propose
 *
 * @typedef {object} Settings
 * @property {string | null} institution id of a policy; null: the helper's own default
 * @property {"staff" | "student"} role
 * @property {"auto" | "en" | "nl"} language
 * @property {string[]} off hosts that are switched off
 * @property {string[]} on match patterns of hosts that were switched on beside the manifest's
 * @property {Record<string, Record<string, Account>>} accounts by site or host (`shared/account.js`), then handle
 * @property {WorkingHours} hours
 * @property {string[]} muted topics
 * @property {Record<string, ReminderSetting>} reminders by topic
 * @property {boolean} notify the system says it, too, when a reminder is due
 * @property {Record<string, string>} read policy id -> the version whose change the person has seen
 *
 * @typedef {keyof Settings} SettingName
 * @typedef {{settings: Settings, locked: SettingName[], given: string[]}} Setup locked: set by the organisation; given: its match patterns
 */

const MOST = 500;
const LONGEST = 5000;
const RAREST_DAYS = 730;
const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;
const HOST = /^[a-z0-9.[\]:-]{1,253}$/;
const PATTERN = /^https?:\/\/[a-z0-9.[\]:*-]{1,253}\/\*$/;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

/** @type {Settings} */
export const DEFAULTS = Object.freeze({
  institution: null,
  role: "student",
  language: "auto",
  off: [],
  on: [],
  accounts: {},
  hours: { on: false, days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" },
  muted: [],
  reminders: {},
  notify: false,
  read: {},
});

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} value @param {number} [longest] @returns {value is string} */
function isText(value, longest = 200) {
  return typeof value === "string" && value !== "" && value.length <= longest;
}

/** @param {unknown} value @param {RegExp} form @returns {string[] | undefined} the good ones, each once */
function readList(value, form) {
  if (!Array.isArray(value)) {
    return undefined;
  }
  return [...new Set(value.filter((one) => typeof one === "string" && form.test(one)))].slice(-MOST);
}

/**
 * @template T
 * @param {unknown} value
 * @param {(one: unknown) => T | undefined} read
 * @returns {Record<string, T> | undefined} the good ones
 */
function readRecord(value, read) {
  if (!isRecord(value)) {
    return undefined;
  }
  /** @type {Record<string, T>} */
  const good = {};
  for (const [name, one] of Object.entries(value).slice(-MOST)) {
    const got = read(one);
    if (got !== undefined && isText(name) && !FORBIDDEN.has(name)) {
      good[name] = got;
    }
  }
  return good;
}

/** @param {unknown} value @returns {Account | undefined} */
function readAccount(value) {
  if (!isRecord(value)) {
    return undefined;
  }
  const bio = typeof value.bio === "string" ? value.bio.slice(0, LONGEST) : null;
  return { kind: value.kind === "brand" ? "brand" : "personal", bio };
}

/** @param {unknown} value @returns {WorkingHours | undefined} */
function readHours(value) {
  if (!isRecord(value) || !Array.isArray(value.days)) {
    return undefined;
  }
  const days = [1, 2, 3, 4, 5, 6, 7].filter((day) => /** @type {unknown[]} */ (value.days).includes(day));
  const { from, to } = value;
  if (
    typeof from !== "string" ||
    typeof to !== "string" ||
    !CLOCK.test(from) ||
    !CLOCK.test(to) ||
    from === to
  ) {
    return undefined;
  }
  return { on: value.on === true && days.length > 0, days, from, to };
}

/** @param {unknown} value @returns {ReminderSetting | undefined} */
function readReminder(value) {
  if (!isRecord(value)) {
    return undefined;
  }
  const last = typeof value.last === "number" && Number.isFinite(value.last) ? value.last : null;
  const { days } = value;
  const isRhythm = typeof days === "number" && Number.isInteger(days) && days >= 1 && days <= RAREST_DAYS;
  return { on: typeof value.on === "boolean" ? value.on : null, last, days: isRhythm ? days : null };
}

/** @template {string} T @param {...T} words @returns {(value: unknown) => T | undefined} */
function oneOf(...words) {
  return (value) => words.find((word) => word === value);
}

/** How each setting is read: undefined means that the value is no good. @type {{[Name in SettingName]: (value: unknown) => Settings[Name] | undefined}} */
const READERS = {
  institution: (value) =>
    value === null || (typeof value === "string" && ID.test(value)) ? value : undefined,
  role: oneOf("staff", "student"),
  language: oneOf("auto", "en", "nl"),
  off: (value) => readList(value, HOST),
  on: (value) => readList(value, PATTERN),
  accounts: (value) => readRecord(value, (site) => readRecord(site, readAccount)),
  hours: readHours,
  muted: (value) => readList(value, ID),
  reminders: (value) => readRecord(value, readReminder),
  notify: (value) => (typeof value === "boolean" ? value : undefined),
  read: (value) => readRecord(value, (version) => (isText(version) ? version : undefined)),
};

export const NAMES = /** @type {SettingName[]} */ (Object.keys(READERS));

/**
 * The settings that hold good in what is stored; a default stands in for every other.
 * @param {Record<string, unknown>} stored
 * @param {Record<string, unknown>} [managed] what the organisation has set: institution, role, sites
 * @returns {Setup}
 */
export function readSettings(stored, managed = {}) {
  /** @type {Record<string, unknown>} */
  const settings = {};
  /** @type {SettingName[]} */
  const locked = [];
  for (const name of NAMES) {
    settings[name] = READERS[name](stored[name]) ?? structuredClone(DEFAULTS[name]);
  }
  for (const name of /** @type {const} */ (["institution", "role"])) {
    const value = READERS[name](managed[name]);
    if (value !== undefined && value !== null) {
      settings[name] = value;
      locked.push(name);
    }
  }
  const given = readList(managed.sites, HOST)?.map((host) => `https://${host}/*`) ?? [];
  return { settings: /** @type {Settings} */ (/** @type {unknown} */ (settings)), locked, given };
}

/**
 * The good part of a change that somebody asks for.
 * @param {unknown} change
 * @returns {Partial<Settings>}
 */
export function readChange(change) {
  /** @type {Record<string, unknown>} */
  const good = {};
  for (const name of isRecord(change) ? NAMES : []) {
    const given = /** @type {Record<string, unknown>} */ (change)[name];
    const value = given === undefined ? undefined : READERS[name](given);
    if (value !== undefined) {
      good[name] = value;
    }
  }
  return good;
}

/** @returns {Promise<Setup>} */
export async function loadSettings() {
  const [stored, managed] = await Promise.all([
    browser.storage.local.get(NAMES),
    browser.storage.managed.get(["institution", "role", "sites"]).catch(() => ({})), // Firefox rejects where there is none
  ]);
  return readSettings(stored, managed);
}

/** The change under way, or the last one. @type {Promise<unknown>} */
let writing = Promise.resolve();

/**
 * Keep what is good in a change. It is made of the settings as they are when its turn comes: two tabs may each mute a
 * subject at the same moment, and neither may write over what the other has just written.
 * @param {(setup: Setup) => Partial<Settings>} make
 * @returns {Promise<Partial<Settings>>} what was kept
 */
export function changeSettings(make) {
  const change = writing.then(async () => {
    const good = readChange(make(await loadSettings()));
    await browser.storage.local.set(good);
    return good;
  });
  writing = change.catch(() => undefined);
  return change;
}

/**
 * The language of everything that a person reads.
 * @param {Settings} settings
 * @param {string} ui the browser's own, such as "nl-NL"
 * @returns {"en" | "nl"}
 */
export function languageOf(settings, ui) {
  if (settings.language !== "auto") {
    return settings.language;
  }
  return /^nl\b/i.test(ui) ? "nl" : "en";
}
