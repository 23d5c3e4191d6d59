"""Shapes made of others: keys, lists, one of several, a column a language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import yaml

from postil.rulebook.problems import did_you_mean
from postil.rulebook.shape.misread import look_twice
from postil.rulebook.shape.sheet import Broken, Json, Sheet, Shape, listed

T = TypeVar("T")
_DEEPEST = 40
LANGUAGE = re.compile(r"any|[a-z]{2}")


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

    `check` looks at the values together before they are built, and notes what does not go together.
    """

    noun: str
    build: Callable[..., T]
    keys: Mapping[str, Key[Any]]
    check: Callable[[dict[str, Any], yaml.Node, Sheet], None] | None = None

    def read(self, node: yaml.Node, sheet: Sheet) -> T:
        """The built value. All keys are read, so that all problems are found."""
        before = len(sheet.problems)
        found: dict[str, Any] = {}
        present: set[str] = set()
        for name, key_node, value_node in pairs(node, sheet, self.noun):
            key = self.keys.get(name)
            present.add(name)
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
        if value.tag.endswith(":null") and sheet.from_node(key)[len(name) :].lstrip()[:1] in {",", "}"}:
            sentence = f"`{name}` stands alone: a comma in unquoted text starts a new key."
            sheet.note(key, sentence, "Put the whole text before it in quotation marks, comma and all.")
        else:
            sheet.note(key, f"{self.noun} has no key `{name}`.", did_you_mean(name, self.keys))

    def schema(self) -> Json:
        """An object that is closed."""
        keys = {name: key.shape.schema() | _about(key) for name, key in self.keys.items()}
        needed = [name for name, key in self.keys.items() if key.needed]
        closed: Json = {"type": "object", "properties": keys, "additionalProperties": False}
        return closed | ({"required": needed} if needed else {})


def _about(key: Key[Any]) -> Json:
    return {"description": key.about} if key.about else {}


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


@dataclass(frozen=True, slots=True)
class OneOf(Generic[T]):
    """A mapping with exactly one key, which says what stands under it: `{entity: age}`, `{remove: marks}`."""

    noun: str
    shapes: Mapping[str, Shape[T]]
    default: Callable[[], Mapping[str, Shape[T]]] = field(default=dict)

    def read(self, node: yaml.Node, sheet: Sheet) -> T:
        """What the shape under the key gives."""
        shapes = {**self.shapes, **self.default()}
        found = pairs(node, sheet, f"A {self.noun}")
        known = [part for part in found if part[0] in shapes]
        for name, key, _ in found:
            if name not in shapes:
                sheet.note(key, f"There is no {self.noun} `{name}`.", did_you_mean(name, shapes))
        if len(known) < len(found) or not found:
            if not found:
                sheet.note(node, f"A {self.noun} should stand here.", did_you_mean("", shapes))
            raise Broken
        if len(known) > 1:
            hint = (
                "Put them under `all:` or `any:`, each as an item with `- ` before it."
                if "all" in shapes
                else f"Keep one of {listed(part[0] for part in known)}."
            )
            sheet.fail(known[1][1], f"Two {self.noun}s stand here where one should.", hint)
        name, _, value = known[0]
        sheet.depth += 1
        try:
            if sheet.depth > _DEEPEST:
                sheet.fail(node, "This is nested too deeply to be understood.", "Make it flatter.", width=1)
            return shapes[name].read(value, sheet)
        finally:
            sheet.depth -= 1

    def schema(self) -> Json:
        """An object with one property out of these."""
        keys = {name: shape.schema() for name, shape in {**self.shapes, **self.default()}.items()}
        return {
            "type": "object",
            "properties": keys,
            "additionalProperties": False,
            "minProperties": 1,
            "maxProperties": 1,
        }


@dataclass(frozen=True, slots=True)
class ByForm(Generic[T]):
    """One shape for a plain text, another for keys: `entity: age` and `entity: {kind: age, near: ...}`."""

    text: Shape[T]
    keys: Shape[T]

    def read(self, node: yaml.Node, sheet: Sheet) -> T:
        """What the shape that fits gives."""
        return (self.keys if isinstance(node, yaml.MappingNode) else self.text).read(node, sheet)

    def schema(self) -> Json:
        """Either."""
        return {"anyOf": [self.text.schema(), self.keys.schema()]}


@dataclass(frozen=True, slots=True)
class As(Generic[T]):
    """Another shape whose value is turned into something."""

    shape: Shape[Any]
    build: Callable[[Any], T]

    def read(self, node: yaml.Node, sheet: Sheet) -> T:
        """The value, turned."""
        return self.build(self.shape.read(node, sheet))

    def schema(self) -> Json:
        """The other's."""
        return self.shape.schema()


@dataclass(frozen=True, slots=True)
class Named(Generic[T]):
    """A shape by name: how a condition can stand in a condition. `find` gives it when it is asked for."""

    name: str
    find: Callable[[], Shape[T]]

    def read(self, node: yaml.Node, sheet: Sheet) -> T:
        """What the named shape gives."""
        return self.find().read(node, sheet)

    def schema(self) -> Json:
        """A reference; `rulebook.schema` adds what it refers to."""
        return {"$ref": f"#/$defs/{self.name}"}
