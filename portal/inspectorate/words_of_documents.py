"""The words of a document that lies in the archive, drawn by a worker: what the page shows beside its findings."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from weakref import WeakKeyDictionary

from jinja2 import Environment

from archive.walking import folder_of
from auditing.check import canon
from auditing.document import audit_entries
from auditing.files import Input, Inputs, select
from auditing.view import View
from portal.drawn import Drawn
from portal.work import Tools
from reports.html.document import DocumentView, Shown, Speech, document_view
from reports.html.excerpt import WHOLE
from reports.html.rendering import speaking
from reports.labels import Language
from schemas.entry import DocumentWords, Entry, Line
from schemas.report import DocumentReport


@dataclass(frozen=True, slots=True)
class Place:
    """Where the bytes of a document are."""

    path: Path
    inside: str | None = None
    """Its path in the archive file of that path."""
    shown: str = ""


@dataclass(frozen=True, slots=True)
class DrawnWords:
    """The words; or why there are none."""

    page: Drawn | None = None
    marked: frozenset[int] = frozenset()
    """Indexes of the findings whose place is among them."""
    changed: bool = False
    """The file is another than the one that was judged."""


@dataclass(frozen=True, slots=True)
class DrawWords:
    """Read a document and draw its words, with marks where its findings stand."""

    place: Place
    report: str
    """What is shown of it, as JSON."""
    lang: Language
    as_of: dt.date

    def carried_out(self, tools: Tools) -> DrawnWords:
        """Read and draw it; never raises for what is in it."""
        report = DocumentReport.model_validate_json(self.report)
        judge = tools.judge(self.lang, self.as_of)
        found = self._input(select((self.place.path,), judge.options.archives).inputs)
        if found is None:
            return DrawnWords(changed=True)
        entries = audit_entries(found.path, self.place.shown, judge, found.inside, View(words=True))
        tools.damaged |= judge.damaged
        own = next((one for one in entries if one.report.part == report.part), None)
        if own is None or own.report.sha256 != report.sha256:
            return DrawnWords(changed=True)
        if own.words is None:
            return DrawnWords()
        environment = _environment(tools, self.lang)
        view = full_view(Entry(report=report, words=marked_anew(own.words, own.report, report)), self.lang, environment)
        if view.excerpt is None:
            return DrawnWords()
        text = environment.get_template("words.html").render(doc=view)
        return DrawnWords(Drawn.of(text, 0), view.marked)

    def _input(self, inputs: Inputs) -> Input | None:
        wanted = self.place.inside
        return next((one for one in inputs if (one.inside.name if one.inside else None) == wanted), None)


def place_in(archive: Path, shown: str) -> Place | None:
    """Where a document of the archive is; None where nothing of its name is there."""
    here, parts = folder_of(archive), shown.split("/")
    if any(part in ("", ".", "..") or "\0" in part for part in parts):
        return None
    for at, part in enumerate(parts, 1):
        here = here / part
        if here.is_file():
            return Place(here, "/".join(parts[at:]) or None, shown)
    return None


def marked_anew(words: DocumentWords, then: DocumentReport, now: DocumentReport) -> DocumentWords:
    """Let the marks in words point to the same findings in another report of the same document."""
    number = {finding.fingerprint: at for at, finding in enumerate(now.findings)}
    moved = {at: number[one.fingerprint] for at, one in enumerate(then.findings) if one.fingerprint in number}

    def line(one: Line) -> Line:
        marks = tuple(replace(mark, finding=moved[mark.finding]) for mark in one.marks if mark.finding in moved)
        return replace(one, marks=marks) if marks != one.marks else one

    return replace(words, lines=tuple(map(line, words.lines)))


def full_view(entry: Entry, lang: Language, environment: Environment) -> DocumentView:
    """Lay out a document with each of its findings in full, the gravest first: each can be answered."""
    titles = environment.globals["titles"]
    assert isinstance(titles, dict)
    view = document_view(entry, (1, 0), WHOLE, Speech(lang, titles))
    findings = entry.report.findings
    items = tuple(Shown(number, at, findings[at], new=False) for number, at in enumerate(in_order(entry.report), 1))
    return replace(
        view,
        items=items,
        targets={one.index: target_of(one.index) for one in items},
        numbers={one.index: one.number for one in items},
    )


def target_of(index: int) -> str:
    """The anchor of a finding."""
    return f"d1-f{index + 1}"


def in_order(report: DocumentReport) -> list[int]:
    """Indexes of the findings, the gravest first."""
    findings = report.findings
    return sorted(range(len(findings)), key=lambda at: (findings[at].severity.rank, findings[at].confidence.rank, at))


_ENVIRONMENTS: Final[WeakKeyDictionary[Tools, dict[Language, Environment]]] = WeakKeyDictionary()


def _environment(tools: Tools, lang: Language) -> Environment:
    known = _ENVIRONMENTS.setdefault(tools, {})
    if lang not in known:
        known[lang] = speaking(canon(tools.pack(), tools.chosen.names), lang)
        known[lang].globals["unfolded"] = True
    return known[lang]
