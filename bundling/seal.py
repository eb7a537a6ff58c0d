"""
The seal of a bundle: the comment at the end of the ZIP file, which signs every byte before it.

::

    patuh.bundle/1 ed25519 KEY SIGNATURE\\n

KEY and SIGNATURE are 64 and 128 lower-case hexadecimal digits; there is one way to write it, so none of its own bytes
can be changed either. What is signed is this text, UTF-8, its two numbers those of the bytes before the comment::

    patuh.bundle/1\\nbytes 123456\\nsha256 5feceb66...\\nkey KEY\\n
"""

from __future__ import annotations

import hashlib
import re
import struct
from dataclasses import dataclass
from typing import BinaryIO

from bundling.keys import PublicKey, SigningKey
from schemas.bundle import BUNDLE_SCHEMA

LENGTH = len(f"{BUNDLE_SCHEMA} ed25519 ") + 64 + 1 + 128 + 1
"""Bytes of a seal."""
PLACE = b" " * LENGTH
"""What stands there until it is sealed."""
_SEAL = re.compile(re.escape(BUNDLE_SCHEMA.encode()) + rb" ed25519 ([0-9a-f]{64}) ([0-9a-f]{128})\n")
_END = struct.Struct("<4s4H2LH")
"""What stands before the comment; the last number is its length."""
CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Seal:
    """What is written at the end."""

    key: PublicKey
    signature: bytes

    def holds(self, digest: str, length: int) -> bool:
        """Whether it is the seal of so many bytes with this SHA-256."""
        return self.key.signed(signed_text(self.key, digest, length), self.signature)


def signed_text(key: PublicKey, digest: str, length: int) -> bytes:
    """What a signature is of."""
    return f"{BUNDLE_SCHEMA}\nbytes {length}\nsha256 {digest}\nkey {key.raw.hex()}\n".encode()


def sealed(key: SigningKey, digest: str, length: int) -> bytes:
    """The seal of so many bytes with this SHA-256."""
    signature = key.sign(signed_text(key.public, digest, length))
    return f"{BUNDLE_SCHEMA} ed25519 {key.public.raw.hex()} {signature.hex()}\n".encode()


def read_seal(stream: BinaryIO, size: int) -> Seal | None:
    """The seal at the very end of a ZIP file of so many bytes; None where there is none, or none that is written so."""
    if size < _END.size + LENGTH:
        return None
    stream.seek(size - _END.size - LENGTH)
    mark, *_, comment = _END.unpack(stream.read(_END.size))
    found = _SEAL.fullmatch(stream.read(LENGTH))
    if found is None or mark != b"PK\x05\x06" or comment != LENGTH:
        return None
    return Seal(PublicKey(bytes.fromhex(found[1].decode())), bytes.fromhex(found[2].decode()))


def has_comment(stream: BinaryIO, size: int) -> bool:
    """Whether the ZIP file ends otherwise than one without a comment: with a seal, or what was made of one."""
    if size < _END.size:
        return True
    stream.seek(size - _END.size)
    mark, *_, comment = _END.unpack(stream.read(_END.size))
    return bool(mark != b"PK\x05\x06" or comment)


def digest_of(stream: BinaryIO, length: int) -> str:
    """SHA-256 of the first *length* bytes."""
    stream.seek(0)
    digest, left = hashlib.sha256(), length
    while left and (chunk := stream.read(min(CHUNK, left))):
        digest.update(chunk)
        left -= len(chunk)
    return digest.hexdigest()
