"""Check a document: send it, wait, read what to mend."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Path
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from portal.asking import checked_form, keep_cookies, language_of, site_of, visitor_of
from portal.checking import FullError
from portal.clerk.words import WORDS
from portal.guard import address_of
from portal.pages.rendering import page
from portal.tries import Try
from portal.uploads import awaited, taken

router = APIRouter()

PATIENCE_SECONDS: Final = 2.0
"""So long the answer to an upload waits for the result: most documents take less, and then nothing else is shown."""
TryId = Annotated[str, Path(pattern="^[0-9a-f]{32}$")]


@router.get("/")
async def home(request: Request) -> Response:
    """Where documents are dropped."""
    return page(request, "clerk/home.html", problem=None)


@router.post("/periksa")
async def send(request: Request) -> Response:
    """Take files."""
    site, words = site_of(request), WORDS[language_of(request)]
    async with request.form(max_files=site.settings.files + 1, max_fields=20) as form:
        checked_form(request, form)
        files = [one for one in form.getlist("files") if isinstance(one, UploadFile) and (one.filename or one.size)]
        if not files:
            return page(request, "clerk/home.html", 400, problem=words["nothing"])
        if len(files) > site.settings.files:
            problem = words["too_many_files"].format(most=site.settings.files)
            return page(request, "clerk/home.html", 400, problem=problem)
        if not site.rates.allows("check", address_of(request)):
            return page(request, "clerk/home.html", 429, problem=words["too_often"])
        try:
            one = await taken(site, files, visitor_of(request).mark, language_of(request))
        except FullError as error:
            return page(request, "clerk/home.html", 503, problem=words["full_mine" if error.mine else "full"])
    await awaited(one, PATIENCE_SECONDS)
    return keep_cookies(request, RedirectResponse(f"/periksa/{one.id}", 303))


@router.get("/periksa/{id_}")
async def result(request: Request, id_: TryId) -> Response:
    """Show what was found; while it is worked on, how far it is."""
    return page(request, "clerk/result.html", one=own_try(request, id_))


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
