"""A play: an example as it was read on the bench, and how far its outcome is what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from postil.model.topic import Example, Topic
from postil.rulebook.proof.bench import Act, Outcome


@dataclass(frozen=True, slots=True)
class Play:
    """An example of a topic that came out right."""

    topic: Topic
    example: Example
    act: Act


def failures(example: Example, outcome: Outcome | None) -> Iterator[tuple[str, str]]:
    """Sentence and hint for everything in which an outcome is not what the example says."""
    explain = "`postil rules explain` shows what each condition says."
    if outcome is None:
        if example.flags:
            yield "This should be flagged, and passes.", explain
        return
    found = _listed(outcome.marks)
    if not example.flags:
        yield f"This should pass, and is flagged as a {outcome.severity}: {found}.", explain
        return
    if example.severity and example.severity != outcome.severity:
        yield f"This is a {outcome.severity}, not a {example.severity}.", explain
    if example.marks is not None and example.marks != outcome.marks:
        yield (
            f"Marked here: {found}; expected: {_listed(example.marks)}.",
            "Correct the example or the terms.",
        )
    if example.fixed is not None and example.fixed != outcome.fixed:
        yield f"After the fix it reads: {outcome.fixed!r}.", "Correct `fixed:` or the fix."


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f'"{word}"' for word in words) or "nothing"
