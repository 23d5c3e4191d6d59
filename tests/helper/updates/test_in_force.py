from __future__ import annotations

from pathlib import Path

import pytest

from helper.updates.host import Host, Publisher
from postil.errors import SettingError, UpdateError
from postil.updates import in_force, setting
from postil.updates.in_force import pack_in_force, usable, verified
from postil.updates.keys import make_key
from postil.updates.setting import Setting
from postil.updates.store import PACK, Signed, Store
from postil.updates.update import update


@pytest.fixture
def trusted(store: Store, publisher: Publisher, host: Host, tried_here: None) -> Setting:  # noqa: ARG001
    """A computer with a pack in force."""
    publisher.publish()
    found = publisher.setting(host.address)
    update(found, store)
    return found


def test_a_pack_is_in_force(store: Store, trusted: Setting) -> None:
    pack = verified(store, trusted)
    assert pack is not None
    assert pack == usable(store, trusted)
    assert pack.release.edition.version == "2026.11.1"


def test_none_has_come_yet(store: Store, publisher: Publisher, host: Host) -> None:
    assert verified(store, publisher.setting(host.address)) is None


@pytest.mark.parametrize("spoil", ["pack", "rule", "more", "less", "signature", "release", "key", "name"])
def test_what_is_not_as_it_was_signed_is_not_in_force(
    spoil: str, store: Store, trusted: Setting, publisher: Publisher
) -> None:
    pack = verified(store, trusted)
    assert pack is not None
    rule = pack.folder / "terms" / "insults.yaml"
    now = trusted
    match spoil:
        case "pack":
            (pack.folder / PACK).write_bytes(b"x")
        case "rule":
            rule.write_text(rule.read_text() + " ")
        case "more":
            rule.with_name("more.yaml").write_text(rule.read_text())
        case "less":
            rule.unlink()
        case "signature":
            store.swap(Signed(pack.signed.latest, ""))
        case "release":
            store.swap(Signed(pack.signed.latest.replace(b"2026.11.1", b"2026.11.9"), pack.signed.signatures))
        case "key":
            now = publisher.setting(trusted.address, make_key(publisher.folder / "other"))
        case _:
            now = Setting(trusted.address, "another", trusted.keys, trusted.where)
    with pytest.raises(UpdateError, match="on this computer cannot be used"):
        verified(store, now)
    assert usable(store, now) is None


def test_the_setting_decides(
    store: Store, trusted: Setting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "updates.toml"
    monkeypatch.setattr(setting, "update_settings", lambda: (tmp_path / "none", file))
    assert pack_in_force(store) is None  # off: the shipped rules
    file.write_text(f'address = "{trusted.address}"\npack = "{trusted.pack}"\nkeys = {list(trusted.keys)}\n')
    tmp_path.chmod(0o755)
    pack = in_force.pack_in_force(store)
    assert pack is not None
    pack.check()
    (pack.folder / "terms" / "insults.yaml").unlink()
    assert in_force.pack_in_force(store) == pack  # its files are for who reads them to look at
    with pytest.raises(UpdateError, match="not as they were signed"):
        pack.check()
    file.write_text("broken")
    with pytest.raises(SettingError):
        pack_in_force(store)
