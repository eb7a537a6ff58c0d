"""
Keys that sign bundles: ed25519, in PEM files as other programs read them (PKCS #8, SubjectPublicKeyInfo).

A fingerprint is the first half of the SHA-256 of the 32 bytes of the public key: short enough to be read out over the
telephone, and nobody can make another key that has it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from bundling.errors import KeyFileError

PUBLIC = ".pub"
"""The ending of the file of a public key, beside that of the private one."""
MAX_BYTES = 64 * 1024
"""Bytes of a file of a key."""
_FINGERPRINT = 32
_PRIVATE_MODE, _PUBLIC_MODE = 0o600, 0o644

Passphrase = Callable[[Path], bytes | None]
"""Asks for the words that lock a key; None: there is nobody to ask."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """Who signs."""

    raw: bytes
    """32 bytes."""

    @property
    def fingerprint(self) -> str:
        """32 hexadecimal digits."""
        return hashlib.sha256(self.raw).hexdigest()[:_FINGERPRINT]

    @property
    def spoken(self) -> str:
        """The fingerprint in groups of four."""
        digits = self.fingerprint
        return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))

    @property
    def pem(self) -> bytes:
        """As a file holds it."""
        key = Ed25519PublicKey.from_public_bytes(self.raw)
        return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)

    def signed(self, message: bytes, signature: bytes) -> bool:
        """Whether the signature of the message is of this key."""
        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key."""

    private: Ed25519PrivateKey
    public: PublicKey

    def sign(self, message: bytes) -> bytes:
        """The signature, 64 bytes."""
        return self.private.sign(message)


def public_path(private: Path) -> Path:
    """The file of the public key that belongs to the file of a private one."""
    return private.with_suffix(PUBLIC)


def new_key(path: Path, passphrase: bytes | None = None) -> SigningKey:
    """
    Make a key and write it: the private one for its owner alone, the public one beside it.

    Raises:
        KeyFileError: There is such a file already, or it cannot be written.
    """
    key = _signing(Ed25519PrivateKey.generate())
    lock: KeySerializationEncryption = BestAvailableEncryption(passphrase) if passphrase else NoEncryption()
    private = key.private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock)
    if path.suffix == PUBLIC:
        raise KeyFileError(f"{path}: akhiran {PUBLIC} dipakai untuk kunci publiknya. Pilih nama lain dengan --output.")
    for target in (path, public_path(path)):
        if target.exists():
            raise KeyFileError(
                f"{target}: berkas kunci ini sudah ada dan tidak ditimpa. Pilih nama lain dengan --output."
            )
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _create(path, private, _PRIVATE_MODE)
        try:
            _create(public_path(path), key.public.pem, _PUBLIC_MODE)
        except OSError:
            path.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise KeyFileError(f"{path}: kunci tidak dapat ditulis ({error.strerror or error}).") from error
    return key


def read_key(path: Path, passphrase: Passphrase) -> SigningKey:
    """
    Read a private key.

    Raises:
        KeyFileError: It cannot be read, is locked, or is no ed25519 key.
    """
    data = _content(path)
    try:
        found: object = load_pem_private_key(data, None)
    except TypeError:  # it is locked
        found = _unlocked(path, data, passphrase(path))
    except (ValueError, UnsupportedAlgorithm) as error:
        raise _no_key(path, "pribadi") from error
    if not isinstance(found, Ed25519PrivateKey):
        raise _no_key(path, "pribadi")
    return _signing(found)


def read_public(path: Path) -> PublicKey:
    """
    Read a public key.

    Raises:
        KeyFileError: It cannot be read, or is no ed25519 key.
    """
    try:
        found = load_pem_public_key(_content(path))
    except (ValueError, UnsupportedAlgorithm) as error:
        raise _no_key(path, "publik") from error
    if not isinstance(found, Ed25519PublicKey):
        raise _no_key(path, "publik")
    return PublicKey(found.public_bytes(Encoding.Raw, PublicFormat.Raw))


def public_of(private: Path) -> PublicKey | None:
    """The public key that belongs to the file of a private one, without unlocking it; None where there is none."""
    with suppress(KeyFileError):
        return read_public(public_path(private))
    with suppress(KeyFileError):
        return read_key(private, lambda _: None).public
    return None


def open_to_others(path: Path) -> bool:
    """Whether others than its owner may read the file."""
    return os.name == "posix" and path.exists() and bool(path.stat().st_mode & 0o077)


def _signing(key: Ed25519PrivateKey) -> SigningKey:
    return SigningKey(key, PublicKey(key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)))


def _unlocked(path: Path, data: bytes, passphrase: bytes | None) -> object:
    if passphrase is None:
        raise KeyFileError(
            f"{path}: kunci ini dikunci dengan kata sandi. Jalankan di terminal, atau isi PATUH_KEY_PASSPHRASE."
        )
    try:
        return load_pem_private_key(data, passphrase)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise KeyFileError(f"{path}: kata sandi kunci ini salah. Coba lagi.") from error


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES)
    except OSError as error:
        raise KeyFileError(f"{path}: berkas kunci tidak dapat dibaca ({error.strerror or error}).") from error


def _no_key(path: Path, kind: str) -> KeyFileError:
    return KeyFileError(f"{path}: bukan kunci {kind} ed25519 (PEM). Buat kunci dengan: patuh key new")


def _create(path: Path, data: bytes, mode: int) -> None:
    """Write a new file, never over another one, not even one that appears just now."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(path, flags, mode), "wb") as stream:
            stream.write(data)
    except FileExistsError:
        raise
    except OSError:  # a full disk: half a key would stand in the way of the next one
        path.unlink(missing_ok=True)
        raise
