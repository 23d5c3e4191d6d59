"""The trial of a pack, in a process of its own with little of everything: `python -m postil.updates.examine FOLDER`.

It reads every file, plays every example on this very engine, and times the longest post that is checked. What fails is
written out, a sentence a line; whatever else goes wrong here ends this process and nothing more.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Final

from postil.discretion import leave_no_trace
from postil.engine.check import Engine
from postil.model.draft import Draft
from postil.model.policy import Rulebook
from postil.rulebook.kept import write
from postil.rulebook.load import open_shelf, problems_of
from postil.rulebook.problems import Problem
from postil.rulebook.proof.bench import Bench
from postil.rulebook.prove import prove
from postil.rulebook.shelf import Shelf
from postil.updates.store import RULEBOOK, write_whole

CPU_S: Final = 180
MEMORY: Final = 1536 * 2**20
LARGEST: Final = 64 * 2**20
LONGEST_POST: Final = 64_000
_SLOWEST_S: Final = 15.0
_MOST: Final = 5
"""Sentences that are said: whoever published it has `postil packs verify` for the rest."""


def main(folder: Path) -> int:
    """Try the pack in a folder; 0 where all is well, and its rulebook is kept there."""
    bound()
    shelf = open_shelf(folder)
    said = list(islice(faults(folder, shelf), _MOST))
    for sentence in said:
        print(sentence.encode("ascii", "replace").decode())  # noqa: T201 - `trial` reads it
    if said:
        return 1
    with suppress(OSError):  # on a full disk: the helper reads the files then
        write_whole(folder / RULEBOOK, write(shelf.rulebook(), folder))
    return 0


def faults(folder: Path, shelf: Shelf) -> list[str]:
    """What keeps a pack out; only the first kind of fault there is."""
    if problems := problems_of(folder, shelf):
        return [_sentence(one) for one in problems]
    rulebook = shelf.rulebook()
    if not rulebook.policies:
        return ["There is no policy in it."]
    bench = Bench(rulebook)
    if failed := prove(shelf, bench=bench, apart=False).problems:
        return [_sentence(one) for one in failed]
    return [f"{name}: a long post takes more than {_SLOWEST_S:.0f} s." for name in too_slow(bench, rulebook)]


def too_slow(engine: Engine, rulebook: Rulebook, slowest_s: float = _SLOWEST_S) -> Iterator[str]:
    """The policies under which the longest post, made of the pack's own examples, takes too long."""
    words = " ".join(example.draft.text for topic in rulebook.topics.values() for example in topic.examples)
    text = (words * (LONGEST_POST // max(len(words), 1) + 1))[:LONGEST_POST]
    for name in sorted(rulebook.policies):
        start = time.process_time()
        engine.check(Draft(text=text, policy=name))
        if time.process_time() - start > slowest_s:
            yield name


def bound() -> None:
    """Bound this process: time, memory, what it may write. Windows has no such limits; there `trial` ends it in time."""
    leave_no_trace()
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    limits = {
        resource.RLIMIT_CPU: CPU_S,
        resource.RLIMIT_FSIZE: LARGEST,
        resource.RLIMIT_AS: MEMORY,  # macOS does not know it
    }
    for limit, most in limits.items():
        with suppress(ValueError, OSError):
            _, hard = resource.getrlimit(limit)
            resource.setrlimit(limit, (most if hard < 0 else min(most, hard),) * 2)


def _sentence(problem: Problem) -> str:
    return f"{problem.file.parent.name}/{problem.file.name}:{problem.line}: {problem.sentence}"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
