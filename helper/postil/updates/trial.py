"""Has another process try a pack, so that whatever is in it can hang or crash that process and nothing else."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from postil.errors import UpdateError
from postil.updates.parcel import lay_out

PATIENCE_S: Final = 600.0
_LONGEST: Final = 600


def try_pack(folder: Path, patience_s: float = PATIENCE_S) -> None:
    """Have the rules in a folder read, and their examples played, by this Postil.

    Raises:
        UpdateError: they have problems, an example does not come out as it says, or the trial does not end well.
    """
    command = [sys.executable, "-P", "-m", "postil.updates.examine", str(folder)]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=False,
            timeout=patience_s,
        )
    except subprocess.TimeoutExpired:
        raise _unfit("Trying it takes too long.") from None
    except OSError as error:
        raise _unfit(f"It cannot be tried: {error.strerror}.") from error
    if done.returncode == 0:
        return
    text = done.stdout.decode("ascii", "replace")
    said = ["".join(one if one.isprintable() else "?" for one in line) for line in text.splitlines()]
    raise _unfit(said[0][:_LONGEST] if said else "The process that tried it came to grief.", len(said) - 1)


def try_files(files: Mapping[str, str]) -> None:
    """Try rule files that lie in no folder yet.

    Raises:
        UpdateError: as above, or they cannot be written to a folder for a while.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="postil-") as folder:
            lay_out(files, Path(folder))
            try_pack(Path(folder))
    except OSError as error:
        raise _unfit(f"It cannot be tried: {error.strerror}.") from error


def _unfit(what: str, more: int = 0) -> UpdateError:
    others = f" (and {more} more)" if more > 0 else ""
    return UpdateError(
        f"The pack did not pass its trial. {what}{others}",
        where="the pack",
        remedy="The last good pack stays. Tell whoever publishes it: `postil packs verify` shows the same.",
    )
