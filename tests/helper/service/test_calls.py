from __future__ import annotations

import pytest

from helper.service.scratch import Programs
from postil.service import calls
from postil.service.calls import call


def test_a_program_is_told_the_words_and_its_answer_counts(programs: Programs) -> None:
    programs.provide("systemctl", "bad")
    assert call("systemctl", "--user", "good")
    assert not call("systemctl", "bad")
    assert programs.called() == ["systemctl --user good", "systemctl bad"]


def test_a_program_that_is_not_there_does_nothing() -> None:
    assert not call("no-such-program")


def test_one_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calls, "_PATIENCE_S", 0.05)
    assert not call("sleep", "30")


def test_what_it_says_is_kept_from_the_person(capfd: pytest.CaptureFixture[str]) -> None:
    assert call("sh", "-c", "echo out; echo err >&2")
    assert capfd.readouterr() == ("", "")
