"""The audit of one uploaded file for the page: its findings drawn, and compared with the earlier tries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from jinja2 import Environment

from auditing.document import audit_entries
from auditing.selection import Selection
from auditing.since import Past, about_of, compared, past_of
from auditing.view import View
from portal.audits import Check, Checked, checked, file_digest, uploaded_inputs
from portal.clerk.showing import Drawing, environment_of
from portal.work import Tools, program
from schemas.entry import Entry
from schemas.report import DocumentReport, Report

MOST_RENAMED: Final = 100
"""Files of an earlier try among which one of another name is looked for."""
_WORDS: Final = View(words=True)


@dataclass(frozen=True, slots=True)
class Ago:
    """An earlier try of the same visitor, as far as a file may be found in it."""

    checked: tuple[Checked, ...]
    """Of its files, without what was drawn of them."""
    when: str
    """In words."""

    def may_hold(self, reports: Sequence[DocumentReport]) -> bool:
        """Whether one of the documents may be in it; most are not, and its reports need not be read for that."""
        lines = [line for one in self.checked for line in one.lines]
        if len(lines) > len(self.checked):  # an archive, or several SOPs in a file: their bytes are not told here
            return True
        paths, digests = {line.path for line in lines}, {one.sha256 for one in self.checked}
        about = {about_of(line.kind, line.unit, line.title) for line in lines}
        return any(
            one.path in paths or one.sha256 in digests or about_of(one.kind, one.unit, one.title) in about
            for one in reports
        )


@dataclass(frozen=True, slots=True)
class Look:
    """Audit one file, and draw what the page shows of it."""

    check: Check
    at: int
    """0-based place of the file in its try."""
    earlier: tuple[Ago, ...] = ()
    """The newest first."""

    def carried_out(self, tools: Tools) -> Checked:
        """Audit and draw it; never raises for what is in it."""
        check = self.check
        judge, chosen = tools.judge(check.lang, check.as_of), tools.chosen
        inputs = uploaded_inputs(check.path, check.name, judge)
        drawing = Drawing(environment_of(tools, check.lang), check.lang, self.at)
        before = _Before(self.earlier, chosen, [one.shown for one in inputs])
        reports: list[DocumentReport] = []
        for one in inputs:
            entries = audit_entries(one.path, one.shown, judge, one.inside, _WORDS)
            drawing.several = len(inputs) > 1 or len(entries) > 1
            found, when = before.compared([entry.report for entry in entries])
            for entry, report in zip(entries, found, strict=True):
                told = _in_its_language(report, drawing.environment)
                drawing.add(replace(entry, report=told), when)
                reports.append(told)
        tools.damaged |= judge.damaged
        result = checked([Entry(report=one) for one in reports], chosen, check.as_of, file_digest(check.path))
        return replace(result, page=drawing.drawn())


def _in_its_language(report: DocumentReport, environment: Environment) -> DocumentReport:
    """What is gone bears the title that it had in the language of that try: put it into this one."""
    if report.since is None:
        return report
    titles: Mapping[str, str] = environment.globals["titles"]  # type: ignore[assignment]
    gone = {
        name: tuple(one.model_copy(update={"title": titles.get(one.rule, one.title)}) for one in some)
        for name, some in (("fixed", report.since.fixed), ("unjudged", report.since.unjudged))
    }
    return report.model_copy(update={"since": report.since.model_copy(update=gone)})


class _Before:
    """The earlier tries; each is read when nothing newer holds the document."""

    def __init__(self, earlier: Sequence[Ago], chosen: Selection, shown: Sequence[str]) -> None:
        self._earlier, self._chosen, self._shown = earlier, chosen, shown
        self._read: dict[int, Past] = {}

    def compared(self, reports: list[DocumentReport]) -> tuple[list[DocumentReport], str]:
        """The documents of one file, compared with the newest try that holds one of them; and when that was."""
        for at, one in enumerate(self._earlier):
            if not one.may_hold(reports):
                continue
            past = self._past(at)
            found = compared(reports, past) if past else reports
            if past is not None and not _known(found):
                found = _by_title(reports, past, self._shown)
            if _known(found):
                return found, one.when
        return reports, ""

    def _past(self, at: int) -> Past | None:
        if at not in self._read:
            saved = [Report.model_validate_json(one.report) for one in self._earlier[at].checked]
            documents = [document for report in saved for document in report.documents]
            if not documents:
                return None
            self._read[at] = past_of(saved[0], documents, (self._chosen.info, program()), self._shown)
        return self._read[at]


def _known(reports: Sequence[DocumentReport]) -> bool:
    return any(report.since for report in reports)


def _by_title(reports: list[DocumentReport], past: Past, shown: Sequence[str]) -> list[DocumentReport]:
    """
    Compare with the file of another name that has the same documents, by kind, unit and title.

    Who saves a mended document often gives it another name. Where two files come into question, none is taken.
    """
    found = list(_renamed(reports, past, shown))
    return found[0] if len(found) == 1 else reports


def _renamed(reports: list[DocumentReport], past: Past, shown: Sequence[str]) -> Iterator[list[DocumentReport]]:
    gone = past.by_path.keys() - set(shown)
    for then in gone if len(gone) <= MOST_RENAMED else ():
        result = compared(reports, replace(past, renamed={reports[0].path: then}))
        if _known(result):
            yield result
