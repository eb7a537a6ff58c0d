"""
Tables that a text has lost the cells of: a heading in one line, or one title a line, and rows run together.

Rows are cut by their numbers and by the figures at their ends, as many as there are measured columns; a sasaran and the
indicator beside it by the word that an indicator begins with. What that does not tell surely is not read: remarks after
the figures, a row that the file breaks off. Where each line is one whole row, no figure can be that of another column.
Tables whose columns stand apart by blanks (``pdftotext -layout``) keep their cells.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extraction.stream import Line, slice_piece
from extraction.table_columns import is_number_row, role_of
from schemas.blocks import Cell, Piece, Row, Table
from schemas.performance import ColumnRole

FIRST_LINES = 40
"""Lines under a heading in which its first row must end."""
MAX_LINES = 600
"""Lines under a heading that are looked at."""
MIN_TITLES = 3
MAX_NAME_TOKENS = 120
"""Words before the figures of a row."""

_TITLE = re.compile(
    r"(?:n[o0](?:mor)?\.?(?= |$)"
    r"|(?:sasaran|tujuan)(?: strategis| program| kegiatan| kinerja| perangkat daerah| skpd)?"
    r"|indikator(?: kinerja| sasaran| utama| strategis| program| \(iku\)| iku| tujuan){0,3}|iku(?= |$)|kinerja utama"
    r"|satuan|(?:target|realisasi|capaian)(?: kinerja| tahunan| akhir| indikator)?(?: (?:tahun )?20[0-4]\d)?"
    r"|(?:persentase|tingkat|%) (?:capaian|realisasi)(?: kinerja| target)?|kategori|predikat|kriteria(?: penilaian)?"
    r"|program(?: ?/ ?kegiatan)?|anggaran|pagu(?: anggaran)?|ket(?:erangan)?\.?(?= |$)|sumber data"
    r"|(?:%|persentase)(?= |$)|penanggung ?jawab|formula(?:si)?(?: perhitungan)?)(?: ?\((?:%|rp\.?|persen)\)| ?%)?",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"(?:Rp\.? ?)?(?:\(?[-+]?\d[\d.,]*\)?(?: ?%)?)|n ?/ ?a|n\.a\.|nihil|belum ada|-{1,3}|–|—", re.IGNORECASE
)
_TOKEN = re.compile(rf"(?:{_FIGURE.pattern})(?=\s|$)|\S+", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,3})[.)]?")
_PAGE_FOOT = re.compile(r"\(?-? ?\d{1,4} ?-?\)?|hal(?:aman)?\.? \d+(?: dari \d+)?", re.IGNORECASE)
_UNITS = frozenset(
    "% persen indeks nilai angka skor poin predikat opini dokumen laporan orang kejadian kasus unit desa kelurahan "
    "kecamatan kegiatan rupiah rp hari bulan tahun kali jam menit ha hektar hektare km meter m2 ton kg buah paket "
    "kelompok lembaga keluarga kk rumah layanan inovasi berkas surat rekomendasi temuan usulan satuan rasio level "
    "kategori aplikasi lokasi titik perkara peserta sekolah siswa jiwa".split()
)
_BUDGET = re.compile(r"\b(?:anggaran|pagu)\b", re.IGNORECASE)
_SHARE_BESIDE = re.compile(r"(?<=\brealisasi) %$", re.IGNORECASE)
"""`Realisasi %` at the end of a heading that begins with a budget is two columns."""
_INDICATOR = re.compile(
    r"(?:Persentase|Prosentase|Presentase|Jumlah|Indeks|Index|Nilai|Rasio|Tingkat|Angka|Cakupan|Prevalensi|Skor|Predikat|Opini|Level|"
    r"Rata-rata|Laju|Proporsi)$"
)
"""How an indicator begins beside its sasaran."""
_SASARAN = re.compile(r"(?:sasaran|tujuan)\b", re.IGNORECASE)
_STOPS = re.compile(
    r"(?:tabel|gambar|grafik|bab|sumber|catatan|keterangan)\b|"
    rf"(?:jumlah|total|rata-rata|rerata)(?:(?: [a-z]{{1,20}}){{0,3}}(?: ?:)?(?: (?:{_FIGURE.pattern}))+)?$",
    re.IGNORECASE,
)
_MEASURED: frozenset[ColumnRole | None] = frozenset(
    {"target", "realization", "capaian", "pagu", "spent", "spent_percent", "year"}
)
_NAMED: frozenset[ColumnRole | None] = frozenset({"indicator", "sasaran", "program"})


@dataclass(slots=True)
class RunningTable:
    """A table found among lines of text."""

    table: Table
    lines: tuple[Line, ...]
    """The lines that it was made of."""
    doubted: bool
    """Its cells were told by what they look like."""
    cut: bool = False
    """The file breaks its last row off, which is left out."""


@dataclass(frozen=True, slots=True)
class _Token:
    """A word, or a figure with its percent sign, where it stands."""

    text: str
    piece: Piece
    start: int
    line: int
    """Index of its line."""
    first: bool
    """It begins the line."""

    @property
    def figure(self) -> bool:
        """It can be the content of a measured cell."""
        return bool(_FIGURE.fullmatch(self.text))

    @property
    def number(self) -> int | None:
        """The row number that it can be."""
        match = _NUMBER.fullmatch(self.text)
        return int(match[1]) if match else None


@dataclass(slots=True)
class _Head:
    """A heading: its titles, and where what stands under it begins."""

    titles: list[Piece]
    roles: list[ColumnRole | None]
    body: int
    """Index of the first line under it."""
    rest: Piece | None = None
    """Words after the last title in the same line."""

    @property
    def measured(self) -> int:
        """Columns of figures."""
        return sum(role in _MEASURED for role in self.roles)

    @property
    def paired(self) -> bool:
        """A sasaran stands beside its indicator."""
        return "sasaran" in self.roles and "indicator" in self.roles


def split_running(lines: Sequence[Line]) -> Iterator[Line | RunningTable]:
    """The lines in order; those that make a table as that table."""
    at = 0
    repeated = _repeated(lines)
    while at < len(lines):
        found = _aligned(lines, at) or _running(lines, at, repeated)
        if found is None:
            yield lines[at]
            at += 1
        else:
            yield found
            at += len(found.lines)


# rows run together -----------------------------------------------------------------------------------------------


def _running(lines: Sequence[Line], at: int, repeated: frozenset[str]) -> RunningTable | None:
    head = _head(lines, at)
    if head is None or not _readable(head):
        return None
    tokens, rows, used, cut = _read(lines, head, repeated, FIRST_LINES)
    if not any(len(row.cells) > 1 for row in rows):
        return None
    tokens, rows, used, cut = _read(lines, head, repeated, MAX_LINES)
    if not all(row.cells[2 if head.paired else 1].pieces for row in rows if len(row.cells) > 1):
        return None  # names that come again on other pages were taken for heads of pages
    end = tokens[used - 1].line + 1
    titles = Row(
        tuple(Cell(pieces=(piece,), line=piece.line, column=piece.column) for piece in head.titles), head.titles[0].line
    )
    table = Table(syntax="grid", rows=(titles, *rows))
    return RunningTable(
        table, tuple(lines[at:end]), doubted=head.paired or not _by_lines(rows, end - head.body), cut=cut
    )


def _by_lines(rows: Sequence[Row], lines: int) -> bool:
    """Whether each line is a whole row, from its number to its last figure."""
    return len(rows) > 1 and len(rows) == lines and all(len({cell.line for cell in row.cells}) == 1 for row in rows)


def _read(
    lines: Sequence[Line], head: _Head, repeated: frozenset[str], limit: int
) -> tuple[list[_Token], list[Row], int, bool]:
    tokens = _tokens(lines, head, repeated, limit)
    return tokens, *_Rows(head, tokens).read()


def _head(lines: Sequence[Line], at: int) -> _Head | None:
    line = lines[at]
    if line.kind == "row" or not line.text or not _TITLE.match(line.text):
        return None
    return _head_in_line(line, at) or _head_by_lines(lines, at)


def _head_in_line(line: Line, at: int) -> _Head | None:
    """``No Indikator Kinerja Satuan Target Realisasi Capaian`` and perhaps the first words under it."""
    text, end = line.text, 0
    spans: list[tuple[int, int]] = []
    while (match := _TITLE.match(text, end)) and (match.end() == len(text) or text[match.end()] == " "):
        spans.append(match.span())
        end = match.end() + 1
    rest = text[end:].strip()
    if rest and spans and _SASARAN.match(text[spans[-1][0] :]):
        end = spans.pop()[0]  # `Sasaran Strategis 1. Meningkatnya ...` is the first line of the body
    if len(spans) < MIN_TITLES:
        return None
    share = _SHARE_BESIDE.search(text, 0, spans[-1][1]) if _BUDGET.search(text) else None
    if share and share.start() > spans[-1][0]:
        spans[-1:] = [(spans[-1][0], share.start()), (share.end() - 1, share.end())]
    pieces = [piece for start, stop in spans if (piece := slice_piece(line.piece, start, stop))]
    return _Head(pieces, [role_of(piece.text) for piece in pieces], at + 1, slice_piece(line.piece, end, len(text)))


def _head_by_lines(lines: Sequence[Line], at: int) -> _Head | None:
    """One title a line, the first of them ``No``."""
    if role_of(lines[at].text) != "no":
        return None
    pieces: list[Piece] = []
    while at < len(lines) and len(pieces) < 20 and lines[at].kind != "row" and _TITLE.fullmatch(lines[at].text):
        pieces.append(lines[at].piece)
        at += 1
    return _Head(pieces, [role_of(piece.text) for piece in pieces], at) if len(pieces) >= MIN_TITLES else None


def _readable(head: _Head) -> bool:
    """Whether rows can be cut: a number, one name, perhaps the unit, and nothing but figures after them."""
    roles = head.roles
    names = [role for role in roles if role in _NAMED]
    if roles[0] != "no" or not names or not head.measured or len(set(roles)) < len(roles):
        return False
    if len(names) != 1 and names != ["sasaran", "indicator"]:
        return False
    after = roles[roles.index(names[-1]) + 1 :]
    if after and after[0] == "unit":
        after = after[1:]
    return (
        roles[1 : len(names) + 1] == names and all(role in _MEASURED for role in after) and len(after) == head.measured
    )


def _repeated(lines: Sequence[Line]) -> frozenset[str]:
    """Heads and feet of pages: lines that come again, but for their digits."""
    counts = Counter(_bare(line) for line in lines if len(line.text) > 5)
    return frozenset(text for text, count in counts.items() if count > 1)


def _bare(line: Line) -> str:
    return re.sub(r"\d+", "#", line.low)


def _tokens(lines: Sequence[Line], head: _Head, repeated: frozenset[str], limit: int) -> list[_Token]:
    tokens: list[_Token] = []
    if head.rest is not None:
        tokens += _of_piece(head.rest, head.body - 1)
    for index in range(head.body, min(len(lines), head.body + limit)):
        line = lines[index]
        if _head(lines, index) is not None:
            break
        if line.kind == "row" or (_STOPS.match(line.text) and not line.marker):
            break
        if _PAGE_FOOT.fullmatch(line.text) and line.text.startswith("("):
            continue
        if _bare(line) in repeated and _NUMBER.fullmatch(line.text.split(" ")[0]) is None and " " in line.text:
            continue
        if index == head.body and is_number_row([*([line.marker] if line.marker else []), *line.text.split()]):
            continue
        for number, piece in enumerate(line.pieces()):
            tokens += _of_piece(piece, index, first=number == 0, marker=line.marker if number == 0 else None)
    return tokens


def _of_piece(piece: Piece, line: int, *, first: bool = True, marker: str | None = None) -> list[_Token]:
    found = [
        _Token(match[0], piece, match.start(), line, first and match.start() == 0)
        for match in _TOKEN.finditer(piece.text)
    ]
    if marker and _NUMBER.fullmatch(marker):
        return [_Token(marker, Piece(marker, piece.line, piece.column), 0, line, first=True), *found]
    return found


class _Rows:
    """Cuts the tokens under a heading into rows."""

    def __init__(self, head: _Head, tokens: Sequence[_Token]) -> None:
        self._head = head
        self._tokens = tokens
        self._unit = "unit" in head.roles

    def read(self) -> tuple[list[Row], int, bool]:
        """The rows, how many tokens they take, and whether the file breaks off inside a further one."""
        rows: list[Row] = []
        at, wanted = 0, 1
        while at < len(self._tokens):
            group = self._group(at, wanted)
            if group:
                rows.append(_row([self._tokens[at:group]]))
                at, wanted = group, self._tokens[group].number or 1
                continue
            end = self._row_end(at, wanted)
            if end is None:
                return rows, at, self._breaks_off(at, wanted)
            rows.append(_row(self._cells(at, end)))
            at, wanted = end, wanted + 1
        return rows, at, False

    def _group(self, at: int, wanted: int) -> int:
        """Where a line that names a sasaran ends: at the number of the next row, which begins a line; 0 for none."""
        if not _SASARAN.match(self._tokens[at].text):
            return 0
        for end in range(at + 2, min(len(self._tokens), at + MAX_NAME_TOKENS)):
            token = self._tokens[end]
            if token.first and token.number in (wanted, 1):
                return end
        return 0

    def _row_end(self, at: int, wanted: int) -> int | None:
        """The token after a row that begins with the wanted number and ends with its figures; None where none does."""
        tokens, measured = self._tokens, self._head.measured
        if tokens[at].number != wanted:
            return None
        for begin in range(at + 2, min(len(tokens) - measured, at + MAX_NAME_TOKENS) + 1):
            end = begin + measured
            if all(token.figure for token in tokens[begin:end]) and self._ends(end, wanted):
                return None if tokens[begin - 1].figure else end  # one figure too many: whose are they?
        return None

    def _ends(self, end: int, wanted: int) -> bool:
        """Whether a row can end here: at the end, before the next number or a sasaran, or with its line."""
        if end >= len(self._tokens):
            return True
        token = self._tokens[end]
        if token.number == wanted + 1 and end + 1 < len(self._tokens):
            return self._tokens[end + 1].text[:1].isupper() or token.first
        return token.first and not token.figure and (bool(_SASARAN.match(token.text)) or not token.text[:1].islower())

    def _breaks_off(self, at: int, wanted: int) -> bool:
        begun = self._tokens[at]
        return begun.number == wanted and (not begun.first or len(self._tokens) - at < MAX_NAME_TOKENS)

    def _cells(self, at: int, end: int) -> list[Sequence[_Token]]:
        figures = end - self._head.measured
        name = figures - 1 if self._unit and self._tokens[figures - 1].text.lower().strip("()") in _UNITS else figures
        if self._unit and name == figures and figures - at > 2:
            name -= 1  # a unit that no list knows is the last word before the figures
        cells = [self._tokens[at : at + 1], *self._names(at + 1, name)]
        if self._unit:
            cells.append(self._tokens[name:figures])
        return [*cells, *([token] for token in self._tokens[figures:end])]

    def _names(self, begin: int, end: int) -> list[Sequence[_Token]]:
        """The name of a row; beside a sasaran an indicator begins with a word such as `Persentase`."""
        words = self._tokens[begin:end]
        if not self._head.paired:
            return [words]
        starts = (at for at, token in enumerate(words) if at != 1 and _INDICATOR.match(token.text))
        first = next(starts, 0)
        return [words[:first], words[first:]]


def _row(cells: Sequence[Sequence[_Token]]) -> Row:
    made: list[Cell] = []
    for tokens in cells:
        made.append(_cell(tokens) if tokens else Cell(pieces=(), line=made[-1].line, column=made[-1].column))
    return Row(tuple(made), made[0].line)


def _cell(tokens: Sequence[_Token]) -> Cell:
    """Tokens of one line make one piece."""
    pieces: list[Piece] = []
    begin = 0
    for at in range(1, len(tokens) + 1):
        if at == len(tokens) or tokens[at].piece is not tokens[begin].piece:
            first, last = tokens[begin], tokens[at - 1]
            piece = slice_piece(first.piece, first.start, last.start + len(last.text))
            pieces += [piece] if piece else []
            begin = at
    return Cell(pieces=tuple(pieces), line=pieces[0].line, column=pieces[0].column)


# columns that stand apart by blanks --------------------------------------------------------------------------------

_GAP = re.compile(r" {2,}")
_COLUMN_NUMBERS = re.compile(r"(?:\(\d{1,2}\) *)+")


@dataclass(slots=True)
class _Grid:
    """Rows under columns that begin at known places of the line."""

    starts: list[int]
    measured: frozenset[int]
    """Columns of figures."""
    rows: list[list[list[Piece]]] = field(default_factory=list)

    def column(self, piece: Piece) -> int:
        """The column that a piece stands in: the one whose title it overlaps, or the last that begins before it."""
        return max(0, bisect_right(self.starts, piece.column + 1) - 1)

    def repeats(self, columns: Sequence[int]) -> bool:
        """Whether a line has figures where the row above has its own: it is another row."""
        return bool(self.rows) and any(self.rows[-1][column] for column in self.measured & set(columns))


def _aligned(lines: Sequence[Line], at: int) -> RunningTable | None:
    titles = _parts(lines[at])
    if len(titles) < MIN_TITLES or not all(_TITLE.fullmatch(title.text) for title in titles):
        return None
    if not {role_of(title.text) for title in titles} & _NAMED:
        return None
    measured = frozenset(at for at, title in enumerate(titles) if role_of(title.text) in _MEASURED)
    grid = _Grid([title.column for title in titles], measured)
    end = at + 1
    while end < min(len(lines), at + MAX_LINES) and _taken(grid, lines[end], lines[end - 1].no):
        end += 1
    if not grid.rows:
        return None
    head = Row(tuple(Cell(pieces=(title,), line=title.line, column=title.column) for title in titles), titles[0].line)
    rows = tuple(_aligned_row(cells) for cells in grid.rows)
    return RunningTable(Table(syntax="grid", rows=(head, *rows)), tuple(lines[at:end]), doubted=True)


def _parts(line: Line) -> list[Piece]:
    """What stands apart in a line by two blanks or more; its own place each."""
    if line.kind == "row" or "  " not in line.text:
        return []
    parts, start = [], 0
    for match in [*_GAP.finditer(line.text), None]:
        piece = slice_piece(line.piece, start, match.start() if match else len(line.text))
        parts += [piece] if piece else []
        start = match.end() if match else 0
    return parts


def _taken(grid: _Grid, line: Line, above: int) -> bool:
    """Put a line into the grid: a new row, or words that go on with the row above; False where the table has ended."""
    if _COLUMN_NUMBERS.fullmatch(line.text) and not grid.rows:
        return True
    parts = _parts(line) or ([line.piece] if line.kind != "row" and grid.rows and line.no == above + 1 else [])
    marked = line.marker is not None and _NUMBER.fullmatch(line.marker)
    places = [grid.column(part) for part in parts]
    if not parts or len(set(places)) < len(places):
        return False
    numbered = places[0] == 0 and _NUMBER.fullmatch(parts[0].text)
    if numbered or marked or len(parts) >= max(MIN_TITLES, len(grid.starts) - 1) or grid.repeats(places):
        grid.rows.append([[] for _ in grid.starts])
        if marked:
            grid.rows[-1][0].append(Piece(line.marker or "", line.no, 1))
    elif not grid.rows or places[0] == 0 or line.no != above + 1:
        return False
    for part, column in zip(parts, places, strict=True):
        grid.rows[-1][column].append(part)
    return True


def _aligned_row(cells: Sequence[Sequence[Piece]]) -> Row:
    line = next(piece.line for pieces in cells for piece in pieces)
    made = tuple(
        Cell(pieces=tuple(pieces), line=pieces[0].line if pieces else line, column=pieces[0].column if pieces else 1)
        for pieces in cells
    )
    return Row(made, line)
