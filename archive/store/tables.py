"""
The tables of the store.

Three sorts. *History* only grows: runs that ended, verdicts, findings, documents, standings, figures of offices, and
what people did on the page: documents handed in, answers, waivers, the log of events; triggers refuse to change or
delete a row of it. What is *kept by content* (`file`, `reading`, `judged`, `gathered`) is made anew from archive and
rules where it is missing: it saves work and tells nothing of the past. `account` and `token` say who may come in.

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

account = Table(
    "account",
    metadata,
    Column("name", Words, primary_key=True),  # by which a person signs in; lower case
    Column("full_name", Words, nullable=False),
    Column("role", code(16), nullable=False),  # auditor | admin
    Column("password", Words),  # argon2 hash with its parameters; None = signs in elsewhere (OIDC)
    Column("active", Boolean, nullable=False),
    Column("created", Moment, nullable=False),
    Column("changed", Moment, nullable=False),  # sessions that began before end
)

token = Table(
    "token",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("name", Words, nullable=False),  # the system that uses it
    Column("digest", code(64), nullable=False, unique=True),  # SHA-256 of the token in hex: the token is nowhere
    Column("created", Moment, nullable=False),
    Column("created_by", Words, nullable=False),
    Column("until", Date),  # the last day on which it holds; None = until it is revoked
    Column("revoked", Moment),
)

hand_in = Table(
    "hand_in",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("receipt", code(32), nullable=False, unique=True),  # what the clerk holds; cannot be guessed
    Column("at", Moment, nullable=False),
    Column("office", Words, nullable=False),
    Column("path", Words, nullable=False),  # relative to the archive: where its newest version lies
    Column("version", Integer, nullable=False),  # 1-based, of that path
    Column("supersedes", Integer, ForeignKey("hand_in.number")),  # the version before
    Column("file_name", Words, nullable=False),  # as the clerk's computer calls it
    Column("sha256", code(64), nullable=False),
    Column("bytes", BigInteger, nullable=False),
    Column("media", Words),
    Column("by_name", Words, nullable=False),
    Column("by_position", Words),
    Column("note", Words),
    Column("kind", code(16), nullable=False),  # of the first document in it, as all that follows
    Column("title", Words),
    Column("unit", Words),
    Column("score", Float),
    Column("grade", code(4)),
    Column("verdict", code(24)),
    Column("critical", Integer, nullable=False),  # findings of all documents in it
    Column("major", Integer, nullable=False),
    Column("minor", Integer, nullable=False),
    Column("advice", Integer, nullable=False),
    Column("rules", code(64), nullable=False),  # digest of the pack, as reports give it
    Column("profile", Words, nullable=False),
    Column("as_of", Date, nullable=False),
    Column("program", Words, nullable=False),  # version of patuh
    Column("report", LargeBinary, nullable=False),  # schemas.report.Report as JSON, compressed
)
"""A document that a clerk handed in: the row is the receipt, and is written when the bytes are safe."""

Index("ix_hand_in_path_version", hand_in.c.path, hand_in.c.version, unique=True)
Index("ix_hand_in_office", hand_in.c.office)

answer = Table(
    "answer",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("by", Words, nullable=False),  # account.name
    Column("path", Words, nullable=False),  # of the document, relative to the archive
    Column("part", Integer, nullable=False),  # 0 = the only document of its file
    Column("fingerprint", code(16), nullable=False),
    Column("rule", Words, nullable=False),
    Column("status", code(16), nullable=False),  # open | answered | done | overruled
    Column("text", Words, nullable=False),  # the reason
)
"""What an auditor says to a finding; the latest of a finding counts, *open* takes back what was said before."""

Index("ix_answer_path", answer.c.path)

waiver = Table(
    "waiver",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("by", Words, nullable=False),  # account.name
    Column("rule", Words, nullable=False),
    Column("office", Words),
    Column("path", Words),
    Column("fingerprint", code(16)),
    Column("reason", Words, nullable=False),
    Column("until", Date, nullable=False),  # the last day on which it holds
)
"""As `schemas.archive.Waiver`, granted on the page; those of waivers.yaml are not here."""

waiver_end = Table(
    "waiver_end",
    metadata,
    Column("waiver", Integer, ForeignKey("waiver.id"), primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("by", Words, nullable=False),
    Column("reason", Words, nullable=False),
)
"""A waiver that was withdrawn before its end."""

event = Table(
    "event",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("who", Words, nullable=False),  # account, token or "-"
    Column("address", Words, nullable=False),  # of the network; "-" = at the machine itself
    Column("what", code(40), nullable=False),  # sign-in, sign-in-refused, hand-in, answer, waiver, user-added, ...
    Column("about", Words, nullable=False),  # on what: a receipt, a path, an account; never words of a document
    Column("detail", JSON, nullable=False),
)
"""The log of what was done through the page, and who did it."""

PEOPLE: Final = (hand_in, answer, waiver, waiver_end, event)
"""What people did: history like the rest, but no run made it."""
HISTORY: Final = (verdict, finding, document, standing, office_figures, *PEOPLE)
"""Tables to which rows are only ever added, besides runs that ended."""
