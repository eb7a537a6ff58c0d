"""Why words were not surely read, and how much surer a reader would have to be."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from schemas.base import Small, record
from schemas.report import Confidence

Reason = Literal[
    "label",
    "order",
    "layout",
    "row",
    "column",
    "letters",
    "as-digits",
    "date",
    "day-month",
    "number",
    "picture",
    "digits",
    "gaps",
]
"""
label      the label or heading is misspelt and was recognised all the same
order      the layout put values and labels apart; they were matched by their order
layout     two columns of the form were run together, or their headings are gone
row        the cells of a row do not stand under their headings; they were told by what they look like
column     a column has no heading and was recognised by what stands in it
letters    letters stand among digits
as-digits  letters among digits were read as the digits that they resemble
date       letters among the digits of a date, or a misspelt month
day-month  a date in numbers only, of which day and month may be exchanged
picture    the words were recognised in a picture, and the engine is not sure of all letters
digits     a number was recognised in a picture, where one digit that is read wrongly makes it another one
    "gaps",
number     ``1.234`` may be 1234 or 1.234, and nothing beside it tells which
"""


SURE = 85
"""Per cent of certainty from which recognised words are not doubted: on clean scans 99 words in 100."""
GUESSED = 65
"""Per cent below which they are a guess."""


@record
class ReadingDoubt(Small):
    """One reason to doubt what was read."""

    reason: Reason
    printed: str = ""
    """The words in question as printed, where the evidence does not quote them; of a picture the certainty."""


def confidence_in(doubts: Collection[ReadingDoubt]) -> Confidence:
    """One doubt leaves a medium confidence, two a low one; a number with letters in it is not known at all."""
    if len(doubts) > 1 or any(doubt.reason == "letters" for doubt in doubts):
        return Confidence.LOW
    if any(doubt.reason == "picture" and int(doubt.printed) < GUESSED for doubt in doubts):
        return Confidence.LOW
    return Confidence.MEDIUM if doubts else Confidence.HIGH
