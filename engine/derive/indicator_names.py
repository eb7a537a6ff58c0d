"""
Indicators that stand twice under one sasaran.

Two rows are of one indicator when letters and digits of their names are the same, or when one word of them differs by
one letter. The second way compares rows pair by pair, so it has a limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import OSA

from engine.derive.factlist import FactList
from engine.derive.quarter_columns import shown_tables
from engine.derive.wording import shorten
from schemas.evidence import Evidence
from schemas.fact_spec import FactRows, Scalar
from schemas.performance import PerformanceReport, PerformanceTable

MAX_COMPARED = 2_000
"""Rows of all tables together of which names are compared pair by pair."""
MIN_LETTERS = 6
"""Words of fewer letters differ by one letter and mean something else: `desa`, `dana`."""
MIN_LETTERS_ALIKE = 5
"""As much is enough where target and result are the same too."""
_APART = ("program", "owner", "unit", "formula")
"""Columns that make two rows of one name two things: another activity, another office."""
_PUNCTUATION = {ord(sign): None for sign in " \t\n\r\u00a0.,;:()[]{}'\"“”‘’`´-–—_/\\*•·"}
_NUMBERED = re.compile(r"\s*(?:\d{1,3}[.)]|\(?[a-z][.)])\s*(?=\D)", re.IGNORECASE)
_PERCENT = re.compile(r"(?:persen|prosen|percent)(?:tase)?\W*|% ?\(persen\)")
_TOKEN = re.compile(r"[^\W_]+")
_OF_EACH = re.compile(
    r"(?:nama )?(?:tahun|periode|bulan|triwulan|tri wulan|tw|semester|provinsi|kabupaten|kota|"
    r"kab(?:upaten|\.)? ?/ ?kota|kecamatan|kelurahan|desa|desa ?/ ?kelurahan|wilayah|lokasi|opd|skpd|"
    r"perangkat daerah|unit(?: kerja)?|instansi|puskesmas|uptd?|sekolah|jenjang|bidang|bagian|seksi|pegawai|pejabat|"
    r"jabatan)\W*",
    re.IGNORECASE,
)
"""Headings of a column that tells whose or when each row is: one indicator stands there once for each."""
_ENDS_OF_GENDER = frozenset({("a", "i"), ("i", "a")})


@dataclass(frozen=True, slots=True)
class _Repeat:
    """One row and the one above that it repeats."""

    row: int
    first: int
    how: str


def name_facts(out: FactList, report: PerformanceReport) -> None:
    """One fact for each table of indicators, and one for each row that repeats another."""
    tables = [table for table in shown_tables(report) if "indicator" in table.words and table.count]
    few = sum(table.count for table in tables) <= MAX_COMPARED
    for table in tables:
        readable = not (table.columns_doubted or table.cut)
        out.add(
            "indicator_list",
            {"rows": table.count, "compared": few, "readable": readable},
            {"rows": str(table.count), "limit": str(MAX_COMPARED)},
            (table.heading,),
        )
        if readable and not _is_of_many(table):
            _add(out, table, list(_repeats(table, near=few)))


def _is_of_many(table: PerformanceTable) -> bool:
    """Whether the table lists the same indicators for several years or offices."""
    return any(
        column.title is not None and column.role is None and _OF_EACH.fullmatch(column.title.value.strip())
        for column in table.columns
    )


def _add(out: FactList, table: PerformanceTable, repeats: Sequence[_Repeat]) -> None:
    names = table.text("indicator")

    def tell(number: int) -> tuple[dict[str, str], list[Evidence], tuple[()]]:
        one = repeats[number]
        words = {
            "name": shorten(names[one.row].strip()),
            "other": shorten(names[one.first].strip()),
            "no": _number(table, one.row),
            "other_no": _number(table, one.first),
            "sasaran": shorten(table.text("sasaran")[one.row].strip()) or "-",
        }
        return words, [table.place(one.row, "indicator"), table.place(one.first, "indicator")], ()

    fields: dict[str, Sequence[Scalar]] = {
        "how": [one.how for one in repeats],
        "grouped": [bool(table.text("sasaran")[one.row].strip()) for one in repeats],
    }
    out.add_rows(FactRows("indicator_repeat", len(repeats), fields, tell))


def _number(table: PerformanceTable, row: int) -> str:
    return table.text("no")[row].strip(" .") or str(row + 1)


def _repeats(table: PerformanceTable, *, near: bool) -> Iterator[_Repeat]:
    names = table.text("indicator")
    keys = _keys(names)
    groups = _groups(table) if near or len(set(keys)) < len(keys) else ()
    found: set[int] = set()
    for row, above in _exact(groups, keys):
        if not _is_told_apart(table, above, row):
            found.add(row)
            yield _Repeat(row, above, "exact")
    if near:
        yield from _near(table, names, groups, found)


def _exact(groups: Sequence[object], keys: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Rows of a name that stands above in the same group, with that row; without groups all names are different."""
    first: dict[tuple[object, str], int] = {}
    for row, key in enumerate(zip(groups, keys, strict=True)) if groups else ():
        if len(key[1]) >= 4 and (above := first.setdefault(key, row)) != row:
            yield row, above


def _keys(names: Sequence[str]) -> list[str]:
    """Letters and digits of each name, a number at its begin aside."""
    bare = [name if name[:1].isalpha() else _NUMBERED.sub("", name, count=1) for name in names]
    return _bare_letters(bare)


def _bare_letters(texts: Sequence[str]) -> list[str]:
    """Small letters and digits of each text; all at once, which is several times faster for a long table."""
    whole = "\0".join(texts).lower().translate(_PUNCTUATION)
    found = whole.split("\0")
    return found if len(found) == len(texts) else [text.lower().translate(_PUNCTUATION) for text in texts]


def _groups(table: PerformanceTable) -> Sequence[object]:
    """What each row stands under: its sasaran by words, which may be printed again on the next page."""
    words = table.text("sasaran")
    if any(words):
        return _bare_letters(words)
    return table.sasaran if len(table.sasaran) == table.count else [0] * table.count


def _is_told_apart(table: PerformanceTable, one: int, two: int) -> bool:
    """Whether both rows say in which activity, office or unit they differ."""
    for role in _APART:
        words = table.text(role)
        first, second = (_PERCENT.sub("%", words[at].strip().lower()) for at in (one, two))
        if first and second and first != second:
            return True
    return False


def _near(
    table: PerformanceTable, names: Sequence[str], groups: Sequence[object], found: set[int]
) -> Iterator[_Repeat]:
    by_group: dict[object, list[tuple[int, list[str]]]] = {}
    for row, (group, name) in enumerate(zip(groups, names, strict=True)):
        words = _TOKEN.findall(name.lower())
        if len(words) > 1 and row not in found:
            by_group.setdefault(group, []).append((row, words))
    for rows in by_group.values():
        taken: set[int] = set()
        for (one, words), (two, others) in combinations(rows, 2):
            least = MIN_LETTERS_ALIKE if _same_figures(table, one, two) else MIN_LETTERS
            if two not in taken and is_slip(words, others, least) and not _is_told_apart(table, one, two):
                taken.add(two)
                yield _Repeat(two, one, "near")


def _same_figures(table: PerformanceTable, one: int, two: int) -> bool:
    """Whether two rows have the same target and the same result."""
    columns = [table.quantities[key] for key in ("target", "realization") if key in table.quantities]
    return len(columns) > 1 and all(
        column[one].value is not None and column[one].value == column[two].value for column in columns
    )


def is_slip(words: Sequence[str], others: Sequence[str], least: int) -> bool:
    """Whether all but one word are the same, and that one is a slip of one letter in a long word."""
    if len(words) != len(others):
        return False
    different = [(one, two) for one, two in zip(words, others, strict=True) if one != two]
    if len(different) != 1:
        return False
    (one, two) = different[0]
    if min(len(one), len(two)) < least or one[0] != two[0] or not (one.isalpha() and two.isalpha()):
        return False
    if len(one) == len(two) and one[:-1] == two[:-1] and (one[-1], two[-1]) in _ENDS_OF_GENDER:
        return False
    return OSA.distance(one, two, score_cutoff=1) == 1
