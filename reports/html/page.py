"""
The report as one HTML page.

Up to a size all of it stands in the page, folded, and is read without JavaScript. Above that size the documents are the
very same fragments, but compressed, and a document is unpacked when it is opened: a page of 100,000 findings laid out
at once would not open on any computer of a kecamatan.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from typing import BinaryIO, Final

from jinja2 import Environment
from markupsafe import Markup

from reports.book import Book
from reports.html.document import Speech, document_view
from reports.html.excerpt import AROUND, LITTLE, WHOLE, Room
from reports.html.overview import top
from reports.html.rendering import Assets, environment, titles
from reports.html.shards import Shards
from reports.html.survey import Survey, survey

STATIC_DOCUMENTS: Final = 300
STATIC_FINDINGS: Final = 3_000
"""A report of more documents or findings than these unpacks its documents when they are opened."""
STATIC_CHARACTERS: Final = 4_000_000
"""Words of all documents that are shown whole."""
PER_LIST: Final = 250
"""Documents of an office that are listed together; an office with more has several lists."""


def write(book: Book, stream: BinaryIO) -> None:
    """Write the page; see `reports.book.BookWriter`."""
    found = survey(book.entries())
    static = found.documents <= STATIC_DOCUMENTS and found.findings <= STATIC_FINDINGS
    write_page(book, stream, found, static=static)


def write_static(book: Book, stream: BinaryIO) -> None:
    """Write the page with all documents in it, however many they are: for programs that print it."""
    write_page(book, stream, survey(book.entries()), static=True)


def write_page(book: Book, stream: BinaryIO, found: Survey, *, static: bool, note: str = "") -> None:
    """Write the page with its documents laid out (*static*) or compressed; *note* is said before them."""
    templates = environment(book)
    templates.globals["static"] = static
    templates.globals["note"] = note
    assets = Assets()
    with tempfile.TemporaryFile(prefix="patuh-") as packed:
        shards = Shards(packed)
        stream.write(top(book, found, templates, assets).encode("utf-8", "replace"))
        stream.writelines(
            text.encode("utf-8", "replace") for text in _lists(book, found, templates, None if static else shards)
        )
        shards.flush()
        stream.write(templates.get_template("documents_end.html").render().encode("utf-8", "replace"))
        packed.seek(0)
        shutil.copyfileobj(packed, stream)
        stream.write(templates.get_template("bottom.html").render(book=book, assets=assets).encode("utf-8", "replace"))


def _room(found: Survey, *, static: bool) -> Room:
    if not static:
        return LITTLE
    return WHOLE if found.characters <= STATIC_CHARACTERS else AROUND


def _lists(book: Book, found: Survey, templates: Environment, shards: Shards | None) -> Iterator[str]:
    """
    Lay out all documents, and yield the lists of them by office.

    All are laid out before the first list is: documents of one office may stand far apart. What is held of each is its
    line in the list, and in a small report the document.
    """
    body = templates.get_template("body.html")
    # a line of few elements in a big report: ten thousand folds take a browser many seconds, closed or not
    heading = templates.get_template("row.html" if shards else "document.html")
    room = _room(found, static=shards is None)
    speech = Speech(book.lang, titles(book.canon, book.lang))
    rows: list[list[str]] = [[] for _ in found.overview.offices]
    for number, entry in enumerate(book.entries(), 1):
        view = document_view(entry, (number, found.office_of(entry.report)), room, speech)
        text = body.render(doc=view)
        place = shards.add(text) if shards else None
        inner = "" if shards else Markup(text)  # noqa: S704 - a template has escaped it
        rows[view.office].append(heading.render(doc=view, body=inner, place=place))
    yield from _offices(found, templates, rows)


def _offices(found: Survey, templates: Environment, rows: list[list[str]]) -> Iterator[str]:
    begin, end = templates.get_template("office_begin.html"), templates.get_template("office_end.html")
    range_begin, range_end = templates.get_template("range_begin.html"), templates.get_template("range_end.html")
    for at, (office, own) in enumerate(zip(found.overview.offices, rows, strict=True)):
        several = len(own) > PER_LIST
        yield begin.render(office=office, at=at)
        for first in range(0, len(own), PER_LIST):
            some = own[first : first + PER_LIST]
            if several:
                yield range_begin.render(first=first + 1, last=first + len(some))
            yield from some
            if several:
                yield range_end.render()
        yield end.render()
