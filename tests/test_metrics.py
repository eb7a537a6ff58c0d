"""Figures of a night for Prometheus."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import Engine, create_engine, insert

from archive.metrics import MAX_OFFICES, OUTCOMES, NightFigures, night_figures, registry, write_metrics
from archive.store import tables
from reports.words import harmless
from schemas.report import Severity
from tests.program import ROOT

ENDED = dt.datetime(2026, 1, 15, 20, 30, tzinfo=dt.UTC)
FIGURES = NightFigures(
    run=7,
    ended=ENDED,
    exit_code=4,
    complete=True,
    duration_seconds=123.5,
    cpu_seconds=200.25,
    documents={name: number for number, name in enumerate(OUTCOMES, 10)},
    findings={Severity.CRITICAL: 2, Severity.MINOR: 5},
    new=3,
    fixed=4,
    scores={"Kecamatan Sukamaju": 81.25, "": 50.0},
    store_bytes=4096,
)


def _read(path: Path) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    found = text_string_to_metric_families(path.read_bytes().decode())
    return {(one.name, tuple(sorted(one.labels.items()))): one.value for family in found for one in family.samples}


def test_prometheus_reads_what_was_written(tmp_path):
    """By its own parser; the file is whole, and nothing lies beside it."""
    path = tmp_path / "collector" / "patuh.prom"
    write_metrics(path, FIGURES)
    found = _read(path)

    assert found["patuh_night_last_success_timestamp_seconds", ()] == ENDED.timestamp()
    assert found["patuh_night_last_run_id", ()] == 7
    assert (found["patuh_night_exit_code", ()], found["patuh_night_store_bytes", ()]) == (4, 4096)
    assert found["patuh_night_documents", (("outcome", "unread"),)] == FIGURES.documents["unread"]
    assert found["patuh_night_findings", (("severity", "critical"),)] == 2
    assert found["patuh_night_findings", (("severity", "major"),)] == 0
    assert found["patuh_night_office_score", (("office", "Kecamatan Sukamaju"),)] == 81.25
    assert [one.name for one in path.parent.iterdir()] == ["patuh.prom"]
    assert not [name for name, _ in found if name.startswith(("python_", "process_"))]


def test_a_night_that_did_not_see_all_is_no_success(tmp_path):
    """The alarm on the age of the last success goes off although runs end every night."""
    path, before = tmp_path / "patuh.prom", ENDED - dt.timedelta(days=3)
    write_metrics(path, replace(FIGURES, complete=False, last_success=before))
    known = _read(path)
    write_metrics(path, replace(FIGURES, complete=False))
    never = _read(path)

    assert known["patuh_night_last_success_timestamp_seconds", ()] == before.timestamp()
    assert known["patuh_night_last_end_timestamp_seconds", ()] == ENDED.timestamp()
    assert ("patuh_night_last_success_timestamp_seconds", ()) not in never


def test_what_cannot_be_written_leaves_the_old_file(tmp_path):
    """And says so."""
    path = tmp_path / "patuh.prom"
    write_metrics(path, FIGURES)
    before = path.read_bytes()
    (tmp_path / "berkas").write_text("")

    with pytest.raises(OSError, match=r"."):
        write_metrics(tmp_path / "berkas" / "patuh.prom", FIGURES)
    assert path.read_bytes() == before


@settings(deadline=None)
@given(
    st.dictionaries(st.text(max_size=20), st.floats(0, 100), max_size=5).filter(
        lambda names: _told(names) == len(names)
    )
)
def test_every_name_of_an_office_comes_through(tmp_path_factory, scores):
    """Whatever an archive calls its folders: quotation marks, line ends, half characters."""
    path = tmp_path_factory.getbasetemp() / "patuh.prom"
    write_metrics(path, replace(FIGURES, scores=scores))
    found = {labels[0][1]: value for (name, labels), value in _read(path).items() if name.endswith("office_score")}

    assert found == pytest.approx({harmless(name): score for name, score in scores.items()})


def _told(names: Collection[str]) -> int:
    """How many names there are as they are printed."""
    return len({harmless(name) for name in names})


def test_the_number_of_time_series_is_bounded():
    """300 offices are one regency; a mistake in archive.yaml must not fill Prometheus."""
    many = {f"kantor {number:05}": 1.0 for number in range(MAX_OFFICES + 5)}
    families = {one.name: one for one in registry(replace(FIGURES, scores=many)).collect()}

    assert len(families["patuh_night_office_score"].samples) == MAX_OFFICES
    assert families["patuh_night_offices"].samples[0].value == MAX_OFFICES + 5


def _kept(engine: Engine, number: int, **changed: object) -> None:
    counts = {"expected": 5, "seen": 5, "unread": 1, "audited": 2, "kinds": {"sop": 4}}
    row: dict = {
        "id": number, "state": "done", "as_of": ENDED.date(), "archive": "a", "terms": {}, "layout": {}, "waivers": {},
        "counts": counts, "notices": [], "begun": ENDED, "ended": ENDED + dt.timedelta(hours=number), "attempts": 1,
        "cpu_seconds": 1.5, "exit_code": 4, "delivered": False,
    }  # fmt: skip
    counted = dict.fromkeys(("unread", "minor", "advice", "late"), 0) | dict.fromkeys(
        ("critical", "waived", "fixed"), 1
    )
    office = {"run": number, "documents": 2, "major": 2, "new": 3, **counted}
    with engine.begin() as connection:
        connection.execute(insert(tables.run), [row | changed])
        if row["state"] == "done":
            connection.execute(insert(tables.office_figures), [office | {"office": "A", "score": 80.0},
                                                               office | {"office": "", "score": None}])  # fmt: skip


@pytest.fixture
def engine(tmp_path) -> Iterator[Engine]:
    engine = create_engine(f"sqlite:///{tmp_path / 'patuh.db'}")
    tables.metadata.create_all(engine)
    yield engine
    engine.dispose()


def test_the_figures_of_a_run_come_from_the_store(engine):
    """Sums over offices, the size of the store, and when all was seen for the last time."""
    _kept(engine, 1)
    _kept(engine, 2, counts={"expected": 5, "seen": 4})
    _kept(engine, 3, state="running", ended=None, exit_code=None)
    first, second = night_figures(engine, 1), night_figures(engine, 2)

    assert (first.findings[Severity.MAJOR], first.new, first.waived, first.scores) == (4, 6, 2, {"A": 80.0})
    assert (first.documents, first.duration_seconds) == ({"expected": 5, "seen": 5, "audited": 2, "unread": 1}, 3600)
    assert (first.complete, second.complete, second.last_success) == (True, False, first.ended)
    assert first.store_bytes >= 4096
    with pytest.raises(LookupError):
        night_figures(engine, 3)


def test_a_run_that_could_read_nothing_is_no_success(engine):
    """It saw every file, and all were empty promises: a disk that gives no bytes."""
    _kept(engine, 1, exit_code=3)

    assert night_figures(engine, 1).complete is False


def test_the_alerts_ask_for_figures_that_there_are():
    """A misspelt name would never raise an alarm."""
    names = {sample.name for family in registry(FIGURES).collect() for sample in family.samples}
    text = (ROOT / "deploy/prometheus-alerts.yaml").read_text(encoding="utf-8")
    rules = [rule for group in yaml.safe_load(text)["groups"] for rule in group["rules"]]
    asked = {word for rule in rules for word in _words(rule["expr"]) if word.startswith("patuh_")}
    labels = {word for rule in rules for word in _words(rule["expr"]) if word in OUTCOMES}

    assert asked
    assert asked <= names
    assert {"expected", "seen", "unread"} == labels
    assert all(rule["annotations"]["summary"] for rule in rules)


def _words(expression: str) -> list[str]:
    return "".join(sign if sign.isalnum() or sign == "_" else " " for sign in expression).split()
