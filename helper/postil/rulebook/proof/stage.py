"""An example's draft, with what its author left out filled in so that a clause on the topic applies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from postil.model.draft import AccountKind, Draft, Role, Surface
from postil.model.policy import Clause, Policy, Rulebook
from postil.model.topic import Topic

T = TypeVar("T", bound=str)
_ROLES: tuple[Role, ...] = ("student", "staff")
_ACCOUNTS: tuple[AccountKind, ...] = ("personal", "brand")
_SURFACES: tuple[Surface, ...] = ("post", "profile", "share", "sign-in")


def staged(draft: Draft, topic: Topic, rulebook: Rulebook) -> Draft | None:
    """The draft under the first policy, by id, that has a clause on the topic that can apply to it.

    What the draft says stays. What it leaves out is a student, a personal account and a post where clause
    and topic allow that, else the first that they do. `None` where no clause can apply.
    """
    for policy, clause in _clauses(topic, rulebook):
        if draft.policy not in (None, policy.id):
            continue
        bound = clause.who or next(one.who for one in policy.documents if one.id == clause.document)
        role = _first(draft.role, _ROLES, bound, topic.scope.who)
        account = _first(draft.account.kind, _ACCOUNTS, clause.account, topic.scope.account)
        surface = _first(_read_as(draft), _SURFACES, clause.surface, topic.scope.surface)
        if role and account and surface:
            return _filled(draft, policy, role, account, draft.surface or surface)
    return None


def anywhere(draft: Draft, topic: Topic, rulebook: Rulebook) -> Draft:
    """The draft of an example that passes because no clause applies to it."""
    named = next(
        (policy for policy, _ in _clauses(topic, rulebook) if draft.policy in (None, policy.id)), None
    )
    policy = named or rulebook.policies[draft.policy or min(rulebook.policies)]
    role, account = draft.role or "student", draft.account.kind or "personal"
    return _filled(draft, policy, role, account, draft.surface or "post")


def _clauses(topic: Topic, rulebook: Rulebook) -> Iterator[tuple[Policy, Clause]]:
    for _, policy in sorted(rulebook.policies.items()):
        yield from ((policy, clause) for clause in policy.clauses if clause.topic == topic.id)


def _read_as(draft: Draft) -> Surface | None:
    """A share that adds words is a post too; which of the two counts, clause and topic say."""
    return None if draft.surface == "share" and draft.text else draft.surface


def _first(given: T | None, known: tuple[T, ...], *limits: tuple[str, ...]) -> T | None:
    """What is given, or else the first known, if every limit that is set allows it."""
    wanted = (given,) if given else known
    return next((one for one in wanted if all(not limit or one in limit for limit in limits)), None)


def _filled(draft: Draft, policy: Policy, role: Role, account: AccountKind, surface: Surface) -> Draft:
    return replace(
        draft, policy=policy.id, role=role, surface=surface, account=replace(draft.account, kind=account)
    )
