"""The seal: AES-256-GCM around everything that crosses the loopback port, both ways.

A loopback port cannot be reserved for one user, so whoever listens on it first must see ciphertext alone.
The bound data name direction, path, port, key and time: nothing can be replayed elsewhere or turned round.
`extension/src/background/seal.js` is the other half; both read the vectors in `tests/wire/seal.json`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

VERSION: Final = 1
KID_BYTES: Final = 8
TIME_BYTES: Final = 8
NONCE_BYTES: Final = 12
TAG_BYTES: Final = 16
KEY_BYTES: Final = 32
HEAD_BYTES: Final = 1 + KID_BYTES + TIME_BYTES + NONCE_BYTES
"""What stands before a request's ciphertext: version, kid, time, nonce."""
SHORTEST: Final = HEAD_BYTES + TAG_BYTES + 2
"""Bytes of the shortest request: `{}` sealed."""


class SealError(Exception):
    """The bytes are not a message sealed under this key for this place and moment. It never says why."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What both halves derive from the pairing secret; the secret itself is then forgotten."""

    kid: bytes
    request: bytes = field(repr=False)
    answer: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Head:
    """The open part of a request: which key, when (ms since the epoch), and the nonce."""

    kid: bytes
    time_ms: int
    nonce: bytes


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message belongs: the exact path and the port that it is sent to."""

    path: str
    port: int


def _hkdf(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=info).derive(secret)


def derive(secret: bytes) -> Keys:
    """The key id and the two keys of a pairing secret of 32 bytes."""
    kid = _hkdf(secret, b"", b"postil/1 key id", KID_BYTES)
    return Keys(
        kid=kid,
        request=_hkdf(secret, kid, b"postil/1 request", KEY_BYTES),
        answer=_hkdf(secret, kid, b"postil/1 answer", KEY_BYTES),
    )


def read_head(body: bytes) -> Head:
    """The open part of a request's first `HEAD_BYTES` bytes.

    Raises:
        SealError: too short, or of another version.
    """
    if len(body) < HEAD_BYTES or body[0] != VERSION:
        raise SealError
    nonce_at = 1 + KID_BYTES + TIME_BYTES
    return Head(
        kid=bytes(body[1 : 1 + KID_BYTES]),
        time_ms=int.from_bytes(body[1 + KID_BYTES : nonce_at], "big"),
        nonce=bytes(body[nonce_at:HEAD_BYTES]),
    )


def seal_request(keys: Keys, place: Place, head: Head, plaintext: bytes) -> bytes:
    """A whole request body. The helper itself never calls this: `client.py`, tests and scripts do."""
    sealed = AESGCM(keys.request).encrypt(head.nonce, plaintext, _request_bound(place, head))
    return b"".join(
        (bytes([VERSION]), head.kid, head.time_ms.to_bytes(TIME_BYTES, "big"), head.nonce, sealed)
    )


def open_request(keys: Keys, place: Place, head: Head, body: bytes) -> bytes:
    """The plaintext of a request body whose open part is `head`.

    Raises:
        SealError: altered, of another key, or meant for another place or moment.
    """
    return _open(keys.request, head.nonce, memoryview(body)[HEAD_BYTES:], _request_bound(place, head))


def seal_answer(keys: Keys, place: Place, head: Head, nonce: bytes, plaintext: bytes) -> bytes:
    """A whole answer body, bound to the request with this `head`. `nonce` is fresh and random."""
    sealed = AESGCM(keys.answer).encrypt(nonce, plaintext, _answer_bound(place, head))
    return b"".join((bytes([VERSION]), nonce, sealed))


def open_answer(keys: Keys, place: Place, head: Head, body: bytes) -> bytes:
    """The plaintext of the answer to the request with this `head`.

    Raises:
        SealError: altered, of another key, or the answer to another request.
    """
    if len(body) < 1 + NONCE_BYTES + TAG_BYTES or body[0] != VERSION:
        raise SealError
    nonce = bytes(body[1 : 1 + NONCE_BYTES])
    return _open(keys.answer, nonce, memoryview(body)[1 + NONCE_BYTES :], _answer_bound(place, head))


def _open(key: bytes, nonce: bytes, sealed: memoryview, bound: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(nonce, sealed, bound)
    except InvalidTag:
        raise SealError from None


def _request_bound(place: Place, head: Head) -> bytes:
    return _bound("request", place, head.kid.hex(), str(head.time_ms))


def _answer_bound(place: Place, head: Head) -> bytes:
    return _bound("answer", place, head.kid.hex(), head.nonce.hex(), str(head.time_ms))


def _bound(direction: str, place: Place, *rest: str) -> bytes:
    return "\n".join(("postil/1", direction, "POST", place.path, str(place.port), *rest)).encode()
