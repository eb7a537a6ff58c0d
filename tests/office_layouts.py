"""
One invented SOP in the layouts in which offices keep theirs as Word files: the same words, numbers and marks in each.

A `Layout` says how each part is laid out; `word_file` writes it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from tests.word_files import NAMESPACES, anchored, cell, docx, levels, listed, p, picture, r, shape, table, wsp

GOVERNMENT, UNIT = "PEMERINTAH KABUPATEN MUARA SELINDUNG", "DINAS KEARSIPAN"
CHIEF = ("KEPALA DINAS KEARSIPAN", "Drs. HARUN SALEH, M.Si.", "NIP. 19700512 199503 1 004")
FIELDS = (
    ("Nomor SOP", "000.8.3.3/21/DISARSIP/2025"),
    ("Tanggal Pembuatan", "3 Maret 2025"),
    ("Tanggal Revisi", "10 Maret 2025"),
    ("Tanggal Efektif", "1 April 2025"),
    ("Disahkan Oleh", ""),
    ("Judul SOP", "PENYUSUTAN ARSIP INAKTIF"),
)
SECTIONS = (
    ("Dasar Hukum", ("Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan",
                     ("Peraturan Pemerintah Nomor 28 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 43 Tahun 2009"
                     " tentang Kearsipan"))),
    ("Kualifikasi Pelaksana", ("Memahami jadwal retensi arsip", "Mampu menggunakan aplikasi kearsipan",
                               "Memiliki kemampuan menyusun daftar arsip")),
    ("Keterkaitan", ("SOP Penataan Arsip Inaktif", "SOP Pemusnahan Arsip")),
    ("Peralatan/Perlengkapan", ("Komputer dan pencetak", "Boks arsip", "Jadwal retensi arsip")),
    ("Peringatan", ("Apabila arsip tidak disusutkan, maka ruang simpan penuh dan arsip sukar ditemukan",)),
    ("Pencatatan dan Pendataan", ("Daftar arsip usul musnah", "Berita acara pemindahan arsip")),
)  # fmt: skip
ACTORS = ("Kepala Dinas", "Sekretaris", "Arsiparis", "Pengelola Arsip")
STEPS = (
    ("Menugaskan Arsiparis menyusun daftar arsip inaktif", (0,), "Surat pengantar", "10 menit", "Disposisi"),
    ("Memeriksa jadwal retensi setiap berkas", (2,), "Jadwal retensi arsip", "3 jam", "Daftar berkas"),
    ("Memilah berkas menurut jadwal retensi", (3,), "Daftar berkas", "2 hari", "Berkas terpilah"),
    ("Menyusun daftar arsip usul musnah", (2,), "Berkas terpilah", "4 jam", "Konsep daftar"),
    ("Memeriksa konsep daftar arsip usul musnah", (1,), "Konsep daftar", "60 menit", "Daftar terperiksa"),
    ("Menetapkan daftar arsip usul musnah", (0,), "Daftar terperiksa", "15 menit", "Daftar yang ditetapkan"),
    ("Memindahkan berkas ke ruang simpan", (2, 3), "Daftar yang ditetapkan", "1 hari", "Berita acara"),
)
CENTIMETRE = 360_000
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordprocessing"

Mark = Callable[[int, int], str]
"""Row and actor, from 0, to what marks the actor: content of a paragraph."""


# marks


def typed(sign: str) -> Mark:
    """A character."""
    return lambda *_: sign


def symbol(font: str, char: str) -> Mark:
    """A character of a symbol font."""
    return lambda *_: f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'


def _kind(row: int) -> tuple[str, str]:
    """What figure a step has, and the words in it."""
    if row in (0, len(STEPS) - 1):
        return "flowChartTerminator", "Mulai" if row == 0 else "Selesai"
    return ("flowChartDecision", "") if row == 4 else ("flowChartProcess", "")


def drawn(row: int, _: int) -> str:
    """A figure of Word 2010."""
    return shape(*_kind(row), x=150_000)


def drawn_inline(row: int, _: int) -> str:
    """A figure in the line, as LibreOffice and WPS write what is anchored as a character."""
    preset, words = _kind(row)
    data = f'<a:graphic><a:graphicData uri="{WORD_2010}Shape">{wsp(preset, words)}</a:graphicData></a:graphic>'
    return f'<w:r><w:drawing><wp:inline><wp:extent cx="300000" cy="200000"/>{data}</wp:inline></w:drawing></w:r>'


def drawn_old(row: int, _: int) -> str:
    """A figure of Word 97-2007, and of WPS."""
    numbers = {"flowChartTerminator": 116, "flowChartDecision": 110, "flowChartProcess": 109}
    preset, words = _kind(row)
    box = f"<v:textbox><w:txbxContent>{p(words)}</w:txbxContent></v:textbox>" if words else ""
    return (
        f'<w:r><w:pict><v:shape type="#_x0000_t{numbers[preset]}"'
        ' style="position:absolute;margin-left:6pt;margin-top:2pt;width:30pt;height:18pt;z-index:1">'
        f"{box}</v:shape></w:pict></w:r>"
    )


def drawn_elsewhere(row: int, actor: int) -> str:
    """A figure that hangs on the first actor column and stands over its own."""
    preset, words = _kind(row)
    return shape(preset, words, x=actor * 900 * 635 + 150_000)


def grouped(row: int, _: int) -> str:
    """A figure in a group with an arrow, placed by the group."""
    preset, words = _kind(row)
    arrow = wsp("straightConnector1", box=(0, 100_000, 400_000, 0))
    inner = wsp(preset, words, box=(400_000, 0, 600_000, 300_000))
    frame = (
        '<wpg:wgp><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="500000" cy="150000"/>'
        '<a:chOff x="0" y="0"/><a:chExt cx="1000000" cy="300000"/></a:xfrm></wpg:grpSpPr>'
    )
    return anchored(f"{frame}{arrow}{inner}</wpg:wgp>", f"{WORD_2010}Group", x=0, size=(500_000, 150_000))


def grouped_old(row: int, _: int) -> str:
    """A figure in a canvas of Word 97-2007, in its own units."""
    numbers = {"flowChartTerminator": 116, "flowChartDecision": 110, "flowChartProcess": 109}
    preset, words = _kind(row)
    box = f"<v:textbox><w:txbxContent>{p(words)}</w:txbxContent></v:textbox>" if words else ""
    style = "position:absolute;margin-left:2pt;margin-top:2pt;width:40pt;height:20pt"
    return (
        f'<w:r><w:pict><v:group editas="canvas" style="{style}" coordorigin="100,100" coordsize="4000,2000">'
        '<v:shape type="#_x0000_t75" style="position:absolute;left:100;top:100;width:4000;height:2000"/>'
        f'<v:shape type="#_x0000_t{numbers[preset]}"'
        ' style="position:absolute;left:1100;top:300;width:2000;height:1500">'
        f"{box}</v:shape></v:group></w:pict></w:r>"
    )


def ticked(_: int, __: int) -> str:
    """A check box of Word 2010 that is ticked."""
    return (
        '<w:sdt><w:sdtPr><w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"/></w:sdtPr>'
        f"<w:sdtContent>{r('☑')}</w:sdtContent></w:sdt>"
    )


# lists


def lettered(items: Sequence[str], number: int) -> str:
    """Letters that Word counts, on the second level of a list."""
    return "".join(listed(item, number + 10, 1) for item in items)


def typed_items(items: Sequence[str], _: int) -> str:
    """Numbers as words."""
    return "".join(p(f"{at}. {item}") for at, item in enumerate(items, 1))


def automatic(items: Sequence[str], number: int) -> str:
    """Numbers that Word counts."""
    return "".join(listed(item, number) for item in items)


def tabbed_items(items: Sequence[str], _: int) -> str:
    """Numbers as words, with a tab behind them."""
    return "".join(p(f"{at}.", "<w:r><w:tab/></w:r>", item) for at, item in enumerate(items, 1))


def one_paragraph(items: Sequence[str], _: int) -> str:
    """All items in one paragraph, with line breaks."""
    runs: list[str] = []
    for at, item in enumerate(items, 1):
        runs += [*(["<w:r><w:br/></w:r>"] if runs else []), f"{at}. {item}"]
    return p(*runs)


# identity


def _approver() -> str:
    return "".join(map(p, CHIEF))


def _values() -> list[tuple[str, str]]:
    return [(label, p(value) if value else _approver()) for label, value in FIELDS]


def identity_beside_logo(*, left: bool = False, colon: bool = False) -> str:
    """Labels and values beside the name of the unit and its logo, which take all rows."""
    unit = (p(picture()) + p(GOVERNMENT) + p(UNIT), p())
    rows = []
    for at, (label, value) in enumerate(_values()):
        merged = cell(*unit[:1], merge="restart") if at == 0 else cell(merge="continue")
        fields = [cell(label), *([cell(":")] if colon else []), cell(value)]
        rows.append([*fields, merged] if left else [merged, *fields])
    widths = [1_800, 200, 3_000] if colon else [1_800, 3_200]
    return table(*rows, widths=[*widths, 4_000] if left else [4_000, *widths])


def identity_in_controls() -> str:
    """Values in content controls, as forms that are filled in have them."""

    def control(value: str) -> str:
        return f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{value}</w:sdtContent></w:sdt>"

    rows = [[cell(p(GOVERNMENT) + p(UNIT), merge="restart" if at == 0 else "continue") if at == 0
             else cell(merge="continue"), cell(label), cell(control(value))]
            for at, (label, value) in enumerate(_values())]  # fmt: skip
    return table(*rows, widths=[4_000, 1_800, 3_200])


def identity_of_tabs() -> str:
    """Label, tab, colon and value in paragraphs, under the letterhead."""
    tab = "<w:r><w:tab/></w:r>"
    lines = [p(GOVERNMENT), p(UNIT), p()]
    for label, value in FIELDS:
        words = value or CHIEF[0]
        lines.append(p(label, tab, f": {words}"))
        if not value:
            lines += [p(tab, f"  {one}") for one in CHIEF[1:]]
    return "".join(lines)


def identity_under_letterhead() -> str:
    """The unit in a row of its own over labels and values."""
    return table([cell(p(GOVERNMENT) + p(UNIT), span=2)], *([cell(label), cell(value)] for label, value in _values()),
                 widths=[2_500, 6_500])  # fmt: skip


def identity_in_a_cell() -> str:
    """The block is a table in the right cell of another one."""
    inner = table(*([cell(label), cell(value)] for label, value in _values()), widths=[1_800, 3_200])
    return table([cell(p(picture()) + p(GOVERNMENT) + p(UNIT)), cell(inner + p())], widths=[4_000, 5_000])


def identity_in_a_text_box() -> str:
    """The block is a table in a text box that floats beside the letterhead."""
    inner = table(*([cell(label), cell(value)] for label, value in _values()), widths=[1_800, 3_200])
    box = wsp("rect", more='txBox="1"').replace(
        "<wps:bodyPr/>", f"<wps:txbx><w:txbxContent>{inner}{p()}</w:txbxContent></wps:txbx><wps:bodyPr/>"
    )
    return p(GOVERNMENT) + p(UNIT, anchored(box, f"{WORD_2010}Shape", x=2_000_000, size=(3_000_000, 2_000_000)))


# sections


def sections_beside_labels(items: Callable[[Sequence[str], int], str]) -> str:
    """Headings in the left column, their items in the right one."""
    rows = [[cell(p(name)), cell(items(found, at))] for at, (name, found) in enumerate(SECTIONS, 1)]
    return table(*rows, widths=[3_000, 6_000])


def sections_in_pairs(items: Callable[[Sequence[str], int], str]) -> str:
    """Two beside each other, headings over their items."""
    rows: list[list[str]] = []
    for at in range(0, len(SECTIONS), 2):
        pair = SECTIONS[at : at + 2]
        rows.append([cell(p(name)) for name, _ in pair])
        rows.append([cell(items(found, at + beside + 1)) for beside, (_, found) in enumerate(pair)])
    return table(*rows, widths=[4_500, 4_500])


def sections_in_cells(items: Callable[[Sequence[str], int], str]) -> str:
    """Heading and items in one cell."""
    rows = [
        [cell(p(r(f"{name} :", "<w:b/>")) + items(found, at + beside + 1))
         for beside, (name, found) in enumerate(SECTIONS[at : at + 2])]
        for at in range(0, len(SECTIONS), 2)
    ]  # fmt: skip
    return table(*rows, widths=[4_500, 4_500])


def sections_as_text(items: Callable[[Sequence[str], int], str]) -> str:
    """Headings and items under one another."""
    return "".join(p(r(name, "<w:b/>")) + items(found, at) for at, (name, found) in enumerate(SECTIONS, 1))


# steps


def head_of_two_rows(*, numbered: bool = True) -> list[list[str]]:
    """``Pelaksana`` over its columns."""
    first = [cell("No.", merge="restart")] if numbered else []
    below = [cell(merge="continue")] if numbered else []
    return [
        [*first, cell("Kegiatan", merge="restart"), cell("Pelaksana", span=4), cell("Mutu Baku", span=3),
         cell("Keterangan", merge="restart")],
        [*below, cell(merge="continue"), *map(cell, ACTORS), cell("Kelengkapan"), cell("Waktu"), cell("Output"),
         cell(merge="continue")],
    ]  # fmt: skip


def head_of_one_row() -> list[list[str]]:
    """Each column has its own title."""
    return [list(map(cell, ("No", "Uraian Prosedur", *ACTORS, "Kelengkapan", "Waktu", "Output", "Keterangan")))]


def head_of_three_rows() -> list[list[str]]:
    """With a row of column numbers."""
    return [*head_of_two_rows(), [cell(str(at)) for at in range(1, 11)]]


def head_merged_the_old_way() -> list[list[str]]:
    """``w:hMerge`` of Word 97, which converters still write."""

    def merged(words: str, count: int) -> list[str]:
        cells = [cell(words), *[cell()] * (count - 1)]
        return [
            one.replace("<w:tcPr>", f'<w:tcPr><w:hMerge w:val="{"restart" if at == 0 else "continue"}"/>', 1)
            for at, one in enumerate(cells)
        ]

    first, below = head_of_two_rows()
    return [[*first[:2], *merged("Pelaksana", 4), *merged("Mutu Baku", 3), *first[-1:]], below]


def plain_signature() -> str:
    """Paragraphs."""
    return p("Selindung, 1 April 2025") + "".join(map(p, CHIEF))


def signature_in_a_table() -> str:
    """On the right half of a table without borders."""
    return table([cell(), cell(plain_signature())], widths=[4_500, 4_500])


def signature_on_tab_stops() -> str:
    """Pushed to the right by tabs."""
    tab = "<w:r><w:tab/></w:r>" * 5
    return "".join(p(tab, words) for words in ("Selindung, 1 April 2025", *CHIEF))


@dataclass(frozen=True)
class Layout:
    """How the parts of the file are laid out."""

    identity: Callable[[], str] = identity_beside_logo
    sections: Callable[[Callable[[Sequence[str], int], str]], str] = sections_in_pairs
    items: Callable[[Sequence[str], int], str] = automatic
    head: Callable[[], list[list[str]]] = head_of_two_rows
    mark: Mark = drawn
    numbers: str = "automatic"
    """automatic, typed or none."""
    parts: Sequence[int] = ()
    """Rows of the step table after which it is cut in two by a page break."""
    repeats: bool = True
    """Whether each part repeats the heading."""
    first_column: bool = False
    """All figures hang on the first actor column."""
    around: Callable[[str], str] = field(default=lambda body: body)
    """What stands around the whole form."""
    landscape: bool = False
    letterhead: str = ""
    """Header of the first page."""
    cover: bool = False
    """A cover is a section of its own, without the header of the others."""
    signature: Callable[[], str] = plain_signature
    row: Callable[[str, int], str] = field(default=lambda row, _: row)
    """What becomes of a row of a step."""


def _step_row(at: int, layout: Layout) -> str:
    activity, actors, needs, time, output = STEPS[at]
    cells = {"automatic": [cell(listed("", 9))], "typed": [cell(f"{at + 1}.")], "none": []}[layout.numbers]
    cells.append(cell(activity))
    marks = {actor: layout.mark(at, actor) for actor in actors}
    if layout.first_column:
        marks = {0: "".join(marks.values())}
    cells += [cell(p(marks[actor])) if actor in marks else cell() for actor in range(len(ACTORS))]
    return layout.row(f"<w:tr>{''.join([*cells, cell(needs), cell(time), cell(output), cell()])}</w:tr>", at)


def steps(layout: Layout) -> str:
    """The step table, in as many parts as the layout has."""
    edges = [0, *layout.parts, len(STEPS)]
    return p('<w:r><w:br w:type="page"/></w:r>').join(
        _part(layout, range(first, last)) for first, last in itertools.pairwise(edges)
    )


def _part(layout: Layout, rows: range) -> str:
    head = layout.head() if layout.repeats or rows.start == 0 else []
    lines = [f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{''.join(row)}</w:tr>" for row in head]
    widths = [*([500] if layout.numbers != "none" else []), 2_500, *[900] * len(ACTORS), 1_500, 900, 1_500, 900]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines += [_step_row(at, layout) for at in rows]
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(lines)}</w:tbl>"


def inserted_rows(row: str, at: int) -> str:
    """The third row is new; one that was taken away stands before it."""
    if at != 2:
        return row
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('3.')}{cell('Membuang arsip')}{cell() * 8}</w:tr>"
    return gone + row.replace("<w:tr>", "<w:tr><w:trPr><w:ins/></w:trPr>", 1)


def rows_in_controls(row: str, _: int) -> str:
    """Each row is an item of a repeating section."""
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{row}</w:sdtContent></w:sdt>"


def rows_of_two(row: str, at: int) -> str:
    """A step that takes two rows: all cells but that of the marked actor are merged downwards."""
    if at != 4:
        return row
    cells = row.removeprefix("<w:tr>").removesuffix("</w:tr>").replace("</w:tc>", "</w:tc>\0").split("\0")[:-1]
    above = "".join(one.replace("<w:tcPr>", '<w:tcPr><w:vMerge w:val="restart"/>', 1) for one in cells)
    return f"<w:tr>{above}</w:tr><w:tr>{cell(merge='continue') * len(cells)}</w:tr>"


def _sections() -> Iterator[str]:
    for number in (*range(1, len(SECTIONS) + 1), 9):
        yield levels(("decimal", "%1."), number=number)
        yield levels(("decimal", "%1."), ("lowerLetter", "%2."), number=number + 10)


def word_file(layout: Layout) -> bytes:
    """Return the file."""
    form = layout.identity() + p() + layout.sections(layout.items)
    header = '<w:headerReference w:type="default" r:id="rIdheader1"/>' if layout.letterhead else ""
    turned = f'<w:sectPr>{header}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>' if layout.landscape else ""
    body = layout.around(form + p(properties=turned) + steps(layout) + p() + layout.signature())
    more = {}
    section = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' if layout.landscape else ""
    if layout.letterhead:
        more["word/header1.xml"] = f"<w:hdr {NAMESPACES}>{layout.letterhead}</w:hdr>"
        section = header + section
    if layout.cover:
        title = p(r(f"SOP {FIELDS[5][1]}", "<w:b/>")) + p(r("TAHUN 2025", "<w:b/>"))
        body = title + p(properties="<w:sectPr/>") + body
    return docx(body, numbering="".join(_in_order(_sections())), section=section, more=more)


def _in_order(lists: Iterator[str]) -> Iterator[str]:
    """Definitions before the lists that use them, as the schema wants."""
    found = [one.partition("<w:num ") for one in lists]
    yield from (definition for definition, _, _ in found)
    yield from (f"{begin}{rest}" for _, begin, rest in found)


def framed(body: str) -> str:
    """The whole form in the one cell of a table that draws the frame of the page."""
    return table([cell(body)], widths=[14_000])


def in_controls(body: str) -> str:
    """The whole form in a content control."""
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{body}</w:sdtContent></w:sdt>"


LAYOUTS: dict[str, Layout] = {
    "logo-left": Layout(),
    "logo-right": Layout(lambda: identity_beside_logo(left=True), items=typed_items, numbers="typed"),
    "colon-cells": Layout(lambda: identity_beside_logo(colon=True), items=tabbed_items, mark=typed("√")),
    "content-controls": Layout(identity_in_controls, mark=typed("V"), around=in_controls),
    "tabbed-identity": Layout(identity_of_tabs, sections_as_text, typed_items, mark=typed("X"), numbers="typed"),
    "letterhead-row": Layout(identity_under_letterhead, sections_in_cells, mark=symbol("Wingdings", "F0FC")),
    "old-figures": Layout(mark=drawn_old, items=one_paragraph),
    "figures-in-the-line": Layout(mark=drawn_inline),
    "figures-of-groups": Layout(mark=grouped),
    "figures-on-the-first-column": Layout(mark=drawn_elsewhere, first_column=True),
    "wingdings-2": Layout(mark=symbol("Wingdings 2", "F050"), numbers="typed"),
    "bullets": Layout(mark=typed("●"), head=head_of_one_row),
    "no-number-column": Layout(numbers="none", head=lambda: head_of_two_rows(numbered=False)),
    "column-numbers": Layout(head=head_of_three_rows),
    "heading-repeated": Layout(parts=(3, 5)),
    "heading-once": Layout(parts=(4,), repeats=False, mark=typed("√")),
    "landscape": Layout(landscape=True, mark=typed("V"), numbers="typed"),
    "framed": Layout(around=framed),
    "identity-in-a-cell": Layout(identity_in_a_cell, mark=typed("√"), numbers="typed"),
    "identity-in-a-text-box": Layout(identity_in_a_text_box, sections_as_text),
    "labels-beside-items": Layout(sections=sections_beside_labels, items=lettered),
    "old-groups": Layout(mark=grouped_old),
    "check-boxes": Layout(mark=ticked),
    "old-merges": Layout(head=head_merged_the_old_way),
    "tracked-rows": Layout(row=inserted_rows, numbers="typed"),
    "rows-in-controls": Layout(row=rows_in_controls, signature=signature_in_a_table),
    "rows-of-two": Layout(row=rows_of_two, signature=signature_on_tab_stops),
    "cover": Layout(identity_under_letterhead, cover=True, letterhead=p(GOVERNMENT) + p(UNIT), landscape=True),
    "letterhead-of-the-page": Layout(identity_under_letterhead, letterhead=p(GOVERNMENT) + p(UNIT)),
}
