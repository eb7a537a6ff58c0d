"""Numbers as messages print them, and how exactly a printed number can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal, localcontext

from schemas.performance import Quantity

MAX_DECIMALS = 4
"""More are what a spreadsheet computes, not what an office means: 0.30000000000000004."""
_RELATIVE = Decimal("1e-9")
"""What a spreadsheet loses in a sum."""
_LONG = re.compile(r"-?\d{6,}(?:[.,]\d{1,15})?")
_COMMA = str.maketrans(".,", ",.")


def printed(value: Decimal, decimals: int = 2) -> str:
    """A number in Indonesian writing, ``1.234,5``, rounded to *decimals* and without zeros at its end."""
    with localcontext() as context:
        context.prec = 60
        rounded = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    text = f"{rounded:,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return ("0" if text == "-0" else text).translate(_COMMA)


def as_read(quantity: Quantity) -> str:
    """What a cell states; a long number that it shows without groups gets them: ``1250000000`` is hard to read."""
    text = quantity.text.strip()
    if quantity.value is None or not _LONG.fullmatch(text):
        return text
    return printed(quantity.value, places(quantity))


def joined_sum(values: Iterable[Decimal]) -> str:
    """An addition as it is written down: ``3 + 2 + 4``; negative numbers in brackets."""
    return " + ".join(f"({printed(value)})" if value < 0 else printed(value) for value in values)


def places(quantity: Quantity) -> int:
    """Printed decimals, as far as they are meant; fewer than none where a number is rounded to millions."""
    return min(quantity.decimals, MAX_DECIMALS)


def same(one: Quantity, other: Quantity) -> bool:
    """Whether two printed numbers can be the same, rounded to the decimals of the coarser one."""
    if one.value is None or other.value is None:
        return False
    if one.value == other.value:
        return True
    coarser = min(places(one), places(other))
    slack = _half(coarser) if places(one) != places(other) or places(one) == MAX_DECIMALS else Decimal(0)
    return abs(one.value - other.value) <= slack + _noise(other.value)


def sum_tolerance(parts: Iterable[Quantity], total: Quantity) -> Decimal:
    """How far a sum of rounded numbers may lie from its printed total; nothing for whole numbers."""
    decimals = [places(part) for part in parts]
    slack = sum((_half(at) for at in decimals if at), Decimal(0))
    if places(total) or any(decimals):
        slack += _half(places(total))
    return slack + _noise(total.value)


def last_place(quantity: Quantity) -> Decimal:
    """One unit of the last printed decimal: what rounding or cutting off may change."""
    return Decimal(1).scaleb(-places(quantity))


def _half(decimals: int) -> Decimal:
    return Decimal("0.5").scaleb(-decimals)


def _noise(value: Decimal | None) -> Decimal:
    return abs(value) * _RELATIVE if value is not None and value != value.to_integral_value() else Decimal(0)
