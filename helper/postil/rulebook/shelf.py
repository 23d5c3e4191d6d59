"""All files of a rules folder, read: the values beside the sheets that they were read from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from postil.model.policy import Policy, Rulebook
from postil.model.topic import TermList, Topic
from postil.rulebook.problems import Problem
from postil.rulebook.shape.sheet import Sheet


@dataclass(frozen=True)
class Entry:
    """A file and what it says; `None` where it has problems. Where things stand in it is read when somebody asks."""

    file: Path
    value: Any
    read: Callable[[], Sheet]

    @cached_property
    def sheet(self) -> Sheet:
        """The sheet that the file is read on."""
        return self.read()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The three kinds of file, each by file name without the ending."""

    terms: dict[str, Entry]
    topics: dict[str, Entry]
    policies: dict[str, Entry]

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Every file with its name."""
        for kind in (self.terms, self.topics, self.policies):
            yield from kind.items()

    def problems(self) -> Iterator[Problem]:
        """What is wrong inside the files."""
        for _, entry in self.entries():
            if entry.value is None:
                yield from entry.sheet.problems

    def each_list(self) -> Iterator[TermList]:
        """Every term list that could be read, the policies' own too."""
        yield from (entry.value for entry in self.terms.values() if entry.value)
        for _, policy in self.each_policy():
            yield from policy.vocabulary

    def each_topic(self) -> Iterator[tuple[Entry, Topic]]:
        """Every topic that could be read."""
        return ((entry, entry.value) for entry in self.topics.values() if entry.value)

    def each_policy(self) -> Iterator[tuple[Entry, Policy]]:
        """Every policy that could be read."""
        return ((entry, entry.value) for entry in self.policies.values() if entry.value)

    def without(self, files: AbstractSet[Path]) -> Shelf:
        """The shelf without some term lists; topics and policies stay as far as they could be read."""
        return Shelf(
            terms={name: one for name, one in self.terms.items() if one.file not in files},
            topics=self.topics,
            policies=self.policies,
        )

    def rulebook(self) -> Rulebook:
        """The values alone; only for a shelf without problems."""
        return Rulebook(
            terms={name: entry.value for name, entry in self.terms.items() if entry.value},
            topics={name: entry.value for name, entry in self.topics.items() if entry.value},
            policies={name: entry.value for name, entry in self.policies.items() if entry.value},
        )
