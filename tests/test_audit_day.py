"""The day of audit: on which other days a verdict is the same, and that findings stay the same meanwhile."""

from __future__ import annotations

import datetime as dt
import operator
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as some

from archive.judging import NightWork
from archive.models import unpacked_report
from archive.tasks import Audit, Audited
from engine.audit import Auditor
from engine.auditday import AuditDay, Elapsed, Passing, days_since, months_since, years_since
from engine.facts import sop_facts
from engine.pack import load_pack
from engine.predicates import _COMPARE
from schemas.report import DocumentReport
from tests.night_worker import AS_OF, READABLE, again, audited, digests, done, given, models, on
from tests.samples import RULE, write_pack

DAYS = some.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31))
COMPARE: list[Callable[[Any, Any], bool]] = [
    *(operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne),
]


@for_all(DAYS, some.lists(some.tuples(DAYS, some.sampled_from(COMPARE), some.booleans()), max_size=6), some.data())
def test_any_day_of_the_interval_compares_alike(day: dt.date, asked: list[Any], data: some.DataObject) -> None:
    audit = AuditDay(day)

    def answers(one: dt.date) -> list[bool]:
        return [compare(one, other) if first else compare(other, one) for other, compare, first in asked]

    assert answers(audit) == answers(day)
    assert audit.since <= day <= audit.until
    another = data.draw(some.dates(max(audit.since, dt.date(1980, 1, 1)), min(audit.until, dt.date(2070, 1, 1))))
    assert answers(another) == answers(day)


@pytest.mark.parametrize(
    ("ask", "since", "until"),
    [
        (lambda day: day < dt.date(2026, 3, 1), dt.date.min, dt.date(2026, 2, 28)),
        (lambda day: day <= dt.date(2026, 3, 1), dt.date.min, dt.date(2026, 3, 1)),
        (lambda day: day > dt.date(2026, 3, 1), dt.date.min, dt.date(2026, 3, 1)),
        (lambda day: day >= dt.date(2026, 3, 1), dt.date.min, dt.date(2026, 2, 28)),
        (lambda day: dt.date(2025, 3, 1) < day, dt.date(2025, 3, 2), dt.date.max),
        (lambda day: dt.date(2025, 3, 1) <= day, dt.date(2025, 3, 1), dt.date.max),
        (lambda day: day == AS_OF, AS_OF, AS_OF),
        (lambda day: day == dt.date(2025, 3, 1), dt.date(2025, 3, 2), dt.date.max),
        (lambda day: dt.date.max != day, dt.date.min, dt.date.max - dt.timedelta(days=1)),
        (lambda day: day.year, dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
        (lambda day: (min(day, day), max(day, day), [day].index(day)), dt.date.min, dt.date.max),
    ],
)
def test_a_comparison_narrows_the_days_no_further_than_it_must(
    ask: Callable[[AuditDay], object], since: dt.date, until: dt.date
) -> None:
    day = AuditDay(AS_OF)
    ask(day)
    assert (day.since, day.until) == (since, until)


@pytest.mark.parametrize(
    ("ask", "answer"),
    [
        (lambda day: day.month, 1),
        (lambda day: day.day, 15),
        (lambda day: f"{day:%d-%m-%Y}", "15-01-2026"),
        (str, "2026-01-15"),
        (lambda day: day.isoformat(), "2026-01-15"),
        (lambda day: hash(day) == hash(AS_OF), True),
        (lambda day: (day - dt.date(2026, 1, 1)).days, 14),
        (lambda day: (dt.date(2026, 1, 31) - day).days, 16),
        (lambda day: day - dt.timedelta(days=15), dt.date(2025, 12, 31)),
        (lambda day: day + dt.timedelta(days=1), dt.date(2026, 1, 16)),
        (lambda day: day.replace(year=2027), dt.date(2027, 1, 15)),
        (lambda day: day.weekday(), 3),
        (lambda day: day.toordinal(), AS_OF.toordinal()),
    ],
)
def test_who_looks_closer_has_only_that_day(ask: Callable[[AuditDay], object], answer: object) -> None:
    day = AuditDay(AS_OF)
    assert ask(day) == answer
    assert (day.since, day.until) == (AS_OF, AS_OF)


SPANS = {"days": days_since, "months": months_since, "years": years_since}
TESTS = some.tuples(some.sampled_from(sorted(_COMPARE)), some.integers(-3, 700)) | some.tuples(
    some.just("in"), some.lists(some.integers(-3, 700), min_size=1, max_size=3).map(tuple)
)


def _holds(number: int, op: str, value: Any) -> bool:
    return number in value if op == "in" else _COMPARE[op](number, value)


@for_all(DAYS, DAYS, some.sampled_from(sorted(SPANS)), some.lists(TESTS, max_size=3), some.booleans(), some.data())
def test_an_age_holds_for_the_days_on_which_it_is_used_alike(
    one: dt.date, other: dt.date, span: str, tests: list[Any], told: bool, data: some.DataObject
) -> None:
    begin, today = sorted((one, other))
    day = AuditDay(today)
    age = SPANS[span](begin, day)
    assert (day.since, day.until) == (dt.date.min, dt.date.max)
    for op, value in tests:
        age.tested(op, value)
    if told:
        age.told()
    assert day.since <= today <= day.until
    another = data.draw(some.dates(max(day.since, begin), min(day.until, dt.date(2100, 1, 1))))
    then = int(SPANS[span](begin, AuditDay(another)))
    assert [_holds(then, *test) for test in tests] == [_holds(int(age), *test) for test in tests]
    assert not told or then == int(age)


@pytest.mark.parametrize(
    ("begin", "months", "first"),
    [
        (dt.date(2024, 1, 31), 1, dt.date(2024, 3, 1)),
        (dt.date(2024, 1, 29), 1, dt.date(2024, 2, 29)),
        (dt.date(2024, 2, 29), 12, dt.date(2025, 3, 1)),
        (dt.date(2024, 12, 31), 2, dt.date(2025, 3, 1)),
    ],
)
def test_a_month_is_full_on_the_first_day_that_is_not_before_it(begin: dt.date, months: int, first: dt.date) -> None:
    day = AuditDay(first)
    age = months_since(begin, day)
    assert age == months
    assert months_since(begin, AuditDay(first - dt.timedelta(days=1))) == months - 1
    age.tested("gte", months)
    assert day.since == first


def test_an_age_that_no_calendar_reaches_narrows_nothing() -> None:
    day = AuditDay(AS_OF)
    years_since(dt.date(2020, 1, 1), day).tested("lt", 10**9)
    assert (day.since, day.until) == (dt.date.min, dt.date.max)


# verdicts ---------------------------------------------------------------------------------------------------------


def _says(part: Any) -> dict[str, tuple[str, str]]:
    report: DocumentReport = unpacked_report(part.report, "", None)
    return {one.rule: (one.fingerprint, one.condition) for one in report.findings}


@settings(max_examples=15, deadline=None)
@for_all(some.sampled_from(READABLE), some.dates(dt.date(2012, 1, 1), dt.date(2034, 1, 1)), some.data())
def test_the_verdict_is_the_same_on_each_day_that_it_holds(name: str, day: dt.date, data: some.DataObject) -> None:
    answer = again(name, on(day))
    for at, part in enumerate(answer.parts):
        assert part.since <= day <= part.until
        other = data.draw(some.dates(max(part.since, dt.date(2000, 1, 1)), min(part.until, dt.date(2050, 1, 1))))
        for then in (other, max(part.since, dt.date(1, 1, 2)), part.until):
            assert digests(again(name, on(then)))[at] == part.digest


def test_no_fixture_has_to_be_judged_each_day() -> None:
    parts = [part for answer in audited().values() for part in answer.parts]
    assert min(part.until - part.since for part in parts) > dt.timedelta(days=30)


UNDATED = """\
PEMERINTAH KABUPATEN SUKAMAJU
KECAMATAN BUKIT LEMBAYUNG

Nomor SOP: 000.8.3.3/12/2025
Tanggal Pembuatan:
Tanggal Revisi:
Tanggal Efektif:
Disahkan oleh: Camat Bukit Lembayung
Nama SOP: SOP Pelayanan Surat Keterangan

Dasar Hukum:
1. Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah
Kualifikasi Pelaksana:
1. Memahami pelayanan administrasi
Keterkaitan:
1. SOP Pengarsipan Surat
Peralatan/Perlengkapan:
1. Komputer
Peringatan:
Jika tidak dilaksanakan, pelayanan terhambat.
Pencatatan dan Pendataan:
Disimpan sebagai data elektronik.
"""
OVERDUE = """\
PENGUKURAN KINERJA TAHUN 2026
KECAMATAN BUKIT LEMBAYUNG
No;Indikator Kinerja;Satuan;Target TW I;Realisasi TW I;Target TW II;Realisasi TW II;Target TW III;Realisasi TW III
1;Persentase surat yang selesai tepat waktu;%;80;;80;;80;
2;Jumlah kegiatan kecamatan;kegiatan;4;4;4;;4;
"""


def _judged(path: Path, text: str, day: dt.date) -> Audited:
    path.write_text(text)
    return done(Audit(given(path)), on(day))


def test_a_finding_on_an_undated_sop_is_the_same_one_night_after_night(tmp_path: Path) -> None:
    one, other = (_judged(tmp_path / "sop.txt", UNDATED, day) for day in (AS_OF, AS_OF + dt.timedelta(days=41)))
    rule = "legal/revoked"
    assert rule in _says(one.parts[0])
    assert digests(one) == digests(other)
    assert one.parts[0].until >= AS_OF + dt.timedelta(days=41)


def test_a_quarter_that_is_overdue_is_the_same_finding_each_night(tmp_path: Path) -> None:
    days = (dt.date(2026, 4, 20), dt.date(2026, 6, 11))
    one, other = (_judged(tmp_path / "data.csv", OVERDUE, day) for day in days)
    rule = "performance/quarter-overdue"
    assert _says(one.parts[0])[rule] == _says(other.parts[0])[rule]
    assert one.parts[0].until <= dt.date(2026, 6, 30)  # then the next quarter ends


def test_an_age_in_the_words_of_a_finding_does_not_make_it_another_one() -> None:
    rule = "identity/review-overdue"
    parts = [
        [_says(part).get(rule) for name in READABLE[:12] for part in again(name, on(day)).parts]
        for day in (dt.date(2027, 6, 1), dt.date(2031, 6, 1))
    ]
    pairs = list(zip(*parts, strict=True))
    both = [(one, other) for one, other in pairs if one and other]
    assert both
    assert all(one[0] == other[0] for one, other in both)
    assert any(one[1] != other[1] for one, other in both)


AGE = """\
when:
  - a: age
    where: {years: {gte: 1}}
finding:
  at: [a]
  condition: {id: 'Umur {a.months} bulan pada {a.as_of}.', en: '{a.months} months on {a.as_of}.'}
  effect: {id: Akibat., en: Effect.}
  recommendation: {id: Saran., en: Advice.}
cases:
  - {name: one, expect: flagged, facts: [{kind: age, years: 1, months: 13}]}
  - {name: two, expect: clean, facts: [{kind: age, years: 0, months: 11}]}
"""


@pytest.mark.parametrize("lang", ["id", "en"])
def test_words_with_the_day_hold_for_the_day_and_leave_the_fingerprint(tmp_path: Path, lang: Any) -> None:
    text = RULE[: RULE.index("when:")] + AGE
    auditor = Auditor(load_pack(write_pack(tmp_path, {"steps/old": text})), lang=lang)
    sop = models("clean-guide-tabs.txt").sops[0]
    days = [AuditDay(AS_OF), AuditDay(AS_OF + dt.timedelta(days=70))]
    (one,), (other,) = (auditor.judge(sop_facts(sop, as_of=day)).findings for day in days)
    assert one.condition != other.condition
    assert one.fingerprint == other.fingerprint
    assert [(day.since, day.until) for day in days] == [(day.plain(), day.plain()) for day in days]


def test_passing_words_are_words() -> None:
    day = AuditDay(AS_OF)
    word = Passing("15 Januari 2026", day)
    assert word == "15 Januari 2026"
    assert day.until == dt.date.max
    word.told()
    assert day.until == AS_OF
    assert isinstance(days_since(AS_OF, day), Elapsed)


def test_a_worker_is_on_the_day_that_it_was_given() -> None:
    assert NightWork(on(AS_OF).choice, dt.date(2030, 1, 1)).as_of == dt.date(2030, 1, 1)


def test_what_is_sent_elsewhere_is_plain_and_narrows() -> None:
    day = AuditDay(AS_OF)
    years, words = years_since(dt.date(2020, 3, 1), day), Passing("per 15 Januari 2026", AuditDay(AS_OF))
    plain = pickle.loads(pickle.dumps((years, words)))
    assert [type(one) for one in plain] == [int, str]
    assert plain == (5, "per 15 Januari 2026")
    assert (day.since, day.until) == (dt.date(2025, 3, 1), dt.date(2026, 2, 28))
