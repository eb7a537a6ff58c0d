"""A hand-in that is killed at any moment is wholly there after the next start, or not there and nobody was told so."""

from __future__ import annotations

import errno
import itertools
import os
import random
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from annotating.names import PDF
from archive.handing_in import AlreadyThereError, HandInError, Recovered
from archive.handing_in_files import StoredFiles
from archive.handing_in_verify import verify
from archive.store.connections import opened
from archive.store.places import place_of
from archive.store.store import Store
from tests import hand_ins
from tests.hand_ins import offer

KILLS = int(os.environ.get("PATUH_KILLS", "5"))
FOLDER = "kecamatan/sukamaju"
PATH = f"{FOLDER}/SOP Surat.txt"
CHANGING = ("mkdir", "write", "rename", "replace", "unlink", "rmdir", "fchmod", "symlink", "utime")
"""What a kill can come between: calls that change what is in the file system."""
KILLED = 9
BY_HAND = b"ditaruh di sana"


@dataclass(frozen=True)
class Place:
    """A folder with an archive, a store and uploads."""

    folder: Path

    @property
    def archive(self) -> Path:
        return self.folder / "arsip"

    def store(self) -> Store:
        """Its tables are there, and are not looked at again."""
        place = place_of(str(self.folder / "patuh.db"))
        return Store(place, opened(place))

    def hand_in(self, data: bytes, **other: Any) -> str:
        """Return the code of the receipt."""
        with self.store() as store:
            given = offer(self.folder, data, **other)
            return hand_ins.hand_ins(store, self.archive).hand_in(given).receipt


@dataclass(frozen=True)
class Scene:
    """What lies in the archive before a hand-in, and which hand-in that is."""

    prepare: Callable[[Place], object]
    data: bytes
    other: dict[str, Any]
    by_hand: bytes | None = None
    """What somebody put there; it is never lost."""
    before: int = 0
    """Hand-ins that are there already."""


def _by_hand(place: Place) -> None:
    (place.archive / FOLDER).mkdir(parents=True)
    (place.archive / PATH).write_bytes(BY_HAND)


def _changed(place: Place) -> None:
    place.hand_in(b"satu")
    (place.archive / PATH).unlink()
    (place.archive / PATH).write_bytes(BY_HAND)


SCENES = {
    "to-nothing": Scene(lambda _: None, b"baru", {}),
    "by-hand": Scene(_by_hand, b"baru", {}, BY_HAND),
    "newer": Scene(lambda place: place.hand_in(b"satu"), b"dua", {}, before=1),
    "other-suffix": Scene(_changed, b"%PDF-1.7", {"media": PDF, "replaces": PATH}, BY_HAND, 1),
}


@cache
def _prepared(name: str) -> Path:
    folder = hand_ins.kept_folder()
    hand_ins.new_archive(folder / "arsip")
    hand_ins.new_store(folder / "patuh.db")
    SCENES[name].prepare(Place(folder))
    return folder


def _die_at(step: int) -> Iterator[int]:
    """Count the steps of this process, and end it before one of them, as a kill would."""
    steps = itertools.count(1)

    def counted(call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*arguments: Any, **named: Any) -> Any:
            if next(steps) == step:
                os._exit(KILLED)
            return call(*arguments, **named)

        return wrapped

    for name in CHANGING:
        setattr(os, name, counted(getattr(os, name)))
    return steps


def _on_insert(steps: Iterator[int], step: int) -> Callable[..., None]:
    """Count what writes to the database."""

    def counted(*about: Any) -> None:
        if (len(about) == 1 or "INSERT" in about[2]) and next(steps) == step:
            os._exit(KILLED)

    return counted


def _child(place: Place, scene: Scene, step: int) -> tuple[int, bytes]:
    """Hand in, in a process that is killed before a step; how it ended, and what the clerk was told."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            tell = os.write
            with place.store() as store:
                ins = hand_ins.hand_ins(store, place.archive)
                given = offer(place.folder, scene.data, **scene.other)
                steps = _die_at(step)
                event.listen(store.engine, "before_cursor_execute", _on_insert(steps, step))
                event.listen(store.engine, "commit", _on_insert(steps, step))
                tell(writing, ins.hand_in(given).receipt.encode())
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    with open(reading, "rb") as told:  # noqa: PTH123 - a pipe
        code = told.read()
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), code


def _whole(place: Place, told: set[str]) -> list[str]:
    """Make sure that each hand-in is wholly there or not at all, and return the receipts of those that are."""
    files = StoredFiles(place.archive)
    with place.store() as store:
        ins = hand_ins.hand_ins(store, place.archive)
        ins.recover()
        receipts = ins.latest(limit=100)
        faults = verify(store.engine, place.archive).faults
        assert [] == [one for one in faults if (place.archive / one.path).read_bytes() != BY_HAND]
        assert Recovered() == ins.recover()
    codes = [one.receipt for one in receipts]
    assert told <= set(codes)
    assert ([], sorted(one.number for one in receipts)) == (files.marked(), files.folders())
    left = [one.name for one in place.archive.rglob("*") if one.name.startswith((".masuk", ".serahan-"))]
    assert [] == left
    return codes


@pytest.mark.parametrize("name", SCENES if KILLS > 5 else ["by-hand", "other-suffix"])
def test_killed_before_every_step(tmp_path: Path, name: str) -> None:
    """Each call that changes the disk, each statement, each commit; from the first to beyond the last."""
    scene, ended, there = SCENES[name], KILLED, list[bool]()
    for step in itertools.count(1):
        place = Place(tmp_path / str(step))
        shutil.copytree(_prepared(name), place.folder)
        ended, told = _child(place, scene, step)
        assert ended in (0, KILLED)
        there.append(len(_whole(place, {told.decode()} - {""})) > scene.before)
        if scene.by_hand is not None:
            found = {one.read_bytes() for one in place.archive.rglob("*") if one.is_file()}
            assert scene.by_hand in found
        shutil.rmtree(place.folder)
        if ended == 0:
            break

    assert sorted(there) == there, "not there, until it is"
    assert {False, True} == set(there)
    assert there.count(True) > 5, "also killed after the commit"


@pytest.mark.parametrize("name", SCENES if KILLS > 5 else ["other-suffix"])
def test_every_step_may_fail(tmp_path: Path, name: str) -> None:
    """A full disk at each call: refused and not there, or told and there; the same hand-in succeeds afterwards."""
    scene = SCENES[name]
    for step in itertools.count(1):
        place = Place(tmp_path / str(step))
        shutil.copytree(_prepared(name), place.folder)
        with place.store() as store:
            ins = hand_ins.hand_ins(store, place.archive)
            given = offer(place.folder, scene.data, **scene.other)
            steps = itertools.count(1)
            with pytest.MonkeyPatch.context() as broken:
                for call in CHANGING:
                    broken.setattr(os, call, _full(getattr(os, call), steps, step))
                try:
                    told = {ins.hand_in(given).receipt}
                except HandInError:
                    told = set()
            here = {one.receipt for one in ins.latest(limit=1) if one.sha256 == given.report.documents[0].sha256}
            assert told == here
            if not told:
                told = {ins.hand_in(given).receipt}
        _whole(place, told)
        shutil.rmtree(place.folder)
        if next(steps) <= step:
            break


def _full(call: Callable[..., Any], steps: Iterator[int], step: int) -> Callable[..., Any]:
    def wrapped(*arguments: Any, **named: Any) -> Any:
        if next(steps) == step:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return call(*arguments, **named)

    return wrapped


def test_twenty_documents_in_a_process_that_is_killed(tmp_path: Path) -> None:
    """Again and again, by SIGKILL, until all are there: each once, and every receipt that was told holds."""
    place = Place(tmp_path / "x")
    shutil.copytree(_prepared("to-nothing"), place.folder)
    chance = random.Random(9)
    told: set[str] = set()
    killed = 0
    while len(codes := _whole(place, told)) < 20:
        most = chance.randrange(1, 6) if killed < KILLS else 20
        told |= _handed_in_until_killed(place, most, chance.uniform(0, 0.02))
        killed += most < 20

    assert 20 == len(codes)
    with place.store() as store:
        receipts = hand_ins.hand_ins(store, place.archive).latest(limit=100)
    assert {(f"{FOLDER}/{one:02}.txt", 1) for one in range(20)} == {(one.path, one.version) for one in receipts}


def _handed_in_until_killed(place: Place, most: int, seconds: float) -> set[str]:
    """Let a process hand in all documents; kill it so long after it told *most* receipts."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            with place.store() as store:
                ins = hand_ins.hand_ins(store, place.archive)
                for number in range(20):
                    given = offer(place.folder, str(number).encode() * 50_000, f"{number:02}.txt")
                    try:
                        os.write(writing, f"{ins.hand_in(given).receipt}\n".encode())
                    except AlreadyThereError:
                        continue
        finally:
            os._exit(0)
    os.close(writing)
    told: set[str] = set()
    with open(reading, encoding="ascii") as lines:  # noqa: PTH123 - a pipe
        for line in itertools.islice(lines, most):
            told.add(line.strip())
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        told.update(line.strip() for line in lines)
    os.waitpid(child, 0)
    return told
