"""Hand in a document that was checked, and find its receipt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Final, TypeVar

from fastapi import APIRouter, Path
from fastapi.exceptions import RequestValidationError
from filelock import Timeout
from pydantic import ValidationError
from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from archive import handing_in
from archive.handing_in import AlreadyThereError, HandInError, HandIns, Offered
from archive.store.errors import StoreError
from portal.api.callers import Caller, caller_of
from portal.api.checks import Lang, done, own_check
from portal.api.document import failures, links
from portal.api.models import NewHandIn, Offices, Receipt
from portal.api.problems import STORE_SECONDS, ApiError
from portal.asking import site_of
from portal.events import Act, Actor, note
from portal.site import Site
from portal.tries import Upload
from portal.writing import take_turn
from schemas.report import Report, Severity

T = TypeVar("T")

router = APIRouter(prefix="/api/v1", tags=["hand-ins"])

JSON: Final = "application/json"
MOST_BYTES: Final = 65_536
"""Of what is said about a hand-in; the document itself was sent before."""
_LOCATION: Final = {"Location": {"schema": {"type": "string"}, "required": True}}


@router.get(
    "/offices",
    operation_id="read_offices",
    summary="To which offices documents can be handed in",
    response_model=None,
    responses={200: {"model": Offices, "description": "Their names, sorted."}, **failures(s404="No hand-ins here.")},
)
async def offices(request: Request, lang: Lang = "id") -> Response:  # noqa: ARG001 - of problems
    """As archive.yaml names them."""
    await caller_of(request)
    names = await _asked(request, HandIns.offices)
    return _json(Offices(offices=list(names)).model_dump_json(), 200)


@router.post(
    "/hand-ins",
    operation_id="hand_in",
    summary="Hand in a document that was checked",
    status_code=201,
    response_model=None,
    responses={
        201: {
            "model": Receipt,
            "description": "It is handed in, for good.",
            "headers": _LOCATION,
            "links": links("read_receipt", code="receipt"),
        },
        200: {"model": Receipt, "description": "The same bytes were handed in before: their receipt."},
        **failures(
            409,
            413,
            415,
            s404="There is no such check, or no hand-ins here.",
            s409="The check is not done yet, or the document cannot be handed in: detail says why.",
        ),
    },
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {JSON: {"schema": {"$ref": "#/components/schemas/NewHandIn"}}},
        }
    },
)
async def hand_in(request: Request, lang: Lang = "id") -> Response:  # noqa: ARG001 - of problems
    """What was handed in cannot be changed; a newer version is added. Asking again is safe."""
    caller = await caller_of(request)
    offer = await _offered(request)
    upload = own_check(request, caller, offer.check).uploads[0]
    report = done(upload).report
    try:
        made = await _asked(request, lambda all_: _handed_in(all_, offer, upload, report, caller))
    except AlreadyThereError as error:
        return _json(_told(error.receipt).model_dump_json(), 200)
    location = f"/api/v1/receipts/{made.receipt}"
    return _json(_told(made).model_dump_json(), 201, {"Location": location})


@router.get(
    "/receipts/{code}",
    operation_id="read_receipt",
    summary="The receipt of a hand-in",
    response_model=None,
    responses={200: {"model": Receipt, "description": "The receipt."}, **failures()},
)
async def receipt(
    request: Request,
    code: Annotated[str, Path(description="Of the receipt, however it was typed.")],
    lang: Lang = "id",  # noqa: ARG001 - of problems
) -> Response:
    """Whoever has the code may read it."""
    await caller_of(request)
    found = await _asked(request, lambda all_: all_.receipt(code))
    if found is None:
        raise ApiError(404, "not-found")
    return _json(_told(found).model_dump_json(), 200)


async def _offered(request: Request) -> NewHandIn:
    """
    Return what the body offers.

    Raises:
        ApiError: 415, it is no JSON; 413, there is too much of it.
        RequestValidationError: It is not valid.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != JSON:
        raise ApiError(415, "unsupported-media-type", headers={"Accept-Post": JSON})
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise ApiError(413, "too-large")
    try:
        return NewHandIn.model_validate_json(body)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        raise RequestValidationError([{**one, "loc": ("body", *one["loc"])} for one in faults]) from error


async def _asked(request: Request, ask: Callable[[HandIns], T]) -> T:
    """
    Ask the archive, beside the requests of others.

    Raises:
        ApiError: 404, nothing can be handed in here; 409, this cannot; 503, the archive cannot be used.
        AlreadyThereError: As `HandIns.hand_in`.
    """
    all_ = _hand_ins(site_of(request))
    try:
        return await run_in_threadpool(ask, all_)
    except AlreadyThereError:
        raise
    except HandInError as error:
        if isinstance(error.__cause__, (StoreError, Timeout, OSError)):
            raise ApiError(503, "unavailable", str(error), {"Retry-After": str(STORE_SECONDS)}) from error
        raise ApiError(409, "refused", str(error)) from error


def _hand_ins(site: Site) -> HandIns:
    if site.hand_ins is None or not site.settings.hand_in:
        raise ApiError(404, "not-found")
    return site.hand_ins


def _handed_in(all_: HandIns, offer: NewHandIn, upload: Upload, report: bytes, caller: Caller) -> handing_in.Receipt:
    offered = Offered(
        file=upload.path,
        file_name=upload.name,
        office=offer.office,
        by_name=offer.by_name,
        by_position=offer.by_position,
        note=offer.note,
        report=Report.model_validate_json(report),
        replaces=offer.replaces,
    )

    def also(connection: Connection, made: handing_in.Receipt) -> None:
        take_turn(connection)
        by = Actor(caller.who, caller.address)
        note(connection, by, Act.HAND_IN, made.receipt, number=made.number, office=made.office, version=made.version)

    return all_.hand_in(offered, also=also)


def _told(made: handing_in.Receipt) -> Receipt:
    findings = {severity: getattr(made, severity.value) for severity in Severity}
    fields = Receipt.model_fields.keys() - {"findings"}
    return Receipt(findings=findings, **{name: getattr(made, name) for name in fields})


def _json(body: str, status: int, headers: dict[str, str] | None = None) -> Response:
    return Response(body, status, headers, JSON)
