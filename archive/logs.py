"""
What a night says while it goes on: one event a line, as text for people or as JSON for programs.

A line has time, level, event, run and fields of a closed list: numbers, paths, codes and digests. Nothing of what
stands in documents and no name of a person ever comes into a log: it is kept longer and read by more people than a
report. It goes past the loggers of the program, of which each library may have its own.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import logging
import math
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, Literal, Self, TextIO

from pythonjsonlogger.json import JsonFormatter

from auditing.outputs import RequestError

Form = Literal["text", "json"]
Value = str | int | float | bool | None

MAX_VALUE: Final = 4_096
"""Characters of one value; the longest path of Linux."""

EVENTS: Final[Mapping[str, tuple[int, str]]] = {
    "run-begun": (logging.INFO, "pemeriksaan dimulai"),
    "run-resumed": (logging.WARNING, "pemeriksaan yang terhenti dilanjutkan"),
    "archive-walked": (logging.INFO, "arsip ditelusuri"),
    "kept": (logging.INFO, "hasil disimpan"),
    "joined": (logging.INFO, "aturan antardokumen dinilai"),
    "notice": (logging.WARNING, "catatan"),
    "run-ended": (logging.INFO, "pemeriksaan selesai"),
    "run-failed": (logging.ERROR, "pemeriksaan gagal"),
    "run-stopped": (logging.WARNING, "pemeriksaan dihentikan"),
    "document-unread": (logging.WARNING, "dokumen tidak dapat diperiksa"),
    "worker-lost": (logging.WARNING, "proses pemeriksa hilang; pekerjaannya diulang"),
    "written": (logging.INFO, "keluaran ditulis"),
    "not-written": (logging.ERROR, "keluaran tidak dapat ditulis"),
    "mail-sent": (logging.INFO, "ringkasan terkirim"),
    "mail-failed": (logging.ERROR, "ringkasan tidak terkirim"),
}
"""Every event there is: its level, and its words."""

PATHS: Final = frozenset({"archive", "path"})
"""Fields that hold a path: all that a log has of the words of others."""
MESSAGE: Final = "message"
"""What the program says in its own words: of folders, dates and counts, never of what stands in a document."""
STORE: Final = "store"
"""The field of an address of a store; its password is left out."""
NUMBERS: Final = frozenset(
    """
    attempts audited bytes carried cpu_seconds documents expected expected_outcomes exit_code files findings fixed gone
    jobs late moved new offices part passed_over readers rejudged seconds seen unread waived
    """.split()
)
CODES: Final = frozenset({"as_of", "code", "error", "form", "version", "worker"})
"""Fields that hold one word of the program: a code, a date, the name of an exception, the address of a worker."""
FIELDS: Final = PATHS | {MESSAGE, STORE} | NUMBERS | CODES
"""Every field there is."""
HIDDEN: Final = "?"
"""What stands for a value that its field must not hold."""

_CODE = re.compile(r"[A-Za-z0-9_.:/+-]{1,128}")
_PERSON = re.compile(r"[0-9](?:[ .-]?[0-9]){15,}")
"""So many digits are a NIP or an NIK."""


class UnknownEventError(ValueError):
    """An event or a field that the closed lists do not have: a fault of the program."""


class NightLog:
    """
    The log of one night.

    Where it can be written no more (a full disk), the night goes on and `lost` counts.

    Args:
        stream: Where the lines go.
        form: For people or for programs.
        clock: Gives the time with its zone.
    """

    def __init__(
        self,
        stream: TextIO,
        form: Form = "text",
        clock: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
    ) -> None:
        self._clock = clock
        self._run: int | None = None
        self._handler = _Handler(stream)
        self._handler.setFormatter(_Json() if form == "json" else _Text())

    @classmethod
    @contextlib.contextmanager
    def open(cls, path: Path | None, form: Form = "text") -> Iterator[Self]:
        """
        Keep a log in a file, to which it is appended, or on stderr; that the night fails is its last line.

        Raises:
            RequestError: The file cannot be written.
        """
        with contextlib.ExitStack() as stack:
            try:
                stream = stack.enter_context(_closed_in_the_end(open_log(path))) if path is not None else sys.stderr
            except OSError as error:
                raise RequestError(
                    f"Berkas log {str(path)!r} tidak dapat ditulis: {error.strerror or error}."
                ) from error
            log = cls(stream, form)
            try:
                yield log
            except BaseException as error:
                log.event("run-failed" if isinstance(error, Exception) else "run-stopped", error=type(error).__name__)
                raise
            finally:
                log.close()

    @property
    def lost(self) -> int:
        """Lines that could not be written."""
        return self._handler.lost

    def event(self, name: str, /, *, run: int | None = None, **fields: Value) -> None:
        """
        Write one line.

        Args:
            name: One of `EVENTS`.
            run: The run, and that of all events from now on; the last one when left out.
            fields: By names of `FIELDS`.

        Raises:
            UnknownEventError: A name is in none of these lists.
        """
        strange = sorted(fields.keys() - FIELDS)
        if name not in EVENTS or strange:
            raise UnknownEventError(", ".join(strange) or name)
        level, words = EVENTS[name]
        said = {key: _plain(key, value) for key, value in fields.items() if value is not None}
        self._run = run if run is not None else self._run
        carried = _Fields(name, self._run, said, self._clock())
        record = {"levelno": level, "levelname": logging.getLevelName(level), "msg": words, "fields": carried}
        self._handler.handle(logging.makeLogRecord(record))

    def close(self) -> None:
        """Hand over what is held back."""
        with contextlib.suppress(OSError, ValueError):
            self._handler.flush()


@contextlib.contextmanager
def _closed_in_the_end(stream: TextIO) -> Iterator[TextIO]:
    """That its last words cannot be written (a full disk) is no reason for a night to fail."""
    try:
        yield stream
    finally:
        with contextlib.suppress(OSError):
            stream.close()


def open_log(path: Path) -> TextIO:
    """
    Open a file for a log: lines are appended, and go out one by one.

    Raises:
        OSError: It cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.open("a", encoding="utf-8", buffering=1, newline="\n")


class _Fields:
    """What a record carries besides its level and its words."""

    __slots__ = ("event", "fields", "run", "time")

    def __init__(self, event: str, run: int | None, fields: Mapping[str, Value], time: dt.datetime) -> None:
        self.event, self.run, self.fields = event, run, fields
        self.time = time.astimezone(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class _Handler(logging.StreamHandler[TextIO]):
    """Counts what cannot be written, where the library would print a traceback."""

    lost = 0

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802, ARG002 - the library's name
        self.lost += 1


class _Json(JsonFormatter):
    """One JSON object a line, in ASCII: nothing in it ends a line or steers a terminal."""

    def add_fields(self, log_data: dict[str, Any], record: logging.LogRecord, message_dict: dict[str, Any]) -> None:  # noqa: ARG002
        """Give the line what is meant to be in it, and nothing else."""
        carried: _Fields = record.fields  # type: ignore[attr-defined]
        head = {"time": carried.time, "level": record.levelname.lower(), "event": carried.event, "run": carried.run}
        log_data.update(head | dict(carried.fields))


class _Text(logging.Formatter):
    """``2026-01-15T18:00:00.000Z peringatan malam ke-3: catatan (code=folder-closed)``."""

    _LEVELS: Final = {logging.INFO: "info", logging.WARNING: "peringatan", logging.ERROR: "gagal"}

    def format(self, record: logging.LogRecord) -> str:
        """Write a record."""
        carried: _Fields = record.fields  # type: ignore[attr-defined]
        run = f" malam ke-{carried.run}:" if carried.run is not None else ""
        pairs = ", ".join(f"{name}={_shown(value)}" for name, value in carried.fields.items())
        told = f" ({pairs})" if pairs else ""
        return f"{carried.time} {self._LEVELS[record.levelno]}{run} {record.getMessage()}{told}"


def _shown(value: Value) -> str:
    """A value on one line; words that could be taken for something else in quotation marks."""
    if not isinstance(value, str) or value.isalnum():
        return str(value).lower() if isinstance(value, bool) else str(value)
    plain = value.isprintable() and not set(value) & set(" ,=()\"'\\")
    return value if plain and value else json.dumps(value)


def _plain(name: str, value: Value) -> Value:
    """The value as its field may hold it: one that is none of its kind could be words of a document."""
    if name in PATHS:
        return str(value)[:MAX_VALUE]
    if name == STORE:
        return without_password(str(value))[:MAX_VALUE]
    if name == MESSAGE:
        return _PERSON.sub(HIDDEN, str(value))[:MAX_VALUE]
    if name in NUMBERS:
        fits = isinstance(value, int) or (isinstance(value, float) and math.isfinite(value))
        return value if fits else HIDDEN
    text = str(value)
    return text if _CODE.fullmatch(text) and not _PERSON.search(text) else HIDDEN


def without_password(url: str) -> str:
    """The address of a store as it may be shown: ``postgresql://patuh:***@db/patuh``."""
    scheme, mark, rest = url.partition("://")
    login, at, place = rest.rpartition("@")
    if not mark or not at:
        return _ASKED_PASSWORD.sub(r"\1***", url)
    user, colon, _ = login.partition(":")
    hidden = ":***" if colon else ""
    shown = _ASKED_PASSWORD.sub(r"\1***", place)
    return f"{scheme}://{user}{hidden}@{shown}"


_ASKED_PASSWORD = re.compile(r"([?&]password=)[^&]*", re.IGNORECASE)
"""The other place in which the address of a database may hold it."""
