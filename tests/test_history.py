"""What a store tells of the past, and the commands that print it."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from click.testing import CliRunner
from sqlalchemy import event

from archive.changes import comparison
from archive.history import (
    NoSuchRunError,
    compared_with,
    run_of,
    runs,
    special,
    standings,
    trend,
    unread_since,
)
from archive.mail import MailError
from archive.store.tables import standing
from cli import main
from schemas.report import Severity
from tests.program import patuh
from tests.stores import StoreBuilder, finding, report

ONE = finding("steps/duplicate", "Langkah 3")


@pytest.fixture
def store(tmp_path):
    return StoreBuilder.at(tmp_path / "store.db")


def test_standings_are_those_of_the_run(store):
    """Of each document the latest row up to the run; those that are gone are left out."""
    store.begin()
    store.stand(1, report())
    store.stand(2, report())
    store.begin()
    store.stand(1, report(ONE), part=2)
    store.stand(2, gone=True)
    store.begin()
    store.stand(1, report(), path="lain.txt")

    found = [[(one.document, one.run, one.part) for one in standings(store.engine, number)] for number in (1, 2, 3)]

    assert [[(1, 1, None), (2, 1, None)], [(1, 2, 2)], [(1, 3, None)]] == found


def test_special_documents_are_those_that_still_stand_so(store):
    """Not one that can be read again, is gone, or became so later."""
    store.begin()
    for number in (1, 2, 3):
        store.stand(number, error_code="damaged", error_message="Rusak.")
    store.begin()
    store.stand(1, report())
    store.stand(2, gone=True, error_code="damaged")
    store.begin()
    store.stand(4, error_code="damaged")

    with store.engine.connect() as connection:
        unread = standing.c.error_code.is_not(None)
        assert [3] == [one.document for one in special(connection, 2, unread)]
        assert [3, 4] == [one.document for one in special(connection, 3, unread)]
        assert [3] == [one.document for one in special(connection, 3, unread, 1)]


def test_since_when_it_cannot_be_read(store):
    """Since the first row of the last unbroken line of errors."""
    store.begin()
    store.stand(1, error_code="damaged")
    store.begin()
    store.stand(1, report())
    store.begin()
    store.stand(1, error_code="damaged")
    store.begin()
    store.stand(1, error_code="encrypted")

    with store.engine.connect() as connection:
        assert [{1: 3}, {1: 1}] == [unread_since(connection, number, [1]) for number in (4, 1)]


def test_a_digest_is_compared_with_the_last_that_was_delivered(store):
    """Else with the run before; runs that have not ended count for nothing."""
    store.begin()
    store.begin(delivered=True)
    store.begin()
    store.begin(state="running")
    store.begin()
    with store.engine.connect() as connection:
        found = [compared_with(connection, number) for number in (1, 2, 3, 5)]
        assert [None, 1, 2, 2] == [one and one.id for one in found]
        assert (5, [5, 4, 3, 2, 1]) == (run_of(connection).id, [one.id for one in runs(connection)])
        with pytest.raises(NoSuchRunError) as raised:
            run_of(connection, 4)
    assert (4, [5, 3, 2, 1]) == (raised.value.asked, raised.value.known)


def test_figures_of_offices_add_up(store):
    """Each office weighs by its documents that could be read."""
    store.begin()
    store.figures("A", documents=3, unread=1, score=80.0, critical=1, late=2)
    store.figures("B", documents=8, score=90.5, major=4, waived=1)
    store.figures("", documents=1, score=None)
    store.begin()
    with store.engine.connect() as connection:
        first, second = trend(connection, last=9)
        (only,) = trend(connection, "B", last=9, until=1)

    assert (12, 1, 2, 1, Decimal("88.40")) == (first.documents, first.unread, first.late, first.waived, first.score)
    assert (1, 4, 5) == (first.findings[Severity.CRITICAL], first.findings[Severity.MAJOR], first.total)
    assert (0, None) == (second.documents, second.score)
    assert (8, Decimal("90.50")) == (only.documents, only.score)


def test_changes_are_found_without_reading_the_archive(store):
    """What is fetched follows what changed: a hundred documents that stand still cost nothing."""
    store.begin()
    for number in range(1, 101):
        store.stand(number, report(ONE, title=f"SOP {number}"))
    store.begin()
    store.stand(50, report(title="SOP 50"))
    fetched = []
    event.listen(store.engine, "before_cursor_execute", lambda *given: fetched.append(given[2:4]))
    with store.engine.connect() as connection:
        both = run_of(connection, 1), run_of(connection, 2)
    fetched.clear()

    found = list(comparison(store.engine, *both).changes())

    reports = [parameters for statement, parameters in fetched if "verdict.report" in statement]
    assert [50] == [one.document for one in found]
    assert [2] == [len(parameters) for parameters in reports]


@pytest.fixture(scope="module")
def nights(tmp_path_factory):
    """A whole store with three runs, as the commands read one."""
    path = tmp_path_factory.mktemp("store") / "patuh.db"
    made = StoreBuilder.real(path)
    made.begin(counts={"documents": 1})
    made.stand(1, report(ONE))
    made.figures(major=1)
    made.begin(exit_code=1)
    made.stand(1, report(score=95, grade="A"), content=f"{9:064}.txt")
    made.figures(score=95.0)
    made.end()
    made.begin()
    made.engine.dispose()
    return path


def test_runs_are_listed_with_their_state(nights):
    """The newest first, also one that has not ended."""
    done = patuh("runs", "--store", nights, "--format", "json")
    told = [(one["run"], one["state"], one["exit_code"], one["documents"]) for one in json.loads(done.out)]

    assert [(3, "running", 0, None), (2, "done", 1, None), (1, "done", 0, 1)] == told


def test_a_difference_is_printed_for_people_and_for_programs(nights):
    """Documents with what is new and what is gone; the order of the two runs does not matter."""
    text, data = (
        patuh("diff", "2", "1", "--store", nights),
        patuh("diff", "1", "2", "--store", nights, "--format", "json"),
    )

    assert (0, 0) == (text.code, data.code)
    assert "nilai 80 (B) menjadi 95 (A), predikat naik" in text.out
    assert "  - Mayor ST-01 Judul steps/duplicate" in text.out
    assert ["steps/duplicate"] == [one["rule"] for one in data.report["documents"][0]["fixed"]]


def test_the_store_may_stand_in_the_settings(nights, monkeypatch):
    """Beside patuh.toml."""
    (nights.parent / "patuh.toml").write_text('[nightly]\nstore = "patuh.db"\n', encoding="utf-8")
    monkeypatch.chdir(nights.parent)

    found = _patuh("trend", "--format", "svg")

    assert (0, True) == (found.exit_code, found.output.startswith("<svg"))


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["trend", "--office", "Kecamatan Sukamajo"], 2, "'Kecamatan Sukamaju'?"),
        (["diff", "1", "9"], 3, "pemeriksaan ke-9 tidak ada"),
        (["digest", "--run", "3"], 3, "pemeriksaan ke-3 tidak ada atau belum selesai"),
        (["digest", "--mail"], 2, "[mail]"),
    ],
)
def test_what_the_store_does_not_know_is_told(nights, arguments, code, words):
    """Names of offices, runs that are not there or have not ended."""
    done = _patuh(*arguments, "--store", nights, "--no-config")

    assert (code, True) == (done.exit_code, words in done.output)


def test_no_store_is_told(tmp_path):
    """None named, or none there."""
    named, there = _patuh("runs", "--no-config"), _patuh("runs", "--no-config", "--store", tmp_path / "x.db")

    assert (2, True) == (named.exit_code, "--store" in named.output)
    assert (3, True) == (there.exit_code, "belum ada penyimpanan" in there.output)


def test_a_digest_that_was_sent_is_what_the_next_is_compared_with(nights, monkeypatch, tmp_path):
    """Only where it reached somebody; and the page is written all the same."""
    settings = '[mail]\nhost = "localhost"\nsecurity = "none"\nfrom = "a@b.id"\nto = ["c@d.id", "e@d.id"]\n'
    (tmp_path / "patuh.toml").write_text(settings, encoding="utf-8")
    asked = [
        "digest",
        "--store",
        nights,
        "--config",
        tmp_path / "patuh.toml",
        "--mail",
        "--output",
        tmp_path / "p.html",
    ]
    delivered = [one["delivered"] for one in json.loads(_patuh("runs", "--store", nights, "--format", "json").output)]

    def refused(*_):
        raise MailError("Server tidak menjawab.")

    monkeypatch.setattr("archive.mail.send_night", refused)
    failed = _patuh(*asked)
    after = [one["delivered"] for one in json.loads(_patuh("runs", "--store", nights, "--format", "json").output)]
    monkeypatch.setattr("archive.mail.send_night", lambda *_: ("e@d.id: 550 tidak dikenal",))
    sent = _patuh(*asked)
    at_last = [one["delivered"] for one in json.loads(_patuh("runs", "--store", nights, "--format", "json").output)]

    assert (3, True) == (failed.exit_code, "tidak terkirim. Server tidak menjawab." in failed.output)
    assert (0, True, True) == (sent.exit_code, "e@d.id: 550" in sent.output, "kepada 1 penerima" in sent.output)
    assert ([False] * 3, [False] * 3, [False, True, False]) == (delivered, after, at_last)
    assert b"<h1>Ringkasan pagi pemeriksaan arsip</h1>" in (tmp_path / "p.html").read_bytes()


def _patuh(*arguments):
    return CliRunner().invoke(main, [*map(str, arguments)])
