"""Where a store lies: what a user writes after ``--store``, understood."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import Final

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from archive.store.errors import refusal

_SCHEME: Final = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*)://")
_SERVERS: Final = frozenset({"postgresql", "postgres", "postgresql+psycopg"})
_SHOWN: Final = frozenset({"host", "port", "options", "service", "sslmode", "target_session_attrs"})
"""Parameters of libpq that tell one store from another; what else stands there may be a secret."""
_FORMS: Final = "Tulis nama berkas, misalnya /var/lib/patuh/patuh.db, atau postgresql://pengguna@server/basisdata."

_ESCAPED: Final = "Tanda baca dalam kata sandi ditulis %40 untuk @, %2F untuk /, %3A untuk :."


@dataclass(frozen=True, slots=True)
class Place:
    """Where a store lies."""

    shown: str
    """For people: without password."""
    path: str | None = None
    """Of the SQLite file, absolute, links resolved; None for a server."""
    url: URL | None = None
    """Of the server; None for a file."""

    @property
    def dialect(self) -> str:
        """As SQLAlchemy calls it."""
        return "sqlite" if self.url is None else "postgresql"


def place_of(url: str) -> Place:
    """
    Understand what a user wrote.

    Args:
        url: A path, ``sqlite:///PATH`` or ``postgresql://...``.

    Raises:
        StoreError: It is none of these.
    """
    scheme = _SCHEME.match(url)
    if scheme is None:
        return _file(url)
    name = scheme[1].lower()
    if name == "sqlite":
        return _file(url[len("sqlite:///") :] if url[len("sqlite://") :].startswith("/") else "")
    if name not in _SERVERS:
        raise refusal(f"{name}://***", "patuh hanya mengenal SQLite dan PostgreSQL", _FORMS)
    return _server(url)


def _file(path: str) -> Place:
    if not path or "\0" in path:
        raise refusal(repr(path), "nama berkas tidak sah", _FORMS)
    real = os.path.realpath(path)
    return Place(shown=real.encode("utf-8", "backslashreplace").decode(), path=real)


def _server(url: str) -> Place:
    try:
        parsed = make_url(url).set(drivername="postgresql+psycopg")
        if "@" in (parsed.host or "") or "@" in (parsed.database or ""):
            raise ArgumentError("@")  # of a password, which would be taken for the name of a server
    except (ArgumentError, ValueError):
        message = "alamat itu tidak dapat dibaca"
        raise refusal("postgresql://***", message, f"{_FORMS} {_ESCAPED}") from None  # the cause quotes the password
    bare = URL.create(
        "postgresql",
        username=parsed.username,
        host=parsed.host,
        port=parsed.port,
        database=parsed.database,
        query={name: value for name, value in parsed.query.items() if name in _SHOWN},
    )
    return Place(shown=bare.render_as_string(), url=parsed)
