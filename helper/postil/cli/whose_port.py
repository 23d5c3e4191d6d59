"""Which program listens on a port of this computer, as far as Linux tells."""

from __future__ import annotations

import re
from pathlib import Path

_LISTENING = "0A"
_PROC = Path("/proc")


def who_listens(port: int, proc: Path = _PROC) -> str | None:
    """The program, or the account where the program may not be seen; `None` where neither is known.

    A running helper hides its own files from every program but root's (it cannot be dumped), so it is
    found by its command line.
    """
    found = _listening(port, proc)
    if found is None:
        return None
    owner, inode = found
    for process in proc.glob("[0-9]*"):
        if _holds(process, inode):
            return f"{_command(process)} (process {process.name})"
    for process in proc.glob("[0-9]*"):
        if re.search(r"\bpostil serve\b", _command(process)):
            return f"{_command(process)} (process {process.name})"
    return f"a program of account number {owner}"


def _listening(port: int, proc: Path) -> tuple[str, str] | None:
    """Account number and inode of the socket that listens on the port."""
    try:
        rows = (proc / "net" / "tcp").read_text().splitlines()[1:]
    except OSError:
        return None
    for row in rows:
        _, local, _, state, _, _, _, owner, _, inode, *_ = row.split()
        if state == _LISTENING and local.endswith(f":{port:04X}"):
            return owner, inode
    return None


def _holds(process: Path, inode: str) -> bool:
    try:
        return any(str(link.readlink()) == f"socket:[{inode}]" for link in (process / "fd").iterdir())
    except OSError:  # another account's, gone meanwhile, or one that hides
        return False


def _command(process: Path) -> str:
    try:
        words = (process / "cmdline").read_bytes().split(b"\0")
    except OSError:
        return ""
    return " ".join(Path(word.decode(errors="replace")).name for word in words if word)
