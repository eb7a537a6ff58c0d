"""Templates of the page filled in: words escaped, made harmless, numbers and places told in the language of the report."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from reports.book import Book
from reports.changes import day
from reports.clerk_words import WORDS
from reports.html.phrases import Phrases, count, number
from reports.labels import LABELS, Language
from reports.words import harmless
from schemas.evidence import Evidence
from schemas.places import told

_FOLDER: Final = Path(__file__).with_name("templates")
_NOT_XML: Final = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Half characters, and those that are none."""
_TAB: Final = Markup('<span class="tab"> </span>')
_BREAK: Final = Markup("<br>")


def environment(book: Book) -> Environment:
    """The templates, for one book."""
    made = Environment(
        loader=FileSystemLoader(_FOLDER, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_final,
        cache_size=-1,
    )
    lang: Language = book.lang
    made.globals |= {
        "t": Phrases(lang),
        "w": WORDS[lang],
        "labels": LABELS[lang],
        "lang": lang,
        "titles": titles(book),
        "codes": {rule.name: rule.code for rule in book.canon.rules},
        "severities": {rule.name: rule.severity for rule in book.canon.rules},
        "akip": book.canon.akip.criteria if book.canon.akip else {},
    }
    made.filters |= {
        "num": lambda value: number(value, lang),
        "count": lambda value: count(value, lang),
        "day": lambda value: day(value, lang),
        "place": lambda value: place(value, lang),
        "printed": _printed,
        "capital": lambda value: value[:1].upper() + value[1:],
    }
    return made


def titles(book: Book) -> dict[str, str]:
    """Rule name -> title."""
    return {rule.name: rule.title.en if book.lang == "en" else rule.title.id for rule in book.canon.rules}


def place(evidence: Evidence, lang: Language) -> str:
    """Where it is: ``baris 13``, ``halaman 2``, ``Sheet1!F12``."""
    if evidence.in_sheet:
        return evidence.cell or ""
    return told([evidence], lang)


class Assets:
    """Style sheet and script of the page, and the policy that allows them and nothing else."""

    def __init__(self) -> None:
        self.style = Markup(_asset("page.css"))  # noqa: S704 - files of this package
        self.script = Markup(_asset("page.js"))  # noqa: S704 - files of this package

    @property
    def policy(self) -> str:
        """The content security policy: nothing from anywhere, and inside the page only these two."""
        style, script = (_hash(text) for text in (self.style, self.script))
        return (
            f"default-src 'none'; style-src '{style}'; script-src '{script}'; "
            "base-uri 'none'; form-action 'none'"
        )  # fmt: skip


def _asset(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _final(value: Any) -> Any:
    """Make words harmless; what a template made is harmless already."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", harmless(value))
    return "" if value is None else value


def _printed(text: str) -> Markup:
    """Words of a line with its tabs and line breaks to be seen."""
    return _BREAK.join(_TAB.join(map(_final, line.split("\t"))) for line in text.split("\n"))
