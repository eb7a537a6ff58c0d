"""Whatever is handed to patuh as data: one clear message, the documented exit code, and the other documents audited."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.program import CLEAN, patuh

MB = 1024 * 1024
SECONDS = 60
"""No case may take longer, on however slow a machine."""
ROW = b"1;Indeks Kepuasan Masyarakat;Indeks;85,5\n"

REFUSED: dict[str, tuple[str, Callable[[], bytes], str, str]] = {
    "empty": ("buruk.csv", lambda: b"", "empty", "tidak berisi data"),
    "only-separators": ("buruk.csv", lambda: b";;;;\n" * 1000, "empty", "tidak berisi data"),
    "binary": ("buruk.csv", lambda: bytes(range(256)) * 64, "binary", "bukan berkas teks"),
    "encoding": ("buruk.csv", lambda: b"\xff\xfeN\0o\0;\0" + b"\x00\xd8" * 9, "encoding", "UTF-16"),
    "unclosed-quote": ("buruk.csv", lambda: ROW * 50 + b'2;"Nilai;90\n' + ROW * 9000, "unclosed-quote", "baris 51"),
    "columns": ("buruk.csv", lambda: ROW + b"a;" * 16_384 + b"\n", "too-many-columns", "Baris 2"),
    "far-cell": ("buruk.csv", lambda: b";" * 600 + b"x\n", "too-many-columns", "batas 512"),
    "long-line": ("buruk.csv", lambda: ROW + b"kata " * (2 * MB), "line-too-long", "Baris 2"),
    "rows": ("buruk.csv", lambda: b"1;2\n" * 1_100_000, "too-many-rows", "1048576 baris"),
    "empty-page": ("buruk.xls", lambda: b"<html><body></body></html>", "empty", "tidak berisi data"),
    "page-of-rows": ("buruk.xls", lambda: b"<table>" + b"<tr><td>a" * 110_000, "too-many-rows", "100000 baris tabel"),
    "page-of-spans": ("buruk.xls", lambda: b"<table><tr>" + b"<td rowspan=200 colspan=200>x" * 90 + b"<tr><td>" * 99,
                      "too-many-cells", "sel tabel"),
    "page-of-columns": ("buruk.xls", lambda: b"<table><tr>" + b"<td>a" * 600, "too-many-columns", "batas 512"),
    "excel-2003": ("buruk.xls", lambda: b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
                   "old-xml", "simpan ulang sebagai .xlsx"),
    "picture": ("buruk.xlsx", lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), "damaged", "PNG"),
    "pdf": ("buruk.xlsx", lambda: b"%PDF-1.7\n" + b"x" * 99, "damaged", "PDF"),
}  # fmt: skip
"""Name -> file, content, error code, and words of the message."""

READ: dict[str, tuple[str, bytes]] = {
    "ragged": ("aneh.csv", b"No;Nama\n1;a;b;c\n\n2\n;;;;\n" + ROW * 9),
    "huge-numbers": ("aneh.csv", b"No;Indikator;Target;Realisasi\n1;Nilai;1e400;-1E+999999999\n" * 9),
    "formulas": ("aneh.csv", b"=cmd|' /C calc'!A0;@SUM(1)\n" * 9),
    "nul-bytes": ("aneh.csv", ROW + b"2;Nila\0i;x;1\n" + ROW * 500),
    "blank-columns": ("aneh.csv", (b"a;b" + b";" * 16_380 + b"\n") * 200),
    "half-characters": ("aneh.csv", "No;\udc81\n".encode("utf-8", "surrogatepass") * 50 + ROW * 50),
    "returns-of-all-kinds": ("aneh.csv", b'a;b\rc;d\r\ne;f\n\r"g\rh";i'),
    "deep-tables": ("aneh.xls", b"<table><tr><td>" * 60_000),
    "deep-markup": ("aneh.xls", b"<table><tr><td>" + b"<div><p><li>" * 60_000),
    "open-comments": ("aneh.xls", b"<table><tr><td>x" + b"<!--" * 100_000),
    "entities": ("aneh.xls", b"<!DOCTYPE x [<!ENTITY a 'b'>]><table><tr><td>" + b"&a;&#0;&#x110000;" * 30_000),
}
"""May be read or refused, but neither crash nor take long."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good document."""
    (tmp_path / "zbaik.txt").write_bytes(CLEAN.read_bytes())
    return tmp_path


@pytest.mark.parametrize("name", REFUSED)
def test_a_bad_file_is_named_and_the_others_are_audited(folder: Path, name: str):
    """Exit code 4, one message with path, reason and what to do, and no traceback."""
    file, content, code, words = REFUSED[name]
    (folder / file).write_bytes(content())
    began = time.monotonic()
    done = patuh("check", ".", "--format", "json", cwd=folder)
    bad, good = done.report["documents"]
    told = [line for line in done.err.splitlines() if f"{file}: " in line]

    assert done.code == 4
    assert (good["path"], good["verdict"], good["errors"]) == ("zbaik.txt", "layak", [])
    assert [error["code"] for error in bad["errors"]] == [code]
    assert len(told) == 1
    assert words in told[0]
    assert any(advice in told[0] for advice in ("impan", "Pecah", "Pastikan", "Hapus", "Perbaiki"))
    assert "Traceback" not in done.err
    assert time.monotonic() - began < SECONDS


@pytest.mark.parametrize("name", READ)
def test_odd_data_costs_neither_time_nor_the_others(folder: Path, name: str):
    """It is read as far as it can be, or refused with a message."""
    file, content = READ[name]
    (folder / file).write_bytes(content)
    began = time.monotonic()
    done = patuh("check", ".", "--format", "json", "--fail-on", "never", cwd=folder)
    odd, good = done.report["documents"]

    assert done.code == (4 if odd["errors"] else 0)
    assert {error["code"] for error in odd["errors"]}.isdisjoint({"internal", "worker-died", "timeout", "memory"})
    assert good["verdict"] == "layak"
    assert time.monotonic() - began < SECONDS


TOO_LARGE = {
    "besar.csv": (b"No;Nama\n", "256 MB). Pecah data menjadi beberapa berkas, atau naikkan csv_bytes pada [limits]"),
    "besar.xlsx": (
        b"PK\x03\x04",
        "64 MB). Pecah data menjadi beberapa berkas, atau naikkan workbook_bytes pada [limits]",
    ),
    "besar.txt": (b"SOP", "16 MB). Pecah menjadi satu SOP per berkas."),
}
"""File -> its first bytes, and words of the message."""


@pytest.mark.parametrize("file", TOO_LARGE)
def test_a_file_beyond_its_limit_is_not_read(folder: Path, file: str):
    """Its size is told at once, with what to do about a file of its kind."""
    begin, told = TOO_LARGE[file]
    with (folder / file).open("wb") as stream:
        stream.write(begin)
        stream.truncate(300 * MB)
    began = time.monotonic()
    done = patuh("check", ".", "--format", "json", cwd=folder)

    assert done.code == 4
    assert f"Berkas berukuran 300 MB (batas {told}" in done.err
    assert done.report["documents"][0]["sha256"] is None
    assert time.monotonic() - began < SECONDS


def test_too_little_memory_is_an_error_of_the_document(folder: Path):
    """With the setting to raise; the next document is audited by a new worker."""
    (folder / "patuh.toml").write_text("[limits]\nworker_memory_mb = 512\n", encoding="utf-8")
    rows = b"".join(
        b"%d;%d;%d;%d;%d;%d\n" % (n, n + 10**9, n + 2 * 10**9, n * 3, n * 5, n * 7) for n in range(1_000_000)
    )
    (folder / "besar.csv").write_bytes(rows)
    done = patuh("check", ".", "--format", "json", cwd=folder)
    big, good = done.report["documents"]

    assert [error["code"] for error in big["errors"]] == ["memory"]
    assert "naikkan worker_memory_mb pada [limits]" in big["errors"][0]["message"]
    assert good["verdict"] == "layak"
    assert done.code == 4


def test_a_bad_file_alone_is_exit_code_3(tmp_path: Path):
    """Nothing could be audited."""
    (tmp_path / "buruk.csv").write_bytes(b'a;b\nc;"d\n')

    assert patuh("check", "buruk.csv", cwd=tmp_path).code == 3
    assert patuh("extract", "buruk.csv", cwd=tmp_path).code == 3


def test_notices_of_reading_stand_in_the_report(folder: Path):
    """A NIP whose digits are lost, in a file that is no SOP."""
    (folder / "a.csv").write_bytes(b"Nama;NIP\nBudi;1.98001022005011E+017\n")
    done = patuh("check", "a.csv", "--format", "json", cwd=folder)
    (notice,) = done.report["documents"][0]["notices"]

    assert done.code == 0
    assert notice["code"] == "digits-lost"
    assert notice["evidence"][0]["cell"] == "B2"
