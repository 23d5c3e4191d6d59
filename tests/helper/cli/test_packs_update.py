from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from helper.cli.packed import trust
from helper.updates.host import Host, Publisher
from postil.cli.main import main
from postil.cli.packs_update import due, once
from postil.updates.store import Store

pytestmark = pytest.mark.usefixtures("home")


def test_nobody_is_asked_unless_somebody_says_whom(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packs", "update"]) == 0
    assert "Policy updates are off" in capsys.readouterr().out
    assert once() is None
    assert not (home / ".local").exists()


def test_an_update_is_said(publisher: Publisher, host: Host, capsys: pytest.CaptureFixture[str]) -> None:
    trust(publisher, host)
    assert main(["packs", "update"]) == 1
    assert "answers 404" in capsys.readouterr().err
    publisher.publish()
    assert main(["packs", "update"]) == 0
    assert "Version 2026.11.1 of 2026-11-01 is in force now." in capsys.readouterr().out
    assert main(["packs", "update"]) == 0
    assert "is still the latest" in capsys.readouterr().out


def test_when_due_asks_only_then(publisher: Publisher, host: Host) -> None:
    trust(publisher, host)
    publisher.publish()
    assert main(["packs", "update", "--when-due"]) == 0
    assert len(host.paths()) == 3
    assert main(["packs", "update", "--when-due"]) == 0
    assert once() is not None
    assert host.paths() == []
    store = Store()
    store.remember(store.memory() | {"due": time.time() - 1})
    assert once() is not None
    assert host.paths() == ["latest.json"]
    setting = publisher.setting(host.address)
    assert not due(setting, store)
    assert due(replace(setting, address=f"{host.address}.org/latest.json"), store)


def test_it_stays_through_failures_and_asks_by_itself(home: Path, publisher: Publisher, host: Host) -> None:
    publisher.publish()
    trust(publisher, host)
    environment = os.environ | {"HOME": str(home)}
    command = [sys.executable, "-m", "postil", "packs", "update", "--stay"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        end = time.monotonic() + 60
        while not (home / ".local/share/postil/packs/memory.json").exists() and time.monotonic() < end:
            time.sleep(0.05)
        assert process.poll() is None
        process.send_signal(signal.SIGTERM)
        said, complaints = process.communicate(timeout=20)
    assert (said, complaints) == (b"", b"")
    assert host.paths()[0] == "latest.json"
    assert Store(home / ".local/share/postil/packs").current() is not None
