"""How the documents of the archive stand now, and what of it became different."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from archive.history import TOGETHER
from archive.store.rows import Standing
from archive.working import Place, Standard
from auditing.files import ARCHIVE
from schemas.archive import Belonging

UNSEEN = "unseen"
"""The code of the error of a document that lies in a folder that cannot be read."""
_UNSEEN = "Foldernya tidak dapat dibaca ({folder}), jadi dokumen ini tidak terlihat. Periksa hak baca atau sambungan."
_PACKED = "Arsip ZIP-nya tidak dapat dibaca ({archive}), jadi dokumen ini tidak terlihat. Periksa arsip ZIP itu."

Key = tuple[str, int, bool]
"""Path, part (1 for the only document of a file), and whether it stands for an office as a whole."""


@dataclass(frozen=True, slots=True)
class Current:
    """A document as it is found."""

    path: str
    part: int
    """0 = the only document of its file."""
    content: str | None
    verdict: str | None
    problem: tuple[str, str] | None = None
    """Code and message."""

    @property
    def key(self) -> Key:
        """By what it is known from night to night."""
        return self.path, max(self.part, 1), False


Belongs = Callable[[Current], Belonging]


@dataclass(frozen=True, slots=True)
class Stand:
    """All documents of the archive after a night."""

    all: tuple[Standing, ...]
    """Those that are there, by path and part."""
    different: tuple[Standing, ...]
    """Those that stand otherwise than before, and those that are gone; by document."""
    before: Mapping[int, Standing]
    """How documents, and offices as a whole, stood before, by number; also those that were gone."""
    gone: int
    moved: int
    unseen: int


def currents(places: Iterable[Place], standard: Mapping[str, Standard]) -> Iterator[Current]:
    """Yield the documents that the files hold."""
    for place in places:
        told = standard.get(place.content) if place.content is not None else None
        problem = place.problem or (told.problem if told else None)
        if problem is not None or told is None:
            found = problem.code if problem else "internal", problem.message if problem else ""
            yield Current(place.path, 0, place.content, None, found)
            continue
        several = len(told.verdicts) > 1
        for part, verdict in enumerate(told.verdicts, 1):
            yield Current(place.path, part if several else 0, place.content, verdict)


def stand(
    found: Iterable[Current], before: Iterable[Standing], closed: Iterable[str], belongs: Belongs, *, fresh: bool
) -> Stand:
    """
    Say how documents stand.

    Args:
        found: Tonight's documents.
        before: Their standings after the last run, those that are gone included.
        closed: Folders that could not be read: what is below them is not gone.
        belongs: Where a document belongs.
        fresh: Ask it for every document: not only for those that are new or read anew.
    """
    before = tuple(before)
    past = {_key(one): one for one in before if one.sort != TOGETHER}
    now = {one.key: one for one in found}
    lost = {key: one for key, one in past.items() if key not in now and not one.gone}
    unread = _not_looked_at(lost, now, tuple(closed))
    moved = _moved(now, past, {key: one for key, one in lost.items() if key not in unread})
    last = max((one.document for one in before), default=0)
    numbers = _Numbers(past, moved, last)
    everything = [_standing(now[key], numbers, belongs, fresh=fresh) for key in sorted(now)]
    everything += [_unread(past[key], *problem) for key, problem in sorted(unread.items())]
    there = {*unread, *moved.values()}
    left = [replace(one, gone=True) for key, one in lost.items() if key not in there]
    by_number = {one.document: one for one in before}
    different = [one for one in (*everything, *left) if by_number.get(one.document) != one]
    everything.sort(key=lambda one: (one.path, one.part))
    different.sort(key=lambda one: one.document)
    unseen = sum(code == UNSEEN for code, _ in unread.values())
    return Stand(tuple(everything), tuple(different), by_number, len(left), len(moved), unseen)


def _not_looked_at(
    lost: Mapping[Key, Standing], now: Mapping[Key, Current], closed: Sequence[str]
) -> dict[Key, tuple[str, str]]:
    """
    Say which documents are not gone, since nobody could look whether they are, and why.

    They lie in a folder or ZIP archive that cannot be read, or in a file of several documents that cannot.
    """
    packed = [one.path for one in now.values() if one.problem is not None and one.path.lower().endswith(ARCHIVE)]
    found: dict[Key, tuple[str, str]] = {}
    for key in lost:
        first = now.get((key[0], 1, False))
        folder, archive = _folder(key[0], closed), _folder(key[0], packed)
        if folder is not None:
            found[key] = UNSEEN, _UNSEEN.format(folder=folder or ".")
        elif archive is not None:
            found[key] = UNSEEN, _PACKED.format(archive=archive)
        elif first is not None and first.problem is not None:
            found[key] = first.problem
    return found


def _key(one: Standing) -> Key:
    return one.path, max(one.part, 1), one.sort == TOGETHER


def _folder(path: str, closed: Iterable[str]) -> str | None:
    return next((folder for folder in closed if not folder or path.startswith(f"{folder}/")), None)


def _moved(now: Mapping[Key, Current], past: Mapping[Key, Standing], lost: Mapping[Key, Standing]) -> dict[Key, Key]:
    """New key -> old key of documents that lie elsewhere with the same bytes, paired in the order of their paths."""
    waiting: dict[tuple[str, int], list[Key]] = {}
    for key in sorted(lost, reverse=True):
        content = lost[key].content
        if content is not None:
            waiting.setdefault((content, key[1]), []).append(key)
    pairs: dict[Key, Key] = {}
    for key in sorted(now):
        content = now[key].content
        if key not in past and content is not None and waiting.get((content, key[1])):
            pairs[key] = waiting[content, key[1]].pop()
    return pairs


@dataclass(slots=True)
class _Numbers:
    """Gives each document its number, which it keeps for ever."""

    past: Mapping[Key, Standing]
    moved: Mapping[Key, Key]
    last: int

    def before(self, one: Current) -> Standing | None:
        return self.past.get(self.moved.get(one.key, one.key))

    def next(self) -> int:
        self.last += 1
        return self.last


def _standing(one: Current, numbers: _Numbers, belongs: Belongs, *, fresh: bool) -> Standing:
    before = numbers.before(one)
    here = before is not None and not fresh and before.path == one.path
    if before is not None and here and (one.problem is not None or before.content == one.content):
        office, year, sort = before.office, before.year, before.sort
    else:
        belonging = belongs(one)
        office, year, sort = belonging.office, belonging.year, belonging.sort
    code, message = one.problem or (None, None)
    return Standing(
        document=before.document if before else numbers.next(),
        path=one.path,
        part=before.part if before is not None and one.problem is not None else one.part,
        office=office,
        year=year,
        sort=sort,
        content=one.content,
        verdict=one.verdict,
        error_code=code,
        error_message=message,
    )


def _unread(before: Standing, code: str, message: str) -> Standing:
    """A document that was there and of which nobody knows whether it still is."""
    return replace(before, verdict=None, error_code=code, error_message=message)


def together(
    verdicts: Mapping[str, str], before: Iterable[Standing], last: int
) -> tuple[tuple[Standing, ...], tuple[Standing, ...]]:
    """
    Say how offices stand as a whole.

    Args:
        verdicts: Office -> digest of its verdict over several documents.
        before: Standings after the last run.
        last: The highest number that a document has.

    Returns:
        All of them, and those that became different.
    """
    past = {one.path: one for one in before if one.sort == TOGETHER}
    now: list[Standing] = []
    for office, verdict in sorted(verdicts.items()):
        known = past.get(office)
        last += known is None
        number = known.document if known else last
        now.append(Standing(number, office, 0, office, None, TOGETHER, None, verdict))
    gone = [replace(one, gone=True) for path, one in sorted(past.items()) if path not in verdicts and not one.gone]
    different = [one for one in (*now, *gone) if past.get(one.path) != one]
    return tuple(now), tuple(sorted(different, key=lambda one: one.document))
