"""The six sections of the form in each layout."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from extraction.labels import column_role, whole_heading
from schemas.sop import Sop
from tests.sop_texts import IDENTITY, at, read_one, texts, value

HEADS = [
    "Dasar Hukum",
    "Kualifikasi Pelaksana",
    "Keterkaitan",
    "Peralatan/Perlengkapan",
    "Peringatan",
    "Pencatatan dan Pendataan",
]
LEGAL = [
    "1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
    "2. Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan",
]
SKILLS = ["1. Memahami tata naskah dinas", "2. Mampu mengoperasikan komputer"]
RELATED = ["1. SOP Surat Masuk", "2. SOP Arsip"]
TOOLS = ["1. Komputer", "2. Buku agenda"]
WARNING = ["Bila terlambat, pelayanan terganggu."]
RECORDS = ["1. Buku register", "2. Arsip elektronik"]
BODIES = [LEGAL, SKILLS, RELATED, TOOLS, WARNING, RECORDS]
SECTIONS = list(zip(HEADS, BODIES, strict=True))
SIDE_BY_SIDE = [(SECTIONS[at_], SECTIONS[at_ + 1]) for at_ in (0, 2, 4)]
END = "\nPeringatan\nBila terlambat\n"


def listed(items: Iterable[str]) -> str:
    """Return numbered lines as an HTML list."""
    return "<ol>" + "".join(f"<li>{item.split('. ', 1)[-1]}</li>" for item in items) + "</ol>"


def beside(left: list[str], right: list[str], joint: str) -> str:
    """Return the lines of two columns, line by line."""
    count = max(len(left), len(right))
    padded = [body + [""] * (count - len(body)) for body in (left, right)]
    return "".join(f"{a}{joint}{b}\n" for a, b in zip(*padded, strict=True))


BR = "<br>".join
LAYOUTS = {
    "under-each-other": "".join(f"{head}\n" + "\n".join(body) + "\n\n" for head, body in SECTIONS),
    "with-colons": "".join(f"{head} :\n" + "\n".join(body) + "\n\n" for head, body in SECTIONS),
    "bold": "".join(f"**{head}**\n" + "\n".join(body) + "\n\n" for head, body in SECTIONS),
    "markdown": "".join(f"## {head}\n\n" + "\n".join(body) + "\n\n" for head, body in SECTIONS),
    "capitals": "".join(f"{head.upper()}\n" + "\n".join(body) + "\n\n" for head, body in SECTIONS),
    "in-the-line": "".join(f"{head} : " + " ".join(body) + "\n" for head, body in SECTIONS),
    "two-columns-html": "<table>"
    + "".join(
        f"<tr><td>{a}</td><td>{b}</td></tr><tr><td>{BR(left)}</td><td>{BR(right)}</td></tr>"
        for (a, left), (b, right) in SIDE_BY_SIDE
    )
    + "</table>\n",
    "heading-and-content-in-one-cell": "<table>"
    + "".join(
        f"<tr><td>{a}<br>{BR(left)}</td><td>{b}<br>{BR(right)}</td></tr>" for (a, left), (b, right) in SIDE_BY_SIDE
    )
    + "</table>\n",
    "two-columns-html-lists": "<table>"
    + "".join(
        f"<tr><td>{a}</td><td>{b}</td></tr><tr><td>{listed(left) if len(left) > 1 else left[0]}</td>"
        f"<td>{listed(right)}</td></tr>"
        for (a, left), (b, right) in SIDE_BY_SIDE
    )
    + "</table>\n",
    "two-columns-pipes": "| | |\n|---|---|\n"
    + "".join(f"| {a} | {b} |\n| {BR(left)} | {BR(right)} |\n" for (a, left), (b, right) in SIDE_BY_SIDE),
    "two-columns-tabs": "".join(f"{a}\t{b}\n" + beside(left, right, "\t") for (a, left), (b, right) in SIDE_BY_SIDE),
    "label-and-content-pipes": "| | |\n|---|---|\n" + "".join(f"| {head} | {BR(body)} |\n" for head, body in SECTIONS),
    "label-and-content-tabs": "".join(f"{head}\t" + "\n\t".join(body) + "\n" for head, body in SECTIONS),
}
RUN_TOGETHER = "".join(f"{a} {b}\n" + beside(left, right, " ") for (a, left), (b, right) in SIDE_BY_SIDE)


def states(sop: Sop) -> dict[str, str]:
    """Return the sections that are there, by how they were found."""
    return {item.name: item.state for item in sop.section_reads if item.state != "absent"}


def assert_whole(sop: Sop) -> None:
    """Compare every section with what is printed."""
    assert [(value(c.no), value(c.type), value(c.number), value(c.year), value(c.title)) for c in sop.legal_basis] == [
        ("1", "UU", "23", 2014, "Pemerintahan Daerah"),
        ("2", "PP", "17", 2018, "Kecamatan"),
    ]
    assert {citation.list for citation in sop.legal_basis} == {"form"}
    assert texts(sop.qualifications) == ["Memahami tata naskah dinas", "Mampu mengoperasikan komputer"]
    assert texts(sop.related) == ["SOP Surat Masuk", "SOP Arsip"]
    assert texts(sop.equipment) == ["Komputer", "Buku agenda"]
    assert texts(sop.warnings) == ["Bila terlambat, pelayanan terganggu."]
    assert texts(sop.records) == ["Buku register", "Arsip elektronik"]
    assert [entry.number for entry in sop.entries] == [1, 2, 1, 2, 1, 2, None, 1, 2]
    assert states(sop) == dict.fromkeys(
        ["legal_basis", "qualifications", "related", "equipment", "warnings", "records"], "filled"
    )


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_sections(layout: str) -> None:
    """Where heading and content stand does not change what they say."""
    sop = read_one(IDENTITY + "\n" + LAYOUTS[layout])

    assert_whole(sop)
    assert not sop.doubtful


def test_columns_that_were_run_together_are_pulled_apart_in_doubt() -> None:
    """The lines of two columns in one line are told apart by their numbers, and marked as doubtful."""
    sop = read_one(IDENTITY + "\n" + RUN_TOGETHER)

    assert_whole(sop)
    assert sop.doubtful


def test_every_item_tells_its_place() -> None:
    """Heading and item stand where the file has them."""
    sop = read_one(IDENTITY + "\nDasar Hukum\n" + "\n".join(LEGAL) + "\n\nPeralatan\n1. Komputer\n")

    headings = {item.name: item.heading for item in sop.section_reads if item.heading}
    assert at(headings["legal_basis"].evidence[0]) == (11, 1, "Dasar Hukum")
    assert at(headings["equipment"].evidence[0]) == (15, 1, "Peralatan")
    assert at(sop.legal_basis[1].text.evidence[0]) == (13, 4, LEGAL[1][3:])
    assert at(sop.equipment[0].evidence[0]) == (16, 4, "Komputer")


@pytest.mark.parametrize("body", ["", "1. ....\n2. ....\n", "______\n"])
def test_a_heading_without_content_is_empty(body: str) -> None:
    """Nothing, dots and lines to fill in are no items."""
    sop = read_one(IDENTITY + "\n" + "".join(f"{head}\n{body}" for head in HEADS))

    assert states(sop) == dict.fromkeys(
        ["legal_basis", "qualifications", "related", "equipment", "warnings", "records"], "empty"
    )
    assert sop.entries == ()
    assert sop.legal_basis == ()


def test_a_dash_answers_keterkaitan_only() -> None:
    """An SOP may be related to no other; it cannot be without equipment or a warning."""
    sop = read_one(IDENTITY + "\n" + "".join(f"{head}\n-\n" for head in HEADS))

    assert states(sop) == {
        "legal_basis": "empty",
        "qualifications": "empty",
        "related": "filled",
        "equipment": "empty",
        "warnings": "empty",
        "records": "empty",
    }
    assert sop.related == ()


def test_a_section_whose_lines_were_lost_beside_another_is_unplaced() -> None:
    """Two headings side by side and content of one kind only: the other section is not called empty."""
    sop = read_one(IDENTITY + "\nDasar Hukum Kualifikasi Pelaksana\n" + "\n".join(SKILLS) + END)

    assert states(sop) == {"legal_basis": "unplaced", "qualifications": "filled", "warnings": "filled"}
    assert texts(sop.qualifications) == ["Memahami tata naskah dinas", "Mampu mengoperasikan komputer"]
    assert sop.doubtful


def test_citations_without_a_heading_are_headless() -> None:
    """A list of regulations is recognised without its heading."""
    sop = read_one(IDENTITY + "\n" + "\n".join(LEGAL) + "\n" + END)

    assert states(sop) == {"legal_basis": "headless", "warnings": "filled"}
    assert [value(citation.number) for citation in sop.legal_basis] == ["23", "17"]
    assert sop.doubtful


def test_competences_after_headless_citations_are_headless_too() -> None:
    """What somebody must know is a qualification, not a regulation."""
    sop = read_one(IDENTITY + "\n" + "\n".join(LEGAL + SKILLS) + "\n" + END)

    assert states(sop) == {"legal_basis": "headless", "qualifications": "headless", "warnings": "filled"}
    assert [value(citation.number) for citation in sop.legal_basis] == ["23", "17"]
    assert texts(sop.qualifications) == ["Memahami tata naskah dinas", "Mampu mengoperasikan komputer"]


@pytest.mark.parametrize(
    ("body", "expected", "numbers"),
    [
        pytest.param("1. Komputer\n3. Meja\n", ["Komputer", "Meja"], [1, 3], id="number-left-out"),
        pytest.param("1 Komputer\n2 Meja\n", ["Komputer", "Meja"], [1, 2], id="numbers-without-dots"),
        pytest.param("1) Komputer\n2) Meja\n", ["Komputer", "Meja"], [1, 2], id="brackets"),
        pytest.param("a. Komputer\nb. Meja\n", ["Komputer", "Meja"], [None, None], id="letters"),
        pytest.param("- Komputer\n- Meja\n", ["Komputer", "Meja"], [None, None], id="bullets"),
        pytest.param("1. Komputer 2. Meja\n", ["Komputer", "Meja"], [1, 2], id="in-one-line"),
        pytest.param("1. Komputer\n   jinjing\n2. Meja\n", ["Komputer jinjing", "Meja"], [1, 2], id="continued"),
        pytest.param("1. Komputer\nCatatan : dipakai bergantian\n", ["Komputer"], [1], id="with-a-note"),
    ],
)
def test_items_are_told_apart_by_their_numbers(body: str, expected: list[str], numbers: list[int | None]) -> None:
    """Each item is an entry with the number printed before it."""
    sop = read_one(IDENTITY + "\nPeralatan\n" + body + END)

    assert texts(sop.equipment) == expected
    assert [entry.number for entry in sop.entries if entry.section == "equipment"] == numbers
    assert texts(sop.warnings) == ["Bila terlambat"]


def test_names_of_sops_in_one_line_are_items() -> None:
    """Keterkaitan without numbers is cut before each SOP."""
    sop = read_one(IDENTITY + "\nKeterkaitan\nSOP Surat Masuk SOP Arsip Kantor\nSOP Tamu\n" + END)

    assert texts(sop.related) == ["SOP Surat Masuk", "SOP Arsip Kantor", "SOP Tamu"]


def test_a_citation_over_two_lines_is_one_item() -> None:
    """A line that is no citation continues the one before, with both places."""
    text = IDENTITY + "\nDasar Hukum\n1. Undang-Undang Nomor 23 Tahun 2014\n   tentang Pemerintahan Daerah\n" + END

    sop = read_one(text)

    assert [value(citation.title) for citation in sop.legal_basis] == ["Pemerintahan Daerah"]
    assert [place.line for place in sop.legal_basis[0].text.evidence] == [12, 13]


def test_a_sentence_with_the_words_of_headings_is_no_heading() -> None:
    """Words inside a sentence open no section."""
    sentence = "Peralatan yang rusak dan dasar hukum yang tidak berlaku harus dilaporkan segera kepada atasan."

    sop = read_one(IDENTITY + f"\nPeringatan\n{sentence}\n")

    assert states(sop) == {"warnings": "filled"}
    assert texts(sop.warnings) == [sentence]


def test_a_narrative_list_and_the_list_of_the_form_are_kept_apart() -> None:
    """Dasar Hukum of the guide and of the form are two lists of one SOP."""
    guide = "STANDAR OPERASIONAL PROSEDUR\nPELAYANAN\n\nI. Latar Belakang\nSurat pengantar itu perlu.\n\n"
    guide += f"II. Dasar Hukum\n\na. {LEGAL[0][3:]}\nb. {LEGAL[1][3:]}\n\nIII. Penutup\nSekian.\n\n"

    sop = read_one(guide + IDENTITY + "\nDasar Hukum\n" + LEGAL[0] + "\n" + END)

    assert [(c.list, value(c.no), value(c.number)) for c in sop.legal_basis] == [
        ("narrative", "a", "23"),
        ("narrative", "b", "17"),
        ("form", "1", "23"),
    ]
    assert [section.title.value for section in sop.sections] == ["Latar Belakang", "Dasar Hukum", "Penutup"]
    assert [value(section.text) for section in sop.sections[:2]] == [
        "Surat pengantar itu perlu.",
        f"{LEGAL[0][3:]} {LEGAL[1][3:]}",
    ]
    assert texts(sop.warnings) == ["Bila terlambat"]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("dasar hukum", "legal_basis"),
        ("1. landasan hukum :", "legal_basis"),
        ("dasar hukun", "legal_basis"),
        ("persyaratan pelaksana", "qualifications"),
        ("kualifikasi", "qualifications"),
        ("keterkaitan dengan sop lain", "related"),
        ("peralatan /perlengkaoran", "equipment"),
        ("f. pencatatan & pendataan", "records"),
        ("pencatatan dan pendatan", "records"),
        ("peringatan", "warnings"),
        ("pelaksanaan", None),
        ("peralihan", None),
        ("peringatan dini bencana alam dan kebakaran hutan", None),
        ("", None),
    ],
)
def test_headings_are_known_with_few_typing_errors(printed: str, name: str | None) -> None:
    """A heading may be misspelt; other words of the same look are no heading."""
    assert whole_heading(printed) == name


@pytest.mark.parametrize(
    ("printed", "role"),
    [
        ("no", "no"), ("n0.", "no"), ("uraian prosedur", "activity"), ("aktivitas", "activity"),
        ("pelaksana", "actors"), ("pelaku", "actors"), ("mutu baku", "quality"), ("kelengkapan", "requirements"),
        ("persyaratan/kelengkapan", "requirements"), ("waktu (menit)", "time"), ("durasi", "time"),
        ("output", "output"), ("out put", "output"), ("hasil", "output"),
        ("ket.", "remarks"), ("keterangan", "remarks"), ("camat", None),
        ("notulis", None), ("", None),
    ],
)  # fmt: skip
def test_column_titles_have_roles(printed: str, role: str | None) -> None:
    """The words of a column title tell what the column holds; an office is no role."""
    assert column_role(printed) == role


def test_a_number_in_the_middle_of_its_cell_is_that_of_the_line_above() -> None:
    """Its first line has none, and its second one begins with the number."""
    laws = (
        "1 Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan\n"
        "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja\n"
        "2 Instansi Pemerintah\n"
        "3 Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik\n"
    )
    cited = read_one(IDENTITY + "Dasar Hukum\n" + laws + "Peringatan\nBila lalai\n").legal_basis

    assert [item.split for item in cited] == [None, None, None]
    assert [item.title.value if item.title else "" for item in cited][1] == (
        "Sistem Akuntabilitas Kinerja Instansi Pemerintah"
    )
