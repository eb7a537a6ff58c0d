"""The report for whoever mends the document: what to do next, to be ticked off."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

import click

from reports.changes import Titles, total
from reports.clerk import ClerkView, Fix, Progress, Spot, clerk_view
from reports.clerk_words import WORDS, ClerkWords, Manner
from reports.table import MAX_WIDTH, MIN_WIDTH, TableStyle
from reports.words import harmless
from schemas.entry import DocumentWords
from schemas.report import DocumentReport, Summary

MAX_QUOTE = 120
"""Characters of the words of a document; the place tells where to read on."""
_MARGIN = "    "
_BOX = "[ ] "
_COLOURS: dict[Manner, str] = {"mend": "red", "check": "yellow", "consider": "blue"}


class ClerkReport:
    """Prints one document after another; see `reports.printer.Printer`."""

    def __init__(self, style: TableStyle) -> None:
        self._style = style
        self._words: ClerkWords = WORDS[style.lang]
        self._width = min(max(style.width, MIN_WIDTH), MAX_WIDTH)

    def head(self) -> bytes:
        """Nothing: the first document begins the page."""
        return b""

    def document(self, report: DocumentReport, words: DocumentWords | None = None) -> bytes:  # noqa: ARG002
        """One document, with two empty lines at its end."""
        view = clerk_view(report, self._style.lang, self._style.titles)
        blocks = [
            [*self._heading(report), "", *self._verdict(view)],
            self._items(view.failures),
            self._progress(view.progress),
            self._first(view),
            self._numbered(self._words.all_fixes, view.spots, 1),
            self._numbered(self._words.optional, view.optional, view.todo + 1),
            self._closed(self._words.settled, view.settled),
            self._closed(self._words.waived, view.waived),
            self._unjudged(view),
            [self._bold(self._words.notes), *self._items(view.notes)] if view.notes else [],
        ]
        return self._encoded("\n\n".join("\n".join(block) for block in blocks if block) + "\n\n\n")

    def joined(self, documents: Sequence[bytes], *, first: bool) -> bytes:  # noqa: ARG002 - as every printer
        """The documents one below the other."""
        return b"".join(documents)

    def tail(self, summary: Summary, unknown: int) -> bytes:
        """How many documents there were, and what the codes are for."""
        words = self._words
        lines = [words.handed_in.format(documents=summary.documents)]
        lines += [words.failed.format(count=summary.errors)] if summary.errors else []
        lines += [words.not_recognised.format(count=unknown)] if unknown else []
        lines += [words.missing.format(count=summary.missing)] if summary.missing else []
        lines += [words.codes] if any(summary.findings.values()) else []
        lines += [words.about_grade] if summary.grades else []
        shown = [line for text in lines for line in self._wrapped(text)]
        return self._encoded("\n".join([self._bold(words.summary), *shown]) + "\n")

    # parts of a document --------------------------------------------------------------------------------------

    def _heading(self, report: DocumentReport) -> list[str]:
        part = f" ({self._words.part.format(part=report.part)})" if report.part is not None else ""
        path = harmless(report.path) + part
        named = " - ".join(harmless(words) for words in (report.unit, report.title) if words)
        return [self._bold(path), *self._wrapped(named), "=" * min(len(path), self._width)]

    def _verdict(self, view: ClerkView) -> list[str]:
        """The sentences; the first of them in the colour of the verdict."""
        text = "\n".join(self._wrapped(view.verdict))
        if view.fit is not None and self._style.colour:
            first, point, rest = text.partition(").")
            text = click.style(first + point, fg="green" if view.fit else "red", bold=True) + rest
        return text.split("\n")

    def _progress(self, progress: Progress | None) -> list[str]:
        if progress is None:
            return []
        words, found = self._words, progress.changes
        lines = [self._bold(words.progress.format(since=progress.since))]
        lines += self._counted(words.fixed.format(count=total(found.fixed)), found.fixed)
        lines += self._indented(words.fixed_none) if found.before and not found.fixed else []
        lines += self._indented(progress.score)
        for heading, some in (
            (words.changed, found.changed),
            (words.new, found.new),
            (words.first_judged, found.first_judged),
            (words.gone_unjudged, found.unjudged),
        ):
            lines += self._counted(heading.format(count=total(some)), some)
        lines += self._indented(words.kept.format(count=found.kept)) if found.kept else []
        return [*lines, *(line for remark in progress.remarks for line in self._indented(remark))]

    def _counted(self, heading: str, titles: Titles) -> list[str]:
        if not titles:
            return []
        named = [self._words.times.format(title=title, count=count) if count > 1 else title for title, count in titles]
        return [*self._indented(heading), *self._items(named, _MARGIN)]

    def _first(self, view: ClerkView) -> list[str]:
        lines = [self._bold(self._words.first)] if view.first else []
        fixes = [fix for spot in (*view.spots, *view.optional) for fix in spot.fixes]
        for number, one in enumerate(view.first, 1):
            indent, where = f"  {number}. ", f"{_begun(one.where)}: " if one.where else ""
            same = [str(at) for at, fix in enumerate(fixes, 1) if not set(fix.findings).isdisjoint(one.findings)]
            gain = f"-> {one.gain} ({self._words.number.format(numbers=', '.join(same))})"
            lines += self._filled(f"{where}{one.action}", indent, " " * len(indent))
            lines += self._filled(gain, " " * len(indent), " " * (len(indent) + 3))
        return lines

    def _numbered(self, heading: str, spots: Iterable[Spot], number: int) -> list[str]:
        """Places in the order of the document; *number* is that of the first fix."""
        lines: list[str] = []
        for spot in spots:
            lines += ["", self._bold(_begun(harmless(spot.where)) or self._words.whole)]
            for fix in spot.fixes:
                lines += self._fix(fix, f"  {_BOX}{number}. ", spot.where)
                number += 1
        return [self._bold(heading), *lines] if lines else []

    def _fix(self, fix: Fix, indent: str, spot: str) -> list[str]:
        words, below = self._words, " " * len(indent)
        verb = "" if fix.manner == "consider" else f"{fix.verb}: "
        new = f" ({words.is_new})" if fix.new else ""
        lines = self._filled(f"{verb}{fix.action}{new}", indent, below)
        if verb and self._style.colour:
            lines[0] = lines[0].replace(verb, click.style(verb, fg=_COLOURS[fix.manner], bold=True), 1)
        return [*lines, *(line for text in self._about(fix, spot) for line in self._filled(text, below, below))]

    def _about(self, fix: Fix, spot: str) -> Iterator[str]:
        words = self._words
        if len(fix.reasons) == 1:
            yield f"{words.why}: {fix.reasons[0].why} [{fix.code}]"
        else:
            yield from (f"{_begun(reason.where)}: {reason.why}" for reason in fix.reasons)
            yield f"[{fix.code}]"
        if fix.words:
            yield f"{words.printed}: {'; '.join(_quoted(quote) for quote in fix.words)}"
        if fix.where != spot:
            yield f"{words.places}: {fix.where}"
        if fix.answer:
            yield f"({fix.answer})"

    def _closed(self, heading: str, settled: Sequence[Fix]) -> list[str]:
        items = [f"{fix.where}: {fix.title} [{fix.code}] - {fix.answer}" for fix in settled]
        return [self._bold(heading), *self._items(items)] if items else []

    def _unjudged(self, view: ClerkView) -> list[str]:
        if not view.advice:
            return []
        items = [one.reason + (f" ({'; '.join(one.about)})" if one.about else "") for one in view.unjudged]
        advice = self._words.what_to_do.format(advice=view.advice)
        return [self._bold(self._words.unjudged), *self._items(items), *self._indented(advice)]

    # lines ----------------------------------------------------------------------------------------------------

    def _items(self, texts: Iterable[str], margin: str = "  ") -> list[str]:
        return [line for text in texts for line in self._filled(text, f"{margin}- ", f"{margin}  ")]

    def _indented(self, text: str) -> list[str]:
        return self._filled(text, "  ", "  ") if text else []

    def _filled(self, text: str, first: str, later: str) -> list[str]:
        return textwrap.wrap(harmless(text), self._width, initial_indent=first, subsequent_indent=later)

    def _wrapped(self, text: str) -> list[str]:
        return textwrap.wrap(text, self._width)

    def _bold(self, text: str) -> str:
        return click.style(text, bold=True) if self._style.colour else text

    def _encoded(self, text: str) -> bytes:
        return text.encode(self._style.encoding, "replace")


def _begun(where: str) -> str:
    """With a capital letter, as it begins a line."""
    return where[:1].upper() + where[1:]


def _quoted(words: str) -> str:
    return f"“{words if len(words) <= MAX_QUOTE else words[:MAX_QUOTE].rstrip() + ' …'}”"
