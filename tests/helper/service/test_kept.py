from __future__ import annotations

from pathlib import Path

import pytest

from helper.service.scratch import place, tree
from postil.errors import RulesError
from postil.rulebook.kept import read
from postil.server.rules import load_rules
from postil.service import kept, linux
from postil.service.install import install
from postil.service.kept import KeptRules
from postil.service.standing import examine
from postil.service.uninstall import uninstall


@pytest.mark.parametrize("everyone", [False, True])
def test_it_is_put_with_the_rest_and_taken_away(everyone: bool, rules: Path, tmp_path: Path) -> None:  # noqa: FBT001
    where = place(tmp_path, everyone=everyone)
    before = tree(tmp_path)
    done = install(linux.WAY, where)
    part = KeptRules.at(where)
    assert part.where == done.written[-1]
    assert part.path.is_relative_to(tmp_path if everyone else where.home)
    assert part.state() == "right"
    assert read(part.path, rules) is not None
    uninstall(where)
    assert tree(tmp_path) == before


def test_rules_that_changed_are_seen_and_read_anew(rules: Path, tmp_path: Path) -> None:
    install(linux.WAY, place(tmp_path))
    topic = next((rules / "topics").iterdir())
    topic.write_text(topic.read_text() + "\n# later\n")
    assert KeptRules.at(place(tmp_path)).state() == "other"
    assert not examine(place(tmp_path))[0].right
    assert install(linux.WAY, place(tmp_path)).written == (KeptRules.at(place(tmp_path)).where,)
    assert examine(place(tmp_path))[0].right


def test_the_helper_starts_from_it(tmp_path: Path, rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(linux.WAY, place(tmp_path))
    assert load_rules(rules).in_force
    monkeypatch.setattr(
        "postil.rulebook.load.load", lambda _folder: ()
    )  # where the files were read, there would be none
    found = load_rules(rules).in_force
    assert found
    assert list(found.rulebook.topics) == ["disrespect"]


def test_rules_with_problems_are_kept_as_such(rules: Path, tmp_path: Path) -> None:
    next((rules / "topics").iterdir()).write_text("no: topic")
    install(linux.WAY, place(tmp_path))
    assert KeptRules.at(place(tmp_path)).state() == "right"
    assert load_rules(rules).problems


def test_without_rules_there_is_nothing_to_keep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> Path:
        raise RulesError("None.", remedy="None.")

    monkeypatch.setattr(kept, "rules_folder", nowhere)
    part = KeptRules.at(place(tmp_path))
    part.put()
    assert part.state() == "right"
    assert not part.path.exists()
    part.folder.mkdir(parents=True)
    part.path.touch()
    assert part.state() == "other"
    part.take_away()
    assert part.state() == "right"
