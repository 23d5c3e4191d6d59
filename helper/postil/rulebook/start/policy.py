"""A new policy, with one document, a contact if one is named, and a clause for each topic that is named."""

from __future__ import annotations

from postil.errors import InputError
from postil.model.topic import Topic
from postil.rulebook.problems import did_you_mean
from postil.rulebook.shelf import Shelf
from postil.rulebook.start.asking import Answers, Question, both, parts, several, text

QUESTIONS = (
    Question(key="institution-en", ask="The institution's name in English", usual="The institution"),
    Question(key="institution-nl", ask="The institution's name in Dutch", usual="De instelling"),
    Question(
        key="version",
        ask="The version of this file: year, month, number",
        usual="2026.1.1",
        form=r"\d{4}\.\d{1,2}\.\d+",
        hint="Write the year, the month and a number, like `2026.11.1`.",
    ),
    Question(key="document-en", ask="The policy document's title in English", usual="Social media policy"),
    Question(key="document-nl", ask="The same in Dutch", usual="Beleid voor sociale media"),
    Question(
        key="languages",
        ask="Its languages, as codes with commas between them",
        usual="en",
        form="[a-z]{2}",
        listed=True,
        hint="Write codes of two letters: `en` for English, `nl` for Dutch.",
    ),
    Question(
        key="who", ask="Whom it binds", usual="staff, student", options=("staff", "student", "staff, student")
    ),
    Question(
        key="year",
        ask="Its year, or undated",
        usual="undated",
        form=r"(?:19|20)\d\d|undated",
        hint="Write four digits, or `undated` where the document gives none.",
    ),
    Question(
        key="url",
        ask="Its address (https://…), or supplied",
        usual="supplied",
        form=r"https://\S+|supplied",
        hint="Write an address that starts with `https://`, or `supplied` where the document has none.",
    ),
    Question(key="names", ask="The institution's names as people write them, commas between them", usual=""),
    Question(
        key="handles",
        ask="Its handles (@…), commas between them",
        usual="",
        form=r"@[^\s@]\S*",
        listed=True,
        hint="Write each with its @, like `@leidenuni`.",
    ),
    Question(
        key="domains",
        ask="Its domains (example.org), commas between them",
        usual="",
        form=r"(?:[a-z0-9-]+\.)+[a-z]{2,}",
        listed=True,
        hint="Write the domain alone, without `https://` or `www.`, like `leeds.ac.uk`.",
    ),
    Question(key="disclaimer-en", ask="The wording of its disclaimer in English", usual="Views are my own."),
    Question(key="disclaimer-nl", ask="The same in Dutch", usual="Op persoonlijke titel."),
    Question(key="contact-en", ask="Whom people can turn to, in English (nobody: leave it out)", usual=""),
    Question(key="contact-nl", ask="The same in Dutch", usual=""),
    Question(
        key="contact-email",
        ask="Their e-mail address",
        usual="",
        form=r"[^@\s]+@[^@\s]+\.[a-z]{2,}",
        hint="Write it like `name@university.org`.",
    ),
    Question(key="topics", ask="The topics that its clauses are about, commas between them", usual=""),
    Question(key="section", ask="The section that the first of them stands in", usual="1"),
    Question(
        key="demands-en", ask="What that clause asks of a person, in English", usual="Think before you post."
    ),
    Question(key="demands-nl", ask="The same in Dutch", usual="Denk na voor je iets plaatst."),
)


_REMINDER = """\
  # From the second clause on, `demands` is the title of the topic's card: write what your document asks there.
"""


def write(name: str, answers: Answers, shelf: Shelf) -> dict[str, str]:
    """The one file.

    Raises:
        InputError: There is no topic that a clause could name, or none by a name that was given.
    """
    topics = {key: entry.value for key, entry in shelf.topics.items() if entry.value is not None}
    if not topics:
        hint = "Start one with `postil rules new topic`."
        raise InputError("There is no topic yet for a clause to name.", where="topics", remedy=hint)
    named = parts(answers["topics"]) or ["advice" if "advice" in topics else min(topics)]
    for one in named:
        if one not in topics:
            raise InputError(f"There is no topic `{one}`.", where="topics", remedy=did_you_mean(one, topics))
    clauses = "".join(
        _clause_text(f"{name}/{number}", topics[one], answers if number == 1 else {})
        for number, one in enumerate(named, 1)
    )
    return {f"policies/{name}.yaml": _policy_text(name, answers) + (_REMINDER if named[1:] else "") + clauses}


def _policy_text(name: str, answers: Answers) -> str:
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
names: {several(answers["names"] or answers["institution-en"])}
handles: {several(answers["handles"])}
domains: {several(answers["domains"])}
disclaimer: {{en: [{text(answers["disclaimer-en"])}], nl: [{text(answers["disclaimer-nl"])}]}}
contacts:{_contact_text(answers)}
working-hours: "off"
clauses:
"""


def _contact_text(answers: Answers) -> str:
    names = answers["contact-en"] or answers["contact-nl"]
    if not names:
        return " []"
    email = f"\n    email: {text(answers['contact-email'])}" if answers["contact-email"] else ""
    return f"""
  - name: {both(answers["contact-en"] or names, answers["contact-nl"] or names)}
    about: {{en: "Questions about this policy.", nl: "Vragen over dit beleid."}}{email}"""


def _clause_text(name: str, topic: Topic, answers: Answers) -> str:
    """A clause; where it was not told what it asks, the topic's own title stands in until somebody writes it."""
    acts = topic.scope.surface if topic.acts == "checks" else () if topic.acts == "policy" else (topic.acts,)
    demands = both(
        answers.get("demands-en", f"{topic.title.en}."), answers.get("demands-nl", f"{topic.title.nl}.")
    )
    return f"""\
  - id: {name}
    section: {text(answers.get("section", name.rsplit("/", maxsplit=1)[-1]))}
    topic: {topic.id}
    surface: [{", ".join(dict.fromkeys((*acts, "policy")))}]
    demands: {demands}
"""
