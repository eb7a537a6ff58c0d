"""The days of a document that facts are compared with."""

from __future__ import annotations

import datetime as dt

from schemas.sop import Sop


def day_in_force(sop: Sop) -> dt.date | None:
    """The day from which the document holds: approved, else effective, else made; None when none can be read."""
    identity = sop.identity
    if identity is None:
        return None
    value = identity.approved or identity.effective or identity.created
    return value.value if value else None


def day_that_counts(sop: Sop, as_of: dt.date) -> dt.date:
    """The day on which the law that the document cites is judged: that of the document, else that of the audit."""
    return day_in_force(sop) or as_of
