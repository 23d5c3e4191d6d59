from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helper.service.scratch import COMMAND
from postil.config import HOST, PORT
from postil.service import units
from postil.service.units import command_in, quote, service

WORDS = st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" "), min_size=1).filter(
    str.strip
)


@given(st.lists(WORDS, min_size=1))
def test_a_command_is_read_back_as_it_was_written(command: list[str]) -> None:
    assert command_in(service(command)) == tuple(command)


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("/usr/bin/python3.11", "/usr/bin/python3.11"),
        ("/home/a b/python", '"/home/a b/python"'),
        ("100%", "100%%"),
        ("$HOME", '"$HOME"'),
        ('"', r'"\""'),
        ("\\", r'"\\"'),
    ],
)
def test_words_are_quoted_as_systemd_reads_them(word: str, written: str) -> None:
    assert quote(word) == written


def test_a_dollar_is_doubled_in_words_and_not_in_the_programs_path() -> None:
    assert 'ExecStart="/a$b" "$$c"\n' in service(["/a$b", "$c"])


@pytest.mark.parametrize("text", ["", "ExecStart=", 'ExecStart="', "[Service]\nType=exec\n"])
def test_a_unit_without_a_command_has_none(text: str) -> None:
    assert command_in(text) == ()


def test_the_socket_listens_on_the_one_address() -> None:
    assert re.findall(r"^Listen.*$", units.SOCKET, re.MULTILINE) == [f"ListenStream={HOST}:{PORT}"]


def test_nothing_is_claimed_that_a_users_unit_cannot_enforce() -> None:
    options = {line.split("=")[0] for line in service(COMMAND).splitlines() if re.match(r"\w+=", line)}
    ignored = {"IPAddressDeny", "CapabilityBoundingSet", "User", "DynamicUser"}
    namespaces = {
        "ProtectSystem",
        "ProtectHome",
        "PrivateNetwork",
        "PrivateTmp",
        "PrivateDevices",
        "PrivateUsers",
    }
    assert not options & (ignored | namespaces)
    assert {
        "LimitCORE",
        "RestrictAddressFamilies",
        "SystemCallFilter",
        "MemorySwapMax",
        "NoNewPrivileges",
    } <= options


@pytest.mark.parametrize("name", ["python", "a b", "50%", "dollar$"])
def test_systemd_itself_finds_no_fault(name: str, tmp_path: Path) -> None:
    program = tmp_path / name
    program.symlink_to(shutil.which("true") or "/bin/true")
    for file, text in (("postil.socket", units.SOCKET), ("postil.service", service([str(program), "serve"]))):
        (tmp_path / file).write_text(text)
    checker = shutil.which("systemd-analyze")
    command = [checker, "verify", "--user", "postil.socket", "postil.service"] if checker else ["true"]
    (tmp_path / "run").mkdir()
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env=os.environ | {"XDG_RUNTIME_DIR": str(tmp_path / "run")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
