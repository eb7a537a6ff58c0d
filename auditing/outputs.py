"""Where reports go: standard output, or files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

_MODE = 0o666
"""Of a new report, less the user's umask, as of any file that a program creates."""


class RequestError(Exception):
    """What the user asks for cannot be done; the message is Indonesian and says what to do instead."""


@contextlib.contextmanager
def report_file(path: Path) -> Iterator[BinaryIO]:
    """
    Open *path* for a report; an older report stays as it was until the new one is complete.

    Raises:
        OSError: The file cannot be written.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        if target.is_dir():
            raise IsADirectoryError(f"is a folder: {target}")
        with target.open("wb") as device:  # such as /dev/stderr: there is nothing to replace
            yield cast("BinaryIO", device)
        return
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            yield cast("BinaryIO", stream)
        Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else _MODE & ~_umask())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
