"""Mutants are made of every place where a program can go wrong, and those of the seal's heart are found."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from mutants import mutants  # noqa: E402 - the path comes first
from mutating import SERVER, TARGETS, TESTS  # noqa: E402

SOURCE = '''
"""A docstring is left alone."""
import os
def judge(a: int, b: "str" = "x") -> bool:
    """So is this."""
    if a < 3 and not b:
        raise ValueError(b)
    return a == 1
'''


def test_every_kind_of_fault_is_put_in() -> None:
    found = {mutant.text.partition(": ")[2] for mutant in mutants(SOURCE)}
    assert {"Lt -> LtE", "Lt -> Gt", "And -> Or", "Eq -> NotEq", "3 -> 4", "3 -> 2", "not b -> b"} <= found
    assert {"a < 3 and (not b) -> a < 3", "a < 3 and (not b) -> not b", "'x' -> ''"} <= found
    assert {"raise ValueError(b) -> pass", "return a == 1 -> return None"} <= found


def test_what_is_only_said_is_left_alone() -> None:
    trees = [ast.unparse(mutant.tree) for mutant in mutants(SOURCE)]
    assert len(set(trees)) == len(trees)
    for tree in trees:
        assert "A docstring is left alone." in tree
        assert "b: 'str'" in tree
        assert "import os" in tree


@pytest.mark.parametrize("module", TARGETS)
def test_every_module_has_mutants_and_tests(module: str) -> None:
    assert len(list(mutants((SERVER / f"{module}.py").read_text()))) > 50
    assert all((TESTS / f"{test}.py").exists() for test in TARGETS[module])


def judged(source: str) -> int:
    """How the seal's tests end over this module."""
    code = (
        "import ast, sys, time; sys.path.insert(0, sys.argv[1]); import pytest, hypothesis, cryptography; "
        "from mutating import Trial, wait_for, begin, TARGETS; tree = ast.parse(sys.stdin.read()); "
        "sys.exit(wait_for(Trial('', begin('seal', tree, TARGETS['seal']), time.monotonic() + 100)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(ROOT / "scripts")], input=source, text=True, cwd=ROOT, check=False
    )
    return done.returncode


def test_a_fault_is_found_and_its_absence_too() -> None:
    source = (SERVER / "seal.py").read_text()
    assert judged(source) == 0
    assert (
        judged(
            source.replace(
                "except InvalidTag:\n        raise SealError from None",
                "except InvalidTag:\n        return b''",
            )
        )
        == 1
    )
