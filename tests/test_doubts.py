"""Reading doubt: where it begins, how it lowers the confidence, and that the finding says why."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from engine.audit import Auditor
from engine.derive.factlist import FactList
from engine.doubts import with_doubts
from engine.facts import sop_facts
from extraction.sop import extract
from readers.text import read_text
from schemas.blocks import Block, Piece, Table
from schemas.doubt import ReadingDoubt, confidence_in
from schemas.evidence import Evidence
from schemas.facts import Fact
from schemas.report import Confidence, Finding
from tests.packs import rules_pack
from tests.sop_texts import HEADING, IDENTITY, STEPS, facts_of, read_one, with_fields

PACK = rules_pack()
AUDITOR = Auditor(PACK)


def findings(text: str, rule: str) -> list[Finding]:
    """What one rule of the pack finds in a text."""
    facts = sop_facts(read_one(text), as_of=dt.date(2026, 1, 15), known=PACK.knowledge)
    return [finding for finding in AUDITOR.judge(facts).findings if finding.rule == rule]


def doubts(fact: Fact) -> list[str]:
    """The reasons to doubt a fact."""
    return [doubt.reason for doubt in fact.doubts]


def date_fact(text: str, field: str) -> Fact:
    """The fact about one date of the identity block."""
    [fact] = [fact for fact in facts_of(text, "date") if fact.fields["field"] == field]
    return fact


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("4 Januari 2023", []),
        ("04 Jan. 2023", []),
        ("14-02-2024", []),
        ("5-2-2024", ["day-month"]),
        ("O4 Januari 2023", ["date"]),
        ("4 Januari 2O23", ["date"]),
        ("l4 Januari 2023", ["date"]),
        ("4 Januri 2023", ["date"]),
        ("4 Nopember 2023", []),
    ],
)
def test_a_date_that_was_read_with_doubt(day: str, expected: list[str]) -> None:
    """Letters among its digits, a misspelt month, numbers that could be exchanged; old spellings are none."""
    fact = date_fact(with_fields(pembuatan=day), "created")

    assert expected == doubts(fact)
    assert (Confidence.MEDIUM if expected else Confidence.HIGH) is fact.confidence


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Tanggal Pembuatan", []),
        ("Tgl. Pembuatan", []),
        ("TgI Pembuatan", []),
        ("Tanggal Dibuat", []),
        ("Tanggal Pembutan", ["label"]),
    ],
)
def test_a_label_with_a_typing_error(label: str, expected: list[str]) -> None:
    """The usual other words for it are no error."""
    text = IDENTITY.replace("Tanggal Pembuatan", label)
    [field] = [fact for fact in facts_of(text, "field") if fact.fields["name"] == "created"]

    assert expected == doubts(field) == doubts(date_fact(text, "created"))


def test_values_that_stand_after_all_labels() -> None:
    """What was matched by its order is not as sure as what stands beside its label."""
    labels = ["Nomor SOP", "Tanggal Pembuatan", "Tanggal Revisi", "Tanggal Efektif", "Disahkan Oleh"]
    values = ["000.8/1/2024", "14 Februari 2024", "-", "5 Februari 2024", "CAMAT LEMBAH", "ARI WIBOWO, S.Sos."]
    text = "STANDAR OPERASIONAL PROSEDUR\n\n" + "\n".join([*labels, *values]) + "\n\nDasar Hukum\n1. UU 5 Tahun 2014\n"
    [finding] = findings(text, "identity/date-order")

    assert ["order"] == doubts(date_fact(text, "created"))
    assert Confidence.MEDIUM is finding.confidence
    assert any("menurut urutan" in (evidence.note or "") for evidence in finding.evidence)


@pytest.mark.parametrize(
    ("heading", "expected"), [("Peralatan/Perlengkapan", []), ("Peralatan/Perlengkaoran", ["label"])]
)
def test_a_section_heading_with_a_typing_error(heading: str, expected: list[str]) -> None:
    """It is known, with doubt."""
    text = f"{IDENTITY}Dasar Hukum\n1. Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur\n{heading}\n1. Komputer\n"
    [section] = [fact for fact in facts_of(text, "section") if fact.fields["name"] == "equipment"]

    assert expected == doubts(section)


def test_a_row_whose_cells_slipped() -> None:
    """The rows beside it stay sure."""
    slipped = "3\tMengarsipkan surat masuk\t\t\tX\tArsip surat\t10 menit\tSurat tersimpan\t\t\n"
    steps = facts_of(IDENTITY + STEPS + slipped, "step")

    assert [[], [], ["row"]] == [doubts(step) for step in steps]


def test_a_time_column_without_heading() -> None:
    """Its cells tell what it is; that is doubt enough for all rows."""
    steps = facts_of(IDENTITY + STEPS.replace(HEADING, HEADING.replace("Waktu", "")), "step")

    assert [["column"], ["column"]] == [doubts(step) for step in steps]


def test_letters_among_the_digits_of_an_nip() -> None:
    """Nothing about such a number is sure."""
    [fact] = facts_of(
        f"{IDENTITY}{STEPS}\nCAMAT BUKIT LEMBAYUNG\n\nRAHAYU SETIAWATI\nNIP. 198OO319 200501 1 002\n", "nip"
    )

    assert ["letters"] == doubts(fact)
    assert Confidence.LOW is fact.confidence


def test_one_doubt_is_medium_and_two_are_low() -> None:
    """Without any a reading is sure."""
    label, order = ReadingDoubt(reason="label"), ReadingDoubt(reason="day-month")

    assert Confidence.HIGH is confidence_in(())
    assert Confidence.MEDIUM is confidence_in((label,))
    assert Confidence.LOW is confidence_in((label, order))
    assert Confidence.LOW is confidence_in((ReadingDoubt(reason="letters"),))


def fact(line: int, *found: ReadingDoubt) -> Fact:
    """A fact at a line."""
    return Fact(f"f-{line}", "date", {}, {}, (Evidence(quote=f"q{line}", line=line),), Confidence.HIGH, found)


def test_the_note_stands_at_the_place_it_is_about() -> None:
    """What was noted there already is kept; a doubtful place that was not shown is added at the end."""
    shown = [Evidence(quote="q1", line=1), Evidence(quote="q2", line=2, note="dicari di sini")]
    label = ReadingDoubt(reason="label", printed="Tanggl")
    noted = with_doubts(shown, [fact(1), fact(2, label), fact(3, ReadingDoubt(reason="row"))], "id")

    assert [
        None,
        'dicari di sini; bacaan ragu: label terbaca "Tanggl"',
        "bacaan ragu: isi baris tidak sejajar dengan judul kolomnya",
    ] == [evidence.note for evidence in noted]
    assert [1, 2, 3] == [evidence.line for evidence in noted]


def test_the_note_speaks_the_language_of_the_report() -> None:
    """English reports have English notes."""
    [noted] = with_doubts([Evidence(quote="q1", line=1)], [fact(1, ReadingDoubt(reason="layout"))], "en")

    assert "doubtful reading: columns of the form were run together in the text" == noted.note


def test_a_doubt_does_not_change_the_fingerprint() -> None:
    """A finding that was followed up stays the same one when a better scan is read."""
    sure, [doubtful] = (
        findings(
            with_fields(pembuatan=day, efektif="5 Februari 2024", pengesahan="5 Februari 2024"), "identity/date-order"
        )
        for day in ("14 Februari 2024", "14 Februari 2O24")
    )

    assert Confidence.HIGH is sure[0].confidence
    assert Confidence.MEDIUM is doubtful.confidence


# words of pictures ------------------------------------------------------------------------------------------------

SCANNED = """SOP PELAYANAN ADMINISTRASI
Nomor SOP: 1/2024
Tanggal Pengesahan: 2 Januari 2024
Disahkan oleh: Kepala Dinas
Nama: Sari Lestari
NIP. {nip}
"""


def recognised(text: str, certainty: int | None) -> list[Fact]:
    """Facts of a text whose words were all recognised so surely; None: they are printed."""
    document = read_text(text.encode(), name="sop.txt")
    blocks = tuple(_recognised(block, certainty) for block in document.blocks)
    return list(
        sop_facts(
            extract(document.model_copy(update={"blocks": blocks})).sops[0],
            as_of=dt.date(2024, 6, 1),
            known=PACK.knowledge,
        )
    )


def _recognised(block: Block, certainty: int | None) -> Block:
    if not isinstance(block, Table):
        return replace(block, pieces=_surely(block.pieces, certainty))
    rows = (
        replace(row, cells=tuple(replace(cell, pieces=_surely(cell.pieces, certainty)) for cell in row.cells))
        for row in block.rows
    )
    return replace(block, rows=tuple(rows))


def _surely(pieces: tuple[Piece, ...], certainty: int | None) -> tuple[Piece, ...]:
    return tuple(replace(piece, certainty=certainty) for piece in pieces)


def one(facts: list[Fact], kind: str) -> Fact:
    return next(fact for fact in facts if fact.kind == kind)


@pytest.mark.parametrize(
    ("certainty", "confidence"),
    [
        (100, Confidence.HIGH),
        (85, Confidence.HIGH),
        (84, Confidence.MEDIUM),
        (65, Confidence.MEDIUM),
        (64, Confidence.LOW),
    ],
)
def test_the_certainty_of_recognised_words_bounds_the_confidence(certainty: int, confidence: Confidence) -> None:
    """And a finding says so at the place."""
    official = one(recognised(SCANNED.format(nip="19800101 200501 2 001"), certainty), "official")
    assert official.confidence is confidence
    places = with_doubts(official.evidence, [official], "id")
    said = [place.note for place in places if place.note]
    assert said == (
        [] if certainty >= 85 else [f"bacaan ragu: tulisan pada gambar dikenali dengan kepastian {certainty}%"]
    )


def test_the_least_sure_place_of_a_fact_is_noted() -> None:
    out = FactList()
    places = [
        Evidence(quote="a", line=1, certainty=90),
        Evidence(quote="b", line=2, certainty=70),
        Evidence(quote="c", line=3),
    ]
    out.add("repeated_word", {"count": 3}, {"words": "a a", "word": "a"}, places)
    [found] = out.facts
    notes = [place.note for place in with_doubts(places, [found], "en")]
    assert notes == [None, "doubtful reading: words were recognised in a picture with a certainty of 70%", None]


@pytest.mark.parametrize(("certainty", "reading"), [(99, "sure"), (90, "sure"), (89, "unsure")])
def test_an_nip_of_a_picture_says_how_its_digits_were_read(certainty: int, reading: str) -> None:
    nip = one(recognised(SCANNED.format(nip="19800101 200501 2 001"), certainty), "nip")
    assert (nip.fields["state"], nip.fields["reading"]) == ("ok", reading)


def test_a_malformed_nip_of_a_picture_is_never_of_high_confidence() -> None:
    """However sure the engine is: where a digit stands twice, it may see one."""
    nip = one(recognised(SCANNED.format(nip="19800101 200501 2 01"), 99), "nip")
    assert nip.fields["state"] == "length"
    assert nip.confidence is Confidence.MEDIUM
    assert [doubt.reason for doubt in nip.doubts] == ["digits"]
    printed = one(recognised(SCANNED.format(nip="19800101 200501 2 01"), None), "nip")
    assert (printed.confidence, printed.fields["reading"]) == (Confidence.HIGH, "printed")


@pytest.mark.parametrize(("certainty", "nip"), [(99, "different"), (80, "unknown")])
def test_nips_that_differ_in_a_picture_contradict_one_another_only_when_surely_read(certainty: int, nip: str) -> None:
    text = (Path(__file__).parents[1] / "fixtures/sop/nip-mismatch-guide-and-form.txt").read_text()
    assert nip in {pair.fields["nip"] for pair in recognised(text, certainty) if pair.kind == "person_pair"}


@pytest.mark.parametrize(("certainty", "found"), [(99, ["diubah", "kinerja"]), (90, ["diubah"]), (84, [])])
def test_misspellings_that_a_picture_may_have_made_are_none(certainty: int, found: list[str]) -> None:
    """One that the glossary lists is seldom a misreading; the rule is not evaluated where one was passed over."""
    words = "Pengumpulan data kinera setiap bulan, sebagaimana telah dirubah"
    text = f"STANDAR OPERASIONAL PROSEDUR\nPELAYANAN SURAT\n\nI. Latar Belakang\n\n{words}\n\n{IDENTITY}\n"
    facts = recognised(text, certainty)
    assert sorted(fact.words["standard"] for fact in facts if fact.kind == "misspelling") == found
    assert one(facts, "prose").fields["spelling_unsure"] == (certainty < 97)


@pytest.mark.parametrize(
    ("certainty", "printed", "state"),
    [
        (None, "April 2025", "incomplete"),
        (99, "April 2025", "unreadable"),
        (99, "... April 2025", "incomplete"),
        (99, "31 April 2025", "invalid"),
        (80, "31 April 2025", "unreadable"),
    ],
)
def test_a_part_that_a_picture_lacks_was_not_left_out(certainty: int | None, printed: str, state: str) -> None:
    """A lone `1` before the month is easily passed over in a scan; dots were printed, and nothing stands on them."""
    facts = recognised(with_fields(pembuatan=printed), certainty)
    assert state == next(fact.fields["state"] for fact in facts if fact.fields.get("field") == "created")


@pytest.mark.parametrize(("certainty", "name"), [(None, "different"), (90, "different"), (80, "unsure")])
def test_names_under_a_stamp_do_not_contradict_one_another(certainty: int | None, name: str) -> None:
    approver = "Disahkan Oleh : CAMAT BUKIT LEMBAYUNG, SARI LESTARI, NIP. 19800101 200501 2 001\n"
    text = IDENTITY.replace("Disahkan Oleh : CAMAT BUKIT LEMBAYUNG\n", approver) + (
        "\nDitetapkan di Seruni\npada tanggal 9 Januari 2024\n\nCAMAT BUKIT LEMBAYUNG,\n\nPEMERI HARTINI\n"
        "NIP. 19800101 200501 2 001\n"
    )
    pairs = [fact for fact in recognised(text, certainty) if fact.fields.get("approver_and_signatory")]
    assert [name] == [fact.fields["name"] for fact in pairs]


@pytest.mark.parametrize(("certainty", "months"), [(None, 5), (90, 5), (80, 0)])
def test_a_roman_month_of_a_picture_counts_when_it_is_surely_read(certainty: int | None, months: int) -> None:
    facts = recognised(with_fields(sop="000.8.3.3/7/VI/2024"), certainty)
    assert months == one(facts, "number_period").fields["months"]


@pytest.mark.parametrize(("certainty", "stray"), [(None, False), (99, True)])
def test_words_that_are_no_regulation_are_not_blamed_on_a_picture(certainty: int | None, stray: bool) -> None:
    """Where rulings of a photo are lost, words of other cells come among the legal bases."""
    text = (
        IDENTITY
        + "Dasar Hukum :\n1. PENGUMPULAN DATA KINERJA\n2. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan\n"
    )
    found = [fact.fields["stray"] for fact in recognised(text, certainty) if fact.kind == "citation"]
    assert [stray, False] == found
