"""
What a worker of a night does: tell what a document is, read it, judge it, judge again what was read before.

Nothing that is in a document raises here: what cannot be read is a `Problem`. A verdict is about a content, wherever it
lies, so no message of it bears the name of a file.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, Final

from archive.gathering import packed_told
from archive.merging import merged
from archive.models import Models, StoredModelError, packed_models, packed_report, unpacked_models, unpacked_report
from archive.tasks import (
    Answer,
    Audit,
    Audited,
    Earlier,
    FoundFinding,
    Identified,
    Identify,
    Judged,
    Problem,
    Rejudge,
    Task,
)
from auditing.document import Judge, Part, document_bytes, document_parts, judged, judgement_of, problem
from auditing.files import Input
from auditing.limits import read_options
from auditing.run import RuleChoice, failure_problem
from auditing.workers import Failure, Reply
from engine.auditday import AuditDay
from engine.pack import Pack
from extraction.sop import extract
from readers.options import ReadOptions
from readers.reader import read_document
from schemas.report import DocumentError, DocumentReport

PASSING: Final = frozenset(
    {"unreadable", "not-found", "timeout", "memory", "worker-died", "internal", "engine", "model"}
)
"""Codes of problems that may be gone tomorrow: they lie in the machine or the program, not in the document."""
_LACKING: Final = frozenset({"memory", "engine"})
"""Those of them that judging may end with; any other failure of it is the same tomorrow, until the program changes."""
_DAMAGING: Final = _LACKING | {"internal"}
"""Codes after which a worker is not trusted with another document."""

DIGEST_CHARACTERS: Final = 64
"""At the beginning of a content key: SHA-256 in hex; the suffix follows."""
_SUFFIX_CHARACTERS: Final = 16
_NAME: Final = "berkas-yang-diperiksa"
"""What a document is called while it is read, but for its suffix."""


def content_key(data: bytes, name: str) -> str:
    """Return the key of a content: the digest of its bytes, and the suffix of its name, which chooses the reader."""
    return hashlib.sha256(data).hexdigest() + _suffix(name)


def _suffix(name: str) -> str:
    """The suffix in lower case; none where it is too long, or not valid Unicode, for one that a reader knows."""
    suffix = PurePath(name).suffix.lower()
    try:
        suffix.encode()
    except UnicodeEncodeError:
        return ""
    return suffix if len(suffix) <= _SUFFIX_CHARACTERS and suffix.isprintable() else ""


@dataclass
class NightWork:
    """
    The work of one worker; sent to another process, or another machine, it loads its rules there.

    What it holds besides (the judge) is made where it is first needed.
    """

    choice: RuleChoice
    as_of: dt.date
    pack: Pack | None = None
    """The rules, where processes are forked and share them."""
    judge: Judge | None = field(default=None, repr=False)
    """Made beforehand where processes are forked."""

    def __call__(self, task: Task) -> Reply[Answer]:
        """Do one task."""
        if isinstance(task, Identify):
            return Reply(Identified(tuple(self._identified(one) for one in task.inputs)))
        answer, codes = self._audited(task) if isinstance(task, Audit) else self._rejudged(task)
        return Reply(answer, last=not _DAMAGING.isdisjoint(codes) or self.ready().damaged)

    def ready(self) -> Judge:
        """
        Return the compiled rules, making them if need be.

        Raises:
            PatuhError: They are not valid, or the engine refuses them.
        """
        if self.judge is None:
            self.pack = self.pack or self.choice.pack()
            self.judge = self.choice.judge(self.pack, self.as_of)
        return self.judge

    def _options(self) -> ReadOptions:
        """How much of a file is read; telling what a file is needs no rules."""
        return self.judge.options if self.judge is not None else read_options(self.choice.own)

    def __getstate__(self) -> dict[str, Any]:
        return self.__dict__ | {"pack": None, "judge": None}

    def _identified(self, one: Input) -> str | Problem:
        name = _name(one)
        try:
            return content_key(document_bytes(one.path, one.inside, self._options()), name)
        except Exception as error:  # noqa: BLE001 - the boundary named in the docstring of this module
            return _problem(error, name)

    def _audited(self, task: Audit) -> tuple[Audited, set[str]]:
        """Read and judge a document; also the codes of what went wrong."""
        name = _name(task.input)
        judge, key = self.ready(), None
        try:
            data = task.data
            if data is None:
                data = document_bytes(task.input.path, task.input.inside, judge.options)
            key = content_key(data, name)
            document = read_document(data, name=_named(key), options=judge.options)
            del data
            extraction = extract(document, workday_minutes=judge.workday_minutes)
            models = Models(
                document.media,
                document.bytes,
                document.sha256,
                document.notices,
                extraction.kind,
                extraction.sops,
                extraction.performance,
            )
            packed, told = packed_models(models), packed_told(extraction)
        except Exception as error:  # noqa: BLE001 - as above
            return _failed(_problem(error, name), key)
        return self._answer(key, models, packed, told)

    def _rejudged(self, task: Rejudge) -> tuple[Audited, set[str]]:
        """Judge again what was read before."""
        try:
            models = unpacked_models(task.models)
        except StoredModelError as error:
            return _failed(Problem("model", f"{_DAMAGED} ({error})."), task.content)
        verdicts = self._merged(task, models) if task.earlier else None
        if verdicts is not None:
            return _answered(task.content, verdicts, None, ())
        return self._answer(task.content, models)

    def _merged(self, task: Rejudge, models: Models) -> list[_Verdict] | None:
        """Judge by the rules that changed alone; None where that cannot be done."""
        parts = document_parts(models, models, _named(task.content))
        if len(parts) != len(task.earlier):
            return None
        found: list[_Verdict] = []
        for part, earlier in zip(parts, task.earlier, strict=True):
            verdict = self._merged_part(task, part, earlier)
            if verdict is None:
                return None
            found.append(verdict)
        return found

    def _merged_part(self, task: Rejudge, part: Part, earlier: Earlier) -> _Verdict | None:
        judge, day = self.ready(), AuditDay(self.as_of)
        if not earlier.since <= self.as_of <= earlier.until:
            return None
        try:
            old = unpacked_report(earlier.report, part.about.path, part.about.part)
            if old.errors:
                return None
            if part.subject is None:
                return _Verdict(old, earlier.since, earlier.until)
            judgement = judgement_of(part.subject, judge, day, task.changed)
            if judgement.errors:
                return None
            report = merged(old, judgement, {*task.changed, *task.removed}, judge.grader)
        except Exception:  # noqa: BLE001 - judging by all rules tells what is wrong
            return None
        return _Verdict(report, max(day.since, earlier.since), min(day.until, earlier.until))

    def _answer(
        self, key: str, models: Models, packed: bytes | None = None, told: tuple[bytes, ...] = ()
    ) -> tuple[Audited, set[str]]:
        verdicts = list(self._verdicts(models, key))
        return _answered(key, verdicts, packed, told)

    def _verdicts(self, models: Models, key: str) -> Iterator[_Verdict]:
        judge = self.ready()
        for part in document_parts(models, models, _named(key)):
            day = AuditDay(self.as_of)
            yield _Verdict(judged(part, judge, day), day.since, day.until)


_DAMAGED = "Hasil bacaan yang tersimpan tidak dapat dipakai lagi, sehingga berkasnya perlu dibaca ulang"


class FailedNight:
    """Makes the answer for a task whose worker failed."""

    def __call__(self, task: Task, failure: Failure) -> Answer:
        """Say what happened to the document, or to each of the file."""
        if isinstance(task, Identify):
            return Identified(tuple(_said(failure_problem(failure, _name(one)), _name(one)) for one in task.inputs))
        if isinstance(task, Audit):
            return _failed(_said(failure_problem(failure, _name(task.input)), _name(task.input)), None)[0]
        name = _named(task.content)
        return _failed(_said(failure_problem(failure, name), name), task.content)[0]


@dataclass(frozen=True, slots=True)
class _Verdict:
    """A report, and the days of audit on which it would be the same."""

    report: DocumentReport
    since: dt.date
    until: dt.date


def _answered(
    key: str, verdicts: Sequence[_Verdict], packed: bytes | None, told: tuple[bytes, ...]
) -> tuple[Audited, set[str]]:
    """Return the answer; where judging failed for want of something the machine lacks, there is none but that."""
    errors = [error for one in verdicts for error in one.report.errors]
    lacking = [error for error in errors if error.code in _LACKING]
    codes = {error.code for error in errors}
    if lacking:
        return _failed(_said(lacking[0], _named(key)), key)[0], codes
    return Audited(key, tuple(map(_packed, verdicts)), packed, told), codes


def _failed(what: Problem, key: str | None) -> tuple[Audited, set[str]]:
    return Audited(key, problem=what, passing=what.code in PASSING), {what.code}


def judged_report(report: DocumentReport, since: dt.date, until: dt.date) -> Judged:
    """A report as the store keeps it; on each day of audit from *since* to *until* it is the same."""
    return _packed(_Verdict(report, since, until))


def _packed(verdict: _Verdict) -> Judged:
    """One document of an answer."""
    report = verdict.report
    digest, data = packed_report(report)
    return Judged(
        digest=digest,
        report=data,
        kind=report.kind,
        title=report.title,
        unit=report.unit,
        score=float(report.score.value) if report.score else None,
        grade=report.grade.value if report.grade else None,
        verdict=report.verdict,
        outcomes=report.outcomes.model_dump(),
        findings=tuple(
            FoundFinding(one.fingerprint, one.rule, one.severity, one.confidence.value) for one in report.findings
        ),
        since=verdict.since,
        until=verdict.until,
    )


def _name(one: Input) -> str:
    return one.inside.file if one.inside else one.path.name


def _named(key: str) -> str:
    """What a content is called while it is read and judged: a reader is chosen, and advice given, by the suffix."""
    return _NAME + key[DIGEST_CHARACTERS:]


def _problem(error: Exception, name: str) -> Problem:
    return _said(problem(error, name), name)


def _said(error: DocumentError, name: str) -> Problem:
    """The problem of a document, without its name: the same content may lie under another tomorrow."""
    return Problem(error.code, _unnamed(_unnamed(error.message, _NAME + _suffix(name)), name))


def _unnamed(message: str, name: str) -> str:
    """The words with *this file* in place of its name."""
    if not name:
        return message
    return re.sub(
        rf"(?P<begin>^|[.!?] )?{re.escape(name)}",
        lambda found: "berkas ini" if found["begin"] is None else f"{found['begin']}Berkas ini",
        message,
    )
