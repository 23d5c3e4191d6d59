"""A new policy, with one document and a first clause."""

from __future__ import annotations

from postil.errors import InputError
from postil.rulebook.shelf import Shelf
from postil.rulebook.start.asking import Answers, Question, both, several, text

QUESTIONS = (
    Question(key="institution-en", ask="The institution's name in English", usual="The institution"),
    Question(key="institution-nl", ask="The institution's name in Dutch", usual="De instelling"),
    Question(key="version", ask="The version of this file: year, month, number", usual="2026.1.1"),
    Question(key="document-en", ask="The policy document's title in English", usual="Social media policy"),
    Question(key="document-nl", ask="The same in Dutch", usual="Beleid voor sociale media"),
    Question(key="languages", ask="Its languages, as codes with commas between them", usual="en"),
    Question(
        key="who", ask="Whom it binds", usual="staff, student", options=("staff", "student", "staff, student")
    ),
    Question(key="year", ask="Its year, or undated", usual="undated"),
    Question(key="url", ask="Its address (https://…), or supplied", usual="supplied"),
    Question(key="names", ask="The institution's names as people write them, commas between them", usual=""),
    Question(key="handles", ask="Its handles (@…), commas between them", usual=""),
    Question(key="domains", ask="Its domains (example.org), commas between them", usual=""),
    Question(key="disclaimer-en", ask="The wording of its disclaimer in English", usual="Views are my own."),
    Question(key="disclaimer-nl", ask="The same in Dutch", usual="Op persoonlijke titel."),
    Question(key="topic", ask="The topic of its first clause", usual=""),
    Question(key="section", ask="The section that this clause stands in", usual="1"),
    Question(
        key="demands-en", ask="What the clause asks of a person, in English", usual="Think before you post."
    ),
    Question(key="demands-nl", ask="The same in Dutch", usual="Denk na voor je iets plaatst."),
)


def write(name: str, answers: Answers, shelf: Shelf) -> dict[str, str]:
    """The one file.

    Raises:
        InputError: There is no topic that a first clause could name.
    """
    if not shelf.topics:
        hint = "Start one with `postil rules new topic`."
        raise InputError("There is no topic yet for a clause to name.", where="topics", remedy=hint)
    topic = answers["topic"] or ("advice" if "advice" in shelf.topics else min(shelf.topics))
    return {f"policies/{name}.yaml": _policy_text(name, topic, answers)}


def _policy_text(name: str, topic: str, answers: Answers) -> str:
    names = answers["names"] or answers["institution-en"]
    return f"""\
# yaml-language-server: $schema=../schema/policy.json
policy: {name}
institution: {both(answers["institution-en"], answers["institution-nl"])}
version: {text(answers["version"])}
documents:
  - id: {name}
    title: {both(answers["document-en"], answers["document-nl"])}
    languages: {several(answers["languages"])}
    who: [{answers["who"]}]
    year: {answers["year"]}
    url: {text(answers["url"])}
names: {several(names)}
handles: {several(answers["handles"])}
domains: {several(answers["domains"])}
disclaimer: {{en: [{text(answers["disclaimer-en"])}], nl: [{text(answers["disclaimer-nl"])}]}}
contacts: []
working-hours: "off"
clauses:
  - id: {name}/1
    section: {text(answers["section"])}
    topic: {topic}
    surface: [post, policy]
    demands: {both(answers["demands-en"], answers["demands-nl"])}
"""
