"""`postil serve` as a process of its own, with a state folder, a temporary folder and a port of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helper.server.house import CHROME
from postil.server.client import ask, make_call
from postil.server.line import read_line
from postil.server.pairing import Pairing
from postil.server.pairings import create, read
from postil.server.seal import derive

PATIENCE_S = 60.0
"""A machine that has much to do starts a helper slowly."""
TINY = Path(__file__).parents[1] / "tiny"
COMMAND = [sys.executable, "-m", "postil", "serve", "--rules", str(TINY)]


@dataclass
class Home:
    """A person's folders: nothing of the helper may be anywhere else."""

    folder: Path

    def __post_init__(self) -> None:
        for name in ("state", "temporary", "working"):
            (self.folder / name).mkdir()

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {
            "HOME": str(self.folder),
            "XDG_STATE_HOME": str(self.folder / "state"),
            "TMPDIR": str(self.folder / "temporary"),
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    @property
    def pairings(self) -> Path:
        return self.folder / "state" / "postil"

    @property
    def stderr(self) -> Path:
        return self.folder / "stderr"


@dataclass
class Served:
    """A running process, and a browser that is paired with it."""

    process: subprocess.Popen[bytes]
    home: Home
    port: int
    pairing: Pairing

    def ask(self, path: str, question: object) -> dict[str, Any]:
        """Ask one good question."""
        return ask(self.pairing, path, question, port=self.port, patience_s=PATIENCE_S)

    def send(self, data: bytes) -> bytes:
        """Send bytes; whatever comes back before the helper closes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as connection:
            connection.sendall(data)
            reply = b""
            while chunk := connection.recv(65_536):
                reply += chunk
        return reply

    def good(self, path: str, question: object) -> bytes:
        """A good request, to be spoilt."""
        return make_call(self.pairing, path, question, port=self.port).data


def free_port() -> int:
    """A port that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until(holds: Callable[[], bool], seconds: float = 10) -> None:
    """Wait for something that takes a moment.

    Raises:
        TimeoutError: it did not come.
    """
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.01)


def answers(port: int) -> bool:
    """Whether somebody listens."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def run_helper(folder: Path, command: Sequence[str] = COMMAND) -> Iterator[Served]:
    """Start a helper, pair a browser with it, and end it."""
    home = Home(folder)
    port = free_port()
    with home.stderr.open("wb") as stderr:
        process = subprocess.Popen(
            [*command, "--port", str(port)],
            cwd=folder / "working",
            env=home.environment,
            stdout=stderr,
            stderr=stderr,
        )
    try:
        wait_until(lambda: answers(port) or process.poll() is not None)
        line = create("browser", port=port, folder=home.pairings)
        pairing = Pairing(name="browser", keys=derive(read_line(line)[0]), created=0, origin=CHROME)
        served = Served(process, home, port, pairing)
        served.ask("/v1/hello", {"name": "Chrome on Linux"})
        yield served
    finally:
        process.terminate()
        process.wait(10)


def pinned(home: Home) -> list[str | None]:
    """The origins of all pairings on disk."""
    return [pairing.origin for pairing in read(home.pairings)]
