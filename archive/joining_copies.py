"""
SOPs that two offices share nearly word for word.

Sketches tell which SOPs may be alike, in time that grows with their number; what is alike is read a second time and
compared passage by passage. Of a family of copies the oldest is what the others are held against. That an SOP is shared
by many offices is how templates are meant to be used; that one still names another office is not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from archive.gathering import Told
from archive.joining_shelf import Member, Shelf, at
from archive.sketches import equal_share, stretches
from engine.derive.titles import title_words
from engine.derive.wording import shorten, words_of
from extraction.same_person import office_key
from schemas.evidence import Evidence

MIN_SIMILARITY = 70
"""Per cent of the text that two SOPs must share to be held side by side."""
MIN_ESTIMATE = 0.45
"""
Share of equal parts of two sketches: where 70 % of two texts is the same it is 0.54, give or take 0.09 by chance; where
80 % is, 0.67.
"""
MAX_UNLIKE = 32
"""SOPs with one stretch that are unlike each other and later ones are held against: beyond, it is common words."""
MAX_PAIRED = 1_000
"""In a larger family every text is read: sketches are no longer held against each other."""
SAME_PASSAGE = 85
"""Similarity (0-100) from which two passages say the same."""
TEMPLATE_OFFICES = 4
"""So many offices share a template, not a copy."""
MAX_ROUNDS = 1_000
"""SOPs of one family that others are held against; what is like none of them is like no other."""
SHOWN_PASSAGES = 3
SHOWN_TITLES = 5
_OWN_NAMES = frozenset({"kecamatan", "kelurahan", "desa", "nagari", "puskesmas"})
"""Offices of which no other is named in passing: their SOPs speak of themselves."""

Members = Callable[[], Iterable[Member]]


@dataclass(slots=True)
class _Candidate:
    document: str
    office: str
    dated: dt.date
    parent: int


@dataclass(slots=True)
class _Text:
    """An SOP that is read a second time."""

    document: str
    office: str
    unit: str
    title: str
    dated: dt.date
    passages: list[tuple[str, str, Evidence]]
    """Words without names of offices, words as printed, place."""
    named: Sequence[tuple[str, Evidence]]
    sketch: bytes

    @property
    def order(self) -> tuple[dt.date, str]:
        return self.dated, self.document


class Copies:
    """Gathers sketches, finds families, and holds their SOPs side by side."""

    def __init__(self) -> None:
        self._candidates: list[_Candidate] = []
        self._having: dict[int, list[int]] = {}
        """Hash of a stretch -> the first SOPs that have it, of which none is like another."""
        self._sketches: list[bytes] = []

    def add(self, member: Member, told: Told, shelf: Shelf) -> None:
        """Take the sketch of one SOP."""
        if member.office is None or not told.sketch:
            return
        shelf.count(member.office, "compared")
        index = len(self._candidates)
        dated = told.dated or dt.date.max
        self._candidates.append(_Candidate(member.document, member.office, dated, index))
        self._sketches.append(bytes.fromhex(told.sketch))
        for stretch in stretches(told.sketch):
            having = self._having.setdefault(hash_of(stretch), [])
            like = next((other for other in having if self._is_like(other, index)), None)
            if like is not None:
                self._join(like, index)
            elif len(having) < MAX_UNLIKE:
                having.append(index)

    def tell(self, shelf: Shelf, members: Members) -> None:
        """Put the copies on the shelf; reads the archive once more where there may be some."""
        families = self._families()
        if not families:
            return
        wanted = {document for family in families for document in family}
        found = {member.document: member for member in members() if member.document in wanted}
        shared = _Shared()
        for family in families:
            texts = sorted((_text(found[name]) for name in family if name in found), key=lambda text: text.order)
            for reference, copies in _alike(texts):
                _tell_family(shelf, shared, reference, copies)
        shared.tell(shelf)

    def _is_like(self, a: int, b: int) -> bool:
        """Whether they share so much that the texts are worth reading: a stretch alone may be common words."""
        return self._root(a) == self._root(b) or equal_share(self._sketches[a], self._sketches[b]) >= MIN_ESTIMATE

    def _join(self, a: int, b: int) -> None:
        one, other = sorted((self._root(a), self._root(b)))
        self._candidates[other].parent = one

    def _root(self, index: int) -> int:
        candidates = self._candidates
        while candidates[index].parent != index:
            candidates[index].parent = candidates[candidates[index].parent].parent
            index = candidates[index].parent
        return index

    def _families(self) -> list[list[str]]:
        """Documents that may be alike, where they are of several offices."""
        found: dict[int, list[int]] = {}
        for index in range(len(self._candidates)):
            found.setdefault(self._root(index), []).append(index)
        shared = (self._shared(family) for family in found.values() if len(family) > 1)
        return [[self._candidates[index].document for index in family] for family in shared if family]

    def _shared(self, family: Sequence[int]) -> list[int]:
        """Those of a family that may be like one of another office."""
        offices = [self._candidates[index].office for index in family]
        if len(set(offices)) == 1:
            return []
        if len(family) > MAX_PAIRED:
            return list(family)
        return [
            one
            for one, office in zip(family, offices, strict=True)
            if any(
                office != theirs and equal_share(self._sketches[one], self._sketches[other]) >= MIN_ESTIMATE
                for other, theirs in zip(family, offices, strict=True)
            )
        ]


def hash_of(stretch: str) -> int:
    """The place and the digits of a stretch as one number, the same in each run."""
    place, _, digits = stretch.partition(":")
    return int(digits, 16) * 1024 + int(place, 16)


def _text(member: Member) -> _Text:
    told = member.told(texts=True)
    assert member.office is not None
    own = f"{told.unit or ''} {told.government or ''} {' '.join(name for name, _ in told.offices_named)}"
    names = set(words_of(own))
    passages = [(" ".join(word for word in words_of(words) if word not in names), words, place)
                for words, place in told.passages]  # fmt: skip
    return _Text(
        member.document,
        member.office,
        told.unit or member.office,
        told.title or "",
        told.dated or dt.date.max,
        [passage for passage in passages if passage[0]],
        told.offices_named,
        bytes.fromhex(told.sketch),
    )


def _alike(texts: Sequence[_Text]) -> Iterator[tuple[_Text, list[tuple[_Text, int]]]]:
    """Families of what is really alike: the oldest, and the others of other offices with their similarity."""
    rest = list(texts)
    for _ in range(MAX_ROUNDS):
        if len(rest) < 2:
            return
        reference, *others = rest
        found = [(text, similarity(reference, text)) for text in others]
        alike = [(text, share) for text, share in found if share >= MIN_SIMILARITY]
        copies = [pair for pair in alike if _is_other(pair[0], reference)]
        if copies:
            yield reference, copies
        taken = {text.document for text, _ in alike}
        rest = [text for text in others if text.document not in taken]


def _is_other(a: _Text, b: _Text) -> bool:
    """Whether two SOPs are of two offices, and not one SOP in two folders."""
    return a.office != b.office and office_key(a.unit) != office_key(b.unit)


def similarity(a: _Text, b: _Text) -> int:
    """Per cent of the longer text that the other has too, passage by passage."""
    if equal_share(a.sketch, b.sketch) < MIN_ESTIMATE:
        return 0
    lengths = [sum(len(key) for key, _, _ in text.passages) for text in (a, b)]
    if not all(lengths) or min(lengths) * 100 < max(lengths) * MIN_SIMILARITY:
        return 0
    return 100 * sum(len(key) for key, _ in _common(a, b)) // max(lengths)


def _common(a: _Text, b: _Text) -> Iterator[tuple[str, str]]:
    """Passages of *b* that *a* has too, each with the one of *a*; a passage counts once."""
    left = {key: None for key, _, _ in a.passages}
    rest: list[str] = []
    for key, _, _ in b.passages:
        if key in left:
            del left[key]
            yield key, key
        else:
            rest.append(key)
    for key in rest:
        best = process.extractOne(key, list(left), scorer=fuzz.ratio, score_cutoff=SAME_PASSAGE)
        if best is not None:
            del left[best[0]]
            yield key, best[0]


def _tell_family(shelf: Shelf, shared: _Shared, reference: _Text, copies: Sequence[tuple[_Text, int]]) -> None:
    texts = [reference, *(text for text, _ in copies)]
    offices = {text.office for text in texts}
    shares = {text.document: share for text, share in copies}
    done: set[str] = set()
    for text in texts:
        left = _left_over(text, texts)
        share = shares.get(text.document, max(shares.values()))
        if left is not None:
            other, name, place = left
            _tell(shelf, text, other, share, len(offices), (name, place))
        elif text is not reference and text.office not in done and len(offices) < TEMPLATE_OFFICES:
            _tell(shelf, text, reference, share, len(offices), None)
        elif text is not reference and text.office not in done:
            shared.add(text, reference, share, len(offices))
        done.add(text.office)


def _left_over(text: _Text, texts: Sequence[_Text]) -> tuple[_Text, str, Evidence] | None:
    """The first name of another office of the family that stands where the own one belongs."""
    own = office_key(text.unit)
    units = _units(texts)
    for name, place in text.named:
        key = office_key(name)
        other = units.get(key)
        if other is None or other.office == text.office or _overlap(key, own):
            continue
        if key.split()[0] == own.split()[0] and not _in_template(key, texts, other) and _in_its_place(key, text, other):
            return other, name, place
    return None


def _units(texts: Iterable[_Text]) -> Mapping[str, _Text]:
    units: dict[str, _Text] = {}
    for text in texts:
        units.setdefault(office_key(text.unit), text)
    return units


def _overlap(a: str, b: str) -> bool:
    """Whether one name is only a part of the other, or much like it: Moyo and Moyo Hilir."""
    return a in b or b in a or fuzz.ratio(a, b) >= SAME_PASSAGE


def _in_template(key: str, texts: Sequence[_Text], whose: _Text) -> bool:
    """Whether most of the others name that office too: then the template means it."""
    others = {text.office for text in texts if text.office != whose.office}
    naming = {
        text.office
        for text in texts
        if text.office != whose.office and any(office_key(name) == key for name, _ in text.named)
    }
    return len(naming) > 1 and 2 * len(naming) > len(others)


def _in_its_place(key: str, text: _Text, other: _Text) -> bool:
    """
    Whether the name can only be left over.

    A kecamatan does not speak of another one in passing; what a dinas says of another counts where that one says the
    same of itself.
    """
    if key.split(maxsplit=1)[0] in _OWN_NAMES:
        return True
    own = {bare for bare, words, _ in other.passages if _names(words, key)}
    saying = [bare for bare, words, _ in text.passages if _names(words, key)]
    return any(process.extractOne(bare, list(own), scorer=fuzz.ratio, score_cutoff=SAME_PASSAGE) for bare in saying)


def _names(words: str, key: str) -> bool:
    return f" {key} " in f" {' '.join(words_of(words))} "


def _tell(shelf: Shelf, text: _Text, other: _Text, share: int, offices: int, left: tuple[str, Evidence] | None) -> None:
    key = " ".join(title_words(text.title, set(words_of(text.unit))))
    places = [at(text.document, left[1])] if left else []
    shelf.add(
        text.office,
        "archive_copy",
        f"pair:{text.office}:{other.office}:{key}",
        {"way": "pair", "similarity": share, "offices": offices, "leftover": left is not None},
        {
            "title": shorten(text.title) or "-",
            "office": text.office,
            "other_title": shorten(other.title) or "-",
            "other_office": other.office,
            "similarity": f"{share} %",
            "offices": str(offices),
            "sops": "1",
            "left": left[0] if left else "",
        },
        [*places, *_shown(text, other)],
    )


def _shown(text: _Text, other: _Text) -> Iterator[Evidence]:
    """The longest passages that both have, in one and in the other."""
    pairs = sorted(_common(other, text), key=lambda pair: (-len(pair[0]), pair))[:SHOWN_PASSAGES]
    own = {key: place for key, _, place in reversed(text.passages)}
    others = {key: place for key, _, place in reversed(other.passages)}
    for key, same in pairs:
        yield at(text.document, own[key])
        yield at(other.document, others[same])


class _Shared:
    """SOPs by template, of each office together."""

    def __init__(self) -> None:
        self._found: dict[str, list[tuple[_Text, _Text, int, int]]] = {}

    def add(self, text: _Text, reference: _Text, share: int, offices: int) -> None:
        self._found.setdefault(text.office, []).append((text, reference, share, offices))

    def tell(self, shelf: Shelf) -> None:
        for office, found in sorted(self._found.items()):
            titles = list(dict.fromkeys(shorten(text.title) for text, _, _, _ in found))
            more = f", +{len(titles) - SHOWN_TITLES}" if len(titles) > SHOWN_TITLES else ""
            _, reference, _, _ = found[0]
            share, offices = max(one[2] for one in found), max(one[3] for one in found)
            places = [
                at(one.document, one.passages[0][2]) for text, source, _, _ in found[:2] for one in (text, source)
            ]
            shelf.add(
                office,
                "archive_copy",
                f"template:{office}",
                {"way": "template", "similarity": share, "offices": offices, "leftover": False},
                {
                    "title": ", ".join(f'"{title}"' for title in titles[:SHOWN_TITLES]) + more,
                    "office": office,
                    "other_title": shorten(reference.title) or "-",
                    "other_office": reference.office,
                    "similarity": f"{share} %",
                    "offices": str(offices),
                    "sops": str(len(found)),
                    "left": "",
                },
                places,
            )
