"""
A document to its SOPs: what kind it is, where each SOP begins and ends, and all that each one says.

This is the table of contents of the extraction: each step is one call to a module of its own, in an order in which
every reader only sees the lines that no reader before it has claimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import chain, pairwise
from typing import Any, Literal

from extraction.citations import link_splits, parse_citation, split_run, without_group_lines
from extraction.families import form_family
from extraction.forms import read_forms
from extraction.guessed_columns import GuessedLines
from extraction.identity import Region, find_regions, read_identity
from extraction.labels import is_misspelt_heading, whole_heading
from extraction.letterhead import (
    find_government,
    find_unit,
    is_address,
    is_letterhead,
    is_office_line,
    read_cover,
    says_sop,
)
from extraction.lists import marker_number
from extraction.mentions import find_mentions
from extraction.narrative import Narrative, is_narrative_title, read_narrative
from extraction.prose import find_runs
from extraction.sections import ALL_SECTIONS, Found, Sections, headings_inside, is_note, read_sections
from extraction.sheet_blocks import in_cells, line_starts, row_of
from extraction.signatures import Signatures, read_signature_note, read_signatures
from extraction.signing import Pictures, medium_of, own_signatures, signing_marks
from extraction.steps import StepTable, is_header, read_steps
from extraction.stream import Line, extent, holds_heading, stream, value_of
from schemas.blocks import Document, Piece
from schemas.doubt import ReadingDoubt
from schemas.performance import PerformanceReport
from schemas.sop import Citation, ColumnsRead, Cover, Identity, ListEntry, Official, SectionName, SectionRead, Sop, Text

WORKDAY_MINUTES = 450
"""A working day of 7.5 hours: the default of the setting `workday_minutes`."""
MIN_LISTED_CITATIONS = 2
"""So many citations that begin a line or an item are a legal basis, wherever they stand."""
_LISTED_CITATION = re.compile(
    r"(?:^|(?<=\s))(?:\d{1,2}\s?[.)]?\s+|^)(?:undang|uu|peraturan|pp|perpres|permen[a-z]*|perda|perbup|perwal)\b"
    r"[^;]{0,120}?\bno(?:mor)?\b",
    re.IGNORECASE,
)
MIN_FORM_HEADINGS = 4
"""So many section headings are a form even where no identity block stands above them."""
MAX_COVER_CHARS = 120
MAX_LETTERHEAD_LINES = 8
"""Lines over an identity block in which its letterhead stands."""
TITLE_LINES = 40
"""Lines at the beginning in which the title of a document stands."""

_REPORT = re.compile(
    r"(?i)^\W*(?:laporan\s+(?:akuntabilitas\s+)?kinerja|lkj(?:ip)?\b|lakip\b|lkip\b|perjanjian kinerja|"
    r"penetapan kinerja|rencana aksi|indikator kinerja utama|pengukuran kinerja tahun|e-?sakip)"
)
_LETTER = re.compile(r"(?i)^(?:sifat|lampiran|hal|perihal|yth\b\.?|kepada yth)\s*[.:]?")

Kind = Literal["sop", "performance", "unknown"]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a document is, and its SOPs when it holds some."""

    kind: Kind
    sops: tuple[Sop, ...] = ()
    performance: PerformanceReport | None = None


def extract(document: Document, *, workday_minutes: int = WORKDAY_MINUTES) -> Extraction:
    """Read a document; a document of another kind has no SOPs."""
    lines = stream(document)
    regions = find_regions(lines)
    found = _performance(document) if document.sheets and not regions else None
    kind = _kind(lines, regions) if found is None else "performance"
    if found is None and (kind == "performance" or (kind == "unknown" and not _is_other(lines))):
        found = _performance(document, sure=kind == "performance")
    if found is not None:
        return Extraction("performance", performance=found)
    if kind != "sop":
        return Extraction(kind)
    last = max(((piece.line, piece.column) for line in lines[-50:] for piece in line.pieces()), default=(0, 0))
    parts = _segments(lines, regions)
    sops = tuple(_Reader(document, lines, region, indexes, workday_minutes, last).read() for region, indexes in parts)
    sops = _with_signing(
        sops, document, [{piece.page for i in part for piece in lines[i].pieces()} for _, part in parts]
    )
    return Extraction("sop", _in_cells(sops, document) if document.sheets else sops)


def _performance(document: Document, *, sure: bool = False) -> PerformanceReport | None:
    """The document as one of performance data; None where it is none, unless it is *sure* to be one."""
    from extraction.performance import has_performance_table, read_performance  # noqa: PLC0415  # no use to an SOP

    return read_performance(document) if sure or has_performance_table(document) else None


def _with_signing(sops: tuple[Sop, ...], document: Document, pages: Sequence[set[int | None]]) -> tuple[Sop, ...]:
    """The SOPs with the signatures that are no words; `pages` are those of each."""
    pictures, medium, alone = Pictures(document), medium_of(document), len(sops) == 1
    return tuple(
        sop.model_copy(
            update={
                "medium": medium,
                "digital_signatures": own_signatures(document.signatures, own, alone=alone),
                "signing_marks": signing_marks(pictures, list(approvers_of(sop)), sop.letterhead, sop.lines),
            }
        )
        for sop, own in zip(sops, pages, strict=True)
    )


def approvers_of(sop: Sop) -> Iterator[Official]:
    """Who approves: the officer of the identity block, and those who sign as such."""
    if sop.identity is not None and sop.identity.approver is not None:
        yield sop.identity.approver
    yield from (signature for signature in sop.signatures if signature.role == "approver")


def _in_cells(sops: tuple[Sop, ...], document: Document) -> tuple[Sop, ...]:
    """What was read from sheets, with the places that a reader finds there."""
    starts = line_starts(document)
    return tuple(
        in_cells(sop, starts).model_copy(
            update={"lines": (row_of(sop.lines[0], starts)[1], row_of(sop.lines[1], starts)[1])}
        )
        for sop in sops
    )


def _kind(lines: Sequence[Line], regions: Sequence[Region]) -> Kind:
    if regions:
        return "sop"
    top = [line for line in lines[:TITLE_LINES] if line.kind in ("heading", "paragraph") and len(line.text) < 160]
    letter = sum(bool(_LETTER.match(line.text)) for line in lines[:TITLE_LINES] if line.kind != "row")
    report = any(_REPORT.match(line.text) for line in top)
    sop_title = any(says_sop(line.text) and _is_title(line) for line in top)
    signs = _form_signs(lines)
    if letter >= 2 and signs < 3:
        return "unknown"
    if (sop_title and signs >= 2 and not _report_first(top)) or signs >= 4:
        return "sop"
    return "performance" if report else "unknown"


def _is_other(lines: Sequence[Line]) -> bool:
    """Whether a text without the parts of an SOP is a letter, or calls itself an SOP: its small table is no report."""
    top = [line for line in lines[:TITLE_LINES] if line.kind != "row"]
    letter = sum(bool(_LETTER.match(line.text)) for line in top)
    return letter >= 2 or any(says_sop(line.text) and _is_title(line) and len(line.text) < 160 for line in top)


def _report_first(top: Sequence[Line]) -> bool:
    report = next((at for at, line in enumerate(top) if _REPORT.match(line.text)), len(top))
    sop = next((at for at, line in enumerate(top) if says_sop(line.text) and _is_title(line)), len(top))
    return report < sop


def _is_title(line: Line) -> bool:
    return line.kind == "heading" or line.text.isupper() or len(line.text) < 60


def _form_signs(lines: Sequence[Line]) -> int:
    """How much of an SOP form stands there: section headings, narrative titles, a step table."""
    names = {
        name
        for line in lines
        for cell in line.cells
        if cell and len(cell[0].text) < 46 and (name := whole_heading(cell[0].text.lower()))
    }
    titles = sum(is_narrative_title(line) for line in lines[:400])
    table = 2 if any(is_header(line) for line in lines) else 0
    return len(names) + min(titles, 3) + table


def _segments(lines: Sequence[Line], regions: Sequence[Region]) -> list[tuple[Region | None, list[int]]]:
    """Each SOP of the file: a new one begins at another identity block, with the title and letterhead above it."""
    if len(regions) < 2:
        return [(regions[0] if regions else None, list(range(len(lines))))]
    starts = [0]
    for before, region in pairwise(regions):
        starts.append(_segment_start(lines, before, region))
    ends = [*starts[1:], len(lines)]
    return [
        (region, list(range(start, end)))
        for region, start, end in zip(regions, starts, ends, strict=True)
        if start < end
    ]


def _segment_start(lines: Sequence[Line], before: Region, region: Region) -> int:
    """The first line of title, cover or letterhead above an identity block."""
    lowest = before.last + 1
    titled = None
    for index in range(region.first - 1, lowest - 1, -1):
        if lines[index].kind == "row" and is_header(lines[index]):
            break
        if says_sop(lines[index].text) and _is_title(lines[index]) and lines[index].kind != "item":
            titled = index
    start = titled if titled is not None else region.first
    while (
        start > lowest
        and lines[start - 1].kind in ("heading", "paragraph")
        and (is_letterhead(lines[start - 1].text) or says_sop(lines[start - 1].text))
    ):
        start -= 1
    return start


class _Reader:
    """Reads one SOP."""

    def __init__(
        self,
        document: Document,
        lines: Sequence[Line],
        region: Region | None,
        indexes: list[int],
        workday_minutes: int,
        last: tuple[int, int],
    ) -> None:
        self.document = document
        self.lines = lines
        self.region = region
        self.indexes = indexes
        self.workday = workday_minutes
        self.last = last
        self.guessed = GuessedLines(document)
        self.first = self._first()

    def read(self) -> Sop:
        """Read all parts, each from the lines that are still free."""
        labels = self._label_lines()
        free, shows_marks = self._free(labels), self.document.shows_marks
        steps = read_steps(self.lines, free, self.workday, self.last[0], shows_marks=shows_marks)
        letterhead = self._letterhead_pieces()
        government, unit = find_government(letterhead), find_unit(letterhead)
        name = unit.value if unit else None
        cover = read_cover([self.lines[i] for i in self.indexes], self._cover_end(self.first))
        signed = read_signatures(self.lines, self._free(labels | steps.used), name)
        family = form_family(self.lines, [self.lines[index] for index in self.indexes])
        identity = self._identity(name, cover, signed)
        if identity is not None and family == "accreditation":
            identity = _with_name_below(identity, signed)
        form = labels | steps.used | signed.used
        form |= self._form_lines(self._free(form))
        narrative = read_narrative(self.lines, self.indexes, self.first, form)
        sections = read_sections(self.lines, self.indexes, labels | steps.used | signed.used | narrative.used)
        citations = self._citations(sections, narrative)
        free = self._free(labels | steps.used | signed.used | sections.used)
        sections.printed = self._printed_headings(
            sections, narrative.used | (steps.used if steps.state == "read" else set())
        )
        sections.lost_legal = not citations and self._cites(self._free(steps.used | narrative.used))
        form_only, mixed = self._is_form_only(sections, steps, signed), sections.doubtful or bool(sections.printed)
        return Sop(
            government=government,
            unit=unit,
            letterhead=self._letterhead(),
            cover=cover,
            identity=identity,
            legal_basis=citations,
            signatures=tuple(signed.signatures),
            signature_note=read_signature_note(self.lines, self._free(steps.used)),
            sections=tuple(narrative.sections),
            forms=tuple(read_forms(self.lines, free)),
            mentions=tuple(find_mentions(self.lines, self.indexes, self._structural(signed))),
            prose=find_runs(self.lines, self.indexes, self.region, signed.used),
            shows_signatures=self.document.shows_signatures,
            family=family,
            doubtful=mixed,
            form_columns=self._columns_of(self._form_part(steps) - signed.used),
            steps_columns=self._columns_of(steps.used or set(self.indexes)),
            cut=self._ends_early(sections, narrative, citations) or (form_only and mixed),
            form_only=form_only,
            lines=(self.lines[self.indexes[0]].no, self.lines[self.indexes[-1]].no),
            extent=extent(self.lines[self.indexes[0]], self.lines[self.indexes[-1]]),
            **_form_parts(sections),
            **_step_parts(steps),
        )

    def _form_part(self, steps: StepTable) -> set[int]:
        """The lines from the identity block to the steps; all that are no steps where neither was found."""
        first = self.first if self.first < len(self.lines) else self.indexes[0]
        end = min((index for index in steps.used if index > first), default=len(self.lines))
        return {index for index in self.indexes if first <= index < end} - steps.used

    def _columns_of(self, indexes: Iterable[int]) -> ColumnsRead:
        return self.guessed.of(self.lines[index] for index in indexes)

    def _first(self) -> int:
        """First line of the form: of its identity block or, without one, of its section headings; else the end."""
        if self.region:
            return self.region.first
        headings = [(index, name) for index in self.indexes for name in _headings(self.lines[index])]
        legal = max((at for at, (_, name) in enumerate(headings) if name == "legal_basis"), default=0)
        names = {name for _, name in headings[legal:]}
        return headings[legal][0] - 1 if len(names) >= MIN_FORM_HEADINGS else len(self.lines)

    def _identity(self, unit: str | None, cover: Cover | None, signed: Signatures) -> Identity | None:
        if self.region is None:
            return None
        title = cover.title.value if cover and cover.title else None
        return self._approver_from_signatures(read_identity(self.region, self.lines, unit, title), signed)

    def _free(self, taken: set[int]) -> list[int]:
        return [index for index in self.indexes if index not in taken]

    def _label_lines(self) -> set[int]:
        if self.region is None:
            return set()
        return {
            index
            for index in range(self.region.first, self.region.last + 1)
            if not any(whole_heading(piece.text.lower()) for piece in self.lines[index].pieces())
        }

    def _letterhead_pieces(self) -> list[Piece]:
        """Words that name the government and the unit: letterhead cell first, then cover and title lines."""
        pieces = list(self.region.letterhead) if self.region else []
        first = self.region.first if self.region else min(len(self.indexes), TITLE_LINES) + self.indexes[0]
        above = [index for index in self.indexes if index < first][:TITLE_LINES]
        near = [index for index in self.indexes if index < first][-8:]
        end = self.region.last if self.region else first
        after = [index for index in self.indexes if first <= index <= end]
        after += [
            i for i in self.indexes if end < i <= end + TITLE_LINES and _is_capital_letterhead(self.lines[i].text)
        ]
        for index in dict.fromkeys([*near, *above, *after]):
            line = self.lines[index]
            if line.kind == "row":
                pieces.extend(piece for piece in line.pieces() if is_letterhead(piece.text))
            elif line.kind in ("heading", "paragraph") and len(line.text) < 200 and "tentang" not in line.low:
                pieces.extend(line.pieces())
        if self.region:
            label = next((label for label in self.region.labels if label.name == "approver"), None)
            pieces.extend(label.after if label else [])
        return pieces

    def _letterhead(self) -> tuple[Text, ...]:
        """The letterhead lines over the identity block (an address may part them), and those in its cells."""
        if self.region is None:
            return ()
        above: list[Piece] = []
        for index in reversed([index for index in self.indexes if index < self.region.first][-MAX_LETTERHEAD_LINES:]):
            line = self.lines[index]
            if not line.marker and all(is_letterhead(piece.text) for piece in line.pieces()):
                above[:0] = line.pieces()
            elif not is_address(line.text):
                break
        inside = [piece for piece in self.region.letterhead if is_letterhead(piece.text)]
        kept = {(piece.line, piece.column): piece for piece in [*above, *inside]}
        return tuple(value for piece in kept.values() if (value := value_of([piece])))

    def _cover_end(self, first: int) -> int:
        for at, index in enumerate(self.indexes):
            if index >= first or is_narrative_title(self.lines[index]):
                return at
        return len(self.indexes)

    def _form_lines(self, indexes: Sequence[int]) -> set[int]:
        """Lines with section headings of the form, which stand after the identity block begins."""
        return {index for index in indexes if index > self.first and holds_heading(self.lines[index])}

    def _approver_from_signatures(self, identity: Identity, signed: Signatures) -> Identity:
        """An approver whose words stand away from the label: the only signature of the document."""
        state = next(item.state for item in identity.fields if item.name == "approver")
        if identity.approver is not None or state != "unplaced" or len(signed.signatures) != 1:
            return identity
        approver = Official(**_official_parts(signed.signatures.pop()))
        settled = tuple(
            item.model_copy(update={"state": "filled"}) if item.name == "approver" else item for item in identity.fields
        )
        return identity.model_copy(update={"approver": approver, "fields": settled})

    def _structural(self, signed: Signatures) -> set[int]:
        first = self.region.first if self.region else self.indexes[0]
        last = self.region.last if self.region else self.indexes[0]
        above = [index for index in self.indexes[:TITLE_LINES] if index < first]
        cover = {index for index in above if _is_cover_line(self.lines[index])}
        return cover | set(range(first, last + 1)) | signed.used

    def _citations(self, sections: Sections, narrative: Narrative) -> tuple[Citation, ...]:
        form = sections.found.get("legal_basis")
        return (*self._list(narrative.legal, "narrative"), *self._list(form, "form"))

    def _list(self, found: Found | None, list_: Literal["form", "narrative"]) -> list[Citation]:
        if found is None:
            return []
        groups = [part for group in found.groups for part in (split_run(group) if group[0].marker is None else [group])]
        parsed = [parse_citation(group, list_=list_, cut=self._is_cut(group)) for group in groups]
        return link_splits(without_group_lines(parsed))

    def _ends_early(self, sections: Sections, narrative: Narrative, citations: Sequence[Citation]) -> bool:
        """Whether the file ends where an SOP cannot end: inside a citation, or in the first sections of the form."""
        if any(citation.cut for citation in citations):
            return True
        complete = "records" in sections.found or "warnings" in sections.found
        return (
            not complete
            and self.indexes[-1] == len(self.lines) - 1
            and self.indexes[-1] in (sections.used if self.region else narrative.used)
        )

    def _is_form_only(self, sections: Sections, steps: StepTable, signed: Signatures) -> bool:
        """Whether the file ends in a section of the form, before steps or signatures: a first page, perhaps."""
        last = self.indexes[-1]
        return (
            steps.state == "absent" and not signed.signatures and last == len(self.lines) - 1 and last in sections.used
        )

    def _printed_headings(self, sections: Sections, taken: set[int]) -> frozenset[str]:
        """Sections that were not found, though their headings stand somewhere inside the text."""
        missing = {name for name in ALL_SECTIONS if name not in sections.found}
        if not missing or self.region is None:
            return frozenset()
        lines = (self.lines[index] for index in self._free(taken))
        return frozenset(name for line in lines for name in headings_inside(line) if name in missing)

    def _cites(self, indexes: Sequence[int]) -> bool:
        """Whether lines outside the guide and the step table list regulations all the same."""
        count = sum(len(_LISTED_CITATION.findall(self.lines[index].text)) for index in indexes)
        return count >= MIN_LISTED_CITATIONS

    def _is_cut(self, group: Sequence[Piece]) -> bool:
        """Whether the text of the file ends inside this item."""
        last = group[-1]
        return (last.line, last.column) >= self.last and not last.text.rstrip().endswith((".", ";", ")"))


def _headings(line: Line) -> Iterator[SectionName]:
    """Section headings that a line is, or that the cells of a row are: boxes stand beside each other."""
    texts = (
        [" ".join(piece.text for piece in cell).lower() for cell in line.cells] if line.kind == "row" else [line.low]
    )
    yield from filter(None, map(whole_heading, texts))


def _with_name_below(identity: Identity, signed: Signatures) -> Identity:
    """
    The approver of an accreditation form: its cell holds the office over name and NIP, apart from other cells.

    A single block of name and NIP without an office is the lower half of that cell.
    """
    approver = identity.approver
    if len(signed.signatures) != 1 or signed.signatures[0].position or (approver and approver.name):
        return identity
    below = signed.signatures.pop()
    parts = _official_parts(below)
    if approver is not None:
        parts |= {"position": approver.position, "rank": approver.rank or below.rank}
    settled = tuple(
        item.model_copy(update={"state": "filled"}) if item.name == "approver" and item.state != "absent" else item
        for item in identity.fields
    )
    return identity.model_copy(update={"approver": Official(**parts), "fields": settled})


def _official_parts(official: Official) -> dict[str, Any]:
    """Position, name, rank ... of an official, also of one who signs."""
    return {each.name: getattr(official, each.name) for each in fields(Official)}


def _is_cover_line(line: Line) -> bool:
    """A line that names office or title: heading, letterhead or capitals, not running text."""
    if line.kind not in ("heading", "paragraph") or len(line.text) > MAX_COVER_CHARS:
        return False
    return line.kind == "heading" or line.text.isupper() or is_letterhead(line.text)


def _is_capital_letterhead(text: str) -> bool:
    """A letterhead apart from its block, in capitals so that no sentence is taken for it, or the office of its head."""
    return is_office_line(text) or (is_letterhead(text) and all(word.isupper() for word in text.split()[:2]))


def _form_parts(sections: Sections) -> dict[str, Any]:
    """The sections of the form as fields of `Sop`."""
    found = sections.found
    entries = {name: _entries(found.get(name)) for name in ALL_SECTIONS if name != "legal_basis"}
    texts: dict[str, Any] = {name: tuple(entry.text for entry in items) for name, items in entries.items()}
    reads = tuple(_section_read(name, sections) for name in ALL_SECTIONS)
    notes = tuple(note for name in ALL_SECTIONS if name != "legal_basis" for note in _notes(found.get(name)))
    listed = tuple(chain.from_iterable(entries.values()))
    return texts | {"section_reads": reads, "entries": listed, "notes": notes}


def _step_parts(table: StepTable) -> dict[str, Any]:
    """The step table as fields of `Sop`."""
    return {
        "actors": tuple(value for piece in table.actors if (value := value_of([piece]))),
        "steps": tuple(table.steps),
        "total_time": table.total,
        "parts": tuple(table.parts),
        "steps_state": table.state,
        "steps_place": table.place,
        "has_time_column": table.has("time"),
        "has_output_column": table.has("output"),
        "has_requirements_column": table.has("requirements"),
        "procedure_title": table.title,
    }


def _entries(section: Found | None) -> list[ListEntry]:
    entries: list[ListEntry] = []
    for group in section.groups if section else ():
        marker, value = group[0].marker, value_of(group)
        if section is not None and value is not None and not is_note(group[0].text):
            number = marker_number(marker) if marker and marker[0].isdigit() else None
            entries.append(ListEntry(section=section.name, number=number, text=value))
    return entries


def _notes(section: Found | None) -> Iterator[ListEntry]:
    for group in section.groups if section else ():
        if section is not None and is_note(group[0].text) and (value := value_of(group)) is not None:
            yield ListEntry(section=section.name, number=None, text=value)


def _section_read(name: SectionName, sections: Sections) -> SectionRead:
    found = sections.found.get(name)
    heading = value_of([found.heading]) if found and found.heading else None
    misspelt = heading is not None and is_misspelt_heading(heading.value.lower())
    doubt = ReadingDoubt(reason="label", printed=heading.value) if heading and misspelt else None
    return SectionRead(name=name, state=sections.state(name), heading=heading, doubt=doubt)
