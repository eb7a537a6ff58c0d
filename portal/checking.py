"""
Who does what is asked of the workers, and in which order.

Visitors take turns: each has a queue, and the next task is that of the visitor who has taken least of the workers' time
of late, so that neither a hundred documents nor a few that take long keep somebody with one small document waiting. A
task that takes longer than most is stopped and begun again in the slow lane, whose workers take nothing else: however
many documents are made to take long, others are answered.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from typing import Any, Final, Generic, Literal, TypeVar

from auditing.workers import Failure, Limits, Pool
from portal.work import Task, WarmUp, Work

R = TypeVar("R")

State = Literal["waiting", "working", "done"]
SLOW_NICENESS: Final = 10
"""What takes long may take a little longer."""
HALF_LIFE_SECONDS: Final = 60.0
"""After so long half of what a visitor has taken of the workers is forgotten."""
MOST_REMEMBERED: Final = 10_000
"""Visitors of whom it is remembered."""
WARM_SECONDS: Final = 60.0
"""For a worker to load the rules."""
_CLOSE_SECONDS: Final = 2.0


_ADDRESS: Final = "address:"
"""Before an address, to tell it from a visitor."""
_Whose = tuple[str, str]
"""Address and visitor."""


class FullError(Exception):
    """Too many tasks wait; `mine` says whether they are those of the visitor who asks."""

    def __init__(self, *, mine: bool) -> None:
        super().__init__("too many tasks wait")
        self.mine = mine


class TaskFailedError(Exception):
    """The worker did not survive a task, or gave up on it."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.cause)
        self.failure = failure


@dataclass(eq=False)
class Job(Generic[R]):
    """A task that was handed over."""

    task: Task[R]
    who: str
    future: Future[R] = field(default_factory=Future)
    state: State = "waiting"
    slow: bool = False
    """In the slow lane."""
    begun: float | None = None
    """As `time.monotonic`; the last time, where it was begun anew."""
    address: str = ""
    """Whence it comes."""

    @property
    def place(self) -> str:
        """By what visitors are told apart first: a session costs nothing, and there may be a thousand of them."""
        return self.address or self.who


class _Spent:
    """How much time of the workers each visitor has taken of late; it halves with time."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seconds: OrderedDict[str, tuple[float, float]] = OrderedDict()
        """Visitor -> seconds, and when they were so many; the one that was charged last is the last."""

    def charge(self, who: str, seconds: float) -> None:
        """Add to what a visitor has taken."""
        self._seconds[who] = (self.of(who) + seconds, self._clock())
        self._seconds.move_to_end(who)
        while len(self._seconds) > MOST_REMEMBERED:
            self._seconds.popitem(last=False)

    def of(self, who: str) -> float:
        """Return what a visitor has taken, in seconds."""
        seconds, then = self._seconds.get(who, (0.0, 0.0))
        return float(seconds * 0.5 ** ((self._clock() - then) / HALF_LIFE_SECONDS))


class _Turns:
    """Tasks that wait, a queue a visitor; the addresses take turns, and the visitors of each."""

    def __init__(self, spent: _Spent) -> None:
        self._spent = spent
        self._queues: OrderedDict[_Whose, deque[Job[Any]]] = OrderedDict()

    def __len__(self) -> int:
        return sum(map(len, self._queues.values()))

    def of(self, who: str) -> int:
        return sum(len(queue) for (_, owner), queue in self._queues.items() if owner == who)

    def at(self, place: str) -> int:
        return sum(len(queue) for (one, _), queue in self._queues.items() if one == place)

    def add(self, job: Job[Any]) -> None:
        self._queues.setdefault((job.place, job.who), deque()).append(job)

    def _taken(self, whose: _Whose) -> tuple[float, float]:
        """How much of the workers the address has taken of late, and the visitor."""
        return self._spent.of(_ADDRESS + whose[0]), self._spent.of(whose[1])

    def take(self) -> Job[Any] | None:
        """The next task; of visitors who have taken alike, that of the one who waits longest for a turn."""
        while self._queues:
            whose = min(self._queues, key=self._taken)
            queue = self._queues.pop(whose)
            job = queue.popleft()
            if queue:
                self._queues[whose] = queue
            if job.slow or job.future.set_running_or_notify_cancel():
                return job
        return None

    def ahead(self, job: Job[Any]) -> int:
        """How many tasks come before it, about."""
        own = job.place, job.who
        place = next((at for at, one in enumerate(self._queues.get(own, ())) if one is job), 0)
        mine = self._taken(own)
        others = [queue for whose, queue in self._queues.items() if whose != own and self._taken(whose) <= mine]
        return sum(min(len(queue), place + 1) for queue in others) + place


@dataclass(frozen=True, slots=True)
class Lanes:
    """How many workers there are, and what may wait for them."""

    quick: int
    slow: int
    quick_seconds: float
    waiting: int
    """Tasks that may wait in each lane; half of it from one address."""
    waiting_of_one: int
    """Of these those of one visitor."""


class Checker:
    """
    The workers of the page.

    Args:
        work: What each does with a task.
        limits: What one task may cost, in the slow lane.
        lanes: How many workers.
    """

    def __init__(self, work: Work, limits: Limits, lanes: Lanes) -> None:
        self._lanes = lanes
        self._changed = threading.Condition()
        self._spent = _Spent()
        self._quick, self._slow = _Turns(self._spent), _Turns(self._spent)
        self._closed = False
        self._warm = WarmUp(work.choice.lang, dt.date.today())  # noqa: DTZ011 - any day will do
        self.counts: dict[str, int] = {"done": 0, "failed": 0, "refused": 0, "slowed": 0}
        """Since the start."""
        # in the quick lane a page to be recognised is no reason for more time: that is what the other lane is for
        quick = replace(limits, seconds=min(lanes.quick_seconds, limits.seconds), page_seconds=0.0)
        patient = replace(work, niceness=SLOW_NICENESS)
        self._threads = [
            *(self._thread(_lane(work, quick), self._quick_next, at) for at in range(lanes.quick)),
            *(self._thread(_lane(patient, limits), self._slow_next, lanes.quick + at) for at in range(lanes.slow)),
        ]

    def start(self) -> None:
        """Begin to work."""
        for thread in self._threads:
            thread.start()

    def close(self) -> None:
        """Take nothing more, and let go of the workers."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        until = time.monotonic() + _CLOSE_SECONDS
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))

    def submit(self, task: Task[R], who: str, address: str = "") -> Job[R]:
        """
        Hand over a task.

        Args:
            task: What is to be done.
            who: The visitor.
            address: Whence the visitor comes; empty: the visitor stands alone.

        Raises:
            FullError: Too many wait.
        """
        job = Job(task, who, address=address)
        with self._changed:
            mine = self._quick.of(who) + self._slow.of(who) >= self._lanes.waiting_of_one
            if mine or self._is_full(self._quick, job):
                self.counts["refused"] += 1
                raise FullError(mine=mine)
            self._quick.add(job)
            self._changed.notify_all()
        return job

    def _is_full(self, turns: _Turns, job: Job[Any]) -> bool:
        """Whether a lane has no room for one more: of its address, which gets no more than half, or at all."""
        most = self._lanes.waiting
        return len(turns) >= most or turns.at(job.place) >= max(self._lanes.waiting_of_one, most // 2)

    @property
    def alive(self) -> bool:
        """Whether tasks are carried out."""
        return all(thread.is_alive() for thread in self._threads)

    @property
    def waiting(self) -> int:
        """Tasks that wait in both lanes."""
        return len(self._quick) + len(self._slow)

    def ahead(self, job: Job[Any]) -> int:
        """How many tasks come before one that waits, about."""
        with self._changed:
            return (self._slow if job.slow else self._quick).ahead(job)

    def _thread(
        self, pool: Pool[Task[Any], Any], following: Callable[[], Job[Any] | None], number: int
    ) -> threading.Thread:
        def run() -> None:
            while (job := self._next(following)) is not None:
                self._carry_out(job, pool)
                if not pool.started and not self._closed:
                    self._warm_up(pool)
            pool.end()

        return threading.Thread(target=run, name=f"patuh-lane-{number}", daemon=True)

    def _warm_up(self, pool: Pool[Task[Any], Any]) -> None:
        """Make a fresh worker ready before the next task: its start would count as that task's time."""
        with contextlib.suppress(Exception):  # the next task tells why
            list(pool.results([self._warm], WARM_SECONDS))

    def _quick_next(self) -> Job[Any] | None:
        return self._quick.take()

    def _slow_next(self) -> Job[Any] | None:
        return self._slow.take()

    def _next(self, following: Callable[[], Job[Any] | None]) -> Job[Any] | None:
        """Wait for a task of this lane; None when there will be none."""
        with self._changed:
            while not self._closed:
                job = following()
                if job is not None:
                    job.state, job.begun = "working", time.monotonic()
                    return job
                self._changed.wait()
        return None

    def _carry_out(self, job: Job[Any], pool: Pool[Task[Any], Any]) -> None:
        begun = time.monotonic()
        try:
            (result,) = pool.results([job.task])
        except Exception as error:  # noqa: BLE001 - a lane never ends for what a task does to it
            result = Failure("internal", type(error).__name__)
        with self._changed:
            for one in (_ADDRESS + job.place, job.who):
                self._spent.charge(one, time.monotonic() - begun)
        if isinstance(result, Failure) and result.cause == "timeout" and not job.slow and self._slow_down(job):
            return
        job.state = "done"
        self.counts["failed" if isinstance(result, Failure) else "done"] += 1
        if isinstance(result, Failure):
            job.future.set_exception(TaskFailedError(result))
        else:
            job.future.set_result(result)

    def _slow_down(self, job: Job[Any]) -> bool:
        """Put a job into the slow lane; returns whether there was room, for what takes long may not fill the queue."""
        with self._changed:
            if self._is_full(self._slow, job):
                return False
            job.slow, job.state = True, "waiting"
            self.counts["slowed"] += 1
            self._slow.add(job)
            self._changed.notify_all()
        return True


def _lane(work: Work, limits: Limits) -> Pool[Task[Any], Any]:
    return Pool(work, _failed, jobs=1, limits=limits, lasting=True)


def _failed(_: Task[Any], failure: Failure) -> Failure:
    return failure
