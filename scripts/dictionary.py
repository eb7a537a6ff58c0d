"""
Make the Indonesian dictionary of the checkout from that of Debian: ``python -m scripts.dictionary id_ID.dic``.

The source is ``/usr/share/hunspell/id_ID.dic`` of the package ``hunspell-id``. Two files come of it, in
`engine/language/data/`: all its words, without the flags that say which affixes they take (`engine.language.morphology`
accepts more, so that a rare derivation is not taken for a misspelling); and the derivations that it lists of the
ordinary words of rules/glossary.yaml, which misspellings are read as.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from engine.language.dictionary import DERIVED, WORDS
from engine.pack import load_pack

RULES = Path(__file__).resolve().parent.parent / "rules"

_WORD = re.compile(r"[a-z]{2,}(?:-[a-z]+)*")
_FLAG = re.compile("..")
_AROUND = {
    "D0": "di- ", "Dk": "di- kan", "Di": "di- i", "DR": "diper- ", "Du": "diper- kan", "Dt": "diper- i",
    "M0": "meN- ", "Mk": "meN- kan", "Mi": "meN- i", "MR": "memper- ", "Mu": "memper- kan", "Mt": "memper- i",
    "P0": "peN- ", "Pa": "peN- an", "PE": "pe- ", "Pf": "pe- an", "Pc": "pember- an", "Ps": "pemer- an",
    "B0": "ber- ", "Ba": "ber- an", "BE": "be- ", "T0": "ter- ", "R0": "per- ", "Ra": "per- an", "S0": "se- ",
    "Ka": "ke- an", "Ku": "keter- an", "Kc": "keber- an", "a0": "- an", "k0": "- kan",
}  # fmt: skip
"""Flags of the dictionary -> what they put around a word; N is the nasal that depends on its first letters."""
_PASSIVE = {"M0": "D0", "Mk": "Dk", "Mi": "Di"}
"""Every verb with me- has a passive with di-, which the dictionary does not always list."""


def entries(path: Path) -> dict[str, set[str]]:
    """Return the words of a hunspell dictionary in lower case, each with its flags."""
    found: dict[str, set[str]] = {}
    for line in path.read_text(encoding="iso-8859-1").splitlines()[1:]:
        word, _, flags = line.strip().partition("/")
        if _WORD.fullmatch(word.lower()):
            found.setdefault(word.lower(), set()).update(_FLAG.findall(flags))
    return found


def derived(word: str, flags: set[str]) -> Iterator[str]:
    """Yield the derivations of a word that its flags list."""
    for flag in sorted(flags | {_PASSIVE[flag] for flag in flags if flag in _PASSIVE}):
        if flag in _AROUND:
            prefix, _, suffix = _AROUND[flag].partition("- ")
            yield _before(prefix, word) + suffix


def _before(prefix: str, word: str) -> str:
    if prefix.endswith("N"):
        return _nasal(prefix[:-1], word)
    return (prefix[:-1] if prefix.endswith("er") and word.startswith("r") else prefix) + word


def _nasal(prefix: str, word: str) -> str:
    first, second = word[0], word[1:2]
    if first in "lmnrwy":
        return prefix + word
    if first == "s" and second not in "kmptwy":
        return f"{prefix}ny{word[1:]}"
    if first in "ptk" and second not in "hlr":
        return prefix + {"p": "m", "t": "n", "k": "ng"}[first] + word[1:]
    return prefix + ("m" if first in "bfpv" else "n" if first in "cdjstz" else "ng") + word


def main(argv: list[str]) -> int:
    """Write both files."""
    if len(argv) != 1:
        print("usage: python -m scripts.dictionary id_ID.dic", file=sys.stderr)
        return 2
    words = entries(Path(argv[0]))
    ordinary = load_pack(RULES).glossary.ordinary.split()
    forms = {form for word in ordinary for form in derived(word, words.get(word, set()))}
    WORDS.write_text("\n".join(sorted(words)) + "\n", encoding="ascii")
    DERIVED.write_text("\n".join(sorted(forms)) + "\n", encoding="ascii")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
