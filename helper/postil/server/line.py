"""The pairing line: what `postil pair` prints once and the person pastes into the extension's options.

`POSTIL1.28417.<52 letters: 32 random bytes, base32>.<4 letters: catches a slip in copying>`
"""

from __future__ import annotations

import base64
import hashlib

MARK = "POSTIL1"
SECRET_BYTES = 32
_PARTS = 4


def write_line(secret: bytes, port: int) -> str:
    """The line for a secret of 32 bytes and the port that the helper listens on."""
    if len(secret) != SECRET_BYTES:
        raise ValueError("A pairing secret has 32 bytes.")
    stem = f"{MARK}.{port}.{_base32(secret)}"
    return f"{stem}.{_check_letters(stem)}"


def read_line(line: str) -> tuple[bytes, int]:
    """The secret and the port of a line.

    Raises:
        ValueError: not a pairing line, or mistyped.
    """
    stem, _, check = line.strip().rpartition(".")
    parts = line.strip().split(".")
    if len(parts) != _PARTS or parts[0] != MARK or check != _check_letters(stem):
        raise ValueError("This is not a pairing line, or a letter of it is wrong.")
    secret = base64.b32decode(parts[2] + "====")
    if len(secret) != SECRET_BYTES or _base32(secret) != parts[2]:
        raise ValueError("This is not a pairing line.")
    return secret, int(parts[1])


def _check_letters(stem: str) -> str:
    """The first 20 bits of the SHA-256 of all before the last dot. No secret: it only catches slips."""
    return _base32(hashlib.sha256(stem.encode()).digest())[:4]


def _base32(data: bytes) -> str:
    return base64.b32encode(data).decode().rstrip("=")
