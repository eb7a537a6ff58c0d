"""
The figures of one report by indicator: what its tables say of the same thing, and which of them a sentence means.

An indicator is known by its words. A sentence means it when its words name it and nothing else, and no other indicator.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from engine.derive.measures import wants_fewer
from schemas.evidence import Evidence
from schemas.performance import Column, PerformanceReport, PerformanceTable, Quantity

MAX_INDICATOR_ROWS = 3_000
"""Rows of all tables beyond which figures are not compared: no report of one office has them."""
MAX_FIGURES = 100
"""Figures of one indicator; no report repeats it so often."""
MIN_COVERED = 0.6
"""Share of the words of an indicator that a sentence has to use."""
MIN_ACRONYM = 3

_WORD = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"\(([^()]{1,80})\)")
_STOP = frozenset(
    "dan atau yang di ke dari pada dalam dengan atas untuk terhadap oleh bagi para serta tahun adalah hasil capaian "
    "realisasi indikator kinerja target pencapaian besaran perolehan tingkat kecamatan kelurahan dinas badan "
    "inspektorat "
    "kantor perangkat daerah sasaran pelaksanaan maka bahwa".split()
)
"""Words that may stand in the one name and not in the other."""
_WEAK = frozenset("persentase nilai jumlah indeks angka persen rata skor".split())
"""They count when they tell two indicators apart, and may be left out."""
_OTHER_PLAN = re.compile(
    r"\b(?:renstra|rpjmd|rpjpd|akhir|menengah|nasional|provinsi|standar|kabupaten|kota)\b", re.IGNORECASE
)
_TITLE_PLAN = re.compile(
    r"\b(?:renstra|rpjmd|rpjpd|menengah|nasional|provinsi|standar|triwulan\w*|semester|bulan\w*|semula|sebelum)\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"\b(?:perubahan|revisi|semula|sebelum|murni)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_RESULTS = re.compile(r"\b(?:realisasi|capaian|perbandingan|perkembangan|tren|trend|series)\b", re.IGNORECASE)
_TARGETS = re.compile(r"\btarget\b", re.IGNORECASE)
"""Names of indicators of which less may be better; no claim about achievement is judged without a printed capaian."""

FigureKind = Literal["target", "realization", "capaian", "series"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of an indicator in a table."""

    kind: FigureKind
    year: int | None
    quantity: Quantity
    place: Evidence
    table: int


@dataclass(slots=True)
class Entry:
    """What the tables say of one indicator."""

    name: str
    words: frozenset[str]
    units: set[str] = field(default_factory=set)
    polarity: Literal["higher", "lower", ""] = ""
    figures: list[Figure] = field(default_factory=list)
    twice: set[int] = field(default_factory=set)
    """Tables in which it stands more than once: which row is meant nobody can tell."""

    def of(self, *kinds: FigureKind, year: int | None = None) -> list[Figure]:
        """Figures of the kinds, in tables where the indicator stands once."""
        return [
            one for one in self.figures
            if one.kind in kinds and one.table not in self.twice and (year is None or one.year == year)
        ]  # fmt: skip

    @property
    def lower(self) -> bool:
        """Less may be better."""
        return self.polarity == "lower" or (self.polarity != "higher" and wants_fewer(self.name))


@dataclass(slots=True)
class Book:
    """The indicators of a report."""

    entries: list[Entry] = field(default_factory=list)
    own: frozenset[str] = frozenset()
    """Words of the name of the office: a sentence may add them."""

    def find(self, subject: str, *, wholly: bool = False) -> Entry | None:
        """
        The only indicator that the words name; None where none or several fit, or words are left over.

        Args:
            subject: The words of a sentence.
            wholly: They have to be the whole name, or its short form.
        """
        said = _words(subject) - self.own
        if not said - _WEAK:
            return None
        same = [entry for entry in self.entries if entry.words - self.own == said]
        if len(same) == 1:
            return same[0]
        if wholly:
            same += [entry for entry in self.entries if acronym_fits(subject, entry, self.own)]
            return same[0] if len(same) == 1 else None
        fits = [entry for entry in self.entries if _fits(said, entry.words - self.own)]
        fits = fits or [entry for entry in self.entries if acronym_fits(subject, entry, self.own)]
        return fits[0] if len(fits) == 1 and not same else None


def is_large(report: PerformanceReport) -> bool:
    """Whether the tables have more rows than are compared."""
    tables = (table for table in report.tables if table.type in ("indicators", "comparison") and not table.hidden)
    return sum(table.count for table in tables) > MAX_INDICATOR_ROWS


def read_book(report: PerformanceReport) -> Book:
    """Gather the figures of the tables of a report by indicator."""
    year = report.year.value if report.year else None
    book = Book(own=_words(report.unit.value if report.unit else ""))
    if is_large(report):
        return book
    by_name: dict[frozenset[str], Entry] = {}
    for number, table in enumerate(report.tables):
        if table.type not in ("indicators", "comparison") or table.hidden or table.columns_doubted:
            continue
        _enter(by_name, table, number, year)
    book.entries = list(by_name.values())
    _drop_series(book.entries, report, year)
    return book


def _drop_series(entries: Sequence[Entry], report: PerformanceReport, year: int | None) -> None:
    """Leave out comparisons over years that are not surely of results: they may be of achievements or of targets."""
    fits: dict[int, int] = {}
    for entry in entries:
        results, others = entry.of("realization", year=year), entry.of("target", "capaian", year=year)
        for one in numbers(entry.of("series", year=year)):
            result = any(same_value(one.quantity, other.quantity) for other in numbers(results))
            other = any(same_value(one.quantity, other.quantity) for other in numbers(others)) or is_share(
                one.quantity, results, others
            )
            fits[one.table] = fits.get(one.table, 0) + result - other
    kept = {
        table for table, balance in fits.items() if balance > 0 or (balance == 0 and _of_results(report.tables[table]))
    }
    for entry in entries:
        entry.figures = [
            one for one in entry.figures if one.kind != "series" or one.table in kept or _plain(report, one, fits)
        ]


def _plain(report: PerformanceReport, one: Figure, fits: Mapping[int, int]) -> bool:
    return one.table not in fits and _of_results(report.tables[one.table])


def _of_results(table: PerformanceTable) -> bool:
    title = table.title.value.lower() if table.title else ""
    return "realisasi" in title and "capaian" not in title


def _enter(by_name: dict[frozenset[str], Entry], table: PerformanceTable, number: int, year: int | None) -> None:
    columns = list(_columns(table, year))
    names, units, polarity = table.text("indicator"), table.text("unit"), table.text("polarity")
    seen: set[frozenset[str]] = set()
    last = table.count - 1
    for row, name in enumerate(names):
        words = _words(name)
        if not words or (table.cut and row == last):
            continue
        entry = by_name.setdefault(words, Entry(" ".join(name.split()), words))
        if words in seen:
            entry.twice.add(number)
        seen.add(words)
        if units[row].strip():
            entry.units.add(" ".join(units[row].lower().split()))
        entry.polarity = entry.polarity or _polarity(polarity[row])
        if len(entry.figures) > MAX_FIGURES:
            continue
        for key, kind, of_year in columns:
            entry.figures.append(Figure(kind, of_year, table.column(key)[row], table.place(row, key), number))


def _polarity(printed: str) -> Literal["higher", "lower", ""]:
    low = printed.lower()
    if re.search(r"minim|negatif|kecil|rendah|turun|lower|invers", low):
        return "lower"
    return "higher" if re.search(r"maksim|maxim|positif|besar|tinggi|naik|higher", low) else ""


def _columns(table: PerformanceTable, year: int | None) -> Iterator[tuple[str, FigureKind, int | None]]:
    """The columns whose figures are of a known kind and year."""
    title = table.title.value if table.title else ""
    years = {int(found) for found in _YEAR.findall(title)}
    elsewhere = bool(_TITLE_PLAN.search(title)) or (bool(years) and year is not None and year not in years)
    for column in table.columns:
        found = _figure(table, column, year, title, elsewhere=elsewhere)
        if found is not None:
            yield column.key, *found


def _figure(
    table: PerformanceTable, column: Column, year: int | None, title: str, *, elsewhere: bool
) -> tuple[FigureKind, int | None] | None:
    heading = column.title.value if column.title else ""
    if column.role == "year" and table.type == "comparison":
        plain = bool(_RESULTS.search(title)) and not _TARGETS.search(title) and not _TITLE_PLAN.search(title)
        return ("series", column.year) if plain else None
    if column.role not in ("target", "realization", "capaian") or column.period not in ("year", "before"):
        return None
    named = {int(found) for found in _YEAR.findall(heading)}
    if len(named) > 1 or (column.role == "target" and _OTHER_PLAN.search(heading)):
        return None
    kind: FigureKind = (
        "target" if column.role == "target" else "realization" if column.role == "realization" else "capaian"
    )
    if column.period == "before":
        return (kind, year - 1) if year is not None else None
    if named:
        return kind, named.pop()
    return None if elsewhere or column.year is not None else (kind, year)


def changed_table(table: PerformanceTable) -> bool:
    """Its title says that targets were changed, or what they were before."""
    return bool(table.title and _CHANGED.search(table.title.value))


# words ------------------------------------------------------------------------------------------------------------


def _words(name: str) -> frozenset[str]:
    bare = _BRACKETS.sub(" ", name).lower()
    return frozenset(_WORD.findall(bare)) - _STOP


def _fits(said: frozenset[str], name: frozenset[str]) -> bool:
    """All that was said stands in the name, and most of the name was said."""
    strong = name - _WEAK
    if not said <= name or not strong or (said & _WEAK and name & _WEAK and not said & _WEAK <= name):
        return False
    return len(said & strong) >= MIN_COVERED * len(strong) and len(said) >= min(2, len(name))


def acronym_fits(subject: str, entry: Entry, own: frozenset[str]) -> bool:
    """The subject is the short form of the name: `IKM`, or `Indeks Kepuasan Masyarakat (IKM)`."""
    said = _words(subject) - own - _WEAK
    if len(said) != 1:
        return False
    (short,) = said
    if len(short) < MIN_ACRONYM:
        return False
    initials = "".join(
        word[0] for word in _WORD.findall(_BRACKETS.sub(" ", entry.name).lower()) if word not in ("dan", "yang")
    )
    bracketed = [word for part in _BRACKETS.findall(entry.name) for word in _WORD.findall(part.lower())]
    return short == initials or bracketed == [short]


# values -----------------------------------------------------------------------------------------------------------


def same_value(one: Quantity | Decimal, other: Quantity | Decimal) -> bool:
    """Whether two printed figures are the same but for rounding: tolerance by the coarser printed decimals."""
    first, second = _value(one), _value(other)
    if first is None or second is None:
        return True
    decimals = (_decimals(one, first), _decimals(other, second))
    unit = Decimal(1).scaleb(-min(decimals))
    tolerance = unit / 2 if decimals[0] != decimals[1] else unit if decimals[0] >= 2 else Decimal(0)
    return (
        abs(first - second) <= tolerance or _read_otherwise(one, first, second) or _read_otherwise(other, second, first)
    )


def _value(one: Quantity | Decimal) -> Decimal | None:
    return one if isinstance(one, Decimal) else one.value if one.state in ("number", "nil") else None


def _decimals(one: Quantity | Decimal, value: Decimal) -> int:
    if isinstance(one, Quantity) and one.state == "number":
        return one.decimals
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _read_otherwise(one: Quantity | Decimal, value: Decimal, other: Decimal) -> bool:
    """`1.234` may be 1234 or 1.234."""
    return isinstance(one, Quantity) and one.ambiguous and (value / 1000 == other or value * 1000 == other)


def recomputed(target: Decimal, realization: Decimal) -> Iterable[Decimal]:
    """What an achievement may be by the formulas in use."""
    if not target:
        return ()
    shares = [realization / target * 100, (2 * target - realization) / target * 100]
    return [*shares, target / realization * 100] if realization else shares


def is_share(value: Quantity | Decimal, results: Sequence[Figure], others: Sequence[Figure]) -> bool:
    """Whether a value is an achievement that can be worked out from target and result."""
    number = _value(value)
    if number is None:
        return False
    unit = Decimal(1).scaleb(-_decimals(value, number))
    return any(
        abs(share - number) <= unit
        for target in others
        if target.kind == "target" and target.quantity.value is not None
        for result in results
        if result.quantity.value is not None
        for share in recomputed(target.quantity.value, result.quantity.value)
    )


def numbers(figures: Sequence[Figure]) -> list[Figure]:
    """Those that are numbers."""
    return [one for one in figures if one.quantity.state in ("number", "nil") and one.quantity.value is not None]
