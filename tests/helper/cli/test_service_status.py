from __future__ import annotations

from pathlib import Path

from helper.service.scratch import run_service as run


def test_nothing_is_set_up(tmp_path: Path) -> None:
    done = run(tmp_path, "status")
    assert done.returncode == 1
    assert done.stdout == "Postil does not start at log-in.\n    to do: Run `postil service install`.\n"


def test_all_is_as_it_should_be(tmp_path: Path) -> None:
    run(tmp_path, "install", "--by", "systemd")
    done = run(tmp_path, "status")
    assert done.returncode == 0
    assert "!" not in done.stdout
    assert f"{tmp_path}/.config/systemd/user/postil.service" in done.stdout


def test_drift_is_shown_and_mended(tmp_path: Path) -> None:
    run(tmp_path, "install", "--by", "systemd")
    unit = tmp_path / ".config/systemd/user/postil.service"
    unit.write_text(unit.read_text().replace("ExecStart=", "ExecStart=/gone"))
    done = run(tmp_path, "status")
    assert done.returncode == 1
    assert "! It starts /gone" in done.stdout
    assert f"! {unit} is not as this version of Postil would write it." in done.stdout
    assert "    to do: Run `postil service install`" in done.stdout
    assert f"Written: {unit}" in run(tmp_path, "install", "--by", "systemd").stdout
    assert run(tmp_path, "status").returncode == 0
