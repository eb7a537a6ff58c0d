"""Facts about the legal bases that rest on the register: in force on the day, title, number, last change."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.derive.days import day_that_counts
from engine.derive.doubts import layout_doubts
from engine.derive.factlist import FactList
from engine.derive.law_titles import TitleMatch, compare_titles, same_words
from engine.derive.wording import ending, enumerate_words, shorten
from engine.register import Key, Register, Standing, is_firm
from extraction.citations import short_name
from extraction.dates import MONTHS, format_date
from schemas.evidence import Evidence
from schemas.facts import Scalar
from schemas.regulation import Change, Regulation
from schemas.report import Confidence
from schemas.sop import Citation, Sop

UNLIKE = 0.6
"""Below this share of common words a title is not a slip of the official one but that of another regulation."""
SURELY_THIS_TITLE = 0.8
"""Where the layout had to be pulled apart, words of another column may stand in a title: below this no verdict."""
MIN_TITLE_WORDS = 2
"""A title of one word (Kecamatan, Kelurahan) belongs to too many regulations to tell one."""
MAX_OTHERS = 3

_ENDS_ON_KIND = re.compile(
    r"\b(?:undang\W{0,3}undang|peraturan\s+(?:pemerintah|presiden|daerah))\W{0,3}$", re.IGNORECASE
)
_TARGET = re.compile(
    r"\bperubahan\b.{0,40}?\batas\b.{3,120}?\bno(?:mor)?\b\.?\s{0,3}(?P<number>\d{1,4})\s{1,3}ta?hu?n\.?\s{1,3}(?P<year>\d{4})",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"\bd[iu]\s?r?ubah\b|\bperubahan", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation with what identifies it; the two halves of a split one are one."""

    item: Citation
    kind: str
    number: str
    year: int
    evidence: tuple[Evidence, ...]

    @property
    def name(self) -> str:
        """Such as ``PP 8/2006``."""
        if self.item.type is None:
            return f"{self.kind} {self.number}/{self.year}"
        return short_name(self.item)


def identified(citations: Sequence[Citation]) -> list[Cited]:
    """
    The citations of which kind, number and year could be read.

    A second half without a kind takes that of the first, but for a number that belongs to a title
    (``Pelaksanaan Undang-Undang`` / ``Nomor 25 Tahun 2009 ...``).
    """
    found = []
    head: Citation | None = None
    for item in citations:
        kind = item.type or (head.type if head is not None and item.split == "tail" and not _goes_on(head) else None)
        head = item if item.split == "head" else None
        if kind and item.number and item.year and not item.blank:
            found.append(Cited(item, kind.value, item.number.value, item.year.value, item.text.evidence))
    return found


def _goes_on(head: Citation) -> bool:
    """Whether a title breaks off after the kind of a regulation, so that the number that follows is that one's."""
    return head.number is not None and head.title is not None and _ENDS_ON_KIND.search(head.title.value) is not None


def law_facts(out: FactList, sop: Sop, register: Register, as_of: dt.date) -> None:
    """What the register says of each regulation that the document cites; places that are printed alike are one fact."""
    if not register.rows:
        return
    reader = _Reader(sop, register, as_of)
    merged: dict[tuple[object, ...], tuple[str, _Said, list[Evidence]]] = {}
    for cited, row in zip(reader.all, reader.rows, strict=True):
        for kind, said in reader.read(cited, row):
            alike = (kind, *said[0].values(), *(words for name, words in said[1].items() if name != "title"))
            places = merged.setdefault(alike, (kind, said, []))[2]
            places.extend(cited.evidence)
            if said[0].get("title") == "cut":
                places.extend(_end_of_title(cited))
    doubts = layout_doubts(sop)
    if reader.all:
        known = sum(row is not None for row in reader.rows)
        out.add("law_list", {"cited": len(reader.all), "known": known}, {}, reader.all[0].evidence[:1])
    for kind, (fields, words), evidence in merged.values():
        out.add(kind, fields, words, evidence, doubts=doubts)


def _end_of_title(cited: Cited) -> Iterator[Evidence]:
    """The place where a long title stops, which the quote of its beginning does not reach."""
    title = cited.item.title
    tail = ending(title.value).lstrip("…") if title else ""
    if title is None or not tail or any(place.quote.rstrip(" .;").endswith(tail[-20:]) for place in cited.evidence):
        return
    last = title.evidence[-1]
    yield last.part(tail, max(len(title.value) - len(tail), 0))


@dataclass(frozen=True, slots=True)
class _Slip:
    """A regulation that is said to change another one than it does."""

    sure: bool
    changed: str
    """What it changes."""
    change: str
    target: str
    """What it is said to change."""
    own_title: bool = False
    """The title of the change itself says so, not a clause behind the changed one."""


_Said = tuple[dict[str, Scalar], dict[str, str]]
"""Fields and words of a fact."""


class _Reader:
    """What is the same for all citations of a document."""

    def __init__(self, sop: Sop, register: Register, as_of: dt.date) -> None:
        self.register = register
        self.as_of = as_of
        self.doubtful = sop.doubtful
        self.all = identified(sop.legal_basis)
        self.rows = [self._row(cited) for cited in self.all]
        self.day = day_that_counts(sop, as_of)
        self.latest = _latest_day(sop, as_of)
        self.latest_sure = self.latest is not None
        if self.latest is None and sop.cover is not None and sop.cover.year is not None:
            self.latest = dt.date(sop.cover.year.value, 12, 31)
        self.dated, self.day_words = _day_words(sop)
        self.lists: dict[str, set[Key]] = {}
        for cited in self.all:
            self.lists.setdefault(cited.item.list, set()).add(register.key(cited.kind, cited.number, cited.year))

    def _row(self, cited: Cited) -> Regulation | None:
        """What the register has of a citation."""
        region = cited.item.region.value if cited.item.region else None
        return self.register.find(cited.kind, cited.number, cited.year, region)

    def read(self, cited: Cited, row: Regulation | None) -> Iterator[tuple[str, _Said]]:
        """The facts of one citation, which the register knows as *row*."""
        title = self._title(cited, row)
        number, others, sure = self._number(cited, row, title)
        meant = row if number == "right" else None
        standing = self.register.standing(meant, self.day, as_of=self.as_of) if meant else Standing("unknown")
        yield "law", self._status_said(cited, meant, standing)
        target = self._target(cited, row)
        if row is not None:
            named = "right" if number == "right" and not (target and target.own_title) else "slip"
            yield "law_title", self._title_said(cited, row, title, named)
        if meant is not None and meant.amended_by and standing.state != "revoked":
            yield "law_change", self._change_said(cited, meant)
        if number in ("near", "other"):
            yield "law_slip", self._slip_said(cited, number, sure=sure, other=enumerate_words(others))
        if target is not None:
            yield "law_slip", self._clause_said(cited, target)

    def _title_said(self, cited: Cited, row: Regulation, title: TitleMatch, number: str) -> _Said:
        printed = cited.item.title
        state = "absent" if printed is None else title.state
        sure = row.confidence is Confidence.HIGH
        return {"title": state, "sure": sure, "number": number, "slip": title.slip}, {
            "name": cited.name,
            "title": (ending if state == "cut" else shorten)(printed.value) if printed else "",
            "official": row.title,
            "difference": title.difference,
        }

    def _slip_said(
        self, cited: Cited, at: str, *, sure: bool, other: str = "", named: str = "", target: str = ""
    ) -> _Said:
        title = shorten(cited.item.title.value) if cited.item.title else ""
        return {"at": at, "sure": sure}, {
            "name": cited.name,
            "title": title,
            "other": other,
            "named": named,
            "target": target,
        }

    def _clause_said(self, cited: Cited, slip: _Slip) -> _Said:
        fields, words = self._slip_said(cited, "clause", sure=slip.sure, named=slip.change, target=slip.target)
        return fields, words | {"name": slip.changed}

    def _status_said(self, cited: Cited, row: Regulation | None, standing: Standing) -> _Said:
        issued, younger, when = self._issued(cited, row)
        fields: dict[str, Scalar] = {
            "known": row is not None,
            "dated": self.dated,
            "state": standing.state,
            "firm": standing.firm,
            "issued": issued,
        }
        return fields, {
            "name": cited.name,
            "day": self.day_words,
            "by": _ended_by(row, standing),
            "since": _since(row, standing),
            "replaced": self._replaced(row),
            "issued": when,
            "younger": younger,
        }

    def _change_said(self, cited: Cited, row: Regulation) -> _Said:
        state, later, named = self._change(cited, row)
        return {"state": state, "firm": any(map(is_firm, later))}, {
            "name": cited.name,
            "day": self.day_words,
            "later": enumerate_words([_change_name(change, self.day) for change in later]),
            "named": named,
        }

    def _title(self, cited: Cited, row: Regulation | None) -> TitleMatch:
        printed = cited.item.title
        if row is None or printed is None or cited.item.cut or cited.item.split == "head":
            return TitleMatch("same", 1.0)
        match = compare_titles(printed.value, (row.title, *row.also_titled))
        if self.doubtful and match.state == "different" and match.likeness < SURELY_THIS_TITLE:
            return TitleMatch("same", 1.0)
        return match

    def _number(self, cited: Cited, row: Regulation | None, title: TitleMatch) -> tuple[str, list[str], bool]:
        """Whether number and year fit the title; else the regulations that bear it, and whether that is sure."""
        if row is not None and (title.state != "different" or title.likeness >= UNLIKE):
            return "right", [], True
        printed = cited.item.title.value if cited.item.title else ""
        if len(printed.split()) < MIN_TITLE_WORDS:
            return "unknown", [], False
        rows = [
            other
            for other in self.register.of_kind(cited.kind)
            if other is not row and same_words(printed, other.title)
        ]
        if not rows:
            return ("right" if row is not None else "unknown"), [], False
        near = [other for other in rows if other.year == cited.year or other.number == cited.number]
        shown = near or rows
        firm = all(other.confidence is Confidence.HIGH for other in shown)
        return ("near" if near else "other"), [other.short_name for other in shown[:MAX_OTHERS]], firm

    def _change(self, cited: Cited, row: Regulation) -> tuple[str, list[Change], str]:
        """Whether the last change is named, the changes that came after the one that is, and that one."""
        past = self.register.changes(row, self.day)
        whole = [change for change in past if not change.partial and change.confidence is not Confidence.LOW]
        if not whole:
            return "none", [], ""
        printed = {key for change in cited.item.amended_by if (key := self._key(change))}
        named = printed | self.lists[cited.item.list]
        last = max((at for at, change in enumerate(past) if self.register.keys(change) & named), default=None)
        later = [change for change in whole if last is None or past.index(change) > last]
        if not later:
            return "named", [], ""
        if last is None:
            vague = printed or cited.item.amended_by or _CHANGED.search(cited.item.text.value) or cited.item.cut
            return ("unknown", [], "") if vague else ("bare", later, "")
        return "older", later, _change_name(past[last], self.day)

    def _issued(self, cited: Cited, row: Regulation | None) -> tuple[str, str, str]:
        """Against the latest day of the document; what is younger; and when that was made."""
        if self.latest is None:
            return "unknown", "", ""
        after = "after" if self.latest_sure else "unsure"
        for change in cited.item.amended_by:
            if change.year and change.year > self.latest.year:
                return after, _amendment(change), str(change.year)
        if cited.year > self.latest.year:
            return after, cited.name, str(cited.year)
        day, sure = self.register.issued(row) if row else (None, False)
        if day is not None and day > self.latest:
            return ("after" if sure else "unsure"), cited.name, format_date(day)
        return "before", "", ""

    def _target(self, cited: Cited, row: Regulation | None) -> _Slip | None:
        """What an amendment clause, or the title of a change, wrongly says that is changed."""
        own = self.register.key(cited.kind, cited.number, cited.year)
        if (slip := self._wrong_title(cited, row, own)) is not None:
            return slip
        for change in cited.item.amended_by:
            printed = self.register.parse(change.amends) if change.amends else None
            if printed is None or printed == own or printed[0] != own[0]:
                continue
            if printed[1] == own[1] or printed[2] == own[2]:
                changes = row.amended_by if row is not None else ()
                known = [one for one in changes if self._key(change) in self.register.keys(one)]
                sure = any(one.confidence is Confidence.HIGH for one in known)
                return _Slip(sure, cited.name, _amendment(change), change.amends or "")
        return None

    def _wrong_title(self, cited: Cited, row: Regulation | None, own: Key) -> _Slip | None:
        """`PP 72/2019 tentang Perubahan atas PP 18/2017`: the official title names another number or year."""
        printed = _target_of(cited.item.title.value) if cited.item.title else None
        official = _target_of(row.title) if row else None
        if (
            row is None
            or printed is None
            or official is None
            or printed == official
            or not set(printed) & set(official)
        ):
            return None
        changed = self.register.find(cited.kind, official[0], int(official[1]), None)
        known = [one for one in changed.amended_by if own in self.register.keys(one)] if changed else []
        sure = any(confidence is Confidence.HIGH for confidence in (row.confidence, *(one.confidence for one in known)))
        names = [f"{cited.kind} {'/'.join(named)}" for named in (official, printed)]
        return _Slip(sure, names[0], cited.name, names[1], own_title=True)

    def _key(self, change: object) -> Key | None:
        kind, number, year = (getattr(change, name) for name in ("type", "number", "year"))
        return self.register.key(kind, number, year) if kind and number and year else None

    def _replaced(self, row: Regulation | None) -> str:
        names = row.replaced_by if row else ()
        known = [(name, self.register.named(name)) for name in names]
        return enumerate_words([f"{name} tentang {one.title}" if one else name for name, one in known])


def _target_of(title: str) -> tuple[str, str] | None:
    """Number and year of what a title says that it changes."""
    match = _TARGET.search(title)
    return (match["number"], match["year"]) if match else None


def _latest_day(sop: Sop, as_of: dt.date) -> dt.date | None:
    """The last day on which somebody worked on the document; a planned day of review does not count."""
    identity = sop.identity
    if identity is None:
        return None
    values = (identity.created, identity.revised, identity.approved, identity.effective)
    return max((value.value for value in values if value and value.value <= as_of), default=None)


def _day_words(sop: Sop) -> tuple[str, str]:
    """The day that counts; that of the audit is not written out: a report names it, and a finding stays the same."""
    identity = sop.identity
    labelled = (
        (("pengesahan", identity.approved), ("efektif", identity.effective), ("pembuatan", identity.created))
        if identity
        else ()
    )
    for label, value in labelled:
        if value is not None:
            return "document", f"tanggal {label} {format_date(value.value)}"
    return "audit", "tanggal penilaian"


def _ended_by(row: Regulation | None, standing: Standing) -> str:
    if standing.by is not None:
        return " ".join(filter(None, (standing.by.regulation, standing.by.clause)))
    return row.overtaken_by or "" if row else ""


def _since(row: Regulation | None, standing: Standing) -> str:
    if row is not None and standing.state == "horizon-passed" and row.horizon_ends:
        return partial_day(row.horizon_ends)
    return partial_day(standing.by.effective) if standing.by and standing.by.effective else ""


def partial_day(day: str) -> str:
    """A day as far as it is known: ``7 April 2017``, ``Maret 2019``, ``tahun 2017``."""
    parts = day.split("-")
    if len(parts) == 3:
        return format_date(dt.date.fromisoformat(day))
    return f"{MONTHS[int(parts[1]) - 1]} {parts[0]}" if len(parts) == 2 else f"tahun {day}"


def _change_name(change: Change, day: dt.date) -> str:
    """The name under which it was known on that day: a Perppu until a law confirmed it."""
    confirmed = change.made_law_by is not None and dt.date(int(change.made_law_by[-4:]), 12, 31) < day
    return change.made_law_by or "" if confirmed else change.regulation


def _amendment(change: object) -> str:
    kind, number, year = (getattr(change, name) for name in ("type", "number", "year"))
    return " ".join(filter(None, (kind, "/".join(str(part) for part in (number, year) if part))))
