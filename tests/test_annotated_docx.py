"""Copies of Word files with comments: at which words they stand, and what stays as it was."""

from __future__ import annotations

import datetime as dt
import io
import subprocess
import zipfile

import docx as python_docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from annotating.docx import annotated_docx
from annotating.notes import CopySpec, Note
from readers.docx import read_docx
from readers.errors import ReadError
from readers.limits import SheetLimits
from schemas.blocks import Document, Piece, Table
from schemas.evidence import Evidence
from schemas.report import Severity
from tests.system_programs import needs
from tests.word_files import W, docx, p, r, shape
from tests.word_files import cell as w_cell
from tests.word_files import table as w_table

SPEC = CopySpec("sop.docx", dt.date(2025, 3, 4))
CHANGED = {"word/document.xml", "word/comments1.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}


def _written() -> bytes:
    """A file by python-docx: a heading, a paragraph of several runs, a table with merged cells, a picture's worth."""
    document = python_docx.Document()
    document.add_heading("Dasar Hukum", level=1)
    paragraph = document.add_paragraph("Undang-Undang Nomor 23 Tahun 2014 ")
    paragraph.add_run("sebagaimana telah dirubah ").bold = True
    paragraph.add_run("beberapa kali & <terakhir> dirubah lagi")
    grid = document.add_table(rows=3, cols=3)
    grid.cell(0, 0).merge(grid.cell(1, 0)).text = "Nomor SOP"
    grid.cell(0, 1).text = "065/12/2025"
    grid.cell(2, 1).text = "Camat\nKepala Seksi"
    document.add_paragraph("CAMAT TAMAN SELASIH")
    document.sections[0].header.paragraphs[0].text = "Kecamatan Taman Selasih"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _read(data: bytes) -> Document:
    return read_docx(data, name="sop.docx")


def _pieces(document: Document) -> list[Piece]:
    found: list[Piece] = []
    for block in document.blocks:
        if isinstance(block, Table):
            found += [piece for row in block.rows for one in row.cells for piece in one.pieces]
        else:
            found += block.pieces
    return found


def _at(data: bytes, words: str, *, times: int = 1) -> Evidence:
    """The place that a finding about the words would name."""
    piece = next(piece for piece in _pieces(_read(data)) if words in piece.text)
    start = -1
    for _ in range(times):
        start = piece.text.index(words, start + 1)
    return Evidence(words, line=piece.line, column=piece.column + start, cell=piece.cell)


def _note(place: Evidence | None, number: int = 1) -> Note:
    return Note(f"NIP-0{number} · Mayor", ("Kondisi: <salah> & 'kurang'.",), Severity.MAJOR, place, number)


def _copy(data: bytes, *notes: Note) -> bytes:
    return annotated_docx(data, notes, SPEC, SheetLimits())


def _commented(data: bytes) -> dict[str, str]:
    """The words within the range of each comment, by its first line."""
    parts = _parts(data)
    body = parse_xml(parts["word/document.xml"])
    name = next(name for name in parts if name.startswith("word/comments"))
    found: dict[str, str] = {}
    for comment in parse_xml(parts[name]):
        number = comment.get(qn("w:id"))
        words, within = "", False
        for element in body.iter():
            if element.tag == qn("w:commentRangeStart") and element.get(qn("w:id")) == number:
                within = True
            elif element.tag == qn("w:commentRangeEnd") and element.get(qn("w:id")) == number:
                within = False
            elif within and element.tag == qn("w:t"):
                words += element.text or ""
        assert [number] == [
            one.get(qn("w:id")) for one in body.iter(qn("w:commentReference")) if one.get(qn("w:id")) == number
        ]
        found["".join(one.text for one in comment[0].iter(qn("w:t")))] = words
    return found


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Dasar Hukum", id="heading"),
        pytest.param("dirubah", id="within-a-run"),
        pytest.param("Nomor 23 Tahun 2014 sebagaimana", id="over-two-runs"),
        pytest.param("& <terakhir>", id="characters-of-mark-up"),
        pytest.param("Nomor SOP", id="merged-cell"),
        pytest.param("Kepala Seksi", id="second-paragraph-of-a-cell"),
        pytest.param("CAMAT TAMAN SELASIH", id="after-the-table"),
    ],
)
def test_a_comment_stands_at_the_quoted_words(words: str):
    """Its range holds these words and no others."""
    data = _written()

    assert {"NIP-01 · Mayor": words} == _commented(_copy(data, _note(_at(data, words))))


def test_the_second_of_the_same_words_is_found_by_its_column():
    """A paragraph may hold the quoted words twice."""
    data = _written()
    copy = _copy(data, _note(_at(data, "dirubah", times=2)))
    body = _parts(copy)["word/document.xml"].decode()

    assert body.index("commentRangeStart") > body.index("terakhir")
    assert {"NIP-01 · Mayor": "dirubah"} == _commented(copy)


def test_ranges_may_cross():
    """Three comments on overlapping words of one run: each has its own words, and the text stays the same."""
    data = _written()
    wanted = ["Undang-Undang Nomor 23", "Nomor 23 Tahun", "Nomor 23"]

    copy = _copy(data, *(_note(_at(data, words), number) for number, words in enumerate(wanted)))

    assert wanted == list(_commented(copy).values())
    assert [piece.text for piece in _pieces(_read(data))] == [piece.text for piece in _pieces(_read(copy))]


def test_the_copy_reads_as_the_original():
    """Comments change no block and no place; that there are some is said."""
    data = _written()
    pieces = [piece for piece in _pieces(_read(data)) if piece.text]

    copy = _copy(data, *(_note(Evidence(piece.text[3:9], line=piece.line), at) for at, piece in enumerate(pieces)))

    before, after = _read(data), _read(copy)
    assert before.blocks == after.blocks
    assert [(one.code, one.message) for one in after.notices] == [
        ("parts-not-read", f"Bagian ini tidak dibaca: {len(pieces)} komentar.")
    ]
    assert len(_commented(copy)) == len(pieces)


def test_all_other_parts_stay_byte_by_byte():
    """And those that change keep their own bytes around what is new."""
    data = _written()
    before, after = _parts(data), _parts(_copy(data, _note(_at(data, "Dasar Hukum"))))

    assert set(after) == set(before) | CHANGED
    assert {name for name in before if before[name] != after[name]} == CHANGED - {"word/comments1.xml"}
    start, end = before["word/document.xml"].split(b"<w:r><w:t>Dasar Hukum</w:t></w:r>")
    assert after["word/document.xml"].startswith(start)
    assert after["word/document.xml"].endswith(end)


def test_the_same_file_gives_the_same_bytes():
    """The clock of the machine stands nowhere in a copy."""
    data = _written()

    assert len({_copy(data, _note(_at(data, "Dasar Hukum"))) for _ in range(3)}) == 1


def test_a_comment_says_who_when_and_what():
    """Author, day of judgement, and the words as they are."""
    data = _written()
    document = python_docx.Document(io.BytesIO(_copy(data, _note(_at(data, "Dasar Hukum")))))
    (comment,) = document.comments

    assert ("patuh", "pt", dt.datetime(2025, 3, 4, tzinfo=dt.UTC)) == (
        comment.author,
        comment.initials,
        comment.timestamp,
    )
    assert [one.text for one in comment.paragraphs] == ["NIP-01 · Mayor", "Kondisi: <salah> & 'kurang'."]


def test_comments_that_are_there_stay():
    """New ones get numbers of their own, in the part that is there."""
    data = _written()
    document = python_docx.Document(io.BytesIO(data))
    document.add_comment(document.paragraphs[1].runs[0], text="Sudah dibahas", author="Rani", initials="R")
    stream = io.BytesIO()
    document.save(stream)

    copy = _copy(stream.getvalue(), _note(_at(stream.getvalue(), "Dasar Hukum")))

    assert {"Sudah dibahas": "Undang-Undang Nomor 23 Tahun 2014 ", "NIP-01 · Mayor": "Dasar Hukum"} == _commented(copy)
    assert "word/comments1.xml" not in _parts(copy)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        pytest.param(None, "Tidak ada tempat khusus", id="no-place"),
        pytest.param(Evidence("x", line=9_999, cell="paragraf 9999"), "Letak: paragraf 9999", id="unknown-line"),
    ],
)
def test_what_has_no_place_stands_at_the_first_paragraph(place: Evidence | None, said: str):
    """And says so."""
    copy = _copy(_written(), _note(place))

    assert {"NIP-01 · Mayor": "Dasar Hukum"} == _commented(copy)
    assert said in _parts(copy)["word/comments1.xml"].decode()


def test_a_finding_in_a_header_stands_at_the_first_paragraph():
    """No word processor takes comments in headers."""
    data = _written()

    copy = _copy(data, _note(_at(data, "Kecamatan Taman Selasih")))

    assert {"NIP-01 · Mayor": "Dasar Hukum"} == _commented(copy)
    assert "Letak: kepala halaman" in _parts(copy)["word/comments1.xml"].decode()


def test_a_text_box_is_commented_where_it_hangs():
    """Comments may not stand in text boxes: the paragraph that holds the drawing bears it."""
    data = docx(p(r("Pengantar")) + p(r("Disahkan oleh"), shape("rect", "CAMAT TAMAN SELASIH")) + p(r("Penutup")))

    copy = _copy(data, _note(_at(data, "CAMAT TAMAN SELASIH")))
    body = _parts(copy)["word/document.xml"].decode()

    start, end = body.index("commentRangeStart"), body.index("commentRangeEnd")
    assert body.index("Pengantar") < start < body.index("txbxContent") < end < body.index("Penutup")
    assert "commentRange" not in body[body.index("<w:txbxContent") : body.index("</w:txbxContent")]


@pytest.mark.parametrize(
    "empty", ["<w:p/>", "<w:p><w:pPr><w:jc w:val='left'/></w:pPr></w:p>"], ids=["tag", "properties"]
)
def test_an_empty_cell_can_be_commented(empty: str):
    """The finding is that nothing stands there."""
    data = docx(w_table((w_cell(p(r("Nomor"))), f"<w:tc>{empty}</w:tc>")) + p(r("Penutup")))
    copy = _copy(data, _note(Evidence("", line=2, cell="tabel 1, baris 1, kolom 2")))
    cells = list(parse_xml(_parts(copy)["word/document.xml"]).iter(qn("w:tc")))

    assert [0, 1] == [sum(1 for _ in one.iter(qn("w:commentRangeStart"))) for one in cells]


def test_what_cannot_be_cut_is_commented_as_a_whole():
    """A link, an insertion, a run with a picture: the comment begins before it and ends after it."""
    data = docx(
        p(r("Awal "))
        + p(
            r("satu "),
            '<w:ins w:id="1" w:author="x" w:date="2025-01-01T00:00:00Z">' + r("dua tiga") + "</w:ins>",
            "<w:r><w:t>empat</w:t><w:pict/><w:t>lima</w:t></w:r>",
        )
    )

    first = _commented(_copy(data, _note(_at(data, "tiga"))))
    second = _commented(_copy(data, _note(_at(data, "lima"))))

    assert {"NIP-01 · Mayor": "dua tiga"} == first
    assert {"NIP-01 · Mayor": "empatlima"} == second


def test_a_part_in_utf_16_becomes_utf_8():
    """New bytes would not fit between the old ones."""
    parts = _parts(docx(p(r("Nomor SOP ditetapkan Camat"))))
    body = parts["word/document.xml"].decode()
    parts["word/document.xml"] = ('<?xml version="1.0" encoding="UTF-16"?>' + body).encode("utf-16")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    data = stream.getvalue()

    copy = _copy(data, _note(_at(data, "ditetapkan")))

    assert {"NIP-01 · Mayor": "ditetapkan"} == _commented(copy)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param('<!DOCTYPE x [<!ENTITY a "b">]><w:comments xmlns:w="{w}"/>', "unsafe-xml", id="document-type"),
        pytest.param('<w:comments xmlns:w="{w}">', "damaged", id="cut-off"),
    ],
)
def test_a_hostile_part_of_comments_is_refused(content: str, code: str):
    """The reader of documents never opens it, so that it is met here for the first time."""
    data = docx(p(r("Nomor SOP")), more={"word/comments.xml": content.replace("{w}", W)})

    with pytest.raises(ReadError) as caught:
        _copy(data, _note(_at(data, "Nomor SOP")))

    assert code == caught.value.code


def test_libreoffice_opens_the_copy(tmp_path):
    """And finds the comments."""
    needs("soffice")
    data = _written()
    (tmp_path / "sop.docx").write_bytes(_copy(data, _note(_at(data, "dirubah")), _note(_at(data, "Nomor SOP"), 2)))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "fodt",
            "--outdir",
            tmp_path,
            tmp_path / "sop.docx",
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    text = (tmp_path / "sop.fodt").read_text(encoding="utf-8")

    assert text.count("<office:annotation ") == 2
    assert "NIP-02 · Mayor" in text


def test_a_damaged_part_that_nobody_read_is_said():
    """A picture of the document, which the audit leaves alone, and the copy has to take over."""
    whole = io.BytesIO(docx(p("Kepala Dinas")))
    noise = bytes(range(256)) * 40
    with zipfile.ZipFile(whole, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/media/gambar.bin", noise)
    data = bytearray(whole.getvalue())
    at = data.index(b"word/media/gambar.bin") + len(b"word/media/gambar.bin")
    data[at : at + 40] = b"\xff" * 40

    with pytest.raises(ReadError) as caught:
        _copy(bytes(data), _note(None))

    assert caught.value.code == "damaged"
