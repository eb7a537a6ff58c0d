"""
`waivers.yaml`: findings that are let pass for a time.

A waived finding stays in the report, with the reason, who decided it and until when; score and grade stay as they are.
What expired counts no more, and that is told; so is what waived nothing, and what ends soon.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, Literal

from archive.declared import DeclaredErrors, checked, read_declared
from archive.globs import Glob, folded, problem_of
from archive.layout import Layout, name_key
from engine.errors import UnknownRuleError, suggest
from engine.pack import Pack
from engine.rulefile import RuleFile
from engine.yamlfile import Located
from reports.changes import day
from reports.labels import Language
from schemas.archive import GrantedWaiver, StoredWaivers, Waiver
from schemas.archive import Waivers as Declared
from schemas.report import DocumentReport, Finding, Response

NAME = "waivers.yaml"

ENDING_DAYS: Final = 14
"""A waiver that ends within so many days is told: time to mend the document, or to decide again."""
LONGEST_DAYS: Final = 400
"""A waiver that holds for longer from now is told: a year and a month are enough until somebody decides again."""

_WORDS: dict[Language, dict[str, str]] = {
    "id": {"text": "{reason} (berlaku sampai dengan {until})", "before": "{text} Tanggapan sebelumnya{by}: {said}"},
    "en": {"text": "{reason} (until {until})", "before": "{text} Answered before{by}: {said}"},
}
_BY: dict[Language, str] = {"id": " ({by})", "en": " ({by})"}


class WaiverErrors(DeclaredErrors):
    """All faults of `waivers.yaml`."""

    what = NAME


@dataclass(slots=True)
class WaiverUse:
    """What waivers matched in a run, by their place in the file."""

    waived: Counter[int] = field(default_factory=Counter)
    """Findings that they waived."""
    expired: Counter[int] = field(default_factory=Counter)
    """Findings that they would have waived before they expired."""

    def add(self, other: WaiverUse) -> None:
        """Add what another part of the run counted."""
        self.waived.update(other.waived)
        self.expired.update(other.expired)


Known = Callable[[str], bool]
Told = Literal["expired", "ending", "unused", "long"]


@dataclass(frozen=True, slots=True)
class WaiverTold:
    """Something that whoever decides on waivers should know."""

    what: Told
    waiver: Waiver
    line: int
    """Of the waiver in its file."""
    findings: int
    """That it waives, or for an expired one, that stand again."""
    number: int | None = None
    """Of one that was granted on the page."""


@dataclass(frozen=True, slots=True)
class _Ready:
    """A waiver, prepared for matching."""

    place: int
    waiver: Waiver
    office: str | None
    """As `name_key` writes it."""
    glob: Glob | None
    line: int
    number: int | None = None
    """Of one that was granted on the page."""

    def covers(self, finding: str, office: str | None, parts: tuple[str, ...]) -> bool:
        """Whether a finding of its rule is in its scope."""
        waiver = self.waiver
        return (
            (waiver.fingerprint is None or waiver.fingerprint == finding)
            and (self.office is None or self.office == office)
            and (self.glob is None or self.glob.covers(parts))
        )


class Waivers:
    """The waivers of an archive; nothing in it changes while documents go by, but what the caller counts."""

    def __init__(self, ready: Sequence[tuple[_Ready, frozenset[str]]] = (), path: Path | None = None) -> None:
        """
        Prepare the look-up.

        Args:
            ready: Each waiver with the names of the rules that it is about.
            path: The file; None where there is none.
        """
        self.path = path
        self._ready = tuple(ready)
        self._all = [one for one, _ in ready]
        self._by_rule: dict[str, list[_Ready]] = {}
        for one, rules in ready:
            for rule in rules:
                self._by_rule.setdefault(rule, []).append(one)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._all)

    @property
    def rules(self) -> Collection[str]:
        """The rules that they are about."""
        return self._by_rule.keys()

    def plain(self) -> dict[str, Any]:
        """As they are stored with a run; those of the page apart, where there are any."""
        own, granted = ([one for one in self._all if (one.number is None) is of_file] for of_file in (True, False))
        told = {"waivers": own, **({"granted": granted} if granted else {})}
        return {name: [_plain(one) for one in some] for name, some in told.items()}

    def beside(self, granted: Sequence[GrantedWaiver], pack: Pack) -> Waivers:
        """
        Return these with others that were granted on the page after them.

        Args:
            granted: They were checked when they were granted; one of a rule that is gone since waives nothing.
            pack: The rules that there are.
        """
        if not granted:
            return self
        reading = _Reading(RuleFile(Path(NAME), Located(1, {})), pack, None)
        more = [
            (replace(reading.ready(at, one), number=one.number), reading.rules(at, one))
            for at, one in enumerate(granted, len(self._all))
        ]
        return Waivers((*self._ready, *more), self.path)

    def of(
        self, rule: str, fingerprint: str, path: str, office: str | None, as_of: dt.date, use: WaiverUse | None = None
    ) -> Waiver | None:
        """
        Return the waiver of a finding that holds longest on the day of audit; None where none does.

        Args:
            rule: The name of its rule.
            fingerprint: Its own.
            path: Of its document, relative to the archive.
            office: Whose document it is.
            as_of: The day of audit.
            use: Where to count.
        """
        about = self._by_rule.get(rule)
        if not about:
            return None
        parts, key = folded(path), name_key(office) if office is not None else None
        matching = [one for one in about if one.covers(fingerprint, key, parts)]
        holding = [one for one in matching if as_of <= one.waiver.until]
        if use is not None:
            use.waived.update(one.place for one in holding)
            use.expired.update(one.place for one in matching if as_of > one.waiver.until and not holding)
        return max(holding, key=lambda one: (one.waiver.until, -one.place)).waiver if holding else None

    def told(self, use: WaiverUse, as_of: dt.date) -> list[WaiverTold]:
        """Return what should be known after a run over all documents, in the order of the file."""
        return [
            WaiverTold(
                what, one.waiver, one.line, (use.expired if what == "expired" else use.waived)[one.place], one.number
            )
            for one in self._all
            for what in _what(one.waiver, use.waived[one.place], as_of)
        ]

    def next_change(self, as_of: dt.date) -> dt.date | None:
        """Return the next day on which another waiver expires or is about to; None where there is none."""
        days = [
            one.waiver.until - dt.timedelta(days=left)
            for one in self._all
            for left in (-1, ENDING_DAYS, LONGEST_DAYS)
            if one.waiver.until - dt.timedelta(days=left) > as_of
        ]
        return min(days, default=None)


def _plain(one: _Ready) -> dict[str, Any]:
    return one.waiver.model_dump(mode="json", exclude_none=True)


def _what(waiver: Waiver, waived: int, as_of: dt.date) -> Iterator[Told]:
    left = (waiver.until - as_of).days
    if left < 0:
        yield "expired"
        return
    if left <= ENDING_DAYS:
        yield "ending"
    if left > LONGEST_DAYS:
        yield "long"
    if not waived:
        yield "unused"


def waived(
    waivers: Waivers, report: DocumentReport, office: str | None, as_of: dt.date, *, lang: Language, use: WaiverUse
) -> DocumentReport:
    """
    Return a document with its waived findings marked; what an auditor overruled stays overruled.

    Args:
        waivers: Those of the archive.
        report: The document; its path is relative to the archive.
        office: Whose it is.
        as_of: The day of audit.
        lang: In which the report speaks.
        use: Where to count.
    """
    findings = []
    for finding in report.findings:
        found = waivers.of(finding.rule, finding.fingerprint, report.path, office, as_of, use)
        findings.append(finding if found is None or finding.status == "overruled" else _marked(finding, found, lang))
    if all(one is other for one, other in zip(findings, report.findings, strict=True)):
        return report
    return report.model_copy(update={"findings": tuple(findings)})


def _marked(finding: Finding, waiver: Waiver, lang: Language) -> Finding:
    """What the office answered before is kept in the words."""
    words, before = _WORDS[lang], finding.response
    text = words["text"].format(reason=waiver.reason, until=day(waiver.until, lang))
    if before is not None and finding.status != "waived":
        by = _BY[lang].format(by=before.by) if before.by else ""
        text = words["before"].format(text=f"{text}.", by=by, said=before.text)
    return replace(finding, status="waived", response=Response(text=text, by=waiver.by))


def load_waivers(
    path: Path | None, pack: Pack, layout: Layout | None = None, known: Known = lambda _: False
) -> Waivers:
    """
    Read the waivers.

    Args:
        path: The file; None where there is none.
        pack: The rules that there are.
        layout: Whose offices there are; None: they are not checked.
        known: Whether there was an office of a name before: that its folder is gone is no fault of the file.

    Raises:
        WaiverErrors: All faults of the file, each with file and line.
    """
    if path is None:
        return Waivers()
    try:
        declared, file = read_declared(path, Declared)
        reading = _Reading(file, pack, layout, known)
        ready = [(reading.ready(at, one), reading.rules(at, one)) for at, one in enumerate(declared.waivers)]
        checked(file)
    except DeclaredErrors as error:
        raise WaiverErrors(error.errors) from error
    return Waivers(ready, path)


def stored_waivers(plain: Mapping[str, Any], pack: Pack) -> Waivers:
    """
    Return waivers as a run stored them (`Waivers.plain`).

    Args:
        plain: What it stored.
        pack: The rules that there are; a waiver of a rule that is gone since waives nothing.
    """
    declared = StoredWaivers.model_validate(plain)
    reading = _Reading(RuleFile(Path(NAME), Located(1, {})), pack, None)
    ready = [(reading.ready(at, one), reading.rules(at, one)) for at, one in enumerate(declared.waivers)]
    return Waivers(ready).beside(declared.granted, pack)


class _Reading:
    """Checks the names in waivers; faults are noted in the file."""

    def __init__(self, file: RuleFile, pack: Pack, layout: Layout | None, known: Known = lambda _: False) -> None:
        self._known = known
        self._file = file
        self._pack = pack
        self._offices: dict[str, str] | None = None
        """Every name of an office, as `name_key` writes it -> the one that counts."""
        if layout is not None:
            self._offices = {name_key(name): one.name for one in layout.offices for name in (one.name, *one.also)}

    def rules(self, at: int, waiver: Waiver) -> frozenset[str]:
        """The rules that a waiver is about."""
        try:
            return frozenset(self._pack.named([waiver.rule]))
        except UnknownRuleError as error:
            self._file.fault(("waivers", at, "rule"), str(error))
            return frozenset()

    def ready(self, at: int, waiver: Waiver) -> _Ready:
        """A waiver with its scope."""
        line = self._file.node.line_of(("waivers", at))
        office = self._office(at, waiver.office)
        named = waiver.model_copy(update={"office": office})  # so it is stored by the name that counts
        key = name_key(office) if office is not None else None
        return _Ready(at, named, key, self._glob(at, waiver.path), line)

    def _office(self, at: int, office: str | None) -> str | None:
        if office is None or self._offices is None:
            return office
        found = self._offices.get(name_key(office))
        if found is None and self._known(office):  # its folder is not there any more, or cannot be read tonight
            return office
        if found is None:
            known = self._offices.values()
            self._file.fault(("waivers", at, "office"), f"unknown office {office!r}{suggest(office, known)}")
        return found

    def _glob(self, at: int, path: str | None) -> Glob | None:
        problem = problem_of(path) if path is not None else None
        if problem:
            self._file.fault(("waivers", at, "path"), problem)
        return Glob(path) if path is not None and not problem else None
