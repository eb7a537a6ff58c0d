"""What was read, held to what was written: step cells, identity, digits of employee numbers, findings."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from auditing.document import Judge
from auditing.run import RuleChoice
from engine.audit import Judgement
from engine.facts import sop_facts
from extraction.sop import extract
from readers.options import ReadOptions
from readers.reader import read_document
from schemas.blocks import Document
from schemas.report import Finding
from schemas.sop import Official, Sop, Step, Text
from tests.media.content import Act, Procedure
from tests.media.layout import Layout

ROOT = Path(__file__).resolve().parents[2]
AS_OF = dt.date(2026, 1, 15)
MAX_WRONG_SHARE = 0.05
"""Share of the characters of a cell that may be wrong while the cell still counts as right; no digit may be."""
ALIKE = 0.6
"""Share of the characters of its text by which a step that was read is told to be one that was written."""
_SPACE = re.compile(r"\s+")
_DIGIT = re.compile(r"\d")
_MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()

StepCells = dict[str, str]
"""The cells of a step by what they hold."""


@dataclass(frozen=True, slots=True)
class Read:
    """A file as it was read and judged; it has one SOP."""

    document: Document
    sop: Sop
    judgement: Judgement


@cache
def judge() -> Judge:
    """All rules, those about neatness too."""
    choice = RuleChoice((ROOT / "rules",), profile="ketat")
    return choice.judge(choice.pack(), AS_OF)


def read(data: bytes, name: str, options: ReadOptions | None = None) -> Read:
    """Read, extract and judge a file with one SOP, once."""
    document = read_document(data, name=name, options=options)
    (sop,) = extract(document).sops
    facts = sop_facts(sop, as_of=AS_OF, known=judge().pack.knowledge)
    return Read(document, sop, judge().auditor.judge(facts))


# step cells


def written_cells(one: Procedure, layout: Layout) -> list[StepCells]:
    """The steps as they were written."""
    return [
        {
            **({"number": str(act.number)} if layout.numbered else {}),
            "text": act.text,
            "actors": _actor(one, act),
            "needs": act.needs,
            "minutes": act.time.split()[0] if act.time else "",
            "output": act.output,
        }
        for act in one.acts
    ]


def _actor(one: Procedure, act: Act) -> str:
    return "" if act.actor is None else one.actors[act.actor]


def read_cells(sop: Sop, layout: Layout) -> list[StepCells]:
    """The steps as they were read."""
    return [_read_cells(step, layout) for step in sop.steps]


def _read_cells(step: Step, layout: Layout) -> StepCells:
    minutes = step.duration.minutes.value if step.duration and step.duration.minutes else ""
    return {
        **({"number": "" if step.number is None else str(step.number)} if layout.numbered else {}),
        "text": _text(step.text),
        "actors": ", ".join(_flat(actor.value) for actor in step.actors),
        "needs": _text(step.requirements),
        "minutes": str(minutes),
        "output": _text(step.output),
    }


def _text(value: Text | None) -> str:
    return _flat(value.value) if value is not None else ""


def _flat(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


@dataclass(frozen=True, slots=True)
class Score:
    """How many cells of how many were read right."""

    right: int
    exact: int
    """Of those, to the letter, white space aside."""
    cells: int
    wrong: tuple[tuple[str, str, str], ...] = ()
    """What the cell holds, what was written, what was read."""

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right, self.exact + other.exact, self.cells + other.cells, self.wrong + other.wrong
        )


def score(written: Sequence[StepCells], found: Sequence[StepCells]) -> Score:
    """Hold the steps that were read to those that were written; a step that was lost has no cell right."""
    total = Score(0, 0, 0)
    left = list(found)
    for step in written:
        best = max(left, key=lambda one: _likeness(step["text"], one["text"]), default=None)
        if best is not None and _likeness(step["text"], best["text"]) >= ALIKE:
            left.remove(best)
            total += _step_score(step, best)
        else:
            total += _step_score(step, {})
    return total


def _likeness(written: str, found: str) -> float:
    return Levenshtein.normalized_similarity(written, found)


def _step_score(written: StepCells, found: StepCells) -> Score:
    right = exact = 0
    wrong = []
    for name, words in written.items():
        shown = found.get(name, "<tidak terbaca>")
        same = _SPACE.sub("", words) == _SPACE.sub("", shown)
        near = _DIGIT.findall(words) == _DIGIT.findall(shown) and _likeness(words, shown) >= 1 - MAX_WRONG_SHARE
        exact += same
        right += same or near
        if not (same or near):
            wrong.append((name, words, shown))
    return Score(right, exact, len(written), tuple(wrong))


# identity


def written_identity(one: Procedure) -> dict[str, str | None]:
    """Number, title and dates as they were written."""
    return {
        "number": one.number or None,
        "title": one.title,
        "created": _iso(one.created),
        "approved": _iso(one.approved),
        "effective": _iso(one.effective),
        "unit": one.unit,
        "approver": one.approver.name,
        "nip": _digits(one.approver.nip),
    }


def _iso(printed: str) -> str:
    day, month, year = printed.split()
    return dt.date(int(year), _MONTHS.index(month) + 1, int(day)).isoformat()


def read_identity(sop: Sop) -> dict[str, str | None]:
    """The same as it was read."""
    identity = sop.identity
    assert identity is not None
    officer = identity.approver or Official()
    dates = {"created": identity.created, "approved": identity.approved, "effective": identity.effective}
    return {
        "number": _text(identity.number) or None,
        "title": _text(identity.title) or None,
        **{name: value.value.isoformat() if value else None for name, value in dates.items()},
        "unit": _text(sop.unit) or None,
        "approver": _text(officer.name) or None,
        "nip": officer.nip.value if officer.nip else None,
    }


# employee numbers


def _digits(nip: str) -> str:
    return "".join(_DIGIT.findall(nip))


@dataclass(frozen=True, slots=True)
class NipScore:
    """The digits of employee numbers: how many are right, and how many wrong ones are said to be in doubt."""

    right: int
    digits: int
    silent: tuple[tuple[str, str | None], ...] = ()
    """Numbers read wrong that a finding of high confidence rests on: written and read."""


def nip_score(one: Procedure, found: Read) -> NipScore:
    """Hold the numbers of approver and signer to what was written."""
    officer = found.sop.identity.approver if found.sop.identity else None
    signer = found.sop.signatures[-1] if found.sop.signatures else None
    right, silent = 0, []
    for person, official in ((one.approver, officer), (one.signer, signer)):
        written = _digits(person.nip)
        shown = official.nip.value if official and official.nip else None
        right += sum(a == b for a, b in zip(written, shown or "", strict=False)) if len(shown or "") == 18 else 0
        if shown != written and _rests_on_nip(found.judgement.findings):
            silent.append((written, shown))
    return NipScore(right, 36, tuple(silent))


def _rests_on_nip(findings: Sequence[Finding]) -> bool:
    """Whether a finding about an employee number does not say that it may be misread."""
    return any(finding.rule.startswith("person/nip") and finding.confidence == "high" for finding in findings)


# findings

Told = tuple[str, str, str, str]
"""Rule, severity, condition and the words quoted."""


def told(judgement: Judgement, *, unseen: frozenset[str] = frozenset()) -> list[Told]:
    """
    The findings without their places, and without those of rules that the medium cannot show.

    The words quoted stand together: what print wraps is quoted line by line.
    """
    return sorted(
        (one.rule, str(one.severity), one.condition, _flat(" ".join(place.quote for place in one.evidence)))
        for one in judgement.findings
        if one.rule not in unseen
    )
