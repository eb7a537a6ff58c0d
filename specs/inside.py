"""
pytest in this process: nothing of the user's pytest has a part in it, and nothing is printed or written.

A scenario runs in a worker process (`auditing.workers`), forked once all scenarios are collected: one that loops, takes
too much memory or brings the rule engine down costs that scenario and no other. Where processes cannot be forked, all
scenarios run in this one.
"""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from auditing.files import shown
from auditing.workers import Failure, Limits, Pool, Reply, can_fork
from schemas.spec import ScenarioResult
from specs.bench import BENCH
from specs.claims import Claim, MistakeError
from specs.judging import Bench, Terms
from specs.running import DESK, LOOKED_THROUGH, RESULT, feature_file, result_of, row_of, template_of

_QUIET = (
    "-p", "pytest_bdd.plugin", "-p", "no:cacheprovider", "-p", "no:terminal", "-p", "no:faulthandler",
    "-p", "no:logging", "-p", "no:threadexception", "-p", "no:unraisableexception", "--capture=sys",
    "--noconftest", "--continue-on-collection-errors", "-W", "ignore", "--import-mode=importlib", "-c", os.devnull,
)  # fmt: skip
_CAUSES: Mapping[str, str] = {
    "timeout": "Skenario ini dihentikan karena belum selesai setelah {detail} detik.",
    "memory": "Skenario ini dihentikan karena memerlukan terlalu banyak memori.",
    "died": "Proses yang menjalankan skenario ini mati ({detail}).",
    "internal": "Kesalahan di dalam patuh ({detail}), bukan pada skenario. Laporkan kepada pengelola patuh.",
}
Place = tuple[str, int, int]
"""Path of the file, line of the scenario, row of its examples."""


@dataclass
class Runner:
    """Collects these files, runs their scenarios and keeps what came of them."""

    files: Sequence[Path]
    """Absolute."""
    bench: Bench
    jobs: int = 1
    """How many workers."""
    limits: Limits = field(default_factory=Limits)
    keeps_claims: bool = False
    """Run in this process, and keep what the scenarios claimed."""
    asked: Mapping[str, Collection[tuple[int, int]]] | None = None
    """Path of a file -> line and row of those of its scenarios that are run; None: all."""
    results: dict[Place, ScenarioResult] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    troubles: dict[Path, str] = field(default_factory=dict)
    """File -> why its scenarios could not be collected."""
    _collected: Path = field(default_factory=Path)
    """The file that is being collected."""
    _stopped: BaseException | None = None

    def run(self) -> None:
        """
        Run them.

        Raises:
            KeyboardInterrupt: The user had enough; likewise what else ends the program.
        """
        root = os.path.commonpath([path.parent for path in self.files]) if self.files else os.curdir
        with _alone(), contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            pytest.main([*_QUIET, "--rootdir", root], plugins=[self])
        if self._stopped is not None:
            raise self._stopped

    def pytest_configure(self, config: pytest.Config) -> None:
        """Put our bench where the steps look for it."""
        config.stash[BENCH] = self.bench
        config.stash[LOOKED_THROUGH] = True

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self, session: pytest.Session) -> bool:
        """Collect the files as they are: on a command line of pytest some of their names would mean something else."""
        session.items = []
        for path in self.files:
            self._collected = path
            session.items += filter(self._is_asked, session.genitems(feature_file(path, session)))
        session.testscollected = len(session.items)
        return True

    def _is_asked(self, item: pytest.Item) -> bool:
        template = template_of(item)
        if self.asked is None or template is None:
            return True
        return (template.line_number, row_of(item)) in self.asked.get(shown(item.path), ())

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep why a file could not be collected."""
        if report.failed:
            told = report.longrepr if isinstance(report.longrepr, str) else ""
            self.troubles[self._collected] = told

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool | None:
        """Run the scenarios in workers; None: pytest does, in this process."""
        if self.keeps_claims or not can_fork():
            return None
        items = session.items
        if items:
            self.bench.judges(Terms())  # what most scenarios need, before there are workers that share it
        pool: Pool[int, ScenarioResult | None] = Pool(
            self._work(items), self._failed(items), jobs=self.jobs, limits=self.limits
        )
        with contextlib.closing(pool.results(range(len(items)))) as results:
            for result in results:
                self._keep(result)
        return True

    def _work(self, items: Sequence[pytest.Item]) -> Callable[[int], Reply[ScenarioResult | None]]:
        """What a worker does: the scenario of a number."""

        def work(number: int) -> Reply[ScenarioResult | None]:
            self.results.clear()
            items[number].config.hook.pytest_runtest_protocol(item=items[number], nextitem=None)
            return Reply(next(iter(self.results.values()), None))

        return work

    def _failed(self, items: Sequence[pytest.Item]) -> Callable[[int, Failure], ScenarioResult | None]:
        """What is told of the scenario of a number whose worker failed."""

        def failed(number: int, failure: Failure) -> ScenarioResult | None:
            template = template_of(items[number])
            error = MistakeError(_CAUSES[failure.cause].format(detail=failure.detail))
            return result_of(items[number], template, error) if template else None

        return failed

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the result of a scenario."""
        told = getattr(report, RESULT, None)
        self._keep(ScenarioResult.model_validate(told) if told is not None else None)

    def _keep(self, result: ScenarioResult | None) -> None:
        if result is not None:
            self.results[result.path, result.line, result.row] = result

    def pytest_runtest_teardown(self, item: pytest.Item) -> None:
        """Keep the claims of a scenario, where they are asked for; else let go of its documents."""
        desk = item.stash.get(DESK, None)
        if desk is not None:
            del item.stash[DESK]
            if self.keeps_claims:
                self.claims += desk.claims

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """Keep what is to end the program: pytest would only tell that it ended."""
        if isinstance(excinfo.value, KeyboardInterrupt):
            self._stopped = excinfo.value

    @pytest.hookimpl(tryfirst=True)
    def pytest_internalerror(self, excinfo: pytest.ExceptionInfo[BaseException]) -> bool:
        """The same; a mistake of ours leaves scenarios without result, which is told."""
        if not isinstance(excinfo.value, Exception):
            self._stopped = excinfo.value
        return True


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Without the plugins and options of whoever's pytest it is."""
    before = {name: value for name, value in os.environ.items() if name.startswith("PYTEST_")}
    for name in before:
        del os.environ[name]
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    try:
        yield
    finally:
        for name in [name for name in os.environ if name.startswith("PYTEST_")]:
            del os.environ[name]
        os.environ.update(before)
