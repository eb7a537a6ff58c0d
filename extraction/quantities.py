"""
Numbers as offices print them: ``1.234,56``, ``98,5 %``, ``Rp 2.450.000.000``, ``1,5 M``, ``12 dokumen``, ``n/a``.

A dot parts thousands and a comma decimals in Indonesian, the other way round in what English software exports; both
stand side by side in one column. A lone ``1.234`` can be either: the rest of its column decides, and it stays marked.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation

from extraction.dates import parse_date
from schemas.blocks import SheetCell, SheetValue
from schemas.performance import NOTHING, Quantity

MAX_CHARS = 120
"""Characters of a cell beyond which it is a note, not a number."""
MAX_DIGITS = 30
"""Digits, and power of ten, of the largest number that is taken for one."""

_DASHES = frozenset("- – — − ‐ -- --- .. ... … . _ __ ___ *".split())
_MISSING = re.compile(
    r"(?:n\s?/\s?a|n\.a\.?|na|nan|null|none|\(?kosong\)?|tad|tda|(?:data )?(?:belum|blm)\b.*|masih (?:dalam )?proses.*|"
    r"(?:tidak|tdk) (?:ada|tersedia|terdapat) data.*|data tidak (?:ada|tersedia).*|tidak tersedia|tidak diisi|menunggu\b.*)",
    re.IGNORECASE,
)
_NIL = re.compile(r"(?:nihil|nol|tidak ada)(?: \w+)?", re.IGNORECASE)
_ERROR = re.compile(r"#(?:DIV/0!|VALUE!|REF!|NAME\?|N/A|NUM!|NULL!|SPILL!|CALC!)|Err:\d{3}|#{3,}", re.IGNORECASE)
_NUMBER = r"\d(?:[\d.,]|['\u00a0\u202f ](?=\d{3}(?!\d)))*"
_QUANTITY = re.compile(
    rf"(?P<bound>[<>≤≥±~]=?|minimal|maksimal|min\.?|maks\.?|max\.?)?\s*(?P<money>rp|idr)?\.?\s*"
    rf"(?P<open>\()?\s*(?P<sign>[-+−])?\s*(?P<money2>rp\.?)?\s*(?P<digits>{_NUMBER})(?P<power>e[-+]?\d{{1,5}})?\s*"
    r"(?P<percent1>%)?\s*(?P<close>\))?\s*(?P<scale>triliun|trilyun|miliar|milyar|juta|jt|ribu|rb|M(?![\w²]))?\.?"
    r"\s*(?P<percent>%|persen\b|prosen\b|percent\b)?\s*,?-?\s*(?P<unit>\D.{0,60})?",
    re.IGNORECASE,
)
_RANGE = re.compile(
    rf"(?P<low>{_NUMBER})\s*(?P<p1>%)?\s*(?:-|–|—|s\s?/\s?d|s\.?\s?d\.?|sampai(?: dengan)?|hingga)\s*(?P<high>{_NUMBER})"
    r"\s*(?P<p2>%|persen\b)?\s*(?P<unit>[^\d%].{0,40})?",
    re.IGNORECASE,
)
_SPELT = re.compile(r"^\((?:[a-z ]{2,60})\)\s*", re.IGNORECASE)
_SCALES = {"tri": 12, "mil": 9, "m": 9, "jut": 6, "jt": 6, "rib": 3, "rb": 3}
_LOOKS_NUMERIC = re.compile(r"[\d.,\s%()+-]*\d[\d.,\s%()e+-]*", re.IGNORECASE)
_DATE_LIKE = re.compile(r"\d{1,2}\s*[-/. ]\s*(?:\d{1,2}|[a-z]{3,9})\s*[-/. ]\s*\d{2,4}|\d{4}-\d\d-\d\d", re.IGNORECASE)


def read_quantity(content: SheetCell) -> Quantity:
    """What one cell states; a ``1.234`` that may be read in two ways is read as Indonesian and marked."""
    if content is None:
        return NOTHING
    if isinstance(content, SheetValue):
        return _of_value(content)
    return _of_text(content)


def read_quantities(column: Sequence[SheetCell]) -> list[Quantity]:
    """What a column states: equal cells are read once, and numbers that may be read in two ways as the others are."""
    known: dict[SheetCell, Quantity] = {None: NOTHING}
    for content in set(column):
        if content not in known:
            known[content] = read_quantity(content)
    if any(quantity.ambiguous for quantity in known.values()):
        english = _is_english(known.values())
        known = {content: _settled(one, english=english) if one.ambiguous else one for content, one in known.items()}
    return [known[content] for content in column]


def english_style(quantities: Iterable[Quantity]) -> bool:
    """Whether the numbers that can be read in one way only have a dot before their decimals."""
    return _is_english(quantities)


def _of_value(content: SheetValue) -> Quantity:
    value = content.value
    if content.kind == "number" and isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        decimals = max(0, -exponent) if isinstance(exponent, int) else 0
        if value.is_finite() and value.adjusted() <= MAX_DIGITS:
            return Quantity(
                content.text, "number", value, percent=content.percent, decimals=decimals, computed=content.computed
            )
        return Quantity(content.text, "invalid")
    if content.kind == "date" and isinstance(value, dt.date):
        return Quantity(content.text, "date", day=value)
    if content.kind in ("error", "uncached"):
        return Quantity(content.text, "error")
    return Quantity(content.text, "words")


def _of_text(printed: str) -> Quantity:
    text = " ".join(printed.replace("\u00a0", " ").split())
    if not text:
        return NOTHING
    if text in _DASHES or not text.strip("-–—._ "):
        return Quantity(printed, "dash")
    if len(text) > MAX_CHARS:
        return Quantity(printed, "words")
    if _ERROR.fullmatch(text):
        return Quantity(printed, "error")
    if _MISSING.fullmatch(text):
        return Quantity(printed, "missing")
    if _NIL.fullmatch(text):
        return Quantity(printed, "nil", Decimal(0))
    if not any(letter.isdigit() for letter in text):
        return Quantity(printed, "words")
    return _dated(printed, text) or _ranged(printed, text) or _numbered(printed, text) or _other(printed, text)


def _dated(printed: str, text: str) -> Quantity | None:
    if not _DATE_LIKE.fullmatch(text):
        return None
    day = parse_date(text).iso
    return Quantity(printed, "date", day=day) if day else None


def _ranged(printed: str, text: str) -> Quantity | None:
    match = _RANGE.fullmatch(text)
    if match is None:
        return None
    low, high = _decimal(match["low"]), _decimal(match["high"])
    if low is None or high is None or low[0] > high[0]:
        return None
    percent = bool(match["p1"] or match["p2"])
    return Quantity(printed, "range", high[0], low=low[0], percent=percent, unit=match["unit"], decimals=high[1])


def _numbered(printed: str, text: str) -> Quantity | None:
    match = _QUANTITY.fullmatch(text)
    found = _decimal(match["digits"]) if match else None
    if match is None or found is None:
        return None
    value, decimals, ambiguous = found
    money = bool(match["money"] or match["money2"])
    unit = (match["unit"] or "").strip()
    unit = _SPELT.sub("", unit).strip() if unit.startswith("(") else unit
    if (unit and unit[0] in "./,:;") or (match["open"] and not match["close"]):
        return None
    if match["power"]:
        power = int(match["power"][1:])
        if abs(power) > MAX_DIGITS:
            return None
        value, ambiguous = value.scaleb(power), False
    if match["scale"]:
        power = next(power for begin, power in _SCALES.items() if match["scale"].lower().startswith(begin))
        value, ambiguous = value.scaleb(power), False
    spelt_percent = unit.lower() in ("persen", "prosen", "percent", "%")
    negative = match["sign"] in ("-", "−") or (match["open"] and match["close"])
    return Quantity(
        printed,
        "number",
        -value if negative else value,
        percent=bool(match["percent"] or match["percent1"] or spelt_percent),
        unit="Rp" if money else None if spelt_percent else unit or None,
        decimals=0 if match["scale"] else decimals,
        ambiguous=ambiguous and not money,
    )


def _other(printed: str, text: str) -> Quantity:
    """Digits that are no number: a note that has some, or a number that went wrong."""
    return Quantity(printed, "invalid" if _LOOKS_NUMERIC.fullmatch(text) else "words")


def _decimal(digits: str) -> tuple[Decimal, int, bool] | None:
    """Value, printed decimals, and whether its one separator can be read in two ways; None for what is no number."""
    bare = re.sub(r"['\u00a0\u202f ]", "", digits).rstrip(".,")
    dots, commas = bare.count("."), bare.count(",")
    if dots and commas:
        point = "," if bare.rfind(",") > bare.rfind(".") else "."
    elif dots + commas > 1:
        point = ""
    elif dots + commas == 1:
        whole, _, rest = bare.partition("." if dots else ",")
        doubtful = len(rest) == 3 and 1 <= len(whole) <= 3 and whole.lstrip("0") != ""
        if doubtful:
            value = Decimal(whole + rest) if dots else Decimal(f"{whole}.{rest}")
            return value, 0 if dots else 3, True
        point = "." if dots else ","
    else:
        point = ""
    found = _grouped(bare, point)
    return (*found, False) if found else None


def _grouped(bare: str, point: str) -> tuple[Decimal, int] | None:
    whole, _, rest = bare.rpartition(point) if point else (bare, "", "")
    groups = re.split(r"[.,]", whole)
    separators = {sign for sign in whole if sign in ".,"}
    if len(groups) > 1 and (len(separators) > 1 or any(len(group) != 3 for group in groups[1:]) or not groups[0]):
        return None
    if (len(groups[0]) > 3 and len(groups) > 1) or (not rest.isdigit() and rest):
        return None
    digits = "".join(groups)
    if len(digits) + len(rest) > MAX_DIGITS:
        return None
    try:
        return Decimal(f"{digits}.{rest}" if rest else digits), len(rest)
    except InvalidOperation:
        return None


def _is_english(quantities: Iterable[Quantity]) -> bool:
    english = indonesian = 0
    for one in quantities:
        if one.state == "number" and not one.ambiguous:
            sign = _decimal_sign(one.text)
            english += sign == "."
            indonesian += sign == ","
    return english > 0 and indonesian == 0


def _decimal_sign(printed: str) -> str:
    """The sign before the decimals of an unambiguous number; of ``1.234.567`` the sign that it must be."""
    match = re.search(_NUMBER, printed)
    digits = match[0].rstrip(".,") if match else ""
    dots, commas = digits.count("."), digits.count(",")
    if dots and commas:
        return "," if digits.rfind(",") > digits.rfind(".") else "."
    if dots > 1 or commas == 1:
        return ","
    return "." if commas > 1 or dots == 1 else ""


def _settled(one: Quantity, *, english: bool) -> Quantity:
    if not english or one.value is None:
        return one
    match = re.search(_NUMBER, one.text)
    digits = match[0].rstrip(".,") if match else ""
    value = Decimal(digits) if "." in digits else Decimal(digits.replace(",", ""))
    return one.model_copy(update={"value": value.copy_sign(one.value), "decimals": 3 if "." in digits else 0})
