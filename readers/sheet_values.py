"""
Numbers, dates and errors of a sheet as values, each with the words that an Indonesian reader sees.

Excel and LibreOffice keep 15 digits of a number: what a file prints beyond (``0.9399999999999999``) is noise of binary
fractions and is rounded away as they do. The digits that a number format hides stay.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from decimal import Decimal

from readers.number_formats import PLAIN, NumberFormat
from schemas.blocks import SheetValue

DIGITS = 15
"""Digits of a number that a sheet keeps."""
MAX_NUMBER_CHARS = 400
"""Characters of a number as a file prints it."""
LONGEST_PLAIN = 21
"""Digits up to which a number is shown in full, not as ``1,5E+300``."""
MAX_MEMO = 100_000
"""Values that are kept to be used again for equal cells."""

MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
_ZERO = Decimal(0)
_LOSSY = Decimal(10) ** DIGITS
_LAST_SERIAL = 2_958_465
_ERROR = re.compile(
    r"#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!)|Err:\d{3}"
)


def is_error(text: str) -> bool:
    """Whether a text is one that a sheet shows in place of a result."""
    return _ERROR.fullmatch(text) is not None


def exact(text: str) -> Decimal | None:
    """Return a number as a file prints it, of 15 digits; None for what is no number or none that a sheet can hold."""
    if len(text) <= DIGITS and text.isascii():
        if text.isdecimal():
            return Decimal(int(text))
        whole, _, part = text.partition(".")
        if whole.isdecimal() and part.isdecimal() and part[-1] != "0":
            return Decimal(text)
    if len(text) > MAX_NUMBER_CHARS:
        return None
    try:
        number = float(text)
    except ValueError:
        return None
    return from_float(number)


def from_float(number: float) -> Decimal | None:
    """Return a binary number as the decimal of 15 digits that sheets show; None for infinity and what is no number."""
    return whole_exponent(Decimal(f"{number:.{DIGITS}g}")) if math.isfinite(number) else None


def whole_exponent(number: Decimal) -> Decimal:
    """Return 9E+1 as 90 and 1.50 as 1.5, as far as numbers are shown in full."""
    if not number:
        return _ZERO
    number = number.normalize()
    return number + _ZERO if number.as_tuple().exponent > 0 and number.adjusted() < LONGEST_PLAIN else number  # type: ignore[operator]  # finite


def number_text(number: Decimal) -> str:
    """Return a number in full with a decimal comma: ``97,25``."""
    if abs(number.adjusted()) > LONGEST_PLAIN:
        return f"{number.normalize():E}".replace(".", ",")
    return f"{number:f}".replace(".", ",")


class Values:
    """Makes the values of one workbook; equal ones are one object."""

    def __init__(self, *, from_1904: bool = False) -> None:
        self.from_1904 = from_1904
        self._unscaled: dict[int, SheetValue] = {}
        """Values whose percent sign is mere text, by `id`; kept, so that no other takes their id."""
        self.made = 0
        """How many values were made, not counting those used again."""
        self._memo: dict[tuple[str, NumberFormat], SheetValue] = {}

    def number(self, text: str, shown: NumberFormat = PLAIN) -> SheetValue:
        """Return the value of a number as the file prints it; one out of the range of sheets is an error."""
        known = self._memo.get((text, shown))
        if known is not None:
            return known
        self.made += 1
        number = exact(text)
        value = SheetValue("error", text[:MAX_NUMBER_CHARS]) if number is None else self.decimal(number, shown)
        if len(self._memo) < MAX_MEMO:
            self._memo[text, shown] = value
        return value

    def decimal(
        self, number: Decimal, shown: NumberFormat = PLAIN, formula: str | None = None, *, computed: bool = False
    ) -> SheetValue:
        """Return the value of a number under a format."""
        kind = shown.kind
        if kind == "number":
            inexact = abs(number) >= _LOSSY and number == number.to_integral_value()
            return SheetValue(
                "number", number_text(number), number, formula=formula, computed=computed, inexact=inexact
            )
        if kind in ("date", "time"):
            return self._date(number, shown, formula, computed)
        share = number if kind == "percent-sign" else whole_exponent(number.scaleb(2))
        value = SheetValue("number", f"{number_text(share)}%", share, True, formula, computed)
        if kind == "percent-sign":
            self.keep_unscaled(value)
        return value

    def keep_unscaled(self, value: SheetValue) -> None:
        """Remember that the percent sign of a value is mere text."""
        self._unscaled[id(value)] = value

    def _date(self, serial: Decimal, shown: NumberFormat, formula: str | None, computed: bool) -> SheetValue:  # noqa: FBT001
        if not 0 <= serial <= _LAST_SERIAL:
            return self.decimal(serial, PLAIN, formula, computed=computed)
        days = int(serial)
        minutes = round((serial - days) * 1440)
        clock = f"{minutes // 60 % 24:02}:{minutes % 60:02}"
        if shown.kind == "time" or (days == 0 and not self.from_1904):
            return SheetValue(
                "date", f"{days * 24 + minutes // 60:02}:{minutes % 60:02}", None, False, formula, computed
            )
        date = self.day(days)
        return date_value(date, shown, clock if minutes else "", formula, computed=computed)

    def day(self, serial: int) -> dt.date:
        """Return the day of a serial number. In 1900 Excel has a 29 February that never was."""
        if self.from_1904:
            return dt.date(1904, 1, 1) + dt.timedelta(min(serial, _LAST_SERIAL - 1462))
        return dt.date(1899, 12, 31 if serial < 60 else 30) + dt.timedelta(serial)

    def is_unscaled(self, value: SheetValue) -> bool:
        """Whether the percent sign of a value is mere text."""
        return id(value) in self._unscaled

    def number_of(self, value: SheetValue) -> Decimal | None:
        """Return the number that a cell holds for formulas: 0.9725 where it shows 97,25%; None for what is none."""
        if value.kind != "number" or not isinstance(value.value, Decimal):
            return None
        return value.value.scaleb(-2) if value.percent and not self.is_unscaled(value) else value.value


def date_value(
    date: dt.date, shown: NumberFormat, clock: str = "", formula: str | None = None, *, computed: bool = False
) -> SheetValue:
    """Return the value of a day, with as much in words as its format shows: ``31 Desember 2024``, ``Januari 2024``."""
    parts = (
        str(date.day) if shown.day else "",
        MONTHS[date.month - 1] if shown.month else "",
        str(date.year) if shown.year else "",
        clock if shown.clock else "",
    )
    return SheetValue("date", " ".join(filter(None, parts)), date, False, formula, computed)
