"""The application: its parts put together, and what is answered when something goes wrong."""

from __future__ import annotations

import errno
import logging
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Final
from urllib.parse import quote

from fastapi import Depends, FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from archive.store.errors import StoreError
from portal.api.pages import add_api
from portal.api.problems import STORE_SECONDS, asked_by_program, problem
from portal.asking import LANGUAGE_COOKIE, NotSignedInError, know, language_of, local_address, set_cookie
from portal.clerk import about, checks, handing_in, receipts, slip_pages
from portal.guard import Guard
from portal.inspectorate import (
    answers,
    api_tokens,
    documents,
    findings,
    hand_ins,
    log,
    night,
    offices,
    oidc,
    reports,
    signing_in,
    users,
    waivers,
)
from portal.metrics import Measured, Metrics, health, metrics_page
from portal.pages.assets import Assets
from portal.pages.rendering import page
from portal.pages.words import WORDS
from portal.site import NoStoreError, Site

Answer = Callable[[Request, Exception], Response]
_log = logging.getLogger("patuh.portal")


def create_app(site: Site) -> FastAPI:
    """Return the application that serves *site*."""
    app = FastAPI(title="patuh", docs_url=None, redoc_url=None, openapi_url=None, dependencies=[Depends(know)])
    app.state.site = site
    app.state.metrics = Metrics(site.checker, site.tries)
    app.add_middleware(Measured, metrics=app.state.metrics)
    app.add_middleware(
        Guard, most_bytes=site.most_bytes, held_bytes=site.most_held_bytes, url=site.settings.url, failed=_failed
    )
    app.mount("/static", Assets(), name="static")
    for part in (checks, about, slip_pages, handing_in, receipts):
        app.include_router(part.router)
    for part in (signing_in, oidc, users, api_tokens, log):
        app.include_router(part.router)
    for part in (offices, findings, documents, answers, hand_ins, waivers, reports, night):
        app.include_router(part.router)
    add_api(app)
    app.add_api_route("/bahasa", _language, methods=["GET"])
    app.add_api_route("/healthz", health, methods=["GET"])
    app.add_api_route("/metrics", metrics_page, methods=["GET"])
    app.add_exception_handler(HTTPException, _either(_told))
    app.add_exception_handler(RequestValidationError, _either(_missing))
    app.add_exception_handler(NotSignedInError, _sign_in_first)
    app.add_exception_handler(StoreError, _either(_stored))
    app.add_exception_handler(NoStoreError, _missing)
    app.add_exception_handler(OSError, _no_room)
    return app


def _either(on_page: Answer) -> Answer:
    """What answers an error: a page for people, a problem for programs."""

    def answered(request: Request, error: Exception) -> Response:
        return (problem if asked_by_program(request.url.path) else on_page)(request, error)

    return answered


def _language(request: Request, ke: str = "id", dari: str = "/") -> Response:
    """Choose the language, and go back."""
    response = RedirectResponse(local_address(dari, "/"), 303)
    set_cookie(request, response, LANGUAGE_COOKIE, "en" if ke == "en" else "id", lasting=True)
    return response


def _told(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    words = WORDS[language_of(request)]
    usual = {400: words["bad_form"], 404: words["not_found"], 405: words["not_found"], 403: words["not_allowed"]}
    own = error.detail and error.detail not in _STARLETTE_WORDS and error.status_code not in _OF_LIBRARIES
    said = error.detail if own else usual.get(error.status_code)
    return page(request, "error.html", error.status_code, message=said or words["error"])


def _no_room(request: Request, error: Exception) -> Response:
    """The disk is full, cannot be written, or is not there; to programs that is the same as a store that is away."""
    assert isinstance(error, OSError)
    if error.errno not in _OF_DISKS:
        return _failed(request, error)
    _log.error("no room: %s at %s", errno.errorcode[error.errno], _places(error))
    if asked_by_program(request.url.path):
        return problem(request, HTTPException(503, headers={"Retry-After": str(STORE_SECONDS)}))
    return page(request, "error.html", 503, message=WORDS[language_of(request)]["no_room"])


_OF_DISKS: Final = frozenset(
    {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EIO, errno.EMFILE, errno.ENFILE}
)
_OF_LIBRARIES: Final = frozenset({400})
"""Of these the library that reads forms tells in its own language; our pages answer them themselves."""
_STARLETTE_WORDS: Final = frozenset({"Not Found", "Forbidden", "Method Not Allowed", "Bad Request"})


def _missing(request: Request, error: Exception) -> Response:  # noqa: ARG001 - as every handler
    """What was asked for is no page: its address is not one of ours."""
    return page(request, "error.html", 404, message=WORDS[language_of(request)]["not_found"])


def _sign_in_first(request: Request, error: Exception) -> Response:  # noqa: ARG001 - as every handler
    """
    Lead to the page for it; a form that was sent meanwhile is lost, so the way back is to its page.

    A browser that follows a link of another site (the digest in a mail) does not show that it is signed in: it is told
    to ask once more, as from here.
    """
    asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    if request.method == "GET" and request.headers.get("sec-fetch-site") == "cross-site":
        return page(request, "inspectorate/onward.html", onward=local_address(asked, "/inspektorat"))
    back = asked if request.method == "GET" else "/inspektorat"
    return RedirectResponse(f"/masuk?ke={quote(back, safe='/')}", 303)


def _stored(request: Request, error: Exception) -> Response:
    _log.error("store: %s", error)
    return page(request, "error.html", 503, message=str(error))


def _failed(request: Request, error: Exception) -> Response:
    if isinstance(error, StoreError):  # while an error was told, whose page says who is signed in
        return _either(_stored)(request, error)
    _log.error("internal error: %s at %s", type(error).__name__, _places(error))
    return _either(_internal)(request, error)


def _internal(request: Request, error: Exception) -> Response:  # noqa: ARG001 - as every handler
    return page(request, "error.html", 500, message=WORDS[language_of(request)]["internal"])


def _places(error: Exception) -> str:
    """Where it came from, for who mends it; never what it says, which may hold words of a document or a person."""
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    return " < ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames))


_FRAMES: Final = 6
