"""
One invented SOP in every medium says the same: as Markdown, text, Word, PDF and scan; and so does a report.

What a medium cannot show is named here with its reason, and nothing else may differ.
"""

from __future__ import annotations

import importlib.util
import io
import os
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.audit import Judgement
from engine.performance_facts import performance_facts
from extraction.sop import extract
from readers.options import ReadOptions
from readers.reader import read_document
from schemas.sop import Sop
from tests.media import performance
from tests.media.content import DEFECTS, Act, Procedure, invented, planted
from tests.media.layout import Layout, parts_of
from tests.media.paper import Look, paper
from tests.media.parts import Part
from tests.media.scan import scan_pdf, scan_png, scan_tiff, scanned_pages
from tests.media.texts import markdown, plain
from tests.media.truth import (
    AS_OF,
    Read,
    judge,
    nip_score,
    read,
    read_cells,
    read_identity,
    score,
    told,
    written_cells,
    written_identity,
)
from tests.media.word import word
from tests.system_programs import needs

UNSEEN: Final = {
    "approval/unsigned": "ink is a picture: a text has none; a PDF without one shows that it is missing",
    "steps/no-start-end": "a terminator without words is a drawing; a text shows the dot of any mark",
}
"""Rules whose findings rest on what a text cannot show, with the reason. No other finding may differ."""
SEEDS: Final = range(8)
LOOKS: Final = (Look(foot="Halaman"), Look(font="Times-Roman", size=10, bars=True))
MIN_CELLS_RIGHT: Final = 0.95
"""Share of the step cells of a scan."""


@cache
def files(seed: int, defect: str) -> dict[str, bytes]:
    """One SOP by file name; its layout goes with the seed."""
    one, layout = planted(invented(seed), defect), Layout.drawn_by(seed)
    parts = parts_of(one, layout)
    return {
        "sop.md": markdown(parts),
        "sop.txt": plain(parts_of(one, layout, lines=True)),
        "sop.docx": word(parts),
        "sop.pdf": paper(parts, LOOKS[seed % len(LOOKS)]),
    }


@cache
def read_all(seed: int, defect: str) -> dict[str, Read]:
    return {name: read(data, name) for name, data in files(seed, defect).items()}


# findings ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("defect", ["clean", *DEFECTS])
def test_the_same_is_found_in_every_medium(seed: int, defect: str):
    """Rule, severity, condition and words; places differ, and what `UNSEEN` names."""
    unseen = frozenset(UNSEEN)
    expected, *others = (told(one.judgement, unseen=unseen) for one in read_all(seed, defect).values())

    assert [expected] * len(others) == others


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", ["sop.md", "sop.txt", "sop.docx", "sop.pdf"])
def test_what_is_planted_is_found_and_nothing_beside(name: str, seed: int):
    """The clean SOP has no finding but for a layout without numbers; each defect adds its own rule."""
    layout = Layout.drawn_by(seed)
    clean = {one.rule for one in read_all(seed, "clean")[name].judgement.findings}
    assert clean == (set() if layout.numbered else {"steps/header-missing"})
    for defect, (rule, _) in DEFECTS.items():
        found = {one.rule for one in read_all(seed, defect)[name].judgement.findings}
        if rule == "steps/numbering-gap" and not layout.numbered:
            continue  # no number, no gap
        if rule not in UNSEEN:
            assert rule in found, defect
        assert all(one.startswith("person/nip") for one in found - clean - {rule}), defect


@pytest.mark.parametrize("name", ["sop.md", "sop.docx", "sop.pdf"])
def test_a_rule_of_ink_is_never_broken_where_ink_is_seen(name: str):
    """A picture of a signature is no missing signature, in no medium."""
    one = replace(invented(3), signed="picture")
    parts = parts_of(one, Layout())
    data = {"sop.md": markdown, "sop.docx": word, "sop.pdf": paper}[name](parts)  # type: ignore[operator]

    assert "approval/unsigned" not in {found.rule for found in read(data, name).judgement.findings}


def test_a_pdf_shows_that_nobody_signed():
    """It shows ink; the text beside it does not and is not judged."""
    found = read_all(0, "unsigned")

    assert "approval/unsigned" in {one.rule for one in found["sop.pdf"].judgement.findings}
    assert "approval/unsigned" in {one.rule for one in found["sop.md"].judgement.not_evaluated}


# steps and identity -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("name", ["sop.md", "sop.txt", "sop.docx", "sop.pdf"])
def test_steps_and_identity_are_those_that_were_written(name: str, seed: int):
    """Each cell of each step to the letter, actors by their figures; number, title, dates, approver and NIP."""
    one, layout = invented(seed), Layout.drawn_by(seed)
    sop = read_all(seed, "clean")[name].sop

    assert read_cells(sop, layout) == written_cells(one, layout)
    assert read_identity(sop) == written_identity(one)
    assert [list(texts) for texts in (sop.qualifications, sop.related, sop.equipment, sop.records)] != [[]] * 4
    assert [text.value for text in sop.related] == list(one.related)
    assert [text.value for text in sop.records] == list(one.records)
    assert len(sop.legal_basis) == len(one.legal_basis)


def test_a_description_gives_the_same_bytes_each_time():
    """Fixtures by code are fixtures: nothing in them depends on the day."""
    files.cache_clear()
    first = files(1, "clean")
    files.cache_clear()

    assert files(1, "clean") == first


@pytest.mark.parametrize("name", ["sop.md", "sop.docx", "sop.pdf"])
def test_a_table_over_several_pages_is_one(name: str):
    """Its heading stands on each page."""
    one, layout = invented(1), Layout()
    acts = tuple(
        replace(act, text=f"{act.text} tahap {part}", number=act.number + part * len(one.acts))
        for part in range(3)
        for act in one.acts
    )
    one = replace(one, acts=acts)
    parts = parts_of(one, layout)
    data = {"sop.md": markdown, "sop.docx": word, "sop.pdf": paper}[name](parts)  # type: ignore[operator]

    found = read(data, name)

    assert read_cells(found.sop, layout) == written_cells(one, layout)
    heads = [
        block
        for block in found.document.blocks
        if block.kind == "table" and block.rows[0].cells[0].pieces and block.rows[0].cells[0].pieces[0].text == "No"
    ]
    assert (len(heads) > 2) == (name == "sop.pdf")


@pytest.fixture(scope="module")
def of_libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Word files of some SOPs, as LibreOffice prints them."""
    needs("soffice")
    folder = tmp_path_factory.mktemp("libreoffice")
    for seed, (defect, _) in enumerate(DEFECTS.items()):
        (folder / f"{seed}.docx").write_bytes(files(seed, defect)["sop.docx"])
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf"]
    inputs = sorted(map(str, folder.glob("*.docx")))
    subprocess.run([*command, "--outdir", folder, *inputs], check=True, capture_output=True, timeout=180)
    return folder


@pytest.mark.parametrize(("seed", "defect"), list(enumerate(DEFECTS)))
def test_a_pdf_of_libreoffice_says_what_its_word_file_says(of_libreoffice: Path, seed: int, defect: str):
    """Another writer of PDFs: other rulings, numbers that narrow columns part, figures as curves."""
    layout = Layout.drawn_by(seed)
    one = planted(invented(seed), defect)
    found = read((of_libreoffice / f"{seed}.pdf").read_bytes(), "sop.pdf")

    assert read_cells(found.sop, layout) == written_cells(one, layout)
    expected = told(read_all(seed, defect)["sop.docx"].judgement, unseen=frozenset(UNSEEN))
    assert told(found.judgement, unseen=frozenset(UNSEEN)) == expected


# any content ------------------------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    "berkas surat dinas laporan kegiatan bulanan daftar permohonan pemohon bukti catatan register rekapitulasi arsip "
    "naskah dokumen tahun lembar kartu data hasil pemeriksaan nomor 12 2025 (asli) A-3 1/2 e-office".split()
)
ACTS = st.sampled_from("Menerima Memeriksa Menyusun Mencatat Mengirim Membahas Menandatangani Mengarsipkan".split())


@st.composite
def procedures(draw: st.DrawFn) -> Procedure:
    """Steps of any words, times and actors, in an SOP that is otherwise in order."""
    one = invented(draw(st.integers(0, 50)))

    def words(most: int) -> str:
        return " ".join(draw(st.lists(WORDS, min_size=1, max_size=most)))

    acts = tuple(
        Act(
            f"{draw(ACTS)} {words(12)} {chr(96 + number)}",
            draw(st.integers(0, len(one.actors) - 1)),
            words(5),
            f"{draw(st.integers(1, 600))} menit",
            words(4),
            number,
            decides=draw(st.booleans()),
        )
        for number in range(1, draw(st.integers(3, 16)) + 1)
    )
    return replace(one, acts=acts)


LAYOUTS = st.builds(
    Layout,
    letterhead_right=st.booleans(),
    numbered=st.just(True),
    marks=st.sampled_from(("figures", "titled", "ticks")),
    actors_last=st.booleans(),
    running_sections=st.booleans(),
    remarks=st.booleans(),
)
PAPERS = st.builds(
    Look, font=st.sampled_from(("Helvetica", "Times-Roman")), size=st.sampled_from((8.0, 9.0, 10.5)), bars=st.booleans()
)


@settings(max_examples=25, deadline=None)
@given(procedures(), LAYOUTS, PAPERS)
def test_any_steps_are_read_as_written(one: Procedure, layout: Layout, look: Look):
    """From Markdown, Word and PDF alike."""
    parts = parts_of(one, layout)
    expected = written_cells(one, layout)
    for name, data in (("a.md", markdown(parts)), ("a.docx", word(parts)), ("a.pdf", paper(parts, look))):
        (sop,) = extract(read_document(data, name=name)).sops
        assert read_cells(sop, layout) == expected, name


# reports ----------------------------------------------------------------------------------------------------------

OF_TABLES: Final = frozenset(
    rule for name, (rule, _) in performance.DEFECTS.items() if name not in ("average-wrong", "category-wrong")
)
"""Rules about rows of the tables; a workbook has no running text, so no average and no chapters."""


def judged(data: bytes, name: str) -> Judgement:
    report = extract(read_document(data, name=name)).performance
    assert report is not None
    return judge().auditor.judge(
        performance_facts(report, as_of=AS_OF, known=judge().pack.knowledge).whole(), "performance"
    )


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("defect", ["clean", *performance.DEFECTS])
def test_a_report_is_found_the_same_in_every_medium(seed: int, defect: str):
    """Targets, realizations, achievements and budget; rows merged over several indicators."""
    one = performance.planted(performance.invented(seed), defect)
    parts: list[Part] = performance.parts_of(one)
    look = replace(LOOKS[seed % len(LOOKS)], size=8)
    expected = told(judged(markdown(parts), "lkjip.md"))

    for name, data in (("a.txt", plain(parts)), ("a.docx", word(parts)), ("a.pdf", paper(parts, look))):
        assert told(judged(data, name)) == expected, name
    rules = {rule for rule, *_ in expected}
    assert defect == "clean" or performance.DEFECTS[defect][0] in rules
    assert defect != "clean" or rules == set()
    in_cells = {one.rule for one in judged(performance.workbook(one), "a.xlsx").findings}
    assert in_cells & OF_TABLES == rules & OF_TABLES


# scans ------------------------------------------------------------------------------------------------------------

SCANNED: Final = ((2, "clean"), (1, "nip-differs"))
"""Seeds and defects that are scanned: few, for each page takes seconds."""


def needs_recognition() -> None:
    """Scans are read where RapidOCR is installed; CI must have it."""
    if importlib.util.find_spec("rapidocr") is None:
        if os.environ.get("CI"):
            pytest.fail("rapidocr is not installed")
        pytest.skip("rapidocr is not installed: pip install patuh[ocr]")
    if importlib.util.find_spec("readers.ocr") is None:
        pytest.skip("readers/ocr.py is not there yet")


@cache
def scan(seed: int, defect: str) -> Read:
    needs_recognition()
    pages = scanned_pages(files(seed, defect)["sop.pdf"], seed=seed)
    return read(scan_pdf(pages), "sop.pdf", ReadOptions(ocr="rapidocr"))


@pytest.mark.parametrize(("seed", "defect"), SCANNED)
def test_a_scan_has_its_step_cells_right(seed: int, defect: str):
    layout = Layout.drawn_by(seed)
    written = written_cells(planted(invented(seed), defect), layout)

    found = score(written, read_cells(scan(seed, defect).sop, layout))

    assert found.right >= MIN_CELLS_RIGHT * found.cells, found.wrong


@pytest.mark.parametrize(("seed", "defect"), SCANNED)
def test_every_digit_of_a_nip_is_right_in_a_scan_or_said_to_be_in_doubt(seed: int, defect: str):
    found = nip_score(planted(invented(seed), defect), scan(seed, defect))

    assert found.right == found.digits or not found.silent, found.silent


@pytest.mark.parametrize(("seed", "defect"), SCANNED)
def test_a_scan_adds_no_finding_of_high_confidence(seed: int, defect: str):
    """A misread word is no defect of the document."""
    printed = {one.rule for one in read_all(seed, defect)["sop.pdf"].judgement.findings}
    added = [one for one in scan(seed, defect).judgement.findings if one.rule not in printed]

    assert [one.rule for one in added if one.confidence == "high"] == []


def test_what_is_planted_is_found_in_a_scan():
    assert DEFECTS["nip-differs"][0] in {one.rule for one in scan(1, "nip-differs").judgement.findings}


def test_a_page_is_read_the_same_as_picture_and_in_a_pdf():
    """The first page, with the identity block, as PNG, TIFF and PDF."""
    needs_recognition()
    first = scanned_pages(files(2, "clean")["sop.pdf"], seed=2)[:1]
    expected = scan(2, "clean").sop
    for name, data in (("a.png", scan_png(first[0])), ("a.tiff", scan_tiff(first))):
        (sop,) = extract(read_document(data, name=name, options=ReadOptions(ocr="rapidocr"))).sops
        assert _numbers(sop) == _numbers(expected), name


def _numbers(sop: Sop) -> tuple[object, ...]:
    found = read_identity(sop)
    return found["number"], found["nip"], found["created"]


# the drawings themselves ------------------------------------------------------------------------------------------


def test_scans_hold_no_words():
    """Else a test of recognition would test the text layer."""
    import pypdfium2  # noqa: PLC0415 - the others do not need it

    data = scan_pdf(scanned_pages(files(0, "clean")["sop.pdf"]))
    with pypdfium2.PdfDocument(io.BytesIO(data)) as document:
        assert "".join(page.get_textpage().get_text_bounded() for page in document) == ""
