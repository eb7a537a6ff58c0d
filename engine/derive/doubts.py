"""What was read with doubt, as the makers of facts hand it on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schemas.doubt import SURE, ReadingDoubt
from schemas.evidence import Evidence
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


def certainty(places: Iterable[Evidence]) -> int | None:
    """Per cent, of the least sure of the places that were recognised in pictures; None where all are printed."""
    return min((place.certainty for place in places if place.certainty is not None), default=None)


def picture_doubts(places: Iterable[Evidence]) -> tuple[ReadingDoubt, ...]:
    """About words that were recognised in a picture, and not surely."""
    least = certainty(places)
    return (ReadingDoubt(reason="picture", printed=str(least)),) if least is not None and least < SURE else ()


def number_doubts(*read: Quantity) -> tuple[ReadingDoubt, ...]:
    """For a row of figures: the first number that may be of thousands or have decimals."""
    first = next((one for one in read if one.ambiguous), None)
    return (ReadingDoubt(reason="number", printed=first.text.strip()),) if first else ()
