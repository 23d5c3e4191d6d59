"""What the table of checks runs, and what it says of a journey that was walked twice."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from checks import JOURNEYS, QUICK, SLOW, again, run_one  # noqa: E402 - the path comes first


def test_what_passed_only_the_second_time_is_named(tmp_path: Path) -> None:
    (tmp_path / "test_late.py").write_text(
        "from pathlib import Path\n\n"
        "def test_late():\n    here = Path('here')\n    before = here.exists()\n    here.touch()\n    assert before\n\n"
        "def test_sure():\n    pass\n"
    )
    command = [sys.executable, "-m", "pytest", "-q", "-rR", "--reruns=1", "-p", "no:cacheprovider", "."]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert again(done.stdout) == ["test_late.py::test_late"]


def test_what_fails_is_told_with_its_output(tmp_path: Path) -> None:
    failing = run_one(("false", [sys.executable, "-c", "print('why'); raise SystemExit(3)"], tmp_path))
    assert not failing.passed
    assert "why" in failing.output


def test_journeys_alone_are_ever_run_again() -> None:
    assert all("--reruns=1" in command for _, command, _ in JOURNEYS)
    assert not any("--reruns" in str(part) for _, command, _ in [*QUICK, *SLOW] for part in command)
