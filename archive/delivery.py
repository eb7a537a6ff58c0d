"""What goes out in the morning: the digest on the screen, as a page and as mail, and the figures for monitoring."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from archive.digest import night_of
from archive.logs import NightLog
from archive.marking import Marks
from archive.metrics import night_figures, write_metrics
from archive.store.store import Store
from auditing.check import OutputError
from auditing.outputs import UnwrittenError, reason_of, report_file
from auditing.progress import say
from engine.errors import PatuhError
from engine.settings import OwnSettings
from schemas.night import Night


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where to."""

    own: OwnSettings
    digest: Path | None = None
    metrics: Path | None = None
    mail: bool = False
    screen: bool = True
    """Print the digest; nothing else must be printed then."""
    reports: Callable[[], None] | None = None
    """Writes the reports that are wanted besides."""

    @classmethod
    def of(cls, own: OwnSettings, digest: Path | None, metrics: Path | None, *, mail: bool) -> Delivery:
        """As the command line says, else the settings."""
        nightly = own.settings.nightly
        return cls(own, digest or own.beside(nightly.digest), metrics or own.beside(nightly.metrics), mail)


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom, and by which rules, the digest of a run is made."""

    marks: Marks
    letters: Sequence[str]
    """Grades, the best first."""

    def night(self, store: Store, run: int) -> Night:
        """Make the digest."""
        return night_of(store.engine, run, letters=self.letters, waiving=self.marks.marked)


def deliver(store: Store, run: int, reader: Reader, to: Delivery, log: NightLog) -> bool:
    """
    Send the digest of a run out; what fails does not keep the rest from going.

    A digest that did not go out is not lost: the next one is compared with the last that did.

    Returns:
        Whether all of it went.
    """
    sending = _Sending(log)
    if _digest_sent(store, run, reader, to, sending):
        store.mark_delivered(run)
    if to.reports is not None:
        sending.do("report", to.reports)
    if to.metrics is not None:
        metrics = to.metrics
        sending.do("metrics", lambda: _measure(store, run, metrics, log))
    return sending.all


def _digest_sent(store: Store, run: int, reader: Reader, to: Delivery, sending: _Sending) -> bool:
    """Make the digest and send it wherever it is wanted; True when it went everywhere, and somewhere."""
    made: list[Night] = []
    if not sending.do("digest", lambda: made.append(reader.night(store, run))):
        return False
    night = made[0]
    ways: list[tuple[str, Callable[[], None]]] = [("text", lambda: _print(night))] if to.screen else []
    if to.digest is not None:
        page = to.digest
        ways.append(("html", lambda: _write(night, page)))
    if to.mail:
        ways.append(("mail", lambda: _mail(night, to.own)))
    done = [sending.do(form, act) for form, act in ways]  # each of them, whatever becomes of the others
    return bool(done) and all(done)


def _measure(store: Store, run: int, path: Path, log: NightLog) -> None:
    figures = night_figures(store.engine, run)
    write_metrics(path, replace(figures, log_lines_lost=log.lost))


@dataclass(slots=True)
class _Sending:
    log: NightLog
    all: bool = True

    def do(self, form: str, act: Callable[[], None]) -> bool:
        """Do one of them; whether it was done."""
        try:
            act()
        except Exception as error:  # noqa: BLE001 - one way must not keep the others from being tried
            self.all = False
            say(f"pemeriksaan sudah tersimpan, tetapi {_FORMS[form]} gagal: {_reason(error)}")
            self.log.event("mail-failed" if form == "mail" else "not-written", form=form, error=type(error).__name__)
            return False
        if form != "digest":
            self.log.event("mail-sent" if form == "mail" else "written", form=form)
        return True


_FORMS: Final = {
    "digest": "ringkasan pagi",
    "text": "ringkasan pagi di layar",
    "html": "ringkasan pagi (HTML)",
    "mail": "ringkasan pagi lewat surel",
    "report": "laporan",
    "metrics": "angka untuk Prometheus",
}
"""What goes out, as messages call it."""


def _reason(error: Exception) -> str:
    return str(error) if isinstance(error, PatuhError | OutputError | UnwrittenError) else reason_of(error)


def _print(night: Night) -> None:
    from reports.digest.text import text_of  # noqa: PLC0415 - beside the page, of which it needs nothing

    sys.stdout.flush()
    sys.stdout.buffer.write(text_of(night).encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def _write(night: Night, path: Path) -> None:
    from reports.digest.page import page  # noqa: PLC0415 - charts take long to import

    with report_file(path) as stream:
        stream.write(page(night))


def _mail(night: Night, own: OwnSettings) -> None:
    from archive.mail import send_night  # noqa: PLC0415 - few nights are mailed

    for refused in send_night(night, own):
        say(f"ringkasan tidak diterima oleh {refused}")
