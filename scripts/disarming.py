"""What `scripts/disarm` does: a copy of the tree, in which one defence after the other is missing while its test runs."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from environment import ROOT

TABLES = ROOT / "scripts" / "defences"
COPIED = ("helper", "extension/src", "rules", "tests", "scripts", "pyproject.toml", "extension/package.json")
LINKED = ("extension/node_modules", "build")
PATIENCE_S = 300.0


@dataclass(frozen=True, slots=True)
class Defence:
    """A line of a table. Without `new` in the place of `old`, `test` passes; with it, the test has to fail."""

    name: str
    attacker: str
    file: str
    old: str
    new: str
    test: str
    browser: bool = False


def defences() -> tuple[Defence, ...]:
    """All that stand in the tables, one table for each attacker."""
    tables = [tomllib.loads(file.read_text()) for file in sorted(TABLES.glob("*.toml"))]
    return tuple(Defence(**line) for table in tables for line in table["defence"])


def copy_tree(target: Path) -> None:
    """What the tests need of this tree, as it is now."""
    for name in COPIED:
        source = ROOT / name
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, target / name)
    for name in LINKED:
        if (ROOT / name).exists():
            (target / name).symlink_to(ROOT / name)


def passes(tree: Path, one: Defence) -> bool:
    """Whether its test passes in that tree; of the browsers, the one that starts sooner is enough."""
    test = one.test
    words: list[str | Path] = ["node", "--test", test]
    if not test.endswith(".js"):
        words = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", test]
        words += ["-k", "chromium"] if one.browser else []
    paths = os.pathsep.join(str(tree / name) for name in ("helper", "tests"))
    env = {**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(words, cwd=tree, env=env, capture_output=True, check=False, timeout=PATIENCE_S)
    return done.returncode == 0


def disarm(tree: Path, chosen: Iterable[Defence]) -> list[str]:
    """Take each one out in turn; what is wrong with those whose tests do not tell."""
    wrong: list[str] = []
    sound: dict[str, bool] = {}
    for one in chosen:
        began = time.monotonic()
        if one.test not in sound:
            sound[one.test] = passes(tree, one)
        path = tree / one.file
        whole = path.read_text(encoding="utf-8")
        path.write_text(whole.replace(one.old, one.new), encoding="utf-8")
        try:
            told = not passes(tree, one)
        finally:
            path.write_text(whole, encoding="utf-8")
        found = "fails without it" if told else "PASSES WITHOUT IT"
        if not sound[one.test]:
            found = "FAILS WITH IT"
        if not told or not sound[one.test]:
            wrong.append(one.name)
        print(f"{one.name:<28} {found:<18} {one.test} ({time.monotonic() - began:.0f} s)", flush=True)
    return wrong


def main() -> int:
    """Run as `scripts/disarm` says; exit 1 where a test does not tell."""
    parser = argparse.ArgumentParser(prog="scripts/disarm", description=__doc__)
    parser.add_argument("names", nargs="*", help="defences by name; all where none is named")
    parser.add_argument("--browser", action="store_true", help="those too that a real browser has to try")
    options = parser.parse_args()
    chosen = [
        one
        for one in defences()
        if (one.name in options.names if options.names else options.browser or not one.browser)
    ]
    if not chosen:
        print("There is no such defence in scripts/defences.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="disarm-") as folder:
        tree = Path(folder) / "tree"
        copy_tree(tree)
        wrong = disarm(tree, chosen)
    print(
        f"{len(chosen) - len(wrong)} of {len(chosen)} defences are missed by their tests when they are gone"
    )
    return 1 if wrong else 0
