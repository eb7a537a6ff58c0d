"""What `readers.text.read_text` makes of the layouts that offices send."""

from __future__ import annotations

import hashlib
import pickle

import pytest

from readers import limits
from readers.errors import ReadError
from readers.text import read_text
from schemas.blocks import Cell, Document, Heading, ListItem, Paragraph, Piece, Table


def read(text: str, name: str = "sop.txt") -> Document:
    """Read a text as a UTF-8 file."""
    return read_text(text.encode(), name=name)


def shown(pieces: tuple[Piece, ...]) -> list[str]:
    """Show pieces as ``marker text``."""
    return [f"{piece.marker} {piece.text}" if piece.marker else piece.text for piece in pieces]


def outline(document: Document) -> list[object]:
    """Show blocks as tuples of kind, heading number and pieces; tables as lists of rows of cells."""
    shapes: list[object] = []
    for block in document.blocks:
        if isinstance(block, Table):
            shapes.append([[" / ".join(shown(cell.pieces)) for cell in row.cells] for row in block.rows])
        elif isinstance(block, Heading):
            shapes.append((f"h{block.level}", block.marker, *shown(block.pieces)))
        else:
            shapes.append((block.kind, *shown(block.pieces)))
    return shapes


def places(pieces: tuple[Piece, ...]) -> list[tuple[int, int]]:
    """Show where pieces stand."""
    return [(piece.line, piece.column) for piece in pieces]


def only_table(text: str) -> Table:
    """Return the only block of a text, which is a table."""
    (block,) = read(text).blocks
    assert isinstance(block, Table)
    return block


def cell_of(text: str, row: int = 0, column: int = 0) -> Cell:
    """Return one cell of the only table."""
    return only_table(text).rows[row].cells[column]


def failure(data: bytes) -> ReadError:
    """Return the error that the bytes give."""
    with pytest.raises(ReadError) as caught:
        read_text(data, name="sop.txt")
    return caught.value


# Bytes


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        pytest.param("Camat – Lurah".encode(), "utf-8", id="utf-8"),
        pytest.param("Camat – Lurah".encode("utf-8-sig"), "utf-8-sig", id="utf-8-with-mark"),
        pytest.param("Camat – Lurah".encode("utf-16"), "utf-16", id="utf-16-with-mark"),
        pytest.param("Camat – Lurah".encode("utf-16-le"), "utf-16-le", id="utf-16-little-endian"),
        pytest.param("Camat – Lurah".encode("utf-16-be"), "utf-16-be", id="utf-16-big-endian"),
        pytest.param("Camat – Lurah".encode("cp1252"), "cp1252", id="windows-1252"),
    ],
)
def test_reads_the_encodings_that_offices_send(data: bytes, encoding: str) -> None:
    """The words are the same in each encoding, begin in column 1, and the encoding is told."""
    document = read_text(data, name="sop.txt")

    assert encoding == document.encoding
    assert [("paragraph", "Camat – Lurah")] == outline(document)
    assert [(1, 1)] == places(document.blocks[0].pieces)  # type: ignore[union-attr]


def test_describes_the_file() -> None:
    """Digest, size, number of lines and media type are those of the bytes."""
    data = b"# SOP\r\n\r\nIsi\r\n"

    document = read_text(data, name="Arsip/SOP.MD")

    assert (hashlib.sha256(data).hexdigest(), 14, 3, "text/markdown") == (
        document.sha256,
        document.bytes,
        document.lines,
        document.media,
    )
    assert read("Isi").media == "text/plain"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_counts_lines_as_an_editor_does(end: str) -> None:
    """Each usual line end counts once; a form feed ends no line but parts what stands around it."""
    document = read(end.join(["satu", "dua", "", "tiga\fempat"]))

    assert [[(1, 1), (2, 1)], [(4, 1)], [(4, 6)]] == [places(block.pieces) for block in document.blocks]  # type: ignore[union-attr]


def test_invisible_characters_vanish_and_columns_stay_true() -> None:
    """Zero-width and stray control characters are left out, a no-break space is a space, columns are the file's."""
    document = read("\u200b1.\u00a0Me\u00admu\u200blai\x00 \x07kerja\nSeksi\x0bUmum")

    (item,) = document.blocks
    assert isinstance(item, ListItem)
    assert ["1. Memulai kerja", "Seksi Umum"] == shown(item.pieces)
    assert [(1, 5), (2, 1)] == places(item.pieces)


@pytest.mark.parametrize(
    ("data", "code", "hint"),
    [
        pytest.param(b"", "empty", "tidak berisi tulisan", id="nothing"),
        pytest.param(b" \r\n\t\n\f ", "empty", "tidak berisi tulisan", id="blanks"),
        pytest.param("\u200b\u00a0\n\ufeff".encode(), "empty", "tidak berisi tulisan", id="invisible"),
        pytest.param(b"Halaman 1 dari 2\n", "empty", "tidak berisi tulisan", id="only-a-page-number"),
        pytest.param(b"PK\x03\x04abc", "binary", "DOCX", id="docx"),
        pytest.param(b"%PDF-1.7 abc", "binary", "PDF", id="pdf"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "binary", "PNG", id="png"),
        pytest.param(b"\xff\xd8\xff\xe0abc", "binary", "JPEG", id="jpeg"),
        pytest.param(b"\xd0\xcf\x11\xe0abc", "binary", "DOC/XLS", id="ole"),
        pytest.param(b"\x1f\x8b\x08abc", "binary", "GZIP", id="gzip"),
        pytest.param(b"\x7fELF\x02", "binary", "program", id="elf"),
        pytest.param(b"{\\rtf1 abc}", "binary", "RTF", id="rtf"),
        pytest.param(bytes(range(32)) * 20, "binary", "karakter kendali", id="control-characters"),
        pytest.param(b"Camat\nLurah \x81\x8d", "encoding", "baris 2", id="no-encoding"),
        pytest.param(b"\xff\xfea\x00\x00\xd8", "encoding", "UTF-16", id="broken-utf-16"),
        pytest.param(b"a" * (limits.MAX_BYTES + 1), "too-large", "bita", id="too-large"),
        pytest.param(b"a\n" * limits.MAX_LINES, "too-many-lines", "200000 baris", id="too-many-lines"),
        pytest.param(b"a\n" + b"a" * (limits.MAX_LINE_CHARS + 1), "line-too-long", "Baris 2", id="line-too-long"),
        pytest.param(b"<" * (limits.MAX_MARKS + 1), "too-much-markup", "markup", id="too-much-markup"),
        pytest.param(b"a\tb\n" * (limits.MAX_TABLE_ROWS + 1), "too-many-rows", "baris 5001", id="too-many-rows"),
        pytest.param(b"a\n" + b"\t" * limits.MAX_CELLS + b"a", "too-many-cells", "baris 2", id="too-many-cells"),
        pytest.param(b"a\n" * (limits.MAX_PIECES + 1), "too-many-pieces", "baris 100001", id="too-many-pieces"),
    ],
)
def test_says_why_a_file_cannot_be_read(data: bytes, code: str, hint: str) -> None:
    """Each cause has its code, and a message that says what is wrong or where."""
    error = failure(data)

    assert code == error.code
    assert hint in error.message
    assert error.message == str(error)


def test_errors_cross_process_boundaries() -> None:
    """A worker's error arrives with code, message and line."""
    error = failure(b"a\n" + b"a" * (limits.MAX_LINE_CHARS + 1))

    arrived = pickle.loads(pickle.dumps(error))

    assert (error.code, error.message, 2) == (arrived.code, arrived.message, arrived.line)


def test_damaged_utf8_is_not_taken_for_windows_1252() -> None:
    """One broken sequence costs one character, not all accents and dashes of the file."""
    document = read_text("Tahap – satu – dua – ".encode() + b"\xe2\x80 tiga", name="sop.txt")

    assert [("paragraph", "Tahap – satu – dua – \ufffd tiga")] == outline(document)


# Running text


def test_headings_of_every_form() -> None:
    """Hashes, bold lines, bold over several lines, roman numerals and HTML headings are headings."""
    text = (
        "## SOP *Pelayanan* ##\n\n**STANDAR OPERASIONAL\nPROSEDUR\n(SOP)**\n\n**Dasar**\n**Hukum**\nIsi\n"
        "<b>Peralatan</b>\n\nIII. Dasar Hukum\nIV.MEKANISME\n<h3>Penutup</h3>"
    )

    assert [
        ("h2", None, "SOP Pelayanan"),
        ("h2", None, "STANDAR OPERASIONAL", "PROSEDUR", "(SOP)"),
        ("h2", None, "Dasar", "Hukum"),
        ("paragraph", "Isi"),
        ("h2", None, "Peralatan"),
        ("h2", "III.", "Dasar Hukum"),
        ("h2", "IV.", "MEKANISME"),
        ("h3", None, "Penutup"),
    ] == outline(read(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("**Nama:** Seksi Umum", id="partly-bold"),
        pytest.param("**Nama: Seksi\n\nUmum", id="never-closed"),
        pytest.param("I. Wayan Suandana, S.Sos", id="name-with-initial"),
        pytest.param("I. " + "kata " * 40, id="long-paragraph"),
        pytest.param("V. Petugas memeriksa berkas yang masuk hari itu.", id="sentence"),
        pytest.param("IIIII. Bukan Angka Romawi", id="no-roman-number"),
    ],
)
def test_what_is_no_heading(text: str) -> None:
    """A bold label, a name, a paragraph or a sentence is no heading."""
    assert all(not isinstance(block, Heading) for block in read(text).blocks)


def test_lower_case_letters_are_items_and_no_roman_headings() -> None:
    """``c.``, ``d.`` and ``i.`` belong to a list of letters."""
    assert [("item", f"{letter}. Butir") for letter in "abcdi"] == outline(
        read("\n".join(f"- {letter}. Butir" for letter in "abcdi"))
    )


@pytest.mark.parametrize(
    ("line", "item", "column"),
    [
        ("- a. Menerima surat", "a. Menerima surat", 6),
        ("a. Menerima surat", "a. Menerima surat", 4),
        ("  a) Menerima surat", "a) Menerima surat", 6),
        ("1.Menerima surat", "1. Menerima surat", 3),
        ("1) Menerima surat", "1) Menerima surat", 4),
        ("(1) Menerima surat", "(1) Menerima surat", 5),
        ("1\\. Menerima surat", "1. Menerima surat", 5),
        ("1.1. Menerima surat", "1.1. Menerima surat", 6),
        ("ii. Menerima surat", "ii. Menerima surat", 5),
        ("1. 5 lembar surat", "1. 5 lembar surat", 4),
        ("- Menerima surat", "- Menerima surat", 3),
        ("* Menerima surat", "* Menerima surat", 3),
        ("•Menerima surat", "• Menerima surat", 2),
        ("1.\tMenerima surat", "1. Menerima surat", 4),
    ],
)
def test_list_markers_as_offices_print_them(line: str, item: str, column: int) -> None:
    """The marker is apart from the text, and the place is that of the text."""
    (block,) = read(line).blocks

    assert isinstance(block, ListItem)
    assert ([item], [(1, column)]) == (shown(block.pieces), places(block.pieces))


@pytest.mark.parametrize(
    "line",
    [
        "1.5 juta rupiah",
        "1.000 lembar",
        "a.n. Bupati",
        "a. n. Bupati",
        "2024. Rencana",
        "12-03-2024",
        "1.",
        "-",
        "B. Hartanto, S.E.",
        "5 * 3",
        "*) catatan",
    ],
)
def test_what_is_no_list_item(line: str) -> None:
    """Numbers, dates, abbreviations, initials and bare markers are text as printed."""
    assert [("paragraph", line)] == outline(read(line))


def test_unmarked_lines_continue_an_item() -> None:
    """Lines without marker belong to the item above, until a blank line; a number that ends a citation is no marker."""
    text = "1. Peraturan Bupati Nomor\n8. tentang Kearsipan\n   dan Surat\n2. Undang-Undang\n\nSelesai"

    assert [
        ("item", "1. Peraturan Bupati Nomor", "8. tentang Kearsipan", "dan Surat"),
        ("item", "2. Undang-Undang"),
        ("paragraph", "Selesai"),
    ] == outline(read(text))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("1. ATK; 2. Meja; 3. Kursi", ["1. ATK;", "2. Meja;", "3. Kursi"], id="separated"),
        pytest.param("1. Camat Melati2. Sekcam.3. Kasi", ["1. Camat Melati", "2. Sekcam.", "3. Kasi"], id="glued"),
        pytest.param("7. PP Tahun 2012 8. UU", ["7. PP Tahun 2012", "8. UU"], id="continued-list-after-a-year"),
        pytest.param("9. Sembilan 10. Sepuluh", ["9. Sembilan", "10. Sepuluh"], id="two-digits"),
        pytest.param("(1) Satu (2) Dua", ["(1) Satu", "(2) Dua"], id="parentheses"),
        pytest.param("1. Satu. 3. Tiga", ["1. Satu.", "3. Tiga"], id="a-number-left-out"),
        pytest.param("1. SOP Renja 3. SOP IKU", ["1. SOP Renja", "3. SOP IKU"], id="a-number-left-out-of-sops"),
        pytest.param("1. SOP Renja 3. IKU", ["1. SOP Renja 3. IKU"], id="a-number-that-may-be-none"),
        pytest.param("a. satu; b. dua", ["a. satu;", "b. dua"], id="letters"),
        pytest.param("1. Perbup Nomor 2. tentang SOP", ["1. Perbup Nomor 2. tentang SOP"], id="citation"),
        pytest.param("1. Perbup Nomor 2. A 2. B", ["1. Perbup Nomor 2. A", "2. B"], id="citation-then-item"),
        pytest.param("1. Biaya Rp. 2. ribu", ["1. Biaya Rp. 2. ribu"], id="money"),
        pytest.param("1. Naik 2.500 orang", ["1. Naik 2.500 orang"], id="thousands"),
        pytest.param("1. Lulusan S2. Hukum", ["1. Lulusan S2. Hukum"], id="degree"),
        pytest.param("1. KEP/135/M.PAN/2. tentang X", ["1. KEP/135/M.PAN/2. tentang X"], id="slash"),
        pytest.param("1. Pasal 1 dan 2. Lihat", ["1. Pasal 1 dan 2. Lihat"], id="enumeration-of-articles"),
        pytest.param("a. bagian b. lain", ["a. bagian b. lain"], id="letters-without-stop"),
        pytest.param("1. Perda tentang 1. Tahu", ["1. Perda tentang 1. Tahu"], id="two-columns-in-one-line"),
    ],
)
def test_items_run_together_in_one_line(line: str, expected: list[str]) -> None:
    """Numbers that follow one another part a line; numbers of citations, sums and degrees do not."""
    blocks = read(line).blocks

    assert [[item] for item in expected] == [shown(block.pieces) for block in blocks]  # type: ignore[union-attr]
    for block in blocks:
        assert isinstance(block, ListItem)
        (piece,) = block.pieces
        assert line[piece.column - 1 :].startswith(piece.text)


def test_capital_letters_are_items_where_they_follow_one_another() -> None:
    """``A.`` and ``B.`` part a report; an initial elsewhere stays with its name."""
    assert [
        ("item", "A. Capaian"),
        ("paragraph", "isi"),
        ("item", "B. Analisis"),
        ("paragraph", "M. Hartanto"),
    ] == outline(read("\nA. Capaian\n\nisi\n\nB. Analisis\n\nM. Hartanto"))


@pytest.mark.parametrize(
    "furniture",
    ["Halaman 2 dari 4", "Page 3", "Page | 3", "(2)", "- 3 -", "Hal. 3/10", "---", "```markdown"],
)
def test_page_furniture_is_left_out_and_parts_its_surroundings(furniture: str) -> None:
    """A page number is no content, and does not join the text before and after it."""
    assert [("paragraph", "atas"), ("paragraph", "bawah")] == outline(read(f"atas\n{furniture}\nbawah"))
    assert [[["1", "a"]], [["2", "b"]]] == outline(read(f"1\ta\n{furniture}\n2\tb"))


def test_html_blocks_outside_tables() -> None:
    """Paragraphs, line breaks and lists of HTML are paragraphs, pieces and items; lists may go over lines and nest."""
    text = (
        "<div><p>CAMAT<br>MELATI</p><p>Isi</p></div>\n<ol>\n<li>Satu</li>\n<li>Dua<ul><li>Sub</li></ul></li>\n"
        "</ol>\n<ol type=a start=3><li>Ce<li>d. De</ol>"
    )

    assert [
        ("paragraph", "CAMAT", "MELATI"),
        ("paragraph", "Isi"),
        ("item", "1. Satu"),
        ("item", "2. Dua"),
        ("item", "- Sub"),
        ("item", "c. Ce"),
        ("item", "d. De"),
    ] == outline(read(text))


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("Nilai < 50 dan 91 < 100", "Nilai < 50 dan 91 < 100"),
        ("Nomor ____ Tahun 20__", "Nomor ____ Tahun 20__"),
        ("<nama pejabat> hadir", "<nama pejabat> hadir"),
        ("R&D dan A&B;", "R&D dan A&B;"),
        ("2*3*4", "2*3*4"),
        ("Kasi &amp; Staf&nbsp;&#8211; <u>tetap</u>", "Kasi & Staf – tetap"),
        ("**Nama**: __tebal__ dan *miring*", "Nama: tebal dan miring"),
        ("a\\_b \\* c", "a_b * c"),
        ("x<!-- rahasia -->y", "xy"),
        ("x <!-- tak pernah tutup", "x  tak pernah tutup"),
        ("<o:p>isi</o:p> <kotak>isi</kotak>", "isi isi"),
        ("[tautan](http://contoh.invalid) ![gambar](a.png)", "tautan gambar"),
    ],
)
def test_mark_up_goes_and_words_stay(printed: str, words: str) -> None:
    """What is mark-up goes, what only looks like it stays."""
    assert [("paragraph", words)] == outline(read(f"Isi {printed}".replace("Isi ", "", 1)))


def test_html_blocks_end_where_they_close() -> None:
    """What follows a closed list is not part of its last item; an item may begin on the line after its tag."""
    assert [("item", "1. Satu", "lagi"), ("item", "2. Dua"), ("paragraph", "Isi")] == outline(
        read("<ol>\n<li>Satu\nlagi\n</li>\n<li>\nDua</li>\n</ol>\nIsi")
    )


def test_comments_over_several_lines_print_nothing() -> None:
    """A comment is left out from its begin to its end."""
    assert [("paragraph", "awal", "akhir")] == outline(read("awal <!-- a\nb\nc --> akhir"))


# Tables


def test_tab_rows_stay_as_printed() -> None:
    """A leading tab is an empty first cell, rows keep their lengths, a row of tabs is an empty row."""
    table = only_table("No\tUraian\tWaktu\n\tCamat\n\t\t\n1.\tMenerima surat\t5\t")

    assert "tabs" == table.syntax
    assert [["No", "Uraian", "Waktu"], ["", "Camat"], ["", "", ""], ["1.", "Menerima surat", "5", ""]] == [
        [" ".join(shown(cell.pieces)) for cell in row.cells] for row in table.rows
    ]
    assert [(4, 1), (4, 4), (4, 19), (4, 21)] == [(cell.line, cell.column) for cell in table.rows[3].cells]


def test_tabs_that_only_indent_make_no_table() -> None:
    """A word processor's numbered and indented paragraphs are items and paragraphs."""
    assert [
        ("paragraph", "Isi alinea."),
        ("item", "1. Menerima", "surat"),
        ("item", "2. Mencatat"),
    ] == outline(read("\tIsi alinea.\n\n1.\tMenerima\n\tsurat\n2.\tMencatat"))
    assert [[["No.", "Uraian"], ["1.", "Menerima"]]] == outline(read("No.\tUraian\n1.\tMenerima"))


def test_lists_in_a_tab_cell() -> None:
    """Items of a cell are pieces with marker and place, also in an HTML list that is never closed."""
    text = 'Dasar Hukum\tPeralatan\n<ol style="list-style-type: none"> 1. UU; 2. PP \t<ul> - ATK - Meja/ Kursi - Lemari'

    legal, tools = only_table(text).rows[1].cells

    assert ["1. UU;", "2. PP"] == shown(legal.pieces)
    assert [(2, 39), (2, 46)] == places(legal.pieces)
    assert ["- ATK", "- Meja/ Kursi", "- Lemari"] == shown(tools.pieces)


def test_an_open_html_list_takes_the_next_lines_into_its_cell() -> None:
    """A row goes on while its last cell has an open list and the lines are items or close it."""
    text = "Keterkaitan\t<ol> 1. SOP Surat\n2. SOP Arsip\n</ol>\nPeringatan\tTidak ada"

    assert [[["Keterkaitan", "1. SOP Surat / 2. SOP Arsip"], ["Peringatan", "Tidak ada"]]] == outline(read(text))


def test_cells_break_where_html_breaks() -> None:
    """``<br>``, ``<p>``, ``<div>`` and ``<li>`` part a cell; inline tags and entities do not."""
    cell = cell_of(
        "a\t<p>CAMAT,</p> <p><b><u>RATNA&nbsp;DEWI</u></b><br/>NIP. 1</p><ol><li>x</li><li>2. y</li></ol>", 0, 1
    )

    assert ["CAMAT,", "RATNA DEWI", "NIP. 1", "1. x", "2. y"] == shown(cell.pieces)
    assert [(1, 6), (1, 26), (1, 54)] == places(cell.pieces)[:3]


def test_a_mark_alone_in_a_cell_is_no_bullet() -> None:
    """``●``, ``-`` and ``1.`` alone are what the cell holds."""
    assert [[["●", "-", "1.", "V"]]] == outline(read("●\t-\t1.\tV"))


def test_pipe_tables() -> None:
    """Outer pipes may be missing, rulers go, rows of dashes stay, escaped pipes are text."""
    text = "| No | Uraian |\n|:---|---:|\n| 1. | Satu \\| dua |\n| - | - |\n3 | Tiga\n|  |   |"

    table = only_table(text)

    assert "pipes" == table.syntax
    assert [[["No", "Uraian"], ["1.", "Satu | dua"], ["-", "-"], ["3", "Tiga"], ["", ""]]] == outline(read(text))
    assert [(3, 3), (3, 8)] == [(cell.line, cell.column) for cell in table.rows[1].cells]
    assert [[["a", "b"], ["c", "d"]]] == outline(read("a | b\n--|--\nc | d"))
    assert [[["a", "b"], ["c", "d"]]] == outline(read("+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+"))


def test_a_row_without_outer_pipes_may_begin_with_an_empty_cell() -> None:
    """By the first row: an outer pipe more than it has is an outer pipe."""
    text = "No | Program | Pagu\n1 | Pelayanan | 500\n | Jumlah | 500\n| 2 | Desa | 300 |"

    assert [[["No", "Program", "Pagu"], ["1", "Pelayanan", "500"], ["", "Jumlah", "500"], ["2", "Desa", "300"]]] == (
        outline(read(text))
    )


def test_one_pipe_in_a_sentence_is_no_table() -> None:
    """A pipe alone does not make a row."""
    assert [("paragraph", "Senin | Selasa")] == outline(read("Senin | Selasa"))


def test_html_table_over_lines_with_merged_cells() -> None:
    """A merged cell is one cell, the places that it covers are empty cells, lines are those of the file."""
    text = (
        "Awal <TABLE border=1><caption>Tabel 1</caption>\n<thead><tr><th rowspan=2>No</th><th colspan=2>Pelaksana</th>"
        "<th>Ket</th></tr>\n<tr>\n<th>Camat</th><th>Staf\nUmum</th><th></th></tr></thead>\n"
        "<tr><td>1<td>a<td>b<td>c</table> akhir"
    )

    document = read(text)

    assert [
        ("paragraph", "Awal"),
        ("paragraph", "Tabel 1"),
        [["No", "Pelaksana", "", "Ket"], ["", "Camat", "Staf / Umum", ""], ["1", "a", "b", "c"]],
        ("paragraph", "akhir"),
    ] == outline(document)
    table = document.blocks[2]
    assert isinstance(table, Table)
    assert [(2, 1), (1, 2)] == [(cell.rowspan, cell.colspan) for cell in table.rows[0].cells[:2]]
    assert [2, 3, 6] == [row.line for row in table.rows]
    assert [(4, 19), (5, 1)] == places(table.rows[1].cells[2].pieces)


def test_a_table_in_a_cell_is_text_of_the_cell() -> None:
    """Nested tables are flattened into pieces."""
    text = "<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table>d</td><td>e</td></tr></table>"

    assert [[["a / b / c / d", "e"]]] == outline(read(text))


def test_an_unclosed_html_table_ends_at_a_blank_line() -> None:
    """A table that nothing closes does not swallow the rest of the file."""
    assert [[["a", "b"]], ("paragraph", "isi")] == outline(read("<table><tr><td>a<td>b\n\nisi"))


def test_spans_are_bounded() -> None:
    """A cell that claims to cover millions of columns covers no more than the limit."""
    cells = only_table('<table><tr><td colspan="9999999">a</td></tr></table>').rows[0].cells

    assert limits.MAX_SPAN == len(cells) == cells[0].colspan


def test_a_table_broken_by_a_page_is_two_tables() -> None:
    """The reader joins nothing over pages, whatever separates them."""
    for separator in ("\n", "Halaman 2 dari 2\n", "\f"):
        assert [[["1", "a"]], [["2", "b"]]] == outline(read(f"1\ta\n{separator}2\tb"))


def test_paragraph_lines_are_pieces_with_their_columns() -> None:
    """Each printed line of a paragraph is a piece without the blanks around it."""
    (block,) = read("  satu  \n dua").blocks

    assert isinstance(block, Paragraph)
    assert (["satu", "dua"], [(1, 3), (2, 2)]) == (shown(block.pieces), places(block.pieces))
