"""
A small pool of worker processes in which a document can fail without taking the audit down.

The rule engine is native code that has been seen to crash, and a document can be made to hang a program. So no
document is audited in the main process, not even when there is only one worker: what kills, stalls or bloats a worker
costs that one document, a new worker takes over, and the results still come in the order of the input.

``multiprocessing.Pool`` and ``ProcessPoolExecutor`` lose every pending task when one worker dies, hence this module.

A reader that has costly work before it announces it (`readers.effort`): the worker may then take more memory, and tells
the parent, which grants it more time.
"""

from __future__ import annotations

import contextlib
import gc
import itertools
import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from readers import effort
from readers.scan_limits import ScanLimits

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

GC_THRESHOLD = 500_000
"""Objects made between two looks for cycles; an SOP makes a few thousand, and no document many cycles."""
T = TypeVar("T")
R = TypeVar("R")

DOCUMENT_SECONDS = 60.0
"""Wall-clock seconds that one document may take."""
WORKER_BYTES = 1536 * 1024 * 1024
"""Address space of a worker, in bytes, where the system can limit it."""
USUAL_BYTES = 384 * 1024 * 1024
"""Of these what the program itself takes; in a process that begins with more, the limits grow by the difference."""
PAGE_SECONDS = 30.0
"""Wall-clock seconds more for each page whose words are recognised; RapidOCR takes about 5."""
OCR_BYTES = 2560 * 1024 * 1024
"""Address space of a worker from the first such page on: the models and their work take 1.1 GB of memory."""
ATTEMPTS = 2
"""A worker may die of what an earlier document did to the native code, so a document is tried once more, alone."""
PARALLEL_FROM = 24
"""With fewer documents than this, starting further processes costs more than it saves."""

_PREFETCH = 2
"""Tasks in the hands of a worker: one in work, the others waiting, so that it never waits for the parent."""
_WINDOW = 16
"""Tasks a worker may be ahead of the next result to give out; bounds the memory for results that wait."""
_STOP_SECONDS = 5.0
"""Patience with an idle worker that was told to end."""
_CPU_FACTOR = 2
"""Processor seconds for each second of the time limit: work in two threads is no reason to end a worker early."""
_WRITTEN_BYTES = 1024**3
"""Bytes of one file that a worker may write: what it keeps of recognised pages, what it hands to other programs."""
_OPEN_FILES = 512
"""Files a worker may have open."""

_ENDING = {getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)}
"""Signals that ask a process to end."""

Cause = Literal["died", "timeout", "memory", "internal"]


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a task has no result."""

    cause: Cause
    detail: str = ""
    """For `internal` the name of the exception type, for `died` the signal or exit status."""


@dataclass(frozen=True, slots=True)
class Reply(Generic[R]):
    """What the work on one task gave."""

    result: R
    last: bool = False
    """This worker must not be used again: its native code may be damaged."""
    then: Callable[[], Reply[R]] | None = None
    """What is still to do, and gives the reply that counts; `result` counts should the worker not survive it."""


@dataclass(frozen=True, slots=True)
class _SoFar:
    """The result of a task that goes on."""

    result: Any


@dataclass(frozen=True, slots=True)
class Limits:
    """What one task may cost."""

    seconds: float = DOCUMENT_SECONDS
    memory_bytes: int = WORKER_BYTES
    page_seconds: float = PAGE_SECONDS
    """More seconds for each page that is recognised."""
    pages: int = ScanLimits().pages
    """For no more pages than this is more time granted."""
    ocr_bytes: int = OCR_BYTES
    """Address space of a worker from the first page that is recognised, if that is more."""

    def most_seconds(self, pages: int) -> float:
        """How long a document may take of which so many pages are recognised."""
        return self.seconds + self.page_seconds * max(0, min(pages, self.pages))


@dataclass(frozen=True, slots=True)
class _Effort:
    """A worker says that a document needs so many seconds from now."""

    seconds: float


def default_jobs(documents: int) -> int:
    """How many processes to use for so many documents: one for a few, else one a usable processor."""
    if documents < PARALLEL_FROM:
        return 1
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


@dataclass(slots=True)
class _Task(Generic[T]):
    index: int
    value: T
    attempts: int = 0


@dataclass(slots=True)
class _Worker(Generic[T]):
    process: BaseProcess
    channel: Connection[Any, Any]
    tasks: deque[_Task[T]] = field(default_factory=deque)
    since: float = 0.0
    """When the first of the tasks was begun, as far as the parent can know."""
    until: float = 0.0
    """When its time is up."""
    room: int = _PREFETCH
    so_far: _SoFar | None = None
    """What the first of the tasks has given already."""

    @property
    def free(self) -> bool:
        return len(self.tasks) < self.room

    def begin(self, seconds: float) -> None:
        """The clock of the first of the tasks starts."""
        self.since = time.monotonic()
        self.until = self.since + seconds

    def extend(self, seconds: float, most: float) -> None:
        """Grant so many seconds from now, if that is more, but never more than *most* in all."""
        self.until = min(max(self.until, time.monotonic() + seconds), self.since + most)


class Pool(Generic[T, R]):
    """
    Worker processes that do *work* on tasks.

    Args:
        work: Called in a worker with one task. Where processes are not forked it must be picklable.
        failed: Called in the parent, makes the result of a task whose worker failed.
        jobs: How many workers at most; they are started when there is something to do for them.
        limits: What one task may cost.
        lasting: Workers stay from one call of `results` to the next, until `end`. They are never forked, since a
            process in which that is of use has threads: *work* must be picklable.
    """

    def __init__(
        self,
        work: Callable[[T], Reply[R]],
        failed: Callable[[T, Failure], R],
        *,
        jobs: int = 1,
        limits: Limits | None = None,
        lasting: bool = False,
    ) -> None:
        self._work = work
        self._failed = failed
        self._jobs = max(1, jobs)
        self._limits = limits or Limits()
        self._lasting = lasting
        self._seconds = self._limits.seconds
        self._forks = can_fork() and not lasting
        self._context = multiprocessing.get_context("fork" if self._forks else "spawn")
        self._workers: list[_Worker[T]] = []
        self._again: deque[_Task[T]] = deque()
        self._done: dict[int, R] = {}

    @property
    def started(self) -> bool:
        """Whether a worker is there."""
        return bool(self._workers)

    def results(self, tasks: Iterable[T], seconds: float | None = None) -> Generator[R, None, None]:
        """
        Give the result of every task, in the order of the tasks.

        Args:
            tasks: What is to be done.
            seconds: What one task may take, where that is not what the limits say.

        Tasks are taken from *tasks* only as far ahead as needed. Ends all workers at the end (unless they are lasting),
        on an error, and when the caller closes the iterator.
        """
        self._seconds = self._limits.seconds if seconds is None else seconds
        waiting = (_Task(index, value) for index, value in enumerate(tasks))
        following = next(waiting, None)
        completed = False
        try:
            for wanted in itertools.count():
                while wanted not in self._done:
                    following = self._feed(following, waiting, wanted)
                    if following is None and not self._busy():
                        completed = True
                        return
                    self._collect()
                yield self._done.pop(wanted)
        finally:
            if not completed or not self._lasting:
                self._stop(kindly=completed)
                self._again.clear()
                self._done.clear()

    def end(self) -> None:
        """End workers that are lasting; they may be asked again, and are then started anew."""
        self._stop(kindly=True)

    def _busy(self) -> bool:
        return bool(self._again or self._done) or any(worker.tasks for worker in self._workers)

    def _feed(self, following: _Task[T] | None, waiting: Iterator[_Task[T]], wanted: int) -> _Task[T] | None:
        """Hand out tasks while a worker has room and the window allows it; returns the next task not handed out."""
        horizon = wanted + _WINDOW * self._jobs
        while self._again or (following is not None and following.index < horizon):
            again = bool(self._again)
            worker = self._worker_with_room(alone=again)
            if worker is None:
                break
            if again:
                worker.room = 1
                self._give(worker, self._again.popleft())
            elif following is not None:
                self._give(worker, following)
                following = next(waiting, None)
        return following

    def _worker_with_room(self, *, alone: bool) -> _Worker[T] | None:
        """An idle worker, a new one while there may be more, or one that has room; a fresh one for a second attempt."""
        if not alone:
            idle = next((worker for worker in self._workers if not worker.tasks), None)
            if idle is not None:
                return idle
        if len(self._workers) < self._jobs:
            return self._start()
        if alone:
            return self._replace_idle()
        return next((worker for worker in self._workers if worker.free), None)

    def _replace_idle(self) -> _Worker[T] | None:
        idle = next((worker for worker in self._workers if not worker.tasks), None)
        if idle is None:
            return None
        self._dismiss(idle)
        return self._start()

    def _start(self) -> _Worker[T]:
        ours, theirs = self._context.Pipe(duplex=True)
        # A forked worker holds copies of the parent's ends; it has to close them, or nobody would notice a death.
        inherited = [*(worker.channel for worker in self._workers), ours] if self._forks else []
        process = self._context.Process(  # type: ignore[attr-defined]
            target=_serve if self._forks else _serve_alone,
            args=(theirs, self._work, self._limits, inherited),
            daemon=True,
        )
        gc.freeze()  # what is loaded now stays shared between parent and workers
        with _interrupts_held():
            process.start()
        theirs.close()
        worker: _Worker[T] = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _give(self, worker: _Worker[T], task: _Task[T]) -> None:
        if not worker.tasks:
            worker.begin(self._seconds)
        worker.tasks.append(task)
        task.attempts += 1
        with contextlib.suppress(OSError):  # it died just now; the end of its channel says so at the next wait
            worker.channel.send(task.value)

    def _collect(self) -> None:
        """Wait until a worker answers, dies or exceeds its time, and take what there is."""
        channels = {worker.channel: worker for worker in self._workers if worker.tasks}
        if not channels:
            return
        deadline = min(worker.until for worker in channels.values())
        ready = multiprocessing.connection.wait(list(channels), max(0.0, deadline - time.monotonic()))
        for channel in ready:
            self._take(channels[channel])  # type: ignore[index]
        if not ready:
            self._end_overdue()

    def _take(self, worker: _Worker[T]) -> None:
        try:
            reply = worker.channel.recv()
        except (EOFError, OSError):
            self._bury(worker)
            return
        if isinstance(reply, _Effort):
            worker.extend(reply.seconds, self._limits.most_seconds(self._limits.pages))
            return
        if isinstance(reply, _SoFar):
            worker.so_far = reply
            worker.begin(self._limits.seconds)
            return
        task = worker.tasks.popleft()
        worker.begin(self._limits.seconds)
        if isinstance(reply, Failure):
            self._lose(worker, task, reply)
            self._retire(worker)
        else:
            worker.so_far = None
            self._done[task.index] = reply.result
            if reply.last:
                self._retire(worker)
            elif not worker.tasks:
                worker.room = _PREFETCH

    def _end_overdue(self) -> None:
        now = time.monotonic()
        for worker in [worker for worker in self._workers if worker.tasks]:
            if now >= worker.until:
                task = worker.tasks.popleft()
                seconds = round(worker.until - worker.since, 1)
                self._lose(worker, task, Failure("timeout", f"{seconds:g}"))
                self._retire(worker, kill=True)

    def _bury(self, worker: _Worker[T]) -> None:
        """A worker died: its first task is to blame and gets another chance or a failure, the others go on."""
        task = worker.tasks.popleft()
        self._retire(worker)
        if task.attempts < ATTEMPTS and worker.so_far is None:
            self._again.appendleft(task)
        else:
            self._lose(worker, task, Failure("died", _last_words(worker.process)))

    def _lose(self, worker: _Worker[T], task: _Task[T], failure: Failure) -> None:
        """A task failed: what it has given already counts, if anything."""
        so_far, worker.so_far = worker.so_far, None
        self._done[task.index] = so_far.result if so_far else self._failed(task.value, failure)

    def _retire(self, worker: _Worker[T], *, kill: bool = False) -> None:
        """End a worker and take back the tasks it had not begun."""
        for task in reversed(worker.tasks):
            task.attempts -= 1
            self._again.appendleft(task)
        self._dismiss(worker, kill=kill)

    def _dismiss(self, worker: _Worker[T], *, kill: bool = False) -> None:
        """End a worker that is not needed; unless killed it may finish dying by itself, which tells the cause."""
        self._workers.remove(worker)
        worker.channel.close()
        if kill:
            worker.process.kill()
        _join(worker.process)

    def _stop(self, *, kindly: bool) -> None:
        for worker in self._workers:
            worker.channel.close()
            if not kindly:
                worker.process.kill()
        for worker in self._workers:
            _join(worker.process)
        self._workers.clear()


def _join(process: BaseProcess) -> None:
    process.join(_STOP_SECONDS)
    if process.is_alive():
        process.kill()
        process.join()


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keep signals back while a worker is being made: what they mean to its parent they do not mean to it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    held = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


def can_fork() -> bool:
    """
    Tell whether workers are forked.

    Forking shares the compiled rules with every worker; on macOS its system libraries do not survive a fork.
    """
    return "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"


def _serve_alone(
    channel: Connection[Any, Any], work: Callable[[Any], Reply[Any]], limits: Limits, inherited: list[Any]
) -> None:
    """The same in a process that was not forked; it ends with its parent, also in the middle of a task."""
    threading.Thread(target=_end_with_parent, name="parent", daemon=True).start()
    _serve(channel, work, limits, inherited)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)  # the work is for nobody


def _serve(
    channel: Connection[Any, Any], work: Callable[[Any], Reply[Any]], limits: Limits, inherited: list[Any]
) -> None:
    """The life of a worker: take a task, answer, until the parent closes the channel."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt means
    for ending in _ENDING - {signal.SIGINT}:
        if callable(signal.getsignal(ending)):  # what the parent does then
            signal.signal(ending, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
    for connection in inherited:
        connection.close()
    limits = _beside_own(limits)
    _limit_process(limits)
    effort.extend = _Announced(channel, limits)
    gc.set_threshold(GC_THRESHOLD)
    while True:
        try:
            task = channel.recv()
        except (EOFError, OSError):
            return
        _limit_processor(limits.seconds)
        answer = _attempt(work, task)
        try:
            while isinstance(answer, Reply) and answer.then is not None:
                channel.send(_SoFar(answer.result))
                _limit_processor(limits.seconds)
                answer = _attempt(_Then(answer.then), task)
            channel.send(answer)
        except OSError:
            return
        if isinstance(answer, Failure) or answer.last:
            return


@dataclass(frozen=True, slots=True)
class _Announced:
    """What `readers.effort.extend` is in a worker."""

    channel: Connection[Any, Any]
    limits: Limits

    def __call__(self, kind: str, pages: int, /) -> None:
        """Take more memory, and ask the parent for more time; without a parent the work is for nobody, and ends."""
        if kind != "ocr" or pages < 1:
            return
        seconds = self.limits.most_seconds(pages)
        _limit("RLIMIT_AS", max(self.limits.ocr_bytes, self.limits.memory_bytes))
        _limit_processor(seconds)
        try:
            self.channel.send(_Effort(seconds))
        except OSError as error:
            raise SystemExit from error


@dataclass(frozen=True, slots=True)
class _Then:
    """What is still to do on a task, as work."""

    act: Callable[[], Reply[Any]]

    def __call__(self, _: object) -> Reply[Any]:
        return self.act()


def _attempt(work: Callable[[Any], Reply[Any]], task: object) -> Reply[Any] | Failure:
    try:
        return work(task)
    except MemoryError:
        return Failure("memory")
    except Exception as error:  # noqa: BLE001 - the boundary of the worker: nothing may end it silently
        return Failure("internal", type(error).__name__)


def _beside_own(limits: Limits) -> Limits:
    """The same room for documents in a process that begins large, since it was forked from one that holds much."""
    excess = max(0, own_bytes() - USUAL_BYTES)
    return replace(limits, memory_bytes=limits.memory_bytes + excess, ocr_bytes=limits.ocr_bytes + excess)


def own_bytes() -> int:
    """Address space of this process, in bytes; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        return pages * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


def _limit_process(limits: Limits) -> None:
    """Bound what this process may take of the machine; that of its time is bounded for each task."""
    for name in ("RLIMIT_AS", "RLIMIT_CPU"):
        _lower_ceiling(name)
    _limit("RLIMIT_AS", limits.memory_bytes)
    _limit("RLIMIT_FSIZE", _WRITTEN_BYTES)
    _limit("RLIMIT_NOFILE", _OPEN_FILES)
    _limit("RLIMIT_CORE", 0)  # a crash is told, not kept: a core file would hold the document


def _limit_processor(seconds: float) -> None:
    """End this process should it go on and on where nobody is left to end it; the parent's clock is stricter."""
    if resource is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        _limit("RLIMIT_CPU", int(used.ru_utime + used.ru_stime + _CPU_FACTOR * seconds) + 1)


def _lower_ceiling(name: str) -> None:
    """Hold on to a limit that whoever started us has set: it can be lowered, and raised to that again."""
    kind = getattr(resource, name, None)
    if kind is not None:
        soft, _ = resource.getrlimit(kind)
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(kind, (soft, soft))


def _limit(name: str, most: int) -> None:
    """Set the limit that this process feels, below its ceiling, which stays: later work may need more."""
    kind = getattr(resource, name, None)
    if kind is None:
        return
    _, hard = resource.getrlimit(kind)
    with contextlib.suppress(OSError, ValueError):  # a system that does not allow it; the time limit remains
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _last_words(process: BaseProcess) -> str:
    code = process.exitcode
    if code is None or code >= 0:
        return f"exit {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"
