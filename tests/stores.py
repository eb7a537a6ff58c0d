"""Stores of invented runs, for tests of what reads them: rows written straight, as a night writes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, func, insert, select, update

from archive.models import packed_report
from archive.store import tables
from archive.store.store import Store
from schemas.evidence import Evidence
from schemas.report import (
    Confidence,
    DocumentReport,
    Finding,
    Grade,
    NotEvaluated,
    Outcomes,
    Score,
    Severity,
)

DAY = dt.date(2026, 3, 2)
"""The day of the first run."""
RULES = {"person/nip-mismatch": "1", "steps/duplicate": "1", "identity/field-empty": "1", "archive/report-missing": "1"}
TERMS = {"tool": {"name": "patuh", "version": "1.0", "engine": "durable_rules 2.0.28"}, "extractor": "e1",
         "facts": "f1", "rules": "r1", "language": "id",
         "rules_info": {"profile": "standar", "count": len(RULES), "digest": "d1", "organisation": None}}  # fmt: skip


def finding(rule: str = "steps/duplicate", words: str = "Langkah 3", **other: Any) -> Finding:
    """Return a finding whose fingerprint follows from rule and words."""
    made: dict[str, Any] = {
        "rule": rule,
        "code": rule[:2].upper() + "-01",
        "severity": Severity.MAJOR,
        "confidence": Confidence.HIGH,
        "component": "prosedur",
        "title": f"Judul {rule}",
        "condition": f"Keadaan: {words}.",
        "criterion": "Kriteria.",
        "effect": "Akibat.",
        "recommendation": "Perbaiki.",
        "evidence": (Evidence(words, line=3),),
        "fingerprint": f"{abs(_number(rule + words)):016x}"[:16],
    }
    return Finding(**made | other)


def _number(words: str) -> int:
    return int.from_bytes(words.encode()[-7:].rjust(7, b"x"), "big") * 31 + sum(words.encode())


def report(
    *findings: Finding, score: float = 80, grade: str = "B", unjudged: Sequence[str] = (), **other: Any
) -> DocumentReport:
    """Return the report of a document; rules of `RULES` without finding are clean, those *unjudged* are not."""
    flagged = {one.rule for one in findings}
    clean = tuple(sorted(RULES.keys() - flagged - {*unjudged}))
    number = Decimal(str(score))
    made: dict[str, Any] = {
        "path": "",
        "sha256": "0" * 64,
        "bytes": 1,
        "media": "text/plain",
        "kind": "sop",
        "title": "SOP Pelayanan Surat",
        "unit": "Kecamatan Sukamaju",
        "score": Score(value=number, low=number, high=number),
        "grade": Grade(value=grade, low=grade, high=grade),
        "verdict": "layak",
        "outcomes": Outcomes.model_validate(
            {"clean": len(clean), "flagged": len(flagged), "not-evaluated": len(unjudged)}
        ),
        "findings": findings,
        "clean": clean,
        "not_evaluated": tuple(NotEvaluated(rule=rule, reason="tidak terbaca") for rule in unjudged),
    }
    return DocumentReport(**made | other)


@dataclass
class StoreBuilder:
    """A SQLite store that is filled run by run."""

    engine: Engine
    run: int = 0
    guarded: bool = False
    """Runs that ended cannot be written to."""

    @classmethod
    def at(cls, path: Path) -> StoreBuilder:
        """Make empty tables in a file: quicker than a store with all its migrations."""
        engine = _engine(path)
        tables.metadata.create_all(engine)
        return cls(engine)

    @classmethod
    def real(cls, path: Path) -> StoreBuilder:
        """Make a whole store in a file, as the commands want one."""
        Store.open(str(path)).close()
        return cls(_engine(path), guarded=True)

    def begin(self, **other: Any) -> int:
        """Begin the next run, a day after the one before, with columns of its own where wanted."""
        if self.guarded:
            self.end()
        self.run += 1
        begun = dt.datetime.combine(DAY + dt.timedelta(days=self.run - 1), dt.time(1, 30), dt.UTC)
        state = "running" if self.guarded else "done"
        row: dict[str, Any] = {
            "id": self.run, "state": state, "as_of": begun.date(), "archive": "arsip", "terms": TERMS, "layout": {},
            "waivers": {}, "counts": {}, "notices": [], "begun": begun, "ended": begun + dt.timedelta(minutes=20),
            "attempts": 1, "cpu_seconds": 900.0, "exit_code": 0, "delivered": False,
        }  # fmt: skip
        row |= other
        with self.engine.begin() as connection:
            connection.execute(insert(tables.run), row)
            key = row["terms"]["rules"]
            if not connection.execute(select(tables.ruleset.c.key).where(tables.ruleset.c.key == key)).first():
                connection.execute(insert(tables.ruleset), {"key": key, "rules": RULES})
        return self.run

    def end(self) -> None:
        """End the current run; the next one does so, too."""
        with self.engine.begin() as connection:
            ended = update(tables.run).where(tables.run.c.id == self.run, tables.run.c.state == "running")
            connection.execute(ended.values(state="done"))

    def rules(self, key: str, rules: Mapping[str, str]) -> None:
        """Keep a set of rules, before a run that judges by it begins."""
        with self.engine.begin() as connection:
            connection.execute(insert(tables.ruleset), {"key": key, "rules": dict(rules)})

    def stand(self, document: int, judged: DocumentReport | None = None, **other: Any) -> None:
        """Let a document stand so from the current run on."""
        digest = self._verdict(judged) if judged is not None else None
        row: dict[str, Any] = {
            "run": self.run, "document": document, "path": f"kecamatan/sukamaju/{document}.txt", "part": 0,
            "office": "Kecamatan Sukamaju", "year": 2026, "sort": "sop", "content": f"{document:064}.txt",
            "verdict": digest, "error_code": None, "error_message": None, "gone": False,
        }  # fmt: skip
        with self.engine.begin() as connection:
            if not connection.execute(select(tables.document.c.id).where(tables.document.c.id == document)).first():
                connection.execute(insert(tables.document), {"id": document, "first_run": self.run})
            connection.execute(insert(tables.standing), row | other)

    def figures(self, office: str = "Kecamatan Sukamaju", **other: Any) -> None:
        """Write the figures of an office in the current run."""
        row: dict[str, Any] = dict.fromkeys(
            ("unread", "critical", "major", "minor", "advice", "waived", "new", "fixed", "late"), 0
        ) | {"run": self.run, "office": office, "documents": 1, "score": 80.0}
        with self.engine.begin() as connection:
            connection.execute(insert(tables.office_figures), row | other)

    def _verdict(self, judged: DocumentReport) -> str:
        digest, packed = packed_report(judged)
        counts = {one.value: sum(found.severity is one for found in judged.findings) for one in Severity}
        with self.engine.begin() as connection:
            known = select(func.count()).where(tables.verdict.c.digest == digest)
            if connection.execute(known).scalar_one():
                return digest
            row = counts | judged.outcomes.model_dump() | {
                "digest": digest, "kind": judged.kind, "title": judged.title, "unit": judged.unit,
                "score": float(judged.score.value) if judged.score else None,
                "grade": judged.grade.value if judged.grade else None, "verdict": judged.verdict, "report": packed,
            }  # fmt: skip
            connection.execute(insert(tables.verdict), row)
            for place, one in enumerate(judged.findings):
                found = {name: getattr(one, name) for name in ("fingerprint", "rule")}
                found |= {"severity": one.severity.value, "confidence": one.confidence.value}
                connection.execute(insert(tables.finding), found | {"verdict": digest, "place": place})
        return digest


def _engine(path: Path) -> Engine:
    """A test need not outlive a power cut."""
    engine = create_engine(f"sqlite:///{path}")
    event.listen(engine, "connect", lambda connection, _: connection.execute("pragma synchronous = off"))
    return engine
