"""Where updates come from: one file for everyone on this computer, or else one of this person's own.

    address = "https://policies.example.edu/postil/latest.json"
    pack = "example-university"
    keys = ["ed25519:…"]

What is downloaded can change none of the three. Where there is no such file, nothing is ever asked.
"""

from __future__ import annotations

import os
import re
import stat
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from postil.config import update_settings
from postil.errors import SettingError
from postil.updates.keys import KEY, MOST_KEYS

LATEST: Final = "latest.json"
PACK = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_AT_HOME: Final = {"127.0.0.1", "localhost", "::1"}
_LONGEST_ADDRESS: Final = 1000
_LARGEST: Final = 16_384
_OTHERS: Final = 0o022
_KNOWN: Final = {"address", "pack", "keys"}


@dataclass(frozen=True, slots=True)
class Setting:
    """An address, the pack that is wanted from it, and the keys that may sign it. `where` is the file."""

    address: str
    pack: str
    keys: tuple[str, ...]
    where: Path


def read_setting(places: Sequence[Path] | None = None) -> Setting | None:
    """The first setting that there is, everyone's before one's own; `None`: updates are off.

    Raises:
        SettingError: there is one that cannot be used.
    """
    for file in update_settings() if places is None else places:
        if os.path.lexists(file):
            return _read(file)
    return None


def _read(file: Path) -> Setting:
    try:
        _check_rights(file)
        with file.open("rb") as opened:
            found = tomllib.loads(opened.read(_LARGEST).decode())
    except OSError as error:
        raise _bad(file, f"It cannot be read: {error.strerror}.") from error
    except ValueError as error:  # neither TOML nor UTF-8
        raise _bad(file, 'It is no TOML: write `name = "value"`, one to a line.') from error
    if unknown := sorted(set(found) - _KNOWN):
        raise _bad(file, f"`{unknown[0]}` is not known here.")
    address, pack, keys = (found.get(name) for name in ("address", "pack", "keys"))
    if not isinstance(address, str) or (fault := fault_of(address)):
        raise _bad(file, f"`address`: {fault if isinstance(address, str) else 'it is missing, or no text'}.")
    if not isinstance(pack, str) or not PACK.fullmatch(pack):
        raise _bad(file, "`pack`: small letters, digits and hyphens, such as example-university.")
    if not isinstance(keys, list) or not 0 < len(keys) <= MOST_KEYS:
        raise _bad(file, f"`keys`: a list of one to {MOST_KEYS} keys.")
    if not all(isinstance(key, str) and KEY.fullmatch(key) for key in keys):
        raise _bad(file, "`keys`: each as `postil packs keys` prints it, beginning with `ed25519:`.")
    return Setting(address, pack, tuple(dict.fromkeys(keys)), file)


def fault_of(address: str) -> str:
    """What is wrong with an address; empty where nothing is."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return "it is no address"
    if (
        len(address) > _LONGEST_ADDRESS
        or not address.isascii()
        or not address.isprintable()
        or " " in address
    ):
        return "it is too long, or has letters in it that addresses do not have"
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _AT_HOME):
        return "it has to begin with https://"
    if not parts.hostname or port == 0 or parts.username is not None or parts.password is not None:
        return "it has to name a host, and no account"
    if parts.query or parts.fragment or not parts.path.endswith(f"/{LATEST}"):
        return f"it has to end with /{LATEST}"
    return ""


def _check_rights(file: Path) -> None:
    """Refuse a file that another account could have written. Windows: the rights of its folder hold."""
    if sys.platform == "win32":
        return
    for one in (file, file.parent):
        found = one.stat()
        if found.st_uid not in {0, os.geteuid()} or stat.S_IMODE(found.st_mode) & _OTHERS:
            raise _bad(
                file,
                f"Other accounts can write {one}.",
                f"Run `chmod go-w {one}`; if it is not yours, move it.",
            )


def _bad(
    file: Path, what: str, remedy: str = "Mend the file, or delete it: without it, there are no updates."
) -> SettingError:
    return SettingError(
        f"The setting for policy updates cannot be used. {what}",
        where=str(file),
        remedy=remedy,
    )
