"""The end of the report: closing words, signature and initials, the attached list of documents."""

from __future__ import annotations

from collections.abc import Iterator

from reports.lhe.draft import Draft
from reports.lhe.gathered import MAX_ATTACHED, named
from reports.lhe.paper import Cell, Grid, Line, Span
from schemas.report import DocumentReport
from schemas.settings import Signatory

_INITIALS = 3
"""Rows for those who checked the report, where the settings name no team."""


def write_closing(draft: Draft) -> None:
    """Chapter III and the annex."""
    paper = draft.paper
    paper.heading(1, draft.say("chapter_3"), new_page=True)
    draft.text("closing")
    follow = draft.say("closing_follow", organisation=draft.organisation)
    paper.text((Span(follow), Span(draft.say("closing_room"), style="Blank"), Span(".")))
    paper.space()
    _signature(draft)
    paper.space()
    _initials(draft)
    _annex(draft)


def _signature(draft: Draft) -> None:
    signatory = draft.book.sender.report.signatory or Signatory.model_construct(position="")
    place = draft.book.sender.organisation.place
    dots = Span(draft.say("dots"), style="Blank")
    where = (Span(draft.say("signed_at", place=place)), dots) if place else (dots, Span(", "), dots)
    name = (Span(signatory.name, bold=True),) if signatory.name else (draft.room(draft.say("signer")),)
    lines: list[Line] = [
        where,
        draft.or_room(signatory.position or None, draft.say("position")),
        *[""] * 4,
        name,
        (Span(signatory.rank),) if signatory.rank else (Span(f"{draft.say('rank')}: "), dots),
        _nip(draft, signatory, dots),
    ]
    draft.paper.table(Grid((45, 55), lines=False), [("", lines)])


def _nip(draft: Draft, signatory: Signatory, dots: Span) -> Line:
    """A report that leaves the office names no NIP, not that of its signatory either."""
    shown = None if draft.book.masked else signatory.nip
    return (Span(f"{draft.say('nip')} "), Span(shown) if shown else dots)


def _initials(draft: Draft) -> None:
    draft.paper.text(draft.say("initials"), "Caption")
    names = draft.book.sender.report.team or ("",) * _INITIALS
    rows = [(str(number), name, "", "") for number, name in enumerate(names, 1)]
    draft.paper.table(Grid((1, 5, 2, 3), draft.columns("initials_columns")), rows)


def _annex(draft: Draft) -> None:
    paper, count = draft.paper, draft.found.overview.whole.documents
    paper.heading(1, draft.say("annex"), new_page=True)
    if not count:
        draft.text("annex_none")
        return
    draft.text("annex_text")
    paper.table(Grid((9, 42, 30, 26, 36), draft.columns("annex_columns"), frozenset({0})), _documents(draft))
    paper.space()
    if count > MAX_ATTACHED:
        draft.text("annex_more", "Note", shown=MAX_ATTACHED, count=count)


def _documents(draft: Draft) -> Iterator[tuple[Cell, ...]]:
    for number, entry in enumerate(draft.book.entries(), 1):
        if number > MAX_ATTACHED:
            return
        report = entry.report
        document: Cell = [report.title, named(report)] if report.title else named(report)
        digest: Cell = (Span(report.sha256, style="Digest"),) if report.sha256 else draft.say("no_hash")
        yield draft.count(number), document, report.unit or "-", _result(draft, report), digest


def _result(draft: Draft, report: DocumentReport) -> Cell:
    if report.errors:
        return draft.say("result_failed")
    if report.kind == "unknown":
        return draft.say("result_unknown")
    if report.score is None or report.grade is None or report.verdict is None:
        return draft.say("not_scored")
    score = f"{draft.number(report.score.value)}, {draft.grade(report.grade)}"
    return [score, draft.labels.verdict[report.verdict]]
