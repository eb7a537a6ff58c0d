"""The report for people: what to mend first stands first."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import click
from tabulate import tabulate

from reports.answers import answer_words
from reports.changes import changes, day, total
from reports.grouped import Group, grouped
from reports.labels import LABELS, Labels, Language
from reports.levers import open_levers
from reports.numbers import decimal, whole
from reports.words import harmless
from schemas.entry import DocumentWords
from schemas.evidence import Evidence
from schemas.places import in_words, told
from schemas.report import ChangedRule, DocumentReport, Finding, RulesInfo, Severity, Summary

MIN_WIDTH = 60
"""Columns of the narrowest page that is laid out."""
MAX_WIDTH = 140
"""Longer lines are hard to read."""
PLAIN_WIDTH = 100
"""Columns where the output is no terminal."""

_NARROW = 84
"""Below this many columns effect and recommendation stand under the finding instead of beside it."""
_FIXED = (10, 6, 7)
"""Columns for severity, code and line."""
_WORDED = 9
"""Columns for places in words: `paragraf 12`, `tabel 2, baris 5`."""
_FINDING_SHARE = Decimal("0.58")
_MAX_QUOTE = 160
"""Characters of a quote; the line tells where to read on."""
_MAX_QUOTES = 2
_MAX_PLACES = 4
MAX_NOTICES = 8
"""Notices of one kind on how a document was read; JSON has all of them."""
_LABEL_ROOM = 26
"""Columns that the labels of the summary take."""

_COLOURS = {Severity.CRITICAL: "red", Severity.MAJOR: "yellow", Severity.MINOR: "cyan", Severity.ADVICE: "blue"}


@dataclass(frozen=True)
class TableStyle:
    """How the page looks."""

    width: int = PLAIN_WIDTH
    """Columns."""
    colour: bool = False
    encoding: str = "utf-8"
    """Of the output. Where it has no box characters, tables are drawn with ``+-|``."""
    lang: Language = "id"
    titles: Mapping[str, str] = field(default_factory=dict)
    """Rule name -> title, for rules that were not evaluated."""
    regulations: Mapping[str, str] = field(default_factory=dict)
    """Full name -> short name; a criterion gives the full one where it is first met."""
    rules: RulesInfo | None = None
    """What was judged by; said at the end."""
    masked: bool = False
    """NIPs and names of persons are replaced; said at the end."""


class TableReport:
    """Prints one document after another, and the summary; see `reports.printer.Printer`."""

    def __init__(self, style: TableStyle) -> None:
        self._style = style
        self._labels: Labels = LABELS[style.lang]
        self._width = min(max(style.width, MIN_WIDTH), MAX_WIDTH)
        self._form = "simple_grid" if _has_boxes(style.encoding) else "grid"

    def head(self) -> bytes:
        """Nothing: the first document begins the page."""
        return b""

    def document(self, report: DocumentReport, words: DocumentWords | None = None) -> bytes:  # noqa: ARG002
        """One document, with an empty line at its end."""
        lines = [self._bold(self._heading(report)), *self._subject(report)]
        lines += self._grade(report)
        lines += self._since(report)
        lines += self._levers(report)
        if report.findings:
            lines += ["", self._findings(report.findings), self._dim(self._labels.cause)]
        remarks = self._remarks(report)
        lines += ["", *remarks] if remarks else []
        notices = self._notices(report)
        lines += ["", *notices] if notices else []
        return self._encoded("\n".join(lines) + "\n\n")

    def joined(self, documents: Sequence[bytes], *, first: bool) -> bytes:  # noqa: ARG002 - as every printer
        """The documents one below the other."""
        return b"".join(documents)

    def tail(self, summary: Summary, unknown: int) -> bytes:
        """The totals over all documents; *unknown* of them are of no known kind."""
        labels = self._labels
        found = [
            f"{count} {self._coloured(severity, labels.severity[severity])}"
            for severity, count in summary.findings.items()
            if count
        ]
        rows = [
            (labels.documents, str(summary.documents)),
            (labels.findings, ", ".join(found) or labels.none),
            (labels.grades, ", ".join(f"{letter}: {count}" for letter, count in summary.grades.items())),
            (labels.errors, str(summary.errors or "")),
            (labels.unknown_count, str(unknown or "")),
            (labels.missing, str(summary.missing or "")),
            *self._judged_by(),
        ]
        table = tabulate([row for row in rows if row[1]], tablefmt="plain", disable_numparse=True)
        about = [self._dim(labels.about_grade)] if summary.grades else []
        about += [labels.masked] if self._style.masked else []
        return self._encoded("\n".join([self._bold(labels.summary), textwrap.indent(table, "  "), *about]) + "\n")

    def _judged_by(self) -> list[tuple[str, str]]:
        """Who judged, by how many rules, and which of them the organisation changed or does not use."""
        labels, rules = self._labels, self._style.rules
        if rules is None:
            return []
        off = [f"{one.rule} ({harmless(one.reason)})" for one in rules.switched_off]
        changed = [self._changed(one) for one in rules.changed]
        return [
            (labels.auditor, harmless(rules.organisation or "")),
            (labels.profile, labels.profile_rules.format(count=rules.count, profile=rules.profile)),
            (labels.switched_off, self._counted(off)),
            (labels.changed, self._counted(changed)),
        ]

    def _changed(self, one: ChangedRule) -> str:
        values = [self._labels.severity[one.severity].lower()] if one.severity else []
        values += [f"{name} = {harmless(str(value))}" for name, value in one.params.items()]
        return f"{one.rule} ({', '.join(values)})"

    def _counted(self, items: list[str]) -> str:
        """Their number, and each on a line of its own."""
        room = self._width - _LABEL_ROOM
        return "\n".join([str(len(items)), *(_fill(f"- {item}", room) for item in items)]) if items else ""

    def _heading(self, report: DocumentReport) -> str:
        part = f" ({self._labels.part.format(part=report.part)})" if report.part is not None else ""
        return harmless(report.path) + part

    def _subject(self, report: DocumentReport) -> list[str]:
        named = [harmless(words) for words in (report.unit, report.title) if words]
        return self._wrapped(" - ".join(named)) if named else []

    def _grade(self, report: DocumentReport) -> list[str]:
        labels = self._labels
        if report.score is None or report.grade is None or report.verdict is None:
            return []
        score = report.score
        points = f"{labels.score}: {self._number(score.value)}"
        if score.low != score.high:
            bounds = labels.between.format(low=self._number(score.low), high=self._number(score.high))
            points += f" ({bounds})"
        verdict = f"{labels.verdict_of}: {self._verdict(report.verdict)}"
        counts = labels.rules.format(**dict(report.outcomes))
        letter = f"{labels.grade}: {report.grade.value}"
        if report.grade.low != report.grade.high:
            letter += f" ({labels.between.format(low=report.grade.low, high=report.grade.high)})"
        return [*self._side_by_side(verdict, letter, points), *self._wrapped(counts)]

    def _since(self, report: DocumentReport) -> list[str]:
        """What changed since the earlier report."""
        since, found, labels = report.since, changes(report), self._labels
        if since is None or found is None:
            return []
        counts = {"fixed": total(found.fixed), "new": total(found.new), "kept": found.kept}
        said = [labels.since.format(day=day(since.as_of, self._style.lang), **counts)]
        for words, some in (
            (labels.since_changed, found.changed),
            (labels.since_first_judged, found.first_judged),
            (labels.since_unjudged, found.unjudged),
        ):
            said += [words.format(count=total(some))] if some else []
        if report.score and report.grade and since.score and since.grade:
            before, score = self._number(since.score.value), self._number(report.score.value)
            said.append(
                labels.since_score.format(
                    before=before, grade_before=since.grade, score=score, grade=report.grade.value
                )
            )
        said += [] if since.judged_alike else [labels.since_other_rules]
        return self._wrapped("; ".join(said))

    def _levers(self, report: DocumentReport) -> list[str]:
        """What to mend first."""
        labels = self._labels
        levers = open_levers(report)
        lines = ["", labels.levers] if levers else []
        found = {finding.rule: finding for finding in report.findings}
        for place, lever in enumerate(levers, 1):
            finding, count = found[lever.rule], len(lever.fingerprints)
            several = f" ({labels.findings_of.format(count=count)})" if count > 1 else ""
            after = labels.lever.format(score=self._number(lever.score), grade=lever.grade)
            text = f"{finding.code} {harmless(finding.title)}{several}: {after}"
            indent = f"  {place}. "
            lines.append(textwrap.fill(text, self._width, initial_indent=indent, subsequent_indent=" " * len(indent)))
        return lines

    def _side_by_side(self, *texts: str) -> list[str]:
        """On as few lines as they fit on."""
        lines = [texts[0]]
        for text in texts[1:]:
            longer = f"{lines[-1]}   {text}"
            lines[-1:] = [longer] if len(click.unstyle(longer)) <= self._width else [lines[-1], text]
        return lines

    def _remarks(self, report: DocumentReport) -> list[str]:
        """What has to be said besides findings: nothing found, not judged, not read."""
        labels = self._labels
        if report.errors:
            return [labels.failed, *self._items(error.message for error in report.errors)]
        if report.kind == "unknown":
            return self._wrapped(labels.unknown)
        if report.kind == "performance" and report.score is None:
            return self._wrapped(labels.performance)
        lines = [] if report.findings else self._wrapped(labels.clean)
        if report.not_evaluated:
            lines += [labels.not_evaluated, *self._items(self._not_evaluated(report))]
        return lines

    def _not_evaluated(self, report: DocumentReport) -> list[str]:
        rules: dict[str, list[str]] = {}
        for judged in report.not_evaluated:
            title = self._style.titles.get(judged.rule)
            rules.setdefault(judged.reason, []).append(f"{title} ({judged.rule})" if title else judged.rule)
        return [f"{reason} {'; '.join(names)}." for reason, names in rules.items()]

    def _findings(self, findings: Iterable[Finding]) -> str:
        lines = grouped(findings)
        shown = [one for one in lines if isinstance(one, Finding)]
        places = _WORDED if any(map(_in_words, shown)) else _FIXED[2]
        narrow = self._width < _NARROW
        headers = self._labels.columns[:4] if narrow else self._labels.columns
        room = self._width - (3 * len(headers) + 1) - sum(_FIXED[:2]) - places
        left = room if narrow else int(room * _FINDING_SHARE)
        criteria = iter(_once(self._style.regulations, [finding.criterion for finding in shown]))
        rows = [
            self._others(one, left, right=not narrow)
            if isinstance(one, Group)
            else self._row(one, next(criteria), places, left, room - left)
            for one in lines
        ]
        return tabulate(rows, headers=headers, tablefmt=self._form, disable_numparse=True)

    def _row(self, finding: Finding, criterion: str, places: int, left: int, right: int) -> list[str]:
        severity = self._coloured(finding.severity, self._labels.severity[finding.severity])
        doubt = _fill(self._labels.confidence[finding.confidence], _FIXED[0])
        labels = self._labels
        words = [self._bold_lines(_fill(harmless(finding.title), left))]
        words.append(self._part(labels.condition, finding.condition, left))
        words += [_fill(quote, left) for quote in _quotes(finding)]
        words.append(self._part(labels.criterion, criterion, left))
        others = [(labels.effect, finding.effect), (labels.recommendation, finding.recommendation)]
        beside = [self._part(name, text, right or left) for name, text in others]
        if not right:
            words += beside
        answer = answer_words(finding, self._style.lang)
        words += [_fill(harmless(answer[:1].upper() + answer[1:]), left)] if answer else []
        row = [
            "\n".join(filter(None, (severity, doubt))),
            finding.code,
            _fill(self._places(finding.evidence), places),
            "\n".join(words),
        ]
        return [*row, "\n".join(beside)] if right else row

    def _others(self, group: Group, left: int, *, right: bool) -> list[str]:
        """How many more findings there are like those above, and where the first of them stand."""
        labels, first = self._labels, group.counted[0]
        severity = self._coloured(first.severity, labels.severity[first.severity])
        places = [place for finding in group.counted[:_MAX_PLACES] for place in [self._place(finding.evidence[0])]]
        shown = ", ".join(dict.fromkeys(filter(None, places))) or "-"
        rest = labels.and_so_on if len(group.counted) > _MAX_PLACES else ""
        text = labels.others.format(count=self._count(len(group.counted)), places=shown + rest)
        return [severity, first.code, "", _fill(text, left), *([""] if right else [])]

    def _notices(self, report: DocumentReport) -> list[str]:
        """How the document was read: what was said of several places stands once."""
        said: dict[tuple[str, str], list[Evidence]] = {}
        for notice in report.notices:
            said.setdefault((notice.code, notice.message), []).extend(notice.evidence)
        count: Counter[str] = Counter()
        lines: list[str] = []
        for (code, message), evidence in said.items():
            count[code] += 1
            if count[code] <= MAX_NOTICES:
                places = self._places(evidence)
                lines.append(f"{places}: {message}" if places else message)
        more = sum(number - MAX_NOTICES for number in count.values() if number > MAX_NOTICES)
        lines += [self._labels.more_notices.format(count=self._count(more))] if more else []
        return [self._labels.notices, *self._items(lines)] if lines else []

    def _count(self, number: int) -> str:
        return whole(number, self._style.lang)

    @staticmethod
    def _part(name: str, text: str, width: int) -> str:
        return _fill(f"{name}: {harmless(text)}", width)

    def _places(self, evidence: Iterable[Evidence]) -> str:
        places = list(dict.fromkeys(filter(None, map(self._place, evidence))))
        more = len(places) - _MAX_PLACES
        shown = places[:_MAX_PLACES] + ([self._labels.more.format(count=more)] if more > 0 else [])
        return ", ".join(shown)

    def _place(self, evidence: Evidence) -> str:
        if evidence.document is not None:
            return harmless(told((evidence,), self._style.lang))
        if evidence.cell:
            return harmless(in_words(evidence.cell, self._style.lang))
        if evidence.page is not None:
            return self._labels.page.format(page=evidence.page)
        return str(evidence.line) if evidence.line is not None else ""

    def _items(self, texts: Iterable[str]) -> list[str]:
        return [
            textwrap.fill(harmless(text), self._width, initial_indent="  - ", subsequent_indent="    ")
            for text in texts
        ]

    def _wrapped(self, text: str) -> list[str]:
        return textwrap.wrap(text, self._width) or [""]

    def _number(self, number: Decimal) -> str:
        return decimal(number, self._style.lang)

    def _verdict(self, verdict: str) -> str:
        colour = {"layak": "green", "layak dengan catatan": "yellow"}.get(verdict, "red")
        text = self._labels.verdict.get(verdict, verdict)
        return click.style(text, fg=colour, bold=True) if self._style.colour else text

    def _coloured(self, severity: Severity, text: str) -> str:
        return click.style(text, fg=_COLOURS[severity], bold=True) if self._style.colour else text

    def _bold(self, text: str) -> str:
        return click.style(text, bold=True) if self._style.colour else text

    def _bold_lines(self, text: str) -> str:
        return "\n".join(map(self._bold, text.split("\n")))

    def _dim(self, text: str) -> str:
        return click.style(text, dim=True) if self._style.colour else text

    def _encoded(self, text: str) -> bytes:
        return text.encode(self._style.encoding, "replace")


def _quotes(finding: Finding) -> list[str]:
    """The words as printed that the condition does not repeat already, and what was looked for where they are."""
    said = _plain(finding.condition)
    quotes: dict[str, None] = {}
    for evidence in finding.evidence:
        words = " ".join(harmless(evidence.quote).split())
        note = f"({harmless(evidence.note)})" if evidence.note else ""
        if words and _plain(words) not in said:
            short = words if len(words) <= _MAX_QUOTE else words[:_MAX_QUOTE].rstrip() + " …"
            quotes[f"“{short}” {note}".rstrip()] = None
        elif note:
            quotes[note] = None
    return list(quotes)[:_MAX_QUOTES]


def _once(regulations: Mapping[str, str], criteria: Iterable[str]) -> list[str]:
    """The criteria with the full name of each regulation in the first of them that has it."""
    known: set[str] = set()
    shortened = []
    for criterion in criteria:
        words = criterion
        for full, short in regulations.items():
            if full != short and full in words:
                words = words.replace(full, short) if full in known else words
                known.add(full)
        shortened.append(words)
    return shortened


def _has_boxes(encoding: str) -> bool:
    try:
        "│─┼".encode(encoding)
    except (LookupError, UnicodeEncodeError):
        return False
    return True


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _in_words(finding: Finding) -> bool:
    """Whether a place of a finding is said in words, as those of a Word file are."""
    return any(place.document or (place.cell is not None and not place.in_sheet) for place in finding.evidence)


def _fill(text: str, width: int) -> str:
    return textwrap.fill(text, width) if text else ""
