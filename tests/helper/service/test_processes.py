from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from helper.server.process import wait_until
from postil.service import processes
from postil.service.processes import find, stop

QUIET = (sys.executable, "-c", "import time; time.sleep(60)")
DEAF = (
    sys.executable,
    "-c",
    "import signal, time; signal.signal(15, signal.SIG_IGN); print(1, flush=True); time.sleep(60)",
)


@contextmanager
def running(command: tuple[str, ...]) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        wait_until(lambda: find(command) == (process.pid,))
        try:
            yield process
        finally:
            process.kill()


def test_the_process_that_runs_the_command_is_found_and_ended() -> None:
    with running(QUIET) as process:
        stop((*QUIET, "more"))
        assert find(QUIET[:-1]) == ()
        assert process.poll() is None
        stop(QUIET)
        assert process.wait(5) == -15


def test_one_that_does_not_listen_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_PATIENCE_S", 0.2)
    with running(DEAF) as process:
        assert process.stdout
        process.stdout.readline()
        stop(DEAF)
        assert process.wait(5) == -9


def test_another_accounts_process_is_left_alone(tmp_path: Path) -> None:
    for number, owner in (("7", "0"), ("8", "4294967294")):
        (tmp_path / number).mkdir()
        (tmp_path / number / "cmdline").write_text("postil\0serve\0")
        (tmp_path / number / "status").write_text(f"Name:\tpostil\nUid:\t{owner}\t0\t0\t0\n")
    (tmp_path / "9").mkdir()  # gone meanwhile
    monkey = pytest.MonkeyPatch()
    with monkey.context() as patch:
        patch.setattr("os.geteuid", lambda: 0)
        assert find(("postil", "serve"), tmp_path) == (7,)


def test_no_command_finds_nobody() -> None:
    assert find(()) == ()
