"""What years of nights bring: files that are not what one thinks, and what must not be said of them."""

from __future__ import annotations

import contextlib
import datetime as dt
import inspect
import os
import sys
import warnings
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import event

from archive import walking
from archive.digest import night_of
from archive.night import NightError, looked_at
from archive.store.rows import Standing
from archive.store.store import Store, StoreError
from archive.tasks import Answer, Audit, Task
from archive.walking import walk
from readers.archive_limits import ArchiveLimits
from schemas.night import Tally
from tests import nights

NAMES = {
    "kecamatan/sukamaju": ("clean-label-colon.txt",),
    "dinas/pendidikan": ("steps-duplicate-second-of-two-sops.txt",),
}
CLEAN, ORDER = (
    (nights.FIXTURES / "sop" / name).read_bytes()
    for name in (NAMES["kecamatan/sukamaju"][0], "date-order-label-colon.txt")
)
TWO = "dinas/pendidikan/steps-duplicate-second-of-two-sops.txt"


@pytest.fixture(autouse=True)
def trusted_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take files for known although they were written just now."""
    monkeypatch.setattr(walking, "FRESH_NS", -(10**12))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return nights.make_archive(tmp_path / "arsip", NAMES)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(str(tmp_path / "patuh.db")) as opened:
        yield opened


class Meddling:
    """Does something between the moment at which documents are identified and that at which they are read."""

    def __init__(self, act: Callable[[], object]) -> None:
        self.act = act

    def results(self, tasks: Iterable[Task]) -> Iterator[Answer]:
        """Meddle, and do the tasks."""
        tasks = list(tasks)
        if tasks and isinstance(tasks[0], Audit):
            act, self.act = self.act, lambda: None
            act()
        return nights.runner().results(tasks)


def below(store: Store, path: str) -> dict[str, Standing]:
    """How the documents in a folder or ZIP archive stand, by what follows."""
    return {one.path[len(path) :]: one for one in store.standings() if one.path.startswith(path) and not one.gone}


def packed(path: Path, *members: tuple[str, bytes]) -> bytes:
    """Make a ZIP archive and return its bytes."""
    with zipfile.ZipFile(path, "w") as made, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two of one name
        for name, data in members:
            made.writestr(name, data)
    return path.read_bytes()


def tally(store: Store, run: int) -> Tally:
    """What the digest of a run counts."""
    return night_of(store.engine, run).tally


def test_documents_that_are_called_alike_do_not_take_each_others_place(archive: Path) -> None:
    folder = archive / "kecamatan/sukamaju"
    packed(folder / "kiriman.zip", ("a.txt", CLEAN), ("a.txt", ORDER), ("a.txt (2).txt", ORDER))
    (folder / "\\xff.txt").write_bytes(ORDER)
    with open(os.fsencode(folder) + b"/\xff.txt", "wb") as file:  # noqa: PTH123 - no path of Python
        file.write(CLEAN)
    found = walk(archive, ArchiveLimits())
    places = [place for one in found.files for place in one.places]
    assert len(set(places)) == len(places) == found.documents == 8
    assert [place for place in places if "xff" in place] == [
        "kecamatan/sukamaju/\\xff.txt",
        "kecamatan/sukamaju/\\xff.txt (2)",
    ]


def test_damaged_zip_takes_no_document_away(archive: Path, store: Store) -> None:
    zipped = archive / "kecamatan/sukamaju/kiriman.zip"
    whole = packed(zipped, ("a.txt", ORDER), ("a.txt", CLEAN))
    nights.night(store, nights.wish(archive))
    then = below(store, "kecamatan/sukamaju/kiriman.zip")
    assert {name: one.error_code for name, one in then.items()} == {"/a.txt": None, "/a.txt (2)": "duplicate"}
    zipped.write_bytes(whole[:-30])
    night = nights.night(store, nights.wish(archive))
    now = below(store, "kecamatan/sukamaju/kiriman.zip")
    assert {name: one.error_code for name, one in now.items()} == {
        "": "damaged",
        "/a.txt": "unseen",
        "/a.txt (2)": "unseen",
    }
    assert (night.exit_code, night.counts["gone"], night.counts["expected"] - night.counts["seen"]) == (4, 0, 2)
    told = tally(store, 2)
    assert (told.documents_gone, told.left, told.fixed) == (0, 0, 0)
    zipped.write_bytes(whole)
    nights.night(store, nights.wish(archive))
    assert below(store, "kecamatan/sukamaju/kiriman.zip") == then


def test_no_part_of_a_file_is_gone_because_the_file_cannot_be_read(archive: Path, store: Store, tmp_path: Path) -> None:
    nights.night(store, nights.wish(archive))
    then = [one for one in store.standings() if one.path == TWO]
    (archive / TWO).rename(tmp_path / "nanti")
    os.mkfifo(archive / TWO)
    night = nights.night(store, nights.wish(archive))
    now = [one for one in store.standings() if one.path == TWO]
    assert [(one.document, one.part, one.error_code, one.gone) for one in now] == [
        (one.document, one.part, "unreadable", False) for one in then
    ]
    assert (night.counts["gone"], night.counts["unread"]) == (0, 2)
    (archive / TWO).unlink()
    (tmp_path / "nanti").rename(archive / TWO)
    nights.night(store, nights.wish(archive))
    assert [one for one in store.standings() if one.path == TWO] == then
    for run in (2, 3):
        told = night_of(store.engine, run)
        store.mark_delivered(run)
        assert (told.figures.new, told.figures.fixed) == (0, 0)
        assert (sum(told.tally.new.values()), told.tally.fixed, told.tally.left) == (0, 0, 0)


@pytest.mark.parametrize("what", ["edited", "gone"])
def test_what_befalls_one_of_several_copies_befalls_no_other(archive: Path, store: Store, what: str) -> None:
    for name in ("a", "b", "c"):
        (archive / f"kecamatan/sukamaju/{name}.txt").write_bytes(ORDER)
    first = archive / "kecamatan/sukamaju/a.txt"
    nights.night(
        store,
        nights.wish(archive),
        runner=Meddling(first.unlink if what == "gone" else lambda: first.write_bytes(CLEAN)),
    )
    found = below(store, "kecamatan/sukamaju/")
    assert found["b.txt"].verdict == found["c.txt"].verdict is not None
    assert found["a.txt"].verdict == (None if what == "gone" else found["clean-label-colon.txt"].verdict)


def test_member_of_a_zip_that_is_replaced_is_never_taken_for_another(archive: Path, store: Store) -> None:
    zipped = archive / "kecamatan/sukamaju/kiriman.zip"
    packed(zipped, ("a.txt", ORDER + b"1"), ("b.txt", CLEAN + b"1"))
    other = Meddling(lambda: packed(zipped, ("b.txt", CLEAN + b"2"), ("a.txt", ORDER + b"2")))
    night = nights.night(store, nights.wish(archive), runner=other)
    found = below(store, "kecamatan/sukamaju/kiriman.zip")
    assert {one.error_code for one in found.values()} == {"unreadable"}
    assert night.exit_code == 4
    again = nights.night(store, nights.wish(archive))
    assert again.counts["unread"] == 0


@contextlib.contextmanager
def nested(folder: Path, name: str, depth: int) -> Iterator[int]:
    """Nest folders deeper than a path can tell; the innermost one is given, and all are removed again."""
    inside = [os.open(folder, os.O_RDONLY)]
    for _ in range(depth):
        os.mkdir(name, dir_fd=inside[-1])
        inside.append(os.open(name, os.O_RDONLY, dir_fd=inside[-1]))
    try:
        yield inside[-1]
    finally:
        while inside:
            os.close(inside.pop())
            if inside:
                os.rmdir(name, dir_fd=inside[-1])


def test_folders_deeper_than_python_calls_functions_are_walked(archive: Path) -> None:
    usual, depth = sys.getrecursionlimit(), len(inspect.stack())
    with nested(archive / "kecamatan/sukamaju", "d", 200) as deepest:
        os.close(os.open("x.txt", os.O_CREAT | os.O_WRONLY, dir_fd=deepest))
        sys.setrecursionlimit(depth + 100)
        try:
            found = walk(archive, ArchiveLimits())
        finally:
            sys.setrecursionlimit(usual)
            os.unlink("x.txt", dir_fd=deepest)
    assert any(one.path.endswith("/d/x.txt") for one in found.files)
    assert found.closed == []


def test_folder_whose_path_no_system_call_takes_is_named(archive: Path) -> None:
    with nested(archive / "kecamatan/sukamaju", "d" * 200, 22):
        found = walk(archive, ArchiveLimits())
    assert len(found.closed) == 1
    assert found.documents == 3


def test_figures_of_offices_count_what_the_digest_counts(archive: Path, store: Store) -> None:
    copy = archive / "kecamatan/sukamaju/salinan.txt"
    copy.write_bytes(ORDER)
    nights.night(store, nights.wish(archive))
    nights.night(store, nights.wish(archive, as_of=dt.date(2019, 1, 1)))
    copy.unlink()
    nights.night(store, nights.wish(archive))
    copy.write_bytes(ORDER)
    nights.night(store, nights.wish(archive))
    (archive / "kecamatan/sukamaju/clean-label-colon.txt").write_bytes(ORDER)
    nights.night(store, nights.wish(archive))
    for run in (2, 3, 4, 5):
        night = night_of(store.engine, run)
        store.mark_delivered(run)
        told = night.tally
        assert night.figures.fixed == told.fixed, run
        assert night.figures.new == told.total_new, run
    assert tally(store, 4).total_new > 0


def test_archive_without_documents_counts_those_that_were_there(archive: Path, store: Store, tmp_path: Path) -> None:
    nights.night(store, nights.wish(archive))
    archive.rename(tmp_path / "lain")
    archive.mkdir()
    with pytest.raises(NightError, match="ada 4"):
        nights.night(store, nights.wish(archive))


def test_office_whose_folder_is_new_and_empty_is_told(archive: Path, store: Store) -> None:
    declared = archive / "archive.yaml"
    declared.write_text(declared.read_text("utf-8") + "due:\n  - {sort: report, since: 2024, days: 60}\n", "utf-8")
    nights.night(store, nights.wish(archive))
    (archive / "kecamatan/baru").mkdir()
    night = nights.night(store, nights.wish(archive))
    told = {one.office: one for one in night_of(store.engine, night.run).offices}
    assert (told["baru"].late_total, told["baru"].no_documents) == (2, True)
    assert not told["sukamaju"].no_documents


def test_findings_between_documents_come_and_go_with_their_rules(archive: Path, store: Store) -> None:
    (archive / "kecamatan/sukamaju/lain.txt").write_bytes(ORDER)
    nights.night(store, nights.wish(archive))
    together = [one.verdict for one in store.standings() if one.sort == "archive"]
    assert together
    skip = tuple(rule.name for rule in nights.rules().pack.rules if "archive" in rule.applies_to)
    for asked in (skip, ()):
        nights.night(store, nights.wish(archive, skip=asked), skip=asked)
    off, on = (night_of(store.engine, run).tally for run in (2, 3))
    assert (off.left, off.fixed, off.gone_by_rules + off.unjudged > 0) == (0, 0, True)
    assert (sum(on.new.values()), on.by_rules > 0) == (0, True)
    assert [one.verdict for one in store.standings() if one.sort == "archive"] == together


def test_store_that_is_deleted_while_the_night_goes_on_is_missed(archive: Path, store: Store) -> None:
    def delete() -> None:
        for end in ("", "-wal", "-shm"):
            Path(f"{store.shown}{end}").unlink()

    gone = Meddling(delete)
    with pytest.raises(StoreError, match="dihapus atau diganti"):
        nights.night(store, nights.wish(archive), runner=gone)


def test_whoever_is_asked_to_end_while_the_database_works_ends(store: Store) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    event.listen(store.engine, "after_cursor_execute", interrupt)
    with pytest.raises(KeyboardInterrupt):
        store.files()


@pytest.mark.parametrize("what", ["closed", "missing", "file"])
def test_archive_that_cannot_be_read_is_named(archive: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    if what == "closed":
        monkeypatch.setattr(os, "scandir", lambda _: (_ for _ in ()).throw(PermissionError(13, "Permission denied")))
        with pytest.raises(NightError, match="tidak dapat dibaca"):
            looked_at(archive)
    else:
        with pytest.raises(NightError, match="tidak ada atau bukan folder"):
            looked_at(archive / ("archive.yaml" if what == "file" else "tiada"))
