"""What an office must have or hand in, as facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from archive.dues import DueTold
from archive.joining_shelf import RequiredTold, Shelf
from archive.joining_targets import SORTS
from extraction.dates import format_date
from schemas.evidence import Evidence

_NAMES = {**SORTS, "sop": ("SOP", "SOP")}
_ROMAN = ("", "I", "II", "III", "IV")


def tell_dues(shelf: Shelf, dues: Iterable[DueTold], as_of: dt.date) -> None:
    """Put what was due on the shelf, handed in or not."""
    for due in dues:
        what, english = _what(due)
        shelf.count(due.office, "due")
        shelf.add(
            due.office,
            "archive_due",
            f"{due.office}:{due.sort}:{due.year}:{due.quarter or ''}",
            {
                "sort": due.sort,
                "found": due.document is not None,
                "days_over": max((as_of - due.due).days, 0),
                "unread": shelf.unread.get(due.office, 0),
            },
            {"what": what, "what_en": english, "due": format_date(due.due), "office": due.office},
            [_nowhere(due.office, what)],
        )


def tell_required(shelf: Shelf, required: Iterable[RequiredTold]) -> None:
    """Put what an office must have on the shelf, found or not."""
    for one in required:
        shelf.count(one.office, "required")
        shelf.add(
            one.office,
            "archive_required",
            f"{one.office}:{' '.join(one.title.casefold().split())}",
            {
                "found": one.found is not None,
                "nearly": one.nearly is not None,
                "unread": shelf.unread.get(one.office, 0),
            },
            {"title": one.title, "nearly": one.nearly or "", "office": one.office},
            [_nowhere(one.office, f"SOP {one.title}")],
        )


def _nowhere(office: str, what: str) -> Evidence:
    """What is missing stands nowhere: say what was looked for."""
    return Evidence("", note=f"dicari: {what}, dalam arsip {office}")


def _what(due: DueTold) -> tuple[str, str]:
    name, english = _NAMES.get(due.sort, (due.sort, due.sort))
    if due.quarter is None:
        return f"{name} tahun {due.year}", f"{english} of {due.year}"
    quarter = _ROMAN[due.quarter] if 0 < due.quarter < len(_ROMAN) else str(due.quarter)
    return f"{name} triwulan {quarter} tahun {due.year}", f"{english} of quarter {quarter} of {due.year}"
