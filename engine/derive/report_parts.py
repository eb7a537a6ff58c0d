"""The parts that a Laporan Kinerja has to have (PermenPANRB 53/2014, Lampiran II), and the day on which it is dated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from engine.derive.factlist import FactList
from engine.derive.report_figures import is_large
from extraction.sections_of_reports import chapter_of
from schemas.evidence import Evidence
from schemas.performance import PerformanceReport, PerformanceTable

MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
          "Desember")  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Part:
    """One part, and by what it is known."""

    id: str
    en: str
    titles: re.Pattern[str]
    """In headings, titles of tables and headings of columns."""
    words: re.Pattern[str] | None = None
    """In the running text: only words that can hardly mean another thing."""


def _part(id_: str, en: str, titles: str, words: str = "") -> _Part:
    return _Part(id_, en, re.compile(titles, re.IGNORECASE), re.compile(words, re.IGNORECASE) if words else None)


_YEAR = r"tahun(?:-tahun)? (?:\w+ )?(?:lalu|sebelumnya|terakhir|\d{4})"
_PARTS: dict[str, _Part] = {
    "introduction": _part(
        "pendahuluan", "introduction", r"\b(?:pendahuluan|latar belakang|gambaran umum|profil|tugas\b.{0,20}\bfungsi)\b"
    ),
    "planning": _part(
        "perencanaan atau ringkasan perjanjian kinerja",
        "plans or a summary of the performance agreement",
        r"\b(?:perencanaan|perjanjian|penetapan|rencana) (?:dan perjanjian )?(?:kinerja|strategis)|"
        r"\brencana kerja\b|\bperencanaan\b",
        r"\bperjanjian kinerja\b.{0,80}\b(?:tabel|berikut|ditetapkan|memuat)\b",
    ),
    "achievement": _part(
        "perbandingan target dan realisasi tahun berjalan",
        "targets compared with results of the year",
        r"\b(?:capaian|pencapaian|akuntabilitas|pengukuran|realisasi) (?:\w+ )?kinerja\b|target dan realisasi",
    ),
    "years": _part(
        "perbandingan realisasi dengan tahun-tahun sebelumnya",
        "results compared with those of earlier years",
        rf"\b(?:banding\w*|perbandingan|perkembangan|tren[d]?)\b.{{0,80}}\b(?:{_YEAR}|tahun-tahun|antar ?tahun|"
        rf"multi ?years?|"
        r"\d+ ?\(?\w*\)? ?tahun)|tahun (?:lalu|sebelumnya)|\bperbandingan (?:realisasi|capaian)\b",
        rf"\b(?:(?:di|mem)\s?banding\w*|daripada|perbandingan|perkembangan|naik|turun|meningkat|menurun)\b.{{0,100}}\b{_YEAR}|"
        r"\bmen(?:ingkat|urun)\b.{0,80}\bdari\b.{0,80}\bmenjadi\b|\bdari tahun ke tahun\b|\bbelum (?:dapat|"
        r"bisa) di\s?bandingkan\b",
    ),
    "plan": _part(
        "perbandingan realisasi dengan target jangka menengah (Renstra/RPJMD)",
        "results compared with the target of the medium-term plan",
        r"\bjangka menengah\b|\b(?:renstra|rpjmd)\b|\bakhir (?:periode|tahun|masa)\b|"
        r"\brencana strategis\b.{0,60}\b(?:target|realisasi|capaian)",
        r"\btarget\b.{0,80}\b(?:renstra|rpjmd|jangka menengah|akhir periode|rencana strategis)\b|"
        r"\b(?:renstra|rpjmd|jangka menengah|akhir periode|rencana strategis)\b.{0,80}\b(?:target|capaian|"
        r"realisasi|tingkat kemajuan)\b",
    ),
    "causes": _part(
        "analisis penyebab keberhasilan atau kegagalan dan solusinya",
        "causes of success or failure, and solutions",
        r"\b(?:penyebab|faktor|hambatan|kendala|permasalahan|solusi|tindak lanjut|keberhasilan|kegagalan|"
        r"rekomendasi|analisis|upaya)\b",
        r"\b(?:disebabkan|penyebab\w*|dikarenakan|karena|faktor (?:pendorong|pendukung|penghambat)|hambatan|"
        r"kendala|permasalahan|didukung oleh)\b",
    ),
    "efficiency": _part(
        "analisis efisiensi penggunaan sumber daya",
        "efficiency in the use of resources",
        r"\befisien\w*|\bpenggunaan sumber ?daya\b|\bpemanfaatan sumber ?daya\b",
        r"\befisien(?:si)?\b|\bpenggunaan sumber ?daya\b|\bpenghematan\b",
    ),
    "budget": _part(
        "realisasi anggaran",
        "what was spent of the budget",
        r"\b(?:realisasi|penyerapan|serapan|akuntabilitas|kinerja) (?:\w+ )?(?:anggaran|keuangan|belanja)\b|"
        r"\banggaran\b.{0,20}\brealisasi\b",
        r"\b(?:realisasi|penyerapan|serapan) (?:\w+ )?(?:anggaran|keuangan|belanja)\b|"
        r"\banggaran\b.{0,60}\b(?:terealisasi|terserap)\b",
    ),
    "closing": _part("penutup", "conclusion", r"\b(?:penutup|kesimpulan|simpulan)\b"),
}
_BY_COLUMN = ("years", "plan", "causes", "efficiency")
"""Parts that the headings of columns show too."""
Text = Literal["whole", "excerpt", "none"]


def report_facts(out: FactList, report: PerformanceReport) -> None:
    """The fact about a report as a whole: which parts are missing, and when it is dated."""
    text = _text(report)
    missing = (
        [part for name, part in _PARTS.items() if not _holds(report, name, part)]
        if text == "whole" and report.type == "report"
        else []
    )
    signed, year = report.signed, report.year
    day = signed.value if signed else None
    late = None if day is None or year is None else (day.year - year.value - 1) * 12 + day.month
    out.add(
        "report_text",
        {
            "type": report.type,
            "text": text,
            "missing": len(missing),
            "months_after": late,
            "day": day.day if day else None,
            "dated": "no-year" if year is None else "no-date" if day is None else "dated",
            "large": is_large(report),
        },
        {
            "title": report.title.value if report.title else "Laporan Kinerja",
            "year": str(year.value) if year else "",
            "next_year": str(year.value + 1) if year else "",
            "signed": f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else "",
            "missing": "; ".join(part.id for part in missing),
            "missing_en": "; ".join(part.en for part in missing),
        },
        tuple(_places(report)),
    )


def _places(report: PerformanceReport) -> Iterator[Evidence]:
    if report.signed:
        yield from report.signed.evidence
    if report.title:
        yield from report.title.evidence
    elif not report.signed and report.sections:
        yield report.sections[0].title.evidence[0]


def _text(report: PerformanceReport) -> Text:
    """Whether the running text of a report is there from its first chapter to its end."""
    in_sheet = report.title is not None and report.title.evidence[0].in_sheet
    if in_sheet or not (report.narrative or report.sections):
        return "none"
    titles = [section.title.value for section in report.sections]
    chapters = [number for title in titles if (number := chapter_of(title))]
    begins = any(_PARTS["introduction"].titles.search(title) for title in titles) or 1 in chapters
    begins = begins and (not chapters or chapters[0] == 1)
    ends = any(_PARTS["closing"].titles.search(title) for title in titles)
    return "whole" if begins and (ends or _signed_at_end(report)) and not report.cut else "excerpt"


def _signed_at_end(report: PerformanceReport) -> bool:
    """A signature stands below the last heading."""
    last = report.sections[-1].title.evidence[-1].line or 0
    signature = report.signatures[-1] if report.signatures else None
    places = (
        [value.evidence[0].line or 0 for value in (signature.position, signature.name) if value] if signature else []
    )
    return any(line > last for line in places)


def _holds(report: PerformanceReport, name: str, part: _Part) -> bool:
    tables = [table for table in report.tables if not table.hidden]
    if any(_in_table(name, table, report) for table in tables):
        return True
    if any(part.titles.search(section.title.value) for section in report.sections):
        return True
    titles = [table.title.value for table in tables if table.title]
    titles += (
        [column.title.value for table in tables for column in table.columns if column.title]
        if name in _BY_COLUMN
        else []
    )
    if any(part.titles.search(title) for title in titles):
        return True
    texts = (section.text.value for section in report.sections if section.text)
    return part.words is not None and any(part.words.search(text) for text in texts)


def _in_table(name: str, table: PerformanceTable, report: PerformanceReport) -> bool:
    """Whether a table is the part by its columns."""
    roles = {column.role for column in table.columns}
    periods = {column.period for column in table.columns}
    if name == "planning":
        return table.type == "indicators" and "target" in roles and "realization" not in roles
    if name == "achievement":
        return {"target", "realization"} <= roles
    if name == "budget":
        return "spent" in roles
    if name == "plan":
        return "end" in periods
    if name == "years":
        year = report.year.value if report.year else None
        years = {column.year or year for column in table.columns if column.role in ("year", "realization")}
        return table.type in ("comparison", "indicators") and (len(years - {None}) > 1 or "before" in periods)
    return False
