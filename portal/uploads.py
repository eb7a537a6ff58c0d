"""Files that are sent, put down in the scratch folder and handed to the workers; nothing of them is looked at here."""

from __future__ import annotations

import asyncio
import datetime as dt
import time
import unicodedata
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile

from auditing.workers import Failure
from portal.audits import Check, Checked, Line, failed_check
from portal.checking import Job, TaskFailedError
from portal.clerk.looking import Ago, Look
from portal.site import Site
from portal.tries import Try, Upload
from reports.changes import day
from reports.labels import Language

_CHUNK_BYTES: Final = 1024 * 1024
_NAME_BYTES: Final = 150
_UNNAMED: Final = "dokumen"
MOST_EARLIER: Final = 10
"""Earlier tries with which a file may be compared."""
MOST_EARLIER_BYTES: Final = 16 * 1024 * 1024
"""Of their reports."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends files."""

    owner: str
    """The session, which alone sees them."""
    address: str = ""
    """Of the network; what one takes of the server is counted by it first, for sessions cost nothing."""


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


async def taken(site: Site, files: Sequence[UploadFile], sender: Sender, lang: Language, *, drawn: bool = True) -> Try:
    """
    Put files down, and hand them over to be checked.

    Args:
        site: The server.
        files: What was sent.
        sender: Who sent it.
        lang: Of findings and pages.
        drawn: Whether the findings are drawn for a page, and compared with earlier tries.

    Raises:
        FullError: Too many wait.
        OSError: They cannot be put down.
    """
    one = site.tries.begin(sender.owner, lang, sender.address)
    try:
        put = [await run_in_threadpool(_put_down, one.folder / str(number), file) for number, file in enumerate(files)]
        for at, (path, size) in enumerate(put):  # none is done before all are known
            check = Check(path, path.name, lang, site.as_of)
            earlier = earlier_tries(site, one, [other.name for other, _ in put], at) if drawn else ()
            job = site.checker.submit(Look(check, at, earlier) if drawn else check, one.owner, one.address)
            one.uploads.append(Upload(path, path.name, size, job))
            follow(_finished(site, one, one.uploads[-1], check))
    except BaseException:
        site.tries.forget(one)
        raise
    site.tries.tidy(one)
    return one


def earlier_tries(site: Site, one: Try, names: Sequence[str], at: int) -> tuple[Ago, ...]:
    """
    Return the earlier tries in which a file of this one may be found, the newest first.

    Args:
        site: The server.
        one: The try.
        names: Of all its files.
        at: Which of them.
    """
    if names.count(names[at]) > 1:  # which of the two was there before, nobody knows
        return ()
    found: list[Ago] = []
    left = MOST_EARLIER_BYTES
    for before in site.tries.before(one)[:MOST_EARLIER]:
        held = [upload for upload in before.uploads if upload.checked and any(map(_is_known, upload.checked.lines))]
        same = [upload for upload in held if upload.name == names[at]]
        some = [upload.checked for upload in same or held if upload.checked]
        left -= sum(one.size for one in some)
        if left < 0:
            break
        if some:
            found.append(Ago(tuple(replace(one, page=None) for one in some), moment(before, one.lang)))
        if same:
            break
    return tuple(found)


def moment(one: Try, lang: Language) -> str:
    """When a try was, in words, at the place where the server stands."""
    then = dt.datetime.fromtimestamp(time.time() - time.monotonic() + one.since).astimezone()
    return f"{day(then.date(), lang)} {_AT[lang].format(time=then)}"


_AT: Final[dict[Language, str]] = {"id": "pukul {time:%H.%M}", "en": "at {time:%H:%M}"}


def _is_known(line: Line) -> bool:
    return not line.errors and line.kind != "unknown"


def follow(work: Coroutine[None, None, None]) -> None:
    """Do this beside what is asked for."""
    task = asyncio.create_task(work)
    _kept.add(task)
    task.add_done_callback(_kept.discard)


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
        upload.job.task = check  # without the earlier tries, which would be held as long as this one
        site.tries.tidy(one)
    except asyncio.CancelledError:
        return
    finally:
        if one.done:
            one.ready.set()


async def awaited(one: Try, seconds: float) -> bool:
    """Wait until a try is done, but not longer than so many seconds; returns whether it is."""
    if not one.ready.is_set():
        with suppress(TimeoutError):
            await asyncio.wait_for(one.ready.wait(), seconds)
    return one.ready.is_set()
