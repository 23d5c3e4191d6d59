from __future__ import annotations

from pathlib import Path

import pytest

from postil.errors import ServiceError
from postil.service.parts import File, Link, Part, told


@pytest.fixture(params=["file", "link"])
def part(request: pytest.FixtureRequest, tmp_path: Path) -> Part:
    path = tmp_path / "here" / "piece"
    return File(path, "text\n") if request.param == "file" else Link(path, "../target")


@pytest.fixture
def path(part: Part) -> Path:
    return Path(part.where)


def test_it_is_put_and_taken_away(part: Part, path: Path) -> None:
    assert part.state() == "missing"
    part.take_away()
    assert part.folder == path.parent
    path.parent.mkdir()
    part.put()
    assert part.state() == "right"
    part.put()
    assert [one.name for one in path.parent.iterdir()] == ["piece"]
    part.take_away()
    assert part.state() == "missing"


@pytest.mark.parametrize("other", ["text", "bytes", "link", "dead link"])
def test_whatever_else_is_there_is_seen_and_replaced(other: str, part: Part, path: Path) -> None:
    path.parent.mkdir()
    if other == "text":
        path.write_text("other")
    elif other == "bytes":
        path.write_bytes(b"\xff")
    else:
        path.symlink_to("/dev/null" if other == "link" else "nowhere")
    assert part.state() == "other"
    part.put()
    assert part.state() == "right"


def test_a_file_can_be_read_and_not_written_by_others(tmp_path: Path) -> None:
    file = File(tmp_path / "piece", "text\n")
    file.put()
    assert file.path.stat().st_mode & 0o777 == 0o644
    assert file.read() == "text\n"
    assert File(tmp_path / "none", "").read() is None


def test_a_link_by_another_path_to_the_same_is_as_good(tmp_path: Path) -> None:
    (tmp_path / "target").touch()
    link = Link(tmp_path / "link", "target")
    link.path.symlink_to(tmp_path / "target")
    assert link.state() == "right"


def test_what_cannot_be_done_is_said_with_its_place(part: Part, path: Path) -> None:
    path.parent.touch()  # a file where the folder should be
    with pytest.raises(ServiceError) as refused:
        part.put()
    assert refused.value.where == str(path)
    assert "administrator" in refused.value.remedy


def test_only_what_the_system_refuses_is_turned_into_a_sentence() -> None:
    with pytest.raises(KeyError), told("here"):
        raise KeyError
