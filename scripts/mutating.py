"""What `scripts/mutate` does: for every mutant a process of its own, in which the module's tests run over it."""

from __future__ import annotations

import argparse
import ast
import contextlib
import importlib
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import CodeType, ModuleType

from environment import ROOT
from mutants import mutants

SERVER = ROOT / "helper" / "postil" / "server"
TESTS = ROOT / "tests" / "helper" / "server"
PATIENCE_S = 120
PRELOADED = ("aiohttp", "cryptography.hazmat.primitives.kdf.hkdf", "hypothesis", "pytest", "pytest_aiohttp")

TARGETS: dict[str, tuple[str, ...]] = {
    "seal": ("test_seal",),
    "envelope": ("test_envelope",),
    "limits": ("test_limits",),
    "guard": ("test_guard", "test_guard_laws"),
}
"""A module of the server -> the tests that have to find its faults."""

ALIKE: dict[str, str] = {}
"""Mutants that do what the module does -> why no test can tell them from it."""


class Finder(MetaPathFinder, Loader):
    """Imports one module from a tree of ours."""

    def __init__(self, name: str, code: CodeType) -> None:
        """`name` is `postil.server.<module>`."""
        self._name, self._code = name, code

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        """Ours, where it is asked for."""
        return ModuleSpec(name, self, origin=str(SERVER)) if name == self._name else None

    def exec_module(self, module: ModuleType) -> None:
        """Run it as the module."""
        exec(self._code, module.__dict__)  # noqa: S102 - this is what a mutation run is


@dataclass(slots=True)
class Trial:
    """A mutant whose tests run."""

    text: str
    process: int
    until: float


def begin(module: str, tree: ast.Module, tests: Sequence[str]) -> int:
    """Run the tests over this tree in a process of its own; its number. Its exit code is pytest's."""
    code = compile(tree, str(SERVER / f"{module}.py"), "exec")
    if process := os.fork():
        return process
    os.setsid()
    with open(os.devnull, "r+b", buffering=0) as nowhere:  # noqa: PTH123 - a device
        for stream in (0, 1, 2):
            os.dup2(nowhere.fileno(), stream)
    sys.meta_path.insert(0, Finder(f"postil.server.{module}", code))
    status = 3
    with contextlib.suppress(BaseException):
        import pytest  # noqa: PLC0415 - loaded before the fork

        words = ["-x", "-q", "-p", "no:cacheprovider", "--assert=plain", "--hypothesis-seed=0"]
        status = int(pytest.main([*words, *(str(TESTS / f"{one}.py") for one in tests)]))
    os._exit(status)


def run(module: str, jobs: int) -> Iterator[tuple[str, bool]]:
    """Every mutant of a module, and whether its tests found it.

    Raises:
        SystemExit: the tests fail over the module as it is.
    """
    source = (SERVER / f"{module}.py").read_text()
    tests = TARGETS[module]
    if wait_for(Trial("", begin(module, ast.parse(source), tests), time.monotonic() + PATIENCE_S)):
        raise SystemExit(f"The tests of {module} fail over the module as it is.")
    running: list[Trial] = []
    for mutant in mutants(source):
        if len(running) >= jobs:
            first = running.pop(0)
            yield first.text, wait_for(first) != 0
        process = begin(module, mutant.tree, tests)
        running.append(Trial(f"{module}.py:{mutant.text}", process, time.monotonic() + PATIENCE_S))
    for trial in running:
        yield trial.text, wait_for(trial) != 0


def wait_for(trial: Trial) -> int:
    """How it ended; one that never does is found as well."""
    while time.monotonic() < trial.until:
        ended, status = os.waitpid(trial.process, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    os.killpg(trial.process, signal.SIGKILL)
    os.waitpid(trial.process, 0)
    return 1


def main() -> int:
    """Run as `scripts/mutate` says; exit 1 where a mutant lives."""
    parser = argparse.ArgumentParser(prog="scripts/mutate", description=__doc__.splitlines()[0])
    parser.add_argument("modules", nargs="*", choices=[*TARGETS, []], help="all of them where none is named")
    parser.add_argument("--jobs", type=int, default=max(1, (os.cpu_count() or 2) // 2))
    options = parser.parse_args()
    os.chdir(ROOT)
    for name in PRELOADED:
        importlib.import_module(name)
    survivors = 0
    for module in options.modules or TARGETS:
        began = time.monotonic()
        found = list(run(module, options.jobs))
        alive = [text for text, caught in found if not caught and text not in ALIKE]
        alike = [text for text, caught in found if not caught and text in ALIKE]
        for text in alive:
            print(f"ALIVE  {text}")
        for text in alike:
            print(f"alike  {text}: {ALIKE[text]}")
        caught = len(found) - len(alive) - len(alike)
        took = time.monotonic() - began
        print(f"{module:<10} {caught} of {len(found) - len(alike)} mutants caught ({took:.0f} s)", flush=True)
        survivors += len(alive)
    return 1 if survivors else 0
