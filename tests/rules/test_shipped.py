"""The rules that Postil ships: free of problems, and every clause of every document acts."""

from __future__ import annotations

from collections import Counter
from functools import cache

from postil.model.policy import Rulebook
from postil.rulebook import coverage
from postil.rulebook.find import rules_folder
from postil.rulebook.load import load
from postil.rulebook.problems import render

WHOLE = {"leiden-tips": 14, "leiden-guidelines": 35, "leeds": 47, "umc-utrecht": 20, "lancaster": 20}
"""How many clauses each document has."""


@cache
def shipped() -> Rulebook:
    found = load(rules_folder())
    assert isinstance(found, Rulebook), "\n".join(render(problem) for problem in found)
    return found


def test_they_are_free_of_problems() -> None:
    assert len(shipped().policies) >= 4


def test_every_clause_acts() -> None:
    assert [row.clause.id for row in coverage.rows(shipped()) if not row.acts] == []


def test_the_page_of_coverage_is_true() -> None:
    page = coverage.as_page(shipped(), coverage.rows(shipped()))
    written = (rules_folder() / "COVERAGE.md").read_text(encoding="utf-8")
    assert written == page, "run `postil rules coverage --page > rules/COVERAGE.md`"


def test_the_documents_are_whole() -> None:
    clauses = [clause for policy in shipped().policies.values() for clause in policy.clauses]
    assert len({clause.id for clause in clauses}) == len(clauses) == sum(WHOLE.values())
    assert Counter(clause.document for clause in clauses) == WHOLE


def test_every_policy_is_told_in_both_languages() -> None:
    for policy in shipped().policies.values():
        for clause in policy.clauses:
            assert clause.demands.en.strip()
            assert clause.demands.nl.strip() != clause.demands.en.strip()
