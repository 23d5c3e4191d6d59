"""The helper behind every wall there is, through all that can happen to it: it calls nobody and leaves no word behind."""

from __future__ import annotations

import resource
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from helper.server.house import CHROME
from helper.server.process import COMMAND, Home, Served
from helper.server.test_no_trace import malformed, odd_questions
from helper.server.traces import Search, finds, fresh_mark
from helper.server.walls import NOTHING, WALLS, WATCHED, Wall, build
from postil.server.client import ask
from postil.server.line import read_line
from postil.server.pairing import Pairing
from postil.server.pairings import create
from postil.server.replies import REFUSAL
from postil.server.seal import derive

PATIENCE_S = 60.0
"""A busy computer starts a helper slowly."""
TAKE_OVER = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3); "
    "os.environ |= {'LISTEN_PID': str(os.getpid()), 'LISTEN_FDS': '1'}; os.execv(sys.argv[2], sys.argv[2:])"
)
"""What systemd does: the socket becomes descriptor 3, and the process is told its own number."""
CALL_OUT = "import socket; socket.socket().connect((sys.argv[1], int(sys.argv[2])))"


@dataclass
class Walled:
    """A helper that can be started again and again on a socket that was there before, behind a wall."""

    wall: Wall
    home: Home
    held: socket.socket
    pairing: Pairing

    @property
    def port(self) -> int:
        return int(self.held.getsockname()[1])

    @property
    def seen(self) -> Path:
        return self.home.folder / "seen"

    @contextmanager
    def started(self) -> Iterator[Served]:
        """A process of it; it is for the block to end it."""
        python = [sys.executable, "-X", "faulthandler", "-c", WATCHED, str(self.seen), *COMMAND[3:]]
        handed = [sys.executable, "-c", TAKE_OVER, str(self.held.fileno()), *python, "--port", str(self.port)]
        with self.home.stderr.open("ab") as stderr:
            process = subprocess.Popen(
                self.wall.command(*handed),
                cwd=self.home.folder / "working",
                env=self.home.environment,
                pass_fds=[self.held.fileno()],
                stdout=stderr,
                stderr=stderr,
                preexec_fn=allow_core_dumps,  # noqa: PLW1509 - this process has no other thread
            )
        try:
            yield Served(process, self.home, self.port, self.pairing)
        finally:
            process.kill()
            process.wait(10)


def allow_core_dumps() -> None:
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))


@pytest.fixture(params=WALLS)
def walled(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Walled]:
    home = Home(tmp_path)
    with build(request.param) as wall, socket.create_server(("127.0.0.1", 0)) as held:
        line = create("browser", port=held.getsockname()[1], folder=home.pairings)
        pairing = Pairing(name="browser", keys=derive(read_line(line)[0]), created=0, origin=CHROME)
        yield Walled(wall, home, held, pairing)


def use(served: Served, mark: str) -> list[bytes]:
    """Everything that a browser and a stranger can send; all that came back."""
    hello = {"name": "Chrome on Linux"}
    assert ask(served.pairing, "/v1/hello", hello, port=served.port, patience_s=PATIENCE_S)["ok"]
    assert served.ask("/v1/check", {"text": f"what a nincompoop {mark}"})["review"]["findings"]
    assert served.ask("/v1/check", {"text": f"{mark} " * 500, "reply_to": {"text": mark}})["ok"]
    assert served.ask("/v1/policy", {})["ok"]
    replies = [repr(served.ask(path, question)).encode() for path, question in odd_questions(mark)]
    refused = {served.send(data) for data in malformed(served.good("/v1/check", {"text": mark}), mark)}
    assert refused == {REFUSAL}
    return replies


def test_at_least_one_wall_stands() -> None:
    assert WALLS[-1] == "no Python"


def test_the_helper_calls_nobody_and_leaves_no_word_behind(walled: Walled) -> None:
    mark = fresh_mark()
    search = Search(mark)
    ends = (signal.SIGABRT, signal.SIGKILL, signal.SIGTERM)
    for how in ends:
        with walled.started() as served:
            for reply in use(served, mark):
                assert finds(reply, mark) == []
            served.process.send_signal(how)
            assert served.process.wait(20) == (0 if how == signal.SIGTERM else -how)
    assert walled.seen.read_text() == "", "somebody was called, or something started"
    assert walled.wall.went_out() in ({}, NOTHING)
    assert search.hits(walled.home.folder) == []
    assert search.everywhere() == []
    assert {path.name for path in walled.home.folder.rglob("*") if path.is_file()} == {
        "seen",
        "stderr",
        "pairings.json",
        "lock",
    }
    said = walled.home.stderr.read_text()
    assert said.count("Listening on") == len(ends)
    assert "Fatal Python error" not in said


@pytest.mark.parametrize("name", WALLS)
def test_each_wall_stops_and_counts_whoever_does_call(name: str, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    watched = [sys.executable, "-c", WATCHED.split("from postil")[0] + CALL_OUT, str(seen)]
    bare = [sys.executable, "-c", "import sys; " + CALL_OUT]
    with build(name) as wall, socket.create_server(("127.0.0.1", 0)) as outside:
        where = [str(part) for part in outside.getsockname()]
        for caller in (watched,) if name == "no Python" else (watched, bare):
            done = subprocess.run(
                wall.command(*caller, *where), capture_output=True, check=False, cwd=tmp_path
            )
            assert done.returncode != 0
        assert name == "no system call" or seen.read_text() == "socket.connect\n"
        if wall.counters:
            assert wall.went_out()["Ip:OutNoRoutes"] == 1
        outside.settimeout(0.05)
        with pytest.raises(TimeoutError):
            outside.accept()
