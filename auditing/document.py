"""
One file: bytes in, reports out.

This is the single place where every problem of a file becomes an error *of that document*, so that the others go on.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import stat
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol, get_args

from auditing.files import ARCHIVE, Inside, inside_name
from auditing.view import View
from engine.audit import Auditor, Judgement
from engine.errors import EngineError, TooLargeError
from engine.facts import sop_facts
from engine.grading import Grader
from engine.knowledge import Knowledge
from engine.pack import Pack
from extraction.signing import signing_notices
from extraction.sop import WORKDAY_MINUTES, extract
from readers.errors import ReadError
from readers.limits import SPLIT_DOCUMENTS
from readers.options import ReadOptions
from readers.reader import is_data, is_packed, most_bytes, read_document
from schemas.blocks import Document, Notice
from schemas.entry import DocumentWords, Entry
from schemas.facts import Fact, Facts
from schemas.performance import PerformanceReport
from schemas.report import DocumentError, DocumentKind, DocumentReport, Outcome
from schemas.sop import Sop

if TYPE_CHECKING:
    from auditing.document_lines import Extent
    from auditing.masking import Mask

Subject = Sop | PerformanceReport | None
"""What was read out of a document."""

PLAIN = View()
HEAD_BYTES = 32
"""Bytes that tell of what kind a file is, to know how large it may be."""
_MB = 1024 * 1024


class NoSopError(Exception):
    """A rule case names a document in which there is no SOP."""


@dataclass(frozen=True, slots=True)
class Judge:
    """The rules, ready to judge, and how their findings are graded. One for a process."""

    auditor: Auditor
    pack: Pack
    as_of: dt.date
    """The day on which documents are judged."""
    workday_minutes: int = WORKDAY_MINUTES
    """Minutes of a working day, for times that are stated in days."""
    options: ReadOptions = field(default_factory=ReadOptions)
    """How much of a file is read, and by which means."""
    grader: Grader = field(init=False, repr=False)
    kinds: Mapping[DocumentKind, frozenset[str]] = field(init=False, repr=False)
    """Kind of document -> the kinds of facts that the rules ask for."""

    def __post_init__(self) -> None:
        """Prepare the grading."""
        object.__setattr__(self, "grader", Grader(self.pack))
        kinds: tuple[DocumentKind, ...] = get_args(DocumentKind)
        object.__setattr__(self, "kinds", {kind: self.auditor.kinds(kind) for kind in kinds})

    @property
    def damaged(self) -> bool:
        """The rule engine failed, and this process must not judge any more."""
        return self.auditor.poisoned


def read_file(path: Path, options: ReadOptions | None = None) -> Document:
    """
    Read one file, of any kind.

    Raises:
        ReadError: with an Indonesian message that says what is wrong and what to do.
    """
    options = options or ReadOptions()
    return read_document(_bytes(path, options), name=path.name, options=options)


def document_facts(path: Path, *, as_of: dt.date, known: Knowledge | None = None) -> Sequence[Fact] | Facts:
    """
    Facts of a document of performance data or of the first SOP of a file, for the cases of rules.

    Raises:
        ReadError: The file cannot be read.
        NoSopError: It holds no SOP.
    """
    extraction = extract(read_file(path))
    if extraction.performance is not None:
        return _performance_facts(extraction.performance, as_of, known)
    if not extraction.sops:
        raise NoSopError(f"{path}: {extraction.kind}")
    return sop_facts(extraction.sops[0], as_of=as_of, known=known)


def audit_file(path: Path, shown: str, judge: Judge, inside: Inside | None = None) -> list[DocumentReport]:
    """
    Audit one file; never raises for what is in it.

    Args:
        path: The file.
        shown: Its path as the report gives it.
        judge: The rules.
        inside: Which document of it, when the file is an archive.

    Returns:
        One report, or one for each SOP when the file holds several.
    """
    return [entry.report for entry in audit_entries(path, shown, judge, inside)]


def audit_entries(
    path: Path, shown: str, judge: Judge, inside: Inside | None = None, view: View = PLAIN
) -> list[Entry]:
    """Audit one file as `audit_file` does, with what *view* asks for."""
    mark, name = _Mark(), inside.file if inside else path.name
    try:
        document = read_document(mark.bytes_of(path, judge.options, inside), name=name, options=judge.options)
        extraction = extract(document, workday_minutes=judge.workday_minutes)
    except Exception as error:  # noqa: BLE001 - the boundary named in the docstring of this module
        failed = [failed_document(shown, problem(error, name), mark.sha256, mark.length)]
        return [viewed(report, view) for report in since(failed, view)]
    subjects: list[Subject] = [extraction.performance or None] if not extraction.sops else list(extraction.sops)
    mask = _mask(document, subjects, judge) if view.masks else None
    reports = since([judged(part, judge) for part in document_parts(document, extraction, shown)], view, mask)
    extents = [one.extent for one in extraction.sops] if len(reports) > 1 else [None]
    return [viewed(report, view, document, mask, part) for report, part in zip(reports, extents, strict=True)]


def audit_by_each(
    path: Path, shown: str, judges: Sequence[Judge], inside: Inside | None = None
) -> list[list[DocumentReport]]:
    """
    Audit one file as `audit_file` does, by several sets of rules, and read it once.

    Args:
        path: The file.
        shown: Its path as the reports give it.
        judges: The rules; all read with the options of the first.
        inside: Which document of it, when the file is an archive.

    Returns:
        For each of *judges* one report for each document of the file.
    """
    mark, name = _Mark(), inside.file if inside else path.name
    try:
        document = read_document(mark.bytes_of(path, judges[0].options, inside), name=name, options=judges[0].options)
        extraction = extract(document, workday_minutes=judges[0].workday_minutes)
    except Exception as error:  # noqa: BLE001 - the boundary named in the docstring of this module
        failed = failed_document(shown, problem(error, name), mark.sha256, mark.length)
        return [[failed] for _ in judges]
    return [[judged(part, judge) for part in document_parts(document, extraction, shown)] for judge in judges]


def _mask(document: Document, subjects: Sequence[Subject], judge: Judge) -> Mask:
    """What is known of the persons in a file."""
    from auditing.masking import Mask  # noqa: PLC0415 - takes long to import, and few reports are masked

    return Mask(document, subjects, judge.pack.rules)


def since(reports: list[DocumentReport], view: View, mask: Mask | None = None) -> list[DocumentReport]:
    """
    Return the documents of one file with what became of them since the earlier report of *view*, if it has one.

    Args:
        reports: What the audit found.
        view: What is wanted.
        mask: Of the file: a masked earlier report is compared with masked findings. None where nothing is known of it.
    """
    if view.past is None:
        return reports
    from auditing.since import compared  # noqa: PLC0415 - most runs compare with nothing

    if not view.past.masked:
        return compared(reports, view.past)
    from auditing.masking import Mask, masked, unmasked  # noqa: PLC0415 - as above

    mask = mask or Mask()
    hidden = compared([masked(Entry(report=report), mask).report for report in reports], view.past)
    return [unmasked(one, report) for one, report in zip(hidden, reports, strict=True)]


def viewed(
    report: DocumentReport,
    view: View,
    document: Document | None = None,
    mask: Mask | None = None,
    extent: Extent | None = None,
) -> Entry:
    """
    Return the entry of one document as *view* wants it.

    Args:
        report: What the audit found.
        view: What is wanted.
        document: None where it could not be read.
        mask: Of the file, where `view.masks`; None where nothing is known of it.
        extent: The first and the last line of the document, where the file holds several.
    """
    words = _words(document, report, extent) if view.words and document is not None else None
    entry = Entry(report=report, words=words)
    if not view.mask:
        return entry
    from auditing.masking import Mask, masked  # noqa: PLC0415 - as above

    return masked(entry, mask or Mask())


def _words(document: Document, report: DocumentReport, extent: Extent | None) -> DocumentWords:
    from auditing.document_words import document_words  # noqa: PLC0415 - few reports show them

    return document_words(document, report, extent)


class _Mark:
    """What is kept of the bytes of a file: they are gone as soon as they are read, for a table may need the room."""

    def __init__(self) -> None:
        self.sha256: str | None = None
        self.length: int | None = None

    def bytes_of(self, path: Path, options: ReadOptions, inside: Inside | None) -> bytes:
        """Read the document and note its digest."""
        data = document_bytes(path, inside, options)
        self.sha256, self.length = hashlib.sha256(data).hexdigest(), len(data)
        return data


def failed_document(
    shown: str, error: DocumentError, sha256: str | None = None, length: int | None = None
) -> DocumentReport:
    """The report of a file that could not be audited, with digest and length when its bytes could be read."""
    return DocumentReport(
        path=shown,
        sha256=sha256,
        bytes=length,
        media=None,
        kind="unknown",
        errors=(error,),
    )


def problem(error: Exception, name: str = "") -> DocumentError:
    """Say what went wrong with the document of this name, where, and what to do about it; lets go of what was read."""
    _let_go(error)
    if isinstance(error, ReadError):
        return DocumentError(code=error.code, message=error.message)
    if isinstance(error, OSError):
        return _os_problem(error)
    if isinstance(error, EngineError):
        return _engine_problem(error.code, str(error), name)
    if isinstance(error, MemoryError):
        return out_of_memory(name)
    return internal(type(error).__name__)


def _let_go(error: BaseException | None) -> None:
    """
    Free what the functions held in which it happened.

    Where memory ran out it would not be enough to say so: native code that finds none ends the process.
    """
    while error is not None:
        error.__traceback__ = None
        error = error.__context__


def out_of_memory(name: str) -> DocumentError:
    """The document needed more memory than a worker may have."""
    advice = _smaller(name, "worker_memory_mb")
    return DocumentError(code="memory", message=f"Memori tidak cukup untuk dokumen ini. {advice}")


def out_of_time(name: str, seconds: str) -> DocumentError:
    """The document needed more time than a document may take."""
    advice = _smaller(name, "document_seconds")
    return DocumentError(code="timeout", message=f"Pemeriksaan dihentikan setelah {seconds} detik. {advice}")


def _smaller(name: str, setting: str | None) -> str:
    """What to do about a file that is too much: texts hold several SOPs, data has many rows."""
    if not is_data(name):
        return SPLIT_DOCUMENTS
    raised = f", atau naikkan {setting} pada [limits] di patuh.toml" if setting else ""
    return f"Pecah data menjadi beberapa berkas{raised}, lalu periksa lagi."


def internal(exception: str) -> DocumentError:
    """A fault of this program, told by the name of the exception."""
    return DocumentError(
        code="internal",
        message=f"Kesalahan di dalam patuh ({exception}), bukan pada dokumen. "
        "Dokumen ini tidak dinilai; laporkan kepada pengelola patuh beserta berkasnya.",
    )


def document_bytes(path: Path, inside: Inside | None, options: ReadOptions) -> bytes:
    """
    Return the bytes of a document: of a file, or of a file in an archive.

    Raises:
        ReadError: They are too many, or the archive refuses them.
        OSError: They cannot be read.
    """
    return _bytes(path, options) if inside is None else _bytes_inside(path, inside, options)


def _bytes(path: Path, options: ReadOptions) -> bytes:
    """The bytes of a file, but no more than a reader takes, and not from a pipe that may never end."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
        raise ReadError("unreadable", "Bukan berkas biasa. Simpan isinya sebagai berkas .txt atau .md lebih dahulu.")
    with path.open("rb") as stream:
        head = stream.read(HEAD_BYTES)
        if path.suffix.lower() == ARCHIVE and is_packed(head):
            _refuse_archive(stream, status.st_size, path.name, options)
        most = _allowed(head, status.st_size, path.name, options)
        stream.seek(0)
        return stream.read(most + 1)


def _bytes_inside(path: Path, inside: Inside, options: ReadOptions) -> bytes:
    """The bytes of a document of an archive, unpacked in memory."""
    from readers.archive import Member  # noqa: PLC0415 - archives are rare

    with path.open("rb") as stream:
        member = Member(stream, inside.place, inside.fault, inside.file, options.archives)
        if inside.named and inside_name(member.path) != inside.name:
            raise ReadError(
                "unreadable", "Arsip ini diganti selagi diperiksa. Periksa lagi bila arsip itu sudah lengkap."
            )
        _allowed(member.head(HEAD_BYTES), member.size, inside.file, options)
        return member.read()


def _refuse_archive(stream: BinaryIO, size: int, name: str, options: ReadOptions) -> None:
    """Only an archive that cannot be taken comes here as one file: say why, before its size is held against it."""
    from readers.archive import refusal  # noqa: PLC0415 - archives are rare

    problem = refusal(stream, size, name, options.archives)
    if problem is not None:
        raise problem


def _allowed(head: bytes, size: int, name: str, options: ReadOptions) -> int:
    """How large a file that begins so may be; raises when it is larger."""
    most, setting = most_bytes(head, name, options)
    if size > most:
        advice = _smaller(name, setting) if setting else "Pecah menjadi satu SOP per berkas."
        raise ReadError("too-large", f"Berkas berukuran {-(-size // _MB)} MB (batas {most // _MB} MB). {advice}")
    return most


def _engine_problem(code: str, detail: str, name: str) -> DocumentError:
    if code == TooLargeError.code:
        message = f"Isi dokumen melampaui batas mesin aturan ({detail}). {_smaller(name, None)}"
    else:
        message = f"Mesin aturan gagal menilai dokumen ini ({detail}). Laporkan kepada pengelola patuh."
    return DocumentError(code=code, message=message)


def _os_problem(error: OSError) -> DocumentError:
    if isinstance(error, FileNotFoundError):
        return DocumentError(code="not-found", message="Berkas tidak ada. Periksa nama dan letaknya.")
    if isinstance(error, PermissionError):
        return DocumentError(
            code="unreadable", message="Berkas tidak boleh dibaca (izin ditolak). Minta hak baca kepada pemiliknya."
        )
    reason = error.strerror or type(error).__name__
    return DocumentError(
        code="unreadable",
        message=f"Berkas tidak dapat dibaca ({reason}). Periksa apakah berkas itu dapat dibuka, lalu coba lagi.",
    )


class WasRead(Protocol):
    """What a report tells of the file itself: a document that was read, or what is kept of one."""

    @property
    def media(self) -> str: ...  # noqa: D102
    @property
    def bytes(self) -> int: ...  # noqa: D102
    @property
    def sha256(self) -> str: ...  # noqa: D102
    @property
    def notices(self) -> tuple[Notice, ...]: ...  # noqa: D102


class WasFound(Protocol):
    """What was found in it: an extraction, or what is kept of one."""

    @property
    def kind(self) -> Any: ...  # noqa: D102
    @property
    def sops(self) -> tuple[Sop, ...]: ...  # noqa: D102
    @property
    def performance(self) -> PerformanceReport | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a file, ready to be judged."""

    about: DocumentReport
    """What is known of it before."""
    subject: Subject


def document_parts(document: WasRead, found: WasFound, shown: str) -> list[Part]:
    """Return the documents of a file that was read: each of its SOPs, or the file itself."""
    if found.performance is not None:
        return [Part(_about_performance(document, found.performance, shown), found.performance)]
    if not found.sops:
        about = DocumentReport(
            path=shown,
            sha256=document.sha256,
            bytes=document.bytes,
            media=document.media,
            kind=found.kind,
            notices=document.notices,
        )
        return [Part(about, None)]
    several = len(found.sops) > 1
    return [
        Part(_about(document, sop, shown, part if several else None), sop)
        for part, sop in enumerate(found.sops, start=1)
    ]


def judged(part: Part, judge: Judge, as_of: dt.date | None = None) -> DocumentReport:
    """
    Return the report of one document; never raises for what is in it.

    Args:
        part: The document.
        judge: The rules.
        as_of: The day on which it is judged, where it is not that of *judge*.
    """
    if part.subject is None:
        return part.about
    try:
        return graded(part.about, judgement_of(part.subject, judge, as_of), judge.grader)
    except Exception as error:  # noqa: BLE001 - as above: one SOP of a file must not cost the others
        return part.about.model_copy(update={"errors": (problem(error, part.about.path),)})


def judgement_of(
    subject: Sop | PerformanceReport,
    judge: Judge,
    as_of: dt.date | None = None,
    rules: Collection[str] | None = None,
) -> Judgement:
    """Judge one document as `judged` does, or by the *rules* of these names, but let faults out."""
    day, known = judge.as_of if as_of is None else as_of, judge.pack.knowledge
    kind: DocumentKind = "sop" if isinstance(subject, Sop) else "performance"
    kinds = judge.kinds[kind] if rules is None else judge.auditor.kinds(kind, rules)
    facts: Sequence[Fact] | Facts
    if isinstance(subject, Sop):
        facts = sop_facts(subject, as_of=day, known=known, kinds=kinds)
    else:
        facts = _performance_facts(subject, day, known, kinds)
    return judge.auditor.judge(facts, kind, rules)


def _performance_facts(
    report: PerformanceReport, as_of: dt.date, known: Knowledge | None, kinds: Collection[str] | None = None
) -> Facts:
    from engine.performance_facts import performance_facts  # noqa: PLC0415  # many modules, of no use to an SOP

    return performance_facts(report, as_of=as_of, known=known, kinds=kinds).whole()


def _about_performance(document: WasRead, report: PerformanceReport, shown: str) -> DocumentReport:
    return DocumentReport.model_construct(
        path=shown,
        sha256=document.sha256,
        bytes=document.bytes,
        media=document.media,
        kind="performance",
        title=report.title.value if report.title else None,
        unit=report.unit.value if report.unit else None,
        notices=report.notices,
    )


def _about(document: WasRead, sop: Sop, shown: str, part: int | None) -> DocumentReport:
    return DocumentReport.model_construct(
        path=shown,
        part=part,
        sha256=document.sha256,
        bytes=document.bytes,
        media=document.media,
        kind="sop",
        title=sop.titles[0].value if sop.titles else None,
        unit=sop.unit.value if sop.unit else None,
        notices=(document.notices if part in (None, 1) else ()) + signing_notices(sop),
    )


def graded(about: DocumentReport, judgement: Judgement, grader: Grader) -> DocumentReport:
    """Return the report of a document with what the rules say of it, and what it is worth."""
    if judgement.errors:
        errors = tuple(_engine_problem(error.code, error.message, about.path) for error in judgement.errors)
        return about.model_copy(update={"outcomes": judgement.counts(), "errors": errors})
    graded = grader.grade(judgement)
    return about.model_copy(
        update={
            "score": graded.score,
            "grade": graded.grade,
            "verdict": graded.verdict,
            "levers": graded.levers,
            "outcomes": judgement.counts(),
            "findings": judgement.findings,
            "not_evaluated": judgement.not_evaluated,
            "clean": judgement.with_outcome(Outcome.CLEAN),
            "not_applicable": judgement.with_outcome(Outcome.NOT_APPLICABLE),
            "notices": about.notices + judgement.notices,
        }
    )
