"""Secrets that show themselves: private keys, access tokens, a password behind a colon."""

from __future__ import annotations

import re

from postil.engine.entities._own import EntityWords
from postil.engine.entities._seek import settle
from postil.engine.page import Page, Span

_KEY = re.compile(
    r"-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:[^-]+-----END [A-Z0-9 ]+-----)?"
)
# Source: each service's own description of its tokens.
_TOKEN = re.compile(
    r"(?<![\w-])(?:"
    r"gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{22,}|glpat-[\w-]{20,}"
    r"|(?:AKIA|ASIA)[0-9A-Z]{16}(?!\w)"
    r"|xox[abeoprs]-[\w-]{10,}|xapp-[\w-]{20,}"
    r"|sk-[\w-]{20,}|[sr]k_(?:live|test)_[A-Za-z0-9]{16,}"
    r"|AIza[\w-]{35}|ya29\.[\w-]{20,}|SG\.[\w-]{16,}\.[\w-]{16,}"
    r"|npm_[A-Za-z0-9]{36}|hf_[A-Za-z]{30,}|dop_v1_[0-9a-f]{40,}|[0-9]{8,10}:AA[\w-]{33}"
    r"|eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}"  # a JSON web token
    r"|[Bb]earer [\w.~+/-]{20,}=*"
    r")"
)
_IN_LINK = re.compile(r"\b[a-z][a-z0-9+.-]{1,11}://[^\s/:@]{1,64}:(?P<it>[^\s/@]{3,64})@[\w.-]+")
_BEHIND = re.compile(r"(?:[:=]|->|→|\b(?:is|was)\b)\s{0,2}[\"'`]?(?P<it>[^\s\"'`]{6,64})")
_SYMBOL = re.compile(r"[!@#$%^&*?_+~=]")
_DIGIT = re.compile(r"\d")
_AN_EVENT = re.compile(r"[A-Z]?[a-z]+(?:19|20)?[0-9]{2}[!?]+")  # Zorg2030! is a theme
_SHAPE_OF_OTHERS = re.compile(
    r"(?://|https?:|www\.|[@#]|[\w.+-]+@[\w-]+\.|[€£$])|[\d.,]+(?:%|\+|\*|!|\?)+$", re.IGNORECASE
)
_PREFIXES = {
    "_": ("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat", "k_live", "k_test", "npm_", "hf_", "dop_"),
    "-": ("PRIVATE KEY", "glpat", "xox", "xapp", "sk-"),
    ".": ("ya29", "SG.", "eyJ"),
    "": ("AKIA", "ASIA", "AIza", ":AA", "earer"),
}
"""A sign that stands in a secret, if one has to -> how such secrets begin."""


def find(page: Page, _words: EntityWords) -> tuple[Span, ...]:
    """Every secret whose form alone gives it away. For weaker forms ask `password` with a `near`."""
    text = page.plain
    found: list[Span] = []
    signs = page.signs
    if any(any(map(text.__contains__, of)) for sign, of in _PREFIXES.items() if not sign or sign in signs):
        found += (Span(*match.span()) for pattern in (_KEY, _TOKEN) for match in pattern.finditer(text))
    if "://" in text:
        found += (Span(*match.span("it")) for match in _IN_LINK.finditer(text))
    if page.has_digit and any(map(_may_be_made_up, text.split())):
        found += (
            Span(start, start + len(value))
            for match in _BEHIND.finditer(text)
            if _is_made_up(value := _bare(match["it"])) and (start := match.start("it")) >= 0
        )
    return settle(found)


def _may_be_made_up(piece: str) -> bool:
    return not piece.isalpha() and _DIGIT.search(piece) is not None and _SYMBOL.search(piece) is not None


def _bare(token: str) -> str:
    """Without the sentence's own marks; one `!` may belong to the secret, so it stays."""
    return token.rstrip(".,;:)]}>")


def _is_made_up(token: str) -> bool:
    """Letters, digits and a symbol in one token that nothing else is written like."""
    return (
        any(char.isalpha() for char in token)
        and any(char.isdigit() for char in token)
        and _SYMBOL.search(token) is not None
        and not _AN_EVENT.fullmatch(token)
        and not _SHAPE_OF_OTHERS.match(token)
    )
