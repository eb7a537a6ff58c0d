"""
The report as JUnit XML, as CI services read results of tests: a document is a suite, a rule on it a test.

See docs/reports.md for which outcomes count as failures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Literal

from reports.book import Book
from reports.flat import STATUSES, answer, gravest_first, heading, parts, places
from reports.labels import LABELS, Language
from reports.words import harmless
from reports.xml import attribute, content
from schemas.report import CLOSED, DocumentReport, Finding, FindingStatus, Severity

_Result = Literal["passed", "failure", "error", "skipped"]

_READING = {"id": "Pembacaan dokumen", "en": "Reading the document"}
_NOTHING = {"id": "Tidak ada aturan yang berlaku pada dokumen ini.", "en": "No rule applies to this document."}
_CLOSED: dict[Language, dict[FindingStatus, str]] = {
    "id": {"overruled": "Dibatalkan: {answers}", "waived": "Dikecualikan sementara: {answers}"},
    "en": {"overruled": "Overruled: {answers}", "waived": "Waived for a time: {answers}"},
}
_STATUS = {"id": "Status", "en": "Status"}
_QUOTE = {"id": "Kutipan", "en": "Quote"}


@dataclass(frozen=True, slots=True)
class _Case:
    """One test."""

    group: str
    """The folder of the rule: ``steps``."""
    name: str
    result: _Result = "passed"
    kind: str = ""
    """Of a failure its severity, of an error its code."""
    message: str = ""
    text: str = ""


@dataclass(slots=True)
class _Counts:
    tests: int = 0
    failure: int = 0
    error: int = 0
    skipped: int = 0

    def add(self, cases: list[_Case]) -> None:
        results = [case.result for case in cases]
        self.tests += len(cases)
        self.failure += results.count("failure")
        self.error += results.count("error")
        self.skipped += results.count("skipped")

    def attributes(self) -> str:
        return f'tests="{self.tests}" failures="{self.failure}" errors="{self.error}"'


def write(book: Book, stream: BinaryIO) -> None:
    """Write the report; see `reports.book.BookWriter`. The first reading counts, the second writes."""
    cases, counts = _Cases(book), _Counts()
    for entry in book.entries():
        counts.add(cases.of(entry.report))
    stream.write(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    stream.write(f'<testsuites name="patuh" {counts.attributes()}>\n'.encode())
    for entry in book.entries():
        stream.write(_suite(entry.report, cases.of(entry.report), book.lang).encode("utf-8", "replace"))
    stream.write(b"</testsuites>\n")


class _Cases:
    """Makes the tests of a document."""

    def __init__(self, book: Book) -> None:
        self._lang = book.lang
        self._titles = {
            rule.name: f"{rule.code} {rule.title.en if book.lang == 'en' else rule.title.id}"
            for rule in book.canon.rules
        }

    def of(self, report: DocumentReport) -> list[_Case]:
        """Each rule that was judged or should have been; those that do not apply are left out."""
        cases = [self._reading("error", error.code, error.message) for error in report.errors]
        if report.kind == "unknown" and not report.errors:
            cases.append(self._reading("skipped", "", LABELS[self._lang].unknown))
        flagged: dict[str, list[Finding]] = {}
        for finding in report.findings:
            flagged.setdefault(finding.rule, []).append(finding)
        rules = {name: self._flagged(name, found) for name, found in flagged.items()}
        rules |= {name: self._case(name) for name in report.clean}
        rules |= {one.rule: self._case(one.rule, "skipped", one.reason) for one in report.not_evaluated}
        cases += [rules[name] for name in sorted(rules)]
        return cases or [self._reading("skipped", "", _NOTHING[self._lang])]

    def _reading(self, result: _Result, kind: str, message: str) -> _Case:
        return _Case("document", _READING[self._lang], result, kind, message, message)

    def _case(self, rule: str, result: _Result = "passed", message: str = "") -> _Case:
        return _Case(_group(rule), self._titles.get(rule, rule), result, message=message)

    def _flagged(self, rule: str, findings: list[Finding]) -> _Case:
        """A failure; passed with its words where all is advice, skipped where all is overruled or waived."""
        lang = self._lang
        text = "\n\n".join(_told(finding, lang) for finding in findings)
        name = self._titles.get(rule, f"{findings[0].code} {findings[0].title}")
        live = [one for one in gravest_first(tuple(findings)) if one.status not in CLOSED]
        if not live:
            return _Case(_group(rule), name, "skipped", message=_closed(findings, lang), text=text)
        gravest = live[0].severity
        if gravest is Severity.ADVICE:
            return _Case(_group(rule), name, text=text)
        more = f" ({LABELS[lang].more.format(count=len(live) - 1)})" if len(live) > 1 else ""
        return _Case(_group(rule), name, "failure", gravest.value, live[0].condition + more, text)


def _closed(findings: list[Finding], lang: Language) -> str:
    """Who overruled or waived them, and why."""
    said = []
    for status, words in _CLOSED[lang].items():
        some = [one for one in findings if one.status == status]
        answers = dict.fromkeys(answer(one.response, lang) for one in some if one.response)
        said += [words.format(answers="; ".join(answers))] if some else []
    return " ".join(said)


def _told(finding: Finding, lang: Language) -> str:
    """One finding in full: severity, places, the words there, and its parts."""
    labels = LABELS[lang]
    sure = labels.confidence[finding.confidence]
    lines = [", ".join(filter(None, [labels.severity[finding.severity], sure, places(finding.evidence, lang)]))]
    lines += [f"{_QUOTE[lang]}: {harmless(one.quote)}" for one in finding.evidence[:1] if one.quote]
    lines += [f"{label}: {words}" for label, words in parts(finding, lang)]
    if finding.status != "open":
        said = f" - {answer(finding.response, lang)}" if finding.response else ""
        lines.append(f"{_STATUS[lang]}: {STATUSES[lang][finding.status]}{said}")
    return "\n".join(lines)


def _suite(report: DocumentReport, cases: list[_Case], lang: Language) -> str:
    counts = _Counts()
    counts.add(cases)
    name = attribute(heading(report, lang))
    lines = [f'  <testsuite name={name} {counts.attributes()} skipped="{counts.skipped}">']
    lines += ["    <properties>", *_properties(report), "    </properties>"]
    lines += [_element(case, heading(report, lang)) for case in cases]
    return "\n".join([*lines, "  </testsuite>\n"])


def _properties(report: DocumentReport) -> Iterator[str]:
    values = {
        "sha256": report.sha256,
        "title": report.title,
        "unit": report.unit,
        "verdict": report.verdict,
        "grade": report.grade.value if report.grade else None,
        "score": f"{report.score.value:.2f}" if report.score else None,
        "findings": str(len(report.findings)),
        "not-applicable": str(report.outcomes.not_applicable),
    }
    for name, value in values.items():
        if value is not None:
            yield f'      <property name="{name}" value={attribute(harmless(value))}/>'


def _element(case: _Case, document: str) -> str:
    """One test; its class name begins with the document, for services that show no suites."""
    group = f"{document.replace('.', '_')}.{case.group}"
    head = f"    <testcase classname={attribute(group)} name={attribute(harmless(case.name))}"
    message, text = attribute(harmless(case.message)), content(case.text)
    kind = f" type={attribute(case.kind)}" if case.kind else ""
    if case.result == "passed":
        return f"{head}><system-out>{text}</system-out></testcase>" if text else f"{head}/>"
    if case.result == "skipped":
        output = f"<system-out>{text}</system-out>" if text else ""
        return f"{head}><skipped message={message}/>{output}</testcase>"
    return f"{head}><{case.result}{kind} message={message}>{text}</{case.result}></testcase>"


def _group(rule: str) -> str:
    return rule.rpartition("/")[0].replace("/", ".") or rule
