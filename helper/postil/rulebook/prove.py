"""The proof of the rules: examples come out as they say, and need every part of their topic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from postil.model.topic import Topic
from postil.rulebook.problems import Problem
from postil.rulebook.proof.agreement import SlowTruth
from postil.rulebook.proof.bench import Bench
from postil.rulebook.proof.mutants import NEEDED, Mutant, Part, mutants
from postil.rulebook.proof.patterns import pattern_problems
from postil.rulebook.proof.play import Play, failures
from postil.rulebook.proof.stage import anywhere, staged
from postil.rulebook.shape.sheet import Sheet
from postil.rulebook.shelf import Entry, Shelf
from postil.rulebook.source import reach


@dataclass(slots=True)
class Proof:
    """What came out. `parts`: for each kind of part, how many there are and how many some example needs."""

    problems: list[Problem] = field(default_factory=list)
    examples: int = 0
    plays: list[Play] = field(default_factory=list)
    parts: dict[Part, tuple[int, int]] = field(default_factory=dict)

    def count(self, part: Part, *, needed: bool) -> None:
        """Add one part to the figures."""
        there, caught = self.parts.get(part, (0, 0))
        self.parts[part] = (there + 1, caught + needed)


def prove(
    shelf: Shelf,
    topics: Iterable[str] = (),
    *,
    slow: SlowTruth | None = None,
    bench: Bench | None = None,
    apart: bool = True,
) -> Proof:
    """Play all examples, take every part out in turn, and compare the index with the full scan.

    Args:
        shelf: Rules without problems.
        topics: The topics to prove; default: all that are active or on trial.
        slow: The full scan to compare with, which takes most of the time; none is made without it.
        bench: The bench to play on, if there is one already.
        apart: Whether parts are taken out; a pack that comes by update has been through that where it was made.
    """
    bench = bench or Bench(shelf.rulebook())
    named = set(topics)
    proof = Proof(list(pattern_problems(shelf)))
    for entry, topic in shelf.each_topic():
        if topic.acts == "checks" and (topic.id in named if named else topic.status in ("active", "trial")):
            plays = _play_all(entry, topic, bench, proof, slow)
            proof.plays += plays
            if apart:
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
            plays.append(Play(topic, example, act))
    return plays


def _take_apart(entry: Entry, topic: Topic, bench: Bench, proof: Proof, plays: list[Play]) -> None:
    """Take each part of a topic out in turn, and note those that no example needs."""
    if not topic.examples:
        hint = "Add examples both ways; `postil rules explain` shows what it does."
        proof.problems.append(_at(entry.sheet, 0, "This topic has no example.", hint))
        return
    for mutant in mutants(topic):
        needed = is_needed(mutant, plays, bench)
        proof.count(mutant.part, needed=needed)
        if not needed and mutant.part in NEEDED and entry.sheet.source.root is not None:
            sentence = f"No example needs this {NEEDED[mutant.part]}: without it they all come out the same."
            place = reach(entry.sheet.source.root, mutant.path)
            hint = "Add an example that fails without it, or take it out."
            proof.problems.append(entry.sheet.problem(place, sentence, hint))


def is_needed(mutant: Mutant, plays: Iterable[Play], bench: Bench) -> bool:
    """Whether an example comes out wrong once the part is gone."""
    return any(next(failures(one.example, bench.play(one.act, mutant.topic)), None) for one in plays)


def _at(sheet: Sheet, number: int, sentence: str, hint: str) -> Problem:
    """A problem at an example."""
    root = sheet.source.root
    if root is None:
        return Problem(file=sheet.source.file, sentence=sentence, hint=hint)
    place = reach(root, ("examples", number))
    text = reach(root, ("examples", number, "flag"))
    return sheet.problem(text if text is not place else reach(place, ("pass",)), sentence, hint)
