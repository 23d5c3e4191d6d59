from __future__ import annotations

from pathlib import Path

import pytest

from helper.service.scratch import COMMAND, Programs, Registry, place, tree
from postil.service import WAYS
from postil.service.way import Way


@pytest.fixture(params=list(WAYS.values()), ids=list(WAYS))
def way(request: pytest.FixtureRequest, registry: Registry) -> Way:  # noqa: ARG001 - one of them writes in it
    assert isinstance(request.param, Way)
    return request.param


@pytest.mark.parametrize("everyone", [False, True])
def test_what_is_put_starts_the_command_and_is_taken_away(way: Way, everyone: bool, tmp_path: Path) -> None:  # noqa: FBT001
    where = place(tmp_path, everyone=everyone)
    before = tree(tmp_path)
    assert way.started(where) == ()
    for part in way.parts(where):
        assert part.state() == "missing"
        if part.folder:
            part.folder.mkdir(parents=True, exist_ok=True)
            assert part.folder.is_relative_to(where.root if everyone else where.home)
        part.put()
        assert part.state() == "right"
    assert way.started(where) == COMMAND
    for part in way.parts(where):
        part.take_away()
    assert [path for path in tree(tmp_path).items() if path[1]] == [
        path for path in before.items() if path[1]
    ]


def test_one_command_after_another_is_told_apart(way: Way, tmp_path: Path) -> None:
    old, new = place(tmp_path, ("/old python/python", "serve")), place(tmp_path)
    for part in way.parts(old):
        if part.folder:
            part.folder.mkdir(parents=True, exist_ok=True)
        part.put()
    assert way.started(new) == ("/old python/python", "serve")
    assert "other" in [part.state() for part in way.parts(new)]


def test_what_is_for_everyone_is_begun_and_ended_by_each_at_log_in(
    way: Way, tmp_path: Path, programs: Programs
) -> None:
    for name in ("systemctl", "launchctl", "powershell"):
        programs.provide(name)
    where = place(tmp_path, everyone=True)
    assert not way.begin(where)
    way.end(where)
    way.tell(where)
    assert way.runs(where) is None
    assert programs.called() == []
