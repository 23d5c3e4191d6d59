"""A rulebook as it was read before, so that a start need not read five hundred files anew (measured: 0.85 s; so 0.02 s).

Kept with it is a fingerprint of every rule file's content and of the code whose values it holds: where either has
changed, the files are read. Nothing but the plain values of `postil.model` is ever made of what is kept.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import stat
import sys
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

from postil.model.policy import Rulebook

FOLDERS = ("terms", "topics", "policies")
"""As `load` has them, which takes a while to import."""

_MODEL = Path(__file__).parent.parent / "model"
_BYTES = hashlib.sha256().digest_size
_WRITABLE = 0o022


class _Values(pickle.Unpickler):
    """Makes values of `postil.model`, and refuses to so much as import anything else."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - pickle's signature
        """A dataclass of the model.

        Raises:
            UnpicklingError: something else was named.
        """
        found = super().find_class(module, name) if module.startswith("postil.model.") else None
        if isinstance(found, type) and is_dataclass(found) and found.__module__ == module:
            return found
        raise pickle.UnpicklingError


def fingerprint(rules: Path) -> bytes:
    """32 bytes that change with any rule file and with the code of the values.

    Raises:
        OSError: a file cannot be read.
    """
    digest = hashlib.sha256(repr(sys.version_info).encode())
    files = [*_MODEL.glob("*.py"), *(file for kind in FOLDERS for file in (rules / kind).iterdir())]
    for file in sorted(files, key=lambda one: (one.parent.name, one.name)):
        content = file.read_bytes() if file.is_file() else b""
        digest.update(f"\0{file.parent.name}/{file.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.digest()


def write(rulebook: Rulebook | None, rules: Path) -> bytes:
    """What to keep of a folder of rules. Rules that have problems (`None`) keep their fingerprint alone."""
    return fingerprint(rules) + (b"" if rulebook is None else pickle.dumps(rulebook, 5))


def read(file: Path, rules: Path) -> Rulebook | None:
    """The rulebook that was kept of these very rules; `None` where the files have to be read."""
    try:
        with file.open("rb") as opened:
            if not _trusted(os.fstat(opened.fileno())) or opened.read(_BYTES) != fingerprint(rules):
                return None
            found = _Values(io.BytesIO(opened.read())).load()
    except Exception:  # noqa: BLE001 - what is damaged may fail in any way; the rules are read then
        return None
    return found if isinstance(found, Rulebook) else None


def _trusted(found: os.stat_result) -> bool:
    """Whether nobody but this account and the administrator can have written it. Windows: the profile's rights."""
    if sys.platform == "win32":
        return True
    return found.st_uid in {0, os.geteuid()} and not stat.S_IMODE(found.st_mode) & _WRITABLE
