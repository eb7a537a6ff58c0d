"""Where in the file a part of a value stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from schemas.evidence import Evidence, Value

QUOTE_CHARS = 80
"""A quote from running text: the words found and some around them."""
_KNOWN_BY = 40


def parts_of(value: Value[str], spans: Sequence[tuple[int, int]]) -> Iterator[Evidence]:
    """The places of several stretches, given in order, of one value."""
    starts = list(_starts(value))
    for start, end in spans:
        begun = [(at, evidence) for at, evidence in starts if at <= start] or starts[:1]
        if not begun:
            return
        at, evidence = begun[-1]
        inside = max(start - at, 0)
        yield evidence.part(_around(value.value, start, end), inside)


def _around(text: str, start: int, end: int) -> str:
    """The words found, and whole words after them up to the length of a quote."""
    if end - start >= QUOTE_CHARS:
        return text[start : start + QUOTE_CHARS].strip()
    quote = text[start : start + QUOTE_CHARS]
    cut = quote.rfind(" ", end - start)
    return (quote[:cut] if cut > 0 and start + QUOTE_CHARS < len(text) else quote).strip()


def _starts(value: Value[str]) -> Iterator[tuple[int, Evidence]]:
    """Where in the value each of its places begins: their quotes stand in it in order."""
    at = 0
    for evidence in value.evidence:
        found = value.value.find(evidence.quote[:_KNOWN_BY], at) if evidence.quote else -1
        if found >= 0:
            yield found, evidence
            at = found + 1
