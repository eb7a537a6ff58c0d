"""Hand in a document that was checked: the form, and what becomes of it."""

from __future__ import annotations

import asyncio
import unicodedata
from dataclasses import dataclass
from functools import partial
from typing import Any, Final
from urllib.parse import urlencode

from fastapi import APIRouter
from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from archive.handing_in import AlreadyThereError, HandInError, HandIns, Offered, Receipt
from archive.handing_in_names import name_key, safe_name, suffix_of
from archive.names import OfficeNames
from auditing.masked_numbers import find_numbers
from auditing.plain import plain
from portal.asking import checked_form, language_of, site_of
from portal.audits import Checked
from portal.clerk.checks import FileNumber, TryId
from portal.clerk.slip_pages import own_upload
from portal.clerk.slips import is_audited, total
from portal.events import Act, Actor, note
from portal.guard import address_of
from portal.pages.rendering import page
from portal.pages.words import WORDS, Words
from portal.site import Site
from portal.tries import Upload
from portal.writing import take_turn
from schemas.report import Report

router = APIRouter()

LONGEST_NAME: Final = 100
LONGEST_NOTE: Final = 500
NEW: Final = "-"
"""Stands in the form for a document that replaces none."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What was filled in."""

    office: str = ""
    replaces: str = ""
    name: str = ""
    position: str = ""
    note: str = ""
    sure: bool = False

    @classmethod
    def of(cls, form: FormData) -> Filled:
        """Read a form; what is no text counts as nothing."""
        given = {name: value for name, value in form.items() if isinstance(value, str)}
        return cls(
            office=given.get("office", ""),
            replaces=given.get("replaces", ""),
            name=_line(given.get("name", "")),
            position=_line(given.get("position", "")),
            note=_line(given.get("note", "")),
            sure=given.get("sure") == "1",
        )

    def problems(self, words: Words) -> dict[str, str]:
        """Field -> what is to be mended in it."""
        found: dict[str, str] = {}
        if not self.replaces:
            found["replaces"] = words["hand_which_missing"]
        if not any(map(str.isalpha, self.name)):
            found["name"] = words["hand_name_missing"]
        for field, longest in (("name", LONGEST_NAME), ("position", LONGEST_NAME), ("note", LONGEST_NOTE)):
            value: str = getattr(self, field)
            if len(value) > longest:
                found[field] = words["hand_too_long"].format(most=longest)
            elif find_numbers(plain(value)):
                found[field] = words["hand_number"]
        if not self.sure:
            found["sure"] = words["hand_unsure"]
        return found


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen in the form."""

    offices: tuple[str, ...]
    office: str | None
    """The one that the rest of the form is for; None: it is to be chosen first."""
    guessed: bool = False
    """It is the one that the document names."""
    earlier: tuple[tuple[str, str | None, int], ...] = ()
    """Path, title and version of the documents of that office that a new version may replace."""
    alike: str | None = None
    """Of these the one that bears the name of this file."""


@router.get("/periksa/{id_}/{number}/serahkan")
async def form(request: Request, id_: TryId, number: FileNumber, perangkat: str | None = None) -> Response:
    """The form; where the office is not known yet, the question for it comes first."""
    upload = own_upload(request, id_, number)[1]
    hand_ins, checked = open_for(request, upload)
    choices = await _choices(request, hand_ins, upload, checked, perangkat)
    return _form(request, upload, choices)


@router.post("/periksa/{id_}/{number}/serahkan")
async def hand_in(request: Request, id_: TryId, number: FileNumber) -> Response:
    """Hand it in; the visitor is told so only when it is."""
    upload = own_upload(request, id_, number)[1]
    async with request.form(max_files=0, max_fields=20) as form:
        filled = Filled.of(checked_form(request, form))
    hand_ins, checked = open_for(request, upload)
    words = WORDS[language_of(request)]
    choices = await _choices(request, hand_ins, upload, checked, filled.office)
    if choices.office is None:
        return _form(request, upload, choices, 400, problem=words["hand_office_unknown"])
    if problems := filled.problems(words):
        return _form(request, upload, choices, 400, filled=filled, problems=problems)
    if not site_of(request).rates.allows("check", address_of(request)):
        return _form(request, upload, choices, 429, filled=filled, problem=words["too_often"])
    try:
        code, known = await _handed_in(request, hand_ins, upload, filled)
    except HandInError as error:
        return _form(request, upload, choices, 409, filled=filled, problem=str(error))
    return RedirectResponse(f"/tanda-terima/{code}{'?sudah=1' if known else ''}", 303)


def open_for(request: Request, upload: Upload) -> tuple[HandIns, Checked]:
    """
    Return where a file can be handed in, and what was found in it.

    Raises:
        HTTPException: 409, it cannot be; with the reason.
    """
    site, words, checked = site_of(request), WORDS[language_of(request)], upload.checked
    if site.hand_ins is None or not site.settings.hand_in:
        raise HTTPException(409, words["hand_closed"])
    if checked is None:
        raise HTTPException(409, words["not_done"])
    if not any(map(is_audited, checked.lines)):
        reasons = [error for line in checked.lines for error in line.errors]
        raise HTTPException(409, words["hand_unread"].format(why=" ".join(reasons[:1]) or words["hand_unknown"]))
    if checked.media is None:
        raise HTTPException(409, words["hand_packed"])
    if suffix_of(checked.media, upload.name) is None:
        raise HTTPException(409, words["hand_media"])
    return site.hand_ins, checked


async def _choices(
    request: Request, hand_ins: HandIns, upload: Upload, checked: Checked, wanted: str | None
) -> Choices:
    """
    Find out what can be chosen.

    Args:
        request: Who asks.
        hand_ins: Where.
        upload: The file.
        checked: What was found in it.
        wanted: The office that was chosen; empty: it is to be chosen anew; None: nobody was asked yet.

    Raises:
        HTTPException: 409, there is no office.
    """
    offices = await run_in_threadpool(hand_ins.offices)
    if not offices:
        raise HTTPException(409, WORDS[language_of(request)]["hand_no_office"])
    named = await run_in_threadpool(_named, site_of(request), checked, offices)
    office = named if wanted is None else wanted
    if office not in offices:
        return Choices(offices, None)
    earlier = tuple(await run_in_threadpool(hand_ins.current_paths, office))
    name = name_key(safe_name(upload.name, suffix_of(checked.media, upload.name) or ""))
    alike = next((path for path, _, _ in earlier if name_key(path.rpartition("/")[2]) == name), None)
    return Choices(offices, office, named == office, earlier, alike)


def _named(site: Site, checked: Checked, offices: tuple[str, ...]) -> str | None:
    """The office that the document names as its own; the only one where there are no others."""
    if len(offices) == 1:
        return offices[0]
    names = OfficeNames((one.name, one.also) for one in site.layout.offices) if site.layout else None
    for line in checked.lines:
        meant = names.meant(line.unit) if names and line.unit else None
        if meant is not None and meant.office in offices:
            return meant.office
    return None


def _form(
    request: Request, upload: Upload, choices: Choices, status: int = 200, *, filled: Filled | None = None, **more: Any
) -> Response:
    assert upload.checked is not None
    place = request.url.path
    shown = {
        "problem": None,
        "problems": {},
        "filled": filled or Filled(replaces=choices.alike or ""),
        "choices": choices,
        "upload": upload,
        "counts": total(line.counts for line in upload.checked.lines),
        "place": place,
        "back": place.removesuffix("/serahkan").rpartition("/")[0],
        "other_office": f"{place}?{urlencode({'perangkat': ''})}",
        "handed": sorted(set(upload.kept.get("handed", {}).values())),
        "longest": {"name": LONGEST_NAME, "note": LONGEST_NOTE},
        "new": NEW,
    }
    return page(request, "clerk/hand_in.html", status, **(shown | more))


async def _handed_in(request: Request, hand_ins: HandIns, upload: Upload, filled: Filled) -> tuple[str, bool]:
    """
    Hand a file in; returns the code of its receipt, and whether somebody else had handed the same in before.

    A second click gets the receipt of the first: whoever hands in the same as the same has handed it in already.

    Raises:
        HandInError: It was not handed in.
    """
    handed: dict[tuple[str, str], str] = upload.kept.setdefault("handed", {})
    turn: asyncio.Lock = upload.kept.setdefault("handing", asyncio.Lock())
    wanted = filled.office, filled.replaces
    async with turn:
        if wanted in handed:
            return handed[wanted], False
        try:
            receipt = await run_in_threadpool(_offer, hand_ins, upload, filled, address_of(request))
        except AlreadyThereError as error:
            return error.receipt.receipt, error.receipt.receipt not in handed.values()
        handed[wanted] = receipt.receipt
        return receipt.receipt, False


def _offer(hand_ins: HandIns, upload: Upload, filled: Filled, address: str) -> Receipt:
    assert upload.checked is not None
    offered = Offered(
        file=upload.path,
        file_name=upload.name,
        office=filled.office,
        by_name=filled.name,
        by_position=filled.position or None,
        note=filled.note or None,
        report=Report.model_validate_json(upload.checked.report),
        replaces=None if filled.replaces == NEW else filled.replaces,
    )
    return hand_ins.hand_in(offered, also=partial(_log_it, address))


def _log_it(address: str, connection: Connection, receipt: Receipt) -> None:
    """The act stands in the log exactly when the document is there."""
    take_turn(connection)
    by, one = Actor("-", address), receipt
    note(connection, by, Act.HAND_IN, one.receipt, number=one.number, office=one.office, version=one.version)


def _line(given: str) -> str:
    """What was typed, on one line and without characters that are not one."""
    shown = (one if unicodedata.category(one)[0] not in "CZ" else " " for one in unicodedata.normalize("NFC", given))
    return " ".join("".join(shown).split())
