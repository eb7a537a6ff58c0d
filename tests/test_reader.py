"""Files are told by what they hold, whatever they are called."""

from __future__ import annotations

import io
import sys
import types
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readers.errors import ReadError
from readers.limits import MAX_BYTES, SheetLimits
from readers.options import ReadOptions
from readers.reader import DELIMITED, WORKBOOKS, most_bytes, read_document
from schemas.blocks import Document

CSV = b"No;Indikator;Target\n1;Nilai;80\n2;Indeks;90\n"
PAGE = b"<html><body><table><tr><td>No<td>Nilai</tr></table></body></html>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def packed(*parts: str, mimetype: str = "") -> bytes:
    """A packed file of empty parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        if mimetype:
            file.writestr("mimetype", mimetype)
        for part in parts:
            file.writestr(part, "")
    return stream.getvalue()


def stream_of(name: str) -> bytes:
    """A file of Office 97-2003 with such a stream."""
    return OLE + name.encode("utf-16-le").ljust(64, b"\0") + bytes(64)


XLSX = packed("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml")
ODS = packed("content.xml", mimetype="application/vnd.oasis.opendocument.spreadsheet")


@pytest.fixture(autouse=True)
def workbooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only who is asked to read a workbook is looked at here."""

    def read_workbook(data: bytes, *, name: str, limits: SheetLimits) -> Document:
        return Document.model_construct(sha256="", bytes=len(data), media="workbook", blocks=())

    module = types.ModuleType("readers.spreadsheet")
    module.read_workbook = read_workbook  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "readers.spreadsheet", module)


def failure(data: bytes, name: str) -> ReadError:
    """The error that a file gives."""
    with pytest.raises(ReadError) as caught:
        read_document(data, name=name)
    return caught.value


@pytest.mark.parametrize(
    ("data", "name", "media"),
    [
        pytest.param(XLSX, "a.xlsx", "workbook", id="xlsx"),
        pytest.param(XLSX, "a.csv", "workbook", id="xlsx-called-csv"),
        pytest.param(XLSX, "a.txt", "workbook", id="xlsx-called-txt"),
        pytest.param(packed("xl\\workbook.xml"), "a.xlsx", "workbook", id="xlsx-of-another-slash"),
        pytest.param(packed("xl/workbook.xml", "word/document.xml"), "a.xlsx", "workbook", id="xlsx-with-docx-inside"),
        pytest.param(ODS, "a.xlsx", "workbook", id="ods-called-xlsx"),
        pytest.param(XLSX[:-9], "a.xlsx", "workbook", id="damaged-is-for-its-reader-to-say"),
        pytest.param(stream_of("Workbook"), "a.xls", "workbook", id="xls"),
        pytest.param(stream_of("Book"), "a", "workbook", id="xls-of-excel-5"),
        pytest.param(stream_of("Workbook") + stream_of("WordDocument"), "a.xls", "workbook", id="xls-with-doc-inside"),
        pytest.param(CSV, "a.csv", "text/csv", id="csv"),
        pytest.param(CSV.replace(b";", b"\t"), "a.TSV", "text/csv", id="tsv"),
        pytest.param(CSV.replace(b";", b"\t"), "a.xls", "text/csv", id="tabs-called-xls"),
        pytest.param(PAGE, "a.xls", "text/html", id="page-called-xls"),
        pytest.param(PAGE, "a.csv", "text/html", id="page-called-csv"),
        pytest.param("\ufeff".encode() + b"\r\n <!-- x -->" + PAGE, "a.xlsx", "text/html", id="page-after-blanks"),
        pytest.param(PAGE.decode().encode("utf-16"), "a.xls", "text/html", id="page-in-utf-16"),
        pytest.param(b"Laporan<br>" + PAGE, "a.xls", "text/html", id="page-after-words"),
        pytest.param(b"No;Isi\n1;pakai <table> di web\n", "a.csv", "text/csv", id="csv-about-html"),
        pytest.param(PAGE, "a.txt", "text/plain", id="page-called-txt"),
        pytest.param(b"No\tKegiatan\tPelaksana\n" * 9, "a.txt", "text/plain", id="tabs-called-txt"),
        pytest.param(b"a;b;c;d\n" * 5, "a.txt", "text/csv", id="semicolons-called-txt"),
        pytest.param(b"a;b;c;d\n" * 5, "a.md", "text/markdown", id="semicolons-called-md"),
        pytest.param(b"a;b;c;d\n" * 4 + b"e;f\n", "a.txt", "text/plain", id="semicolons-not-alike"),
        pytest.param(b"Tugas; fungsi;\n" * 9, "a.txt", "text/plain", id="list-that-ends-in-semicolons"),
        pytest.param(b"a,b,c,d\n" * 9, "a.dat", "text/plain", id="commas-of-words"),
    ],
)
def test_content_decides(data: bytes, name: str, media: str):
    """The name only tells data from running text."""
    assert read_document(data, name=name).media == media


@pytest.mark.parametrize(
    ("data", "name", "code", "words"),
    [
        pytest.param(packed("word/document.xml"), "a.docx", "damaged", "dibaca sebagai dokumen Word", id="docx"),
        pytest.param(packed("word/document.xml", "word/embeddings/xl.xlsx"), "a.xlsx", "damaged",
                     "dibaca sebagai dokumen Word", id="docx-called-xlsx"),
        pytest.param(packed("ppt/slides.xml"), "a.pptx", "unsupported", "PPTX", id="pptx"),
        pytest.param(packed("xl/workbook.bin"), "a.xlsb", "unsupported", "simpan ulang sebagai .xlsx", id="xlsb"),
        pytest.param(packed(mimetype="application/vnd.oasis.opendocument.graphics"), "a.odg", "unsupported", "graphics",
                     id="odg"),
        pytest.param(packed("a.txt", "b.txt"), "a.zip", "archive", "arsip di dalam arsip", id="zip"),
        pytest.param(packed("a.txt", "b.txt"), "a.docx", "archive", "akhiran nama selain .zip", id="zip-called-docx"),
        pytest.param(packed("a.txt", "b.txt")[:-9], "a.zip", "damaged", "terpotong", id="broken-zip"),
        pytest.param(packed(), "a.zip", "empty", "tanpa dokumen", id="empty-zip"),
        pytest.param(b"PK\x03\x04" + bytes(99), "a.txt", "binary", "bukan berkas teks", id="no-zip"),
        pytest.param(stream_of("EncryptedPackage"), "a.xlsx", "password", "kata sandi", id="locked"),
        pytest.param(stream_of("x"), "a.txt", "binary", "DOC/XLS", id="other-ole"),
        pytest.param(b"%PDF-1.7\n", "a.docx", "damaged", "PDF", id="pdf-called-docx"),
        pytest.param(b"PK\x03\x04" + bytes(99), "a.docx", "damaged", "dokumen Word", id="broken-docx"),
        pytest.param(b"%PDF-1.7\n", "a.xlsx", "damaged", "PDF", id="pdf"),
        pytest.param(b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook/>', "a.xls",
                     "old-xml", "simpan ulang sebagai .xlsx", id="excel-2003"),
        pytest.param(b"<html><body>", "a.xls", "empty", "tidak berisi data", id="page-of-nothing"),
        pytest.param(b"", "a.csv", "empty", "tidak berisi data", id="nothing"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(99), "a.xls", "damaged", "gambar", id="picture"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_named(data: bytes, name: str, code: str, words: str):
    """With what to do."""
    error = failure(data, name)

    assert error.code == code
    assert words in error.message
    assert "impan" in error.message or "Pastikan" in error.message


@pytest.mark.parametrize(
    ("head", "name", "most", "setting"),
    [
        (XLSX[:8], "a.txt", SheetLimits.workbook_bytes, "workbook_bytes"),
        (OLE[:8], "a", SheetLimits.workbook_bytes, "workbook_bytes"),
        (b"No;Indi", "a.CSV", SheetLimits.csv_bytes, "csv_bytes"),
        (b"No\tIndi", "a.xls", SheetLimits.csv_bytes, "csv_bytes"),
        (b"SOP", "a.txt", MAX_BYTES, None),
    ],
)
def test_the_size_allowed_is_that_of_the_kind(head: bytes, name: str, most: int, setting: str | None):
    """So that what is too large is never read."""
    names = {"workbook_bytes": SheetLimits().workbook_bytes, "csv_bytes": SheetLimits().csv_bytes}
    assert most_bytes(head, name, ReadOptions()) == (names.get(setting or "", MAX_BYTES), setting)


@settings(deadline=None, max_examples=200)
@given(
    st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", OLE, b"<table>", b"<html>", XLSX[:60], XLSX[60:], ODS]),
    st.binary(max_size=200),
    st.sampled_from([*sorted(WORKBOOKS | DELIMITED), ".txt", ".xml", ""]),
)
def test_any_bytes_give_a_document_or_a_read_error(begin: bytes, rest: bytes, suffix: str):
    """Under any name."""
    try:
        found: Document | ReadError = read_document(begin + rest, name=f"a{suffix}")
    except ReadError as error:
        found = error

    assert isinstance(found, Document) or (found.code and found.message)
