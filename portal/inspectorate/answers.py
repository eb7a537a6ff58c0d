"""What auditors say to findings."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from archive.answering import AnswerError, Answers
from archive.shown import Shown
from portal.asking import site_of
from portal.events import Act, Value, record
from portal.guard import address_of
from portal.inspectorate.desk import catalogue_of, words_of
from portal.inspectorate.documents import PLACE, Part, Path, Typed, address, chosen, document_page, index_of
from portal.inspectorate.signing_in import Auditor, Posted, field_of
from portal.inspectorate.words_of_documents import target_of
from portal.sessions import SignedIn
from schemas.report import DocumentReport, Finding

router = APIRouter()


@router.post(f"{PLACE}/tanggapan")
async def answer(request: Request, me: Auditor, form: Posted, path: Path, bagian: Part = 0) -> Response:
    """Answer a finding, and go back to it."""
    catalogue = await run_in_threadpool(catalogue_of, request)
    shown: Shown | None = chosen(await run_in_threadpool(catalogue.shelf.shown, path), bagian)
    fingerprint = field_of(form, "sidik")
    at = index_of(shown.report, fingerprint) if shown is not None else None
    if shown is None or at is None:
        raise HTTPException(404, words_of(request)["ins_no_finding"])
    status, text = field_of(form, "status"), field_of(form, "alasan")
    try:
        await run_in_threadpool(_say, request, me, shown.report, (shown.report.findings[at], status, text))
    except AnswerError as error:
        typed = Typed(fingerprint, status, text, str(error))
        return await document_page(request, path, bagian, typed=typed)
    return RedirectResponse(f"{PLACE}?{address(path, bagian, sidik=fingerprint)}#{target_of(at)}", 303)


def _say(request: Request, me: SignedIn, report: DocumentReport, said: tuple[Finding, str, str]) -> None:
    """
    Say it, and log that it was said; the words themselves are in the answer alone.

    Raises:
        AnswerError: It cannot be said so.
    """
    finding, status, text = said
    store = site_of(request).stored
    number = Answers(store).say(report.path, report.part, finding, status, text, me.account)
    about: dict[str, Value] = {"answer": number, "rule": finding.rule, "fingerprint": finding.fingerprint}
    record(
        store, me.account, address_of(request), Act.ANSWER, report.path, status=status, part=report.part or 0, **about
    )
