"""
How fast and how lean reports of many pages are written and opened: ``python benchmarks/reports.py``.

One invented report of 10,000 documents and 100,000 findings is written in each format, by a process of its own. The
floor is the same report read and written again as JSON lines, which every format has to pay for. Then the page is
opened in Chromium, where it is installed.

``--quick`` uses a twentieth of the documents, to see that everything runs; its figures are not to be quoted.
"""

from __future__ import annotations

import argparse
import importlib.util
import pickle
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import cycle, islice
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter
from tabulate import tabulate

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # to be run from anywhere, installed or not

from auditing.view import View  # noqa: E402
from benchmarks.processes import MB, timed  # noqa: E402
from reports.book import Book  # noqa: E402
from reports.formats import FORMATS, Format  # noqa: E402
from reports.json import JsonReport  # noqa: E402
from reports.tally import Tally, figures  # noqa: E402
from schemas.entry import Entry  # noqa: E402
from tests.books import book_of, entries_of  # noqa: E402

DOCUMENTS: Final = 10_000
FINDINGS: Final = 10
"""Of each document."""
OFFICES: Final = 60
MAX_MB: Final = 500
MAX_OPEN_SECONDS: Final = 3.0
FLOOR: Final = "floor"
_SKIPPED: Final = ("table", "pdf", "docx")
"""The table is for a terminal; the others are not made for 10,000 documents."""

_ENTRY: TypeAdapter[Entry] = TypeAdapter(Entry)


@dataclass(frozen=True, slots=True)
class Spooled:
    """The invented report on disk, as the audit leaves it."""

    path: Path
    tally: Tally

    def entries(self) -> Iterator[Entry]:
        """Read it once more."""
        with self.path.open("rb") as lines:
            for line in lines:
                yield _ENTRY.validate_json(line)

    def book(self) -> Book:
        """What writers get."""
        book = book_of([])
        letters = [band.letter for band in book.canon.grading.bands]
        return replace(book, summary=self.tally.summary(letters), unknown=self.tally.unknown, entries=self.entries)


def main() -> None:
    """Measure everything and print the table."""
    arguments = _arguments()
    if arguments.write:
        _write(arguments.write, Path(arguments.spool), Path(arguments.output))
        return
    with tempfile.TemporaryDirectory(prefix="patuh-benchmark-") as name:
        folder = Path(name)
        made = make_report(folder / "spool", DOCUMENTS // (20 if arguments.quick else 1))
        print(f"{made.tally.documents:,} documents, {sum(made.tally.findings):,} findings", file=sys.stderr)
        rows = [_measured(one, folder) for one in (FLOOR, *_formats())]
        headers = ("format", "seconds", "times the floor", "MB written", "MB of memory", f"under {MAX_MB} MB")
        print(tabulate(_compared(rows), headers=headers, tablefmt="github", disable_numparse=True))
        if (folder / "html").exists():
            print()
            print(tabulate(_opened(folder / "html"), headers=("page", "seconds", "target", "met"), tablefmt="github"))


def make_report(path: Path, documents: int) -> Spooled:
    """Write *documents* documents of `FINDINGS` findings each: the fixtures, told of many offices."""
    names = [f"sop/{one.name}" for one in sorted((ROOT / "fixtures/sop").iterdir())]
    known = [entry for entry in entries_of(*names, view=View(words=True)) if entry.report.verdict]
    pool = [finding for entry in known for finding in entry.report.findings]
    tally, findings = Tally(), cycle(pool)
    with path.open("wb") as stream:
        for number, entry in zip(range(documents), cycle(known), strict=False):
            own = tuple(
                replace(finding, fingerprint=f"{number * FINDINGS + at:016x}")
                for at, finding in enumerate(islice(findings, FINDINGS))
            )
            office = f"KECAMATAN {number % OFFICES + 1}"
            update = {"path": f"arsip/{office}/{number:05}.txt", "unit": office, "findings": own, "levers": ()}
            report = entry.report.model_copy(update=update)
            tally.add([figures(report)])
            stream.write(_ENTRY.dump_json(replace(entry, report=report), by_alias=True) + b"\n")
    made = Spooled(path, tally)
    path.with_suffix(".pickle").write_bytes(pickle.dumps(made))
    return made


def _formats() -> list[str]:
    """Those that exist, and are made for reports of this size."""
    return [name for name, form in FORMATS.items() if name not in _SKIPPED and _exists(form)]


def _exists(form: Format) -> bool:
    if form.module is None:
        return True
    parent = form.module.rpartition(".")[0]
    return importlib.util.find_spec(parent) is not None and importlib.util.find_spec(form.module) is not None


def _measured(name: str, folder: Path) -> tuple[str, float, float, float]:
    output = folder / name
    command = [sys.executable, __file__, "--write", name, "--spool", str(folder / "spool"), "--output", str(output)]
    run = timed(command, accepted=(0,))
    print(f"... {name}: {run.seconds:.1f} s", file=sys.stderr)
    return name, run.seconds, output.stat().st_size / MB, run.parent_mb


def _compared(rows: list[tuple[str, float, float, float]]) -> list[tuple[str, ...]]:
    floor = rows[0][1]
    return [
        (name, f"{seconds:.1f}", f"{seconds / floor:.1f}", f"{size:.1f}", f"{memory:.0f}", _yes(memory < MAX_MB))
        for name, seconds, size, memory in rows
    ]


def _yes(met: bool) -> str:  # noqa: FBT001 - the only thing it is about
    return "yes" if met else "NO"


def _write(name: str, spool: Path, output: Path) -> None:
    made: Spooled = pickle.loads(spool.with_suffix(".pickle").read_bytes())
    with output.open("w+b") as stream:
        if name == FLOOR:
            for entry in made.entries():
                stream.write(_ENTRY.dump_json(entry, by_alias=True) + b"\n")
        elif FORMATS[name].module is None:
            book = made.book()
            printer = JsonReport(book.tool, book.rules, book.as_of)
            stream.write(printer.head())
            for at, entry in enumerate(book.entries()):
                stream.write(printer.joined([printer.document(entry.report)], first=not at))
            stream.write(printer.tail(book.summary, book.unknown))
        else:
            FORMATS[name].writer()(made.book(), stream)


def _opened(page: Path) -> list[tuple[str, str, str, str]]:
    """How long Chromium takes: until the page is loaded, until it has drawn it, and for the first document."""
    from tests.browser import chromium, seconds_to_open  # noqa: PLC0415 - the browser may not be installed

    html = page.rename(page.with_suffix(".html"))
    with chromium() as browser:
        loaded, shown = seconds_to_open(browser, html)
    return [
        ("loaded and drawn", f"{loaded:.2f}", f"{MAX_OPEN_SECONDS:g}", _yes(loaded < MAX_OPEN_SECONDS)),
        ("first document shown on demand", f"{shown:.2f}", "", ""),
    ]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a twentieth of the documents")
    parser.add_argument("--write", help=argparse.SUPPRESS)
    parser.add_argument("--spool", help=argparse.SUPPRESS)
    parser.add_argument("--output", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
