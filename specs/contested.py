"""
A finding that somebody contests, as a scenario: as little of its document as still has it, without its persons.

What is kept is looked for with the audit itself, by the rule of the finding; then the scenario is run as any other.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain, repeat
from pathlib import Path

from auditing.document import Judge, document_bytes, document_parts, judgement_of
from auditing.masking import Mask, masked
from auditing.persons import document_lines
from extraction.sop import Extraction, extract
from readers.decoding import decode
from readers.errors import ReadError
from readers.reader import read_document
from schemas.blocks import Block, Document, Table
from schemas.entry import Entry
from schemas.performance import PerformanceReport
from schemas.report import DocumentReport, Finding
from schemas.sop import Sop
from specs.invented import LeakError, inventions
from specs.likely_names import likely_names
from specs.minimise import minimise
from specs.written import one_line, quoted, severity_word

NAME = "naskah.txt"
"""Under which a text of a scenario is read."""
MAX_QUOTE = 100
MIN_QUOTE = 3
_TEXTS = ("text/plain", "text/markdown")
_CUTS = re.compile(r'[\n\t\r"]|\s{2,}')
_DIGITS = re.compile(r"\d+")
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029\ufeff]")


class ContestedError(Exception):
    """It cannot be made into a scenario; told in Indonesian."""


@dataclass(frozen=True)
class Reproduced:
    """What a scenario says of the finding."""

    lines: tuple[str, ...]
    """Of the text; none where the file itself is the document."""
    of_lines: int
    """So many lines had the document."""
    finding: Finding
    """As it is found there."""
    found: tuple[Finding, ...]
    """All of its rule."""
    invented: bool
    """Whether names and numbers are."""
    file: Path | None = None
    """The document, where no text of it has the finding."""

    def told(self) -> str:
        """Say what was made."""
        grades = f"temuan {self.finding.code} ({severity_word(self.finding.severity)}) terulang"
        if self.file is not None:
            return f"{grades}; skenarionya merujuk berkas {self.file}"
        names = "nama orang dan NIP diganti" if self.invented else "nama orang dan NIP dibiarkan"
        return f"{grades}; naskahnya {len(self.lines)} dari {self.of_lines} baris, {names}"


@dataclass
class Contested:
    """A finding and its document."""

    path: Path
    """Of the document."""
    report: DocumentReport
    finding: Finding
    """As the report has it."""
    judge: Judge
    """Has the rule of the finding, on the day of the report."""
    masked_report: bool
    _data: bytes = field(init=False, repr=False)
    _document: Document = field(init=False, repr=False)
    _extraction: Extraction = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """
        Read the document.

        Raises:
            ContestedError: It cannot be read.
        """
        try:
            self._data = document_bytes(self.path, None, self.judge.options)
            self._document = read_document(self._data, name=self.path.name, options=self.judge.options)
        except (ReadError, OSError) as error:
            raise ContestedError(f"{self.path}: dokumen tidak dapat dibaca: {error}") from error
        self._extraction = extract(self._document, workday_minutes=self.judge.workday_minutes)

    def said(self, *, invent: bool) -> Reproduced:
        """
        Return as little text as still has the finding, or the file where no text of it has.

        Args:
            invent: Put invented names and numbers in the place of those of persons.

        Raises:
            ContestedError: It cannot be reproduced so.
        """
        part, real = self._real()
        text = self._text(part)
        first = self._same(text, real)
        said = None
        if first is not None:
            said = self._invented(text, first) if invent else self._smallest(text.split("\n"), first, invented=False)
        return said or self._as_file(real, invent=invent)

    def _as_file(self, real: Finding, *, invent: bool) -> Reproduced:
        """The file itself, which holds the names of persons."""
        if invent:
            raise ContestedError(
                f"{self.path}: temuan ini tidak dapat diulang dengan naskah yang disamarkan; tidak ada yang ditulis. "
                "Dengan --unmasked skenario merujuk dokumennya sendiri; nama dan NIP di dalamnya tetap terbaca."
            )
        if self._parts() > 1:
            raise ContestedError(f"{self.path}: berkas ini memuat beberapa SOP. Pisahkan dahulu SOP yang dipersoalkan.")
        parts = document_parts(self._document, self._extraction, str(self.path))
        assert parts[0].subject is not None
        found = [one for one in judgement_of(parts[0].subject, self.judge).findings if one.rule == self.finding.rule]
        return Reproduced((), self._document.lines, real, tuple(found), invented=False, file=self.path)

    # the document

    def _parts(self) -> int:
        return max(len(self._extraction.sops), 1)

    def _real(self) -> tuple[int, Finding]:
        """The place of the document in its file, from 0, and the finding without marks for names."""
        parts = document_parts(self._document, self._extraction, str(self.path))
        for number, part in enumerate(parts):
            if part.subject is None or (self.report.part or number + 1) != number + 1:
                continue
            judgement = judgement_of(part.subject, self.judge)
            about = part.about.model_copy(update={"findings": judgement.findings})
            for shown, real in zip(self._shown(about).findings, judgement.findings, strict=True):
                if shown.fingerprint == self.finding.fingerprint:
                    return number, real
        raise ContestedError(
            f"{self.path}: temuan {self.finding.fingerprint} tidak ada lagi pada dokumen ini, karena dokumen, aturan, "
            "atau pengaturannya berubah sejak laporan dibuat. Periksa lagi dokumennya, lalu pakai laporan yang baru."
        )

    def _shown(self, report: DocumentReport) -> DocumentReport:
        """As the report shows it."""
        if not self.masked_report:
            return report
        return masked(Entry(report=report), self._mask()).report

    def _mask(self) -> Mask:
        subjects = [*self._extraction.sops, self._extraction.performance]
        return Mask(self._document, subjects, self.judge.pack.rules)

    def _text(self, part: int) -> str:
        """The document as text: as it stands, or what was read out of it."""
        if self._document.media in _TEXTS:
            text = decode(self._data, name=self.path.name)[0]
            lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        else:
            lines = list(_read_out(self._document))
        if self._parts() > 1 and self._document.media in _TEXTS:
            first, last = (one.line for one in self._extraction.sops[part].extent)
            lines = lines[(first or 1) - 1 : last]
        return "\n".join(_UNSEEN.sub(" ", line) for line in lines).rstrip("\n")

    # what is found in a text

    def _found(self, text: str) -> tuple[Finding, ...]:
        """What the rule finds in a text that stands in a scenario."""
        try:
            document = read_document((text.rstrip("\n") + "\n").encode(), name=NAME, options=self.judge.options)
            subject = self._subject(extract(document, workday_minutes=self.judge.workday_minutes))
        except ReadError:
            return ()
        if subject is None or isinstance(subject, Sop) != (self.report.kind == "sop"):
            return ()
        judgement = judgement_of(subject, self.judge)
        return tuple(one for one in judgement.findings if one.rule == self.finding.rule)

    @staticmethod
    def _subject(found: Extraction) -> Sop | PerformanceReport | None:
        return found.performance or (found.sops[0] if found.sops else None)

    def _same(self, text: str, real: Finding) -> Finding | None:
        """The finding in the text of its document: by its words, else by what it quotes."""
        found = self._found(text)
        ways = (
            [one for one in found if one.fingerprint == real.fingerprint],
            [one for one in found if one.severity is real.severity and _quotes(one) == _quotes(real)],
        )
        return next((way[0] for way in ways if way), None)

    def _invented(self, text: str, first: Finding) -> Reproduced | None:
        mask, leaked = self._mask(), None
        mask.learn(likely_names(text), [text])
        for way in inventions(mask, text):
            try:
                lines = way.text().split("\n")
            except LeakError as error:
                leaked = error
                continue
            same = [one for one in self._found("\n".join(lines)) if _lines(one) == _lines(first)]
            if same and same[0].severity is first.severity:
                return self._smallest(lines, same[0], invented=True)
        if leaked is not None:
            raise ContestedError(f"{self.path}: naskahnya tidak dapat disamarkan: {leaked}.")
        return None

    def _smallest(self, lines: Sequence[str], first: Finding, *, invented: bool) -> Reproduced:
        most = len(self._found("\n".join(lines)))

        def holds(fewer: Sequence[str]) -> bool:
            found = self._found("\n".join(fewer))
            return 0 < len(found) <= most and _alike(first, found) is not None

        left = minimise(lines, holds)
        found = self._found("\n".join(left))
        finding = _alike(first, found)
        assert finding is not None
        return Reproduced(tuple(left), len(lines), finding, found, invented)


def _alike(first: Finding, found: Sequence[Finding]) -> Finding | None:
    """The finding that says the same of the same words, wherever they stand."""
    for one in found:
        if (one.severity, _quotes(one), _said(one)) == (first.severity, _quotes(first), _said(first)):
            return one
    return None


def _quotes(finding: Finding) -> tuple[str, ...]:
    return tuple("".join(one.quote.split()).lower() for one in finding.evidence)


def _said(finding: Finding) -> str:
    return _DIGITS.sub("0", finding.condition)


def _lines(finding: Finding) -> tuple[int | None, ...]:
    """Where it stands; an invented name may be longer, so columns do not count."""
    return tuple(one.line for one in finding.evidence)


def _read_out(document: Document) -> list[str]:
    """The words of a document as a text of them would hold them: a row of a table on a line, cells parted by tabs."""
    lines = [line for block in document.blocks for line in _block(block)]
    sheets = document.model_copy(update={"blocks": ()})
    return [*lines, *(line.replace("\n", " ") for line in document_lines(sheets))]


def _block(block: Block) -> list[str]:
    if not isinstance(block, Table):
        return [*(piece.text.replace("\n", " ") for piece in block.pieces), ""]
    rows = []
    for row in block.rows:
        cells = [[piece.text for piece in cell.pieces] for cell in row.cells]
        rows.append("\t".join(_cell(pieces) for pieces in cells))
    return [*rows, ""]


def _cell(pieces: Sequence[str]) -> str:
    """Lines of a cell as paragraphs, which the reader of texts knows."""
    if len(pieces) < 2:
        return " ".join(pieces).replace("\n", " ")
    return " ".join(f"<p>{one_line(piece)}</p>" for piece in pieces)


# the scenario


def scenario_text(day: dt.date, said: Reproduced, folder: Path) -> str:
    """
    Return the feature file.

    Args:
        day: Of the audit.
        said: What is reproduced.
        folder: Of the feature file; the document is named from there.
    """
    code, names = said.finding.code, "; nama orang dan NIP di dalamnya rekaan" if said.invented else ""
    words = chain(["Maka"], repeat("Dan"))
    lines = [
        "# language: id",
        f"# Ditulis oleh: patuh spec from-finding{names}.",
        "# Skenario ini mengulang temuan sebagaimana adanya. Bila temuan itu tidak benar, ganti langkah Maka dengan",
        f"# yang seharusnya, misalnya: Maka aturan {code} tidak menemukan apa pun",
        f"@aturan-{code}",
        f"Fitur: Temuan yang dipersoalkan pada aturan {code}",
        "",
        f"  Skenario: {one_line(said.finding.title)}",
        *(_text_step(said.lines) if said.file is None else _file_step(said.file, folder)),
        f"    Ketika dokumen diperiksa pada {day.isoformat()}",
        *(f"    {word} {claim}" for word, claim in zip(words, _claims(code, said), strict=False)),
    ]
    return "\n".join(lines) + "\n"


def _text_step(lines: Sequence[str]) -> list[str]:
    """The step that holds a text."""
    body = [f"      {line}" if line else "" for line in "\n".join(lines).strip("\n").split("\n")]
    return ["    Dengan naskah", '      """', *(line.replace('"""', '\\"\\"\\"') for line in body), '      """']


def _file_step(file: Path, folder: Path) -> list[str]:
    """The step that names a file."""
    return [f"    Dengan berkas {quoted(Path(os.path.relpath(file, folder)).as_posix())}"]


def _claims(code: str, said: Reproduced) -> list[str]:
    severities = {one.severity for one in said.found}
    claims = [
        f"aturan {code} menemukan {len(said.found)} temuan {severity_word(said.finding.severity)}"
        if len(severities) == 1
        else f"dokumen melanggar aturan {code}"
    ]
    quotes = list(dict.fromkeys(filter(None, (_quotable(one.quote) for one in said.finding.evidence))))
    claims += [f"temuan mengutip {quoted(quote)}" for quote in quotes[:9]]
    words = "" if quotes else _quotable(said.finding.condition)
    return [*claims, *([f"temuan menyatakan {quoted(words)}"] if words else [])]


def _quotable(text: str) -> str:
    """The longest words of a text that can stand in a step."""
    longest = max((part.strip() for part in _CUTS.split(text)), key=len, default="")
    shown = longest if len(longest) <= MAX_QUOTE else longest[:MAX_QUOTE].rpartition(" ")[0] or longest[:MAX_QUOTE]
    return shown if len(shown) >= MIN_QUOTE else ""
