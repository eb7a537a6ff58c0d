"""`rules/grading.yaml`: weights, bands, cap and verdicts."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from schemas.base import Model
from schemas.report import Confidence, DocumentKind, Severity
from schemas.rule import Texts

Weight = Annotated[Decimal, Field(gt=0, le=1000)]
VerdictName = Literal["layak", "layak dengan catatan", "belum layak"]


class Component(Model):
    """A part of a document that is scored by itself."""

    title: Annotated[str, Field(min_length=1)]
    """Indonesian, for the report."""
    title_en: str | None = None
    weight: Weight
    """Among the components of the same kind of document."""
    applies_to: Annotated[tuple[DocumentKind, ...], Field(min_length=1)]
    """The kinds of documents that have this part."""
    counts_as: dict[DocumentKind, str] = {}
    """Kind of document that has no such part -> the component in which rules of this one count there."""
    why: Texts | None = None
    """Why it weighs so much; shown by `patuh explain --grade`."""


class Band(Model):
    """A letter and the score that must be exceeded for it."""

    letter: Annotated[str, Field(min_length=1)]
    above: Decimal | None
    """0-100; null for the lowest letter, which everything else gets."""


class Cap(Model):
    """Findings that hold the letter down, whatever the score."""

    severity: Severity
    confidence: tuple[Confidence, ...]
    letter: str
    """The best letter that remains possible."""


class VerdictRule(Model):
    """One reason for a verdict; any one of the conditions given is enough."""

    verdict: VerdictName
    severities: tuple[Severity, ...] = ()
    """A finding of one of these severities with a confidence of `confidence`."""
    confidence: tuple[Confidence, ...] = (Confidence.HIGH, Confidence.MEDIUM)
    score_below: Decimal | None = None
    """0-100."""
    letter_below: str | None = None
    """A letter worse than this one."""


class Grading(Model):
    """How findings become a score, a letter and a verdict."""

    severity_weights: dict[Severity, Weight]
    severity_why: dict[Severity, Texts] = {}
    """What each severity means; shown by `patuh explain --grade`."""
    components: Annotated[dict[str, Component], Field(min_length=1)]
    bands: Annotated[tuple[Band, ...], Field(min_length=2)]
    """From the best to the worst."""
    cap: Cap
    verdicts: tuple[VerdictRule, ...]
    """The first that applies counts; `otherwise` when none does."""
    otherwise: VerdictName

    @model_validator(mode="after")
    def _whole(self) -> Self:
        missing = [severity.value for severity in Severity if severity not in self.severity_weights]
        if missing:
            raise ValueError(f"severity_weights lacks {', '.join(missing)}")
        self._check_bands()
        self._check_components()
        if Confidence.LOW in self.cap.confidence:
            raise ValueError("cap: a finding of low confidence counts in the lower bound only")
        letters = {band.letter for band in self.bands}
        named = {self.cap.letter} | {rule.letter_below for rule in self.verdicts if rule.letter_below}
        if not named <= letters:
            raise ValueError(f"no band has the letter {', '.join(sorted(named - letters))}")
        return self

    def component_in(self, name: str, kind: DocumentKind) -> str | None:
        """Return the component in which the rules of component *name* count in a document; None where in none."""
        component = self.components[name]
        return name if kind in component.applies_to else component.counts_as.get(kind)

    def _check_components(self) -> None:
        for name, component in self.components.items():
            for kind, other in component.counts_as.items():
                if kind in component.applies_to:
                    raise ValueError(f"components: {name} is for {kind} documents, so it counts as itself there")
                if other not in self.components or kind not in self.components[other].applies_to:
                    raise ValueError(f"components: {name} cannot count as {other}, which is no component of {kind}")

    def _check_bands(self) -> None:
        *upper, last = [band.above for band in self.bands]
        if last is not None or any(limit is None for limit in upper):
            raise ValueError("bands: only the last, lowest band has 'above: null'")
        limits = [limit for limit in upper if limit is not None]
        if limits != sorted(set(limits), reverse=True):
            raise ValueError("bands: 'above' must fall from band to band")
        if len({band.letter for band in self.bands}) < len(self.bands):
            raise ValueError("bands: a letter stands twice")
