"""The pool: what kills, stalls or bloats a worker costs one task."""

from __future__ import annotations

import faulthandler
import mmap
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from auditing import workers
from auditing.workers import Failure, Limits, Pool, Reply, default_jobs
from readers import effort

MISCHIEF = 7
TASKS = 40
SHORT = Limits(seconds=1.0)


def _square(task: int) -> Reply[int]:
    return Reply(task * task)


def _failed(task: object, failure: Failure) -> object:
    return task, failure.cause


def _expected(bad: object) -> list[object]:
    return [(MISCHIEF, bad) if task == MISCHIEF else task * task for task in range(TASKS)]


def _at_task(act: Callable[[], object]) -> Callable[[int], Reply[int]]:
    """Work that does *act* on one task on purpose."""

    def work(task: int) -> Reply[int]:
        if task == MISCHIEF:
            act()
        return _square(task)

    return work


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _crash() -> None:
    faulthandler.disable()  # pytest's would print where
    os.abort()


def _raise() -> None:
    raise RuntimeError("on purpose")


def _bloat() -> int:
    return len(bytearray(2 * workers.WORKER_BYTES))


@pytest.fixture(params=[1, 2, 3])
def jobs(request: pytest.FixtureRequest) -> int:
    return request.param


@pytest.mark.parametrize(
    ("act", "cause"),
    [
        pytest.param(_kill, "died", id="killed"),
        pytest.param(_crash, "died", id="native-crash"),
        pytest.param(lambda: os._exit(0), "died", id="ends-by-itself"),
        pytest.param(_raise, "internal", id="exception"),
        pytest.param(lambda: time.sleep(600), "timeout", id="hangs"),
    ],
)
def test_a_worker_that_fails_costs_one_task(act: Callable[[], object], cause: str, jobs: int):
    """Its task gets a failure with the cause, all others their results, in the order of the tasks."""
    pool: Pool[int, object] = Pool(_at_task(act), _failed, jobs=jobs, limits=SHORT)

    assert list(pool.results(range(TASKS))) == _expected(cause)


def test_memory_of_a_worker_is_limited(jobs: int):
    """A task that wants more than its share fails where the system keeps the limit, and the machine does not suffer."""
    pool: Pool[int, object] = Pool(_at_task(_bloat), _failed, jobs=jobs)

    kept = sys.platform == "linux"
    assert list(pool.results(range(TASKS))) == (
        _expected("memory") if kept else [_square(n).result for n in range(TASKS)]
    )


def _announced(pages: int, seconds: float) -> Callable[[], object]:
    def act() -> None:
        effort.extend("ocr", pages)
        time.sleep(seconds)

    return act


def test_announced_pages_are_granted_time(jobs: int):
    """Of the task at hand only."""
    limits = Limits(seconds=0.5, page_seconds=1.0)
    pool: Pool[int, object] = Pool(_at_task(_announced(2, 1.2)), _failed, jobs=jobs, limits=limits)

    assert list(pool.results(range(TASKS))) == [task * task for task in range(TASKS)]


def test_announced_time_ends_too():
    """It is told how much there was."""
    told: list[Failure] = []

    def failed(task: int, failure: Failure) -> object:
        told.append(failure)
        return task, failure.cause

    limits = Limits(seconds=0.3, page_seconds=0.5)
    pool: Pool[int, object] = Pool(_at_task(_announced(1, 600)), failed, limits=limits)

    assert list(pool.results(range(TASKS))) == _expected("timeout")
    assert [(one.cause, one.detail) for one in told] == [("timeout", "0.8")]


def test_no_announcement_is_without_bounds():
    """However many pages a file claims, and however often."""

    def act() -> None:
        while True:
            effort.extend("ocr", 10**9)
            time.sleep(0.05)

    limits = Limits(seconds=0.3, page_seconds=0.1, pages=5)
    pool: Pool[int, object] = Pool(_at_task(act), _failed, limits=limits)

    assert list(pool.results(range(TASKS))) == _expected("timeout")


SOME = 200 * 1024**2
"""Bytes."""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep no such limit")
def test_announced_pages_are_granted_memory():
    """More than other documents have, but bounded as well."""

    def bloat(size: int) -> Callable[[], object]:
        def act() -> int:
            effort.extend("ocr", 1)
            return len(bytearray(size))

        return act

    own = min(workers.own_bytes(), workers.USUAL_BYTES)
    limits = Limits(memory_bytes=own + 2 * SOME, ocr_bytes=own + 5 * SOME)
    granted: Pool[int, object] = Pool(_at_task(bloat(3 * SOME)), _failed, limits=limits)
    refused: Pool[int, object] = Pool(_at_task(bloat(6 * SOME)), _failed, limits=limits)

    assert list(granted.results(range(TASKS))) == [task * task for task in range(TASKS)]
    assert list(refused.results(range(TASKS))) == _expected("memory")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep no such limit")
def test_a_worker_of_a_large_process_has_the_same_room():
    """A server that has read scans forks workers that begin large: documents must not suffer from it."""
    held = mmap.mmap(-1, 2 * workers.WORKER_BYTES)
    pool: Pool[int, object] = Pool(_at_task(lambda: len(bytearray(SOME))), _failed)

    assert list(pool.results(range(TASKS))) == [task * task for task in range(TASKS)]
    held.close()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
def test_a_worker_takes_little_of_the_machine():
    """No core files, few open files, no endless file; and it ends by itself when nobody is left to end it."""
    import resource  # noqa: PLC0415 - see the mark

    names = ("RLIMIT_CORE", "RLIMIT_NOFILE", "RLIMIT_FSIZE", "RLIMIT_CPU")
    before = [resource.getrlimit(getattr(resource, name)) for name in names]
    pool: Pool[int, object] = Pool(
        lambda _: Reply([resource.getrlimit(getattr(resource, n))[0] for n in names]), _failed
    )
    [[core, files, written, processor]] = list(pool.results([0]))  # type: ignore[misc]

    assert core == 0
    assert 0 < files <= 512
    assert 0 < written <= 1024**3
    assert 0 < processor < 4 * workers.DOCUMENT_SECONDS
    assert [resource.getrlimit(getattr(resource, name)) for name in names] == before


def test_outside_of_a_worker_an_announcement_does_nothing():
    """The parent neither waits nor changes its limits."""
    before = effort.extend
    pool: Pool[int, object] = Pool(_at_task(_announced(1, 0)), _failed)
    list(pool.results(range(10)))
    effort.extend("ocr", 5)

    assert effort.extend is before


def test_a_task_is_tried_again_when_its_worker_died_once(tmp_path: Path):
    """What an earlier task did to the native code is not blamed on the task at hand."""
    mark = tmp_path / "died-once"

    def once() -> None:
        if not mark.exists():
            mark.touch()
            _kill()

    pool: Pool[int, object] = Pool(_at_task(once), _failed)

    assert list(pool.results(range(TASKS))) == [task * task for task in range(TASKS)]


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(_kill, id="killed"),
        pytest.param(_raise, id="exception"),
        pytest.param(lambda: time.sleep(600), id="hangs"),
        pytest.param(_bloat, id="memory", marks=pytest.mark.skipif(sys.platform != "linux", reason="no limit there")),
    ],
)
def test_what_a_task_has_given_counts_when_the_rest_of_it_fails(act: Callable[[], object], jobs: int):
    """The first result is kept, the task is not tried again, and all others have their own."""

    def more(task: int) -> Reply[int]:
        if task == MISCHIEF:
            act()
        return Reply(-task)

    def work(task: int) -> Reply[int]:
        return Reply(task * task, then=lambda: more(task))

    pool: Pool[int, object] = Pool(work, _failed, jobs=jobs, limits=SHORT)

    assert list(pool.results(range(TASKS))) == [task * task if task == MISCHIEF else -task for task in range(TASKS)]


def test_every_task_may_kill_its_worker():
    """Even then the run comes to its end."""
    pool: Pool[int, object] = Pool(lambda _: _kill(), _failed, jobs=2)  # type: ignore[arg-type,func-returns-value]

    assert list(pool.results(range(6))) == [(task, "died") for task in range(6)]


def test_a_worker_that_asks_for_it_is_replaced():
    """`Reply.last` ends a worker after its result."""

    def work(task: int) -> Reply[int]:
        return Reply(os.getpid(), last=task == 2)

    pool: Pool[int, object] = Pool(work, _failed)
    pids = list(pool.results(range(6)))

    assert len(set(pids[:3])) == 1
    assert len(set(pids[3:])) == 1
    assert pids[0] != pids[3]


def test_no_task_is_worked_on_in_the_parent():
    """Not even with one job and one task: a crash must not reach the program."""
    pool: Pool[int, object] = Pool(lambda _: Reply(os.getpid()), _failed)

    assert os.getpid() not in list(pool.results([1]))


def test_results_do_not_run_ahead_of_the_reader():
    """However many tasks there are, only a bounded number is taken before the first result is read."""
    taken = 0

    def tasks() -> Iterator[int]:
        nonlocal taken
        for task in range(100_000):
            taken += 1
            yield task

    pool: Pool[int, object] = Pool(_square, _failed, jobs=2)
    results = pool.results(tasks())
    first = next(results)
    results.close()

    assert first == 0
    assert taken < 100


def test_a_reader_that_pauses_is_no_timeout():
    """Time in which nobody reads results is not held against a task."""
    pool: Pool[int, object] = Pool(_square, _failed, limits=Limits(seconds=0.3))
    results = pool.results(range(5))
    read = [next(results)]
    time.sleep(0.7)
    read += results

    assert read == [0, 1, 4, 9, 16]


def test_closing_the_results_ends_the_workers():
    """Also those that are busy."""

    def work(task: int) -> Reply[int]:
        if task:
            time.sleep(600)
        return Reply(os.getpid())

    pool: Pool[int, int] = Pool(work, lambda _, __: 0)
    results = pool.results(range(3))
    pid = next(results)
    results.close()

    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_results_of_many_megabytes_pass():
    """The channel between processes has no small limit."""
    pool: Pool[int, object] = Pool(lambda _: Reply(bytes(8_000_000)), _failed, jobs=2)

    assert [len(result) for result in pool.results(range(4))] == [8_000_000] * 4  # type: ignore[arg-type]


def test_no_tasks_no_processes():
    """An empty run gives nothing and starts nothing."""
    pool: Pool[int, object] = Pool(_square, _failed, jobs=4)

    assert list(pool.results([])) == []


def test_works_where_processes_are_not_forked(monkeypatch: pytest.MonkeyPatch):
    """With the start method of Windows and macOS, the work is sent to the worker."""
    monkeypatch.setattr(workers, "can_fork", lambda: False)
    pool: Pool[int, object] = Pool(_square, _failed)

    assert list(pool.results(range(3))) == [0, 1, 4]


def test_lasting_workers_stay_until_the_end():
    """The same process answers the next call, another one after a failure, and none is left at the end."""
    pool: Pool[str, object] = Pool(_Own(), _failed, lasting=True)

    [first], [second] = list(pool.results(["pid"])), list(pool.results(["pid"]))
    assert first == second
    failed, _ = pool.results(["die", "pid"])
    assert failed == ("die", "died")
    [other] = list(pool.results(["pid"]))
    assert other != first
    assert pool._workers[0].process.pid == other
    pool.end()
    assert not pool._workers
    with pytest.raises(ProcessLookupError):
        os.kill(other, 0)  # type: ignore[arg-type]


class _Own:
    """Work that can be sent: tells its process, or ends it."""

    def __call__(self, task: str) -> Reply[int]:
        if task == "die":
            _kill()
        return Reply(os.getpid())


def test_few_documents_get_one_process():
    """Starting more would cost more than it saves; many get one a processor."""
    assert default_jobs(workers.PARALLEL_FROM - 1) == 1
    assert default_jobs(100_000) >= 1


def test_work_for_nobody_ends_before_the_next_page(monkeypatch: pytest.MonkeyPatch):
    """When the main process was killed, a worker does not go on with a scan of 200 pages."""
    ours, theirs = multiprocessing.Pipe()
    ours.close()
    monkeypatch.setattr(workers, "_limit", lambda *_: None)  # this process goes on

    with pytest.raises(SystemExit):
        workers._Announced(theirs, Limits())("ocr", 1)
