"""The report of results in Word: its order, its limits, and a file that Word opens."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import re
import shutil
import subprocess
import zipfile
from decimal import Decimal

import docx
import pytest
from docx.oxml.ns import qn
from PIL import Image

from reports.book import NotReadyError, Sender
from reports.docx import ready, write
from reports.lhe.criteria import criteria
from reports.lhe.draft import Draft
from reports.lhe.gathered import MAX_FINDINGS, gather
from reports.lhe.paper import Paper, clean
from reports.lhe.words import SENTENCES
from schemas.entry import Entry
from schemas.evidence import Evidence
from schemas.regulation import Change, Regulation, RegulationType
from schemas.report import (
    Confidence,
    DocumentError,
    DocumentReport,
    Finding,
    Grade,
    NotEvaluated,
    PastFinding,
    Response,
    Score,
    Severity,
    Since,
)
from schemas.settings import Organisation, ReportSettings, Signatory
from tests.books import book_of, entries_of
from tests.program import patuh
from tests.system_programs import needs

HOSTILE = "\x00\x0b\x1b[31m\ufffe\ud800<w:p>&]]>=cmd|'/c calc'!A1\u202e"


def _finding(**given):
    values = {
        "rule": "identity/field-empty",
        "code": "ID-02",
        "severity": Severity.MAJOR,
        "confidence": Confidence.HIGH,
        "component": "identitas",
        "title": "Kolom identitas kosong",
        "condition": "Nomor SOP pada bagian identitas belum diisi.",
        "criterion": "Peraturan X, Pasal 1: nomor diisi",
        "effect": "SOP tidak dapat dirujuk.",
        "recommendation": "Isi nomornya.",
        "evidence": (Evidence(quote="", line=3),),
        "fingerprint": "0123456789abcdef",
    }
    return Finding(**(values | given))


def _entry(path="a.txt", *findings, **given):
    values = {
        "sha256": "ab" * 32,
        "bytes": 10,
        "media": "text/plain",
        "kind": "sop",
        "title": "Surat",
        "unit": "Camat A",
    }
    return Entry(report=DocumentReport(path=path, findings=findings, **(values | given)))


def _written(entries, **given):
    stream = io.BytesIO()
    write(book_of(list(entries), **given), stream)
    return stream.getvalue()


def _texts(data):
    """All paragraphs in their order, those of tables too."""
    body = docx.Document(io.BytesIO(data)).element.body
    return ["".join(words.text or "" for words in one.iter(qn("w:t"))) for one in body.iter(qn("w:p"))]


def _headings(data, level):
    return [one.text for one in docx.Document(io.BytesIO(data)).paragraphs if one.style.style_id == f"Heading{level}"]


@pytest.fixture(scope="module")
def small():
    """A report of a few fixtures of all kinds."""
    entries = entries_of(
        "sop/title-mismatch-lists-differ-number-empty.txt",
        "sop/actor-kepala-kantor.txt",
        "sop/clean-label-colon.txt",
        "sop/steps-duplicate-second-of-two-sops.txt",
        "sop/nip-unreadable-section-missing.txt",
        "sop/unknown-letter.txt",
        "performance/monev-triwulan-planted.csv",
        "bad/empty.txt",
    )
    return entries, _written(entries)


def test_the_chapters_stand_in_the_order_of_a_report_of_results(small):
    _, data = small

    assert [
        "Ringkasan Eksekutif",
        "BAB I PENDAHULUAN",
        "BAB II HASIL EVALUASI",
        "BAB III PENUTUP",
        "LAMPIRAN: DAFTAR DOKUMEN",
    ] == _headings(data, 1)
    assert [
        "A. Dasar Hukum",
        "B. Latar Belakang",
        "C. Tujuan",
        "D. Ruang Lingkup",
        "E. Metodologi",
        "F. Waktu Pelaksanaan",
        "A. Nilai dan Predikat",
        "B. Hasil per Komponen",
        "C. Temuan per Perangkat Daerah",
        "D. Hal yang Tidak Dapat Dinilai",
        "E. Rekomendasi",
    ] == _headings(data, 2)


def test_every_finding_has_its_five_parts_and_room_for_the_cause(small):
    entries, data = small
    texts = _texts(data)
    count = sum(len(entry.report.findings) for entry in entries)

    assert count > 10
    for part in ("Kondisi", "Kriteria", "Sebab", "Akibat", "Rekomendasi"):
        assert count == texts.count(part)
    assert count == sum(text.startswith("Kondisi tersebut disebabkan oleh …") for text in texts)
    for entry in entries:
        assert all(finding.condition in texts for finding in entry.report.findings)


def test_the_sums_are_those_of_the_documents(small):
    entries, data = small
    found = [finding.severity for entry in entries for finding in entry.report.findings]
    said = ", ".join(
        f"{found.count(one)} {name}"
        for one, name in zip(Severity, ("kritis", "mayor", "minor", "saran"), strict=True)
        if one in found
    )

    assert f"Ditemukan {len(found)} hal yang perlu diperbaiki: {said}." in _texts(data)


def test_the_mean_is_printed_with_a_decimal_comma(small):
    entries, data = small
    scores = [entry.report.score.value for entry in entries if entry.report.score]
    mean = f"{(sum(scores) / len(scores)).quantize(Decimal('0.01'))}".replace(".", ",")

    assert any(f"nilai rata-ratanya {mean} pada skala" in text for text in _texts(data))


def test_the_same_book_gives_the_same_bytes(small):
    entries, data = small

    assert data == _written(entries)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {(1980, 1, 1, 0, 0, 0)} == {member.date_time for member in package.infolist()}


def test_the_properties_of_the_file_come_from_the_book(small):
    about = docx.Document(io.BytesIO(small[1])).core_properties

    assert dt.date(2026, 1, 15) == about.created.date() == about.modified.date()
    assert "id-ID" == about.language
    assert about.title.startswith("Laporan Hasil Evaluasi atas")


_ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs shd lang",
    "tcPr": "tcW shd",
    "trPr": "cantSplit tblHeader",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "sectPr": "headerReference footerReference type pgSz pgMar cols titlePg docGrid",
    "style": "name basedOn next link uiPriority semiHidden qFormat pPr rPr tblPr",
    "num": "abstractNumId lvlOverride",
    "lvl": "start numFmt lvlText lvlJc pPr",
    "numbering": "abstractNum num",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang clrSchemeMapping decimalSymbol "
    "listSeparator",
}
"""ISO/IEC 29500-1, annex A: the order of the elements that are used. Word takes a file in another order for damaged."""


def test_elements_stand_in_the_order_of_the_schema(small):
    wrong = []
    with zipfile.ZipFile(io.BytesIO(small[1])) as package:
        parts = ("document", "styles", "numbering", "settings", "footer1")
        for element in (one for part in parts for one in docx.oxml.parse_xml(package.read(f"word/{part}.xml")).iter()):
            name = str(element.tag).partition("}")[2]
            order = _ORDER.get(name, "").split()
            children = [str(child.tag).partition("}")[2] for child in element]
            if order and children != sorted(children, key=lambda child: order.index(child) if child in order else -1):
                wrong.append((name, children))
            wrong += [(name, child) for child in children if order and child not in order]

    assert [] == wrong


def test_every_table_repeats_its_header_and_parts_no_row(small):
    tables = docx.Document(io.BytesIO(small[1])).element.body.findall(qn("w:tbl"))

    assert len(tables) > 15
    for table in tables:
        rows = table.findall(qn("w:tr"))
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
        widths = [int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol"))]
        assert all(len(widths) == len(row.findall(qn("w:tc"))) for row in rows)
        assert sum(widths) == int(table.find(f"{qn('w:tblPr')}/{qn('w:tblW')}").get(qn("w:w")))
    repeated = sum(table.find(f"{qn('w:tr')}/{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for table in tables)
    assert repeated > 8


def test_contents_and_pages_are_fields(small):
    with zipfile.ZipFile(io.BytesIO(small[1])) as package:
        document, footer = (package.read(f"word/{name}.xml").decode() for name in ("document", "footer1"))
    codes = re.findall(r"<w:instrText[^>]*>([^<]*)<", document)
    marks = re.findall(r'w:fldCharType="(\w+)"', document)

    assert 1 == sum(code.startswith(" TOC ") for code in codes)
    assert marks.count("begin") == marks.count("separate") == marks.count("end") == len(codes)
    assert ["PAGE", "NUMPAGES"] == re.findall(r"<w:instrText[^>]*>([^<]*)<", footer)
    named = set(re.findall(r'<w:bookmarkStart[^>]* w:name="(\w+)"', document))
    assert set(re.findall(r"PAGEREF (\w+)", document)) == set(re.findall(r'w:anchor="(\w+)"', document)) == named


def test_what_the_settings_say_stands_in_the_report(tmp_path):
    logo = tmp_path / "logo.png"
    Image.new("RGB", (40, 50), "navy").save(logo)
    organisation = Organisation(
        name="Inspektorat Kabupaten Seruni",
        government="Pemerintah Kabupaten Seruni",
        address="Jalan Melati 1\nTelepon (0999) 1",
        place="Seruni",
        logo=str(logo),
    )
    signatory = Signatory(position="Inspektur", name="Sekar, S.E.", rank="Pembina (IV/a)", nip="197001011995032001")
    report = ReportSettings(
        number="700/01/2026",
        period="5 s.d. 9 Januari 2026",
        mandate="Surat Tugas 1/2026",
        addressee="Bupati Seruni",
        signatory=signatory,
        team=("Wulan", "Bagas"),
    )
    sender = Sender(organisation, report)
    ready(sender)
    data = _written([_entry()], sender=sender)
    texts = _texts(data)

    for words in (
        "PEMERINTAH KABUPATEN SERUNI",
        "INSPEKTORAT KABUPATEN SERUNI",
        "Telepon (0999) 1",
        ": 700/01/2026",
        ": Bupati Seruni",
        "Surat Tugas 1/2026",
        "Evaluasi dilaksanakan pada 5 s.d. 9 Januari 2026.",
        "Seruni, ………………………",
        "Inspektur",
        "Sekar, S.E.",
        "Pembina (IV/a)",
        "NIP 197001011995032001",
        "Wulan",
    ):
        assert words in texts
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert logo.read_bytes() == package.read("word/media/image1.png")
        assert b'descr="Lambang Inspektorat Kabupaten Seruni"' in package.read("word/document.xml")


def test_what_is_not_set_leaves_room():
    texts = _texts(_written([_entry()]))

    for words in (
        "……………………… (nama instansi pengawas)",
        ": ………………………",
        "Surat tugas: ……………………… (nomor dan tanggal surat tugas)",
        "……………………… (nama jabatan penanda tangan)",
        "……………………… (nama penanda tangan)",
        "NIP ………………………",
    ):
        assert words in texts


def test_a_masked_report_leaves_the_nip_of_its_signatory_out():
    signatory = Signatory(position="Inspektur", nip="197001011995032001")
    texts = _texts(_written([_entry()], masked=True, sender=Sender(report=ReportSettings(signatory=signatory))))

    assert "NIP ………………………" in texts
    assert not any("1970" in text for text in texts)
    assert any("disamarkan" in text for text in texts)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        pytest.param("tidak-ada.png", None, "tidak dapat dibaca", id="missing"),
        pytest.param("logo.png", b"bukan gambar", "bukan gambar PNG atau JPEG", id="text"),
        pytest.param("logo.png", b"\x89PNG\r\n\x1a\n\x00\x00", "bukan gambar PNG atau JPEG", id="cut"),
        pytest.param("logo.jpg", b"\xff\xd8\xff\xe0\x00", "bukan gambar PNG atau JPEG", id="cut-jpeg"),
        pytest.param("logo.gif", b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "bukan gambar PNG atau JPEG", id="gif"),
        pytest.param("logo.png", b"", "bukan gambar PNG atau JPEG", id="empty"),
    ],
)
def test_a_bad_logo_is_named_before_the_audit(tmp_path, name, data, said):
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)

    with pytest.raises(NotReadyError, match=said) as caught:
        ready(Sender(Organisation(logo=str(path))))
    assert str(path) in str(caught.value)


def test_hostile_words_do_no_harm():
    long = "x" * 100_000
    finding = _finding(
        title=HOSTILE,
        condition=HOSTILE + long,
        criterion=HOSTILE,
        effect=long,
        recommendation=HOSTILE,
        evidence=(Evidence(quote=long, cell="Sheet1!F12"), Evidence(quote=HOSTILE, bbox=(0, 0, 1, 1), page=2)),
    )
    data = _written([_entry(HOSTILE, finding, title=long, unit=HOSTILE)])
    texts = _texts(data)

    assert max(map(len, texts)) < 4_500
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202e\ufffe\ud800-\udfff]", "".join(texts))
    assert any("<w:p>&]]>=cmd" in text for text in texts)


def test_a_long_text_says_that_it_is_cut():
    assert clean("x" * 50, 10) == "x" * 10 + " […]"
    assert clean("x" * 10, 10) == "x" * 10


def test_no_documents_and_none_that_could_be_read():
    nothing = _texts(_written([]))
    failed = [
        _entry(f"{number}.pdf", sha256=None, kind="unknown", errors=(DocumentError(code="x", message="Rusak."),))
        for number in range(150)
    ]
    texts = _texts(_written(failed))

    assert "Tidak ada berkas yang diperiksa." in nothing
    assert "Tidak ada dokumen yang dapat diberi nilai." in texts
    assert "dan 50 berkas lain" in texts
    assert 100 == texts.count("Rusak.")
    assert not any("Ditemukan" in text or "mempertahankan mutu" in text for text in texts)


def test_a_report_without_findings_says_so():
    texts = _texts(_written(entries_of("sop/clean-label-colon.txt")))

    assert "Tidak ditemukan pelanggaran atas ketentuan yang dapat dinilai." in texts
    assert any(text.startswith("Tidak ada rekomendasi perbaikan.") for text in texts)


def test_overruled_findings_stay_apart_with_name_and_reason():
    overruled = _finding(
        status="overruled",
        condition="Dinilai keliru.",
        response=Response(text="Naskah asli bernomor.", by="Wulan", on=dt.date(2026, 1, 12)),
    )
    data = _written([_entry("a.txt", overruled, _finding(code="ID-04", rule="identity/date-invalid"))])
    texts = _texts(data)

    assert "E. Temuan yang Dibatalkan" in _headings(data, 2)
    assert {"Naskah asli bernomor.", "Wulan", "12 Januari 2026"} <= set(texts)
    assert 1 == texts.count("Kondisi")
    assert "Ditemukan 1 hal yang perlu diperbaiki: 1 mayor." in texts
    assert not any("ID-02" in text for text in texts[texts.index("F. Rekomendasi", 60) :])


def test_an_answer_stands_with_its_finding():
    done = _finding(status="done", response=Response(text="Sudah diisi.", by="Camat A", on=dt.date(2026, 1, 3)))

    assert "Dinyatakan telah diperbaiki (Camat A, 3 Januari 2026): Sudah diisi." in _texts(
        _written([_entry("a", done)])
    )


def test_the_follow_up_of_an_earlier_report_is_told():
    past = PastFinding(rule="x", code="ID-09", severity=Severity.MINOR, title="Hilang", fingerprint="f" * 16)
    since = Since(as_of=dt.date(2025, 1, 1), fixed=(past,), new=("0123456789abcdef",))
    data = _written([_entry("a", _finding(), since=since)])

    assert "E. Tindak Lanjut Hasil Evaluasi Sebelumnya" in _headings(data, 2)
    assert "Hilang (1)" in _texts(data)
    assert any("1 temuan telah diperbaiki, 1 temuan baru, dan 0" in text for text in _texts(data))


def test_what_was_not_handed_in_again_and_other_rules_are_told():
    since = Since(as_of=dt.date(2025, 1, 1), judged_alike=False)
    book = book_of([_entry("a", since=since)])
    summary = book.summary.model_copy(update={"missing": 2})
    stream = io.BytesIO()
    write(dataclasses.replace(book, summary=summary, installed="f0" * 32), stream)
    texts = _texts(stream.getvalue())

    assert "Sebanyak 2 dokumen dari evaluasi sebelumnya tidak disampaikan kali ini." in texts
    assert any("dinilai dengan ketentuan yang berbeda" in text for text in texts)
    assert any("f0" * 32 in text for text in texts)


def test_one_wrong_number_in_the_place_of_another_is_no_improvement():
    past = PastFinding(
        rule="identity/field-empty", code="ID-02", severity=Severity.MINOR, title="K", fingerprint="f" * 16
    )
    mended = past.model_copy(update={"fingerprint": "e" * 16})
    unseen = _finding(rule="x/y", fingerprint="b" * 16)
    overruled = _finding(fingerprint="c" * 16, status="overruled", response=Response(text="x", by="y"))
    since = Since(
        as_of=dt.date(2025, 1, 1), fixed=(past, mended), new=("0123456789abcdef", "b" * 16), first_judged=("b" * 16,)
    )
    data = _written([_entry("a", _finding(), unseen, overruled, since=since)])
    texts = _texts(data)

    assert any("1 temuan telah diperbaiki, 1 temuan baru, dan 0" in text for text in texts)
    assert any("Sebanyak 1 temuan telah diubah, tetapi masih keliru" in text for text in texts)
    assert any("Dari temuan baru itu, 1 berasal dari ketentuan" in text for text in texts)
    place = texts.index("K (1)")
    assert ["1", "0", "1", "0"] == texts[place + 1 : place + 5]


def test_what_could_not_be_judged_is_told_with_its_reason():
    judged = (
        NotEvaluated(rule="legal/revoked", reason="Tidak terbaca."),
        NotEvaluated(rule="x/y", reason="Tidak terbaca."),
    )
    entries = [_entry(f"{number}", not_evaluated=judged) for number in range(3)]
    texts = _texts(_written(entries))
    place = texts.index("Tidak terbaca.")

    assert 1 == texts.count("Tidak terbaca.")
    assert ["Dasar hukum sudah dicabut; x/y", "3"] == texts[place + 1 : place + 3]


def test_advice_and_doubt_are_not_called_breaches():
    texts = _texts(
        _written(
            [
                _entry(
                    "a",
                    _finding(severity=Severity.ADVICE, criterion="Pedoman A"),
                    _finding(confidence=Confidence.LOW, criterion="Pedoman B"),
                    _finding(criterion="Pedoman C"),
                )
            ]
        )
    )

    assert "Kondisi tersebut perlu diperhatikan sehubungan dengan Pedoman A." in texts
    assert "Apabila terkonfirmasi, kondisi tersebut tidak sesuai dengan Pedoman B." in texts
    assert "Kondisi tersebut tidak sesuai dengan Pedoman C." in texts


@pytest.mark.parametrize("lang", ["id", "en"])
def test_criteria_are_taken_apart_by_their_sources(lang):
    entries = entries_of("sop/actor-kepala-kantor.txt", "sop/approval-unsigned-pipes.md", lang=lang)
    book = book_of(entries, lang=lang)
    draft = Draft(Paper(lang), book, gather(book))
    findings = [finding for entry in entries for finding in entry.report.findings]

    assert len(findings) > 3
    for finding in findings:
        found = criteria(draft, finding)
        assert all(one.asks for one in found.sources)
        joined = "; ".join(f"{one.source}: {one.asks}" for one in found.sources)
        assert finding.criterion == "; ".join(filter(None, (joined, found.akip)))
        assert bool(finding.akip) == bool(found.akip)
    assert any(finding.akip for finding in findings)


def test_a_criterion_of_an_unknown_rule_stays_whole():
    book = book_of([_entry("a", _finding())])
    draft = Draft(Paper("id"), book, gather(book))

    assert ["Peraturan X, Pasal 1: nomor diisi"] == [
        one.source for one in criteria(draft, _finding(rule="gone/rule")).sources
    ]


def test_regulations_are_named_in_full_and_in_their_order():
    texts = _texts(_written(entries_of("sop/clean-label-colon.txt", "performance/lkjip-clean.md")))
    laws = [text for text in texts if re.match(r"(Undang-Undang|Peraturan \w+).* Nomor \d+ Tahun \d{4} tentang ", text)]

    assert "Undang-Undang Nomor 1 Tahun 2004 tentang Perbendaharaan Negara" in laws
    numbers = [text.split(" tentang ")[0] for text in laws]
    assert numbers.index("Peraturan Pemerintah Nomor 8 Tahun 2006") < numbers.index(
        "Peraturan Pemerintah Nomor 39 Tahun 2006"
    )
    assert laws == sorted(
        laws, key=lambda law: (not law.startswith("Undang"), not law.startswith("Peraturan Pemerintah"))
    )


def _laws(as_of, **given):
    """How the report names one regulation on a day."""
    book = book_of([])
    rule = book.canon.rules[0]
    law = Regulation(
        id="x", type="UU", title="Arsip", confidence=Confidence.HIGH, sources=("x",), number="1", year=2010, **given
    )
    source = rule.source[0].model_copy(update={"regulation": "x"})
    canon = dataclasses.replace(
        book.canon, rules=(rule.model_copy(update={"source": (source,)}),), regulations={"x": law}, akip=None
    )
    stream = io.BytesIO()
    write(dataclasses.replace(book, canon=canon, as_of=as_of), stream)
    return next(text for text in _texts(stream.getvalue()) if "tentang Arsip" in text)


def test_regulations_are_named_with_their_last_change():
    """As the rules ask of the documents."""
    first = Change(regulation="UU 2/2015", effective="2015-03-01")
    second = Change(regulation="Perppu 3/2018", effective="2018", made_law_by="UU 4/2019")
    partial = Change(regulation="UU 5/2020", effective="2020", partial=True)
    unsure = Change(regulation="UU 6/2021", effective="2021", confidence=Confidence.LOW)
    changes = {"status": "diubah", "amended_by": (first, second, partial, unsure)}
    name = "Undang-Undang Nomor 1 Tahun 2010 tentang Arsip"

    assert name == _laws(dt.date(2015, 2, 28), **changes)
    assert f"{name} sebagaimana telah diubah dengan Undang-Undang Nomor 2 Tahun 2015" == _laws(
        dt.date(2018, 12, 30), **changes
    )
    assert f"{name} sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor 4 Tahun 2019" == _laws(
        dt.date(2026, 1, 1), **changes
    )


def test_recommendations_follow_findings_up_by_their_criterion(small):
    """A criterion is no recommendation: nobody sees to it that all districts have a secretariat."""
    _, data = small
    texts = _texts(data)
    advised = [text for text in texts[texts.index("E. Rekomendasi", 60) :] if "sesuai dengan ketentuan bahwa" in text]

    assert any(
        re.match(r"menindaklanjuti \d+ temuan “Kolom identitas kosong” \(ID-02\) pada \d+ dokumen, sesuai", text)
        for text in advised
    )
    assert not any(text.startswith("memastikan bahwa") for text in texts)


def test_the_summary_speaks_of_what_there_is():
    """Of one SOP nobody says that there are no performance documents."""
    texts = _texts(_written(entries_of("sop/nip-mismatch-guide-and-form.txt")))

    assert (
        "Evaluasi dilakukan atas 1 SOP dari 1 perangkat daerah, menurut keadaan peraturan per 15 Januari 2026." in texts
    )
    assert any("Menurut kesimpulannya, 1 dokumen belum layak. " in text for text in texts)
    assert not any(re.search(r"\b0 (?:dokumen|berkas|layak|perangkat)", text) for text in texts)


def test_the_law_is_that_of_the_documents_at_hand():
    sop = _texts(_written(entries_of("sop/clean-label-colon.txt")))
    performance = _texts(_written(entries_of("performance/lkjip-clean.md")))
    treasury = "Undang-Undang Nomor 1 Tahun 2004 tentang Perbendaharaan Negara"

    assert treasury in performance
    assert treasury not in sop


def test_a_grade_that_is_not_certain_is_not_shown_as_certain():
    sure = {"value": Decimal(99), "low": Decimal(99), "high": Decimal(99)}
    unsure = sure | {"low": Decimal(45)}
    given = {"verdict": "layak"}
    entries = [
        _entry("a", score=Score(**unsure), grade=Grade(value="AA", low="D", high="AA"), **given),
        _entry("b", score=Score(**sure), grade=Grade(value="AA", low="AA", high="AA"), **given),
        _entry("c"),
    ]
    texts = _texts(_written(entries))

    assert 1 == texts.count("AA (D–AA)")
    assert {"99, AA (D–AA)", "99, AA"} <= set(texts)
    assert any(text.startswith("Predikat 1 dokumen belum pasti") for text in texts)
    assert 2 == sum("1 dokumen tidak diberi nilai karena tidak memuat hal yang dapat dinilai" in text for text in texts)


def test_numbers_of_offices_agree_with_the_summary():
    """What an auditor overruled is in none of them, and is counted apart."""
    overruled = _finding(status="overruled", response=Response(text="x", by="y"))
    graded = {
        "score": Score(value=Decimal(90), low=Decimal(90), high=Decimal(90)),
        "grade": Grade(value="BB", low="BB", high="BB"),
        "verdict": "layak",
    }
    entries = [_entry("a", _finding(), overruled, **graded), _entry("b", overruled, unit="Camat B", **graded)]
    texts = _texts(_written(entries))

    place = texts.index("Nilai per perangkat daerah")
    rows = texts[texts.index("Camat A", place) :]
    assert ["Camat A", "1", "90", "0", "1", "0", "0"] == rows[:7]
    assert ["Camat B", "1", "90", "0", "0", "0", "0"] == rows[8:15]
    assert "Ditemukan 1 hal yang perlu diperbaiki: 1 mayor." in texts
    assert any("2 temuan dibatalkan oleh pemeriksa" in text for text in texts)


def test_a_regulation_of_a_region_names_it():
    book = book_of(entries_of("sop/clean-label-colon.txt"))
    rule = book.canon.rules[0]
    perda = Regulation(
        id="perda-1-2020",
        type="PERDA",
        title="Arsip",
        confidence=Confidence.HIGH,
        sources=("x",),
        region="Kabupaten Seruni",
        number="1",
        year=2020,
    )
    source = rule.source[0].model_copy(update={"regulation": perda.id})
    canon = dataclasses.replace(
        book.canon,
        rules=(rule.model_copy(update={"source": (source,)}),),
        regulations={perda.id: perda},
        regulation_types=(RegulationType(code="PERDA", short="Perda", name="Peraturan Daerah", rank=7),),
        akip=None,
    )
    stream = io.BytesIO()
    write(dataclasses.replace(book, canon=canon), stream)

    assert "Peraturan Daerah Kabupaten Seruni Nomor 1 Tahun 2020 tentang Arsip" in _texts(stream.getvalue())


def test_a_report_of_many_documents_shows_the_gravest_of_each_office():
    minor = _finding(severity=Severity.MINOR, condition="Kecil.")
    grave = _finding(severity=Severity.CRITICAL, condition="Gawat.")
    entries = [
        _entry(f"{office}-{number}", *([grave] if number == 7 else [minor] * 3), unit=f"Dinas {office:03}")
        for office in range(120)
        for number in range(8)
    ]
    data = _written(entries)
    texts = _texts(data)

    assert 3 * 100 == texts.count("Kondisi")
    assert 100 == texts.count("Gawat.")
    assert "Temuan pada 20 perangkat daerah lain tidak dirinci di sini." in texts
    assert any("300 temuan paling berat, paling banyak 3 dari setiap" in text and "XLSX" in text for text in texts)
    assert "Ditemukan 2.640 hal yang perlu diperbaiki: 120 kritis, 2.520 minor." in texts
    assert 100 == len(_headings(data, 3))


def test_one_document_of_many_findings_counts_those_that_are_not_shown():
    found = [_finding(rule=f"x/{number}", condition=f"Ke-{number}.") for number in range(MAX_FINDINGS + 25)]
    texts = _texts(_written([_entry("a", *found)]))

    assert MAX_FINDINGS == texts.count("Kondisi")
    assert any(text.startswith("Terdapat 25 temuan lain pada dokumen ini") for text in texts)


def test_the_annex_is_as_long_as_it_says():
    texts = _texts(_written([_entry(f"{number}.txt") for number in range(1_003)]))

    assert 1_000 == texts.count("ab" * 32)
    assert any("Daftar ini memuat 1.000 dari 1.003 dokumen." in text for text in texts)


def test_both_languages_have_the_same_sentences():
    holes = {
        lang: {key: set(re.findall(r"\{(\w+)\}", text)) for key, text in one.items()} for lang, one in SENTENCES.items()
    }
    columns = {
        lang: {key: len(text.split("\n")) for key, text in one.items() if key.endswith("columns")}
        for lang, one in SENTENCES.items()
    }

    assert holes["id"] == holes["en"]
    assert columns["id"] == columns["en"]


def test_an_english_report_is_english_in_all_its_own_words():
    data = _written(entries_of("sop/actor-kepala-kantor.txt", lang="en"), lang="en")

    assert ["Executive Summary", "CHAPTER I INTRODUCTION"] == _headings(data, 1)[:2]
    assert "en-GB" == docx.Document(io.BytesIO(data)).core_properties.language
    assert not re.search(
        r"\b(perangkat|temuan|dokumen|yang|pada|untuk)\b",
        "\n".join(
            text for text in _texts(data) if "PermenPANRB" not in text and "Number" not in text and "“" not in text
        ).lower(),
    )


def test_the_command_writes_it(tmp_path):
    target = tmp_path / "lhe.docx"
    done = patuh("check", "fixtures/sop/actor-kepala-kantor.txt", "--no-config", "--output", target)

    assert 1 == done.code
    assert "BAB I PENDAHULUAN" in _headings(target.read_bytes(), 1)


def test_the_command_names_a_bad_logo_and_audits_nothing(tmp_path):
    settings = tmp_path / "patuh.toml"
    settings.write_text('[organisation]\nlogo = "tidak-ada.png"\n', encoding="utf-8")
    target = tmp_path / "lhe.docx"
    done = patuh("check", "fixtures/sop", "--config", settings, "--output", target)

    assert 2 == done.code
    assert "tidak-ada.png: logo pada patuh.toml" in done.err
    assert "Traceback" not in done.err
    assert not target.exists()


def test_libreoffice_lays_it_out(small, tmp_path):
    """The one test that renders: page numbers are counted, tables are drawn."""
    needs("soffice")
    needs("pdftotext")
    (tmp_path / "lhe.docx").write_bytes(small[1])
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [shutil.which("soffice"), "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "lhe.docx")], capture_output=True, timeout=180, check=True)
    text = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "lhe.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    pages = text.count("\f")

    assert pages > 10
    assert f"Halaman {pages} dari {pages}" in text
    assert "LAPORAN HASIL EVALUASI" in text
