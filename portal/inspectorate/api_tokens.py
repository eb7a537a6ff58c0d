"""Tokens, by which other systems of the regency use the API."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from portal.asking import language_of, site_of
from portal.errors import CannotError, RefusedError
from portal.inspectorate.admin_words import WORDS, reason
from portal.inspectorate.signing_in import Posted, field_of
from portal.inspectorate.users import Admin, actor_of
from portal.pages.rendering import page
from portal.tokens import Tokens
from portal.writing import now

router = APIRouter()

PLACE: Final = "/inspektorat/token"


@router.get(PLACE)
def show(request: Request, me: Admin, selesai: str = "") -> Response:  # noqa: ARG001 - asks who it is
    """List all tokens."""
    return _page(request, done="revoked" if selesai == "revoked" else None)


def _page(request: Request, status: int = 200, **told: Any) -> Response:
    """
    Show the tokens.

    Args:
        request: To what it answers.
        status: Of HTTP.
        told: ``problem``, ``done``, ``made`` (the token that was just made) with ``presented`` (its secret).
    """
    usual = {"problem": None, "done": None, "made": None, "presented": None, "name": "", "until": ""}
    tokens, day = Tokens(site_of(request).stored).every(), now().date()
    rows = [(one, one.holds(day)) for one in reversed(tokens)]
    return page(request, "inspectorate/tokens.html", status, **(usual | told), tokens=rows, today=day)


@router.post(PLACE)
def add(request: Request, me: Admin, form: Posted) -> Response:
    """Make a token and show it: this once."""
    site, lang = site_of(request), language_of(request)
    name, until = field_of(form, "name"), field_of(form, "until").strip()
    typed = {"name": name, "until": until}
    try:
        last = dt.date.fromisoformat(until) if until else None
    except ValueError:
        return _page(request, 400, problem=WORDS[lang]["token_bad_day"], **typed)
    try:
        made, presented = Tokens(site.stored).add(name, actor_of(request, me), last)
    except RefusedError as error:
        return _page(request, 400, problem=reason(error, lang, "token"), **typed)
    return _page(request, made=made, presented=presented)


@router.post(f"{PLACE}/cabut")
def revoke(request: Request, me: Admin, form: Posted) -> Response:
    """Let a token hold no longer."""
    try:
        number = int(field_of(form, "id"))
    except ValueError:
        raise HTTPException(400) from None
    if not 0 < number < 2**31:
        raise HTTPException(404)
    try:
        Tokens(site_of(request).stored).revoke(number, actor_of(request, me))
    except CannotError as error:
        return _page(request, 400, problem=reason(error, language_of(request), "token"))
    return RedirectResponse(f"{PLACE}?selesai=revoked", 303)
