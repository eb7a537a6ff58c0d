"""The one file of a request: as a form or as it is; nothing of it is looked at here."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, Final, cast

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from portal.api.problems import ApiError

FORM: Final = "multipart/form-data"
BYTES: Final = "application/octet-stream"
PART: Final = "file"
_IN_MEMORY_BYTES: Final = 1024 * 1024


@contextlib.asynccontextmanager
async def sent_file(request: Request, name: str | None) -> AsyncIterator[UploadFile]:
    """
    Give the file of a request.

    Args:
        request: Its body is read.
        name: Of the file, where the body is nothing but its bytes.

    Raises:
        ApiError: 415, the body is of another kind; 400, it is not one file.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == FORM:
        async with _form_file(request) as file:
            yield file
    elif kind == BYTES:
        with SpooledTemporaryFile(_IN_MEMORY_BYTES) as spool:
            file = UploadFile(cast("BinaryIO", spool), filename=name)
            async for chunk in request.stream():
                await file.write(chunk)
            await file.seek(0)
            yield file
    else:
        raise ApiError(415, "unsupported-media-type", headers={"Accept-Post": f"{FORM}, {BYTES}"})


@contextlib.asynccontextmanager
async def _form_file(request: Request) -> AsyncIterator[UploadFile]:
    try:
        form = await request.form(max_files=1, max_fields=0)
    except HTTPException as error:
        if error.status_code != 400:  # too much of it, or nothing more comes
            raise
        raise ApiError(400, "bad-upload") from error
    except ValueError as error:  # what codecs say to a charset that is none
        raise ApiError(400, "bad-upload") from error
    try:
        file = form.get(PART)
        if not isinstance(file, UploadFile):
            raise ApiError(400, "bad-upload")
        yield file
    finally:
        await form.close()
