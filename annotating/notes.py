"""
From findings to notes: what is said at which place of a document, in the language of the report.

A finding is explained at its first place. At its further places a short note leads there, so that the clerk meets every
place without reading the same words again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reports.labels import LABELS, Language
from schemas.evidence import Evidence
from schemas.report import DocumentReport, Finding, Severity

MAX_NOTES = 1_000
"""Notes in one copy. Word and viewers of PDF become slow with more, and nobody reads them."""
MAX_PLACES = 12
"""Places of one finding that are marked."""
AUTHOR = "patuh"

_WORDS: dict[Language, dict[str, str]] = {
    "id": {
        "further": "Temuan yang sama, tempat ke-{number} dari {count}. Penjelasannya ada pada tempat pertama: {first}.",
        "nowhere": "Tidak ada tempat khusus dalam dokumen untuk temuan ini.",
        "elsewhere": "Letak: {place}. Catatan tidak dapat ditempelkan tepat di sana.",
        "capped": "Salinan ini memuat paling banyak {most} catatan. {count} temuan lain tidak ditandai di sini; "
        "semuanya tercantum dalam laporan.",
        "signed": "Dokumen asli bertanda tangan digital. Tanda tangan itu tidak berlaku untuk salinan berisi catatan "
        "ini; keabsahannya hanya dapat diperiksa pada berkas aslinya.",
        "none": "Tidak ada temuan pada dokumen ini (penilaian tanggal {day}).",
        "page": "halaman {page}",
        "line": "baris {line}",
        "many_places": "Temuan ini ada pada {count} tempat; yang ditandai {shown} tempat pertama.",
    },
    "en": {
        "further": "The same finding, place {number} of {count}. It is explained at the first place: {first}.",
        "nowhere": "There is no particular place in the document for this finding.",
        "elsewhere": "Place: {place}. A note cannot be fixed exactly there.",
        "capped": "This copy holds at most {most} notes. {count} other findings are not marked here; the report lists "
        "all of them.",
        "signed": "The original bears a digital signature. It does not hold for this copy with notes; check it on the "
        "original file only.",
        "none": "No findings in this document (as of {day}).",
        "page": "page {page}",
        "line": "line {line}",
        "many_places": "This finding has {count} places; the first {shown} are marked.",
    },
}


@dataclass(frozen=True, slots=True)
class Note:
    """What is said at one place."""

    heading: str
    paragraphs: tuple[str, ...]
    severity: Severity | None
    """None for what is no finding."""
    place: Evidence | None
    """None where it belongs to the document as a whole."""
    finding: int = -1
    """Which finding it belongs to."""
    first: bool = True
    """The finding is explained here."""

    @property
    def text(self) -> str:
        """All its words, a paragraph a line."""
        return "\n".join((self.heading, *self.paragraphs))

    def astray(self, lang: Language) -> Note:
        """The note at a place that is not its own."""
        place = self.place and _told(self.place, lang)
        words = _WORDS[lang]
        said = words["elsewhere"].format(place=place) if place else words["nowhere"]
        return replace(self, paragraphs=(*self.paragraphs, said), place=None)


@dataclass(frozen=True, slots=True)
class CopySpec:
    """How a copy is written."""

    name: str
    """Of the original, for messages."""
    day: dt.date
    """The day of judgement; all notes bear it."""
    lang: Language = "id"


def notes_of(reports: Sequence[DocumentReport], spec: CopySpec) -> list[Note]:
    """
    The notes of one file, which may hold several SOPs, in the order of the reports.

    Where there are too many, the gravest findings are marked, and the last note says so.
    """
    notes: list[Note] = []
    for report in reports:
        for finding in report.findings:
            number = notes[-1].finding + 1 if notes else 0
            notes += _of_finding(finding, report.part, number, spec.lang)
    if not notes:
        return [_remark(_WORDS[spec.lang]["none"].format(day=spec.day.isoformat()))]
    if len(notes) <= MAX_NOTES:
        return notes
    return _capped(notes, spec.lang)


def signed_remark(lang: Language) -> Note:
    """Say that the signature of the original does not hold for the copy."""
    return _remark(_WORDS[lang]["signed"])


def _remark(words: str) -> Note:
    return Note(AUTHOR, (words,), None, None)


def _capped(notes: list[Note], lang: Language) -> list[Note]:
    """The gravest, explained places before further ones, and a last one that says what is left out."""
    order = sorted(range(len(notes)), key=lambda at: (not notes[at].first, _rank(notes[at]), at))
    kept = [notes[at] for at in sorted(order[: MAX_NOTES - 1])]
    left = len({note.finding for note in notes} - {note.finding for note in kept})
    if left:
        kept.append(_remark(_WORDS[lang]["capped"].format(most=MAX_NOTES, count=left)))
    return kept


def _rank(note: Note) -> int:
    return -1 if note.severity is None else note.severity.rank


def _of_finding(finding: Finding, part: int | None, number: int, lang: Language) -> Iterator[Note]:
    labels, words = LABELS[lang], _WORDS[lang]
    places = list(_different(finding.evidence))
    shown = places[:MAX_PLACES]
    head = [finding.code, labels.severity[finding.severity], finding.title]
    if labels.confidence[finding.confidence]:
        head.append(labels.confidence[finding.confidence])
    if part is not None:
        head.append(labels.part.format(part=part))
    heading = " · ".join(head)
    said = [f"{labels.condition}: {finding.condition}", f"{labels.recommendation}: {finding.recommendation}"]
    if len(places) > MAX_PLACES:
        said.append(words["many_places"].format(count=len(places), shown=MAX_PLACES))
    yield Note(heading, tuple(said), finding.severity, shown[0], number)
    first = _told(shown[0], lang)
    for at, place in enumerate(shown[1:], start=2):
        further = words["further"].format(number=at, count=len(places), first=first or labels.none)
        yield Note(heading, (further,), finding.severity, place, number, first=False)


def _different(evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """Each place once; those without any place only where there is no other."""
    seen: set[tuple[object, ...]] = set()
    listed = list(evidence)
    has_place = any(_is_place(one) for one in listed)
    for one in listed:
        key = (one.page, one.line, one.column, one.cell, one.quote)
        if key not in seen and (_is_place(one) or not has_place):
            seen.add(key)
            yield one


def _is_place(evidence: Evidence) -> bool:
    return evidence.line is not None or evidence.page is not None or evidence.cell is not None


def _told(place: Evidence, lang: Language) -> str:
    """A place in words: ``paragraf 12``, ``halaman 3``, ``Sheet1!F12``; empty for none."""
    if place.cell is not None:
        return place.cell
    if place.page is not None:
        return _WORDS[lang]["page"].format(page=place.page)
    return _WORDS[lang]["line"].format(line=place.line) if place.line is not None else ""
