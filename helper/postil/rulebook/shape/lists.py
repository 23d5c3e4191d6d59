"""Several of one shape: a list, one or a list, a column a language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

import yaml

from postil.rulebook.shape.keys import pairs
from postil.rulebook.shape.misread import is_plain, look_twice, run_on
from postil.rulebook.shape.sheet import Broken, Json, Shape, Sheet

T = TypeVar("T")
LANGUAGE = re.compile(r"any|[a-z]{2}")


@dataclass(frozen=True, slots=True)
class ListOf(Generic[T]):
    """A list, of at least so many."""

    item: Shape[T]
    least: int = 0

    def read(self, node: yaml.Node, sheet: Sheet) -> tuple[T, ...]:
        """All items; each is read even where another is broken."""
        if sheet.odd:
            look_twice(node, sheet)
        if not isinstance(node, yaml.SequenceNode):
            if is_plain(node):
                run_on(node, sheet)
            sheet.fail(
                node,
                "A list should stand here.",
                "Write `[one, two]`, or each item on a line with `- ` before it.",
            )
        if len(node.value) < self.least:
            sheet.fail(node, f"At least {self.least} should stand in this list.", "Add what is missing.")
        found: list[T] = []
        for item in node.value:
            try:
                found.append(self.item.read(item, sheet))
            except Broken:
                continue
        if len(found) < len(node.value):
            raise Broken
        return tuple(found)

    def schema(self) -> Json:
        """An array."""
        least: Json = {"minItems": self.least} if self.least else {}
        return {"type": "array", "items": self.item.schema()} | least


@dataclass(frozen=True, slots=True)
class Several(Generic[T]):
    """One, or a list of them."""

    item: Shape[T]
    least: int = 1

    def read(self, node: yaml.Node, sheet: Sheet) -> tuple[T, ...]:
        """All of them, as a tuple."""
        if isinstance(node, yaml.SequenceNode):
            return ListOf(self.item, self.least).read(node, sheet)
        return (self.item.read(node, sheet),)

    def schema(self) -> Json:
        """Either form."""
        return {"anyOf": [self.item.schema(), ListOf(self.item, self.least).schema()]}


@dataclass(frozen=True, slots=True)
class Columns(Generic[T]):
    """A column a language: `en`, `nl` ... and, where `anything` says so, `any`."""

    item: Shape[T]
    anything: bool = True

    def read(self, node: yaml.Node, sheet: Sheet) -> dict[str, T]:
        """Language code to value."""
        found: dict[str, T] = {}
        before = len(sheet.problems)
        for name, key, value in pairs(node, sheet, "A language"):
            if not LANGUAGE.fullmatch(name) or (name == "any" and not self.anything):
                sheet.note(
                    key, f"`{name}` is no language.", "Write its code of two letters, like `en` or `nl`."
                )
                continue
            try:
                found[name] = self.item.read(value, sheet)
            except Broken:
                continue
        if len(sheet.problems) > before:
            raise Broken
        return found

    def schema(self) -> Json:
        """An object whose keys are language codes."""
        pattern = "^(any|[a-z]{2})$" if self.anything else "^[a-z]{2}$"
        return {
            "type": "object",
            "patternProperties": {pattern: self.item.schema()},
            "additionalProperties": False,
        }
