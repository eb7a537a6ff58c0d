"""Who may come in, and what people did on the page."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_HISTORY = ("hand_in", "answer", "waiver", "waiver_end", "event")


def upgrade() -> None:
    """Make the tables, and the triggers that keep what was done as it was done."""
    _accounts()
    _hand_ins()
    _answers()
    _events()
    statements = _sqlite_triggers() if op.get_bind().dialect.name == "sqlite" else _postgresql_triggers()
    for statement in statements:
        op.execute(sa.text(statement))


def _code(length: int) -> sa.String:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def _words() -> sa.Text:
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def _column(name: str, kind: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), autoincrement=False, nullable=False)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _primary(table: str, column: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(column, name=f"pk_{table}")


def _foreign(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=f"fk_{table}_{column}")


def _accounts() -> None:
    op.create_table(
        "account",
        _column("name", _words()),
        _column("full_name", _words()),
        _column("role", _code(16)),
        sa.Column("password", _words()),
        _column("active", sa.Boolean()),
        _moment("created"),
        _moment("changed"),
        _primary("account", "name"),
    )
    op.create_table(
        "token",
        _number("id"),
        _column("name", _words()),
        _column("digest", _code(64)),
        _moment("created"),
        _column("created_by", _words()),
        sa.Column("until", sa.Date()),
        _moment("revoked", nullable=True),
        _primary("token", "id"),
        sa.UniqueConstraint("digest"),
    )


def _hand_ins() -> None:
    op.create_table(
        "hand_in",
        _number("number"),
        _column("receipt", _code(32)),
        _moment("at"),
        *(_column(name, _words()) for name in ("office", "path")),
        _column("version", sa.Integer()),
        sa.Column("supersedes", sa.Integer()),
        _column("file_name", _words()),
        _column("sha256", _code(64)),
        _column("bytes", sa.BigInteger()),
        sa.Column("media", _words()),
        _column("by_name", _words()),
        *(sa.Column(name, _words()) for name in ("by_position", "note")),
        _column("kind", _code(16)),
        *(sa.Column(name, _words()) for name in ("title", "unit")),
        sa.Column("score", sa.Float()),
        sa.Column("grade", _code(4)),
        sa.Column("verdict", _code(24)),
        *(_column(name, sa.Integer()) for name in ("critical", "major", "minor", "advice")),
        _column("rules", _code(64)),
        _column("profile", _words()),
        _column("as_of", sa.Date()),
        _column("program", _words()),
        _column("report", sa.LargeBinary()),
        _primary("hand_in", "number"),
        _foreign("hand_in", "supersedes", "hand_in.number"),
        sa.UniqueConstraint("receipt"),
    )
    op.create_index("ix_hand_in_path_version", "hand_in", ["path", "version"], unique=True)
    op.create_index("ix_hand_in_office", "hand_in", ["office"])


def _answers() -> None:
    op.create_table(
        "answer",
        _number("id"),
        _moment("at"),
        *(_column(name, _words()) for name in ("by", "path")),
        _column("part", sa.Integer()),
        _column("fingerprint", _code(16)),
        _column("rule", _words()),
        _column("status", _code(16)),
        _column("text", _words()),
        _primary("answer", "id"),
    )
    op.create_index("ix_answer_path", "answer", ["path"])
    op.create_table(
        "waiver",
        _number("id"),
        _moment("at"),
        *(_column(name, _words()) for name in ("by", "rule")),
        *(sa.Column(name, _words()) for name in ("office", "path")),
        sa.Column("fingerprint", _code(16)),
        _column("reason", _words()),
        _column("until", sa.Date()),
        _primary("waiver", "id"),
    )
    op.create_table(
        "waiver_end",
        _number("waiver"),
        _moment("at"),
        *(_column(name, _words()) for name in ("by", "reason")),
        _primary("waiver_end", "waiver"),
        _foreign("waiver_end", "waiver", "waiver.id"),
    )


def _events() -> None:
    op.create_table(
        "event",
        _number("id"),
        _moment("at"),
        *(_column(name, _words()) for name in ("who", "address")),
        _column("what", _code(40)),
        _column("about", _words()),
        _column("detail", sa.JSON()),
        _primary("event", "id"),
    )


def _sqlite_triggers() -> list[str]:
    refuse = "BEGIN SELECT RAISE(ABORT, 'riwayat patuh tidak dapat diubah'); END"
    return [
        f"CREATE TRIGGER {table}_no_{what.lower()} BEFORE {what} ON {table} {refuse}"
        for table in _HISTORY
        for what in ("UPDATE", "DELETE")
    ]


def _postgresql_triggers() -> list[str]:
    refuse = "EXECUTE FUNCTION patuh_refuse()"
    return [
        trigger
        for table in _HISTORY
        for trigger in (
            f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW {refuse}",
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {refuse}",
        )
    ]
