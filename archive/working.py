"""Identify, judge again and read: the work of a night on contents, kept in the store as it is done."""

from __future__ import annotations

import contextlib
import datetime as dt
import itertools
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Protocol

from archive.history import in_batches
from archive.judging import PASSING, NightWork
from archive.planning import Carry, JudgeAgain, Planner, Read
from archive.store.rows import ContentState, FileState, JudgedState, Kept
from archive.store.store import Store
from archive.tasks import Answer, Audit, Audited, Earlier, Identified, Identify, Problem, Rejudge, Task
from archive.terms import Terms
from archive.walking import FoundFile, Walk, known_contents, same, settled, stat_of
from auditing.files import Input
from auditing.workers import Pool

BATCH = 200
"""Answers that are written together."""
BATCH_SECONDS = 5.0
"""After so many seconds what there is is written."""


class Runner(Protocol):
    """Whatever does tasks: worker processes of this machine, or a cluster."""

    def results(self, tasks: Iterable[Task]) -> Iterator[Answer]:
        """Give the answer to each task, in the order of the tasks."""
        ...


@dataclass(frozen=True, slots=True)
class LocalRunner:
    """Worker processes of this machine; rules are compiled once, before the first of them is forked."""

    pool: Pool[Task, Answer]
    work: NightWork

    def results(self, tasks: Iterable[Task]) -> Iterator[Answer]:
        """Give the answer to each task, in the order of the tasks."""
        several = iter(tasks)
        first = next(several, None)
        if first is None:
            return
        if not isinstance(first, Identify):
            self.work.ready()
        with contextlib.closing(self.pool.results(itertools.chain([first], several))) as answers:
            yield from answers


@dataclass(slots=True)
class Place:
    """A document file of the archive, and what is in it."""

    path: str
    input: Input
    content: str | None
    problem: Problem | None = None
    """Why it is not known what is in it, or why that could not be judged this night."""


@dataclass(frozen=True, slots=True)
class Standard:
    """What stands of a content: verdicts by part, or why there is none."""

    verdicts: tuple[str, ...] = ()
    problem: Problem | None = None


@dataclass(slots=True)
class Work:
    """The work of one night."""

    store: Store
    terms: Terms
    as_of: dt.date
    near: Runner
    """For what needs the archive at hand."""
    far: Runner
    """For what may be done elsewhere."""
    on_kept: Callable[[int], None] = lambda _: None
    """Called with the number of answers that are kept."""
    standard: dict[str, Standard] = field(default_factory=dict)
    """Content -> what stands of it."""
    audited: int = 0
    rejudged: int = 0
    carried: int = 0

    def places(self, found: Walk) -> list[Place]:
        """Say what is in each document file; what did not change since it was identified is not opened."""
        known = self.store.files()
        contents = {one.path: known_contents(one, known) for one in found.files}
        strange = [one for one in found.files if contents[one.path] is None]
        told = self._identified(strange)
        self.store.drop_files(known.keys() - {one.path for one in found.files})
        return [place for one in found.files for place in _places(one, contents[one.path], told)]

    def _identified(self, files: Sequence[FoundFile]) -> dict[str, Identified]:
        answers: dict[str, Identified] = {}
        states: dict[str, FileState] = {}
        befores: dict[str, FileState | None] = {}

        def tasks() -> Iterator[Task]:
            for one in files:
                befores[one.path] = stat_of(one.inputs[0].path)
                yield Identify(one.inputs)

        for one, answer in zip(files, self.near.results(tasks()), strict=True):
            told = _as_identified(answer, len(one.inputs))
            answers[one.path] = told
            before, after = befores.pop(one.path), stat_of(one.inputs[0].path)
            if before is not None and same(before, after) and settled(before, time.time_ns()):
                states |= _state(one, before, told)
            if len(states) >= BATCH:
                self.store.keep_files(states)
                states = {}
        self.store.keep_files(states)
        return answers

    def judge(self, places: Sequence[Place]) -> None:
        """See to it that something stands of every content; keeps what is done as it is done."""
        first: dict[str, Place] = {}
        others: dict[str, list[Place]] = {}
        for place in places:
            if place.content is not None and first.setdefault(place.content, place) is not place:
                others.setdefault(place.content, []).append(place)
        planner = Planner(self.terms, self.as_of, self.store.ruleset)
        again: dict[str, JudgeAgain] = {}
        reading: list[Place] = []
        states = {content: state for content, state in self.store.contents() if content in first}
        for content, place in first.items():
            state = states.get(content)
            plan = planner.plan(state)
            if isinstance(plan, Read):
                reading.append(place)
            elif isinstance(plan, JudgeAgain):
                again[content] = plan
            else:
                assert isinstance(plan, Carry)
                assert state is not None
                self._carry(content, state)
        broken = self._judge_again(again, states)
        wanted = [*reading, *(first[content] for content in broken)]
        while wanted:  # a file that has become another one, or is gone, says nothing of its copies
            wanted = [others[content].pop(0) for content in self._read(wanted) if others.get(content)]

    def _carry(self, content: str, state: ContentState) -> None:
        self.carried += 1
        problem = Problem(state.error_code, state.error_message or "") if state.error_code else None
        self.standard[content] = Standard(tuple(one.verdict for one in state.judged), problem)

    def _judge_again(self, again: Mapping[str, JudgeAgain], states: Mapping[str, ContentState]) -> list[str]:
        """Judge what was read before; return the contents whose models the store does not have whole."""
        broken: list[str] = []
        keeper = _Keeper(self)
        asked: list[str] = []
        with keeper:
            for answer in self.far.results(self._again_tasks(again, states, asked, broken)):
                content = asked.pop(0)
                if not isinstance(answer, Audited) or answer.problem is not None:
                    broken.append(content)
                    continue
                self.rejudged += 1
                keeper.add(content, answer)
        return broken

    def _again_tasks(
        self, again: Mapping[str, JudgeAgain], states: Mapping[str, ContentState], asked: list[str], broken: list[str]
    ) -> Iterator[Task]:
        for chunk in in_batches(again, BATCH):
            models = self.store.models(chunk)
            some = [one for content in chunk if again[content].changed is not None for one in states[content].judged]
            reports = self.store.reports([one.verdict for one in some])
            for content in chunk:
                plan = again[content]
                earlier = _earlier(states[content].judged, reports) if plan.changed is not None else ()
                if content not in models or earlier is None:
                    broken.append(content)
                    continue
                asked.append(content)
                yield Rejudge(content, models[content], earlier, plan.changed or (), plan.removed)

    def _read(self, places: Sequence[Place]) -> list[str]:
        """Read and judge; return the contents that were identified and are not at their places any more."""
        lost: list[str] = []
        keeper = _Keeper(self)
        with keeper:
            tasks: Iterable[Task] = (Audit(place.input) for place in places)
            for place, answer in zip(places, self.far.results(tasks), strict=True):
                self.audited += 1
                assert isinstance(answer, Audited)
                identified = place.content
                self._take(keeper, place, answer)
                if identified is not None and _elsewhere(answer, identified):
                    lost.append(identified)
        return lost

    def _take(self, keeper: _Keeper, place: Place, answer: Audited) -> None:
        """A file may have become another one since it was identified: then that is what stands at this place."""
        identified = place.content
        if answer.content is not None and answer.content != identified:
            place.content = answer.content
        if answer.content is None or answer.passing:
            place.problem = answer.problem
            if identified is not None:
                self.standard[identified] = Standard((), answer.problem)
            return
        keeper.add(answer.content, answer)


_NOT_OF_PLACE: Final = PASSING - {"unreadable", "not-found"}
"""Codes of problems that another file with the same bytes would have as well."""


def _elsewhere(answer: Audited, identified: str) -> bool:
    """Whether what was to be read may still be read at another place."""
    if answer.content is not None:
        return answer.content != identified
    return answer.problem is None or answer.problem.code not in _NOT_OF_PLACE


@dataclass(slots=True)
class _Keeper:
    """Writes answers in batches."""

    work: Work
    _waiting: list[Kept] = field(default_factory=list)
    _since: float = field(default_factory=time.monotonic)

    def __enter__(self) -> None:
        self._since = time.monotonic()

    def __exit__(self, *_: object) -> None:
        self._write()

    def add(self, content: str, answer: Audited) -> None:
        terms = self.work.terms
        answer = replace(answer, content=content)
        self._waiting.append(Kept(answer, terms.extractor, terms.facts, terms.document_rules))
        self.work.standard[content] = Standard(tuple(part.digest for part in answer.parts), answer.problem)
        if len(self._waiting) >= BATCH or time.monotonic() - self._since > BATCH_SECONDS:
            self._write()

    def _write(self) -> None:
        if self._waiting:
            self.work.store.keep(self._waiting)
            self.work.on_kept(len(self._waiting))
        self._waiting = []
        self._since = time.monotonic()


def _earlier(judged: Sequence[JudgedState], reports: Mapping[str, bytes]) -> tuple[Earlier, ...] | None:
    if any(one.verdict not in reports for one in judged):
        return None
    return tuple(Earlier(reports[one.verdict], one.since, one.until) for one in judged)


def _as_identified(answer: Answer, count: int) -> Identified:
    if isinstance(answer, Identified):
        return answer
    problem = answer.problem or Problem("internal", "")
    return Identified((problem,) * count)


def _state(file: FoundFile, before: FileState, told: Identified) -> dict[str, FileState]:
    contents = [
        (name, content) for name, content in zip(file.names, told.contents, strict=True) if isinstance(content, str)
    ]
    if len(contents) < len(file.inputs):
        return {}
    return {file.path: replace(before, contents=tuple(contents))}


def _places(file: FoundFile, known: Mapping[str, str] | None, told: Mapping[str, Identified]) -> Iterator[Place]:
    contents: Iterable[str | Problem]
    contents = told[file.path].contents if known is None else [known[name] for name in file.names]
    for path, one, content in zip(file.places, file.inputs, contents, strict=True):
        if isinstance(content, str):
            yield Place(path, one, content)
        else:
            yield Place(path, one, None, content)
