"""
`--watch`: run again whenever a file is saved, until the user interrupts.

watchfiles says that something happened in a folder; what did is told by comparing the files themselves. So a file saved
by renaming another over it, several saves at once, a folder that comes and goes, and a network drive that tells
nothing (looked at each second) are all the same. Each run is a process forked from this one, which has everything
loaded: nothing that a run does, or that goes wrong in it, stays behind.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

import click
import watchfiles

from auditing.workers import can_fork
from commands.common import failures
from reports.words import harmless

Changed = frozenset[Path]
"""Absolute paths of files that were made, changed or deleted."""
Stamp = tuple[int, int, int]
"""Time of change, length, number of the file."""

_STEP_MS = 20
"""This long nothing more may happen before it is looked at."""
_DEBOUNCE_MS = 100
_LOOK_MS = 1000
"""Where the system tells nothing, files are looked at this often."""
_SETTLED_SECONDS = 0.05
_SETTLING = 20
"""So often is waited for files that go on changing."""
_SHOWN = 5
"""Names of files that are told."""


class Watched(Protocol):
    """What is run again."""

    def folders(self) -> Iterable[Path]:
        """Where files are, and new ones may come; those that are there."""
        ...

    def files(self) -> Iterable[Path]:
        """The files, absolute; also those that are not there (yet)."""
        ...

    def prepare(self, changed: Changed | None) -> None:
        """
        Load in this process what runs share and what changed; None: everything.

        Raises:
            PatuhError: It cannot be loaded, which is told; files that change are a reason to try again.
        """
        ...

    def run(self, changed: Changed | None) -> None:
        """Run what these files concern, and print what came of it; None: everything."""
        ...


def watch(watched: Watched) -> None:
    """Run, then again whenever a file was saved; ends when the user interrupts."""
    with failures(), contextlib.suppress(KeyboardInterrupt):
        _watch(watched)


def _watch(watched: Watched) -> None:
    changed: Changed | None = None
    seen: dict[Path, Stamp] = {}
    while True:
        ready = _told(partial(_prepare, watched, changed))
        seen = _stamps(watched) | seen  # of files that were already watched, as they were when their change was seen
        if ready:
            _forked(partial(_told, partial(watched.run, changed)))
        click.echo("Menunggu berkas disimpan; Ctrl-C untuk berhenti.")
        seen, found = _next(watched, seen)
        changed = found if ready else None
        _headline(found, seen)


def _prepare(watched: Watched, changed: Changed | None) -> None:
    gc.disable()  # rules are many small things, none of them to be collected
    try:
        watched.prepare(changed)
    finally:
        gc.enable()


def _told(act: Callable[[], object]) -> bool:
    """Do it, and tell on the terminal what is wrong; returns whether nothing was."""
    try:
        with failures():
            act()
    except click.ClickException as error:
        error.show()
        return False
    except SystemExit as error:
        if isinstance(error.__context__, KeyboardInterrupt):
            raise KeyboardInterrupt from None
        raise
    return True


def _next(watched: Watched, before: Mapping[Path, Stamp]) -> tuple[dict[Path, Stamp], Changed]:
    """Wait until files are others than *before*; returns all files and those that are."""
    while True:
        folders = _folders(watched)
        for _ in _wakes(folders):
            now = _settled(watched, before)
            if changed := _changed(before, now):
                return now, changed
            if _folders(watched) != folders:
                break


def _changed(before: Mapping[Path, Stamp], now: Mapping[Path, Stamp]) -> Changed:
    """Return the files that are others; one that is there and no longer watched is none of them."""
    gone = {path for path in before.keys() - now.keys() if not path.exists()}
    return frozenset(gone | {path for path, stamp in now.items() if before.get(path) != stamp})


def _settled(watched: Watched, before: Mapping[Path, Stamp]) -> dict[Path, Stamp]:
    """The files as soon as they are not being changed."""
    now = _stamps(watched)
    for _ in range(_SETTLING):
        if now == before:
            break
        time.sleep(_SETTLED_SECONDS)
        last, now = now, _stamps(watched)
        if now == last:
            break
    return now


def _stamps(watched: Watched) -> dict[Path, Stamp]:
    found: dict[Path, Stamp] = {}
    for path in watched.files():
        with contextlib.suppress(OSError, ValueError):
            state = path.stat()
            found[path] = state.st_mtime_ns, state.st_size, state.st_ino
    return found


def _folders(watched: Watched) -> list[Path]:
    return sorted({folder for folder in watched.folders() if folder.is_dir()})


def _wakes(folders: Sequence[Path]) -> Iterator[None]:
    """Wake at once and then whenever something happens in these folders, at the latest each second."""
    yield
    if folders:
        with contextlib.suppress(OSError):  # a folder that is gone again, a system that watches no more of them
            for _ in watchfiles.watch(
                *folders,
                watch_filter=None,
                debounce=_DEBOUNCE_MS,
                step=_STEP_MS,
                rust_timeout=_LOOK_MS,
                yield_on_timeout=True,
                recursive=False,
                ignore_permission_denied=True,
            ):
                yield
    while True:
        time.sleep(_LOOK_MS / 1000)
        yield


def _headline(changed: Changed, now: Mapping[Path, Stamp]) -> None:
    if sys.stdout.isatty():
        click.clear()
    names = [_name(path) + ("" if path in now else " (dihapus)") for path in sorted(changed)]
    more = f" dan {len(names) - _SHOWN} lainnya" if len(names) > _SHOWN else ""
    clock = dt.datetime.now().astimezone().strftime("%H:%M:%S")
    click.echo(f"\n{clock} berubah: {', '.join(names[:_SHOWN])}{more}")


def _name(path: Path) -> str:
    here = os.path.relpath(path)
    return harmless(str(path) if here.startswith("..") else here)


def _forked(act: Callable[[], object]) -> None:
    """Do it in a process of its own, and wait for it."""
    if not can_fork():
        act()
        return
    process = multiprocessing.get_context("fork").Process(target=_apart, args=(act,))
    process.start()
    try:
        process.join()
    except BaseException:
        process.terminate()
        process.join()
        raise
    if process.exitcode and process.exitcode < 0:
        click.echo(f"patuh: proses yang menjalankannya mati ({signal.Signals(-process.exitcode).name})", err=True)


def _apart(act: Callable[[], object]) -> None:
    """The life of such a process: what an interrupt means is for its parent to say."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for one in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(one, lambda *_: os._exit(0))
    with contextlib.suppress(SystemExit):
        act()
