"""What the formats of one record a finding share: places, names and numbers on one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.changes import day
from reports.labels import LABELS, Language
from reports.numbers import whole
from reports.words import harmless
from schemas.evidence import Evidence
from schemas.places import told
from schemas.report import DocumentReport, Finding, FindingStatus, Grade, Response, Severity

STATUSES: dict[Language, dict[FindingStatus, str]] = {
    "id": {
        "open": "terbuka",
        "answered": "ditanggapi",
        "done": "selesai",
        "overruled": "dibatalkan",
        "waived": "dikecualikan sementara",
    },
    "en": {"open": "open", "answered": "answered", "done": "done", "overruled": "overruled", "waived": "waived"},
}


def place(evidence: Evidence, lang: Language) -> str:
    """Say where something stands: ``baris 3``, ``halaman 2``, ``Sheet1!F12``; nothing where no place is known."""
    if evidence.cell is not None and _alone(evidence):
        return harmless(evidence.cell)
    return harmless(told((evidence,), lang))


def _alone(evidence: Evidence) -> bool:
    """Whether it is a cell of a sheet, of the one document that the finding is about."""
    return evidence.in_sheet and evidence.document is None


def places(evidence: Sequence[Evidence], lang: Language, most: int | None = None) -> str:
    """Say where several things stand: ``baris 3 dan 9``, ``E8, F8, +3 lagi``; no more than *most* of them."""
    kept = list({place(one, lang): one for one in evidence if place(one, lang)}.values())
    shown, rest = kept[:most], len(kept[most:]) if most is not None else 0
    cells = [place(one, lang) for one in shown if one.cell is not None and _alone(one)]
    others = harmless(told([one for one in shown if one.cell is None or not _alone(one)], lang))
    more = [LABELS[lang].more.format(count=rest)] if rest else []
    return ", ".join(filter(None, [others, *cells, *more]))


def heading(report: DocumentReport, lang: Language) -> str:
    """Name a document: its path, and which of several documents of the file it is."""
    part = f" ({LABELS[lang].part.format(part=report.part)})" if report.part is not None else ""
    return harmless(report.path) + part


def letter(grade: Grade) -> str:
    """Write a grade, with the others that are possible where not all could be evaluated: ``AA (D–AA)``."""
    return grade.value if grade.low == grade.high else f"{grade.value} ({grade.low}–{grade.high})"


def counts(findings: dict[Severity, int], lang: Language) -> str:
    """Say how many of each severity: ``2 Kritis, 5 Mayor``; *none* where there is nothing."""
    names = LABELS[lang].severity
    said = [f"{whole(count, lang)} {names[severity]}" for severity, count in findings.items() if count]
    return ", ".join(said) or LABELS[lang].none


def answer(response: Response, lang: Language) -> str:
    """Say what was answered, by whom and when: ``Sudah diperbaiki (Siti, 15 Januari 2026)``."""
    signed = ", ".join(filter(None, [response.by, day(response.on, lang) if response.on else None]))
    return harmless(f"{response.text} ({signed})" if signed else response.text)


def gravest_first(findings: tuple[Finding, ...]) -> list[Finding]:
    """Order findings by severity, then confidence, then as they stand in the document; overruled ones are left out."""
    live = (finding for finding in findings if finding.status != "overruled")
    return sorted(live, key=lambda finding: (finding.severity.rank, finding.confidence.rank))


def parts(finding: Finding, lang: Language) -> Iterator[tuple[str, str]]:
    """Yield label and words of the parts of a finding that a program can know."""
    labels = LABELS[lang]
    yield labels.condition, harmless(finding.condition)
    yield labels.criterion, harmless(finding.criterion)
    yield labels.effect, harmless(finding.effect)
    yield labels.recommendation, harmless(finding.recommendation)
