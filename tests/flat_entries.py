"""Documents and findings, mild and hostile, for the tests of reports for machines and chat."""

from __future__ import annotations

from typing import Any

from schemas.blocks import Notice
from schemas.entry import Entry
from schemas.evidence import Evidence
from schemas.report import (
    Confidence,
    DocumentError,
    DocumentReport,
    Finding,
    NotEvaluated,
    Outcomes,
    Response,
    Severity,
)

EVIL = "=cmd|'/C calc'!A0 \x1b[31m\x00\u202e]]><script>alert(1)</script> | `x` @camat #12 ::error::x\r\n{0} [k](1) %0A,"
HUGE = "kata" * 25_000


def finding(**changes: Any) -> Finding:
    """A finding of a rule of the pack."""
    given: dict[str, Any] = {
        "rule": "steps/duplicate",
        "code": "LK-02",
        "severity": Severity.MAJOR,
        "confidence": Confidence.HIGH,
        "component": "prosedur",
        "title": "Langkah prosedur ganda",
        "condition": "Langkah 5 mengulang langkah 2.",
        "criterion": "PermenPANRB 35/2012, Lampiran: langkah tersusun runtut",
        "effect": "Pelaksana mengerjakan satu kegiatan dua kali.",
        "recommendation": "Hapus salah satu langkah.",
        "evidence": (Evidence(quote="Menyusun konsep", line=12, column=3),),
        "fingerprint": "0123456789abcdef",
    }
    return Finding(**given | changes)


def document(*findings: Finding, **changes: Any) -> Entry:
    """An SOP with these findings."""
    given: dict[str, Any] = {
        "path": "sop/rekap.txt",
        "sha256": "0" * 64,
        "bytes": 10,
        "media": "text/plain",
        "kind": "sop",
        "findings": findings,
        "outcomes": Outcomes(flagged=len({one.rule for one in findings}), clean=1),
        "clean": ("text/typo",),
    }
    return Entry(report=DocumentReport(**given | changes))


def failed(path: str = "rusak.pdf", message: str = "Berkas rusak.") -> Entry:
    """A document that could not be read."""
    error = DocumentError(code="damaged", message=message)
    return Entry(report=DocumentReport(path=path, sha256=None, bytes=None, media=None, kind="unknown", errors=(error,)))


def _hostile_finding(words: str, **changes: Any) -> Finding:
    names = ("title", "condition", "criterion", "effect", "recommendation")
    texts = dict.fromkeys(names, words)
    where = (Evidence(quote=words, line=1, column=1, note=words), Evidence(quote="", cell=words))
    return finding(**texts, evidence=where, **changes)


HOSTILE = [
    document(
        _hostile_finding(EVIL),
        _hostile_finding(EVIL, severity=Severity.CRITICAL, rule="asing/aturan", code="XX-01"),
        _hostile_finding(HUGE, severity=Severity.ADVICE, confidence=Confidence.LOW),
        _hostile_finding(EVIL, status="overruled", response=Response(text=EVIL, by=EVIL)),
        path=f"sop/{EVIL}.txt",
        title=EVIL,
        unit=EVIL,
        part=2,
        not_evaluated=(NotEvaluated(rule="steps/process-gap", reason=EVIL),),
        notices=(Notice(code="hidden-sheet", message=EVIL, evidence=(Evidence(quote=EVIL, page=2),)),),
    ),
    failed(EVIL, EVIL),
    document(kind="unknown", path="surat.txt", clean=(), outcomes=Outcomes()),
    document(path="bersih.txt"),
]
"""Words that try to be commands, mark-up, formulas and links; a rule that the pack does not have."""
