"""
Officers of the whole archive: one NIP under two names, one name with two NIPs.

Two persons may share a common name. That two NIPs of one name are of one person takes more than the name: digits that
differ by a slip, one day of birth, or one position in one office. Which of that is enough the rule says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from rapidfuzz.distance import OSA

from archive.gathering import OfficerTold, Told
from archive.joining_shelf import Member, Shelf, at
from extraction.nip import inspect_nip, mark_differences
from extraction.ranks import parse_rank
from extraction.same_person import name_key, office_key, same_name, same_office
from schemas.evidence import Evidence

MAX_DOCUMENTS = 4
"""Documents of one way to name an officer that are kept."""
MAX_COMPARED = 40
"""NIPs under one name that are compared each with each; of more, those that follow each other closely."""
_WINDOW = 8
NEAR = 4
"""Digits in which two NIPs of one name may differ to be held side by side at all."""
_BIRTH = 8
_MIN_LETTERS = 4
_ONE_HOLDER = re.compile(
    r"(?:camat|lurah|inspektur|direktur|kepala (?!seksi$|sub ?bagian$|bidang$|bagian$|urusan$)\w+|sekretaris)\b"
)
"""Positions that one person at a time holds in an office, by `office_key`."""
_NO_NAME = re.compile(
    r"(?i)\b(?:camat|lurah|kepala|sekretaris|bupati|nip|pangkat|pembina|penata|kabupaten|dinas|ttd)\b"
)


@dataclass(slots=True)
class _Seen:
    document: str
    office: str | None
    position: str | None
    place: Evidence


@dataclass(slots=True)
class _Way:
    """An NIP with a name, however often it stands in the archive."""

    nip: str
    name: str
    surely: bool = False
    documents: int = 0
    last: str = ""
    seen: list[_Seen] = field(default_factory=list)
    """The first documents, and one of each further office."""

    def add(self, member: Member, officer: OfficerTold) -> None:
        document = member.document
        self.surely = self.surely or officer.surely
        if document != self.last:
            self.documents += 1
            self.last = document
        if len(self.seen) < MAX_DOCUMENTS or all(one.office != member.office for one in self.seen[-MAX_DOCUMENTS:]):
            self.seen.append(_Seen(document, member.office, officer.position, officer.place))

    def stands_beside(self, other: _Way) -> bool:
        """Whether each of its documents has the other too: then the document itself is audited for it."""
        return self.documents <= len({one.document for one in self.seen}) and {one.document for one in self.seen} <= {
            one.document for one in other.seen
        }


class Officers:
    """Gathers officers and holds them side by side."""

    def __init__(self) -> None:
        self._ways: dict[str, dict[str, _Way]] = {}
        """NIP -> name without degrees -> way."""

    def add(self, member: Member, told: Told, shelf: Shelf) -> None:
        """Take the officers of one document."""
        for officer in told.officers:
            if officer.nip is None or not (officer.nip in self._ways or inspect_nip(officer.nip).state == "ok"):
                continue
            name = _name_of(officer)
            if name is None:
                continue
            ways = self._ways.setdefault(officer.nip, {})
            if name not in ways:
                ways[name] = _Way(officer.nip, officer.name)
            ways[name].add(member, officer)
            shelf.count(member.office, "officers")

    def tell(self, shelf: Shelf) -> None:
        """Put what differs on the shelf."""
        for nip in sorted(self._ways):
            ways = _by_weight(self._ways[nip].values())
            for other in ways[1:]:
                sure = ways[0].surely and other.surely
                if sure or same_name(ways[0].name, other.name) == "different":
                    _tell(shelf, "nip", ways[0], other)
        for ways in self._by_name():
            for one, other in _pairs(ways):
                if one.nip != other.nip and _may_be_one(one, other):
                    _tell(shelf, "name", *_by_weight((one, other)))

    def _by_name(self) -> Iterator[list[_Way]]:
        """The ways of each name that has several NIPs, by NIP."""
        found: dict[str, list[_Way]] = {}
        for nip in sorted(self._ways):
            for name, way in self._ways[nip].items():
                found.setdefault(name.replace(" ", ""), []).append(way)
        return (found[name] for name in sorted(found) if len(found[name]) > 1)


def _name_of(officer: OfficerTold) -> str | None:
    """The name without degrees; None where what stands there is no name of a person."""
    name = name_key(officer.name)
    if len(name) < _MIN_LETTERS or _NO_NAME.search(name) or parse_rank(officer.name) is not None:
        return None
    return name


def _by_weight(ways: Iterable[_Way]) -> list[_Way]:
    """The way of most documents first."""
    return sorted(ways, key=lambda way: (-way.documents, way.nip, name_key(way.name)))


def _pairs(ways: Sequence[_Way]) -> Iterator[tuple[_Way, _Way]]:
    if len(ways) <= MAX_COMPARED:
        yield from combinations(ways, 2)
        return
    for index, way in enumerate(ways):
        for other in ways[index + 1 : index + 1 + _WINDOW]:
            yield way, other


def _may_be_one(a: _Way, b: _Way) -> bool:
    if a.nip[:_BIRTH] == b.nip[:_BIRTH] or OSA.distance(a.nip, b.nip, score_cutoff=NEAR) <= NEAR:
        return True
    return bool({one.office for one in a.seen if one.office} & {one.office for one in b.seen if one.office})


def _tell(shelf: Shelf, by: str, a: _Way, b: _Way) -> None:
    """A fact about two ways, in the office of the rarer one."""
    if b.stands_beside(a) or a.stands_beside(b):
        return
    one, other = _side_by_side(a, b)
    marked = mark_differences(_printed(a.nip), _printed(b.nip))
    position = same_office(one.position, other.position) if one.position and other.position else "unknown"
    keys = [name_key(way.name).replace(" ", "") for way in (a, b)]
    shelf.add(
        other.office,
        "archive_officer_pair",
        f"{by}:" + ":".join(sorted(f"{way.nip}:{key}" for way, key in zip((a, b), keys, strict=True))),
        {
            "by": by,
            "name": same_name(a.name, b.name),
            "name_similarity": round(100 * OSA.normalized_similarity(*keys)),
            "nip_distance": OSA.distance(a.nip, b.nip),
            "birth": a.nip[:_BIRTH] == b.nip[:_BIRTH],
            "pppk": inspect_nip(a.nip).pppk != inspect_nip(b.nip).pppk,
            "position": position,
            "one_holder": position == "same" and _ONE_HOLDER.match(office_key(one.position or "")) is not None,
            "one_office": one.office is not None and one.office == other.office,
            "surely": a.surely and b.surely,
        },
        {
            "a_name": a.name,
            "b_name": b.name,
            "a_nip": marked[0],
            "b_nip": marked[1],
            "a_position": one.position or "-",
            "b_position": other.position or "-",
            "a_office": one.office or "-",
            "b_office": other.office or "-",
            "a_documents": str(a.documents),
            "b_documents": str(b.documents),
        },
        (at(other.document, other.place), at(one.document, one.place)),
    )


def _side_by_side(a: _Way, b: _Way) -> tuple[_Seen, _Seen]:
    """A document of each: of one office and of one position, where there are such."""

    def rank(pair: tuple[_Seen, _Seen]) -> tuple[bool, bool, str, str]:
        one, other = pair
        same = office_key(one.position or "") == office_key(other.position or "")
        return one.office != other.office, not same, other.document, one.document

    pairs = [(one, other) for one in a.seen for other in b.seen if one.document != other.document]
    return min(pairs, key=rank) if pairs else (a.seen[0], b.seen[0])


def _printed(nip: str) -> str:
    """In groups, as it is printed."""
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"
