"""The table of all checks: what `scripts/check` and `scripts/test` run, each a name and a command."""

from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from environment import EXTENSION, PYTHON, ROOT

Check = tuple[str, list[str | Path], Path]
"""A name, a command, and the folder to run it in."""

NODE = EXTENSION / "node_modules" / ".bin"

QUICK: list[Check] = [
    ("ruff", [PYTHON, "-m", "ruff", "check", "."], ROOT),
    ("ruff format", [PYTHON, "-m", "ruff", "format", "--check", "."], ROOT),
    ("mypy", [PYTHON, "-m", "mypy"], ROOT),
    ("import-linter", [PYTHON.parent / "lint-imports", "--no-cache"], ROOT),
    ("biome", [NODE / "biome", "check", "src", "../tests/extension"], EXTENSION),
    ("tsc", [NODE / "tsc", "--noEmit", "-p", "."], EXTENSION),
    ("rules check", [PYTHON, "-m", "postil", "rules", "check"], ROOT),
]
"""Lint, types, contracts and the rule files' form."""

SLOW: list[Check] = [
    ("rules test", [PYTHON, "-m", "postil", "rules", "test"], ROOT),
    (
        "node",
        ["node", "--test", "--test-reporter=tap", *sorted(ROOT.glob("tests/extension/*/*.test.js"))],
        ROOT,
    ),
    ("web-ext lint", [NODE / "web-ext", "lint", "--source-dir=src", "--no-config-discovery"], EXTENSION),
    (
        "pytest",
        [PYTHON, "-m", "pytest", "-q", "-n2", "--dist=loadfile", "tests", "--ignore=tests/journey"],
        ROOT,
    ),
]
"""Rules, units and properties; by two, for one alone would get half a processor beside the browsers."""

JOURNEYS: list[Check] = [
    ("journeys", [PYTHON, "-m", "pytest", "-q", "-rR", "-n3", "--reruns=1", "tests/journey"], ROOT)
]
"""The real browser with the real helper. One that fails is walked once more, by name: a busy machine stalls a browser."""

AGAIN = "RERUN "
"""How pytest begins the line of a test that was run once more."""


@dataclass(frozen=True)
class Result:
    """How one check went."""

    name: str
    passed: bool
    output: str
    seconds: float


def run_one(check: Check) -> Result:
    """Run one check and say how it went, with its output if it failed."""
    name, command, folder = check
    start = time.monotonic()
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    result = Result(name, done.returncode == 0, done.stdout + done.stderr, time.monotonic() - start)
    print(
        "{} {} ({:.0f} s)".format("ok    " if result.passed else "FAILED", name, result.seconds), flush=True
    )
    if not result.passed:
        print(result.output, flush=True)
    else:
        print("".join(f"       again: {line}\n" for line in again(result.output)), end="", flush=True)
    return result


def again(output: str) -> list[str]:
    """The tests that passed only when they were run once more."""
    return [line.removeprefix(AGAIN) for line in output.splitlines() if line.startswith(AGAIN)]


def run_lanes(*lanes: list[Check]) -> list[Result]:
    """Run several lists of checks side by side, each list in its order. Returns all results."""
    with ThreadPoolExecutor(len(lanes)) as pool:
        done = pool.map(lambda lane: [run_one(check) for check in lane], lanes)
        return [result for lane in done for result in lane]


def fail(sentence: object) -> int:
    """Say what is missing and end."""
    print(sentence, file=sys.stderr)
    return 2
