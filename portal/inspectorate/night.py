"""The state of the last night, and those before."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Query
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from archive.digest import night_of
from archive.history import NoSuchRunError, Run, run_of, runs, trend
from archive.marking import stored_marks
from portal.asking import language_of, site_of
from portal.events import Act, record
from portal.guard import address_of
from portal.inspectorate.catalogue import SEVERITIES
from portal.inspectorate.desk import catalogue_of
from portal.inspectorate.signing_in import Auditor
from portal.pages.moments import moment
from portal.pages.rendering import page
from portal.site import Site
from portal.writing import looking
from reports.digest.page import page as digest_page
from reports.labels import Language

router = APIRouter()

PLACE: Final = "/inspektorat/malam"
_LAST: Final = 60
_UNREAD: Final = 200
Number = Annotated[int | None, Query(ge=1, lt=2**31)]


@dataclass(frozen=True, slots=True)
class Row:
    """A night in the list."""

    run: Run
    begun: str
    ended: str
    minutes: int | None
    """How long it took."""


@router.get(PLACE)
def show(request: Request, me: Auditor) -> Response:  # noqa: ARG001 - asks who it is
    """The last night, one that goes on now, and older ones."""
    lang, site, catalogue = language_of(request), site_of(request), catalogue_of(request)
    with looking(site.stored) as connection:
        every = runs(connection, _LAST)
        figures = trend(connection, last=2)
    done = [one for one in every if one.info.state == "done"]
    unread = [one for one in catalogue.documents.kept if one.error is not None]
    context = {
        "night": _row(done[0], lang) if done else None,
        "running": [_row(one, lang) for one in every if one.info.state == "running"],
        "older": [_row(one, lang) for one in done],
        "figures": figures[-1] if figures else None,
        "before": figures[-2] if len(figures) > 1 else None,
        "unread": unread[:_UNREAD],
        "unread_total": len(unread),
        "severities": SEVERITIES,
    }
    return page(request, "inspectorate/night.html", **context)


def _row(one: Run, lang: Language) -> Row:
    info = one.info
    took = (info.ended - info.begun) // dt.timedelta(minutes=1) if info.ended is not None else None
    return Row(one, moment(info.begun, lang), moment(info.ended, lang) if info.ended is not None else "", took)


@router.get(f"{PLACE}/ringkasan")
async def digest(request: Request, me: Auditor, malam: Number = None) -> Response:
    """The digest of a night as a page to keep: it holds its own style, which pages of the server may not."""
    site = site_of(request)
    try:
        made = await run_in_threadpool(_digest, site, malam)
    except NoSuchRunError as error:
        raise HTTPException(404) from error
    number, text = made
    await run_in_threadpool(record, site.stored, me.account, address_of(request), Act.DOWNLOAD, f"night {number}")
    headers = {"content-disposition": f'attachment; filename="ringkasan-malam-{number}.html"'}
    return Response(text, media_type="text/html; charset=utf-8", headers=headers)


def _digest(site: Site, number: int | None) -> tuple[int, bytes]:
    with looking(site.stored) as connection:
        run = run_of(connection, number)
    letters = [band.letter for band in site.pack.grading.bands]
    waiving = stored_marks(site.stored, run, site.pack).marked
    return run.id, digest_page(night_of(site.stored.engine, run.id, letters=letters, waiving=waiving))
