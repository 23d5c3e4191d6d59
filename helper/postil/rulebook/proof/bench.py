"""The bench: an engine on which a topic can be swapped while everything that was read off a draft is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from postil.engine import fixes, settle
from postil.engine.check import Engine
from postil.engine.conditions import judge
from postil.engine.match import Match
from postil.engine.page import Page
from postil.engine.plan import Bound
from postil.engine.scene import Scene
from postil.engine.settle import Raised
from postil.model.draft import Draft
from postil.model.finding import Severity
from postil.model.policy import Rulebook
from postil.model.topic import Topic


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a topic says of a draft: how loud, over which words, and the text after its fix."""

    severity: Severity
    marks: tuple[str, ...]
    fixed: str | None


@dataclass(frozen=True, slots=True)
class Act:
    """A draft as it was read: its scene, its language, and every topic that holds."""

    scene: Scene
    language: str
    raised: dict[str, Raised]


class Bench(Engine):
    """An engine that also plays a draft with a topic changed. All topics speak but those retired."""

    def __init__(self, rulebook: Rulebook) -> None:
        """Compile a rulebook once for all plays."""
        topics = {
            name: replace(topic, status="active")
            for name, topic in rulebook.topics.items()
            if topic.status != "retired"
        }
        super().__init__(replace(rulebook, topics=topics))

    def read(self, draft: Draft) -> Act:
        """Read a draft, its policy, role, account and surface known, and judge it by all topics."""
        scene = self._scene(draft)
        raised = {}
        for one in self._plan(scene).candidates(scene):
            if found := settle.raise_topic(one.bound, scene, judge, one.cases):
                raised[one.topic.id] = found
        language = self._reader.read(scene.post, draft.language or "en")
        return Act(scene, language, raised)

    def play(self, act: Act, topic: Topic) -> Outcome | None:
        """What `topic` says of a draft in the place of the one of its id; `None` where it stays silent."""
        bound = self._plan(act.scene).bound.get(topic.id)
        if bound is None:
            return None
        found = settle.raise_topic(Bound(topic, bound.clauses, bound.cap), act.scene, judge)
        if found is None:
            return None
        for one in settle.give_way({**act.raised, topic.id: found}):
            if one.bound.topic.id == topic.id:
                return self._outcome(one, act)
        return None

    def unsure(self, page: Page) -> Callable[[Match, str], bool]:
        """Whether an ambiguous term may count where it stands on a page; for the full scan."""
        return lambda match, language: not self._reader.takes_away(page, match.first, language)

    def missed(self, act: Act, topic: Topic) -> bool:
        """Whether the topic holds although the index passed it over."""
        bound = self._plan(act.scene).bound.get(topic.id)
        return bool(bound and topic.id not in act.raised and settle.raise_topic(bound, act.scene, judge))

    def _outcome(self, raised: Raised, act: Act) -> Outcome | None:
        finding = self._finding(raised, act.scene, act.language)
        if finding is None:
            return None
        text = act.scene.draft.text
        marks = tuple(
            _marked(act.scene, mark.field, mark.item, mark.start, mark.end) for mark in finding.marks
        )
        return Outcome(finding.severity, marks, fixes.apply(finding.fix, text) if finding.fix else None)


def _marked(scene: Scene, field: str, item: int, start: int, end: int) -> str:
    """The words under a mark."""
    return _field(scene.draft, field, item)[start:end]


def _field(draft: Draft, field: str, item: int) -> str:
    """The text of a field that a mark can stand in."""
    attachment = draft.attachments[item] if draft.attachments and item < len(draft.attachments) else None
    texts = {
        "text": draft.text,
        "account.bio": draft.account.bio,
        "account.name": draft.account.name,
        "account.handle": draft.account.handle,
        "attachments.alt": attachment.alt if attachment else None,
        "attachments.name": attachment.name if attachment else None,
        "reply_to.text": draft.reply_to.text if draft.reply_to else None,
    }
    return texts[field] or ""
