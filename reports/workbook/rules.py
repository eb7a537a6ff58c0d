"""The sheets of rules: what became of each rule over all documents, and of each rule on each document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from reports.book import Book
from reports.followup import COLUMNS
from reports.grading import component_title
from reports.labels import LABELS, Language
from reports.overview import RuleTotals
from reports.workbook.rows import Column, Paper, Rows, Shape, Styled, Value
from reports.workbook.words import WORDS
from schemas.report import ChangedRule, DocumentReport, Outcome
from schemas.rule import Rule

FEW_DOCUMENTS: Final = 8
"""Documents that have a column of their own beside the rules."""
MANY_OUTCOMES: Final = 100_000
"""Rows of rule and document that are all listed; of more only those that were not evaluated, with the reason."""


class OutcomesSheet:
    """Writes what became of each rule on each document."""

    def __init__(self, paper: Paper, book: Book) -> None:
        self._words, self._lang = WORDS[paper.lang], paper.lang
        self._rules = {rule.name: rule for rule in book.canon.rules}
        self.whole = book.summary.documents * max(1, book.rules.count) <= MANY_OUTCOMES
        answers = COLUMNS[paper.lang]
        columns = (
            Column(answers.document, 34),
            Column(answers.part, 8, "number"),
            Column(self._words.code, 9),
            Column(self._words.rule_title, 44),
            Column(self._words.outcome, 18),
            Column(self._words.findings, 9, "number"),
            Column(self._words.reason, 60),
            Column(self._words.rule, 34, "code"),
        )
        self.rows = Rows(paper, self._words.sheets["outcomes"], Shape(columns, 1))

    def add(self, report: DocumentReport) -> None:
        """Write the outcomes on one document, sorted by code."""
        if report.errors:
            why = "\n".join(error.message for error in report.errors)
            self.rows.add([report.path, report.part, None, None, self._words.not_audited, None, why, None])
        found = Counter(finding.rule for finding in report.findings)
        reasons = {one.rule: one.reason for one in report.not_evaluated}
        for name, outcome in sorted(outcomes_of(report).items(), key=self._order):
            if self.whole or outcome is Outcome.NOT_EVALUATED:
                rule = self._rules.get(name)
                title = getattr(rule.title, self._lang) if rule else None
                words, code = self._words.outcomes[outcome], rule.code if rule else None
                self.rows.add([report.path, report.part, code, title, words, found[name], reasons.get(name), name])

    def _order(self, item: tuple[str, Outcome]) -> tuple[str, str]:
        rule = self._rules.get(item[0])
        return rule.code if rule else "~", item[0]


def outcomes_of(report: DocumentReport) -> dict[str, Outcome]:
    """Return what became of each rule on a document; nothing of those that failed, which no list names."""
    found = dict.fromkeys(report.clean, Outcome.CLEAN)
    found |= dict.fromkeys(report.not_applicable, Outcome.NOT_APPLICABLE)
    found |= {one.rule: Outcome.NOT_EVALUATED for one in report.not_evaluated}
    return found | {finding.rule: Outcome.FLAGGED for finding in report.findings}


class RulesSheet:
    """Writes what became of each rule; the few documents of a small report have a column each."""

    def __init__(self, paper: Paper, book: Book) -> None:
        self._paper, self._book = paper, book
        self._words, self._labels = WORDS[paper.lang], LABELS[paper.lang]
        self._few: list[tuple[str, dict[str, Outcome]]] = []
        self._sheet = paper.sheet(self._words.sheets["rules"])

    def see(self, report: DocumentReport) -> None:
        """Remember the outcomes on one document, where it will have a column."""
        if self._book.summary.documents <= FEW_DOCUMENTS:
            part = f" ({self._labels.part.format(part=report.part)})" if report.part is not None else ""
            outcomes = {} if report.errors else outcomes_of(report)
            self._few.append((report.path + part, outcomes))

    def write(self, totals: Mapping[str, RuleTotals]) -> Rows:
        """Write the sheet, when all documents are seen."""
        rows = Rows(self._paper, self._words.sheets["rules"], self._shape(), first=self._sheet)
        rules = {rule.name: rule for rule in self._book.canon.rules}
        info = self._book.rules
        off = {one.rule: one.reason for one in info.switched_off}
        changed = {one.rule: one for one in info.changed}
        names = sorted({*rules, *totals, *off}, key=lambda name: (rules[name].code if name in rules else "~", name))
        for name in names:
            state = self._state(off.get(name), changed.get(name))
            row = self._row(name, rules.get(name), state, totals.get(name, RuleTotals()))
            rows.add([*row, *(self._outcome(outcomes.get(name)) for _, outcomes in self._few)])
        rows.end()
        return rows

    def _shape(self) -> Shape:
        words = self._words
        columns = [
            Column(words.code, 9),
            Column(words.rule_title, 40),
            Column(words.severity, 9),
            Column(words.component, 16),
            Column(words.law, 32),
            Column(words.state, 14),
            Column(words.state_reason, 20),
            *(Column(words.document_columns[at], 10, "number") for at in (12, 11, 13, 14)),
            Column(words.findings, 9, "number"),
            Column(words.overruled, 11, "number"),
            Column(words.overrule_share, 11, "share"),
            Column(words.why_not, 36),
            Column(words.rule, 24, "code"),
            *(Column(path, 13) for path, _ in self._few),
        ]
        return Shape(columns, frozen=2)

    def _row(
        self, name: str, rule: Rule | None, state: tuple[str, str | None], totals: RuleTotals
    ) -> list[Value | Styled]:
        share = Decimal(totals.overruled) / totals.findings if totals.findings else None
        told = self._told(rule) if rule else [None] * 5
        return [
            *told,
            *state,
            totals.flagged,
            totals.clean,
            totals.not_applicable,
            totals.not_evaluated,
            totals.findings,
            totals.overruled,
            share,
            _reasons(totals, self._paper.lang),
            name,
        ]

    def _told(self, rule: Rule) -> list[Value | Styled]:
        lang, canon = self._paper.lang, self._book.canon
        component = canon.grading.components.get(rule.component)
        law = []
        for source in rule.source:
            known = canon.regulations.get(source.regulation)
            law.append(f"{known.short_name if known else source.regulation}, {source.clause}")
        return [
            rule.code,
            getattr(rule.title, lang),
            (self._labels.severity[rule.severity], self._paper.look.severity(rule.severity)),
            component_title(component, lang) if component else rule.component,
            "; ".join(law),
        ]

    def _state(self, off: str | None, changed: ChangedRule | None) -> tuple[str, str | None]:
        if off is not None:
            return self._words.switched_off, off
        if changed is None:
            return self._words.used, None
        return self._words.changed, changes(changed, self._paper.lang)

    def _outcome(self, outcome: Outcome | None) -> Value:
        return self._words.outcomes[outcome] if outcome else None


def changes(changed: ChangedRule, lang: Language) -> str:
    """Say what the organisation set: ``minor; days = 3``."""
    values = [LABELS[lang].severity[changed.severity]] if changed.severity else []
    return "; ".join([*values, *(f"{name} = {value}" for name, value in changed.params.items())])


def _reasons(totals: RuleTotals, lang: Language) -> str | None:
    """Why the rule was not evaluated, the most frequent reason first, each with its number where there are several."""
    ordered = sorted(totals.reasons.items(), key=lambda item: (-item[1], item[0]))
    if len(ordered) == 1:
        return ordered[0][0]
    documents = WORDS[lang].documents.lower()
    return "\n".join(f"{reason} ({count} {documents})" for reason, count in ordered) or None
