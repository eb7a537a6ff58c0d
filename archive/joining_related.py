"""SOPs that SOPs of an office name as related, beside those that its archive holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from archive.gathering import Told
from archive.joining_shelf import Member, Shelf, at
from engine.derive.products import products_in, spaced, without_products
from engine.derive.titles import title_words
from engine.derive.wording import shorten, words_of
from extraction.letterhead import strip_sop_words
from schemas.evidence import Evidence

MAX_PLACES = 6
SAME, NEAR = 0.75, 0.5
"""Share of common words from which two titles name one SOP, or may."""
SLIP = 93
"""Similarity (0-100) from which two titles differ by slips of the pen."""
_OTHER_OFFICE = re.compile(
    r"(?i)\b(?:kecamatan|camat|kelurahan|lurah|desa|dinas|badan|bappeda\w*|bapelitbang\w*|inspektorat|sekretariat|"
    r"bagian|bkd|bkpsdm\w*|bpkad|bkad|setda|kementerian|provinsi|kabupaten|kota)\b"
)


@dataclass(slots=True)
class _Office:
    held: dict[str, None] = field(default_factory=dict)
    """Titles of its SOPs."""
    named: dict[str, list[Evidence]] = field(default_factory=dict)
    """What is named as related -> where."""
    own: dict[str, None] = field(default_factory=dict)
    """How it is called."""


class Related:
    """Gathers titles and what is named as related, by office."""

    def __init__(self) -> None:
        self._offices: dict[str, _Office] = {}

    def add(self, member: Member, told: Told, shelf: Shelf) -> None:
        """Take one SOP."""
        if told.kind != "sop" or member.office is None:
            return
        office = self._offices.setdefault(member.office, _Office())
        office.own.update(dict.fromkeys((member.office, told.unit or "", told.government or "")))
        shelf.count(member.office, "sops")
        if told.title:
            office.held.setdefault(told.title)
        for text, place in told.related:
            places = office.named.setdefault(text, [])
            if len(places) < MAX_PLACES:
                places.append(at(member, place))
            shelf.count(member.office, "related")

    def tell(self, shelf: Shelf) -> None:
        """Put what is missing on the shelf."""
        for name, office in sorted(self._offices.items()):
            own = set(words_of(" ".join(office.own)))
            titles = _Titles({telling_words(title, own): title for title in office.held})
            missing: dict[frozenset[str], _Missing] = {}
            for text, places in office.named.items():
                words = frozenset() if _is_of_another(text, own) else telling_words(text, own)
                share, title = titles.nearest(words) if words else (1.0, "")
                if share < SAME and not titles.has_misspelt(text):
                    found = missing.setdefault(words, _Missing(text, title if share >= NEAR else ""))
                    found.places.extend(places)
            for words, found in missing.items():
                _tell(shelf, name, (words, found), len(titles))


@dataclass(slots=True)
class _Missing:
    title: str
    nearly: str
    places: list[Evidence] = field(default_factory=list)


class _Titles:
    """The titles that an office has, by their words."""

    def __init__(self, held: dict[frozenset[str], str]) -> None:
        self._held = held
        self._plain = [_plain(title) for title in held.values()]
        self._with: dict[str, list[frozenset[str]]] = {}
        for words in held:
            for word in words:
                self._with.setdefault(word, []).append(words)

    def nearest(self, words: frozenset[str]) -> tuple[float, str]:
        """The title that shares most words, and how many; all of them when one only says more."""
        shared = Counter(other for word in sorted(words) for other in self._with.get(word, ()))
        best = (0.0, "")
        for other, count in shared.items():
            share = 1.0 if count in (len(words), len(other)) else count / len(words | other)
            best = max(best, (share, self._held[other]))
        return best

    def has_misspelt(self, title: str) -> bool:
        """Whether a title is there, slips of the pen aside."""
        return process.extractOne(_plain(title), self._plain, scorer=fuzz.ratio, score_cutoff=SLIP) is not None

    def __len__(self) -> int:
        """How many there are."""
        return len(self._held)


def _plain(title: str) -> str:
    return " ".join(words_of(strip_sop_words(title)))


def telling_words(title: str, own: set[str]) -> frozenset[str]:
    """Return the words that tell SOPs apart, names of offices (*own*) aside; Renja and Rencana Kerja are one."""
    text = spaced(strip_sop_words(title))
    products = {product.key for product in products_in(text)}
    rest = title_words(without_products(text), own)
    return frozenset(products | {word for word in rest if word not in own or not products})


def _is_of_another(text: str, own: Iterable[str]) -> bool:
    """Whether it says that it is an SOP of another office."""
    match = _OTHER_OFFICE.search(text)
    if match is None:
        return False
    return not set(words_of(text[match.start() :])) <= set(own)


def _tell(shelf: Shelf, name: str, found: tuple[frozenset[str], _Missing], held: int) -> None:
    words, missing = found
    shelf.add(
        name,
        "archive_related",
        f"{name}:{' '.join(sorted(words))}",
        {"held": held, "nearly": bool(missing.nearly), "unread": shelf.unread.get(name, 0)},
        {
            "title": shorten(missing.title),
            "nearly": shorten(missing.nearly),
            "office": name,
            "held": str(held),
        },
        missing.places[:MAX_PLACES],
    )
