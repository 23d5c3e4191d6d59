"""Why a topic speaks or stays silent about one draft, told in plain words, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from postil.engine.check import Engine
from postil.engine.explain import ConditionTrace, TopicTrace
from postil.engine.page import Page
from postil.model import condition as kinds
from postil.model.condition import Condition
from postil.model.draft import Draft
from postil.model.topic import Topic
from postil.rulebook.plainly import plainly
from postil.rulebook.proof.agreement import named_lists

_TRUTHS = {"true": "yes", "false": "no ", "unknown": "?  "}
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


def explain(engine: Engine, draft: Draft, topic: str | None = None) -> str:
    """Every topic that came near, loudest first; or the one that is named, however far."""
    traces = sorted(engine.explain(draft, topic), key=lambda one: (one.severity is None, one.topic))
    near = [one for one in traces if topic or one.severity or _touched(one)]
    told = ["\n".join(_lines(engine, draft, one)) for one in near]
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


def _lines(engine: Engine, draft: Draft, trace: TopicTrace) -> Iterator[str]:
    topic = engine.rulebook.topics[trace.topic]
    loud = f"speaks, as a {trace.severity}" if trace.severity else "stays silent"
    yield f"{trace.topic} {loud}. {trace.why}"
    yield f'  It would say: "{topic.title.en}"'
    if trace.clauses:
        yield f"  By: {', '.join(trace.clauses)}"
    for case, found in zip(topic.cases, trace.cases, strict=True):
        if len(topic.cases) > 1:
            yield f"  Case: {case.name}"
        yield from _condition(case.when, found.condition, 1)
    for exception, lifted in zip(topic.exceptions, trace.exceptions, strict=True):
        yield f"  Exception: {exception.why}"
        yield from _condition(exception.when, lifted.condition, 1)
    yield from _found(engine, draft, topic)


def _condition(condition: Condition, trace: ConditionTrace, depth: int) -> Iterator[str]:
    """One line a condition: its truth, its wording, what it found or could not see; its parts below."""
    parts: tuple[Condition, ...] = ()
    if isinstance(condition, kinds.Not):
        parts = (condition.part,)
    elif isinstance(condition, kinds.All | kinds.Any):
        parts = condition.parts
    said = "" if parts else _evidence(trace)
    yield f"{'  ' * depth}{_TRUTHS[trace.truth]} {plainly(condition)}{said}"
    for part, found in zip(parts, trace.parts, strict=True):
        yield from _condition(part, found, depth + 1)


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
