"""Check a document: send it and wait, or send it and ask."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Mapping
from typing import Annotated, Any, Final, cast
from urllib.parse import quote

from fastapi import APIRouter, Path, Query
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from portal.api.callers import Caller, caller_of, working_caller_of
from portal.api.document import RATE_HEADERS, failures, links
from portal.api.models import CheckState
from portal.api.problems import ApiError
from portal.api.uploads import BYTES, FORM, PART, sent_file
from portal.asking import site_of
from portal.audits import Check, Checked
from portal.checking import FullError, TaskFailedError
from portal.clerk.copying import Copy
from portal.clerk.versions import stage
from portal.site import Site
from portal.tries import Try, Upload
from portal.uploads import Sender, outcome, taken
from reports.labels import Language
from schemas.report import Report

router = APIRouter(prefix="/api/v1", tags=["checks"])

FULL_SECONDS: Final = 5
"""After so many seconds a document that was refused for want of room may be sent again."""
NOT_READY_SECONDS: Final = 1
_GONE: Final = 499
"""Nobody reads this answer."""

Lang = Annotated[Language, Query(description="Language of messages that are not part of the report.")]
Name = Annotated[
    str | None,
    Query(max_length=1_000, description="Of the file, where the body is its bytes alone; a reader may go by its end."),
]
CheckId = Annotated[str, Path(alias="id", description="Of the check.", examples=["00112233445566778899aabbccddeeff"])]

_EXAMPLE: Final = """\
STANDAR OPERASIONAL PROSEDUR
Nomor SOP: 000.8.3.3/012/2026
Judul SOP: Pelayanan Surat Keterangan Domisili
Tanggal Pembuatan: 12 Januari 2026
Dasar Hukum:
1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik
Prosedur:
1. Petugas menerima berkas permohonan.
2. Camat menandatangani surat keterangan.
"""
_BODY: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {
            FORM: {
                "schema": {
                    "type": "object",
                    "properties": {PART: {"type": "string", "format": "binary", "description": "The document."}},
                    "required": [PART],
                    "additionalProperties": False,
                },
                "example": {PART: _EXAMPLE},
            },
            BYTES: {"schema": {"type": "string", "format": "binary"}, "example": _EXAMPLE},
        },
    }
}
_SENT: Final = (400, 413, 415, 429)
_COPY: Final = {"description": "The copy.", "content": {BYTES: {"schema": {"type": "string", "format": "binary"}}}}


@router.post(
    "/check",
    operation_id="check",
    summary="Check a document and wait for its report",
    response_model=None,
    responses={200: {"model": Report, "description": "The report.", "headers": RATE_HEADERS}, **failures(*_SENT)},
    openapi_extra=_BODY,
)
async def check(request: Request, lang: Lang = "id", name: Name = None) -> Response:
    """A document that cannot be read is a report, too, with an error in it. The file is deleted before the answer."""
    caller, headers = await working_caller_of(request)
    one = await _begun(request, caller, lang, name)
    try:
        checked = await _waited(request, one)
    finally:  # deleting waits for the disk, as others would
        await run_in_threadpool(site_of(request).tries.forget, one)
    if checked is None:
        return Response(status_code=_GONE)
    return Response(checked.report, 200, headers, "application/json")


@router.post(
    "/checks",
    operation_id="begin_check",
    summary="Send a document to be checked",
    status_code=202,
    response_model=None,
    responses={
        202: {
            "model": CheckState,
            "description": "It waits, or is checked.",
            "headers": {**RATE_HEADERS, "Location": {"schema": {"type": "string"}, "required": True}},
            "links": links("read_check", "read_report", "read_annotated", "delete_check", id="id"),
        },
        **failures(*_SENT),
    },
    openapi_extra=_BODY,
)
async def begin(request: Request, lang: Lang = "id", name: Name = None) -> Response:
    """Ask at the address of Location how far it is. It is deleted after some time: see seconds_left."""
    caller, headers = await working_caller_of(request)
    one = await _begun(request, caller, lang, name)
    return _state(site_of(request), one, 202, {**headers, "Location": _address(one)})


@router.get(
    "/checks/{id}",
    operation_id="read_check",
    summary="How far a check is",
    response_model=None,
    responses={200: {"model": CheckState, "description": "Its state."}, **failures()},
)
async def state(request: Request, id_: CheckId, lang: Lang = "id") -> Response:  # noqa: ARG001
    """Waiting, working or done."""
    return _state(site_of(request), own_check(request, await caller_of(request), id_), 200, {})


@router.get(
    "/checks/{id}/report",
    operation_id="read_report",
    summary="The report of a check",
    response_model=None,
    responses={200: {"model": Report, "description": "The report."}, **failures(409)},
)
async def report(request: Request, id_: CheckId, lang: Lang = "id") -> Response:  # noqa: ARG001
    """As POST /check answers it."""
    one = own_check(request, await caller_of(request), id_)
    return Response(done(one.uploads[0]).report, media_type="application/json")


@router.get(
    "/checks/{id}/annotated",
    operation_id="read_annotated",
    summary="The copy of the document with its findings",
    response_model=None,
    responses={
        200: _COPY,
        **failures(409, 429, s404="There is no such check, or no copy of this document can be made."),
    },
)
async def annotated(request: Request, id_: CheckId, lang: Lang = "id") -> Response:
    """Of Word, Excel and PDF documents; the notes stand at the places of which they speak."""
    site, caller = site_of(request), await caller_of(request)
    one = own_check(request, caller, id_)
    upload = one.uploads[0]
    checked = done(upload)
    if not checked.annotates:
        raise ApiError(404, "no-copy")
    task = Copy(upload.path, upload.name, checked.report, lang, checked.as_of)
    try:
        copy = await asyncio.wrap_future(site.checker.submit(task, caller.owner, caller.address).future)
    except FullError as error:
        raise full(mine=error.mine) from error
    except TaskFailedError as error:
        raise ApiError(404, "no-copy") from error
    if copy.problem:
        raise ApiError(404, "no-copy")
    named = f"attachment; filename*=UTF-8''{quote(copy.name, safe='')}"
    return Response(copy.data, 200, {"Content-Disposition": named}, BYTES)


@router.delete(
    "/checks/{id}",
    operation_id="delete_check",
    summary="Delete a check with its file",
    status_code=204,
    response_model=None,
    responses={204: {"description": "Nothing of it is left."}, **failures()},
)
async def delete(request: Request, id_: CheckId, lang: Lang = "id") -> Response:  # noqa: ARG001
    """At once; what was handed in stays."""
    site_of(request).tries.forget(own_check(request, await caller_of(request), id_))
    return Response(status_code=204)


def own_check(request: Request, caller: Caller, id_: str) -> Try:
    """
    Return a check of this caller.

    Raises:
        ApiError: 404, there is none, or not any more.
    """
    found = site_of(request).tries.of(id_, caller.owner)
    if found is None or not found.uploads:
        raise ApiError(404, "not-found")
    return found


def done(upload: Upload) -> Checked:
    """
    Return what was found.

    Raises:
        ApiError: 409, it is not known yet.
    """
    if upload.checked is None:
        raise ApiError(409, "not-ready", headers={"Retry-After": str(NOT_READY_SECONDS)})
    return upload.checked


def full(*, mine: bool = False) -> ApiError:
    """Too many documents wait; *mine*: those of the caller."""
    return ApiError(429 if mine else 503, "full", headers={"Retry-After": str(FULL_SECONDS)})


async def _begun(request: Request, caller: Caller, lang: Language, name: str | None) -> Try:
    async with sent_file(request, name) as file:
        sender = Sender(caller.owner, caller.address)
        try:
            return await taken(site_of(request), [file], sender, lang, drawn=False)
        except FullError as error:
            raise full(mine=error.mine) from error


async def _waited(request: Request, one: Try) -> Checked | None:
    """
    Wait for the result; None where the caller went away first: then nobody works for it any more.

    Raises:
        ApiError: 503, room was needed, and the document was deleted meanwhile.
    """
    job = one.uploads[0].job
    finished = asyncio.ensure_future(outcome(site_of(request), cast("Check", job.task), job))
    async with _until_gone(request) as gone:
        await asyncio.wait({finished, gone}, return_when=asyncio.FIRST_COMPLETED)
    if finished.cancelled():
        raise full()
    if finished.done():
        return finished.result()
    finished.cancel()
    return None


@contextlib.asynccontextmanager
async def _until_gone(request: Request) -> AsyncIterator[asyncio.Task[Any]]:
    """Listen meanwhile: after the body nothing comes but that the caller has gone."""
    gone = asyncio.create_task(cast("Any", request.receive()))
    try:
        yield gone
    finally:
        gone.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await gone


def _address(one: Try) -> str:
    return f"/api/v1/checks/{one.id}"


def _state(site: Site, one: Try, status: int, headers: Mapping[str, str]) -> Response:
    upload = one.uploads[0]
    checked = upload.checked
    told = CheckState(
        id=one.id,
        state=stage(upload),
        ahead=site.checker.ahead(upload.job) if stage(upload) == "waiting" else None,
        name=upload.name,
        bytes=upload.bytes,
        seconds_left=max(0, round(one.since + site.settings.keep_minutes * 60 - time.monotonic())),
        report=f"{_address(one)}/report" if checked else None,
        annotated=f"{_address(one)}/annotated" if checked and checked.annotates else None,
    )
    return JSONResponse(told.model_dump(mode="json"), status, dict(headers))
