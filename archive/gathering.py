"""
What one document tells to the rules about several documents.

It is gathered where the document is read and kept by content; each night the facts of the whole archive are made of it
(`archive.joining`), grouped by what the rules join on.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.sketches import sketch
from engine.derive.days import day_in_force
from engine.derive.doubts import certainty, field_doubts
from engine.derive.identity import officials_of
from engine.derive.people import SURE_DIGITS
from engine.derive.related import items_with_kinds
from engine.derive.wording import text_of
from extraction.nip import find_nips
from schemas.doubt import SURE
from schemas.evidence import Evidence, Value
from schemas.performance import PerformanceReport
from schemas.sop import Official, Sop

if TYPE_CHECKING:
    from extraction.sop import Extraction

MAX_OFFICERS = 16
MAX_PASSAGES = 60
MAX_NAMED = 40
MAX_RELATED = 40
MAX_WORDS = 400
"""Characters of a passage, a title, a name: what is longer is told by its beginning."""
MAX_QUOTE = 160


@dataclass(slots=True)
class OfficerTold:
    """A person in office, as a document names one."""

    nip: str | None
    """Digits; None where they cannot be read."""
    name: str
    """As printed, with degrees."""
    position: str | None
    place: Evidence
    """The name and the number where they stand together, else the number, else the name."""
    surely: bool
    """Whether nothing of it was repaired or guessed."""


@dataclass(slots=True)
class TargetTold:
    """What a document of performance data promises or reports for an indicator."""

    indicator: str
    target: str
    """A number in plain digits with a dot, or the words where it is none; empty where nothing is stated."""
    unit: str | None
    place: Evidence
    surely: bool
    printed: str = ""
    """The target as printed."""


@dataclass(slots=True)
class ResultTold:
    """What a document of performance data says that an indicator reached in its year; only where that is a number."""

    indicator: str
    value: str
    """In plain digits with a dot."""
    target: str
    """Of the same row, as `TargetTold.target`; empty where nothing is stated."""
    place: Evidence
    surely: bool
    printed: str = ""
    """As printed."""


@dataclass(slots=True)
class Told:
    """All that one document (part) tells."""

    kind: str
    """sop | performance | unknown."""
    sort: str | None = None
    """By what the document calls itself: sop | agreement | plan | report."""
    number: str | None = None
    """Of the SOP, as printed."""
    number_place: Evidence | None = None
    number_surely: bool = True
    title: str | None = None
    title_place: Evidence | None = None
    unit: str | None = None
    government: str | None = None
    year: int | None = None
    quarter: int | None = None
    dated: dt.date | None = None
    """From when it holds, or when it was signed."""
    revised: bool = False
    """It calls itself a change of an earlier one: Perubahan Perjanjian Kinerja."""
    whole: bool = True
    """Whether nothing of it was cut off, left out here, or laid out so that it had to be pulled apart."""
    officers: tuple[OfficerTold, ...] = ()
    related: tuple[tuple[str, Evidence], ...] = ()
    """SOPs that it names as related, with their places."""
    passages: tuple[tuple[str, Evidence], ...] = ()
    """Its steps and the items of its sections, for the search for copies: words and place."""
    offices_named: tuple[tuple[str, Evidence], ...] = ()
    """Offices that the text names: the kind of office and its name, as ``kecamatan Arga Mulya``."""
    targets: tuple[TargetTold, ...] = ()
    results: tuple[ResultTold, ...] = ()
    """Of the whole year that it is about; what it repeats of other years is left out."""
    sketch: str = ""
    """Of its passages, names of offices aside: what is alike has equal parts; empty where there are too few words."""


def told(subject: Sop | PerformanceReport | None) -> Told:
    """Return what one document tells; of what is neither SOP nor performance data only that."""
    if isinstance(subject, Sop):
        return _sop_told(subject)
    if subject is None:
        return Told("unknown")
    from archive.gathering_figures import performance_told  # noqa: PLC0415 - of no use to an SOP

    return performance_told(subject)


def packed_told(extraction: Extraction) -> tuple[bytes, ...]:
    """Return what each part of a file tells, for the store, in the order of its reports."""
    from archive.gathering_bytes import packed  # noqa: PLC0415 - it knows the classes of this module

    subjects = extraction.sops or (extraction.performance,)
    return tuple(packed(told(subject)) for subject in subjects)


def unpacked_told(data: bytes, *, texts: bool = True) -> Told:
    """
    Read what `packed_told` made.

    Args:
        data: Of one part.
        texts: Whether passages and the offices that they name are wanted; without them it takes half of the time.

    Raises:
        StoredModelError: It is damaged, or was made by another version.
    """
    from archive.gathering_bytes import unpacked  # noqa: PLC0415 - as above

    return unpacked(data, texts=texts)


def officers_told(named: Iterable[Official]) -> tuple[OfficerTold, ...]:
    """Return the officials of a document, each way of naming one once."""
    found: dict[tuple[str | None, str, str | None], OfficerTold] = {}
    for official in named:
        officer = _officer(official)
        if officer is not None:
            found.setdefault((officer.nip, officer.name, officer.position), officer)
    return tuple(found.values())[:MAX_OFFICERS]


def shortened(words: str, most: int = MAX_WORDS) -> str:
    """Return words in one line, and no more of them than the store takes."""
    return " ".join(words[: 2 * most].split())[:most]


def place_of(value: Value[str] | None) -> Evidence | None:
    """Return the first place of a value."""
    return value.evidence[0] if value is not None and value.evidence else None


def _sop_told(sop: Sop) -> Told:
    identity = sop.identity
    number = identity.number if identity else None
    title = _title_of(sop)
    day = day_in_force(sop)
    year = day.year if day else sop.cover.year.value if sop.cover and sop.cover.year else None
    passages = list(_passages(sop))
    return Told(
        "sop",
        "sop",
        shortened(number.value) if number else None,
        place_of(number),
        number_surely=number is None or (_is_sure(number) and not field_doubts(identity, "number")),
        title=shortened(title.value) if title else None,
        title_place=place_of(title),
        unit=shortened(sop.unit.value) if sop.unit else None,
        government=shortened(sop.government.value) if sop.government else None,
        year=year,
        dated=day,
        whole=not (sop.cut or sop.form_only or sop.doubtful) and sop.steps_state == "read",
        officers=officers_told(official for _, _, official in officials_of(sop)),
        related=tuple(_related(sop)),
        passages=tuple(passages[:MAX_PASSAGES]),
        offices_named=tuple(_offices_named(sop)),
        sketch=sketch((words for words, _ in passages), _names_of_offices(sop)),
    )


def _names_of_offices(sop: Sop) -> str:
    """All names of offices and regions that the SOP uses: in them alone copies must differ."""
    own = [text_of(sop.unit), text_of(sop.government)]
    return " ".join([*own, *(mention.name for mention in sop.mentions)])


def _title_of(sop: Sop) -> Value[str] | None:
    return next(iter(sop.titles), None)


def _is_sure(value: Value[str]) -> bool:
    least = certainty(value.evidence)
    return least is None or least >= SURE


def _officer(official: Official) -> OfficerTold | None:
    if official.name is None:
        return None
    digits, sure = _digits(official)
    place = _place_of_officer(official)
    if place is None:
        return None
    return OfficerTold(
        nip=digits,
        name=shortened(official.name.value),
        position=shortened(official.position.value) if official.position else None,
        place=place,
        surely=sure and _is_sure(official.name),
    )


def _digits(official: Official) -> tuple[str | None, bool]:
    """The digits of the NIP, and whether they are as printed."""
    if official.nip_text is None:
        return None, True
    if official.nip is not None:
        least = certainty(official.nip_text.evidence)
        return official.nip.value, least is None or least >= SURE_DIGITS
    found = find_nips("NIP " + official.nip_text.value)
    return (found[0].repaired if found else None), False


def _place_of_officer(official: Official) -> Evidence | None:
    """Where the number stands, with name and number as the words: the name stands right above it."""
    number, name = place_of(official.nip_text), place_of(official.name)
    return number or name


def _related(sop: Sop) -> Iterator[tuple[str, Evidence]]:
    found = (entry for entry, kind in items_with_kinds(sop) if kind == "sop")
    for _, entry in zip(range(MAX_RELATED), found, strict=False):
        yield shortened(entry.text.value), entry.text.evidence[0]


def _passages(sop: Sop) -> Iterator[tuple[str, Evidence]]:
    texts = [step.text for step in sop.steps]
    texts += [*sop.warnings, *sop.qualifications, *sop.equipment, *sop.records]
    for text in texts:
        words = shortened(text.value) if text else ""
        if text and words:
            yield words, text.evidence[0]


def _offices_named(sop: Sop) -> Iterator[tuple[str, Evidence]]:
    seen: set[str] = set()
    for mention in sop.mentions:
        name = shortened(f"{mention.kind} {mention.name}")
        if not mention.structural and not mention.cited and name not in seen and len(seen) < MAX_NAMED:
            seen.add(name)
            yield name, mention.place
