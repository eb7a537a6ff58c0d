"""
The report as a PDF: the HTML page, printed by WeasyPrint.

WeasyPrint keeps all pages in memory while it lays them out, so a report of many documents has the totals of all and the
gravest findings.
"""

from __future__ import annotations

import hashlib
import importlib
import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, Final

from reports.book import Book, NotReadyError, Sender
from reports.html.page import write_page
from reports.html.survey import Survey, survey
from reports.labels import Language
from reports.lhe.gathered import Gathered, gather
from reports.numbers import whole as count
from reports.overview import Overview, office_key
from schemas.entry import Entry
from schemas.report import DocumentReport, Finding

MAX_DOCUMENTS: Final = 200
"""Of a PDF that has every document."""
MAX_FINDINGS: Final = 400
"""In such a PDF; as many as the page shows of one document."""
MAX_TEXT: Final = 3_000
"""Characters of one text; breaking one endless word into lines takes time by its square."""
MAX_NAMED: Final = 50
"""Documents without verdict that are named where not all documents are in the PDF."""

_CHARTS: Final = {
    b"<svg ": b'<svg font-family="Arial, Liberation Sans, sans-serif" ',
    b' font-size="13"': b' font-size="12"',  # names of offices in capitals are wide
}
"""
Looks of the charts: WeasyPrint has no style sheets inside drawings. Words of documents cannot hold such a mark, they
would be escaped.
"""
_PAGES: Final[dict[Language, str]] = {
    "id": '"Halaman " counter(page) " dari " counter(pages)',
    "en": '"Page " counter(page) " of " counter(pages)',
}
_NOTES: Final[dict[Language, str]] = {
    "id": "PDF ini memuat ringkasan seluruh {documents} dokumen, tetapi hanya {shown} temuan paling berat dari "
    "{findings} temuan, pada {offices} perangkat daerah. Seluruh dokumen dan temuan ada dalam laporan XLSX atau HTML.",
    "en": "This PDF has the totals of all {documents} documents, but only the {shown} gravest of {findings} findings, "
    "of {offices} offices. All documents and findings stand in the XLSX or HTML report.",
}
_NO_PACKAGE = (
    "laporan PDF memerlukan WeasyPrint, yang belum terpasang. Pasang dengan: pip install 'patuh[pdf]'. Tanpa itu, buat "
    "laporan .html atau .docx dan cetak sebagai PDF dari peramban atau Word."
)
_NO_PANGO = (
    "laporan PDF memerlukan pustaka Pango, yang tidak ditemukan pada komputer ini ({reason}). Pasang dahulu, misalnya "
    "di Debian atau Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0. Tanpa itu, buat laporan "
    ".html atau .docx dan cetak sebagai PDF dari peramban atau Word."
)


def ready(sender: Sender) -> None:  # noqa: ARG001 - as every format is asked
    """
    See whether WeasyPrint and the libraries of the system that it draws with are there.

    Raises:
        NotReadyError: One is missing.
    """
    _weasyprint()


def write(book: Book, stream: BinaryIO) -> None:
    """Write the report; see `reports.book.BookWriter`."""
    _weasyprint()
    page = io.BytesIO()
    _write_page(book, page)
    data = page.getvalue()
    data = data.replace(b"</head>", f"<style>{_style(book.lang)}</style></head>".encode(), 1)
    for mark, printed in _CHARTS.items():
        data = data.replace(mark, printed)
    print_page(data, stream)


def print_page(data: bytes, stream: BinaryIO) -> None:
    """
    Print a page: tagged, and the same for the same page.

    Args:
        data: HTML in UTF-8 that needs nothing from elsewhere: no address in it is opened.
        stream: Where the PDF is written.

    Raises:
        NotReadyError: WeasyPrint or what it draws with is missing.
    """
    document = _weasyprint().HTML(file_obj=io.BytesIO(data), encoding="utf-8", url_fetcher=_fetch_nothing)
    document.write_pdf(
        stream,
        pdf_variant="pdf/ua-1",
        pdf_identifier=hashlib.sha256(data).hexdigest()[:32].encode(),  # the same for the same report
    )


def _weasyprint() -> Any:
    try:
        weasyprint: Any = importlib.import_module("weasyprint")  # an extra, which needs libraries of the system
    except ImportError as error:
        raise NotReadyError(_NO_PACKAGE) from error
    except OSError as error:
        raise NotReadyError(_NO_PANGO.format(reason=" ".join(str(error).split())[:200])) from error
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # rules for browsers, which it does not know
    return weasyprint


def _fetch_nothing(url: str, *_: Any, **__: Any) -> Any:
    """Refuse every address: a report needs none, and words of documents must not open any."""
    raise ValueError(f"not fetched: {url[:100]}")


def _style(lang: Language) -> str:
    return Path(__file__).with_name("print.css").read_text(encoding="utf-8").replace("PAGES", _PAGES[lang])


def _write_page(book: Book, page: BinaryIO) -> None:
    found = survey(book.entries())
    if found.documents <= MAX_DOCUMENTS and found.findings <= MAX_FINDINGS:
        write_page(replace(book, entries=lambda: _shortened(book.entries())), page, found, static=True)
        return
    part = _Part.of(gather(book))
    write_page(replace(book, entries=part.entries), page, part.survey(found), static=True, note=part.note(book))


@dataclass(frozen=True, slots=True)
class _Part:
    """The gravest of a report that is too big."""

    gathered: Gathered

    @classmethod
    def of(cls, gathered: Gathered) -> _Part:
        return cls(gathered)

    def entries(self) -> Iterator[Entry]:
        for _, documents in self.gathered.offices:
            for shown in documents:
                if shown.findings:
                    report = shown.report.model_copy(update={"findings": tuple(shown.findings), "levers": ()})
                    yield Entry(report=_short(report))

    def survey(self, found: Survey) -> Survey:
        """The totals of all, and the offices of those shown; documents that are not shown have no place to lead to."""
        offices = [office for office, _ in self.gathered.offices]
        return Survey(
            Overview(found.overview.whole, offices, found.overview.rules),
            {office_key(office.name): at for at, office in enumerate(offices)},
            failed=[replace(one, number=0) for one in found.failed[:MAX_NAMED]],
            unknown=[replace(one, number=0) for one in found.unknown[:MAX_NAMED]],
        )

    def note(self, book: Book) -> str:
        """What is not in the PDF, and where it is."""
        whole = self.gathered.overview.whole
        shown = sum(len(one.findings) for _, documents in self.gathered.offices for one in documents)
        numbers = {
            "documents": whole.documents,
            "shown": shown,
            "findings": self.gathered.standing.total(),
            "offices": len(self.gathered.offices),
        }
        return _NOTES[book.lang].format(**{name: count(one, book.lang) for name, one in numbers.items()})


def _shortened(entries: Iterator[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield Entry(report=_short(entry.report))


def _short(report: DocumentReport) -> DocumentReport:
    """Texts as long as a page holds; the words of the document are not printed."""
    cut = {name: _cut(value) for name in ("path", "title", "unit") if (value := getattr(report, name)) is not None}
    return report.model_copy(update={**cut, "findings": tuple(map(_short_finding, report.findings))})


def _short_finding(finding: Finding) -> Finding:
    texts = {
        name: _cut(getattr(finding, name)) for name in ("title", "condition", "criterion", "effect", "recommendation")
    }
    places = tuple(place.model_copy(update={"quote": _cut(place.quote)}) for place in finding.evidence)
    return finding.model_copy(update={**texts, "evidence": places})


def _cut(text: str) -> str:
    return text if len(text) <= MAX_TEXT else text[:MAX_TEXT] + " […]"
