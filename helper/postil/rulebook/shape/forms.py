"""One shape out of several: by its one key, by its form, by its name; or another's value, turned."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import yaml

from postil.rulebook.problems import did_you_mean
from postil.rulebook.shape.keys import pairs
from postil.rulebook.shape.sheet import Broken, Json, Shape, Sheet, listed

T = TypeVar("T")
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class OneOf(Generic[T]):
    """A mapping with exactly one key, which says what stands under it: `{entity: age}`, `{remove: marks}`."""

    noun: str
    shapes: Mapping[str, Shape[T]]

    def read(self, node: yaml.Node, sheet: Sheet) -> T:
        """What the shape under the key gives."""
        shapes = self.shapes
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
        keys = {name: shape.schema() for name, shape in self.shapes.items()}
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
