"""Reports and copies for the Inspektorat, as tasks for workers."""

from __future__ import annotations

import datetime as dt
import io
import pickle
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from archive.history import in_batches
from archive.marking import Marks
from archive.reporting import write_night
from archive.shown import Kept, opened
from archive.store.store import Store
from auditing.check import OutputError, Request, Screen, Target, ready, sender
from auditing.outputs import RequestError, UnwrittenError
from portal.clerk.copying import Copy
from portal.work import Tools
from reports.formats import FORMATS
from reports.labels import Language
from schemas.report import DocumentReport

_CHUNK: Final = 200
"""Documents that are read from the store together."""


@dataclass(frozen=True, slots=True)
class Form:
    """A format that is offered."""

    ending: str
    media: str


FORMS: Final = {
    "docx": Form(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": Form(".pdf", "application/pdf"),
    "xlsx": Form(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "html": Form(".html", "text/html; charset=utf-8"),
    "csv": Form(".csv", "text/csv; charset=utf-8"),
    "json": Form(".json", "application/json"),
    "jsonl": Form(".jsonl", "application/x-ndjson"),
    "markdown": Form(".md", "text/markdown; charset=utf-8"),
    "sarif": Form(".sarif", "application/sarif+json"),
    "junit": Form(".xml", "application/xml"),
}
"""By the names of `reports.formats.FORMATS`."""


@dataclass(frozen=True, slots=True)
class Made:
    """What became of it."""

    name: str = ""
    """What the file is called where that is known only now."""
    media: str = ""
    problem: str = ""
    """Indonesian; empty where the file is there."""


def put_down(store: Store, kept: Iterable[Kept], place: Path) -> int:
    """
    Put documents down for a worker, which is given no access to the store; returns how many.

    Raises:
        StoreError: The store cannot be read.
        OSError: There is no room for them.
    """
    count = 0
    with place.open("xb") as stream:
        for chunk in in_batches(kept, _CHUNK):
            packed = store.reports(sorted({one.verdict for one in chunk if one.verdict}))
            for one in chunk:
                pickle.dump((one, packed.get(one.verdict or "")), stream)
                count += 1
    return count


@dataclass(frozen=True, slots=True)
class WriteReport:
    """Write a report over documents that were put down."""

    documents: Path
    """As `put_down` left them."""
    target: Path
    form: str
    lang: Language
    as_of: dt.date
    marks: Marks
    """What was decided of the findings."""

    def carried_out(self, tools: Tools) -> Made:
        """Write it."""
        choice = replace(tools.choice, lang=self.lang)
        target = Target(FORMATS[self.form], str(self.target))
        request = Request((), (target,), choice, self.as_of)
        try:
            ready((target,), sender(choice.own))
            write_night(request, tools.pack(whole=True), self._reports(), Screen(io.BytesIO()))
        except (RequestError, OutputError, UnwrittenError) as error:
            return Made(problem=str(error))
        return Made(media=FORMS[self.form].media)

    def _reports(self) -> Iterator[DocumentReport]:
        with self.documents.open("rb") as stream:
            while True:
                try:
                    kept, packed = pickle.load(stream)  # noqa: S301 - the server wrote it into a folder of its own
                except EOFError:
                    return
                yield self.marks.marked(kept.report or opened(kept, packed), kept.office)


@dataclass(frozen=True, slots=True)
class WriteCopy:
    """Write the copy of a document with its findings as notes."""

    copy: Copy
    target: Path

    def carried_out(self, tools: Tools) -> Made:
        """Write it."""
        taken = self.copy.carried_out(tools)
        if taken.problem:
            return Made(problem=taken.problem)
        self.target.write_bytes(taken.data)
        return Made(taken.name, taken.media)
