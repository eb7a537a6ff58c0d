"""`patuh check` without its command line: files and rules in, reports and totals out."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Literal

from auditing.files import select
from auditing.limits import worker_limits
from auditing.outputs import report_file
from auditing.progress import Progress
from auditing.run import DocumentWork, Output, RuleChoice, audit_all, tool, write_reports
from auditing.selection import Selection
from auditing.workers import default_jobs
from engine.audit import full_name
from engine.pack import Pack
from reports.json import JsonReport
from reports.printer import Printer
from reports.table import PLAIN_WIDTH, TableReport, TableStyle
from reports.tally import Tally

SCREEN = "-"
"""The place of a report that goes to standard output."""

Format = Literal["table", "json"]


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
class Request:
    """What to audit, with which rules, into which reports."""

    paths: tuple[Path, ...]
    targets: tuple[tuple[Format, str], ...]
    """Each format and its file, or `SCREEN`."""
    rules: RuleChoice
    as_of: dt.date
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
    """
    pack = request.rules.pack()
    chosen = request.rules.selection(pack)
    judge = request.rules.judge(pack, request.as_of)
    printers = tuple(_Printers(request, pack, chosen, screen).printer(form, place) for form, place in request.targets)
    selection = select(request.paths, judge.options.archives)
    progress.selected(selection)
    work = DocumentWork(request.rules, request.as_of, printers, judge)
    jobs = request.jobs or default_jobs(len(selection.inputs))
    letters = [band.letter for band in pack.grading.bands]
    places = [place for _, place in request.targets]
    with (
        _outputs(places, printers, screen) as outputs,
        contextlib.closing(
            audit_all(selection.inputs, work, jobs=jobs, limits=worker_limits(request.rules.own))
        ) as results,
    ):
        tally = write_reports(results, outputs, letters, progress.file_done)
    progress.end()
    return tally


@dataclass(frozen=True, slots=True)
class _Printers:
    """Makes the printers of one run."""

    request: Request
    pack: Pack
    chosen: Selection
    screen: Screen

    def printer(self, form: Format, place: str) -> Printer:
        if form == "json":
            return JsonReport(tool(), self.chosen.info, self.request.as_of)
        lang, screen = self.request.rules.lang, self.screen
        titles = {rule.name: rule.title.en if lang == "en" else rule.title.id for rule in self.pack.rules}
        regulations = {full_name(one, lang): one.short_name for one in self.pack.regulations.values()}
        style = TableStyle(lang=lang, titles=titles, regulations=regulations, rules=self.chosen.info)
        if place == SCREEN:
            style = replace(style, width=screen.width, colour=screen.colour, encoding=screen.encoding)
        return TableReport(style)


@contextlib.contextmanager
def _outputs(places: Sequence[str], printers: Sequence[Printer], screen: Screen) -> Iterator[list[Output]]:
    """Open all outputs before the audit begins: a report that cannot be written should not cost an hour first."""
    with contextlib.ExitStack() as stack:
        outputs = []
        for place, printer in zip(places, printers, strict=True):
            stream = screen.stream if place == SCREEN else _opened(stack, place)
            outputs.append(Output(printer, stream))
        yield outputs


def _opened(stack: contextlib.ExitStack, place: str) -> BinaryIO:
    try:
        return stack.enter_context(report_file(Path(place)))
    except OSError as error:
        raise OutputError(place, error.strerror or str(error)) from error
