"""Templates of the digest: words of documents escaped and made harmless, words of the digest at hand."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from reports.changes import day
from reports.digest import words
from reports.html.rendering import final
from schemas.report import Severity

FOLDER: Final = Path(__file__).with_name("templates")


def environment() -> Environment:
    """The templates."""
    made = Environment(
        loader=FileSystemLoader(FOLDER, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=final,
        cache_size=-1,
        auto_reload=False,
    )
    made.globals |= {"w": words, "severities": tuple(Severity)}
    made.filters |= {
        "count": words.number,
        "num": words.score,
        "day": day,
        "capital": lambda said: said[:1].upper() + said[1:],
    }
    return made


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]
