"""
Who is named in a document: whom its models name, and who stands where a person is named though no model has him.

A model holds what was read surely. Here a name too many costs a word of a report, and one too few breaks UU 27/2022:
the line above an NIP, what follows `Nama:`, and words before degrees count as names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from auditing.masked_names import KnownNames, person_part
from auditing.masked_numbers import find_numbers
from auditing.plain import plain
from extraction.degrees import TITLE_BEFORE, first_degree
from extraction.letterhead import is_letterhead, is_office_line
from extraction.officials import has_office_word
from extraction.ranks import parse_rank
from schemas.blocks import Block, DigitalSignature, Document, Grid, SheetValue, Table
from schemas.performance import PerformanceReport
from schemas.sop import Official, Sop

MAX_WORDS = 7
"""Words of a name without degrees."""
MAX_WITH_OFFICE_WORD = 4
"""The same, where one of them is also a word of offices: `WIRA PRAJA`."""
LINES_UP = 5
"""Lines above an NIP in which the name is looked for: rank, office and room for the signature may stand between."""
MAX_LINE = 400
"""Characters of a line around which a name is looked for by its degrees; running text goes on longer."""

_WORD = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*\.?")
_NIP = re.compile(r"(?<![a-z])n\s?\.?\s?[i1l|]\s?\.?\s?p(?:\s?ppk)?(?![a-z])|(?<![a-z])nik(?![a-z])", re.IGNORECASE)
_WIDE = re.compile(r"\s{3,}|\t|\|")
_PART = re.compile(r"[:;()\[\]\"“”/|\t\n0-9*]|\s{3,}|\s[-–]\s")
_FIELD = re.compile(
    r"(?:^|[\n\t|])\W{0,4}(?:\w{1,2}[.)]\s{0,3})?nama(?:\s+(?:lengkap|jelas|terang|pejabat|pegawai|pns|asn|penyusun|petugas|"
    r"pemohon|pelapor|atasan|penanggung\s?jawab))?\s*[:=\t|]\s*[:|]?\s*(?P<name>[^\n\t|:]{3,80})",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"(?<![^\W\d_])(?:[Ss]dri?|[Ss]audar[ai]|[Bb]apak|[Bb]pk|[Pp]ak|[Ii]bu|[Bb]u|BAPAK|IBU|SDR|Yth)\b\.?\s+"
    r"(?P<name>(?:[A-Z][\w'’]*\.?[ ]{1,2}){0,5}[A-Z][\w'’]+)"
)
_TITLED = re.compile(
    r"(?<![^\W\d_.])(?:Prof|PROF|Drs|DRS|Dra|DRA|Dr|DR|Ir|IR|Hj|HJ|K\.?H|drg|drh)(?:\.\s?|\s+)(?=[A-Z])"
)
_DOTTED = re.compile(r"[A-Z]\.\s?[A-Za-z]|,\s?[A-Z]{2}")
_BEGINS_DIGITS = re.compile(r"\W*[0-9]")


def document_lines(document: Document) -> Iterator[str]:
    """The words of a document in their order, a row of a table as one line; cells are parted by tabs."""
    for block in document.blocks:
        yield from _block_lines(block)
    for grid in document.sheets:
        yield from _grid_rows(grid)


def _block_lines(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        for row in block.rows:
            yield "\t".join("\n".join(piece.text for piece in cell.pieces) for cell in row.cells)
    else:
        yield from (piece.text for piece in block.pieces)


def _grid_rows(grid: Grid) -> Iterator[str]:
    for row in zip(*grid.columns, strict=False):
        yield "\t".join(map(_shown, row))
    yield from grid.comments.values()


def _shown(cell: str | SheetValue | None) -> str:
    return cell if isinstance(cell, str) else cell.text if cell else ""


def _columns(document: Document) -> Iterator[list[str]]:
    """The words of a document as they stand below each other: those of running text, those of each column."""
    running: list[str] = []
    for block in document.blocks:
        if not isinstance(block, Table):
            running += [piece.text for piece in block.pieces]
            continue
        width = max((len(row.cells) for row in block.rows), default=0)
        for column in range(width):
            cells = [row.cells[column] for row in block.rows if column < len(row.cells)]
            yield [piece.text for cell in cells for piece in cell.pieces]
    yield running
    for grid in document.sheets:
        for values in grid.columns:
            yield [line for value in values if value for line in _shown(value).split("\n")]


def names_in_models(subjects: Iterable[Sop | PerformanceReport | None]) -> Iterator[str]:
    """The names of all who are in the models."""
    for subject in subjects:
        if subject is None:
            continue
        for official in _officials(subject):
            if official.name is not None and (name := person_part(official.name.value)):
                yield name
        if isinstance(subject, Sop):
            yield from _signers(subject.digital_signatures)


def numbers_in_models(subjects: Iterable[Sop | PerformanceReport | None]) -> Iterator[str]:
    """The employee numbers that are in the models, as printed."""
    for subject in subjects:
        for official in _officials(subject) if subject is not None else ():
            if official.nip_text is not None:
                yield official.nip_text.value


def _officials(subject: Sop | PerformanceReport) -> Iterator[Official]:
    if isinstance(subject, Sop) and subject.identity is not None and subject.identity.approver is not None:
        yield subject.identity.approver
    yield from subject.signatures


def _signers(signatures: Iterable[DigitalSignature]) -> Iterator[str]:
    for one in signatures:
        if one.signer is not None and one.signer != one.organisation:
            yield one.signer


def names_in_document(document: Document, known: KnownNames) -> Iterator[str]:
    """Names that stand where persons are named: at an NIP, after `Nama:`, before degrees."""
    yield from _signers(document.signatures)
    for lines in _columns(document):
        yield from _above_numbers([plain(line) for line in lines], known)
    for block in document.blocks:
        for line in _block_lines(block):
            yield from names_in_line(plain(line), known)
    for grid in document.sheets:
        for line in _telling_lines(grid):
            yield from names_in_line(plain(line), known)


def _telling_lines(grid: Grid) -> Iterator[str]:
    """What a sheet says, cells that say the same once; a row as a whole only where a cell of it asks for a name."""
    cells = dict.fromkeys(cell for column in grid.columns for cell in column if isinstance(cell, str))
    yield from cells
    yield from grid.comments.values()
    fields = {cell for cell in cells if "nama" in cell.lower()}
    for row in zip(*grid.columns, strict=False) if fields else ():
        if any(isinstance(cell, str) and cell in fields for cell in row):
            yield "\t".join(map(_shown, row))


def names_in_line(line: str, known: KnownNames) -> Iterator[str]:
    """Names in one line (`auditing.plain.plain`) that tell themselves as such, by a field, a title or degrees."""
    if "nama" in line.lower():
        for match in _FIELD.finditer(line):
            yield from _names(match["name"], known)
    for match in _ADDRESSED.finditer(line):
        yield from leading_name(match["name"], known)
    for match in _TITLED.finditer(line):
        yield from leading_name(line[match.end() : match.end() + 80], known)
    if _DOTTED.search(line):
        yield from _before_degrees(line, known)


def _before_degrees(line: str, known: KnownNames) -> Iterator[str]:
    """Names that end in degrees, wherever in the line they stand."""
    for part in re.split(r"[\n\t;|]|\s{3,}", line):
        degree = first_degree(part, 0, len(part)) if len(part) <= MAX_LINE else None
        if degree is not None:
            yield from _trailing(part[: degree.start()], known)


def _trailing(text: str, known: KnownNames) -> Iterator[str]:
    """The words in capitals at the end of a text, as far as they are none of an office or a place."""
    words: list[str] = []
    last = _PART.split(text.rstrip(" ,."))[-1].rsplit(",", 1)[-1]
    for word in reversed(_WORD.findall(last)):
        if not word[0].isupper() or has_office_word(word) or len(words) == MAX_WORDS:
            break
        words.insert(0, word)
    while words and words[0].strip(".").lower() in known.ordinary:
        words.pop(0)
    if words and _tells(words, known):
        yield " ".join(words)


def leading_name(text: str, known: KnownNames) -> Iterator[str]:
    """Yield the words in capitals at the beginning of a text, where one of them is nothing but a name."""
    words: list[str] = []
    for word in _WORD.findall(_PART.split(re.split(r",|\.\s", text)[0])[0]):
        if not word[0].isupper() or has_office_word(word) or len(words) == MAX_WORDS:
            break
        words.append(word)
    if words and _tells(words, known):
        yield " ".join(words)


def _tells(words: Sequence[str], known: KnownNames) -> bool:
    """Whether one of the words is nothing but a name."""
    return any(not known.is_word(word.strip(".").lower()) for word in words if len(word.strip(".")) > 1)


def _above_numbers(lines: Sequence[str], known: KnownNames) -> Iterator[str]:
    for index, line in enumerate(lines):
        start = _number_at(line, lines[index + 1 : index + 2])
        if start is None:
            continue
        before = [part for part in _WIDE.split(line[:start]) if _is_name(part, known)]
        yield from before
        if not before:
            yield from _above(lines, index, known)


def _number_at(line: str, following: Sequence[str]) -> int | None:
    """Where a number of a person begins, with the word NIP before it; also one left open or on the next line."""
    word = _NIP.search(line)
    if word is not None and (line[word.end() :].strip(" .:_…-") == "" or _BEGINS_DIGITS.match(line, word.end())):
        return word.start()
    found = find_numbers(line)
    if word is not None and (found or (following and _BEGINS_DIGITS.match(following[0]))):
        return word.start()
    return found[0].start if found and found[0].kind == "NIP" else None


def _above(lines: Sequence[str], index: int, known: KnownNames) -> Iterator[str]:
    """Who stands in the nearest line above that names somebody; two beside each other where the line has two."""
    for line in reversed(lines[max(0, index - LINES_UP) : index]):
        if _number_at(line, ()) is not None or len(line) > MAX_LINE:
            return
        found = [part for part in _WIDE.split(line) if _is_name(part, known)]
        yield from found
        if found:
            return


def _names(text: str, known: KnownNames) -> Iterator[str]:
    """A value that is nothing but a name, with degrees or without."""
    if _is_name(text, known):
        yield text


def _is_name(text: str, known: KnownNames) -> bool:
    """Whether a line or cell may be a name: few words in capitals, none of them an office, a rank or a place."""
    text = text.strip(" \t\n.,:;()[]_*-\"'“”")
    degree = first_degree(text, 0, len(text))
    bare = person_part(text)
    words = _WORD.findall(bare)
    if not words or len(words) > MAX_WORDS or any(map(str.isdigit, bare)) or parse_rank(text):
        return False
    if is_office_line(bare) or is_letterhead(bare) or not all(_may_name(word) for word in words):
        return False
    if has_office_word(words[0]) or (has_office_word(bare) and len(words) > MAX_WITH_OFFICE_WORD):
        return False
    return bool(degree or TITLE_BEFORE.match(bare)) or _tells(words, known)


def _may_name(word: str) -> bool:
    return word[0].isupper() or word.strip(".").lower() in (
        "bin",
        "binti",
        "al",
        "van",
        "de",
        "dr",
        "drg",
        "drh",
        "apt",
    )
