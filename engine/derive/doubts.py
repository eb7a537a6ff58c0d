"""What was read with doubt, as the makers of facts hand it on."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.doubt import ReadingDoubt
from schemas.performance import Quantity
from schemas.sop import FieldName, Identity, Sop

LAYOUT = (ReadingDoubt(reason="layout"),)


def layout_doubts(sop: Sop) -> tuple[ReadingDoubt, ...]:
    """About everything that stands in the sections of the form."""
    return LAYOUT if sop.doubtful else ()


def field_doubts(identity: Identity | None, name: FieldName) -> tuple[ReadingDoubt, ...]:
    """About what a field of the identity block says: its label, its place, its words."""
    return tuple(_field_doubts(identity, name)) if identity is not None else ()


def _field_doubts(identity: Identity, name: FieldName) -> Iterator[ReadingDoubt]:
    item = next((item for item in identity.fields if item.name == name), None)
    if item is not None and item.doubt is not None:
        yield item.doubt
    read = identity.dates.get(name)
    if read is not None and read.misread:
        yield ReadingDoubt(reason="date", printed=read.text.value)
    if read is not None and read.ambiguous:
        yield ReadingDoubt(reason="day-month")


def number_doubts(*read: Quantity) -> tuple[ReadingDoubt, ...]:
    """For a row of figures: the first number that may be of thousands or have decimals."""
    first = next((one for one in read if one.ambiguous), None)
    return (ReadingDoubt(reason="number", printed=first.text.strip()),) if first else ()
