"""How much one document may cost, as the settings of the organisation say."""

from __future__ import annotations

from auditing.workers import DOCUMENT_SECONDS, WORKER_BYTES, Limits
from engine.settings import OwnSettings
from readers.limits import SheetLimits

_MB = 1024 * 1024
_OF_WORKERS = {"document_seconds", "worker_memory_mb"}


def sheet_limits(own: OwnSettings) -> SheetLimits:
    """How much of a workbook or CSV file is read."""
    return SheetLimits(**own.settings.limits.model_dump(exclude=_OF_WORKERS, exclude_none=True))


def worker_limits(own: OwnSettings) -> Limits:
    """Time and memory for one document."""
    limits = own.settings.limits
    memory = limits.worker_memory_mb * _MB if limits.worker_memory_mb is not None else WORKER_BYTES
    return Limits(limits.document_seconds or DOCUMENT_SECONDS, memory)
