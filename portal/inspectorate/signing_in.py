"""
Sign in and out.

Whether a name is unknown, its account disabled or the password wrong: the answer is the same, and takes as long. Who
tries too often waits, for each address and for each account. A session begins with a new mark, so that one that was
put into a browser beforehand is worth nothing.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable
from functools import partial
from typing import Annotated, Final, ParamSpec, TypeVar
from urllib.parse import quote

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Depends
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from portal.accounts import Account
from portal.asking import (
    auditor_of,
    checked_form,
    drop_cookie,
    keep_cookies,
    language_of,
    local_address,
    set_cookie,
    signed_in,
    signed_mark,
    site_of,
)
from portal.errors import RefusedError
from portal.events import Act, Actor, record
from portal.guard import address_of
from portal.inspectorate.admin_words import WORDS, reason
from portal.pages.rendering import page
from portal.sessions import SIGNED_COOKIE, SignedIn
from portal.site import Site

router = APIRouter()

HOME: Final = "/inspektorat"
HASHED_AT_ONCE: Final = 2
"""Passwords; each takes 64 MiB meanwhile."""
_MOST_FIELDS: Final = 20

P = ParamSpec("P")
R = TypeVar("R")


async def posted(request: Request) -> FormData:
    """
    Return the form that was sent, if it is one of this session.

    Raises:
        HTTPException: 403, it is not; 400, it is no form of ours.
    """
    return checked_form(request, await request.form(max_files=0, max_fields=_MOST_FIELDS))


Posted = Annotated[FormData, Depends(posted)]
Auditor = Annotated[SignedIn, Depends(auditor_of)]


def field_of(form: FormData, name: str) -> str:
    """What was written into a field of a form; nothing where it is not there."""
    value = form.get(name)
    return value if isinstance(value, str) else ""


def onward_of(given: str | None) -> str:
    """Where to go on after signing in: a page of ours, but not the one for signing in."""
    onward = local_address(given, HOME)
    return HOME if onward.startswith(("/masuk", "/keluar")) else onward


async def hashed(request: Request, task: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Do what hashes a password: in a thread, and few at once."""
    state = request.app.state
    if not hasattr(state, "hashing"):
        state.hashing = CapacityLimiter(HASHED_AT_ONCE)
    return await to_thread.run_sync(partial(task, *args, **kwargs), limiter=state.hashing)


@router.get("/masuk")
async def show(request: Request, ke: str | None = None) -> Response:
    """Ask for name and password."""
    if signed_in(request) is not None:
        return RedirectResponse(onward_of(ke), 303)
    return sign_in_page(request, onward_of(ke))


def sign_in_page(request: Request, onward: str, status: int = 200, *, problem: str | None = None) -> Response:
    """The page that asks for name and password, and says why the last try failed."""
    provider = site_of(request).provider
    elsewhere = None
    if provider is not None:
        title = provider.settings.title or WORDS[language_of(request)]["sign_in_elsewhere"]
        elsewhere = {"title": title, "address": f"/masuk/oidc?ke={quote(onward, safe='/')}"}
    offered = site_of(request).store is not None
    context = {"onward": onward, "problem": problem, "elsewhere": elsewhere, "offered": offered}
    return page(request, "inspectorate/sign_in.html", status, **context)


@router.post("/masuk")
async def take(request: Request, form: Posted) -> Response:
    """Let in whoever knows the password of an account."""
    site, words = site_of(request), WORDS[language_of(request)]
    name, onward = field_of(form, "name"), onward_of(field_of(form, "ke"))
    if not may_try(request, name):
        return sign_in_page(request, onward, 429, problem=words["sign_in_too_often"])
    found = await hashed(request, site.accounts.verify, name, field_of(form, "password"))
    if found is None:
        await run_in_threadpool(_refused, site, name, address_of(request))
        return sign_in_page(request, onward, 403, problem=words["sign_in_refused"])
    response = RedirectResponse(onward, 303)
    await run_in_threadpool(begin_session, request, response, found, "password")
    return keep_cookies(request, response)


def may_try(request: Request, name: str) -> bool:
    """Whether this address may try once more now, and this account be tried; counts it, whatever becomes of it."""
    rates = site_of(request).rates
    return rates.allows("sign-in", f"address:{address_of(request)}") and rates.allows("sign-in", _counted(name))


def _counted(name: str) -> str:
    """An account as it is counted, however its name is written: of the same length for whatever is sent."""
    plain = unicodedata.normalize("NFKC", name[:256]).strip().lower()
    return f"account:{hashlib.sha256(plain.encode('utf-8', 'replace')).hexdigest()}"


def _refused(site: Site, name: str, address: str) -> None:
    """What was typed as a name may be a password, or a number of a person: only names of accounts are logged."""
    known = site.accounts.find(name)
    who = known.name if known is not None else "-"
    record(site.stored, who, address, Act.SIGN_IN_REFUSED, who, how="password")


def begin_session(request: Request, response: Response, account: Account, how: str) -> None:
    """Begin a session in the place of one that there may be, and log it."""
    site = site_of(request)
    record(site.stored, account.name, address_of(request), Act.SIGN_IN, account.name, how=how)
    site.sessions.sign_out(signed_mark(request))
    mark = site.sessions.sign_in(account.name, account.full_name, account.role.value, account.changed)
    set_cookie(request, response, SIGNED_COOKIE, mark, strict=True)


@router.post("/keluar")
async def leave(request: Request) -> Response:
    """End the session, here and in the browser."""
    me, site = signed_in(request), site_of(request)
    if me is not None:
        await posted(request)
        site.sessions.sign_out(signed_mark(request))
        await run_in_threadpool(record, site.stored, me.account, address_of(request), Act.SIGN_OUT, me.account)
    response = RedirectResponse("/", 303)
    drop_cookie(request, response, SIGNED_COOKIE)
    return response


@router.get("/inspektorat/kata-sandi")
async def own_password(request: Request, me: Auditor, selesai: str = "") -> Response:
    """Ask for a new password."""
    return await run_in_threadpool(_password_page, request, me, done=selesai == "diganti")


def _password_page(
    request: Request, me: SignedIn, status: int = 200, *, problem: str | None = None, done: bool = False
) -> Response:
    account = site_of(request).accounts.known(me.account)
    context = {"account": account, "problem": problem, "done": done}
    return page(request, "inspectorate/password.html", status, **context)


@router.post("/inspektorat/kata-sandi")
async def change_own_password(request: Request, me: Auditor, form: Posted) -> Response:
    """Give one's own account a new password; other sessions of it end, this one begins anew."""
    site, words, lang = site_of(request), WORDS[language_of(request)], language_of(request)
    old, new, again = (field_of(form, one) for one in ("old", "new", "again"))

    async def refuse(status: int, problem: str) -> Response:
        return await run_in_threadpool(_password_page, request, me, status, problem=problem)

    if not may_try(request, me.account):
        return await refuse(429, words["sign_in_too_often"])
    if await hashed(request, site.accounts.verify, me.account, old) is None:
        return await refuse(400, words["password_old_wrong"])
    if new != again:
        return await refuse(400, words["password_unequal"])
    try:
        await hashed(request, site.accounts.set_password, me.account, new, Actor(me.account, address_of(request)))
    except RefusedError as error:
        return await refuse(400, reason(error, lang))
    response = RedirectResponse("/inspektorat/kata-sandi?selesai=diganti", 303)
    await run_in_threadpool(_go_on, request, response, me.account)
    return response


def _go_on(request: Request, response: Response, name: str) -> None:
    """The change ended all sessions of the account; whoever made it goes on with a new one."""
    site = site_of(request)
    account = site.accounts.known(name)
    site.sessions.end_all(name)
    mark = site.sessions.sign_in(account.name, account.full_name, account.role.value, account.changed)
    set_cookie(request, response, SIGNED_COOKIE, mark, strict=True)
