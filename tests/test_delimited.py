"""CSV files as offices export them, to one grid."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readers.delimited import MAX_FIELDS, MAX_RECORD_LINES, ROWS_TOGETHER, read_delimited
from readers.errors import ReadError
from readers.limits import MAX_LINE_CHARS, SheetLimits
from schemas.blocks import Document, Grid, SheetCell

TABLE = "No;Indikator;Satuan;Target;Capaian\n1;Nilai SAKIP;Nilai;72,5;97,25%\n2;Dokumen;Buah;12;100%\n"


def read(text: str | bytes, limits: SheetLimits | None = None) -> Document:
    """Read a CSV file, in UTF-8 unless it is bytes."""
    return read_delimited(text.encode() if isinstance(text, str) else text, name="data.csv", limits=limits)


def grid_of(text: str | bytes) -> Grid:
    """The grid of a file."""
    (grid,) = read(text).sheets
    return grid


def rows_of(text: str | bytes) -> list[list[SheetCell]]:
    """The cells by rows."""
    return [list(row) for row in zip(*grid_of(text).columns, strict=True)]


def failure(text: str | bytes, limits: SheetLimits | None = None) -> ReadError:
    """The error that a file gives."""
    with pytest.raises(ReadError) as caught:
        read(text, limits)
    return caught.value


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_separators_and_encodings(separator: str, encoding: str):
    """Whatever the regional settings of the office write."""
    text = "No,Nama,Nilai\r\n1,José – Camat,80\r\n2,Sekretaris,90\r\n".replace(",", separator)
    assert rows_of(text.encode(encoding)) == [["No", "Nama", "Nilai"], ["1", "José – Camat", "80"],
                                              ["2", "Sekretaris", "90"]]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "width"),
    [
        pytest.param(TABLE, 5, id="decimal-commas"),
        pytest.param("a;97,25\nb;98,5\nc;99,1\n", 2, id="one-decimal-comma-in-each-row"),
        pytest.param("a;1,5;2,5;3,5\nb;1,5;2,5;3,5\n", 4, id="as-many-commas-as-separators"),
        pytest.param("LAPORAN KINERJA\nKECAMATAN, KABUPATEN\n\n" + TABLE, 5, id="titles-without-separator"),
        pytest.param("1,2,3\n4,5,6\n7,8,9\n", 3, id="whole-numbers-between-commas"),
        pytest.param('1,"Surat; nota; telaah",x\n2,"Peta; gambar; foto",y\n', 3, id="semicolons-in-quotes"),
        pytest.param("1\tJl. A, No. 1, Kec. B\n2\tJl. C, No. 3, Kec. D\n", 2, id="addresses-in-tabs"),
        pytest.param("Nama\nKecamatan, kota\nDesa, kelurahan dan nagari\nX\nY\nZ\nA\nB\n", 1, id="one-column"),
        pytest.param("sep=|\na;b|c;d\n", 2, id="told-by-the-first-line"),
    ],
)
def test_the_separator_is_what_rows_have_in_common(text: str, width: int):
    """Not what stands in words and numbers."""
    assert grid_of(text).width == width


def test_the_line_that_tells_the_separator_is_no_row():
    """Excel hides it; the rows know their lines all the same."""
    grid = grid_of("sep=,\r\nNo,Nama\r\n1,A\r\n")

    assert list(grid.columns[0]) == ["No", "1"]
    assert grid.place(1, 0).line == 3


def test_fields_of_several_lines_keep_the_places_of_rows_true():
    """A row stands where it begins."""
    text = 'No;Uraian\n1;"baris satu\nbaris dua\r\nbaris tiga"\n\n2;"a;b ""c"""\n'
    grid = grid_of(text)

    assert list(grid.columns[1]) == ["Uraian", "baris satu\nbaris dua\nbaris tiga", None, 'a;b "c"']
    assert list(grid.lines or ()) == [1, 2, 5, 6]
    assert grid.place(3, 0).cell == "A4"
    assert read(text).lines == 6


def test_lines_are_a_range_where_no_field_has_several():
    """A million rows need no million numbers."""
    assert grid_of(TABLE * 500).lines == range(1, 1501)


def test_lines_are_true_when_a_late_row_has_several():
    """Also beyond the rows that are read together."""
    count = 3 * ROWS_TOGETHER + 7
    text = "a;b\n" * count + 'x;"y\nz"\n' + "c;d\n" * count
    lines = list(grid_of(text).lines or ())

    assert lines == [*range(1, count + 2), *range(count + 3, 2 * count + 3)]


def test_blanks_are_nothing_and_empty_ends_are_gone():
    """As a sheet that was once larger is exported."""
    text = "\ufeff;;;;\n; a \u00a0;\u200b;;\n;b;;;\n;;;;\n;;  ;;\n"
    grid = grid_of(text)

    assert [list(column) for column in grid.columns] == [[None, None, None], [None, "a", "b"]]


def test_equal_words_are_one_object():
    """Memory."""
    grid = grid_of("Indikator panjang; Indikator panjang \nx y;Indikator panjang\n")

    assert grid.columns[0][0] is grid.columns[1][0] is grid.columns[1][1]


def test_a_number_that_a_program_protects_is_shown_as_excel_shows_it():
    """A web application writes it so that Excel keeps its zeros."""
    assert rows_of('NIP;Nama\n="198001022005011003";A\n"=""0012""";B\n')[1:] == [
        ["198001022005011003", "A"],
        ["0012", "B"],
    ]


# What is told


def test_titles_and_short_notes_are_not_ragged():
    """Nothing of the table has moved."""
    text = "JUDUL\n\n" + TABLE + "Catatan: sementara\n;;;Camat\n"
    document = read(text)

    assert document.notices == ()
    assert document.sheets[0].width == 5


def test_rows_that_do_not_fit_are_told_once():
    """With the first lines and the count."""
    good = "1;Indikator;Nilai;80\n" * 40
    document = read(good + "2;Mutu; kinerja;Nilai;80\n" + good + "3;Mutu;80\n" + "4;a;b;c;d\n" * 9 + good)
    (notice,) = document.notices

    assert notice.code == "ragged-rows"
    assert "11 baris" in notice.message
    assert "baris 41, 82, 83, 84, 85 ..." in notice.message
    assert [place.line for place in notice.evidence] == [41, 82, 83, 84, 85]
    assert document.sheets[0].width == 5


def test_empty_fields_beyond_the_table_are_not_ragged():
    """A separator too many takes nothing away."""
    assert read("a;b;c\n" * 20 + "a;b;c;;\n" * 3).notices == ()


def test_a_program_that_leaves_out_empty_ends_is_not_ragged():
    """Then many rows are short, and none has moved."""
    assert read("a;b;c;d;e\n" * 10 + "a;b;c;d\n" * 9).notices == ()


def test_numbers_whose_digits_are_lost_are_told():
    """A NIP that a sheet has counted with."""
    document = read("Nama;NIP;Pagu;Nilai\nA;1.98001022005011E+017;1,25E+12;1,5E+3\nB;198001022005011003;1;2\n")
    (notice,) = document.notices

    assert notice.code == "digits-lost"
    assert [place.cell for place in notice.evidence] == ["B2", "C2"]
    assert "sel B2, C2" in notice.message


# What is refused


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        pytest.param("", "empty", None, id="nothing"),
        pytest.param(";;;\n;;\n \n", "empty", None, id="only-separators"),
        pytest.param(b"PK\x03\x04" + bytes(64), "binary", None, id="packed"),
        pytest.param(b"a;b\0\0\0\0\0\1\2\3\4\5\6\n" * 50, "binary", None, id="controls"),
        pytest.param(b"\xff\xfea\0;\0" + b"\x00\xd8" * 9, "encoding", 1, id="encoding"),
        pytest.param('a;b\nc;"d\ne;f\n', "unclosed-quote", 2, id="quote"),
        pytest.param("a;b\n" * 600 + 'c;"d\n' + "e;f\n" * 30_000, "unclosed-quote", 601, id="quote-and-a-long-rest"),
        pytest.param("a;b\n" * 600 + 'c;"d\n' + "e;f\n" * MAX_RECORD_LINES + 'g";h\n' + "i;j\n" * 600,
                     "unclosed-quote", 601, id="two-stray-quotes"),
        pytest.param("a;b\n" + "x" * (MAX_LINE_CHARS + 1) + "\n", "line-too-long", 2, id="long-line"),
        pytest.param("a;b\n" + "x" * (6 * MAX_LINE_CHARS), "line-too-long", 2, id="endless-line"),
        pytest.param("a;b\n" + ";" * MAX_FIELDS + "c\n", "too-many-columns", 2, id="fields"),
        pytest.param("a;b\n" + ";" * 512 + "c\n", "too-many-columns", 2, id="columns"),
        pytest.param(("x" + ";" * 512 + "c\n") * 9, "too-many-columns", 1, id="columns-of-every-row"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(text: str | bytes, code: str, line: int | None):
    """With the line, and what to do."""
    error = failure(text)

    assert (error.code, error.line) == (code, line)
    assert "data.csv" in error.message


@pytest.mark.parametrize(
    ("limits", "code", "line"),
    [
        pytest.param(SheetLimits(csv_bytes=10), "too-large", None, id="bytes"),
        pytest.param(SheetLimits(rows=2), "too-many-rows", 3, id="rows"),
        pytest.param(SheetLimits(columns=4), "too-many-columns", 1, id="columns"),
        pytest.param(SheetLimits(cells=14), "too-many-cells", 1, id="cells"),
        pytest.param(SheetLimits(rows=3, columns=5, cells=15), None, None, id="just-within"),
    ],
)
def test_limits_hold(limits: SheetLimits, code: str | None, line: int | None):
    """As the settings give them; what is empty does not count."""
    text = TABLE + ";;;;;;;;\n" * 9
    if code is None:
        assert read(text, limits).sheets[0].height == 3
        return
    error = failure(text, limits)

    assert (error.code, error.line) == (code, line)


def test_as_many_empty_columns_as_excel_has_are_no_columns():
    """A sheet that is exported to its last column."""
    line = ";" * (MAX_FIELDS - 1) + "\n"
    grid = grid_of("a;b;c" + line[2:] + line * 300)

    assert (grid.width, grid.height) == (3, 1)


def test_a_far_cell_in_each_row_costs_no_memory():
    """The grid is dense: what is nearly empty is refused before it is made."""
    assert failure(";" * 500 + "x\n" * 1, SheetLimits(cells=100)).code == "too-many-cells"


# Whatever comes


def _lines_of(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


FIELDS = st.one_of(
    st.just(""),
    st.from_regex(r"[A-Za-z0-9]{1,8}", fullmatch=True),
    st.sampled_from(["a;b", 'x"y', "p\nq", "1,5", "a\r\nb"]),
)


@settings(deadline=None)
@given(st.lists(st.lists(FIELDS, min_size=2, max_size=6), min_size=3, max_size=30), st.integers(2, 700))
def test_what_was_written_is_read(rows: list[list[str]], repeat: int):
    """Any table, however often its rows come, with each row at its line."""
    rows = (rows * repeat)[:900]
    written = ["sep=;", *(";".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in rows)]
    if not any(cell for row in rows for cell in row):
        return
    grid = grid_of("\n".join(written))
    expected = [[cell.replace("\r\n", "\n") for cell in row] for row in rows]
    while not any(expected[-1]):
        expected.pop()
    text = "\n".join(written)

    assert grid.height == len(expected)
    for at in {0, len(expected) // 2, len(expected) - 1}:
        cells = [column[at] or "" for column in grid.columns]
        width = max(len(expected[at]), len(cells))
        assert [*cells, *[""] * (width - len(cells))] == [*expected[at], *[""] * (width - len(expected[at]))]
        begins = _lines_of(text)[grid.place(at, 0).line - 1]
        assert begins.startswith(_lines_of(written[at + 1])[0])


PARTS = [
    "a",
    "1,5",
    ";",
    ",",
    "\t",
    "|",
    '"',
    "\n",
    "\r",
    "\r\n",
    "\0",
    "sep=;",
    "é",
    " ",
    "\ufeff",
    '="1"',
    "1E+20",
    "\f",
]
GARBAGE = st.lists(st.sampled_from(PARTS), max_size=60).map(lambda parts: "".join(parts).encode())


def outcome(data: bytes) -> Document | ReadError:
    """What a file gives."""
    try:
        return read(data)
    except ReadError as error:
        return error


@settings(deadline=None, max_examples=300)
@given(st.one_of(st.binary(max_size=300), GARBAGE))
def test_any_bytes_give_a_document_or_a_read_error(data: bytes):
    """And a grid is a rectangle with a line for each row."""
    document = outcome(data)
    if isinstance(document, ReadError):
        assert document.code
        assert document.message
        return
    (grid,) = document.sheets

    assert {len(column) for column in grid.columns} == {grid.height}
    assert len(grid.lines or ()) == grid.height
    assert list(grid.lines or ()) == sorted(set(grid.lines or ()))
    assert max(grid.lines or ()) <= document.lines


def test_order_of_rows_does_not_matter():
    """A file is told by all its first rows."""
    rows = [f"{n};Indikator {n};{n},5;Ket, {n}" for n in range(40)]
    random.Random(7).shuffle(rows)

    assert grid_of("\n".join(rows)).width == 4
