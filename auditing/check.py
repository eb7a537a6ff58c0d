"""`patuh check` without its command line: files and rules in, reports and totals out."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, Protocol

from auditing.copies import prepared
from auditing.files import Inputs, select
from auditing.files import Selection as Files
from auditing.limits import worker_limits
from auditing.outputs import Lasting, ReportFiles, RequestError, spared
from auditing.progress import Progress
from auditing.run import DocumentWork, Output, RuleChoice, audit_all, tool, write_reports
from auditing.selection import Selection
from auditing.spool import Spool, SpoolPrinter
from auditing.view import View
from auditing.workers import default_jobs
from engine.audit import full_name
from engine.pack import Pack
from engine.settings import OwnSettings
from reports.book import Book, Canon, NotReadyError, Sender
from reports.formats import Format
from reports.json import JsonReport
from reports.printer import Printer
from reports.table import PLAIN_WIDTH, TableReport, TableStyle
from reports.tally import Tally
from schemas.report import Tool

SCREEN = "-"
"""The place of a report that goes to standard output."""
WITNESS = "bundel bukti"
"""What the report that is kept for a bundle is called in messages."""


class OutputError(Exception):
    """A report cannot be written where it should go."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place = place
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Screen:
    """Standard output."""

    stream: BinaryIO
    encoding: str = "utf-8"
    width: int = PLAIN_WIDTH
    """Columns."""
    colour: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """One report of a run."""

    form: Format
    place: str
    """A file, or `SCREEN`."""
    clerk: bool = False
    """For whoever mends the document, where the format has such a view."""


class Witness(Protocol):
    """Keeps what a bundle of evidence is made of afterwards."""

    @property
    def stream(self) -> BinaryIO:
        """Where the JSON report goes."""
        ...

    def selected(self, inputs: Inputs) -> None:
        """What will be audited."""
        ...


@dataclass(frozen=True, slots=True)
class Request:
    """What to audit, with which rules, into which reports."""

    paths: tuple[Path, ...]
    targets: tuple[Target, ...]
    rules: RuleChoice
    as_of: dt.date
    annotate: Path | None = None
    """The folder for annotated copies."""
    mask: bool = False
    """Replace NIPs and names of persons in all reports."""
    since: Path | None = None
    """An earlier report, with which this one is compared."""
    jobs: int | None = None
    """Worker processes; None = as many as the number of documents is worth."""
    witness: Witness | None = None


def check(request: Request, screen: Screen, progress: Progress) -> Tally:
    """
    Audit and write the reports.

    Raises:
        RulePackErrors: The rules are not valid.
        UnknownRuleError: A rule was asked for that does not exist.
        NoRulesError: No rule is left to judge by.
        EngineError: The rule engine is missing or refuses the rules.
        OutputError: A report cannot be opened for writing.
        UnwrittenError: Some reports could not be written; the others are complete.
        RequestError: A report would take the place of a file that is audited, or cannot be written on this machine.
        CopiesError: The folder for annotated copies cannot be used.
        SavedReportError: The earlier report is none.
    """
    ready(request.targets, sender(request.rules.own))
    books = any(target.form.module for target in request.targets)
    pack = request.rules.pack(whole=books)
    chosen = request.rules.selection(pack)
    judge = request.rules.judge(pack, request.as_of)
    copies = prepared(request.annotate, request.paths) if request.annotate else None
    selection = select(request.paths, judge.options.archives)
    spared([target.place for target in request.targets if target.place != SCREEN], selection.inputs)
    progress.selected(selection)
    if request.witness is not None:
        request.witness.selected(selection.inputs)
    makers = Makers(request, pack, chosen, screen)
    view = _view(request, chosen, selection)
    with open_outputs(request.targets, makers, screen) as (outputs, pages):
        printers = tuple(output.printer for output in outputs)
        work = DocumentWork(request.rules, request.as_of, printers, judge, copies, view)
        jobs = request.jobs or default_jobs(len(selection.inputs))
        letters = [band.letter for band in pack.grading.bands]
        limits = worker_limits(request.rules.own)
        with contextlib.closing(audit_all(selection.inputs, work, jobs=jobs, limits=limits)) as results:
            tally = write_reports(results, outputs, letters, progress.file_done, view.past)
        pages.write(lambda: makers.book(tally, letters, pages.spool))
    progress.end()
    if view.past is not None:
        progress.compared(view.past, tally)
    if copies is not None:
        progress.copied(str(request.annotate))
    return tally


def ready(targets: Sequence[Target], whose: Sender) -> None:
    """
    See whether reports can be written: one that cannot should not cost an hour first.

    Raises:
        RequestError: One cannot.
    """
    for target in targets:
        try:
            target.form.ready(whose)
        except NotReadyError as error:
            raise RequestError(str(error)) from error


def _view(request: Request, chosen: Selection, files: Files) -> View:
    words = any(target.form.words for target in request.targets)
    if request.since is None:
        return View(words=words, mask=request.mask)
    from auditing.since import read_past  # noqa: PLC0415 - most runs compare with nothing

    past = read_past(request.since, chosen.info, tool(), (one.shown for one in files.inputs))
    return View(words=words, mask=request.mask, past=past)


@dataclass(frozen=True, slots=True)
class Makers:
    """Makes the printers and the book of one run."""

    request: Request
    pack: Pack
    chosen: Selection
    screen: Screen
    tool: Tool = field(default_factory=tool)
    """The program that audited."""
    installed: str | None = None
    """As `Book.installed`."""

    def json(self) -> JsonReport:
        """The printer of JSON."""
        return JsonReport(self.tool, self.chosen.info, self.request.as_of, self.request.mask)

    def printer(self, target: Target) -> Printer:
        """The printer of one report."""
        if target.form.name == "json":
            return self.json()
        lang, screen = self.request.rules.lang, self.screen
        titles = {rule.name: rule.title.en if lang == "en" else rule.title.id for rule in self.pack.rules}
        regulations = {full_name(one, lang): one.short_name for one in self.pack.regulations.values()}
        rules, masked = self.chosen.info, self.request.mask
        style = TableStyle(lang=lang, titles=titles, regulations=regulations, rules=rules, masked=masked)
        if target.place == SCREEN:
            style = replace(style, width=screen.width, colour=screen.colour, encoding=screen.encoding)
        if not target.clerk:
            return TableReport(style)
        from reports.clerk_report import ClerkReport  # noqa: PLC0415 - the table needs none of it

        return ClerkReport(style)

    def book(self, tally: Tally, letters: Sequence[str], spool: Spool) -> Book:
        """What the reports of many pages are written from."""
        return Book(
            tool=self.tool,
            rules=self.chosen.info,
            as_of=self.request.as_of,
            masked=self.request.mask,
            summary=tally.summary(letters),
            unknown=tally.unknown,
            canon=canon(self.pack, self.chosen.names),
            sender=sender(self.request.rules.own),
            lang=self.request.rules.lang,
            entries=spool.entries,
            clerk=any(target.clerk for target in self.request.targets),
            installed=self.installed,
        )


def canon(pack: Pack, names: Collection[str]) -> Canon:
    """The rules of these names, and the law they rest on, for reports."""
    rules = tuple(rule for rule in pack.rules if rule.name in names)
    return Canon(rules, pack.regulations, pack.grading, pack.akip, pack.regulation_types)


def sender(own: OwnSettings) -> Sender:
    """Whose reports these are; the picture of the letterhead by a path that can be opened."""
    logo = own.beside(own.settings.organisation.logo)
    organisation = own.settings.organisation.model_copy(update={"logo": str(logo) if logo else None})
    return Sender(organisation, own.settings.report)


@dataclass(slots=True)
class Pages:
    """Reports that are written when all documents are audited."""

    spool: Spool
    files: ReportFiles
    writers: list[tuple[Format, BinaryIO]]
    put_by: Lasting | None = None
    """What writes the documents to the spool."""

    def write(self, book: Callable[[], Book]) -> None:
        """
        Put the reports in place that were printed meanwhile, and write the others, each apart from what befalls others.

        Raises:
            UnwrittenError: Some of them could not be written.
            BrokenPipeError: Nobody reads standard output any more.
        """
        self.files.keep_others(stream for _, stream in self.writers)
        for form, stream in self.writers:
            with self.files.writing(stream):
                if self.put_by is not None and self.put_by.error is not None:
                    raise self.put_by.error
                form.writer()(book(), stream)
        self.files.judge()


@contextlib.contextmanager
def open_outputs(targets: Sequence[Target], makers: Makers, screen: Screen) -> Iterator[tuple[list[Output], Pages]]:
    """Open all outputs before the audit begins: a report that cannot be written should not cost an hour first."""
    with ReportFiles() as files, contextlib.closing(Spool()) as spool:
        outputs: list[Output] = []
        pages = Pages(spool, files, [])
        for target in targets:
            stream = screen.stream if target.place == SCREEN else _opened(files, target.place)
            if target.form.module:
                pages.writers.append((target.form, stream))
            else:
                outputs.append(Output(makers.printer(target), files.lasting(stream, "layar")))
        if makers.request.witness is not None:
            outputs.append(Output(makers.json(), files.lasting(makers.request.witness.stream, WITNESS)))
        if pages.writers:
            pages.put_by = files.lasting(spool.stream)
            outputs.append(Output(SpoolPrinter(), pages.put_by))
        yield outputs, pages


def _opened(files: ReportFiles, place: str) -> BinaryIO:
    try:
        return files.open(place)
    except OSError as error:
        raise OutputError(place, error.strerror or str(error)) from error
