"""A new topic, and its term list where there is none of that name yet."""

from __future__ import annotations

from postil.rulebook.shelf import Shelf
from postil.rulebook.start.asking import Answers, Question, both, text
from postil.rulebook.start.terms import terms_text
from postil.rulebook.topic_file import THEMES

QUESTIONS = (
    Question(key="title-en", ask="The card's first line, in English", usual="Something to look at"),
    Question(key="title-nl", ask="The same in Dutch", usual="Iets om naar te kijken"),
    Question(key="theme", ask="What is it about?", usual="tone", options=THEMES),
    Question(
        key="severity",
        ask="How loud may it be?",
        usual="suggestion",
        options=("warning", "suggestion", "note"),
    ),
    Question(
        key="message-en", ask="What should a person read, in English?", usual="Please look at this once more."
    ),
    Question(key="message-nl", ask="The same in Dutch", usual="Kijk hier nog eens naar."),
    Question(key="terms", ask="The term list that it looks for (a new name starts one)", usual=""),
    Question(key="words-en", ask="English words for a new list, commas between them", usual="example"),
    Question(key="words-nl", ask="Dutch words for a new list, commas between them", usual="voorbeeld"),
    Question(key="flag-en", ask="An English post that it should flag", usual="This is an example."),
    Question(key="pass-en", ask="An English post that looks alike and should pass", usual="This is none."),
    Question(key="flag-nl", ask="A Dutch post that it should flag", usual="Dit is een voorbeeld."),
    Question(key="pass-nl", ask="A Dutch post that looks alike and should pass", usual="Dit is er geen."),
)


def write(name: str, answers: Answers, shelf: Shelf) -> dict[str, str]:
    """The topic's file, and that of a new term list."""
    terms = answers["terms"] or name
    made = {f"topics/{name}.yaml": _topic_text(name, terms, answers)}
    if terms not in shelf.terms:
        about = f"Words for the topic {name}."
        made[f"terms/{terms}.yaml"] = terms_text(terms, about, answers["words-en"], answers["words-nl"])
    return made


def _topic_text(name: str, terms: str, answers: Answers) -> str:
    examples = "".join(
        f"  - {way}: {text(answers[f'{way}-{language}'])}\n    language: {language}\n"
        for language in ("en", "nl")
        for way in ("flag", "pass")
    )
    return f"""\
# yaml-language-server: $schema=../schema/topic.json
topic: {name}
title: {both(answers["title-en"], answers["title-nl"])}
theme: {answers["theme"]}
status: draft                     # active once `postil rules test {name}` finds nothing
severity: {answers["severity"]}
confidence: medium
scope: {{surface: [post]}}
when:
  existence: {{terms: {terms}}}
message: {both(answers["message-en"], answers["message-nl"])}
examples:
{examples}"""
