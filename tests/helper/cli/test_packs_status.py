from __future__ import annotations

from datetime import date

import pytest

from helper.cli.packed import trust
from helper.updates.host import Host, Publisher
from postil.cli.main import main

Capture = pytest.CaptureFixture[str]

pytestmark = pytest.mark.usefixtures("home")


def status(capsys: Capture) -> tuple[int, str]:
    capsys.readouterr()
    return main(["packs", "status"]), capsys.readouterr().out


def test_how_updates_stand_is_said_at_every_step(publisher: Publisher, host: Host, capsys: Capture) -> None:
    assert status(capsys) == (
        0,
        "  Policy updates are off: the rules that came with Postil are in force.\n",
    )
    file = trust(publisher, host)
    code, said = status(capsys)
    assert code == 1
    assert f"come from {host.address} ({file})" in said
    assert "None has come yet" in said
    assert "Nobody has been asked yet" in said
    main(["packs", "update"])
    code, said = status(capsys)
    assert code == 1
    assert "without success. The update cannot be fetched. The host answers 404." in said
    publisher.publish()
    main(["packs", "update"])
    code, said = status(capsys)
    assert (code, said.count("!")) == (0, 0)
    assert "In force: a-hospital, version 2026.11.1 of 2026-11-01, sequence 1." in said
    assert f": 127.0.0.1:{host.port} answered." in said
    publisher.publish("2026.11.2", expires=date(2026, 11, 2))
    main(["packs", "update"])
    code, said = status(capsys)
    assert code == 1
    assert "! It was to be renewed by 2026-11-02; posts are still checked by it." in said


def test_what_cannot_be_used_is_said(publisher: Publisher, host: Host, capsys: Capture) -> None:
    file = trust(publisher, host)
    publisher.publish()
    main(["packs", "update"])
    file.write_text(file.read_text().replace(publisher.public, "ed25519:" + "A" * 43 + "="))
    code, said = status(capsys)
    assert code == 1
    assert "No key of your setting signed it." in said
    file.write_text("broken")
    code, said = status(capsys)
    assert code == 1
    assert f'no TOML: write `name = "value"`, one to a line. ({file})' in said
