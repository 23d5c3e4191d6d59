"""This account's processes that run exactly one command, as Linux shows them."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

_PROC = Path("/proc")
_PATIENCE_S = 5.0
_OWNER = re.compile(r"^Uid:\s+(\d+)", re.MULTILINE)


def find(command: Sequence[str], proc: Path = _PROC) -> tuple[int, ...]:
    """Their numbers.

    The owner stands in `status`: the files of a helper, which cannot be dumped, belong to root.
    """
    line = "".join(f"{word}\0" for word in command)
    found = []
    for process in proc.glob("[0-9]*"):
        with suppress(OSError, UnicodeDecodeError):  # gone meanwhile
            owner = _OWNER.search((process / "status").read_text())
            mine = owner is not None and int(owner[1]) == os.geteuid()
            if line and mine and (process / "cmdline").read_text() == line:
                found.append(int(process.name))
    return tuple(found)


def stop(command: Sequence[str]) -> None:
    """Have them end, and wait until they have; one that does not listen is killed."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        running = find(command)
        for process in running:
            with suppress(ProcessLookupError):
                os.kill(process, number)
        end = time.monotonic() + _PATIENCE_S
        while running and find(command) and time.monotonic() < end:
            time.sleep(0.02)
