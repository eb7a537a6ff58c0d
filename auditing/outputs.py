"""Where reports go: standard output, or files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast

from auditing.files import Input

_MODE = 0o666
"""Of a new report, less the user's umask, as of any file that a program creates."""


class RequestError(Exception):
    """What the user asks for cannot be done; the message is Indonesian and says what to do instead."""


class UnwrittenError(Exception):
    """Reports that could not be written after the audit; the message is Indonesian. The other reports are complete."""


def same_file(place: str) -> tuple[object, ...]:
    """What two names of one file have in common, whether it is there or not."""
    try:
        status = Path(place).stat()
    except (OSError, ValueError):
        return (os.path.realpath(place),)
    return status.st_dev, status.st_ino


def spared(places: Sequence[str], inputs: Iterable[Input]) -> None:
    """
    Let no report take the place of a document that is audited.

    Raises:
        RequestError: One would.
    """
    there = {same_file(place): place for place in places if Path(place).is_file()}
    if not there:
        return
    for read in {one.path for one in inputs}:
        place = there.get(same_file(str(read)))
        if place is not None:
            raise RequestError(
                f"{place!r} adalah berkas yang dibaca dalam pemeriksaan ini dan tidak akan ditimpa laporan. "
                "Pilih nama atau folder lain untuk laporannya."
            )


@contextlib.contextmanager
def report_file(path: Path) -> Iterator[BinaryIO]:
    """
    Open *path* for a report; an older report stays as it was until the new one is complete.

    Raises:
        OSError: The file cannot be written.
    """
    if _is_device(path):
        with path.open("ab") as device:  # such as /dev/stderr: there is nothing to replace
            yield cast("BinaryIO", device)
        return
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise IsADirectoryError(f"is a folder: {target}")
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}-", suffix=".part")
    stream = cast("BinaryIO", os.fdopen(handle, "wb"))
    try:
        yield stream
        stream.close()
        Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else _MODE & ~_umask())
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):  # a full disk says so once more; what went wrong is told already
            stream.close()
        Path(name).unlink(missing_ok=True)
        raise


def _is_device(path: Path) -> bool:
    """Whether something stands there that is no file on a disk: a pipe, or what a process has open."""
    if path.is_absolute() and path.parts[1:2] in (("dev",), ("proc",)):
        return path.exists()
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


class Lasting:
    """
    A stream of which the others do not depend: once it cannot be written, what goes into it is dropped.

    As much of `BinaryIO` as a report that is printed document by document needs.
    """

    def __init__(self, stream: BinaryIO, lost: Callable[[OSError], None]) -> None:
        self._stream = stream
        self._lost = lost
        self.error: OSError | None = None
        """Why it is given up."""

    def write(self, data: bytes) -> int:
        """Write, as long as that can be done."""
        self._tried(lambda: self._stream.write(data))
        return len(data)

    def flush(self) -> None:
        """Hand over what is held back."""
        self._tried(self._stream.flush)

    def _tried(self, act: Callable[[], object]) -> None:
        if self.error is not None:
            return
        try:
            act()
        except OSError as error:
            self.error = error
            self._lost(error)


class ReportFiles:
    """
    The report files of one run. Each appears when it is complete, whatever becomes of the others.

    Those that are still open when the run ends in order are put in place then, and given up otherwise.
    """

    def __init__(self) -> None:
        self._open: dict[int, tuple[str, contextlib.ExitStack]] = {}
        """By the identity of the stream."""
        self._broken: BrokenPipeError | None = None
        self._failed: list[str] = []
        self._lasting = 0
        """Streams that are printed to and not lost."""
        self._kept = 0
        """Reports that are complete."""

    def open(self, place: str) -> BinaryIO:
        """
        Open a file for a report.

        Raises:
            OSError: It cannot be written.
        """
        stack = contextlib.ExitStack()
        stream = stack.enter_context(report_file(Path(place)))
        self._open[id(stream)] = place, stack
        return stream

    def lasting(self, stream: BinaryIO, place: str | None = None) -> Lasting:
        """
        Make a stream one that costs no other; with the last that is lost the run ends, for nothing would come of it.

        Args:
            stream: Where a report goes, or what is needed for others.
            place: What it is called, where it is no file of this run; None: its loss is told elsewhere.
        """
        self._lasting += 1
        return Lasting(stream, lambda error: self._lose(stream, place, error))

    def _lose(self, stream: BinaryIO, place: str | None, error: OSError) -> None:
        name = self._open[id(stream)][0] if id(stream) in self._open else place
        if name is not None:
            with self._counted(name):
                self._close(id(stream), error)
                raise error
        self._lasting -= 1
        if not self._lasting:
            self.judge()
            raise error

    def keep_others(self, streams: Iterable[BinaryIO]) -> None:
        """Put the reports in place that are complete: all but these."""
        others = {id(stream) for stream in streams}
        for key in [key for key in self._open if key not in others]:
            with self._counted(self._open[key][0]):
                self._close(key)

    @contextlib.contextmanager
    def writing(self, stream: BinaryIO) -> Iterator[None]:
        """Put a report in place when all of it is written, else note why it was not."""
        place = self._open[id(stream)][0] if id(stream) in self._open else "-"
        with self._counted(place):
            try:
                yield
                if id(stream) not in self._open:
                    stream.flush()
            except BaseException as error:
                self._close(id(stream), error)
                raise
            self._close(id(stream))

    def judge(self) -> None:
        """
        Say what could not be written.

        Raises:
            UnwrittenError: There was something.
            BrokenPipeError: Nothing but that nobody reads standard output any more.
        """
        if self._failed:
            others = " Laporan lain yang diminta selesai ditulis." if self._kept else ""
            raise UnwrittenError(f"{'; '.join(self._failed)}.{others}")
        if self._broken is not None:
            raise self._broken

    @contextlib.contextmanager
    def _counted(self, place: str) -> Iterator[None]:
        try:
            yield
        except BrokenPipeError as error:
            self._broken = error
        except Exception as error:  # noqa: BLE001 - one report must not cost the others
            self._failed.append(f"{place} ({reason_of(error)})")
        else:
            self._kept += 1

    def _close(self, key: int, error: BaseException | None = None) -> None:
        if key in self._open:
            _, stack = self._open.pop(key)
            if error is None:
                stack.close()
            else:
                with contextlib.suppress(type(error)):  # it comes back out of the file
                    stack.__exit__(type(error), error, error.__traceback__)

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """End all that is still open."""
        with contextlib.ExitStack() as stack:
            for _, one in self._open.values():
                stack.push(one)
            self._open.clear()
            if error is not None:
                raise error


_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
"""What a system says where there is no more room."""


def reason_of(error: Exception) -> str:
    """Why a report could not be written, and what to do, for a message."""
    if isinstance(error, ModuleNotFoundError):
        return f"pustaka {error.name} belum terpasang"
    if isinstance(error, MemoryError):
        return "memori tidak cukup"
    if isinstance(error, RequestError):
        return str(error)
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
        if error.errno in _FULL:
            reason += f": kosongkan ruang di folder laporan dan di folder sementara {tempfile.gettempdir()} (TMPDIR)"
        return reason
    return f"kesalahan di dalam patuh: {type(error).__name__}; laporkan kepada pengelola patuh"


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
