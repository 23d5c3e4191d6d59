"""Why a topic speaks or stays silent about one draft, told in plain words, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from postil.engine.check import Engine
from postil.engine.explain import ConditionTrace, TopicTrace
from postil.engine.page import Page
from postil.model import condition as kinds
from postil.model.condition import Condition
from postil.model.draft import Draft
from postil.model.topic import Topic
from postil.rulebook.plainly import denied, plainly
from postil.rulebook.proof.agreement import named_lists

_TRUTHS = {"true": "yes", "false": "no ", "unknown": "?  "}
LEGEND = (
    "yes: so it is. no: it is not. ?: the text alone does not tell; `--draft` can.\n"
    "A list is a file of words: `patients` is rules/terms/patients.yaml."
)
"""How to read an explanation."""
_UNSEEN = {
    "account.bio": "the bio",
    "account.name": "the account's name",
    "account.handle": "the handle",
    "attachments": "what is attached",
    "attachments.alt": "an alt text",
    "attachments.name": "a file's name",
    "attachments.faces": "whether people can be seen",
    "attachments.place": "whether it says where it was made",
    "reply_to.text": "the post that is answered or shared",
    "reply_to.author": "who is answered or shared",
    "time": "the time",
    "working_hours": "the working hours",
    "audience": "who can read it",
}
"""What a page may not show, by its name in a draft."""


def explain(engine: Engine, draft: Draft, topic: str | None = None, *, whole: bool = False) -> str:
    """Every topic that came near, those that speak first; or the one that is named, however far.

    Of conditions within conditions those are shown that decided it; with `whole`, all.
    """
    traces = sorted(engine.explain(draft, topic), key=lambda one: (one.severity is None, one.topic))
    near = [one for one in traces if topic or one.severity or (one.clauses and _touched(one))]
    told = ["\n".join(_lines(engine, draft, one, whole=whole)) for one in near]
    told += ["\n".join(brief) for one in traces if one not in near and (brief := _brief(engine, draft, one))]
    return "\n\n".join(told) or "No topic comes near this text."


def _brief(engine: Engine, draft: Draft, trace: TopicTrace) -> list[str]:
    """A topic of which some words stand there, but not together."""
    found = list(_found(engine, draft, engine.rulebook.topics[trace.topic]))
    return [f"{trace.topic} stays silent. {trace.why}", *found] if found else []


def _touched(trace: TopicTrace) -> bool:
    """Whether any words of the draft were found for it."""
    return any(_words(case.condition) for case in (*trace.cases, *trace.exceptions))


def _words(condition: ConditionTrace) -> bool:
    return bool(condition.words) or any(map(_words, condition.parts))


class Told(NamedTuple):
    """A condition with what it says of the draft."""

    condition: Condition
    trace: ConditionTrace


def _lines(engine: Engine, draft: Draft, trace: TopicTrace, *, whole: bool) -> Iterator[str]:
    topic = engine.rulebook.topics[trace.topic]
    loud = f"speaks, as a {trace.severity}" if trace.severity else "stays silent"
    yield f"{trace.topic} {loud}. {trace.why}"
    yield f'  It would say: "{topic.title.en}"'
    if trace.clauses:
        yield f"  By: {', '.join(trace.clauses)}"
    for case, found in zip(topic.cases, trace.cases, strict=True):
        if len(topic.cases) > 1:
            yield f"  Case: {case.name}"
        yield from _condition(Told(case.when, found.condition), 1, whole=whole)
    for exception, lifted in zip(topic.exceptions, trace.exceptions, strict=True):
        yield f"  Exception: {exception.why}"
        yield from _condition(Told(exception.when, lifted.condition), 1, whole=whole)
    yield from _found(engine, draft, topic)


def _condition(told: Told, depth: int, *, whole: bool) -> Iterator[str]:
    """One line a condition: its truth, its wording, what it found or could not see; what decided it below."""
    condition, trace = told
    head, words = "", plainly(condition)
    while isinstance(condition, kinds.Not):
        condition, trace = condition.part, trace.parts[0]
        head, words = head + "not: ", head + denied(condition)
    if not isinstance(condition, kinds.All | kinds.Any):
        yield f"{'  ' * depth}{_TRUTHS[told.trace.truth]} {words}{_evidence(trace)}"
        return
    parts = [Told(part, found) for part, found in zip(condition.parts, trace.parts, strict=True)]
    shown = parts if whole else [one for one in parts if _tells(condition, trace, one.trace)]
    rest = len(parts) - len(shown)
    count = f" ({len(parts)}, none of which holds)" if not shown else f" (and {rest} more)" if rest else ""
    yield f"{'  ' * depth}{_TRUTHS[told.trace.truth]} {head}{plainly(condition)}{count}"
    for part in shown:
        yield from _condition(part, depth + 1, whole=whole)


def _tells(condition: Condition, trace: ConditionTrace, part: ConditionTrace) -> bool:
    """Whether a part decided what the whole says, or found words on the way."""
    if isinstance(condition, kinds.All):
        return trace.truth != "false" or part.truth == "false" or _words(part)
    return part.truth == trace.truth if trace.truth != "false" else _words(part)


def _evidence(trace: ConditionTrace) -> str:
    if trace.truth == "unknown":
        names = [name.strip() for name in trace.why.removeprefix("not seen: ").split(",")]
        return f" (not seen: {', '.join(_UNSEEN.get(name, name) for name in names)})"
    return f": {_quoted(trace.words)}" if trace.words else ""


def _quoted(words: tuple[str, ...]) -> str:
    return ", ".join(f'"{word}"' for word in dict.fromkeys(words))


def _found(engine: Engine, draft: Draft, topic: Topic) -> Iterator[str]:
    """What each of the topic's term lists finds in the text, near or not."""
    page = Page(draft.text)
    matches = engine.page_matches(page, draft.policy or "")
    for name in sorted(named_lists((topic.cases, topic.exceptions)) & set(matches)):
        yield f"  `{name}` finds {_quoted(tuple(draft.text[one.start : one.end] for one in matches[name]))}"
