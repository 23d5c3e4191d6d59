"""Who reads one language sees no word of the other: every topic, clause and state, in the card, the popup and the options."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Page

from journey.chromium import Chromium
from journey.scenes import LOCALES
from postil.model.finding import Words
from postil.model.policy import Rulebook
from postil.model.topic import Topic
from postil.rulebook.find import rules_folder
from postil.rulebook.load import load
from postil.server.wire import write_words

LANGUAGES = ("en", "nl")
POLICIES = ("leeds", "leiden", "umc-utrecht", "lancaster")
REASONS = ["helper-away", "not-paired", "refused", "busy", "timeout", "too-long", "problem", "no-permission"]
UNKNOWN = [
    "account.bio",
    "account.name",
    "account.handle",
    "attachments",
    "attachments.alt",
    "attachments.faces",
    "attachments.place",
    "reply_to",
    "audience",
    "time",
    "other",
]

READ = """(language) => {
  const said = []; const other = (one) => one.closest('[lang]')?.lang !== language;
  for (const one of document.querySelectorAll('*')) {
    if (one.matches('script, style') || other(one)) continue;
    for (const name of ['aria-label', 'title', 'placeholder']) said.push(one.getAttribute(name) ?? '');
    said.push(...[...one.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data)); }
  return said.map((one) => one.trim()).filter(Boolean); }"""
"""Everything on a page that is read or told, but for what is marked as being in another language."""

NOTES = """async ([language, findings, reasons]) => {
  const at = (path) => import(new URL('../' + path, location.href));
  const { cardOf } = await at('content/card.js'); const { beforeOf } = await at('content/before.js');
  const { chipOf } = await at('content/chip.js'); const { loadWords, sayIn } = await at('shared/words.js');
  const words = await loadWords(language); const say = sayIn(words); const no = () => {};
  const reader = { language, say, clause: () => '' };
  const acts = { apply: no, dismiss: no, mute: no, copyRule: no, openClause: no, go: no, close: no, hold: no };
  const parts = findings.map((one) => cardOf({ findings: [one, one], current: 0, state: null, partial: true }, reader, acts));
  parts.push(beforeOf(findings, reader, { back: no, anyway: no, hold: no, openClause: no }, { minutes: 20, until: '17:20' }));
  for (const reason of reasons) {
    const state = say('reason_' + reason.replaceAll('-', '_'));
    parts.push(cardOf({ findings: [], current: 0, state, partial: false }, reader, acts)); }
  for (const state of ['notes', 'ok', 'unchecked', 'hold']) for (const notes of [1, 3])
    parts.push(chipOf({ state, loudest: 'warning', notes, until: '17:20' }, say, no));
  const said = Object.entries(words).filter(([key]) => /^(card|gate|chip)_/.test(key)).map(([, text]) => text);
  parts.push(Object.assign(document.createElement('p'), { textContent: said.join(' ') }));
  document.documentElement.lang = language; document.body.replaceChildren(...parts); }"""
"""Fills a page of ours with a card a finding, the gate, every state and all that is told."""

STATES = """async ([language, findings, reasons]) => {
  const at = (path) => import(new URL('../' + path, location.href));
  const { stateOf } = await at('popup/state.js'); const { renderAccount, renderState } = await at('popup/head.js');
  const { renderPost } = await at('popup/post.js'); const { renderPolicy } = await at('popup/policy.js');
  const { renderContacts } = await at('popup/contacts.js'); const { renderReminders } = await at('popup/reminders.js');
  const { loadWords, sayIn } = await at('shared/words.js'); const say = sayIn(await loadWords(language)); const no = () => {};
  const said = []; const keep = (id) => said.push(document.getElementById(id).cloneNode(true));
  const page = { host: 'x.com', origin: 'https://x.com', known: true, shipped: true, on: true, paused: false };
  const pages = [null, page, { ...page, known: false }, { ...page, on: false }, { ...page, paused: true }];
  const seen = (state) => ({ report: { state, reason: null, fallback: true }, findings: [] });
  const fronts = [null, ...['checked', 'idle', 'off'].map(seen),
    ...reasons.map((reason) => ({ report: { state: 'not-checked', reason }, findings: [] }))];
  const helpers = [...reasons.map((state) => ({ state })), ...[0, 1, 3].map((problems) => ({ state: 'ok', problems }))];
  for (const helper of helpers) for (const one of pages) for (const front of fronts) {
    renderState(stateOf({ helper, page: one }, front), 'x.com', say, { act: no, toggle: no }); keep('state'); }
  for (const kind of ['personal', 'brand']) { renderAccount({ handle: 'x', kind }, say, no); keep('account'); }
  for (const front of [...fronts, { report: { state: 'checked' }, findings }]) {
    renderPost(front, null, say, language, no); keep('panel-post'); }
  for (const reason of reasons) { const absent = { ok: false, reason };
    renderPolicy(absent, say, language, new AbortController().signal); keep('panel-policy');
    renderContacts(absent, [], say); keep('panel-contacts'); }
  const topics = ['moderate-comments', 'password-hygiene', 'privacy-settings', 'policy-version'];
  const due = topics.map((topic, at) =>
    ({ topic, on: true, due: at % 2 === 0, days: [1, 7, 12, 365][at], clause: 'x/1', next: 1e12 }));
  renderReminders(due, '2026.1', say, language, { change: no, read: no });
  document.body.append(...said); }"""
"""Adds to the popup each state that it can be in."""


@cache
def rulebook() -> Rulebook:
    """The shipped rules."""
    rules = load(rules_folder())
    assert isinstance(rules, Rulebook)
    return rules


def texts_of(value: object) -> Iterator[Words]:
    """Every text in both languages that a value of the model holds, but for its examples."""
    if isinstance(value, Words):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from texts_of(one)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name != "examples":
                yield from texts_of(getattr(value, field.name))


def words_in(text: str) -> set[str]:
    """Its words, in small letters; no names of sites, commands or files, and no numbers."""
    plain = re.sub(r"\S*[.@/#\d]\w\S*|“postil[^”]*”|‘postil[^’]*’|\$\d", " ", text)
    return set(re.findall(r"[^\W\d_]{2,}", plain.lower().replace("’", "'")))


@cache
def strangers(language: str) -> frozenset[str]:
    """The words that only readers of the other language know: of all that we say, and what every sentence is made of."""
    said: dict[str, set[str]] = {}
    for code in LANGUAGES:
        locale = json.loads((LOCALES / code / "messages.json").read_text())
        said[code] = set().union(*(words_in(one["message"]) for one in locale.values()))
        for part in (*rulebook().topics.values(), *rulebook().policies.values()):
            for both in texts_of(part):
                said[code] |= words_in(getattr(both, code))
    other = next(code for code in LANGUAGES if code != language)
    phrases = rulebook().terms["function-words"].phrases
    small = set(phrases[other]) - set(phrases[language]) - said[language]
    return frozenset((said[other] - said[language]) | small)


def finding(topic: Topic, title: Words, message: Words, fix: dict[str, Any]) -> dict[str, Any]:
    """A finding as the helper would send it."""
    found = {
        "topic": topic.id,
        "severity": topic.severity,
        "confidence": "high",
        "clauses": [f"umc-utrecht/{topic.id}"],
        "title": write_words(title),
        "message": write_words(message),
        "marks": [{"start": 0, "end": 4}],
        "unknown": UNKNOWN,
    }
    return found | ({"fix": fix} if fix else {})


def findings(language: str) -> list[dict[str, Any]]:
    """One for each case of each topic, with each kind of fix that it offers."""
    edits = [{"start": 0, "end": 4, "text": ""}]
    wording = rulebook().policies["umc-utrecht"].disclaimer[language][0]
    form = rulebook().policies["umc-utrecht"].consent_form
    label = {"label": write_words(form.label), "url": form.url} if form else None
    found = []
    for topic in rulebook().topics.values():
        for case in topic.cases:
            fix = case.fix
            written: dict[str, Any] = {}
            if fix := case.fix:
                written = {"kind": fix.kind, "edits": edits, "text": wording, "minutes": fix.minutes}
                written |= {"statement": write_words(fix.statement), "form": label} if fix.statement else {}
            found.append(finding(topic, case.title, case.message, written))
        if topic.message:
            found.append(finding(topic, topic.title, topic.message, {}))
    return found


def assert_only(language: str, page: Page) -> None:
    """Nothing on the page is in the other language."""
    said = page.evaluate(READ, language)
    assert len(said) > 20, "the page shows its words"
    foreign = {one: words_in(one) & strangers(language) for one in said}
    assert {text: sorted(words) for text, words in foreign.items() if words} == {}


@pytest.fixture(params=LANGUAGES)
def reader(request: pytest.FixtureRequest, chromium: Chromium) -> Iterator[str]:
    """The language of somebody who knows no other."""
    chromium.ask({"kind": "save-settings", "settings": {"language": request.param}})
    yield request.param
    chromium.ask({"kind": "save-settings", "settings": {"language": "auto", "institution": None}})


def test_the_other_language_would_be_noticed() -> None:
    assert {"het", "bericht", "beleid"} <= strangers("en")
    assert {"the", "your", "policy"} <= strangers("nl")


def test_the_card_and_the_gate_speak_one_language(chromium: Chromium, reader: str) -> None:
    shown = chromium.extension_page("options/options.html").page
    shown.evaluate(NOTES, [reader, findings(reader), REASONS[:-1]])
    assert_only(reader, shown)
    shown.close()


@pytest.mark.parametrize("policy", POLICIES)
def test_the_popup_speaks_one_language(chromium: Chromium, reader: str, policy: str) -> None:
    chromium.ask({"kind": "save-settings", "settings": {"institution": policy}})
    shown = chromium.extension_page("popup/popup.html").page
    shown.wait_for_selector(f"html[lang={reader}] .clause", state="attached")
    assert_only(reader, shown)
    if policy == POLICIES[0]:
        shown.evaluate(STATES, [reader, findings(reader), REASONS])
        assert_only(reader, shown)
    shown.close()


def test_the_options_speak_one_language(chromium: Chromium, reader: str) -> None:
    muted = sorted(rulebook().topics)
    chromium.ask({"kind": "save-settings", "settings": {"muted": muted}})
    shown = chromium.extension_page("options/options.html").page
    shown.wait_for_selector(f"html[lang={reader}] #version:not(:empty)")
    assert_only(reader, shown)
    shown.close()
    chromium.ask({"kind": "save-settings", "settings": {"muted": []}})
