"""From a run to its bundle: which files go into it, and what the manifest says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import BinaryIO

from auditing.check import SCREEN, Request
from auditing.files import Input, shown
from auditing.run import own_folders
from auditing.saved import SavedReport
from bundling.errors import BundleError
from bundling.keys import SigningKey
from bundling.limits import MAX_MANIFEST
from bundling.packing import MANIFEST, README, SUMS, BundleWriter, Part, packing, sums
from bundling.program import code_digest, libraries, python
from bundling.readme import readme
from bundling.recording import Brief, Recording, file_digest
from engine.pack import TABLES
from engine.settings import OwnSettings
from engine.tomlfile import read_toml
from schemas.bundle import (
    ArchiveMember,
    BundleArchive,
    BundleEntry,
    BundleInput,
    BundleOptions,
    BundleOwn,
    BundleReport,
    BundleRules,
    Manifest,
)

REPORT = "report.json"
SINCE = "since.json"
SETTINGS = "settings/patuh.toml"
_PACKED_TOGETHER = frozenset({".html", ".htm", ".md", ".txt", ".csv", ".json", ".jsonl", ".sarif", ".xml"})
"""Endings of reports that are worth packing."""
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_NAME = 60


@dataclass(frozen=True, slots=True)
class Run:
    """What a bundle is made of."""

    request: Request
    recording: Recording
    with_inputs: bool = False


def write_bundle(run: Run, key: SigningKey, stream: BinaryIO) -> None:
    """
    Write the bundle of a run that is done.

    Raises:
        BundleError: Something of it has changed since, or cannot be read any more.
    """
    plan = _planned(run)
    with packing(stream, key) as writer:
        for part in sorted(plan.parts, key=lambda part: part.name):
            writer.add(part)
        writer.add(Part(SUMS, sums(writer.entries)))
        manifest = _manifest(run, plan, writer.entries)
        _add_manifest(writer, manifest)


def _add_manifest(writer: BundleWriter, manifest: Manifest) -> None:
    data = manifest.model_dump_json(by_alias=True, indent=1).encode() + b"\n"
    if len(data) > MAX_MANIFEST:
        raise BundleError(
            f"terlalu banyak berkas untuk satu bundel ({len(manifest.inputs)}). Periksa folder demi folder."
        )
    writer.add(Part(MANIFEST, data))


@dataclass
class _Plan:
    """What goes into the bundle."""

    saved: SavedReport
    parts: list[Part] = field(default_factory=list)
    inputs: list[BundleInput] = field(default_factory=list)
    archives: list[BundleArchive] = field(default_factory=list)
    reports: list[BundleReport] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)
    tables: dict[str, str] = field(default_factory=dict)
    roots: list[str] = field(default_factory=list)

    def add(self, name: str, content: Path | bytes, sha256: str | None = None, *, packed: bool = True) -> str:
        self.parts.append(Part(name, content, sha256, packed))
        return name


def _planned(run: Run) -> _Plan:
    plan = _Plan(run.recording.report())
    _check_rules(run, plan)
    plan.add(README, readme(masked=run.request.mask, with_inputs=run.with_inputs))
    plan.add(REPORT, run.recording.path)
    _plan_reports(plan, run.request)
    _plan_rules(plan, run.request)
    _plan_settings(plan, run.request.rules.own)
    if run.request.since is not None:
        plan.add(SINCE, run.request.since)
    _Inputs(plan, run).plan()
    return plan


def _check_rules(run: Run, plan: _Plan) -> None:
    """The rules and settings on the disk must still be those by which was judged."""
    choice = run.request.rules
    own = choice.own
    same = own.path is None or read_toml(own.path).plain() == own.node.plain()
    if not same or choice.selection(choice.pack()).info.digest != plan.saved.head.rules.digest:
        raise BundleError("aturan atau pengaturan berubah selagi dokumen diperiksa. Periksa lagi.")


def _plan_reports(plan: _Plan, request: Request) -> None:
    """Reports that were written to files in the same run, one of each format."""
    taken: set[str] = set()
    for target in request.targets:
        path = Path(target.place)
        if target.place == SCREEN or target.form.name in {"json", *taken} or not path.is_file():
            continue
        taken.add(target.form.name)
        ending = next(iter(target.form.endings), f".{target.form.name}.txt")  # no other format has that ending
        entry = plan.add(f"reports/report{ending}", path, packed=ending in _PACKED_TOGETHER)
        plan.reports.append(BundleReport(entry=entry, format=target.form.name))


def _plan_rules(plan: _Plan, request: Request) -> None:
    own = request.rules.own
    for number, folder in enumerate(own_folders(request.rules.folders, own)):
        name = f"rules/{number}"
        for path in _rule_files(folder):
            plan.add(f"{name}/{path.relative_to(folder).as_posix()}", path)
        plan.folders.append(name)
    for table, path in own.tables:
        plan.tables[table] = plan.add(f"rules/tables/{table}", path)


def _rule_files(folder: Path) -> Iterator[Path]:
    """The files of a folder of rules: what `engine.pack` takes."""
    yield from (folder / name for name in TABLES if (folder / name).is_file())
    yield from (path for path in folder.glob("*/*.yaml") if not path.parent.name.startswith((".", "__")))


def _plan_settings(plan: _Plan, own: OwnSettings) -> None:
    if own.path is None:
        return
    plan.add(SETTINGS, own.path)
    for number, name in enumerate(own.settings.reading.trusted_roots):
        path = own.beside(name)
        assert path is not None
        plan.roots.append(plan.add(f"settings/roots/{number}{_ending(path)}", path))


class _Inputs:
    """The inputs of one run."""

    def __init__(self, plan: _Plan, run: Run) -> None:
        self._plan = plan
        self._run = run
        self._entries: dict[str, str] = {}
        """Where the bytes of a digest lie: the same file is taken in once."""
        self._archives: dict[str, int] = {}
        """Places of the archives by their path on the disk."""

    def plan(self) -> None:
        """Note all inputs, and take them in where that is asked for."""
        for one, briefs in self._run.recording.files():
            first = briefs[0]
            self._plan.inputs.append(
                BundleInput(
                    path=first.path,
                    documents=len(briefs),
                    sha256=first.sha256,
                    bytes=first.bytes,
                    entry=self._entry(one, first),
                    member=self._member(one),
                )
            )
        if len(self._plan.inputs) != len(self._run.recording.inputs):
            raise BundleError("laporan dan daftar berkasnya tidak sama banyak. Laporkan kepada pengelola patuh.")

    def _entry(self, one: Input, brief: Brief) -> str | None:
        if not self._run.with_inputs or one.inside is not None or brief.sha256 is None:
            return None
        return self._taken(one.path, brief.sha256)

    def _taken(self, path: Path, sha256: str) -> str:
        if sha256 not in self._entries:
            name = f"inputs/{len(self._entries) + 1:06}-{_safe(path.name)}"
            self._entries[sha256] = self._plan.add(name, path, sha256, packed=False)
        return self._entries[sha256]

    def _member(self, one: Input) -> ArchiveMember | None:
        if one.inside is None:
            return None
        if one.name not in self._archives:
            self._archives[one.name] = len(self._archives)
            self._plan.archives.append(self._archive(one.path))
        return ArchiveMember(archive=self._archives[one.name], place=one.inside.place, fault=one.inside.fault)

    def _archive(self, path: Path) -> BundleArchive:
        digest = self._run.recording.archives[str(path)]
        if not self._run.with_inputs and file_digest(path) != digest:
            raise BundleError(f"{path}: arsip ini berubah selagi diperiksa. Periksa lagi.")
        return BundleArchive(
            path=None if self._run.request.mask else shown(path),
            sha256=digest,
            bytes=path.stat().st_size,
            entry=self._taken(path, digest) if self._run.with_inputs else None,
        )


def _manifest(run: Run, plan: _Plan, entries: Sequence[BundleEntry]) -> Manifest:
    request, head = run.request, plan.saved.head
    return Manifest(
        tool=head.tool,
        code=code_digest(),
        python=python(),
        libraries=libraries(),
        as_of=head.as_of,
        options=BundleOptions(
            lang=request.rules.lang,
            profile=request.rules.profile,
            only=request.rules.only,
            skip=request.rules.skip,
            masked=request.mask,
            annotated=request.annotate is not None,
            since=SINCE if request.since else None,
        ),
        rules=BundleRules(digest=head.rules.digest, folders=tuple(plan.folders), tables=plan.tables),
        settings=BundleOwn(file=SETTINGS if request.rules.own.path else None, trusted_roots=tuple(plan.roots)),
        report=REPORT,
        reports=tuple(plan.reports),
        summary=head.summary,
        archives=tuple(plan.archives),
        inputs=tuple(plan.inputs),
        entries=tuple(entries),
    )


def _safe(name: str) -> str:
    """A name that every system takes; what the file is called says the manifest."""
    stem, ending = PurePath(name).stem, _ending(PurePath(name))
    return (_UNSAFE.sub("_", stem).strip("._")[:_NAME] or "berkas") + ending


def _ending(path: PurePath) -> str:
    return _UNSAFE.sub("_", path.suffix.lower())[:10]
