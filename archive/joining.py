"""
The facts of a whole archive, in small groups: what the rules over several documents join on stands in one group.

Documents come one after another and leave only keys and small tuples; groups are made office by office.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from archive.dues import DueTold
from archive.joining_copies import Copies, Members
from archive.joining_dues import tell_dues, tell_required
from archive.joining_numbers import Numbers
from archive.joining_officers import Officers
from archive.joining_related import Related
from archive.joining_shelf import NO_OFFICE, Group, Member, RequiredTold, Shelf
from archive.joining_targets import Targets
from archive.joining_years import Years

__all__ = ["NO_OFFICE", "DueTold", "Group", "Member", "Members", "RequiredTold", "groups"]


def groups(
    members: Members,
    *,
    as_of: dt.date,
    dues: Iterable[DueTold] = (),
    required: Iterable[RequiredTold] = (),
    unread: Mapping[str, int] | None = None,
) -> Iterator[Group]:
    """
    Hold the documents of an archive side by side.

    Args:
        members: Yields the documents, each time in the same order (by path); called twice where there may be copies.
        as_of: The day of the audit.
        dues: What was due (`archive.dues`).
        required: Which SOPs offices must have (`archive.dues`).
        unread: How many documents of an office could not be read: of what is missing there nobody knows.

    Yields:
        At least one group for each office, office by office.
    """
    shelf = Shelf(unread or {})
    copies = Copies()
    joined = Officers(), Numbers(), Targets(), Years(), Related()
    for member in members():
        told = member.told()
        for gathering in (*joined, copies):
            gathering.add(member, told, shelf)
    for one in joined:
        one.tell(shelf)
    copies.tell(shelf, members)
    tell_dues(shelf, dues, as_of)
    tell_required(shelf, required)
    yield from shelf.groups()
