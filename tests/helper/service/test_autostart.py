from __future__ import annotations

import configparser
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helper.server.process import wait_until
from helper.service.scratch import place
from postil.errors import ServiceError
from postil.service.autostart import WAY, command_in, entry, quote
from postil.service.processes import find

WORDS = st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" "), min_size=1).filter(
    str.strip
)


def unescape(value: str) -> str:
    r"""As the specification has every value read: `\\` is `\`."""
    out, rest = "", value
    while rest:
        step = 2 if rest.startswith("\\") else 1
        out, rest = out + rest[:step][-1], rest[step:]
    return out


def split(line: str) -> list[str]:
    """As the specification has Exec read: words between spaces, quoted ones with escapes, `%%` is `%`."""
    words, at = [], 0
    while at < len(line):
        word, quoted = "", line[at] == '"'
        at += quoted
        while at < len(line) and line[at] != ('"' if quoted else " "):
            at += quoted and line[at] == "\\"
            word += line[at]
            at += 1
        at += 1 + quoted
        words.append(word.replace("%%", "%"))
    return words


@given(st.lists(WORDS, min_size=1))
def test_a_command_is_read_back_as_it_was_written(command: list[str]) -> None:
    text = entry(command)
    assert command_in(text) == tuple(command)
    line = next(line for line in text.splitlines() if line.startswith("Exec="))
    assert split(unescape(line.removeprefix("Exec="))) == command


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("/usr/bin/python3", "/usr/bin/python3"),
        ("a b", '"a b"'),
        ("5%", "5%%"),
        ("$x", r'"\\$x"'),
        ("\\", r'"\\\\"'),
    ],
)
def test_words_are_quoted_as_the_specification_says(word: str, written: str) -> None:
    assert quote(word) == written


def test_the_entry_can_be_read_and_is_hidden_from_menus() -> None:
    parser = configparser.RawConfigParser()
    parser.read_string(entry(["/usr/bin/python3", "-m", "postil"]))
    section = parser["Desktop Entry"]
    assert section["type"] == "Application"
    assert section["tryexec"] == "/usr/bin/python3"
    assert section["nodisplay"] == "true"
    assert section["terminal"] == "false"
    assert section["x-gnome-autostart-enabled"] == "true"


@pytest.mark.parametrize("text", ["", "Exec=", 'Exec="'])
def test_an_entry_without_a_command_has_none(text: str) -> None:
    assert command_in(text) == ()


BEGIN = """
import pathlib, sys
from postil.service.autostart import WAY
from postil.service.place import Place
home = pathlib.Path(sys.argv[1])
print(WAY.begin(Place(tuple(sys.argv[2:]), home, home / ".config")))
"""


def test_it_begins_once_outlives_who_began_it_and_ends(tmp_path: Path) -> None:
    where = place(tmp_path, (sys.executable, "-c", "import time; time.sleep(50)"))
    for part in WAY.parts(where):
        assert part.folder
        part.folder.mkdir(parents=True)
        part.put()
    assert WAY.runs(where) is False
    begin = [sys.executable, "-c", BEGIN, str(where.home), *where.command]
    try:
        for _ in range(2):
            assert subprocess.run(begin, capture_output=True, text=True, check=True).stdout == "True\n"
            wait_until(lambda: len(find(where.command)) == 1)
        assert WAY.runs(where)
    finally:
        WAY.end(where)
    wait_until(lambda: WAY.runs(where) is False)


def test_a_program_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(ServiceError) as refused:
        WAY.begin(place(tmp_path, (str(tmp_path / "gone"),)))
    assert refused.value.where == str(tmp_path / "gone")
