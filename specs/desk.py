"""
What lies before the auditor in one scenario, and the bench at which all scenarios of a run are judged.

A document goes the whole way, as in `patuh check`: bytes, reader, extraction, facts, engine, grade.
"""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from archive.judging_archive import archive_auditor
from auditing.document import Judge, Part, document_parts, graded
from auditing.run import RuleChoice
from engine.audit import Auditor, Judgement
from engine.errors import UnknownRuleError
from engine.facts import sop_facts
from engine.pack import Pack
from engine.performance_facts import performance_facts
from extraction.sop import extract
from readers.errors import ReadError
from readers.reader import read_document
from schemas.report import DocumentReport
from schemas.rule import Rule
from schemas.sop import Sop
from specs.archive_desk import ArchiveDesk
from specs.claims import Claim, DocumentSubject, MistakeError, Said
from specs.draft import Draft
from specs.scanned import scanned

KEPT = 15
"""Sets of rules that are kept ready besides the last; a scenario seldom needs another than its neighbours."""


@dataclass(frozen=True)
class Terms:
    """By what a scenario is judged, where it is not by the rules of the run as they are."""

    profile: str | None = None
    params: tuple[tuple[str, str, int | str], ...] = ()
    """Name of the rule, of the parameter, and its value."""
    rules: tuple[Rule, ...] = ()
    """Under development; one that has the name of another stands in its place."""


@dataclass
class Bench:
    """The rules of a run, ready to judge; one for a process."""

    choice: RuleChoice
    as_of: dt.date
    """The day on which documents are judged where a scenario does not say."""
    _judges: list[tuple[Terms, Judges]] = field(default_factory=list)

    @cached_property
    def pack(self) -> Pack:
        """All rules, as the organisation uses them."""
        return self.choice.pack(whole=True)

    def judges(self, terms: Terms) -> Judges:
        """Return what judges by these terms."""
        for known, judges in self._judges:
            if known == terms:
                return judges
        made = _judges(self.choice, _changed(self.pack, terms), terms, self.as_of)
        self._judges = [*self._judges[-KEPT:], (terms, made)]
        return made

    @cached_property
    def archive(self) -> Auditor | None:
        """What judges several documents together."""
        return archive_auditor(self.pack)

    def archive_auditor(self, terms: Terms) -> Auditor:
        """
        Return what judges several documents together by these terms.

        Raises:
            MistakeError: There is no such rule.
        """
        auditor = self.archive if terms == Terms() else archive_auditor(_changed(self.pack, terms))
        if auditor is None:
            raise MistakeError("Tidak ada aturan untuk arsip dalam kumpulan aturan ini.")
        return auditor


def _changed(pack: Pack, terms: Terms) -> Pack:
    """Return the pack with the rules and the parameters of a scenario."""
    rules = {rule.name: rule for rule in (*pack.rules, *terms.rules)}
    for name, param, value in terms.params:
        rule = rules[name]
        rules[name] = rule.model_copy(update={"params": rule.params | {param: value}})
    return pack.with_rules(tuple(rules[name] for name in sorted(rules)))


@dataclass(frozen=True)
class Judges:
    """What judges a scenario."""

    judge: Judge
    graded_by: frozenset[str]
    """The rules that count in the grade: those of the profile."""


def _judges(choice: RuleChoice, pack: Pack, terms: Terms, as_of: dt.date) -> Judges:
    """
    Make what judges a scenario.

    Where a scenario names a profile, its rules judge. Else all rules do, so that a scenario can ask about any of them,
    and those of the profile of the run are graded, as in `patuh check`.
    """
    chosen = replace(choice, profile=terms.profile) if terms.profile else choice
    judge = chosen.judge(pack, as_of)
    counted = frozenset(chosen.selection(pack).names) | {rule.name for rule in terms.rules}
    auditor = Auditor(pack, only=sorted(counted)) if terms.profile else Auditor(pack)
    return Judges(replace(judge, auditor=auditor), counted)


def _counted(judgement: Judgement, rules: frozenset[str]) -> Judgement:
    """What these rules say."""
    return replace(
        judgement,
        outcomes={name: outcome for name, outcome in judgement.outcomes.items() if name in rules},
        findings=tuple(one for one in judgement.findings if one.rule in rules),
        not_evaluated=tuple(one for one in judgement.not_evaluated if one.rule in rules),
    )


@dataclass(frozen=True)
class Judged:
    """One document, and what all rules say of it."""

    subject: DocumentSubject
    judge: Judge
    report: DocumentReport


@dataclass
class Desk:
    """What lies before the auditor in one scenario."""

    bench: Bench
    folder: Path = field(default_factory=Path)
    """Of the feature file; files are named from there."""
    draft: Draft = field(default_factory=Draft)
    file: Path | None = None
    """Stands in place of the draft."""
    part: int = 1
    """Which document of a file that holds several."""
    as_of: dt.date | None = None
    terms: Terms = field(default_factory=Terms)
    archive: ArchiveDesk = field(default_factory=ArchiveDesk)
    claims: list[Claim] = field(default_factory=list)
    """All that was claimed so far."""
    asked: Claim | None = None
    """The rule that the last Maka asked about; what follows about its findings is about this one."""
    _judged: Judged | None = None

    @property
    def day(self) -> dt.date:
        """The day of the audit."""
        return self.as_of or self.bench.as_of

    def touched(self) -> None:
        """Something was changed: what was judged before is void."""
        self._judged, self.asked = None, None
        self.archive.touched()

    def judged(self) -> Judged:
        """
        Judge the document; asked again it is free.

        Raises:
            MistakeError: It cannot be read, or holds nothing that can be judged.
        """
        if self._judged is None:
            judges = self.bench.judges(self.terms)
            judge = judges.judge
            part = self._part(judge)
            subject = _facts(part, judge, self.day)
            counted = _counted(subject.judgement(judge.auditor), judges.graded_by)
            self._judged = Judged(subject, judge, graded(part.about, counted, judge.grader))
        return self._judged

    def rule(self, asked: str) -> str:
        """
        Return the name of a rule that a scenario names by its name or code.

        Raises:
            MistakeError: There is none.
        """
        for rule in self.terms.rules:
            if asked in (rule.name, rule.code):
                return rule.name
        try:
            return self.bench.pack.rule(asked).name
        except UnknownRuleError as error:
            raise MistakeError(unknown_rule(error)) from error

    def claim(self, asked: str, check: Callable[[Said], None]) -> None:
        """
        Claim something of what a rule says of the document.

        Raises:
            Unmet: It is not so.
            MistakeError: There is no such rule, or no document.
        """
        judged = self.judged()
        claim = Claim(judged.subject, self.rule(asked), check)
        self.asked = claim
        self._hold(claim, judged.judge.auditor)

    def claim_in_archive(self, asked: str, check: Callable[[Any], None]) -> None:
        """Claim something of what a rule says of the documents of an archive, as `claim` does."""
        claim = Claim(self.archive.subject(self.day), self.rule(asked), check)
        self.asked = claim
        self._hold(claim, self.bench.archive_auditor(self.terms))

    def claim_more(self, check: Callable[[Any], None]) -> None:
        """
        Claim more of what the rule said that the last step asked about: `Said`, or `ArchiveSaid`.

        Raises:
            Unmet: It is not so.
            MistakeError: No step asked about a rule before.
        """
        if self.asked is None:
            raise MistakeError(
                "Langkah ini berbicara tentang temuan, tetapi belum ada langkah yang menyebut aturannya; "
                'tulis dahulu misalnya "Maka aturan NIP-02 menemukan 1 temuan kritis".'
            )
        auditor = (
            self.bench.archive_auditor(self.terms)
            if self.asked.subject.kind == "archive"
            else self.bench.judges(self.terms).judge.auditor
        )
        self._hold(Claim(self.asked.subject, self.asked.rule, check), auditor)

    def claim_of_all(self, check: Callable[[Said], None]) -> None:
        """Claim something of what every rule says of the document, as `claim` does."""
        judged = self.judged()
        self.claims.append(Claim(judged.subject, None, check))
        for rule in judged.subject.judgement(judged.judge.auditor).outcomes:
            check(judged.subject.said(judged.judge.auditor, rule))

    def _hold(self, claim: Claim, auditor: Auditor) -> None:
        self.claims.append(claim)
        assert claim.rule is not None
        claim.check(claim.subject.said(auditor, claim.rule))

    def _part(self, judge: Judge) -> Part:
        """The document, read."""
        name, data = self._bytes()
        try:
            document = read_document(data, name=name, options=judge.options)
        except ReadError as error:
            raise MistakeError(f"Berkas {name} tidak dapat dibaca: {error.message}") from error
        if self.draft.unsure and self.file is None:
            document = scanned(document, self.draft.unsure)
        found = extract(document, workday_minutes=judge.workday_minutes)
        parts = document_parts(document, found, name)
        if self.part > len(parts):
            raise MistakeError(f"Berkas {name} hanya memuat {len(parts)} dokumen, tidak ada dokumen ke-{self.part}.")
        return parts[self.part - 1]

    def _bytes(self) -> tuple[str, bytes]:
        if self.file is None:
            return "naskah.txt", self.draft.text.encode()
        return self.file.name, self.file.read_bytes()


def _facts(part: Part, judge: Judge, day: dt.date) -> DocumentSubject:
    known = judge.pack.knowledge
    if part.subject is None:
        raise MistakeError(
            "Isinya tidak dikenali sebagai SOP atau dokumen kinerja, jadi tidak ada yang dapat dinilai. "
            "Periksa naskah atau berkas pada langkah Dengan."
        )
    if isinstance(part.subject, Sop):
        return DocumentSubject(sop_facts(part.subject, as_of=day, known=known), "sop")
    return DocumentSubject(performance_facts(part.subject, as_of=day, known=known).whole(), "performance")


def unknown_rule(error: UnknownRuleError) -> str:
    """Say that there is no such rule, and which is near."""
    near = difflib.get_close_matches(error.asked, error.known, n=3)
    hint = f" Maksud Anda {' atau '.join(near)}?" if near else ""
    return f"Tidak ada aturan {error.asked!r}.{hint} Daftar aturan: patuh rules list"
