"""One round: ask, hold the answer against the keys, fetch what is new, have it tried, swap it in. Or leave all as it was."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal
from urllib.parse import urljoin

from postil.errors import PostilError, UpdateError
from postil.rulebook.kept import fingerprint
from postil.updates.due import next_time
from postil.updates.fetch import Marks, fetch
from postil.updates.in_force import Pack, usable
from postil.updates.keys import signer
from postil.updates.release import LARGEST, Release, read_release, suits
from postil.updates.setting import Setting
from postil.updates.store import Signed, Store
from postil.updates.trial import try_pack

_LARGEST_SIGNATURES = 2_048


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a round ended: the release in force after it."""

    kind: Literal["unchanged", "renewed"]
    release: Release


def update(setting: Setting, store: Store) -> Outcome:
    """Do one round, and remember how it went.

    Raises:
        UpdateError: nothing new is in force; the error says why.
    """
    try:
        with store.locked():
            store.clear_drafts()
            memory = store.memory()
            asked = memory | {"asked": time.time(), "of": setting.address}
            try:
                outcome, learnt = _round(setting, store, memory)
            except PostilError as error:
                _remember(store, asked, said=error.what, failed=True)
                raise
            except OSError as error:
                failure = _unwritten(store, error)
                _remember(store, asked, said=failure.what, failed=True)
                raise failure from error
            _remember(store, asked | learnt, said=outcome.kind, failed=False)
            return outcome
    except OSError as error:
        raise _unwritten(store, error) from error


def _round(setting: Setting, store: Store, memory: Mapping[str, Any]) -> tuple[Outcome, dict[str, Any]]:
    """The outcome, and what to remember of it."""
    pack = usable(store, setting)
    known = memory if memory.get("address") == setting.address else {}
    marks = Marks(str(known.get("etag", "")), str(known.get("modified", ""))) if pack else Marks()
    reply = fetch(setting.address, LARGEST, marks)
    learnt = {"address": setting.address, "etag": reply.marks.etag, "modified": reply.marks.modified}
    if pack and (reply.body is None or reply.body == pack.signed.latest):
        _refresh(pack)
        return Outcome("unchanged", pack.release), learnt
    latest = reply.body or b""
    signatures = fetch(f"{setting.address}.sig", _LARGEST_SIGNATURES).body or b""
    signed = Signed(latest, signatures.decode("ascii", "replace"))
    key = signer(signed.latest, signed.signatures, setting.keys)
    if key is None:
        raise _refused("No key of your setting signed it.")
    release = read_release(latest)
    seen = {one: count for one, count in _seen(memory).items() if one in setting.keys}
    _judge(release, setting, max(seen.values(), default=0), pack)
    bring(release, setting, store)
    store.swap(signed)
    store.keep_only(release.sha256, pack.release.sha256 if pack else "")
    return Outcome("renewed", release), learnt | {"seen": seen | {key: release.sequence}}


def _judge(release: Release, setting: Setting, highest: int, pack: Pack | None) -> None:
    """Refuse a release that is of another pack, not newer, or for another engine.

    Raises:
        UpdateError: it is.
    """
    if release.pack != setting.pack:
        raise _refused(f"It is the pack {release.pack}, and your setting names {setting.pack}.")
    if pack and release.sequence == pack.release.sequence:
        raise _refused(f"It differs from the one in force under the same sequence, {release.sequence}.")
    highest = max(highest, pack.release.sequence if pack else 0)
    if release.sequence < highest:
        raise _refused(f"It is older (sequence {release.sequence}) than one seen before ({highest}).")
    if not suits(release.minimum_engine):
        raise UpdateError(
            f"The update is for Postil {release.minimum_engine} or newer.",
            where=setting.address,
            remedy="Bring Postil itself up to date. Until then the last good pack stays.",
        )


def bring(release: Release, setting: Setting, store: Store) -> None:
    """Have the release's pack here: fetched, whole and tried. One that is here already is not fetched again."""
    if store.is_whole(release.sha256):
        return
    data = fetch(urljoin(setting.address, release.file), release.size).body or b""
    if len(data) != release.size or sha256(data).hexdigest() != release.sha256:
        raise _refused("Its pack is not the one that was signed, or arrived in part.")
    with store.staged(data) as staged:
        try_pack(staged)
        store.give_place(staged, release.sha256)


def _refresh(pack: Pack) -> None:
    """After Postil itself was updated: read the pack anew, so that the helper need not. In place, whatever comes of it."""
    try:
        with pack.kept.open("rb") as file:
            wanted = fingerprint(pack.folder)
            fresh = file.read(len(wanted)) == wanted
    except OSError:
        fresh = False
    if not fresh:
        try_pack(pack.folder)


def _seen(memory: Mapping[str, Any]) -> dict[str, int]:
    """The highest sequence that each key has signed. By key, so that a stolen one cannot outrun the next."""
    seen = memory.get("seen")
    found = seen.items() if isinstance(seen, dict) else ()
    return {key: count for key, count in found if isinstance(count, int)}


def _remember(store: Store, memory: Mapping[str, Any], *, said: str, failed: bool) -> None:
    due = next_time(memory["asked"], failed=failed)
    store.remember({**memory, "due": due, "said": said, "failed": failed})


def _refused(what: str) -> UpdateError:
    return UpdateError(
        f"The update is refused. {what}",
        where="latest.json",
        remedy="The last good pack stays, and Postil asks again later. Tell whoever publishes it.",
    )


def _unwritten(store: Store, error: OSError) -> UpdateError:
    if isinstance(error, BlockingIOError):
        return UpdateError(
            "Another round is at work.", where=str(store.folder), remedy="Wait until it is done."
        )
    return UpdateError(
        f"The update cannot be written: {error.strerror}.",
        where=str(store.folder),
        remedy="Make room on the disk, or give your account the rights to it. The last good pack stays.",
    )
