"""
The audit of one night: what lies in the archive, what is to be done, how everything stands, in the store.

Until the last step only what is kept by content is written, so a night can be killed at any moment: the next one finds
what was done and goes on. The last step writes how documents stand, in one transaction.
"""

from __future__ import annotations

import datetime as dt
import os
import resource
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Protocol, cast

from sqlalchemy import select

from archive.answering import NOBODY, Answered
from archive.figures import Figures, office_figures, outcome_counts
from archive.gathering import unpacked_told
from archive.history import OVERRULED, TOGETHER
from archive.layout import FOUND, Layout, name_key
from archive.models import StoredModelError
from archive.offices import Offices, Strays
from archive.several import LastNight, Several, as_before
from archive.standing import Current, Stand, currents, stand, together
from archive.store.rows import BegunRun, Ending, NewRun, OfficeFigures, Standing
from archive.store.store import Store
from archive.store.tables import run as run_table
from archive.terms import Terms
from archive.waivers import Waivers
from archive.waiving import Waived, notices, waived_in
from archive.walking import Walk, walk
from archive.working import Runner, Work
from engine.audit import Auditor
from engine.errors import PatuhError
from readers.archive_limits import ArchiveLimits
from schemas.archive import Belonging, Sort
from schemas.report import Severity

GONE_SHARE = 0.5
"""When more than this share of the documents is gone at once, it is rather the archive that is not whole."""
INCOMPLETE: Final = frozenset({"folder-closed", "documents-missing", "outcomes-missing", "rules-failed"})
"""Codes of notices that say that not all was judged."""
GONE_FROM = 20
"""Documents; of fewer any number may go in a day."""


FINDINGS, CANNOT_AUDIT, SOME_UNREADABLE = 1, 3, 4
"""Exit codes, as of every command."""


class NightError(PatuhError):
    """The night cannot be carried out; the message is Indonesian and says what to do."""


class Log(Protocol):
    """Who is told what happens."""

    def event(self, name: str, /, *, run: int | None = None, **fields: Any) -> None:
        """Something happened."""
        ...


@dataclass(frozen=True, slots=True)
class Wish:
    """What is audited, and by what."""

    archive: Path
    as_of: dt.date
    terms: Terms
    kinds: Mapping[str, int]
    """Kind of document -> how many rules judge it."""
    layout: Layout
    waivers: Waivers
    limits: ArchiveLimits
    together: Callable[[], Auditor | None]
    """Makes the judge by the rules over several documents."""
    fail_on: Severity | None = Severity.MAJOR
    """None = never."""
    accept_gone: bool = False
    """Believe that most of the archive is gone."""
    answers: Answered = NOBODY
    """What auditors said on the page."""


@dataclass(frozen=True, slots=True)
class Night:
    """What a night came to."""

    run: int
    counts: Mapping[str, Any]
    notices: Sequence[Mapping[str, str]]
    exit_code: int


@dataclass(slots=True)
class Nightly:
    """One night, step by step."""

    store: Store
    wish: Wish
    near: Runner
    far: Runner
    log: Log
    begun: dt.datetime
    cpu: Callable[[], float] = field(default_factory=lambda: cpu_seconds)
    notices: list[dict[str, str]] = field(default_factory=list)
    strays: Strays = field(default_factory=Strays)
    """New documents that lie where they do not belong."""
    done: int = 0
    """Contents that were read or judged again so far."""

    def audit(self) -> Night:
        """
        Carry it out. The store is locked by the caller.

        Raises:
            NightError: There is nothing to audit where there was something, or most of it is gone.
            StoreError: The store cannot be written.
        """
        wish, cpu = self.wish, self.cpu()
        found = self._walked()
        before = tuple(self.store.standings())
        self._refuse_nothing(found, before)
        run = self._begin()
        work = Work(self.store, wish.terms, wish.as_of, self.near, self.far, self._kept)
        mine = self._judged(found, work)
        fresh = self._is_fresh(found)
        stands = stand(mine, before, found.closed, self._belongs(mine, before, fresh=fresh), fresh=fresh)
        del mine
        self._refuse_gone(stands, before)
        self._tell_misplaced()
        several = self._several(stands, before)
        last = max((one.document for one in (*stands.all, *before)), default=0)
        offices, different = together(several, before, last)
        whole = _Whole((*stands.all, *offices), (*stands.different, *different), stands, before)
        return self._finish(run, whole, work, found, cpu)

    def _judged(self, found: Walk, work: Work) -> list[Current]:
        """See to it that every document is judged; an archive is large, so what is not needed again is let go."""
        places = work.places(found)
        found.taken()
        work.judge(places)
        mine = list(currents(places, work.standard))
        work.standard.clear()
        return mine

    def _walked(self) -> Walk:
        found = walk(looked_at(self.wish.archive), self.wish.limits)
        for folder in found.closed:
            self._notice(
                "folder-closed", f"Folder {folder or '.'} tidak dapat dibaca; isinya tidak terlihat malam ini."
            )
        self.log.event("archive-walked", files=found.count, documents=found.documents)
        return found

    def _refuse_nothing(self, found: Walk, before: Sequence[Standing]) -> None:
        if found.documents == 0:
            there = sum(not one.gone and one.sort != TOGETHER for one in before)
            known = f", padahal malam yang lalu ada {there}" if there else ""
            raise NightError(
                f"Tidak ada dokumen di {str(self.wish.archive)!r}{known}. Tidak ada yang diperiksa dan tidak ada yang "
                "dicatat. Periksa sambungan ke arsip."
            )

    def _refuse_gone(self, stands: Stand, before: Sequence[Standing]) -> None:
        there = sum(not one.gone and one.content is not None for one in before)
        if there >= GONE_FROM and stands.gone > GONE_SHARE * there and not self.wish.accept_gone:
            raise NightError(
                f"{stands.gone} dari {there} dokumen tidak ada lagi. Tampaknya arsip tidak terpasang utuh, maka malam "
                "ini belum dicatat. Periksa arsipnya; bila dokumen itu memang dihapus, ulangi dengan --accept-gone."
            )

    def _begin(self) -> BegunRun:
        wish = self.wish
        self._look_at_clock()
        new = NewRun(
            as_of=wish.as_of,
            archive=str(wish.archive),
            terms=wish.terms.plain(),
            layout=wish.layout.plain(),
            waivers={**wish.waivers.plain(), **wish.answers.plain()},
            begun=self.begun,
        )
        run = self.store.begin(new)
        self.store.keep_ruleset(wish.terms.rules, wish.terms.rule_keys)
        self.store.keep_ruleset(wish.terms.document_rules, wish.terms.document_rule_keys)
        if run.attempts > 1:
            self.log.event("run-resumed", run=run.id, attempts=run.attempts)
        self.log.event("run-begun", run=run.id, as_of=wish.as_of.isoformat())
        return run

    def _look_at_clock(self) -> None:
        wish = self.wish
        query = select(run_table.c.as_of, run_table.c.ended).where(run_table.c.state == "done")
        with self.store.engine.connect() as connection:
            last = connection.execute(query.order_by(run_table.c.id.desc()).limit(1)).first()
        if last is not None and last.as_of > wish.as_of:
            self._notice(
                "clock-back",
                f"Tanggal penilaian {wish.as_of.isoformat()} lebih awal daripada malam yang lalu "
                f"({last.as_of.isoformat()}). Periksa jam komputer.",
            )

    def _tell_misplaced(self) -> None:
        """Once, when they are new there: whoever put them there is to decide."""
        if self.strays.misplaced_count:
            named = [f"{path} ({here}; isinya menyebut {there})" for path, here, there in self.strays.misplaced]
            more = self.strays.misplaced_count - len(named)
            self._notice(
                "misplaced",
                f"{self.strays.misplaced_count} dokumen baru tampaknya milik kantor lain: {'; '.join(named)}"
                + (f"; dan {more} lagi." if more else "."),
            )

    def _last(self) -> LastNight | None:
        """What the last run that ended went by."""
        columns = run_table.c.as_of, run_table.c.terms, run_table.c.layout, run_table.c.notices
        query = select(*columns).where(run_table.c.state == "done").order_by(run_table.c.id.desc()).limit(1)
        with self.store.engine.connect() as connection:
            row = connection.execute(query).first()
        if row is None:
            return None
        extractor, facts, rules = (str(row.terms.get(key)) for key in ("extractor", "facts", "rules"))
        complete = all(one["code"] not in INCOMPLETE for one in row.notices)
        return LastNight(row.as_of, extractor, facts, rules, row.layout, complete)

    def _is_fresh(self, found: Walk) -> bool:
        """Whether offices are others than last night, for another reason than that a folder cannot be read."""
        last, now = self._last(), self.wish.layout.plain()
        if last is None or not found.closed:
            return last is None or last.layout != now
        then, declared = ({key: value for key, value in one.items() if key != FOUND} for one in (last.layout, now))
        return then != declared

    def _several(self, stands: Stand, before: Sequence[Standing]) -> dict[str, str]:
        """Hold documents side by side, unless none of them changed, nor anything else that counts."""
        wish, last = self.wish, self._last()
        tonight = LastNight(wish.as_of, wish.terms.extractor, wish.terms.facts, wish.terms.rules, wish.layout.plain())
        if last is not None and not stands.different and last.holds(tonight, wish.layout):
            return as_before(before)
        verdicts = Several(self.store, wish.layout, wish.as_of, wish.together).verdicts(stands.all)
        self.log.event("joined", offices=len(verdicts))
        return verdicts

    def _belongs(
        self, mine: Iterable[Current], before: Iterable[Standing], *, fresh: bool
    ) -> Callable[[Current], Belonging]:
        """Ask the documents themselves only where they are new here, or the layout of the archive is."""
        offices = Offices(self.wish.layout)
        known = {} if fresh else {(one.path, max(one.part, 1), one.content) for one in before}
        wanted = {one.content for one in mine if one.content and (*one.key[:2], one.content) not in known}
        told: dict[tuple[str, int], tuple[str | None, int | None, Sort | None]] = {}
        for content, part, data in self.store.told(wanted):
            with suppress(StoredModelError):  # of another version: it could not be read anew tonight
                one = unpacked_told(data)
                told[content, part] = one.unit, one.year, cast("Sort | None", one.sort)

        def belongs(one: Current) -> Belonging:
            unit, year, sort = told.get((one.content or "", max(one.part, 1)), (None, None, None))
            belonging = offices.belonging(one.path, unit, year, sort)
            self.strays.add(one.path, belonging)
            return belonging

        return belongs

    def _finish(self, run: BegunRun, whole: _Whole, work: Work, found: Walk, cpu: float) -> Night:
        figures = Figures(self.store.engine)
        figures.load(one.verdict for one in whole.all if one.verdict)
        waived = waived_in(self.store.engine, self.wish.waivers, whole.all, self.wish.as_of, self.wish.answers)
        self.notices += notices(self.wish.waivers, waived.use, self.wish.as_of)
        offices = office_figures(figures, whole.all, whole.different, whole.stands.before, waived.offices)
        counts = _counts(whole, work, found, figures, self.wish.kinds)
        counts["without_documents"] = self._without_documents(offices)
        if waived.overruled:
            counts[OVERRULED] = dict(sorted(waived.overruled.items()))
        self._check(counts)
        code = self._exit_code(counts, offices, waived)
        ending = Ending(
            standings=whole.different,
            figures=offices,
            counts=counts,
            notices=tuple(self.notices),
            ended=dt.datetime.now(dt.UTC),
            cpu_seconds=round(self.cpu() - cpu, 3),
            exit_code=code,
        )
        self.store.finish(run.id, ending)
        if whole.different:
            self.store.prune()
        names = ("documents", "audited", "rejudged", "carried", "unread", "gone")
        self.log.event("run-ended", exit_code=code, **{name: counts[name] for name in names})
        return Night(run.id, counts, self.notices, code)

    def _without_documents(self, figures: Iterable[OfficeFigures]) -> list[str]:
        """Offices that there are, and of which the archive has nothing."""
        year, have = self.wish.as_of.year, {name_key(one.office) for one in figures if one.documents}
        there = [one for one in self.wish.layout.offices if (one.since or 0) <= year <= (one.until or year)]
        return sorted({one.name for one in there if name_key(one.name) not in have})

    def _check(self, counts: Mapping[str, Any]) -> None:
        """What was to be judged must have been judged: nothing found is something else than nothing run."""
        if counts["seen"] != counts["expected"]:
            self._notice("documents-missing", f"{counts['expected']} dokumen diharapkan, {counts['seen']} terlihat.")
        if sum(counts["outcomes"].values()) != counts["expected_outcomes"]:
            self._notice(
                "outcomes-missing",
                f"{counts['expected_outcomes']} hasil aturan diharapkan, {sum(counts['outcomes'].values())} ada.",
            )
        if counts["outcomes"]["error"]:
            self._notice("rules-failed", f"{counts['outcomes']['error']} kali sebuah aturan gagal dinilai.")

    def _exit_code(self, counts: Mapping[str, Any], offices: Sequence[OfficeFigures], waived: Waived) -> int:
        if counts["documents"] == counts["unread"]:
            return CANNOT_AUDIT
        if counts["unread"] or any(one["code"] in INCOMPLETE for one in self.notices):
            return SOME_UNREADABLE
        return FINDINGS if self._reached(offices, waived) else 0

    def _reached(self, offices: Sequence[OfficeFigures], waived: Waived) -> bool:
        """Whether there are findings as grave as asked for that are not let pass."""
        if self.wish.fail_on is None:
            return False
        names = [one.value for one in Severity if one.rank <= self.wish.fail_on.rank]
        found = sum(getattr(office, name) for office in offices for name in names)
        return bool(found > sum(count for (_, severity), count in waived.closed.items() if severity in names))

    def _kept(self, count: int) -> None:
        self.done += count
        self.log.event("kept", documents=self.done)

    def _notice(self, code: str, message: str) -> None:
        self.notices.append({"code": code, "message": message})
        self.log.event("notice", code=code, message=message)


def looked_at(archive: Path) -> Path:
    """
    Return the folder of the archive, which can be read.

    Raises:
        NightError: It cannot.
    """
    where = f"Folder arsip {str(archive)!r}"
    try:
        with os.scandir(archive):
            return archive
    except (FileNotFoundError, NotADirectoryError):
        raise NightError(f"{where} tidak ada atau bukan folder. Periksa sambungannya.") from None
    except (OSError, ValueError) as error:
        reason = (isinstance(error, OSError) and error.strerror) or str(error)
        raise NightError(f"{where} tidak dapat dibaca ({reason}). Periksa izin dan sambungannya.") from error


@dataclass(frozen=True, slots=True)
class _Whole:
    """Documents, and offices as a whole."""

    all: tuple[Standing, ...]
    different: tuple[Standing, ...]
    stands: Stand
    before: tuple[Standing, ...]


def _counts(whole: _Whole, work: Work, found: Walk, figures: Figures, kinds: Mapping[str, int]) -> dict[str, Any]:
    outcomes, expected, documents = outcome_counts(figures, whole.all, lambda kind: kinds.get(kind, 0))
    stands = whole.stands
    return {
        "expected": found.documents + stands.unseen,
        "seen": found.documents,
        "documents": len(stands.all),
        "files": found.count,
        "passed_over": found.passed_over,
        "audited": work.audited,
        "rejudged": work.rejudged,
        "carried": work.carried,
        "unread": sum(one.error_code is not None for one in stands.all),
        "gone": stands.gone,
        "moved": stands.moved,
        "kinds": documents,
        "rules": dict(kinds),
        "outcomes": outcomes,
        "expected_outcomes": expected,
    }


def cpu_seconds() -> float:
    """Processor seconds of this process and of its workers that have ended."""
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
