"""
Reports that leave the office: NIPs and names of persons are replaced (UU 27/2022).

One `Mask` is made for each file, from all its words and models, so that one person has one mark everywhere in it. It is
put on before anything prints, so no format can show what it hides.

Marks count per file (`[NIP 1]`) and mean nothing outside it. A mark made from the number itself, such as a digest,
would hold in all files, and could be turned back: there are few enough NIPs to try them all.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from auditing.masked_names import KnownNames
from auditing.masked_numbers import KnownNumbers, digits_of, find_numbers
from auditing.masked_slots import Slot, Slots, texts_of
from auditing.persons import (
    document_lines,
    names_in_document,
    names_in_line,
    names_in_models,
    numbers_in_models,
)
from auditing.plain import BARRIER, plain
from extraction.nip import without_digits
from schemas.blocks import Document, Notice
from schemas.entry import DocumentWords, Entry, Line, Mark
from schemas.evidence import Evidence
from schemas.performance import PerformanceReport
from schemas.report import (
    DocumentError,
    DocumentReport,
    Finding,
    Lever,
    NotEvaluated,
    PastFinding,
    Response,
    Since,
)
from schemas.rule import Rule
from schemas.sop import Sop

HIDDEN: Final = "[disamarkan]"
"""Stands for what was worked out from an NIP."""
NAME: Final = "Nama"
MAX_KEPT = 20_000
"""Texts whose masked form is kept: rules say the same of many places."""
LINES_TOGETHER = 400
"""Lines of a document that are looked at together: a number or a name may go on in the next line."""

_MARKS = re.compile(rf"\[(?:NIP|NIK|Nomor|{NAME})(?: [0-9]{{1,9}})?\]|{re.escape(HIDDEN)}")

Subjects = Sequence[Sop | PerformanceReport | None]


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` to `end` of a text are replaced."""

    start: int
    end: int
    mark: str


class Mask:
    """What is known of the persons in one file, and the marks that stand for them."""

    def __init__(self, document: Document | None = None, subjects: Subjects = (), rules: Iterable[Rule] = ()) -> None:
        self._slots = Slots({rule.name: rule for rule in rules})
        self._numbers = KnownNumbers()
        self._names = KnownNames(frozenset(_place_words(subjects)))
        self._marks: dict[str, str] = {}
        self._counts: Counter[str] = Counter()
        self._kept: dict[str, tuple[Edit, ...]] = {}
        for printed in numbers_in_models(subjects):
            self._numbers.add(plain(printed))
        names = [*names_in_models(subjects), *(names_in_document(document, self._names) if document else ())]
        self.learn(names, _together(document_lines(document)) if document else ())

    def learn(self, names: Iterable[str], texts: Iterable[str] = ()) -> None:
        """Know more names; number names and numbers in the order in which they first stand in the file."""
        found = KnownNames(self._names.ordinary)
        for name in names:
            found.add(plain(name))
        by_number = {number: words for words, number in found.numbers.items()}
        for text in texts:
            flat = plain(text)
            for number in find_numbers(flat):
                self._numbers.add(flat[number.start : number.end])
                self._mark_of_number(number.kind, number.key)
            for person in found.find(flat):
                if person.number is not None:
                    self._names.add(" ".join(by_number[person.number]))
        for words in by_number.values():
            self._names.add(" ".join(words))

    # marks

    def _mark_of_number(self, kind: str, key: str) -> str:
        whole = self._numbers.whole(key)
        if whole not in self._marks:
            self._counts[kind] += 1
            self._marks[whole] = f"[{kind} {self._counts[kind]}]"
        return self._marks[whole]

    @staticmethod
    def _mark_of_name(number: int | None) -> str:
        return f"[{NAME}]" if number is None else f"[{NAME} {number}]"

    @property
    def names(self) -> Iterable[tuple[str, ...]]:
        """The words of the name of each person who is known, in lower case, without degrees and titles."""
        return self._names.numbers

    # texts

    def text(self, text: str) -> str:
        """Return *text* with marks for numbers and names."""
        return _edited(text, self.edits(text))

    def edits(self, text: str) -> tuple[Edit, ...]:
        """What to replace in a text, in order."""
        kept = self._kept.get(text)
        if kept is None:
            if len(self._kept) >= MAX_KEPT:
                self._kept.clear()
            kept = self._kept[text] = tuple(self._found(text, ()))
        return kept

    def _found(self, text: str, slots: Sequence[Slot]) -> list[Edit]:
        edits = [edit for slot in slots if (edit := self._of_slot(text, slot)) is not None]
        flat = _barred(
            plain(text),
            [*(match.span() for match in _MARKS.finditer(text)), *((edit.start, edit.end) for edit in edits)],
        )
        edits += [
            Edit(number.start, number.end, self._mark_of_number(number.kind, number.key))
            for number in find_numbers(flat, self._numbers)
        ]
        flat = _barred(flat, [(edit.start, edit.end) for edit in edits])
        edits += [Edit(name.start, name.end, self._mark_of_name(name.number)) for name in self._names.find(flat)]
        return sorted(edits, key=lambda edit: edit.start)

    def _of_slot(self, text: str, slot: Slot) -> Edit | None:
        """What replaces a word that a document filled into a text; None leaves it to what is found in any text."""
        words = text[slot.start : slot.end]
        if not words or _MARKS.search(words):
            return None
        if slot.kind == "derived":
            return Edit(slot.start, slot.end, HIDDEN)
        if slot.kind == "reason":
            shorter = without_digits(words)
            return Edit(slot.start, slot.end, shorter) if shorter != words else None
        if slot.kind == "number":
            key = digits_of(plain(words))
            return Edit(slot.start, slot.end, self._mark_of_number("NIP", key)) if key else None
        number = self._names.number_of(plain(words))
        return None if number is None else Edit(slot.start, slot.end, self._mark_of_name(number))

    def filled(self, rule: str, text: str) -> str:
        """Return a text that a rule made, without what its facts filled in of persons."""
        return _edited(text, self._found(text, self._slots.of(rule, text)))

    def together(self, texts: Sequence[str]) -> list[tuple[Edit, ...]]:
        """What to replace in texts of which one may go on in the next."""
        joined = "\n".join(texts)
        edits = self.edits(joined) if len(texts) == 1 else self._found(joined, ())
        starts = _starts(texts)
        shares: list[list[Edit]] = [[] for _ in texts]
        first = 0
        for edit in edits:
            while first + 1 < len(texts) and starts[first + 1] <= edit.start:
                first += 1
            for at in range(first, len(texts)):
                start, end = max(edit.start, starts[at]), min(edit.end, starts[at] + len(texts[at]))
                if starts[at] >= edit.end:
                    break
                if start < end:
                    shares[at].append(Edit(start - starts[at], end - starts[at], edit.mark))
        return [tuple(share) for share in shares]

    def name(self, name: str) -> str:
        """Return the mark of somebody who is known to be a person, whatever the name looks like."""
        return name if _MARKS.fullmatch(name) else self._mark_of_name(self._names.add(plain(name)))


def masked(entry: Entry, mask: Mask) -> Entry:
    """Return the entry without NIPs and names of persons; *mask* is that of its file."""
    report = entry.report
    mask.learn(names_in_line(plain(_spoken(report.path)), KnownNames()))
    findings = _fingerprinted([_finding(one, mask) for one in report.findings], report.findings)
    new_prints = {old.fingerprint: new.fingerprint for old, new in zip(report.findings, findings, strict=True)}
    shown = report.model_copy(
        update={
            "path": mask.text(report.path),
            "title": _maybe(mask.text, report.title),
            "unit": _maybe(mask.text, report.unit),
            "levers": tuple(_lever(one, new_prints) for one in report.levers),
            "findings": findings,
            "not_evaluated": tuple(_not_evaluated(one, mask) for one in report.not_evaluated),
            "errors": tuple(DocumentError(code=one.code, message=mask.text(one.message)) for one in report.errors),
            "notices": tuple(_notice(one, mask) for one in report.notices),
            "since": _since(report.since, new_prints, mask) if report.since is not None else None,
        }
    )
    return Entry(report=shown, words=_words(entry.words, mask) if entry.words is not None else None)


def unmasked(hidden: DocumentReport, report: DocumentReport) -> DocumentReport:
    """Return *report* with what was found out by comparing its masked form, *hidden*, with a masked report."""
    pairs = list(zip(hidden.findings, report.findings, strict=True))
    prints = {masked_one.fingerprint: one.fingerprint for masked_one, one in pairs}
    findings = tuple(
        one.model_copy(update={"status": masked_one.status, "response": masked_one.response})
        for masked_one, one in pairs
    )
    since = hidden.since
    if since is not None:
        new, first = ([prints.get(one, one) for one in each] for each in (since.new, since.first_judged))
        since = since.model_copy(update={"new": tuple(new), "first_judged": tuple(first)})
    return report.model_copy(update={"findings": findings, "since": since})


def masked_line(text: str) -> str:
    """Return a message of a run without the numbers and names that tell themselves as such."""
    mask = Mask()
    mask.learn(names_in_line(plain(_spoken(text)), KnownNames()))
    return mask.text(text)


def _spoken(path: str) -> str:
    """A path as words: names of files have marks where blanks would be."""
    return re.sub(r"[_+]|%20|(?<=[A-Za-z])-(?=[A-Za-z])", " ", path).replace("/", "\n")


def _finding(finding: Finding, mask: Mask) -> Finding:
    condition, effect, recommendation = (mask.filled(finding.rule, text) for text in texts_of(finding))
    response = finding.response
    return finding.model_copy(
        update={
            "title": mask.text(finding.title),
            "condition": condition,
            "criterion": mask.text(finding.criterion),
            "effect": effect,
            "recommendation": recommendation,
            "evidence": _evidence(finding.evidence, mask),
            "response": _response(response, mask) if response is not None else None,
        }
    )


def _evidence(evidence: Sequence[Evidence], mask: Mask) -> tuple[Evidence, ...]:
    edits = mask.together([one.quote for one in evidence])
    return tuple(_place(one, _edited(one.quote, found), mask) for one, found in zip(evidence, edits, strict=True))


def _place(place: Evidence, quote: str, mask: Mask) -> Evidence:
    cell, note = _maybe(mask.text, place.cell), _maybe(mask.text, place.note)
    if quote == place.quote and cell == place.cell and note == place.note:
        return place
    return replace(place, quote=quote, cell=cell, note=note)


def _response(response: Response, mask: Mask) -> Response:
    return response.model_copy(update={"text": mask.text(response.text), "by": _maybe(mask.name, response.by)})


def _notice(notice: Notice, mask: Mask) -> Notice:
    return replace(notice, message=mask.text(notice.message), evidence=_evidence(notice.evidence, mask))


def _not_evaluated(one: NotEvaluated, mask: Mask) -> NotEvaluated:
    return NotEvaluated(rule=one.rule, reason=mask.filled(one.rule, one.reason))


def _lever(lever: Lever, prints: Mapping[str, str]) -> Lever:
    return lever.model_copy(update={"fingerprints": tuple(prints.get(one, one) for one in lever.fingerprints)})


# fingerprints


def _fingerprinted(shown: Sequence[Finding], findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """
    The masked findings with fingerprints that tell nothing.

    The fingerprint of a finding is a digest of its words. Where those hold an NIP, whoever has the rest of them can try
    all NIPs; so such a finding gets one of its masked words, without the ordinals, which depend on other findings. All
    others keep theirs, which is made of what the report shows anyhow.
    """
    seen: Counter[str] = Counter()
    made: list[Finding] = []
    for new, old in zip(shown, findings, strict=True):
        if _content(new) == _content(old):
            made.append(new)
            continue
        content = _content(new)
        seen[content] += 1
        made.append(new.model_copy(update={"fingerprint": _fingerprint("masked", content, str(seen[content]))}))
    return tuple(made)


def _content(finding: Finding) -> str:
    """Its words, marks without their ordinals."""
    words = "\0".join([finding.rule, finding.condition, *(one.quote for one in finding.evidence)])
    return "".join(_MARKS.sub(lambda match: match[0].split()[0], words).lower().split())


def _fingerprint(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _since(since: Since, prints: Mapping[str, str], mask: Mask) -> Since:
    """The comparison; findings that are gone get fingerprints by rule and number, for nobody has their words."""
    counts: Counter[str] = Counter()

    def past(one: PastFinding) -> PastFinding:
        counts[one.rule] += 1
        fingerprint = _fingerprint("past", one.rule, str(counts[one.rule]))
        return one.model_copy(update={"title": mask.text(one.title), "fingerprint": fingerprint})

    return since.model_copy(
        update={
            "fixed": tuple(map(past, since.fixed)),
            "path": _maybe(mask.text, since.path),
            "new": tuple(prints.get(one, one) for one in since.new),
            "first_judged": tuple(prints.get(one, one) for one in since.first_judged),
            "unjudged": tuple(map(past, since.unjudged)),
        }
    )


# words


def _words(words: DocumentWords, mask: Mask) -> DocumentWords:
    lines: list[Line] = []
    for together in _unbroken(words.lines):
        edits = mask.together([line.text for line in together])
        lines += [_line(line, found, mask) for line, found in zip(together, edits, strict=True)]
    return DocumentWords(tuple(lines), words.skipped)


def _unbroken(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines that follow each other in the document, some hundred at a time."""
    run: list[Line] = []
    for line in lines:
        if run and (line.skipped or len(run) >= LINES_TOGETHER):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _line(line: Line, edits: Sequence[Edit], mask: Mask) -> Line:
    cell = _maybe(mask.text, line.cell)
    if not edits:
        return line if cell == line.cell else replace(line, cell=cell)
    marks = tuple(replace(mark, start=_moved(mark.start, edits), end=_moved_end(mark, edits)) for mark in line.marks)
    return replace(line, text=_edited(line.text, edits), cell=cell, marks=marks)


def _moved(place: int, edits: Sequence[Edit], *, after: bool = False) -> int:
    """Where a place of a text is when it is edited; one within an edit goes to its beginning, or *after* it."""
    shift = 0
    for edit in edits:
        if edit.end <= place:
            shift += len(edit.mark) - (edit.end - edit.start)
        elif edit.start < place:
            return edit.start + shift + (len(edit.mark) if after else 0)
    return place + shift


def _moved_end(mark: Mark, edits: Sequence[Edit]) -> int:
    return _moved(mark.end, edits, after=mark.end > mark.start)


# small things


def _edited(text: str, edits: Sequence[Edit]) -> str:
    parts: list[str] = []
    end = 0
    for edit in edits:
        parts += [text[end : edit.start], edit.mark]
        end = edit.end
    return "".join([*parts, text[end:]]) if edits else text


def _maybe(change: Callable[[str], str], text: str | None) -> str | None:
    return None if text is None else change(text)


def _barred(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + BARRIER * (end - start) + text[end:]
    return text


def _starts(texts: Sequence[str]) -> list[int]:
    starts = [0]
    for text in texts[:-1]:
        starts.append(starts[-1] + len(text) + 1)
    return starts


def _together(lines: Iterable[str]) -> Iterator[str]:
    """Lines some hundred at a time, each run beginning with the last line of the one before it."""
    last = ""
    rest = iter(lines)
    while run := list(islice(rest, LINES_TOGETHER)):
        yield "\n".join([last, *run])
        last = run[-1]


def _place_words(subjects: Subjects) -> Iterator[str]:
    """Words by which the unit and the region are called, in lower case."""
    for subject in subjects:
        if subject is None:
            continue
        heads = (subject.government, subject.unit, *(subject.letterhead if isinstance(subject, Sop) else ()))
        for head in heads:
            if head is not None:
                yield from re.findall(r"[^\W\d_]+", head.value.lower())
