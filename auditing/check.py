"""`patuh check` without its command line: files and rules in, reports and totals out."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from auditing.copies import prepared
from auditing.files import Selection as Files
from auditing.files import select
from auditing.limits import worker_limits
from auditing.outputs import RequestError, report_file
from auditing.progress import Progress
from auditing.run import DocumentWork, Output, RuleChoice, audit_all, tool, write_reports
from auditing.selection import Selection
from auditing.since import read_past
from auditing.spool import Spool, SpoolPrinter
from auditing.view import View
from auditing.workers import default_jobs
from engine.audit import full_name
from engine.pack import Pack
from engine.settings import OwnSettings
from reports.book import Book, Canon, NotReadyError, Sender
from reports.clerk_report import ClerkReport
from reports.formats import Format
from reports.json import JsonReport
from reports.printer import Printer
from reports.table import PLAIN_WIDTH, TableReport, TableStyle
from reports.tally import Tally

SCREEN = "-"
"""The place of a report that goes to standard output."""


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


def check(request: Request, screen: Screen, progress: Progress) -> Tally:
    """
    Audit and write the reports.

    Raises:
        RulePackErrors: The rules are not valid.
        UnknownRuleError: A rule was asked for that does not exist.
        NoRulesError: No rule is left to judge by.
        EngineError: The rule engine is missing or refuses the rules.
        OutputError: A report cannot be written.
        CopiesError: The folder for annotated copies cannot be used.
        SavedReportError: The earlier report is none.
        RequestError: A report of that format cannot be written here.
    """
    ready(request.targets, sender(request.rules.own))
    books = any(target.form.module for target in request.targets)
    pack = request.rules.pack(whole=books)
    chosen = request.rules.selection(pack)
    judge = request.rules.judge(pack, request.as_of)
    copies = prepared(request.annotate, request.paths) if request.annotate else None
    selection = select(request.paths, judge.options.archives)
    progress.selected(selection)
    makers = _Makers(request, pack, chosen, screen)
    view = _view(request, chosen, selection)
    with _outputs(request.targets, makers, screen) as (outputs, pages):
        printers = tuple(output.printer for output in outputs)
        work = DocumentWork(request.rules, request.as_of, printers, judge, copies, view)
        jobs = request.jobs or default_jobs(len(selection.inputs))
        letters = [band.letter for band in pack.grading.bands]
        limits = worker_limits(request.rules.own)
        with contextlib.closing(audit_all(selection.inputs, work, jobs=jobs, limits=limits)) as results:
            tally = write_reports(results, outputs, letters, progress.file_done, view.past)
        for form, stream in pages.writers:
            form.writer()(makers.book(tally, letters, pages.spool), stream)
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
    past = read_past(request.since, chosen.info, tool(), (one.shown for one in files.inputs))
    return View(words=words, mask=request.mask, past=past)


@dataclass(frozen=True, slots=True)
class _Makers:
    """Makes the printers and the book of one run."""

    request: Request
    pack: Pack
    chosen: Selection
    screen: Screen

    def printer(self, target: Target) -> Printer:
        if target.form.name == "json":
            return JsonReport(tool(), self.chosen.info, self.request.as_of, self.request.mask)
        lang, screen = self.request.rules.lang, self.screen
        titles = {rule.name: rule.title.en if lang == "en" else rule.title.id for rule in self.pack.rules}
        regulations = {full_name(one, lang): one.short_name for one in self.pack.regulations.values()}
        style = TableStyle(lang=lang, titles=titles, regulations=regulations, rules=self.chosen.info)
        if target.place == SCREEN:
            style = replace(style, width=screen.width, colour=screen.colour, encoding=screen.encoding)
        return ClerkReport(style) if target.clerk else TableReport(style)

    def book(self, tally: Tally, letters: Sequence[str], spool: Spool) -> Book:
        return Book(
            tool=tool(),
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


@dataclass(frozen=True, slots=True)
class _Pages:
    """Reports that are written when all documents are audited."""

    spool: Spool
    writers: list[tuple[Format, BinaryIO]]


@contextlib.contextmanager
def _outputs(targets: Sequence[Target], makers: _Makers, screen: Screen) -> Iterator[tuple[list[Output], _Pages]]:
    """Open all outputs before the audit begins: a report that cannot be written should not cost an hour first."""
    with contextlib.ExitStack() as stack:
        outputs: list[Output] = []
        pages = _Pages(stack.enter_context(contextlib.closing(Spool())), [])
        for target in targets:
            stream = screen.stream if target.place == SCREEN else _opened(stack, target.place)
            if target.form.module:
                pages.writers.append((target.form, stream))
            else:
                outputs.append(Output(makers.printer(target), stream))
        if pages.writers:
            outputs.append(Output(SpoolPrinter(), pages.spool.stream))
        yield outputs, pages


def _opened(stack: contextlib.ExitStack, place: str) -> BinaryIO:
    try:
        return stack.enter_context(report_file(Path(place)))
    except OSError as error:
        raise OutputError(place, error.strerror or str(error)) from error
