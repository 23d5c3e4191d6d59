"""The check: a draft and the rulebook in, one review out. Pure, deterministic, safe in many threads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from postil.engine import fixes, settle
from postil.engine.conditions import judge
from postil.engine.entities import EntityWords
from postil.engine.explain import TopicTrace, trace
from postil.engine.found import Found
from postil.engine.language import FUNCTION_WORDS, LanguageReader
from postil.engine.lexicon import Lexicon
from postil.engine.match import Match
from postil.engine.own import entity_words
from postil.engine.page import Page
from postil.engine.plan import Asked, Plan
from postil.engine.rewrites import Rewriter
from postil.engine.scene import Scene, own_words
from postil.engine.settle import Raised
from postil.errors import InputError
from postil.model.draft import AccountKind, Draft, Role, Surface
from postil.model.finding import Finding, Review
from postil.model.policy import Policy, Rulebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What stands in for a policy, role, account kind or surface that a draft does not give."""

    policy: str = "umc-utrecht"
    role: Role = "student"
    account: AccountKind = "personal"
    surface: Surface = "post"


class Engine:
    """A rulebook, ready. What belongs to one policy is compiled when that policy is first asked for."""

    def __init__(
        self,
        rulebook: Rulebook,
        defaults: Defaults | None = None,
        *,
        trial: bool = False,
        kept: Mapping[str, bytes] | None = None,
    ) -> None:
        """Compile a rulebook.

        Args:
            rulebook: The rules, free of problems.
            defaults: What stands in for facts that a draft leaves out.
            trial: Whether topics on trial speak too.
            kept: What `freeze` gave of the very same rules, by policy; not for a trial.
        """
        self.rulebook = rulebook
        self._defaults = defaults or Defaults()
        statuses = ("active", "trial") if trial else ("active",)
        self._topics = [topic for topic in rulebook.topics.values() if topic.status in statuses]
        self._reader = LanguageReader(rulebook.terms.get(FUNCTION_WORDS))
        self._lexicon = Lexicon(rulebook, self._topics, self._reader.words, kept)
        self._plans: dict[tuple[str, Asked], Plan] = {}
        self._words: dict[str, EntityWords] = {}
        self._rewriters: dict[str, Rewriter] = {}

    def prepare(self, policy: str | None = None) -> None:
        """Compile what a policy needs ahead of its first draft; without one, what the defaults name."""
        self.check(Draft(text="", policy=policy))

    def freeze(self, policy: str) -> bytes:
        """Return what is worth keeping of what a policy needs, so that the next engine compiles nothing."""
        return self._lexicon.freeze(self.rulebook.policies[policy])

    def check(self, draft: Draft) -> Review:
        """Return what the policy in force has to say about a draft.

        Raises:
            InputError: the draft names a policy that is not in the rulebook.
        """
        scene = self._scene(draft)
        language = self._reader.read(scene.post, draft.language or _first_language(scene.policy))
        return Review(
            policy=scene.policy.id,
            language=language,
            id=draft.id,
            findings=self._findings(scene, language),
            partial=self._is_partial(scene.policy, language),
        )

    def explain(self, draft: Draft, topic: str | None = None) -> tuple[TopicTrace, ...]:
        """Return for each topic, or the one named, what every condition says about a draft and why."""
        scene = self._scene(draft, whole=True)
        bound = self._plan(scene).bound
        wanted = [one for one in self._topics if topic is None or one.id == topic]
        return tuple(trace(one, bound.get(one.id), scene) for one in sorted(wanted, key=lambda one: one.id))

    def page_matches(self, page: Page, policy: str) -> Found:
        """Return where every term list stands on a page under a policy, asked about there or not."""
        self._lexicon.mend(page, policy, whole=True)
        return self._matches(page, policy, whole=True)

    def _matches(self, page: Page, policy: str, *, whole: bool) -> Found:
        def unsure(match: Match, language: str) -> bool:
            return not self._reader.takes_away(page, match.first, language)

        return self._lexicon.matches(page, policy, unsure, whole=whole)

    def _scene(self, draft: Draft, *, whole: bool = False) -> Scene:
        given = self._defaults
        draft = replace(
            draft,
            policy=draft.policy or given.policy,
            role=draft.role or given.role,
            surface=draft.surface or given.surface,
            account=replace(draft.account, kind=draft.account.kind or given.account),
        )
        policy = self.rulebook.policies.get(draft.policy or "")
        if policy is None:
            raise InputError(
                f"There is no policy '{draft.policy}'.",
                where="policy",
                remedy=f"Name one of {', '.join(sorted(self.rulebook.policies))}.",
            )
        words = self._words.get(policy.id)
        if words is None:
            words = self._words[policy.id] = entity_words(policy)
        scene = Scene(
            draft=draft,
            policy=policy,
            words=words,
            match=lambda page: self._matches(page, policy.id, whole=whole),
            would_flag=lambda text: self._would_flag(draft, text),
        )
        self._lexicon.mend(scene.post, policy.id, whole=whole)
        return scene

    def _would_flag(self, draft: Draft, text: str) -> tuple[Finding, ...]:
        """Judge what is shared as a post of one's own; it shares nothing itself, so this goes no deeper."""
        scene = self._scene(
            replace(draft, text=text, surface="post", reply_to=None, attachments=(), language=None)
        )
        return self._findings(scene, "en")

    def _findings(self, scene: Scene, language: str) -> tuple[Finding, ...]:
        candidates = self._plan(scene).candidates(scene)
        raised = {
            one.topic.id: found
            for one in candidates
            if (found := settle.raise_topic(one.bound, scene, judge, one.cases))
        }
        findings = (self._finding(one, scene, language) for one in settle.give_way(raised))
        return tuple(finding for finding in findings if finding)

    def _finding(self, raised: Raised, scene: Scene, language: str) -> Finding | None:
        case, marks = raised.case, raised.marks
        fix = None
        if case.fix:
            ground = fixes.Ground(
                scene.draft, scene.policy, scene.post, language, self._rewriter(scene.policy)
            )
            fix = fixes.build(case.fix, marks, ground)
            if case.fix.rewrite:
                if fix is None:  # the words stand as the rewrite would have them
                    return None
                marks = fixes.shown(fix, marks)
        return Finding(
            topic=raised.bound.topic.id,
            clauses=raised.bound.clauses,
            severity=raised.severity,
            confidence=case.confidence,
            title=case.title,
            message=case.message,
            marks=marks,
            fix=fix,
            unknown=raised.unknown,
        )

    def _is_partial(self, policy: Policy, language: str) -> bool:
        """Whether some topic of a policy looks for words and has none in a language."""
        known = self._lexicon.languages(policy)
        return known is not None and language not in known

    def _plan(self, scene: Scene) -> Plan:
        draft = scene.draft
        asked = Asked(draft.role, draft.account.kind, tuple(_surfaces(draft)))
        plan = self._plans.get((scene.policy.id, asked))
        if plan is None:
            plan = self._plans[scene.policy.id, asked] = Plan(
                self._topics, scene.policy, asked, self._lexicon.rates(scene.policy.id)
            )
        return plan

    def _rewriter(self, policy: Policy) -> Rewriter:
        rewriter = self._rewriters.get(policy.id)
        if rewriter is None:
            rewriter = Rewriter(policy, self._lexicon.parter(policy))
            self._rewriters[policy.id] = rewriter
        return rewriter


def _surfaces(draft: Draft) -> Iterable[Surface]:
    if draft.surface:
        yield draft.surface
    if draft.surface == "share" and own_words(draft):
        yield "post"


def _first_language(policy: Policy) -> str:
    return next((code for document in policy.documents for code in document.languages), "en")
