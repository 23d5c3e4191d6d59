"""The start as systemd does it: the command of the unit, on a socket that was there before."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from helper.server.house import CHROME
from helper.server.process import TINY, Home, free_port, wait_until
from helper.service.scratch import place
from postil.errors import PortError
from postil.server.client import ask
from postil.server.line import read_line
from postil.server.pairing import Pairing
from postil.server.pairings import create
from postil.server.seal import derive
from postil.service.linux import WAY
from postil.service.units import command_in, service

START_CPU_S = 1.5
"""Of the processor: 0.3 s here, however busy the machine is. `scripts/service_trial.py` looks at the clock."""
PATIENCE_S = 60.0

# What systemd-socket-activate does, for where there is none.
STAND_IN = """
import os, select, socket, sys
held = socket.create_server(("127.0.0.1", int(sys.argv[2].split(":")[1])))
select.select([held], [], [])
os.dup2(held.fileno(), 3)
os.environ |= {"LISTEN_PID": str(os.getpid()), "LISTEN_FDS": "1"}
os.execvp(sys.argv[3], sys.argv[3:])
"""
ACTIVATE = [shutil.which("systemd-socket-activate") or "", "-l"]
ACTIVATOR = ACTIVATE if ACTIVATE[0] else [sys.executable, "-c", STAND_IN, "-l"]


@contextmanager
def held(home: Home, port: int, command: Sequence[str]) -> Iterator[subprocess.Popen[bytes]]:
    """Somebody who holds the port, and starts the command when the first one comes."""
    passed = [f"--setenv={name}={value}" for name, value in home.environment.items() if name in PASSED]
    words = [*ACTIVATOR, f"127.0.0.1:{port}", *(passed if ACTIVATE[0] else []), *command]
    with home.stderr.open("wb") as stderr:
        process = subprocess.Popen(words, env=home.environment, cwd="/", stdout=stderr, stderr=stderr)
    try:
        wait_until(lambda: listens(port), PATIENCE_S)
        yield process
    finally:
        process.kill()
        process.wait()


PASSED = ("HOME", "XDG_STATE_HOME", "TMPDIR", "PYTHONDONTWRITEBYTECODE", "PATH")


def listens(port: int) -> bool:
    """Whether the port is held, without asking: a question would start the helper."""
    try:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", port))
    except OSError:
        return True
    return False


def paired(home: Home, port: int) -> Pairing:
    """A browser with a line that it has not yet used."""
    line = create("browser", port=port, folder=home.pairings)
    return Pairing(name="browser", keys=derive(read_line(line)[0]), created=0, origin=CHROME)


@pytest.fixture
def person(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def installed(tmp_path: Path) -> tuple[str, ...]:
    """The command that the installed unit starts."""
    where = place(tmp_path)
    for part in WAY.parts(where):
        assert part.folder
        part.folder.mkdir(parents=True, exist_ok=True)
        part.put()
    return WAY.started(where)


def test_the_first_question_starts_it_and_is_answered(person: Home, tmp_path: Path) -> None:
    port = free_port()
    pairing = paired(person, port)
    command = [*installed(tmp_path), "--port", str(port), "--rules", str(TINY)]
    with held(person, port, command) as process:
        assert ask(pairing, "/v1/hello", {"name": "Chrome"}, port=port, patience_s=PATIENCE_S)["ok"]
        review = ask(pairing, "/v1/check", {"text": "what a nincompoop"}, port=port, patience_s=PATIENCE_S)[
            "review"
        ]
        assert [finding["topic"] for finding in review["findings"]] == ["disrespect"]
        process.send_signal(signal.SIGTERM)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    assert used.ru_utime + used.ru_stime < START_CPU_S


def serve_with(idle_s: float, port: int) -> list[str]:
    """A helper that is not as patient as the shipped one."""
    words = f"serve(port={port}, rules=Path({str(TINY)!r}), idle_s={idle_s})"
    return [sys.executable, "-c", f"from pathlib import Path; from postil.server.serve import serve; {words}"]


def test_idle_it_ends_by_itself(person: Home) -> None:
    port = free_port()
    pairing = paired(person, port)
    with held(person, port, serve_with(1, port)) as process:
        ask(pairing, "/v1/hello", {"name": "Chrome"}, port=port, patience_s=PATIENCE_S)
        assert process.wait(PATIENCE_S) == 0
    said = person.stderr.read_text()
    assert "Nobody asked for 0 minutes" in said
    assert said.splitlines()[-1].endswith("INFO Stopped.")


def test_a_helper_that_was_not_given_its_socket_stays(person: Home) -> None:
    port = free_port()
    with subprocess.Popen(
        serve_with(0.05, port), env=person.environment, stderr=subprocess.DEVNULL
    ) as process:
        wait_until(lambda: listens(port), PATIENCE_S)
        time.sleep(1)
        assert process.poll() is None
        process.terminate()


def test_one_that_cannot_start_lets_nobody_wait(person: Home) -> None:
    port = free_port()
    pairing = paired(person, port)
    person.pairings.chmod(0o755)
    with held(person, port, serve_with(60, port)) as process:
        began = time.monotonic()
        with pytest.raises(PortError):
            ask(pairing, "/v1/hello", {"name": "Chrome"}, port=port, patience_s=PATIENCE_S)
        assert time.monotonic() - began < PATIENCE_S / 2
        assert process.wait(PATIENCE_S) != 0


def test_the_unit_asks_for_the_command_that_was_tried(tmp_path: Path) -> None:
    command = installed(tmp_path)
    assert command_in(service(command)) == command
    assert shlex.join(command).endswith("-P -m postil serve")
    assert os.access(command[0], os.X_OK)


def test_without_anywhere_to_write_to_it_serves_all_the_same(person: Home) -> None:
    port = free_port()
    pairing = paired(person, port)
    silent = "import sys; sys.stdin = sys.stdout = sys.stderr = None; "  # as under pythonw.exe
    command = serve_with(60, port)
    command[2] = silent + command[2]
    with subprocess.Popen(command, env=person.environment) as process:
        wait_until(lambda: listens(port), PATIENCE_S)
        assert ask(pairing, "/v1/hello", {"name": "Edge"}, port=port, patience_s=PATIENCE_S)["ok"]
        process.terminate()
        assert process.wait(PATIENCE_S) == 0
