"""How much text a site takes, so that a fix never writes past it. Source: the sites' help pages, 2026."""

from __future__ import annotations

import re

from postil.model.draft import Surface

POST = {
    "x": 280,
    "bluesky": 300,
    "mastodon": 500,
    "threads": 500,
    "instagram": 2_200,
    "tiktok": 2_200,
    "linkedin": 3_000,
    "youtube": 10_000,
    "reddit": 10_000,
    "facebook": 63_206,
}
"""Site -> characters of a post. A site that is not here has no limit that matters."""

PROFILE = {
    "x": 160,
    "bluesky": 256,
    "mastodon": 500,
    "threads": 150,
    "instagram": 150,
    "tiktok": 80,
    "linkedin": 220,
    "youtube": 1_000,
    "reddit": 200,
    "facebook": 101,
}
"""Site -> characters of a bio."""

_LINK = re.compile(r"https?://\S+")
_LINK_COUNTS = 23  # X and Mastodon count every link so
_NARROW = "\u10ff"  # X counts what lies beyond as two
_SHORT_LINKS = frozenset({"x", "mastodon"})


def room(site: str | None, surface: Surface | None, text: str) -> int | None:
    """Return how many characters may still be added to `text`, or `None` for any number."""
    limit = (PROFILE if surface == "profile" else POST).get(site or "")
    if limit is None:
        return None
    if site in _SHORT_LINKS:
        text = _LINK.sub("-" * _LINK_COUNTS, text)
    wide = sum(char > _NARROW for char in text) if site == "x" else 0
    return limit - len(text) - wide
