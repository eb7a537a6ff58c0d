"""Archives judged: reports on offices, whatever else the archive holds, in each format."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from dataclasses import replace

import pytest

from archive.gathering import packed_told
from archive.joining import DueTold, Member, groups
from archive.judging_archive import UNKNOWN_OFFICE, archive_auditor, judge_archive
from engine.audit import Auditor
from engine.errors import EngineError
from extraction.sop import extract
from readers.text import read_text
from reports.clerk import place_words, places_words
from reports.flat import places
from reports.formats import FORMATS
from reports.table import TableReport, TableStyle
from schemas.entry import Entry
from schemas.evidence import Evidence
from schemas.report import DocumentReport, Outcome
from specs.archive_desk import performance_text, sop_text
from tests.books import book_of
from tests.packs import rules_pack

AS_OF = dt.date(2026, 1, 15)
A, B = "Kecamatan Rimba Wangi", "Kecamatan Telaga Sunyi"


@pytest.fixture(scope="module")
def pack():
    """The rules of patuh."""
    return rules_pack()


@pytest.fixture(scope="module")
def auditor(pack):
    """The rules for archives."""
    return archive_auditor(pack)


def _member(path, office, text):
    (told,) = packed_told(extract(read_text(text.encode(), name=path)))
    return Member(path, None, office, None, None, told)


def _sop(path, office, **row):
    return _member(path, office, sop_text({"kantor": office, **row}))


def _targets(path, office, sort, target):
    rows = [{"indikator": "Indeks Kepuasan Masyarakat", "satuan": "Indeks", "target": target}]
    return _member(path, office, performance_text({"kantor": office, "jenis": sort, "tahun": "2025"}, rows))


@pytest.fixture(scope="module")
def planted():
    """An archive of two offices: a NIP conflict, a copy with the other name, a target that differs; nothing else."""
    galang = {"pejabat": "GALANG PRAMUDITA, S.IP."}
    names = {"judul": "PENGELOLAAN ARSIP", "langkah": f"Memerintahkan penataan arsip di {A}"}
    return [
        _sop(
            "a/1.txt",
            A,
            **galang,
            nip="19790904 200312 1 006",
            nomor="01/RW/I/2025",
            **names,
            terkait="SOP Surat Masuk",
        ),
        _sop(
            "a/2.txt", A, **galang, nip="19790904 200312 1 006", judul="SURAT MASUK", isi="sendiri", terkait="SOP Arsip"
        ),
        _targets("a/lkj.txt", A, "Laporan Kinerja", "80"),
        _targets("a/pk.txt", A, "Perjanjian Kinerja", "85"),
        _sop(
            "b/1.txt",
            B,
            **galang,
            nip="19790904 200212 1 006",
            nomor="01/TS/I/2025",
            **names,
            terkait="SOP Surat Masuk",
        ),
    ]


def _judged(members, auditor, **more):
    return judge_archive(groups(lambda: members, as_of=AS_OF, **more), auditor)


def _found(reports):
    return sorted((report.path, one.rule, str(one.severity)) for report in reports for one in report.findings)


PLANTED = [
    (A, "performance/agreement-mismatch", "major"),
    (B, "archive/copied-sop", "major"),
    (B, "archive/nip-conflict", "critical"),
]


def test_what_was_planted_is_found_and_nothing_else(planted, auditor):
    """Conflict, copy and target; all other rules are clean or have nothing to judge."""
    first, second = _judged(planted, auditor)

    assert PLANTED == _found([first, second])
    assert ("archive", None, None, None) == (first.kind, first.score, first.grade, first.verdict)
    assert {
        "archive/nip-conflict",
        "identity/number-duplicate",
        "related/unknown-in-archive",
        "archive/copied-sop",
    } == {*first.clean}
    assert (
        "archive/report-missing",
        "archive/required-sop-missing",
        "performance/copied-from-last-year",
    ) == first.not_applicable
    assert 8 == sum(first.outcomes.model_dump().values()) == sum(second.outcomes.model_dump().values())


def test_same_archive_same_bytes(planted, auditor):
    """Whether bytes or models are given."""
    one, other = (
        [report.model_dump_json(by_alias=True) for report in _judged(members, auditor)]
        for members in (planted, [replace(member, source=member.told(texts=True)) for member in planted])
    )

    assert one == other
    assert [DocumentReport.model_validate_json(plain).path for plain in one] == [A, B]


def _fingerprints(reports):
    return sorted(one.fingerprint for report in reports for one in report.findings)


def test_fingerprints_outlive_moves_and_other_documents(planted, auditor, pack):
    """A file that moves, one that joins, another language: the same findings."""
    known = _fingerprints(_judged(planted, auditor))
    moved = [replace(member, path=f"arsip-2026/{member.path}") for member in planted]
    joined = [
        *planted,
        _sop(
            "a/3.txt",
            A,
            pejabat="GALANG PRAMUDITA, S.IP.",
            nip="19790904 200312 1 006",
            judul="CUTI",
            terkait="SOP Arsip",
            isi="sendiri",
        ),
    ]

    assert 3 == len(set(known))
    assert known == _fingerprints(_judged(moved, auditor))
    assert known == _fingerprints(_judged(sorted(joined, key=lambda one: one.path), auditor))
    assert known == _fingerprints(_judged(planted, archive_auditor(pack, lang="en")))


def test_two_offices_have_fingerprints_of_their_own(auditor):
    """Though the same is said of both."""
    dues = [DueTold(office, "report", 2024, None, dt.date(2025, 2, 28), None) for office in (A, B)]

    assert 2 == len(set(_fingerprints(_judged([], auditor, dues=dues))))


def test_documents_of_no_known_office_have_a_report(planted, auditor):
    """Under a name that says so."""
    lost = [replace(member, office=None) for member in planted]
    (report,) = _judged(lost, auditor)

    assert (UNKNOWN_OFFICE, None) == (report.path, report.unit)
    assert [(UNKNOWN_OFFICE, "archive/nip-conflict", "critical")] == _found([report])


def test_of_several_groups_the_gravest_outcome_counts(auditor):
    """An office with more facts than a group takes: flagged in one, clean in the other."""
    dues = [DueTold(A, "report", year, None, dt.date(year + 1, 2, 28), "x") for year in range(1500, 2000)]
    late = DueTold(A, "report", 2024, None, dt.date(2025, 2, 28), None)
    (report,) = _judged([], auditor, dues=[*dues, late])

    assert ["archive/report-missing"] == [one.rule for one in report.findings]
    assert "archive/report-missing" not in report.clean
    assert 1 == report.outcomes.flagged


def test_an_engine_that_fails_is_an_error_of_the_report(auditor, monkeypatch, planted):
    """Never a clean office."""

    def fail(*_):
        raise EngineError("engine stopped")

    monkeypatch.setattr(auditor._session, "matches", fail)
    report = _judged(planted, auditor)[0]

    assert (8, 1) == (report.outcomes.error, len(report.errors))
    assert () == report.clean


def test_rules_for_archives_judge_nothing_else(pack, auditor):
    """An SOP alone is judged by none of them, and an archive by no rule for SOPs."""
    sop = Auditor(pack).judge([], "sop")

    assert 8 == len(auditor.judge([], "archive").outcomes)
    assert set() == set(sop.outcomes) & set(auditor.judge([], "archive").outcomes)
    assert {Outcome.NOT_APPLICABLE} == set(auditor.judge([], "archive").outcomes.values())


def test_a_pack_without_such_rules_has_no_auditor(pack):
    """Then there is nothing to judge by."""
    assert archive_auditor(pack.model_copy(update={"rules": ()})) is None


def test_the_json_names_the_document_only_where_there_is_one():
    """So that reports on single documents stay what they were."""
    assert "document" not in json.loads(Evidence("x", line=1).model_dump_json())
    assert "a.txt" == json.loads(Evidence("x", line=1, document="a.txt").model_dump_json())["document"]


def test_places_begin_with_their_document():
    """Each document once, in the order of the finding."""
    found = (
        Evidence("x", line=3, document="a.txt"),
        Evidence("y", line=9, document="a.txt"),
        Evidence("z", cell="IKU!F12", document="b.xlsx"),
        Evidence("", document="c.pdf"),
    )

    assert "a.txt: baris 3; a.txt: baris 9" == "; ".join(place_words(one) for one in found[:2])
    assert "a.txt: baris 3 dan 9; b.xlsx: IKU!F12; c.pdf" == places_words(found)
    assert "b.xlsx: IKU!F12" == places(found[2:3], "id")


def test_the_table_says_in_which_document_it_stands(planted, auditor):
    """As the Inspektorat reads it."""
    report = _judged(planted, auditor)[1]
    shown = TableReport(TableStyle(width=140)).document(report).decode()

    assert "b/1.txt" in shown
    assert "a/1.txt" in shown
    assert "Perka BKN 22/2007" in shown


@pytest.mark.parametrize("name", ["html", "markdown", "csv", "jsonl", "github", "junit", "sarif", "xlsx"])
def test_every_format_takes_the_report_of_an_office(planted, auditor, name):
    """With the documents of its findings."""
    stream = io.BytesIO()
    book = book_of([Entry(report=report) for report in _judged(planted, auditor)])
    FORMATS[name].writer()(book, stream)

    assert b"b/1.txt" in _content(stream.getvalue())


def _content(data):
    """All that a file says; of a ZIP archive all that is in it."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return b"".join(map(packed.read, packed.namelist()))
