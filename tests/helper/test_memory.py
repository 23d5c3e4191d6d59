"""In a process of its own, for an allocator stays as it was told."""

from __future__ import annotations

import subprocess
import sys

MEASURE = """
from pathlib import Path
from postil.memory import give_back

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1])

{first}
del (large := [bytes(8 << 20)])[:]  # glibc takes its size for usual from here on
before = resident()
kept, passing = [], []
for _ in range(100):
    passing.append(bytes(100_000))
    kept.append(bytes(1_000))
del passing[:]
print(resident() - before)
"""


def pages(first: str) -> int:
    code = MEASURE.format(first=first)
    return int(
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    )


def test_what_was_needed_for_a_moment_is_given_back() -> None:
    assert pages("give_back()") * 4 < pages("")
