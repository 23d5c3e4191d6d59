"""A branch: a condition with what each of its parts needs, so that what cannot hold is cut off and not judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from postil.engine.needs import Need, needs, rarest_first
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
        condition = self.condition
        if any(map(met.isdisjoint, self.clauses)):
            return None
        if not self.parts:
            return condition
        left = [part.left(met) for part in self.parts]
        if isinstance(condition, All) and None in left:
            return None
        if all(one is part.condition for one, part in zip(left, self.parts, strict=True)):
            return condition
        kept = tuple(one for one in left if one is not None)
        return _join(condition, kept) if kept else None

    def all_needs(self) -> Iterator[Need]:
        """Yield the needs of the condition and of all its parts."""
        for clause in self.clauses:
            yield from clause
        for part in self.parts:
            yield from part.all_needs()


def _join(condition: Condition, parts: tuple[Condition, ...]) -> Condition:
    if len(parts) == 1:
        return parts[0]
    return All(parts) if isinstance(condition, All) else Any(parts)
