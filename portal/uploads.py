"""Files that are sent, put down in the scratch folder and handed to the workers; nothing of them is looked at here."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile

from auditing.workers import Failure
from portal.audits import Check, Checked, failed_check
from portal.checking import Job, TaskFailedError
from portal.site import Site
from portal.tries import Try, Upload
from reports.labels import Language

_CHUNK_BYTES: Final = 1024 * 1024
_NAME_BYTES: Final = 150
_UNNAMED: Final = "dokumen"


def plain_name(given: str | None) -> str:
    """
    Return a file name that does no harm: without folders and control characters, not hidden, of a bearable length.

    The suffix stays, since a reader may be chosen by it.
    """
    name = unicodedata.normalize("NFC", (given or "").replace("\\", "/").rpartition("/")[2])
    name = "".join(one if unicodedata.category(one)[0] not in "CZ" or one == " " else " " for one in name)
    name = " ".join(name.split()).lstrip(".~ ")
    stem, dot, suffix = name.rpartition(".")
    if not dot or len(suffix.encode()) > 10:
        stem, suffix = name, ""
    room = _NAME_BYTES - len(suffix.encode()) - 1
    stem = stem.encode()[:room].decode("utf-8", "ignore").rstrip() or _UNNAMED
    return f"{stem}.{suffix}" if suffix else stem


async def taken(site: Site, files: Sequence[UploadFile], owner: str, lang: Language) -> Try:
    """
    Put files down, and hand them over to be checked.

    Raises:
        FullError: Too many wait.
        OSError: They cannot be put down.
    """
    one = site.tries.begin(owner, lang)
    try:
        for number, file in enumerate(files):
            path, size = await run_in_threadpool(_put_down, one.folder / str(number), file)
            check = Check(path, path.name, lang, site.as_of)
            upload = Upload(path, path.name, size, site.checker.submit(check, owner))
            one.uploads.append(upload)
            asyncio.create_task(_finished(site, one, upload, check)).add_done_callback(_kept.discard)
    except BaseException:
        site.tries.forget(one)
        raise
    site.tries.tidy()
    return one


_kept: set[asyncio.Task[None]] = set()
"""Tasks that wait for a worker: asyncio itself would let go of them."""


def _put_down(folder: Path, file: UploadFile) -> tuple[Path, int]:
    folder.mkdir(mode=0o700)
    path, size = folder / plain_name(file.filename), 0
    with path.open("xb") as stream:
        while chunk := file.file.read(_CHUNK_BYTES):
            stream.write(chunk)
            size += len(chunk)
    return path, size


async def outcome(site: Site, check: Check, job: Job[Checked]) -> Checked:
    """Wait for the result of a check; a worker that did not survive it is a result, too."""
    try:
        return await asyncio.wrap_future(job.future)
    except TaskFailedError as error:
        return failed(site, check, error.failure)


def failed(site: Site, check: Check, failure: Failure) -> Checked:
    """What is told of a file whose worker failed."""
    return failed_check(failure, check.name, site.chosen, check.as_of, "")


async def _finished(site: Site, one: Try, upload: Upload, check: Check) -> None:
    try:
        upload.checked = await outcome(site, check, upload.job)
    except asyncio.CancelledError:
        return
    finally:
        if one.done:
            one.ready.set()


async def awaited(one: Try, seconds: float) -> bool:
    """Wait until a try is done, but not longer than so many seconds; returns whether it is."""
    waiting = partial(asyncio.wait_for, one.ready.wait(), seconds)
    try:
        await waiting()
    except TimeoutError:
        return False
    return True
