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

    def check(self) -> None:
        """Hold its files against the hash that was signed.

        Raises:
            UpdateError: they are not what was signed.
        """
        if not Store(self.folder.parent).is_whole(self.release.sha256):
            raise _unfit("Its files are not as they were signed.")

    @property
    def edition(self) -> Edition:
        """Which one it is."""
        return self.release.edition


def pack_in_force(store: Store | None = None) -> Pack | None:
    """The pack in force, as it was signed; `None` where updates are off, or none has come yet.

    Its files are not looked at: who reads them calls `check`, unless they were read before and are the same.

    Raises:
        SettingError: the setting cannot be used.
        UpdateError: no key of the setting signed it.
    """
    setting = read_setting()
    return None if setting is None else _signed(store or Store(), setting)


def verified(store: Store, setting: Setting) -> Pack | None:
    """The pack in force under a setting.

    Raises:
        UpdateError: it is damaged, or no key of the setting signed it.
    """
    pack = _signed(store, setting)
    if pack:
        pack.check()
    return pack


def _signed(store: Store, setting: Setting) -> Pack | None:
    signed = store.current()
    if signed is None:
        return None
    if signer(signed.latest, signed.signatures, setting.keys) is None:
        raise _unfit("No key of your setting signed it.")
    release = read_release(signed.latest)
    if release.pack != setting.pack:
        raise _unfit("It is another pack than your setting names.")
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
