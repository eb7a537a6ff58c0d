"""
The tables of the store.

Two sorts. *History* only grows: runs that ended, verdicts, findings, documents, standings, figures of offices; triggers
refuse to change or delete a row of it. What is *kept by content* (`file`, `reading`, `judged`, `gathered`) is made anew
from archive and rules where it is missing: it saves work and tells nothing of the past.

Keys are natural (digests, paths), so that rows do not depend on the order in which documents were done: what was
written before a kill is what an undisturbed run writes. In SQLite the tables of small rows are their own index, which
makes them a third smaller.

A change here needs a revision in `archive/store/migrations/versions/`, which never imports this module.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
)

from archive.store.columns import Moment, Words, code

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

DIGEST_LENGTH = 32
"""Hex digits of the other digests."""

run = Table(
    "run",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("state", code(8), nullable=False),  # running | done
    Column("as_of", Date, nullable=False),
    Column("archive", Words, nullable=False),
    Column("terms", JSON, nullable=False),  # archive.terms.Terms: program, extractor, facts, rules, profile, language
    Column("layout", JSON, nullable=False),  # archive.yaml as it was used
    Column("waivers", JSON, nullable=False),  # waivers.yaml as it was used
    Column("counts", JSON, nullable=False),  # archive.night._counts: expected and seen documents, rules and outcomes
    Column("notices", JSON, nullable=False),  # [{code, message}]: what befell the run itself
    # Measured, and different each time, however equal two runs are:
    Column("begun", Moment, nullable=False),
    Column("ended", Moment),
    Column("attempts", Integer, nullable=False),
    Column("cpu_seconds", Float),
    Column("exit_code", SmallInteger),
    Column("delivered", Boolean, nullable=False),  # whether its digest has reached its readers
)
MEASURED: Final = frozenset({"begun", "ended", "attempts", "cpu_seconds", "exit_code", "delivered"})
"""Columns of `run` in which two equal runs differ."""
MEASURED_COUNTS: Final = frozenset({"audited", "rejudged", "carried"})
"""Keys of `run.counts` in which they differ, too: what was done before a kill is carried afterwards."""

file = Table(
    "file",
    metadata,
    Column("path", Words, primary_key=True),  # below the archive, as reports show it
    Column("bytes", BigInteger, nullable=False),
    Column("modified_ns", BigInteger, nullable=False),
    Column("changed_ns", BigInteger, nullable=False),
    Column("inode", BigInteger, nullable=False),
    Column("contents", JSON, nullable=False),  # [[path below, content key], ...]; below is "" for the file itself
)

reading = Table(
    "reading",
    metadata,
    Column("content", Words, primary_key=True),  # SHA-256 of the bytes in hex, then the suffix of the name
    Column("extractor", code(DIGEST_LENGTH), nullable=False),
    Column("parts", Integer, nullable=False),  # documents in it; 0 = it could not be read
    Column("models", LargeBinary),  # archive.models: what was read, compressed
    Column("error_code", code(40)),
    Column("error_message", Words),
)

ruleset = Table(
    "ruleset",
    metadata,
    Column("key", code(DIGEST_LENGTH), primary_key=True),
    Column("rules", JSON, nullable=False),  # rule -> digest of all that its outcome and words depend on
)

judged = Table(
    "judged",
    metadata,
    Column("content", Words, primary_key=True),
    Column("part", Integer, primary_key=True),  # 1-based
    Column("extractor", code(DIGEST_LENGTH), nullable=False),
    Column("facts", code(DIGEST_LENGTH), nullable=False),  # digest of what facts are made with
    Column("rules", code(DIGEST_LENGTH), nullable=False),  # -> ruleset.key
    Column("since", Date, nullable=False),  # the verdict is the same on each day of audit from here
    Column("until", Date, nullable=False),  # to here, both included
    Column("verdict", code(DIGEST_LENGTH), ForeignKey("verdict.digest"), nullable=False),
    sqlite_with_rowid=False,
)

gathered = Table(
    "gathered",
    metadata,
    Column("content", Words, primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("extractor", code(DIGEST_LENGTH), nullable=False),
    Column("told", LargeBinary, nullable=False),  # archive.gathering: what cross-document rules ask about
)

verdict = Table(
    "verdict",
    metadata,
    Column("digest", code(DIGEST_LENGTH), primary_key=True),  # of `report` before compression
    Column("kind", code(16), nullable=False),
    Column("title", Words),
    Column("unit", Words),
    Column("score", Float),
    Column("grade", code(4)),
    Column("verdict", code(24)),
    Column("critical", Integer, nullable=False),
    Column("major", Integer, nullable=False),
    Column("minor", Integer, nullable=False),
    Column("advice", Integer, nullable=False),
    Column("clean", Integer, nullable=False),
    Column("flagged", Integer, nullable=False),
    Column("not_applicable", Integer, nullable=False),
    Column("not_evaluated", Integer, nullable=False),
    Column("error", Integer, nullable=False),
    Column("report", LargeBinary, nullable=False),  # schemas.report.DocumentReport as JSON without path, compressed
)

finding = Table(
    "finding",
    metadata,
    Column("verdict", code(DIGEST_LENGTH), ForeignKey("verdict.digest"), primary_key=True),
    Column("place", Integer, primary_key=True),  # 0-based, in the order of the report
    Column("fingerprint", code(16), nullable=False),
    Column("rule", Words, nullable=False),
    Column("severity", code(8), nullable=False),
    Column("confidence", code(8), nullable=False),
    sqlite_with_rowid=False,
)

document = Table(
    "document",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("first_run", Integer, ForeignKey("run.id"), nullable=False),
)

standing = Table(
    "standing",
    metadata,
    Column("run", Integer, ForeignKey("run.id"), primary_key=True),
    Column("document", Integer, ForeignKey("document.id"), primary_key=True),
    Column("path", Words, nullable=False),  # relative to the archive, as reports show it
    Column("part", Integer, nullable=False),  # 0 = the only document of its file
    Column("office", Words),
    Column("year", Integer),
    Column("sort", code(16)),  # sop | agreement | plan | report | archive (an office as a whole)
    Column("content", Words),
    Column("verdict", code(DIGEST_LENGTH), ForeignKey("verdict.digest")),
    Column("error_code", code(40)),
    Column("error_message", Words),
    Column("gone", Boolean, nullable=False),
    sqlite_with_rowid=False,
)
"""How a document stands from a run on: a row only where something became different. The latest up to a run counts."""

Index("ix_standing_document_run", standing.c.document, standing.c.run)

office_figures = Table(
    "office_figures",
    metadata,
    Column("run", Integer, ForeignKey("run.id"), primary_key=True),
    Column("office", Words, primary_key=True),  # "" = of no known office
    Column("documents", Integer, nullable=False),
    Column("unread", Integer, nullable=False),
    Column("score", Float),  # mean of those that have one
    Column("critical", Integer, nullable=False),
    Column("major", Integer, nullable=False),
    Column("minor", Integer, nullable=False),
    Column("advice", Integer, nullable=False),
    Column("waived", Integer, nullable=False),
    Column("new", Integer, nullable=False),
    Column("fixed", Integer, nullable=False),
    Column("late", Integer, nullable=False),
)
"""Figures of an office in a run, for trends."""

HISTORY: Final = (verdict, finding, document, standing, office_figures)
"""Tables to which rows are only ever added, besides runs that ended."""
