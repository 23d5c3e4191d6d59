from __future__ import annotations

import base64
import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from postil.errors import InputError, StorageError
from postil.updates.keys import KEY, MOST_KEYS, make_key, public, read_key, sign, signer

PRIVATE = Ed25519PrivateKey.from_private_bytes(
    bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
)
"""RFC 8032, 7.1, test 1."""


def test_the_signature_is_that_of_the_standard() -> None:
    assert base64.b64decode(public(PRIVATE).removeprefix("ed25519:")).hex() == (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    )
    assert base64.b64decode(sign(PRIVATE, b"").removeprefix("ed25519:")).hex() == (
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    )


def test_a_key_is_written_once_and_for_oneself(tmp_path: Path) -> None:
    file = tmp_path / "key"
    text = make_key(file)
    assert KEY.fullmatch(text)
    assert public(read_key(file)) == text
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with pytest.raises(StorageError):
        make_key(file)
    file.chmod(0o640)
    with pytest.raises(InputError, match="Others can read"):
        read_key(file)


def test_what_is_no_key_is_told(tmp_path: Path) -> None:
    file = tmp_path / "key"
    with pytest.raises(InputError, match="cannot be read"):
        read_key(file)
    locked = PRIVATE.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(b"secret"),
    )
    for data in (b"", b"nothing", locked):
        file.write_bytes(data)
        with pytest.raises(InputError, match="no Ed25519 key"):
            read_key(file)


@given(data=st.binary(max_size=200), at=st.integers(0, 10**6), bit=st.integers(0, 7))
def test_no_bit_can_be_changed(data: bytes, at: int, bit: int) -> None:
    key, signature = public(PRIVATE), sign(PRIVATE, data)
    assert signer(data, signature, [key]) == key
    if data:
        place = at % len(data)
        other = data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :]
        assert signer(other, signature, [key]) is None
    raw = bytearray(base64.b64decode(signature.removeprefix("ed25519:")))
    raw[at % len(raw)] ^= 1 << bit
    assert signer(data, f"ed25519:{base64.b64encode(raw).decode()}", [key]) is None


@given(st.text(max_size=400))
def test_nothing_that_is_written_for_a_signature_is_one(text: str) -> None:
    assert signer(b"data", text, [public(PRIVATE)]) is None
    assert signer(b"data", sign(PRIVATE, b"data"), [text]) is None


def test_any_line_by_any_key_is_enough_but_not_without_end() -> None:
    other = Ed25519PrivateKey.generate()
    keys = [public(other), public(PRIVATE)]
    lines = [sign(other, b"else"), sign(PRIVATE, b"data")]
    assert signer(b"data", "\r\n".join(lines), keys) == public(PRIVATE)
    assert signer(b"data", "\n".join([lines[0]] * MOST_KEYS + [lines[1]]), keys) is None
    assert signer(b"data", "\n".join(lines), []) is None
