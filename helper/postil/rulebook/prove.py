"""The proof of the rules: examples come out as they say, and need every part of their topic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from postil.model.topic import Example, Topic
from postil.rulebook.problems import Problem
from postil.rulebook.proof.agreement import SlowTruth
from postil.rulebook.proof.bench import Act, Bench, Outcome
from postil.rulebook.proof.mutants import NEEDED, Mutant, mutants
from postil.rulebook.proof.stage import anywhere, staged
from postil.rulebook.shape.sheet import Sheet
from postil.rulebook.shelf import Entry, Shelf
from postil.rulebook.source import reach


@dataclass(slots=True)
class Proof:
    """What came out. `parts`: for each kind of part, how many there are and how many some example needs."""

    problems: list[Problem] = field(default_factory=list)
    examples: int = 0
    parts: dict[str, tuple[int, int]] = field(default_factory=dict)

    def count(self, part: str, *, needed: bool) -> None:
        """Add one part to the figures."""
        there, caught = self.parts.get(part, (0, 0))
        self.parts[part] = (there + 1, caught + needed)


@dataclass(frozen=True, slots=True)
class Play:
    """An example as it was read on the bench."""

    example: Example
    act: Act


def prove(shelf: Shelf, topics: Iterable[str] = (), *, scan: bool = True) -> Proof:
    """Play all examples, take every part out in turn, and compare the index with the full scan.

    Args:
        shelf: Rules without problems.
        topics: The topics to prove; default: all that are active or on trial.
        scan: Whether to compare with the full scan, which takes most of the time.
    """
    rulebook = shelf.rulebook()
    bench = Bench(rulebook)
    slow = SlowTruth(rulebook) if scan else None
    named = set(topics)
    proof = Proof()
    for entry, topic in shelf.each_topic():
        if topic.acts == "checks" and (topic.id in named if named else topic.status in ("active", "trial")):
            plays = _play_all(entry, topic, bench, proof, slow)
            _take_apart(entry, topic, bench, proof, plays)
    return proof


def _play_all(entry: Entry, topic: Topic, bench: Bench, proof: Proof, slow: SlowTruth | None) -> list[Play]:
    """Play every example; hand back those that came out right."""
    plays: list[Play] = []
    for number, example in enumerate(topic.examples):
        proof.examples += 1
        draft = staged(example.draft, topic, bench.rulebook)
        if draft is None and example.flags:
            sentence = "No clause of any policy applies to this example."
            proof.problems.append(
                _at(entry.sheet, number, sentence, "Say `policy:` or `with:`, or add a clause.")
            )
            continue
        act = bench.read(draft or anywhere(example.draft, topic, bench.rulebook))
        wrong = list(failures(example, bench.play(act, topic)))
        if bench.missed(act, topic):
            wrong.append(("The topic holds, but the index passed it over.", "This is a fault of the engine."))
        if slow:
            wrong += slow.disagreements(bench, act, topic)
        proof.problems += [_at(entry.sheet, number, *one) for one in wrong]
        if not wrong:
            plays.append(Play(example, act))
    return plays


def _take_apart(entry: Entry, topic: Topic, bench: Bench, proof: Proof, plays: list[Play]) -> None:
    """Take each part of a topic out in turn, and note those that no example needs."""
    for mutant in mutants(topic):
        needed = is_needed(mutant, plays, bench)
        proof.count(mutant.part, needed=needed)
        if not needed and mutant.part in NEEDED and entry.sheet.source.root is not None:
            sentence = f"No example needs this {mutant.part}: without it they all come out the same."
            place = reach(entry.sheet.source.root, mutant.path)
            hint = "Add an example that fails without it, or take it out."
            proof.problems.append(entry.sheet.problem(place, sentence, hint))


def is_needed(mutant: Mutant, plays: Iterable[Play], bench: Bench) -> bool:
    """Whether an example comes out wrong once the part is gone."""
    return any(next(failures(one.example, bench.play(one.act, mutant.topic)), None) for one in plays)


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


def _at(sheet: Sheet, number: int, sentence: str, hint: str) -> Problem:
    """A problem at an example."""
    root = sheet.source.root
    if root is None:
        return Problem(file=sheet.source.file, sentence=sentence, hint=hint)
    place = reach(root, ("examples", number))
    text = reach(root, ("examples", number, "flag"))
    return sheet.problem(text if text is not place else reach(place, ("pass",)), sentence, hint)
