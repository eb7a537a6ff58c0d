"""Templates of the digest: words of documents escaped and made harmless, words of the digest at hand."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from jinja2 import Environment

from reports.changes import day
from reports.digest import words
from reports.html.rendering import templates
from schemas.report import Severity

FOLDER: Final = Path(__file__).with_name("templates")


def environment() -> Environment:
    """The templates."""
    made = templates(FOLDER)
    made.globals |= {"w": words, "severities": tuple(Severity)}
    made.filters |= {
        "count": words.number,
        "num": words.score,
        "day": day,
        "capital": _capital,
    }
    return made


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]
