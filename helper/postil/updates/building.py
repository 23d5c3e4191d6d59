"""Makes a pack of a rules folder, signs its release, and looks at both as a computer that fetches them would."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from postil.errors import InputError, UpdateError
from postil.updates.keys import MOST_KEYS, read_key, sign
from postil.updates.parcel import read_rules, unwrap, wrap
from postil.updates.release import LARGEST_PACK, Release, read_release, write_release
from postil.updates.setting import LATEST
from postil.updates.store import write_whole
from postil.updates.trial import try_files


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What its publisher says of a release. Without a `sequence` it is one higher than the one published before."""

    pack: str
    version: str
    issued: date
    expires: date
    minimum_engine: str
    sequence: int | None = None


def build(rules: Path, label: Label, folder: Path) -> Release:
    """Try the rules, and write the pack and its `latest.json`, unsigned, to a folder.

    Raises:
        UpdateError: the rules do not pass their trial, or the label is none that a release can have.
        InputError: a file cannot be read or written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        data = wrap(read_rules(rules))
        digest = sha256(data).hexdigest()
        try_files(unwrap(data))
        release = Release(
            pack=label.pack,
            version=label.version,
            sequence=label.sequence or _next(folder),
            issued=label.issued,
            expires=label.expires,
            minimum_engine=label.minimum_engine,
            sha256=digest,
            size=len(data),
        )
        latest = write_release(release)
        if len(data) > LARGEST_PACK:
            raise _unfit(f"The pack is larger than {LARGEST_PACK >> 20} MiB.")
        if read_release(latest) != release or release.expires <= release.issued:
            raise _unfit("It has to expire after it is issued.")
        write_whole(folder / release.file, data)
        (folder / f"{LATEST}.sig").unlink(missing_ok=True)
        write_whole(folder / LATEST, latest)
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(folder, error) from error
    return release


def sign_release(folder: Path, keys: Sequence[Path]) -> tuple[str, ...]:
    """Sign the folder's `latest.json` as it lies there, with each of the keys; returns the signatures.

    Raises:
        InputError: a file cannot be read or written.
    """
    if len(keys) > MOST_KEYS:
        raise InputError(f"More than {MOST_KEYS} keys are not read.", where="--key", remedy="Name fewer.")
    private = [read_key(file) for file in keys]
    try:
        latest = (folder / LATEST).read_bytes()
        read_release(latest)
        lines = tuple(sign(key, latest) for key in private)
        write_whole(folder / f"{LATEST}.sig", "".join(f"{line}\n" for line in lines).encode())
    except OSError as error:
        raise _unreadable(folder, error) from error
    return lines


def open_pack(folder: Path, release: Release) -> dict[str, str]:
    """The rule files of a published folder's pack, which is the one that its release names.

    Raises:
        UpdateError: it is another, or cannot be opened.
        InputError: it cannot be read.
    """
    try:
        data = (folder / release.file).read_bytes()
    except OSError as error:
        raise _unreadable(folder / release.file, error) from error
    if len(data) != release.size or sha256(data).hexdigest() != release.sha256:
        raise _unfit("The pack is not the one that the release names.")
    return unwrap(data)


def _next(folder: Path) -> int:
    """One higher than what lies in the folder; a release that cannot be read is not passed over."""
    latest = folder / LATEST
    return read_release(latest.read_bytes()).sequence + 1 if latest.exists() else 1


def _unfit(what: str) -> UpdateError:
    return UpdateError(
        f"This is no release. {what}", where=LATEST, remedy="Correct it, and build and sign anew."
    )


def _unreadable(where: Path, error: OSError | UnicodeDecodeError) -> InputError:
    reason = error.strerror if isinstance(error, OSError) else "it is no UTF-8"
    return InputError(
        f"This cannot be read or written: {reason}.",
        where=str(getattr(error, "filename", None) or where),
        remedy="Name the folder that is to be published, and see that it can be written.",
    )
