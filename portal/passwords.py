"""
Passwords: which are taken, how they are kept, how one is compared.

Which are taken follows NIST SP 800-63B-4, 3.1.1.2: length counts, not the sorts of characters; refused are those that
everybody tries first, and those made of the name of their owner. They are kept as Argon2id with the second recommended
parameters of RFC 9106 (section 4: three passes, 64 MiB, four lanes); one kept with other parameters is
hashed anew when its owner signs in.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Final

from engine.errors import PatuhError
from portal.errors import RefusedError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST: Final = 12
LONGEST: Final = 128
_LONGEST_TYPED: Final = 4 * LONGEST
"""Before composed letters are put together, which takes its time with what a stranger sends."""
_FEW: Final = 5
"""Different characters; a password of fewer is one that a hand repeats."""
_SHORTEST_NAME: Final = 4
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_TAILS: Final = re.compile(r"^[\W\d_]+|[\W\d_]+$")
"""Digits and marks around a word, which stand for no letters."""

_COMMON: Final = frozenset(
    """
    aaaaaaaaaaaa abc123456789 abcd12345678 abcdefghijkl adminadmin12 administrator aku1234567890 allahuakbar1
    asdfghjkl123 basketball12 changeme1234 computer1234 correcthorse football1234 iloveyou1234 iloveyouforever
    indonesia123 indonesiaraya kabupaten123 katasandi123 letmein12345 liverpool123 masukmasuk12 merdeka17845
    mypassword12 p@ssw0rd1234 passw0rd1234 pa$$w0rd1234 pancasila123 q1w2e3r4t5y6 1q2w3e4r5t6y 1qaz2wsx3edc
    qazwsxedcrfv rahasia12345 sayangkamu12 selamatdatang superman1234 terserah1234 unknown12345 welcome12345
    zxcvbnm12345 trustno1trustno1 qwerty123456 1234qwerasdf zaq12wsxcde3 1qazxsw23edc
    """.split()
)
"""Those of twelve and more characters that stand first in lists of leaked passwords, and their Indonesian sisters."""
_WORDS: Final = frozenset(
    """
    admin administrator auditor aku asdf asdfghjkl bismillah bupati bupatikabupaten camat cinta changeme dinas doraemon
    football iloveyou indonesia inspektorat inspektur jakarta kabupaten kantor kata katasandi kecamatan kelurahan kota
    letmein login masuk merdeka monkey pancasila pass passwd password patuh pegawai pemda pemerintah pemkab perangkat
    princess qwert qwerty qwertyuiop rahasia sandi sayang selamat sop test user welcome zxcvbn zxcvbnm
    """.split()
)
"""A password of one of these words, its repetitions, digits and marks is guessed after the common ones."""
_ROWS: Final = tuple(
    row * (LONGEST // len(row) + 1)
    for row in ("1234567890", "0123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm")
)
_LEET: Final = str.maketrans("013457@$!", "oieastasi")


class MissingExtraError(PatuhError):
    """The page is not installed; the message says how to install it."""


def normal(password: str) -> str:
    """Return *password* as it is hashed, however a keyboard composed its letters (NFKC)."""
    return unicodedata.normalize("NFKC", password)


def check(password: str, names: Iterable[str]) -> None:
    """
    Refuse a password that would be guessed.

    Args:
        password: As it was typed.
        names: Of its owner: of the account, in full.

    Raises:
        RefusedError: With what to do instead; never with the password.
    """
    given = normal(password[:_LONGEST_TYPED])
    if len(given) < SHORTEST:
        raise RefusedError(
            "password-short",
            f"Kata sandi terlalu pendek: {len(given)} karakter. Pakai sedikitnya {SHORTEST} karakter, misalnya empat "
            "kata yang tidak berhubungan.",
        )
    if len(given) > LONGEST or len(password) > _LONGEST_TYPED:
        raise RefusedError("password-long", f"Kata sandi terlalu panjang. Pakai paling banyak {LONGEST} karakter.")
    if any(unicodedata.category(char) in {"Cc", "Cs"} for char in given):
        raise RefusedError("password-characters", "Kata sandi memuat karakter yang tidak dapat diketik. Pakai huruf, "
                           "angka, spasi, dan tanda baca.")  # fmt: skip
    flat = given.casefold()
    if _common(flat):
        raise RefusedError(
            "password-common",
            "Kata sandi itu mudah ditebak. Pilih yang lain, misalnya empat kata yang tidak berhubungan.",
        )
    if any(part in flat for name in names for part in _parts(name)):
        raise RefusedError(
            "password-name", "Kata sandi tidak boleh memuat nama akun atau nama pemiliknya. Pilih yang lain."
        )


def _common(flat: str) -> bool:
    if flat in _COMMON or len(set(flat)) < _FEW or not _LETTERS.search(flat):  # dates, telephone numbers, NIPs
        return True
    if any(flat in row or flat[::-1] in row for row in _ROWS):
        return True
    return any(_one_word("".join(_LETTERS.findall(form))) for form in (flat, _TAILS.sub("", flat).translate(_LEET)))


def _one_word(letters: str) -> bool:
    """Whether *letters* are one of the words, or repeat one."""
    return any(letters == word * (len(letters) // len(word)) for word in _WORDS if letters.startswith(word))


def _parts(name: str) -> set[str]:
    """A name whole, and each longer word of it."""
    flat = normal(name).casefold()
    return {part for part in (flat, *_LETTERS.findall(flat)) if len(part) >= min(_SHORTEST_NAME, len(flat)) > 0}


class Passwords:
    """
    How passwords are kept and compared.

    Args:
        hasher: Of other parameters, for tests; by default those of RFC 9106 for little memory.

    Raises:
        MissingExtraError: argon2 is not installed.
    """

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or _hasher()

    @cached_property
    def _of_nobody(self) -> str:
        """The hash of a password that nobody knows."""
        return self._hasher.hash(secrets.token_urlsafe(32))

    def kept(self, password: str) -> str:
        """Return what is stored of a password that was checked: its hash, with salt and parameters."""
        return self._hasher.hash(normal(password))

    def fits(self, password: str, kept: str | None) -> bool:
        """
        Tell whether *password* is the one of which *kept* was stored.

        It takes as long where nothing was stored (None), so that time does not tell which accounts there are.
        """
        from argon2.exceptions import Argon2Error, InvalidHashError  # noqa: PLC0415

        nobody = self._of_nobody
        given = normal(password[:_LONGEST_TYPED])
        if len(given) > LONGEST or len(password) > _LONGEST_TYPED or not _encodable(given):
            given, kept = "", None
        try:
            return self._hasher.verify(kept or nobody, given) and kept is not None
        except (Argon2Error, InvalidHashError):
            return False

    def outdated(self, kept: str) -> bool:
        """Whether *kept* was made with other parameters than are used today."""
        return self._hasher.check_needs_rehash(kept)


def _encodable(words: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in words)


def _hasher() -> PasswordHasher:
    try:
        from argon2 import PasswordHasher  # noqa: PLC0415  # of an extra
        from argon2.profiles import RFC_9106_LOW_MEMORY  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError(
            "dukungan kata sandi belum terpasang. Pasang tambahan portal: pip install 'patuh[portal]'."
        ) from error
    return PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
