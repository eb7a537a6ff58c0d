"""
The scale of ratings that a document declares: ``91 - 100 Sangat Baik``, from a table or from lines of text.

Open ends are read as offices mean them. ``85 <= X < 100`` and ``> 90 - 100`` leave out the end at which the strict sign
stands. ``91 < 100`` and ``91% <= 100%``, with no X between, are careless ways to print *91 up to 100*: both ends
belong to the class. ``<= 50``, ``< 50``, ``>= 91``, ``kurang dari 50``, ``100 ke atas`` have one end only.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extraction.quantities import read_quantity
from extraction.stream import Line, place, value_of
from schemas.evidence import Value
from schemas.performance import PerformanceTable, ScaleClass
from schemas.sop import Text

MIN_CLASSES = 3
MAX_LABEL = 60
MIN_TOP = Decimal(80)
"""A scale of achievement reaches about 100; one of points (1 to 4) is another thing."""
MAX_TOP = Decimal(1000)
MAX_CHARS = 160

_NUM = r"\d{1,4}(?:[.,]\d{1,4})?"
_LE, _LT, _GE, _GT = r"(?:≤|<=|=<|⩽)", r"<", r"(?:≥|>=|=>|⩾)", r">"
_X = r"(?:x|n|nilai|realisasi|capaian|skor|ni|k)"
_TO = r"(?:-|–|—|s ?\. ?d ?\.?|s ?/ ?d|sampai(?: dengan)?|hingga|dan)"
_P = r" ?%?"
_OPEN_LOW = rf"(?:kurang dari|di ?bawah|{_LT})"
_OPEN_HIGH = rf"(?:lebih (?:besar )?dari|di ?atas|{_GT})"
_BETWEEN = re.compile(
    rf"(?P<low>{_NUM}){_P} ?(?P<s1>{_LE}|{_LT}) ?{_X} ?(?P<s2>{_LE}|{_LT}) ?(?P<high>{_NUM}){_P}", re.IGNORECASE
)
_RANGE = re.compile(
    rf"(?P<s1>{_GE}|{_GT})? ?(?P<low>{_NUM}){_P} ?(?:{_TO}|{_LE}|{_LT}) ?(?P<s2>{_LE}|{_LT})? ?(?P<high>{_NUM}){_P}",
    re.IGNORECASE,
)
_BELOW = re.compile(
    rf"(?:{_X} ?)?(?:(?P<strict>{_OPEN_LOW})|{_LE}|maks\w*|s ?/ ?d) ?(?P<high>{_NUM}){_P}|"
    rf"(?P<plain>{_NUM}){_P} ke ?bawah",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    rf"(?:{_X} ?)?(?:{_GE}|(?P<strict>{_OPEN_HIGH})|min\w*) ?(?P<low>{_NUM}){_P}|(?P<plain>{_NUM}){_P} ke ?atas|"
    rf"(?P<least>{_NUM}){_P} ?(?P<less>{_LE}|{_LT}) ?{_X}",
    re.IGNORECASE,
)
_INTERVAL = "|".join(re.sub(r"\(\?P<\w+>", "(?:", pattern.pattern) for pattern in (_BETWEEN, _RANGE, _BELOW, _ABOVE))
_LABEL = r"[^\W\d_][^\d<>≤≥=%]{1,59}"
_INTERVAL_FIRST = re.compile(rf"(?P<interval>{_INTERVAL})\s*[:=|]?\s+(?P<label>{_LABEL})", re.IGNORECASE)
_LABEL_FIRST = re.compile(
    rf"(?P<label>[^\W\d_][^\d<>≤≥=%:()]{{1,59}}?)\s*[:=(|]?\s*(?P<interval>{_INTERVAL})\s*\)?[.;]?", re.IGNORECASE
)
_NUMBERED = re.compile(r"(\d{1,2})[.)]?\s+(?=\S)")
_OTHER_MATTER = re.compile(
    r"mutu pelayanan|kepuasan|\bikm\b|\bskm\b|nilai konversi|sakip|(?:nilai|evaluasi) akuntabilitas|reformasi|risiko|"
    r"efisien|efektivitas|maturitas|penyerapan|serapan|keuangan|survei"
)
_OWN_MATTER = re.compile(r"kinerja|capaian|realisasi|penilaian|kategori|predikat|peringkat")


@dataclass(frozen=True, slots=True)
class _Scale:
    """Classes that belong together, and what is said over them."""

    classes: tuple[ScaleClass, ...]
    about: str


def read_scale(tables: Sequence[PerformanceTable], lines: Sequence[Line]) -> tuple[ScaleClass, ...]:
    """
    The classes of the declared scale in printed order; none where none is declared.

    Of several scales that of achievement counts: one for surveys, for SAKIP or for the budget is another.
    """
    found = [scale for scale in (*_of_tables(tables), *_of_lines(lines)) if not _OTHER_MATTER.search(scale.about)]
    found.sort(key=lambda scale: not _OWN_MATTER.search(scale.about))
    return found[0].classes if found else ()


def read_interval(printed: str) -> tuple[Decimal | None, Decimal | None, bool, bool] | None:
    """Lower end, upper end, and whether each belongs to the class; None for what is no interval."""
    text = " ".join(printed.replace("\u00a0", " ").split()).strip(" .;()")
    if match := _BETWEEN.fullmatch(text):
        return _ends(match["low"], match["high"], low=match["s1"] != "<", high=match["s2"] != "<")
    if match := _RANGE.fullmatch(text):
        return _ends(match["low"], match["high"], low=match["s1"] != ">", high=match["s2"] != "<")
    if match := _BELOW.fullmatch(text):
        return _ends(None, match["high"] or match["plain"], low=True, high=match["strict"] is None)
    if match := _ABOVE.fullmatch(text):
        low = match["strict"] is None and match["less"] != "<"
        return _ends(match["low"] or match["plain"] or match["least"], None, low=low, high=True)
    return None


def _ends(
    lower: str | None, upper: str | None, *, low: bool, high: bool
) -> tuple[Decimal | None, Decimal | None, bool, bool] | None:
    begin, end = (None if text is None else read_quantity(text).value for text in (lower, upper))
    if begin is not None and end is not None and begin > end:
        begin, end, low, high = end, begin, high, low  # `100 - 91`
    return None if begin is None and end is None else (begin, end, low, high)


def _of_tables(tables: Iterable[PerformanceTable]) -> Iterable[_Scale]:
    for table in tables:
        if table.type != "scale":
            continue
        classes: list[ScaleClass] = []
        for row, (interval, label) in enumerate(zip(table.text("interval"), table.text("category"), strict=True)):
            ends = read_interval(interval)
            if ends and label and len(label) <= MAX_LABEL:
                classes.append(
                    _class(
                        Value(label, (table.place(row, "category"),)),
                        Value(interval, (table.place(row, "interval"),)),
                        ends,
                    )
                )
        titles = [table.title, *(column.title for column in table.columns)]
        about = " ".join(title.value for title in titles if title)
        if _is_scale(classes) and len(classes) == table.count:
            yield _Scale(tuple(classes), about.lower())


def _class(label: Text, interval: Text, ends: tuple[Decimal | None, Decimal | None, bool, bool]) -> ScaleClass:
    return ScaleClass(
        label=label, interval=interval, low=ends[0], high=ends[1], low_included=ends[2], high_included=ends[3]
    )


def _of_lines(lines: Sequence[Line]) -> Iterable[_Scale]:
    """Stretches of lines that each give an interval and a label."""
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and (_class_of(lines[end], bare=True) or _class_of(lines[end], bare=False)):
            end += 1
        if end - at >= MIN_CLASSES:
            about = " ".join(line.low for line in lines[max(0, at - 3) : at] if len(line.text) < MAX_CHARS)
            classes = _classes(lines[at:end])
            if _is_scale(classes):
                yield _Scale(tuple(classes), about)
        at = max(end, at + 1)


def _classes(lines: Sequence[Line]) -> list[ScaleClass]:
    """The classes of a stretch of lines: in ``5 <= 50`` 5 is a row number where the lines are numbered, else an end."""
    numbers = [match and int(match[1]) for match in (_NUMBERED.match(line.text) for line in lines)]
    numbered = numbers == list(range(1, len(lines) + 1))
    return [one for line in lines if (one := _class_of(line, bare=not numbered))]


def _class_of(line: Line, *, bare: bool) -> ScaleClass | None:
    if not line.text or len(line.text) > MAX_CHARS or not any(sign.isdigit() for sign in line.text):
        return None
    text = line.text
    if not bare:
        number = _NUMBERED.match(text)
        text = text[number.end() :] if number else ""
    match = _INTERVAL_FIRST.fullmatch(text) or _LABEL_FIRST.fullmatch(text)
    ends = read_interval(match["interval"]) if match else None
    words = value_of(line.pieces())
    if match is None or ends is None or words is None:
        return None
    label = match["label"].strip(" .:;=()-–")
    at = place(line.pieces()[0], line.text)
    return _class(Value(label, (at,)), Value(match["interval"].strip(), (at,)), ends) if label else None


def _is_scale(classes: Sequence[ScaleClass]) -> bool:
    """Whether these are classes of achievement: labels that differ, ends that go one way, up to about 100."""
    if len(classes) < MIN_CLASSES or len({one.label.value.lower() for one in classes}) < len(classes):
        return False
    keys = [one.low if one.low is not None else Decimal(-1) for one in classes]
    rising = all(a < b for a, b in itertools.pairwise(keys))
    falling = all(a > b for a, b in itertools.pairwise(keys))
    ends = [end for one in classes for end in (one.low, one.high) if end is not None]
    return (rising or falling) and MIN_TOP <= max(ends) <= MAX_TOP


def fits(one: ScaleClass, value: Decimal) -> bool:
    """Whether a value lies in a class."""
    return (one.low is None or value > one.low or (one.low_included and value == one.low)) and (
        one.high is None or value < one.high or (one.high_included and value == one.high)
    )
