"""What `scripts/evaluate` does, inside the environment."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from postil.engine.check import Engine
from postil.model.draft import Account, Draft
from postil.model.finding import Finding
from postil.model.policy import Rulebook
from postil.rulebook.find import rules_folder
from postil.rulebook.load import load
from postil.server.wire import read_draft

DISCLAIMERS = {"disclaimer", "bio-disclaimer"}
QUIET = ("accessibility-", *DISCLAIMERS)
"""Topics that a clean draft may raise: they alarm nobody."""

LOUD = ("warning", "suggestion")


@dataclass
class Tally:
    """What was found over one file of posts."""

    posts: int = 0
    with_severity: Counter[str] = field(default_factory=Counter)
    by_topic: Counter[tuple[str, str]] = field(default_factory=Counter)
    alarms: list[tuple[str, Finding, str]] = field(default_factory=list)


@dataclass
class Score:
    """How labelled drafts came out. Keys of the counters are topics, or (topic, language)."""

    drafts: int = 0
    expected: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    forbidden: int = 0
    forbidden_raised: list[str] = field(default_factory=list)
    clean: int = 0
    clean_alarmed: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    languages: dict[str, list[int]] = field(default_factory=dict)


def lines(path: Path) -> Iterator[dict[str, object]]:
    """The posts or labelled drafts of one file."""
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            if line.strip():
                yield json.loads(line) if path.suffix == ".jsonl" else {"text": line.rstrip("\n")}


def measure(engine: Engine, path: Path, policy: str, bio: str | None) -> Tally:
    """Check every post of a file as a personal post under one policy."""
    tally = Tally()
    account = Account(kind="personal", bio=bio)
    for row in lines(path):
        text = str(row["text"])
        review = engine.check(Draft(text=text, policy=policy, account=account))
        tally.posts += 1
        for severity in {finding.severity for finding in review.findings}:
            tally.with_severity[severity] += 1
        for finding in review.findings:
            tally.by_topic[finding.severity, finding.topic] += 1
            if finding.severity in LOUD:
                tally.alarms.append((text, finding, review.language))
    return tally


def words_of(text: str, finding: Finding) -> str:
    """The words that a finding marks."""
    return " | ".join(text[m.start : m.end] for m in finding.marks if m.field == "text") or "(whole post)"


def tell_tally(name: str, tally: Tally, severity: str, most: int) -> None:
    """Print shares, topics, and the alarms of at least a severity."""
    print(f"\n{name}: {tally.posts} posts")
    for level in ("warning", "suggestion", "note"):
        count = tally.with_severity[level]
        print(f"  {level:<10} on {count:>5} posts  {100 * count / max(1, tally.posts):.2f} %")
    for (level, topic), count in sorted(tally.by_topic.items(), key=lambda item: (-item[1], item[0])):
        print(f"    {count:>5}  {level:<10} {topic}")
    wanted = [alarm for alarm in tally.alarms if severity == "suggestion" or alarm[1].severity == "warning"]
    for text, finding, language in wanted[:most]:
        print(
            f"  [{finding.severity} {finding.topic} {language}] «{words_of(text, finding)}»  in: {text[:400]}"
        )


def judge(engine: Engine, path: Path) -> Score:
    """Check labelled drafts and count."""
    score = Score()
    for row in lines(path):
        draft = read_draft(row["draft"])
        review = engine.check(replace(draft, language=None))
        raised = {finding.topic for finding in review.findings}
        loud = {f.topic for f in review.findings if f.severity in LOUD and not f.topic.startswith(QUIET)}
        expect, forbid = _names(row["expect"]), _names(row["forbid"])
        label = f"{draft.id} [{draft.policy}] {draft.text[:300]!r}"
        score.drafts += 1
        hits = score.languages.setdefault(draft.language or "?", [0, 0])
        for topic in expect:
            score.expected[topic] += 1
            score.found[topic] += topic in raised
            hits[0] += topic in raised
            hits[1] += 1
            if topic not in raised:
                score.missed.append(f"{topic}: {label} ({row.get('why', '')})")
        if forbid:
            score.forbidden += 1
            if wrong := sorted(raised & set(forbid)):
                score.forbidden_raised.append(f"{', '.join(wrong)}: {label} ({row.get('why', '')})")
        if row.get("clean"):
            score.clean += 1
            if loud:
                score.clean_alarmed.append(f"{', '.join(sorted(loud))}: {label}")
    return score


def _names(value: object) -> list[str]:
    """A list of topics from a label."""
    return [str(name) for name in value] if isinstance(value, list) else []


def tell_score(name: str, score: Score, *, show: bool) -> None:
    """Print recall, false alarms, and what was missed."""
    expected, found = score.expected.total(), score.found.total()
    print(f"\n{name}: {score.drafts} labelled drafts")
    print(f"  recall     {found}/{expected} = {found / max(1, expected):.3f}")
    print(
        f"  forbidden  {len(score.forbidden_raised)}/{score.forbidden} = "
        f"{len(score.forbidden_raised) / max(1, score.forbidden):.3f}"
    )
    print(
        f"  clean      {len(score.clean_alarmed)}/{score.clean} alarmed = "
        f"{len(score.clean_alarmed) / max(1, score.clean):.3f}"
    )
    for language, (hit, of) in sorted(score.languages.items()):
        print(f"  {language}: {hit}/{of}")
    for topic, count in sorted(score.expected.items()):
        print(f"    {topic:<28} {score.found[topic]}/{count}")
    if show:
        for heading, rows in (
            ("missed", score.missed),
            ("forbidden and raised", score.forbidden_raised),
            ("clean and alarmed", score.clean_alarmed),
        ):
            print(f"  {heading}:")
            for row in rows:
                print(f"    {row}")


def files(path: Path) -> list[Path]:
    """The files of posts under a path."""
    if path.is_file():
        return [path]
    return sorted(p for p in path.rglob("*") if p.suffix in {".jsonl", ".txt"})


def main() -> int:
    """Run as `scripts/evaluate` says; exit 0, or 2 when there is nothing to read."""
    parser = argparse.ArgumentParser(prog="scripts/evaluate", description=__doc__)
    parser.add_argument(
        "path", type=Path, help="a folder or file of posts (.jsonl, .txt), or of labelled drafts"
    )
    parser.add_argument("--policy", default="umc-utrecht", help="the policy to check posts by, or 'all'")
    parser.add_argument("--bio", default="All views my own.", help="the bio of the account that posts")
    parser.add_argument("--severity", choices=LOUD, default="warning", help="which alarms are listed")
    parser.add_argument("--most", type=int, default=200, help="how many alarms a file are listed")
    parser.add_argument("--quiet", action="store_true", help="figures alone")
    args = parser.parse_args()
    if not files(args.path):
        parser.error(f"{args.path}: no .jsonl or .txt file there")
    rulebook = load(rules_folder())
    if not isinstance(rulebook, Rulebook):
        parser.error("the rules have problems: run `postil rules check`")
    engine = Engine(rulebook, trial=True)
    policies = sorted(rulebook.policies) if args.policy == "all" else [args.policy]
    for path in files(args.path):
        first = next(lines(path), {})
        if "draft" in first:
            tell_score(path.name, judge(engine, path), show=not args.quiet)
        else:
            for policy in policies:
                tally = measure(engine, path, policy, args.bio)
                tell_tally(f"{path.name} by {policy}", tally, args.severity, 0 if args.quiet else args.most)
    return 0
