"""A helper for `scripts/soak`: on a socket that is held for it, as systemd does, with a clock and a disk that can fail."""

from __future__ import annotations

import os
import resource
import shutil
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from postil.errors import PortError
from postil.server.client import ask
from postil.server.line import read_line
from postil.server.pairing import Pairing
from postil.server.pairings import create
from postil.server.seal import derive
from postil.service.kept import KeptRules

ORIGINS = (
    "chrome-extension://abcdefghijklmnopabcdefghijklmnop",
    "moz-extension://0b0a7c1e-9d3b-4a55-8d0a-0e5a6f1c2d3e",
)
PATIENCE_S = 60.0
TICKS = os.sysconf("SC_CLK_TCK")

BEGIN = """
import mmap, os, struct, sys, time
clock = mmap.mmap(os.open(sys.argv.pop(1), os.O_RDONLY), 8, prot=mmap.PROT_READ)
os.dup2(int(sys.argv.pop(1)), 3)
os.environ |= {"LISTEN_PID": str(os.getpid()), "LISTEN_FDS": "1"}
real = time.time
time.time = lambda: real() + struct.unpack("d", clock)[0]
from postil.cli.main import main
sys.exit(main(sys.argv[1:]))
"""
"""The helper with a clock that can be set from outside, on a socket that was there before."""


@dataclass
class SoakHouse:
    """A home, a held socket, and the helper of the moment."""

    home: Path
    rules: Path
    held: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0), backlog=64))
    process: subprocess.Popen[bytes] | None = None
    starts: int = 0

    def __post_init__(self) -> None:
        """Make the folders."""
        for name in ("state", "temporary", "working"):
            (self.home / name).mkdir()
        shutil.copytree(self.rules, self.home / "rules")
        (self.home / "clock").write_bytes(struct.pack("d", 0))

    def keep_rules(self) -> None:
        """Keep the rulebook as it was read, as `postil service install` does."""
        path = self.home / ".cache" / "postil" / "rulebook"
        path.parent.mkdir(parents=True, exist_ok=True)
        KeptRules(path, self.home / "rules").put()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.held.getsockname()[1])

    @property
    def state(self) -> Path:
        """Where its pairings are."""
        return self.home / "state" / "postil"

    @property
    def running(self) -> subprocess.Popen[bytes]:
        """The process of the moment.

        Raises:
            RuntimeError: none was started.
        """
        if self.process is None:
            raise RuntimeError("The helper was not started.")
        return self.process

    def pair(self, count: int) -> list[Pairing]:
        """So many browsers with lines that they have not yet used."""
        found = []
        for at in range(count):
            keys = derive(read_line(create(port=self.port, folder=self.state))[0])
            found.append(Pairing(name=f"browser {at}", keys=keys, created=0, origin=ORIGINS[at % 2]))
        return found

    def greet(self, pairings: Sequence[Pairing]) -> None:
        """Have every one of them use its line."""
        for one in pairings:
            ask(one, "/v1/hello", {"name": "Soak"}, port=self.port, patience_s=PATIENCE_S)

    def start(self) -> None:
        """Start the helper; whoever comes meanwhile waits."""
        words = ["serve", "--port", str(self.port), "--rules", str(self.home / "rules")]
        where = [str(self.home / "clock"), str(self.held.fileno())]
        self.starts += 1
        with (self.home / "stderr").open("ab") as stderr:
            self.process = subprocess.Popen(
                [sys.executable, "-c", BEGIN, *where, *words],
                cwd=self.home / "working",
                env=os.environ
                | {
                    "HOME": str(self.home),
                    "XDG_STATE_HOME": str(self.home / "state"),
                    "XDG_CACHE_HOME": str(self.home / ".cache"),
                    "TMPDIR": str(self.home / "temporary"),
                    "PYTHONDONTWRITEBYTECODE": "1",
                },
                pass_fds=[self.held.fileno()],
                stdout=stderr,
                stderr=stderr,
            )

    def kill(self) -> None:
        """End it without a chance to say goodbye."""
        if self.process:
            self.process.kill()
            self.process.wait(10)

    def stop(self) -> int:
        """End it in good order; its exit code."""
        running = self.running
        running.terminate()
        return running.wait(20)

    def set_clock(self, seconds: float) -> None:
        """Set its clock so far from ours."""
        with (self.home / "clock").open("r+b") as file:
            file.write(struct.pack("d", seconds))

    def fill_disk(self, *, full: bool) -> None:
        """Let it write no byte more to any file, or let it again."""
        hard = resource.prlimit(self.running.pid, resource.RLIMIT_FSIZE)[1]
        resource.prlimit(self.running.pid, resource.RLIMIT_FSIZE, (0 if full else hard, hard))

    def resident_mb(self) -> float:
        """What it holds in memory, in MB; 0 where it has just ended."""
        try:
            said = Path(f"/proc/{self.running.pid}/status").read_text()
        except OSError:
            return 0.0
        _, found, rest = said.partition("VmRSS:")
        return int(rest.split()[0]) / 1000 if found else 0.0

    def processor_s(self) -> float:
        """What it has used of the processor, in seconds."""
        fields = Path(f"/proc/{self.running.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def wait_for_answer(self, pairing: Pairing, patience_s: float = PATIENCE_S) -> float:
        """Ask until an answer comes; how long that took, in seconds.

        Raises:
            PortError: none came.
        """
        began = time.monotonic()
        while True:
            try:
                ask(pairing, "/v1/health", {}, port=self.port, patience_s=patience_s)
            except PortError:
                if time.monotonic() - began > patience_s:
                    raise
                time.sleep(0.02)
            else:
                return time.monotonic() - began
