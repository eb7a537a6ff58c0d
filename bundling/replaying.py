"""
The audit of a bundle once more, and whether it gives the same.

Documents are compared as the bytes of their lines in the JSON report, one after another, while the audit goes on.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from auditing.copies import FAILED
from auditing.limits import worker_limits
from auditing.outputs import RequestError
from auditing.run import DocumentWork, audit_all, tool
from auditing.workers import default_jobs
from bundling.errors import BundleError
from bundling.finding_inputs import Shelf, Supply
from bundling.opening import Bundle
from bundling.program import code_digest, libraries, python
from bundling.restoring import rule_choice, view
from engine.errors import PatuhError
from reports.json import JsonReport
from schemas.bundle import Manifest
from schemas.report import DocumentReport, Finding

MAX_DIFFERENCES = 1_000
"""Documents of which is told what differs; the others are only counted."""
_DOCUMENT: TypeAdapter[DocumentReport] = TypeAdapter(DocumentReport)
_FINDINGS = "findings"


@dataclass(frozen=True, slots=True)
class Told:
    """A finding, as a difference names it."""

    rule: str
    code: str
    fingerprint: str
    condition: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs in one document."""

    path: str
    part: int | None
    appeared: tuple[Told, ...] = ()
    """Findings of now that the report does not have."""
    vanished: tuple[Told, ...] = ()
    """Findings of the report that are not there now."""
    fields: tuple[str, ...] = ()
    """Names of what else differs."""


@dataclass(frozen=True, slots=True)
class Change:
    """Another program than the one that made the bundle."""

    name: str
    then: str | None
    now: str | None


@dataclass
class Replay:
    """How a replay ended; counts are of documents but where they say otherwise."""

    manifest: Manifest
    changes: tuple[Change, ...] = ()
    same: int = 0
    different: int = 0
    differences: list[Difference] = field(default_factory=list)
    """Of the first `MAX_DIFFERENCES` documents."""
    missing: list[str] = field(default_factory=list)
    """Paths of the files that are neither in the bundle nor found."""
    unread: int = 0
    """Files that could not be read then, so that there is nothing to compare."""


def replay(
    bundle: Bundle, inputs: Path | None, jobs: int | None, on_file: Callable[[int, int], None] = lambda *_: None
) -> Replay:
    """
    Audit the inputs of a bundle by its own rules, and compare.

    Args:
        bundle: An intact bundle.
        inputs: A folder in which files are looked for that are not in the bundle.
        jobs: Worker processes; None: as many as the number of documents is worth.
        on_file: Called after each file with how many are done, and of how many.

    Raises:
        BundleError: The rules or settings of the bundle are of no use to this program.
    """
    with tempfile.TemporaryDirectory(prefix="patuh-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        work = _work(bundle, folder)
        supply = Supply(bundle, folder / "inputs", Shelf(inputs))
        outcome = Replay(bundle.manifest, changes(bundle.manifest))
        available = _available(supply, outcome)
        count = sum(available)
        assert work.judge is not None
        limits = worker_limits(work.choice.own)
        given = supply.inputs(iter(available))
        with contextlib.closing(audit_all(given, work, jobs=jobs or default_jobs(count), limits=limits)) as results:
            comparing = _Comparing(bundle, outcome)
            done = 0
            for number, (one, take) in enumerate(zip(bundle.manifest.inputs, available, strict=True)):
                then = comparing.lines(one.documents)
                if not take:
                    continue
                comparing.compare(then, next(results).printed[0])
                supply.done(number)
                done += 1
                on_file(done, count)
    return outcome


def changes(manifest: Manifest) -> tuple[Change, ...]:
    """What about the program is not as it was."""
    now = tool()
    pairs: list[tuple[str, str | None, str | None]] = [
        ("patuh", manifest.tool.version, now.version),
        ("engine", manifest.tool.engine, now.engine),
        ("python", manifest.python, python()),
    ]
    then, here = manifest.libraries, libraries()
    pairs += [(name, then.get(name), here.get(name)) for name in sorted({*then, *here})]
    pairs.append(("code", manifest.code, code_digest()))
    return tuple(Change(*pair) for pair in pairs if pair[1] != pair[2])


def _work(bundle: Bundle, folder: Path) -> DocumentWork:
    manifest = bundle.manifest
    try:
        choice = rule_choice(bundle, folder)
        pack = choice.pack()
        rules = choice.selection(pack).info
        printer = JsonReport(tool(), rules, manifest.as_of, manifest.options.masked)
        judge = choice.judge(pack, manifest.as_of)
        seen = view(bundle, folder, rules)
    except (PatuhError, RequestError) as error:
        raise BundleError(
            f"aturan dalam bundel ini tidak dapat dipakai oleh versi patuh ini ({error}). "
            f"Pakai patuh {manifest.tool.version}."
        ) from error
    return DocumentWork(choice, manifest.as_of, (printer,), judge, None, seen)


def _available(supply: Supply, outcome: Replay) -> list[bool]:
    found: list[bool] = []
    for one, there in supply.available():
        found.append(there)
        if there:
            continue
        if one.sha256 is None and one.member is None:
            outcome.unread += 1
        else:
            outcome.missing.append(one.path)
    return found


class _Comparing:
    """Goes along the documents of the report in the bundle."""

    def __init__(self, bundle: Bundle, outcome: Replay) -> None:
        self._outcome = outcome
        self._annotated = bundle.manifest.options.annotated
        self._lines = self._read(bundle)

    @staticmethod
    def _read(bundle: Bundle) -> Iterator[bytes]:
        with bundle.opened(bundle.manifest.report) as stream:
            stream.readline()
            for line in stream:
                yield line.rstrip(b"\n").removesuffix(b",")

    def lines(self, count: int) -> list[bytes]:
        """The next documents."""
        return [next(self._lines, b"") for _ in range(count)]

    def compare(self, then: Sequence[bytes], now: Sequence[bytes]) -> None:
        """Compare the documents of one file."""
        for at in range(max(len(then), len(now))):
            before = then[at] if at < len(then) else b""
            after = now[at] if at < len(now) else b""
            if before == after or (self._annotated and _without_copies(before) == _without_copies(after)):
                self._outcome.same += 1
                continue
            self._outcome.different += 1
            if len(self._outcome.differences) < MAX_DIFFERENCES:
                self._outcome.differences.append(_difference(before, after))


def _without_copies(line: bytes) -> DocumentReport | None:
    """The document but for what became of its annotated copy: a replay writes none."""
    report = _document(line)
    if report is None:
        return None
    return report.model_copy(update={"notices": tuple(one for one in report.notices if one.code != FAILED)})


def _document(line: bytes) -> DocumentReport | None:
    try:
        return _DOCUMENT.validate_json(line) if line else None
    except ValidationError:
        return None


def _difference(before: bytes, after: bytes) -> Difference:
    then, now = _document(before), _document(after)
    known = now or then
    path, part = (known.path, known.part) if known else ("?", None)
    if then is None or now is None:
        return Difference(path, part, fields=("document",))
    appeared, vanished = _apart(now.findings, then.findings), _apart(then.findings, now.findings)
    names = [name for name in DocumentReport.model_fields if getattr(then, name) != getattr(now, name)]
    if appeared or vanished:
        names = [name for name in names if name != _FINDINGS]
    return Difference(path, part, appeared, vanished, tuple(names))


def _apart(these: Sequence[Finding], those: Sequence[Finding]) -> tuple[Told, ...]:
    """Findings of *these* that *those* do not have."""
    others = {(one.rule, one.fingerprint) for one in those}
    return tuple(
        Told(one.rule, one.code, one.fingerprint, one.condition)
        for one in these
        if (one.rule, one.fingerprint) not in others
    )
