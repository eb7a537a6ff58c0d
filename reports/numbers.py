"""Numbers as people read them: the decimal mark and the parting of thousands of the language."""

from __future__ import annotations

from decimal import Decimal

from reports.labels import LABELS, Language


def decimal(number: Decimal, lang: Language) -> str:
    """Write a number with at most two decimals: ``82,76``."""
    return f"{number:.2f}".rstrip("0").rstrip(".").replace(".", LABELS[lang].decimal_mark)


def whole(number: int, lang: Language) -> str:
    """Write a count with its thousands parted: ``10.000``."""
    return f"{number:,}".replace(",", "." if LABELS[lang].decimal_mark == "," else ",")
