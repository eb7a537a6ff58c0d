"""What was decided of findings, put to a document: what auditors answered on the page, then what is waived."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from archive.answering import NOBODY, Answered, Answers, answered
from archive.history import Run
from archive.store.store import Store
from archive.waivers import Waivers, WaiverUse, stored_waivers, waived
from engine.pack import Pack
from reports.labels import Language
from schemas.archive import StoredWaivers
from schemas.report import DocumentReport, FindingStatus


class Placed(Protocol):
    """A document by its place."""

    @property
    def path(self) -> str:
        """Relative to the archive."""
        ...

    @property
    def part(self) -> int | None:
        """1-based; None for the only document of its file."""
        ...

    @property
    def office(self) -> str | None:
        """Whose it is."""
        ...


@dataclass(frozen=True, slots=True)
class Marks:
    """By what findings are marked; nothing of it changes while documents go by."""

    waivers: Waivers
    as_of: dt.date
    lang: Language = "id"
    answers: Answered = NOBODY

    def marked(self, report: DocumentReport, office: str | None) -> DocumentReport:
        """Return a document of an office with its findings marked; what is overruled is not waived."""
        known = answered(report, self.answers)
        return waived(self.waivers, known, office, self.as_of, lang=self.lang, use=WaiverUse())

    def status(self, one: Placed, rule: str, fingerprint: str) -> FindingStatus:
        """Return the status that `marked` gives to a finding of a document, without its report."""
        said = self.answers.of(one.path, one.part, fingerprint)
        status = said.status if said is not None else "open"
        if status == "overruled" or self.waivers.of(rule, fingerprint, one.path, one.office, self.as_of) is None:
            return status
        return "waived"


def stored_marks(store: Store, run: Run, pack: Pack) -> Marks:
    """Return what counted in a run: its waivers, and the answers that were given until then."""
    known = StoredWaivers.model_validate(run.waivers).answers
    return Marks(stored_waivers(run.waivers, pack), run.info.as_of, answers=Answers(store).all_latest(known))
