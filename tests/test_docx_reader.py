"""What a Word file shows, told as blocks: each thing that Word stores in a way of its own."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from readers.docx import DOCX, read_docx
from readers.reader import read_document
from schemas.blocks import Block, Document, Heading, ListItem, Table
from tests.word_files import (
    GRID,
    NAMESPACES,
    W,
    anchored,
    cell,
    docx,
    docx_parts,
    levels,
    listed,
    p,
    picture,
    r,
    shape,
    table,
    wsp,
)  # fmt: skip
from tests.workbooks import packed, relations

CENTIMETRE = 360_000
GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
VML_GROUP = (
    '<v:group style="position:absolute;margin-left:0;width:100pt;height:90pt" coordsize="1000,100">'
    '<v:rect style="left:600;width:100;height:9"/></v:group>'
)
WIDTH = GRID * 635
"""EMU of a column of `table`."""


def read(body: str, **parts) -> Document:
    """Read a file with this body."""
    return read_docx(docx(body, **parts), name="a.docx")


def words(blocks: Iterable[Block]) -> list[object]:
    """Show running text as (kind, marker and text), tables as rows of cells."""
    shown: list[object] = []
    for block in blocks:
        if isinstance(block, Table):
            shown.append(rows(block))
        elif isinstance(block, Heading):
            shown.append((f"h{block.level}", *filter(None, [block.marker]), *(piece.text for piece in block.pieces)))
        else:
            texts = [" ".join(filter(None, [piece.marker, piece.text])) for piece in block.pieces]
            shown.append(("item" if isinstance(block, ListItem) else "p", *texts))
    return shown


def rows(block: Table) -> list[list[str]]:
    """Show a table: marker, words and figure of each piece."""
    return [
        [
            "/".join(
                " ".join(filter(None, [piece.marker, piece.text, piece.shape and f"<{piece.shape}>"]))
                for piece in one.pieces
            )
            for one in row.cells
        ]
        for row in block.rows
    ]


def grid(document: Document) -> list[list[str]]:
    """The rows of the only table."""
    (found,) = [block for block in document.blocks if isinstance(block, Table)]
    return rows(found)


# Words


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        pytest.param(p("Camat ", r("Bukit", "<w:i/>"), " Asri"), [("p", "Camat Bukit Asri")], id="runs"),
        pytest.param(p("A", "<w:r><w:br/></w:r>", "B"), [("p", "A", "B")], id="line-break"),
        pytest.param(p("A", '<w:r><w:br w:type="page"/></w:r>', "B"), [("p", "A", "B")], id="page-break"),
        pytest.param(p("A", "<w:r><w:noBreakHyphen/></w:r>", "B"), [("p", "A-B")], id="hyphen"),
        pytest.param(p("A\u00adB\u200b"), [("p", "AB")], id="characters-that-print-nothing"),
        pytest.param(p("Halaman 3 dari 9") + p("A"), [("p", "A")], id="page-number"),
        pytest.param(p("1. A; 2. B"), [("item", "1. A;"), ("item", "2. B")], id="typed-list"),
        pytest.param(p("II. Maksud"), [("h2", "II.", "Maksud")], id="typed-roman"),
        pytest.param(p("-\tA") + p("-\tB"), [("item", "- A"), ("item", "- B")], id="tab-after-bullet"),
        pytest.param(p("Nama\tA\tB") + p("NIP\t:\t1"), [[["Nama", "A", "B"], ["NIP", ":", "1"]]], id="tabs-are-rows"),
        pytest.param(p("a &lt; b &amp; *c* |d|"), [("p", "a < b & *c* |d|")], id="no-markup"),
        pytest.param(p('<w:hyperlink r:id="x">' + r("tautan") + "</w:hyperlink>"), [("p", "tautan")], id="link"),
        pytest.param(p("<w:smartTag>" + r("A") + "</w:smartTag>", "<w:customXml>" + r("B") + "</w:customXml>"),
                     [("p", "AB")], id="tags"),
        pytest.param(p("<w:sdt><w:sdtPr/><w:sdtContent>" + r("000/1") + "</w:sdtContent></w:sdt>"), [("p", "000/1")],
                     id="control"),
        pytest.param("<w:sdt><w:sdtContent>" + p("A") + "</w:sdtContent></w:sdt>", [("p", "A")], id="block-control"),
        pytest.param(p("A", "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + r("Klik di sini") +
                       "</w:sdtContent></w:sdt>"), [("p", "A")], id="prompt-of-a-control"),
        pytest.param(p('<w:fldSimple w:instr="DATE">' + r("2 Mei") + "</w:fldSimple>"), [("p", "2 Mei")], id="field"),
        pytest.param(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "<w:r><w:instrText>REF x</w:instrText></w:r>",
                       r("salah"), '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', r("benar"),
                       '<w:r><w:fldChar w:fldCharType="end"/></w:r>', r("!")), [("p", "benar!")], id="long-field"),
        pytest.param(p("A", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p("B"), [("p", "A"), ("p", "B")],
                     id="field-without-end"),
        pytest.param(p('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/>'
                       "</w:checkBox></w:ffData></w:fldChar></w:r>", '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
                       r(" ya")), [("p", "☑ ya")], id="check-box"),
        pytest.param(p('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'), [("p", "√")], id="symbol"),
        pytest.param(p('<w:r><w:sym w:font="Wingdings" w:char="zz"/></w:r>'), [("p", "•")], id="symbol-of-nothing"),
        pytest.param(p(r("ü", '<w:rFonts w:ascii="Wingdings"/>')), [("p", "√")], id="symbol-font"),
        pytest.param(p("A") + '<w:p><w:commentRangeStart w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:p>',
                     [("p", "A")], id="comment"),
        pytest.param('<w:p><w:r><mc:AlternateContent><mc:Choice Requires="zzz"><w:t>baru</w:t></mc:Choice><mc:Fallback>'
                     "<w:t>lama</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>", [("p", "lama")], id="fallback"),
        pytest.param(p(properties='<w:outlineLvl w:val="1"/>') + p("A"), [("p", "A")], id="heading-of-nothing"),
        pytest.param(p("A", properties='<w:outlineLvl w:val="1"/>'), [("h2", "A")], id="outline-level"),
        pytest.param(p("A", properties='<w:outlineLvl w:val="9"/>'), [("p", "A")], id="outline-of-body-text"),
        pytest.param(p(r("A", "<w:b/>"), r(" B", "<w:b/>")), [("h2", "A B")], id="bold"),
        pytest.param(p(r("A", "<w:b/>"), r(" B")), [("p", "A B")], id="half-bold"),
        pytest.param(p(r("A", '<w:b w:val="0"/>')), [("p", "A")], id="bold-switched-off"),
        pytest.param(p(r("Camat", "<w:caps/>"), r(" A", "<w:caps/>")), [("p", "CAMAT A")], id="capitals"),
        pytest.param(p("A\n B"), [("p", "A  B")], id="line-end-in-the-file"),
        pytest.param(p(r("x" * 401, "<w:b/>")), [("p", "x" * 401)], id="long-bold-is-no-heading"),
    ],
)  # fmt: skip
def test_words(body: str, shown: list[object]):
    """As they show on the page."""
    assert words(read(body).blocks) == shown


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H3"><w:name w:val="heading 3"/><w:basedOn w:val="N"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Bab"/><w:basedOn w:val="H3"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="Daftar"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
    "</w:pPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="L2"><w:name w:val="Daftar 2"/><w:basedOn w:val="L"/></w:style>'
    '<w:style w:type="character" w:styleId="B"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="X"><w:name w:val="X"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>'
)


@pytest.mark.parametrize(
    ("style", "shown"),
    [("H3", ("h3", "A")), ("Own", ("h3", "A")), ("T", ("h1", "A")), ("Loop", ("p", "A")), ("Tidak ada", ("p", "A"))],
)
def test_styles_make_headings(style: str, shown: tuple[str, str]):
    """By themselves or by what they are based on."""
    assert words(read(p("A", style=style), styles=STYLES).blocks) == [shown]


def test_styles_of_runs():
    """Make words bold or hide them."""
    body = p(r("A", '<w:rStyle w:val="B"/>')) + p("B", r("C", '<w:rStyle w:val="X"/>'))

    assert words(read(body, styles=STYLES).blocks) == [("h2", "A"), ("p", "B")]


# Lists

DECIMAL = levels(("decimal", "%1."), ("lowerLetter", "%2."), ("lowerRoman", "%3)"))


@pytest.mark.parametrize(
    ("numbering", "body", "markers"),
    [
        pytest.param(DECIMAL, [(1, 0), (1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (1, 2)],
                     ["1.", "2.", "a.", "b.", "3.", "a.", "i)"], id="levels-begin-anew"),
        pytest.param(levels(("upperRoman", "%1."), ("decimal", "%1.%2")), [(1, 0), (1, 1), (1, 1)],
                     ["I.", "I.1", "I.2"], id="numbers-of-higher-levels"),
        pytest.param(levels(("upperRoman", "%1."), ("decimal", "%1.%2"), more="<w:isLgl/>"), [(1, 0), (1, 1)],
                     ["1.", "1.1"], id="legal"),
        pytest.param(levels(("bullet", "\uf0b7"), ("bullet", "-"), ("bullet", "")), [(1, 0), (1, 1), (1, 2)],
                     ["•", "-", None], id="bullets"),
        pytest.param(levels(("none", "")), [(1, 0)], [None], id="nothing-printed"),
        pytest.param(levels(("decimalZero", "(%1)")), [(1, 0)], ["(01)"], id="zero"),
        pytest.param(levels(("upperLetter", "%1."), more='<w:start w:val="26"/>'), [(1, 0), (1, 0)], ["Z.", "AA."],
                     id="letters-after-z"),
        pytest.param(levels(("decimal", "%1."), ("decimal", "%2."), more='<w:lvlRestart w:val="0"/>'),
                     [(1, 0), (1, 1), (1, 0), (1, 1)], ["1.", "1.", "2.", "2."], id="level-that-never-restarts"),
        pytest.param(DECIMAL + '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>', [(1, 0), (2, 0), (1, 0)],
                     ["1.", "2.", "3."], id="two-lists-of-one-definition"),
        pytest.param(DECIMAL + '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
                     '<w:startOverride w:val="1"/></w:lvlOverride></w:num>', [(1, 0), (1, 0), (2, 0), (2, 0)],
                     ["1.", "2.", "1.", "2."], id="list-that-restarts"),
        pytest.param(DECIMAL + '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
                     '<w:lvl w:ilvl="0"><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride>'
                     "</w:num>", [(2, 0)], ["A)"], id="level-of-its-own"),
        pytest.param(DECIMAL, [(0, 0), (9, 0)], [None, None], id="no-list"),
        pytest.param('<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"/>', [(1, 0), (2, 0)],
                     [None, None], id="list-of-nothing"),
        pytest.param(DECIMAL, [(1, 300_000_000), (1, -5)], ["1.", "1."], id="odd-levels"),
    ],
)  # fmt: skip
def test_numbers_as_word_counts_them(numbering: str, body: list[tuple[int, int]], markers: list[str | None]):
    """Each paragraph has the number that shows before it."""
    document = read("".join(listed("Kata", number, level) for number, level in body), numbering=numbering)

    shown = [block.marker if isinstance(block, Heading) else block.pieces[0].marker
             for block in document.blocks if not isinstance(block, Table)]  # fmt: skip
    assert shown == markers


def test_numbers_by_style():
    """A style and those that are based on it belong to a list; 0 takes a paragraph out of it."""
    out = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p("A", style="L") + p("B", style="L", properties=out) + p("C", style="L2")

    assert words(read(body, numbering=DECIMAL, styles=STYLES).blocks) == [
        ("item", "1. A"),
        ("p", "B"),
        ("item", "2. C"),
    ]


def test_level_by_style():
    """The level of a list names the style that belongs to it."""
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1">'
        '<w:numFmt w:val="lowerLetter"/><w:pStyle w:val="L2"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )

    body = p("A", style="L") + p("B", style="L2")
    assert words(read(body, numbering=numbering, styles=STYLES).blocks) == [("item", "1. A"), ("item", "a) B")]


def test_list_that_is_a_style():
    """A definition may only name the style that has the list."""
    numbering = (
        '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="5"/></w:num>' + DECIMAL
    )

    assert words(read(listed("A", 5), numbering=numbering, styles=STYLES).blocks) == [("item", "1. A")]


def test_numbers_that_are_words():
    """`Pasal 1` is no number of an item."""
    assert words(read(listed("A"), numbering=levels(("decimal", "Pasal %1"))).blocks) == [("p", "Pasal 1 A")]


def test_numbered_headings():
    """A roman number makes a heading; a heading keeps its number."""
    body = listed("Latar Belakang") + p(
        r("Umum", "<w:b/>"), properties='<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
    )

    numbering = levels(("upperRoman", "%1."), ("upperLetter", "%2."))
    assert words(read(body, numbering=numbering).blocks) == [("h2", "I.", "Latar Belakang"), ("h2", "A.", "Umum")]


def test_number_alone_in_a_cell():
    """The column of numbers of a step table often holds nothing but an automatic number."""
    row = [cell(listed("")), cell(listed("", 2))]
    document = read(table(row, row, ["Isi", ""]), numbering=DECIMAL + levels(("bullet", "•"), number=2))

    assert grid(document) == [["1.", ""], ["2.", ""], ["Isi", ""]]


# Tables


def test_merged_cells():
    """Each area is one cell; what it covers is empty."""
    document = read(
        table(
            [cell("A", merge="restart"), cell("B", span=2)],
            [cell("tak tampak", merge="continue"), "C", "D"],
            ["E", cell("F", merge="continue"), "G"],
            widths=[GRID] * 3,
        )
    )

    assert grid(document) == [["A", "B", ""], ["", "C", "D"], ["E", "F", "G"]]
    first = next(block for block in document.blocks if isinstance(block, Table)).rows[0]
    assert [(one.rowspan, one.colspan) for one in first.cells] == [(2, 1), (1, 2), (1, 1)]


def test_rows_that_begin_later():
    """`gridBefore` leaves out columns."""
    late = '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell("C") + "</w:tr></w:tbl>"
    assert grid(read(table(["A", "B"]).replace("</w:tbl>", late))) == [["A", "B"], ["", "C"]]


@pytest.mark.parametrize(("moved", "width"), [(100, 2), (400, 3)])
def test_borders_moved_by_a_hair_are_one(moved: int, width: int):
    """Word makes a column of its own of each."""
    document = read(table(["A", cell("B", span=2)], [cell("C", span=2), "D"], widths=[GRID, moved, GRID]))

    assert {len(row) for row in grid(document)} == {width}
    assert [[text for text in row if text] for row in grid(document)] == [["A", "B"], ["C", "D"]]


def test_narrow_columns_stay():
    """Where one border for two would lose a cell."""
    assert grid(read(table(["A", "B", "C"], widths=[GRID, 100, GRID]))) == [["A", "B", "C"]]


def test_rows_and_cells_in_controls():
    """Content controls may stand around them."""
    body = table(["A", "B"]).replace("<w:tr>", "<w:sdt><w:sdtContent><w:tr>")
    assert grid(read(body.replace("</w:tr>", "</w:tr></w:sdtContent></w:sdt>"))) == [["A", "B"]]


def test_lists_and_lines_in_cells():
    """Each paragraph, line and item is a piece."""
    content = cell("A", listed("B"), listed("C"), p("D", "<w:r><w:br/></w:r>", "E\tF"), "1. G; 2. H")
    assert grid(read(table([content, ""]), numbering=DECIMAL)) == [["A/1. B/2. C/D/E F/1. G;/2. H", ""]]


def test_small_table_in_a_cell_is_its_words():
    """Short cells of a row are one line."""
    inner = table(["NIP", ": 1"], [cell("A", "B"), "C"])
    assert grid(read(table([cell("Disahkan"), cell("Camat", inner)]))) == [["Disahkan", "Camat/NIP : 1/A/B/C"]]


def test_form_in_a_cell_is_a_table():
    """After the row in which it stands; numbers of paragraphs follow the page."""
    inner = table(["Nomor", "1"], ["Judul", "2"], ["Tanggal", "3"])
    document = read(table(["KOP", cell(inner, "X")], ["Bawah", ""]))

    assert words(document.blocks) == [
        [["KOP", "X"]], [["Nomor", "1"], ["Judul", "2"], ["Tanggal", "3"]], [["Bawah", ""]]
    ]  # fmt: skip


def test_table_in_a_step_table_is_its_words():
    """A wide table is no layout."""
    inner = table(["a", "b"], ["c", "d"], ["e", "f"])
    assert grid(read(table(["1", "Isi", cell(inner), "x"]))) == [["1", "Isi", "a b/c d/e f", "x"]]


# Figures


@pytest.mark.parametrize(
    ("preset", "shown"),
    [
        ("flowChartTerminator", "terminator"), ("roundRect", "terminator"), ("flowChartProcess", "box"),
        ("rect", "box"), ("flowChartDocument", "box"), ("flowChartDecision", "decision"), ("diamond", "decision"),
        ("flowChartOffpageConnector", "connector"), ("ellipse", "connector"),
    ],
)  # fmt: skip
def test_figures_stand_in_their_cells(preset: str, shown: str):
    """Without the words of the fallback."""
    assert grid(read(table(["A", cell(p(shape(preset))), "B"]))) == [["A", f"<{shown}>", "B"]]


@pytest.mark.parametrize("preset", ["line", "straightConnector1", "bentConnector3", "rightArrow", "bracePair"])
def test_arrows_are_no_figures(preset: str):
    """They lead from one to the next."""
    assert grid(read(table(["A", cell(p(shape(preset)))]))) == [["A", ""]]


def test_words_in_figures():
    """Stand with the figure; a text box is words alone."""
    row = [cell(p(shape("flowChartTerminator", "Mulai"))), cell(p(shape("rect", "Ya", more='txBox="1"')))]
    assert grid(read(table(row))) == [["Mulai <terminator>", "Ya"]]


@pytest.mark.parametrize(
    ("x", "column"), [(0, 1), (WIDTH, 2), (-WIDTH, 0), (2 * WIDTH + 99, 3), (-9 * WIDTH, 1), (9 * WIDTH, 1)]
)
def test_figures_drawn_over_another_cell(x: int, column: int):
    """Stand where their middle is; one that hangs beside the table, at its anchor."""
    row = grid(read(table(["", cell(p(shape("rect", x=x))), "", "."])))[0]
    assert row.index("<box>" if column != 3 else "./<box>") == column


@pytest.mark.parametrize(
    ("across", "of_cell", "x", "shown"),
    [
        ("page", True, 0, "<box>"), ("margin", True, 0, "<box>"), ("column", False, 0, "<box>"),
        ("page", True, WIDTH, ""), ("margin", True, -WIDTH, ""), ("column", False, WIDTH, ""),
    ],
)  # fmt: skip
def test_figures_whose_place_counts_from_the_page(across: str, of_cell: bool, x: int, shown: str):
    """Stand in the cell in which they hang, or nowhere: nobody but Word knows where the table stands."""
    document = read(table(["", cell(p(shape("rect", x=x, across=across, of_cell=of_cell))), "."]))
    assert grid(document) == [["", shown, "."]]
    assert document.shows_marks is bool(shown)


def test_figures_of_libreoffice_count_from_their_cell():
    """Whatever it writes about that."""
    drawn = shape("rect", x=WIDTH, across="margin", of_cell=False)
    about = "<Properties><Application>LibreOffice/24.2</Application></Properties>"
    document = read(table(["", cell(p(drawn)), "."]), more={"docProps/app.xml": about})
    assert grid(document) == [["", "", "./<box>"]]


@pytest.mark.parametrize(("allowed", "shown"), [("t", "<box>"), ("f", "")])
def test_old_figures_whose_place_counts_from_the_page(allowed: str, shown: str):
    """As above; one that leads out of its cell stands nowhere."""
    style = "position:absolute;margin-left:60pt;width:20pt;height:9pt"
    drawn = f'<w:r><w:pict><v:rect o:allowincell="{allowed}" style="{style}"/></w:pict></w:r>'
    assert grid(read(table([cell(p("A", drawn)), ""]))) == [["A", shown]]


@pytest.mark.parametrize(("y", "placed"), [(-3, False), (-2, True), (0, True), (3, True), (5, False)])
def test_figures_far_below_their_anchor_stand_nowhere(y: int, placed: bool):
    """Nobody knows how high the rows are: that is said."""
    document = read(table(["A", cell(p(shape("rect", y=y * CENTIMETRE)))]))

    assert grid(document) == [["A", "<box>" if placed else ""]]
    assert document.shows_marks is placed
    assert [notice.code for notice in document.notices] == ([] if placed else ["figures-not-placed"])


def test_figures_outside_of_tables_stand_nowhere():
    """A flow chart that is drawn over a table, or beside one."""
    document = read(p("A", shape("flowChartDecision", "Layak?", x=5)) + p("B"))

    assert words(document.blocks) == [("p", "A"), ("p", "Layak?"), ("p", "B")]
    assert not document.shows_marks
    assert document.notices[0].evidence[0].cell == "paragraf 1"


def test_groups_of_figures():
    """Each figure of a group stands by itself, scaled as the group is."""
    inside = (
        '<wpg:wgp><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1" cy="1"/><a:chOff x="100" y="0"/>'
        '<a:chExt cx="300" cy="100"/></a:xfrm></wpg:grpSpPr>'
        f"{wsp('rect', box=(100, 0, 100, 50))}{wsp('diamond', box=(300, 0, 100, 50))}</wpg:wgp>"
    )
    drawn = anchored(inside, GROUP, x=0, size=(3 * WIDTH, 400_000))

    assert grid(read(table([cell(p(drawn)), "", ""], ["A"]))) == [["<box>", "", "<decision>"], ["A", "", ""]]


@pytest.mark.parametrize(
    ("vml", "shown"),
    [
        ('<v:shape type="#_x0000_t116" style="position:absolute;margin-left:5pt;width:20pt;height:9pt"/>',
         ["<terminator>", ""]),
        ('<v:shape type="#_x0000_t110" style="position:absolute;margin-left:55pt;width:20pt"/>', ["", "<decision>"]),
        ('<v:rect style="width:20pt"/>', ["<box>", ""]),
        ("<v:roundrect><v:textbox><w:txbxContent>" + p("Mulai") + "</w:txbxContent></v:textbox></v:roundrect>",
         ["Mulai <terminator>", ""]),
        ('<v:shape type="#_x0000_t202"><v:textbox><w:txbxContent>' + p("Ya") + "</w:txbxContent></v:textbox></v:shape>",
         ["Ya", ""]),
        ('<v:line from="1,1"/><v:shape type="#_x0000_t32"/>', ["", ""]),
        ('<v:shape type="#_x0000_t75"><v:imagedata/></v:shape>', ["<image>", ""]),
        (VML_GROUP, ["", "<box>"]),
    ],
)  # fmt: skip
def test_figures_of_older_files(vml: str, shown: list[str]):
    """In VML."""
    body = table([cell(p(f"<w:r><w:pict>{vml}</w:pict></w:r>")), ""], ["A", "B"])
    assert grid(read(body)) == [shown, ["A", "B"]]


def test_text_boxes_and_pictures_in_running_text():
    """Stand after the paragraph that they hang on."""
    box = shape("rect", "KABUPATEN", more='txBox="1"')
    document = read(p("A", box, picture()) + p("B"))

    assert words(document.blocks) == [("p", "A"), ("p", "KABUPATEN"), ("p", ""), ("p", "B")]
    assert document.blocks[2].pieces[0].shape == "image"
    assert document.shows_marks


def test_text_box_in_a_cell():
    """Each of its paragraphs stands by itself."""
    box = shape("rect", "Camat", more='txBox="1"').replace("</w:txbxContent>", p("NIP 1") + "</w:txbxContent>")
    assert grid(read(table(["Disahkan", cell(p("Oleh", box))]))) == [["Disahkan", "Oleh/Camat/NIP 1"]]


@pytest.mark.parametrize(("width", "height", "shown"), [(50_000, 90_000, ""), (90_000, 50_000, ""), (3_000_000, 9, ""),
                                                        (90_000, 90_000, "<box>"), (0, 0, "<box>")])  # fmt: skip
def test_lines_and_frames_are_no_boxes(width: int, height: int, shown: str):
    """A box of the size of a symbol is."""
    drawn = anchored(wsp("rect"), "wps", x=0, size=(width, height))
    assert grid(read(table(["A", cell(p(drawn))]))) == [["A", shown]]


@pytest.mark.parametrize(("below", "shown"), [(1.1, "<box>/<box>"), (1.4, "<box>")])
def test_figures_below_one_another_are_of_several_rows(below: float, shown: str):
    """All of them may hang on the first row."""
    row = [cell(p("A", shape("rect")), p(shape("rect", y=int(below * CENTIMETRE)))), "B"]
    document = read(table(row))

    assert grid(document) == [[f"A/{shown}", "B"]]
    assert document.shows_marks is (below < 1.2)


# Headers, footers, changes, and what is not read


def part(kind: str, content: str) -> str:
    """A header or footer."""
    return f"<w:{kind} {NAMESPACES}>{content}</w:{kind}>"


def test_header_of_the_first_page_and_footers():
    """The letterhead may stand there; page numbers are left out."""
    references = "".join(
        f'<w:{what}Reference w:type="{kind}" r:id="rId{what}{number}"/>'
        for what, kind, number in [("header", "first", 1), ("header", "default", 2), ("footer", "default", 1)]
    )
    more = {
        "word/header1.xml": part("hdr", p("PEMERINTAH")), "word/header2.xml": part("hdr", p("lain")),
        "word/footer1.xml": part("ftr", p("Halaman 1") + p("BSrE")),
    }  # fmt: skip

    first = read(p("A"), section=references + "<w:titlePg/>", more=more)
    assert words(first.blocks) == [("p", "PEMERINTAH"), ("p", "A"), ("p", "BSrE")]
    assert [block.pieces[0].cell for block in first.blocks] == ["kepala halaman", "paragraf 2", "kaki halaman"]
    assert words(read(p("A"), section=references, more=more).blocks)[0] == ("p", "lain")
    more["word/header1.xml"] = part("hdr", p(""))
    assert words(read(p("A"), section=references + "<w:titlePg/>", more=more).blocks)[0] == ("p", "lain")


def test_header_behind_a_cover():
    """Stands where its section begins; those of later sections repeat what is known."""
    reference = '<w:headerReference w:type="default" r:id="rIdheader{}"/>'
    more = {"word/header1.xml": part("hdr", p("PEMERINTAH")), "word/header2.xml": part("hdr", p("LANJUTAN"))}
    cover = p("SAMPUL", properties="<w:sectPr/>")
    form = p("FORMULIR", properties=f"<w:sectPr>{reference.format(1)}</w:sectPr>")

    document = read(cover + form + p("LANGKAH"), section=reference.format(2), more=more)
    assert words(document.blocks) == [("p", "SAMPUL"), ("p", "PEMERINTAH"), ("p", "FORMULIR"), ("p", "LANGKAH")]
    places = [block.pieces[0].cell for block in document.blocks if not isinstance(block, Table)]
    assert places == ["paragraf 1", "kepala halaman", "paragraf 3", "paragraf 4"]


def test_sections_take_over_footers():
    """And each is read once; one with no word of its own is not."""
    reference = '<w:footerReference w:type="default" r:id="rIdfooter{}"/>'
    more = {"word/footer1.xml": part("ftr", p("SOP Arsip")), "word/footer2.xml": part("ftr", p("Arsip SOP 2")),
            "word/footer3.xml": part("ftr", p("Rahasia"))}  # fmt: skip
    body = "".join(
        p(at, properties=f"<w:sectPr>{reference.format(at) if at < '4' else ''}</w:sectPr>") for at in "1234"
    )

    assert words(read(body, more=more).blocks)[4:] == [("p", "SOP Arsip"), ("p", "Rahasia")]


def test_tracked_changes_are_read_as_accepted():
    """And said, with the first place."""
    document = read(
        p("Satu")
        + p("Waktu ", "<w:del>" + r("30").replace("w:t", "w:delText") + "</w:del>", "<w:ins>" + r("15") + "</w:ins>")
        + p("<w:moveFrom>" + r("pergi") + "</w:moveFrom>", "<w:moveTo>" + r("datang") + "</w:moveTo>")
        + p("Ber", properties="<w:rPr><w:del/></w:rPr>")
        + p("sambung")
        + table(["A"]).replace("</w:tr>", "</w:tr><w:tr><w:trPr><w:del/></w:trPr>" + cell("hapus") + "</w:tr>")
    )

    assert words(document.blocks) == [("p", "Satu"), ("p", "Waktu 15"), ("p", "datang"), ("p", "Bersambung"), [["A"]]]
    (notice,) = document.notices
    assert notice.code == "tracked-changes"
    assert "2 sisipan, 3 penghapusan" in notice.message
    assert notice.evidence[0].cell == "paragraf 2"


def test_hidden_words_are_left_out_and_said():
    """What does not print is not judged."""
    document = read(p("A", r("rahasia", "<w:vanish/>")))

    assert words(document.blocks) == [("p", "A")]
    assert [(one.code, one.evidence[0].quote) for one in document.notices] == [("hidden-text", "rahasia")]


def test_struck_words_are_left_out_and_said():
    """Somebody crossed them out."""
    document = read(p(r("30", "<w:strike/>"), r("15", '<w:strike w:val="0"/>'), r("45", "<w:dstrike/>"), " menit"))

    assert words(document.blocks) == [("p", "15 menit")]
    assert [(one.code, one.evidence[0].quote) for one in document.notices] == [("struck-text", "30")]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ('<w:altChunk r:id="x"/>', "altChunk"),
        (p("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"), "persamaan"),
        (p('<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject ProgID="Excel"/></w:object></w:r>'), "OLE"),
        (p(anchored("<x/>", "http://schemas.openxmlformats.org/drawingml/2006/diagram", x=0)), "SmartArt"),
        (p(anchored("<x/>", "http://schemas.openxmlformats.org/drawingml/2006/chart", x=0)), "grafik"),
        (p('<w:r><w:footnoteReference w:id="1"/></w:r>'), "catatan kaki"),
        (p('<w:r><w:endnoteReference w:id="1"/></w:r>'), "catatan kaki"),
        (p('<w:r><w:commentReference w:id="1"/></w:r>'), "komentar"),
    ],
)
def test_what_cannot_be_read_is_said(body: str, name: str):
    """By its name."""
    document = read(p("A") + body)

    assert words(document.blocks) == [("p", "A")]
    assert [notice.code for notice in document.notices] == ["parts-not-read"]
    assert f"1 {name}" in document.notices[0].message or name in document.notices[0].message


def test_chosen_entry_of_a_list():
    """A form of Word 97 keeps it apart from the words."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="{}"/>{}</w:ddList></w:ffData>'
    entries = '<w:listEntry w:val="Camat"/><w:listEntry w:val="Lurah"/>'
    end = '</w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    for chosen, shown in (("1", "Oleh Lurah"), ("0", "Oleh Camat"), ("9", "Oleh")):
        assert words(read(p("Oleh ", begin.format(chosen, entries) + end)).blocks) == [("p", shown)]


def test_cells_merged_the_old_way_and_cells_taken_away():
    """Belong to the one on their left."""
    merged = [cell("A"), cell("").replace("<w:tcPr>", "<w:tcPr><w:hMerge/>"), "B"]
    first = merged[0].replace("<w:tcPr>", '<w:tcPr><w:hMerge w:val="restart"/>')
    document = read(table([first, *merged[1:]], ["C", "D", "E"]))
    assert grid(document) == [["A", "", "B"], ["C", "D", "E"]]
    gone = cell("hapus").replace("<w:tcPr>", "<w:tcPr><w:cellDel/>")
    assert grid(read(table(["A", gone, "B"], ["C", "D", "E"]))) == [["A", "", "B"], ["C", "D", "E"]]


def test_rows_in_which_no_cell_begins():
    """Stand on the line of the row above, not at the end of the table."""
    document = read(table([cell("A", merge="restart")], [cell(merge="continue")], ["B"]) + p("C"))
    (found,) = [block for block in document.blocks if isinstance(block, Table)]
    assert [row.line for row in found.rows] == [1, 1, 2]


def test_picture_bullets():
    """Are bullets."""
    numbering = levels(("bullet", ""), more='<w:lvlPicBulletId w:val="0"/>')
    assert words(read(listed("A"), numbering=numbering).blocks) == [("item", "• A")]


def test_widths_of_strict_files():
    """Are points; a figure over the second column stands there."""
    drawn = cell(p("A", shape("rect", x=WIDTH)))
    body = table([drawn, ""]).replace(f'<w:gridCol w:w="{GRID}"/>', f'<w:gridCol w:w="{GRID // 20}.00pt"/>')
    assert grid(read(body)) == [["A", "<box>"]]


# Places and the document


def test_places():
    """Say where a clerk finds the words; empty paragraphs count."""
    document = read(p("A") + p() + p("B", "<w:r><w:br/></w:r>", "  C") + table(["D", cell("E", "F")], ["G", "H"]))

    pieces = [
        piece for block in document.blocks for piece in (
            block.pieces if not isinstance(block, Table)
            else [one for row in block.rows for each in row.cells for one in each.pieces]
        )
    ]  # fmt: skip
    assert [(one.text, one.line, one.column, one.cell) for one in pieces] == [
        ("A", 1, 1, "paragraf 1"),
        ("B", 3, 1, "paragraf 3"),
        ("C", 4, 3, "paragraf 3"),
        ("D", 5, 1, "tabel 1, baris 1, kolom 1"),
        ("E", 6, 1, "tabel 1, baris 1, kolom 2"),
        ("F", 7, 1, "tabel 1, baris 1, kolom 2"),
        ("G", 8, 1, "tabel 1, baris 2, kolom 1"),
        ("H", 9, 1, "tabel 1, baris 2, kolom 2"),
    ]


def test_document():
    """What is said of the file as a whole."""
    data = docx(p("A") + p("B"))
    document = read_document(data, name="apa saja.bin")

    assert (document.media, document.bytes, document.lines, len(document.sha256)) == (DOCX, len(data), 2, 64)
    assert document.shows_marks
    assert not document.shows_signatures


def test_main_part_of_another_name():
    """The relations of the package tell."""
    parts = docx_parts(p("A"))
    parts["word/isi.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = relations(("rId1", "officeDocument", "/word/isi.xml"))

    assert words(read_docx(packed(parts), name="a.docx").blocks) == [("p", "A")]


def test_strict_files():
    """The same words under other names of elements."""
    parts = docx_parts(p("A") + table(["B"]))
    parts["word/document.xml"] = str(parts["word/document.xml"]).replace(
        W, "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )

    assert words(read_docx(packed(parts), name="a.docx").blocks) == [("p", "A"), [["B"]]]
