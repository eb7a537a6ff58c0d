"""A run of behaviour specs, and the list of steps, as JSON (`patuh.spec/1`, `patuh.spec-steps/1`)."""

from __future__ import annotations

from schemas.base import Model


def write(told: Model) -> bytes:
    """Return UTF-8 JSON, to be read by people too."""
    return told.model_dump_json(by_alias=True, indent=2).encode() + b"\n"
