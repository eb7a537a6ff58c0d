"""
The work of a night on several machines, by Dask distributed.

Answers come in the order of the tasks and are those of one machine: a batch of a worker that was killed is done again
elsewhere, and what no worker can do is done here. Client, scheduler and workers run the same program.
"""

from __future__ import annotations

import contextlib
import itertools
import logging
import pickle
import re
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal

import dask.config
import distributed

from archive.carried import Work, carried, carried_with_rules
from archive.cluster_worker import Crew, Failed, Program, Reading, Refusal, do_batch, program, seen
from archive.judging import FailedNight, NightWork
from archive.tasks import Answer, Audit, Audited, Identify, Rejudge, Task
from auditing.document import document_bytes
from auditing.limits import read_options
from auditing.workers import PARALLEL_FROM, Limits, Pool, default_jobs
from engine.errors import PatuhError
from extraction.sop import WORKDAY_MINUTES
from readers.errors import ReadError
from readers.options import ReadOptions

BATCH: Final = 16
"""Tasks that travel together: what Dask spends on one is little beside them, and little is lost with a worker."""
BATCH_BYTES: Final = 4 * 1024 * 1024
"""A batch with more is sent as it is."""
IN_FLIGHT_BYTES: Final = 64 * 1024 * 1024
"""Of batches that wait for their turn."""
AHEAD: Final = 3
"""Batches for each thread of the cluster that may be ahead of the answer to give next."""
CONNECT_SECONDS: Final = 10.0
PATIENCE_SECONDS: Final = 60.0
"""How long to wait for the first worker, or for another when all are gone."""
LOOK_SECONDS: Final = 1.0
MAX_LOCAL: Final = 64

_DASK: Final[Any] = distributed
"""Most of it is not typed."""

By = Literal["path", "bytes", "auto"]
"""How documents travel: as paths that workers see too, as bytes, or by what workers say of the first of them."""
_UNSEEN: Final = frozenset({"not-found", "unreadable"})
"""Problems of a document that may only be those of a worker that does not see the archive."""
_LOUD: Final = ("distributed", "distributed.client", "distributed.nanny", "distributed.scheduler", "distributed.worker",
                "distributed.core", "distributed.comm", "tornado", "tornado.application", "asyncio")  # fmt: skip


_FRUGAL: Final = {
    "distributed.worker.profile.enabled": False,
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.admin.system-monitor.gil.enabled": False,
    "distributed.admin.tick.interval": "500ms",
    "distributed.admin.tick.cycle": "10s",
    "distributed.scheduler.work-stealing-interval": "1s",
}
"""What Dask measures of itself, for which nobody looks here, would take a tenth of the processor."""


class ClusterError(PatuhError):
    """The cluster cannot be used; the message is Indonesian and says what to do."""


class _GoneError(Exception):
    """No worker is left, and none came."""


def _say(message: str) -> None:
    print(f"patuh: {message}", file=sys.stderr)


@dataclass(frozen=True, slots=True)
class ClusterRunner:
    """
    Does tasks on a cluster, as `auditing.workers.Pool` does them on one machine.

    It connects when there is something to do and lets go of the cluster when the answers end.
    """

    address: str
    """Of the scheduler: ``tcp://...``, ``tls://...`` (certificates as Dask's own settings name them), or ``local:N``
    for N workers of this machine, to try it out."""
    work: Work
    """Picklable. The rules of `NightWork` travel with it."""
    limits: Limits | None = None
    by: By = field(default="auto", kw_only=True)
    failed: Failed = field(default_factory=FailedNight, kw_only=True)
    """Makes the answer to a task that killed or stalled its process."""
    tell: Callable[[str], None] = field(default=_say, kw_only=True)
    """Is told when the night does not go on as it was meant, in Indonesian."""
    patience: float = field(default=PATIENCE_SECONDS, kw_only=True)
    """Seconds to wait for workers."""

    def results(self, tasks: Iterable[Task]) -> Iterator[Answer]:
        """
        Give the answer to each task, in the order of the tasks; takes them only as far ahead as needed.

        Raises:
            ClusterError: The scheduler cannot be reached, or a worker runs another program.
        """
        several = iter(tasks)
        first = list(itertools.islice(several, BATCH))
        if not first:
            return
        with self._session(first) as session:
            yield from session.results(itertools.chain(first, several))

    @contextlib.contextmanager
    def _session(self, first: Sequence[Task]) -> Iterator[_Session]:
        _silence()
        with contextlib.ExitStack() as stack:
            client = stack.enter_context(_connected(self.address))
            crew = _crew(self)
            session = _Session(self, client, crew)
            stack.callback(session.close)
            session.begin(first)
            yield session


def _crew(runner: ClusterRunner) -> Crew:
    work, reading = runner.work, Reading(ReadOptions(ocr="off", convert=False), WORKDAY_MINUTES)
    if not isinstance(work, NightWork):
        return Crew(carried(work), runner.failed, runner.limits, reading)
    own = work.choice.own
    reading = Reading(read_options(own), own.settings.check.workday_minutes or WORKDAY_MINUTES)
    return Crew(carried_with_rules(work), runner.failed, runner.limits, reading)


# the cluster


def _silence() -> None:
    """Dask tells on standard error what it meets; what matters of it is told by us, and in the language of the user."""
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


@contextlib.contextmanager
def _connected(address: str) -> Iterator[Any]:
    with contextlib.ExitStack() as stack:
        local = re.fullmatch(r"local:(\d+)", address)
        if local is not None:
            address = str(stack.enter_context(_local(int(local[1]))).scheduler_address)
        elif "://" not in address:
            raise ClusterError(
                f"Alamat penjadwal {address!r} tidak dikenal. Tulis tcp://NAMA:8786, tls://NAMA:8786, atau local:2."
            )
        try:
            client = _DASK.Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
        except Exception as error:
            raise ClusterError(
                f"Penjadwal Dask di {address!r} tidak dapat dihubungi ({type(error).__name__}). Periksa alamat, "
                "jaringan dan sertifikatnya, atau jalankan tanpa --cluster."
            ) from error
        stack.callback(_close, client)
        yield client


def _close(client: Any) -> None:
    with contextlib.suppress(Exception):
        client.close(timeout=CONNECT_SECONDS)


@contextlib.contextmanager
def _local(workers: int) -> Iterator[Any]:
    """Workers on this machine, that nobody else reaches."""
    if not 1 <= workers <= MAX_LOCAL:
        raise ClusterError(f"local:N memulai 1 sampai {MAX_LOCAL} pekerja, bukan {workers}.")
    with (
        dask.config.set(_FRUGAL),
        _DASK.LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
            worker_dashboard_address="127.0.0.1:0",
            silence_logs=logging.CRITICAL + 1,
        ) as found,
    ):
        yield found


# one use of it


@dataclass(slots=True)
class _Batch:
    """Tasks that travel together."""

    tasks: list[Task]
    bytes: int = 0
    future: Any = None
    """None: to be done here."""


class _Session:
    """One use of a cluster."""

    def __init__(self, runner: ClusterRunner, client: Any, crew: Crew) -> None:
        self._runner, self._client, self._crew = runner, client, crew
        self._by_path = runner.by == "path"
        self._left = False
        """No more of the cluster in this session."""
        self._here: Pool[Task, Answer] | None = None
        self._threads = 1

    def begin(self, first: Sequence[Task]) -> None:
        """Wait for a worker, see that all run this program, give them the rules, and ask what they see."""
        try:
            self._wait_for_a_worker()
        except _GoneError as error:
            self._leave(str(error))
            return
        self._check(self._client.run(program, self._crew.reading, on_error="return"))
        self._client.register_plugin(self._crew)
        self._look()
        if self._runner.by == "auto":
            self._by_path = self._all_see(first)

    def close(self) -> None:
        """Let go of the workers, here and there."""
        if self._here is not None:
            self._here.end()
        if not self._left:
            with contextlib.suppress(Exception):
                self._client.sync(
                    self._client._unregister_worker_plugin,  # noqa: SLF001 - the public one waits without end
                    name=self._crew.name,
                    callback_timeout=CONNECT_SECONDS,
                )

    def results(self, tasks: Iterable[Task]) -> Iterator[Answer]:
        """Give the answers, in the order of the tasks."""
        waiting: deque[_Batch] = deque()
        batches = _batches(self._carried(task) for task in tasks)
        following = next(batches, None)
        while following is not None or waiting:
            while following is not None and self._room(waiting):
                self._send(following)
                waiting.append(following)
                following = next(batches, None)
            yield from self._received(waiting.popleft())

    def _room(self, waiting: Sequence[_Batch]) -> bool:
        if not waiting:
            return True
        if self._left:
            return False
        return len(waiting) < AHEAD * self._threads + 1 and sum(one.bytes for one in waiting) < IN_FLIGHT_BYTES

    def _carried(self, task: Task) -> Task:
        """With the document, where workers do not see it; what cannot be read here is asked by path, and told so."""
        if self._by_path or self._left or not isinstance(task, Audit) or task.data is not None:
            return task
        with contextlib.suppress(ReadError, OSError):
            return replace(task, data=document_bytes(task.input.path, task.input.inside, self._crew.reading.options))
        return task

    def _send(self, batch: _Batch) -> None:
        if self._left or (not self._by_path and any(isinstance(task, Identify) for task in batch.tasks)):
            return
        plain = pickle.dumps(batch.tasks, pickle.HIGHEST_PROTOCOL)
        with dask.config.set({"distributed.admin.large-graph-warning-threshold": "4GiB"}):
            batch.future = self._client.submit(do_batch, self._crew.name, plain, pure=False, retries=2)

    def _received(self, batch: _Batch) -> Iterator[Answer]:
        answers = self._awaited(batch.future) if batch.future is not None and not self._left else None
        batch.future = None
        if answers is None:
            yield from self._done_here(batch.tasks)
            return
        for task, answer in zip(batch.tasks, answers, strict=True):
            yield from self._done_here([task]) if _unseen(task, answer) else [answer]

    def _awaited(self, future: Any) -> tuple[Answer, ...] | None:
        """The answers of a batch; None where the cluster could not do it."""
        try:
            told = pickle.loads(self._waited(future))  # noqa: S301 - Dask itself speaks in nothing else
        except _GoneError as error:
            self._leave(str(error))
            return None
        except (Exception, CancelledError) as error:  # noqa: BLE001 - whatever Dask meets costs no document
            if self._workers() == 0:
                self._leave(f"Hubungan dengan penjadwal Dask terputus ({type(error).__name__}).")
            else:
                self._runner.tell(
                    f"Sebagian pekerjaan gagal di klaster ({type(error).__name__}) dan dikerjakan di sini."
                )
            return None
        if isinstance(told, Refusal):
            self._check({told.worker: told.program})
        answers: tuple[Answer, ...] = told
        return answers

    def _waited(self, future: Any) -> bytes:
        """What it gives; while there is nobody to do it, only for a time."""
        alone: float | None = None
        while True:
            try:
                found: bytes = future.result(timeout=LOOK_SECONDS)
            except TimeoutError:
                if future.done():  # just now, or it failed so
                    return bytes(future.result())
            else:
                return found
            if self._look() > 0:
                alone = None
                continue
            if alone is None:
                alone = time.monotonic()
                self._runner.tell(f"Tidak ada pekerja Dask; ditunggu sampai {self._runner.patience:g} detik.")
            if time.monotonic() - alone > self._runner.patience:
                raise _GoneError("Semua pekerja Dask hilang.")

    def _wait_for_a_worker(self) -> None:
        until = time.monotonic() + self._runner.patience
        while self._look() == 0:
            if time.monotonic() > until:
                raise _GoneError("Penjadwal Dask tidak mempunyai pekerja.")
            time.sleep(0.1)

    def _look(self) -> int:
        """How many threads the workers have; the window is kept at those that there were last."""
        threads = self._workers()
        self._threads = threads or self._threads
        return threads

    def _workers(self) -> int:
        try:
            found = self._client.sync(self._client.scheduler.ncores, workers=None, callback_timeout=CONNECT_SECONDS)
        except (Exception, CancelledError):  # noqa: BLE001 - a scheduler that is gone has no workers
            return 0
        return sum(found.values())

    def _leave(self, why: str) -> None:
        self._left = True
        self._runner.tell(f"{why} Pekerjaan diteruskan di komputer ini saja.")

    def _done_here(self, tasks: Sequence[Task]) -> Iterator[Answer]:
        """The same work without the cluster; processes are not forked, since Dask's threads run in this one."""
        if self._here is None:
            jobs = default_jobs(PARALLEL_FROM)
            runner = self._runner
            self._here = Pool(self._crew.work, runner.failed, jobs=jobs, limits=runner.limits, lasting=True)
        yield from self._here.results(tasks)

    def _check(self, programs: dict[str, Any]) -> None:
        """
        See that workers run this program.

        Raises:
            ClusterError: One of them does not.
        """
        ours = self._crew.program
        for address, there in sorted(programs.items()):
            if isinstance(there, (OSError, CancelledError)) or there == ours:
                continue  # one that is lost meanwhile does not matter
            what = ours.difference(there) if isinstance(there, Program) else f"tanpa patuh ({type(there).__name__})"
            raise ClusterError(
                f"Pekerja Dask {address} memakai program lain: {what}. Pasang program yang sama di semua komputer, "
                "lalu ulangi; yang sudah diperiksa tetap tersimpan."
            )

    def _all_see(self, first: Sequence[Task]) -> bool:
        """Whether every worker sees what we see; where there is nothing to see, workers may be asked by path."""
        paths = (task.input.name for task in first if isinstance(task, Audit) and task.data is None)
        probe = next(((path, digest) for path in paths if (digest := seen(path))), None)
        if probe is None:
            return not any(isinstance(task, Identify) for task in first)
        return all(there == probe[1] for there in self._client.run(seen, probe[0], on_error="return").values())


def _unseen(task: Task, answer: Answer) -> bool:
    """Whether the worker may only not have seen the document."""
    if not isinstance(task, Audit) or task.data is not None or not isinstance(answer, Audited):
        return False
    return answer.problem is not None and answer.problem.code in _UNSEEN


def _batches(tasks: Iterable[Task]) -> Iterator[_Batch]:
    """Up to `BATCH` tasks each, fewer where they are large."""
    batch = _Batch([])
    for task in tasks:
        batch.tasks.append(task)
        batch.bytes += _weight(task)
        if len(batch.tasks) >= BATCH or batch.bytes >= BATCH_BYTES:
            yield batch
            batch = _Batch([])
    if batch.tasks:
        yield batch


def _weight(task: Task) -> int:
    """Bytes that travel with a task, beside its names."""
    if isinstance(task, Audit):
        return len(task.data or b"")
    if isinstance(task, Rejudge):
        return len(task.models) + sum(len(one.report) for one in task.earlier)
    return 0
