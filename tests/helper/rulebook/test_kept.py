from __future__ import annotations

import os
import pickle
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from postil.engine.check import Engine
from postil.model.draft import Draft
from postil.model.policy import Rulebook
from postil.rulebook import kept, load
from postil.rulebook.kept import fingerprint, read, write

TINY = Path(__file__).parents[1] / "tiny"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "rules"))


@pytest.fixture
def file(tmp_path: Path, rules: Path) -> Path:
    """A rulebook that was kept."""
    path = tmp_path / "kept"
    path.write_bytes(write(fresh(rules), rules))
    path.chmod(0o644)
    return path


def without_examples(rulebook: Rulebook) -> Rulebook:
    topics = {name: replace(topic, examples=()) for name, topic in rulebook.topics.items()}
    return replace(rulebook, topics=topics)


def fresh(rules: Path) -> Rulebook:
    found = load.load(rules)
    assert isinstance(found, Rulebook)
    return found


def test_what_is_kept_is_what_the_files_say(file: Path, rules: Path) -> None:
    found = read(file, rules)
    assert found
    assert found.rulebook == without_examples(fresh(rules))
    assert list(found.compiled) == list(found.rulebook.policies)


def test_an_engine_says_of_every_example_what_it_says_without(file: Path, rules: Path) -> None:
    found, rulebook = read(file, rules), fresh(rules)
    assert found
    kept, other = Engine(found.rulebook, kept=found.compiled), Engine(rulebook)
    drafts = [
        replace(one.draft, policy=policy)
        for topic in rulebook.topics.values()
        for one in topic.examples
        for policy in rulebook.policies
    ]
    assert any(kept.check(draft).findings for draft in drafts)
    for draft in drafts:
        assert kept.check(draft) == other.check(draft)


def test_what_was_compiled_is_left_alone_once_the_file_is_another(file: Path, rules: Path) -> None:
    found = read(file, rules)
    assert found
    name = next(iter(found.compiled))
    assert found.compiled[name]
    file.chmod(0o666)
    assert not found.compiled[name]
    file.unlink()
    assert not found.compiled[name]


@pytest.mark.parametrize("harm", ["cut", "one bit"])
def test_lists_that_are_damaged_are_compiled_anew(harm: str, file: Path, rules: Path) -> None:
    whole = bytearray(file.read_bytes())
    whole = whole[:-20] if harm == "cut" else whole[:-20] + bytes((whole[-20] ^ 1,)) + whole[-19:]
    file.write_bytes(bytes(whole))
    found = read(file, rules)
    assert found
    draft = next(one.draft for topic in fresh(rules).topics.values() for one in topic.examples if one.flags)
    last = list(found.compiled)[-1]
    engine, other = Engine(found.rulebook, kept=found.compiled), Engine(found.rulebook)
    assert engine.check(replace(draft, policy=last)) == other.check(replace(draft, policy=last))


def test_lists_stay_packed_while_drafts_are_checked(file: Path, rules: Path) -> None:
    found = read(file, rules)
    assert found
    packed, tag = found.rulebook.terms, Draft(text="#opendaytoday and my patient")
    engine = Engine(found.rulebook, kept=found.compiled)
    for policy in found.rulebook.policies:
        engine.check(replace(tag, policy=policy))
    assert isinstance(packed, kept._Lists)
    assert packed._every is None
    assert dict(packed) == fresh(rules).terms


def test_packed_lists_that_are_damaged_have_the_files_read(file: Path, rules: Path) -> None:
    whole = file.read_bytes()
    at = 32 + 4 + int.from_bytes(whole[32:36], "big") + 4 + 30
    file.write_bytes(whole[:at] + bytes((whole[at] ^ 1,)) + whole[at + 1 :])
    assert read(file, rules) is None


@pytest.mark.parametrize("folder", kept.FOLDERS)
@pytest.mark.parametrize("change", ["content", "name", "one more", "one less"])
def test_any_change_of_the_rules_has_them_read_anew(
    folder: str, change: str, file: Path, rules: Path
) -> None:
    one = next((rules / folder).glob("*.yaml"))
    if change == "content":
        one.write_text(one.read_text() + "#")
    elif change == "name":
        one.rename(one.with_name("other.yaml"))
    elif change == "one more":
        one.with_name("more.txt").touch()
    else:
        one.unlink()
    assert read(file, rules) is None


def test_a_copy_of_the_rules_elsewhere_is_the_same(file: Path, rules: Path, tmp_path: Path) -> None:
    assert read(file, Path(shutil.copytree(rules, tmp_path / "elsewhere"))) is not None


def test_other_code_has_them_read_anew(
    file: Path, rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = Path(shutil.copytree(kept._CODE[0], tmp_path / "model"))
    monkeypatch.setattr(kept, "_CODE", (model, *kept._CODE[1:]))
    assert read(file, rules) is not None
    (model / "topic.py").write_text("")
    assert read(file, rules) is None


@pytest.mark.parametrize("damage", ["empty", "short", "cut", "garbage", "missing", "folder"])
def test_damage_means_that_the_files_are_read(damage: str, file: Path, rules: Path) -> None:
    whole = file.read_bytes()
    left = {"empty": b"", "short": whole[:10], "cut": whole[:50], "garbage": whole[:32] + b"\x80garbage"}
    file.unlink()
    if damage == "folder":
        file.mkdir()
    elif damage != "missing":
        file.write_bytes(left[damage])
    assert read(file, rules) is None


class Deed:
    """A value that does something as it is made."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("made",)


@pytest.mark.parametrize("what", [Deed(), (Deed(),), Path("x"), {"a": print}, "text", 5])
def test_only_values_of_the_model_are_ever_made(
    what: object, file: Path, rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for value in (what, (what, ())):
        values = pickle.dumps(value)
        file.write_bytes(fingerprint(rules) + kept._SIZE.pack(len(values)) + values)
        assert read(file, rules) is None
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize(
    "name", ["postil.model.topic\ndataclass", "postil.model.topic\nTopic.__init__", "postil.config\nPath"]
)
def test_a_name_beside_the_models_classes_is_refused(name: str, file: Path, rules: Path) -> None:
    values = b"c" + name.encode() + b"\n."
    file.write_bytes(fingerprint(rules) + kept._SIZE.pack(len(values)) + values)
    assert read(file, rules) is None


def test_what_others_could_have_written_is_left_alone(
    file: Path, rules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.chmod(0o664)
    assert read(file, rules) is None
    file.chmod(0o644)
    assert read(file, rules) is not None
    os.chown(file, 65534, 65534) if os.geteuid() == 0 else monkeypatch.setattr(os, "geteuid", lambda: 65534)
    assert read(file, rules) is None


def test_rules_with_problems_leave_no_rulebook(file: Path, rules: Path) -> None:
    file.write_bytes(write(None, rules))
    assert read(file, rules) is None
    assert file.read_bytes() == fingerprint(rules)


def test_the_folders_are_those_that_are_read() -> None:
    assert tuple(load.FOLDERS) == kept.FOLDERS
