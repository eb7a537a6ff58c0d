"""
The report as Markdown, for pull requests and chat: short enough to be posted, the gravest first.

GitHub takes 65,536 characters in a comment. What would go beyond is left out, and said to be. It is plain CommonMark
with tables; documents with many findings are folded away (`<details>`). It reads well unrendered, too.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import BinaryIO, Final

from reports.book import Book
from reports.changes import day
from reports.flat import STATUSES, answer, counts, gravest_first, heading, letter, places
from reports.grouped import Group, grouped
from reports.labels import LABELS, Language
from reports.levers import open_levers
from reports.numbers import decimal, whole
from reports.tally import SEVERITIES
from reports.words import harmless
from schemas.entry import Entry
from schemas.report import DocumentReport, Finding, Lever, Severity

MAX_CHARACTERS: Final = 65_000
"""A little less than GitHub takes, so that a line may be written above it."""
_MAX_DOCUMENTS = 400
"""Documents that are thought of; no more would fit."""
_MAX_ROWS = 50
"""Rows of the table of documents."""
_MAX_FINDINGS = 30
"""Rows of the table of findings of one document."""
_FOLD = 8
"""Findings that are shown unfolded."""
_MAX_WORDS = 300
"""Characters of a text in a cell."""
_MAX_PATH = 120
_MAX_PLACES = 3
_MAX_REASONS = 10
_ROOM_FOR_REST = 400
"""Characters kept for saying what is left out."""

_PUNCTUATION = re.compile(r"[\\`*\[\]<>|~&$]|(?<![^\W_])_|_(?![^\W_])")
"""What marks something up anywhere in a line; an underscore only at the edge of a word."""
_BEGINNING = re.compile(r"^(?:([#+\-=:])|(\d{1,9})([.)]))")
"""What marks something up where a line begins."""
_REFERENCES = re.compile(r"(?i)(@(?=\w)|#(?=\d)|\bGH-(?=\d)|\bwww(?=\.)|[a-z]:(?=//)|(?:mailto|xmpp):)")
"""What code hosts make links of, or messages to people: ``@name``, ``#12``, addresses."""
_GAP = "\N{ZERO WIDTH SPACE}"
"""Keeps a reference from being one; a backslash does not, since hosts look for them in what is rendered."""
_WORDS: dict[Language, dict[str, str]] = {
    "id": {
        "title": "Hasil pemeriksaan patuh",
        "totals": "**{documents} dokumen** diperiksa per {as_of}. Temuan: **{findings}**.",
        "errors": "**{count} dokumen tidak dapat diperiksa.**",
        "unknown": "{count} dokumen bukan SOP atau laporan kinerja yang dikenali.",
        "document": "Dokumen",
        "place": "Letak",
        "fold": "{count} temuan: {findings}",
        "more_findings": "... dan {count} temuan lain dalam dokumen ini; semuanya ada dalam laporan JSON.",
        "like": "... dan {count} temuan lain seperti ini.",
        "more_rows": "Tabel ini memuat {shown} dari {all} dokumen, yang terberat lebih dahulu.",
        "rest": "{count} dokumen lain tidak dirinci di sini karena panjang tulisan dibatasi; "
        "semuanya ada dalam laporan JSON (`--output laporan.json`).",
        "not_evaluated": "{count} aturan tidak dapat dinilai",
        "overruled": "{count} temuan dibatalkan oleh pemeriksa; semuanya termasuk dalam jumlah temuan di atas.",
        "overruled_here": "{count} temuan dibatalkan oleh pemeriksa:",
        "masked": "NIP dan nama orang disamarkan.",
    },
    "en": {
        "title": "Results of patuh",
        "totals": "**{documents} documents** audited as of {as_of}. Findings: **{findings}**.",
        "errors": "**{count} documents could not be audited.**",
        "unknown": "{count} documents are not recognised as an SOP or a performance report.",
        "document": "Document",
        "place": "Place",
        "fold": "{count} findings: {findings}",
        "more_findings": "... and {count} more findings in this document; all stand in the JSON report.",
        "like": "... and {count} more findings like this one.",
        "more_rows": "This table has {shown} of {all} documents, the gravest first.",
        "rest": "{count} more documents are not detailed here, since the length is limited; "
        "all stand in the JSON report (`--output report.json`).",
        "not_evaluated": "{count} rules could not be evaluated",
        "overruled": "{count} findings were overruled by an auditor; the totals above include them.",
        "overruled_here": "{count} findings were overruled by an auditor:",
        "masked": "NIPs and names of persons are masked.",
    },
}


def write(book: Book, stream: BinaryIO) -> None:
    """Write the report; see `reports.book.BookWriter`. The first reading picks the documents, the second tells them."""
    page = _Page(book.lang)
    speaking = _Counter()
    picked = heapq.nsmallest(_MAX_DOCUMENTS, map(_weight, speaking.counted(_numbered(book))))
    turns = {number: turn for turn, (_, number) in enumerate(picked)}
    told = sorted(_told(book, turns, page))
    text = "\n".join([*page.head(book, speaking.overruled), *_table(book, told, page), ""])
    text, sections = _fitted(text, told)
    left = speaking.found - sections
    if left:
        text += page.say("rest", count=whole(left, book.lang)) + "\n"
    about = f"\n_{LABELS[book.lang].about_grade}_\n" if book.summary.grades else ""
    stream.write((text + about).encode("utf-8", "replace"))


@dataclass(frozen=True, slots=True, order=True)
class _Told:
    """What is said of one document."""

    turn: int
    row: str
    """Of the table of documents."""
    section: str
    """Empty where the row says it all."""


@dataclass(slots=True)
class _Counter:
    """Counts the documents of which there is something to say, and the findings that were overruled."""

    found: int = 0
    overruled: int = 0

    def counted(self, entries: Iterator[tuple[int, Entry]]) -> Iterator[tuple[int, Entry]]:
        for number, entry in entries:
            self.found += _has_section(entry.report)
            self.overruled += sum(one.status == "overruled" for one in entry.report.findings)
            yield number, entry


def _has_section(report: DocumentReport) -> bool:
    return bool(report.errors or report.findings or report.not_evaluated)


def _numbered(book: Book) -> Iterator[tuple[int, Entry]]:
    return enumerate(book.entries())


def _weight(numbered: tuple[int, Entry]) -> tuple[tuple[int, ...], int]:
    """Unreadable documents first, then by how many findings of each severity, the gravest first."""
    number, entry = numbered
    live = [finding.severity for finding in entry.report.findings if finding.status != "overruled"]
    return (-bool(entry.report.errors), *(-live.count(severity) for severity in SEVERITIES)), number


def _told(book: Book, turns: dict[int, int], page: _Page) -> Iterator[_Told]:
    for number, entry in _numbered(book):
        turn = turns.get(number)
        if turn is not None:
            section = page.section(entry.report) if _has_section(entry.report) else ""
            yield _Told(turn, page.row(entry.report), section)


def _table(book: Book, told: list[_Told], page: _Page) -> Iterator[str]:
    if not told:
        return
    yield from page.columns()
    yield from (one.row for one in told[:_MAX_ROWS])
    if book.summary.documents > _MAX_ROWS:
        shown, every = whole(_MAX_ROWS, book.lang), whole(book.summary.documents, book.lang)
        yield ""
        yield page.say("more_rows", shown=shown, all=every)
    yield ""


def _fitted(text: str, told: list[_Told]) -> tuple[str, int]:
    """Add the sections that there is room for; say how many."""
    room = MAX_CHARACTERS - _ROOM_FOR_REST - len(text)
    sections: list[str] = []
    for section in (one.section for one in told if one.section):
        if len(section) <= room:
            sections.append(section)
            room -= len(section)
    return text + "".join(sections), len(sections)


@dataclass(frozen=True, slots=True)
class _Page:
    """Says things in one language."""

    lang: Language

    def say(self, name: str, **values: str) -> str:
        return _WORDS[self.lang][name].format(**values)

    def head(self, book: Book, gone: int) -> list[str]:
        """The totals; *gone* findings are overruled."""
        labels, summary = LABELS[self.lang], book.summary
        found = counts(summary.findings, self.lang)
        documents = whole(summary.documents, self.lang)
        lines = [self.say("totals", documents=documents, as_of=day(book.as_of, self.lang), findings=found)]
        if summary.grades:
            grades = ", ".join(f"{plain(one)}: {whole(count, self.lang)}" for one, count in summary.grades.items())
            lines.append(f"{labels.grades}: {grades}.")
        lines += [self.say("errors", count=whole(summary.errors, self.lang))] if summary.errors else []
        lines += [self.say("unknown", count=whole(book.unknown, self.lang))] if book.unknown else []
        lines += [self.say("overruled", count=whole(gone, self.lang))] if gone else []
        lines += [self.say("masked")] if book.masked else []
        judged = labels.profile_rules.format(count=book.rules.count, profile=plain(book.rules.profile))
        by = f"{_begun(_words(book.rules.organisation))}, " if book.rules.organisation else ""
        program = f"{by}{labels.profile}: {judged}, {book.tool.name} {plain(book.tool.version)}."
        return [f"# {self.say('title')}", "", "\n".join(f"{line}  " for line in [*lines, program]).rstrip(), ""]

    def columns(self) -> list[str]:
        labels = LABELS[self.lang]
        names = [self.say("document"), labels.verdict_of, labels.grade, labels.score, *labels.severity.values()]
        return [_cells(names), "| --- | --- | :-: | --: |" + " --: |" * len(SEVERITIES)]

    def row(self, report: DocumentReport) -> str:
        """One row of the table of documents."""
        found = [finding.severity for finding in report.findings]
        grade = letter(report.grade) if report.grade else "-"
        score = decimal(report.score.value, self.lang) if report.score else "-"
        numbers = [str(found.count(severity) or "-") for severity in SEVERITIES]
        name = plain(_short(heading(report, self.lang), _MAX_PATH))
        return _cells([name, self._verdict(report), plain(grade), score, *numbers])

    def section(self, report: DocumentReport) -> str:
        """What is wrong with one document, and what to mend first."""
        labels = LABELS[self.lang]
        lines = [f"## {_begun(plain(_short(heading(report, self.lang), _MAX_PATH)))}", ""]
        named = [_words(words) for words in (report.unit, report.title) if words]
        lines += [_begun(" - ".join(named)), ""] if named else []
        if report.score and report.grade:
            points = f"{labels.grade} {plain(letter(report.grade))}, {labels.score} "
            lines += [f"**{self._verdict(report)}** ({points}{decimal(report.score.value, self.lang)})", ""]
        lines += [f"- {_begun(_words(one.message))} ({plain(one.code)})" for one in report.errors]
        lines += [""] if report.errors else []
        lines += self._levers(report)
        lines += self._findings(report)
        lines += self._not_evaluated(report)
        return "\n".join(lines) + "\n"

    def _verdict(self, report: DocumentReport) -> str:
        labels = LABELS[self.lang]
        if report.errors:
            return labels.errors
        if report.kind == "unknown":
            return labels.unknown_count
        return labels.verdict[report.verdict] if report.verdict else "-"

    def _levers(self, report: DocumentReport) -> list[str]:
        labels = LABELS[self.lang]
        known = {finding.rule: finding for finding in report.findings}
        levers = [one for one in open_levers(report) if one.rule in known]
        if not levers:
            return []
        items = [f"{number}. {self._lever(one, known[one.rule])}" for number, one in enumerate(levers, 1)]
        return [labels.levers, "", *items, ""]

    def _lever(self, lever: Lever, finding: Finding) -> str:
        labels, count = LABELS[self.lang], len(lever.fingerprints)
        after = labels.lever.format(score=decimal(lever.score, self.lang), grade=plain(lever.grade))
        several = f" ({labels.findings_of.format(count=count)})" if count > 1 else ""
        return f"{_begun(plain(finding.code))} {_words(finding.title)}{several}: {after}"

    def _findings(self, report: DocumentReport) -> list[str]:
        """A table; folded where it is long."""
        live = gravest_first(report.findings)
        lines = self._overruled([one for one in report.findings if one.status == "overruled"])
        if not live:
            return lines
        table = self._table(live)
        if len(live) <= _FOLD:
            return [*table, "", *lines]
        severities = [finding.severity for finding in live]
        found = counts({one: severities.count(one) for one in SEVERITIES}, self.lang)
        summary = escape(self.say("fold", count=whole(len(live), self.lang), findings=found))
        return ["<details>", f"<summary>{summary}</summary>", "", *table, "", "</details>", "", *lines]

    def _overruled(self, gone: list[Finding]) -> list[str]:
        """Who decided it, and why."""
        if not gone:
            return []
        lines = [self.say("overruled_here", count=whole(len(gone), self.lang)), ""]
        for one in gone[:_MAX_FINDINGS]:
            reply = f": {_words(answer(one.response, self.lang))}" if one.response else ""
            where = places(one.evidence, self.lang, _MAX_PLACES)
            at = f" ({_words(where)})" if where else ""
            lines.append(f"- {_begun(plain(one.code))} {_words(one.title)}{at}{reply}")
        more = len(gone) - _MAX_FINDINGS
        lines += [f"- {LABELS[self.lang].more.format(count=more)}"] if more > 0 else []
        return [*lines, ""]

    def _table(self, live: list[Finding]) -> list[str]:
        labels = LABELS[self.lang]
        severity, code, _, finding, _ = labels.columns
        lines = [_cells([severity, code, self.say("place"), finding, labels.recommendation])]
        lines.append("| --- | --- | --- | --- | --- |")
        shown = 0
        for one in grouped(live)[:_MAX_FINDINGS]:
            if isinstance(one, Group):
                shown += len(one.counted)
                lines.append(self._like(one))
            else:
                shown += 1
                lines.append(self._finding(one))
        if shown < len(live):
            lines += ["", self.say("more_findings", count=whole(len(live) - shown, self.lang))]
        return lines

    def _like(self, group: Group) -> str:
        first = group.counted[0]
        said = self.say("like", count=whole(len(group.counted), self.lang))
        return _cells([self._severity(first.severity), plain(first.code), "", said, ""])

    def _finding(self, finding: Finding) -> str:
        labels = LABELS[self.lang]
        sure = labels.confidence[finding.confidence]
        said = f"**{_words(finding.title)}**: {_words(finding.condition)}"
        said += f" ({sure})" if sure else ""
        if finding.status != "open":
            reply = f": {_words(answer(finding.response, self.lang))}" if finding.response else ""
            said += f" [{STATUSES[self.lang][finding.status]}{reply}]"
        where = _words(places(finding.evidence, self.lang, _MAX_PLACES))
        return _cells(
            [self._severity(finding.severity), plain(finding.code), where, said, _words(finding.recommendation)]
        )

    def _severity(self, severity: Severity) -> str:
        name = LABELS[self.lang].severity[severity]
        return f"**{name}**" if severity is Severity.CRITICAL else name

    def _not_evaluated(self, report: DocumentReport) -> list[str]:
        """Rules and reasons, each reason once; always folded."""
        if not report.not_evaluated:
            return []
        count = len(report.not_evaluated)
        summary = escape(self.say("not_evaluated", count=whole(count, self.lang)))
        items = [f"- {_begun(plain(one.rule))}: {_words(one.reason)}" for one in report.not_evaluated[:_MAX_REASONS]]
        items += [f"- {LABELS[self.lang].more.format(count=count - _MAX_REASONS)}"] if count > _MAX_REASONS else []
        return ["<details>", f"<summary>{summary}</summary>", "", *items, "", "</details>", ""]


def plain(words: str) -> str:
    """Return *words* on one line as Markdown that shows just them: no mark-up, no links, nobody called."""
    text = " ".join(harmless(words).split())
    text = _PUNCTUATION.sub(lambda match: "\\" + match[0], text)
    return _REFERENCES.sub(lambda match: match[0] + _GAP, text)


def _begun(text: str) -> str:
    """The same Markdown where a line begins, so that it begins neither a list nor a heading."""
    return _BEGINNING.sub(lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}", text)


def _words(words: str) -> str:
    return plain(_short(words))


def _short(words: str, most: int = _MAX_WORDS) -> str:
    return words if len(words) <= most else words[:most].rstrip() + " …"


def _cells(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"
