"""
Errors of the API: each is `application/problem+json` (RFC 9457), whoever found it.

Nothing of the site is known here: the outermost layer of the server tells its refusals by the same words.
"""

from __future__ import annotations

import http
import logging
from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Match

from archive.store.errors import StoreError
from portal.api.models import PROBLEM_JSON, Code, Fault, Problem
from portal.api.words import DETAILS
from reports.labels import Language

PREFIX: Final = "/api/"
"""Below it programs ask, and are answered as programs."""
_CODES: Final[Mapping[int, Code]] = {
    400: "bad-upload",
    401: "no-token",
    403: "forbidden",
    404: "not-found",
    405: "method-not-allowed",
    408: "too-slow",
    413: "too-large",
    415: "unsupported-media-type",
    422: "invalid",
    429: "too-often",
    500: "internal",
    503: "unavailable",
}
_METHODS: Final = ("DELETE", "GET", "HEAD", "PATCH", "POST", "PUT")
STORE_SECONDS: Final = 60
"""After so many seconds a store that failed may be asked again."""
_log = logging.getLogger("patuh.portal")
_MOST_FAULTS: Final = 20
_MOST_WORDS: Final = 300
"""Of a fault: what was sent is not sent back."""


class ApiError(HTTPException):
    """What the API refuses."""

    def __init__(
        self, status: int, code: Code, detail: str | None = None, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(status, detail, dict(headers or {}))
        self.code: Code = code
        self.words = detail
        """Instead of the words for the code."""


def asked_by_program(path: str) -> bool:
    """Whether this is an address of the API."""
    return path.startswith(PREFIX)


def problem_bytes(
    status: int, code: Code | None = None, lang: Language = "id", words: str | None = None, faults: Sequence[Fault] = ()
) -> bytes:
    """Return a problem as JSON."""
    known = code or _CODES.get(status, "error")
    problem = Problem(
        title=http.HTTPStatus(status).phrase,
        status=status,
        code=known,
        detail=words or DETAILS[lang][known],
        errors=tuple(faults),
    )
    return problem.model_dump_json().encode()


def problem(request: Request, error: Exception) -> Response:
    """Answer with what went wrong; the handler of all errors of the API."""
    lang = asked_language(request)
    if isinstance(error, ApiError):
        return _answer(
            error.status_code, problem_bytes(error.status_code, error.code, lang, error.words), error.headers
        )
    if isinstance(error, RequestValidationError):
        return _answer(422, problem_bytes(422, lang=lang, faults=_faults(error.errors())))
    if isinstance(error, HTTPException):
        headers = dict(error.headers or {})
        if error.status_code == 405:
            headers["Allow"] = ", ".join(_allowed(request))
        return _answer(error.status_code, problem_bytes(error.status_code, lang=lang), headers)
    if isinstance(error, StoreError):  # of anything else the outermost layer tells
        _log.error("store: %s", error)
    status = 503 if isinstance(error, StoreError) else 500
    return _answer(status, problem_bytes(status, lang=lang), {"Retry-After": str(STORE_SECONDS)})


def asked_language(request: Request) -> Language:
    """Indonesian, unless the program asks for English."""
    return "en" if request.query_params.get("lang") == "en" else "id"


def _answer(status: int, body: bytes, headers: Mapping[str, str] | None = None) -> Response:
    return Response(body, status, dict(headers or {}), PROBLEM_JSON)


def _faults(errors: Sequence[Any]) -> list[Fault]:
    return [
        Fault(
            where=".".join(map(str, one["loc"]))[:_MOST_WORDS].encode("utf-8", "replace").decode(),
            message=str(one["msg"])[:_MOST_WORDS].encode("utf-8", "replace").decode(),
        )
        for one in errors[:_MOST_FAULTS]
    ]


def _allowed(request: Request) -> list[str]:
    """The methods that this address has; the framework names those of the first function alone."""
    routes = cast("Sequence[BaseRoute]", request.app.router.routes)
    return [
        method
        for method in _METHODS
        if any(route.matches({**request.scope, "method": method})[0] is Match.FULL for route in routes)
    ]
