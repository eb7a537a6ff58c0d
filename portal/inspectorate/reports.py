"""Reports over offices and documents, and copies with notes: made by a worker, taken away as files."""

from __future__ import annotations

import asyncio
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Final, cast

from fastapi import APIRouter
from fastapi import Path as InPath
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from archive import handing_in_rows as rows
from archive.handing_in import HandInError
from archive.shown import Kept
from portal.asking import form_token, language_of, site_of
from portal.audits import Checked, report_json
from portal.checking import FullError, Job
from portal.clerk.copying import Copy
from portal.events import Act, Value, record
from portal.guard import address_of
from portal.inspectorate.catalogue import Catalogue
from portal.inspectorate.desk import catalogue_of, office_names, words_of
from portal.inspectorate.making import FORMS, Made, WriteCopy, WriteReport, put_down
from portal.inspectorate.signing_in import Auditor, Posted, field_of
from portal.inspectorate.words_of_documents import place_in
from portal.pages.rendering import page
from portal.tries import Try, Upload
from portal.uploads import plain_name
from portal.writing import looking
from reports.labels import Language

router = APIRouter()

PLACE: Final = "/inspektorat/laporan"
PATIENCE_SECONDS: Final = 3.0
"""So long the answer waits for a report: those of one document take less, and then nothing else is shown."""
_OUT: Final = "hasil"
_MOST_OFFICES: Final = 200
_STEM: Final = 80
_NOT_PLAIN: Final = re.compile(r"[^A-Za-z0-9]+")
MakingId = Annotated[str, InPath(pattern="^[0-9a-f]{32}$")]


@dataclass(frozen=True, slots=True)
class Scope:
    """Over which documents a report goes."""

    kept: Sequence[Kept]
    name: str
    """Of it, for that of the file."""
    about: str
    """Of it, for the log."""


@router.get(PLACE)
def show(request: Request, me: Auditor, perangkat: str = "") -> Response:  # noqa: ARG001 - asks who it is
    """Where reports are asked for."""
    return _page(request, chosen=[perangkat] if perangkat else [])


def _page(request: Request, status: int = 200, *, chosen: Sequence[str] = (), problem: str | None = None) -> Response:
    catalogue = catalogue_of(request)
    names = sorted({*office_names(site_of(request)), *catalogue.documents.of_office} - {""}, key=str.casefold)
    context: dict[str, Any] = {
        "night": catalogue.documents.night,
        "total": sum(not one.together for one in catalogue.documents.kept),
        "offices": names,
        "forms": list(FORMS),
        "chosen": chosen,
        "problem": problem,
    }
    return page(request, "inspectorate/reports.html", status, **context)


@router.post(PLACE)
async def make(request: Request, me: Auditor, form: Posted) -> Response:
    """Have a report written."""
    words, kind = words_of(request), field_of(form, "bentuk")
    if kind not in FORMS:
        return await run_in_threadpool(_page, request, 400, problem=words["ins_report_no_form"])
    catalogue = await run_in_threadpool(catalogue_of, request)
    scope = await run_in_threadpool(_scope, request, catalogue, form)
    if not scope.kept:
        return await run_in_threadpool(_page, request, 400, problem=words["ins_report_nothing"])
    making = await run_in_threadpool(_begin, request, catalogue, scope, kind)
    job = making.uploads[0].job
    what: dict[str, Value] = {"format": kind, "documents": len(scope.kept)}
    store = site_of(request).stored
    await run_in_threadpool(record, store, me.account, address_of(request), Act.REPORT, scope.about, **what)
    return await _answer(making, job)


def _scope(request: Request, catalogue: Catalogue, form: FormData) -> Scope:
    """One document, some offices, or all."""
    documents, path = catalogue.documents, request.query_params.get("path", "")
    if path:
        part = request.query_params.get("bagian", "")
        wanted = int(part) if part.isascii() and part.isdigit() and len(part) < 6 else 0
        found = [one for one in documents.kept if one.path == path and (not wanted or one.part == wanted)]
        return Scope(found, path.rpartition("/")[2].rpartition(".")[0] or path, path)
    names = [one for one in form.getlist("perangkat") if isinstance(one, str) and one][:_MOST_OFFICES]
    if not names:
        return Scope(documents.kept, words_of(request)["ins_all_file"], "*")
    some = [documents.kept[at] for name in names for at in documents.of_office.get(name, ())]
    return Scope(some, names[0] if len(names) == 1 else f"{len(names)}-perangkat-daerah", "; ".join(names))


def _begin(request: Request, catalogue: Catalogue, scope: Scope, kind: str) -> Try:
    site, lang = site_of(request), language_of(request)
    night = catalogue.documents.night
    as_of = night.info.as_of if night is not None else site.as_of
    making = _new(request, lang)
    put = making.folder / "dokumen"
    put_down(site.stored, scope.kept, put)
    target = making.folder / f"{_OUT}{FORMS[kind].ending}"
    task = WriteReport(put, target, kind, lang, as_of, catalogue.marks)
    prefix = "LHE" if kind == "docx" else "kertas-kerja" if kind == "xlsx" else "laporan"
    name = f"{prefix}-{safe_stem(scope.name)}-{as_of:%Y-%m-%d}{FORMS[kind].ending}"
    return _submitted(request, making, target, name, task)


def safe_stem(name: str) -> str:
    """Part of the name of a file that any computer takes, of words that may be anything."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return _NOT_PLAIN.sub("-", plain)[:_STEM].strip("-").lower() or "dokumen"


def _owner(request: Request) -> str:
    """Whose it is: of this session of this account, and of no visitor."""
    return f"inspektorat {form_token(request)}"


def _new(request: Request, lang: Language) -> Try:
    return site_of(request).tries.begin(_owner(request), lang)


def _submitted(request: Request, making: Try, target: Path, name: str, task: WriteReport | WriteCopy) -> Try:
    """
    Hand it over to the workers.

    Raises:
        HTTPException: 503, too many wait.
    """
    site = site_of(request)
    try:
        job = cast("Job[Checked]", site.checker.submit(task, making.owner))
    except FullError as error:
        site.tries.forget(making)
        raise HTTPException(503, words_of(request)["ins_full"]) from error
    making.uploads.append(Upload(target, name, 0, job))
    return making


async def _answer(making: Try, job: Job[Checked]) -> Response:
    """The file at once where it is soon there, else the page that waits for it."""
    future = asyncio.wrap_future(job.future)
    await asyncio.wait([future], timeout=PATIENCE_SECONDS)
    there = future.done() and not future.cancelled() and future.exception() is None
    made = cast("Made | None", future.result() if there else None)
    ready = made is not None and not made.problem
    return RedirectResponse(f"{PLACE}/{making.id}{'/berkas' if ready else ''}", 303)


# Copies


@router.post("/inspektorat/salinan")
async def copy(request: Request, me: Auditor, form: Posted) -> Response:
    """Have the copy of a document made that has its findings as notes: what was sent is never given back as it came."""
    found = await run_in_threadpool(_copy_of, request, form)
    if found is None:
        raise HTTPException(404, words_of(request)["ins_no_copy"])
    task, about = found
    making = _new(request, language_of(request))
    target = making.folder / _OUT
    making = _submitted(request, making, target, task.name, WriteCopy(task, target))
    await run_in_threadpool(
        record, site_of(request).stored, me.account, address_of(request), Act.DOWNLOAD, about, copy=True
    )
    return await _answer(making, making.uploads[0].job)


def _copy_of(request: Request, form: FormData) -> tuple[Copy, str] | None:
    """What is to be copied, a version that was handed in or a document of the archive, and what the log calls it."""
    site, lang = site_of(request), language_of(request)
    hand_ins, number, path = site.hand_ins, field_of(form, "nomor"), request.query_params.get("path", "")
    if hand_ins is None or site.archive is None:
        return None
    if number.isascii() and number.isdigit() and len(number) < 10:
        with looking(site.stored) as connection:
            receipt = rows.by_number(connection, int(number))
        if receipt is None:
            return None
        try:
            place, report = hand_ins.open(receipt.number), hand_ins.report(receipt.number)
        except HandInError:
            return None
        text = report.model_dump_json(by_alias=True).encode()
        return Copy(place, plain_name(receipt.name), text, lang, receipt.as_of), receipt.receipt
    shown = catalogue_of(request).shelf.shown(path)
    found = place_in(site.archive, path) if shown else None
    if found is None or found.inside is not None:
        return None
    reports = [one.report for one in shown]
    text = report_json(reports, site.chosen, shown[0].as_of)
    return Copy(found.path, plain_name(found.path.name), text, lang, shown[0].as_of), path


# What was made


@router.get(f"{PLACE}/{{id_}}")
async def wait(request: Request, id_: MakingId, me: Auditor) -> Response:  # noqa: ARG001 - asks who it is
    """How far it is."""
    making = _own(request, id_)
    return page(request, "inspectorate/making.html", making=making, made=_made(request, making), name=_name(making))


@router.get(f"{PLACE}/{{id_}}/berkas")
async def take(request: Request, id_: MakingId, me: Auditor) -> Response:
    """The file."""
    making = _own(request, id_)
    made = _made(request, making)
    if made is None or made.problem:
        return RedirectResponse(f"{PLACE}/{id_}", 303)
    name, path = _name(making), making.uploads[0].path
    await run_in_threadpool(_weigh, making)
    await run_in_threadpool(record, site_of(request).stored, me.account, address_of(request), Act.DOWNLOAD, name)
    return FileResponse(path, media_type=made.media, filename=made.name or name)


def _weigh(making: Try) -> None:
    """Count it among what is kept."""
    making.uploads[0].bytes = making.uploads[0].path.stat().st_size


def _name(making: Try) -> str:
    return making.uploads[0].name


def _made(request: Request, making: Try) -> Made | None:
    """What became of it; None as long as nothing did."""
    future = making.uploads[0].job.future
    if not future.done():
        return None
    if future.cancelled() or future.exception() is not None:
        return Made(problem=words_of(request)["ins_report_failed"])
    return cast("Made", future.result())


def _own(request: Request, id_: str) -> Try:
    """
    Return what this session asked for.

    Raises:
        HTTPException: 404, there is none of it, or not any more.
    """
    found = site_of(request).tries.of(id_, _owner(request))
    if found is None or not found.uploads:
        raise HTTPException(404, words_of(request)["ins_report_gone"])
    return found
