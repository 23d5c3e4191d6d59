"""Signatures over exact bytes: Ed25519 (RFC 8032), by `cryptography`.

A key is written `ed25519:` and 32 bytes in base64; a signature the same with 64 bytes. A file of signatures has one to a
line, so that an old key and a new one can sign the same release while the one gives way to the other.
"""

from __future__ import annotations

import base64
import binascii
import os
import re
import stat
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from postil.errors import InputError, StorageError

KEY = re.compile(r"ed25519:[A-Za-z0-9+/]{43}=")
_SIGNATURE = re.compile(r"ed25519:[A-Za-z0-9+/]{86}==")
MOST_KEYS: Final = 8
_PREFIX: Final = "ed25519:"
_PRIVATE: Final = 0o600
_OTHERS: Final = 0o077


def make_key(file: Path) -> str:
    """Write a new private key that only this account can read; returns the public one.

    Raises:
        StorageError: the file is there already, or cannot be written.
    """
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - who verifies needs it not

    key = Ed25519PrivateKey.generate()
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE)
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(pem)
    except OSError as error:
        raise StorageError(
            f"The key cannot be written: {error.strerror}.", where=str(file), remedy="Name another file."
        ) from error
    return public(key)


def read_key(file: Path) -> Ed25519PrivateKey:
    """A private key.

    Raises:
        InputError: it cannot be read, is none, or others can read it too.
    """
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - as above

    try:
        mode = file.stat().st_mode
        key = serialization.load_pem_private_key(file.read_bytes(), password=None)
    except OSError as error:
        raise InputError(
            f"The key cannot be read: {error.strerror}.",
            where=str(file),
            remedy="`postil packs keys FILE` makes one.",
        ) from error
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise _no_key(file) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise _no_key(file)
    if sys.platform != "win32" and stat.S_IMODE(mode) & _OTHERS:
        raise InputError("Others can read this key.", where=str(file), remedy=f"Run `chmod 600 {file}`.")
    return key


def public(key: Ed25519PrivateKey) -> str:
    """The public key, as settings name it."""
    raw = key.public_key().public_bytes_raw()
    return _PREFIX + base64.b64encode(raw).decode()


def sign(key: Ed25519PrivateKey, data: bytes) -> str:
    """The signature over exactly these bytes."""
    return _PREFIX + base64.b64encode(key.sign(data)).decode()


def signer(data: bytes, signatures: str, keys: Iterable[str]) -> str | None:
    """The first of the keys that signed exactly these bytes; `None` where none did."""
    lines = [line.strip() for line in signatures.splitlines()[:MOST_KEYS]]
    found = [_raw(line) for line in lines if _SIGNATURE.fullmatch(line)]
    for key in keys:
        if KEY.fullmatch(key) and any(_signed(_raw(key), one, data) for one in found):
            return key
    return None


def _signed(key: bytes, signature: bytes, data: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def _raw(text: str) -> bytes:
    try:
        return base64.b64decode(text.removeprefix(_PREFIX), validate=True)
    except binascii.Error:
        return b""


def _no_key(file: Path) -> InputError:
    return InputError(
        "This is no Ed25519 key without a password.",
        where=str(file),
        remedy="`postil packs keys FILE` makes one.",
    )
