"""Each in a process of its own, for what is switched off stays off."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

BEGIN = "from postil.discretion import leave_no_trace; from postil.logs import write_events; write_events(); "
DRAFT = "a marked draft"


def run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run Python code in `folder` with core dumps allowed and fault reports on: the worst case."""
    return subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", BEGIN + code],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(
            resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2
        ),
    )


def test_an_abort_leaves_nothing(tmp_path: Path) -> None:
    done = run(f"leave_no_trace(); text = {DRAFT!r}; import os; os.abort()", tmp_path)
    assert done.returncode == -signal.SIGABRT
    assert (done.stdout, done.stderr) == ("", "")
    assert list(tmp_path.iterdir()) == []


def test_without_it_an_abort_does_tell(tmp_path: Path) -> None:
    done = run("import os; os.abort()", tmp_path)
    assert "Fatal Python error" in done.stderr


def test_the_process_cannot_be_dumped(tmp_path: Path) -> None:
    done = run(
        "leave_no_trace(); import ctypes, resource, sys;"
        "dumpable = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) if sys.platform == 'linux' else 0;"
        "print(dumpable, resource.getrlimit(resource.RLIMIT_CORE))",
        tmp_path,
    )
    assert done.stdout == "0 (0, 0)\n"


@pytest.mark.parametrize(
    "code",
    [
        f"raise ValueError({DRAFT!r})",
        f"import threading\ndef f(): raise ValueError({DRAFT!r})\nthreading.Timer(0, f).start()",
        f"class A:\n  def __del__(self): raise ValueError({DRAFT!r})\nA()",
    ],
    ids=["in the main thread", "in another thread", "while being forgotten"],
)
def test_an_error_nobody_caught_is_named_and_not_quoted(code: str, tmp_path: Path) -> None:
    done = run("leave_no_trace()\n" + code, tmp_path)
    assert DRAFT not in done.stderr
    assert done.stderr.endswith("Something failed in process: ValueError.\n")
    assert done.stderr.count("\n") == 1
