"""Calls one of the system's own programs that look after services."""

from __future__ import annotations

import shutil
import subprocess

_PATIENCE_S = 30.0


def call(program: str, *words: str) -> bool:
    """Whether the program is there and did what it was told. It says nothing to the person."""
    path = shutil.which(program)
    if path is None:
        return False
    try:
        done = subprocess.run(  # noqa: S603 - words of our own, and no shell
            [path, *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
            timeout=_PATIENCE_S,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
