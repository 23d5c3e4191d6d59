"""Tokens made up as passwords are: `welkom01`, `Leeds123!`, `P@ssword`, `Careers!2026`."""

from __future__ import annotations

import re

from postil.engine.entities._own import EntityWords
from postil.engine.entities._seek import seek
from postil.engine.page import Page, Span

_TOKEN = re.compile(r"(?<![^\s\"'`(:=>])(?P<it>[^\s\"'`(),;:=<>]{5,64})")
_MIXES = re.compile(r"[0-9!@#$%^&*?_+~]")
_SYMBOLS = frozenset("!@#$%^&*?_+~")
_NOT_ONE = re.compile(
    r"https?:|www\.|[@#]|[\w.+-]+@[\w-]+\."  # links, handles
    r"|[€£$+]|[0-9.,/-]+\w{0,3}[!?]*$"  # sums, dates, 250kg, 20th, 13th
    r"|[0-9]+-?[a-z]+(?:-[a-z]+)*[!?]*$"  # 54-year-old, 3d-printer
    r"|[^\W\d_]+['-](?:[^\W\d_]+|[0-9]{1,3})[!?]*$",  # covid-19
    re.IGNORECASE,
)


def find(page: Page, _words: EntityWords) -> tuple[Span, ...]:
    """Every such token. Model names and years are written so too: give it a `near`."""
    return seek(page, _TOKEN, _is_mixed) if _MIXES.search(page.plain) else ()


def _is_mixed(match: re.Match[str]) -> bool:
    token = match["it"].rstrip(".")
    if token.isalpha() or not any(char.isalpha() for char in token) or _NOT_ONE.match(token):
        return False
    inner = token.rstrip("!?")
    return any(char.isdigit() for char in inner) or not _SYMBOLS.isdisjoint(inner)
