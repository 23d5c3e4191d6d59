"""Walls around a process: no network at all, no system call that could reach one, no Python that asks for one.

Which of them can be built depends on the computer; the last one always can.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

UNSHARE = ("unshare", "--user", "--map-root-user", "--net")
STAY = "import time; print(flush=True); time.sleep(600)"

WATCHED = """
import os, sys
seen = open(sys.argv.pop(1), "a", buffering=1)
ASKED = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname",
         "socket.gethostbyaddr", "socket.getnameinfo", "urllib.Request", "subprocess.Popen", "os.system", "os.exec",
         "os.posix_spawn", "os.fork", "os.forkpty"}
def watch(event, args):
    if event in ASKED:
        print(event, file=seen)
        raise PermissionError(event)
sys.addaudithook(watch)
from postil.cli.main import main
sys.exit(main(sys.argv[1:]))
"""
"""Python that writes down and refuses whatever calls out or starts something."""

FILTERED = """
import ctypes, os, struct, sys
CONNECT, SOCKET = {"x86_64": (42, 41), "aarch64": (203, 198)}[os.uname().machine]
LOAD, EQUAL, GIVE, KILL, ALLOW, UNIX = 0x20, 0x15, 0x06, 0x80000000, 0x7FFF0000, 1
lines = [(LOAD, 0, 0, 0), (EQUAL, 4, 0, CONNECT), (EQUAL, 0, 2, SOCKET), (LOAD, 0, 0, 16), (EQUAL, 0, 1, UNIX),
         (GIVE, 0, 0, ALLOW), (GIVE, 0, 0, KILL)]
program = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *line) for line in lines))
libc = ctypes.CDLL(None, use_errno=True)
libc.prctl(38, 1, 0, 0, 0)
if libc.prctl(22, 2, ctypes.byref(ctypes.create_string_buffer(
        struct.pack("HxxxxxxP", len(lines), ctypes.addressof(program))))):
    raise OSError(ctypes.get_errno(), "no filter")
os.execv(sys.argv[1], sys.argv[1:])
"""
"""A filter under which the kernel kills whoever connects, or makes a socket of the internet; then another program."""


@dataclass(frozen=True)
class Wall:
    """How to start a command behind it, and what the kernel counted there."""

    name: str
    words: Sequence[str] = ()
    counters: Path | None = None

    def command(self, *words: str) -> list[str]:
        """The command, behind the wall."""
        return [*self.words, *words]

    def went_out(self) -> dict[str, int]:
        """What left, or tried to, as the kernel counts it: no way out, connections begun, datagrams sent."""
        if self.counters is None:
            return {}
        return {name: read_counters(self.counters)[name] for name in COUNTED}


COUNTED = ("Ip:OutNoRoutes", "Ip:OutRequests", "Tcp:ActiveOpens", "Udp:OutDatagrams")
NOTHING = dict.fromkeys(COUNTED, 0)


def read_counters(path: Path) -> Mapping[str, int]:
    """The kernel's own counters of a network."""
    lines = path.read_text().splitlines()
    found: dict[str, int] = {}
    for names, values in zip(lines[::2], lines[1::2], strict=True):
        kind, *rest = names.split()
        found |= {kind + name: int(value) for name, value in zip(rest, values.split()[1:], strict=True)}
    return found


@dataclass(frozen=True)
class Builder:
    """A kind of wall. `probe` is a command that works where it can be built."""

    probe: Sequence[str] = field(default=(sys.executable, "-c", ""))

    def stands(self) -> bool:
        """Whether this computer lets it be built."""
        try:
            done = subprocess.run(self.probe, capture_output=True, check=False, timeout=60)
        except OSError:
            return False
        return done.returncode == 0


def _filter(*words: str) -> list[str]:
    return [sys.executable, "-c", FILTERED, *words]


KINDS = {
    "no network": Builder((*UNSHARE, "nsenter", "--version")),
    "no system call": Builder(_filter(sys.executable, "-c", "")),
    "no Python": Builder(),
}
WALLS = tuple(
    name for name, kind in KINDS.items() if (sys.platform == "linux" or name == "no Python") and kind.stands()
)
"""Those that this computer has; the last one is always among them."""


@contextmanager
def build(name: str) -> Iterator[Wall]:
    """One of the walls, until the end of the block."""
    if name != "no network":
        yield Wall(name, _filter() if name == "no system call" else ())
        return
    with subprocess.Popen([*UNSHARE, sys.executable, "-c", STAY], stdout=subprocess.PIPE) as keeper:
        try:
            assert keeper.stdout is not None
            keeper.stdout.readline()
            enter = ("nsenter", "--preserve-credentials", "--user", "--net", "--target", str(keeper.pid))
            yield Wall(name, enter, Path(f"/proc/{keeper.pid}/net/snmp"))
        finally:
            keeper.kill()
