"""Documents that offices hand in: where they lie, what stays, what is refused."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import stat
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from annotating.names import DOCX, PDF, is_copy
from archive import handing_in_files
from archive.handing_in import AlreadyThereError, HandInError, HandIns, Receipt
from archive.handing_in_names import ALPHABET, name_key, new_code, safe_name, suffix_of, told_code
from archive.handing_in_verify import verify
from archive.store import tables
from archive.store.store import Store
from archive.walking import walk
from auditing.files import SUFFIXES
from auditing.files import select as selected
from readers import conversion, docx, pdf, spreadsheet
from readers.archive_limits import ArchiveLimits
from tests import hand_ins, nights, stores
from tests.hand_ins import OFFICE, offer
from tests.postgres import server
from tests.program import patuh

FOLDER = "kecamatan/sukamaju"
RECEIPT = {
    "number": 1,
    "version": 1,
    "supersedes": None,
    "file_name": "SOP Surat.txt",
    "bytes": 3,
    "media": "text/plain",
    "by_name": "Rina Contoh",
    "by_position": "Staf",
    "note": "sudah diperbaiki",
    "kind": "sop",
    "score": 80.0,
    "grade": "B",
    "verdict": "layak",
    "critical": 0,
    "major": 1,
    "minor": 0,
    "advice": 0,
    "rules": "d" * 64,
    "profile": "standar",
    "as_of": stores.DAY,
    "program": "1.0",
    "office": OFFICE,
    "unit": OFFICE,
    "sha256": hashlib.sha256(b"isi").hexdigest(),
}


@dataclass
class Desk:
    """An archive, its store, and the scratch folder of uploads."""

    archive: Path
    scratch: Path
    store: Store
    ins: HandIns

    def hand_in(self, data: bytes = b"SOP", file_name: str = "SOP Surat.txt", **other: Any) -> Receipt:
        return self.ins.hand_in(offer(self.scratch, data, file_name, **other))

    def refused(self, words: str, data: bytes = b"SOP", file_name: str = "SOP Surat.txt", **other: Any) -> None:
        with pytest.raises(HandInError, match=words) as refusal:
            self.hand_in(data, file_name, **other)
        assert str(self.archive.parent) not in str(refusal.value)
        assert [] == list(self.archive.glob(".serahan/.masuk*"))

    def visible(self) -> list[str]:
        """What the night finds."""
        return [one.path for one in walk(self.archive, ArchiveLimits()).files]

    def read(self, path: str) -> bytes:
        return (self.archive / path).read_bytes()


def make_desk(folder: Path, url: str | None = None, layout: str = hand_ins.LAYOUT) -> Desk:
    archive = hand_ins.new_archive(folder / "arsip", layout)
    (folder / "unggahan").mkdir()
    store = Store.open(url or str(hand_ins.new_store(folder / "patuh.db")))
    return Desk(archive, folder / "unggahan", store, hand_ins.hand_ins(store, archive))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path)
    with made.store:
        yield made


# What is handed in


def test_a_document_is_stored_published_and_receipted(desk: Desk) -> None:
    """The bytes lie in both places, the night sees the one in the folder of the office, the receipt tells it."""
    receipt = desk.hand_in(b"isi", note=" sudah diperbaiki ")

    assert f"{FOLDER}/SOP Surat.txt" == receipt.path
    assert (b"isi", b"isi") == (desk.read(receipt.path), desk.read(".serahan/1/SOP Surat.txt"))
    assert [receipt.path] == desk.visible()
    assert receipt == desk.ins.receipt(receipt.receipt)
    told = {name: getattr(receipt, name) for name in RECEIPT}
    assert RECEIPT == told


def test_the_report_of_a_version_tells_where_it_lies(desk: Desk) -> None:
    """Not where the upload lay; the findings are those of the check."""
    receipt = desk.hand_in()
    report = desk.ins.report(receipt.number)

    assert [receipt.path] == [one.path for one in report.documents]
    assert hand_ins.report_on(b"SOP").documents[0].findings == report.documents[0].findings
    with pytest.raises(HandInError, match="nomor 7"):
        desk.ins.report(7)


def test_stored_files_cannot_be_written(desk: Desk) -> None:
    """Neither the version nor what is published; and they are two files."""
    receipt = desk.hand_in()
    stored, published = desk.ins.open(receipt.number), desk.archive / receipt.path

    assert (0o440, 0o440) == (stat.S_IMODE(stored.stat().st_mode), stat.S_IMODE(published.stat().st_mode))
    assert 0o750 == stat.S_IMODE(stored.parent.stat().st_mode)
    assert stored.stat().st_ino != published.stat().st_ino


def test_a_newer_version_takes_the_place_of_the_one_before(desk: Desk) -> None:
    """One document at one path; both versions stay."""
    first = desk.hand_in(b"satu")
    second = desk.hand_in(b"dua", "sop SURAT.txt")

    assert (first.path, 2, first.number) == (second.path, second.version, second.supersedes)
    assert b"dua" == desk.read(first.path)
    assert b"satu" == desk.ins.open(first.number).read_bytes()
    assert [first.path] == desk.visible()
    assert [second, first] == desk.ins.versions(first.path)
    assert [(first.path, first.title, 2)] == desk.ins.current_paths(OFFICE)
    assert not (desk.archive / ".serahan/2/sebelumnya").exists()


def test_a_named_document_is_replaced_under_its_own_name(desk: Desk) -> None:
    """However the clerk's computer calls the new version."""
    first = desk.hand_in(b"satu")
    second = desk.hand_in(b"dua", "salinan baru.txt", replaces=first.path)

    assert (first.path, 2, [first.path]) == (second.path, second.version, desk.visible())


def test_another_suffix_goes_on_with_the_versions_under_its_own_path(desk: Desk) -> None:
    """The old file leaves the folder of the office and stays stored."""
    first = desk.hand_in(b"teks")
    second = desk.hand_in(b"%PDF-1.7", "pindai.pdf", media=PDF, replaces=first.path)

    assert (f"{FOLDER}/SOP Surat.pdf", 2, first.number) == (second.path, second.version, second.supersedes)
    assert [second.path] == desk.visible()
    assert b"teks" == desk.ins.open(first.number).read_bytes()
    assert [second, first] == desk.ins.versions(second.path)

    third = desk.hand_in(b"teks lagi", "x.txt", replaces=second.path)
    assert (first.path, 3, [first.path]) == (third.path, third.version, desk.visible())


def test_a_document_of_a_name_that_went_on_elsewhere_is_a_new_one(desk: Desk) -> None:
    """It gets a number of version that no other has, and stays when the other goes on."""
    first = desk.hand_in(b"teks")
    scan = desk.hand_in(b"%PDF-1.7", media=PDF, replaces=first.path)
    new = desk.hand_in(b"teks baru")
    again = desk.hand_in(b"%PDF-1.8", media=PDF, replaces=scan.path)

    assert (first.path, 2, None) == (new.path, new.version, new.supersedes)
    assert sorted([first.path, scan.path]) == desk.visible()
    assert (3, b"teks baru") == (again.version, desk.read(new.path))
    desk.refused("Dokumen lain bernama", b"lagi", replaces=scan.path)


def test_the_same_bytes_again_give_the_receipt_that_is_there(desk: Desk) -> None:
    """A double click makes one hand-in; bytes of an older version are a newer one."""
    first = desk.hand_in(b"satu")
    with pytest.raises(AlreadyThereError, match=first.receipt) as there:
        desk.hand_in(b"satu")
    desk.hand_in(b"dua")

    assert first == there.value.receipt
    assert 3 == desk.hand_in(b"satu").version
    assert 1 == desk.hand_in(b"satu", "lain.txt").version


def test_pages_of_receipts(desk: Desk) -> None:
    """The newest first, from where the page before ended."""
    made = [desk.hand_in(bytes([65 + one]), f"{one}.txt") for one in range(3)]
    (desk.archive / "dinas/pendidikan").mkdir(parents=True)
    other = desk.hand_in(b"x", office="Dinas Pendidikan")

    assert [other, made[2]] == desk.ins.latest(limit=2)
    assert [made[2], made[1]] == desk.ins.of_office(OFFICE, limit=2)
    assert [made[0]] == desk.ins.of_office(OFFICE, limit=2, before=made[1].number)
    assert [(one.path, one.title, 1) for one in made] == desk.ins.current_paths(OFFICE)


def test_more_is_written_in_the_same_transaction(desk: Desk) -> None:
    """What fails there takes the hand-in with it."""

    def fail(connection: object, receipt: Receipt) -> None:
        raise OSError(errno.EIO, receipt.receipt)

    heard: list[Receipt] = []
    receipt = desk.ins.hand_in(offer(desk.scratch), also=lambda _, made: heard.append(made))
    with pytest.raises(HandInError):
        desk.ins.hand_in(offer(desk.scratch, b"lain"), also=fail)

    assert [receipt] == heard == desk.ins.latest(limit=9)
    assert [1] == handing_in_files.StoredFiles(desk.archive).folders()


def test_many_hand_ins_at_once_have_numbers_of_their_own(desk: Desk) -> None:
    """Clerks do not wait for each other to begin."""
    threads = [threading.Thread(target=desk.hand_in, args=(bytes([65 + one]), f"{one}.txt")) for one in range(6)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert [6, 5, 4, 3, 2, 1] == [one.number for one in desk.ins.latest(limit=9)]
    assert () == verify(desk.store.engine, desk.archive).faults


def test_hand_ins_on_a_server(tmp_path: Path) -> None:
    """PostgreSQL holds them as SQLite does."""
    with server().database() as url:
        desk = make_desk(tmp_path, url)
        with desk.store:
            first = desk.hand_in(b"satu", "\u202enama\x00.txt")
            second = desk.hand_in(b"dua", replaces=first.path)

            assert "\u202enama\x00.txt" == desk.ins.latest(limit=1, before=2)[0].file_name
            assert [second, first] == desk.ins.versions(first.path)
            assert () == verify(desk.store.engine, desk.archive).faults


# What was there before


def test_a_file_that_was_put_there_by_hand_is_kept(desk: Desk) -> None:
    """Under its own name, beside the version that took its place."""
    (desk.archive / FOLDER).mkdir(parents=True)
    (desk.archive / FOLDER / "SOP SURAT.txt").write_bytes(b"tangan")
    receipt = desk.hand_in(b"portal")

    assert f"{FOLDER}/SOP SURAT.txt" == receipt.path
    assert (b"portal", [receipt.path]) == (desk.read(receipt.path), desk.visible())
    assert b"tangan" == desk.read(".serahan/1/sebelumnya/SOP SURAT.txt")


def test_a_published_file_that_somebody_changed_is_kept(desk: Desk) -> None:
    """A newer version does not lose it, and what was handed in was never touched."""
    receipt = desk.hand_in(b"satu")
    (desk.archive / receipt.path).unlink()
    (desk.archive / receipt.path).write_bytes(b"diubah")
    desk.hand_in(b"dua")

    assert (b"dua", b"satu") == (desk.read(receipt.path), desk.ins.open(1).read_bytes())
    assert b"diubah" == desk.read(".serahan/2/sebelumnya/SOP Surat.txt")


def test_a_link_in_place_of_the_file_is_not_written_through(desk: Desk, tmp_path: Path) -> None:
    """What it leads to stays as it is; the link is set aside."""
    outside = tmp_path / "rahasia.txt"
    outside.write_bytes(b"rahasia")
    (desk.archive / FOLDER).mkdir(parents=True)
    (desk.archive / FOLDER / "SOP Surat.txt").symlink_to(outside)
    receipt = desk.hand_in(b"isi")

    assert (b"rahasia", b"isi") == (outside.read_bytes(), desk.read(receipt.path))
    assert not (desk.archive / receipt.path).is_symlink()
    assert outside == (desk.archive / ".serahan/1/sebelumnya/SOP Surat.txt").readlink()


@pytest.mark.parametrize("at", ["kecamatan", FOLDER, ".serahan", ".serahan.lock"])
def test_a_link_in_place_of_a_folder_is_refused(desk: Desk, tmp_path: Path, at: str) -> None:
    """Nothing is written where it leads to."""
    outside = tmp_path / "luar"
    outside.mkdir()
    (desk.archive / at).parent.mkdir(exist_ok=True)
    (desk.archive / at).symlink_to(outside)

    desk.refused("folder|Coba lagi")
    assert [] == list(outside.iterdir())
    assert [] == desk.ins.latest(limit=9)


def test_a_folder_of_the_name_of_the_document_is_refused(desk: Desk) -> None:
    """Folders are not set aside."""
    (desk.archive / FOLDER / "sop surat.txt").mkdir(parents=True)

    desk.refused("'sop surat.txt'")


# Folders


def test_offices_that_one_can_hand_in_to(desk: Desk) -> None:
    """A plain folder is made; patterns must match one that is there."""
    assert (OFFICE,) == desk.ins.offices()
    desk.refused("belum ada", office="Dinas Pendidikan")
    (desk.archive / "DINAS/Pendidikan").mkdir(parents=True)

    assert ("Dinas Pendidikan", OFFICE) == desk.ins.offices()
    assert "DINAS/Pendidikan/a.txt" == desk.hand_in(file_name="a.txt", office="Dinas Pendidikan").path


@pytest.mark.parametrize("layout", ["{name: A, folders: [kec/a]}", "{name: A, folders: ['kec/a/**']}"])
def test_folders_are_spelt_as_they_are_there(tmp_path: Path, layout: str) -> None:
    """Also those above one that is made."""
    desk = make_desk(tmp_path, layout=f"offices: [{layout}]")
    (desk.archive / "Kec").mkdir()
    with desk.store:
        assert "Kec/a/x.txt" == desk.hand_in(file_name="x.txt", office="A").path
        assert ["Kec"] == sorted(one.name for one in desk.archive.iterdir() if one.name.lower() == "kec")


@pytest.mark.parametrize(
    "folder",
    [pytest.param(".tersembunyi/a", id="hidden"), pytest.param("arsip.zip", id="zip"), pytest.param("b", id="file")],
)
def test_folders_that_cannot_be_handed_in_to(tmp_path: Path, folder: str) -> None:
    """Hidden ones, ZIP archives, files."""
    desk = make_desk(tmp_path, layout=f"offices: [{{name: A, folders: ['{folder}']}}]")
    (desk.archive / "arsip.zip").write_bytes(b"PK")
    (desk.archive / "b").write_bytes(b"")
    with desk.store:
        assert () == desk.ins.offices()
        desk.refused("belum ada, atau", office="A")


def test_offices_of_office_folders_and_the_archive_itself(tmp_path: Path) -> None:
    """An archive without layout has an office for each folder; ``.`` is the archive."""
    desk = make_desk(tmp_path, layout="office_folders: [{folder: kec}]\noffices: [{name: Semua, folders: ['.']}]")
    (desk.archive / "kec/maju").mkdir(parents=True)
    with desk.store:
        ins = hand_ins.hand_ins(desk.store, desk.archive)
        assert ("Semua", "maju") == ins.offices()
        assert "kec/maju/x.txt" == ins.hand_in(offer(desk.scratch, b"1", "x.txt", office="maju")).path
        assert "x.txt" == ins.hand_in(offer(desk.scratch, b"2", "x.txt", office="Semua")).path


# What is refused


@pytest.mark.parametrize(
    ("words", "other"),
    [
        pytest.param("tidak dikenal", {"office": "Dinas Antah"}, id="office"),
        pytest.param("belum diisi", {"by_name": " \t"}, id="nobody"),
        pytest.param("lebih dari 200", {"by_name": "a" * 201}, id="long-name"),
        pytest.param("catatan", {"note": "a" * 2001}, id="long-note"),
        pytest.param("DOCX", {"media": None}, id="unread"),
        pytest.param("DOCX", {"media": "image/bmp"}, id="not-walked"),
        pytest.param("berubah sesudah", {"report": hand_ins.report_on(b"lain")}, id="other-bytes"),
        pytest.param("bukan dokumen", {"replaces": "../../etc/passwd"}, id="replaces-nothing"),
    ],
)
def test_what_cannot_be_handed_in(desk: Desk, words: str, other: dict[str, Any]) -> None:
    """It is said why, and nothing is there."""
    desk.refused(words, **other)
    assert ([], []) == (desk.ins.latest(limit=9), desk.visible())


def test_archives_are_handed_in_file_by_file(desk: Desk) -> None:
    """What is in a ZIP has digests of its own."""
    one, two = hand_ins.report_on(b"a"), hand_ins.report_on(b"b")
    both = one.model_copy(update={"documents": one.documents + two.documents})

    desk.refused("ZIP", report=both)


def test_documents_of_other_offices_cannot_be_replaced(desk: Desk) -> None:
    """Nor those that are superseded."""
    first = desk.hand_in(b"1")
    second = desk.hand_in(b"2", media=PDF, replaces=first.path)
    (desk.archive / "dinas/pendidikan").mkdir(parents=True)

    desk.refused("bukan dokumen Dinas", b"3", office="Dinas Pendidikan", replaces=second.path)
    desk.refused("bukan dokumen", b"3", replaces=first.path)


@pytest.mark.parametrize(
    ("error", "words"),
    [(errno.ENOSPC, "ruang penyimpanan"), (errno.EROFS, "tidak dapat ditulisi"), (errno.EIO, "Coba")],
)
def test_a_full_or_closed_disk_leaves_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, error: int, words: str
) -> None:
    """The clerk is told what to do, and can do it."""

    def write(*_: object) -> int:
        raise OSError(error, os.strerror(error))

    with monkeypatch.context() as broken:
        broken.setattr(os, "write", write)
        desk.refused(words)
    assert ([], []) == (desk.ins.latest(limit=9), handing_in_files.StoredFiles(desk.archive).folders())
    assert 1 == desk.hand_in().number


@pytest.mark.parametrize("left", [True, False])
def test_an_archive_that_is_not_mounted_takes_nothing(desk: Desk, left: bool) -> None:
    """What went into the folder below would be hidden when it is mounted again."""
    receipt = desk.hand_in()
    away = desk.archive.rename(desk.archive.parent / "tidak-terpasang")
    if left:
        desk.archive.mkdir()
    desk.refused("tidak tersambung", b"lain")
    with pytest.raises(HandInError, match="tidak tersambung"):
        desk.ins.recover()

    assert ([receipt], left) == (desk.ins.latest(limit=9), desk.archive.exists())
    assert [] == (list(desk.archive.iterdir()) if left else [])
    assert (away / receipt.path).is_file()


def test_a_number_that_another_server_took_is_left_alone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a file system without locks: what the other stored stays, and the clerk tries again."""
    files = handing_in_files.StoredFiles(desk.archive)
    with monkeypatch.context() as blind:
        blind.setattr(handing_in_files.StoredFiles, "is_taken", lambda *_: False)
        (desk.archive / ".serahan/1").mkdir(parents=True)
        (desk.archive / ".serahan/1/a.txt").write_bytes(b"lain")
        desk.refused("Coba lagi")

    assert ([1], []) == (files.folders(), files.marked())
    assert b"lain" == desk.read(".serahan/1/a.txt")
    assert 2 == desk.hand_in().number


def test_a_closed_folder_is_told_before_anything_is_stored(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The clerk can tell who keeps the archive."""
    monkeypatch.setattr(os, "access", lambda *_, **__: False)

    desk.refused("tidak dapat ditulisi")
    assert [] == desk.ins.latest(limit=9)


def test_a_database_that_refuses_leaves_nothing(desk: Desk) -> None:
    """Bytes without row are no hand-in."""
    with desk.store.engine.begin() as connection:
        connection.exec_driver_sql("CREATE TRIGGER no BEFORE INSERT ON hand_in BEGIN SELECT RAISE(FAIL, 'x'); END")

    desk.refused("penyimpanan di server")
    assert ([], []) == (handing_in_files.StoredFiles(desk.archive).folders(), desk.visible())


def test_what_cannot_be_published_is_published_by_the_next_hand_in(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The receipt holds at once; the bytes are safe."""

    def publish(*_: object) -> None:
        raise OSError(errno.ENOSPC, "")

    with monkeypatch.context() as broken:
        broken.setattr(handing_in_files.StoredFiles, "publish", publish)
        receipt = desk.hand_in()
        assert (
            (receipt.path, "ruang penyimpanan di server habis. Beri tahu pengelola portal, lalu serahkan lagi"),
        ) == (desk.ins.recover().unpublished)
    assert ([], [receipt]) == (desk.visible(), desk.ins.unpublished())
    assert "belum diterbitkan" in verify(desk.store.engine, desk.archive).faults[0].what
    other = desk.hand_in(b"lain", "lain.txt")

    assert [] == desk.ins.unpublished()
    assert sorted([receipt.path, other.path]) == desk.visible()


def test_an_older_version_never_takes_the_place_of_a_newer(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the older was not yet published."""
    with monkeypatch.context() as broken:
        broken.setattr(handing_in_files.StoredFiles, "publish", lambda *_: (_ for _ in ()).throw(OSError()))
        desk.hand_in(b"satu")
        receipt = desk.hand_in(b"dua")

    assert (receipt.path,) == desk.ins.recover().published
    assert b"dua" == desk.read(receipt.path)
    assert [] == handing_in_files.StoredFiles(desk.archive).marked()


def test_recovery_finds_versions_that_the_store_lost(desk: Desk) -> None:
    """A store from an older backup: what was handed in since is not deleted, and its number is not used again."""
    desk.hand_in()
    lost = desk.archive / ".serahan/2"
    lost.mkdir()
    (lost / "a.txt").write_bytes(b"diserahkan")
    (desk.archive / ".serahan/.masuk-x").mkdir()
    found = desk.ins.recover()

    assert ((2,), 1) == (found.without_row, found.swept)
    assert [
        "1 penyerahan yang terhenti sebelum tersimpan dihapus",
        ".serahan/2: tidak tercatat di penyimpanan; dibiarkan",
    ] == list(found.told())
    assert 3 == desk.hand_in(b"lain").number
    assert b"diserahkan" == (lost / "a.txt").read_bytes()


def test_a_stored_version_that_was_changed_is_not_given_out(desk: Desk) -> None:
    """Nor one that is gone."""
    path = desk.ins.open(desk.hand_in().number)
    path.chmod(0o640)
    path.write_bytes(b"lain")
    with pytest.raises(HandInError, match="hilang atau berubah"):
        desk.ins.open(1)
    path.unlink()
    with pytest.raises(HandInError, match="hilang atau berubah"):
        desk.ins.open(1)
    with pytest.raises(HandInError, match="tidak ada"):
        desk.ins.open(2)


# Names

MEDIA = st.sampled_from([DOCX, PDF, "text/plain", "text/csv", "text/html", "image/jpeg", "application/msword"])
NAMES = st.one_of(
    st.text(max_size=400),
    st.lists(
        st.sampled_from([*"/\\. ~$-_\x00\u202eé", "..", "con", "a", ".temuan", ".docx", ".PDF", "é", "ﬁ", "😀"])
    ).map("".join),
)


@given(NAMES, MEDIA)
def test_safe_names_are_safe(file_name: str, media: str) -> None:
    """Whatever a computer calls a file."""
    suffix = suffix_of(media, file_name)
    assert suffix is not None
    name = safe_name(file_name, suffix)
    stem = name.removesuffix(suffix)

    assert re.fullmatch(r"[\w .-]+", name)
    assert name == unicodedata.normalize("NFKC", name)
    assert stem
    assert stem.strip(" .") == stem
    assert ".." not in name
    assert not name.startswith((".", "~", "-", " "))
    assert not is_copy(name)
    assert len(name.encode()) <= 130
    assert not re.match(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)", name)
    assert name == safe_name(name, suffix)
    assert name_key(name) == name_key(name.upper().lower()) or not name.isascii()


@pytest.mark.parametrize(
    ("file_name", "media", "expected"),
    [
        ("SOP Surat Masuk (1).docx", DOCX, "SOP Surat Masuk 1.docx"),
        ("../../etc/passwd", "text/plain", "passwd.txt"),
        (r"C:\fakepath\Laporan.v1.2.pdf", PDF, "Laporan.v1.2.pdf"),
        ("Laporan v1.2", PDF, "Laporan v1.2.pdf"),
        ("pindai.docx", PDF, "pindai.pdf"),
        ("SOP.temuan.docx", DOCX, "SOP.docx"),
        ("Makro.DOCM", DOCX, "Makro.docm"),
        ("gaji\u202efdp.txt", "text/plain", "gajifdp.txt"),
        ("NUL.csv", "text/csv", "dokumen-NUL.csv"),
        ("e\u0301valuasi.txt", "text/plain", "évaluasi.txt"),
        (".htaccess", "text/plain", "htaccess.txt"),
        ("data.tsv", "text/csv", "data.tsv"),
        ("tabel.xls", "text/html", "tabel.xls"),
    ],
)
def test_what_documents_are_called(file_name: str, media: str, expected: str) -> None:
    """The suffix is that of what was read."""
    assert expected == safe_name(file_name, suffix_of(media, file_name) or "")


MEDIA_OF_READERS = (
    *(docx.DOCX, pdf.MEDIA, spreadsheet.XLSX, spreadsheet.XLS, spreadsheet.ODS),
    *(kind.media for kind in (conversion.DOC, conversion.ODT, conversion.RTF)),
    *("text/plain", "text/markdown", "text/csv", "text/html", "image/png", "image/jpeg", "image/tiff"),
)


@pytest.mark.parametrize("media", MEDIA_OF_READERS)
def test_the_night_finds_what_was_read(media: str) -> None:
    """Whatever a reader takes under some name is taken from a folder under that of the archive."""
    assert all(suffix_of(media, f"x{one}") in SUFFIXES for one in ("", ".exe", ".docx", ".zip", *SUFFIXES))


def test_names_that_were_cut_or_emptied_stay_apart() -> None:
    """Two documents do not become one."""
    long = [safe_name("a" * 300 + end, ".txt") for end in "bc"]
    empty = [safe_name(f"{sign}.txt", ".txt") for sign in "★☆"]

    assert 4 == len({*long, *empty})
    assert all(re.fullmatch(r"dokumen-[0-9a-f]{8}\.txt", one) for one in empty)


@given(st.sampled_from(sorted({*"-_ .:"})), st.booleans())
def test_codes_are_read_as_people_write_them(sign: str, lower: bool) -> None:
    """Groups, capitals and letters that look like digits make no difference."""
    code = new_code()
    typed = code.replace("-", sign).replace("0", "O").replace("1", "I")

    assert re.fullmatch(rf"([{ALPHABET}]{{5}}-){{3}}[{ALPHABET}]{{5}}", code)
    assert code == told_code(typed.lower() if lower else typed)
    assert told_code(code[:-1]) is None


# The night


def test_the_night_never_walks_what_is_stored(desk: Desk) -> None:
    """Hidden folders are no part of the archive."""
    desk.hand_in(b"1")
    desk.hand_in(b"2")

    assert [f"{FOLDER}/SOP Surat.txt"] == desk.visible()
    assert 1 == len(selected([desk.archive]).inputs)


def test_a_second_version_is_one_document_that_changed(desk: Desk) -> None:
    """What it mends is told as mended, not as gone with one document and absent from another."""
    faulty = (nights.FIXTURES / "sop/date-order-label-colon.txt").read_bytes()
    good = (nights.FIXTURES / "sop/clean-label-colon.txt").read_bytes()
    desk.hand_in(faulty)
    nights.night(desk.store, nights.wish(desk.archive))
    desk.hand_in(good)
    done = nights.night(desk.store, nights.wish(desk.archive))

    with desk.store.engine.connect() as connection:
        stood = [
            row._asdict()
            for row in connection.execute(select(tables.standing).where(tables.standing.c.sort != "archive"))
        ]
        figures = connection.execute(select(tables.office_figures).order_by(tables.office_figures.c.run)).all()
    assert [(1, False), (2, False)] == [(one["run"], one["gone"]) for one in stood]
    assert [hashlib.sha256(one).hexdigest() + ".txt" for one in (faulty, good)] == [one["content"] for one in stood]
    assert 1 == len({one["document"] for one in stood})
    assert {OFFICE} == {one["office"] for one in stood}
    assert (1, True) == (figures[-1].documents, figures[-1].fixed > 0)
    assert done.run == 2


# patuh handins


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with settings, an archive and two versions of a document."""
    folder = tmp_path_factory.mktemp("portal")
    (folder / "patuh.toml").write_text('[nightly]\narchive = "arsip"\nstore = "patuh.db"\n', encoding="utf-8")
    desk = make_desk(folder)
    with desk.store:
        desk.hand_in(b"satu", "\x1b[31mSOP Surat.txt", by_name="Rina \u202eContoh")
        desk.hand_in(b"dua", "31mSOP Surat.txt")
    return folder


def test_hand_ins_are_listed(home: Path) -> None:
    """As a table, the newest first, and as JSON with all that is known."""
    told = patuh("handins", "list", cwd=home)
    whole = json.loads(patuh("handins", "list", "--last", "1", "--format", "json", cwd=home).out)

    assert (0, ["Nomor", "2", "1"]) == (told.code, [line.split()[0] for line in told.out.splitlines()])
    assert [f"{FOLDER}/31mSOP Surat.txt"] == [one["path"] for one in whole]
    assert [(2, 2, 1, "2026-03-02")] == [
        (one["number"], one["version"], one["supersedes"], one["as_of"]) for one in whole
    ]
    nobody = patuh("handins", "list", "--office", "Dinas Antah", cwd=home)
    assert "Belum ada dokumen yang diserahkan.\n" == nobody.out


def test_a_receipt_is_shown(home: Path) -> None:
    """However its code is typed; nothing in it steers the terminal."""
    code = json.loads(patuh("handins", "list", "--format", "json", cwd=home).out)[1]["receipt"]
    told = patuh("handins", "show", code.lower().replace("-", " "), cwd=home)

    assert 0 == told.code
    assert code in told.out
    assert "Rina \ufffdContoh" in told.out
    assert "\x1b" not in told.out
    wrong = patuh("handins", "show", "AAAAA", cwd=home)
    assert (3, True) == (wrong.code, "tidak ada. Periksa kodenya" in wrong.err)


def test_changed_files_are_found(home: Path) -> None:
    """Stored or published, changed or gone: each is named, and the exit code says so."""
    assert (0, "2 versi dari 1 dokumen diperiksa. Semua utuh.\n") == (
        (good := patuh("handins", "verify", cwd=home)).code,
        good.out,
    )
    name = "31mSOP Surat.txt"
    stored, published = home / "arsip/.serahan/1" / name, home / "arsip" / FOLDER / name
    for path in (stored, published):
        path.unlink()
    published.write_bytes(b"lain")
    bad = patuh("handins", "verify", "--format", "json", cwd=home)

    assert 1 == bad.code
    assert [
        (1, f".serahan/1/{name}", "berkas tidak ada"),
        (2, f"{FOLDER}/{name}", "isi berkas berbeda dari yang diserahkan"),
    ] == [(one["number"], one["path"], one["what"].partition(";")[0]) for one in bad.report["faults"]]
