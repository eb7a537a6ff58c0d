"""Which documents a command line asks for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from auditing.files import select, shown
from auditing.outputs import report_file


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small archive, the current folder being the one above it."""
    for name in ("b.txt", "a.md", "dua/z.TXT", "dua/y.markdown", "dua/gambar.svg", ".rahasia/x.txt", "dua/.~kunci.txt"):
        path = tmp_path / "arsip" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("isi", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Path("arsip")


def _shown(*paths: Path) -> list[str]:
    return [one.shown for one in select(paths).inputs]


def test_a_folder_gives_the_documents_below_it_sorted(archive: Path):
    """Recursively, by name, without hidden entries and without what no reader knows."""
    assert _shown(archive) == ["arsip/a.md", "arsip/b.txt", "arsip/dua/y.markdown", "arsip/dua/z.TXT"]


def test_what_is_passed_over_is_counted(archive: Path):
    """So that the user can be told; hidden files are no documents and do not count."""
    assert select([archive]).passed_over == 1


def test_locks_of_open_files_are_no_documents(archive: Path):
    """Word keeps one beside each file that somebody has open."""
    for name in ("rapat.docx", "~$rapat.docx", "~$data.xlsx"):
        (archive / name).write_bytes(b"x")

    assert _shown(archive)[-1] == "arsip/rapat.docx"
    assert not any("~$" in one for one in _shown(archive))


def test_paths_are_shown_as_given(archive: Path):
    """Relative stays relative, absolute absolute."""
    whole = archive.absolute() / "b.txt"

    assert _shown(archive / "b.txt") == ["arsip/b.txt"]
    assert _shown(whole) == [whole.as_posix()]


def test_a_named_file_is_tried_whatever_its_suffix(archive: Path):
    """Who names a file wants it audited, or told why not."""
    assert _shown(archive / "dua" / "gambar.svg") == ["arsip/dua/gambar.svg"]


def test_a_missing_path_stays_in_the_list(archive: Path):
    """The report will name it."""
    assert _shown(Path("tidak-ada.txt"), archive / "b.txt") == ["tidak-ada.txt", "arsip/b.txt"]


def test_the_same_file_is_audited_once(archive: Path):
    """Under the first of its paths, also when a link leads to it."""
    Path("tautan.txt").symlink_to(archive / "b.txt")

    assert _shown(archive / "b.txt", Path("./arsip/b.txt"), Path("tautan.txt")) == ["arsip/b.txt"]


def test_links_that_lead_back_end(archive: Path):
    """A folder that contains itself, and a link to itself, are no trap."""
    (archive / "dua" / "kembali").symlink_to(archive.absolute())
    (archive / "ular.txt").symlink_to("ular.txt")

    assert _shown(archive) == [
        "arsip/a.md", "arsip/b.txt", "arsip/dua/y.markdown", "arsip/dua/z.TXT", "arsip/ular.txt",
    ]  # fmt: skip


def test_a_folder_without_documents_is_named(archive: Path):
    """It is probably a mistake."""
    (archive / "kosong").mkdir()
    selection = select([archive / "kosong"])

    assert not selection.inputs
    assert selection.without_documents == ["arsip/kosong"]


def test_names_that_are_no_unicode_can_be_printed():
    """Their bytes are shown by number, so that every report is valid UTF-8."""
    assert shown(Path(os.fsdecode(b"sop-\xe9.txt"))) == r"sop-\xe9.txt"


def test_a_report_appears_whole(tmp_path: Path):
    """A run that fails leaves the report of yesterday and no rubbish."""
    report = tmp_path / "laporan.json"
    report.write_bytes(b"kemarin")

    def fail() -> None:
        with report_file(report) as stream:
            stream.write(b"separuh")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()

    assert report.read_bytes() == b"kemarin"
    assert list(tmp_path.iterdir()) == [report]


def test_a_report_replaces_the_older_one_with_its_rights(tmp_path: Path):
    """Who could read it yesterday can read it today."""
    report = tmp_path / "laporan.json"
    report.write_bytes(b"kemarin")
    report.chmod(0o640)
    with report_file(report) as stream:
        stream.write(b"hari ini")

    assert report.read_bytes() == b"hari ini"
    assert report.stat().st_mode & 0o777 == 0o640


def test_a_report_through_a_link_keeps_the_link(tmp_path: Path):
    """The file behind it is replaced."""
    (tmp_path / "link.json").symlink_to(tmp_path / "laporan.json")
    with report_file(tmp_path / "link.json") as stream:
        stream.write(b"isi")

    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "laporan.json").read_bytes() == b"isi"
