"""
What auditors answer to findings on the page.

The latest answer of a finding counts; *open* takes back what was said before. An answer is laid over the report when
it is shown: neither verdict nor score nor grade becomes another, as with answers of the working paper
(`auditing.followup`). A run keeps the number of the last answer that it knew of, so that what was told of it can be
told again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, get_args

from sqlalchemy import Select, func, select

from archive.history import in_batches
from archive.store.appending import appended
from archive.store.appending import now as _now
from archive.store.errors import explained
from archive.store.store import Store
from archive.store.tables import account, answer
from engine.errors import PatuhError
from schemas.report import DocumentReport, Finding, Response

AnswerStatus = Literal["open", "answered", "done", "overruled"]
"""What may be said of a finding; that it is waived is said for a time and with a scope (`archive.granting`)."""
SHORTEST_REASON: Final = 10
"""Characters of the reason of an overruled finding: *bukan temuan* says more than *tidak*."""
LONGEST_TEXT: Final = 4000
_CHUNK: Final = 400
"""Paths asked for in one statement."""
_NO_ANSWERS: Final[Mapping[str, Said]] = {}


class AnswerError(PatuhError):
    """The answer is refused; the message is Indonesian and says what to do."""


@dataclass(frozen=True, slots=True)
class Said:
    """One answer."""

    id: int
    at: dt.datetime
    by: str
    """Name of the account."""
    name: str
    """Full name of the person; that of the account where it is not known any more."""
    path: str
    part: int
    """0 = the only document of its file."""
    fingerprint: str
    rule: str
    status: AnswerStatus
    text: str

    @property
    def day(self) -> dt.date:
        """The day on which it was said, where the server stands."""
        return self.at.astimezone().date()


class Answered:
    """The answers that count, looked up by document."""

    def __init__(self, said: Iterable[Said] = (), last: int = 0) -> None:
        """
        Prepare the look-up.

        Args:
            said: In the order in which they were said; the last of a finding counts.
            last: Number of the last answer that was known.
        """
        self.last = last
        self._found: dict[tuple[str, int], dict[str, Said]] = {}
        for one in said:
            self._found.setdefault((one.path, one.part), {})[one.fingerprint] = one

    def __len__(self) -> int:
        """How many findings are answered."""
        return sum(map(len, self._found.values()))

    def of_document(self, path: str, part: int | None) -> Mapping[str, Said]:
        """Fingerprint -> what is said of it."""
        return self._found.get((path, part or 0), _NO_ANSWERS)

    def of(self, path: str, part: int | None, fingerprint: str) -> Said | None:
        """What is said of a finding."""
        return self.of_document(path, part).get(fingerprint)

    def overruled(self, path: str, part: int | None) -> frozenset[str]:
        """Fingerprints of the findings of a document that are overruled."""
        return frozenset(key for key, one in self.of_document(path, part).items() if one.status == "overruled")

    def plain(self) -> dict[str, Any]:
        """As it is stored with a run; nothing where nobody answered."""
        return {"answers": self.last} if self.last else {}


NOBODY: Final = Answered()
"""Nobody answered anything."""


class Answers:
    """The answers of a store."""

    def __init__(self, store: Store, now: Callable[[], dt.datetime] = _now) -> None:
        """
        Look at a store.

        Args:
            store: It is open; no lock is needed.
            now: The moment of what is said.
        """
        self._store = store
        self._now = now

    def say(self, path: str, part: int | None, finding: Finding, status: str, text: str, by: str) -> int:
        """
        Add an answer.

        Args:
            path: Of the document, as reports show it.
            part: 1-based; None or 0 for the only document of its file.
            finding: What is answered.
            status: An `AnswerStatus`.
            text: What is said; the reason where it is overruled.
            by: Name of the account.

        Returns:
            Its number.

        Raises:
            AnswerError: It cannot be said so.
            StoreError: The store cannot be written.
        """
        said = _checked(status, text.strip())
        row = {
            "at": self._now(),
            "by": by,
            "path": path,
            "part": part or 0,
            "fingerprint": finding.fingerprint,
            "rule": finding.rule,
            "status": status,
            "text": said,
        }
        return appended(self._store, answer, row)

    def of_paths(self, paths: Iterable[str]) -> Answered:
        """Return the answers that count for these documents."""
        chunks = in_batches(sorted(set(paths)), _CHUNK)
        found = [one for chunk in chunks for one in self._read(_latest().where(answer.c.path.in_(chunk)))]
        return Answered(found, max((one.id for one in found), default=0))

    def all_latest(self, until: int | None = None) -> Answered:
        """
        Return the answers that count for all documents.

        Args:
            until: Number of the last answer that was known then; all of them when left out.
        """
        if until is not None and until <= 0:
            return NOBODY
        found = self._read(_latest(until))
        return Answered(found, max((one.id for one in found), default=0))

    def history(self, path: str, fingerprint: str) -> list[Said]:
        """Return all that was said of a finding, the newest first."""
        asked = (answer.c.path == path) & (answer.c.fingerprint == fingerprint)
        return self._read(_rows().where(asked))[::-1]

    def _read(self, query: Select[Any]) -> list[Said]:
        with explained(self._store.shown), self._store.engine.connect() as connection:
            return [_said(row) for row in connection.execute(query.order_by(answer.c.id))]


def _checked(status: str, text: str) -> str:
    if status not in get_args(AnswerStatus):
        raise AnswerError(
            f"Status {status[:40]!r} tidak dapat dipilih. Pilih terbuka, ditanggapi, selesai, atau dibatalkan; untuk "
            "mengecualikan sementara, buat pengecualian."
        )
    if status == "answered" and not text:
        raise AnswerError("Tanggapan kosong. Isi tanggapannya.")
    if status == "overruled" and len(text) < SHORTEST_REASON:
        raise AnswerError(f"Alasan pembatalan terlalu pendek. Tulis sedikitnya {SHORTEST_REASON} huruf.")
    if len(text) > LONGEST_TEXT:
        raise AnswerError(f"Tanggapan terlalu panjang. Tulis paling banyak {LONGEST_TEXT} huruf.")
    return text


def _rows() -> Select[Any]:
    names = answer.outerjoin(account, account.c.name == answer.c.by)
    return select(answer, account.c.full_name).select_from(names)


def _latest(until: int | None = None) -> Select[Any]:
    newest = select(func.max(answer.c.id)).group_by(answer.c.path, answer.c.part, answer.c.fingerprint)
    return _rows().where(answer.c.id.in_(newest if until is None else newest.where(answer.c.id <= until)))


def _said(row: Any) -> Said:
    return Said(
        id=row.id,
        at=row.at,
        by=row.by,
        name=(row.full_name or "").strip() or row.by,
        path=row.path,
        part=row.part,
        fingerprint=row.fingerprint,
        rule=row.rule,
        status=row.status,
        text=row.text,
    )


def answered(report: DocumentReport, answers: Answered) -> DocumentReport:
    """Return a document with the answers put to its findings; one that stays the same where there are none."""
    said = answers.of_document(report.path, report.part)
    if not said or not any(one.fingerprint in said for one in report.findings):
        return report
    findings = (_marked(one, said.get(one.fingerprint)) for one in report.findings)
    return report.model_copy(update={"findings": tuple(findings)})


def _marked(finding: Finding, said: Said | None) -> Finding:
    if said is None:
        return finding
    response = Response(text=said.text, by=said.name, on=said.day) if said.status != "open" else None
    return replace(finding, status=said.status, response=response)
