"""Documents as the portal shows them: as the last night left them, or as they were handed in since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from archive.answering import Answers
from archive.granting import Grants
from archive.layout import Layout
from archive.models import StoredModelError, packed_whole, unpacked_whole
from archive.shown import DocumentShelf, stamp
from archive.shown_lists import MOST, FindingPage, Wanted, findings, letter_of, offices
from archive.store.store import Store
from archive.store.tables import hand_in
from engine.pack import load_pack
from schemas.archive import ArchiveLayout, Waiver
from schemas.report import DocumentReport, Finding, Report, RulesInfo, Severity, Summary, Tool
from tests.deciding import clock, empty_store
from tests.program import ROOT
from tests.stores import DAY, StoreBuilder, finding, report

WHOLE = Report(
    tool=Tool(version="8.0.0", engine="durable_rules 2.0.28"),
    rules=RulesInfo(profile="standar", count=3, digest="ab" * 32),
    as_of=dt.date(2026, 11, 22),
    documents=(DocumentReport(path="a.docx", sha256="cd" * 32, bytes=5, media="text/plain", kind="sop"),),
    summary=Summary(documents=1, findings={}, grades={}, errors=0),
)


def test_a_whole_report_comes_out_as_it_went_in() -> None:
    assert unpacked_whole(packed_whole(WHOLE)) == WHOLE
    assert packed_whole(WHOLE) == packed_whole(WHOLE.model_copy())


@pytest.mark.parametrize("data", [b"", b"nothing", packed_whole(WHOLE)[:-5]])
def test_a_damaged_report_is_said_to_be(data: bytes) -> None:
    with pytest.raises(StoredModelError):
        unpacked_whole(data)


# A shelf

PACK = load_pack(ROOT / "rules")
LAYOUT = Layout(ArchiveLayout(), ())
TODAY = DAY + dt.timedelta(1)
NIGHT = dt.datetime.combine(DAY, dt.time(1, 30), dt.UTC)
"""When the first night began."""
NIP = finding("person/nip-mismatch", "Bintang", severity=Severity.CRITICAL)
TWICE = finding("steps/duplicate", "Langkah 3")
EMPTY = finding("identity/field-empty", "Nomor", severity=Severity.MINOR)
ONE, TWO, THREE = "kecamatan/sukamaju/1.txt", "dinas/a/2.txt", "lain/3.txt"
REASON = "Memang dua kali, lihat lampiran."


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """One night over two offices, a document of nobody, and one that cannot be read, as bytes of a store."""
    place = tmp_path_factory.mktemp("rak") / "patuh.db"
    place.write_bytes(empty_store())
    builder = StoreBuilder.real(place)
    builder.begin()
    builder.stand(1, report(NIP, TWICE, score=60, grade="C"), path=ONE)
    builder.stand(2, report(TWICE, EMPTY, score=90, grade="A", title="SOP Arsip"), path=TWO, office="Dinas A")
    builder.stand(3, report(score=100, grade="AA"), path=THREE, office=None)
    builder.stand(4, None, path="dinas/a/rusak.docx", office="Dinas A", error_code="docx", error_message="Rusak.")
    builder.figures("Kecamatan Sukamaju", score=60.0)
    builder.figures("Dinas A", score=90.0)
    builder.end()
    builder.engine.dispose()
    return place.read_bytes()


@pytest.fixture
def store(whole: bytes, tmp_path: Path) -> Iterator[Store]:
    (tmp_path / "patuh.db").write_bytes(whole)
    with Store.open(str(tmp_path / "patuh.db")) as opened:
        yield opened


def shelf(store: Store, today: dt.date = TODAY) -> DocumentShelf:
    return DocumentShelf(store, PACK, today)


def handed_in(store: Store, path: str, *documents: DocumentReport, **other: Any) -> None:
    """Hand a document in a while after the night."""
    number = other.get("number", 1)
    row: dict[str, Any] = {
        "number": number, "receipt": f"r{number}", "at": NIGHT + dt.timedelta(hours=number), "office": "Dinas A",
        "path": path, "version": 1, "supersedes": None, "file_name": "x.docx", "sha256": f"{number:x}" * 64,
        "bytes": 5, "media": None, "by_name": "Bunga", "by_position": None, "note": None, "kind": "sop",
        "title": None, "unit": None, "score": None, "grade": None, "verdict": None, "critical": 0, "major": 0,
        "minor": 0, "advice": 0, "rules": "ab" * 32, "profile": "standar", "as_of": DAY, "program": "8.0.0",
        "report": packed_whole(WHOLE.model_copy(update={"documents": documents})),
    }  # fmt: skip
    with store.engine.begin() as connection:
        connection.execute(insert(hand_in), row | other)


def prints(one: DocumentReport) -> list[str]:
    return [each.fingerprint for each in one.findings]


def rows(page: FindingPage) -> list[tuple[str, str, str]]:
    return [(one.document.path, one.rule, one.status) for one, _ in page.found]


def test_a_document_is_shown_as_the_night_left_it(store: Store) -> None:
    [one] = shelf(store).shown(ONE)
    assert (one.office, one.as_of, one.run, one.hand_in) == ("Kecamatan Sukamaju", DAY, 1, None)
    assert (one.report.path, one.report.part, prints(one.report)) == (ONE, None, [NIP.fingerprint, TWICE.fingerprint])
    [unread] = shelf(store).shown("dinas/a/rusak.docx")
    assert [each.message for each in unread.report.errors] == ["Rusak."]
    assert shelf(store).shown("tiada.txt") == []


def test_what_was_handed_in_since_is_shown_instead(store: Store) -> None:
    handed_in(store, TWO, report(NIP, path="unggahan.docx", part=1), report(part=2))
    first, second = shelf(store).shown(TWO)
    assert (first.hand_in, first.run, first.office, prints(first.report)) == (1, None, "Dinas A", [NIP.fingerprint])
    assert [(each.report.path, each.report.part) for each in (first, second)] == [(TWO, 1), (TWO, 2)]
    handed_in(store, TWO, report(TWICE), number=2, version=2, supersedes=1)
    [newest] = shelf(store).shown(TWO)
    assert (newest.hand_in, prints(newest.report)) == (2, [TWICE.fingerprint])
    assert [(one.path, one.part) for one in shelf(store).kept if one.hand_in] == [(TWO, None)]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"at": NIGHT - dt.timedelta(hours=1)}, id="before-the-night"),
        pytest.param({"sha256": f"{2:064}"}, id="the-night-met-it"),
    ],
)
def test_a_hand_in_that_the_night_knows_is_shown_as_the_night_judged_it(store: Store, other: dict[str, Any]) -> None:
    handed_in(store, TWO, report(NIP), **other)
    assert [(one.run, one.hand_in) for one in shelf(store).shown(TWO)] == [(1, None)]
    assert not [one for one in shelf(store).kept if one.hand_in]


def test_a_newer_version_under_another_name_takes_the_place_of_the_old(store: Store) -> None:
    handed_in(store, TWO, report(), at=NIGHT - dt.timedelta(days=1))
    handed_in(store, "dinas/a/2.docx", report(NIP), number=2, supersedes=1)
    assert shelf(store).shown(TWO) == []
    assert [one.path for one in shelf(store).kept if one.office == "Dinas A"] == [
        "dinas/a/2.docx",
        "dinas/a/rusak.docx",
    ]
    handed_in(store, TWO, report(TWICE), number=3, version=2)
    assert [one.hand_in for one in shelf(store).shown(TWO)] == [3]


def test_before_the_first_night_there_is_what_was_handed_in(tmp_path: Path) -> None:
    with Store.open(str(tmp_path / "patuh.db")) as store:
        assert (shelf(store).shown(ONE), shelf(store).kept, offices(shelf(store))) == ([], [], [])
        handed_in(store, ONE, report(NIP, score=70))
        [one] = offices(shelf(store), ["Dinas B"])[:1]
        assert (one.office, one.documents, one.handed_in, one.score) == ("Dinas A", 1, 1, Decimal(70))
        assert rows(findings(shelf(store), Wanted())) == [(ONE, NIP.rule, "open")]


def test_a_damaged_hand_in_costs_only_itself(store: Store) -> None:
    handed_in(store, TWO, report(NIP), report=b"nothing")
    [one] = shelf(store).shown(TWO)
    assert "Hasil yang tersimpan rusak" in one.report.errors[0].message
    assert next((one.office, one.unread) for one in offices(shelf(store))) == ("Dinas A", 2)


def decide(store: Store) -> None:
    """Overrule one finding, answer another, waive the third."""
    answers = Answers(store, clock())
    answers.say(ONE, None, TWICE, "overruled", REASON, "sekar")
    answers.say(TWO, None, TWICE, "answered", "Sudah diajukan ke bagian hukum.", "sekar")
    asked = Waiver(rule=EMPTY.rule, reason="r", by="-", until=TODAY + dt.timedelta(9), path="dinas/**")
    Grants(store, lambda: NIGHT).grant(asked, "sekar", PACK, LAYOUT)


def test_answers_and_waivers_of_the_page_are_laid_over_documents_and_lists_alike(store: Store) -> None:
    decide(store)
    handed_in(store, "dinas/a/baru.docx", report(EMPTY, TWICE))
    some = shelf(store)
    page = findings(some, Wanted())
    assert rows(page) == [
        (ONE, NIP.rule, "open"),
        ("dinas/a/2.txt", TWICE.rule, "answered"),
        ("dinas/a/baru.docx", TWICE.rule, "open"),
        (ONE, TWICE.rule, "overruled"),
        ("dinas/a/2.txt", EMPTY.rule, "waived"),
        ("dinas/a/baru.docx", EMPTY.rule, "waived"),
    ]
    for one, found in page.found:  # the list without reports and the reports say the same
        assert found is not None
        assert (found.status, found.fingerprint, found.severity) == (one.status, one.fingerprint, one.severity)
    shown = {each.fingerprint: each for path in (ONE, TWO) for one in some.shown(path) for each in one.report.findings}
    assert shown[EMPTY.fingerprint].response.by == "Sekar Melati, S.E."  # type: ignore[union-attr]
    assert [each.status for each in shelf(store, TODAY + dt.timedelta(10)).shown(TWO)[0].report.findings] == [
        "answered",
        "open",
    ]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(rule=TWICE.rule), [(TWO, TWICE), (ONE, TWICE)]),
        (Wanted(severity=Severity.CRITICAL), [(ONE, NIP)]),
        (Wanted(office="Dinas A"), [(TWO, TWICE), (TWO, EMPTY)]),
        (Wanted(office=""), []),
        (Wanted(statuses=frozenset({"overruled", "waived"})), [(ONE, TWICE), (TWO, EMPTY)]),
        (Wanted(text="sop ARSIP nip"), []),
        (Wanted(text="sop ARSIP"), [(TWO, TWICE), (TWO, EMPTY)]),
        (Wanted(text="BAGIAN hukum"), [(TWO, TWICE)]),
        (Wanted(text=NIP.fingerprint), [(ONE, NIP)]),
        (Wanted(text="NIP-02"), [(ONE, NIP)]),
        (Wanted(rule=TWICE.rule, office="Dinas A", statuses=frozenset({"open"})), []),
        (Wanted(rule="tiada", text="' OR 1=1 --"), []),
    ],
)
def test_findings_are_filtered(store: Store, wanted: Wanted, expected: list[tuple[str, Finding]]) -> None:
    decide(store)
    page = findings(shelf(store), wanted)
    assert [(path, rule) for path, rule, _ in rows(page)] == [(path, one.rule) for path, one in expected]
    assert page.total == sum(page.severities.values()) == len(expected)


@pytest.mark.parametrize(("limit", "offset"), [(1, 0), (2, 1), (3, 3), (50, 4), (MOST + 1, -5), (-1, 0), (0, 2)])
def test_pages_follow_one_another(store: Store, limit: int, offset: int) -> None:
    whole = findings(shelf(store), Wanted())
    some = findings(shelf(store), Wanted(), limit=limit, offset=offset)
    begin, count = max(offset, 0), max(limit, 0)
    assert (rows(some), some.total, some.severities) == (rows(whole)[begin : begin + count], 4, whole.severities)


def test_offices_stand_by_what_still_asks_something_of_them(store: Store) -> None:
    decide(store)
    first, empty, second, nobody = offices(shelf(store), ["Dinas A", "Dinas Kosong"])
    assert (first.office, first.documents, first.unread, first.score, first.grade) == (
        "Dinas A",
        2,
        1,
        Decimal(90),
        "BB",
    )
    assert (first.open[Severity.MAJOR], first.open[Severity.MINOR], first.closed) == (1, 0, 1)
    assert first.trend == (Decimal(90),)
    assert (empty.office, empty.documents, empty.score, empty.grade) == ("Dinas Kosong", 0, None, None)
    assert (second.open[Severity.CRITICAL], second.open[Severity.MAJOR], second.closed) == (1, 0, 1)
    assert (nobody.office, nobody.documents, nobody.score, sum(nobody.open.values())) == (None, 1, Decimal(100), 0)


def test_a_stamp_is_another_after_each_act(store: Store) -> None:
    stamps = [stamp(store)]
    handed_in(store, TWO, report(NIP))
    stamps.append(stamp(store))
    decide(store)
    stamps.append(stamp(store))
    Answers(store).say(ONE, None, TWICE, "open", "", "sekar")
    stamps.append(stamp(store))
    Grants(store).withdraw(1, "sekar", "selesai")
    stamps.append(stamp(store))
    assert len(set(stamps)) == 5
    assert stamps[-1] == stamp(store) == (1, 1, 3, 1, 1)


def test_the_letter_of_a_mean_is_by_the_bands_of_the_grading() -> None:
    bands = [(band.above, band.letter) for band in PACK.grading.bands if band.above is not None]
    for above, letter in bands:
        assert letter_of(above + Decimal("0.01"), PACK) == letter
        assert letter_of(above, PACK) != letter
    assert letter_of(Decimal(0), PACK) == PACK.grading.bands[-1].letter
