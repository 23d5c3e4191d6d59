"""Finding entities in a sentence, as the tests say it."""

from __future__ import annotations

from postil.engine.entities import ENTITIES, EntityWords
from postil.engine.page import Page

LEEDS = EntityWords(
    names=frozenset({"university of leeds"}),
    domains=frozenset({"leeds.ac.uk"}),
    handles=frozenset({"@universityleeds"}),
    emails=frozenset({"leedsuni@agency.example"}),
    phones=frozenset({"01132431751", "441133431000"}),
)


def found(kind: str, text: str, words: EntityWords = LEEDS) -> list[str]:
    """The stretches of the text that are entities of the kind, in order."""
    return [text[start:end] for start, end in ENTITIES[kind](Page(text), words)]


def between(text: str) -> tuple[str, list[str]]:
    """A text with what should be found in ⟦brackets⟧: the text without them, and what they held."""
    wanted: list[str] = []
    plain = ""
    for index, part in enumerate(text.replace("⟧", "⟦").split("⟦")):
        if index % 2:
            wanted.append(part)
        plain += part
    return plain, wanted
