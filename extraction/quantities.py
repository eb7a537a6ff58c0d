"""
Numbers as offices print them: ``1.234,56``, ``98,5 %``, ``Rp 2.450.000.000``, ``1,5 M``, ``12 dokumen``, ``n/a``.

A dot parts thousands and a comma decimals in Indonesian, the other way round in what English software exports; both
stand side by side in one column. A lone ``1.234`` can be either: what stands around it decides
(`extraction.number_styles`), and where nothing does it stays marked.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Literal

from extraction.dates import parse_date
from schemas.blocks import SheetCell, SheetValue
from schemas.performance import NOTHING, Quantity

MAX_CHARS = 120
"""Characters of a cell beyond which it is a note, not a number."""
MAX_DIGITS = 30
"""Digits, and power of ten, of the largest number that is taken for one."""

_DASHES = "-–—−‐‑.…_*/~ ⁻"
_MISSING = re.compile(
    r"(?:n ?/ ?a|n\. ?a\.?|n ?- ?a|na|nan|null|none|\(?kosong\)?|tad|tda|tbd|(?:data |masih )?(?:belum|blm)\b.*|"
    r"masih (?:dalam )?(?:proses|tahap).*|dalam proses.*|(?:tidak|tdk) (?:ada|tersedia|terdapat|diperoleh) data.*|"
    r"data (?:tidak|tdk) (?:ada|tersedia).*|(?:tidak|tdk) (?:tersedia|diisi|diukur|dilaporkan)|menunggu\b.*)",
    re.IGNORECASE,
)
_HAS_LETTER_O = re.compile(r"[\d.,]{0,20}[Oo][\dOo.,]{0,20}")
"""``1O`` for 10."""
_NIL = re.compile(r"(?:nihil|nol|tidak ada|tdk ada)(?: (?!data)\w+)?", re.IGNORECASE)
_ERROR = re.compile(
    r"#(?:DIV/0!?|VALUE!|REF!|NAME\?|N/A|NUM!|NULL!|SPILL!|CALC!|BLOCKED!|FIELD!)|Err:\d{3}|#{3,}", re.IGNORECASE
)
_PLAIN = re.compile(r"(\d{1,3}(?:\.\d{3}){1,6}|\d{1,15})(?:,(\d{1,12}))?(%?)", re.ASCII)
_NUMBER = r"(?:\d(?:[\d.,]|['\u202f ](?=\d{3}(?!\d)))*|[.,]\d+)"
_LEAST = r"[>≥]=?|=>|minimal|minimum|min\.?|paling (?:sedikit|rendah)|lebih dari|di ?atas|sekurang-kurangnya"
_MOST = r"[<≤]=?|=<|maksimal|maksimum|maks\.?|max\.?|paling (?:banyak|tinggi|lama)|kurang dari|di ?bawah"
_SCALE = r"triliun|trilyun|miliar|milyar|milliar|juta|jt\b|ribu\b|rb\b|(?-i:[MT])(?![\w²³/])"
_QUANTITY = re.compile(
    rf"(?:(?P<least>{_LEAST})|(?P<most>{_MOST})|[±~≈=])?\s*(?P<open>\()?\s*(?:(?P<money>rp|idr)\.?)?\s*(?P<open2>\()?\s*"
    rf"(?P<sign>[-+])?\s*(?P<money2>rp\.?)?\s*(?P<digits>{_NUMBER})(?P<power>e[-+]?\d{{1,5}})?\s*(?P<percent1>%)?\s*"
    rf"(?P<close>\))?\s*(?P<scale>{_SCALE})?\.?\s*(?P<percent>%|persen\b|prosen\b|percent\b)?\s*,?-?\.?\s*"
    r"(?P<rest>\D.{0,80})?",
    re.IGNORECASE | re.ASCII,
)
_RANGE = re.compile(
    rf"(?P<low>{_NUMBER})\s*(?P<p1>%)?\s*(?:-|–|—|s\s?/\s?d|s\.?\s?d\.?|sampai(?: dengan)?|hingga)\s*"
    rf"(?P<high>{_NUMBER})\s*(?P<p2>%|persen\b)?\s*(?P<unit>[^\d%].{{0,40}})?",
    re.IGNORECASE | re.ASCII,
)
_RATED = re.compile(
    rf"(?P<label>[A-Za-z][A-Za-z +-]{{0,24}})\s*[(/:,;=-]?\s*(?P<digits>{_NUMBER})\s*%?\s*\)?", re.ASCII
)
_SPELT = re.compile(r"\(\s*[a-z][a-z ,.-]{2,100}\)\s*", re.IGNORECASE)
_ONLY_UNIT = re.compile(
    r"[^\W\d][^\d]*(?:[²³]|(?<=m)[23])?[^\d]*|[/.]\s?[^\W\d][^\d]*|°.*|\([^\d()]{1,40}\)", re.IGNORECASE
)
_SCALES = {"tri": 12, "t": 12, "mil": 9, "m": 9, "jut": 6, "jt": 6, "rib": 3, "rb": 3}
_LOOKS_NUMERIC = re.compile(r"[\d.,\s%()+-]*\d[\d.,\s%()e+-]*", re.IGNORECASE | re.ASCII)
_DATE_LIKE = re.compile(
    r"(?:[a-z]+,? )?\d{1,2}\s*[-/. ]\s*(?:\d{1,2}|[a-z]{3,9})\s*[-/. ]\s*\d{2,4}|"
    r"\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?",
    re.IGNORECASE | re.ASCII,
)
_FRACTION = re.compile(r"\d+ ?/ ?\d+|\d+ ?: ?\d+", re.ASCII)
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x00A0: " ", 0x3000: " ", 0x2009: " ", 0x2212: "-", 0x2010: "-", 0x2011: "-", 0x200B: None, 0xFEFF: None,
}  # fmt: skip
"""Full-width signs, blanks and minus signs that mean what the plain ones mean."""


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
    unsure = [content for content, one in known.items() if one.ambiguous]
    style = number_style(known.values()) if unsure else None
    for content in unsure if style else ():
        known[content] = settled(known[content], english=style == "english")
    return [known[content] for content in column]


def number_style(quantities: Iterable[Quantity]) -> Literal["english", "indonesian"] | None:
    """How those numbers are written that can be read in one way only; None where they differ or do not tell."""
    english = indonesian = 0
    for one in quantities:
        if one.state in ("number", "range") and not one.ambiguous:
            sign = decimal_sign(one.text)
            english += sign == "."
            indonesian += sign == ","
    if english and indonesian:
        return None
    return "english" if english else "indonesian" if indonesian else None


def english_style(quantities: Iterable[Quantity]) -> bool:
    """Whether the numbers that can be read in one way only have a dot before their decimals."""
    return number_style(quantities) == "english"


def decimal_sign(printed: str) -> str:
    """The sign before decimals by an unambiguous number: of ``1.234.567`` it must be the comma; empty = not told."""
    match = re.search(_NUMBER, printed, re.ASCII)
    digits = match[0].rstrip(".,") if match else ""
    dots, commas = digits.count("."), digits.count(",")
    if dots and commas:
        return "," if digits.rfind(",") > digits.rfind(".") else "."
    if dots > 1 or commas == 1:
        return ","
    return "." if commas > 1 or dots == 1 else ""


def settled(one: Quantity, *, english: bool) -> Quantity:
    """An ambiguous number read in one of both ways, without the mark."""
    if not one.ambiguous or one.value is None:
        return one
    match = re.search(_NUMBER, one.text.translate(_WIDE), re.ASCII)
    digits = match[0].rstrip(".,") if match else "0"
    point = "." if english else ","
    decimal = point in digits
    value = Decimal(digits.replace(point, ".")) if decimal else Decimal(re.sub(r"[.,]", "", digits))
    value = -value if one.value.is_signed() else value
    return one.model_copy(update={"value": value, "decimals": 3 if decimal else 0, "ambiguous": False})


# typed cells ------------------------------------------------------------------------------------------------------


def _of_value(content: SheetValue) -> Quantity:
    value = content.value
    if content.kind == "number" and isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        if not value.is_finite() or value.adjusted() > MAX_DIGITS or value.adjusted() < -MAX_DIGITS:
            return Quantity(content.text, "invalid")
        decimals = max(0, -exponent) if isinstance(exponent, int) else 0
        return Quantity(
            content.text, "number", value + 0, percent=content.percent, decimals=decimals, computed=content.computed
        )
    if content.kind == "date" and isinstance(value, dt.date):
        return Quantity(content.text, "date", day=value)
    if content.kind in ("error", "uncached"):  # a number beyond all bounds is in the sheet, but no number
        return Quantity(content.text, "invalid" if _LOOKS_NUMERIC.fullmatch(content.text) else "error")
    return Quantity(content.text, "words")


# printed cells ----------------------------------------------------------------------------------------------------


def _of_text(printed: str) -> Quantity:
    match = _PLAIN.fullmatch(printed)
    if match is not None:  # most cells are as plain as this
        whole, rest, percent = match.groups()
        if len(rest) != 3 or whole.count(".") if rest else whole.count(".") != 1:  # `1.234` and `1,234` are not
            whole = whole.replace(".", "")
            value = Decimal(f"{whole}.{rest}" if rest else whole)
            return Quantity(printed, "number", value, None, bool(percent), None, len(rest) if rest else 0)
    text = " ".join(printed.translate(_WIDE).split())
    if not text:
        return NOTHING
    if not text.strip(_DASHES) or text.lower().removeprefix("rp").strip(". -–—,%") == "":
        return Quantity(printed, "words" if text in ("%", "Rp", "Rp.") else "dash")
    if len(text) > MAX_CHARS:
        return Quantity(printed, "words")
    return _in_words(printed, text) or _dated(printed, text) or _ranged(printed, text) or _counted(printed, text)


def _in_words(printed: str, text: str) -> Quantity | None:
    """What needs no number: errors, what is missing, nil, ratings."""
    if _ERROR.fullmatch(text):
        return Quantity(printed, "error")
    if _MISSING.fullmatch(text):
        return Quantity(printed, "missing")
    if _NIL.fullmatch(text):
        return Quantity(printed, "nil", Decimal(0))
    if not any("0" <= sign <= "9" for sign in text) or _FRACTION.fullmatch(text):
        return Quantity(printed, "words")
    return None


def _dated(printed: str, text: str) -> Quantity | None:
    if not _DATE_LIKE.fullmatch(text):
        return None
    day = parse_date(text).iso
    return Quantity(printed, "date", day=day) if day else None


def _ranged(printed: str, text: str) -> Quantity | None:
    match = _RANGE.fullmatch(text)
    if match is None:
        return None
    low, high = read_digits(match["low"]), read_digits(match["high"])
    if low is None or high is None:
        return None
    if low[0] > high[0]:
        return Quantity(printed, "words")
    percent = bool(match["p1"] or match["p2"])
    unit = (match["unit"] or "").strip()
    if unit and not _ONLY_UNIT.fullmatch(unit):
        return None
    if low[2] or high[2]:
        return Quantity(printed, "words")
    return Quantity(printed, "range", high[0], low[0], percent, unit or None, high[1])


def _counted(printed: str, text: str) -> Quantity:
    if _HAS_LETTER_O.fullmatch(text) and any(sign.isdigit() for sign in text):
        return Quantity(printed, "invalid")
    return _numbered(printed, text) or _rated(printed, text) or _other(printed, text)


def _numbered(printed: str, text: str) -> Quantity | None:
    match = _QUANTITY.fullmatch(text)
    found = read_digits(match["digits"]) if match else None
    if match is None or found is None:
        return None
    value, decimals, ambiguous = found
    opened = bool(match["open"] or match["open2"])
    unit = _unit_of(match["rest"])
    if unit is None or opened != bool(match["close"]):
        return None
    money = bool(match["money"] or match["money2"])
    percent = bool(match["percent"] or match["percent1"] or unit.lower() in ("persen", "prosen", "percent", "%"))
    power = _power(match["power"], match["scale"])
    if power is None:
        return None
    if power or match["scale"] or match["power"]:
        value, ambiguous = value.scaleb(power), False
    if ambiguous and (money or percent):  # no rupiah has three decimals, and no percentage is in the thousands
        decimal = percent and not money
        value, decimals, ambiguous = _either(match["digits"], decimal=decimal), 3 if decimal else 0, False
    return Quantity(
        printed,
        "number",
        (-value if match["sign"] == "-" or opened else value) + 0,
        percent=percent,
        unit="Rp" if money else None if percent and len(unit) < 8 else unit or None,
        decimals=decimals - power if match["scale"] else max(0, decimals - power),
        ambiguous=ambiguous,
        bound="least" if match["least"] else "most" if match["most"] else None,
    )


def _unit_of(rest: str | None) -> str | None:
    """The words after a number; None where they are more than a unit."""
    unit = (rest or "").strip()
    unit = _SPELT.sub("", unit, count=1).strip() if len(unit) > 12 and unit.startswith("(") else unit
    if not unit or unit in (",-", "-", ".", ",", ",00"):
        return ""
    if unit[0] in "²³¹" or not _ONLY_UNIT.fullmatch(unit) or (unit[0] == "/" and len(unit) < 3):
        return None
    return "" if unit.startswith("(") else unit  # a rating or a remark: `65,40 (B)`


def _power(exponent: str | None, scale: str | None) -> int | None:
    """By how many tens a number is to be taken; None for more than a number can have."""
    power = int(exponent[1:]) if exponent else 0
    if scale:
        low = scale.lower()
        power += next(power for begin, power in _SCALES.items() if low.startswith(begin))
    return power if abs(power) <= MAX_DIGITS else None


def _rated(printed: str, text: str) -> Quantity | None:
    """``B (65,40)``, ``Level 3``: a rating that gives its number."""
    match = _RATED.fullmatch(text)
    found = read_digits(match["digits"]) if match else None
    if match is None or found is None:
        return None
    return Quantity(printed, "words", None if found[2] else found[0], decimals=found[1])


def _other(printed: str, text: str) -> Quantity:
    """Digits that are no number: a note that has some, or a number that went wrong."""
    return Quantity(printed, "invalid" if _LOOKS_NUMERIC.fullmatch(text) else "words")


def read_digits(digits: str) -> tuple[Decimal, int, bool] | None:
    """Value, printed decimals, and whether its one separator can be read in two ways; None for what is no number."""
    bare = re.sub(r"['\u202f ]", "", digits).rstrip(".,")
    dots, commas = bare.count("."), bare.count(",")
    if dots and commas:
        point = "," if bare.rfind(",") > bare.rfind(".") else "."
    elif dots + commas != 1:
        point = ""
    else:
        point = "." if dots else ","
        whole, _, rest = bare.partition(point)
        if len(rest) == 3 and 1 <= len(whole) <= 3 and whole[0] != "0":
            return _either(bare, decimal=not dots), 0 if dots else 3, True
    found = _grouped(bare, point)
    return (*found, False) if found else None


def _either(digits: str, *, decimal: bool) -> Decimal:
    """The value of ``1.234`` in one of both ways."""
    bare = re.sub(r"['\u202f ]", "", digits).rstrip(".,")
    return Decimal(bare.replace(",", ".")) if decimal else Decimal(re.sub(r"[.,]", "", bare))


def _grouped(bare: str, point: str) -> tuple[Decimal, int] | None:
    whole, _, rest = bare.rpartition(point) if point else (bare, "", "")
    groups = re.split(r"[.,]", whole)
    separators = {sign for sign in whole if sign in ".,"}
    if len(groups) > 1 and (len(separators) > 1 or any(len(group) != 3 for group in groups[1:]) or not groups[0]):
        return None
    if (len(groups[0]) > 3 and len(groups) > 1) or (not rest.isdigit() and rest):
        return None
    digits = "".join(groups) or "0"
    if len(digits) + len(rest) > MAX_DIGITS:
        return None
    try:
        return Decimal(f"{digits}.{rest}" if rest else digits), len(rest)
    except InvalidOperation:
        return None
