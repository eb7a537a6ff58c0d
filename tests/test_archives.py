"""ZIP archives of documents: opened like folders, and what cannot be taken costs one entry or one archive."""

from __future__ import annotations

import contextlib
import hashlib
import io
import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditing.files import Input, select
from readers.archive import Member, refusal
from readers.archive_directory import ArchiveError, entries
from readers.archive_limits import ArchiveLimits
from readers.errors import ReadError
from tests.archives import archive, changed, large, link, locked, overlapping, renamed
from tests.program import CLEAN, patuh
from tests.word_files import docx, p

SOP = CLEAN.read_bytes()
TWO = archive(("b.txt", "dua"), ("a.txt", "satu"))
SIZE, PACKED, CHECKSUM, METHOD, HEADER = (24, "L"), (20, "L"), (16, "L"), (10, "H"), (42, "L")


def chosen(tmp_path: Path, data: bytes, **limits: int) -> list[Input]:
    """What an archive gives to audit."""
    path = tmp_path / "arsip.zip"
    path.write_bytes(data)
    return list(select([path], ArchiveLimits(**limits)).inputs)


def names(inputs: list[Input]) -> list[str]:
    """Paths in the archive."""
    return [one.inside.name if one.inside else one.path.name for one in inputs]


def read(one: Input, **limits: int) -> bytes:
    """What is read of it."""
    assert one.inside is not None
    with one.path.open("rb") as stream:
        inside = one.inside
        return Member(stream, inside.place, inside.fault, inside.file, ArchiveLimits(**limits)).read()


def failure(one: Input, **limits: int) -> str:
    """The code of why nothing is read of it."""
    with pytest.raises(ReadError) as caught:
        read(one, **limits)
    assert caught.value.message.endswith(".")
    return caught.value.code


# As folders


def test_an_archive_is_a_folder(tmp_path: Path):
    """Sorted likewise, without hidden entries, other kinds counted."""
    files = (
        "b.txt",
        "a/z.txt",
        "a/y/x.MD",
        "a.pdf",
        ".git/x.txt",
        "__MACOSX/._b.txt",
        "~$b.docx",
        "c.exe",
        "Thumbs.db",
    )
    path = tmp_path / "arsip.ZIP"
    path.write_bytes(archive(("a/", b""), *((name, b"x") for name in files)))
    selection = select([path])

    assert [one.shown for one in selection.inputs] == [
        f"{path.as_posix()}/{name}" for name in ("a/y/x.MD", "a/z.txt", "a.pdf", "b.txt")
    ]
    assert (selection.passed_over, selection.without_documents) == (2, [])


def test_archives_in_folders_are_opened(tmp_path: Path):
    """At their place in the order; the same archive is opened once."""
    (tmp_path / "b.zip").write_bytes(TWO)
    (tmp_path / "a.txt").write_bytes(SOP)
    (tmp_path / "c.txt").write_bytes(SOP)

    shown = [one.shown.removeprefix(f"{tmp_path.as_posix()}/") for one in select([tmp_path, tmp_path / "b.zip"]).inputs]
    assert shown == ["a.txt", "b.zip/a.txt", "b.zip/b.txt", "c.txt"]


def test_an_archive_without_documents(tmp_path: Path):
    """Is told when it is named, like a folder; one without anything is an input that its worker refuses."""
    (tmp_path / "foto.zip").write_bytes(archive(("a.exe", b"x")))
    (tmp_path / "kosong.zip").write_bytes(archive())
    selection = select([tmp_path / "foto.zip", tmp_path / "kosong.zip"])

    assert [Path(one).name for one in selection.without_documents] == ["foto.zip"]
    assert [one.path.name for one in selection.inputs] == ["kosong.zip"]


def test_its_documents_are_audited(tmp_path: Path):
    """Each as if it lay in a folder, with the digest of its own bytes; what is damaged costs itself."""
    files = [
        ("sop/baik.txt", SOP),
        ("sop/word.zip", docx(p("Satu"))),
        ("rusak.docx", b"PK\x03\x04"),
        ("dalam.zip", TWO),
    ]
    (tmp_path / "arsip.zip").write_bytes(archive(*files))
    (tmp_path / "baik.txt").write_bytes(SOP)
    done = patuh("check", "arsip.zip", "baik.txt", "--format", "json", cwd=tmp_path)
    reports = {one["path"]: one for one in done.report["documents"]}
    inside, outside = reports["arsip.zip/sop/baik.txt"], reports["baik.txt"]

    assert done.code == 4
    assert list(reports) == [
        "arsip.zip/dalam.zip", "arsip.zip/rusak.docx", "arsip.zip/sop/baik.txt", "arsip.zip/sop/word.zip", "baik.txt",
    ]  # fmt: skip
    assert {path: [error["code"] for error in one["errors"]] for path, one in reports.items() if one["errors"]} == {
        "arsip.zip/dalam.zip": ["archive"], "arsip.zip/rusak.docx": ["damaged"],
    }  # fmt: skip
    assert inside == {**outside, "path": inside["path"]}
    assert inside["sha256"] == hashlib.sha256(SOP).hexdigest()
    assert reports["arsip.zip/sop/word.zip"]["media"].endswith("wordprocessingml.document")


def test_an_office_file_called_zip_is_read(tmp_path: Path):
    """Its content tells."""
    assert [one.inside for one in chosen(tmp_path, docx(p("Satu")))] == [None]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_what_was_packed_is_read(tmp_path: Path, method: int):
    """Of any length."""
    noise = random.Random(4).randbytes(300_000)
    files = [("a.txt", b""), ("b.txt", b"x" * 1_000_000), ("c.txt", noise)]

    assert [read(one) for one in chosen(tmp_path, archive(*files, method=method))] == [data for _, data in files]


def test_archives_of_more_than_4_gigabytes_have_another_end(tmp_path: Path):
    """Some programs always write it."""
    assert [read(one) for one in chosen(tmp_path, large(TWO))] == [b"satu", b"dua"]


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        pytest.param("sop é.txt".encode(), "sop é.txt", id="utf-8"),
        pytest.param("sop é.txt".encode("cp437"), "sop é.txt", id="cp437"),
        pytest.param(b"sop\\a.txt", "sop/a.txt", id="slashes-of-windows"),
    ],
)
def test_names_of_old_programs(tmp_path: Path, raw: bytes, name: str):
    """Which do not say how they are written."""
    plain = "x" * (len(raw) - 4) + ".txt"
    data = renamed(archive((plain, "isi")), plain.encode(), raw)

    assert names(chosen(tmp_path, data)) == [name]


# Refused


@pytest.mark.parametrize(
    ("data", "limits", "expected"),
    [
        pytest.param(locked(TWO), {}, ["password", "password"], id="locked"),
        pytest.param(archive(("../a.txt", "x"), ("b.txt", "y")), {}, ["unsafe-name", ""], id="goes-up"),
        pytest.param(archive(("/etc/a.txt", "x")), {}, ["unsafe-name"], id="absolute"),
        pytest.param(archive(("C:\\a.txt", "x")), {}, ["unsafe-name"], id="drive"),
        pytest.param(renamed(archive(("ab.txt", "x")), b"ab.txt", b"a\0.txt"), {}, ["unsafe-name"], id="nul"),
        pytest.param(archive(("a\u202etxt.md", "x")), {}, ["unsafe-name"], id="turned-writing"),
        pytest.param(renamed(TWO, b"b.txt", b"a.txt"), {}, ["", "duplicate"], id="twice"),
        pytest.param(link("a.txt", "/etc/passwd"), {}, ["link"], id="link"),
        pytest.param(archive(("a.txt", bytes(20_000_000))), {}, ["unpacks-too-large"], id="swells"),
        pytest.param(TWO, {"entry_bytes": 3}, ["too-large", ""], id="too-large"),
        pytest.param(changed(TWO, *METHOD, 99), {}, ["unsupported"] * 2, id="packed-otherwise"),
        pytest.param(overlapping(b"x" * 50, 3), {}, ["", "damaged", "damaged"], id="overlapping"),
        pytest.param(changed(TWO, *CHECKSUM, 7), {}, ["damaged"] * 2, id="other-content"),
        pytest.param(changed(TWO, *SIZE, 2), {}, ["damaged"] * 2, id="more-than-said"),
        pytest.param(changed(TWO, *SIZE, 2000), {}, ["damaged"] * 2, id="less-than-said"),
        pytest.param(changed(TWO, *PACKED, 3), {}, ["damaged"] * 2, id="cut-off"),
        pytest.param(changed(TWO, *HEADER, 3, which=1), {}, ["damaged", ""], id="begins-elsewhere"),
    ],
)
def test_what_is_refused_costs_itself(tmp_path: Path, data: bytes, limits: dict[str, int], expected: list[str]):
    """Named; what can be read is read."""
    found = chosen(tmp_path, data, **limits)

    assert len(found) == len(expected)
    assert [
        failure(one, **limits) if code else read(one) and "" for one, code in zip(found, expected, strict=True)
    ] == expected


@pytest.mark.parametrize(
    ("data", "limits", "code"),
    [
        pytest.param(TWO, {"bytes": 100}, "too-large", id="large"),
        pytest.param(TWO, {"entries": 1}, "too-many-entries", id="entries"),
        pytest.param(TWO, {"unpacked_bytes": 6}, "unpacks-too-large", id="unpacked"),
        pytest.param(TWO[:-1], {}, "damaged", id="cut-off"),
        pytest.param(b"PK\x03\x04" + bytes(99), {}, "damaged", id="no-directory"),
        pytest.param(TWO.replace(b"PK\x01\x02", b"PK\x01\x03", 1), {}, "damaged", id="broken-directory"),
        pytest.param(archive(), {}, "empty", id="nothing"),
        pytest.param(TWO, {}, "archive", id="elsewhere"),
    ],
)
def test_an_archive_that_cannot_be_taken(data: bytes, limits: dict[str, int], code: str):
    """Is refused as one file."""
    error = refusal(io.BytesIO(data), len(data), "a.zip", ArchiveLimits(**limits))

    assert error is not None
    assert (error.code, "a.zip" in error.message, error.message.endswith(".")) == (code, True, True)


def test_limits_of_archives_are_settings(tmp_path: Path):
    """And an archive over one of them is named; here nothing else is audited."""
    (tmp_path / "arsip.zip").write_bytes(TWO)
    (tmp_path / "patuh.toml").write_text("[limits]\narchive_entries = 1\n")
    done = patuh("check", "arsip.zip", "--format", "json", cwd=tmp_path)
    [report] = done.report["documents"]

    assert (done.code, report["path"]) == (3, "arsip.zip")
    assert [error["code"] for error in report["errors"]] == ["too-many-entries"]


@settings(deadline=None, max_examples=300)
@given(st.integers(0, len(TWO) - 1), st.binary(min_size=1, max_size=8))
def test_broken_bytes_never_break_the_main_process(at: int, junk: bytes):
    """It sees every archive before any worker does."""
    data = TWO[:at] + junk + TWO[at + len(junk) :]
    try:
        found = entries(io.BytesIO(data), len(data), ArchiveLimits()) or []
    except ArchiveError:
        return
    for one in found:
        with contextlib.suppress(ReadError):
            member = Member(io.BytesIO(data), one.place, one.fault, one.name, ArchiveLimits())
            assert len(member.read()) == member.size
