"""SOPs that SOPs of an office name as related, beside those that its archive holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from archive.joining_shelf import Member, Shelf, at
from engine.derive.products import products_in, spaced, without_products
from engine.derive.titles import same_title, title_words
from engine.derive.wording import shorten, words_of
from extraction.letterhead import strip_sop_words
from schemas.evidence import Evidence

MAX_PLACES = 6
SAME, NEAR = 0.75, 0.5
"""Share of common words from which two titles name one SOP, or may."""
_OTHER_OFFICE = re.compile(
    r"(?i)\b(?:kecamatan|camat|kelurahan|lurah|desa|dinas|badan|bappeda\w*|bapelitbang\w*|inspektorat|sekretariat|"
    r"bagian|bkd|bkpsdm\w*|bpkad|bkad|setda|kementerian|provinsi|kabupaten|kota)\b"
)


@dataclass(slots=True)
class _Named:
    title: str
    words: frozenset[str]
    places: list[Evidence] = field(default_factory=list)


@dataclass(slots=True)
class _Office:
    held: dict[frozenset[str], str] = field(default_factory=dict)
    """Words of the titles of its SOPs -> title."""
    named: dict[frozenset[str], _Named] = field(default_factory=dict)
    own: set[str] = field(default_factory=set)
    """Words of its name."""


class Related:
    """Gathers titles and what is named as related, by office."""

    def __init__(self) -> None:
        self._offices: dict[str, _Office] = {}

    def add(self, member: Member, shelf: Shelf) -> None:
        """Take one SOP."""
        told = member.told
        if told.kind != "sop" or member.office is None:
            return
        office = self._offices.setdefault(member.office, _Office())
        office.own.update(words_of(f"{member.office} {told.unit or ''} {told.government or ''}"))
        shelf.count(member.office, "sops")
        if told.title:
            office.held.setdefault(_words(told.title, office.own), told.title)
        for text, place in told.related:
            if not _is_of_another(text, office.own):
                words = _words(text, office.own)
                named = office.named.setdefault(words, _Named(text, words))
                if len(named.places) < MAX_PLACES:
                    named.places.append(at(member, place))
                shelf.count(member.office, "related")

    def tell(self, shelf: Shelf) -> None:
        """Put what is missing on the shelf."""
        for name, office in sorted(self._offices.items()):
            titles = _Titles(office.held)
            for named in office.named.values():
                share, title = titles.nearest(named.words) if named.words else (1.0, "")
                if share < SAME:
                    _tell(shelf, name, office, named, title if share >= NEAR else "")


class _Titles:
    """The titles that an office has, by their words."""

    def __init__(self, held: dict[frozenset[str], str]) -> None:
        self._held = held
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
            if share < SAME and count > 1 and same_title(sorted(words), sorted(other)):
                share = 1.0
            best = max(best, (share, self._held[other]))
        return best if best[0] else (float(self._misspelt(words)), "")

    def _misspelt(self, words: frozenset[str]) -> bool:
        """Whether a title is the same but for a slip in its only words."""
        return any(same_title(sorted(words), sorted(other)) for other in self._held)


def _words(title: str, own: set[str]) -> frozenset[str]:
    """The words that tell SOPs apart; Renja and Rencana Kerja are one."""
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


def _tell(shelf: Shelf, name: str, office: _Office, named: _Named, nearly: str) -> None:
    shelf.add(
        name,
        "archive_related",
        f"{name}:{' '.join(sorted(named.words))}",
        {"held": len(office.held), "nearly": bool(nearly), "unread": shelf.unread.get(name, 0)},
        {"title": shorten(named.title), "nearly": shorten(nearly), "office": name, "held": str(len(office.held))},
        named.places,
    )
