"""
Types of columns that hold the same and sort the same in SQLite and PostgreSQL.

Text is compared by code points in both (PostgreSQL would use the language of the server), so that "the first" is the
same document everywhere.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from sqlalchemy import Dialect, String, Text
from sqlalchemy.types import DateTime, TypeDecorator, TypeEngine

_ESCAPE = "\x1a"
_UNSTORABLE = re.compile(r"[\x00\x1a\ud800-\udfff]")
"""NUL and halves of surrogate pairs, which PostgreSQL or both refuse, and the character that stands before them."""
_ESCAPED = re.compile(r"\x1a([0-9a-f]{4})")


def escaped(words: str) -> str:
    """Write *words* so that any database takes them; most stay as they are."""
    return _UNSTORABLE.sub(lambda found: f"{_ESCAPE}{ord(found[0]):04x}", words)


def unescaped(words: str) -> str:
    """Undo `escaped`."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), words) if _ESCAPE in words else words


def code(length: int) -> String:
    """Return the type of digests and words of ours: plain ASCII of at most *length* characters."""
    return String(length).with_variant(String(length, collation="C"), "postgresql")


class Words(TypeDecorator[str]):
    """Any string that Python has, a path or words of a document, however hostile."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Compare by code points on PostgreSQL too."""
        return Text(collation="C" if dialect.name == "postgresql" else None)

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Escape what goes in."""
        return value if value is None else escaped(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Undo it."""
        return value if value is None else unescaped(value)


class Moment(TypeDecorator[dt.datetime]):
    """A moment with its time zone; UTC comes out, also of SQLite, which keeps no zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002
        """Turn it to UTC."""
        return value if value is None else value.astimezone(dt.UTC)

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002
        """Say that it is UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)
