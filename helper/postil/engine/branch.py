"""A branch: a condition with what each of its parts needs, so that what cannot hold is cut off and not judged."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from postil.engine.needs import Clause, Need, needs, rarest_first
from postil.model.condition import All, Any, Condition


class Branch:
    """A condition, its clauses with the rarest first, and its parts."""

    __slots__ = ("clauses", "condition", "parts")

    def __init__(self, condition: Condition, rates: Mapping[str, float]) -> None:
        """Work out what a condition and its parts need; `rates` are how often term lists turn up."""
        self.condition = condition
        self.clauses = tuple(rarest_first(needs(condition, rates), rates))
        self.parts = (
            tuple(Branch(part, rates) for part in condition.parts) if isinstance(condition, All | Any) else ()
        )

    def left(self, met: AbstractSet[Need]) -> Condition | None:
        """Return what is left to judge where these needs are met: the same verdict; `None` where it is false."""
        misses = met.isdisjoint
        return None if any(map(misses, self.clauses)) else self.rest(misses)

    def rest(self, misses: Callable[[Clause], bool]) -> Condition | None:
        """Return what is left where the clauses of the condition itself are met."""
        condition, is_whole = self.condition, True
        kept: list[Condition] = []
        if not self.parts:
            return condition
        is_all = isinstance(condition, All)
        for part in self.parts:
            if is_all or not any(map(misses, part.clauses)):  # the clauses of all parts are those of an `all`
                left = part.rest(misses) if part.parts else part.condition
                if left is not None:
                    kept.append(left)
                    is_whole = is_whole and left is part.condition
                elif is_all:
                    return None
        if is_whole and len(kept) == len(self.parts):
            return condition
        return _join(condition, kept) if kept else None

    def all_needs(self) -> Iterator[Need]:
        """Yield the needs of the condition and of all its parts."""
        for clause in self.clauses:
            yield from clause
        for part in self.parts:
            yield from part.all_needs()


def _join(condition: Condition, parts: Sequence[Condition]) -> Condition:
    if len(parts) == 1:
        return parts[0]
    return All(tuple(parts)) if isinstance(condition, All) else Any(tuple(parts))
