"""Shapes of one value: a text, a choice, a number, true or false."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

import yaml

from postil.rulebook.problems import did_you_mean
from postil.rulebook.shape.misread import TAKEN_FOR, is_plain, text_of
from postil.rulebook.shape.sheet import Json, Kind, Sheet

T = TypeVar("T")
_WHOLE = re.compile(r"\d{1,9}")
_FIGURE = re.compile(r"\d{1,9}(?:\.\d{1,9})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text of at least one character (`empty` allows none). `mention`: it names a thing of that kind."""

    about: str = ""
    mention: Kind | None = None
    empty: bool = False

    def read(self, node: yaml.Node, sheet: Sheet) -> str:
        """The text, unless YAML took it for something else."""
        text = text_of(node, sheet)
        if not self.empty and not text.strip():
            sheet.fail(node, "This text is empty.", "Write something, or take the key out.")
        if self.mention:
            sheet.mention(self.mention, text, node)
        return text

    def schema(self) -> Json:
        """A string."""
        found: Json = {"type": "string"} if self.empty else {"type": "string", "pattern": r"\S"}
        return found | ({"description": self.about} if self.about else {})


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words. `noun` says what the word is, for the sentence: `is no status`."""

    noun: str
    options: tuple[str, ...]

    def read(self, node: yaml.Node, sheet: Sheet) -> str:
        """The word, if it is one of them."""
        text = text_of(node, sheet)
        if text not in self.options:
            sheet.fail(node, f"`{text}` is no {self.noun}.", did_you_mean(text, self.options))
        return text

    def schema(self) -> Json:
        """An enumeration."""
        return {"enum": list(self.options)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written(Generic[T]):
    """A text in a form of its own (`8 words`, an address). `parse` gives `None` where it does not fit.

    `pattern` says the same to editors; `noun` and `hint` say it to people.
    """

    parse: Callable[[str], T | None]
    pattern: str
    noun: str
    hint: str

    def read(self, node: yaml.Node, sheet: Sheet) -> T:
        """What the text says."""
        if is_plain(node) and node.tag in TAKEN_FOR and self.parse(node.value) is None:
            sentence = f"`{node.value}` is no {self.noun}; YAML reads it as {TAKEN_FOR[node.tag]}."
            sheet.fail(node, sentence, self.hint)
        text = text_of(node, sheet)
        value = self.parse(text)
        if value is None:
            sheet.fail(node, f"`{text}` is no {self.noun}.", self.hint)
        return value

    def schema(self) -> Json:
        """A string with a pattern."""
        return {"type": "string", "pattern": self.pattern, "description": self.hint}


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A whole number in plain digits."""

    least: int = 0

    def read(self, node: yaml.Node, sheet: Sheet) -> int:
        """The number."""
        if not is_plain(node) or not _WHOLE.fullmatch(node.value) or int(node.value) < self.least:
            sheet.fail(
                node, "A whole number should stand here.", f"Write digits alone, {self.least} or more."
            )
        return int(node.value)

    def schema(self) -> Json:
        """An integer."""
        return {"type": "integer", "minimum": self.least}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, with or without a decimal point."""

    def read(self, node: yaml.Node, sheet: Sheet) -> float:
        """The number."""
        if not is_plain(node) or not _FIGURE.fullmatch(node.value):
            sheet.fail(node, "A number should stand here.", "Write it like `3` or `0.7`.")
        return float(node.value)

    def schema(self) -> Json:
        """A number."""
        return {"type": "number", "minimum": 0}


@dataclass(frozen=True, slots=True)
class YesNo:
    """`true` or `false`, and none of YAML's other words for them."""

    def read(self, node: yaml.Node, sheet: Sheet) -> bool:
        """Which of the two."""
        if not is_plain(node) or node.value not in {"true", "false"}:
            sheet.fail(
                node, "`true` or `false` should stand here.", "Write one of the two, without quotation marks."
            )
        return bool(node.value == "true")

    def schema(self) -> Json:
        """A boolean."""
        return {"type": "boolean"}
