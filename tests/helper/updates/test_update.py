"""Rounds that go well, and what they remember for the next."""

from __future__ import annotations

from datetime import date

import pytest

from helper.updates.host import Host, Publisher
from helper.updates.rounds import ask, drafts, in_force
from postil.errors import UpdateError
from postil.updates import update as rounds
from postil.updates.building import sign_release
from postil.updates.in_force import usable, verified
from postil.updates.keys import make_key
from postil.updates.store import Store
from postil.updates.update import update

pytestmark = pytest.mark.usefixtures("tried_here")


def test_a_good_update_is_in_force(store: Store, publisher: Publisher, host: Host) -> None:
    release = publisher.publish()
    assert ask(store, publisher, host).kind == "renewed"
    assert host.paths() == ["latest.json", "latest.json.sig", release.file]
    pack = verified(store, publisher.setting(host.address))
    assert pack is not None
    assert (pack.release, pack.kept.exists()) == (release, True)
    assert (pack.folder / "terms/insults.yaml").read_text() == (
        publisher.folder / "rules/terms/insults.yaml"
    ).read_text()
    publisher.publish("2026.11.2")
    assert ask(store, publisher, host).release.sequence == 2
    assert in_force(store, publisher, host) == "2026.11.2"
    assert drafts(store) == []


def test_nothing_about_this_computer_is_said(store: Store, publisher: Publisher, host: Host) -> None:
    publisher.publish()
    ask(store, publisher, host)
    for path, headers in host.asked:
        assert "?" not in path
        assert headers.pop("host") == f"127.0.0.1:{host.port}"
        assert headers.pop("accept-encoding", "identity") == "identity"
        assert headers == {"user-agent": "Postil", "accept": "*/*", "connection": "close"}


def test_an_unchanged_release_is_one_small_question(store: Store, publisher: Publisher, host: Host) -> None:
    publisher.publish()
    ask(store, publisher, host)
    host.paths()
    assert ask(store, publisher, host).kind == "unchanged"
    assert host.asked[0][1]["if-none-match"]
    assert host.paths() == ["latest.json"]


def test_a_304_without_its_etag_loses_nothing(store: Store, publisher: Publisher, host: Host) -> None:
    publisher.publish()
    ask(store, publisher, host)
    host.silent_304 = True
    etag = store.memory()["etag"]
    for _ in range(3):
        host.asked.clear()
        assert ask(store, publisher, host).kind == "unchanged"
        assert [headers["if-none-match"] for _, headers in host.asked] == [etag]


def test_a_304_that_nobody_asked_for_is_no_answer(store: Store, publisher: Publisher, host: Host) -> None:
    publisher.publish()
    host.before = lambda handler: handler.send_response(304) or handler.end_headers() or True  # type: ignore[func-returns-value]
    with pytest.raises(UpdateError, match="answers 304"):
        ask(store, publisher, host)


def test_a_host_without_marks_costs_the_release_alone(store: Store, publisher: Publisher, host: Host) -> None:
    publisher.publish()
    host.marks = False
    ask(store, publisher, host)
    host.paths()
    assert ask(store, publisher, host).kind == "unchanged"
    assert host.paths() == ["latest.json"]


def test_what_is_known_of_one_address_is_not_told_another(
    store: Store, publisher: Publisher, host: Host
) -> None:
    publisher.publish()
    ask(store, publisher, host)
    host.asked.clear()
    elsewhere = publisher.setting(host.address.replace("/latest", "/other/latest"))
    assert update(elsewhere, store).kind == "unchanged"
    assert "if-none-match" not in host.asked[0][1]


def test_the_same_pack_under_a_new_date_is_not_fetched_again(
    store: Store, publisher: Publisher, host: Host
) -> None:
    publisher.publish()
    ask(store, publisher, host)
    publisher.publish("2026.11.1", expires=date(2128, 1, 1))
    host.paths()
    assert ask(store, publisher, host).kind == "renewed"
    assert host.paths() == ["latest.json", "latest.json.sig"]


def test_an_expired_release_is_taken_and_says_so(store: Store, publisher: Publisher, host: Host) -> None:
    publisher.publish(expires=date(2026, 11, 2))
    assert ask(store, publisher, host).release.edition.expired(date(2026, 11, 3))
    assert in_force(store, publisher, host) == "2026.11.1"


def test_a_key_gives_way_to_the_next(store: Store, publisher: Publisher, host: Host) -> None:
    fresh = make_key(publisher.folder / "fresh")
    publisher.publish()
    sign_release(host.folder, [publisher.folder / "key", publisher.folder / "fresh"])
    for keys in ((publisher.public,), (publisher.public, fresh), (fresh,)):
        setting = publisher.setting(host.address, *keys)
        assert update(setting, store).release.sequence == 1
        assert usable(store, setting) is not None


def test_a_stolen_key_cannot_outrun_the_next(store: Store, publisher: Publisher, host: Host) -> None:
    fresh = make_key(publisher.folder / "fresh")
    publisher.publish(sequence=2**53)
    ask(store, publisher, host)
    publisher.publish("2026.11.2", key="fresh", sequence=2)
    setting = publisher.setting(host.address, fresh)
    assert usable(store, setting) is None  # what the old key signed is in force no longer
    assert update(setting, store).release.version == "2026.11.2"


def test_a_damaged_pack_is_fetched_anew(store: Store, publisher: Publisher, host: Host) -> None:
    publisher.publish()
    ask(store, publisher, host)
    pack = usable(store, publisher.setting(host.address))
    assert pack is not None
    (pack.folder / "terms/insults.yaml").write_text("terms: insults\nen: [everybody]\n")
    assert in_force(store, publisher, host) is None
    assert ask(store, publisher, host).kind == "renewed"
    assert in_force(store, publisher, host) == "2026.11.1"
    assert drafts(store) == []


def test_a_restart_remembers(store: Store, publisher: Publisher, host: Host) -> None:
    publisher.publish()
    ask(store, publisher, host)
    host.asked.clear()
    again = Store(store.folder)
    assert update(publisher.setting(host.address), again).kind == "unchanged"
    assert host.paths() == ["latest.json"]


def test_a_lost_memory_costs_one_release(store: Store, publisher: Publisher, host: Host) -> None:
    publisher.publish()
    ask(store, publisher, host)
    (store.folder / "memory.json").write_text("{")
    host.paths()
    assert ask(store, publisher, host).kind == "unchanged"
    assert host.paths() == ["latest.json"]


def test_after_an_update_of_postil_itself_the_pack_is_read_anew(
    store: Store, publisher: Publisher, host: Host
) -> None:
    publisher.publish()
    ask(store, publisher, host)
    pack = usable(store, publisher.setting(host.address))
    assert pack is not None
    fresh = pack.kept.read_bytes()
    pack.kept.write_bytes(b"of another engine")
    assert ask(store, publisher, host).kind == "unchanged"
    assert pack.kept.read_bytes() == fresh


def test_two_rounds_at_once_are_one(
    store: Store, publisher: Publisher, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher.publish()
    with store.locked(), pytest.raises(UpdateError, match="Another round"):
        ask(Store(store.folder), publisher, host)
    monkeypatch.setattr(rounds, "fetch", None)
    assert store.memory() == {}


def test_when_to_ask_again_is_planned(store: Store, publisher: Publisher, host: Host) -> None:
    with pytest.raises(UpdateError, match="answers 404"):
        ask(store, publisher, host)
    failed = store.memory()
    publisher.publish()
    ask(store, publisher, host)
    fine = store.memory()
    assert 0.75 * 3600 <= failed["due"] - failed["asked"] <= 1.25 * 3600
    assert 4.5 * 3600 <= fine["due"] - fine["asked"] <= 7.5 * 3600
