"""
A whole run: documents over workers, reports into streams, totals.

Workers print what they audit, in every format asked for; the parent process only puts the pieces in order, so it stays
small however many documents there are.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Protocol

from annotating.notes import CopySpec
from auditing.about import version
from auditing.copies import FAILED, Copies, Fate, fate_of, noted, write_copy
from auditing.document import (
    PLAIN,
    Judge,
    audit_entries,
    failed_document,
    internal,
    out_of_memory,
    out_of_time,
    since,
    viewed,
)
from auditing.files import Input
from auditing.limits import read_options
from auditing.selection import Selection, Wish, select_rules
from auditing.view import View
from auditing.workers import Failure, Limits, Pool, Reply
from engine.audit import Auditor
from engine.pack import Pack, cached_pack, load_pack
from engine.settings import OwnSettings, tuned
from extraction.sop import WORKDAY_MINUTES
from reports.labels import Language
from reports.printer import Printer
from reports.tally import Figures, Tally, figures
from schemas.entry import Entry
from schemas.report import DocumentError, Tool

if TYPE_CHECKING:
    from auditing.since import Past

DAMAGING = frozenset({"memory", "internal"})
"""Errors after which a worker is not trusted with another document, besides those of the rule engine."""


@dataclass(frozen=True)
class RuleChoice:
    """Which rules judge, and in which language they speak; every worker makes the same of it."""

    folders: tuple[Path, ...]
    """The rules of patuh, then those of the organisation."""
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    lang: Language = "id"
    profile: str | None = None
    """None: that of the settings, else the default."""
    own: OwnSettings = field(default_factory=OwnSettings)
    kept: bool = True
    """Whether the compiled rules may be kept in the user's cache; not those of folders that are soon gone."""

    def pack(self, *, whole: bool = False) -> Pack:
        """
        Load the rules, as the settings change them.

        Args:
            whole: Also what judging does not need, such as their cases.

        Raises:
            RulePackErrors: They are not valid, or (SettingsErrors) the settings are not.
        """
        folders = own_folders(self.folders, self.own)
        if not self.kept:
            return tuned(load_pack(*folders, tables=self.own.tables), self.own)
        return tuned(cached_pack(*folders, tables=self.own.tables, whole=whole), self.own)

    def selection(self, pack: Pack) -> Selection:
        """
        Return the rules of this choice.

        Raises:
            UnknownRuleError: `only` or `skip` names a rule that does not exist.
            NoRulesError: No rule is left.
        """
        return select_rules(pack, self.own, Wish(self.profile, self.only, self.skip))

    def judge(self, pack: Pack, as_of: dt.date) -> Judge:
        """
        Compile the chosen rules.

        Raises:
            UnknownRuleError: `only` or `skip` names a rule that does not exist.
            NoRulesError: No rule is left.
            EngineError: durable_rules is missing or refuses the rules.
        """
        auditor = Auditor(pack, only=self.selection(pack).names, lang=self.lang)
        minutes = self.own.settings.check.workday_minutes or WORKDAY_MINUTES
        return Judge(auditor, pack, as_of, minutes, read_options(self.own))


def own_folders(folders: Sequence[Path], own: OwnSettings) -> tuple[Path, ...]:
    """Return the folders of rules, that of the settings after ours, each once."""
    listed = [*folders[:1], *filter(None, [own.folder]), *folders[1:]]
    return tuple({folder.resolve(): folder for folder in reversed(listed)}.values())[::-1]


@dataclass(frozen=True, slots=True)
class Audited:
    """What comes back of one file."""

    printed: tuple[tuple[bytes, ...], ...]
    """For each format the printed documents of the file."""
    figures: tuple[Figures, ...]
    errors: tuple[tuple[str, str], ...] = ()
    """Path and message of what could not be audited, or not be copied."""
    copy: Fate | None = None
    """What became of its annotated copy; None where none was asked for."""


@dataclass
class DocumentWork:
    """The work of one worker; it can be sent to a process that was not forked, and then loads its rules there."""

    choice: RuleChoice
    as_of: dt.date
    printers: tuple[Printer, ...]
    judge: Judge | None = field(default=None, repr=False)
    """Made beforehand where processes are forked, so that they share it."""
    copies: Copies | None = None
    """Where annotated copies go."""
    view: View = PLAIN
    """How documents are shown."""

    def __call__(self, task: Input) -> Reply[Audited]:
        """Audit one file and print it in all formats."""
        if self.judge is None:
            self.judge = self.choice.judge(self.choice.pack(), self.as_of)
        entries = audit_entries(task.path, task.shown, self.judge, task.inside, self.view)
        reports = [entry.report for entry in entries]
        damaged = any(error.code in DAMAGING for report in reports for error in report.errors)
        last = damaged or self.judge.damaged
        fate = fate_of(reports) if self.copies else None
        if self.copies is None or fate is not None:
            return Reply(printed(entries, self.printers, fate), last=last)
        fallback = printed(_noted(entries), self.printers, "failed")
        return Reply(fallback, last=last, then=lambda: self._copied(task, entries, last=last))

    def _copied(self, task: Input, entries: list[Entry], *, last: bool) -> Reply[Audited]:
        """Write the annotated copy of a file that is audited."""
        reports = [entry.report for entry in entries]
        assert self.judge is not None
        assert self.copies is not None
        spec = CopySpec(PurePath(task.shown).name, self.as_of, self.choice.lang)
        reason = write_copy(task, self.copies, reports, spec, self.judge.options)
        if reason is None:
            return Reply(printed(entries, self.printers, "written"), last=last)
        return Reply(printed(_noted(entries, reason), self.printers, "failed"), last=last)

    def __getstate__(self) -> dict[str, Any]:
        return self.__dict__ | {"judge": None}


class FailedWork:
    """Makes the report of a file whose worker failed."""

    def __init__(self, printers: tuple[Printer, ...], view: View = PLAIN) -> None:
        self._printers = printers
        self._view = view

    def __call__(self, task: Input, failure: Failure) -> Audited:
        """Print a document that says what happened."""
        reports = since([failed_document(task.shown, failure_problem(failure, task.path.name))], self._view)
        return printed([viewed(report, self._view) for report in reports], self._printers)


class Sink(Protocol):
    """Where a report goes."""

    def write(self, data: bytes, /) -> int:
        """Write."""
        ...

    def flush(self) -> None:
        """Hand over what is held back."""
        ...


@dataclass(frozen=True, slots=True)
class Output:
    """One format and where it goes."""

    printer: Printer
    stream: Sink


def audit_all(
    inputs: Iterable[Input], work: DocumentWork, *, jobs: int, limits: Limits | None = None
) -> Generator[Audited, None, None]:
    """
    Audit all *inputs* in worker processes.

    Args:
        inputs: The files.
        work: What a worker does.
        jobs: How many worker processes.
        limits: What one document may cost.

    Returns:
        The results in the order of the inputs; closing it ends the workers.
    """
    pool: Pool[Input, Audited] = Pool(work, FailedWork(work.printers, work.view), jobs=jobs, limits=limits)
    return pool.results(inputs)


def write_reports(
    results: Iterable[Audited],
    outputs: Sequence[Output],
    letters: Sequence[str],
    on_file: Callable[[Audited], None],
    past: Past | None = None,
    missing: int | None = None,
) -> Tally:
    """
    Write the reports while the audit goes on.

    Args:
        results: What the workers printed, for the printers of *outputs* in their order.
        outputs: Where it goes.
        letters: The grades from the best to the worst.
        on_file: Called after each file, for progress and messages.
        past: The earlier report, whose documents that are missing now are counted.
        missing: How many of them are missing, where that is known already.

    Returns:
        The totals.
    """
    tally = Tally(missing=missing)
    for output in outputs:
        output.stream.write(output.printer.head())
    for audited in results:
        for output, printed in zip(outputs, audited.printed, strict=True):
            output.stream.write(output.printer.joined(printed, first=tally.documents == 0))
        tally.add(audited.figures)
        on_file(audited)
    if past is not None:
        tally.missing = len(past.missing(tally.earlier, tally.unread))
    summary = tally.summary(letters)
    for output in outputs:
        output.stream.write(output.printer.tail(summary, tally.unknown))
        output.stream.flush()
    return tally


def tool() -> Tool:
    """This program, as reports name it."""
    return Tool(version=version(), engine=f"durable_rules {version('durable-rules')}")


def _noted(entries: Sequence[Entry], *reason: str) -> list[Entry]:
    """The entries of a file whose copy could not be made."""
    reports = noted([entry.report for entry in entries], *reason)
    return [Entry(report=report, words=entry.words) for report, entry in zip(reports, entries, strict=True)]


def printed(entries: Sequence[Entry], printers: Sequence[Printer], copy: Fate | None = None) -> Audited:
    """Print the documents of one file in all formats."""
    reports = [entry.report for entry in entries]
    failed = [(report.path, notice.message) for report in reports for notice in report.notices if notice.code == FAILED]
    return Audited(
        printed=tuple(tuple(printer.document(one.report, one.words) for one in entries) for printer in printers),
        figures=tuple(map(figures, reports)),
        errors=(*((report.path, error.message) for report in reports for error in report.errors), *failed),
        copy=copy,
    )


def failure_problem(failure: Failure, name: str) -> DocumentError:
    """Say why a worker has no result for the document of that name."""
    if failure.cause == "memory":
        return out_of_memory(name)
    if failure.cause == "internal":
        return internal(failure.detail)
    if failure.cause == "timeout":
        return out_of_time(name, failure.detail)
    return DocumentError(
        code="worker-died",
        message=f"Proses pemeriksa berhenti mendadak ({failure.detail}) saat memeriksa dokumen ini. "
        "Coba lagi; bila terulang, laporkan kepada pengelola patuh beserta berkasnya.",
    )
