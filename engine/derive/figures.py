"""What is wrong with single figures of a table of indicators: no number, out of range, in another unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from engine.derive.achievement import HUNDRED
from engine.derive.polarity import Polarities, may_be_lower
from engine.derive.table_cells import equal_cells, words_at
from schemas.performance import ABSENT, PerformanceTable, Quantity

Problem = Literal[
    "fine", "invalid", "error", "consequence", "zero-target", "over", "over-share", "below", "unit", "scale",
    "unreadable",
]  # fmt: skip
FIGURES = ("target", "realization", "capaian")
QUARTERLY = tuple(f"{measure}:{run}{at}" for measure in FIGURES[:2] for run in ("q", "to_q") for at in (1, 2, 3, 4))
"""Their quarters; of these only what is no number, and shares beyond 100 %."""
MANY = 3
"""So many rows in two scales, and most of the table: then the file lost its formats, and nobody mixed them up."""

SCALE_TARGET = 20
"""A target in percent from which on a result of 1 or less is one printed as a ratio."""

_NUMBERS = frozenset({"number", "nil"})
_ODD = frozenset({"invalid", "error"})
_PERCENT = re.compile(r"(?i)\W*(?:%|persen|pros?entase|presentase|percent)")
_SHARE_NAME = re.compile(r"(?i)\W*(?:%|pros?entase|persentase|presentase)")
_NO_SHARE = re.compile(
    r"(?i)tumbuh|ningkat|naik|turun|kurang|\blaju\b|rasio|capaian|realisasi|target|kontribusi|perubahan|selisih|efisien|"
    r"efektiv|efektif|penerimaan|pendapatan|perbandingan|surplus|defisit|cakupan|ketersediaan|kecukupan|pemenuhan|imunisasi|"
    r"kemandirian|deviasi|tambah|inflasi|produksi|produktiv|utang|margin|hasil|ketercapaian|swasembada|growth|optimal"
)
_PART = re.compile(r"(?i)\byang\b|\bdengan\b|\bber\w{3,}|\b(?:ter(?!hadap)|di)\w{4,}")
"""A part of a whole: `desa yang ...`, `usulan Musrenbang yang terakomodasi`."""
_COUNTED = frozenset(
    "dokumen laporan orang jiwa desa kelurahan kegiatan kali unit paket kasus kejadian buah lembar berkas surat hari "
    "jam menit bulan kk ha km ton kelompok peserta lokasi titik rumah ruas sekolah puskesmas kecamatan perkara".split()
)
_WORDS = re.compile(r"[^\W\d_]{3,}(?: [^\W\d_]{3,}){0,2}")
_REMARK = re.compile(
    r"(?i)belum|blm|proses|tidak|tdk|tanpa|tunggu|tunda|batal|hapus|pindah|alih|rilis|terbit|refocus|nihil|kosong|\bada\b|"
    r"sesuai|selesai|lengkap|laksana|tercapai|sedang|tahun|triwulan|semester|data|dalam|lihat|sama|semua|seluruh|sda|idem"
)
"""Words that tell why there is no number, or that the work is done: something else than a slip."""


class Wrong(NamedTuple):
    """A problem and the column that has it."""

    problem: Problem
    key: str


FINE = Wrong("fine", "")


def wrong_figures(table: PerformanceTable, names: Sequence[str], polarities: Polarities) -> dict[int, Wrong]:
    """Rows with a figure that cannot be right, by row: target, realization and capaian of the year, else a quarter."""
    columns = {key: table.quantities[key] for key in FIGURES if key in table.quantities}
    found: dict[int, Wrong] = {}
    for row in _suspects(table, columns, names):
        wrong = _wrong(table, row, {key: column[row] for key, column in columns.items()}, names[row], polarities)
        if wrong.problem != "fine":
            found[row] = wrong
    for row, wrong in _in_quarters(table, names):
        if row not in found or found[row].problem == "consequence":
            found[row] = wrong
    scales = [row for row, wrong in found.items() if wrong.problem == "scale"]
    if len(scales) >= MANY and len(scales) * 2 > table.count:
        for row in scales:
            del found[row]
    return found


def _is_odd(one: Quantity) -> bool:
    return one.state in _ODD


def _is_suspect(one: Quantity) -> bool:
    return (
        one.state in _ODD or one.state == "words" or one.unit is not None or (one.value is not None and one.value < 2)
    )


def _is_large(one: Quantity) -> bool:
    return one.value is not None and one.value > 100


def _suspects(table: PerformanceTable, columns: Iterable[str], names: Sequence[str]) -> Sequence[int]:
    """Rows that may have such a figure: most tables have few."""
    suspects: set[int] = set()
    for key in columns:
        suspects.update(equal_cells(table, key).rows(_is_odd if key == "capaian" else _is_suspect))
        if key != "capaian":  # a large number is odd in a share of a whole only
            large = equal_cells(table, key).rows(_is_large)
            suspects.update(row for row in large if _SHARE_NAME.match(names[row]))
    suspects.update(_shares_in_units(table))
    last = table.count - 1 if table.cut else -1
    return sorted(suspects - {last})


def _is_percent(one: Quantity) -> bool:
    return one.percent


def _shares_in_units(table: PerformanceTable) -> Iterator[int]:
    """Rows with a percentage under a unit that is counted."""
    units = table.words.get("unit", ())
    if "target" in table.quantities and any(_is_counted(unit) for unit in set(units)):
        yield from (row for row in equal_cells(table, "target").rows(_is_percent) if _is_counted(units[row]))


def _is_counted(unit: str) -> bool:
    return unit.strip(" .()").lower().partition(" ")[0] in _COUNTED and not _PERCENT.search(unit)


def _wrong(table: PerformanceTable, row: int, figures: dict[str, Quantity], name: str, polarities: Polarities) -> Wrong:
    if (odd := _no_number(table, figures)) is not None:
        return odd
    target, realization = figures.get("target"), figures.get("realization")
    error = next(
        (Wrong(_error(table, row, key, figures), key) for key, one in figures.items() if one.state == "error"), FINE
    )
    if error.problem not in ("fine", "consequence"):
        return error
    if target is not None and realization is not None and _numbers(target, realization):
        pair = _pair(table, row, figures, name, polarities)
        if pair.problem != "fine":
            return pair
    if error.problem == "consequence":
        return error
    for key in ("realization", "target"):
        if key in figures and (problem := _range(figures[key], words_at(table, "unit", row), name)) != "fine":
            return Wrong(problem, key)
    return FINE


def _no_number(table: PerformanceTable, figures: dict[str, Quantity]) -> Wrong | None:
    """What was meant as a number and is none, or words in its place."""
    for key, one in figures.items():
        if one.state == "invalid":
            return Wrong("unreadable" if table.columns_doubted else "invalid", key)
    realization = figures.get("realization")
    if realization is not None and not table.columns_doubted and is_no_number(realization, figures.get("target")):
        return Wrong("invalid", "realization")
    return None


def _error(table: PerformanceTable, row: int, key: str, figures: dict[str, Quantity]) -> Problem:
    """An error is the sheet's own where all that it is worked out from is there."""
    if not figures[key].text.lstrip().startswith(("#", "Err", "err")):
        return "unreadable"  # a formula whose result is not in the file
    if key == "capaian":
        needed = [figures.get("target"), figures.get("realization")]
        if any(one is None or not _numbers(one) or not one.value for one in needed):
            return "consequence"
        return "error"
    parts = [column[row] for name, column in table.quantities.items() if name.startswith(f"{key}:")]
    return "consequence" if any(part.state in ABSENT or part.state in ("error", "words") for part in parts) else "error"


def _in_quarters(table: PerformanceTable, names: Sequence[str]) -> Iterator[tuple[int, Wrong]]:
    """Rows with a quarter that is no number, an error of the sheet, or more than the whole; the first of each row."""
    keys = [key for key in QUARTERLY if key in table.quantities and not table.columns_doubted]
    last = table.count - 1 if table.cut else -1
    for key in keys:
        column = table.quantities[key]
        target = table.column(key.replace("realization", "target", 1)) if key.startswith("r") else ()
        for row in equal_cells(table, key).rows(_may_be_wrong):
            if row != last and (problem := _of_quarter(table, row, column[row], target, names[row])) != "fine":
                yield row, Wrong(problem, key)


def _may_be_wrong(one: Quantity) -> bool:
    return one.state in _ODD or one.state == "words" or (one.value is not None and not 0 <= one.value <= HUNDRED)


def _of_quarter(table: PerformanceTable, row: int, one: Quantity, target: Sequence[Quantity], name: str) -> Problem:
    if one.state == "invalid":
        return "invalid"
    if one.state == "error":
        return "error" if one.text.lstrip().startswith(("#", "Err", "err")) else "unreadable"
    if target and is_no_number(one, target[row]):
        return "invalid"
    return _range(one, words_at(table, "unit", row), name)


def is_no_number(result: Quantity, target: Quantity | None) -> bool:
    """Whether words stand where the target is a number: a slip such as `abc`, or a number in words."""
    if result.state != "words" or result.value is not None or target is None or target.state != "number":
        return False
    words = " ".join(result.text.split())
    return bool(_WORDS.fullmatch(words)) and words.islower() and not _REMARK.search(words)


def _pair(table: PerformanceTable, row: int, figures: dict[str, Quantity], name: str, polarities: Polarities) -> Wrong:
    target, realization = figures["target"], figures["realization"]
    unit = words_at(table, "unit", row)
    divides = not target.value and _needs_division(realization, figures.get("capaian"))
    if divides and not may_be_lower(name) and polarities[row].polarity != "lower":
        return Wrong("zero-target", "target")
    if in_two_scales(target, realization, unit, name):
        return Wrong("scale", "target" if (target.value or 0) < (realization.value or 0) else "realization")
    kinds = [_kind(target), _kind(realization)]
    if kinds[0] and kinds[1] and kinds[0] != kinds[1]:
        return Wrong("unit", "realization")
    if _is_counted(unit) and kinds == ["percent", "percent"] and _SHARE_NAME.match(name):
        return Wrong("unit", "target")
    if _PERCENT.match(unit) and "count" in kinds:
        return Wrong("unit", "target" if kinds[0] == "count" else "realization")
    return FINE


def in_two_scales(target: Quantity, realization: Quantity, unit: str, name: str) -> bool:
    """Whether one of target and realization is printed in percent and the other as a ratio: 95 and 0.97."""
    if target.value is None or realization.value is None or not (_is_share(unit, name, target, realization)):
        return False
    if realization.percent and target.percent:
        return False
    low, high = sorted((abs(target.value), abs(realization.value)))
    return high >= SCALE_TARGET and 0 < low <= 1 and high / 2 <= low * HUNDRED <= 2 * high and low != low.to_integral()


def _is_share(unit: str, name: str, *figures: Quantity) -> bool:
    return bool(_PERCENT.match(unit or name)) or any(figure.percent for figure in figures)


def _needs_division(realization: Quantity, stated: Quantity | None) -> bool:
    return bool(realization.value) or bool(stated is not None and stated.value)


def _kind(one: Quantity) -> str:
    """`percent`, `count` or `money` where the figure itself says so."""
    if one.percent:
        return "percent"
    if one.unit == "Rp":
        return "money"
    word = (one.unit or "").strip(" .()").lower().partition(" ")[0]
    return "count" if word in _COUNTED else ""


def _range(one: Quantity, unit: str, name: str) -> Problem:
    """A share of a whole lies between 0 and 100 %; growth and ratios need not."""
    value = one.value
    if value is None or one.state not in _NUMBERS or 0 <= value <= 100:
        return "fine"
    if not _SHARE_NAME.match(name) or _NO_SHARE.search(name) or _kind(one) in ("count", "money"):
        return "fine"
    if unit.strip() and not _PERCENT.match(unit):
        return "fine"
    if value < 0:
        return "below"
    return "over-share" if _PART.search(name) else "over"


def _numbers(*figures: Quantity) -> bool:
    return all(one.state in _NUMBERS for one in figures)
