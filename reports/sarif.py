"""
The report as SARIF 2.1.0 (OASIS standard with errata 01), for code hosts and viewers of findings.

Every array is written item by item while the documents are gone through; see docs/reports.md for what stands where.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, BinaryIO
from urllib.parse import quote

from reports.book import Book
from reports.flat import answer, place
from reports.labels import LABELS, Language
from reports.sarif_rules import LEVELS, Catalogue, escaped, rank
from reports.words import harmless
from schemas.entry import Entry
from schemas.evidence import Evidence
from schemas.report import CLOSED, DocumentReport, Finding

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "%SRCROOT%"
_BASE_MEANS = {
    "id": "Map tempat patuh dijalankan.",
    "en": "The folder in which patuh was run.",
}
_UNKNOWN = "document-unknown"
_NOT_EVALUATED = "rule-not-evaluated"


def write(book: Book, stream: BinaryIO) -> None:
    """Write the report; see `reports.book.BookWriter`."""
    seen = _Seen()
    catalogue = Catalogue(book)
    stream.write(b'{"$schema":' + _json(SCHEMA) + b',"version":"2.1.0","runs":[{"artifacts":')
    _array(stream, _artifacts(book, seen))
    stream.writelines(
        b",\n" + _json(name) + b":" + _json(value) for name, value in _about(book, catalogue, seen).items()
    )
    stream.write(b',\n"taxonomies":')
    _array(stream, catalogue.taxonomies())
    stream.write(b',\n"results":')
    _array(stream, _results(book, catalogue, seen))
    successful = b"false" if seen.failed else b"true"
    stream.write(b',\n"invocations":[{"executionSuccessful":' + successful + b',"toolExecutionNotifications":')
    _array(stream, _notifications(book, catalogue, seen))
    stream.write(b"}]}]}\n")


@dataclass(slots=True)
class _Seen:
    """What the first reading of the documents told for what stands before the results."""

    notifications: set[str] = field(default_factory=set)
    """Ids of the kinds of notification."""
    since: bool = False
    """Some document is compared with an earlier report."""
    closed: bool = False
    """Some finding is overruled or waived."""
    failed: bool = False

    def add(self, report: DocumentReport) -> None:
        self.since = self.since or report.since is not None
        self.closed = self.closed or any(one.status in CLOSED for one in report.findings)
        self.failed = self.failed or bool(report.errors)
        self.notifications.update(f"error/{one.code}" for one in report.errors)
        self.notifications.update(f"notice/{one.code}" for one in report.notices)
        self.notifications.update([_NOT_EVALUATED] if report.not_evaluated else [])
        self.notifications.update([_UNKNOWN] if _is_unknown(report) else [])

    def kinds(self) -> list[str]:
        return sorted(self.notifications)


def _about(book: Book, catalogue: Catalogue, seen: _Seen) -> dict[str, Any]:
    """What is said once of the run."""
    return {
        "tool": {"driver": catalogue.driver(seen.kinds())},
        "automationDetails": {"id": f"patuh/{quote(book.rules.profile, safe='')}/"},
        "language": book.lang,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": _BASE_MEANS[book.lang]}}},
        "properties": {
            "asOf": book.as_of.isoformat(),
            "masked": book.masked,
            "rules": book.rules.model_dump(mode="json"),
            "summary": book.summary.model_dump(mode="json"),
        },
    }


def _artifacts(book: Book, seen: _Seen) -> Iterator[dict[str, Any]]:
    """Yield the files, and remember on the way what results need to know of the whole."""
    for path, entries in groupby(book.entries(), key=_path):
        artifact: dict[str, Any] = {}
        for entry in entries:
            seen.add(entry.report)
            artifact = artifact or _file(path, entry.report)
            artifact["properties"]["documents"].append(_document(entry.report))
        yield artifact


def _file(path: str, report: DocumentReport) -> dict[str, Any]:
    return {
        "location": _uri(path),
        "roles": ["analysisTarget"],
        **({"length": report.bytes} if report.bytes is not None else {}),
        **({"mimeType": report.media} if report.media else {}),
        **({"hashes": {"sha-256": report.sha256}} if report.sha256 else {}),
        "properties": {"documents": []},
    }


def _document(report: DocumentReport) -> dict[str, Any]:
    """What is known of one document of a file."""
    kept = {"part", "kind", "title", "unit", "score", "grade", "verdict", "outcomes"}
    return report.model_dump(mode="json", by_alias=True, include=kept, exclude_none=True)


def _results(book: Book, catalogue: Catalogue, seen: _Seen) -> Iterator[dict[str, Any]]:
    for place_of, entry in _placed(book):
        new = set(entry.report.since.new) if entry.report.since else None
        for finding in entry.report.findings:
            result = _result(finding, place_of, catalogue)
            if seen.closed:
                result["suppressions"] = _suppressions(finding, book.lang)
            if seen.since:
                result["baselineState"] = "new" if new is None or finding.fingerprint in new else "unchanged"
            yield result


def _result(finding: Finding, places: _Places, catalogue: Catalogue) -> dict[str, Any]:
    labels = LABELS[places.lang]
    index = catalogue.indices.get(finding.rule)
    advice = f"{labels.recommendation}: {finding.recommendation}"
    result = {
        "ruleId": finding.rule,
        **({} if index is None else {"ruleIndex": index}),
        "level": LEVELS[finding.severity],
        "rank": rank(finding.severity, finding.confidence),
        "message": {"text": escaped(harmless(f"{finding.condition} {advice}"))},
        "locations": [places.location(finding.evidence[0])],
        "partialFingerprints": {"patuh/v1": finding.fingerprint},
        "taxa": catalogue.taxa(finding.rule, finding.akip),
        "properties": _properties(finding),
    }
    others = [places.location(one, number) for number, one in enumerate(finding.evidence[1:], 1)]
    return {**result, "relatedLocations": others} if others else result


def _properties(finding: Finding) -> dict[str, Any]:
    """The parts of the finding; `cause` is for the auditor, and therefore null."""
    response = finding.response
    return {
        "code": finding.code,
        "title": finding.title,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "component": finding.component,
        "condition": finding.condition,
        "criterion": finding.criterion,
        "cause": None,
        "effect": finding.effect,
        "recommendation": finding.recommendation,
        "akip": list(finding.akip),
        "status": finding.status,
        **({"response": response.model_dump(mode="json")} if response else {}),
    }


def _suppressions(finding: Finding, lang: Language) -> list[dict[str, Any]]:
    """Who overruled or waived a finding, and why; an empty list says that nobody did."""
    if finding.status not in CLOSED:
        return []
    reason = {"justification": answer(finding.response, lang)} if finding.response else {}
    return [{"kind": "external", "status": "accepted", **reason}]


def _notifications(book: Book, catalogue: Catalogue, seen: _Seen) -> Iterator[dict[str, Any]]:
    """Yield what kept documents and rules from being judged, and how documents were read."""
    kinds = {name: index for index, name in enumerate(seen.kinds())}

    def notification(kind: str, level: str, text: str, locations: list[dict[str, Any]]) -> dict[str, Any]:
        return {
            "descriptor": {"id": kind, "index": kinds[kind]},
            "level": level,
            "message": {"text": escaped(harmless(text))},
            "locations": locations,
        }

    for places, entry in _placed(book):
        report, whole = entry.report, [places.location()]
        for error in report.errors:
            yield notification(f"error/{error.code}", "error", error.message, whole)
        if _is_unknown(report):
            yield notification(_UNKNOWN, "note", LABELS[book.lang].unknown, whole)
        for one in report.not_evaluated:
            index = catalogue.indices.get(one.rule)
            rule = {"id": one.rule} if index is None else {"id": one.rule, "index": index}
            yield notification(_NOT_EVALUATED, "warning", one.reason, whole) | {"associatedRule": rule}
        for notice in report.notices:
            at = [places.location(evidence) for evidence in notice.evidence] or whole
            yield notification(f"notice/{notice.code}", "note", notice.message, at)


_PART = re.compile(r", bagian \d+$")
"""Which SOP of a file it is, behind the path in `Evidence.document`."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Makes locations in one document."""

    report: DocumentReport
    artifact: int
    """Index of its file."""
    lang: Language

    def location(self, evidence: Evidence | None = None, number: int | None = None) -> dict[str, Any]:
        """A place in the document, or the document as a whole."""
        physical: dict[str, Any] = {"artifactLocation": self._file(evidence)}
        found: dict[str, Any] = {} if number is None else {"id": number}
        found["physicalLocation"] = physical
        logical = self._logical(evidence)
        if logical:
            found["logicalLocations"] = logical
        if evidence is None:
            return found
        region = self._region(evidence)
        if region:
            physical["region"] = region
        if evidence.note:
            found["message"] = {"text": escaped(harmless(evidence.note))}
        known = self._known(evidence)
        return {**found, "properties": known} if known else found

    def _file(self, evidence: Evidence | None) -> dict[str, Any]:
        """The file of the document, or that of the document of an archive in which the place is."""
        if evidence is None or evidence.document is None:
            return {**_uri(self.report.path), "index": self.artifact}
        return _uri(_PART.sub("", evidence.document))

    def _region(self, evidence: Evidence) -> dict[str, Any] | None:
        """Line and column, in files that have lines; elsewhere a viewer could not find them."""
        if evidence.line is None or not (self.report.media or "").startswith("text/"):
            return None
        region: dict[str, Any] = {"startLine": evidence.line}
        if evidence.column is not None and evidence.cell is None:
            region["startColumn"] = evidence.column
            if not evidence.quote:
                region["endColumn"] = evidence.column
        if evidence.quote:
            region["snippet"] = {"text": harmless(evidence.quote)}
        return region

    def _logical(self, evidence: Evidence | None) -> list[dict[str, Any]]:
        """Page, cell, paragraph, and which of several documents of the file."""
        names = []
        if self.report.part is not None:
            names.append((LABELS[self.lang].part.format(part=self.report.part), "part"))
        if evidence is not None and (evidence.cell or evidence.page is not None or evidence.document is not None):
            words = place(evidence, self.lang)
            kind = "cell" if evidence.in_sheet else "element" if evidence.cell or evidence.page is None else "page"
            names += [(words, kind)] if words else []
        return [
            {"name": name, "fullyQualifiedName": f"{harmless(self.report.path)}#{name}", "kind": kind}
            for name, kind in names
        ]

    def _known(self, evidence: Evidence) -> dict[str, Any]:
        """What SARIF has no place for; the quote where there is no region to show it."""
        kept = {"page", "cell", "bbox", "certainty"}
        if self._region(evidence) is None:
            kept |= {"quote", "line", "column"}
        known: dict[str, Any] = evidence.model_dump(mode="json", include=kept, exclude_none=True)
        return known


def _placed(book: Book) -> Iterator[tuple[_Places, Entry]]:
    """Yield the documents with the indices of their files, counted as `_artifacts` lists them."""
    for index, (_, entries) in enumerate(groupby(book.entries(), key=_path)):
        for entry in entries:
            yield _Places(entry.report, index, book.lang), entry


def _path(entry: Entry) -> str:
    return entry.report.path


def _is_unknown(report: DocumentReport) -> bool:
    return report.kind == "unknown" and not report.errors


def _uri(path: str) -> dict[str, Any]:
    """An absolute path stands for itself, any other is below the folder in which the program ran."""
    uri = quote(path.encode("utf-8", "surrogateescape"), safe="/!~*'()")
    return {"uri": f"file://{uri}"} if path.startswith("/") else {"uri": uri, "uriBaseId": _BASE}


def _array(stream: BinaryIO, items: Iterable[dict[str, Any]]) -> None:
    """Write a JSON array, one item a line."""
    stream.write(b"[")
    for number, item in enumerate(items):
        stream.write(b",\n" if number else b"\n")
        stream.write(_json(item))
    stream.write(b"]")


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
