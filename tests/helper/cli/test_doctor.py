from __future__ import annotations

import os
import socket
import time
from dataclasses import replace
from pathlib import Path

import pytest

from helper.cli.packed import move_in, trust
from helper.server.house import CHROME, FIREFOX
from helper.server.process import TINY, free_port, run_helper
from helper.updates.host import Host, Publisher
from postil.cli import doctor
from postil.cli.doctor import LOOKS, look_at_clock
from postil.cli.main import main
from postil.cli.patient import Patient
from postil.config import HOST
from postil.server.client import make_call
from postil.server.pairing import Pairing
from postil.server.pairings import Pairings, create, read
from postil.server.seal import derive
from postil.service import kept


@pytest.fixture(autouse=True)
def state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder of the pairings, which need not exist."""
    monkeypatch.setenv("HOME", str(tmp_path / "person"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    return tmp_path / "state" / "postil"


def examine(
    capsys: pytest.CaptureFixture[str], port: int | None = None, rules: Path = TINY
) -> tuple[int, str]:
    code = main(["doctor", "--rules", str(rules), "--port", str(port or free_port())])
    return code, capsys.readouterr().out


def test_a_new_person_is_told_what_comes_next(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = examine(capsys)
    assert code == 1
    assert "! The helper does not run" in said
    assert "to do: Run `postil serve`" in said
    assert "! No browser is paired." in said
    assert "  Nothing is stored yet" in said
    assert "  The rules are in order: 1 policies, 1 topics." in said


def test_all_is_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "home").mkdir()
    with run_helper(tmp_path / "home") as served:
        served.ask("/v1/check", {"text": "x"})
        served.send(b"nonsense\r\n\r\n")
        monkeypatch.setenv("XDG_STATE_HOME", str(served.home.folder / "state"))
        code, said = examine(capsys, served.port)
    assert code == 0
    assert "!" not in said
    assert "The helper answers: version " in said
    assert "1 drafts checked, requests refused: malformed 1." in said
    assert "Paired: browser." in said


def test_a_helper_that_nobody_is_paired_with_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "home").mkdir()
    with run_helper(tmp_path / "home") as served:
        _, said = examine(capsys, served.port)
    assert f"Port {served.port} is in use by " in said
    assert f"(process {served.process.pid})" in said


def test_a_stranger_on_the_port_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as stranger:
        port = stranger.getsockname()[1]
        code, said = examine(capsys, port)
    assert code == 1
    assert f"Port {port} is in use by " in said
    assert f"(process {os.getpid()})" in said


def test_a_helper_with_other_pairings_is_told_from_a_stranger(
    tmp_path: Path, state: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "home").mkdir()
    create("work")
    Pairings(state).pin(read(state)[0].keys.kid, CHROME, None)
    with run_helper(tmp_path / "home") as served:
        code, said = examine(capsys, served.port)
    assert code == 1
    assert "! A helper runs (" in said
    assert f"(process {served.process.pid})), and refuses the pairing work" in said


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("kid", "! A question came from a browser whose pairing is gone.\n    to do: In that browser:"),
        ("pinned", "! A question came from another extension than the one that was paired."),
        ("stale", "! A question came with a time that is more than half a minute off."),
    ],
)
def test_what_an_honest_browser_is_refused_for_is_said(
    reason: str,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "home").mkdir()
    with run_helper(tmp_path / "home") as served:
        wrong = {
            "kid": replace(served.pairing, keys=derive(bytes(32))),
            "pinned": replace(served.pairing, origin=FIREFOX),
            "stale": served.pairing,
        }[reason]
        late = int((time.time() - 3600 * (reason == "stale")) * 1000)
        served.send(make_call(wrong, "/v1/health", {}, port=served.port, time_ms=late).data)
        monkeypatch.setenv("XDG_STATE_HOME", str(served.home.folder / "state"))
        code, told = examine(capsys, served.port)
    assert code == 1
    assert said in told


def test_another_version_that_still_runs_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "home").mkdir()
    monkeypatch.setattr(doctor, "version", lambda: "99")
    with run_helper(tmp_path / "home") as served:
        monkeypatch.setenv("XDG_STATE_HOME", str(served.home.folder / "state"))
        code, said = examine(capsys, served.port)
    assert code == 1
    assert "! It is another version than this one, which is 99." in said


@pytest.mark.parametrize("file", [None, "pairings.json"])
def test_loose_rights_are_said_with_their_cure(
    file: str | None, state: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    create("work")
    loose = state / file if file else state
    loose.chmod(0o755)
    code, said = examine(capsys)
    assert code == 1
    assert f"({loose})" in said
    assert f"chmod {'600' if file else '700'} {loose}" in said


def test_a_helper_that_cannot_say_how_it_is_ends_nothing(
    monkeypatch: pytest.MonkeyPatch, state: Path
) -> None:
    monkeypatch.setattr(doctor, "ask", lambda *_, **__: {"ok": False, "reason": "busy", "error": "Too much."})
    waiting = Pairing(name="anne", keys=derive(bytes(32)), created=0, origin=f"chrome-extension://{'a' * 32}")
    monkeypatch.setattr(Patient, "pairings", lambda _: (waiting,))
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        remarks = list(doctor.look_at_port(Patient(other.getsockname()[1], None, state)))
    assert [remark.sentence for remark in remarks] == ["The helper runs, and cannot say how it is: Too much."]


def test_a_line_that_waits_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    create("work")
    assert "Waiting for their line to be pasted: work." in examine(capsys)[1]


def test_problems_with_the_rules_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = examine(capsys, rules=tmp_path / "nowhere")
    assert code == 1
    assert "so nothing is checked" in said
    assert "`postil rules check`" in said


def test_a_clock_that_went_back_is_noticed(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create("work")
    patient = Patient(1, None, state)
    assert [remark.remedy for remark in look_at_clock(patient)] == [""]
    earlier = time.time() - 3600
    with monkeypatch.context() as patch:
        patch.setattr(time, "time", lambda: earlier)
        (remark,) = look_at_clock(patient)
    assert "clock went back: a pairing was made" in remark.sentence
    assert remark.remedy
    (state / "pairings.json").unlink()
    monkeypatch.setattr(time, "time", lambda: 1e9)
    (remark,) = look_at_clock(patient)
    assert "clock went back: Postil was installed" in remark.sentence


def test_a_start_at_log_in_that_went_astray_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(kept, "rules_folder", lambda: TINY)  # to keep all rules takes seconds
    assert "`postil service install` has it start at log-in." in examine(capsys)[1]
    main(["service", "install", "--by", "systemd", "--later"])
    assert "  Postil starts at log-in: systemd holds its port" in examine(capsys)[1]
    unit = tmp_path / "config/systemd/user/postil.service"
    unit.unlink()
    code, said = examine(capsys)
    assert code == 1
    assert f"! {unit} is missing.\n    to do: Run `postil service install`" in said


def test_every_remark_is_a_sentence(state: Path) -> None:
    patient = Patient(free_port(), TINY, state)
    remarks = [remark for look in LOOKS for remark in look(patient)]
    assert len(remarks) >= len(LOOKS)
    for remark in remarks:
        for sentence in filter(None, (remark.sentence, remark.remedy)):
            assert sentence[0].isupper()
            assert sentence.endswith(".")


def test_policy_updates_are_looked_at(
    publisher: Publisher,
    host: Host,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    move_in(tmp_path / "home", monkeypatch)
    assert "  Policy updates are off" in examine(capsys)[1]
    trust(publisher, host)
    code, said = examine(capsys)
    assert code == 1
    assert f"  Policy updates come from {host.address}" in said
    assert "! Nobody has been asked yet.\n    to do: Run `postil packs update`." in said
