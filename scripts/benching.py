"""What `scripts/bench` measures of the engine and the helper."""

from __future__ import annotations

import argparse
import gc
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from environment import ROOT
from postil.engine.check import Engine
from postil.model.condition import Existence, Proximity, Window
from postil.model.draft import Account, Draft
from postil.model.policy import Rulebook
from postil.model.topic import Case, TermList
from postil.rulebook.find import rules_folder
from postil.rulebook.load import load

GOALS = {
    "load and compile": 250.0,
    "280 characters": 1.0,
    "3,000 characters": 4.0,
    "growth 100 -> 1,000 topics": 1.2,
    "first answer": 600.0,
    "resident": 70.0,
    "key to underline": 50.0,
    "work per input event": 1.0,
    "our calls while idle": 0.0,
    "busy page, nobody types": 2.0,
    "busy page, somebody types": 2.0,
    "memory after 2,000 edits": 150.0,
    "nodes after 2,000 edits": 2.0,
}
"""Upper bounds: milliseconds, a ratio, MB, calls, percent of a core, KB, nodes."""

_PROSE = (
    "vandaag college over longen en een lange dag op de afdeling met koffie the lecture on Monday was about hearts and "
    "we had a good talk with the team over statistics maar het regende de hele middag and nobody minded because the "
    "students brought cake voor iedereen die wilde proud of this place morgen weer vroeg op om half acht bij de bus "
    "you are not the only one who thinks so I'm so happy for them and they don't say what he did to her niet alle "
    "mensen die dat zeggen hebben gelijk je moet gewoon eens kijken wat zij doen if people really want my opinion"
)
WORDS = _PROSE.split()
_APART = '@somebody #OpenDay #lovemyjob https://t.co/Ab3dE6fGhI 12:30 2026 3,5 50% \U0001f389 Anna de Vries, it\'s! (new) "so"'
SIGNS = _APART.split()
"""What posts hold beside plain words: one token in eight is such a sign, as in posts on X."""


def posts(length: int, count: int) -> list[str]:
    """Mixed Dutch and English posts of about `length` characters, the same in every run."""
    chance = random.Random(7)  # noqa: S311 - repeatable, no secret
    made = []
    for _ in range(count):
        words: list[str] = []
        while sum(map(len, words)) + len(words) < length:
            if chance.random() < 1 / 8:
                words.append(chance.choice(SIGNS))
                continue
            word, ends = chance.choice(WORDS), chance.random() < 1 / 12  # a sentence of a dozen words
            opens = not words or words[-1].endswith(".")
            words.append((word.capitalize() if opens else word) + ("." if ends else ""))
        made.append(" ".join(words)[:length])
    return made


def timed(work: Callable[[str], object], items: list[str]) -> tuple[float, float]:
    """p50 and p95 of one call in milliseconds, after a warm-up."""
    for item in items[:20]:
        work(item)
    gc.collect()
    gc.disable()
    took = []
    for item in items:
        start = time.perf_counter()
        work(item)
        took.append((time.perf_counter() - start) * 1000)
    gc.enable()
    took.sort()
    return statistics.median(took), took[int(len(took) * 0.95)]


def rules() -> Rulebook:
    """The shipped rules."""
    loaded = load(rules_folder())
    if not isinstance(loaded, Rulebook):
        raise SystemExit("The rules have problems: run `postil rules check`.")
    return loaded


def synthetic(rulebook: Rulebook, count: int) -> Rulebook:
    """The shipped rules with `count` more topics, each with two lists of twenty invented words."""
    chance = random.Random(count)  # noqa: S311 - repeatable, no secret
    model = next(topic for topic in rulebook.topics.values() if topic.cases)
    policy = rulebook.policies["umc-utrecht"]
    terms, topics, clauses = dict(rulebook.terms), dict(rulebook.topics), list(policy.clauses)
    for number in range(count):
        for part in "ab":
            invented = tuple("".join(chance.choices("abcdefghijklmnoprstuvw", k=7)) for _ in range(20))
            name = f"invented-{number}-{part}"
            terms[name] = TermList(
                id=name, about="Invented.", phrases={"en": invented}, exceptions={}, ambiguous={}
            )
        first, second = f"invented-{number}-a", f"invented-{number}-b"
        near = Proximity(terms=(first,), near=(second,), within=Window(words=8))
        case: Case = replace(model.cases[0], when=near if number % 4 == 0 else Existence(terms=(first,)))
        topic = replace(
            model, id=f"invented-{number}", cases=(case,), exceptions=(), examples=(), yields_to=()
        )
        topics[topic.id] = topic
        clauses.append(
            replace(policy.clauses[0], id=f"umc-utrecht/invented-{number}", topic=topic.id, surface=("post",))
        )
    policies = {**rulebook.policies, policy.id: replace(policy, clauses=tuple(clauses))}
    return Rulebook(terms=terms, topics=topics, policies=policies)


def tell(name: str, figure: float, unit: str, more: str = "") -> bool:
    """Print a figure beside its goal; whether it holds."""
    goal = GOALS.get(name)
    held = goal is None or figure <= goal
    bound = "" if goal is None else f"(goal {goal:g})"
    print(f"{name:<28} {figure:>8.2f} {unit:<3} {bound:<12} {'' if held else 'MISSED'} {more}")
    return held


def engine_figures() -> bool:
    """The engine alone."""
    start = time.perf_counter()
    rulebook = rules()
    engine = Engine(rulebook)
    account = Account(kind="personal", bio="views my own")

    def check(text: str) -> object:
        return engine.check(Draft(text=text, policy="umc-utrecht", account=account))

    check("warm")
    held = tell("load and compile", (time.perf_counter() - start) * 1000, "ms")
    for length, name in ((280, "280 characters"), (3000, "3,000 characters")):
        p50, p95 = timed(check, posts(length, 600))
        held &= tell(name, p95, "ms", f"p95; p50 {p50:.2f} ms")
    few, many = (Engine(synthetic(rulebook, count)) for count in (100, 1000))

    def with_rules(which: Engine) -> Callable[[str], object]:
        return lambda text: which.check(Draft(text=text, policy="umc-utrecht", account=account))

    small, large = timed(with_rules(few), posts(280, 400))[0], timed(with_rules(many), posts(280, 400))[0]
    return tell("growth 100 -> 1,000 topics", large / small, "x", f"{small:.2f} -> {large:.2f} ms") and held


KEEP = """
from postil.config import kept_rulebooks
from postil.rulebook.find import rules_folder
from postil.service.kept import KeptRules
kept = kept_rulebooks()[0]
kept.parent.mkdir(parents=True, exist_ok=True)
KeptRules(kept, rules_folder()).put()
"""
"""What `postil service install` does with the rules, in a process of its own: a child is counted with its parent's memory."""


def first_answer() -> bool:
    """From the start of a fresh process to its first review through the command line, and its peak memory.

    The rules are kept as at a set-up.
    """
    took, peaks = [], []
    with tempfile.TemporaryDirectory() as home:
        here = os.environ | dict.fromkeys(("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"), home)
        subprocess.run([sys.executable, "-c", KEEP], check=True, cwd=ROOT, env=here)
        draft = Path(home) / "draft.jsonl"
        draft.write_text('{"text": "Proud to start my internship today"}\n')
        for _ in range(5):
            start = time.perf_counter()
            process = subprocess.Popen(
                [sys.executable, "-m", "postil", "check", "--jsonl", str(draft)],
                stdout=subprocess.DEVNULL,
                cwd=ROOT,
                env=here,
            )
            _, status, used = os.wait4(process.pid, 0)
            took.append((time.perf_counter() - start) * 1000)
            peaks.append(used.ru_maxrss / 1024)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                raise SystemExit("`postil check` did not answer.")
    held = tell("first answer", statistics.median(took), "ms", "process start to review, median of 5")
    return (
        tell("resident", max(peaks), "MB", "peak of that process; `scripts/soak` has the helper's") and held
    )


def main() -> int:
    """Run as `scripts/bench` says; exit 1 when a goal is missed."""
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("--browser", action="store_true", help="measure in a real Chromium as well")
    args = parser.parse_args()
    held = first_answer()
    held &= engine_figures()
    if args.browser:
        from bench_browser import browser_figures  # noqa: PLC0415 - needs Playwright and the stage

        held &= browser_figures(tell)
    return 0 if held else 1
