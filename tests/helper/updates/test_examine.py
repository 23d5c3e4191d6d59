from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from helper.server.process import TINY
from postil.engine.check import Engine
from postil.rulebook.load import load, open_shelf
from postil.updates.examine import CPU_S, LARGEST, LONGEST_POST, MEMORY, faults, too_slow


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "rules"))


def judge(rules: Path) -> list[str]:
    return faults(rules, open_shelf(rules))


def write_pattern(rules: Path, pattern: str) -> None:
    """A list with one pattern among the rules."""
    (rules / "terms" / "insults.yaml").write_text(
        "terms: insults\nabout: Unkind words.\nen: [nincompoop]\nnl: [sukkel]\n"
        f"patterns:\n  - name: odd\n    about: To see.\n    pattern: '{pattern}'\n"
        '    finds: ["aab", "ab"]\n    passes: ["x", "y"]\n'
    )


def test_good_rules_have_none(rules: Path) -> None:
    assert judge(rules) == []
    write_pattern(rules, "a+b")
    assert judge(rules) == []


def test_a_pattern_without_end_is_found_out(rules: Path) -> None:
    write_pattern(rules, "(a+)+b")
    assert any("takes very long" in one for one in judge(rules)), judge(rules)


def test_yaml_that_would_grow_is_refused_at_once(rules: Path) -> None:
    bomb = ["topic: disrespect", "when:", "  any:", "  - &a0 {existence: {terms: insults}}"]
    bomb += [f"  - &a{n} {{any: [*a{n - 1}, *a{n - 1}, *a{n - 1}]}}" for n in range(1, 60)]
    (rules / "topics" / "disrespect.yaml").write_text("\n".join(bomb))
    assert any("as a name for what follows" in one for one in judge(rules))


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "a: " * 50_000, "- " * 100_000, "\0", "%YAML 9.9\n---\n", "!!python/object:os.system x"],
)
def test_no_yaml_hangs_or_crashes_it(rules: Path, text: str) -> None:
    (rules / "terms" / "insults.yaml").write_text(text)
    done = subprocess.run(
        [sys.executable, "-m", "postil.updates.examine", str(rules)],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode in {1, -11}  # a sentence, or at worst the end of that process
    assert not (rules / "rulebook").exists()


def test_a_long_post_must_not_take_long(rules: Path) -> None:
    rulebook = load(rules)
    assert not isinstance(rulebook, tuple)

    class Slow(Engine):
        asked: list[int] = []  # noqa: RUF012 - for this test alone

        def check(self, draft):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
            self.asked.append(len(draft.text))
            return super().check(draft)

    engine = Slow(rulebook)
    assert list(too_slow(engine, rulebook)) == []
    assert list(too_slow(engine, rulebook, slowest_s=-1)) == ["umc-utrecht"]
    assert engine.asked == [LONGEST_POST, LONGEST_POST]


def test_the_process_is_bound() -> None:
    script = (
        "import resource as r; from postil.updates.examine import bound; bound()\n"
        "print(*(r.getrlimit(one)[0] for one in (r.RLIMIT_CPU, r.RLIMIT_FSIZE, r.RLIMIT_CORE, r.RLIMIT_AS)))\n"
        "try: bytearray(2 ** 31)\n"
        "except MemoryError: print('no more')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    *limits, no, more = done.stdout.split()
    assert limits[:3] == [str(CPU_S), str(LARGEST), "0"]
    if sys.platform == "linux":
        assert (limits[3], no, more) == (str(MEMORY), "no", "more")
