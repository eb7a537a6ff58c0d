"""Rule files and facts for the tests of the engine."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from schemas.evidence import Evidence
from schemas.fact_spec import Telling
from schemas.facts import FACT_KINDS, Fact, FactRows, Facts, FieldSpec, Scalar
from schemas.report import Confidence

RULE = """\
code: LK-02
title: {id: Langkah ganda, en: Duplicated step}
why: {id: Langkah ganda membingungkan pelaksana., en: A duplicated step confuses.}
applies_to: [sop]
severity: major
component: prosedur
source:
  - {regulation: permenpanrb-35-2012, clause: Lampiran, modality: shall, asks: {id: langkah runtut, en: steps in order}}
when:
  - a: step
    where: {key: {ne: ''}}
  - b: step
    where: {position: {gt: a.position}, key: a.key}
finding:
  at: [b, a]
  condition: {id: 'Langkah {b.no} mengulang langkah {a.no}.', en: 'Step {b.no} repeats step {a.no}.'}
  effect: {id: Pelaksana ragu., en: Doubt.}
  recommendation: {id: 'Hapus langkah {b.no}.', en: 'Remove step {b.no}.'}
cases:
  - name: the same act twice
    expect: flagged
    facts:
      - {kind: step, position: 1, key: terima}
      - {kind: step, position: 2, key: terima}
  - name: two acts
    expect: clean
    facts:
      - {kind: step, position: 1, key: terima}
      - {kind: step, position: 2, key: catat}
"""
"""A rule with a join; tests replace a line of it."""

REGULATIONS = """\
types:
  - {code: PERMENPANRB, short: PermenPANRB, name: Peraturan Menteri PANRB, rank: 6}
regulations:
  - id: permenpanrb-35-2012
    type: PERMENPANRB
    number: "35"
    year: 2012
    title: Pedoman Penyusunan SOP
    confidence: high
    sources: [naskah]
"""

GRADING = """\
severity_weights: {critical: 10, major: 5, minor: 2, advice: 0.5}
components:
  prosedur: {applies_to: [sop, performance], weight: 60, title: Prosedur}
  identitas: {applies_to: [sop], weight: 40, title: Identitas}
bands:
  - {letter: A, above: 80}
  - {letter: B, above: 50}
  - {letter: C, above: 20}
  - {letter: D, above: null}
cap: {severity: critical, confidence: [high, medium], letter: C}
verdicts:
  - {verdict: belum layak, severities: [critical], letter_below: C}
  - {verdict: layak dengan catatan, severities: [major], score_below: 70}
otherwise: layak
"""


def write_pack(folder: Path, rules: dict[str, str], *, grading: str = GRADING, regulations: str = REGULATIONS) -> Path:
    """Write a folder of rules (name -> text of the file) and return it."""
    rules_dir = folder / "rules"
    rules_dir.mkdir()
    (rules_dir / "grading.yaml").write_text(grading, encoding="utf-8")
    (rules_dir / "regulations.yaml").write_text(regulations, encoding="utf-8")
    for name, text in rules.items():
        path = rules_dir / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return rules_dir


def make_fact(kind: str, number: int = 1, confidence: Confidence = Confidence.HIGH, /, **fields: Scalar) -> Fact:
    """Return a whole fact: neutral where *fields* says nothing, its words ``<name>``."""
    spec = FACT_KINDS[kind]
    values = {name: fields.get(name, _neutral(one)) for name, one in spec.fields.items()}
    words = {name: f"<{name} {number}>" for name in spec.words}
    return Fact(f"f{number}", kind, values, words, (Evidence(quote=f"kutipan {number}", line=number),), confidence)


def table_of(facts: Sequence[Fact]) -> FactRows:
    """Return facts of one kind as columns."""

    def tell(row: int) -> Telling:
        fact = facts[row]
        return fact.words, fact.evidence, fact.doubts

    [kind] = {fact.kind for fact in facts}
    fields: dict[str, Sequence[Scalar]] = {
        name: [fact.fields[name] for fact in facts] for name in FACT_KINDS[kind].fields
    }
    return FactRows(kind, len(facts), fields, tell)


def by_columns(facts: Sequence[Fact]) -> Facts:
    """Return the same facts with those about rows as tables, one for each kind."""
    tables = {fact.kind: [one for one in facts if one.kind == fact.kind] for fact in facts if _by_row(fact)}
    return Facts([fact for fact in facts if not _by_row(fact)], list(map(table_of, tables.values())))


def _by_row(fact: Fact) -> bool:
    return FACT_KINDS[fact.kind].by_row


def _neutral(spec: FieldSpec) -> Scalar:
    if spec.optional:
        return None
    return spec.values[0] if spec.values else spec.type()


def random_facts(rng: random.Random, count: int, kinds: Sequence[str] = tuple(FACT_KINDS)) -> list[Fact]:
    """Return facts whose values are drawn so small that joins hit."""
    return [_random_fact(rng, rng.choice(kinds), number) for number in range(count)]


_WORDS = ("", "a", "ab", "a b", "a\tb", 'a"b', "a\\", "é", "2023-01-04", "2022-12-31", "~", "a" * 600, "a" * 599 + "b")


def _random_fact(rng: random.Random, kind: str, number: int) -> Fact:
    def value(spec: FieldSpec) -> Scalar:
        if spec.optional and rng.random() < 0.3:
            return None
        if spec.type is bool:
            return rng.random() < 0.5
        if spec.type is int:
            return rng.choice((-1, 0, 1, 2, 3, 20, 2**53))
        return rng.choice(spec.values or _WORDS)

    fields = {name: value(spec) for name, spec in FACT_KINDS[kind].fields.items()}
    return make_fact(kind, number, **fields)
