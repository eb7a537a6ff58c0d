"""Receipts of documents that were handed in: whoever holds the code sees it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from archive.handing_in import HandIns, Receipt
from archive.handing_in_names import told_code
from portal.asking import language_of, site_of
from portal.clerk.slip_pages import pdf_answer, printed
from portal.clerk.slips import Slip, slip_of
from portal.events import masked
from portal.guard import address_of
from portal.pages.moments import moment
from portal.pages.rendering import page
from portal.pages.words import WORDS
from portal.printing import paper
from reports.labels import Language

router = APIRouter()


@router.get("/tanda-terima")
async def look_up(request: Request, kode: str | None = None) -> Response:
    """Where a code is typed; one that is there leads to its receipt."""
    if kode is None:
        return _asked(request, "", None)
    words, hand_ins = WORDS[language_of(request)], _hand_ins(request)
    if not site_of(request).rates.allows("receipt", address_of(request)):
        return _asked(request, kode, words["receipt_too_often"], 429)
    found = await run_in_threadpool(hand_ins.receipt, kode)
    if found is None:
        return _asked(request, kode, words["receipt_not_there" if told_code(kode) else "receipt_no_code"], 404)
    return RedirectResponse(f"/tanda-terima/{found.receipt}", 303)


@router.get("/tanda-terima/{code}.pdf")
async def receipt_pdf(request: Request, code: str) -> Response:
    """A receipt as a PDF; where none can be made, the page says so."""
    shown = await _shown(request, code)
    receipt: Receipt = shown["receipt"]
    made = await printed(request, paper("clerk/receipt_paper.html", language_of(request), **shown))
    if made is None:
        return RedirectResponse(f"/tanda-terima/{receipt.receipt}", 303)
    return pdf_answer(made, f"tanda-terima-{receipt.receipt}.pdf")


@router.get("/tanda-terima/{code}")
async def receipt_page(request: Request, code: str, sudah: str | None = None) -> Response:
    """A receipt."""
    shown = await _shown(request, code)
    return _unlisted(page(request, "clerk/receipt.html", known=sudah is not None, **shown))


async def _shown(request: Request, code: str) -> dict[str, Any]:
    """
    Return what a receipt shows.

    Raises:
        HTTPException: 404, there is no such receipt; 429, too many codes were tried.
    """
    hand_ins, words = _hand_ins(request), WORDS[language_of(request)]
    found = await run_in_threadpool(hand_ins.receipt, code)
    if found is None:
        if not site_of(request).rates.allows("receipt", address_of(request)):
            raise HTTPException(429, words["receipt_too_often"])
        raise HTTPException(404, words["receipt_not_there"])
    versions = await run_in_threadpool(hand_ins.versions, found.path)
    slip = await run_in_threadpool(_slip, hand_ins, found)
    known = {"sender": site_of(request).sender, "documents": slip.documents, "more": slip.more}
    return shown(found, versions, language_of(request)) | known


def _slip(hand_ins: HandIns, receipt: Receipt) -> Slip:
    return slip_of(hand_ins.report(receipt.number), receipt.file_name, receipt.sha256)


def shown(receipt: Receipt, versions: list[Receipt], lang: Language) -> dict[str, Any]:
    """Return what a receipt shows of a document: nothing that stands in it, and no number of a person."""
    return {
        "receipt": receipt,
        "at": moment(receipt.at, lang),
        "day": receipt.at.astimezone(dt.UTC).date(),
        "file_name": masked(receipt.file_name),
        "by": ", ".join(masked(one) for one in (receipt.by_name, receipt.by_position) if one),
        "supersedes": next((one for one in versions if one.number == receipt.supersedes), None),
        "earlier": [(one, moment(one.at, lang)) for one in versions if one.number < receipt.number],
        "newer": [(one, moment(one.at, lang)) for one in versions if one.number > receipt.number],
        "counts": (receipt.critical, receipt.major, receipt.minor, receipt.advice),
    }


def _hand_ins(request: Request) -> HandIns:
    """
    Return what was handed in.

    Raises:
        HTTPException: 404, nothing can be, here.
    """
    found = site_of(request).hand_ins
    if found is None:
        raise HTTPException(404, WORDS[language_of(request)]["hand_closed"])
    return found


def _asked(request: Request, code: str, problem: str | None, status: int = 200) -> Response:
    return _unlisted(page(request, "clerk/receipt_search.html", status, code=code[:100], problem=problem))


def _unlisted(response: Response) -> Response:
    response.headers["x-robots-tag"] = "noindex"
    return response
