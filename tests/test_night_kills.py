"""A night that is killed at any moment: the next one completes it, nothing is lost and nothing is there twice."""

from __future__ import annotations

import contextlib
import itertools
import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from archive import walking, working
from archive.store.dump import rows
from archive.store.store import Store
from archive.store.tables import run
from tests import nights
from tests.postgres import server

KILLS = int(os.environ.get("PATUH_KILLS", "5"))
"""On each database; rounds of three nights go on until there were so many."""


@pytest.fixture(autouse=True)
def trusted_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take files for known although they were written just now, and keep answers a few at a time."""
    monkeypatch.setattr(walking, "FRESH_NS", -(10**12))
    monkeypatch.setattr(working, "BATCH", 2)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Where a store may be made, each time another place."""
    numbers = itertools.count()
    with contextlib.ExitStack() as stack:
        if request.param == "sqlite":
            yield lambda: str(tmp_path / f"{next(numbers)}.db")
        else:
            yield lambda: stack.enter_context(server().database())


def edit(archive: Path, number: int) -> None:
    """What happens between the nights."""
    if number == 1:
        one = archive / "kecamatan/sukamaju/sop/2025/clean-label-colon.txt"
        one.write_text(one.read_text("utf-8").replace("Nomor", "Nomer", 1), "utf-8")
        (archive / "dinas/pendidikan/sop/legal-missing-tabs.txt").rename(archive / "dinas/pendidikan/sop/lama.txt")
        shutil.copyfile(nights.FIXTURES / "sop/date-order-label-colon.txt", archive / "kecamatan/karangasri/baru.txt")
        (archive / "dinas/pendidikan/sop/unknown-letter.txt").unlink()


def ended(place: str, number: int) -> bool:
    """Whether the run had ended before its process was killed."""
    with Store.open(place) as store, store.engine.connect() as connection:
        wanted = select(run.c.id).where(run.c.id == number, run.c.state == "done")
        return connection.execute(wanted).first() is not None


def test_store_equals_that_of_undisturbed_nights(empty: Callable[[], str], tmp_path: Path) -> None:
    chance = random.Random(7)
    killed = rounds = 0
    while killed < KILLS:
        rounds += 1
        archive = nights.make_archive(tmp_path / f"arsip-{rounds}")
        killed += one_round(archive, empty(), empty(), chance)
    print(f"{killed} kills in {rounds} rounds of three nights")


def one_round(archive: Path, peace: str, disturbed: str, chance: random.Random) -> int:
    """Three nights, and the same with kills; how many there were."""
    killed = 0
    for number, skip in enumerate([(), (), ("steps/duplicate",)]):
        edit(archive, number)
        begun = time.monotonic()
        audit(peace, archive, skip)
        taken = time.monotonic() - begun
        done = False
        while not done and chance.random() < 0.9:
            act = partial(audit, disturbed, archive, skip)
            with nights.killed_after(chance.uniform(0.0, taken), act) as done:
                killed += not done
            done = done or ended(disturbed, number + 1)
        if not done:
            audit(disturbed, archive, skip)
    with Store.open(peace) as one, Store.open(disturbed) as other:
        expected, actual = list(rows(one)), list(rows(other))
    assert expected == actual
    assert {"run", "standing", "verdict", "finding", "judged", "reading", "file"} <= {name for name, _ in actual}
    return killed


def audit(place: str, archive: Path, skip: tuple[str, ...]) -> None:
    """A night."""
    with Store.open(place) as store:
        nights.night(store, nights.wish(archive, skip=skip), skip=skip)
