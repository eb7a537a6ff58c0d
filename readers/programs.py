"""
Programs of the system that readers ask for help: Tesseract, LibreOffice.

A program gets a private folder, no shell, no terminal, no network (where the system lets a user leave it), a small
environment, and limits of time, memory and output. It ends with all that it started when it is over, when its time is
up, and when the worker that started it dies or is killed (`readers.program_watch`).

* ProgramError
    - missing     there is no such program
    - timeout     it needed more time than it was given
    - output      it printed, or wrote into one file, more than it may
    - failed      it ended with an error, or a signal ended it
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from readers import program_watch as watch

OUTPUT_BYTES = 256 * 1024 * 1024
"""Bytes of what a program prints, and of each file it writes."""
ERROR_BYTES = 4_000
"""Bytes at the end of its complaints that an error tells."""

_PATIENCE = 10.0
"""Seconds more than the program's that the watching process has to end it."""
_KEPT = ("PATH", "LD_LIBRARY_PATH", "TESSDATA_PREFIX", "SYSTEMROOT")
"""What a program learns of our environment."""
_OVER = {128 + getattr(signal, "SIGXFSZ", 25): "output", watch.OUT_OF_TIME: "timeout", watch.NOT_STARTED: "missing"}
_OVER[128 + getattr(signal, "SIGXCPU", 24)] = "timeout"

Reason = Literal["missing", "timeout", "output", "failed"]


class ProgramError(Exception):
    """A program did not do its work; ``detail`` is what it complained of, in its own words."""

    def __init__(self, code: str, program: str, detail: str = "") -> None:
        super().__init__(code, program, detail)
        self.code = code
        self.program = program
        self.detail = detail


def installed(program: str) -> str | None:
    """Where the program is; None when it is nowhere, and on Windows, where nothing would end what it starts."""
    return shutil.which(program) if os.name == "posix" else None


@contextmanager
def private_folder() -> Iterator[Path]:
    """A folder that only we can look into, deleted afterwards."""
    with tempfile.TemporaryDirectory(prefix="patuh-", ignore_cleanup_errors=True) as folder:
        yield Path(folder).resolve()


def run(  # noqa: PLR0913 - each is a limit or a place
    args: Sequence[str],
    input: bytes = b"",  # noqa: A002 - as subprocess calls it
    *,
    seconds: float,
    memory: int,
    folder: Path | None = None,
    output_bytes: int = OUTPUT_BYTES,
    more: Mapping[str, str] | None = None,
) -> bytes:
    """
    Run a program and return what it printed.

    Args:
        args: The program and its arguments, names of files relative to *folder* or absolute.
        input: Its standard input.
        seconds: How long it may take.
        memory: Bytes of address space that each of its processes may have.
        folder: Where it runs and finds its files: one of `private_folder`. Without it, an empty one.
        output_bytes: How much it may print, and write into one file.
        more: More environment. It never sees ours but for where programs, libraries and languages are.

    Raises:
        ProgramError: See the top of this module.
    """
    if installed(args[0]) is None:
        raise ProgramError("missing", args[0])
    if folder is None:
        with private_folder() as empty:
            return _run(args, input, empty, _Bounds(seconds, memory, output_bytes), more)
    return _run(args, input, folder, _Bounds(seconds, memory, output_bytes), more)


class _Bounds:
    def __init__(self, seconds: float, memory: int, output_bytes: int) -> None:
        self.seconds = seconds
        self.memory = memory
        self.output_bytes = output_bytes

    def watching(self, given: Path, args: Sequence[str]) -> list[str]:
        """The command that watches over *args*."""
        limits = [str(self.seconds), str(self.memory), str(self.output_bytes), str(given)]
        return [sys.executable, "-I", "-S", str(watch.__file__), *limits, *args]


def _run(args: Sequence[str], data: bytes, folder: Path, bounds: _Bounds, more: Mapping[str, str] | None) -> bytes:
    with tempfile.TemporaryDirectory(prefix=".patuh-", dir=folder, ignore_cleanup_errors=True) as name:
        own = Path(name)
        given, printed, complaints = own / "in", own / "out", own / "err"
        given.write_bytes(data)
        with printed.open("wb") as out, complaints.open("wb") as err:
            process = subprocess.Popen(
                bounds.watching(given, args),
                stdin=subprocess.PIPE,
                stdout=out,
                stderr=err,
                cwd=folder,
                env=_environment(own, more),
            )
            code = _outcome(process, bounds.seconds)
        if code:
            raise ProgramError(_OVER.get(code, "failed"), args[0], _complaint(complaints, code))
        return printed.read_bytes()


def _outcome(process: subprocess.Popen[bytes], seconds: float) -> int:
    """The exit code; closing its standard input makes the watching process end the program and itself."""
    try:
        return process.wait(seconds + _PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        return watch.OUT_OF_TIME
    finally:
        if process.stdin is not None:
            process.stdin.close()
        process.wait()


def _environment(home: Path, more: Mapping[str, str] | None) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    own = {
        "HOME": str(home),
        "TMPDIR": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_RUNTIME_DIR": str(home),
        "LC_ALL": "C.UTF-8",
        "OMP_THREAD_LIMIT": "1",  # one worker a core is what is wanted; Tesseract's threads slow each other down
        "SAL_USE_VCLPLUGIN": "svp",  # LibreOffice without a screen
    }
    return {**kept, **own, **(more or {})}


def _complaint(file: Path, code: int) -> str:
    text = file.read_bytes()[-ERROR_BYTES:].decode("utf-8", "replace").strip()
    return text or f"exit {code}"
