"""Check a document: send it, wait, read what to mend, take a copy with the findings, delete it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Annotated, Any, Final
from urllib.parse import quote

from fastapi import APIRouter, Path
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from portal.asking import checked_form, keep_cookies, language_of, site_of, visitor_of
from portal.audits import Checked
from portal.checking import FullError, TaskFailedError
from portal.clerk.copying import Copy, ReportPage, Taken
from portal.clerk.versions import Version, patient, said, stage, versions
from portal.clerk.words import WORDS
from portal.guard import address_of
from portal.pages.rendering import page
from portal.tries import Try, Upload
from portal.uploads import Sender, awaited, moment, taken
from portal.work import Task

router = APIRouter()

PATIENCE_SECONDS: Final = 2.0
"""So long the answer to an upload waits for the result: most documents take less, and then nothing else is shown."""
MOST_LISTED: Final = 20
"""Earlier checks that a page lists."""
TryId = Annotated[str, Path(pattern="^[0-9a-f]{32}$")]
FileNumber = Annotated[int, Path(ge=1, le=100)]
"""1-based place of a file in its try."""


@router.get("/")
async def home(request: Request) -> Response:
    """Where documents are dropped."""
    return _home(request)


def _home(request: Request, status: int = 200, problem: str | None = None) -> Response:
    """The start page; to a script that has sent files only what was wrong with them."""
    if problem is not None and _by_script(request):
        return keep_cookies(request, JSONResponse({"problem": problem}, status))
    deleted = request.method == "GET" and "dihapus" in request.query_params
    return page(request, "clerk/home.html", status, problem=problem, deleted=deleted, earlier=_earlier(request))


@router.post("/periksa")
async def send(request: Request) -> Response:
    """Take files."""
    site, words = site_of(request), WORDS[language_of(request)]
    async with request.form(max_files=site.settings.files + 1, max_fields=20) as form:
        checked_form(request, form)
        files = [one for one in form.getlist("files") if isinstance(one, UploadFile) and (one.filename or one.size)]
        if not files:
            return _home(request, 400, words["nothing"])
        if len(files) > site.settings.files:
            return _home(request, 400, words["too_many_files"].format(most=site.settings.files))
        if not site.rates.allows("check", address_of(request)):
            return _home(request, 429, words["too_often"])
        sender = Sender(visitor_of(request).mark, address_of(request))
        try:
            one = await taken(site, files, sender, language_of(request))
        except FullError as error:
            return _home(request, 503, _full(request, error))
    await awaited(one, PATIENCE_SECONDS)
    if _by_script(request):
        return keep_cookies(request, JSONResponse({"to": f"/periksa/{one.id}"}))
    return keep_cookies(request, RedirectResponse(f"/periksa/{one.id}", 303))


@router.get("/periksa/{id_}")
async def result(request: Request, id_: TryId) -> Response:
    """Show what was found; while it is worked on, how far it is."""
    one, lang = own_try(request, id_), language_of(request)
    some = _versions(request, one)
    patience = PATIENCE_SECONDS if lang != one.lang else 0.0
    files = list(zip(one.uploads, some, strict=True))
    if not await patient(one, some, patience):
        states = [(upload.name, stage(version), said(site_of(request), version, lang)) for upload, version in files]
        return page(request, "clerk/result_waiting.html", one=one, states=states)
    return page(request, "clerk/result.html", one=one, files=files, earlier=_earlier(request, one))


@router.get("/periksa/{id_}/keadaan")
async def state(request: Request, id_: TryId) -> Response:
    """How far it is, for the script of the page."""
    one, lang = own_try(request, id_), language_of(request)
    some = _versions(request, one)
    files = [
        {"name": upload.name, "state": stage(version), "said": said(site_of(request), version, lang)}
        for upload, version in zip(one.uploads, some, strict=True)
    ]
    return JSONResponse({"done": all(version.checked for version in some), "files": files})


@router.get("/periksa/{id_}/{number}/salinan")
async def copy(request: Request, id_: TryId, number: FileNumber) -> Response:
    """The file with the findings as notes in it."""
    upload, checked = _own_file(request, id_, number)
    words, lang = WORDS[language_of(request)], language_of(request)
    if not checked.annotates:
        raise HTTPException(404, words["no_copy_kind"])
    return await _saved(request, Copy(upload.path, upload.name, checked.report, lang, checked.as_of))


@router.get("/periksa/{id_}/{number}/laporan.html")
async def report_page(request: Request, id_: TryId, number: FileNumber) -> Response:
    """The report of a file, to be kept."""
    upload, checked = _own_file(request, id_, number)
    return await _saved(request, ReportPage(upload.name, checked.report, language_of(request)))


@router.get("/periksa/{id_}/{number}/laporan.json")
async def report_json(request: Request, id_: TryId, number: FileNumber) -> Response:
    """The report of a file for programs."""
    upload, checked = _own_file(request, id_, number)
    return attached(Taken(f"{upload.path.stem}.laporan.json", "application/json", checked.report))


@router.post("/periksa/{id_}/hapus")
async def delete(request: Request, id_: TryId) -> Response:
    """Delete a try with its files."""
    async with request.form(max_files=1, max_fields=20) as form:
        checked_form(request, form)
    site_of(request).tries.forget(own_try(request, id_))
    return RedirectResponse("/?dihapus=ya", 303)


def own_try(request: Request, id_: str) -> Try:
    """
    Return a try of this visitor.

    Raises:
        HTTPException: 404, there is none, or not any more.
    """
    found = site_of(request).tries.of(id_, visitor_of(request).mark)
    if found is None:
        raise HTTPException(404)
    return found


def attached(file: Taken) -> Response:
    """Answer with a file to be saved, never shown: what is in it comes from visitors."""
    plain = "".join(one if one.isascii() and (one.isalnum() or one in "-_.() ") else "_" for one in file.name)
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file.name, safe='')}"
    return Response(file.data, media_type=file.media, headers={"content-disposition": disposition})


async def _saved(request: Request, task: Task[Taken]) -> Response:
    """Let a worker make a file."""
    words = WORDS[language_of(request)]
    try:
        job = site_of(request).checker.submit(task, visitor_of(request).mark, address_of(request))
        made = await asyncio.wrap_future(job.future)
    except FullError as error:
        raise HTTPException(503, _full(request, error)) from error
    except TaskFailedError as error:
        raise HTTPException(500, words["no_copy"].format(reason=words["too_much"])) from error
    if made.problem:
        raise HTTPException(409, words["no_copy"].format(reason=made.problem))
    return attached(made)


def _own_file(request: Request, id_: str, number: int) -> tuple[Upload, Checked]:
    """
    Return a file of this visitor, and what was found in it in the language of the visitor.

    Raises:
        HTTPException: 404, there is none; 409, it is not done.
    """
    one = own_try(request, id_)
    if number > len(one.uploads):
        raise HTTPException(404)
    checked = _versions(request, one)[number - 1].checked
    if checked is None:
        raise HTTPException(409, WORDS[language_of(request)]["not_done"])
    return one.uploads[number - 1], checked


def _versions(request: Request, one: Try) -> Sequence[Version | Upload]:
    """
    Return the files of a try in the language of the visitor.

    Raises:
        HTTPException: 503, too many wait.
    """
    try:
        return versions(site_of(request), one, language_of(request))
    except FullError as error:
        raise HTTPException(503, _full(request, error)) from error


def _full(request: Request, error: FullError) -> str:
    return WORDS[language_of(request)]["full_mine" if error.mine else "full"]


def _by_script(request: Request) -> bool:
    return request.headers.get("accept") == "application/json"


def _earlier(request: Request, this: Try | None = None) -> list[dict[str, Any]]:
    """The other tries of this visitor, for a list of them."""
    lang = language_of(request)
    tries = site_of(request).tries.of_visitor(visitor_of(request).mark)
    others = [one for one in tries if one is not this][:MOST_LISTED]
    return [{"one": one, "when": moment(one, lang)} for one in others]
