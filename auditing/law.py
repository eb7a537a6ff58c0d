"""`patuh law` without its command line: a question in words, the rows of the register that answer it."""

from __future__ import annotations

import datetime as dt
import re

from engine.pack import Pack
from engine.register import look_up
from extraction.citations import parse_citation
from reports.law import Card
from schemas.blocks import Piece

_NUMBERED = re.compile(
    r"(?<![\w/])(?P<number>\d{1,4}[A-Za-z]?)\s*(?:/|\s+tahun\s+)\s*(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE
)


def law_cards(pack: Pack, question: str, day: dt.date) -> tuple[list[Card], bool]:
    """
    Answer a question such as ``PP 79/2005``, ``79/2005`` or ``pengelolaan keuangan daerah``.

    Returns:
        The cards, and whether they answer the question; without an answer they are what comes near.
    """
    register = pack.knowledge.register
    kind, number, year = _reference(question)
    found = look_up(register, question, kind=kind, number=number, year=year)
    cards = []
    for row in found.rows:
        standing = register.standing(row, day, as_of=max(day, dt.date.today()))  # noqa: DTZ011 - the user's own day
        issued, _ = register.issued(row)
        state = "not-yet" if (issued and issued > day) or (row.year and row.year > day.year) else standing.state
        issuer = register.issuers.get(row.issuer or "")
        named = (issuer.full or issuer.name) if issuer else row.issuer or ""
        cards.append(Card(row, register.types.get(row.type), state, firm=standing.firm, issuer=named))
    return cards, found.exact or (number is None and bool(cards))


def _reference(question: str) -> tuple[str | None, str | None, int | None]:
    """Kind, number and year that the question names; None for what it does not."""
    citation = parse_citation([Piece(text=question, line=1)], list_="form")
    if citation.number and citation.year:
        return citation.type.value if citation.type else None, citation.number.value, citation.year.value
    bare = _NUMBERED.search(question)
    return (None, bare["number"], int(bare["year"])) if bare else (None, None, None)
