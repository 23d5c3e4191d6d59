"""Another account of this computer: it may connect, but it reads no key, gets no answer, and cannot take the port.

Where this runs as root, the other account is a real one. Elsewhere nobody can become another, so the test looks at what
the kernel would let one do: the rights on every folder on the way.
"""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from helper.server.process import run_helper
from postil.server.replies import REFUSAL

STRANGER = """
import encodings.idna, json, os, socket, sys
if os.geteuid() == 0:
    os.setgroups([]); os.setresgid(65534, 65534, 65534); os.setresuid(65534, 65534, 65534)
port, path = int(sys.argv[1]), sys.argv[2]
def attempt(deed):
    try:
        return deed()
    except OSError as error:
        return type(error).__name__
def read():
    with open(path, "rb") as file:
        return file.read(20).hex()
def bind(option):
    with socket.socket() as own:
        own.setsockopt(socket.SOL_SOCKET, option, 1)
        own.bind(("127.0.0.1", port))
        own.listen()
        return "listens"
def ask():
    with socket.create_connection(("127.0.0.1", port), 10) as connection:
        connection.sendall(bytes.fromhex(sys.argv[3]))
        said = b""
        while chunk := connection.recv(65536):
            said += chunk
        return said.hex()
print(json.dumps({"key": attempt(read), "ask": attempt(ask), "reuse address": attempt(lambda: bind(socket.SO_REUSEADDR)),
                  "reuse port": attempt(lambda: bind(socket.SO_REUSEPORT))}))
"""


def may_others(path: Path) -> bool:
    """Whether another account could get at it: only if all folders above it let others through."""
    ways = [bool(folder.stat().st_mode & (stat.S_IXGRP | stat.S_IXOTH)) for folder in path.parents]
    return all(ways) and bool(path.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH))


@pytest.fixture
def open_home(tmp_path: Path) -> Path:
    """A home whose own folders let everybody through: what keeps others out is what the helper does."""
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.geteuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o011)
    return tmp_path


def test_another_account_gets_neither_key_nor_answer_nor_port(open_home: Path) -> None:
    real = os.geteuid() == 0
    with run_helper(open_home) as served:
        keys = served.home.pairings / "pairings.json"
        spoilt = served.good("/v1/check", {"text": "x"})[:-1] + b"?"
        done = subprocess.run(
            [sys.executable, "-c", STRANGER, str(served.port), str(keys), spoilt.hex()],
            cwd="/",
            env={},
            capture_output=True,
            check=True,
        )
        found = json.loads(done.stdout)
        assert found["ask"] == REFUSAL.hex()
        assert {found["reuse address"], found["reuse port"]} == {"OSError"}
        assert found["key"] == "PermissionError" if real else found["key"]
        assert not may_others(keys)
        keys.chmod(0o644)
        keys.parent.chmod(0o755)
        assert may_others(keys) or not real, "the way there is shut by more than the helper's own folder"
