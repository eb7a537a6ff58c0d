"""Templates of the pages on specs."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from reports.changes import day
from reports.html.rendering import templates
from reports.html.style import Style
from reports.labels import Language
from reports.numbers import whole

_FOLDER: Final = Path(__file__).with_name("templates")


def render(name: str, lang: Language, **values: Any) -> bytes:
    """Fill in a template; returns UTF-8 HTML."""
    made = templates(_FOLDER)
    made.filters |= {"count": lambda number: whole(number, lang), "day": lambda date: day(date, lang)}
    page = made.get_template(name).render(lang=lang, style=Style(_FOLDER / "spec.css"), **values)
    return page.encode("utf-8", "replace")
