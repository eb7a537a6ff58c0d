"""A night that is killed at any moment: the next one completes it, nothing is lost and nothing is there twice."""

from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from archive import walking, working
from archive.store.dump import rows
from archive.store.store import Store
from archive.store.tables import run
from tests import nights
from tests.postgres import server

KILLS = int(os.environ.get("PATUH_KILLS", "9"))
"""Over three nights, on each database."""


@pytest.fixture(autouse=True)
def trusted_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take files for known although they were written just now, and keep answers a few at a time."""
    monkeypatch.setattr(walking, "FRESH_NS", -(10**12))
    monkeypatch.setattr(working, "BATCH", 2)


@pytest.fixture(params=["sqlite", "postgresql"])
def places(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Two stores: one is left in peace."""
    if request.param == "sqlite":
        yield str(tmp_path / "peace.db"), str(tmp_path / "killed.db")
    else:
        with server().database() as peace, server().database() as killed:
            yield peace, killed


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


def test_store_equals_that_of_undisturbed_nights(places: tuple[str, str], tmp_path: Path) -> None:
    archive = nights.make_archive(tmp_path / "arsip")
    chance = random.Random(7)
    killed = 0
    for number, skip in enumerate([(), (), ("steps/duplicate",)]):
        edit(archive, number)
        begun = time.monotonic()
        with Store.open(places[0]) as store:
            nights.night(store, nights.wish(archive, skip=skip), skip=skip)
        taken = time.monotonic() - begun

        def act(skip: tuple[str, ...] = skip) -> None:
            with Store.open(places[1]) as store:
                nights.night(store, nights.wish(archive, skip=skip), skip=skip)

        done, tries = False, 0
        while not done and tries < KILLS // 3:
            with nights.killed_after(chance.uniform(0.0, taken * 1.1), act) as done:
                killed += not done
            done, tries = done or ended(places[1], number + 1), tries + 1
        if not done:
            act()
    assert killed
    with Store.open(places[0]) as peace, Store.open(places[1]) as disturbed:
        expected, actual = list(rows(peace)), list(rows(disturbed))
    assert expected == actual
    assert {"run", "standing", "verdict", "finding", "judged", "reading", "file"} <= {name for name, _ in actual}
