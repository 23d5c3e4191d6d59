"""The sheet that a file is read on: it gathers problems, and every name that has to exist somewhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, NoReturn, Protocol, TypeVar

import yaml

from postil.rulebook.problems import Problem
from postil.rulebook.source import Source

T_co = TypeVar("T_co", covariant=True)
Json = dict[str, object]
Kind = Literal["terms", "topic", "phrase", "policy"]

_ODD = re.compile(r"[&!#](?:(?<=[&!])(?<![^\s\[{,:-].)[\w<]|(?<=\s#)[^\s#])")
"""Anchors, tags and comments that lean on their text: where none stands, no node needs a second look."""


class Broken(Exception):  # noqa: N818 - not an error of ours: a value whose problem already stands on the sheet
    """The value could not be read; why, stands on the sheet."""


class Mention(NamedTuple):
    """A name in a file that has to exist elsewhere (or a phrase that has to be one), and where it stands."""

    kind: Kind
    name: str
    node: yaml.Node


@dataclass(slots=True)
class Sheet:
    """One file as it is read."""

    source: Source
    problems: list[Problem] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    depth: int = 0
    odd: bool = False

    def __post_init__(self) -> None:
        """Find out whether the file has anything in it that asks for a second look."""
        self.odd = _ODD.search("\n".join(self.source.lines)) is not None

    def problem(
        self, node: yaml.Node, sentence: str, hint: str, *, at: int = 0, width: int | None = None
    ) -> Problem:
        """A problem with `node`, `at` code points after its start, under `width` of them."""
        start, end = node.start_mark, node.end_mark
        text = self.line(start.line)
        if width is None:
            last = end.column if end.line == start.line else len(text.rstrip())
            width = last - start.column - at
        return Problem(
            file=self.source.file,
            line=start.line + 1,
            column=start.column + at + 1,
            width=max(1, width),
            source=text,
            sentence=sentence,
            hint=hint,
        )

    def note(
        self, node: yaml.Node, sentence: str, hint: str, *, at: int = 0, width: int | None = None
    ) -> None:
        """Write down a problem with `node`."""
        self.problems.append(self.problem(node, sentence, hint, at=at, width=width))

    def fail(
        self, node: yaml.Node, sentence: str, hint: str, *, at: int = 0, width: int | None = None
    ) -> NoReturn:
        """Write down a problem with `node` and give the value up."""
        self.note(node, sentence, hint, at=at, width=width)
        raise Broken

    def mention(self, kind: Kind, name: str, node: yaml.Node) -> None:
        """Remember that `name` stands here and has to exist."""
        self.mentions.append(Mention(kind, name, node))

    def line(self, number: int) -> str:
        """The line by its number from 0; empty after the last."""
        return self.source.lines[number] if number < len(self.source.lines) else ""

    def from_node(self, node: yaml.Node) -> str:
        """What stands on the node's first line from its start on."""
        return self.line(node.start_mark.line)[node.start_mark.column :]


class Shape(Protocol[T_co]):
    """What a part of a file must look like."""

    def read(self, node: yaml.Node, sheet: Sheet) -> T_co:
        """The value that `node` says.

        Raises:
            Broken: It says none; the sheet holds why.
        """

    def schema(self) -> Json:
        """The same as JSON Schema."""


def listed(words: Iterable[str]) -> str:
    """Words for a sentence: `a`, `b` or `c`."""
    quoted = [f"`{word}`" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"
