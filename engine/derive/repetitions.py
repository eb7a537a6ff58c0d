"""Words that stand twice running by a slip: not `sama sama`, not a plural without its hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import eq

from engine.language.lexicon import Lexicon

_TWICE = re.compile(r"(?<![\w/.-])([A-Za-z]{2,40})\s{1,3}\1(?![\w-])", re.IGNORECASE)
_GRAMMAR = frozenset(
    "dan yang di ke dari pada untuk dengan oleh dalam telah akan adalah dapat sebagai atau agar serta tentang setelah "
    "apabila jika maka tidak belum sudah ini itu para oleh kepada bagi antara terhadap melalui karena bahwa secara "
    "sesuai tersebut yaitu harus juga hanya guna sehingga sebelum selama tanpa maupun".split()
)
"""Words that Indonesian never says twice."""
_REGIONS = frozenset({"daerah", "kota"})
"""`Pemerintah Daerah Daerah Istimewa ...`, `Kecamatan Kota Kota ...` are names."""
MIN_AFFIXED = 7
_AFFIXED = re.compile(r"(?:me|di|ber|ter|pe|ke)[a-z]+")
_VERB = re.compile(r"(?:me|di|ter)[a-z]+")


def repetitions(text: str, words: Sequence[str], lexicon: Lexicon) -> Iterator[re.Match[str]]:
    """
    Yield each place where a word was written twice by a slip.

    Nouns are said twice for the plural, with a hyphen that is often forgotten (`surat surat`), so a noun counts only
    where it is written as a name (`Kecamatan Kecamatan Bukit Lembayung`).
    """
    if any(map(eq, words, words[1:])):
        for match in _TWICE.finditer(text):
            if _is_slip(match, text, lexicon):
                yield match


def _is_slip(match: re.Match[str], text: str, lexicon: Lexicon) -> bool:
    word = match.group(1)
    low = word.lower()
    if low in _GRAMMAR:
        return True
    if not lexicon.knows(low) or lexicon.is_said_twice(low):
        return False
    if _VERB.fullmatch(low) and len(low) >= MIN_AFFIXED and word.islower():
        return True
    if not word[0].isupper() or match.group()[-len(word) :] != word or low in _REGIONS:
        return False
    if not (lexicon.is_office(low) or (_AFFIXED.fullmatch(low) and len(low) >= MIN_AFFIXED)):
        return False
    following = text[match.end() : match.end() + 2].strip()
    return following[:1].isupper() or not lexicon.is_office(low)
