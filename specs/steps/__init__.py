"""The steps, by what they are about; importing this package makes all of them known."""

from specs.steps import (
    archive,
    changes,
    dates,
    documents,
    grades,
    outcomes,
    performance,
    rules,
    sections,
    signatures,
)

__all__ = [
    "archive",
    "changes",
    "dates",
    "documents",
    "grades",
    "outcomes",
    "performance",
    "rules",
    "sections",
    "signatures",
]
