"""Starting a rule file: questions, the text that the answers make, and the proof that it is well."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from postil.errors import InputError
from postil.rulebook.load import open_shelf, problems_of
from postil.rulebook.shelf import Shelf
from postil.rulebook.start import policy, terms, topic
from postil.rulebook.start.asking import Answers, Question
from postil.rulebook.words import ID


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind of file asks, and the files that the answers make: `topics/x.yaml` -> text."""

    questions: tuple[Question, ...]
    write: Callable[[str, Answers, Shelf], Mapping[str, str]]


KINDS: Mapping[str, Kind] = {
    "terms": Kind(terms.QUESTIONS, terms.write),
    "topic": Kind(topic.QUESTIONS, topic.write),
    "policy": Kind(policy.QUESTIONS, policy.write),
}
"""One line a kind of file."""


def start(kind: str, name: str, answers: Answers, folder: Path) -> list[Path]:
    """Write the files that the answers make, and return them. Nothing stays that does not pass its check.

    Raises:
        InputError: A file is there already, or what was answered does not make a rule file.
    """
    if ID.parse(name) is None:
        raise InputError(f"`{name}` cannot be a file's name and id.", where="name", remedy=ID.hint)
    shelf = open_shelf(folder)
    made = {folder / file: text for file, text in KINDS[kind].write(name, answers, shelf).items()}
    for file in made:
        if file.exists():
            raise InputError(
                "This file is there already.", where=str(file), remedy="Choose another name, or edit it."
            )
    for file, text in made.items():
        file.write_text(text, encoding="utf-8")
    problems = [one for one in problems_of(folder, open_shelf(folder)) if one.file in made]
    if problems:
        for file in made:
            file.unlink()
        what = "The answers do not make a rule file; nothing was written."
        first = problems[0]
        raise InputError(what, where=first.source.strip(), remedy=f"{first.sentence} {first.hint}")
    return list(made)
