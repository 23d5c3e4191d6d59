/**
 * What the extension's own pages may ask of the background, as plain messages: `browser.runtime.sendMessage({kind:
 * "pair", line})`. The options page is open to `scripts/start` in the same way, through the browser's debugging pipe:
 *
 *     {kind: "helper-state"}                        -> {state: "ok", version, problems, paired} | {state: a reason}
 *     {kind: "pair", line: "POSTIL1. ..."}          -> {ok: true, name} | {ok: false, reason}
 *     {kind: "switch-on", origin: "http://host"}    -> {ok}
 *     {kind: "save-settings", settings: {role: "staff"}} -> {ok}; of the settings what is to change
 *
 * Types alone: this file runs nothing.
 */

/**
 * @typedef {import("./protocol.js").Reason} Reason
 * @typedef {import("./protocol.js").Words} Words
 * @typedef {import("./settings.js").Setup} Setup
 * @typedef {import("./settings.js").Settings} Settings
 * @typedef {{ok: boolean}} Done
 * @typedef {{name: string, since: number}} Paired since: ms since the epoch
 * @typedef {{id: string, institution: Words, version: string}} PolicyName
 *
 * @typedef {object} HelperState
 * @property {"ok" | "no-permission" | Reason} state
 * @property {Paired} [paired]
 * @property {string} [version]
 * @property {number} [problems] in the rule files
 *
 * @typedef {object} PageState a web page, seen from the popup
 * @property {string} host
 * @property {string} origin
 * @property {boolean} known in the list of hosts
 * @property {boolean} shipped in the manifest's list
 * @property {boolean} on
 * @property {boolean} paused in this tab
 *
 * @typedef {object} Reminder
 * @property {string} topic `policy-version` is ours; the rest are topics of policies
 * @property {boolean} on
 * @property {boolean} due
 * @property {number} days how often
 * @property {string | null} clause id of the clause that asks for it
 * @property {number | null} next ms since the epoch; null where it is off or due
 *
 * @typedef {object} Overview all that the popup needs at once
 * @property {Setup} setup
 * @property {"en" | "nl"} language
 * @property {HelperState} helper
 * @property {PageState | null} page null: no web page
 * @property {Reminder[]} reminders
 *
 * @typedef {{setup: Setup, language: "en" | "nl", shipped: string[], policies: PolicyName[]}} SettingsAnswer
 * @typedef {{ok: true, name: string} | {ok: false, reason: Reason | "line-form" | "line-slip" | "line-port"}} PairAnswer
 *
 * @typedef {object} Requests kind -> what comes with it, and the answer
 * @property {() => Promise<HelperState>} helper-state
 * @property {(request: {line: string}) => Promise<PairAnswer>} pair
 * @property {() => Promise<Done>} forget
 * @property {(request: {tab: number | null}) => Promise<Overview>} overview
 * @property {() => Promise<SettingsAnswer>} settings
 * @property {(request: {settings: Partial<Settings>}) => Promise<Done>} save-settings what is to change; ok: something was good and not locked
 * @property {() => Promise<PolicyName[]>} policies
 * @property {() => Promise<import("./protocol.js").PolicyAnswer>} policy
 * @property {(request: {site: string, handle: string, as: "personal" | "brand" | null}) => Promise<Done>} account null forgets it
 * @property {(request: {topic: string}) => Promise<Done>} unmute
 * @property {(request: {origin: string}) => Promise<Done>} switch-on the permission must be there
 * @property {(request: {origin: string}) => Promise<Done>} switch-off
 * @property {(request: {pattern: string}) => Promise<Done>} remove-site
 * @property {(request: {tab: number, paused: boolean}) => Promise<Done>} pause
 * @property {(request: {topic: string, on?: boolean, done?: boolean, days?: number}) => Promise<Done>} reminder
 */

export {};
