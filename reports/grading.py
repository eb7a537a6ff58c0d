"""How the grade comes about, for people: `patuh explain --grade`."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from tabulate import tabulate

from reports.labels import LABELS, Labels, Language
from schemas.grading import Component, Grading, VerdictRule
from schemas.report import DocumentKind, Severity
from schemas.rule import Rule, Texts

_WIDTH = 80


@dataclass(frozen=True, slots=True)
class _Words:
    title: str
    about: str
    formula: str
    weighing: str
    severities: str
    severity_columns: tuple[str, str, str]
    components: str
    kinds: Mapping[DocumentKind, str]
    component_columns: tuple[str, str, str, str]
    bands: str
    above: str
    up_to: str
    whole: str
    bounds: str
    low: str
    high: str
    cap: str
    capped: str
    verdicts: str
    verdict: str
    found: str
    letter_below: str
    score_below: str
    either: str
    otherwise: str
    levers: str
    mend: str


_WORDS: dict[Language, _Words] = {
    "id": _Words(
        title="Cara dokumen dinilai",
        about="Nilai 0-100, predikat, dan kesimpulan menilai dokumennya (SOP atau dokumen kinerja), bukan nilai AKIP "
        "perangkat daerah. "
        "Semua angka di bawah ini berasal dari rules/grading.yaml.",
        formula="Nilai",
        weighing="Dalam setiap komponen: bobot aturan yang dipenuhi dibagi bobot aturan yang dapat dinilai. Lalu "
        "komponen dirata-ratakan menurut bobotnya. Aturan yang tidak berlaku tidak dihitung; komponen yang tidak "
        "satu pun aturannya dapat dinilai juga tidak. Aturan dengan beberapa kasus berbobot menurut kasus yang "
        "ditemukan, atau kasus terberatnya bila dipenuhi.",
        severities="Bobot aturan menurut tingkat",
        severity_columns=("Tingkat", "Bobot", "Artinya"),
        components="Bobot komponen: {kind}",
        kinds={"sop": "SOP", "performance": "dokumen kinerja", "archive": "arsip"},
        component_columns=("Komponen", "Bobot", "Aturan", "Mengapa"),
        bands="Predikat menurut nilai",
        above="di atas {low} sampai {high}",
        up_to="0 sampai {high}",
        whole="100",
        bounds="Batas bawah dan batas atas",
        low="Batas bawah: aturan yang tidak dapat dinilai dan temuan berkeyakinan rendah dihitung sebagai dilanggar.",
        high="Batas atas: aturan yang tidak dapat dinilai dihitung sebagai dipenuhi. Temuan berkeyakinan rendah hanya "
        "menurunkan batas bawah.",
        cap="Batas predikat",
        capped="Satu temuan {severity} dengan {confidence} membatasi predikat paling tinggi {letter}, berapa pun "
        "nilainya; yang berkeyakinan rendah hanya membatasi predikat batas bawah.",
        verdicts="Kesimpulan",
        verdict="{verdict}: {reasons}.",
        found="ada temuan {severities} dengan {confidence}",
        letter_below="predikat di bawah {letter}",
        score_below="nilai di bawah {score}",
        either="; atau ",
        otherwise="selain itu",
        levers="Yang diperbaiki lebih dahulu",
        mend="Laporan menyebut paling banyak tiga aturan yang bila semua temuannya diperbaiki paling menaikkan "
        "predikat, lalu nilai. Angkanya dihitung ulang seluruhnya, bertahap menurut urutannya.",
    ),
    "en": _Words(
        title="How a document is graded",
        about="Score (0-100), grade and verdict are those of the document (SOP or performance document), not the AKIP "
        "score of the office. "
        "All numbers below come from rules/grading.yaml.",
        formula="Score",
        weighing="Within a component: the weight of the rules kept over the weight of the rules evaluated. Then the "
        "components are averaged by their weights. Rules that do not apply do not count, nor does a component none "
        "of whose rules could be evaluated. A rule with several cases weighs as the case found, or as its gravest "
        "when it is kept.",
        severities="Weight of a rule by severity",
        severity_columns=("Severity", "Weight", "Means"),
        components="Weight of the components: {kind}",
        kinds={"sop": "SOP", "performance": "performance document", "archive": "archive"},
        component_columns=("Component", "Weight", "Rules", "Why"),
        bands="Grade by score",
        above="above {low} up to {high}",
        up_to="0 up to {high}",
        whole="100",
        bounds="Lower and upper bound",
        low="Lower bound: rules that could not be evaluated, and findings of low confidence, count as broken.",
        high="Upper bound: rules that could not be evaluated count as kept. Findings of low confidence lower the "
        "lower bound only.",
        cap="Cap",
        capped="One finding of severity {severity} with {confidence} caps the grade at {letter}, whatever the score; "
        "one of low confidence caps the grade of the lower bound only.",
        verdicts="Verdict",
        verdict="{verdict}: {reasons}.",
        found="a finding of severity {severities} with {confidence}",
        letter_below="a grade below {letter}",
        score_below="a score below {score}",
        either="; or ",
        otherwise="otherwise",
        levers="What to mend first",
        mend="The report names up to three rules whose findings, all mended, raise the grade most, and then the "
        "score. The numbers are those of grading once more, one rule after the other.",
    ),
}


def grading_explanation(grading: Grading, rules: Sequence[Rule], lang: Language) -> str:
    """All that decides a grade, in words and tables of at most 80 columns."""
    words, labels = _WORDS[lang], LABELS[lang]
    lines = [words.title, "", *_paragraph(words.about)]
    lines += ["", words.formula, *_paragraph(words.weighing, "  ")]
    lines += ["", words.severities, _severities(grading, words, labels, lang)]
    for kind in words.kinds:
        lines += _components(grading, rules, kind, lang)
    lines += ["", words.bands, *_bands(grading, words, labels)]
    lines += ["", words.bounds, *_bullet(words.low), *_bullet(words.high)]
    lines += ["", words.cap, *_paragraph(_cap(grading, words, labels), "  ")]
    lines += ["", words.verdicts, *_verdicts(grading, words, labels)]
    return "\n".join([*lines, "", words.levers, *_paragraph(words.mend, "  ")])


def component_title(component: Component, lang: Language) -> str:
    """The title in that language, or the Indonesian one."""
    return component.title_en or component.title if lang == "en" else component.title


def _severities(grading: Grading, words: _Words, labels: Labels, lang: Language) -> str:
    rows = [
        (labels.severity[severity], _number(grading.severity_weights[severity], labels), _why(grading, severity, lang))
        for severity in Severity
    ]
    return _table(rows, words.severity_columns)


def _why(grading: Grading, severity: Severity, lang: Language) -> str:
    return _in(grading.severity_why.get(severity), lang)


def _components(grading: Grading, rules: Sequence[Rule], kind: DocumentKind, lang: Language) -> list[str]:
    """The components of one kind of document, with the rules that count there; nothing where there are none."""
    words, labels = _WORDS[lang], LABELS[lang]
    counts = Counter(grading.component_in(rule.component, kind) for rule in rules if kind in rule.applies_to)
    rows = [
        (component_title(one, lang), _number(one.weight, labels), str(counts[name]), _in(one.why, lang))
        for name, one in grading.components.items()
        if kind in one.applies_to
    ]
    if not rows:
        return []
    return ["", words.components.format(kind=words.kinds[kind]), _table(rows, words.component_columns)]


def _table(rows: Sequence[Sequence[str]], headers: Sequence[str]) -> str:
    """The last column takes the room that is left."""
    taken = sum(max(len(head) + 2, *(len(row[at]) for row in rows)) + 2 for at, head in enumerate(headers[:-1]))
    wrapped = [(*row[:-1], textwrap.fill(row[-1], _WIDTH - taken - 2)) for row in rows]
    table = tabulate(wrapped, headers=headers, tablefmt="simple", disable_numparse=True)
    return textwrap.indent(table, "  ")


def _bands(grading: Grading, words: _Words, labels: Labels) -> list[str]:
    limits = [words.whole, *[_number(band.above, labels) for band in grading.bands if band.above is not None]]
    lines = [
        f"  {band.letter:<3} {words.above.format(low=low, high=high)}"
        for band, (high, low) in zip(grading.bands, pairwise(limits), strict=False)
    ]
    return [*lines, f"  {grading.bands[-1].letter:<3} {words.up_to.format(high=limits[-1])}"]


def _cap(grading: Grading, words: _Words, labels: Labels) -> str:
    cap = grading.cap
    confidence = either([labels.confidence_in_full[one] for one in cap.confidence], labels)
    severity = labels.severity[cap.severity].lower()
    return words.capped.format(severity=severity, confidence=confidence, letter=cap.letter)


def _verdicts(grading: Grading, words: _Words, labels: Labels) -> list[str]:
    lines = []
    for rule in grading.verdicts:
        reasons = words.either.join(_reasons(rule, words, labels))
        lines += _bullet(words.verdict.format(verdict=labels.verdict[rule.verdict], reasons=reasons))
    otherwise = words.verdict.format(verdict=labels.verdict[grading.otherwise], reasons=words.otherwise)
    return [*lines, *_bullet(otherwise)]


def _reasons(rule: VerdictRule, words: _Words, labels: Labels) -> list[str]:
    reasons = []
    if rule.severities:
        severities = either([labels.severity[one].lower() for one in rule.severities], labels)
        confidence = either([labels.confidence_in_full[one] for one in rule.confidence], labels)
        reasons.append(words.found.format(severities=severities, confidence=confidence))
    if rule.letter_below is not None:
        reasons.append(words.letter_below.format(letter=rule.letter_below))
    if rule.score_below is not None:
        reasons.append(words.score_below.format(score=_number(rule.score_below, labels)))
    return reasons


def either(words: Sequence[str], labels: Labels) -> str:
    """Such as ``keyakinan tinggi atau keyakinan sedang``."""
    return f" {labels.either} ".join(words)


def _number(number: Decimal, labels: Labels) -> str:
    return f"{number:f}".replace(".", labels.decimal_mark)


def _paragraph(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent)


def _bullet(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="  - ", subsequent_indent="    ")


def _in(texts: Texts | None, lang: Language) -> str:
    return getattr(texts, lang) if texts else ""
