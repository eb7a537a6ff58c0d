"""What goes out in the morning: the digest on the screen, as a page and as mail, and the figures for monitoring."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from archive.digest import night_of
from archive.logs import NightLog
from archive.metrics import night_figures, write_metrics
from archive.store.store import Store
from archive.waivers import Waivers, WaiverUse, waived
from auditing.outputs import reason_of, report_file
from auditing.progress import say
from engine.settings import OwnSettings
from reports.labels import Language
from schemas.night import Night
from schemas.report import DocumentReport


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where to."""

    own: OwnSettings
    digest: Path | None = None
    metrics: Path | None = None
    mail: bool = False

    @classmethod
    def of(cls, own: OwnSettings, digest: Path | None, metrics: Path | None, *, mail: bool) -> Delivery:
        """As the command line says, else the settings."""
        nightly = own.settings.nightly
        return cls(own, digest or own.beside(nightly.digest), metrics or own.beside(nightly.metrics), mail)


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom, and by which rules, the digest of a run is made."""

    waivers: Waivers
    as_of: dt.date
    letters: Sequence[str]
    """Grades, the best first."""
    lang: Language

    def night(self, store: Store, run: int) -> Night:
        """Make the digest."""
        return night_of(store.engine, run, letters=self.letters, waiving=self._waive)

    def _waive(self, report: DocumentReport, office: str | None) -> DocumentReport:
        return waived(self.waivers, report, office, self.as_of, lang=self.lang, use=WaiverUse())


def deliver(store: Store, run: int, reader: Reader, to: Delivery, log: NightLog) -> bool:
    """
    Send the digest of a run out; what fails does not keep the rest from going.

    A digest that did not go out is not lost: the next one is compared with the last that did.

    Returns:
        Whether all of it went.
    """
    night = reader.night(store, run)
    sending = _Sending(log)
    sending.do("text", lambda: _print(night))
    if to.digest is not None:
        page = to.digest
        sending.do("html", lambda: _write(night, page))
    if to.mail:
        sending.do("mail", lambda: _mail(night, to.own))
    if sending.all:
        store.mark_delivered(run)
    if to.metrics is not None:
        metrics = to.metrics
        sending.do("metrics", lambda: write_metrics(metrics, night_figures(store.engine, run)))
    return sending.all


@dataclass(slots=True)
class _Sending:
    log: NightLog
    all: bool = True

    def do(self, form: str, act: Callable[[], None]) -> None:
        try:
            act()
        except Exception as error:  # noqa: BLE001 - one way must not keep the others from being tried
            self.all = False
            say(f"ringkasan pagi ({form}) gagal: {reason_of(error)}")
            self.log.event("mail-failed" if form == "mail" else "not-written", form=form, error=type(error).__name__)
        else:
            self.log.event("mail-sent" if form == "mail" else "written", form=form)


def _print(night: Night) -> None:
    from reports.digest.text import text_of  # noqa: PLC0415 - beside the page, of which it needs nothing

    sys.stdout.write(text_of(night))
    sys.stdout.flush()


def _write(night: Night, path: Path) -> None:
    from reports.digest.page import page  # noqa: PLC0415 - charts take long to import

    with report_file(path) as stream:
        stream.write(page(night))


def _mail(night: Night, own: OwnSettings) -> None:
    from archive.mail import send_night  # noqa: PLC0415 - few nights are mailed

    for refused in send_night(night, own):
        say(f"ringkasan tidak diterima oleh {refused}")
