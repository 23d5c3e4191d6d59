"""The table of the closing note: what a host can do to an update, and what is in force afterwards."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Callable
from hashlib import sha256

import pytest

from helper.updates.host import Host, Publisher
from helper.updates.rounds import ask, drafts, in_force
from postil.errors import UpdateError
from postil.updates.in_force import verified
from postil.updates.keys import make_key
from postil.updates.store import Store

pytestmark = pytest.mark.usefixtures("tried_here")


def flip(name: str) -> Callable[[str, bytes], bytes]:
    """Change the middle of one file on the way."""

    def change(path: str, data: bytes) -> bytes:
        middle = len(data) // 2
        spoilt = data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]
        return spoilt if path.endswith(name) else data

    return change


def cut(name: str, *, by: int = 10) -> Callable[[str, bytes], bytes]:
    """Leave the end of one file out, after its whole length was announced."""
    return lambda path, data: data[:-by] if path.endswith(name) else data


WAYS = {
    "tampered release": (flip("latest.json"), "No key of your setting signed it"),
    "tampered signature": (flip(".sig"), "No key of your setting signed it"),
    "tampered pack": (flip(".postil"), "not the one that was signed"),
    "truncated release": (cut("latest.json"), "ended too early"),
    "truncated signature": (cut(".sig"), "ended too early"),
    "truncated pack": (cut(".postil"), "ended too early"),
    "longer pack": (lambda path, data: data + b"x" * path.endswith(".postil"), None),
}


@pytest.mark.parametrize("way", WAYS)
def test_what_is_spoilt_on_the_way_changes_nothing(
    way: str, store: Store, publisher: Publisher, host: Host
) -> None:
    publisher.publish()
    ask(store, publisher, host)
    publisher.publish("2026.11.2")
    publisher.edit("terms/insults.yaml", "nincompoop", "nincompoop, duffer")
    publisher.publish("2026.11.3")
    host.change, said = WAYS[way]
    if said is None:  # what follows the announced end is never read
        assert ask(store, publisher, host).kind == "renewed"
        return
    with pytest.raises(UpdateError, match=said):
        ask(store, publisher, host)
    assert in_force(store, publisher, host) == "2026.11.1"
    assert drafts(store) == []
    memory = store.memory()
    assert memory["failed"]
    assert said in memory["said"]
    host.change = lambda _path, data: data
    assert ask(store, publisher, host).release.version == "2026.11.3"


def test_an_older_release_is_refused(store: Store, publisher: Publisher, host: Host) -> None:
    publisher.publish()
    old = {file.name: file.read_bytes() for file in host.folder.iterdir()}
    publisher.publish("2026.11.2")
    ask(store, publisher, host)
    for name, data in old.items():
        (host.folder / name).write_bytes(data)
    with pytest.raises(UpdateError, match=r"older \(sequence 1\) than one seen before \(2\)"):
        ask(store, publisher, host)
    assert in_force(store, publisher, host) == "2026.11.2"
    shutil.rmtree(store.folder / verified(store, publisher.setting(host.address)).release.sha256)  # type: ignore[union-attr]
    with pytest.raises(UpdateError, match="older"):  # nor once the pack in force is lost
        ask(store, publisher, host)


def test_another_release_of_the_same_sequence_is_refused(
    store: Store, publisher: Publisher, host: Host
) -> None:
    publisher.publish()
    ask(store, publisher, host)
    publisher.publish("2026.11.2", sequence=1)
    with pytest.raises(UpdateError, match="under the same sequence"):
        ask(store, publisher, host)
    assert in_force(store, publisher, host) == "2026.11.1"


def test_another_key_is_refused(store: Store, publisher: Publisher, host: Host) -> None:
    publisher.publish()
    ask(store, publisher, host)
    make_key(publisher.folder / "stolen")
    publisher.publish("2026.11.2", key="stolen")
    with pytest.raises(UpdateError, match="No key of your setting"):
        ask(store, publisher, host)
    assert in_force(store, publisher, host) == "2026.11.1"


def test_an_engine_that_is_too_old_keeps_what_it_has(store: Store, publisher: Publisher, host: Host) -> None:
    publisher.publish()
    ask(store, publisher, host)
    publisher.publish("2026.11.2", minimum_engine="99.1")
    with pytest.raises(UpdateError, match=r"for Postil 99\.1 or newer") as caught:
        ask(store, publisher, host)
    assert "Bring Postil itself up to date" in caught.value.remedy
    assert in_force(store, publisher, host) == "2026.11.1"


def test_another_pack_of_the_same_publisher_is_refused(
    store: Store, publisher: Publisher, host: Host
) -> None:
    publisher.publish(pack="another")
    with pytest.raises(UpdateError, match="It is the pack another"):
        ask(store, publisher, host)


def publish_unfit(publisher: Publisher, data: bytes) -> None:
    """Publish bytes that `build` would never make a pack of, well signed."""
    release = publisher.publish("2026.11.2")
    digest = sha256(data).hexdigest()
    name = f"{release.pack}-{release.version}-{digest[:16]}.postil"
    (publisher.host / name).write_bytes(data)
    publisher.rewrite(sha256=digest, size=len(data), file=name)


def packed(**files: str) -> bytes:
    return gzip.compress(json.dumps({"format": 1, "files": files}).encode())


WRONG = """topic: disrespect
title: {en: This may hurt, nl: Dit kan kwetsen}
theme: tone
status: active
severity: warning
confidence: high
when: {existence: {terms: insults}}
message: {en: Say what is wrong., nl: Zeg wat er mis is.}
fix: {remove: marks}
examples:
  - flag: "What a lovely person he is today"
  - flag: "Wat een sukkel is hij vandaag"
  - pass: "What a nice day it is today"
    why: kind
  - pass: "Wat een mooie dag is het vandaag"
    why: kind
"""


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"topics/disrespect.yaml": WRONG}, "This should be flagged, and passes"),
        ({"topics/disrespect.yaml": "topic: [" * 400}, "topics/disrespect.yaml"),
        ({"topics/disrespect.yaml": WRONG.replace("when:", "whenever:")}, "topics/disrespect.yaml"),
        ({"../../outside.yaml": "x"}, "a name that no rule file has"),
    ],
)
def test_a_pack_that_fails_its_trial_is_not_in_force(
    files: dict[str, str], said: str, store: Store, publisher: Publisher, host: Host
) -> None:
    publisher.publish()
    ask(store, publisher, host)
    rules = publisher.folder / "rules"
    good = {f"{one.parent.name}/{one.name}": one.read_text() for one in rules.rglob("*.yaml")}
    publish_unfit(publisher, packed(**(good | files)))
    with pytest.raises(UpdateError, match=said):
        ask(store, publisher, host)
    assert in_force(store, publisher, host) == "2026.11.1"
    assert drafts(store) == []
    assert not list(store.folder.parent.rglob("outside.yaml"))


def test_no_more_is_read_than_was_signed(store: Store, publisher: Publisher, host: Host) -> None:
    release = publisher.publish()
    publisher.rewrite(size=release.size - 1)
    with pytest.raises(UpdateError, match=f"larger than the {release.size - 1} bytes agreed"):
        ask(store, publisher, host)
