"""Tables of a document that are neither identity block nor step table: forms to fill in, such as performance data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from extraction.steps import is_number_row
from extraction.stream import Line, joined, value_of
from schemas.sop import Form, Text

MIN_COLUMNS = 3
_PERFORMANCE = (
    re.compile(r"\bsasaran\b"),
    re.compile(r"\bindikator\b"),
    re.compile(r"\btarget\b"),
    re.compile(r"\breal\w*si\b"),
    re.compile(r"\bcapaian\b"),
)
_TITLE = re.compile(r"(?i)^(?:tabel|format|formulir|form|lampiran)\b")
MIN_PERFORMANCE_WORDS = 2
_AND_SO_ON = frozenset({"dst", "dan seterusnya", "dll", "dsb"})


def read_forms(lines: Sequence[Line], indexes: Sequence[int]) -> list[Form]:
    """Read the tables among the given lines."""
    forms: list[Form] = []
    position = {index: at for at, index in enumerate(indexes)}
    rows = [index for index in indexes if lines[index].kind == "row"]
    for _, group in groupby(rows, key=lambda index: lines[index].block):
        block = list(group)
        head = next((index for index in block if sum(map(bool, lines[index].cells)) >= MIN_COLUMNS), None)
        if head is None:
            continue
        forms.append(_form(lines, block, head, _title(lines, indexes, position[block[0]])))
    return forms


def _form(lines: Sequence[Line], block: list[int], head: int, title: Text | None) -> Form:
    columns = tuple(value for cell in lines[head].cells if (value := value_of(cell)))
    body = [index for index in block if index > head and any(lines[index].cells) and not is_number_row(lines[index])]
    rows = tuple(tuple(value for cell in lines[index].cells if (value := value_of(cell))) for index in body)
    words = joined([piece for cell in lines[head].cells for piece in cell]).lower()
    known = sum(bool(pattern.search(words)) for pattern in _PERFORMANCE)
    performance = known >= MIN_PERFORMANCE_WORDS
    form = Form(columns=columns, rows=_content(rows), title=title, performance=performance)
    return _with_heads(form, lines, block, head) if performance else form


def _with_heads(form: Form, lines: Sequence[Line], block: Sequence[int], head: int) -> Form:
    from extraction.form_tables import with_heads  # noqa: PLC0415  # many patterns, of no use to most SOPs

    return with_heads(form, lines, block, head)


def _content(rows: tuple[tuple[Text, ...], ...]) -> tuple[tuple[Text, ...], ...]:
    """Rows that say more than a number: an empty form often has its rows numbered in advance."""
    return tuple(
        row
        for row in rows
        if any(_says_something(value.value) for value in row)
        or sum(any(ch.isdigit() for ch in value.value) for value in row) > 1
    )


def _says_something(text: str) -> bool:
    return any(letter.isalpha() for letter in text) and text.strip(" .").lower() not in _AND_SO_ON


def _title(lines: Sequence[Line], indexes: Sequence[int], at: int) -> Text | None:
    for index in reversed(indexes[max(0, at - 2) : at]):
        line = lines[index]
        if line.kind != "row" and (_TITLE.match(line.text) or line.kind == "heading"):
            return value_of(line.pieces())
    return None
