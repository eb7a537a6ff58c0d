"""PDFs for visitors: a page that the server filled in, printed by a worker."""

from __future__ import annotations

import asyncio
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from portal.site import Site
from portal.uploads import Sender
from portal.work import Tools
from reports.book import NotReadyError
from reports.labels import Language
from reports.pdf import print_page

_STYLE: Final = Path(__file__).with_name("pages") / "static" / "slip.css"


@dataclass(frozen=True, slots=True)
class Print:
    """Print a page."""

    html: bytes
    """UTF-8, whole: nothing is fetched."""

    def carried_out(self, tools: Tools) -> bytes | None:  # noqa: ARG002 - as every task
        """Return the PDF; None where this machine lacks what PDFs are drawn with."""
        stream = io.BytesIO()
        try:
            print_page(self.html, stream)
        except NotReadyError:
            return None
        return stream.getvalue()


def paper(template: str, lang: Language, /, **context: Any) -> bytes:
    """Fill in a page for paper; its style stands in it."""
    from portal.pages.rendering import templates  # noqa: PLC0415 - a worker that prints needs no server

    style = _STYLE.read_text(encoding="utf-8")
    return templates(lang).get_template(template).render(style=style, **context).encode()


async def pdf_of(site: Site, page: bytes, who: Sender) -> bytes | None:
    """
    Print a page; None where this machine cannot, which is then known.

    Raises:
        FullError: Too many wait.
        TaskFailedError: It could not be printed.
    """
    if not site.prints:
        return None
    made = await asyncio.wrap_future(site.checker.submit(Print(page), who.owner, who.address).future)
    site.prints = made is not None
    return made
