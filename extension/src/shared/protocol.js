/**
 * What the parts of the extension say to one another, and what the helper answers.
 * Types alone and a few constants: this file imports nothing.
 */

/** The helper's port. The manifest's CSP names it too; a test holds the two together. */
export const PORT = 28417;

/** Milliseconds of silence after the last input before a draft is checked. */
export const SETTLE_MS = 200;

/** Milliseconds after which an unanswered check counts as "not checked". */
export const ANSWER_MS = 1500;

/**
 * @typedef {"warning" | "suggestion" | "note"} Severity
 * @typedef {{en: string, nl: string}} Words
 * @typedef {{start: number, end: number, in?: string, item?: number}} Mark UTF-16 code units; `in` names a field other than the text
 * @typedef {{start: number, end: number, text: string}} Edit UTF-16 code units of the text
 *
 * @typedef {object} Fix
 * @property {"remove" | "replace" | "append" | "confirm" | "hold" | "strip"} kind strip: the place comes out of a picture's file
 * @property {string} [text] append: what is added after the post
 * @property {Edit[]} [edits] remove, replace
 * @property {Words} [statement] confirm
 * @property {{label: Words, url?: string}} [form] confirm
 * @property {number} [minutes] hold
 *
 * @typedef {object} Finding
 * @property {string} topic
 * @property {string[]} clauses
 * @property {Severity} severity
 * @property {"high" | "medium" | "low"} confidence
 * @property {Words} title
 * @property {Words} message
 * @property {Mark[]} marks
 * @property {Fix} [fix]
 * @property {string[]} unknown
 *
 * @typedef {object} Review
 * @property {string | null} id
 * @property {string} policy
 * @property {string} language
 * @property {Finding[]} findings
 * @property {boolean} [partial] some rules have no words in this language: only the others were applied
 *
 * @typedef {object} Attachment
 * @property {"image" | "video" | "audio" | "document"} kind
 * @property {string | null} [name]
 * @property {string | null} [alt]
 * @property {number | null} [faces]
 * @property {boolean | null} [place]
 *
 * @typedef {object} Draft as `contract.md` of the design says; absent or null is unknown
 * @property {string} text
 * @property {string} [id]
 * @property {string} [policy]
 * @property {"post" | "share" | "profile" | "sign-in"} [surface]
 * @property {string} [site]
 * @property {"staff" | "student"} [role]
 * @property {{kind?: "personal" | "brand" | null, name?: string | null, handle?: string | null, bio?: string | null}} [account]
 * @property {Attachment[]} [attachments]
 * @property {{author?: string | null, text?: string | null} | null} [reply_to]
 * @property {"public" | "group" | "friends" | "followers" | "private" | null} [audience]
 * @property {string} [time]
 * @property {string | null} [working_hours]
 */

/**
 * Why a draft was not checked. Each has its sentence in `_locales` (`reason_<name>`, with `_` for `-`).
 * @typedef {"helper-away" | "not-paired" | "refused" | "busy" | "timeout" | "off" | "too-long" | "no-policy" | "problem"} Reason
 *
 * What a content script may ask of the background, and nothing else:
 * @typedef {{kind: "page", host: string, site: string, handle: string | null}} PageQuestion
 * @typedef {{kind: "check", draft: Draft, composer?: number}} CheckQuestion `composer` tells a frame's composers apart: a newer check of the same one ends the older
 * @typedef {{kind: "media", file: File}} MediaQuestion
 * @typedef {{kind: "report", report: PageReport}} ReportQuestion
 * @typedef {{kind: "mute", topic: string}} MuteQuestion
 * @typedef {{kind: "bio", site: string, handle: string, bio: string}} BioQuestion
 * @typedef {{kind: "policy", language: "en" | "nl"}} PolicyQuestion
 * @typedef {{kind: "open-policy", clause: string | null}} OpenPolicyQuestion
 * @typedef {{kind: "remember", key: string, value: unknown}} RememberQuestion session memory of this tab alone (dismissals, holds)
 * @typedef {{kind: "recall", key: string}} RecallQuestion
 * @typedef {PageQuestion | CheckQuestion | MediaQuestion | ReportQuestion | MuteQuestion | BioQuestion | PolicyQuestion | OpenPolicyQuestion | RememberQuestion | RecallQuestion} Question
 *
 * The answers, by kind of question:
 * @typedef {object} PageAnswer what a page needs to know before it checks anything
 * @property {boolean} on whether this host is checked
 * @property {string[]} muted topics
 * @property {"en" | "nl"} language of everything that a person reads
 * @property {"personal" | "brand"} account kind of this handle on this site
 * @property {string | null} bio as last seen, or null where none was
 * @property {string | null} working_hours
 * @property {string} institution display name
 * @property {Record<string, string>} words of `_locales` in that language: card_*, gate_*, chip_*, reason_*
 *
 * @typedef {{ok: true, review: Review} | {ok: false, reason: Reason}} CheckAnswer
 * @typedef {{ok: true, faces: number | null, place: boolean | null, kind: Attachment["kind"], size: {width: number, height: number} | null, problem: string | null} | {ok: false, reason: Reason}} MediaAnswer
 * @typedef {{ok: true, policy: PolicyView, kept: boolean} | {ok: false, reason: Reason}} PolicyAnswer `kept`: the helper is away, this is the last one it sent
 *
 * What a page reports about itself, for the badge and the popup. Never text.
 * @typedef {object} PageReport
 * @property {"checked" | "not-checked" | "off" | "idle"} state
 * @property {Reason | null} reason
 * @property {string} site the adapter in use
 * @property {boolean} fallback the site's own adapter found nothing and `any` took over
 * @property {string | null} handle
 * @property {{warning: number, suggestion: number, note: number}} counts
 *
 * What the background or the popup may ask of a content script:
 * @typedef {{kind: "settings-changed"}} SettingsChanged
 * @typedef {{kind: "front"}} FrontQuestion the findings of the draft in front: FrontAnswer
 * @typedef {{kind: "show", topic: string}} ShowQuestion open the card at this finding
 *
 * @typedef {object} FrontAnswer
 * @property {PageReport} report
 * @property {Finding[]} findings
 * @property {boolean} partial as in the review
 */

/**
 * A policy as a person reads it, in one language (`/v1/policy`).
 * @typedef {object} PolicyView
 * @property {string} id
 * @property {string} institution
 * @property {string} version
 * @property {{id: string, title: string, year: number | null, url: string | null}[]} documents no year: undated; no url: supplied by the institution
 * @property {Record<string, string>} [titles] of all topics, by their ids
 * @property {PolicyClause[]} clauses in the order of the documents
 * @property {string[]} dos
 * @property {string[]} donts
 * @property {PolicyContact[]} contacts
 * @property {{label: string, url: string | null} | null} consent_form
 * @property {Record<string, string[]>} disclaimer language -> wordings, the document's own first
 * @property {{version: string, issued: string, expires: string} | null} [edition] the policy update it came by, with its days ("2026-11-21"); null: it came with Postil
 *
 * @typedef {object} PolicyClause
 * @property {string} id
 * @property {string} document its id
 * @property {string} section
 * @property {string} topic
 * @property {string} title the topic's
 * @property {string} theme
 * @property {string} demands
 * @property {string[]} acts how Postil acts on it: typing, pictures, share, profile, sign-in, reminder, shown-here, no-warning
 * @property {("staff" | "student")[]} who empty: everybody
 * @property {("personal" | "brand")[]} account empty: every account
 * @property {("post" | "share" | "profile" | "sign-in" | "schedule" | "policy" | "design")[]} surface where Postil acts on it
 * @property {Severity | null} severity the highest that a finding under it may carry
 *
 * @typedef {{name: string, about: string, email: string | null, phone: string | null, url: string | null, topics: string[]}} PolicyContact
 */

/** What a content script may send; the router refuses everything else from one. */
export const FROM_CONTENT = Object.freeze([
  "page",
  "check",
  "media",
  "report",
  "mute",
  "bio",
  "policy",
  "open-policy",
  "remember",
  "recall",
]);
