"""`postil packs verify FOLDER --key KEY`: all that a computer looks at before it trusts a release, one line each."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from postil.errors import InputError, PostilError
from postil.updates.building import open_pack
from postil.updates.keys import KEY, signer
from postil.updates.release import Release, read_release, suits
from postil.updates.setting import LATEST
from postil.updates.trial import try_files


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where the release lies")
    parser.add_argument(
        "--key",
        action="append",
        required=True,
        metavar="KEY",
        help="a public key, as in the setting; as often as needed",
    )


def run(options: argparse.Namespace) -> int:
    """Print each look; 0 where all are well, 1 where one is not."""
    try:
        for sentence in looks(options.folder, options.key):
            print(f"  {sentence}")
    except PostilError as error:
        print(f"! {error.what}")
        print(f"    to do: {error.remedy}")
        return 1
    return 0


def looks(folder: Path, keys: list[str]) -> Iterator[str]:
    """Sentences, in the order in which a computer looks.

    Raises:
        PostilError: what it would refuse the release for.
    """
    for key in keys:
        if not KEY.fullmatch(key):
            raise InputError(
                "This is no public key.", where=key, remedy="`postil packs keys FILE` prints one."
            )
    latest, signatures = (_read(folder / name) for name in (LATEST, f"{LATEST}.sig"))
    by = signer(latest, signatures.decode("ascii", "replace"), keys)
    if by is None:
        raise InputError(
            f"None of these keys signed {LATEST}.",
            where=str(folder),
            remedy="Sign it anew: whatever was changed after signing, if only a line's end, undoes it.",
        )
    yield f"Signed by {by}."
    release = read_release(latest)
    yield f"The pack {release.pack}, version {release.version}, sequence {release.sequence}."
    yield _engine(release)
    yield _dates(release)
    files = open_pack(folder, release)
    yield f"{release.file}: {release.size} bytes, {len(files)} files, as signed."
    try_files(files)
    yield "Every rule file is in order, and every example comes out as it says."


def _engine(release: Release) -> str:
    here = "as is this one" if suits(release.minimum_engine) else "which this one is not"
    return f"For Postil {release.minimum_engine} or newer, {here}."


def _dates(release: Release) -> str:
    past = release.edition.expired(datetime.now(tz=UTC).date())
    return f"Issued {release.issued}, {'expired' if past else 'expires'} {release.expires}."


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise InputError(
            f"This cannot be read: {error.strerror}.",
            where=str(file),
            remedy="Build and sign the release first.",
        ) from error
