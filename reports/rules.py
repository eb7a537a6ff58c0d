"""Rules for people: the list of them, and one of them in full."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tabulate import tabulate

from reports.labels import LABELS, Language
from schemas.regulation import Regulation
from schemas.report import Confidence, Outcome
from schemas.rule import Operand, Pattern, Rule, Texts

_WIDTH = 80
_PLACE = re.compile(r"\{[^{}]*\}")
_SIGNS = {"eq": "=", "ne": "≠", "lt": "<", "lte": "≤", "gt": ">", "gte": "≥", "in": "∈"}


@dataclass(frozen=True, slots=True)
class _Words:
    columns: tuple[str, str, str, str, str]
    count: str
    severity: str
    component: str
    why: str
    criterion: str
    judged: str
    flagged_if: str
    and_not: str
    variant: str
    applies_if: str
    doubt: str
    params: str
    breaks: str
    keeps: str
    parts: str
    cause: str
    akip: str
    cases: str
    binding: dict[str, str]
    outcomes: dict[Outcome, str]


_WORDS: dict[Language, _Words] = {
    "id": _Words(
        columns=("Kode", "Nama", "Tingkat", "Komponen", "Temuan"),
        count="{count} aturan",
        severity="Tingkat",
        component="Komponen",
        why="Mengapa penting",
        criterion="Kriteria",
        judged="Cara menilai",
        flagged_if="Temuan bila ada:",
        and_not="dan tidak ada:",
        variant="Kasus khusus{grade}:",
        applies_if="Berlaku bila ada:",
        doubt="Tidak dinilai bila ada:",
        params="Angka yang dipakai:",
        breaks="Contoh yang melanggar",
        keeps="Contoh yang memenuhi",
        parts="Bunyi temuan",
        cause="Sebab: diisi oleh pemeriksa.",
        akip="Kriteria AKIP yang terancam (bila SOP ini bukti dukungnya)",
        cases="Kasus uji",
        binding={"shall": "wajib", "should": "sebaiknya"},
        outcomes={
            Outcome.CLEAN: "dipenuhi",
            Outcome.FLAGGED: "temuan",
            Outcome.NOT_APPLICABLE: "tidak berlaku",
            Outcome.NOT_EVALUATED: "tidak dapat dinilai",
            Outcome.ERROR: "kesalahan",
        },
    ),
    "en": _Words(
        columns=("Code", "Name", "Severity", "Component", "Finding"),
        count="{count} rules",
        severity="Severity",
        component="Component",
        why="Why it matters",
        criterion="Criterion",
        judged="How it is judged",
        flagged_if="A finding if there is:",
        and_not="and there is no:",
        variant="Special case{grade}:",
        applies_if="Applies if there is:",
        doubt="Not evaluated if there is:",
        params="Numbers used:",
        breaks="An example that breaks it",
        keeps="An example that keeps it",
        parts="What a finding says",
        cause="Cause: for the auditor to fill in.",
        akip="AKIP criteria in danger (where the SOP is evidence for them)",
        cases="Cases",
        binding={"shall": "shall", "should": "should"},
        outcomes={outcome: outcome.value for outcome in Outcome},
    ),
}


def rule_table(rules: Sequence[Rule], lang: Language) -> str:
    """All rules, one a line."""
    words, labels = _WORDS[lang], LABELS[lang]
    rows = [
        (rule.code, rule.name, labels.severity[rule.severity], rule.component, _in(rule.title, lang)) for rule in rules
    ]
    table = tabulate(rows, headers=words.columns, tablefmt="simple", disable_numparse=True)
    return f"{table}\n\n{words.count.format(count=len(rows))}"


def rule_rows(rules: Sequence[Rule]) -> list[dict[str, object]]:
    """All rules as plain values, for JSON."""
    return [
        {
            "name": rule.name,
            "code": rule.code,
            "title": rule.title.model_dump(),
            "severity": rule.severity.value,
            "confidence": rule.confidence.value,
            "component": rule.component,
            "applies_to": list(rule.applies_to),
            "source": [source.model_dump(include={"regulation", "clause", "modality"}) for source in rule.source],
            "file": rule.file,
        }
        for rule in rules
    ]


def explanation(
    rule: Rule,
    regulations: Mapping[str, Regulation],
    component: str,
    lang: Language,
    criteria: Mapping[str, str] | None = None,
) -> str:
    """
    One rule in full.

    Args:
        rule: The rule.
        regulations: By id.
        component: Title of its component.
        lang: Language of the page.
        criteria: What the criteria of the evaluation of SAKIP ask, by number.
    """
    words, labels = _WORDS[lang], LABELS[lang]
    grade = labels.severity[rule.severity]
    if rule.confidence is not Confidence.HIGH:
        grade += f" ({labels.confidence[rule.confidence]})"
    lines = [
        f"{rule.code}  {rule.name}",
        _in(rule.title, lang),
        "",
        f"{words.severity}: {grade}   {words.component}: {component}",
        *_chapter(words.why, [_in(rule.why, lang)]),
        *_chapter(words.criterion, _criteria(rule, regulations, lang), bullets=True),
        *_chapter(words.judged, judged(rule, lang)),
    ]
    for key, heading in (("breaks", words.breaks), ("keeps", words.keeps)):
        example = rule.examples.get(key)  # type: ignore[call-overload]
        lines += _chapter(heading, [_in(example, lang)]) if example else []
    lines += _chapter(words.parts, _parts(rule, lang), bullets=True)
    asked = [f"{number}: {(criteria or {}).get(number, '')}".rstrip(": ") for number in rule.akip]
    lines += _chapter(words.akip, asked, bullets=True) if asked else []
    lines += _chapter(words.cases, [f"{case.name}: {words.outcomes[case.expect]}" for case in rule.cases], bullets=True)
    return "\n".join(lines)


def _parts(rule: Rule, lang: Language) -> list[str]:
    """Four of the five parts of a finding; the criterion has a chapter of its own."""
    labels, texts = LABELS[lang], rule.finding
    said = [
        (labels.condition, texts.condition),
        (labels.effect, texts.effect),
        (labels.recommendation, texts.recommendation),
    ]
    condition, *others = [f"{name}: {_without_places(_in(text, lang))}" for name, text in said]
    return [condition, _WORDS[lang].cause, *others]


def _criteria(rule: Rule, regulations: Mapping[str, Regulation], lang: Language) -> list[str]:
    words = _WORDS[lang]
    texts = []
    for source in rule.source:
        known = regulations.get(source.regulation)
        name = f"{known.short_name} ({known.title})" if known else source.regulation
        texts.append(f"{name}, {source.clause}: {_in(source.asks, lang)} [{words.binding[source.modality]}]")
    return texts


def judged(rule: Rule, lang: Language) -> list[str]:
    """How the rule is judged, in the terms of rule authors: conditions, variants, doubts, numbers."""
    words, labels = _WORDS[lang], LABELS[lang]
    texts = [f"{words.applies_if} {_patterns(rule.subject)}"] if rule.subject else []
    texts.append(_condition(words.flagged_if, rule.when, rule.unless, words))
    for variant in rule.variants:
        if not variant.when and not variant.unless:
            continue
        graded = [labels.severity[variant.severity]] if variant.severity else []
        graded += [labels.confidence[variant.confidence]] if variant.confidence else []
        head = words.variant.format(grade=f" ({', '.join(filter(None, graded))})" if any(graded) else "")
        texts.append("- " + _condition(head, variant.when, variant.unless, words))
    texts += [f"{words.doubt} {_patterns(doubt.when)}. {_in(doubt.reason, lang)}" for doubt in rule.doubts]
    if rule.params:
        texts.append(f"{words.params} " + ", ".join(f"{name} = {value}" for name, value in rule.params.items()))
    return texts


def _condition(head: str, when: Iterable[Pattern], unless: Sequence[Pattern], words: _Words) -> str:
    text = f"{head} {_patterns(when)}"
    return f"{text}; {words.and_not} {_patterns(unless)}" if unless else text


def _patterns(patterns: Iterable[Pattern]) -> str:
    return "; ".join(map(_pattern, patterns))


def _pattern(pattern: Pattern) -> str:
    tests = [
        f"{field} {_SIGNS[operator]} {_operand(operand)}"
        for field, conditions in pattern.where.items()
        for operator, operand in conditions.items()
    ]
    return f"{pattern.alias}: {pattern.kind}" + (f" ({', '.join(tests)})" if tests else "")


def _operand(operand: Operand | tuple[Operand, ...]) -> str:
    if isinstance(operand, tuple):
        return "{" + ", ".join(map(_operand, operand)) + "}"
    return str(operand).lower() if isinstance(operand, bool) else str(operand)


def _chapter(heading: str, texts: Iterable[str], *, bullets: bool = False) -> list[str]:
    lines = ["", heading]
    for text in texts:
        listed = bullets or text.startswith("- ")
        first = "  - " if listed else "  "
        words = text.removeprefix("- ")
        lines.append(textwrap.fill(words, _WIDTH, initial_indent=first, subsequent_indent="    " if listed else "  "))
    return lines


def _without_places(text: str) -> str:
    """The text of a finding without the places that a document fills."""
    return _PLACE.sub("…", text)


def _in(texts: Texts, lang: Language) -> str:
    return texts.en if lang == "en" else texts.id
