"""Waivers: those of the page, which are granted and withdrawn here, and those of waivers.yaml."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from fastapi import APIRouter
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from archive.declared import DeclaredErrors, read_declared
from archive.granting import LONGEST_DAYS, Granted, GrantError, Grants
from archive.layout import Layout
from archive.waivers import ENDING_DAYS
from portal.asking import language_of, local_address, site_of
from portal.events import Act, record
from portal.guard import address_of
from portal.inspectorate.catalogue import Catalogue
from portal.inspectorate.desk import catalogue_of, office_names, words_of
from portal.inspectorate.signing_in import Auditor, Posted, field_of
from portal.pages.moments import moment
from portal.pages.rendering import page
from portal.sessions import SignedIn
from reports.labels import Language
from schemas.archive import ArchiveLayout, GrantedWaiver, StoredWaivers, Waiver
from schemas.archive import Waivers as Declared

router = APIRouter()

PLACE: Final = "/inspektorat/pengecualian"
_FIELDS: Final = {"aturan": "rule", "perangkat": "office", "dokumen": "path", "sidik": "fingerprint",
                  "alasan": "reason", "sampai": "until"}  # fmt: skip
_EMPTY: Final = dict.fromkeys((*_FIELDS, "kembali"), "")
_LARGEST: Final = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Row:
    """A waiver of the page, as it stands."""

    granted: Granted
    at: str
    ended: str
    """When it was withdrawn; empty where it was not."""
    passes: int
    """Findings that it lets pass."""
    mark: str
    """``holds``, ``ending``, ``expired`` or ``withdrawn``."""


@dataclass(frozen=True, slots=True)
class Line:
    """A waiver of the file."""

    waiver: Waiver
    line: int | None
    passes: int | None
    """Findings that it lets pass; None where the last night did not know it."""
    mark: str


@router.get(PLACE)
def show(request: Request, me: Auditor, selesai: str = "") -> Response:  # noqa: ARG001 - asks who it is
    """List them."""
    return _page(request, done=selesai if selesai in ("granted", "withdrawn") else "")


def _page(request: Request, status: int = 200, **told: Any) -> Response:
    site, lang, catalogue = site_of(request), language_of(request), catalogue_of(request)
    grants = Grants(site.stored)
    passes = _passes(catalogue, grants.counting(site.as_of))
    every = [_row(one, passes, lang, site.as_of) for one in grants.all()]
    file = _file(request)
    lines, problem = _lines(catalogue, file, site.as_of)
    context: dict[str, Any] = {
        "standing": [one for one in every if one.mark in ("holds", "ending")],
        "past": [one for one in reversed(every) if one.mark in ("expired", "withdrawn")],
        "lines": lines,
        "file": file.name if file is not None else "waivers.yaml",
        "file_problem": problem,
        "offices": sorted(office_names(site), key=str.casefold),
        "rules": sorted((rule.code, rule.title.en if lang == "en" else rule.title.id) for rule in site.pack.rules),
        "today": site.as_of,
        "tomorrow": site.as_of + dt.timedelta(days=1),
        "last": site.as_of + dt.timedelta(days=LONGEST_DAYS),
        "ending_days": ENDING_DAYS,
        "done": "",
        "problem": None,
        "typed": _EMPTY,
        "withdrawing": None,
    }
    return page(request, "inspectorate/waivers.html", status, **(context | told))


def _passes(catalogue: Catalogue, counting: Sequence[GrantedWaiver]) -> dict[int, int]:
    """Number of a waiver of the page -> findings that it lets pass now; those of the file stand before them."""
    first = len(_of_night(catalogue))
    return {one.number: catalogue.decided.use.waived[first + at] for at, one in enumerate(counting)}


def _of_night(catalogue: Catalogue) -> Sequence[Waiver]:
    """Those of the file, as the last night read it."""
    night = catalogue.documents.night
    return StoredWaivers.model_validate(night.waivers).waivers if night is not None else ()


def _row(one: Granted, passes: dict[int, int], lang: Language, today: dt.date) -> Row:
    mark = "withdrawn" if one.ended is not None else _mark(one.waiver, today)
    ended = moment(one.ended.at, lang) if one.ended is not None else ""
    return Row(one, moment(one.at, lang), ended, passes.get(one.number, 0), mark)


def _mark(waiver: Waiver, today: dt.date) -> str:
    left = (waiver.until - today).days
    return "expired" if left < 0 else "ending" if left <= ENDING_DAYS else "holds"


def _file(request: Request) -> Path | None:
    """waivers.yaml, where the settings name one."""
    own = site_of(request).choice.own
    return own.beside(own.settings.nightly.waivers)


def _lines(catalogue: Catalogue, file: Path | None, today: dt.date) -> tuple[list[Line], str]:
    """The waivers of the file with their lines; and what is wrong with it. As the last night knew it without one."""
    known = _of_night(catalogue)
    use = catalogue.decided.use.waived
    if file is None:
        return [Line(one, None, use[at], _mark(one, today)) for at, one in enumerate(known)], ""
    try:
        declared, read = read_declared(file, Declared)
    except DeclaredErrors as error:
        return [Line(one, None, use[at], _mark(one, today)) for at, one in enumerate(known)], str(error).replace(
            str(file), file.name
        )
    places = {one: at for at, one in reversed(list(enumerate(known)))}
    return [
        Line(
            one,
            read.node.line_of(("waivers", at)),
            use[places[one]] if one in places else None,
            _mark(one, today),
        )
        for at, one in enumerate(declared.waivers)
    ], ""


@router.post(PLACE)
async def grant(request: Request, me: Auditor, form: Posted) -> Response:
    """Let findings pass until a day."""
    typed = {name: field_of(form, name).strip() for name in _EMPTY}
    try:
        await run_in_threadpool(_grant, request, me, typed)
    except GrantError as error:
        return await run_in_threadpool(_page, request, 400, problem=str(error), typed=typed)
    return RedirectResponse(_back(typed["kembali"], f"{PLACE}?selesai=granted"), 303)


def _back(given: str, otherwise: str) -> str:
    """The page of the finding that was waived, or the list."""
    found = local_address(given, otherwise)
    return found if found.startswith("/inspektorat/dokumen?") else otherwise


def _grant(request: Request, me: SignedIn, typed: dict[str, str]) -> None:
    site, words = site_of(request), words_of(request)
    given = {_FIELDS[name]: typed[name] or None for name in _FIELDS}
    try:
        asked = Waiver.model_validate({**given, "by": me.full_name})
    except ValidationError as error:
        faults = {str(one["loc"][0]) for one in error.errors() if one["loc"]}
        raise GrantError(
            " ".join(words[f"ins_waiver_bad_{one}"] for one in _FIELDS.values() if one in faults)
        ) from error
    layout = site.layout or Layout(ArchiveLayout(), ())
    number = Grants(site.stored).grant(asked, me.account, site.pack, layout)
    about = {"rule": asked.rule, "office": asked.office, "path": asked.path, "fingerprint": asked.fingerprint}
    told = {**about, "until": asked.until.isoformat()}
    record(site.stored, me.account, address_of(request), Act.WAIVER, str(number), **told)


@router.post(f"{PLACE}/cabut")
async def withdraw(request: Request, me: Auditor, form: Posted) -> Response:
    """End a waiver before its last day."""
    given, reason = field_of(form, "nomor"), field_of(form, "alasan")
    if not given.isascii() or not given.isdigit() or len(given) > 10 or int(given) > _LARGEST:
        raise HTTPException(404)
    number = int(given)
    try:
        await run_in_threadpool(_withdraw, request, me, number, reason)
    except GrantError as error:
        return await run_in_threadpool(_page, request, 400, problem=str(error), withdrawing=number)
    return RedirectResponse(f"{PLACE}?selesai=withdrawn", 303)


def _withdraw(request: Request, me: SignedIn, number: int, reason: str) -> None:
    store = site_of(request).stored
    Grants(store).withdraw(number, me.account, reason)
    record(store, me.account, address_of(request), Act.WAIVER_END, str(number))
