from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helper.updates.host import Publisher
from postil.errors import InputError, UpdateError
from postil.updates.building import open_pack, sign_release
from postil.updates.keys import MOST_KEYS, make_key, signer
from postil.updates.parcel import read_rules
from postil.updates.release import read_release


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    return Publisher.at(tmp_path / "publisher", tmp_path / "host")


@pytest.mark.usefixtures("tried_here")
def test_a_release_is_what_was_signed(publisher: Publisher) -> None:
    release = publisher.publish()
    latest = (publisher.host / "latest.json").read_bytes()
    signatures = (publisher.host / "latest.json.sig").read_text()
    assert read_release(latest) == release
    assert signer(latest, signatures, [publisher.public]) == publisher.public
    assert open_pack(publisher.host, release) == read_rules(publisher.folder / "rules")


@pytest.mark.usefixtures("tried_here")
def test_the_sequence_grows_and_the_old_pack_stays(publisher: Publisher) -> None:
    first = publisher.publish()
    publisher.edit("terms/insults.yaml", "nincompoop", "nincompoop, duffer")
    second = publisher.publish("2026.11.2")
    assert (first.sequence, second.sequence) == (1, 2)
    assert (publisher.host / first.file).exists()  # for whoever read the release before
    assert publisher.publish("2026.11.3", sequence=10).sequence == 10
    (publisher.host / "latest.json").write_text("{}")
    with pytest.raises(UpdateError):  # rather than beginning at one again
        publisher.publish("2026.11.4")


def test_rules_that_fail_are_not_built(publisher: Publisher) -> None:
    publisher.edit("topics/disrespect.yaml", "nincompoop", "gentleman")
    with pytest.raises(UpdateError, match="did not pass its trial"):
        publisher.publish()
    assert list(publisher.host.iterdir()) == []


@pytest.mark.usefixtures("tried_here")
def test_a_label_that_no_release_can_have_is_refused(publisher: Publisher) -> None:
    for wrong in ({"expires": date(2026, 11, 1)}, {"version": "1 2"}, {"pack": "A"}, {"sequence": -1}):
        with pytest.raises(UpdateError):
            publisher.publish(**wrong)
    assert not (publisher.host / "latest.json").exists()


@pytest.mark.usefixtures("tried_here")
def test_building_anew_unsigns(publisher: Publisher, monkeypatch: pytest.MonkeyPatch) -> None:
    publisher.publish()
    make_key(publisher.folder / "other")
    monkeypatch.setattr("helper.updates.host.sign_release", lambda *_: ())
    publisher.publish("2026.11.2")
    assert not (publisher.host / "latest.json.sig").exists()


@pytest.mark.usefixtures("tried_here")
def test_what_is_missing_is_said(publisher: Publisher, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        sign_release(tmp_path / "nowhere", [publisher.folder / "key"])
    release = publisher.publish()
    with pytest.raises(InputError, match="More than"):
        sign_release(publisher.host, [publisher.folder / "key"] * (MOST_KEYS + 1))
    (publisher.host / release.file).write_bytes(b"x" * release.size)
    with pytest.raises(UpdateError, match="not the one that the release names"):
        open_pack(publisher.host, release)
    (publisher.host / release.file).unlink()
    with pytest.raises(InputError):
        open_pack(publisher.host, release)
