"""
A rule file, `rules/<topic>/<name>.yaml`, as pydantic sees it.

The shape is checked here; names of fact kinds, fields, operators, parameters and words are checked against
`schemas.facts` by `engine/pack.py`, which knows the lines of the file.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from schemas.base import Model
from schemas.report import Confidence, DocumentKind, Outcome, Severity


class Texts(Model):
    """One text in both languages; Indonesian is the language of the findings."""

    id: Annotated[str, Field(min_length=1)]
    en: Annotated[str, Field(min_length=1)]


class Source(Model):
    """Where the requirement comes from."""

    regulation: str
    """An id of rules/regulations.yaml."""
    clause: str
    modality: Literal["shall", "should"]
    asks: Texts
    """What the regulation asks, shortly, in our words."""


Operand = str | int | bool
"""A literal, ``alias.field`` of a pattern bound above, or ``params.name``."""

Operator = Literal["eq", "ne", "lt", "lte", "gt", "gte", "in"]


class Pattern(Model):
    """One fact that must exist (in `when`) or must not exist (in `unless`)."""

    alias: str
    kind: str
    where: dict[str, dict[Operator, Operand | tuple[Operand, ...]]] = {}
    """field -> operator -> operand; a bare operand in the file means eq, a list means in."""
    line: int
    """1-based line of the rule file."""


class FindingTexts(Model):
    """What a finding says. ``{alias.name}`` inserts a field or word of a bound fact."""

    at: Annotated[tuple[str, ...], Field(min_length=1)]
    """Aliases whose evidence the finding shows, the primary place first."""
    condition: Texts
    effect: Texts
    recommendation: Texts


class Variant(Model):
    """A case of the rule with its own grade or words; the first variant that holds for a match of `when` counts."""

    when: tuple[Pattern, ...] = ()
    """Further patterns, after those of the rule."""
    unless: tuple[Pattern, ...] = ()
    severity: Severity | None = None
    confidence: Confidence | None = None
    finding: FindingTexts | None = None


class Doubt(Model):
    """If this holds and the rule is not flagged, the rule is `not-evaluated`, with the reason."""

    when: Annotated[tuple[Pattern, ...], Field(min_length=1)]
    """Patterns on single facts (no joins); all must have a match."""
    reason: Texts


class CaseFact(Model):
    """A fact of a case; fields that are left out get a neutral default of their type (or None when optional)."""

    kind: str
    fields: dict[str, str | int | bool | None] = {}


class Case(Model):
    """One proof of the rule."""

    name: str
    expect: Outcome
    facts: tuple[CaseFact, ...] = ()
    document: str | None = None
    """A file below fixtures/, instead of facts."""
    severity: Severity | None = None
    """For flagged cases: the severity of the gravest finding, when variants differ."""
    says: str | None = None
    """For flagged cases: words of the condition in Indonesian, when variants say different things."""
    findings: Annotated[int, Field(ge=1)] | None = None
    """For flagged cases: how many findings, when one a place is wanted."""
    name_id: str | None = None
    """The name in Indonesian: what it is that is a defect here, or looks like one. Shown on the pages of rules."""


class Rule(Model):
    """One rule, one requirement."""

    name: str
    """Its path below rules/ without ``.yaml``."""
    file: str
    code: Annotated[str, Field(pattern=r"^[A-Z]{2,3}-\d{2}$")]
    title: Texts
    why: Texts
    """Why it matters; shown by `patuh explain`."""
    applies_to: Annotated[tuple[DocumentKind, ...], Field(min_length=1)]
    severity: Severity
    confidence: Confidence = Confidence.HIGH
    component: str
    source: Annotated[tuple[Source, ...], Field(min_length=1)]
    akip: tuple[str, ...] = ()
    """
    Criteria of rules/akip.yaml that a finding endangers, such as ``2a.3``; a finding names those for which the SOP is
    evidence, and none on any other SOP.
    """
    params: dict[str, int | str] = {}
    subject: tuple[Pattern, ...] = ()
    """
    Patterns on single facts; when one of them has no match the rule is `not-applicable`.
    Left out: every fact kind that `when` binds must exist.
    """
    doubts: tuple[Doubt, ...] = ()
    when: Annotated[tuple[Pattern, ...], Field(min_length=1)]
    unless: tuple[Pattern, ...] = ()
    variants: tuple[Variant, ...] = ()
    finding: FindingTexts
    examples: dict[Literal["breaks", "keeps"], Texts] = {}
    """What a document that breaks the rule looks like, and one that keeps it; shown by `patuh explain`."""
    cases: Annotated[tuple[Case, ...], Field(min_length=2)]
