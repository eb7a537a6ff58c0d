"""What the page begins with: who, what, by which rules; the totals with their charts; offices and rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from jinja2 import Environment
from markupsafe import Markup

from reports.book import Book
from reports.html.charts import Bar, bar_chart
from reports.html.phrases import Phrases
from reports.html.rendering import Assets, titles
from reports.html.survey import Survey
from reports.labels import LABELS
from reports.numbers import decimal, whole
from reports.overview import Office, RuleTotals
from schemas.report import Severity

BARS: Final = 10
"""Of the charts of rules and of offices; the tables below have all."""
_FULL: Final = Decimal(100)
_VERDICTS: Final = {"layak": "good", "layak dengan catatan": "major", "belum layak": "critical"}


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart and what it shows."""

    title: str
    head: tuple[str, str]
    rows: tuple[Bar, ...]
    drawing: Markup


@dataclass(frozen=True, slots=True)
class BrokenRule:
    """A line of the table of rules."""

    name: str
    totals: RuleTotals


def top(book: Book, found: Survey, templates: Environment, assets: Assets) -> str:
    """Render the page up to the list of documents."""
    return templates.get_template("top.html").render(
        book=book,
        found=found,
        assets=assets,
        charts=tuple(_charts(book, found)),
        broken=broken_rules(found),
        severities_of_report=tuple(Severity),
    )


def broken_rules(found: Survey) -> list[BrokenRule]:
    """The rules with findings; those that most documents break first."""
    rules = [BrokenRule(name, totals) for name, totals in found.overview.rules.items() if totals.findings]
    return sorted(rules, key=lambda rule: (-rule.totals.flagged, -rule.totals.findings, rule.name))


def _charts(book: Book, found: Survey) -> Iterator[Chart]:
    t, labels, totals = Phrases(book.lang), LABELS[book.lang], found.overview.whole

    def counted(label: str, value: int, colour: str = "plain") -> Bar:
        return Bar(label, Decimal(value), whole(value, book.lang), colour)

    if totals.findings:
        bars = [counted(labels.severity[one], totals.findings[one], one) for one in Severity]
        yield _chart("c-severity", t.chart_severity, (t.severity, t.findings), bars)
    if totals.verdicts:
        verdicts = [counted(labels.verdict[name], totals.verdicts[name], _VERDICTS[name]) for name in _VERDICTS]
        yield _chart("c-verdict", t.chart_verdict, (t.verdict, t.documents), verdicts)
    if totals.grades:
        bands = book.canon.grading.bands
        letters = [counted(band.letter, totals.grades[band.letter]) for band in bands]
        yield _chart("c-grade", t.chart_grade, (t.grade, t.documents), letters)
    yield from _rules_chart(book, found, t)
    yield from _offices_chart(book, found, t)


def _rules_chart(book: Book, found: Survey, t: Phrases) -> Iterator[Chart]:
    named = titles(book.canon, book.lang)
    severities = {rule.name: rule.severity for rule in book.canon.rules}
    bars = [
        Bar(
            named.get(rule.name, rule.name),
            Decimal(rule.totals.flagged),
            whole(rule.totals.flagged, book.lang),
            severities.get(rule.name, "plain"),
        )
        for rule in broken_rules(found)[:BARS]
    ]
    if bars:
        yield _chart("c-rules", t.chart_rules, (t.rule, t.documents), bars)


def _offices_chart(book: Book, found: Survey, t: Phrases) -> Iterator[Chart]:
    graded = [(office, office.totals.mean) for office in found.overview.offices if office.totals.mean is not None]
    lowest = sorted(graded, key=lambda one: (one[1], one[0].name.casefold()))[:BARS]
    bars = [_office_bar(office, mean, book, t) for office, mean in lowest]
    if len(bars) > 1:
        title = t.chart_offices_lowest.format(count=BARS) if len(graded) > BARS else t.chart_offices
        yield _chart("c-offices", title, (t.office, t.mean), bars, most=_FULL)


def _office_bar(office: Office, mean: Decimal, book: Book, t: Phrases) -> Bar:
    return Bar(office.name or t.no_office, mean, decimal(mean, book.lang))


def _chart(name: str, title: str, head: tuple[str, str], bars: Sequence[Bar], *, most: Decimal | None = None) -> Chart:
    return Chart(title, head, tuple(bars), bar_chart(name, title, bars, most=most))
