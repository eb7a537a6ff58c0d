"""How often auditors overrule the findings of each rule: a rule that is overruled often is a rule to be mended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from tabulate import tabulate

from reports.labels import LABELS, Language
from reports.overview import RuleTotals
from reports.words import harmless
from schemas.rule import Rule

_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class OverruleRate:
    """One rule."""

    rule: str
    code: str | None
    """None where the rule is not installed."""
    title: str
    findings: int
    overruled: int
    """Of the findings."""

    @property
    def percent(self) -> Decimal:
        """To one decimal."""
        return (Decimal(100 * self.overruled) / self.findings).quantize(_TENTH, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class _Words:
    columns: tuple[str, str, str, str, str]
    all: str
    none: str


_WORDS: dict[Language, _Words] = {
    "id": _Words(
        columns=("Kode", "Aturan", "Temuan", "Dibatalkan", "Persen"),
        all="Semua aturan",
        none="Tidak ada temuan yang dibatalkan (dari {findings} temuan).",
    ),
    "en": _Words(
        columns=("Code", "Rule", "Findings", "Overruled", "Percent"),
        all="All rules",
        none="No finding was overruled (of {findings}).",
    ),
}


def overrule_rates(totals: Mapping[str, RuleTotals], rules: Mapping[str, Rule], lang: Language) -> list[OverruleRate]:
    """Return the rules of which a finding was overruled: the greatest share first, then the most, then by name."""
    rates = [_rate(name, one, rules.get(name), lang) for name, one in totals.items() if one.overruled]
    return sorted(rates, key=lambda rate: (-Decimal(rate.overruled) / rate.findings, -rate.overruled, rate.rule))


def _rate(name: str, totals: RuleTotals, rule: Rule | None, lang: Language) -> OverruleRate:
    title = getattr(rule.title, lang) if rule else name
    return OverruleRate(name, rule.code if rule else None, title, totals.findings, totals.overruled)


def overrule_table(rates: list[OverruleRate], findings: int, lang: Language) -> str:
    """Print them for a terminal, with the share of all *findings* below."""
    words = _WORDS[lang]
    if not rates:
        return words.none.format(findings=findings)
    overruled = sum(rate.overruled for rate in rates)
    whole = OverruleRate("", "", words.all, findings, overruled)
    rows = [
        (rate.code or "-", harmless(rate.title), rate.findings, rate.overruled, _percent(rate, lang))
        for rate in [*rates, whole]
    ]
    aligned = ("left", "left", "right", "right", "right")
    return tabulate(rows, words.columns, tablefmt="simple", colalign=aligned, disable_numparse=True, maxcolwidths=60)


def _percent(rate: OverruleRate, lang: Language) -> str:
    return f"{rate.percent:f}%".replace(".", LABELS[lang].decimal_mark)
