from __future__ import annotations

import pytest

from helper.updates.host import Publisher
from postil.cli.main import main
from postil.updates.keys import make_key, signer

pytestmark = pytest.mark.usefixtures("home")


def test_a_release_is_signed_by_every_key_named(
    publisher: Publisher,
    capsys: pytest.CaptureFixture[str],
) -> None:
    publisher.publish()
    other = make_key(publisher.folder / "other")
    keys = ["--key", str(publisher.folder / "key"), "--key", str(publisher.folder / "other")]
    assert main(["packs", "sign", str(publisher.host), *keys]) == 0
    said = capsys.readouterr().out
    assert "Signed by 2 keys." in said
    assert "Publish the pack first, then latest.json.sig, then latest.json." in said
    latest = (publisher.host / "latest.json").read_bytes()
    signatures = (publisher.host / "latest.json.sig").read_text()
    for key in (other, publisher.public):
        assert signer(latest, signatures, [key]) == key


def test_without_a_release_there_is_nothing_to_sign(publisher: Publisher) -> None:
    assert main(["packs", "sign", str(publisher.host), "--key", str(publisher.folder / "key")]) == 2
    assert main(["packs", "sign", str(publisher.host), "--key", str(publisher.folder / "none")]) == 2
