from __future__ import annotations

import importlib
import inspect
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from postil.cli import main as table
from postil.cli.main import COMMANDS, UNUSABLE, Command, main
from postil.errors import InputError


def leaves(commands: Mapping[str, Command]) -> Iterator[Command]:
    for command in commands.values():
        yield from leaves(command.under) if command.under else (command,)


@pytest.mark.parametrize("command", list(leaves(COMMANDS)), ids=lambda command: command.module)
def test_every_command_is_there_and_can_be_run(command: Command) -> None:
    module = importlib.import_module(command.module)
    assert len(inspect.signature(module.arguments).parameters) == 1
    assert len(inspect.signature(module.run).parameters) == 1
    assert command.about.endswith(".")


@pytest.mark.parametrize("words", [["--help"], ["rules", "--help"], ["rules", "check", "--help"]])
def test_help_is_given(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 0
    assert capsys.readouterr().out.startswith("usage: postil")


@pytest.mark.parametrize("words", [[], ["rules"], ["nothing"], ["rules", "check", "--nothing"]])
def test_words_that_are_no_command_cannot_be_used(words: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2


def test_an_error_is_told_and_ends_with_two(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(_options: object) -> int:
        raise InputError("It stopped.", where="here", remedy="Go on.")

    module = importlib.import_module("postil.cli.rules_check")
    monkeypatch.setattr(module, "run", run)
    assert main(["rules", "check"]) == 2
    assert capsys.readouterr().err == "It stopped.\n  where: here\n  to do: Go on.\n"


def test_what_the_system_refuses_is_told_as_well(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(_options: object) -> int:
        raise PermissionError(13, "Permission denied", "/somewhere/pairings.json")

    monkeypatch.setattr("postil.cli.pairings.run", run)
    assert main(["pairings"]) == UNUSABLE
    said = capsys.readouterr().err
    assert "Permission denied" in said
    assert "where: /somewhere/pairings.json" in said
    assert "to do: " in said


def test_letters_that_the_terminal_does_not_have_end_nothing(tmp_path: Path) -> None:
    post = tmp_path / "post.txt"
    post.write_text("Namens het UMC Utrecht: wij nemen hier afstand van. 🎉", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "postil", "check", str(post)],
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == b""


def test_an_interrupted_command_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(_options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(importlib.import_module("postil.cli.rules_check"), "run", run)
    assert main(["rules", "check"]) == table.INTERRUPTED


def test_a_command_waits_for_no_others_libraries() -> None:
    run = "import sys, postil.cli.main as table; table.main(['rules', 'schema', '--check'])"
    code = f"{run}; print('aiohttp' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.splitlines()[-1] == "False"


def test_the_module_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "postil", "--help"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("usage: postil")
