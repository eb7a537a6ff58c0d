"""The steps, by what they are about; importing this package makes all of them known."""

from specs.steps import (
    archive,
    building,
    changes,
    dates,
    documents,
    findings,
    grades,
    outcomes,
    performance,
    places,
    recognition,
    rules,
    sections,
    signatures,
)

__all__ = [
    "archive",
    "building",
    "changes",
    "dates",
    "documents",
    "findings",
    "grades",
    "outcomes",
    "performance",
    "places",
    "recognition",
    "rules",
    "sections",
    "signatures",
]
