"""
patuh in a process of its own that begins with its modules imported, for tests: importing takes longer than most runs.

A server of the standard library (`multiprocessing`, "forkserver") has one thread, imports once, and forks for each run.
A run has its own pipes, folder, environment and exit code, and ends as any process does. What it shares with the others
is what an interpreter decides when it starts: the seed of hashes, and what it takes from the environment then.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import multiprocessing.forkserver
import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any
from unittest import mock

Environment = Mapping[str, str]

_READ_AT_START = ("PYTHON", "LC_", "LANG", "LD_", "MALLOC_")
"""Beginnings of names of variables that a process no longer looks at once it runs."""
_PIECE_BYTES = 1 << 16
_END_SECONDS = 10.0
"""Patience with a process that has closed its pipes."""


class Server:
    """Forks runs of patuh; it starts with the first of them."""

    def __init__(self, environment: Environment) -> None:
        """*environment* is the one that it starts in."""
        self._environment = dict(environment)

    def can_run(self, environment: Environment) -> bool:
        """Whether a run in this environment is here what it would be in a new interpreter."""
        return sys.platform == "linux" and _read_at_start(environment) == _read_at_start(self._environment)

    def run(
        self, arguments: Sequence[str], cwd: Path, environment: Environment, seconds: float
    ) -> tuple[int, bytes, bytes]:
        """
        Run patuh and return its exit code (negative: the signal that ended it), standard output and standard error.

        Raises:
            TimeoutError: It took longer, and was killed.
        """
        context = self._context()
        (out, out_there), (err, err_there) = context.Pipe(duplex=False), context.Pipe(duplex=False)
        process = context.Process(target=_main, args=(arguments, cwd, dict(environment), out_there, err_there))
        process.start()
        out_there.close()
        err_there.close()
        try:
            seen = _read_all((out, err), time.monotonic() + seconds)
            process.join(_END_SECONDS)
        finally:
            process.kill()  # does nothing to one that has ended
            process.join()
        return process.exitcode, *seen

    @cache  # noqa: B019 - there is one server a process
    def _context(self) -> Any:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["tests.imported"])
        with mock.patch.dict(os.environ, self._environment):
            multiprocessing.forkserver.ensure_running()
        return context


@contextlib.contextmanager
def same_start() -> Iterator[None]:
    """
    Put back, at the end, what an interpreter reads of the environment when it starts.

    Libraries set such variables for processes of their own, OpenCV when it is imported and Dask when it starts a
    cluster, and leave them: each later run of patuh would need a new interpreter.
    """
    before = _read_at_start(os.environ)
    try:
        yield
    finally:
        for name in _read_at_start(os.environ).keys() - before.keys():
            del os.environ[name]
        os.environ.update(before)


def _read_at_start(environment: Environment) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name.startswith(_READ_AT_START)}


def _read_all(pipes: tuple[Connection, Connection], until: float) -> tuple[bytes, bytes]:
    """All that comes out of both pipes until nobody writes to them any more; they are closed at this end then."""
    seen = {pipe.fileno(): bytearray() for pipe in pipes}
    first, second = seen.values()
    waiting = dict(zip(seen, pipes, strict=True))
    try:
        while waiting:
            ready = wait(list(waiting.values()), max(0.0, until - time.monotonic()))
            if not ready:
                raise TimeoutError
            for number in [number for number, pipe in waiting.items() if pipe in ready]:
                piece = os.read(number, _PIECE_BYTES)
                seen[number] += piece
                if not piece:
                    del waiting[number]
    finally:
        for pipe in pipes:
            pipe.close()
    return bytes(first), bytes(second)


def _main(arguments: Sequence[str], cwd: Path, environment: Environment, out: Connection, err: Connection) -> None:
    """The life of a run, in the forked process."""
    import cli  # noqa: PLC0415 - the process of the tests does not need it for this

    os.dup2(out.fileno(), 1)
    os.dup2(err.fileno(), 2)
    out.close()
    err.close()
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    sys.argv = [cli.__file__, *arguments]
    cli.main(prog_name="patuh")
