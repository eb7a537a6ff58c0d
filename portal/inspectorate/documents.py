"""One document: its grade, its findings in full, its words beside them, and what became of it."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Annotated, Any, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from markupsafe import Markup
from sqlalchemy import select
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from annotating.names import can_annotate
from archive import handing_in_rows as rows
from archive.answering import Answers, Said
from archive.granting import LONGEST_DAYS
from archive.handing_in import HandInError
from archive.handing_in_rows import Receipt
from archive.history import Grading, days_of, findings, gradings
from archive.shown import Shown
from archive.store.tables import standing
from portal.asking import language_of, site_of
from portal.checking import FullError, Job
from portal.inspectorate.catalogue import Catalogue
from portal.inspectorate.desk import catalogue_of, words_of
from portal.inspectorate.findings import STATES
from portal.inspectorate.signing_in import Auditor
from portal.inspectorate.words_of_documents import DrawnWords, DrawWords, Place, full_view, in_order, place_in
from portal.pages.moments import moment
from portal.pages.rendering import page
from portal.site import Site
from portal.writing import looking
from reports.flat import STATUSES
from reports.html.document import DocumentView
from reports.html.document import Shown as OneShown
from reports.html.excerpt import Excerpt
from reports.labels import Language
from schemas.entry import Entry
from schemas.report import DocumentReport, Finding

router = APIRouter()

PLACE: Final = "/inspektorat/dokumen"
PATIENCE_SECONDS: Final = 2.0
"""So long the page waits for the words of its document."""
SIZE: Final = 100
"""Findings of a document on one page: each has a form."""
ANSWERS: Final = tuple(one for one in STATES if one != "waived")
_NIGHTS: Final = 30
_LONGEST_PATH: Final = 4096
_WORKERS_NAME: Final = "inspektorat"

Path = Annotated[str, Query(max_length=_LONGEST_PATH)]
Part = Annotated[int, Query(ge=0, le=100_000)]


@dataclass(frozen=True, slots=True)
class Item:
    """A finding on the page."""

    finding: Finding
    anchor: str
    number: int
    html: Markup
    history: tuple[tuple[Said, str], ...]
    """What was said of it and when, the newest first."""


@dataclass(frozen=True, slots=True)
class Change:
    """A night after which a document stood otherwise."""

    day: dt.date
    grading: Grading | None
    gone: bool
    error: str | None
    figures: tuple[int, int] | None
    """Findings that are new and that are gone since the time before; None where there is nothing to compare."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A form that was sent and not accepted."""

    fingerprint: str
    status: str
    text: str
    problem: str


@router.get(PLACE)
async def show(
    request: Request,
    me: Auditor,  # noqa: ARG001 - asks who it is
    path: Path = "",
    bagian: Part = 0,
    hal: Annotated[int, Query(ge=1, le=100_000)] = 1,
    sidik: Annotated[str, Query(max_length=40)] = "",
) -> Response:
    """Show a document as it stands; of a long one the page on which a finding is."""
    return await document_page(request, path, bagian, number=hal, wanted=sidik)


async def document_page(
    request: Request,
    path: str,
    part: int,
    *,
    number: int = 1,
    wanted: str = "",
    typed: Typed | None = None,
) -> Response:
    """
    Show a document, and what is wrong with a form that was sent.

    Raises:
        HTTPException: 404, there is none.
    """
    catalogue = await run_in_threadpool(catalogue_of, request)
    shown = await run_in_threadpool(catalogue.shelf.shown, path)
    one = chosen(shown, part)
    if one is None:
        raise HTTPException(404, words_of(request)["ins_no_document"])
    at = index_of(one.report, wanted or (typed.fingerprint if typed else ""))
    number = number if at is None else page_of(one.report, at)
    drawn, why = await _words(request, one)
    made = await run_in_threadpool(_context, request, catalogue, one, drawn, number)
    parts = [each for each in shown if each is not one]
    context = made | {"parts": parts, "why": why, "typed": typed}
    status = 200 if typed is None else 400
    return await run_in_threadpool(partial(page, request, "inspectorate/document.html", status, **context))


def chosen(shown: Sequence[Shown], part: int) -> Shown | None:
    """The part that was asked for; the first where none was."""
    if not part:
        return shown[0] if shown else None
    return next((one for one in shown if one.report.part == part), None)


def index_of(report: DocumentReport, fingerprint: str) -> int | None:
    """The place of a finding in a report."""
    return next((at for at, one in enumerate(report.findings) if one.fingerprint == fingerprint), None)


def page_of(report: DocumentReport, index: int) -> int:
    """The page of a document on which a finding stands."""
    return in_order(report).index(index) // SIZE + 1


# Its words


async def _words(request: Request, one: Shown) -> tuple[DrawnWords | None, str]:
    """The words of a document; or why there are none, as a key of the words of the page."""
    site, lang = site_of(request), language_of(request)
    if one.report.kind == "archive":
        return None, ""
    place = await run_in_threadpool(_place, site, one)
    if place is None:
        return None, "ins_file_gone"
    task = DrawWords(place, one.report.model_dump_json(by_alias=True), lang, one.as_of)
    key = (task.report, str(place.path), lang)
    try:
        job: Job[DrawnWords] = site.desk.job(key, lambda: site.checker.submit(task, _WORKERS_NAME))
    except FullError:
        return None, "ins_words_full"
    future = asyncio.wrap_future(job.future)
    await asyncio.wait([future], timeout=PATIENCE_SECONDS)
    if not future.done():
        return None, "ins_words_wait"
    if future.cancelled() or future.exception() is not None:
        return None, "ins_words_failed"
    drawn = future.result()
    return drawn, "" if drawn.page is not None else "ins_file_changed" if drawn.changed else "ins_words_none"


def _place(site: Site, one: Shown) -> Place | None:
    """Where the bytes of a document are: as they were handed in, or in the archive."""
    hand_ins = site.hand_ins
    if hand_ins is None or site.archive is None:
        return None
    if one.hand_in is not None:
        try:
            return Place(hand_ins.open(one.hand_in), None, one.report.path)
        except HandInError:
            return None
    return place_in(site.archive, one.report.path)


# The page


def _context(
    request: Request, catalogue: Catalogue, one: Shown, drawn: DrawnWords | None, number: int
) -> dict[str, Any]:
    site, lang, report = site_of(request), language_of(request), one.report
    environment = site.desk.environment(lang)
    view = full_view(Entry(report=report), lang, environment)
    if drawn is not None and drawn.page is not None:
        view = replace(view, excerpt=Excerpt((), 0, partial=False, marked=drawn.marked))
    pages = max((len(view.items) + SIZE - 1) // SIZE, 1)
    number = min(number, pages)
    versions = _versions(site, report.path)
    overruled = sum(finding.status == "overruled" for finding in report.findings)
    return {
        "one": one,
        "report": report,
        "title": report.title or report.path,
        "items": _items(request, view, slice((number - 1) * SIZE, number * SIZE), lang),
        "number": number,
        "pages": pages,
        "words": drawn.page.html if drawn is not None and drawn.page is not None else None,
        "aside": Markup(environment.get_template("aside.html").render(doc=view, r=report)),  # noqa: S704 - escaped there
        "versions": [(each, moment(each.at, lang)) for each in versions],
        "night": catalogue.documents.night,
        "overruled": overruled,
        "waived": sum(finding.status == "waived" for finding in report.findings),
        "statuses": STATUSES[lang],
        "answers": ANSWERS,
        "copies": site.hand_ins is not None and can_annotate(report.media),
        "nights": _nights(site, report),
        "today": site.as_of,
        "longest": LONGEST_DAYS,
        "address": address(report.path, report.part or 0),
    }


def address(path: str, part: int, **more: object) -> str:
    """The end of the address of a document."""
    return urlencode({"path": path, **({"bagian": part} if part else {}), **more})


def _versions(site: Site, path: str) -> list[Receipt]:
    with looking(site.stored) as connection:
        return rows.versions(connection, path)


def _nights(site: Site, report: DocumentReport) -> list[Change]:
    """What nights found another than before, the newest first."""
    asked = (standing.c.path == report.path) & (standing.c.part == (report.part or 0))
    columns = standing.c.run, standing.c.verdict, standing.c.gone, standing.c.error_message
    query = select(*columns).where(asked).order_by(standing.c.run.desc()).limit(_NIGHTS + 1)
    with looking(site.stored) as connection:
        found = connection.execute(query).all()
        digests = {row.verdict for row in found if row.verdict}
        graded, days = gradings(connection, digests), days_of(connection, {row.run for row in found})
        known = {digest: {one.fingerprint for one in some} for digest, some in findings(connection, digests).items()}
    changes = []
    for at, row in enumerate(found[:_NIGHTS]):
        before = found[at + 1] if at + 1 < len(found) else None
        now, then = known.get(row.verdict, set()), known.get(before.verdict, set()) if before is not None else set()
        comparable = before is not None and row.verdict and before.verdict
        figures = (len(now - then), len(then - now)) if comparable else None
        changes.append(Change(days[row.run], graded.get(row.verdict), row.gone, row.error_message, figures))
    return changes


def _items(request: Request, view: DocumentView, some: slice, lang: Language) -> list[Item]:
    environment = site_of(request).desk.environment(lang)
    full: Callable[..., Markup] = environment.get_template("finding.html").module.full  # type: ignore[attr-defined]
    answers = Answers(site_of(request).stored)
    found = []
    for item in view.items[some]:
        assert isinstance(item, OneShown)
        said = answers.history(view.report.path, item.finding.fingerprint) if item.finding.status != "open" else []
        own = tuple((one, moment(one.at, lang)) for one in said if one.part == (view.report.part or 0))
        found.append(Item(item.finding, view.targets[item.index], item.number, full(view, item), own))
    return found
