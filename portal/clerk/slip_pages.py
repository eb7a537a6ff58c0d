"""The slip of a check: as a page to be printed, and as a PDF."""

from __future__ import annotations

import asyncio
import datetime as dt
from typing import Any

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from portal.asking import language_of, site_of, visitor_of
from portal.checking import FullError, TaskFailedError
from portal.clerk.checks import FileNumber, TryId, own_try
from portal.clerk.slips import Slip, Summed, is_audited
from portal.guard import address_of
from portal.pages.moments import moment
from portal.pages.rendering import page
from portal.pages.words import WORDS
from portal.printing import paper, pdf_of
from portal.tries import Try, Upload
from portal.uploads import Sender

router = APIRouter()


@router.get("/periksa/{id_}/{number}/lembar")
async def slip_page(request: Request, id_: TryId, number: FileNumber) -> Response:
    """The slip as a page."""
    upload = own_upload(request, id_, number)[1]
    slip = await _slip(request, upload)
    return page(request, "clerk/slip.html", back=f"/periksa/{id_}", **_shown(request, slip))


@router.get("/periksa/{id_}/{number}/lembar.pdf")
async def slip_pdf(request: Request, id_: TryId, number: FileNumber) -> Response:
    """The slip as a PDF; where none can be made, the page says so."""
    upload = own_upload(request, id_, number)[1]
    slip = await _slip(request, upload)
    text = paper("clerk/slip_paper.html", language_of(request), **_shown(request, slip))
    made = await printed(request, text)
    if made is None:
        return RedirectResponse(f"/periksa/{id_}/{number}/lembar", 303)
    return pdf_answer(made, f"lembar-periksa-mandiri-{slip.sha256[:8]}.pdf")


def own_upload(request: Request, id_: str, number: int) -> tuple[Try, Upload]:
    """
    Return a file of a try of this visitor.

    Raises:
        HTTPException: 404, there is none, or not any more.
    """
    one = own_try(request, id_)
    if number > len(one.uploads):
        raise HTTPException(404)
    return one, one.uploads[number - 1]


async def printed(request: Request, text: bytes) -> bytes | None:
    """
    Print a page for a visitor; None where this server cannot.

    Raises:
        HTTPException: 503, not now.
    """
    words = WORDS[language_of(request)]
    try:
        return await pdf_of(site_of(request), text, Sender(visitor_of(request).mark, address_of(request)))
    except FullError as error:
        raise HTTPException(503, words["full_mine" if error.mine else "full"]) from error
    except TaskFailedError as error:
        raise HTTPException(503, words["slip_failed"]) from error


def pdf_answer(data: bytes, name: str) -> Response:
    """Answer with a PDF to be kept."""
    headers = {"content-disposition": f'attachment; filename="{name}"', "x-robots-tag": "noindex"}
    return Response(data, media_type="application/pdf", headers=headers)


async def _slip(request: Request, upload: Upload) -> Slip:
    """
    Return what stands on the slip; it is put together once.

    Raises:
        HTTPException: 409, there is nothing that could stand on it; 503, not now.
    """
    words, checked = WORDS[language_of(request)], upload.checked
    if checked is None:
        raise HTTPException(409, words["not_done"])
    if not any(map(is_audited, checked.lines)):
        raise HTTPException(409, words["slip_nothing"])
    if "slip" not in upload.kept:
        task = Summed(checked.report, upload.name, checked.sha256)
        try:
            job = site_of(request).checker.submit(task, visitor_of(request).mark, address_of(request))
            upload.kept["slip"] = await asyncio.wrap_future(job.future)
        except FullError as error:
            raise HTTPException(503, words["full_mine" if error.mine else "full"]) from error
        except TaskFailedError as error:
            raise HTTPException(503, words["slip_failed"]) from error
    slip: Slip = upload.kept["slip"]
    return slip


def _shown(request: Request, slip: Slip) -> dict[str, Any]:
    now = moment(dt.datetime.now(dt.UTC), language_of(request))
    return {"slip": slip, "sender": site_of(request).sender, "printed": now, "prints": site_of(request).prints}
