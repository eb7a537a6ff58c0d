"""The report of results (*laporan hasil evaluasi*) as a Word file that is edited and signed: docs/reports.md."""

from __future__ import annotations

from typing import BinaryIO

from reports.book import Book, NotReadyError, Sender
from reports.lhe.closing import write_closing
from reports.lhe.draft import Draft
from reports.lhe.front import subject, write_front
from reports.lhe.gathered import gather
from reports.lhe.introduction import write_introduction
from reports.lhe.paper import Identity, Paper, PictureError, picture_data
from reports.lhe.results import write_results


def ready(sender: Sender) -> None:
    """
    See whether the letterhead can be drawn.

    Raises:
        NotReadyError: Its picture cannot be used.
    """
    logo = sender.organisation.logo
    if logo is not None:
        try:
            picture_data(logo)
        except PictureError as error:
            raise NotReadyError(f"{logo}: logo pada patuh.toml ([organisation] logo) {error}.") from error


def write(book: Book, stream: BinaryIO) -> None:
    """
    Write the report; see `reports.book.BookWriter`.

    A report of many documents has the totals of all and the gravest findings: `reports.lhe.gathered` names the limits.
    """
    draft = Draft(Paper(book.lang), book, gather(book))
    for chapter in (write_front, write_introduction, write_results, write_closing):
        chapter(draft)
    title = f"{draft.say('report')} {subject(draft)}"
    number = book.sender.report.number or draft.say("dots")
    draft.paper.footer(draft.say("foot", report=draft.say("report"), number=number), _page(draft))
    draft.paper.save(stream, Identity(title, book.sender.organisation.name or book.tool.name, book.as_of))


def _page(draft: Draft) -> str:
    """With the places of the two numbers, which only Word knows."""
    return draft.say("page", page="{page}", pages="{pages}")
