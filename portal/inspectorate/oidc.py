"""
Sign in at the server of accounts of the government.

The browser is sent there with a mark in a cookie that lasts ten minutes, and comes back with a code. Who comes back has
to have an account here already: the other server says who somebody is, this one who may come in. The cookie of the
session is not sent by a browser that another site sent here (SameSite=Strict): the answer is a page that goes on by
itself.
"""

from __future__ import annotations

import secrets
from typing import Final

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from portal.accounts import Account
from portal.asking import is_secure, language_of, site_of
from portal.events import Act, record
from portal.guard import address_of
from portal.inspectorate.admin_words import WORDS
from portal.inspectorate.provider import ATTEMPT_SECONDS, NotProvenError, Provider, UnreachableError
from portal.inspectorate.signing_in import begin_session, onward_of, sign_in_page
from portal.pages.rendering import page

router = APIRouter()

COOKIE: Final = "patuh-oidc"
_PATH: Final = "/masuk/oidc"
BACK: Final = f"{_PATH}/kembali"
_LONGEST: Final = 4096
"""Characters of what the server of accounts gives the browser to bring here."""


@router.get(_PATH)
async def go(request: Request, ke: str | None = None) -> Response:
    """Send the browser to the server of accounts."""
    site, words, onward = site_of(request), WORDS[language_of(request)], onward_of(ke)
    provider = _provider(request)
    if not site.rates.allows("sign-in", f"oidc:{address_of(request)}"):
        return sign_in_page(request, onward, 429, problem=words["sign_in_too_often"])
    browser = secrets.token_urlsafe(32)
    base = site.settings.url or str(request.base_url).rstrip("/")
    try:
        address = await provider.begin(base + BACK, onward, browser)
    except UnreachableError:
        return sign_in_page(request, onward, 503, problem=words["elsewhere_silent"])
    response = RedirectResponse(address, 303)
    _set_cookie(request, response, browser)
    return response


@router.get(BACK)
async def come_back(request: Request, state: str = "", code: str = "", error: str = "") -> Response:
    """Take the browser that the server of accounts sent back."""
    provider, words = _provider(request), WORDS[language_of(request)]
    too_long = max(len(state), len(code)) > _LONGEST
    attempt = None if too_long else provider.attempts.end(state, request.cookies.get(COOKIE, ""))
    if attempt is None:
        return await _refused(request, "attempt", 400, words["elsewhere_again"])
    if error or not code:
        return await _refused(request, "declined", 403, words["elsewhere_declined"], attempt.onward)
    try:
        name = await provider.name(attempt, code)
    except UnreachableError:
        return _dropped(request, sign_in_page(request, attempt.onward, 503, problem=words["elsewhere_silent"]))
    except NotProvenError:
        return await _refused(request, "proof", 403, words["elsewhere_unproven"], attempt.onward)
    account = await run_in_threadpool(site_of(request).accounts.find, name)
    if account is None or not account.active:
        return await _refused(request, "account", 403, words["elsewhere_unknown"], attempt.onward, account)
    response = page(request, "inspectorate/onward.html", onward=attempt.onward)
    await run_in_threadpool(begin_session, request, response, account, "oidc")
    return _dropped(request, response)


async def _refused(
    request: Request, why: str, status: int, problem: str, onward: str | None = None, account: Account | None = None
) -> Response:
    """Say no, and log it; what the other server said of somebody unknown is not kept: it may be a NIP."""
    who = account.name if account is not None else "-"
    stored = site_of(request).stored
    if site_of(request).rates.allows("sign-in", f"oidc-refused:{address_of(request)}"):  # the log cannot be flooded
        await run_in_threadpool(
            record, stored, who, address_of(request), Act.SIGN_IN_REFUSED, who, how="oidc", reason=why
        )
    return _dropped(request, sign_in_page(request, onward_of(onward), status, problem=problem))


def _provider(request: Request) -> Provider:
    site = site_of(request)
    if site.provider is None or site.store is None:
        raise HTTPException(404)
    return site.provider


def _set_cookie(request: Request, response: Response, value: str) -> None:
    """The cookie comes back when another site sends the browser here, to these pages alone."""
    response.set_cookie(
        COOKIE,
        value,
        max_age=int(ATTEMPT_SECONDS),
        path=_PATH,
        httponly=True,
        samesite="lax",
        secure=is_secure(request),
    )


def _dropped(request: Request, response: Response) -> Response:
    response.delete_cookie(COOKIE, path=_PATH, httponly=True, samesite="lax", secure=is_secure(request))
    return response
