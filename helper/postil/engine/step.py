"""What a phrase is once it is read: rows of elements, each one token, a gap, or a match of another list."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

Slot = Literal["n", "Name", "@", "#", "url", "emoji"]
SLOTS: frozenset[str] = frozenset(get_args(Slot))


class Step(NamedTuple):
    """One token that may be one of several things, or, with `ref`, one match of another list."""

    words: frozenset[str] = frozenset()  # folded
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    infixes: tuple[str, ...] = ()
    slots: frozenset[str] = frozenset()
    hosts: tuple[str, ...] = ()  # a domain, with a path or without, lower-case
    refs: frozenset[str] = frozenset()
    exact: tuple[str, ...] = ()  # letters that must stand there in these capitals

    @property
    def is_words(self) -> bool:
        """Whether the step is words alone, in whatever capitals."""
        return not any(self[1:-1])

    @property
    def is_refs(self) -> bool:
        """Whether the step is matches of other lists alone."""
        return bool(self.refs) and not any(self[:6])


Element = str | int | Step
"""A folded word alone, a gap of up to so many words, or a `Step`."""

Row = tuple[Element, ...]


class Phrase(NamedTuple):
    """A phrase, read: it stands where one of its rows does."""

    rows: tuple[Row, ...]
    starts: bool = False  # only at the start of the post
    ends: bool = False

    def refs(self) -> frozenset[str]:
        """Return the ids of the lists that the phrase refers to."""
        return frozenset(
            ref for row in self.rows for step in row if isinstance(step, Step) for ref in step.refs
        )


def merge(rows: list[Row]) -> list[Row]:
    """Fold the alternatives of one token each into a single step; the others stay rows of their own."""
    single = [row[0] for row in rows if len(row) == 1 and not isinstance(row[0], int)]
    if len(single) < len(rows) and not single:
        return list(dict.fromkeys(rows))
    steps = [Step(words=frozenset((one,))) if isinstance(one, str) else one for one in single]
    others = [row for row in rows if len(row) != 1 or isinstance(row[0], int)]
    if any(step.exact for step in steps):
        return list(dict.fromkeys([*((step,) for step in steps), *others]))
    whole = Step(
        words=frozenset().union(*(step.words for step in steps)),
        prefixes=tuple(word for step in steps for word in step.prefixes),
        suffixes=tuple(word for step in steps for word in step.suffixes),
        infixes=tuple(word for step in steps for word in step.infixes),
        slots=frozenset().union(*(step.slots for step in steps)),
        hosts=tuple(word for step in steps for word in step.hosts),
        refs=frozenset().union(*(step.refs for step in steps)),
    )
    return list(dict.fromkeys([(whole,), *others]))
