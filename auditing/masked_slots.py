"""
Which words of a finding were put into its texts by the document: names, numbers, and what was worked out from an NIP.

The texts of the rule tell: where they are fixed they are no document's, and their places to fill in name the facts. So
an age that was computed from an NIP is found in a sentence where it stands as a bare number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from schemas.report import Finding
from schemas.rule import FindingTexts, Pattern, Rule, Texts

SlotKind = Literal["name", "number", "derived", "reason"]

SLOTS: Mapping[tuple[str, str], SlotKind] = {
    ("official", "name"): "name",
    ("official", "nip"): "number",
    ("rank", "name"): "name",
    ("nip", "name"): "name",
    ("nip", "printed"): "number",
    ("nip", "digits"): "number",
    ("nip", "reason"): "reason",
    ("nip", "age"): "derived",
    ("nip", "age_appointed"): "derived",
    ("nip", "over"): "derived",
    ("nip", "over_en"): "derived",
    ("nip", "months_over_pension"): "derived",
    ("person_pair", "a_name"): "name",
    ("person_pair", "b_name"): "name",
    ("person_pair", "a_nip"): "number",
    ("person_pair", "b_nip"): "number",
    ("person_pair", "a_marked"): "number",
    ("person_pair", "b_marked"): "number",
}
"""Words and fields of facts (schemas.facts) that are personal data; derived = worked out from an NIP."""

_PLACE = re.compile(r"\{([a-z_0-9]+)\.([a-z_0-9]+)\}")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place of a text that was filled in."""

    start: int
    end: int
    kind: SlotKind


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One text of a rule, as a pattern of what it may have become."""

    pattern: re.Pattern[str]
    kinds: tuple[SlotKind | None, ...]
    """Of each place to fill in."""

    def slots(self, text: str) -> list[Slot] | None:
        """Return what was filled in and is personal; None where the text was made from another sentence."""
        match = self.pattern.fullmatch(text)
        if match is None:
            return None
        return [Slot(*match.span(place), kind) for place, kind in enumerate(self.kinds, 1) if kind is not None]


@dataclass(frozen=True, slots=True)
class Slots:
    """The texts of the rules, for finding what was filled into them."""

    rules: Mapping[str, Rule] = field(default_factory=dict)
    _sentences: dict[str, tuple[_Sentence, ...]] = field(default_factory=dict)

    def of(self, rule: str, text: str) -> list[Slot]:
        """Where a text that this rule made holds personal data."""
        if rule not in self._sentences:
            found = self.rules.get(rule)
            self._sentences[rule] = tuple(_sentences(found)) if found is not None else ()
        for sentence in self._sentences[rule]:
            slots = sentence.slots(text)
            if slots is not None:
                return slots
        return []


def texts_of(finding: Finding) -> tuple[str, str, str]:
    """The texts of a finding that a document fills in."""
    return finding.condition, finding.effect, finding.recommendation


def _sentences(rule: Rule) -> Iterator[_Sentence]:
    """Those of its texts into which personal data are filled; the longest first, which says most."""
    found = {sentence for texts, patterns in _texts(rule) for sentence in _made(rule, texts, patterns)}
    yield from sorted(found, key=lambda one: (-len(one.pattern.pattern), one.pattern.pattern))


def _texts(rule: Rule) -> Iterator[tuple[Texts, tuple[Pattern, ...]]]:
    for variant in rule.variants:
        if variant.finding is not None:
            yield from ((texts, rule.when + variant.when) for texts in _parts(variant.finding))
        yield from ((texts, rule.when + variant.when) for texts in _parts(rule.finding))
    yield from ((texts, rule.when) for texts in _parts(rule.finding))
    yield from ((doubt.reason, doubt.when) for doubt in rule.doubts)


def _parts(finding: FindingTexts) -> tuple[Texts, ...]:
    return finding.condition, finding.effect, finding.recommendation


def _made(rule: Rule, texts: Texts, patterns: Iterable[Pattern]) -> Iterator[_Sentence]:
    kinds = {pattern.alias: pattern.kind for pattern in patterns}
    for text in (texts.id, texts.en):
        places = [(match[1], match[2]) for match in _PLACE.finditer(text)]
        wanted = tuple(SLOTS.get((kinds.get(alias, ""), name)) for alias, name in places if alias != "params")
        if any(wanted):
            yield _Sentence(_pattern(rule, text), wanted)


def _pattern(rule: Rule, text: str) -> re.Pattern[str]:
    parts: list[str] = []
    end = 0
    for match in _PLACE.finditer(text):
        parts.append(re.escape(text[end : match.start()]))
        parts.append(re.escape(str(rule.params[match[2]])) if match[1] == "params" else "(.*?)")
        end = match.end()
    return re.compile("".join([*parts, re.escape(text[end:])]), re.DOTALL)
