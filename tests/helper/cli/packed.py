"""What the tests of `postil packs` share: a scratch home that trusts a publisher."""

from __future__ import annotations

from pathlib import Path

import pytest

from helper.updates.host import Host, Publisher
from postil.updates import setting, supply


def trust(publisher: Publisher, host: Host) -> Path:
    """Configure this home for the publisher; returns the file that says so."""
    file = Path.home() / ".config" / "postil" / "updates.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    told = publisher.setting(host.address)
    file.write_text(f'address = "{told.address}"\npack = "{told.pack}"\nkeys = {list(told.keys)}\n')
    return file


def move_in(home: Path, patch: pytest.MonkeyPatch) -> None:
    """Live in this home, on a computer for which nobody decided anything."""
    home.mkdir(exist_ok=True)
    patch.setenv("HOME", str(home))
    for name in ("CONFIG", "STATE", "DATA", "CACHE"):
        patch.delenv(f"XDG_{name}_HOME", raising=False)
    mine = home / ".config" / "postil" / "updates.toml"
    for asker in (setting, supply):
        patch.setattr(asker, "update_settings", lambda: (home / "etc" / "updates.toml", mine))
