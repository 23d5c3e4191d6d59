"""The reader's language, and words cut to the width of a terminal."""

from __future__ import annotations

import os
import textwrap
from collections.abc import Mapping
from typing import Literal

from postil.model.finding import Words

Language = Literal["en", "nl"]

_WIDTH = 96


def reader_language(environment: Mapping[str, str] = os.environ) -> Language:
    """Dutch where the locale says so, else English."""
    locale = next(
        (environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), ""
    )
    return "nl" if locale.lower().startswith("nl") else "en"


def in_language(words: Words, language: Language) -> str:
    """The sentence in the reader's language."""
    return words.nl if language == "nl" else words.en


def indent(text: str, by: int = 2) -> str:
    """A paragraph, filled and indented."""
    margin = " " * by
    return textwrap.fill(text, _WIDTH, initial_indent=margin, subsequent_indent=margin)
