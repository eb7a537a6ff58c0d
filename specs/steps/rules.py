"""By what is judged: day, profile, parameters, rules under development."""

from __future__ import annotations

import datetime as dt

from specs.desk import Desk
from specs.vocabulary import when


@when(
    id="dokumen diperiksa pada {day:tanggal}",
    en="the document is audited on {day:tanggal}",
    topic="pemeriksaan",
    about=("Menentukan tanggal penilaian.", "Sets the day of the audit."),
)
def audited_on(desk: Desk, day: dt.date) -> None:
    """The day of the audit."""
    desk.as_of = day
