"""The work of a night on a cluster: the answers of one machine, whatever happens to the others."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from archive.judging import FailedNight, NightWork
from archive.tasks import Answer, Audit, Task
from auditing.files import Input
from auditing.run import RuleChoice
from auditing.workers import Limits, Pool
from benchmarks.archive_documents import write_archive
from tests.cluster_work import Digesting, Failed

pytest.importorskip("distributed")

from archive import cluster, cluster_worker
from archive.cluster import ClusterError, ClusterRunner

RULES = Path(__file__).resolve().parent.parent / "rules"
TASKS = 70
LIMITS = Limits(seconds=60)


@pytest.fixture(scope="module")
def machines() -> Iterator[Any]:
    """Two workers in processes of their own, for all tests."""
    cluster._silence()
    with cluster._local(2) as found:
        yield found


@pytest.fixture
def address(machines: Any) -> str:
    return str(machines.scheduler_address)


@pytest.fixture
def said() -> list[str]:
    """What the user was told."""
    return []


def _tasks(folder: Path, **odd: str) -> list[Audit]:
    """One task for each of so many documents; some of them hold what is asked for."""
    found: list[Audit] = []
    for number in range(TASKS):
        path = folder / f"{number:03}.txt"
        path.write_text(odd.get(f"at{number}", f"dokumen {number}"))
        found.append(Audit(Input(str(path), path.name)))
    return found


def _alone(tasks: Sequence[Task]) -> list[Answer]:
    pool: Pool[Task, Answer] = Pool(Digesting(), Failed(), limits=LIMITS)
    return list(pool.results(tasks))


def _runner(address: str, said: list[str], **more: Any) -> ClusterRunner:
    return ClusterRunner(address, Digesting(), LIMITS, failed=Failed(), tell=said.append, **more)


def test_answers_are_those_of_one_machine(address: str, said: list[str], tmp_path: Path):
    """In the order of the tasks, also where a document kills the process that works on it."""
    tasks = _tasks(tmp_path, at20="die")

    assert list(_runner(address, said).results(tasks)) == _alone(tasks)
    assert said == []


def test_a_worker_that_is_killed_costs_nothing(address: str, said: list[str], tmp_path: Path):
    """Its batch is done again by another."""
    mark = tmp_path / "killed"
    tasks = _tasks(tmp_path, at40=f"kill {mark}")

    answers = list(_runner(address, said).results(tasks))

    assert mark.exists()
    assert answers == _alone(tasks)


def test_documents_travel_where_workers_do_not_see_them(
    address: str, said: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Here because their names are those of another folder there; what workers say of the first of them decides."""
    monkeypatch.chdir(tmp_path)
    tasks: list[Task] = [Audit(Input(Path(task.input.name).name, task.input.shown)) for task in _tasks(tmp_path)]
    expected = _alone(tasks)
    monkeypatch.setattr(cluster._Session, "_done_here", None)

    assert list(_runner(address, said).results(tasks)) == expected
    assert said == []


def test_what_a_worker_does_not_see_is_done_here(address: str, said: list[str], tmp_path: Path):
    """A document that is nowhere is told to be so all the same."""
    tasks = [*_tasks(tmp_path), Audit(Input(str(tmp_path / "gone.txt"), "gone.txt"))]

    answers = list(_runner(address, said, by="path").results(tasks))

    assert answers == _alone(tasks)
    assert answers[-1].problem.code == "not-found"  # type: ignore[union-attr]


def test_the_rules_travel_with_the_work(address: str, said: list[str], tmp_path: Path):
    """Real documents get the same bytes as on one machine; workers read no rules."""
    write_archive(tmp_path / "archive", 12, plants=())
    paths = sorted((tmp_path / "archive").rglob("*.*"))
    tasks: list[Task] = [Audit(Input(str(path), path.name)) for path in paths if path.suffix != ".yaml"]
    work = NightWork(RuleChoice((RULES,), only=("legal/missing",)), dt.date(2026, 1, 15))
    expected = list(Pool(work, FailedNight()).results(tasks))
    pack = work.choice.pack()
    unable = NightWork(RuleChoice((tmp_path / "no-rules-here",), only=work.choice.only), work.as_of, pack=pack)

    answers = list(ClusterRunner(address, unable, tell=said.append).results(tasks))

    assert answers == expected
    assert len(answers) == 12


def test_no_tasks_need_no_cluster(said: list[str]):
    """Nothing is asked of anybody."""
    assert list(_runner("tcp://127.0.0.1:1", said).results([])) == []


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "127.0.0.1:1", "local:0", "nonsense://x"])
def test_a_scheduler_that_does_not_answer_is_named(
    address: str, said: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Nothing is done, and it is said what to do."""
    monkeypatch.setattr(cluster, "CONNECT_SECONDS", 0.3)

    with pytest.raises(ClusterError, match=r"local:|Penjadwal Dask di"):
        list(_runner(address, said).results(_tasks(tmp_path)))


@pytest.mark.parametrize("late", [False, True])
def test_a_worker_with_another_program_is_refused(
    address: str, said: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, late: bool
):
    """By its address, with what is different; also one that comes when the others have begun."""
    make = cluster._crew

    def other(runner: ClusterRunner) -> cluster_worker.Crew:
        crew = make(runner)
        crew.program = replace(crew.program, patuh="9.9.9")
        return crew

    monkeypatch.setattr(cluster, "_crew", other)
    if late:
        monkeypatch.setattr(cluster._Session, "begin", lambda self, _: self._client.register_plugin(self._crew))

    with pytest.raises(ClusterError, match=r"tcp://127\.0\.0\.1:\d+ memakai program lain: patuh .*, bukan 9\.9\.9"):
        list(_runner(address, said).results(_tasks(tmp_path)))


def test_without_workers_the_work_is_done_here(said: list[str], tmp_path: Path):
    """After a time, and the user is told."""
    distributed = pytest.importorskip("distributed")
    tasks = _tasks(tmp_path)
    cluster._silence()
    with distributed.LocalCluster(
        n_workers=0, host="127.0.0.1", dashboard_address="127.0.0.1:0", silence_logs=100
    ) as empty:
        assert list(_runner(str(empty.scheduler_address), said, patience=0.2).results(tasks)) == _alone(tasks)
    assert len(said) == 1
    assert "diteruskan di komputer ini" in said[0]


def test_who_stops_reading_lets_go_of_the_cluster(address: str, said: list[str], tmp_path: Path):
    """At once, and the cluster serves the next."""
    tasks = _tasks(tmp_path)
    answers = _runner(address, said).results(tasks)
    expected = _alone(tasks)

    assert next(answers) == expected[0]
    began = time.monotonic()
    answers.close()  # type: ignore[attr-defined]
    assert time.monotonic() - began < 5
    assert list(_runner(address, said).results(tasks)) == expected


def test_large_batches_are_cut():
    """Few tasks travel together when they are large, none is lost, and their order stays."""
    made = [Audit(Input(str(n), str(n)), b"x" * (cluster.BATCH_BYTES // 2 if n < 4 else 1)) for n in range(40)]

    batches = list(cluster._batches(made))

    assert [task for batch in batches for task in batch.tasks] == made
    assert [len(batch.tasks) for batch in batches] == [2, 2, 16, 16, 4]
