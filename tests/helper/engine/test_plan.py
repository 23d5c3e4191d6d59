"""Plans: a topic speaks only where a clause of the policy binds it."""

from __future__ import annotations

import pytest

from helper.engine.builders import SAID, clause, policy, topic
from postil.engine.plan import Asked, Plan
from postil.model.condition import Existence
from postil.model.draft import AccountKind, Role, Surface
from postil.model.policy import Document
from postil.model.topic import Scope

TOPIC = topic("t", Existence(terms=("a",)), scope=Scope(surface=("post", "share")))


def bound(
    *clauses: object,
    role: Role = "student",
    account: AccountKind = "personal",
    surfaces: tuple[Surface, ...] = ("post",),
    **given: object,
) -> tuple[tuple[str, ...], str] | None:
    plan = Plan([TOPIC], policy("p", *clauses, **given), Asked(role, account, surfaces), {})  # type: ignore[arg-type]
    found = plan.bound.get("t")
    return (found.clauses, found.cap) if found else None


def test_clauses_stand_in_the_order_of_the_document() -> None:
    assert bound(clause("t", "d/2"), clause("other"), clause("t", "d/1")) == (("d/2", "d/1"), "warning")


@pytest.mark.parametrize(
    ("caps", "cap"),
    [(("note",), "note"), (("note", "suggestion"), "suggestion"), (("note", None), "warning")],
)
def test_the_loudest_cap_holds_and_no_cap_is_none(caps: tuple[str | None, ...], cap: str) -> None:
    found = bound(*(clause("t", f"d/{number}", severity=one) for number, one in enumerate(caps)))
    assert found
    assert found[1] == cap


@pytest.mark.parametrize(
    ("given", "asked", "binds"),
    [
        ({"who": ("staff",)}, {}, False),
        ({"who": ("staff",)}, {"role": "staff"}, True),
        ({"account": ("brand",)}, {}, False),
        ({"account": ("brand",)}, {"account": "brand"}, True),
        ({"surface": ("share",)}, {}, False),
        ({"surface": ("share",)}, {"surfaces": ("share",)}, True),
        ({"surface": ("post",)}, {"surfaces": ("share",)}, False),
        ({"surface": ("post",)}, {"surfaces": ("share", "post")}, True),
        ({"surface": ("profile",)}, {"surfaces": ("profile",)}, False),
        ({"surface": ("policy", "design")}, {}, False),
    ],
)
def test_a_clause_narrows(given: dict[str, object], asked: dict[str, object], *, binds: bool) -> None:
    assert (bound(clause("t", **given), **asked) is not None) == binds  # type: ignore[arg-type]  # as given


def test_a_document_binds_those_it_is_written_for() -> None:
    staff = (Document(id="d", title=SAID, languages=("en",), who=("staff",)),)
    assert bound(clause("t"), documents=staff) is None
    assert bound(clause("t"), documents=staff, role="staff")
    assert bound(clause("t", who=("student",)), documents=staff)


def test_a_topic_has_a_scope_of_its_own() -> None:
    narrow = topic("t", Existence(terms=("a",)), scope=Scope(who=("staff",), account=("brand",)))
    made = [
        Plan([narrow], policy("p", clause("t")), asked, {}).bound
        for asked in (
            Asked("staff", "brand", ("post",)),
            Asked("staff", "personal", ("post",)),
            Asked("student", "brand", ("post",)),
        )
    ]
    assert [bool(one) for one in made] == [True, False, False]
