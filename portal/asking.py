"""What a request tells of who asks, and in which language."""

from __future__ import annotations

from typing import cast

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from portal.api.problems import asked_by_program
from portal.sessions import SIGNED_COOKIE, VISITOR_COOKIE, SignedIn, Visitor
from portal.site import Site
from reports.labels import Language

LANGUAGE_COOKIE = "patuh-bahasa"
_YEAR_SECONDS = 365 * 24 * 3600


def site_of(request: Request) -> Site:
    """The server that was asked."""
    return cast("Site", request.app.state.site)


def language_of(request: Request) -> Language:
    """Indonesian, unless the visitor chose English."""
    return "en" if request.cookies.get(LANGUAGE_COOKIE) == "en" else "id"


def visitor_of(request: Request) -> Visitor:
    """Who asks, without a name; the same within one request."""
    if not hasattr(request.state, "visitor"):
        request.state.visitor = site_of(request).sessions.visitor(request.cookies.get(VISITOR_COOKIE))
    return cast("Visitor", request.state.visitor)


def signed_mark(request: Request) -> str | None:
    """The mark of the session of an auditor, if the browser shows one."""
    return request.cookies.get(SIGNED_COOKIE)


def signed_in(request: Request) -> SignedIn | None:
    """
    Who is signed in; None for anybody else. The store is asked once in a request.

    Raises:
        StoreError: It cannot be asked; whoever asks again within the request is told that nobody is signed in.
    """
    if not hasattr(request.state, "signed"):
        request.state.signed = None
        request.state.signed = _still(site_of(request), signed_mark(request))
    return cast("SignedIn | None", request.state.signed)


def _still(site: Site, mark: str | None) -> SignedIn | None:
    """The session, if its account is what it was when it began: not disabled, of the same role and password."""
    found = site.sessions.signed_in(mark)
    if found is None or site.store is None:
        return None
    account = site.accounts.find(found.account)
    if account is not None and account.active and account.changed == found.changed:
        return found
    site.sessions.sign_out(mark)
    return None


async def know(request: Request) -> None:
    """Ask the store who is signed in before the request is handled, so that no handler waits for it."""
    if signed_mark(request) is None or asked_by_program(request.url.path):
        request.state.signed = None
    else:
        await run_in_threadpool(signed_in, request)


class NotSignedInError(Exception):
    """The page is only for whoever is signed in."""


def auditor_of(request: Request) -> SignedIn:
    """
    Return who is signed in.

    Raises:
        NotSignedInError: Nobody; the visitor is led to the page for it, and back.
    """
    found = signed_in(request)
    if found is None:
        raise NotSignedInError
    return found


def admin_of(request: Request) -> SignedIn:
    """
    Return the admin who is signed in.

    Raises:
        NotSignedInError: Nobody is.
        HTTPException: 403, an auditor is.
    """
    found = auditor_of(request)
    if found.role != "admin":
        raise HTTPException(403)
    return found


def form_mark(request: Request) -> str:
    """To which session the forms of a page belong."""
    mark = signed_mark(request)
    return mark if mark is not None and signed_in(request) is not None else visitor_of(request).mark


def form_token(request: Request) -> str:
    """What the forms of a page hold."""
    return site_of(request).sessions.form_token(form_mark(request))


def checked_form(request: Request, form: FormData) -> FormData:
    """
    Return the form, if it is one of this session.

    Raises:
        HTTPException: 403, it is not.
    """
    token = form.get("token")
    if not isinstance(token, str) or not site_of(request).sessions.is_form_token(form_mark(request), token):
        raise HTTPException(403, "Formulir ini sudah tidak berlaku. Muat ulang halaman, lalu ulangi.")
    return form


def keep_cookies(request: Request, response: Response) -> Response:
    """Give the browser of a new visitor the mark by which it is known again."""
    visitor = visitor_of(request)
    if visitor.fresh:
        set_cookie(request, response, VISITOR_COOKIE, site_of(request).sessions.cookie(visitor))
    return response


def local_address(given: str | None, otherwise: str) -> str:
    """Return where to go on, if it is a page of this server."""
    if not given or not given.startswith("/") or given.startswith("//") or "\\" in given or not given.isprintable():
        return otherwise
    return given


def is_secure(request: Request) -> bool:
    """Whether the browser reaches this server under https, as it says itself or as the settings have it."""
    return request.url.scheme == "https" or (site_of(request).settings.url or "").startswith("https:")


def set_cookie(
    request: Request, response: Response, name: str, value: str, *, lasting: bool = False, strict: bool = False
) -> None:
    """
    Set a cookie that only this server sees and no script reads, and that no form of another site sends.

    Args:
        request: To what it answers.
        response: With what.
        name: Of the cookie.
        value: Of the cookie.
        lasting: It stays when the browser is closed.
        strict: It is not even sent when a link of another site is followed.
    """
    response.set_cookie(
        name,
        value,
        max_age=_YEAR_SECONDS if lasting else None,
        httponly=True,
        samesite="strict" if strict else "lax",
        secure=is_secure(request),
        path="/",
    )


def drop_cookie(request: Request, response: Response, name: str) -> None:
    """Let the browser forget a cookie."""
    response.delete_cookie(name, path="/", httponly=True, samesite="strict", secure=is_secure(request))
