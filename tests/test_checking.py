"""Who does what is asked of the workers: turns, lanes, and tasks that do not survive."""

from __future__ import annotations

import time

import pytest

from auditing.run import RuleChoice
from auditing.workers import Limits
from portal.checking import (
    HALF_LIFE_SECONDS,
    SLOW_NICENESS,
    Checker,
    FullError,
    Job,
    Lanes,
    TaskFailedError,
    _Spent,
    _Turns,
)
from portal.work import Work
from tests.portal_tasks import Die, Fail, Hang, HangUntil, Say, WhoAmI
from tests.program import ROOT

WAIT = 30.0


def _checker(**changed: object) -> Checker:
    # two slow ones: on a busy machine a worker may start so slowly that its first task is slowed
    lanes = {"quick": 1, "slow": 2, "quick_seconds": 2.0, "waiting": 100, "waiting_of_one": 100, **changed}
    return Checker(Work(RuleChoice((ROOT / "rules",))), Limits(seconds=60.0), Lanes(**lanes))


def _warm(checker: Checker) -> None:
    """A worker takes some time to start, which counts as that of its first task."""
    while True:
        job = checker.submit(Say("siap"), "-")
        job.future.result(WAIT)
        if not job.slow:
            return


@pytest.fixture(scope="module")
def checker():
    made = _checker()
    made.start()
    _warm(made)
    yield made
    made.close()


def test_a_task_gives_its_result(checker):
    """From another process."""
    _warm(checker)
    job = checker.submit(Say("halo"), "a")

    assert job.future.result(WAIT) == "halo"
    assert job.state == "done"
    assert not job.slow


@pytest.mark.parametrize(("task", "cause"), [(Die(), "died"), (Fail(), "internal")])
def test_a_task_that_fails_costs_itself(checker, task, cause):
    """The next one is carried out; what the exception said stays in the worker."""
    failing, next_one = checker.submit(task, "a"), checker.submit(Say("masih ada"), "a")
    with pytest.raises(TaskFailedError) as failed:
        failing.future.result(WAIT)

    assert failed.value.failure.cause == cause
    assert "198001012005011001" not in failed.value.failure.detail
    assert next_one.future.result(WAIT) == "masih ada"


def test_what_takes_long_goes_on_in_the_slow_lane(checker, tmp_path):
    """Others are answered meanwhile."""
    _warm(checker)
    before = checker.counts["slowed"]
    slow = checker.submit(HangUntil(tmp_path / "cukup"), "lambat")
    quick = checker.submit(Say("cepat"), "lain")

    assert quick.future.result(WAIT) == "cepat"
    assert not slow.future.done()
    (tmp_path / "cukup").touch()
    assert slow.future.result(WAIT) == "akhirnya"
    assert slow.slow
    assert checker.counts["slowed"] >= before + 1


def test_the_slow_lane_gives_way(checker):
    """By its niceness."""
    _warm(checker)
    job = Job(WhoAmI(), "a", slow=True)
    quick = checker.submit(WhoAmI(), "a").future.result(WAIT)
    checker._slow_down(job)
    slow = job.future.result(WAIT)

    assert slow[0] != quick[0]
    assert slow[1] == quick[1] + SLOW_NICENESS


def test_visitors_take_turns():
    """One with many documents does not keep one with a single document waiting."""
    turns = _Turns(_Spent())
    jobs = {name: Job(Say(name), name[0]) for name in ("a1", "a2", "a3", "b1", "c1", "c2")}
    for job in jobs.values():
        turns.add(job)
    ahead = {name: turns.ahead(job) for name, job in jobs.items()}
    order = []
    while (job := turns.take()) is not None:
        order.append(job.task.what)

    assert order == ["a1", "b1", "c1", "a2", "c2", "a3"]
    assert ahead["a1"] <= ahead["a2"] <= ahead["a3"]
    assert ahead["a3"] == 5


def test_who_took_much_comes_later_and_is_forgiven():
    """By the time of workers, not by the number of tasks; half of it is forgotten each minute."""
    now = [0.0]
    spent = _Spent(lambda: now[0])
    turns = _Turns(spent)
    spent.charge("rakus", 8.0)
    for name in ("rakus", "rakus", "baru"):
        turns.add(Job(Say(name), name))
    first = turns.take()
    now[0] = 3 * HALF_LIFE_SECONDS
    spent.charge("baru", 1.5)
    for name in ("baru", "lain"):
        turns.add(Job(Say(name), name))
    order = [turns.take().who for _ in range(4)]

    assert first.who == "baru"
    assert order == ["lain", "rakus", "rakus", "baru"]
    assert spent.of("rakus") == 1.0


def test_a_job_that_was_cancelled_is_passed_over():
    """Its visitor has deleted it, or has gone."""
    turns = _Turns(_Spent())
    jobs = [Job(Say(name), "a") for name in ("1", "2")]
    for job in jobs:
        turns.add(job)
    jobs[0].future.cancel()

    assert turns.take() is jobs[1]
    assert turns.take() is None


def test_more_than_may_wait_is_refused():
    """Of one visitor, and of all."""
    checker = _checker(waiting=3, waiting_of_one=2)
    for _ in range(2):
        checker.submit(Say("x"), "a")
    with pytest.raises(FullError) as own:
        checker.submit(Say("x"), "a")
    checker.submit(Say("x"), "b")
    with pytest.raises(FullError) as full:
        checker.submit(Say("x"), "c")

    assert (own.value.mine, full.value.mine) == (True, False)
    assert checker.waiting == 3
    assert checker.counts["refused"] == 2


def test_it_ends_at_once_while_something_hangs():
    """Nobody waits for the task of a visitor when the server ends."""
    checker = _checker(quick_seconds=60.0)
    checker.start()
    checker.submit(Hang(15), "a")
    time.sleep(0.5)
    begun = time.monotonic()
    checker.close()

    assert time.monotonic() - begun < 5
    assert checker.submit(Say("x"), "a").state == "waiting"
