"""Entities: what has a form of its own (an e-mail address, a date of birth). One kind, one file, one line here.

A finder reads `page.plain`, which has the length of the text, and returns spans in code points.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from postil.engine.page import Page, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityWords:
    """What belongs to the institution itself and is nobody's personal data; all lower-case.

    `domains` without `www.`; `handles` with their `@`; `phones` as digits alone, with what the policy wrote.
    """

    names: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    handles: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()


Finder = Callable[[Page, EntityWords], tuple[Span, ...]]
"""Finds every entity of one kind, in order, without overlap."""

ENTITIES: dict[str, Finder] = {}
"""Kind -> finder. A kind that is not here is found nowhere."""
