"""
What lies before the auditor in one scenario.

A document goes the whole way, as in `patuh check`: bytes, reader, extraction, facts, engine, grade.
"""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from auditing.document import Judge, Part, document_parts, graded
from engine.audit import Auditor
from engine.errors import UnknownRuleError
from engine.facts import sop_facts
from engine.performance_facts import performance_facts
from extraction.sop import extract
from readers.errors import ReadError
from readers.reader import read_document
from schemas.report import DocumentError, DocumentReport
from schemas.sop import Sop
from specs.apart import FileRead, read_apart
from specs.archive_desk import ArchiveDesk
from specs.claims import Claim, DocumentSubject, MistakeError, Said
from specs.draft import Draft
from specs.judging import Bench, Terms, counted
from specs.scanned import scanned
from specs.sources import SCRIPT_NAME, FromFile, Paper, Script, Source


class UnreadableError(MistakeError):
    """The document cannot be read, which a scenario may also expect."""

    def __init__(self, name: str, error: DocumentError) -> None:
        super().__init__(f"Berkas {name} tidak dapat dibaca: {error.message}")
        self.error = error


@dataclass(frozen=True)
class Judged:
    """One document, and what all rules say of it."""

    subject: DocumentSubject
    judge: Judge
    report: DocumentReport
    part: Part


@dataclass
class Desk:
    """What lies before the auditor in one scenario."""

    bench: Bench
    feature: Path = field(default_factory=Path)
    """The feature file."""
    source: Source = field(default_factory=Draft)
    """Where the document comes from."""
    rewritten: list[tuple[str, str]] = field(default_factory=list)
    """Words of its text that stand otherwise, where they stand first."""
    unsure: dict[str, int] = field(default_factory=dict)
    """Words -> per cent of certainty with which they were recognised; none where nothing was recognised."""
    cut_after: str = ""
    """Words after which the text ends, as where pages are missing."""
    part: int = 1
    """Which document of a text or file that holds several."""
    as_of: dt.date | None = None
    terms: Terms = field(default_factory=Terms)
    archive: ArchiveDesk = field(default_factory=ArchiveDesk)
    claims: list[Claim] = field(default_factory=list)
    """All that was claimed so far."""
    asked: Claim | None = None
    """The rule that the last Maka asked about; what follows about its findings is about this one."""
    line: int = 1
    """Of the step that is done, in the feature file."""
    _judged: Judged | None = None
    _read: FileRead | None = None

    def begin(self, source: Source) -> None:
        """Lay another document on the desk."""
        self.source, self.rewritten, self.unsure, self.cut_after, self.part = source, [], {}, "", 1

    @property
    def folder(self) -> Path:
        """Files are named from there."""
        return self.feature.parent

    @property
    def draft(self) -> Draft:
        """
        The SOP that the scenario builds or changes.

        Raises:
            MistakeError: The document is another.
        """
        if not isinstance(self.source, Draft):
            raise MistakeError(
                f"Langkah ini mengubah SOP rekaan, padahal dokumen skenario ini {_KINDS[type(self.source)]}. "
                'Mulailah dengan "SOP lengkap" atau "SOP kosong".'
            )
        return self.source

    @property
    def paper(self) -> Paper:
        """
        The performance document that the scenario builds.

        Raises:
            MistakeError: The document is another.
        """
        if not isinstance(self.source, Paper):
            raise MistakeError(
                f"Langkah ini menambah dokumen kinerja, padahal dokumen skenario ini {_KINDS[type(self.source)]}. "
                'Mulailah misalnya dengan: dokumen "LAPORAN KINERJA TAHUN 2024"'
            )
        return self.source

    @property
    def text(self) -> str:
        """
        The document as text.

        Raises:
            MistakeError: It is a file.
        """
        if isinstance(self.source, FromFile):
            raise MistakeError(
                f"Langkah ini memerlukan teks, padahal dokumen skenario ini {_KINDS[FromFile]}. "
                'Tulis naskahnya dalam skenario dengan langkah "naskah", "SOP lengkap", atau "SOP kosong".'
            )
        text = self.source.text
        for words, others in self.rewritten:
            if words not in text:
                raise MistakeError(f"Naskah tidak lagi memuat {words!r} yang hendak diganti.")
            text = text.replace(words, others, 1)
        if self.cut_after:
            text = text[: text.index(self.cut_after) + len(self.cut_after)] + "\n"
        return text

    @property
    def day(self) -> dt.date:
        """The day of the audit."""
        return self.as_of or self.bench.as_of

    def touched(self) -> None:
        """Something was changed: what was judged before is void."""
        self._judged, self._read, self.asked = None, None, None
        self.archive.touched()

    def judged(self) -> Judged:
        """
        Judge the document; asked again it is free.

        Raises:
            MistakeError: It cannot be read, or holds nothing that can be judged.
        """
        if self._judged is None:
            judges = self.bench.judges(self.terms)
            judge = judges.judge
            part = self.the_part()
            subject = _facts(part, judge, self.day)
            judgement = counted(subject.judgement(judge.auditor), judges.graded_by)
            report = graded(part.about, judgement, judge.grader)
            if report.errors:
                raise UnreadableError(part.about.path, report.errors[0])
            self._judged = Judged(subject, judge, report, part)
        return self._judged

    def the_part(self) -> Part:
        """
        Read the document that is judged.

        Raises:
            MistakeError: It cannot be read, or there is none of this number.
        """
        read = self.read()
        if read.error is not None:
            raise UnreadableError(self.name, read.error)
        if self.part > len(read.parts):
            message = f"{self.name} hanya memuat {len(read.parts)} dokumen, tidak ada dokumen ke-{self.part}."
            raise MistakeError(message)
        return read.parts[self.part - 1]

    @property
    def name(self) -> str:
        """How messages call the document."""
        return self.source.shown if isinstance(self.source, FromFile) else SCRIPT_NAME

    def read(self) -> FileRead:
        """Read the document; asked again it is free."""
        if self._read is None:
            judges = self.bench.judges(self.terms)
            if isinstance(self.source, FromFile):
                self._read = read_apart(self.source.path, judges.choice, judges.judge)
            else:
                self._read = _read_text(self.text, judges.judge, self.unsure)
        return self._read

    def rule(self, asked: str) -> str:
        """
        Return the name of a rule that a scenario names by its name or code.

        Raises:
            MistakeError: There is none.
        """
        for rule in self.terms.rules:
            if asked in (rule.name, rule.code):
                return rule.name
        try:
            return self.bench.pack.rule(asked).name
        except UnknownRuleError as error:
            raise MistakeError(unknown_rule(error)) from error

    def claim(self, asked: str, check: Callable[[Said], None]) -> None:
        """
        Claim something of what a rule says of the document.

        Raises:
            Unmet: It is not so.
            MistakeError: There is no such rule, or no document.
        """
        judged = self.judged()
        claim = Claim(judged.subject, self.rule(asked), check)
        self.asked = claim
        self._hold(claim, judged.judge.auditor)

    def claim_in_archive(self, asked: str, check: Callable[[Any], None]) -> None:
        """Claim something of what a rule says of the documents of an archive, as `claim` does."""
        claim = Claim(self.archive.subject(self.day), self.rule(asked), check)
        self.asked = claim
        self._hold(claim, self.bench.archive_auditor(self.terms))

    def claim_more(self, check: Callable[[Any], None]) -> None:
        """
        Claim more of what the rule said that the last step asked about: `Said`, or `ArchiveSaid`.

        Raises:
            Unmet: It is not so.
            MistakeError: No step asked about a rule before.
        """
        if self.asked is None:
            raise MistakeError(
                "Langkah ini berbicara tentang temuan, tetapi belum ada langkah yang menyebut aturannya; "
                'tulis dahulu misalnya "Maka aturan NIP-02 menemukan 1 temuan kritis".'
            )
        auditor = (
            self.bench.archive_auditor(self.terms)
            if self.asked.subject.kind == "archive"
            else self.bench.judges(self.terms).judge.auditor
        )
        self._hold(Claim(self.asked.subject, self.asked.rule, check), auditor)

    def claim_of_all(self, check: Callable[[Said], None]) -> None:
        """Claim something of what every rule says of the document, as `claim` does."""
        judged = self.judged()
        self._note(Claim(judged.subject, None, check))
        for rule in judged.subject.judgement(judged.judge.auditor).outcomes:
            check(judged.subject.said(judged.judge.auditor, rule))

    def _hold(self, claim: Claim, auditor: Auditor) -> None:
        self._note(claim)
        assert claim.rule is not None
        claim.check(claim.subject.said(auditor, claim.rule))

    def _note(self, claim: Claim) -> None:
        """Keep a claim about rules as they are; what a scenario changed about a rule tells nothing about that one."""
        if self.terms.leave(claim.rule):
            self.claims.append(claim)


_KINDS: dict[type[Source], str] = {
    Draft: "adalah SOP rekaan",
    Paper: "adalah dokumen kinerja yang disusun dalam skenario",
    Script: "adalah naskah yang ditulis utuh",
    FromFile: "adalah sebuah berkas",
}


def _read_text(text: str, judge: Judge, unsure: Mapping[str, int]) -> FileRead:
    try:
        document = read_document(text.encode(), name=SCRIPT_NAME, options=judge.options)
    except ReadError as error:
        return FileRead(error=DocumentError(code=error.code, message=error.message))
    if unsure:
        document = scanned(document, unsure)
    found = extract(document, workday_minutes=judge.workday_minutes)
    return FileRead(tuple(document_parts(document, found, SCRIPT_NAME)))


def _facts(part: Part, judge: Judge, day: dt.date) -> DocumentSubject:
    known = judge.pack.knowledge
    if part.subject is None:
        raise MistakeError(
            "Isinya tidak dikenali sebagai SOP atau dokumen kinerja, jadi tidak ada yang dapat dinilai. "
            "Periksa naskah atau berkas pada langkah Dengan."
        )
    if isinstance(part.subject, Sop):
        return DocumentSubject(sop_facts(part.subject, as_of=day, known=known), "sop")
    return DocumentSubject(performance_facts(part.subject, as_of=day, known=known).whole(), "performance")


def unknown_rule(error: UnknownRuleError) -> str:
    """Say that there is no such rule, and which is near."""
    near = difflib.get_close_matches(error.asked, error.known, n=3)
    hint = f" Maksud Anda {' atau '.join(near)}?" if near else ""
    return f"Tidak ada aturan {error.asked!r}.{hint} Daftar aturan: patuh rules list"
