"""The step table: every layout, every break between pages, and what a damaged table may not become."""

from __future__ import annotations

import pytest

from schemas.sop import Sop, Step
from tests.sop_texts import IDENTITY, read_one, texts, value

HEADING = ["No", "Kegiatan", "Camat", "Staf", "Kelengkapan", "Waktu", "Output", "Ket"]
UPPER = ["No", "Kegiatan", "Pelaksana", "", "Mutu Baku", "", "", "Ket"]
LOWER = ["", "", "Camat", "Staf", "Kelengkapan", "Waktu", "Output", ""]
NUMBERS = ["1", "2", "3", "4", "5", "6", "7", "8"]
ONE = ["1", "Mencatat surat masuk", "", "X", "Surat", "5 menit", "Catatan", ""]
TWO = ["2", "Membaca surat masuk", "V", "", "Catatan", "1 jam", "Disposisi", "Segera"]
THREE = ["3", "Menyimpan surat", "", "X", "Surat", "2 hari", "Arsip", ""]
FOUR = ["4", "Mengirim surat", "", "X", "Surat", "1 - 2 hari", "Resi", ""]
FORM = IDENTITY + "\nPeringatan\nBila terlambat\n\n"
SPANS = (
    "<table><tr><th rowspan=2>No</th><th rowspan=2>Kegiatan</th><th colspan=2>Pelaksana</th><th colspan=3>Mutu Baku"
    "</th><th rowspan=2>Ket</th></tr><tr><th>Camat</th><th>Staf</th><th>Kelengkapan</th><th>Waktu</th><th>Output</th>"
    "</tr>"
)

Cells = list[str]


def tabs(*rows: Cells) -> str:
    """Return rows as a table of tabs."""
    return "".join("\t".join(row) + "\n" for row in rows)


def pipes(*rows: Cells) -> str:
    """Return rows as a table of pipes, with the rule below the first."""
    first, *rest = ["| " + " | ".join(row) + " |\n" for row in rows]
    return first + "|" + "---|" * len(rows[0]) + "\n" + "".join(rest)


def html(*rows: Cells) -> str:
    """Return rows as an HTML table."""
    return (
        "<table>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>\n" for row in rows) + "</table>\n"
    )


def plain(step: Step) -> tuple[object, ...]:
    """Return what a step says."""
    minutes = value(step.duration.minutes) if step.duration else None
    return (
        step.number,
        value(step.text),
        texts(step.actors),
        value(step.requirements),
        minutes,
        value(step.output),
        value(step.remarks),
    )


def parts(sop: Sop) -> list[tuple[bool, int, bool, int | None]]:
    """Return of each stretch of the table: heading, columns, number column, line."""
    return [(part.heading is not None, part.columns, part.numbered, part.place.line) for part in sop.parts]


S1 = (1, "Mencatat surat masuk", ["Staf"], "Surat", 5, "Catatan", None)
S2 = (2, "Membaca surat masuk", ["Camat"], "Catatan", 60, "Disposisi", "Segera")
S3 = (3, "Menyimpan surat", ["Staf"], "Surat", 900, "Arsip", None)
S4 = (4, "Mengirim surat", ["Staf"], "Surat", 900, "Resi", None)
LAYOUTS = {
    "tabs": tabs(HEADING, ONE, TWO),
    "pipes": pipes(HEADING, ONE, TWO),
    "html": html(HEADING, ONE, TWO),
    "capital-heading": tabs([cell.upper() for cell in HEADING[:2]] + HEADING[2:], ONE, TWO),
    "tabs-two-row-heading": tabs(UPPER, LOWER, ONE, TWO),
    "pipes-two-row-heading-and-column-numbers": pipes(UPPER, LOWER, NUMBERS, ONE, TWO),
    "html-spans": SPANS + html(NUMBERS, ONE, TWO).removeprefix("<table>"),
    "column-numbers": tabs(HEADING, NUMBERS, ONE, TWO),
    "bracketed-column-numbers": tabs(HEADING, [f"({n})" for n in NUMBERS], ONE, TWO),
    "columns-reversed": tabs([*HEADING[::-1]], ONE[::-1], TWO[::-1]),
    "numbers-with-dots": tabs(HEADING, ["1.", *ONE[1:]], ["2.", *TWO[1:]]),
    "act-broken-over-rows": tabs(HEADING, ["1", "Mencatat surat", *ONE[2:]], ["", "masuk", *[""] * 6], TWO),
    "with-total": tabs(HEADING, ONE, TWO, ["", "Jumlah", "", "", "", "65 menit", "", ""]),
    "empty-rows": pipes(HEADING, [""] * 8, ONE, [""] * 8, TWO),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_steps(layout: str) -> None:
    """However the table is printed, its rows say the same."""
    sop = read_one(FORM + LAYOUTS[layout])

    assert sop.steps_state == "read"
    assert [plain(step) for step in sop.steps] == [S1, S2]
    assert sorted(texts(sop.actors)) == ["Camat", "Staf"]
    assert (sop.has_time_column, sop.has_output_column, sop.has_requirements_column) == (True, True, True)
    assert [step.part for step in sop.steps] == [0, 0]
    assert [len(step.marks) for step in sop.steps] == [1, 1]
    assert texts(sop.warnings) == ["Bila terlambat"]


BREAKS = {
    "heading-repeated-tabs": (
        tabs(HEADING, ONE, TWO) + "\n" + tabs(HEADING, THREE, FOUR),
        [(True, 8, True, 14), (True, 8, True, 18)],
    ),
    "heading-repeated-pipes": (
        pipes(HEADING, ONE, TWO) + "\n" + pipes(HEADING, THREE, FOUR),
        [(True, 8, True, 14), (True, 8, True, 19)],
    ),
    "no-heading": (
        pipes(HEADING, ONE, TWO) + "\n" + pipes(THREE, FOUR),
        [(True, 8, True, 14), (False, 8, True, 19)],
    ),
    "page-number-between": (
        pipes(HEADING, ONE, TWO) + "\nHalaman 2\n\n" + pipes(THREE, FOUR),
        [(True, 8, True, 14), (False, 8, True, 21)],
    ),
    "column-numbers-repeated": (
        pipes(HEADING, NUMBERS, ONE, TWO) + "\n" + pipes(NUMBERS, THREE, FOUR),
        [(True, 8, True, 14), (False, 8, True, 20)],
    ),
    "a-column-less": (
        pipes(HEADING, ONE, TWO) + "\n" + pipes(HEADING[:-1], THREE[:-1], FOUR[:-1]),
        [(True, 8, True, 14), (True, 7, True, 19)],
    ),
    "a-column-less-and-no-heading": (
        pipes(HEADING, ONE, TWO) + "\n" + pipes(THREE[:-1], FOUR[:-1]),
        [(True, 8, True, 14), (False, 7, True, 19)],
    ),
    "html-tables": (
        html(HEADING, ONE, TWO) + "\n" + html(THREE, FOUR),
        [(True, 8, True, 14), (False, 8, True, 19)],
    ),
}


@pytest.mark.parametrize("layout", BREAKS)
def test_one_table_over_two_pages_is_one_table(layout: str) -> None:
    """Pages of one table are parts of it, with what each has of heading and columns."""
    text, expected = BREAKS[layout]

    sop = read_one(FORM + text)

    assert [plain(step) for step in sop.steps] == [S1, S2, S3, S4]
    assert parts(sop) == expected
    assert [step.part for step in sop.steps] == [0, 0, 1, 1]
    assert sop.forms == ()


@pytest.mark.parametrize(("count", "together"), [(1, True), (6, True), (7, False)])
def test_few_lines_may_stand_between_two_pages(count: int, together: bool) -> None:
    """Page numbers and a repeated title stand between pages, not a chapter."""
    between = "\n" + "".join(f"Halaman {n} dari 9\n" for n in range(1, count + 1)) + "\n"

    sop = read_one(FORM + pipes(HEADING, ONE, TWO) + between.replace("Halaman", "lembar") + pipes(THREE, FOUR))

    assert len(sop.steps) == (4 if together else 2)


@pytest.mark.parametrize(("number", "together"), [("3", True), ("5", True), ("6", False), ("2", False)])
def test_a_page_without_a_heading_goes_on_with_the_next_numbers(number: str, together: bool) -> None:
    """Rows that begin with quite another number are another table."""
    other = [number, "Menyimpan surat", "Surat", "Arsip"]

    sop = read_one(FORM + pipes(HEADING, ONE, TWO) + "\nlembar dua\n\n" + pipes(other))

    assert len(sop.steps) == (3 if together else 2)


def test_another_table_below_is_no_page_of_the_step_table() -> None:
    """A table whose rows do not go on with the steps is a form of its own."""
    other = pipes(["Nama", "Alamat", "Keperluan"], ["Tamu", "Desa", "Surat"])

    sop = read_one(FORM + pipes(HEADING, ONE, TWO) + "\n" + other)

    assert [plain(step) for step in sop.steps] == [S1, S2]
    assert [texts(form.columns) for form in sop.forms] == [["Nama", "Alamat", "Keperluan"]]


def test_a_step_tells_its_place() -> None:
    """Number, act, mark and time stand where the file has them."""
    step = read_one(FORM + tabs(HEADING, ONE)).steps[0]

    assert step.text is not None
    assert step.duration is not None
    assert (step.text.evidence[0].line, step.text.evidence[0].column) == (15, 3)
    assert (step.duration.text.evidence[0].line, step.duration.text.evidence[0].quote) == (15, "5 menit")
    assert (step.marks[0].actor, step.marks[0].kind, step.marks[0].text.value) == (1, "mark", "X")
    assert step.actors[0].evidence[0].quote == "X"
    assert (step.place.line, step.place.quote) == (15, "1 Mencatat surat masuk X Surat 5 menit Catatan")


@pytest.mark.parametrize(
    ("word", "kind"),
    [("Mulai", "start"), ("(START)", "start"), ("Selesai", "end"), ("Berakhir.", "end"), ("●", "mark"), ("√", "mark")],
)
def test_marks_have_kinds(word: str, kind: str) -> None:
    """The words in a drawn shape say whether it begins or ends the procedure."""
    step = read_one(FORM + tabs(HEADING, ["1", "Mencatat", word, *ONE[3:]])).steps[0]

    assert (step.marks[0].actor, step.marks[0].kind, step.marks[0].text.value) == (0, kind, word)


@pytest.mark.parametrize(
    ("heading", "cell", "minutes", "unit"),
    [
        ("Waktu", "15 menit", 15, "menit"),
        ("Waktu", "5 - 10 menit", 10, "menit"),
        ("Waktu", "2 jam", 120, "jam"),
        ("Waktu", "2 hari", 900, "hari"),
        ("Waktu (menit)", "15", 15, "menit"),
        ("Waktu (jam)", "2", 120, "jam"),
        ("Waktu", "tidak tentu", None, None),
        ("Waktu", "15", None, None),
    ],
)
def test_times_are_read_with_the_unit_of_their_heading(
    heading: str, cell: str, minutes: int | None, unit: str | None
) -> None:
    """A bare number has the unit of the heading, else its minutes are not known."""
    columns = [heading if title == "Waktu" else title for title in HEADING]

    duration = read_one(FORM + tabs(columns, [*ONE[:5], cell, *ONE[6:]])).steps[0].duration

    assert duration is not None
    assert (duration.text.value, value(duration.minutes), duration.unit) == (cell, minutes, unit)


def test_dashes_and_empty_cells_are_nothing() -> None:
    """A dash in a cell is no value; the column is there all the same."""
    sop = read_one(FORM + tabs(HEADING, ["1", "Mencatat", "", "X", "-", "–", "", "..."]))

    step = sop.steps[0]
    assert (step.requirements, step.duration, step.output, step.remarks) == (None, None, None, None)
    assert sop.has_time_column


def test_columns_that_are_not_there_are_known() -> None:
    """A table without time, output or requirements says so."""
    sop = read_one(FORM + tabs(["No", "Kegiatan", "Camat", "Output"], ["1", "Mencatat", "X", "Catatan"]))

    assert (sop.has_time_column, sop.has_output_column, sop.has_requirements_column) == (False, True, False)
    assert plain(sop.steps[0]) == (1, "Mencatat", ["Camat"], None, None, "Catatan", None)


def test_a_single_actor_column_holds_names() -> None:
    """`Pelaksana` without columns of its own names who acts in words."""
    columns = ["No", "Kegiatan", "Pelaksana", "Kelengkapan", "Waktu", "Output"]

    sop = read_one(FORM + tabs(columns, ["1", "Mencatat", "Staf Umum", "Surat", "5 menit", "Catatan"]))

    assert texts(sop.actors) == ["Staf Umum"]
    assert plain(sop.steps[0]) == (1, "Mencatat", ["Staf Umum"], "Surat", 5, "Catatan", None)
    assert sop.steps[0].marks == ()


def test_numbers_before_the_act_count_where_there_is_no_column_for_them() -> None:
    """`1. Mencatat` is step 1."""
    sop = read_one(FORM + tabs(HEADING[1:], ["1. Mencatat", *ONE[2:]], ["2. Membaca", *TWO[2:]]))

    assert [(step.number, value(step.no), value(step.text)) for step in sop.steps] == [
        (1, "1", "Mencatat"),
        (2, "2", "Membaca"),
    ]
    assert [part.numbered for part in sop.parts] == [False]


def test_letters_are_no_numbers() -> None:
    """A step lettered a. keeps its letter."""
    sop = read_one(FORM + tabs(HEADING, ["a.", *ONE[1:]], ["b.", *TWO[1:]]))

    assert [(step.number, value(step.no)) for step in sop.steps] == [(None, "a."), (None, "b.")]


def test_a_gap_in_the_numbers_is_kept() -> None:
    """Numbers are read as printed."""
    sop = read_one(FORM + tabs(HEADING, ONE, THREE))

    assert [step.number for step in sop.steps] == [1, 3]


def test_lists_in_cells_keep_their_numbers() -> None:
    """Several things in one cell are one value, with a place for each."""
    row = ["1", "Mencatat", "", "X", "<ol><li>Surat</li><li>Buku</li></ol>", "5 menit", "- Catatan<br>- Agenda", ""]

    step = read_one(FORM + html(HEADING, row)).steps[0]

    assert value(step.requirements) == "1. Surat 2. Buku"
    assert value(step.output) == "Catatan Agenda"
    assert step.requirements is not None
    assert [place.quote for place in step.requirements.evidence] == ["Surat", "Buku"]


def test_a_third_row_may_name_the_actors_of_a_group() -> None:
    """`Kelurahan` in the second row spans the columns that the third one names."""
    header = (
        "No\tKegiatan\tPelaksana\t\t\tMutu Baku\t\t\tKet\n"
        "\t\tPemohon\tKelurahan\t\tKelengkapan\tWaktu\tOutput\t\n"
        "\t\t\tStaf\tLurah\t\t\t\t\n"
    )
    sop = read_one(FORM + header + "1\tMembaca surat\t\t\tv\tSurat\t5 menit\tDisposisi\t\n")

    assert [actor.value for actor in sop.actors] == ["Pemohon", "Staf", "Lurah"]
    assert [actor.value for actor in sop.steps[0].actors] == ["Lurah"]
    assert len(sop.steps) == 1


def test_a_sentence_over_the_table_is_no_title() -> None:
    """`SOP ini wajib ...` stays where it stands, such as in Peringatan."""
    sop = read_one(FORM + "Peringatan\nSOP ini wajib dilaksanakan\n\n" + tabs(HEADING, ONE))

    assert sop.procedure_title is None
    assert [warning.value for warning in sop.warnings][-1] == "SOP ini wajib dilaksanakan"


def test_the_title_over_the_table_is_the_title_of_the_procedure() -> None:
    """A line `SOP ...` right over the table names the procedure."""
    sop = read_one(FORM + "SOP PENCATATAN SURAT\n" + tabs(HEADING, ONE))

    assert sop.procedure_title is not None
    place = sop.procedure_title.evidence[0]
    assert (sop.procedure_title.value, place.line, place.column) == ("PENCATATAN SURAT", 14, 5)


DAMAGED = "No Uraian Kegiatan Pelaksana Mutu Baku Ket\nCamat Staf Kelengkapan Waktu Output\n1 Mencatat surat 5 menit\n"


def test_a_table_without_its_columns_is_unreadable() -> None:
    """Where only the words of the heading are left, nothing is guessed about the steps."""
    sop = read_one(FORM + DAMAGED)

    assert sop.steps_state == "unreadable"
    assert sop.steps == ()
    assert sop.steps_place is not None
    assert sop.steps_place.line == 14


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("Mutu baku ditetapkan oleh pimpinan.\n", id="words-in-a-sentence"),
        pytest.param(tabs(["No", "Nama", "Alamat"], ["1", "Tamu", "Desa"]), id="another-table"),
        pytest.param(tabs(HEADING), id="heading-only"),
        pytest.param(tabs(HEADING, NUMBERS), id="column-numbers-only"),
    ],
)
def test_without_steps_the_table_is_absent(text: str) -> None:
    """No row, no step table."""
    sop = read_one(FORM + text)

    assert sop.steps_state == "absent"
    assert sop.steps == ()


def test_a_row_at_the_end_of_the_file_may_be_cut_off() -> None:
    """The last row with cells missing is cut; the same row before another one is not."""
    short = ["3", "Menyimpan surat", "", "X"]

    last = read_one(FORM + tabs(HEADING, ONE, short)).steps[-1]
    inner = read_one(FORM + tabs(HEADING, ONE, short, FOUR)).steps[1]

    assert (last.number, last.cut) == (3, True)
    assert (inner.number, inner.cut) == (3, False)
