"""What can go wrong with a SQLite store: each is told in words, and what was committed stays."""

from __future__ import annotations

import contextlib
import os
import resource
import sqlite3
import tempfile
import traceback
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.store import dump
from archive.store.columns import escaped, unescaped
from archive.store.errors import StoreError
from archive.store.places import place_of
from archive.store.store import Store
from tests.store_values import audited, content, ending, fresh, new_run, standing


@pytest.fixture
def path(tmp_path):
    """A store with one run and some documents."""
    with fresh("sqlite", tmp_path) as address, Store.open(address) as store:
        begun = store.begin(new_run())
        store.keep([audited(number) for number in range(60)])
        store.finish(begun.id, ending(*(standing(number) for number in range(60))))
    return Path(address)


def _refused(path, **options):
    with pytest.raises(StoreError) as caught:
        Store.open(str(path), **options)
    return str(caught.value)


def test_a_file_that_is_no_database_is_left_alone(tmp_path):
    """A report in the place of the store is not written over."""
    path = tmp_path / "laporan.json"
    path.write_text('{"schema": "patuh.report/1"}' * 99)

    message = _refused(path)
    assert f"Penyimpanan {path}: berkas ini bukan basis data SQLite" in message
    assert "cadangan" in message
    assert '{"schema": "patuh.report/1"}' * 99 == path.read_text()


def test_a_database_of_another_program_is_left_alone(tmp_path):
    """Nothing is added to somebody's bookmarks."""
    path = tmp_path / "places.sqlite"
    with contextlib.closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE bookmark (name TEXT)")

    assert "milik program lain" in _refused(path)
    with contextlib.closing(sqlite3.connect(path)) as other:
        assert [("bookmark",)] == other.execute("SELECT name FROM sqlite_master").fetchall()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        pytest.param("", "tidak dapat dibuka", id="folder"),
        pytest.param("tiada/patuh.db", "tidak dapat dibuka", id="no-folder"),
        pytest.param("berkas/patuh.db", "tidak dapat dibuka", id="file-as-folder"),
        pytest.param("x" * 300, "tidak dapat dibuka", id="long-name"),
    ],
)
def test_where_no_file_can_be_is_said(tmp_path, name, words):
    """The place is named, and what to look at."""
    (tmp_path / "berkas").touch()

    message = _refused(tmp_path / name)
    assert words in message
    assert f"Penyimpanan {(tmp_path / name)}: " in message


def test_a_damaged_store_is_explained_wherever_it_breaks(path):
    """A disk that lies; restoring a backup is the way."""
    data = bytearray(path.read_bytes())
    page = 4096
    for start in range(2 * page, len(data), page):
        data[start : start + 200] = b"\xff" * 200
    path.write_bytes(data)

    with pytest.raises(StoreError, match=r"rusak.*cadangan"), Store.open(str(path)) as store:
        list(dump.rows(store))


def test_a_store_cut_short_is_explained(path):
    """A copy that was broken off."""
    path.write_bytes(path.read_bytes()[:10_000])

    with pytest.raises(StoreError, match=r"rusak.*cadangan"), Store.open(str(path)) as store:
        list(dump.rows(store))


@contextlib.contextmanager
def _no_room(size):
    """Let no file of this process grow beyond *size* bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_without_room_what_was_kept_is_intact(path):
    """And the night goes on when there is room again."""
    with Store.open(str(path)) as store:
        before = list(dump.rows(store))
        store.begin(new_run())
        with _no_room(100_000), pytest.raises(StoreError, match=r"(habis|gagal membaca atau menulis).*lalu ulangi"):
            store.keep([audited(number, models=os.urandom(20_000)) for number in range(100, 200)])
        assert 60 == len(list(store.contents()))
        store.keep([audited(100)])
        assert 61 == len(list(store.contents()))
    with Store.open(str(path)) as store:
        assert set(before) < set(dump.rows(store))


def test_without_room_no_store_is_made(tmp_path):
    """What was begun is no store, and is one when there is room."""
    path = tmp_path / "patuh.db"
    with _no_room(20_000):
        assert str(path) in _refused(path)
    with Store.open(str(path)) as store:
        assert [] == list(dump.rows(store))


@contextlib.contextmanager
def _somebody():
    """Be a user without rights, where the tests run as root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def closed_folder(path):
    """A folder with a store that nobody may write to."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "patuh.db").write_bytes(path.read_bytes())
        (folder / "patuh.db").chmod(0o444)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


def test_a_store_that_may_only_be_read_is_explained(closed_folder):
    """Neither night nor new store; the one that is there stays as it is."""
    before = (closed_folder / "patuh.db").read_bytes()
    with _somebody():
        with pytest.raises(StoreError, match=r"izin") as written, Store.open(str(closed_folder / "patuh.db")) as store:
            store.begin(new_run())
        with pytest.raises(StoreError, match=r"boleh ditulisi"):
            Store.open(str(closed_folder / "baru.db"))

    assert str(closed_folder) in str(written.value)
    assert before == (closed_folder / "patuh.db").read_bytes()


def test_a_store_that_another_program_holds_is_explained(path, monkeypatch):
    """A backup may take its time, but not for ever."""
    monkeypatch.setattr("archive.store.connections._BUSY_SECONDS", 0.05)
    with contextlib.closing(sqlite3.connect(path)) as other, Store.open(str(path)) as store:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="dipakai program lain"):
            store.keep([audited(100)])
        assert 60 == len(list(store.contents()))


def test_two_names_of_one_file_are_one_store(path):
    """The lock is that of the file, not of its name."""
    link = path.parent / "tautan.db"
    link.symlink_to(path)
    with Store.open(str(path)) as store, Store.open(f"sqlite:///{link}") as second, store.lock():
        assert store.shown == second.shown == str(path)
        with pytest.raises(StoreError, match="sedang berjalan"), second.lock():
            pass


def test_a_lock_that_cannot_be_had_is_explained(path):
    """A folder in the place of its file."""
    Path(f"{path}.lock").mkdir()
    with Store.open(str(path)) as store, pytest.raises(StoreError, match=f"Penyimpanan {path}"), store.lock():
        pass


def test_a_name_that_is_no_text_is_a_place_all_the_same(tmp_path):
    """Folders of old servers are not always named in UTF-8."""
    with Store.open(os.fsdecode(os.fsencode(tmp_path) + b"/arsip\xe9.db")) as store:
        store.keep([audited(1)])
        store.shown.encode()
        with store.lock():
            pass

    assert [b"arsip\xe9.db"] == [os.fsencode(one) for one in os.listdir(tmp_path) if one.endswith("db")]  # noqa: PTH208


@pytest.mark.parametrize(
    "url",
    [
        "mysql://budi:rahasia@server/arsip",
        "postgresql+psycopg2://budi:rahasia@server/arsip",
        "postgresql://budi:rahasia@server:lima/arsip",
        "postgresql://budi:rahasia@sekali@server/arsip",
        "sqlite://",
        "sqlite://rahasia.db",
        "",
        "a\0rahasia",
    ],
)
def test_an_address_that_nobody_understands_is_explained(url):
    """It says what can be written, and keeps the password to itself."""
    message = _refused(url)

    assert "/var/lib/patuh/patuh.db" in message
    assert "budi" not in message
    assert "\0" not in message


_FORMS = ("postgresql://u:{}@s/d", "postgresql://u@s/d?password={}", "postgresql://u:{}@s:x/d", "mysql://u:{}@s/d")


@settings(max_examples=100)
@given(between=st.text("@/?#&:%=[] !a\n", max_size=3), form=st.sampled_from(_FORMS))
def test_no_address_that_is_shown_tells_a_password(between, form):
    """Not even a part of it, however it was written, and whether or not anybody understands it."""
    try:
        shown = place_of(form.format(f"RAHASIA{between}SANDI")).shown
    except StoreError as error:
        shown = "".join(traceback.format_exception(error)).partition("StoreError")[2]

    assert "RAHASIA" not in shown
    assert "SANDI" not in shown


@given(st.text(st.characters() | st.sampled_from("\x1a\x00\ud800\udfffa0")))
def test_any_text_can_be_stored(words):
    """What goes in comes out, and in between is what every database takes."""
    stored = escaped(words)

    assert words == unescaped(stored)
    assert "\0" not in stored
    stored.encode()


def test_a_backup_is_made_while_the_store_is_in_use(path, tmp_path):
    """As docs/store.md says it."""
    with Store.open(str(path)) as store:
        store.begin(new_run())
        store.keep([audited(100)])
        with contextlib.closing(sqlite3.connect(path)) as other:
            other.execute("VACUUM INTO ?", [str(tmp_path / "cadangan.db")])
        rows = list(dump.rows(store))
    with Store.open(str(tmp_path / "cadangan.db"), create=False) as copy:
        assert rows == list(dump.rows(copy))
        assert {content(100): b"models 100"} == copy.models([content(100)])
