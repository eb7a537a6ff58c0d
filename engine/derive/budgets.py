"""Budgets: money spent beyond them, and the share of them that is stated to be spent."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from engine.derive.factlist import FactList
from engine.derive.printed_numbers import as_read, last_place, places, printed, same
from engine.derive.quarter_columns import shown_tables
from engine.derive.wording import shorten
from schemas.evidence import Evidence
from schemas.fact_spec import FactRows, Scalar
from schemas.performance import NOTHING, PerformanceReport, PerformanceTable, Quantity, Total

MAX_SHARE = 10**9
"""Hundredths of a percent; beyond it nobody reads the number."""
_INCOME = re.compile(
    r"\W*(?:[\d.]+\s+)?(?:jumlah |total )?(?:pendapatan|penerimaan|pajak|retribusi|hasil pengelolaan|lain-lain|"
    r"dana (?:alokasi|bagi hasil|transfer|insentif|perimbangan)|transfer|pembiayaan|silpa|bagi hasil|pbb|bphtb|pad|"
    r"dau|dak|dbh|dbhcht|surplus|defisit)\b",
    re.IGNORECASE,
)
_INCOME_TABLE = re.compile(r"\b(?:pendapatan|penerimaan|pad|pajak|retribusi|pbb(?:-p2)?)\b", re.IGNORECASE)
_SPENDING = re.compile(r"\b(?:belanja|anggaran|program|kegiatan)\b", re.IGNORECASE)
_OTHER_SHARE = re.compile(r"fisik|kinerja|output|keluaran|target", re.IGNORECASE)
_OF_MONEY = re.compile(r"anggaran|keuangan|serap|pagu|belanja", re.IGNORECASE)
_NUMBERS = frozenset({"number", "nil"})
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Budget, money spent and its share, all of one year."""

    pagu: str
    spent: str
    share: str


@dataclass(frozen=True, slots=True)
class _Use:
    """What becomes one fact; `row` is None for a total."""

    row: int | None
    total: Total | None
    what: str
    excess: int
    columns: _Columns


def budget_facts(out: FactList, report: PerformanceReport) -> None:
    """One fact for each table with budget and spending, and one for each row or total that is over it or misstates."""
    for table in shown_tables(report):
        for columns in _columns(table):
            compared = sum(
                one.state in _NUMBERS and two.state in _NUMBERS
                for one, two in zip(table.column(columns.pagu), table.column(columns.spent), strict=True)
            )
            readable = not (table.columns_doubted or table.cut)
            out.add("budget_table", {"rows": compared, "readable": readable}, {}, (table.heading,))
            if readable and not _is_income(table):
                _add(out, table, [*_row_uses(table, columns), *_total_uses(table, columns)])


def _columns(table: PerformanceTable) -> Iterator[_Columns]:
    for key in sorted(table.quantities):
        role, _, rest = key.partition(":")
        spent = f"spent:{rest}" if rest else "spent"
        if role == "pagu" and spent in table.quantities:
            share = f"spent_percent:{rest}" if rest else "spent_percent"
            known = share in table.quantities and _is_of_money(table, share)
            yield _Columns(key, spent, share if known else "")


def _is_of_money(table: PerformanceTable, key: str) -> bool:
    """Whether a column of shares is about the budget, not about physical progress."""
    title = next((column.title.value for column in table.columns if column.key == key and column.title), "")
    return bool(_OF_MONEY.search(title)) or not _OTHER_SHARE.search(title)


def _is_income(table: PerformanceTable) -> bool:
    title = table.title.value if table.title else ""
    return bool(_INCOME_TABLE.search(title)) and not _SPENDING.search(title)


def _row_uses(table: PerformanceTable, columns: _Columns) -> Iterator[_Use]:
    names = _names(table)
    limits, spent = table.column(columns.pagu), table.column(columns.spent)
    for row, (limit, one) in enumerate(zip(limits, spent, strict=True)):
        over = _excess(limit, one)
        if over and not _INCOME.match(names[row]):
            yield _Use(row, None, "over", over, columns)
    if columns.share:
        for row, (limit, one, share) in enumerate(zip(limits, spent, table.column(columns.share), strict=True)):
            if not _follows(share, one, limit):
                yield _Use(row, None, "share", _excess(limit, one), columns)


def _total_uses(table: PerformanceTable, columns: _Columns) -> Iterator[_Use]:
    for total in table.totals:
        limit, spent = total.quantities.get(columns.pagu), total.quantities.get(columns.spent)
        if total.kind != "total" or _INCOME.match(total.label.value) or limit is None or spent is None:
            continue
        over = _excess(limit, spent)
        if over:
            yield _Use(None, total, "over", over, columns)
        share = total.quantities.get(columns.share)
        if share is not None and not _follows_total(table, columns, total, share, spent, limit):
            yield _Use(None, total, "share", over, columns)


def _follows_total(
    table: PerformanceTable,
    columns: _Columns,
    total: Total,
    share: Quantity,
    spent: Quantity,
    limit: Quantity,
) -> bool:
    """The share of a total follows from the total, or is the mean of the shares of its rows."""
    if _follows(share, spent, limit) or share.value is None:
        return True
    begin, end = total.rows
    above = [one.value for one in table.column(columns.share)[begin:end] if one.value is not None]
    return bool(above) and abs(sum(above, Decimal(0)) / len(above) - share.value) <= last_place(share)


def _excess(limit: Quantity, spent: Quantity) -> int:
    """By how much more is spent, in hundredths of a percent of the budget; 0 for none."""
    if limit.value is None or spent.value is None or spent.value <= limit.value or limit.state == "range":
        return 0
    if limit.value <= 0:
        return MAX_SHARE if limit.value == 0 and limit.state in _NUMBERS else 0
    if same(spent, limit):
        return 0
    return max(1, min(MAX_SHARE, int((spent.value - limit.value) / limit.value * 10_000)))


def _follows(share: Quantity, spent: Quantity, limit: Quantity) -> bool:
    """Whether a stated share is that of the budget, or cannot be compared; also as a fraction, or what is left."""
    if share.value is None or spent.value is None or not limit.value or share.state not in _NUMBERS:
        return True
    exact = spent.value / limit.value * _HUNDRED
    slack = last_place(share)
    if abs(share.value - exact) <= slack or abs(share.value - (_HUNDRED - exact)) <= slack:
        return True
    return not share.percent and places(share) >= 2 and abs(share.value * _HUNDRED - exact) <= slack * _HUNDRED


def _names(table: PerformanceTable) -> Sequence[str]:
    return table.text(next((key for key in ("program", "indicator", "sasaran") if key in table.words), "program"))


def _add(out: FactList, table: PerformanceTable, uses: Sequence[_Use]) -> None:
    fields: dict[str, Sequence[Scalar]] = {
        "what": [use.what for use in uses],
        "excess": [use.excess for use in uses],
        "total": [use.total is not None for use in uses],
    }

    def tell(number: int) -> tuple[dict[str, str], list[Evidence], tuple[()]]:
        return _tell(table, uses[number])

    out.add_rows(FactRows("budget_use", len(uses), fields, tell))


def _tell(table: PerformanceTable, use: _Use) -> tuple[dict[str, str], list[Evidence], tuple[()]]:
    columns = use.columns
    quantity, place = _cells(table, use)
    limit, spent = quantity(columns.pagu), quantity(columns.spent)
    share = (spent.value or Decimal(0)) / limit.value * _HUNDRED if limit.value else None
    names = _names(table)
    label = use.total.label.value if use.total is not None else names[use.row or 0]
    words = {
        "name": f'"{shorten(label)}"' if label else f"pada baris {(use.row or 0) + 1}",
        "pagu": as_read(limit),
        "spent": as_read(spent),
        "excess": printed((spent.value or Decimal(0)) - (limit.value or Decimal(0))),
        "share": f"{printed(share)}%" if share is not None else "-",
        "stated": quantity(columns.share).text.strip() if columns.share else "",
    }
    first = columns.spent if use.what == "over" else columns.share
    return words, [place(key) for key in dict.fromkeys((first, columns.pagu, columns.spent))], ()


def _cells(table: PerformanceTable, use: _Use) -> tuple[Callable[[str], Quantity], Callable[[str], Evidence]]:
    """How to look up what a row or a total states, and where, by key."""
    if use.total is not None:
        total = use.total
        return (lambda key: total.quantities.get(key, NOTHING)), (lambda key: total.places[key])
    row = use.row or 0
    return (lambda key: table.column(key)[row]), partial(table.place, row)
