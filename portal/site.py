"""Everything the server has, opened once and handed to whoever answers a request."""

from __future__ import annotations

import contextlib
import datetime as dt
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from archive.handing_in import HandInError, HandIns
from archive.layout import Layout, load_layout
from archive.store.errors import StoreError
from archive.store.store import Store
from auditing.check import sender
from auditing.limits import worker_limits
from auditing.run import RuleChoice
from auditing.selection import Selection
from engine.pack import Pack
from portal.accounts import Accounts
from portal.checking import Checker, Lanes
from portal.events import masked
from portal.guard import Rates
from portal.inspectorate.provider import Provider, opened_provider
from portal.passwords import Passwords
from portal.sessions import Sessions
from portal.tries import Scratch, Tries
from portal.work import WarmUp, Work
from reports.book import Sender
from schemas.settings import PortalSettings

if TYPE_CHECKING:
    from portal.inspectorate.desk import Desk

_log = logging.getLogger("patuh.portal")
_MB: Final = 1024 * 1024
_WORKER_THREADS: Final = {"OMP_NUM_THREADS": "1"}
"""A worker recognises pages on one processor: others are for other visitors."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the archive and its store are; None: the page only checks."""

    archive: Path | None = None
    store: str | None = None
    layout: Path | None = None
    """archive.yaml; None: that of the archive's folder, if there is one."""


class NoStoreError(Exception):
    """What was asked for needs a store, and the server has none."""


@dataclass
class Site:
    """The server and what it has."""

    choice: RuleChoice
    pack: Pack
    """Whole: also what judging does not need."""
    chosen: Selection
    """The rules that judge."""
    settings: PortalSettings
    checker: Checker
    tries: Tries
    sessions: Sessions
    rates: Rates
    store: Store | None = None
    archive: Path | None = None
    layout: Layout | None = None
    fixed_day: dt.date | None = None
    """The day on which documents are judged, where it is not today."""
    sender: Sender = field(default_factory=Sender)
    passwords: Passwords = field(default_factory=Passwords)
    provider: Provider | None = None
    """Where auditors may sign in besides; None: with a password alone."""
    hand_ins: HandIns | None = None
    """What was handed in; None where there is no archive or no store."""
    prints: bool = True
    """Whether PDFs can be made here, as far as is known."""

    @property
    def accounts(self) -> Accounts:
        """
        Who may sign in.

        Raises:
            NoStoreError: There is no store, and so nobody may.
        """
        return Accounts(self.stored, self.passwords)

    @property
    def stored(self) -> Store:
        """
        The store.

        Raises:
            NoStoreError: There is none; the page only checks.
        """
        if self.store is None:
            raise NoStoreError
        return self.store

    @cached_property
    def desk(self) -> Desk:
        """
        What the pages of the Inspektorat work with.

        Raises:
            NoStoreError: There is no store.
        """
        from portal.inspectorate.desk import Desk  # noqa: PLC0415 - it knows this module

        return Desk(self)

    @property
    def as_of(self) -> dt.date:
        """The day on which documents are judged."""
        return self.fixed_day or dt.date.today()  # noqa: DTZ011 - the day at the place where the server stands

    def problem(self) -> str | None:
        """Return why documents cannot be checked or handed in just now; None where they can."""
        if not self.checker.alive:
            return "workers have ended"
        if self.store is not None:
            try:
                with self.store.engine.connect() as connection:
                    connection.execute(select(1))
            except StoreError:
                return "store does not answer"
        return None

    @property
    def most_bytes(self) -> int:
        """Of one upload."""
        return self.settings.upload_mb * _MB

    @property
    def most_held_bytes(self) -> int:
        """Of all uploads, while they are received and afterwards."""
        return self.settings.keep_mb * _MB


@contextlib.contextmanager
def open_site(choice: RuleChoice, places: Places, fixed_day: dt.date | None = None) -> Iterator[Site]:
    """
    Open what the server needs, and close it at the end.

    Args:
        choice: The rules, with the settings.
        places: Where archive and store are.
        fixed_day: The day on which documents are judged, where it is not today.

    Raises:
        RulePackErrors: The rules are not valid.
        StoreError: The store cannot be opened.
        LayoutErrors: archive.yaml is not valid.
        ProviderSettingsError: Auditors cannot sign in where the settings want them to.
        OSError: The folder for uploads cannot be made.
    """
    settings, own = choice.own.settings.portal, choice.own
    provider = opened_provider(own)
    with contextlib.ExitStack() as stack:
        pack = choice.pack(whole=True)
        store = stack.enter_context(Store.open(places.store)) if places.store else None
        layout = load_layout(places.layout, places.archive) if places.archive else None
        scratch = Scratch(own.beside(settings.scratch) if settings.scratch else None)
        stack.callback(scratch.close)
        quick = settings.workers or max(1, len(os.sched_getaffinity(0)))
        lanes = Lanes(quick, max(1, quick // 2), settings.quick_seconds, settings.waiting, settings.waiting_of_one)
        checker = Checker(Work(choice, _WORKER_THREADS), worker_limits(own), lanes)
        site = Site(
            choice=choice,
            pack=pack,
            chosen=choice.selection(pack),
            settings=settings,
            checker=checker,
            tries=Tries(scratch, keep_seconds=settings.keep_minutes * 60, keep_bytes=settings.keep_mb * _MB),
            sessions=Sessions(idle_seconds=settings.idle_minutes * 60, most_seconds=settings.session_hours * 3600),
            rates=Rates(settings.checks_per_minute),
            store=store,
            archive=places.archive,
            layout=layout,
            fixed_day=fixed_day,
            sender=sender(own),
            provider=provider,
            hand_ins=_hand_ins(store, places.archive, layout),
        )
        stack.callback(checker.close)
        checker.start()
        for _ in range(quick):
            checker.submit(WarmUp(choice.lang, site.as_of), "-")
        yield site


def _hand_ins(store: Store | None, archive: Path | None, layout: Layout | None) -> HandIns | None:
    """The documents that were handed in, after what a killed server left undone is done; told in the log."""
    if store is None or archive is None or layout is None:
        return None
    made = HandIns(store, archive, layout)
    try:
        for said in made.recover().told():
            _log.warning("hand-ins: %s", masked(said))
    except HandInError as error:  # documents can be checked all the same
        _log.error("hand-ins: %s", error)
    return made
