"""Accounts: who may sign in, as what, and how."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Depends
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from portal.accounts import Account, Role
from portal.asking import admin_of, language_of, site_of
from portal.errors import CannotError, RefusedError
from portal.events import Actor
from portal.guard import address_of
from portal.inspectorate.admin_words import WORDS, reason
from portal.inspectorate.signing_in import Posted, field_of, hashed
from portal.pages.rendering import page
from portal.sessions import SignedIn

router = APIRouter()

PLACE: Final = "/inspektorat/pengguna"
DONE: Final = frozenset({"added", "changed", "password"})
"""What a page may say has been done."""
Admin = Annotated[SignedIn, Depends(admin_of)]


def actor_of(request: Request, me: SignedIn) -> Actor:
    """Who does something, for the log."""
    return Actor(me.account, address_of(request))


@router.get(PLACE)
def show(request: Request, me: Admin, selesai: str = "") -> Response:  # noqa: ARG001 - asks who it is
    """List all accounts."""
    return _page(request, done=selesai)


def _page(request: Request, status: int = 200, *, done: str = "", **told: Any) -> Response:
    """Show them; ``problem`` is why nothing came of what was ``typed``."""
    context: dict[str, Any] = {
        "accounts": site_of(request).accounts.every(),
        "roles": list(Role),
        "problem": None,
        "done": done if done in DONE else None,
        "typed": {"name": "", "full_name": "", "role": Role.AUDITOR.value, "how": "password"},
    }
    return page(request, "inspectorate/users.html", status, **(context | told))


@router.post(PLACE)
async def add(request: Request, me: Admin, form: Posted) -> Response:
    """Make an account."""
    typed = {name: field_of(form, name) for name in ("name", "full_name", "role", "how")}
    password = None if typed["how"] == "oidc" else field_of(form, "password")
    try:
        await hashed(
            request,
            site_of(request).accounts.add,
            typed["name"],
            typed["full_name"],
            _role(typed["role"]),
            password,
            actor_of(request, me),
        )
    except (RefusedError, CannotError) as error:
        problem = reason(error, language_of(request))
        return await run_in_threadpool(_page, request, 400, problem=problem, typed=typed)
    return RedirectResponse(f"{PLACE}?selesai=added", 303)


@router.get(f"{PLACE}/akun")
def one(request: Request, me: Admin, nama: str, selesai: str = "") -> Response:  # noqa: ARG001 - asks who it is
    """Show one account, and what can be changed about it."""
    return _one_page(request, nama, done=selesai)


def _one_page(
    request: Request, name: str, status: int = 200, *, problem: str | None = None, done: str = ""
) -> Response:
    context = {
        "account": _known(request, name),
        "roles": list(Role),
        "problem": problem,
        "done": done if done in DONE else None,
    }
    return page(request, "inspectorate/user.html", status, **context)


@router.post(f"{PLACE}/peran")
async def change_role(request: Request, me: Admin, form: Posted) -> Response:
    """Let an account do more, or less."""
    accounts, by = site_of(request).accounts, actor_of(request, me)
    name, role = field_of(form, "name"), _role(field_of(form, "role"))
    return await _changed(request, name, lambda: accounts.set_role(name, role, by))


@router.post(f"{PLACE}/aktif")
async def change_active(request: Request, me: Admin, form: Posted) -> Response:
    """Disable an account, or enable it again."""
    accounts, by = site_of(request).accounts, actor_of(request, me)
    name, active = field_of(form, "name"), field_of(form, "active") == "1"
    return await _changed(request, name, lambda: accounts.set_active(name, by, active=active))


@router.post(f"{PLACE}/kata-sandi")
async def change_password(request: Request, me: Admin, form: Posted) -> Response:
    """Give an account a new password."""
    accounts, by = site_of(request).accounts, actor_of(request, me)
    name, password = field_of(form, "name"), field_of(form, "password")
    return await _changed(request, name, lambda: accounts.set_password(name, password, by), "password")


async def _changed(request: Request, name: str, change: Callable[[], None], done: str = "changed") -> Response:
    """Carry out a change; whoever loses by it a right to this page is told so by the next one."""
    await run_in_threadpool(_known, request, name)
    try:
        await hashed(request, change)
    except (RefusedError, CannotError) as error:
        problem = reason(error, language_of(request))
        return await run_in_threadpool(_one_page, request, name, 400, problem=problem)
    return RedirectResponse(f"{PLACE}/akun?{urlencode({'nama': name, 'selesai': done})}", 303)


def _known(request: Request, name: str) -> Account:
    found = site_of(request).accounts.find(name)
    if found is None:
        raise HTTPException(404, WORDS[language_of(request)]["no_account"])
    return found


def _role(given: str) -> Role:
    try:
        return Role(given)
    except ValueError:
        raise HTTPException(400) from None
