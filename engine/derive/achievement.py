"""
The arithmetic of achievement (capaian): which formulas there are, what each gives, and what printed figures allow.

Higher is better: R / T. Where lower is better two formulas are in use, (2T - R) / T and T / R; a third, (T - R) / T,
gives 0 where the result equals the target, and is named when it was used.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Literal

from schemas.facts import MAX_INT
from schemas.performance import Polarity, Quantity

Formula = Literal["plain", "inverse", "reciprocal", "difference"]
"""plain = R / T, inverse = (2T - R) / T, reciprocal = T / R, difference = (T - R) / T; each times 100."""
Fit = Literal["none", "plain", "inverse", "reciprocal", "difference", "ratio", "realization", "capped", "capped-alone"]
"""
What a stated capaian agrees with that it should not: one of the formulas, or

ratio         the ratio itself: 0.98 for 98 %
realization   the realization, copied
capped        100 or another usual limit, while other rows go beyond it
capped-alone  the same, and no other row tells whether the table is capped
"""

HUNDRED = Decimal(100)
CLOSE = Decimal("0.05")
"""Percentage points within which a figure is said to agree with another formula."""
CAPS = frozenset(map(Decimal, (100, 110, 120, 125, 150, 200)))
"""Usual limits of a capaian."""
FORMULAS: tuple[Formula, ...] = ("plain", "inverse", "reciprocal", "difference")

_SHARE = re.compile(r"(?i)^(?:%|persen|pros?entase|presentase|indeks|index|nilai|skor|poin|point|rasio|angka|level)")
_SCALED = re.compile(r"(?i)\d\s*(?:triliun|trilyun|miliar|milyar|juta|jt|ribu|rb|m)\b")
_DIGIT = re.compile(r"\d")
_SHOWN = {
    "plain": "Realisasi / Target × 100% = {r} / {t} × 100%",
    "inverse": "(2 × Target − Realisasi) / Target × 100% = (2 × {t} − {r}) / {t} × 100%",
    "reciprocal": "Target / Realisasi × 100% = {t} / {r} × 100%",
    "difference": "(Target − Realisasi) / Target × 100% = ({t} − {r}) / {t} × 100%",
}


@dataclass(frozen=True, slots=True)
class Sum:
    """A stated capaian with what it is reckoned from."""

    target: Quantity
    realization: Quantity
    stated: Quantity
    value: Decimal
    """The stated capaian in percent."""
    rounding: Decimal
    """Percentage points that the printed digits of all three leave open."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A stated capaian against its recomputation."""

    off: int
    """Hundredths of a percentage point to the nearest accepted result; 0 within what the printed digits allow."""
    fits: Fit = "none"


def reckon(formula: Formula, target: Decimal, realization: Decimal) -> Decimal | None:
    """Return the capaian in percent; None where the formula divides by zero."""
    if (realization if formula == "reciprocal" else target) == 0:
        return None
    with localcontext() as context:
        context.prec = 40
        if formula == "plain":
            return realization / target * HUNDRED
        if formula == "inverse":
            return (2 * target - realization) / target * HUNDRED
        if formula == "reciprocal":
            return target / realization * HUNDRED
        return (target - realization) / target * HUNDRED


def formulas_for(polarity: Polarity | None, lower: Formula | None = None) -> tuple[Formula, ...]:
    """
    Return the formulas that are accepted.

    Args:
        polarity: Of the indicator; None = not known, then no formula is wrong but (T - R) / T.
        lower: What the document declares for indicators of which less is better.
    """
    if polarity == "higher":
        return ("plain",)
    below: tuple[Formula, ...] = (lower,) if lower else ("inverse", "reciprocal")
    return below if polarity == "lower" else ("plain", *below)


def sum_of(target: Quantity, realization: Quantity, stated: Quantity, unit: str, *, ratio: bool) -> Sum | None:
    """
    Put together what a row states; None where it cannot be reckoned.

    Args:
        target: Single numbers only.
        realization: The same.
        stated: The same.
        unit: Of the indicator, or its name where it has none: a count is exact, a share was rounded.
        ratio: The column states ratios (0.98) throughout.
    """
    t, r, c = target.value, realization.value, stated.value
    if t is None or r is None or c is None or t == 0 or "range" in (target.state, realization.state, stated.state):
        return None
    value = c * HUNDRED if ratio and not stated.percent else c
    share = bool(_SHARE.match(unit)) or realization.percent
    step = Decimal(1).scaleb((2 if ratio and not stated.percent else 0) - stated.decimals)
    open_r = _open(realization, exact=not share)
    open_t = _open(target, exact=True)
    rounding = step + abs(HUNDRED * open_r / t) + abs(HUNDRED * open_t * r / (t * t))
    return Sum(target, realization, stated, value, rounding)


def judge(row: Sum, accepted: Sequence[Formula]) -> Judged | None:
    """Compare a stated capaian with the results of the accepted formulas; None where none of them gives a result."""
    results = [result for formula in accepted if (result := _result(formula, row)) is not None]
    if not results:
        return None
    gap = gap_of(row, accepted)
    if gap <= row.rounding:
        return Judged(0)
    return Judged(hundredths(gap), _fit(row, accepted, results))


def gap_of(row: Sum, formulas: Sequence[Formula]) -> Decimal:
    """Return the percentage points between the stated capaian and the nearest result of these formulas."""
    results = [result for formula in formulas if (result := _result(formula, row)) is not None]
    return min((abs(row.value - result) for result in results), default=Decimal(0))


def exceeds_cap(row: Sum, accepted: Sequence[Formula]) -> bool:
    """Whether the stated capaian is a usual limit, and what could be right lies above it."""
    results = [result for formula in accepted if (result := _result(formula, row)) is not None]
    return row.value in CAPS and bool(results) and max(results) > row.value


def shown(row: Sum, formulas: Sequence[Formula]) -> str:
    """Return each formula with its numbers and result, as a reader can check it."""
    numbers = {"t": printed(row.target), "r": printed(row.realization)}
    return "; ".join(
        f"{_SHOWN[formula].format(**numbers)} = {percent(result)}"
        for formula in formulas
        if (result := _result(formula, row)) is not None
    )


def hundredths(value: Decimal) -> int:
    """Return a number in hundredths, as the engine holds it."""
    limit = Decimal(MAX_INT)
    scaled = max(-limit, min(limit, value * HUNDRED))
    return int(scaled.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def percent(value: Decimal) -> str:
    """`100,82%`."""
    return f"{number(value, 2)}%"


def number(value: Decimal, decimals: int) -> str:
    """`1.234,50`."""
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def printed(quantity: Quantity) -> str:
    """The number that a cell states, without its unit."""
    value = quantity.value if quantity.value is not None else Decimal(0)
    shown_number = number(value, max(0, min(quantity.decimals, 6)))  # fewer than none: `1,5 M`
    return f"({shown_number})" if value < 0 else shown_number


def is_scaled(quantity: Quantity) -> bool:
    """`Rp 1,5 M`: a number in short."""
    text = quantity.text
    return text.lower() != text.upper() and bool(_SCALED.search(text))  # mostly there is no letter at all


def _result(formula: Formula, row: Sum) -> Decimal | None:
    t, r = row.target.value, row.realization.value
    return None if t is None or r is None else reckon(formula, t, r)


def _open(quantity: Quantity, *, exact: bool) -> Decimal:
    """Half a unit of the last printed digit: what the number may be rounded by; nothing for a whole count."""
    value = quantity.value or Decimal(0)
    if is_scaled(quantity) and value:
        digits = len(_DIGIT.findall(quantity.text.split("(")[0]))
        return Decimal(5).scaleb(value.adjusted() - digits)
    if quantity.decimals == 0 and exact:
        return Decimal(0)
    return Decimal(5).scaleb(-quantity.decimals - 1)


def _fit(row: Sum, accepted: Sequence[Formula], results: Sequence[Decimal]) -> Fit:
    near = max(CLOSE, row.rounding)
    for formula in FORMULAS:
        result = _result(formula, row)
        if formula not in accepted and result is not None and abs(row.value - result) <= near:
            return formula
    if any(abs(row.value * HUNDRED - result) <= row.rounding * HUNDRED for result in results) and abs(row.value) < 10:
        return "ratio"
    if row.stated.value == row.realization.value:
        return "realization"
    return "none"
