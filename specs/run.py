"""Run feature files, and tell what came of each scenario."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from auditing.limits import worker_limits
from auditing.run import RuleChoice, tool
from auditing.workers import default_jobs
from schemas.spec import FeatureRun, ScenarioResult, SpecMistake, SpecRun, SpecSummary
from specs.bench import bench_for
from specs.claims import Claim
from specs.desk import Desk
from specs.inside import Runner
from specs.judging import Bench
from specs.mistakes import mistakes
from specs.reading import SUFFIX, FeatureError, FeatureText, ScenarioText, read_feature

_SCENARIO = re.compile(rb"^\s*(?:Skenario|Scenario|Contoh|Example|\|)", re.MULTILINE)
_NOT_RUN = "Skenario ini tidak sampai dijalankan karena kesalahan di dalam patuh. Laporkan kepada pengelola patuh."


@dataclass(frozen=True)
class SpecRequest:
    """What is to be run."""

    files: tuple[Path, ...]
    """As the user named them, or as they were found in folders that the user named."""
    choice: RuleChoice
    as_of: str | None = None
    """Day of the audit where a scenario does not say; ISO."""
    jobs: int | None = None
    """None: one for a few scenarios, else one for each processor."""


def run_specs(request: SpecRequest, bench: Bench | None = None) -> SpecRun:
    """
    Run feature files.

    Args:
        request: What is to be run.
        bench: One made of the same request before; it is not changed by a run.

    Returns:
        Each file with its scenarios, or with the mistakes for which it was not run; the same however many processes.
    """
    bench = bench or bench_for(request.choice, request.as_of)
    wrong = _wrong(request.files, bench)
    runner = _run([path for path in request.files if path not in wrong], request, bench)
    features = tuple(_feature(path, runner, wrong.get(path, ())) for path in sorted(request.files))
    return SpecRun(
        tool=tool(),
        rules=request.choice.selection(bench.pack).info,
        as_of=bench.as_of,
        features=features,
        summary=_summary(features),
    )


def warm(bench: Bench) -> None:
    """Do once what every run needs, in the process from which runs are to be forked."""
    Desk(bench).judged()
    Runner([], bench).run()


def claims_of(request: SpecRequest) -> list[Claim]:
    """Run feature files in this process, and return all that their scenarios claimed of the rules as they are."""
    bench = bench_for(request.choice, request.as_of)
    wrong = _wrong(request.files, bench)
    return _run([path for path in request.files if path not in wrong], request, bench, keeps_claims=True).claims


def _wrong(files: Iterable[Path], bench: Bench) -> dict[Path, tuple[SpecMistake, ...]]:
    return {path: found for path in files if (found := mistakes(path, bench.pack))}


def _run(files: Sequence[Path], request: SpecRequest, bench: Bench, *, keeps_claims: bool = False) -> Runner:
    absolute = [_absolute(path) for path in files]
    jobs = request.jobs or default_jobs(_count(files))
    runner = Runner(absolute, bench, jobs, worker_limits(request.choice.own), keeps_claims)
    runner.run()
    return runner


def _count(files: Iterable[Path]) -> int:
    """About how many scenarios there are, as cheaply as that can be told."""
    return sum(1 for path in files for _ in _SCENARIO.finditer(path.read_bytes()))


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - Path.absolute() leaves `..` as it is


def _feature(path: Path, runner: Runner, wrong: tuple[SpecMistake, ...]) -> FeatureRun:
    place = _absolute(path)
    try:
        text = read_feature(path)
    except (FeatureError, OSError):
        return FeatureRun(path=str(path), name="", mistakes=wrong)
    results = {where[1:]: one for where, one in runner.results.items() if where[0] == str(place)}
    if not wrong:
        reason = runner.troubles.get(place, "")
        results = {**_untold(text, reason), **results}
    scenarios = tuple(results[where].model_copy(update={"path": str(path)}) for where in sorted(results))
    return FeatureRun(path=str(path), name=text.name, line=text.line, scenarios=scenarios, mistakes=wrong)


def _untold(feature: FeatureText, reason: str) -> dict[tuple[int, int], ScenarioResult]:
    """All scenarios of a file, as if none had been run: a run that ends early never looks like a success."""
    found = (_NOT_RUN, *filter(None, reason.splitlines()))
    return {
        (one.line, row): ScenarioResult(
            path=str(feature.path),
            feature=feature.name,
            name=one.name,
            line=one.line,
            row=row,
            tags=tuple(sorted({tag for tag, _ in one.tags})),
            ended="error",
            found=found,
        )
        for one in feature.scenarios
        for row in _rows(one)
    }


def _rows(scenario: ScenarioText) -> range:
    rows = sum(len(table.rows) for table in scenario.examples)
    return range(1, rows + 1) if rows else range(1)


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
            place = _absolute(one)
            found[place] = min(one, found.get(place, one))
    return list(found.values())


def _below(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(files) if name.endswith(SUFFIX))
