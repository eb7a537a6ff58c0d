"""
The register of regulations, ready to be asked: which one is this, and how did it stand on a day.

A regulation is found by kind, number and year; two may share a title (PP 58/2005 and PP 12/2019), so a title alone
never tells which one is meant.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from rapidfuzz import fuzz

from schemas.regulation import Change, Issuer, Regulation, RegulationType, Revocation, last_day
from schemas.report import Confidence

State = Literal["in-force", "revoked", "partly-revoked", "revoked-later", "overtaken", "horizon-passed", "unknown"]
"""
in-force        nothing is known against it on that day
revoked         revoked on or before that day
partly-revoked  parts of it were
revoked-later   revoked after that day, and by the day of the audit
overtaken       a later regulation treats its subject; no revocation is known
horizon-passed  the planning period that it serves has ended
unknown         the register does not say
"""

_NAME = re.compile(r"(?P<type>.*?[A-Za-z.)])\s+(?P<number>\S+)/(?P<year>\d{4})")
_SERIAL = re.compile(r"(?<![A-Za-z0-9])\d+[A-Za-z]?(?![A-Za-z])")
_FIRM = (None, Confidence.HIGH, Confidence.MEDIUM)
"""How sure a day must be for a firm statement; where nothing is said it is as sure as its row."""

MIN_LIKENESS = 75
"""A title shares so much (0-100) with the words that somebody looks for."""
MAX_FOUND = 8
MAX_PARSED = 4096
"""Names of which the keys are kept."""

Key = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a regulation stood on a day."""

    state: State
    by: Revocation | None = None
    since: dt.date | None = None
    firm: bool = False
    """A row of high confidence says so, and the day is known well enough."""


class Register:
    """All rows of the pack and of the organisation. Made once."""

    def __init__(
        self, rows: Mapping[str, Regulation], types: Iterable[RegulationType], issuers: Iterable[Issuer] = ()
    ) -> None:
        self.rows = rows
        self.issuers = {issuer.name: issuer for issuer in issuers}
        self.types = {kind.code: kind for kind in types}
        self._parsed: dict[str, Key | None] = {}
        """Names that were parsed: the register itself has a few hundred, which are asked for again and again."""
        self._codes: dict[str, str] = {}
        for kind in self.types.values():
            for name in (kind.code, kind.short, kind.name, *kind.aliases):
                self._codes.setdefault(_plain(name), kind.code)

    def code(self, kind: str) -> str:
        """The code of a kind of regulation by any of its names; the name itself when the table lacks it."""
        return self._codes.get(_plain(kind), _plain(kind).upper())

    def key(self, kind: str, number: str, year: int) -> Key:
        """What two names of one regulation have in common: code, serial number, year."""
        return self.code(kind), serial(number), year

    def of_kind(self, kind: str) -> Sequence[Regulation]:
        """The rows of one kind, in the order of the register."""
        return self._by_kind.get(self.code(kind), ())

    def parse(self, name: str) -> Key | None:
        """The key of a short name, ``UU 23/2014``; None when it is none or its kind is not in the table."""
        if name not in self._parsed:
            if len(self._parsed) >= MAX_PARSED:
                self._parsed.clear()
            self._parsed[name] = self._parse(name)
        return self._parsed[name]

    def _parse(self, name: str) -> Key | None:
        match = _NAME.fullmatch(name.strip())
        if match is None or _plain(match["type"]) not in self._codes:
            return None
        return self.key(match["type"], match["number"], int(match["year"]))

    def find(self, kind: str, number: str, year: int, region: str | None = None) -> Regulation | None:
        """The row of a regulation; for a local one the region must agree."""
        for row in self._by_key.get(self.key(kind, number, year), ()):
            if not row.region or (region and _region(region) == _region(row.region)):
                return row
        return None

    def all_named(self, kind: str, number: str, year: int) -> list[Regulation]:
        """The rows of that kind, number and year, of whatever region."""
        return list(self._by_key.get(self.key(kind, number, year), ()))

    def names_issuer(self, asked: str, row: Regulation) -> bool:
        """Whether the words name the issuer of a row, by whichever of its names."""
        issuer = self.issuers.get(row.issuer or "")
        names = (issuer.name, issuer.full, *issuer.aliases) if issuer else ()
        return any(name and _plain(name) in _plain(asked) for name in names)

    def named(self, name: str) -> Regulation | None:
        """The row of a short name."""
        key = self.parse(name)
        return self._by_key.get(key, (None,))[0] if key else None

    def numbered(self, number: str, year: int) -> list[Regulation]:
        """All rows of that number and year, whatever their kind."""
        return [row for key, rows in self._by_key.items() if key[1:] == (serial(number), year) for row in rows]

    def rank(self, kind: str) -> int | None:
        """Where a kind of regulation stands in the hierarchy, 1 the highest; None when the table lacks it."""
        known = self.types.get(self.code(kind))
        return known.rank if known else None

    @cached_property
    def expected(self) -> Sequence[Regulation]:
        """The rows that a document on their subject should cite."""
        return [row for row in self.rows.values() if row.expected is not None]

    @cached_property
    def _by_kind(self) -> dict[str, list[Regulation]]:
        found: dict[str, list[Regulation]] = {}
        for row in self.rows.values():
            found.setdefault(self.code(row.type), []).append(row)
        return found

    @cached_property
    def _by_key(self) -> dict[Key, list[Regulation]]:
        found: dict[Key, list[Regulation]] = {}
        for row in self.rows.values():
            if row.number is not None and row.year is not None:
                found.setdefault(self.key(row.type, row.number, row.year), []).append(row)
        return found

    def standing(self, row: Regulation, day: dt.date, *, as_of: dt.date) -> Standing:
        """How *row* stood on *day*; what came later, up to *as_of*, is told as well."""
        end = row.revoked_by
        if end is not None and end.effective is not None:
            return self._ended(row, end, last_day(end.lenient or end.effective), day, as_of)
        if row.overtaken_by is not None:
            return Standing("overtaken")
        if row.horizon_ends is not None and last_day(row.horizon_ends) < day:
            return Standing("horizon-passed", since=last_day(row.horizon_ends))
        return Standing("unknown" if row.status in ("tidak_diketahui", "dicabut") else "in-force")

    def _ended(self, row: Regulation, end: Revocation, since: dt.date, day: dt.date, as_of: dt.date) -> Standing:
        if since > as_of and since > day:
            return Standing("in-force")
        firm = row.confidence is Confidence.HIGH and end.effective_confidence in _FIRM
        if since > day:
            return Standing("revoked-later", end, since, firm)
        return Standing("partly-revoked" if end.partial else "revoked", end, since, firm)

    def changes(self, row: Regulation, day: dt.date) -> tuple[Change, ...]:
        """What had changed *row* by *day*, in the order of time."""
        return tuple(change for change in row.amended_by if change.effective and last_day(change.effective) <= day)

    def keys(self, change: Change) -> frozenset[Key]:
        """Both names of a change: a Perppu, and the law that confirms it."""
        names = (change.regulation, change.made_law_by)
        return frozenset(key for name in names if name and (key := self.parse(name)))

    def issued(self, row: Regulation) -> tuple[dt.date | None, bool]:
        """The day from which *row* can be cited, and whether that day is sure; the first of the days known."""
        days = ((row.enacted, row.enacted_confidence), (row.promulgated, row.promulgated_confidence))
        full = [(last_day(day), sure in _FIRM) for day, sure in days if day is not None and len(day) == 10]
        return min(full, default=(None, False))


def is_firm(change: Change) -> bool:
    """Whether a change, and its day, are known well enough for a firm statement."""
    return change.confidence is Confidence.HIGH and change.effective_confidence in _FIRM


def serial(number: str) -> str:
    """The number that tells a regulation: ``135`` of ``KEP/135/M.PAN/9/2004``, ``050-3708`` as it is."""
    if "/" not in number:
        return number.lstrip("0").lower() or number
    found = _SERIAL.search(number)
    return (found[0].lstrip("0") if found else number).lower()


@lru_cache(maxsize=1024)
def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).lower()


def _region(name: str) -> str:
    return re.sub(r"^(?:kabupaten|kab\.?|kota|provinsi|prov\.?)\s+", "", " ".join(name.lower().split()))


@dataclass(frozen=True, slots=True)
class Found:
    """What the register has for a question."""

    rows: tuple[Regulation, ...]
    exact: bool
    """Number and year were asked for and found, so that the rows are an answer and not a suggestion."""


def look_up(register: Register, asked: str, *, kind: str | None, number: str | None, year: int | None) -> Found:
    """
    Look a regulation up as people ask for it.

    Args:
        register: The register.
        asked: The words of the question.
        kind: The kind of regulation in them, if there is one.
        number: Its number.
        year: Its year.
    """
    if number and year:
        named = register.all_named(kind, number, year) if kind else []
        if named:
            return Found(tuple(named), exact=True)
        rows = register.numbered(number, year)
        issued = [row for row in rows if register.names_issuer(asked, row)]
        rows = issued or rows
        return Found(tuple(rows), exact=bool(rows) and kind is None)
    printed = [row for row in register.rows.values() if row.number and row.number.lower() == asked.strip().lower()]
    if printed and not asked.strip().isdigit():
        return Found(tuple(printed), exact=True)
    scored = [
        (fuzz.token_set_ratio(asked.lower(), f"{row.short_name} {row.title}".lower()), row.id, row)
        for row in register.rows.values()
    ]
    best = sorted((one for one in scored if one[0] >= MIN_LIKENESS), key=lambda one: (-one[0], one[1]))
    return Found(tuple(row for _, _, row in best[:MAX_FOUND]), exact=False)
