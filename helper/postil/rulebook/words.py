"""Shapes that several kinds of file share: words in both languages, ids, addresses, links, who and where."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import get_args

from postil.model.draft import AccountKind, Role, Surface
from postil.model.finding import Link, Severity, Words
from postil.rulebook.shape.keys import Key, Keys
from postil.rulebook.shape.lists import Columns, ListOf, Several
from postil.rulebook.shape.plain import Choice, Text, Written

SEVERITY = Choice("severity", ("warning", "suggestion", "note"))
CONFIDENCE = Choice("confidence", ("high", "medium", "low"))
SURFACE = Choice("surface", get_args(Surface))
SURFACES = Several(SURFACE)
ROLES = Several(Choice("role", get_args(Role)), least=0)
ACCOUNTS = Several(Choice("account", get_args(AccountKind)), least=0)
LANGUAGES = Several(Text())


def _words(en: str, nl: str, **more: str) -> Words:
    return Words(en, nl, tuple(sorted(more.items())))


BOTH = Keys(
    "This text",
    _words,
    {
        "en": Key(Text(), needed=True, about="Add `en:` with the English text."),
        "nl": Key(Text(), needed=True, about="Add `nl:` with the Dutch text."),
    },
    others=("[a-z]{2}", Key(Text())),
)
"""A sentence in English and in Dutch, and in any further language."""


def matching(pattern: str, noun: str, hint: str) -> Written[str]:
    """A text of which the whole fits a pattern."""
    compiled = re.compile(pattern)
    parse: Callable[[str], str | None] = lambda text: text if compiled.fullmatch(text) else None  # noqa: E731
    return Written(parse=parse, pattern=f"^(?:{pattern})$", noun=noun, hint=hint)


ID = matching(r"[a-z0-9]+(?:-[a-z0-9]+)*", "id", "Use small letters and digits, joined by hyphens.")
EMAIL = matching(r"[^@\s]+@[^@\s]+\.[a-z]{2,}", "e-mail address", "Write it like `name@university.org`.")
WEB = matching(
    r"https://\S+|mailto:\S+@\S+", "address", "Write one that starts with `https://` or `mailto:`."
)
LINK = Keys("A link", Link, {"label": Key(BOTH, needed=True), "url": Key(WEB)})

PHRASE = Text(mention="phrase", about="A term: a word or a phrase in plain text.")
PHRASES = ListOf(PHRASE)
COLUMNS = Columns(PHRASES)

_DAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_TIME = r"(?:[01]\d|2[0-3]):[0-5]\d"
HOURS_PATTERN = f"{_DAY}(?:-{_DAY})? {_TIME}-{_TIME}"
HOURS = matching(HOURS_PATTERN, "span of hours", "Write it like `Mon-Fri 09:00-17:00`.")


def severity_rank(severity: Severity) -> int:
    """From quiet to loud."""
    return ("note", "suggestion", "warning").index(severity)
