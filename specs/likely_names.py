"""
Who is likely to be named in a text that leaves the office for good.

A report hides who is surely named. A scenario keeps whole lines of a document, so here also counts who stands where a
person may be named: behind the words of a task or a signature, or between parentheses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from auditing.masked_names import KnownNames
from auditing.persons import leading_name
from auditing.plain import plain

_TASKS = (
    r"oleh|kepada|selaku|dibantu|ketua\s+tim|ketua|sekretaris|bendahara|anggota|koordinator|penanggung\s?jawab|"
    r"hubungi|petugas|pelaksana|pemeriksa|penyusun|pembuat|pengolah|verifikator|penyelia|operator|admin|notulis|"
    r"mengetahui|menyetujui|paraf|tembusan|a\.?\s?n\.?"
)
_CONTACTS = r"narahubung|kontak|contact\s+person|cp|pic"
_NAMED = r"(?P<name>[A-Z][\w'’.]*(?: {1,2}[A-Z][\w'’.]*){0,5})"
_GAP = r"(?![^\W\d_])[\s:=|,.(]{1,8}"
_BEHIND = re.compile(rf"(?<![^\W\d_])(?i:{_TASKS}){_GAP}{_NAMED}")
_CALLED = re.compile(rf"(?<![^\W\d_])(?i:{_CONTACTS}){_GAP}{_NAMED}")
"""Where one word is a name, too."""
_BETWEEN = re.compile(rf"\(\s?{_NAMED}[^()\n\t]{{0,40}}\)")
_BEFORE = re.compile(rf"(?<![\w.]){_NAMED} ?(?:\((?=[A-Z])|selaku )")


def likely_names(text: str) -> Iterator[str]:
    """Yield who is likely to be named in a text, in its order, as printed."""
    known = KnownNames()
    for line in plain(text).split("\n"):
        for pattern in (_BEHIND, _CALLED, _BETWEEN, _BEFORE):
            for found in pattern.finditer(line):
                names = leading_name(found["name"], known)
                yield from (name for name in names if _tells(name.split(), known, alone=pattern is _CALLED))


def _tells(words: Sequence[str], known: KnownNames, *, alone: bool) -> bool:
    """Whether at least half of the words are nothing but names, of two words or more where one alone is no name."""
    telling = sum(not known.is_word(word.strip(".").lower()) for word in words)
    return telling * 2 >= len(words) > (0 if alone else 1)
