"""Templates of the page filled in: words escaped and made harmless, numbers and places told in its language."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from reports.book import Book, Canon
from reports.changes import day
from reports.clerk_words import WORDS
from reports.html.document import DocumentView
from reports.html.excerpt import Reference, Segment
from reports.html.phrases import Phrases
from reports.labels import LABELS, Language
from reports.numbers import decimal, whole
from reports.words import harmless
from schemas.evidence import Evidence
from schemas.places import told

_FOLDER: Final = Path(__file__).with_name("templates")
_NOT_XML: Final = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Half characters, and those that are none."""
_TAB: Final = '<span class="tab"> </span>'


def templates(*folders: Path) -> Environment:
    """The templates of some folders, the first goes first: words are escaped, and one that is not there is a fault."""
    return Environment(
        loader=FileSystemLoader(folders, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=final,
        cache_size=-1,
        auto_reload=False,
    )


def environment(book: Book) -> Environment:
    """The templates, for one book."""
    return speaking(book.canon, book.lang)


def speaking(canon: Canon, lang: Language, *folders: Path) -> Environment:
    """
    Return the templates.

    Args:
        canon: The rules that judged, for their titles.
        lang: Of the report.
        folders: Of templates that go before those of the report.
    """
    made = templates(*folders, _FOLDER)
    phrases = Phrases(lang)
    made.globals |= {
        "t": phrases,
        "w": WORDS[lang],
        "labels": LABELS[lang],
        "lang": lang,
        "titles": titles(canon, lang),
        "codes": {rule.name: rule.code for rule in canon.rules},
        "severities": {rule.name: rule.severity for rule in canon.rules},
        "akip": canon.akip.criteria if canon.akip else {},
    }
    made.filters |= {
        "num": lambda value: decimal(value, lang),
        "count": lambda value: whole(value, lang),
        "day": lambda value: day(value, lang),
        "place": lambda value: place(value, lang),
        "run": lambda segments, doc: _run(segments, doc, phrases.number),
        "capital": lambda value: value[:1].upper() + value[1:],
    }
    return made


def titles(canon: Canon, lang: Language) -> dict[str, str]:
    """Rule name -> title."""
    return {rule.name: rule.title.en if lang == "en" else rule.title.id for rule in canon.rules}


def place(evidence: Evidence, lang: Language) -> str:
    """Where it is: ``baris 13``, ``halaman 2``, ``Sheet1!F12``."""
    if evidence.in_sheet and evidence.document is None:
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


def final(value: Any) -> Any:
    """Make words harmless; what a template made is harmless already."""
    if isinstance(value, str) and not isinstance(value, Markup):
        if value.isascii() and value.isprintable():
            return value  # as most are: neither a control character nor anything foreign
        return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", harmless(value))
    return "" if value is None else value


def _run(segments: Iterable[Segment], doc: DocumentView, finding: str) -> Markup:
    """
    Words of a line with their marks, and the numbers of the findings that end in them.

    Not a template: a document has thousands of these.
    """
    parts: list[str] = []
    for segment in segments:
        text = _printed(segment.text)
        if segment.severity and text:
            text = f'<mark class="{segment.severity.value}">{text}</mark>'
        parts.append(text)
        parts += [_reference(one, doc, finding, gap=segment.empty) for one in segment.ends]
    return Markup("".join(parts))  # noqa: S704 - escaped above


def _reference(one: Reference, doc: DocumentView, finding: str, *, gap: bool) -> str:
    number = doc.numbers[one.finding]
    anchor = f' id="{doc.id}-m{one.finding + 1}"' if one.first else ""
    said = escape(finding.format(number=number))
    return (
        f'<a class="ref{" gap" if gap else ""}" href="#{doc.targets[one.finding]}"{anchor} aria-label="{said}">'
        f"{number}</a>"
    )


def _printed(text: str) -> str:
    """Words with their tabs and line breaks to be seen."""
    if "\t" not in text and "\n" not in text:
        return escape(final(text))
    return "<br>".join(_TAB.join(escape(final(cell)) for cell in line.split("\t")) for line in text.split("\n"))
