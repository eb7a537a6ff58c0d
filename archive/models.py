"""What was read out of a document, and what was judged of it, as bytes for the store."""

from __future__ import annotations

import hashlib
import io
import pickle
import zlib
from dataclasses import dataclass
from typing import Any

from schemas.blocks import Notice
from schemas.performance import PerformanceReport
from schemas.report import DocumentReport, Report
from schemas.sop import Sop

_LEVEL = 3
"""Of compression: at 9 it takes twice as long for 5 % less."""
_PLAIN: frozenset[tuple[str, str]] = frozenset(
    {
        *(("builtins", name) for name in ("frozenset", "range", "set")),
        *(("datetime", name) for name in ("date", "datetime", "timedelta", "timezone")),
        ("decimal", "Decimal"),
        # Where the cells of a table stand is worked out when a finding asks for it, from what was read of the sheet:
        ("extraction.performance_tables", "_Places"),
        ("extraction.table_rows", "Body"),
        ("extraction.table_views", "View"),
    }
)
"""Classes that come out of the store besides those of `schemas`: they hold values and do nothing when they are made."""


class StoredModelError(Exception):
    """What the store holds is no models of this program: read the document again."""


@dataclass(slots=True)
class Models:
    """What was read out of one content."""

    media: str
    bytes: int
    sha256: str
    notices: tuple[Notice, ...]
    kind: str
    """Of the extraction: sop | performance | unknown."""
    sops: tuple[Sop, ...] = ()
    performance: PerformanceReport | None = None


def packed_models(models: Models) -> bytes:
    """
    Return *models* for the store.

    As pickle: JSON of an SOP takes five times as long to read, and leaves out what only judging needs (its prose).
    """
    return zlib.compress(pickle.dumps(models, pickle.HIGHEST_PROTOCOL), _LEVEL)


def unpacked_models(data: bytes) -> Models:
    """
    Read what `packed_models` made; nothing else than values can come out of it.

    Raises:
        StoredModelError: It is damaged, or was made by other classes.
    """
    try:
        found = _Values(io.BytesIO(zlib.decompress(data))).load()
    except Exception as error:
        raise StoredModelError(type(error).__name__) from error
    if not isinstance(found, Models):
        raise StoredModelError(type(found).__name__)
    return found


class _Values(pickle.Unpickler):
    """Makes no other objects than values: a store that somebody else can write to runs no code here."""

    def find_class(self, module: str, name: str) -> Any:
        """Give the classes of `schemas`, this module's own, dates and numbers."""
        if (module, name) in _PLAIN or (module.startswith("schemas.") and "." not in name) or module == __name__:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__.partition(".")[0] == module.partition(".")[0]:
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def packed_report(report: DocumentReport) -> tuple[str, bytes]:
    """
    Return digest and bytes of a verdict: the same for the same words, wherever the file lies.

    Args:
        report: As the audit made it; its path and part are left out.
    """
    bare = report.model_copy(update={"path": "", "part": None, "since": None})
    plain = bare.model_dump_json(by_alias=True).encode()
    return hashlib.sha256(plain).hexdigest()[:32], zlib.compress(plain, _LEVEL)


def unpacked_report(data: bytes, path: str, part: int | None) -> DocumentReport:
    """
    Read what `packed_report` made, as the report of the document at *path*.

    Raises:
        StoredModelError: It is damaged.
    """
    try:
        found = DocumentReport.model_validate_json(zlib.decompress(data))
    except (zlib.error, ValueError) as error:
        raise StoredModelError(type(error).__name__) from error
    return found.model_copy(update={"path": path, "part": part})


def packed_whole(report: Report) -> bytes:
    """Return a whole report, such as of a document that was handed in, for the store."""
    return zlib.compress(report.model_dump_json(by_alias=True).encode(), _LEVEL)


def unpacked_whole(data: bytes) -> Report:
    """
    Read what `packed_whole` made.

    Raises:
        StoredModelError: It is damaged, or of another version.
    """
    try:
        return Report.model_validate_json(zlib.decompress(data))
    except (zlib.error, ValueError) as error:
        raise StoredModelError(type(error).__name__) from error
