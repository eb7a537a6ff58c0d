"""Moments in words, with the zone of the clock."""

from __future__ import annotations

import datetime as dt
from typing import Final

from reports.changes import day
from reports.labels import Language

_ZONES: Final = {7: "WIB", 8: "WITA", 9: "WIT"}
"""Hours before UTC -> what Indonesia calls them."""
_HOUR: Final = dt.timedelta(hours=1)


def moment(at: dt.datetime, lang: Language, zone: dt.tzinfo | None = None) -> str:
    """
    Write a moment: ``15 Juli 2026 pukul 10.05.03 WITA (UTC+08:00)``.

    Args:
        at: With its zone.
        lang: The language.
        zone: In which it is told; that of this machine where left out.
    """
    here = at.astimezone(zone)
    offset = here.utcoffset() or dt.timedelta()
    name = _ZONES.get(offset // _HOUR) if lang == "id" and not offset % _HOUR else None
    universal = f"UTC{here:%z}"[:6] + ":" + f"{here:%z}"[3:5] if offset else "UTC"
    told = f"{name} ({universal})" if name else universal
    return f"{day(here.date(), lang)} {'pukul' if lang == 'id' else 'at'} {_clock(here, lang)} {told}"


def _clock(at: dt.datetime, lang: Language) -> str:
    return f"{at:%H.%M.%S}" if lang == "id" else f"{at:%H:%M:%S}"
