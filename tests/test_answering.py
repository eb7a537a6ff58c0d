"""What auditors answer on the page: kept for good, laid over reports, counted in the night and in what it tells."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select, update

from archive.answering import (
    LONGEST_TEXT,
    NOBODY,
    SHORTEST_REASON,
    Answered,
    AnswerError,
    Answers,
    AnswerStatus,
    Said,
    answered,
)
from archive.changes import comparison
from archive.digest import night_of
from archive.granting import Grants
from archive.history import offices_of, run_of, trend
from archive.layout import Layout, load_layout
from archive.marking import Marks, stored_marks
from archive.reporting import document_reports
from archive.shown import DocumentShelf
from archive.store.store import Store, StoreError
from archive.store.tables import answer, standing
from archive.store.tables import run as runs
from archive.waivers import Waivers, load_waivers
from reports.digest.page import page
from reports.digest.tables import trend_json, trend_table
from reports.digest.text import text_of
from schemas.archive import ArchiveLayout, Waiver
from schemas.night import Trend
from schemas.report import DocumentReport, Finding
from tests import nights, postgres
from tests.deciding import NOW, add_account, clock, empty_store
from tests.program import patuh
from tests.stores import finding, report

REASON = "Langkah ini memang dua kali."
PATH = "kecamatan/sukamaju/1.txt"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    (tmp_path / "patuh.db").write_bytes(empty_store())
    with Store.open(str(tmp_path / "patuh.db")) as opened:
        yield opened


def document(*findings: Finding, path: str = PATH, part: int | None = None) -> DocumentReport:
    return report(*findings, path=path, part=part)


# What may be said


@pytest.mark.parametrize(
    ("status", "text", "told"),
    [
        ("waived", REASON, "buat pengecualian"),
        ("closed", REASON, "tidak dapat dipilih"),
        ("overruled", "x" * (SHORTEST_REASON - 1), "terlalu pendek"),
        ("overruled", "  salah    \n ", "terlalu pendek"),
        ("answered", " \n", "Tanggapan kosong"),
        ("done", "x" * (LONGEST_TEXT + 1), "terlalu panjang"),
    ],
)
def test_what_is_refused_says_why_and_is_not_kept(store: Store, status: str, text: str, told: str) -> None:
    with pytest.raises(AnswerError, match=told):
        Answers(store).say(PATH, None, finding(), status, text, "sekar")
    assert len(Answers(store).all_latest()) == 0


def test_the_latest_answer_counts_and_all_stay(store: Store) -> None:
    answers, one = Answers(store, clock()), finding()
    numbers = [
        answers.say(PATH, None, one, "overruled", f" {REASON}\n", "sekar"),
        answers.say(PATH, None, one, "open", "", "sekar"),
        answers.say(PATH, None, one, "answered", "Akan diperbaiki.", "lama"),
    ]
    assert numbers == [1, 2, 3]
    history = answers.history(PATH, one.fingerprint)
    assert [(each.id, each.status, each.text) for each in history] == [
        (3, "answered", "Akan diperbaiki."),
        (2, "open", ""),
        (1, "overruled", REASON),
    ]
    assert [each.name for each in history] == ["lama", "Sekar Melati, S.E.", "Sekar Melati, S.E."]
    assert history[2].at == NOW
    assert history == sorted(history, key=lambda each: each.at, reverse=True)
    for found in (answers.all_latest(), answers.of_paths([PATH, "lain.txt"])):
        assert (len(found), found.of(PATH, None, one.fingerprint)) == (1, history[0])
    assert answers.of_paths(["lain.txt"]).of(PATH, None, one.fingerprint) is None


def test_a_run_is_told_again_by_what_was_said_until_then(store: Store) -> None:
    answers, one = Answers(store), finding()
    first = answers.say(PATH, None, one, "overruled", REASON, "sekar")
    then = answers.all_latest()
    answers.say(PATH, None, one, "open", "", "sekar")
    other = answers.say(PATH, 2, one, "done", "", "sekar")
    assert (then.last, answers.all_latest().last) == (first, other)
    again = answers.all_latest(then.last)
    assert again.of(PATH, None, one.fingerprint) == then.of(PATH, None, one.fingerprint)
    assert again.of(PATH, 2, one.fingerprint) is None
    assert (len(answers.all_latest(0)), NOBODY.plain(), then.plain()) == (0, {}, {"answers": first})


def test_nobody_changes_what_was_said(store: Store) -> None:
    Answers(store).say(PATH, None, finding(), "overruled", REASON, "sekar")
    for changing in (update(answer).values(text="lain"), delete(answer)):
        with pytest.raises(StoreError), store.engine.begin() as connection:
            connection.execute(changing)
    assert Answers(store).all_latest().of(PATH, None, finding().fingerprint).text == REASON  # type: ignore[union-attr]


def test_hostile_words_come_out_as_they_went_in(store: Store) -> None:
    words = "<script>alert(1)</script> \x00\x1a\ud800 ' OR 1=1 --"
    Answers(store).say(words, 3, finding(), "answered", words, words)
    found = Answers(store).of_paths([words]).of(words, 3, finding().fingerprint)
    assert found is not None
    assert (found.path, found.text, found.by, found.name) == (words, words, words, words)


def test_it_is_said_while_a_night_holds_the_store_and_by_many_at_once(store: Store) -> None:
    """An auditor does not wait for a night of hours, and no answer is lost to another."""

    with store.lock():
        assert sorted(_said_by_four(store)) == list(range(1, 21))
    assert len(Answers(store).all_latest()) == 20


def test_a_server_gives_each_answer_its_number_too() -> None:
    """There two transactions may ask for the next number at once."""
    with postgres.server().database() as url, Store.open(url) as store:
        add_account(store, "a", "Sekar Melati, S.E.")
        assert sorted(_said_by_four(store)) == list(range(1, 21))
        found = Answers(store).all_latest()
        assert (len(found), found.last) == (20, 20)
        assert [one.name for one in Answers(store).history("a/0.txt", finding().fingerprint)] == ["Sekar Melati, S.E."]
        asked = Waiver(rule="NIP-02", reason="r", by="-", until=nights.DAY + dt.timedelta(9))
        grants = Grants(store, lambda: NOW)
        grants.withdraw(grants.grant(asked, "a", nights.rules().pack, Layout(ArchiveLayout(), ())), "a", "selesai")
        assert [one.ended.name for one in grants.all() if one.ended] == ["Sekar Melati, S.E."]
        assert DocumentShelf(store, nights.rules().pack, nights.DAY).shown(PATH) == []


def _said_by_four(store: Store) -> list[int]:
    def say(name: str) -> list[int]:
        return [Answers(store).say(f"{name}/{at}.txt", None, finding(), "done", "", name) for at in range(5)]

    with ThreadPoolExecutor(4) as several:
        return [number for some in several.map(say, "abcd") for number in some]


# How it is laid over a report


def said(one: Finding, status: AnswerStatus, number: int = 1, part: int = 0, path: str = PATH) -> Said:
    return Said(number, NOW, "sekar", "Sekar Melati, S.E.", path, part, one.fingerprint, one.rule, status, REASON)


def test_answers_mark_their_finding_only_and_leave_score_and_grade() -> None:
    one, other = finding(), finding(words="Langkah 4")
    bare = document(one, other)
    marked = answered(bare, Answered([said(one, "overruled")], 1))
    first, second = marked.findings
    assert (first.status, second) == ("overruled", other)
    assert first.response is not None
    assert (first.response.text, first.response.by) == (REASON, "Sekar Melati, S.E.")
    assert first.response.on == NOW.astimezone().date()
    assert (marked.score, marked.grade, marked.verdict) == (bare.score, bare.grade, bare.verdict)


@pytest.mark.parametrize(
    "answers",
    [
        NOBODY,
        Answered([said(finding(), "overruled", part=1)], 1),
        Answered([said(finding(), "overruled", path="lain.txt")], 1),
        Answered([said(finding(words="Langkah 9"), "overruled")], 1),
        Answered([said(finding(), "overruled"), said(finding(), "open", 2)], 2),
    ],
)
def test_what_is_said_of_another_or_taken_back_marks_nothing(answers: Answered) -> None:
    bare = document(finding())
    assert answered(bare, answers) == bare


def test_overruled_stays_so_and_a_waiver_keeps_the_words_before(tmp_path: Path) -> None:
    file = tmp_path / "waivers.yaml"
    file.write_text("waivers:\n  - {rule: STEP-*, reason: direviu, by: Inspektur, until: 2026-12-31}\n".replace(
        "STEP-*", "steps/duplicate"), encoding="utf-8")  # fmt: skip
    waivers = load_waivers(file, nights.rules().pack)
    one, other = finding(), finding(words="Langkah 4")
    answers = Answered([said(one, "overruled"), said(other, "answered", 2)], 2)
    marks = Marks(waivers, dt.date(2026, 3, 2), answers=answers)
    first, second = marks.marked(document(one, other), None).findings
    assert (first.status, second.status) == ("overruled", "waived")
    assert second.response is not None
    assert "Tanggapan sebelumnya (Sekar Melati, S.E.): " + REASON in second.response.text
    place = document()
    told = [marks.status(_Place(place.path, None, None), each.rule, each.fingerprint) for each in (one, other)]
    assert told == ["overruled", "waived"]


class _Place:
    def __init__(self, path: str, part: int | None, office: str | None) -> None:
        self.path, self.part, self.office = path, part, office


_ACT = st.tuples(st.sampled_from(["open", "answered", "done", "overruled"]), st.integers(0, 2), st.integers(0, 2))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(_ACT, max_size=12))
def test_whatever_is_said_the_last_word_of_each_finding_counts(acts: list[tuple[AnswerStatus, int, int]]) -> None:
    some = [finding(words=f"Langkah {at}") for at in range(3)]
    every = [said(some[which], status, number, part) for number, (status, which, part) in enumerate(acts, 1)]
    answers = Answered(every, len(every))
    for part in range(3):
        marked = answered(document(*some, part=part or None), answers)
        for at, one in enumerate(marked.findings):
            words = [status for status, which, where in acts if (which, where) == (at, part)]
            assert one.status == (words[-1] if words else "open")
            assert (one.response is None) == (one.status == "open")


# A night


NAMES = {"kecamatan/sukamaju": ("steps-duplicate-marks-lost.txt",), "dinas/pendidikan": ("clean-label-colon.txt",)}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with one night."""
    home = tmp_path_factory.mktemp("jawaban")
    nights.make_archive(home / "arsip", NAMES)
    with Store.open(str(home / "patuh.db")) as store:
        nights.night(store, nights.wish(home / "arsip"))
        add_account(store, "sekar", "Sekar Melati, S.E.")
        store.mark_delivered(1)
    return home


def standing_of(store: Store, path: str, at: int = 0) -> Finding:
    """A finding of a document of the last night."""
    there = [one for one in store.standings() if one.path == path]
    [found] = document_reports(store, there, lambda one, _: one)
    return found.findings[at]


def test_a_night_counts_what_is_overruled_and_changes_no_document_for_it(home: Path) -> None:
    path = "kecamatan/sukamaju/steps-duplicate-marks-lost.txt"
    with Store.open(str(home / "patuh.db")) as store:
        before = list(store.standings())
        one = standing_of(store, path)
        Answers(store, clock()).say(path, None, one, "overruled", REASON, "sekar")
        asked = replace(nights.wish(home / "arsip"), answers=Answers(store).all_latest())
        second = nights.night(store, asked)
        assert (second.counts["audited"], second.counts["rejudged"]) == (0, 0)
        office = next(each.office for each in before if each.path == path) or ""
        assert second.counts["overruled"] == {office: 1}
        assert list(store.standings()) == before
        with store.engine.connect() as connection:
            assert connection.execute(select(standing).where(standing.c.run == 2)).first() is None
            run = run_of(connection, 2)
            assert run.waivers == {"waivers": [], "answers": 1}
            told = trend(connection, office, last=5)
            assert offices_of(connection, 2)[office].overruled == 1
        assert [each.overruled for each in told] == [0, 1]
        marks = stored_marks(store, run, nights.rules().pack)
        digest = night_of(store.engine, 2, waiving=marks.marked)
        assert (digest.figures.overruled, digest.tally.overruled, digest.tally.documents_changed) == (1, 0, 0)
        assert '"overruled":1' in digest.model_dump_json()
        assert not list(comparison(store.engine, run_of(store.engine.connect(), 1), run).changes())
        listed = Trend(office=office, runs=tuple(told))
        assert "Dibatalkan" in trend_table(listed)
        assert [each.get("overruled") for each in json.loads(trend_json(listed))["runs"]] == [None, 1]


def test_a_finding_that_was_overruled_before_it_was_told_is_no_news(tmp_path: Path) -> None:
    archive = nights.make_archive(tmp_path / "arsip", {"dinas/pendidikan": ("clean-label-colon.txt",)})
    path = "dinas/pendidikan/steps-duplicate-marks-lost.txt"
    with Store.open(str(tmp_path / "patuh.db")) as store:
        nights.night(store, nights.wish(archive))
        store.mark_delivered(1)
        text = (nights.FIXTURES / "sop" / Path(path).name).read_bytes()
        (archive / path).write_bytes(text)
        nights.age(archive)
        nights.night(store, nights.wish(archive))
        one = standing_of(store, path)
        Answers(store, clock()).say(path, None, one, "overruled", REASON, "sekar")
        marks = Marks(Waivers(), nights.DAY, answers=Answers(store).all_latest())
        plain = night_of(store.engine, 2, waiving=Marks(Waivers(), nights.DAY).marked)
        digest = night_of(store.engine, 2, waiving=marks.marked)
        assert digest.tally.total_new == plain.tally.total_new - 1
        assert (digest.tally.overruled, plain.tally.overruled) == (1, 0)
        [office] = [each for each in digest.offices if each.tally.overruled]
        assert office.findings[-1].finding.overruled is not None
        assert office.findings[-1].finding.overruled.reason == REASON
        assert office.kept == next(each for each in plain.offices if each.office == office.office).kept
        assert one.fingerprint not in {each.finding.fingerprint for each in digest.first}
        assert "1 temuan baru sudah dibatalkan pemeriksa" in text_of(digest)
        assert f"Dibatalkan oleh sekar: {REASON}" in page(digest).decode()


def test_an_overruled_finding_makes_no_night_fail(tmp_path: Path) -> None:
    archive = nights.make_archive(tmp_path / "arsip", {"dinas/pendidikan": ("steps-duplicate-marks-lost.txt",)})
    (archive / "dinas/pendidikan/kinerja/lkjip.txt").unlink()
    with Store.open(str(tmp_path / "patuh.db")) as store:
        asked = nights.wish(archive)
        first = nights.night(store, asked)
        there = [one for one in store.standings() if one.verdict is not None]
        for each in document_reports(store, there, lambda one, _: one):
            for one in each.findings:
                Answers(store).say(each.path, each.part, one, "overruled", REASON, "sekar")
        second = nights.night(store, replace(asked, answers=Answers(store).all_latest()))
    assert (first.exit_code, second.exit_code) == (1, 0)


def test_a_store_in_which_nobody_answered_is_as_before(tmp_path: Path) -> None:
    archive = nights.make_archive(tmp_path / "arsip", {"dinas/pendidikan": ("clean-label-colon.txt",)})
    with Store.open(str(tmp_path / "patuh.db")) as store:
        nights.night(store, replace(nights.wish(archive), answers=Answers(store).all_latest()))
        with store.engine.connect() as connection:
            row = connection.execute(select(runs)).one()
            told = night_of(store.engine, 1).model_dump_json()
        assert row.waivers == {"waivers": []}
        assert "overruled" not in row.counts
        assert "overruled" not in told


def test_the_program_counts_and_shows_answers_and_waivers_of_the_page(home: Path) -> None:
    """As a process: the report has status, reason, name and day; the digest tells of the waiver; twice the same."""
    path = "dinas/pendidikan/kinerja/lkjip.txt"
    with Store.open(str(home / "patuh.db")) as store:
        one, other = (standing_of(store, path, at) for at in (0, -1))
        assert one.rule != other.rule
        Answers(store, clock()).say(path, None, one, "overruled", REASON, "sekar")
        asked = Waiver(rule=other.rule, path=path, reason="Menunggu reviu", by="-", until=dt.date(2026, 3, 9))
        layout = load_layout(None, home / "arsip")
        assert Grants(store, lambda: NOW).grant(asked, "sekar", nights.rules().pack, layout) == 1
    named = ("arsip", "--store", "patuh.db", "--as-of", nights.DAY.isoformat(), "--output", "laporan.json")
    done = patuh("nightly", *named, cwd=home)
    assert done.code in {0, 1}, done.err
    documents = json.loads((home / "laporan.json").read_text("utf-8"))["documents"]
    [written] = [each for each in documents if each["path"] == path]
    marked = {each["fingerprint"]: each for each in written["findings"]}
    assert marked[one.fingerprint]["status"] == "overruled"
    assert marked[one.fingerprint]["response"] == {"text": REASON, "by": "Sekar Melati, S.E.", "on": "2026-03-02"}
    assert marked[other.fingerprint]["status"] == "waived"
    assert marked[other.fingerprint]["response"]["by"] == "Sekar Melati, S.E."
    said = " ".join(done.out.split())
    assert f"{other.rule} untuk {path} oleh Sekar Melati, S.E. (halaman Inspektorat no. 1) berakhir pada" in said
    with Store.open(str(home / "patuh.db")) as store, store.engine.connect() as connection:
        run = run_of(connection)
        assert [each["number"] for each in run.waivers["granted"]] == [1]
        digest = json.loads(night_of(store.engine).model_dump_json())
        assert digest["figures"]["waived"] == sum(each["rule"] == other.rule for each in written["findings"])
        assert [each["source"] for each in digest["waivers"]] == ["halaman Inspektorat no. 1"]
    rates = patuh("report", "overruled", "laporan.json", "--format", "json", cwd=home)
    assert one.rule in {each["rule"] for each in json.loads(rates.out) if each["overruled"]}
    again = patuh("nightly", *named[:-1], "lagi.json", cwd=home)
    assert again.code == done.code
    assert (home / "lagi.json").read_bytes() == (home / "laporan.json").read_bytes()


def test_rows_of_the_table_are_named_as_they_are_said(store: Store) -> None:
    """What another program writes there is read as what the page writes."""
    row = {
        "id": 7, "at": NOW, "by": "sekar", "path": PATH, "part": 0, "fingerprint": finding().fingerprint,
        "rule": "steps/duplicate", "status": "done", "text": "",
    }  # fmt: skip
    with store.engine.begin() as connection:
        connection.execute(insert(answer), row)
    assert Answers(store).say(PATH, None, finding(), "open", "", "sekar") == 8
