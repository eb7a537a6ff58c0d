"""
What a night over an archive costs: ``python -m benchmarks.archive``.

An archive is generated (`benchmarks.archive_documents`) and audited by `patuh nightly`, as processes from a cold start:
the first night, a day on which nothing changed, a night with 1 % changed, one rule changed. Processor seconds are those
of the main process and all its workers. Then the first night again with a quarter of the documents, for memory, and on
one and two workers of Dask on this machine. Prints one table: figure, target, met or not.

``--documents 300`` shows that everything runs; its figures are not to be quoted. ``--postgres URL`` (of an empty
database) keeps the nights there.
"""

from __future__ import annotations

import argparse
import collections
import filecmp
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from tabulate import tabulate

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # to be run from anywhere, installed or not

from benchmarks.archive_documents import AS_OF, FOUND_BY, Planted, change, write_archive  # noqa: E402
from benchmarks.processes import MB, Run, Table, timed  # noqa: E402
from engine.pack import cached_pack  # noqa: E402

DOCUMENTS: Final = 20_000
OFFICES: Final = 300
CHANGED: Final = 0.01
MAX_CHANGED_SHARE: Final = 0.03
MAX_CHANGED_MORE: Final = 5.0
"""Seconds of CPU beside that share of the first night."""
MAX_RULE_SHARE: Final = 0.25
MAX_BYTES_A_DOCUMENT: Final = 5_000
"""Of memory of the main process, from a quarter of the documents to all: paths and verdicts, but no documents."""
MIN_SPEED_UP: Final = 1.7
CHANGED_RULE: Final = "legal/missing"
SETTLED_SECONDS: Final = 3.0
"""A file that was written just now is looked at again the next night; wait until none is."""
ACCEPTED: Final = (0, 1, 4)
"""Exit codes of a night that took place."""


@dataclass(slots=True)
class _Bench:
    """One archive, its store and its nights."""

    archive: Path
    store: str
    jobs: int
    days: int = 0
    more: list[str] = field(default_factory=list)
    """Options of all nights from now on."""

    def night(self, *options: str, later: int = 1) -> Run:
        """Audit the archive *later* days after the last time."""
        self.days += later
        day = (AS_OF + timedelta(days=self.days - 1)).isoformat()
        given = ["--store", self.store, "--as-of", day, "--jobs", str(self.jobs), *self.more, *options]
        command = [sys.executable, "-m", "cli", "nightly", str(self.archive), *given]
        return timed(command, accepted=ACCEPTED)


def main() -> None:
    """Measure everything and print the table."""
    arguments = _arguments()
    table = Table()
    with tempfile.TemporaryDirectory(prefix="patuh-benchmark-") as name:
        folder = Path(name)
        planted = _generated(table, folder / "all", arguments.documents)
        store = arguments.postgres or str(folder / "all.db")
        bench = _Bench(folder / "all", store, arguments.jobs, more=_settings(folder, {}))
        first = _first(table, bench, planted, folder)
        _memory(table, folder, arguments, first)
        _following(table, bench, planted, first)
        if not arguments.no_cluster:
            _cluster(table, folder, max(arguments.documents // 4, 300))
    print(
        tabulate(table.rows, headers=("figure", "measured", "target", "met"), tablefmt="github", disable_numparse=True)
    )


def _generated(table: Table, folder: Path, documents: int) -> Planted:
    began = time.perf_counter()
    planted = write_archive(folder, documents, OFFICES)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    what = f"{size / MB:.0f} MB in {time.perf_counter() - began:.0f} s"
    table.add(f"archive of {documents} documents, {len(planted.offices)} offices", what)
    time.sleep(SETTLED_SECONDS)
    return planted


def _settings(folder: Path, rules: dict[str, str]) -> list[str]:
    """Settings with these severities of rules, as options."""
    path = folder / f"patuh-{len(rules)}.toml"
    path.write_text("".join(f'[rules."{rule}"]\nseverity = "{severity}"\n' for rule, severity in rules.items()))
    return ["--config", str(path)]


def _first(table: Table, bench: _Bench, planted: Planted, folder: Path) -> Run:
    report = folder / "first.json"
    first = bench.night("--output", str(report))
    speed = planted.documents / first.seconds
    table.add(
        f"first night, {bench.jobs} processes",
        f"{first.cpu_seconds:.1f} s of CPU, {first.seconds:.1f} s, {speed:.0f} documents/s",
    )
    table.add("  CPU a document", f"{first.cpu_seconds / planted.documents * 1000:.1f} ms")
    found, expected = _several(report), _expected(planted)
    table.add(
        "findings of rules over several documents",
        f"{sum(found.values())}",
        f"{sum(expected.values())}, those planted",
        met=found == expected,
    )
    size = _store_bytes(bench.store)
    table.add("store after it", f"{size / MB:.0f} MB, {size / planted.documents / 1000:.1f} kB a document")
    return first


def _several(report: Path) -> collections.Counter[str]:
    """Findings of the rules over several documents, by rule."""
    documents = json.loads(report.read_text(encoding="utf-8"))["documents"]
    rules = set(FOUND_BY.values())
    return collections.Counter(
        finding["rule"] for document in documents for finding in document["findings"] if finding["rule"] in rules
    )


def _expected(planted: Planted) -> collections.Counter[str]:
    known = {rule.name for rule in cached_pack(ROOT / "rules").rules}
    return collections.Counter(FOUND_BY[plant] for plant in planted.paths if FOUND_BY[plant] in known)


def _store_bytes(store: str) -> int:
    if "://" not in store:
        return sum(path.stat().st_size for path in Path(store).parent.glob(Path(store).name + "*"))
    import sqlalchemy  # noqa: PLC0415 - only for a database server

    url = sqlalchemy.make_url(store).set(drivername="postgresql+psycopg")
    engine = sqlalchemy.create_engine(url)
    with engine.connect() as connection:
        return int(connection.execute(sqlalchemy.text("SELECT pg_database_size(current_database())")).scalar_one())


def _memory(table: Table, folder: Path, arguments: argparse.Namespace, first: Run) -> None:
    few = max(arguments.documents // 4, 150)
    write_archive(folder / "few", few, OFFICES)
    run = _Bench(folder / "few", str(folder / "few.db"), arguments.jobs, more=_settings(folder, {})).night()
    grown = (first.parent_mb - run.parent_mb) * MB / (arguments.documents - few)
    table.add(
        f"memory of the main process, {few} -> {arguments.documents} documents",
        f"{run.parent_mb:.0f} -> {first.parent_mb:.0f} MB, {max(grown, 0) / 1000:.1f} kB a document",
        f"<= {MAX_BYTES_A_DOCUMENT / 1000:.0f} kB a document",
        met=grown <= MAX_BYTES_A_DOCUMENT,
    )
    table.add("memory of a worker", f"{run.worker_mb:.0f} -> {first.worker_mb:.0f} MB")


def _following(table: Table, bench: _Bench, planted: Planted, first: Run) -> None:
    same = bench.night()
    table.add("the next night, nothing changed", f"{same.cpu_seconds:.1f} s of CPU, {same.seconds:.1f} s")
    spare = {path for paths in planted.paths.values() for path in paths}
    done = change(bench.archive, CHANGED, spare=spare)
    time.sleep(SETTLED_SECONDS)
    second = bench.night()
    count = len(done.edited) + len(done.added) + len(done.removed) + len(done.renamed)
    most = MAX_CHANGED_SHARE * first.cpu_seconds + MAX_CHANGED_MORE
    table.add(
        f"second night, {count} documents changed",
        f"{second.cpu_seconds:.1f} s of CPU, {second.seconds:.1f} s",
        f"<= {MAX_CHANGED_SHARE:.0%} of the first + {MAX_CHANGED_MORE:g} s = {most:.1f} s",
        met=second.cpu_seconds <= most,
    )
    bench.more = _settings(bench.archive.parent, {CHANGED_RULE: "minor"})
    ruled = bench.night(later=0)
    share = ruled.cpu_seconds / first.cpu_seconds
    table.add(
        "one rule changed",
        f"{ruled.cpu_seconds:.1f} s of CPU, {ruled.seconds:.1f} s, {share:.1%} of the first",
        f"<= {MAX_RULE_SHARE:.0%}",
        met=share <= MAX_RULE_SHARE,
    )
    size = _store_bytes(bench.store)
    table.add(f"store after {bench.days + 1} nights", f"{size / MB:.0f} MB")


def _cluster(table: Table, folder: Path, documents: int) -> None:
    """The first night by two processes, by one Dask worker and by two."""
    write_archive(folder / "shared", documents, OFFICES)
    runs: dict[str, Run] = {}
    options: dict[str, Sequence[str]] = {
        "2 processes": ("--jobs", "2"),
        "1 Dask worker": ("--cluster", "local:1"),
        "2 Dask workers": ("--cluster", "local:2"),
    }
    for name, given in options.items():
        bench = _Bench(folder / "shared", str(folder / f"{name}.db"), 2, more=_settings(folder, {}))
        runs[name] = bench.night(*given, "--output", str(folder / f"{name}.json"))
        table.add(
            f"first night of {documents}, {name}", f"{runs[name].seconds:.1f} s, {runs[name].cpu_seconds:.1f} s of CPU"
        )
    gain = runs["1 Dask worker"].seconds / runs["2 Dask workers"].seconds
    table.add("two Dask workers against one", f"{gain:.2f} x", f">= {MIN_SPEED_UP} x", met=gain >= MIN_SPEED_UP)
    table.add(
        "two Dask workers against two processes",
        f"{runs['2 processes'].seconds / runs['2 Dask workers'].seconds:.2f} x",
    )
    same = filecmp.cmp(folder / "2 processes.json", folder / "2 Dask workers.json", shallow=False)
    table.add("  their reports", "same bytes" if same else "DIFFERENT", "same bytes", met=same)


def _arguments() -> Any:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--postgres", metavar="URL", help="keep the nights in this empty database")
    parser.add_argument("--no-cluster", action="store_true", help="without Dask")
    return parser.parse_args()


if __name__ == "__main__":
    main()
