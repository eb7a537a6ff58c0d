"""A saved report in any format, without auditing again; the words of the documents are not in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from auditing.check import Makers, Request, Screen, Target, open_outputs, ready, sender
from auditing.run import Audited, Output, RuleChoice, write_reports
from auditing.saved import SavedReport
from auditing.selection import NoRulesError, Selection, Wish, installed_digest, select_rules
from engine.errors import UnknownRuleError
from engine.pack import Pack
from reports.tally import figures
from schemas.report import DocumentReport

Documents = Callable[[], Iterator[DocumentReport]]
"""Reads the documents anew each time it is called."""


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A saved report, and by whose rules its words are told."""

    report: SavedReport
    rules: RuleChoice
    pack: Pack

    @property
    def other_rules(self) -> str | None:
        """The digest of the installed rules and settings, where they are not those that judged."""
        digest = installed_digest(self.pack, self.rules.own)
        return None if digest == self.report.head.rules.digest else digest

    def write(self, documents: Documents, targets: Sequence[Target], screen: Screen) -> None:
        """
        Write *documents*, which are those of the report or what became of them.

        Raises:
            OutputError: A report cannot be opened for writing.
            UnwrittenError: Some reports could not be written; the others are complete.
            SavedReportError: A document cannot be read.
            RequestError: A report of that format cannot be written here.
        """
        ready(targets, sender(self.rules.own))
        head = self.report.head
        request = Request((), tuple(targets), self.rules, head.as_of, mask=head.masked)
        chosen = Selection(self._names(documents, targets), head.rules)
        makers = Makers(request, self.pack, chosen, screen, head.tool, self.other_rules)
        letters = list(head.summary.grades)
        with open_outputs(targets, makers, screen) as (outputs, pages):
            printed = _printed(documents(), outputs)
            tally = write_reports(printed, outputs, letters, _nothing, missing=head.summary.missing)
            pages.write(lambda: makers.book(tally, letters, pages.spool))

    def _names(self, documents: Documents, targets: Sequence[Target]) -> tuple[str, ...]:
        """
        The rules that judged, as far as a report tells: those of its profile, or those that it speaks of.

        Which rules a command line asked for by name is not in a report.
        """
        head = self.report.head
        if not any(target.form.module for target in targets):
            return ()
        try:
            profile = select_rules(self.pack, self.rules.own, Wish(head.rules.profile)).names
        except (NoRulesError, UnknownRuleError, KeyError):
            profile = ()
        if self.other_rules is None and len(profile) == head.rules.count:
            return profile
        spoken = {name for report in documents() for name in _rules_of(report)}
        return tuple(sorted(spoken)) if spoken else profile


def _rules_of(report: DocumentReport) -> Iterator[str]:
    yield from report.clean
    yield from report.not_applicable
    yield from (one.rule for one in report.not_evaluated)
    yield from (finding.rule for finding in report.findings)


def _printed(documents: Iterable[DocumentReport], outputs: Sequence[Output]) -> Iterator[Audited]:
    for report in documents:
        yield Audited(tuple((output.printer.document(report),) for output in outputs), (figures(report),))


def _nothing(_: Audited) -> None:
    """No progress is told: nothing takes long."""
