"""
How fast and how lean the audit is: ``python benchmarks/audit.py``.

Wall-clock figures of shared machines are not stable, so what can be compared with a peer or with another figure of the
same run is. Prints one table: figure, target, met or not.

``--quick`` uses a tenth of the documents, to see that everything runs; its figures are not to be quoted.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from tabulate import tabulate

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # to be run from anywhere, installed or not

from benchmarks.processes import Run, Table, best, cache, patuh, timed  # noqa: E402
from extraction.sop import extract  # noqa: E402
from readers.text import read_text  # noqa: E402
from reports.extract import extracted  # noqa: E402

SMALL: Final = 1_000
LARGE: Final = 10_000
"""Documents of the two runs that are compared."""
STRUCTURED: Final = 500
"""Documents that Spectral and patuh both get."""
SPECTRAL: Final = "@stoplight/spectral-cli@6"
SPECTRAL_RULES: Final = 40

MIN_PER_SECOND: Final = 250
MIN_SPEED_UP: Final = 1.8
MAX_GROWTH: Final = 1.15
MAX_MEMORY_GROWTH: Final = 1.10
MAX_VERSION_SECONDS: Final = 0.15
MAX_ONE_SECONDS: Final = 0.5

_NIP = re.compile(r"(?<!\d)((?:\d{8}) ?(?:\d{6}) ?(?:\d) ?)(\d{3})(?!\d)")
_UNIT = re.compile(r"\b(?:kecamatan|dinas|badan|kelurahan) ([a-z]{4,})", re.IGNORECASE)
_NOT_SOPS: Final = ("performance-", "unknown-")
_NAMES: Final = (
    "Sekar", "Giri", "Tirta", "Wana", "Bumi", "Arga", "Rimba", "Candra", "Purna", "Surya", "Kencana", "Melati",
)  # fmt: skip


def main() -> None:
    """Measure everything and print the table."""
    arguments = _arguments()
    shrink = 10 if arguments.quick else 1
    table = Table()
    with tempfile.TemporaryDirectory(prefix="patuh-benchmark-") as name:
        folder = Path(name)
        make_documents(folder / "large", LARGE // shrink)
        make_documents(folder / "small", SMALL // shrink)
        make_documents(folder / "peer", STRUCTURED // shrink)
        cold_start(table, next((folder / "small").iterdir()))
        volume(table, folder, SMALL // shrink, LARGE // shrink)
        peer(table, folder / "peer", STRUCTURED // shrink, wanted=not arguments.no_spectral)
    print(
        tabulate(table.rows, headers=("figure", "measured", "target", "met"), tablefmt="github", disable_numparse=True)
    )


def make_documents(folder: Path, count: int) -> None:
    """Write *count* SOPs into *folder*: the fixtures, with other offices and employee numbers in each."""
    folder.mkdir()
    texts = list(_fixtures())
    for number in range(count):
        name, text = texts[number % len(texts)]
        path = folder / f"{number:05}-{name}"
        path.write_text(_varied(text, number), encoding="utf-8", newline="")


def _fixtures() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "fixtures" / "sop").iterdir()):
        if path.name.startswith(_NOT_SOPS):
            continue
        try:
            yield path.name, path.read_bytes().decode()
        except UnicodeDecodeError:
            continue  # the fixtures in other encodings; their text stands in others too


def _varied(text: str, number: int) -> str:
    """Another office and other employee numbers, the same ones at every place, so that findings stay what they are."""
    text = _NIP.sub(lambda match: f"{match[1]}{(int(match[2]) + number) % 1000:03}", text)
    unit = _UNIT.search(text)
    if unit is None:
        return text
    name = f"{_NAMES[number % len(_NAMES)]}{_NAMES[number // len(_NAMES) % len(_NAMES)].lower()}"
    return re.sub(rf"\b{unit[1]}\b", lambda match: _cased(name, match[0]), text, flags=re.IGNORECASE)


def _cased(name: str, like: str) -> str:
    return name.upper() if like.isupper() else name.lower() if like.islower() else name


def cold_start(table: Table, document: Path) -> None:
    """How long a user waits for the first word."""
    version = best(lambda: patuh("--version"), times=7)
    table.add(
        "patuh --version, cold start",
        f"{version.seconds:.3f} s",
        f"< {MAX_VERSION_SECONDS} s",
        met=version.seconds < MAX_VERSION_SECONDS,
    )
    one = best(lambda: patuh("check", str(document), "--fail-on", "never"), times=7)
    table.add(
        "patuh check of one SOP, cold start",
        f"{one.seconds:.3f} s",
        f"< {MAX_ONE_SECONDS} s",
        met=one.seconds < MAX_ONE_SECONDS,
    )


def volume(table: Table, folder: Path, small: int, large: int) -> None:
    """Speed, memory and growth of cost over many documents."""
    few = best(lambda: audit(folder / "small", jobs=1), times=3)
    many = audit(folder / "large", jobs=1)
    speed = large / many.seconds
    table.add(
        f"documents/s, 1 process, {large} documents",
        f"{speed:.0f}",
        f">= {MIN_PER_SECOND}",
        met=speed >= MIN_PER_SECOND,
    )
    two = audit(folder / "large", jobs=2)
    gain = many.seconds / two.seconds
    table.add(f"documents/s, 2 processes, {large} documents", f"{large / two.seconds:.0f}")
    table.add("speed-up of 2 processes", f"{gain:.2f} x", f">= {MIN_SPEED_UP} x", met=gain >= MIN_SPEED_UP)
    growth = many.cpu_seconds / (few.cpu_seconds * large / small)
    table.add(
        f"CPU time of {large} documents / {large // small} x {small}",
        f"{growth:.2f} ({many.cpu_seconds:.1f} s / {large // small} x {few.cpu_seconds:.2f} s)",
        f"<= {MAX_GROWTH}",
        met=growth <= MAX_GROWTH,
    )
    for who, before, after in (
        ("main process", few.parent_mb, many.parent_mb),
        ("worker", few.worker_mb, many.worker_mb),
    ):
        table.add(
            f"memory of the {who}, {small} -> {large} documents",
            f"{before:.0f} -> {after:.0f} MB",
            f"<= {MAX_MEMORY_GROWTH} x",
            met=after <= before * MAX_MEMORY_GROWTH,
        )


def peer(table: Table, folder: Path, count: int, *, wanted: bool) -> None:
    """The same number of documents for Spectral, which gets them structured already; cold start included."""
    ours = best(lambda: audit(folder, jobs=None), times=3)
    alone = best(lambda: audit(folder, jobs=1), times=3)
    table.add(f"patuh check, {count} text SOPs, 1 process", f"{alone.seconds:.2f} s")
    what = f"patuh check, {count} text SOPs, default processes"
    npm = shutil.which("npm")
    if not wanted or npm is None:
        table.add(what, f"{ours.seconds:.2f} s")
        table.add("Spectral", "skipped: " + ("--no-spectral" if npm else "no npm here"))
        return
    try:
        theirs = _spectral(npm, folder, folder.parent / "structured")
    except SpectralError as error:
        table.add(what, f"{ours.seconds:.2f} s")
        table.add("Spectral", f"skipped: {error}")
        return
    table.add(f"Spectral, {SPECTRAL_RULES} rules, {count} structured SOPs", f"{theirs.seconds:.2f} s")
    met = ours.seconds <= theirs.seconds
    table.add(what, f"{ours.seconds:.2f} s", f"<= {theirs.seconds:.2f} s (Spectral)", met=met)


class SpectralError(Exception):
    """Spectral could not be installed or run."""


def _spectral(npm: str, folder: Path, structured: Path) -> Run:
    home = cache() / "spectral"
    home.mkdir(parents=True, exist_ok=True)
    program = home / "node_modules" / ".bin" / "spectral"
    if not program.exists():
        done = subprocess.run(
            [npm, "install", "--no-audit", "--no-fund", "--prefix", str(home), SPECTRAL],
            capture_output=True, check=False, text=True,
        )  # fmt: skip
        if done.returncode:
            raise SpectralError(f"npm install failed: {done.stderr.strip().splitlines()[-1:]}")
    structured.mkdir()
    for path in sorted(folder.iterdir()):
        (structured / f"{path.stem}.json").write_text(json.dumps(_structure(path), ensure_ascii=False))
    ruleset = structured.parent / "ruleset.json"
    ruleset.write_text(json.dumps(_ruleset()))
    report = structured.parent / "spectral.json"
    command = [str(program), "lint", "--quiet", "-r", str(ruleset), "-f", "json", "-o", str(report)]
    run = best(lambda: timed([*command, f"{structured}/*.json"], accepted=(0, 1)), times=3)
    if not json.loads(report.read_text()):
        raise SpectralError("it found nothing at all, so it did not judge these documents")
    return run


def _structure(path: Path) -> Any:
    extraction = extract(read_text(path.read_bytes(), name=path.name))
    return _plain(extracted(extraction.kind, extraction.sops[:1]))


def _plain(value: Any) -> Any:
    """The values alone, without the places."""
    if isinstance(value, dict):
        return (
            _plain(value["value"])
            if value.keys() == {"value", "evidence"}
            else {k: _plain(v) for k, v in value.items()}
        )
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _ruleset() -> dict[str, Any]:
    """Forty rules of the kind that patuh has: something must be there, or have a form."""
    filled = [
        *(("$.identity", name) for name in ("number", "title", "created", "approved", "effective", "approver")),
        *(("$.identity.approver", name) for name in ("position", "name", "rank", "nip")),
        *(("$", name) for name in ("government", "unit", "identity", "cover", "legal_basis", "steps", "signatures")),
        *(("$.legal_basis[*]", name) for name in ("type", "number", "year", "title")),
        *(("$.steps[*]", name) for name in ("no", "text", "requirements", "duration", "output")),
        *(("$.signatures[*]", name) for name in ("position", "name", "nip", "place", "date")),
    ]
    rules = [_rule(given, name, {"function": "truthy"}) for given, name in filled]
    nip = {"function": "pattern", "functionOptions": {"match": r"^(19|20)\d{6}(19|20)\d{4}[12]\d{3}$"}}
    rules += [_rule(given, "nip", nip) for given in ("$.identity.approver", "$.signatures[*]")]
    day = {"function": "pattern", "functionOptions": {"match": r"^\d{4}-\d{2}-\d{2}$"}}
    rules += [_rule("$.identity", name, day) for name in ("created", "approved")]
    some = {"function": "length", "functionOptions": {"min": 1}}
    lists = (
        "legal_basis",
        "qualifications",
        "related",
        "equipment",
        "warnings",
        "records",
        "actors",
        "steps",
        "sections",
    )
    rules += [_rule("$", name, some) for name in lists]
    return {"rules": {f"rule-{number}": rule for number, rule in enumerate(rules[:SPECTRAL_RULES])}}


def _rule(given: str, name: str, then: dict[str, Any]) -> dict[str, Any]:
    message = f"{given}.{name}: {{{{error}}}}"
    return {"given": given, "message": message, "severity": "error", "then": {"field": name, **then}}


def audit(folder: Path, *, jobs: int | None) -> Run:
    """Audit a folder into a JSON file, as a nightly run would."""
    report = folder.parent / "report.json"
    options = ["--format", "json", "--output", str(report), "--fail-on", "never"]
    return patuh("check", str(folder), *options, *(["--jobs", str(jobs)] if jobs else []))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a tenth of the documents")
    parser.add_argument("--no-spectral", action="store_true", help="without the peer from npm")
    return parser.parse_args()


if __name__ == "__main__":
    main()
