"""The pack in force, if there is one: held against the keys and the hash again at every start."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from postil.errors import PostilError, UpdateError
from postil.model.edition import Edition
from postil.updates.keys import signer
from postil.updates.release import Release, read_release
from postil.updates.setting import Setting, read_setting
from postil.updates.store import RULEBOOK, Signed, Store


@dataclass(frozen=True, slots=True)
class Pack:
    """Rules that came by update: where they are, and where they are kept as they were read."""

    folder: Path
    kept: Path
    release: Release
    signed: Signed

    @property
    def edition(self) -> Edition:
        """Which one it is."""
        return self.release.edition


def pack_in_force(store: Store | None = None) -> Pack | None:
    """The pack in force; `None` where updates are off, or none has come yet.

    Raises:
        SettingError: the setting cannot be used.
        UpdateError: the pack is damaged, or no key of the setting signed it.
    """
    setting = read_setting()
    return None if setting is None else verified(store or Store(), setting)


def verified(store: Store, setting: Setting) -> Pack | None:
    """The pack in force under a setting.

    Raises:
        UpdateError: it is damaged, or no key of the setting signed it.
    """
    signed = store.current()
    if signed is None:
        return None
    if signer(signed.latest, signed.signatures, setting.keys) is None:
        raise _unfit("No key of your setting signed it.")
    release = read_release(signed.latest)
    if release.pack != setting.pack:
        raise _unfit("It is another pack than your setting names.")
    if not store.is_whole(release.sha256):
        raise _unfit("Its files are not as they were signed.")
    folder = store.place_of(release.sha256)
    return Pack(folder, folder / RULEBOOK, release, signed)


def usable(store: Store, setting: Setting) -> Pack | None:
    """The pack in force where there is one that can be used."""
    try:
        return verified(store, setting)
    except PostilError:
        return None


def _unfit(what: str) -> UpdateError:
    return UpdateError(
        f"The policy pack on this computer cannot be used. {what}",
        where="the pack",
        remedy="The rules that came with Postil are in force. `postil packs update` fetches the pack anew.",
    )
