"""What a run was to do and what it did, as `run.counts` holds it."""

from __future__ import annotations

from pydantic import ConfigDict

from schemas.base import Model
from schemas.night import Counted


class Counts(Model):
    """Expected against seen: *nothing found* is not *nothing run*."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    documents: Counted | None = None
    """Documents of the archive, and those that have a verdict or a named error."""
    rules: Counted | None = None
    """Rules of the profile, and those that have an outcome."""
    outcomes: Counted | None = None
    """Rules times documents, and outcomes of any sort."""
