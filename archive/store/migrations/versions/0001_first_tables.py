"""The first tables, and the triggers that keep history as it was."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_KEPT_OF_RUN = "id, state, as_of, archive, terms, layout, waivers, counts, notices, begun, ended, attempts, cpu_seconds"
"""What is never changed in a run that ended; whether its digest reached its readers is known only later."""
_HISTORY = ("verdict", "finding", "document", "standing", "office_figures")
_OF_A_RUN = {"document": "first_run", "standing": "run", "office_figures": "run"}


def upgrade() -> None:
    """Make them."""
    _runs()
    _kept_by_content()
    _verdicts()
    _judged()
    _standings()
    _figures()
    statements = _sqlite_triggers() if op.get_bind().dialect.name == "sqlite" else _postgresql_triggers()
    for statement in statements:
        op.execute(sa.text(statement))


def _code(length: int) -> sa.String:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def _words() -> sa.Text:
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def _column(name: str, kind: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def _counted(*names: str) -> list[sa.Column[Any]]:
    return [_column(name, sa.Integer()) for name in names]


def _primary(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def _foreign(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=f"fk_{table}_{column}")


def _runs() -> None:
    op.create_table(
        "run",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        _column("state", _code(8)),
        _column("as_of", sa.Date()),
        _column("archive", _words()),
        *(_column(name, sa.JSON()) for name in ("terms", "layout", "waivers", "counts", "notices")),
        _column("begun", sa.DateTime(timezone=True)),
        sa.Column("ended", sa.DateTime(timezone=True)),
        _column("attempts", sa.Integer()),
        sa.Column("cpu_seconds", sa.Float()),
        sa.Column("exit_code", sa.SmallInteger()),
        _column("delivered", sa.Boolean()),
        _primary("run", "id"),
    )


def _kept_by_content() -> None:
    op.create_table(
        "file",
        _column("path", _words()),
        *(_column(name, sa.BigInteger()) for name in ("bytes", "modified_ns", "changed_ns", "inode")),
        _column("contents", sa.JSON()),
        _primary("file", "path"),
    )
    op.create_table(
        "reading",
        _column("content", _words()),
        _column("extractor", _code(32)),
        _column("parts", sa.Integer()),
        sa.Column("models", sa.LargeBinary()),
        sa.Column("error_code", _code(40)),
        sa.Column("error_message", _words()),
        _primary("reading", "content"),
    )
    op.create_table("ruleset", _column("key", _code(32)), _column("rules", sa.JSON()), _primary("ruleset", "key"))
    op.create_table(
        "gathered",
        _column("content", _words()),
        _column("part", sa.Integer()),
        _column("extractor", _code(32)),
        _column("told", sa.LargeBinary()),
        _primary("gathered", "content", "part"),
    )


def _verdicts() -> None:
    op.create_table(
        "verdict",
        _column("digest", _code(32)),
        _column("kind", _code(16)),
        sa.Column("title", _words()),
        sa.Column("unit", _words()),
        sa.Column("score", sa.Float()),
        sa.Column("grade", _code(4)),
        sa.Column("verdict", _code(24)),
        *_counted("critical", "major", "minor", "advice"),
        *_counted("clean", "flagged", "not_applicable", "not_evaluated", "error"),
        _column("report", sa.LargeBinary()),
        _primary("verdict", "digest"),
    )
    op.create_table(
        "finding",
        _column("verdict", _code(32)),
        _column("place", sa.Integer()),
        _column("fingerprint", _code(16)),
        _column("rule", _words()),
        _column("severity", _code(8)),
        _column("confidence", _code(8)),
        _primary("finding", "verdict", "place"),
        _foreign("finding", "verdict", "verdict.digest"),
        sqlite_with_rowid=False,
    )


def _judged() -> None:
    op.create_table(
        "judged",
        _column("content", _words()),
        _column("part", sa.Integer()),
        *(_column(name, _code(32)) for name in ("extractor", "facts", "rules")),
        _column("since", sa.Date()),
        _column("until", sa.Date()),
        _column("verdict", _code(32)),
        _primary("judged", "content", "part"),
        _foreign("judged", "verdict", "verdict.digest"),
        sqlite_with_rowid=False,
    )


def _standings() -> None:
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        _column("first_run", sa.Integer()),
        _primary("document", "id"),
        _foreign("document", "first_run", "run.id"),
    )
    op.create_table(
        "standing",
        *_counted("run", "document"),
        _column("path", _words()),
        _column("part", sa.Integer()),
        sa.Column("office", _words()),
        sa.Column("year", sa.Integer()),
        sa.Column("sort", _code(16)),
        sa.Column("content", _words()),
        sa.Column("verdict", _code(32)),
        sa.Column("error_code", _code(40)),
        sa.Column("error_message", _words()),
        _column("gone", sa.Boolean()),
        _primary("standing", "run", "document"),
        _foreign("standing", "run", "run.id"),
        _foreign("standing", "document", "document.id"),
        _foreign("standing", "verdict", "verdict.digest"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_standing_document_run", "standing", ["document", "run"])


def _figures() -> None:
    op.create_table(
        "office_figures",
        _column("run", sa.Integer()),
        _column("office", _words()),
        *_counted("documents", "unread"),
        sa.Column("score", sa.Float()),
        *_counted("critical", "major", "minor", "advice", "waived", "new", "fixed", "late"),
        _primary("office_figures", "run", "office"),
        _foreign("office_figures", "run", "run.id"),
    )


def _sqlite_triggers() -> list[str]:
    refuse = "BEGIN SELECT RAISE(ABORT, 'riwayat patuh tidak dapat diubah'); END"
    ended = "(SELECT state FROM run WHERE id = NEW.{column}) = 'done'"
    return [
        *(
            f"CREATE TRIGGER {table}_no_{what.lower()} BEFORE {what} ON {table} {refuse}"
            for table in _HISTORY
            for what in ("UPDATE", "DELETE")
        ),
        *(
            f"CREATE TRIGGER {table}_no_insert BEFORE INSERT ON {table} WHEN {ended.format(column=column)} {refuse}"
            for table, column in _OF_A_RUN.items()
        ),
        f"CREATE TRIGGER run_no_update BEFORE UPDATE OF {_KEPT_OF_RUN} ON run WHEN OLD.state = 'done' {refuse}",
        f"CREATE TRIGGER run_no_delete BEFORE DELETE ON run WHEN OLD.state = 'done' {refuse}",
    ]


def _postgresql_triggers() -> list[str]:
    refuse = "EXECUTE FUNCTION patuh_refuse()"
    ended = f"FOR EACH ROW WHEN (OLD.state = 'done') {refuse}"
    return [
        *_postgresql_functions(),
        *(
            f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW {refuse}"
            for table in _HISTORY
        ),
        *(
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {refuse}"
            for table in ("run", *_HISTORY)
        ),
        *(
            f"CREATE TRIGGER {table}_no_insert BEFORE INSERT ON {table} FOR EACH ROW "
            f"EXECUTE FUNCTION patuh_ended_{column}()"
            for table, column in _OF_A_RUN.items()
        ),
        f"CREATE TRIGGER run_no_update BEFORE UPDATE OF {_KEPT_OF_RUN} ON run {ended}",
        f"CREATE TRIGGER run_no_delete BEFORE DELETE ON run {ended}",
    ]


def _postgresql_functions() -> list[str]:
    refuse = "RAISE EXCEPTION 'riwayat patuh tidak dapat diubah';"
    made = "CREATE FUNCTION patuh_{}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {} END $$"
    ended = "IF (SELECT state FROM run WHERE id = NEW.{}) = 'done' THEN {} END IF; RETURN NEW;"
    return [
        made.format("refuse", refuse),
        *(made.format(f"ended_{column}", ended.format(column, refuse)) for column in ("run", "first_run")),
    ]
