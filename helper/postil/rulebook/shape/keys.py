"""A mapping with named keys, each with a shape of its own, and no others."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import yaml

from postil.rulebook.problems import did_you_mean
from postil.rulebook.shape.misread import look_twice
from postil.rulebook.shape.sheet import Broken, Json, Shape, Sheet

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Key(Generic[T]):
    """What stands under a key. Without `needed` it may be left out, and is then not handed on."""

    shape: Shape[T]
    needed: bool = False
    name: str = ""
    about: str = ""


def pairs(node: yaml.Node, sheet: Sheet, noun: str) -> list[tuple[str, yaml.Node, yaml.Node]]:
    """Key, its node and the value's node of a mapping; each key once."""
    if sheet.odd:
        look_twice(node, sheet)
    if not isinstance(node, yaml.MappingNode):
        sheet.fail(
            node,
            f"{noun} should stand here, as `key: value`.",
            "Write the keys below, indented; or in `{...}`.",
        )
    found: list[tuple[str, yaml.Node, yaml.Node]] = []
    seen: dict[str, yaml.Node] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            sheet.note(key, "A key should be a plain word.", "Write `key: value`.")
        elif key.value in seen:
            line = seen[key.value].start_mark.line + 1
            sheet.note(
                key, f"`{key.value}` stands here twice.", f"Take one out; the other is in line {line}."
            )
        else:
            seen[key.value] = key
            found.append((key.value, key, value))
    return found


@dataclass(frozen=True, slots=True)
class Keys(Generic[T]):
    """A mapping with these keys and no others. `build` gets their values by name, `-` as `_`.

    `check` looks at the values together before they are built, and notes what does not go together; `others` is a
    pattern that further keys may fit, and what stands under them.
    """

    noun: str
    build: Callable[..., T]
    keys: Mapping[str, Key[Any]]
    check: Callable[[dict[str, Any], yaml.Node, Sheet], None] | None = None
    others: tuple[str, Key[Any]] | None = None

    def read(self, node: yaml.Node, sheet: Sheet) -> T:
        """The built value. All keys are read, so that all problems are found."""
        before = len(sheet.problems)
        found: dict[str, Any] = {}
        present: set[str] = set()
        for name, key_node, value_node in pairs(node, sheet, self.noun):
            key = self.keys.get(name)
            present.add(name)
            if (
                key is None
                and self.others
                and re.fullmatch(self.others[0], name)
                and not _is_empty(value_node)
            ):
                key = self.others[1]
            if key is None:
                self._unknown(name, key_node, value_node, sheet)
                continue
            try:
                found[key.name or name.replace("-", "_")] = key.shape.read(value_node, sheet)
            except Broken:
                continue
        for name, key in self.keys.items():
            if key.needed and name not in present:
                sheet.note(node, f"{self.noun} needs `{name}`.", key.about or f"Add `{name}:`.", width=1)
        if len(sheet.problems) > before:
            raise Broken
        if self.check:
            self.check(found, node, sheet)
            if len(sheet.problems) > before:
                raise Broken
        return self.build(**found)

    def _unknown(self, name: str, key: yaml.Node, value: yaml.Node, sheet: Sheet) -> None:
        if _is_empty(value) and sheet.from_node(key)[len(name) :].lstrip()[:1] in {",", "}"}:
            sentence = f"`{name}` stands alone: a comma in unquoted text starts a new key."
            sheet.note(key, sentence, "Put the whole text before it in quotation marks, comma and all.")
        else:
            sheet.note(key, f"{self.noun} has no key `{name}`.", did_you_mean(name, self.keys))

    def schema(self) -> Json:
        """An object that is closed."""
        keys = {name: key.shape.schema() | _about(key) for name, key in self.keys.items()}
        needed = [name for name, key in self.keys.items() if key.needed]
        closed: Json = {"type": "object", "properties": keys, "additionalProperties": False}
        if self.others:
            closed["patternProperties"] = {f"^{self.others[0]}$": self.others[1].shape.schema()}
        return closed | ({"required": needed} if needed else {})


def _is_empty(node: yaml.Node) -> bool:
    return node.tag.endswith(":null")


def _about(key: Key[Any]) -> Json:
    return {"description": key.about} if key.about else {}
