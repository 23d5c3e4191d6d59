from __future__ import annotations

from pathlib import Path

import pytest

from helper.service.scratch import Programs, manager, place
from postil.errors import ServiceError
from postil.service.linux import WAY, has_manager, has_systemd
from postil.service.units import SOCKET, service


def test_the_units_lie_where_systemd_looks(tmp_path: Path) -> None:
    mine = [part.where for part in WAY.parts(place(tmp_path))]
    folder = tmp_path / "home/.config/systemd/user"
    assert mine == [
        f"{folder}/postil.socket",
        f"{folder}/postil.service",
        f"{folder}/sockets.target.wants/postil.socket",
    ]
    assert all(
        part.where.startswith(f"{tmp_path}/etc/systemd/user/")
        for part in WAY.parts(place(tmp_path, everyone=True))
    )


def test_the_link_enables_the_socket_without_a_manager(tmp_path: Path) -> None:
    where = place(tmp_path)
    for part in WAY.parts(where):
        assert part.folder
        part.folder.mkdir(parents=True, exist_ok=True)
        part.put()
    link = tmp_path / "home/.config/systemd/user/sockets.target.wants/postil.socket"
    assert link.is_symlink()
    assert link.read_text() == SOCKET
    assert service(where.command) in [path.read_text() for path in link.parent.parent.glob("*.service")]


def test_without_a_manager_nobody_is_told(tmp_path: Path, programs: Programs) -> None:
    programs.provide("systemctl")
    assert not has_manager()
    assert not WAY.begin(place(tmp_path))
    WAY.end(place(tmp_path))
    WAY.tell(place(tmp_path))
    assert WAY.runs(place(tmp_path)) is None
    assert programs.called() == []


def test_a_manager_starts_the_socket_and_not_the_service(tmp_path: Path, programs: Programs) -> None:
    programs.provide("systemctl")
    with manager(tmp_path / "run"):
        assert has_manager()
        assert WAY.begin(place(tmp_path))
        assert programs.called()[-1] == "systemctl --user --quiet start postil.socket"
        WAY.end(place(tmp_path))
        assert programs.called()[0] == "systemctl --user --quiet stop postil.socket postil.service"
        WAY.tell(place(tmp_path))
        assert programs.called() == ["systemctl --user --quiet daemon-reload"]
        assert WAY.runs(place(tmp_path))


def test_a_port_that_is_taken_is_said(tmp_path: Path, programs: Programs) -> None:
    programs.provide("systemctl", "start", "is-active")
    with manager(tmp_path / "run"), pytest.raises(ServiceError, match="could not take the port") as refused:
        WAY.begin(place(tmp_path))
    assert "postil doctor" in refused.value.remedy


def test_a_socket_that_is_down_is_seen(tmp_path: Path, programs: Programs) -> None:
    programs.provide("systemctl", "is-active")
    with manager(tmp_path / "run"):
        assert WAY.runs(place(tmp_path)) is False


def test_systemd_is_known_by_its_folder() -> None:
    assert has_systemd() == Path("/run/systemd/system").is_dir()
