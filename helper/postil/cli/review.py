"""A review as a person reads it in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from postil.cli.reader import Language, in_language, indent, reader_language
from postil.model.draft import Draft
from postil.model.finding import Finding, Fix, Mark, Review
from postil.model.policy import Rulebook

_SHOWN = 60

_SEVERITY = {
    "en": {"warning": "Warning", "suggestion": "Suggestion", "note": "Note"},
    "nl": {"warning": "Waarschuwing", "suggestion": "Suggestie", "note": "Opmerking"},
}
_NOTHING = {"en": "Nothing to say about this text.", "nl": "Niets aan te merken op deze tekst."}
_PARTIAL = {
    "en": "In this language Postil checked only the rules that need no words, and those it has words for.",
    "nl": "In deze taal heeft Postil alleen de regels nagekeken die geen woorden nodig hebben, en die waarvoor "
    "het wel woorden heeft.",
}
_UNSEEN = {"en": "not seen:", "nl": "niet gezien:"}
_PLACES = {
    "en": {
        "account.bio": "your bio",
        "account.name": "the account's name",
        "account.handle": "the account's handle",
        "attachments": "what is attached",
        "attachments.alt": "the alt text",
        "attachments.faces": "who is in the picture",
        "attachments.name": "the name of the file",
        "attachments.place": "where the picture was taken",
        "reply_to.author": "who wrote the post that this is about",
        "reply_to.text": "the post that this is about",
        "audience": "who will see this",
        "time": "what time it is",
        "working_hours": "your working hours",
    },
    "nl": {
        "account.bio": "je bio",
        "account.name": "de naam van het account",
        "account.handle": "de gebruikersnaam van het account",
        "attachments": "wat er is bijgevoegd",
        "attachments.alt": "de alt-tekst",
        "attachments.faces": "wie er op de foto staat",
        "attachments.name": "de naam van het bestand",
        "attachments.place": "waar de foto is gemaakt",
        "reply_to.author": "wie het bericht schreef waar dit over gaat",
        "reply_to.text": "het bericht waar dit over gaat",
        "audience": "wie dit te zien krijgt",
        "time": "hoe laat het is",
        "working_hours": "je werktijden",
    },
}
"""What the page may not have shown; the card has the same words in `_locales`."""
_FIX = {
    "en": {
        "remove": "could be left out",
        "replace": "could read:",
        "append": "could be added:",
        "confirm": "to confirm:",
        "hold": "could wait {minutes} minutes",
        "strip": "the place could be taken out of the picture",
    },
    "nl": {
        "remove": "kan worden weggelaten",
        "replace": "kan worden:",
        "append": "kan erbij:",
        "confirm": "te bevestigen:",
        "hold": "kan {minutes} minuten wachten",
        "strip": "de plaats kan uit de foto worden gehaald",
    },
}


def render(review: Review, draft: Draft, rulebook: Rulebook, language: Language | None = None) -> str:
    """The whole review, loudest first; in the reader's language unless another is named."""
    language = language or reader_language()
    policy = rulebook.policies[review.policy]
    lines = [f"{in_language(policy.institution, language)} ({policy.id})"]
    if not review.findings:
        lines += ["", _NOTHING[language]]
    for finding in review.findings:
        lines += ["", *_render_one(finding, draft, rulebook, review.policy, language)]
    if review.partial:
        lines += ["", _PARTIAL[language]]
    return "\n".join(lines)


def _render_one(
    finding: Finding, draft: Draft, rulebook: Rulebook, policy: str, language: Language
) -> Iterator[str]:
    yield f"{_SEVERITY[language][finding.severity]}: {in_language(finding.title, language)}"
    words = [word for mark in finding.marks if (word := _marked(mark, draft, language))]
    if words:
        yield indent(", ".join(dict.fromkeys(words)))
    yield indent(in_language(finding.message, language))
    if finding.fix:
        yield indent(_render_fix(finding.fix, language))
    if finding.unknown:
        unseen = (_PLACES[language].get(name, name) for name in finding.unknown)
        yield indent(f"{_UNSEEN[language]} {', '.join(unseen)}")
    clauses = {clause.id: clause for clause in rulebook.policies[policy].clauses}
    for name in finding.clauses:
        demands = f": {in_language(clauses[name].demands, language)}" if name in clauses else ""
        yield indent(f"{name}{demands}", by=4)


def _marked(mark: Mark, draft: Draft, language: Language) -> str:
    """The marked words of the post; of a mark elsewhere, where it is."""
    if mark.field != "text":
        return _PLACES[language].get(mark.field, mark.field)
    words = " ".join(draft.text[mark.start : mark.end].split())
    return words and f"“{words if len(words) <= _SHOWN else f'{words[:_SHOWN]}…'}”"


def _render_fix(fix: Fix, language: Language) -> str:
    words = _FIX[language][fix.kind].format(minutes=fix.minutes)
    said = {
        "remove": "",
        "replace": ", ".join(f"“{edit.text}”" for edit in fix.edits),
        "append": f"“{fix.text}”",
        "confirm": in_language(fix.statement, language) if fix.statement else "",
        "hold": "",
        "strip": "",
    }
    return f"{words} {said[fix.kind]}".strip()
