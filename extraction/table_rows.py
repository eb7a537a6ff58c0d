"""
What each row below a heading is: a row of the table, a total, a sasaran over its indicators, a note.

Where a row cannot be told it is left out, or the table is doubted: a row that is read wrongly is worse than one missed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extraction.headings import low
from extraction.table_columns import Header, begins_header, is_number_row
from extraction.table_views import View
from schemas.blocks import SheetCell, SheetValue
from schemas.performance import MEASURES
from schemas.sop import Text

_TOTAL = re.compile(
    r"(?:sub ?-?)?(?:jumlah|total|grand total)(?: (?:anggaran|keseluruhan|seluruhnya|belanja|akhir|capaian|pagu|"
    r"realisasi|umum|seluruh|dan|program|kegiatan|biaya|i|ii|iii|iv|v|[a-e]|\d{1,2}))*\W*",
    re.IGNORECASE,
)
_TOTAL_OF = re.compile(r"(?:sub ?-?)?(?:jumlah|total|grand total)\b.*", re.IGNORECASE)
_AVERAGE = re.compile(
    r"(?:jumlah |nilai |capaian |total )?(?:rata ?-? ?rata|rerata|rata2)(?: (?:capaian|kinerja|sasaran|keseluruhan|"
    r"total|"
    r"indikator|realisasi|strategis|persentase|tingkat|nilai|tahun|seluruh|program|utama|organisasi|tujuan|dan|"
    r"anggaran|[ivx]+|\d+))*\W*%?\W*",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:catatan|keterangan|ket|sumber(?: data)?|note|nb)\s*[:.]|\*+\)?\s*\w|\d\) \w|sumber data\b", re.IGNORECASE
)
_SIGNED = re.compile(
    r"(?:nip\b|mengetahui|menyetujui|disetujui|dibuat oleh|pembina\b|penata\b|a\.n\.|plt\.|plh\.|"
    r"(?:camat|lurah|bupati|wali ?kota|kepala|sekretaris|inspektur|direktur)\b|"
    r"[a-z .'-]{3,40},\s*(?:\d{0,2}|\.{2,})\s*(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|"
    r"november|nopember|desember|\d{1,2}[-/])).{0,80}",
    re.IGNORECASE,
)
_SASARAN = re.compile(
    r"(?:[a-z0-9]{1,3}[.)]\s*)?(?:sasaran|ss)(?: strategis| program| kegiatan)?\b[^:]{0,12}(?:[:.\d]|$)", re.IGNORECASE
)
_ABOVE_SASARAN = re.compile(
    r"(?:[a-z0-9]{1,3}[.)]\s*)?(?:tujuan|misi|urusan|bidang urusan|program|kegiatan|sub ?kegiatan|perspektif|unsur)\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"(?:[a-z0-9]{1,3}[.)]\s*)?(?:\w+nya|optimalnya|(?:meningkat|menurun|mewujud|mening)\w+) \w", re.IGNORECASE
)
"""A sasaran says what becomes of something: `Meningkatnya ...`, `Terwujudnya ...`."""
_NUMBER = re.compile(r"[\d.]{1,6}\W*")
_LETTER = re.compile(r"\(?(?:[a-zA-Z]|[ivxIVX]{1,5})[.)]?")
_SUB = re.compile(r"(?:[a-z][.)]|[-–•*]|\d\))\s*\S")
_AND_SO_ON = frozenset({"dst", "dan seterusnya", "dll", "dsb", "dst.", ""})
_OPEN_END = re.compile(
    r"(?:[-,/(&]|\b(?:dan|yang|di|ke|dari|untuk|pada|dengan|serta|atau|terhadap|oleh|dalam|antara|sesuai|atas|bagi|"
    r"terdiri|melalui|secara|para|per|tidak|telah|sebagai|berdasarkan|persentase|jumlah|tingkat|nilai|indeks))$",
    re.IGNORECASE,
)  # fmt: skip
_STARTS_SPECIAL = re.compile(
    r"(?:(?-i:[^A-Z])|(?:sub ?-?)?(?:jumlah|total|grand)(?:\W| |$)|(?:nilai |capaian )?(?:rata|rerata)|"
    r"cat|ket|sumber|note|nb\b|sasaran|tujuan|misi|nip|mengetahui|camat|lurah|bupati|kepala|sekre)",
    re.IGNORECASE,
)
"""Names that need a closer look where the row has no number of its own."""


def _is_name(name: str) -> bool:
    """Whether a name that begins like a total is one of an indicator all the same: `Jumlah dokumen`."""
    return name[0].isupper() and not _TOTAL.fullmatch(name) and not _AVERAGE.fullmatch(name)


@dataclass(slots=True)
class Body:
    """The rows of one table while they are sorted out."""

    rows: list[int] = field(default_factory=list)
    totals: list[tuple[int, str, int]] = field(default_factory=list)
    """View row, total or average, and how many rows stand above."""
    groups: list[tuple[int, Text]] = field(default_factory=list)
    """How many rows stand above, and the sasaran that a row of its own names."""
    extra: dict[int, list[int]] = field(default_factory=dict)
    """Row -> rows below it that only go on with its words."""
    lead: dict[int, list[int]] = field(default_factory=dict)
    """Row -> rows above it that begin its words, where the figures stand in the last of them."""
    programs: list[int] = field(default_factory=list)
    """Rows that only add a programme with its budget to the indicator above."""
    loose: list[int] = field(default_factory=list)
    """Notes and signatures among the rows."""
    left_out: int = 0
    """Rows whose cells do not stand under their headings."""
    breaks: list[int] = field(default_factory=list)
    """How many rows stand above each heading of a part: `A. Program ...`."""
    end: int = 0


def read_body(view: View, header: Header, start: int, end: int, body: Body | None = None) -> Body:
    """
    Sort the rows from *start* to before *end*: rows of the table, totals, sasaran, and where it ends.

    Args:
        view: Where they stand.
        header: The headings of the table.
        start: First row.
        end: The row after the last one that may belong to it.
        body: What was read above, when the table goes on after a break.
    """
    body = body or Body()
    _Sorter(view, header, body).sort(start, end)
    return body


class _Sorter:
    """Tells what each row is."""

    def __init__(self, view: View, header: Header, body: Body) -> None:
        self._view, self._body, self._header = view, body, header
        columns = [column for column in header.columns if column.index < view.width]
        role = {column.role: column.index for column in reversed(columns)}
        self._name = next((role[name] for name in ("indicator", "program", "sasaran", "interval") if name in role), 0)
        self._no = role.get("no")
        self._unit = role.get("unit")
        self._sasaran = role.get("sasaran")
        self._indicator = role.get("indicator")
        self._program = role.get("program")
        self._measured = frozenset(column.index for column in columns if column.role in MEASURES)
        self._money = frozenset(c.index for c in columns if c.role in ("pagu", "spent", "spent_percent"))
        self._signed = False
        self._pending: int | None = None

    def sort(self, start: int, end: int) -> None:
        """Take the rows one after the other up to another heading."""
        row = start
        for odd in self._odd_rows(start, end):
            if odd < row:
                continue
            self._body.rows.extend(range(row, odd))
            row = odd
            while row < end and (row == odd or self._signed):  # below a signature every row is looked at
                if not self._look(row):
                    end = row
                else:
                    row += 1
            if row == end:
                break
        self._body.rows.extend(range(row, end))
        self._body.end = end
        self._drop_pending()

    def _odd_rows(self, start: int, end: int) -> Sequence[int]:
        """The rows that have to be looked at; most of a large sheet are told to be rows of the table at a glance."""
        if self._view.sheet is None or not self._view.width:
            return range(start, end)
        columns = self._view.columns
        names, probe = columns[self._name][start:end], columns[self._probe(start, end)][start:end]
        if self._no is None:
            units = columns[self._unit][start:end] if self._unit is not None else [None] * len(names)
            rows = enumerate(zip(names, probe, units, strict=True), start)
            return [row for row, (name, value, unit) in rows if value is None or not self._is_plain(name, unit)]
        numbers = columns[self._no][start:end]
        return [
            row
            for row, (name, value, no) in enumerate(zip(names, probe, numbers, strict=True), start)
            if value is None
            or no is None
            or type(name) is not str
            or not ("A" <= name < "\x7f" or not (name[0].isdigit() or name[0] == "("))
            or not (type(no) is not str or "1" <= no < ":")
        ]

    def _is_plain(self, name: SheetCell, unit: SheetCell) -> bool:
        """Whether a name is surely one of an indicator where the rows have no numbers."""
        if type(name) is not str or name.lower() in self._header.words:
            return False
        return not _STARTS_SPECIAL.match(name) or (unit is not None and _is_name(name))

    def _probe(self, start: int, end: int) -> int:
        """The measured column that is filled most often in the first rows."""
        some = range(start, min(end, start + 200))
        return max(
            sorted(self._measured),
            key=lambda column: sum(self._view.columns[column][row] is not None for row in some),
            default=self._name,
        )

    def _look(self, row: int) -> bool:  # noqa: PLR0911 - one kind of row after the other
        """Sort one row; False where another table begins."""
        texts = self._view.texts(row)
        filled = [(column, text.strip()) for column, text in enumerate(texts) if text.strip()]
        if not filled or (filled[0][1][0] in "1(aA" and is_number_row(texts)) or self._is_heading(filled):
            return True
        if self._is_other_heading(row, filled):
            return False
        if kind := self._total_kind(filled):
            self._drop_pending()
            self._body.totals.append((row, kind, len(self._body.rows)))
            return True
        if self._is_loose(row, filled):
            self._body.loose.append(row)
            return True
        if self._signed:
            if not self._fits(filled):
                self._body.loose.append(row)
                return True
            self._signed = False
        if self._is_group(row, filled) or self._goes_on(row, filled) or self._is_empty_form_row(filled):
            return True
        if self._is_program_only(filled):
            self._body.programs.append(row)
            return True
        if self._is_out_of_place(texts):
            self._body.left_out += 1
            return True
        self._add(row, dict(filled))
        return True

    def _add(self, row: int, filled: dict[int, str]) -> None:
        if self._name not in filled and not self._named_elsewhere(row):
            if self._body.rows or self._measured & filled.keys():
                figures = self._measured & filled.keys()
                sure = self._view.sheet is not None or (self._view.syntax == "pipes" and not figures & self._money)
                self._body.left_out += bool(figures) and not sure
            return
        if self._measured & filled.keys():
            self._drop_pending(sub=_SUB.match(filled.get(self._name, "")) is not None)
            self._pending = None
        else:
            self._drop_pending()
            self._pending = row
        self._body.rows.append(row)

    def _named_elsewhere(self, row: int) -> bool:
        """A budget row is named in any of the programme columns."""
        return any(self._view.text(row, column) for column in self._header.programs if column < self._view.width)

    def _drop_pending(self, *, sub: bool = False) -> None:
        """A row without figures over sub-indicators a, b is their heading and no row."""
        row, self._pending = self._pending, None
        if row is None or not self._body.rows or self._body.rows[-1] != row:
            return
        name = self._view.text(row, self._name).rstrip()
        if sub or name.endswith(":"):
            self._body.rows.pop()

    # headings and what is no row --------------------------------------------------------------------------------

    def _is_heading(self, filled: Sequence[tuple[int, str]]) -> bool:
        """A repeated heading."""
        known = sum(low(text) in self._header.words for _, text in filled)
        return known >= 2 and known >= 0.6 * len(filled)

    def _is_other_heading(self, row: int, filled: Sequence[tuple[int, str]]) -> bool:
        if len(filled) < 3 or sum(any(sign.isdigit() for sign in text) for _, text in filled) > len(filled) / 2:
            return False
        return begins_header(self._view, row)

    def _total_kind(self, filled: Sequence[tuple[int, str]]) -> str:
        budget = self._indicator is None and self._money
        numbered = self._no is not None and any(column == self._no and _NUMBER.fullmatch(t) for column, t in filled)
        for _, text in filled[:2]:
            if _AVERAGE.fullmatch(text):
                return "average"
            if _TOTAL.fullmatch(text) or (budget and not numbered and _TOTAL_OF.fullmatch(text)):
                return "total"
        return ""

    def _is_loose(self, row: int, filled: Sequence[tuple[int, str]]) -> bool:
        """A note or a signature."""
        first = filled[0][1]
        if len(filled) <= 2 and _NOTE.match(first) and not self._measured & {column for column, _ in filled[1:]}:
            return True
        if len(filled) <= 3 and not self._fits(filled) and any(_SIGNED.fullmatch(text) for _, text in filled):
            named = self._view.text(row, self._name)
            if not named or _SIGNED.fullmatch(named) or self._name == 0:
                self._signed = True
                return True
        far = filled[0][0] > max(self._measured | {self._name}) and not any(
            column.index == filled[0][0] and column.role for column in self._header.columns
        )
        return far or (len(filled) == 1 and len(first) > 200)

    def _fits(self, filled: Sequence[tuple[int, str]]) -> bool:
        columns = {column for column, _ in filled}
        return self._name in columns and bool(columns & self._measured - {self._name})

    def _is_group(self, row: int, filled: Sequence[tuple[int, str]]) -> bool:
        """A row that only names a sasaran, a programme or a part: over all columns, or with nothing beside it."""
        if len(filled) > 3 or any(column in self._measured for column, _ in filled[1:]):
            return False
        column, text = filled[-1]
        if column == self._unit or (len(filled) == 3 and not _NUMBER.fullmatch(filled[0][1])):
            return False
        others = filled[:-1]
        if any(not (_NUMBER.fullmatch(other) or _LETTER.fullmatch(other)) for _, other in others):
            return self._is_sasaran_pair(row, filled)
        if not any(sign.isalpha() for sign in text) or (self._body.rows and text[0].islower() and not _SUB.match(text)):
            return False
        if column in self._measured and not self._is_wide(row, column):
            return False
        return self._take_group(
            row, column, text, lettered=any(_LETTER.fullmatch(o) and not o.isdigit() for _, o in others)
        )

    def _take_group(self, row: int, column: int, text: str, *, lettered: bool) -> bool:
        own_column = column == self._sasaran and self._name != self._sasaran
        if own_column and self._is_merged_down(row, column):
            return False
        if _ABOVE_SASARAN.match(text):
            return self._break()
        if own_column or _SASARAN.match(text):
            return self._begin(row, column)
        if self._is_wide(row, column):
            return self._begin(row, column) if _CHANGED.match(text) else self._break()
        if column == self._name and self._sasaran is None and _CHANGED.match(text) and self._indicator is not None:
            return self._begin(row, column)
        if lettered and column == self._name:
            return self._break()
        return False

    def _is_sasaran_pair(self, row: int, filled: Sequence[tuple[int, str]]) -> bool:
        """`Sasaran 1 | Meningkatnya ...` in two cells."""
        if len(filled) != 2 or not re.fullmatch(r"(?:sasaran(?: strategis)?|ss)\W*\d*\W*", filled[0][1], re.IGNORECASE):
            return False
        return self._begin(row, filled[1][0])

    def _begin(self, row: int, column: int) -> bool:
        self._drop_pending()
        value = self._view.value(row, column)
        if value is not None:
            self._body.groups.append((len(self._body.rows), value))
        return True

    def _break(self) -> bool:
        self._drop_pending()
        self._body.breaks.append(len(self._body.rows))
        return True

    def _is_wide(self, row: int, column: int) -> bool:
        """Whether a cell is merged over most of the row, or alone in a first column that is one of numbers."""
        view = self._view
        last = max(self._measured | {self._name})
        if last > column and view.covers.get((row, last), (row, -1)) == (row, column):
            return True
        return column == 0 and self._name > 0 and self._no == 0 and len(view.text(row, column)) > 3

    def _is_merged_down(self, row: int, column: int) -> bool:
        return self._view.covers.get((row + 1, column)) == (row, column)

    # rows that belong to the one above ----------------------------------------------------------------------------

    def _goes_on(self, row: int, filled: Sequence[tuple[int, str]]) -> bool:
        """A row that goes on with words of the row above, as a text breaks its lines; its figures may stand here."""
        body = self._body
        if not body.rows or (body.totals and body.totals[-1][0] > body.rows[-1]):
            return False
        columns = dict(filled)
        if self._no in columns:
            return False
        last = body.rows[-1]
        figures = self._measured & columns.keys()
        words = {column: text for column, text in filled if column not in self._measured}
        if self._name in words:
            if not self._broken(words[self._name], self._view.text((body.extra.get(last) or [last])[-1], self._name)):
                return False
        elif figures or not words or (self._program in words and self._money and self._indicator is not None):
            return False
        if not figures:
            body.extra.setdefault(last, []).append(row)
            return True
        above = self._measured & {column for column in self._measured if self._view.cell(last, column) is not None}
        if above or self._pending != last:
            return False
        body.rows[-1] = row
        body.lead[row] = [*body.lead.pop(last, []), last, *body.extra.pop(last, [])]
        self._pending = None
        return True

    def _broken(self, text: str, above: str) -> bool:
        """Whether words go on with a line above."""
        if _SUB.match(text):
            return False
        return text[0].islower() or text[0] in "(/&)" or _OPEN_END.search(above.rstrip()) is not None

    def _is_empty_form_row(self, filled: Sequence[tuple[int, str]]) -> bool:
        """A numbered row that nobody filled in: `1.`, `dst`."""
        return not any(column in self._measured for column, _ in filled[1:]) and all(
            _NUMBER.fullmatch(text) or text.strip(" .…-–").lower() in _AND_SO_ON or _LETTER.fullmatch(text)
            for _, text in filled
        )

    def _is_program_only(self, filled: Sequence[tuple[int, str]]) -> bool:
        """An indicator that has several programmes: its cell is merged, or filled in the first row only."""
        columns = {column for column, _ in filled}
        if self._indicator is None or self._program is None or self._indicator in columns:
            return False
        return self._program in columns and bool(columns & self._money) and bool(self._body.rows)

    def _is_out_of_place(self, texts: Sequence[str]) -> bool:
        """A row of a text whose cells stand one to the left, since an empty cell was lost: the unit is a number."""
        if self._view.sheet is not None or self._view.syntax == "pipes" or self._unit is None:
            return False
        unit, beside = texts[self._unit].strip(), texts[self._unit - 1].strip() if self._unit else ""
        shifted = bool(_FIGURE.fullmatch(unit)) and not _FIGURE.fullmatch(beside)
        return shifted and len(beside) < 24


_FIGURE = re.compile(r"[\d.,]{1,20}\s*%?")


def is_figure(cell: object) -> bool:
    """Whether a cell is a number, as a value or in digits."""
    return isinstance(cell, SheetValue) or (isinstance(cell, str) and _FIGURE.fullmatch(cell.strip()) is not None)
