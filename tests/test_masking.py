"""Reports that leave the office: no NIP, no name of a person in any format (`--mask`)."""

from __future__ import annotations

import base64
import datetime as dt
import io
import json
import re
import zipfile
import zlib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditing.document import audit_entries, viewed
from auditing.masked_numbers import find_numbers
from auditing.masked_slots import SLOTS
from auditing.masking import HIDDEN, Mask, masked, masked_line, unmasked
from auditing.persons import document_lines
from auditing.plain import plain
from auditing.view import View
from engine.language.dictionary import dictionary
from extraction.nip import inspect_nip, without_digits
from extraction.regions import is_region
from extraction.sop import extract
from readers.reader import read_document
from reports.formats import FORMATS
from schemas.entry import DocumentWords, Entry, Line, Mark
from schemas.evidence import Evidence, Value
from schemas.facts import FACT_KINDS
from schemas.performance import PerformanceReport
from schemas.report import (
    Confidence,
    DocumentError,
    DocumentReport,
    Finding,
    Lever,
    PastFinding,
    Response,
    Severity,
    Since,
)
from schemas.sop import Official, Signature, Sop
from tests.books import judge_of, pack
from tests.program import patuh

ROOT = Path(__file__).resolve().parent.parent
SOP = ROOT / "fixtures/sop"
NIP = "198702032010011004"
GAP = r"(?:\W|_|\\[nrt]|\\u[0-9a-f]{4}|<[^<>]{1,40}>|&[#a-z0-9]{1,8};){0,4}"
"""What may stand between the digits of a number that is still there."""

PRINTED = {
    "run": lambda n: n,
    "groups": lambda n: f"{n[:8]} {n[8:14]} {n[14]} {n[15:]}",
    "dots": lambda n: f"{n[:8]}.{n[8:14]}.{n[14]}.{n[15:]}",
    "dashes": lambda n: f"{n[:8]}-{n[8:14]}-{n[14]}-{n[15:]}",
    "long dashes": lambda n: f"{n[:8]}\u2013{n[8:14]}\u2014{n[14]}\u2013{n[15:]}",
    "fixed blanks": lambda n: f"{n[:8]}\u00a0{n[8:14]}\u00a0{n[14]}\u00a0{n[15:]}",
    "no width": lambda n: f"{n[:8]}\u200b{n[8:14]}\u200b{n[14:]}",
    "wide digits": lambda n: "".join(chr(ord(digit) + 0xFEE0) for digit in n),
    "line break": lambda n: f"{n[:8]}\n{n[8:14]} {n[14]} {n[15:]}",
    "cells": lambda n: f"{n[:8]}\t{n[8:14]}\t{n[14]}\t{n[15:]}",
    "slashes": lambda n: f"{n[:8]} / {n[8:14]} / {n[14]} / {n[15:]}",
    "fours": lambda n: f"{n[:4]} {n[4:8]} {n[8:12]} {n[12:16]} {n[16:]}",
    "parts of a date": lambda n: f"{n[:4]}.{n[4:6]}.{n[6:8]}.{n[8:12]}.{n[12:14]}.{n[14]}.{n[15:]}",
    "three groups": lambda n: f"{n[:8]} {n[8:14]} {n[14:]}",
    "apart": " ".join,
    "misread": lambda n: f"{n[:8]} {n[8:14]} {n[14]} {n[15:]}".replace("1", "l").replace("0", "O", 2),
}
"""Ways in which a number of eighteen digits is printed."""
SAFE = [
    "Rp1.250.000.000,00",
    "298750000.5",
    "Nomor 000.8.3.3/05/PG/I/2025",
    "102,368421052632%",
    "0.333333333333333333",
    "2019 2020 2021 2022 2023 2024",
    "1.950 2.010 3.400 1.000 2.200 12.000",
    "2020\t2021\t2022\t2023\t2024\t100\t98,5",
    "Lengkapi NIP 18 digit di bawah nama",
    "NIP terdiri atas 18 angka, NIP lama 9 angka",
    "19 Februari 2019 s.d. 20 Maret 2020",
    "31/12/2019 - 31/12/2020",
    "0812-3456-7890",
    "Peraturan Pemerintah Nomor 17 Tahun 2018",
]
"""What is no number of a person."""


def _holds(text: str, digits: str) -> bool:
    return re.search(GAP.join(digits), text) is not None


# numbers


@pytest.mark.parametrize("form", PRINTED)
@pytest.mark.parametrize("before", ["", "NIP. ", "NIP :\t", "N I P ", "Nip", "SOP_", "(", "NI PPPK "])
def test_a_number_is_hidden_however_it_is_printed(form: str, before: str) -> None:
    shown = Mask().text(f"{before}{PRINTED[form](NIP)} dan lain-lain")
    assert re.fullmatch(re.escape(before) + r"\[NIP 1\] dan lain-lain", shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("NIP. 010 123 456", "NIP. [NIP 1]"),
        ("NIP lama: 010123456", "NIP lama: [NIP 1]"),
        ("NIP. 19870203201001100", "NIP. [NIP 1]"),
        ("NIP. 1987020320100110012", "NIP. [NIP 1]"),
        ("NIP. l987O2O3 2OlOOl l OOl", "NIP. [NIP 1]"),
        ("NIP. 1987", "NIP. [NIP 1]"),
        ("NIP: 19871340 201013 7 001", "NIP: [NIP 1]"),
        ("19871340 201013 7 001", "[NIP 1]"),
        ("NIK 3201010302870001", "NIK [NIK 1]"),
        ("3201010302870001", "[Nomor 1]"),
        ("1,98702032010011E+17", "[NIP 1]"),
        ("berbeda: 198702[0]32010011004 dan 198702[1]32010011004", "berbeda: [NIP 1] dan [NIP 2]"),
        ("[19]8702032010011004", "[NIP 1]"),
        ("1. NIP. 19870203 201001 1 004\n2. Kepala", "1. NIP. [NIP 1]\n2. Kepala"),
    ],
)
def test_what_was_meant_as_a_number_is_hidden(text: str, shown: str) -> None:
    assert Mask().text(text) == shown


@pytest.mark.parametrize("text", SAFE)
def test_other_numbers_stay(text: str) -> None:
    assert Mask().text(text) == text


def test_one_number_has_one_mark_and_another_has_another() -> None:
    mask = Mask()
    assert mask.text(PRINTED["groups"](NIP)) == mask.text(PRINTED["dots"](NIP)) == "[NIP 1]"
    assert mask.text("NIP. 19870203 201001 1 005") == "NIP. [NIP 2]"


def test_a_part_of_a_known_number_is_hidden() -> None:
    official = Official(nip_text=Value(PRINTED["groups"](NIP), (Evidence("x"),)))
    mask = Mask(None, [_sop(official)])
    for part in (NIP[:8], NIP[:14], NIP[4:], f"{NIP[:8]} 2010"):
        assert mask.text(f"tertulis {part}.") == "tertulis [NIP 1]."
    assert mask.text("tertulis 19870204.") == "tertulis 19870204."


def test_a_malformed_number_that_is_known_is_hidden_without_its_word() -> None:
    mask = Mask(None, [_sop(Official(nip_text=Value("8702-0320 1001", (Evidence("x"),))))])
    assert mask.text("tertulis 8702 0320-1001 dan 87021") == "tertulis [NIP 1] dan 87021"


digits = st.builds(
    lambda birth, year, month, sex, serial: f"{birth:%Y%m%d}{year}{month:02}{sex}{serial:03}",
    st.dates(dt.date(1950, 1, 1), dt.date(2004, 12, 31)),
    st.integers(1970, 2025),
    st.integers(1, 12) | st.integers(21, 23),
    st.integers(1, 2),
    st.integers(1, 999),
)
forms = st.sampled_from(sorted(set(PRINTED) - {"misread"}))
words_around = st.sampled_from(["", "NIP. ", "NIP : ", "sesuai ", "Pasal 5, ", "3. ", "_", "\n", "(IV/a) NIP "])


@settings(max_examples=300, deadline=None)
@given(numbers=st.lists(st.tuples(digits, forms, words_around), min_size=1, max_size=4))
def test_no_number_and_no_date_of_birth_is_left(numbers: list[tuple[str, str, str]]) -> None:
    text = " ; ".join(before + PRINTED[form](number) for number, form, before in numbers)
    shown = Mask().text(text)
    for number, _, _ in numbers:
        assert not _holds(shown, number[:8])
    assert Mask().text(shown) == shown


@settings(max_examples=200, deadline=None)
@given(text=st.text(alphabet=" \n\t.,-/0123456789NIPlO|!abz[]١२", max_size=200))
def test_nothing_makes_it_fail_and_twice_is_as_once(text: str) -> None:
    once = Mask().text(text)
    assert Mask().text(once) == once
    found = find_numbers(plain(text))
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_plain_text_has_the_same_length() -> None:
    text = "１９８\u00a07\u200b–\u0660Ａé\N{COMBINING ACUTE ACCENT}ﬁ\ue000"
    assert len(plain(text)) == len(text)
    assert plain(text).startswith("198 7 -0A")


# names


def _sop(*officials: Official, unit: str = "Kecamatan Arga Mulya") -> Sop:
    signatures = tuple(Signature(name=one.name, nip_text=one.nip_text) for one in officials)
    return Sop(unit=Value(unit, (Evidence(unit),)), signatures=signatures, lines=(1, 9))


def _named(*names: str) -> Mask:
    return Mask(None, [_sop(*(Official(name=Value(name, (Evidence(name),))) for name in names))])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Dra. Hj. SEKAR AYUNINGRUM, S.IP., M.Si. hadir", "[Nama 1] hadir"),
        ("Sekar Ayuningrum", "[Nama 1]"),
        ("SEKAR\nAYUNINGRUM, S.IP", "[Nama 1]"),
        ("disusun oleh sekar ayuningrum.", "disusun oleh [Nama 1]."),
        ("sdr. Ayuningrum", "sdr. [Nama 1]"),
        ("SOP_sekar_ayuningrum-v2.pdf", "SOP_[Nama 1]-v2.pdf"),
        ("SOP SekarAyuningrum.pdf", "SOP [Nama 1].pdf"),
        ("ＳＥＫＡＲ ＡＹＵＮＩＮＧＲＵＭ", "[Nama 1]"),
        ("Camat Arga Mulya, SEKAR AYUNINGRUM", "Camat Arga Mulya, [Nama 1]"),
        ("bunga sekar mekar", "bunga sekar mekar"),
    ],
)
def test_a_known_name_is_hidden(text: str, shown: str) -> None:
    assert _named("SEKAR AYUNINGRUM, S.IP.").text(text) == shown


def test_names_of_ordinary_words_are_hidden_whole_and_do_not_hide_those_words() -> None:
    mask = _named("INDAH PERMATA")
    assert mask.text("oleh Indah Permata, S.E. dan INDAH PERMATA") == "oleh [Nama 1] dan [Nama 1]"
    assert mask.text("alam yang indah, batu permata, Indah itu") == "alam yang indah, batu permata, Indah itu"


def test_a_name_of_one_ordinary_word_is_hidden_where_a_person_is_named() -> None:
    mask = _named("BUDI")
    assert mask.text("Bapak Budi") == "Bapak [Nama 1]"
    assert mask.text("BUDI, S.Sos") == "[Nama 1]"
    assert mask.text("CAMAT\nBUDI\nNIP") == "CAMAT\n[Nama 1]\nNIP"
    assert mask.text('tertulis "Budi" dan') == 'tertulis "[Nama 1]" dan'
    assert mask.text("budi pekerti dan Budi Pekerti di Kecamatan Budi Luhur") == (
        "budi pekerti dan Budi Pekerti di Kecamatan Budi Luhur"
    )


def test_a_name_is_not_taken_for_the_place() -> None:
    mask = Mask(None, [_sop(Official(name=Value("ARGA WIRASENTANA", (Evidence("x"),))))])
    assert mask.text("Kecamatan Arga Mulya") == "Kecamatan Arga Mulya"
    assert mask.text("Arga Wirasentana") == "[Nama 1]"


def test_names_that_differ_have_marks_that_differ() -> None:
    mask = _named("SEKAR AYUNINGRUM", "SEKAR AYUNINGRAM", "DAMAR AYUNINGRUM")
    assert mask.text('"SEKAR AYUNINGRUM" dan "SEKAR AYUNINGRAM, S.E."') == '"[Nama 1]" dan "[Nama 2]"'
    assert mask.text("Ayuningrum") == "[Nama]"


NOT_MODELLED = """\
SURAT TUGAS

Nama : Tirtayasa Birowo
Jabatan : Pengelola Data

Ditugaskan pula Sdr. Hanggoro Wicitra dan Dra. Kusumastri.

Mengetahui,                         Pembuat,
WULANDRI SASMAYA                    BRAMANTO KALIJAGAD, S.T
Pembina Tk. I                       Penata
NIP. 19700102 199503 1 002          NIP. 19850607 201001 2 003
"""


def test_names_that_no_model_holds_are_found_where_they_stand() -> None:
    document = read_document(NOT_MODELLED.encode(), name="surat.txt")
    assert not extract(document).sops
    shown = "\n".join(map(Mask(document, [None]).text, document_lines(document)))
    for word in ("Tirtayasa", "Birowo", "Hanggoro", "Wicitra", "Kusumastri", "WULANDRI", "SASMAYA", "BRAMANTO"):
        assert word.casefold() not in shown.casefold(), word
    for word in ("Jabatan : Pengelola Data", "Pembina Tk. I", "Penata", "Mengetahui,", "Sdr."):
        assert word in shown


def test_the_first_of_the_document_is_the_first() -> None:
    document = read_document(NOT_MODELLED.encode(), name="surat.txt")
    mask = Mask(document, [None])
    assert mask.text("Tirtayasa Birowo") == "[Nama 1]"
    assert mask.text("NIP. 19850607 201001 2 003") == "NIP. [NIP 2]"


# entries


def _finding(**given: object) -> Finding:
    said = {
        "rule": "person/nip-malformed", "code": "NIP-01", "severity": Severity.MAJOR, "confidence": Confidence.HIGH,
        "component": "pejabat", "title": "T", "condition": "C", "criterion": "K", "effect": "E",
        "recommendation": "R", "evidence": (Evidence("x"),), "fingerprint": "0123456789abcdef",
    }  # fmt: skip
    return Finding(**(said | given))  # type: ignore[arg-type]


def _report(**given: object) -> DocumentReport:
    said = {"path": "a.txt", "sha256": "0" * 64, "bytes": 1, "media": "text/plain", "kind": "sop"}
    return DocumentReport.model_validate(said | given)


def test_marks_still_point_to_their_words() -> None:
    text = f"Oleh SEKAR AYUNINGRUM, S.IP. NIP. {PRINTED['groups'](NIP)} tanggal 31 Februari 2024"
    day, name, number = text.index("31 Februari"), text.index("SEKAR"), text.index("NIP")
    marks = (
        Mark(0, 4, 0),
        Mark(name + 2, name + 5, 1),
        Mark(name, day, 2),
        Mark(number, number + 12, 3),
        Mark(day, day + 11, 4),
        Mark(day, day, 5),
        Mark(name + 3, name + 3, 6),
    )
    words = DocumentWords((Line(text, line=3, marks=marks),), 2)
    shown = masked(Entry(report=_report(), words=words), _named("SEKAR AYUNINGRUM")).words
    assert shown is not None
    assert shown.skipped == 2
    line = shown.lines[0]
    assert line.text == "Oleh [Nama 1] NIP. [NIP 1] tanggal 31 Februari 2024"
    assert [line.text[mark.start : mark.end] for mark in line.marks] == [
        "Oleh", "[Nama 1]", "[Nama 1] NIP. [NIP 1] tanggal ", "NIP. [NIP 1]", "31 Februari", "", "",
    ]  # fmt: skip
    assert [mark.finding for mark in line.marks] == [0, 1, 2, 3, 4, 5, 6]


def test_a_number_over_two_lines_or_two_quotes_is_hidden_in_both() -> None:
    first, second = f"tertulis {NIP[:8]} {NIP[8:12]}", f"{NIP[12:14]} {NIP[14]} {NIP[15:]} di sini"
    words = DocumentWords((Line(first), Line(second)))
    finding = _finding(evidence=(Evidence(first), Evidence(second)))
    shown = masked(Entry(report=_report(findings=(finding,)), words=words), Mask())
    assert shown.words is not None
    assert [line.text for line in shown.words.lines] == ["tertulis [NIP 1]", "[NIP 1] di sini"]
    assert [one.quote for one in shown.report.findings[0].evidence] == ["tertulis [NIP 1]", "[NIP 1] di sini"]


def test_lines_that_do_not_follow_each_other_are_not_read_as_one() -> None:
    words = DocumentWords((Line("jumlah 1987"), Line("0203201001 1 004", skipped=4)))
    assert masked(Entry(report=_report(), words=words), Mask()).words == words


def test_every_text_of_a_report_is_masked() -> None:
    said = f"SEKAR AYUNINGRUM NIP. {NIP}"
    place = Evidence(said, cell=f"{said}!A1", note=said)
    past = PastFinding(rule="r/r", code="XX-01", severity=Severity.MAJOR, title=said, fingerprint="f" * 16)
    finding = _finding(
        title=said, condition=said, criterion=said, effect=said, recommendation=said, evidence=(place,),
        status="overruled", response=Response(text=said, by="Budi"),
    )  # fmt: skip
    report = _report(
        path=f"{said}/sop.txt", title=said, unit=said, findings=(finding,),
        levers=(Lever(rule="r", fingerprints=(finding.fingerprint,), score=1, grade="A"),),
        not_evaluated=({"rule": "r/r", "reason": said},), errors=(DocumentError(code="x", message=said),),
        notices=({"code": "x", "message": said, "evidence": (place,)},),
        since=Since(
            as_of=dt.date(2025, 1, 1), path=said, first_judged=(finding.fingerprint,), fixed=(past,), unjudged=(past,),
            new=(finding.fingerprint,),
        ),
    )  # fmt: skip
    words = DocumentWords((Line(said, cell=said),))
    shown = masked(Entry(report=report, words=words), _named("SEKAR AYUNINGRUM"))
    everything = shown.model_dump_json()
    assert not _holds(everything, NIP[:8])
    for word in ("sekar", "ayuningrum", "budi", "0123456789abcdef", "ffffffffffffffff"):
        assert word not in everything.lower()
    assert everything.count("[Nama 1] NIP. [NIP 1]") == 23
    new = shown.report.findings[0].fingerprint
    assert shown.report.levers[0].fingerprints == (new,)
    assert shown.report.since is not None
    assert shown.report.since.new == (new,)
    assert len({one.fingerprint for one in (*shown.report.since.fixed, *shown.report.since.unjudged)}) == 2


def test_fingerprints_tell_no_number_and_stay_where_there_is_none() -> None:
    plain_one = _finding(condition="Nomor kosong", evidence=(Evidence("Nomor SOP :"),), fingerprint="a" * 16)

    def prints(number: str, *before: Finding) -> list[str]:
        other = _finding(condition=f"NIP {number} salah", evidence=(Evidence(number),), fingerprint="b" * 16)
        report = _report(findings=(*before, plain_one, other, other))
        return [one.fingerprint for one in masked(Entry(report=report), Mask()).report.findings]

    first, second = prints(NIP), prints("197001011995032001")
    assert first[0] == "a" * 16
    assert first == second, "a fingerprint that differs with the number can be tried with all numbers"
    assert len({*first, "b" * 16}) == 4
    third = _finding(condition="NIP 19600101 198503 1 009", evidence=(Evidence("x"),), fingerprint="c" * 16)
    assert prints(NIP, third)[1:] == first, "the ordinal of a mark depends on other findings"


def test_what_was_worked_out_from_a_number_is_hidden() -> None:
    sop = _sop(Official(name=Value("BUDI", (Evidence("x"),)), nip_text=Value(NIP, (Evidence(NIP),))))
    mask = Mask(None, [sop], pack().rules)
    name = "person/nip-implausible"
    assert mask.filled(name, f'Menurut NIP "{NIP}", BUDI diangkat pada umur 14 tahun, di bawah 18 tahun.') == (
        f'Menurut NIP "[NIP 1]", [Nama 1] diangkat pada umur {HIDDEN} tahun, di bawah 18 tahun.'
    )
    over = (
        f'Menurut NIP "{NIP}", BUDI sudah 6 tahun 2 bulan melewati batas usia pensiun saat SOP disahkan (1 Mei 2024).'
    )
    assert mask.filled(name, over) == (
        f'Menurut NIP "[NIP 1]", [Nama 1] sudah {HIDDEN} melewati batas usia pensiun saat SOP disahkan (1 Mei 2024).'
    )
    english = (
        f'By NIP "{NIP}", BUDI was 6 years 2 months beyond the pension age when the SOP was approved (1 Mei 2024).'
    )
    assert "6 years" not in mask.filled(name, english)
    reason = inspect_nip("19871332201001" + NIP[14:]).reason
    said = f'NIP "19871332 201001 1 004" tidak sesuai bentuk baku: {reason}.'
    assert mask.filled("person/nip-malformed", said) == (
        'NIP "[NIP 2]" tidak sesuai bentuk baku: angka 1-8 bukan tanggal lahir yang mungkin.'
    )
    assert mask.filled("steps/duplicate", "Langkah 3 pada umur 14 tahun") == "Langkah 3 pada umur 14 tahun"


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("187702032010011004", "angka 1-8 bukan tanggal lahir yang mungkin"),
        ("198713032010011004", "angka 1-8 bukan tanggal lahir yang mungkin"),
        ("198702002010011004", "angka 1-8 bukan tanggal lahir yang mungkin"),
        ("198702032010131004", "angka 13-14 bukan bulan pengangkatan"),
        ("198702032010017004", "angka ke-15 bukan 1 (pria) atau 2 (wanita)"),
        ("19870203201001100", "terdiri atas 17 angka, seharusnya 18"),
    ],
)
def test_reasons_say_no_digits(number: str, shown: str) -> None:
    reason = inspect_nip(number).reason
    assert reason is not None
    assert without_digits(reason) == shown
    assert without_digits(shown) == shown


def test_every_word_of_a_fact_about_a_person_is_known_as_such() -> None:
    """A new word of these facts must be judged: may a masked report show it?"""
    shown = {
        "official": {"position"},
        "nip": {"approved"},
        "rank": {"printed", "rank", "grade", "proper", "proper_rank"},
        "person_pair": {"a_office", "b_office"},
    }
    for kind, words in shown.items():
        personal = {name for each, name in SLOTS if each == kind}
        assert set(FACT_KINDS[kind].words) <= personal | words, kind


def test_messages_of_a_run_are_masked() -> None:
    line = masked_line(f"arsip/SOP_{PRINTED['groups'](NIP)}.pdf: rusak")
    assert line == "arsip/SOP_[NIP 1].pdf: rusak"
    assert masked_line("SOP Drs. Wirayudha Sasmaya, M.Si.docx: rusak") == "SOP [Nama 1].docx: rusak"
    assert masked_line("sop/pelayanan-ktp.docx: rusak") == "sop/pelayanan-ktp.docx: rusak"


def test_a_comparison_with_a_masked_report_comes_back_to_the_findings_as_they_are() -> None:
    report = _report(findings=(_finding(condition=f"NIP {NIP}"),))
    hidden = masked(Entry(report=report), Mask()).report
    since = Since(as_of=dt.date(2025, 1, 1), new=(hidden.findings[0].fingerprint,))
    answered = hidden.findings[0].model_copy(update={"status": "answered"})
    back = unmasked(hidden.model_copy(update={"since": since, "findings": (answered,)}), report)
    assert back.since is not None
    assert back.since.new == (report.findings[0].fingerprint,)
    assert back.findings[0].condition == f"NIP {NIP}"
    assert back.findings[0].status == "answered"


def test_a_document_that_could_not_be_read_is_masked() -> None:
    report = _report(path=f"{NIP}.pdf", errors=(DocumentError(code="x", message=f"{NIP}.pdf rusak"),))
    entry = viewed(report, View(mask=True))
    assert not _holds(entry.model_dump_json(), NIP[:8])


# whole documents

SYLLABLES = "wa sta ri gen du lam pra yo be kin tu mar hes ta nil gro sih".split()
name_words = (
    st.lists(st.sampled_from(SYLLABLES), min_size=3, max_size=4)
    .map("".join)
    .filter(lambda word: word not in dictionary() and not is_region(None, word))
)
person = st.tuples(st.lists(name_words, min_size=1, max_size=3, unique=True), digits)


def _forged(text: str, people: list[tuple[list[str], str]], printed: list[str], *, capitals: bool) -> str:
    """A fixture with other persons in it, the numbers in other print forms."""
    names = list(dict.fromkeys(re.findall(r"(?m)\b[A-Z]{4,} [A-Z]{4,}(?=, [SM]\.)", text)))
    for at, name in enumerate(names):
        given = " ".join(people[at % len(people)][0])
        text = text.replace(name, given.upper() if capitals else given.title())
    found = re.findall(r"[0-9]{8} ?[0-9]{6} ?[0-9] ?[0-9]{3}", text)
    for at, number in enumerate(found):
        new = PRINTED[printed[at % len(printed)]](people[at % len(people)][1])
        text = text.replace(number, new, 1)
    return text


def _assert_hidden(text: str, people: list[tuple[list[str], str]]) -> None:
    low = text.casefold()
    for name, number in people:
        assert not _holds(text, number[:8]), number
        assert number not in re.sub(r"\D", "", text)
        for word in name:
            assert word not in low, word


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    source=st.sampled_from(
        [
            "sop/nip-mismatch-guide-and-form.txt",
            "sop/nip-unreadable-section-missing.txt",
            "sop/clean-guide-tabs.txt",
            "performance/lkjip-clean.md",
        ]
    ),
    people=st.lists(person, min_size=2, max_size=2),
    printed=st.lists(st.sampled_from(["run", "groups", "dots", "fixed blanks", "no width"]), min_size=2, max_size=2),
    capitals=st.booleans(),
)
def test_no_person_is_left_of_a_document(
    tmp_path: Path, source: str, people: list[tuple[list[str], str]], printed: list[str], *, capitals: bool
) -> None:
    text = _forged((ROOT / "fixtures" / source).read_text(), people, printed, capitals=capitals)
    path = tmp_path / Path(source).name
    path.write_text(text)
    judge = judge_of()
    shown = audit_entries(path, path.name, judge, None, View(mask=True))
    bare = audit_entries(path, path.name, judge)
    again = audit_entries(path, path.name, judge, None, View(mask=True))
    assert again == shown
    document = read_document(text.encode(), name=path.name)
    extraction = extract(document)
    subjects: list[Sop | PerformanceReport | None] = [*extraction.sops] or [extraction.performance]
    mask = Mask(document, subjects, judge.pack.rules)
    lines = [mask.text(line) for line in document_lines(document)]
    _assert_hidden("\n".join([*lines, *(one.model_dump_json() for one in shown)]), people)
    for old, new in zip(bare, shown, strict=True):
        assert len(old.report.findings) == len(new.report.findings)
        assert [one.rule for one in old.report.findings] == [one.rule for one in new.report.findings]
        assert old.report.outcomes == new.report.outcomes
        assert old.report.score == new.report.score
        assert len({one.fingerprint for one in new.report.findings}) == len(new.report.findings)
        assert masked(new, Mask()).model_dump_json() == new.model_dump_json()


# all formats

PEOPLE = [(["wirayudha", "sasmayatra"], "197903042005011007"), (["gendrulasih"], "198411232010012015")]


def _texts(data: bytes, ending: str) -> str:
    """All that a reader, or a curious one, finds in a report."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
        bare = [re.sub(r"<[^<>]*>", "", part) for part in parts]
        return "\n".join([*parts, *bare])
    if ending == ".pdf":
        return _pdf_text(data)
    text = data.decode()
    return "\n".join([text, *_unpacked(text)])


def _pdf_text(data: bytes) -> str:
    import pypdfium2  # noqa: PLC0415 - of one format only

    document = pypdfium2.PdfDocument(data)
    said = [page.get_textpage().get_text_bounded() for page in document]
    return "\n".join([*said, str(document.get_metadata_dict()), data.decode("latin-1")])


def _unpacked(text: str) -> list[str]:
    """Blocks of data in a page, unpacked."""
    found = []
    for block in re.findall(r"[A-Za-z0-9+/_-]{80,}={0,2}", text):
        raw = base64.b64decode(block.replace("-", "+").replace("_", "/") + "==")
        for bits in (47, 15, -15):
            try:
                found.append(zlib.decompress(raw, bits).decode("utf-8", "replace"))
            except zlib.error:
                continue
        found.append(raw.decode("utf-8", "replace"))
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Documents whose names, words and file names hold persons; one of them cannot be read."""
    place = tmp_path_factory.mktemp("masuk")
    sources = (
        "sop/nip-mismatch-guide-and-form.txt",
        "sop/nip-unreadable-section-missing.txt",
        "performance/lkjip-clean.md",
    )
    for at, source in enumerate(sources):
        text = _forged((ROOT / "fixtures" / source).read_text(), PEOPLE, ["groups", "run"], capitals=at != 1)
        (place / f"{at}_{'_'.join(PEOPLE[at % 2][0])}{Path(source).suffix}").write_text(text)
    (place / f"rusak_{PRINTED['groups'](PEOPLE[0][1])}.pdf").write_bytes(b"%PDF-1.4 kosong")
    return place


@pytest.fixture(scope="module")
def reports(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same audit, masked, in all formats."""
    place = tmp_path_factory.mktemp("keluar")
    files = {name: place / f"laporan-{name}{(FORMATS[name].endings or ('.txt',))[0]}" for name in FORMATS}
    wanted = [part for name, file in files.items() for part in ("--format", name)]
    outputs = [part for file in files.values() for part in ("--output", file)]
    done = patuh("check", folder, "--mask", "--no-config", "--profile", "ketat", *wanted, *outputs)
    assert done.code == 4, done.err
    _assert_hidden(done.err + done.out, PEOPLE)
    assert "rusak_[NIP 1].pdf" in done.err
    return files


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_shows_a_person(reports: dict[str, Path], name: str) -> None:
    file = reports[name]
    text = _texts(file.read_bytes(), file.suffix)
    assert len(text) > 500
    _assert_hidden(text, PEOPLE)
    if name not in ("sarif", "junit", "github", "csv", "jsonl"):
        assert re.search("samar|mask", text, re.IGNORECASE)


def test_the_documents_do_hold_them(folder: Path) -> None:
    """Else the test above would say nothing."""
    done = patuh("check", folder, "--no-config", "--profile", "ketat", "--format", "json")
    for name, number in PEOPLE:
        assert _holds(done.out, number[:8])
        assert all(word in done.out.lower() for word in name)


def test_masking_changes_no_count(folder: Path, reports: dict[str, Path]) -> None:
    bare = patuh("check", folder, "--no-config", "--profile", "ketat", "--format", "json").report
    shown = json.loads(reports["json"].read_text())
    assert shown["masked"] is True
    assert bare["masked"] is False
    assert shown["summary"] == bare["summary"]
    for old, new in zip(bare["documents"], shown["documents"], strict=True):
        assert old["sha256"] == new["sha256"]
        assert old["outcomes"] == new["outcomes"]
        assert [one["rule"] for one in old["findings"]] == [one["rule"] for one in new["findings"]]


def test_the_table_says_that_it_is_masked(reports: dict[str, Path]) -> None:
    assert "NIP dan nama orang dalam laporan ini disamarkan (UU 27/2022)." in reports["table"].read_text()


def test_a_masked_report_can_be_compared_with(folder: Path, reports: dict[str, Path]) -> None:
    """Nothing changed since, whether the new report is masked or not."""
    for mask in ((), ("--mask",)):
        done = patuh(
            "check", folder, "--no-config", "--profile", "ketat", "--since", reports["json"], "--format", "json", *mask
        )
        compared = [one["since"] for one in done.report["documents"] if one["since"] is not None]
        assert len(compared) >= 3
        assert not any(one["new"] or one["fixed"] for one in compared)
