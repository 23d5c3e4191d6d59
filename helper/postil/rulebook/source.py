"""A rule file's text and its YAML nodes, or the sentences that say why it is no YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import yaml

from postil.rulebook.problems import Problem
from postil.rulebook.recognise import recognise
from postil.rulebook.traps import Trap

_STR, _SEQ, _MAP = (f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map"))
_LONGEST_WORD = 5  # letters of `false`, the longest word that YAML takes for something else


class _Tags:
    """Finds a node's tag as PyYAML does, without asking patterns of words that fit none."""

    yaml_implicit_resolvers: ClassVar[Any] = yaml.SafeLoader.yaml_implicit_resolvers

    def resolve(self, kind: type, value: str, implicit: tuple[bool, bool]) -> str:
        """Return the tag of a node that names none itself."""
        if kind is not yaml.ScalarNode:
            return _SEQ if kind is yaml.SequenceNode else _MAP
        if implicit[0] and not (len(value) > _LONGEST_WORD and value[0].isalpha()):
            for tag, fits in self.yaml_implicit_resolvers.get(value[:1], ()):
                if fits.match(value):
                    return str(tag)
        return _STR

    def descend_resolver(self, *_: object) -> None:
        """Leave alone where a node stands: no tag hangs on it."""

    def ascend_resolver(self) -> None:
        """As above."""


_LOADER = type("_Loader", (_Tags, getattr(yaml, "CSafeLoader", yaml.SafeLoader)), {})
"""libyaml's parser is ten times as fast; where PyYAML was built without it the slow one does the same."""
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What YAML takes for a line's end."""
_RARE_BREAK = re.compile("[\r\x85\u2028\u2029]")
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MOST_TRAPS = 50
"""After so many mends the rest of the file is left until these are put right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file as lines and as nodes. Without `root`, `problems` say why."""

    file: Path
    lines: tuple[str, ...]
    root: yaml.Node | None
    problems: tuple[Problem, ...] = ()


def unopened(file: Path, error: OSError) -> Source:
    """A file that cannot be read at all, and why."""
    return _unread(file, error.strerror or "It cannot be opened.", "See that the file may be read.")


def compose(file: Path, raw: bytes) -> Source:
    """The YAML nodes of `raw`. Nothing that stands there makes this raise.

    A trap that YAML stops at is noted, mended in memory, and the reading goes on.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return _unread(file, "This is not UTF-8.", "Save the file as UTF-8.", line)
    if match := _UNPRINTABLE.search(text):
        line = len(_BREAK.findall(text, 0, match.start())) + 1
        sentence = f"An invisible character (U+{ord(match.group()):04X}) stands here."
        return _unread(file, sentence, "Take it out.", line)
    lines = tuple(_BREAK.split(text) if _RARE_BREAK.search(text) else text.split("\n"))
    root, traps = _compose_mended(list(lines))
    problems = tuple(_problem(file, lines, trap) for trap in sorted(traps, key=lambda t: (t.line, t.column)))
    if root is None and not problems:
        return _unread(file, "This file is empty.", "Start one with `postil rules new`.")
    return Source(file=file, lines=lines, root=root, problems=problems)


def _compose_mended(lines: list[str]) -> tuple[yaml.Node | None, list[Trap]]:
    """Parse, and mend what stops the parser, until it reads through or nothing can be mended."""
    found: list[Trap] = []
    while len(found) < _MOST_TRAPS:
        try:
            return yaml.compose("\n".join(lines), Loader=_LOADER), found
        except yaml.MarkedYAMLError as error:
            traps = list(recognise(error, lines))
        except RecursionError:
            traps = [Trap(0, 0, 1, "The parts of this file are nested too deeply.", "Make it flatter.")]
        found.extend(traps)
        if any(trap.mended is None for trap in traps):
            break
        for trap in traps:
            lines[trap.line] = str(trap.mended)
    return None, found


def _problem(file: Path, lines: tuple[str, ...], trap: Trap) -> Problem:
    """A trap, counted from 1 and with its line as the author wrote it."""
    return Problem(
        file=file,
        line=trap.line + 1,
        column=trap.column + 1,
        width=trap.width,
        source=lines[trap.line] if trap.line < len(lines) else "",
        sentence=trap.sentence,
        hint=trap.hint,
    )


def _unread(file: Path, sentence: str, hint: str, line: int = 1) -> Source:
    """A source that could not be read at all."""
    problem = Problem(file=file, line=line, sentence=sentence, hint=hint)
    return Source(file=file, lines=(), root=None, problems=(problem,))


def reach(node: yaml.Node, path: tuple[str | int, ...]) -> yaml.Node:
    """The deepest node that `path` (keys and places in lists) leads to."""
    for step in path:
        inner = next((child for name, child in _children(node) if name == step), None)
        if inner is None:
            return node
        node = inner
    return node


def _children(node: yaml.Node) -> Iterator[tuple[str | int, yaml.Node]]:
    """What lies directly in a node, by key or by place."""
    if isinstance(node, yaml.MappingNode):
        yield from ((key.value, child) for key, child in node.value if isinstance(key, yaml.ScalarNode))
    elif isinstance(node, yaml.SequenceNode):
        yield from enumerate(node.value)
