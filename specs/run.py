"""Run feature files: pytest in this process, nothing printed by it, and what came of each scenario."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from auditing.run import RuleChoice, tool
from schemas.spec import FeatureRun, ScenarioResult, SpecMistake, SpecRun, SpecSummary
from specs.bench import bench_for
from specs.claims import Claim
from specs.mistakes import mistakes
from specs.plugin import RESULT
from specs.reading import SUFFIX, FeatureError, read_feature
from specs.running import DESK

_QUIET = (
    "-p", "pytest_bdd.plugin", "-p", "specs.plugin", "-p", "no:cacheprovider", "-p", "no:terminal",
    "-p", "no:faulthandler", "--patuh-spec", "--noconftest", "--continue-on-collection-errors", "-W", "ignore",
    "--import-mode=importlib", "-c", os.devnull,
)  # fmt: skip


@dataclass(frozen=True)
class SpecRequest:
    """What is to be run."""

    files: tuple[Path, ...]
    """As the user named them, or as they were found in folders that the user named."""
    choice: RuleChoice
    as_of: str | None = None
    """Day of the audit where a scenario does not say; ISO."""
    jobs: int = 1
    options: tuple[str, ...] = ()
    """The options of the plugin that say the same as `choice`, for processes that cannot take it."""


@dataclass
class Listener:
    """Takes what the scenarios say, from this process or from others."""

    results: list[ScenarioResult] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    """What they claimed, of those that ran in this process."""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the result of a scenario."""
        told = getattr(report, RESULT, None)
        if told is not None:
            self.results.append(ScenarioResult.model_validate(told))

    def pytest_runtest_teardown(self, item: pytest.Item) -> None:
        """Keep the claims of a scenario."""
        desk = item.stash.get(DESK, None)
        if desk is not None:
            self.claims += desk.claims


def run_specs(request: SpecRequest, listener: Listener | None = None) -> SpecRun:
    """
    Run feature files.

    Returns:
        Each file with its scenarios, or with the mistakes for which it was not run; the same however many processes.
    """
    bench = bench_for(request.choice, request.as_of)
    wrong = {path: found for path in request.files if (found := mistakes(path, bench.pack))}
    listener = listener or Listener()
    _run([path for path in request.files if path not in wrong], request, listener)
    features = tuple(_feature(path, listener.results, wrong.get(path, ())) for path in sorted(request.files))
    return SpecRun(
        tool=tool(),
        rules=request.choice.selection(bench.pack).info,
        as_of=bench.as_of,
        features=features,
        summary=_summary(features),
    )


def _run(files: Sequence[Path], request: SpecRequest, listener: Listener) -> None:
    if not files:
        return
    paths = [str(path.absolute()) for path in files]
    root = os.path.commonpath([str(path.absolute().parent) for path in files])
    several = ("-p", "xdist", "-n", str(request.jobs), "--dist", "load") if request.jobs > 1 else ()
    with _alone(), contextlib.redirect_stdout(io.StringIO()):
        pytest.main([*_QUIET, "--rootdir", root, *several, *request.options, *paths], plugins=[listener])


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Without the plugins and options of whoever's pytest it is."""
    names = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": "", "PYTEST_PLUGINS": ""}
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(names)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _feature(path: Path, results: Iterable[ScenarioResult], wrong: tuple[SpecMistake, ...]) -> FeatureRun:
    place = str(path.absolute())
    mine = sorted((one for one in results if one.path == place), key=lambda one: (one.line, one.row))
    name, line = _name(path)
    scenarios = tuple(one.model_copy(update={"path": str(path)}) for one in mine)
    return FeatureRun(path=str(path), name=name, line=line, scenarios=scenarios, mistakes=wrong)


def _name(path: Path) -> tuple[str, int]:
    try:
        feature = read_feature(path)
    except (FeatureError, OSError):
        return "", 1
    return feature.name, feature.line


def _summary(features: Sequence[FeatureRun]) -> SpecSummary:
    ended = [one.ended for feature in features for one in feature.scenarios]
    return SpecSummary(
        features=len(features),
        scenarios=len(ended),
        passed=ended.count("passed"),
        failed=ended.count("failed"),
        errors=ended.count("error"),
        mistaken=sum(bool(feature.mistakes) for feature in features),
    )


def feature_files(paths: Iterable[Path]) -> list[Path]:
    """
    Return the feature files of paths: files as they are, folders with all below them, each once.

    Folders whose name begins with a dot are not looked into.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        for one in _below(path) if path.is_dir() else [path]:
            found.setdefault(one.absolute(), one)
    return list(found.values())


def _below(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(files) if name.endswith(SUFFIX))
