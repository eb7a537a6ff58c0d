"""Invented people for tests of the page, and passwords that are hashed quickly."""

from __future__ import annotations

import datetime as dt

from argon2 import PasswordHasher

from portal.events import Actor
from portal.passwords import Passwords

BY = Actor("cli:uji", "-")
GOOD = "kuda gelas 7 awan hujan"
"""A password that is taken."""
OTHER = "pintu merah, sungai 9"
NIP = "198001012005011001"
MOMENT = dt.datetime(2026, 1, 15, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=7)))


def quick(*, passes: int = 1) -> Passwords:
    """Return passwords with parameters that protect nothing and take no time."""
    return Passwords(PasswordHasher(time_cost=passes, memory_cost=8, parallelism=1))


class Clock:
    """A clock that is set by hand."""

    def __init__(self, moment: dt.datetime = MOMENT) -> None:
        self.moment = moment

    def __call__(self) -> dt.datetime:
        """Tell the moment."""
        return self.moment

    def later(self, **amount: float) -> dt.datetime:
        """Go on, and return the new moment."""
        self.moment += dt.timedelta(**amount)
        return self.moment
