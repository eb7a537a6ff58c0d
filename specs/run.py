"""Run feature files, and tell what came of each scenario."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from auditing.files import shown
from auditing.limits import worker_limits
from auditing.run import RuleChoice, tool
from auditing.workers import default_jobs
from engine.errors import PatuhError
from schemas.spec import FeatureRun, ScenarioResult, SpecMistake, SpecRun, SpecSummary
from specs.bench import bench_for
from specs.claims import Claim
from specs.desk import Desk
from specs.inside import Runner
from specs.judging import Bench
from specs.mistakes import mistakes
from specs.picking import Picking, Place
from specs.reading import FeatureError, FeatureText, ScenarioText, read_feature

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
    picking: Picking = field(default_factory=Picking)
    """Which scenarios are run."""
    refused: tuple[SpecMistake, ...] = ()
    """What was named beside the files, and why it is not run."""


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
    asked = _asked(request)
    files = [path for path in request.files if asked is None or asked[path] != frozenset()]
    wrong = _wrong(files, bench)
    runner = _run([path for path in files if path not in wrong], request, bench, asked)
    told = [_feature(path, runner, wrong.get(path, ()), (asked or {}).get(path)) for path in files]
    features = tuple(sorted([*told, *_refused(request.refused)], key=lambda one: one.path.split("/")))
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


class NotHeldError(PatuhError):
    """Not all scenarios hold, so that what they claim proves nothing: a false claim seems to notice every change."""


def claims_of(request: SpecRequest) -> list[Claim]:
    """
    Run feature files in this process, and return all that their scenarios claimed of the rules as they are.

    Raises:
        NotHeldError: Some scenario does not hold, or cannot be run.
    """
    bench = bench_for(request.choice, request.as_of)
    wrong = _wrong(request.files, bench)
    runner = _run([path for path in request.files if path not in wrong], request, bench, None, keeps_claims=True)
    unheld = [one for one in runner.results.values() if one.ended != "passed"]
    if wrong or unheld or runner.troubles:
        count = f"{len(unheld)} skenario tidak terpenuhi, {len(wrong) + len(runner.troubles)} berkas keliru"
        raise NotHeldError(
            f"{count}. Hanya spesifikasi yang terpenuhi yang membuktikan sesuatu; lihat dahulu dengan patuh spec."
        )
    return runner.claims


def _wrong(files: Iterable[Path], bench: Bench) -> dict[Path, tuple[SpecMistake, ...]]:
    return {path: found for path in files if (found := mistakes(path, bench.pack))}


def _asked(request: SpecRequest) -> dict[Path, frozenset[Place] | None] | None:
    """Which scenarios of each file are asked for, where not all are; None for a file that cannot be read."""
    return {path: _places(path, request.picking) for path in request.files} if request.picking else None


def _places(path: Path, picking: Picking) -> frozenset[Place] | None:
    try:
        return picking.places(read_feature(path))
    except (FeatureError, OSError):
        return None


def _refused(refused: Iterable[SpecMistake]) -> Iterator[FeatureRun]:
    for one in refused:
        yield FeatureRun(path=one.path, name="", mistakes=(one,))


def _run(
    files: Sequence[Path],
    request: SpecRequest,
    bench: Bench,
    asked: Mapping[Path, Collection[Place] | None] | None,
    *,
    keeps_claims: bool = False,
) -> Runner:
    absolute = [_absolute(path) for path in files]
    jobs = request.jobs or default_jobs(_count(files))
    runner = Runner(absolute, bench, jobs, worker_limits(request.choice.own), keeps_claims)
    if asked is not None:
        runner.asked = {shown(_absolute(path)): places or () for path, places in asked.items()}
    runner.run()
    return runner


def _count(files: Iterable[Path]) -> int:
    """About how many scenarios there are, as cheaply as that can be told."""
    return sum(1 for path in files for _ in _SCENARIO.finditer(path.read_bytes()))


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - Path.absolute() leaves `..` as it is


def _feature(path: Path, runner: Runner, wrong: tuple[SpecMistake, ...], asked: Collection[Place] | None) -> FeatureRun:
    place, name = _absolute(path), shown(path)
    try:
        text = read_feature(path)
    except (FeatureError, OSError):
        return FeatureRun(path=name, name="", mistakes=wrong)
    results = {where[1:]: one for where, one in runner.results.items() if where[0] == shown(place)}
    if not wrong:
        reason = runner.troubles.get(place, "")
        results = {**_untold(text, reason), **results}
    results = {where: one for where, one in results.items() if asked is None or where in asked}
    scenarios = tuple(results[where].model_copy(update={"path": name}) for where in sorted(results))
    return FeatureRun(path=name, name=text.name, line=text.line, scenarios=scenarios, mistakes=wrong)


def _untold(feature: FeatureText, reason: str) -> dict[tuple[int, int], ScenarioResult]:
    """All scenarios of a file, as if none had been run: a run that ends early never looks like a success."""
    found = (_NOT_RUN, *filter(None, reason.splitlines()))
    return {
        (one.line, row): ScenarioResult(
            path=shown(feature.path),
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
