"""
The day of the audit, which remembers on which other days all would have gone the same way.

Most of what is said of a document does not depend on the day, and what does changes on few days: when a quarter has
ended, when a regulation falls. So facts are made with an `AuditDay`: each comparison with another date narrows the days
from `since` to `until`, and whoever looks closer (its month, a difference) narrows them to the one day. What goes on
growing, such as an age, is an `Elapsed` number, which narrows them only when it is tested or told.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from typing import Any, Final, Self, SupportsIndex

_DAY: Final = dt.timedelta(days=1)


class AuditDay(dt.date):
    """A date, and the days that would have served as well; it can be compared, and asked for its year, at no loss."""

    since: dt.date
    """From this day"""
    until: dt.date
    """to this one all comparisons would have given the same, both included."""

    def __new__(cls, day: dt.date) -> Self:
        """Begin with all days."""
        self = super().__new__(cls, *dt.date.timetuple(day)[:3])
        self.since, self.until = dt.date.min, dt.date.max
        return self

    @classmethod
    def of(cls, day: dt.date) -> AuditDay:
        """Return *day* itself where it is one already."""
        return day if isinstance(day, cls) else cls(day)

    def plain(self) -> dt.date:
        """The date alone; who uses it narrows the days himself."""
        return dt.date.fromordinal(dt.date.toordinal(self))

    def hold(self, since: dt.date | None = None, until: dt.date | None = None) -> None:
        """Narrow the days; a date that is None narrows nothing."""
        if since is not None and dt.date.__gt__(since, self.since):
            self.since = since
        if until is not None and dt.date.__lt__(until, self.until):
            self.until = until

    def exact(self) -> dt.date:
        """The date alone, of which nobody knows what is made of it: no other day would do."""
        day = self.plain()
        self.hold(day, day)
        return day

    @property
    def year(self) -> int:
        """The year; all days of it would have given the same."""
        year = self.plain().year
        self.hold(dt.date(year, 1, 1), dt.date(year, 12, 31))
        return year

    @property
    def month(self) -> int:
        """The month; of no use without the year, so only this day would do."""
        return self.exact().month

    @property
    def day(self) -> int:
        """The day of the month; only this day would do."""
        return self.exact().day

    def _side(self, other: dt.date) -> int:
        """Say whether it lies before (-1), on (0) or after (1) *other*, and narrow the days to that side."""
        if other is self:
            return 0
        than = other.plain() if isinstance(other, AuditDay) else other
        day = self.plain()
        if day < than:
            self.hold(until=than - _DAY)
            return -1
        if day > than:
            self.hold(since=than + _DAY)
            return 1
        self.hold(than, than)
        return 0

    def __lt__(self, other: dt.date) -> bool:
        return self._before(other, or_on=False)

    def __ge__(self, other: dt.date) -> bool:
        return not self._before(other, or_on=False)

    def __le__(self, other: dt.date) -> bool:
        return self._before(other, or_on=True)

    def __gt__(self, other: dt.date) -> bool:
        return not self._before(other, or_on=True)

    def _before(self, other: dt.date, *, or_on: bool) -> bool:
        if other is self:
            return or_on
        than = other.plain() if isinstance(other, AuditDay) else other
        day = self.plain()
        if day < than or (or_on and day == than):
            self.hold(until=than if or_on else than - _DAY)
            return True
        self.hold(since=than + _DAY if or_on else than)
        return False

    def __eq__(self, other: object) -> bool:
        return isinstance(other, dt.date) and self._side(other) == 0

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self.exact())

    def __reduce_ex__(self, protocol: SupportsIndex, /) -> tuple[Any, ...]:
        return AuditDay, (self.exact(),)


def _exactly(name: str) -> Callable[..., Any]:
    def ask(self: AuditDay, *args: Any, **options: Any) -> Any:
        return getattr(self.exact(), name)(*args, **options)

    ask.__name__ = name
    return ask


for _name in (
    *("__add__", "__radd__", "__sub__", "__rsub__", "__str__", "__repr__", "__format__"),
    *("ctime", "isocalendar", "isoformat", "isoweekday", "replace", "strftime", "timetuple", "toordinal", "weekday"),
):
    setattr(AuditDay, _name, _exactly(_name))


class Elapsed(int):
    """A number that grows with the day of the audit; it narrows the days only as far as it is used."""

    _today: AuditDay
    _reaches: Callable[[int], dt.date]

    def __new__(cls, number: int, today: AuditDay, reaches: Callable[[int], dt.date]) -> Self:
        """
        Make the number of one day.

        Args:
            number: What it is on that day.
            today: The day.
            reaches: The first day on which it is so much or more; OverflowError or ValueError where no calendar goes.
        """
        self = super().__new__(cls, number)
        self._today, self._reaches = today, reaches
        return self

    def between(self, low: int | None, high: int | None) -> None:
        """Narrow the days to those on which it is from *low* to *high*, which it is today; None = without end."""
        self._today.hold(
            None if low is None else self._first(low),
            None if high is None or (end := self._first(high + 1)) is None else end - _DAY,
        )

    def told(self) -> None:
        """Narrow the days to those on which it is the same number."""
        self.between(int(self), int(self))

    def tested(self, op: str, value: object) -> None:
        """Narrow the days to those on which a test of it with a literal (a tuple for `in`) ends alike."""
        numbers = [one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, int)]
        if op in ("lt", "gte", "lte", "gt"):
            for number in numbers:
                edge = number if op in ("lt", "gte") else number + 1
                self.between(*((None, edge - 1) if int(self) < edge else (edge, None)))
        elif int(self) in numbers:
            self.told()
        else:
            below = max((number for number in numbers if number < int(self)), default=None)
            above = min((number for number in numbers if number > int(self)), default=None)
            self.between(None if below is None else below + 1, None if above is None else above - 1)

    def __reduce_ex__(self, protocol: SupportsIndex, /) -> tuple[Any, ...]:
        """Elsewhere it is a number like any other; who sends it there uses it."""
        self.told()
        return int, (int(self),)

    def _first(self, number: int) -> dt.date | None:
        try:
            return self._reaches(number)
        except (OverflowError, ValueError):
            return None


class Passing(str):
    """Words that hold the day of the audit: telling them narrows the days to that one."""

    __slots__ = ("_today",)
    _today: AuditDay

    def __new__(cls, words: str, today: AuditDay) -> Self:
        """Make the words of one day."""
        self = super().__new__(cls, words)
        self._today = today
        return self

    def told(self) -> None:
        """Narrow the days."""
        self._today.exact()

    def __reduce_ex__(self, protocol: SupportsIndex, /) -> tuple[Any, ...]:
        """As `Elapsed` has it."""
        self.told()
        return str, (str.__str__(self),)


def days_since(day: dt.date, today: AuditDay) -> Elapsed:
    """Whole days from *day* to the day of the audit."""
    return Elapsed((today.plain() - day).days, today, lambda days: day + dt.timedelta(days=days))


def months_since(day: dt.date, today: AuditDay) -> Elapsed:
    """Full months from *day* to the day of the audit."""
    return Elapsed(_months(day, today.plain()), today, lambda months: _after(day, months))


def years_since(day: dt.date, today: AuditDay) -> Elapsed:
    """Full years from *day* to the day of the audit."""
    return Elapsed(_months(day, today.plain()) // 12, today, lambda years: _after(day, 12 * years))


def _months(day: dt.date, today: dt.date) -> int:
    return (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)


def _after(day: dt.date, months: int) -> dt.date:
    """The first day on which so many months are full; after a 31st that is the 1st where a month is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise OverflowError(year)
    if day.day <= calendar.monthrange(year, month)[1]:
        return dt.date(year, month, day.day)
    return _after(day.replace(day=1), months + 1)
