"""A new term list."""

from __future__ import annotations

from postil.rulebook.shelf import Shelf
from postil.rulebook.start.asking import Answers, Question, several, text

QUESTIONS = (
    Question(key="about", ask="What do these words say?", usual="What these words say."),
    Question(key="en", ask="English words and phrases, commas between them", usual="example"),
    Question(key="nl", ask="Dutch words and phrases, commas between them", usual="voorbeeld"),
)


def write(name: str, answers: Answers, _shelf: Shelf) -> dict[str, str]:
    """The one file."""
    return {f"terms/{name}.yaml": terms_text(name, answers["about"], answers["en"], answers["nl"])}


def terms_text(name: str, about: str, en: str, nl: str) -> str:
    """A term list in two languages."""
    return f"""\
# yaml-language-server: $schema=../schema/terms.json
terms: {name}
about: {text(about)}
en: {several(en)}
nl: {several(nl)}
"""
