"""How the offices stand, and one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from fastapi import APIRouter
from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from archive import handing_in_rows as rows
from archive.granting import Granted, Grants
from archive.handing_in_rows import Receipt
from archive.history import LATE, trend
from archive.shown import Kept
from archive.shown_lists import OfficeStanding
from portal.asking import language_of, site_of
from portal.inspectorate.catalogue import SEVERITIES, Across, Asked, Catalogue
from portal.inspectorate.desk import LONGEST, catalogue_of, office_names, words_of
from portal.inspectorate.signing_in import Auditor
from portal.pages.moments import moment
from portal.pages.rendering import page
from portal.writing import looking
from reports.digest.charts import Line, line_chart, score_line, severity_lines
from reports.labels import LABELS, Language
from schemas.night import RunFigures
from schemas.report import Finding, Severity

router = APIRouter()

HOME: Final = "/inspektorat"
LISTED: Final = 500
"""Documents of an office on one page."""
_NIGHTS: Final = 30
_WIDE, _HIGH, _EDGE = 120, 28, 2
_MOST_LATE: Final = 50


@dataclass(frozen=True, slots=True)
class Row:
    """One office of the list."""

    standing: OfficeStanding
    change: Decimal | None
    """Of its mean score since the night before."""
    points: str
    """Of the small drawing; empty where there are not two nights."""
    first: Decimal | None
    last: Decimal | None
    """What the drawing begins and ends with."""

    @property
    def open(self) -> int:
        """All its open findings."""
        return sum(self.standing.open.values())


_BY: Final[dict[str, Callable[[Row], Any]]] = {
    "nama": lambda row: (row.standing.office is None, (row.standing.office or "").casefold()),
    "dokumen": lambda row: row.standing.documents,
    "nilai": lambda row: row.standing.score if row.standing.score is not None else Decimal(1000),
    "perubahan": lambda row: row.change if row.change is not None else Decimal(0),
    "temuan": lambda row: tuple(row.standing.open.get(one, 0) for one in SEVERITIES),
}
"""What the list is ordered by."""


@router.get(HOME)
def list_offices(request: Request, me: Auditor, urut: str = "nilai", cari: str = "") -> Response:  # noqa: ARG001
    """All offices; the one that most needs looking after first, unless another order is asked for."""
    site, catalogue = site_of(request), catalogue_of(request)
    night = catalogue.documents.night
    words = cari.casefold().split()[:20]
    every = [_row(one) for one in catalogue.offices(office_names(site), site.pack)]
    found = [row for row in every if all(word in (row.standing.office or "").casefold() for word in words)]
    down, by = urut.startswith("-"), urut.removeprefix("-")
    by = by if by in _BY else "nilai"
    context = {
        "night": night,
        "rows": sorted(found, key=_BY[by], reverse=down),
        "total": len(every),
        "order": f"-{by}" if down else by,
        "search": cari[:LONGEST],
        "severities": SEVERITIES,
        "size": (_WIDE, _HIGH),
        "latest": _latest(request) if night is None else [],
    }
    return page(request, "inspectorate/offices.html", **context)


def _latest(request: Request) -> list[tuple[Receipt, str]]:
    """What was handed in last: all that there is before the first night."""
    with looking(site_of(request).stored) as connection:
        found = rows.newest(connection, office=None, limit=20, before=None)
    return [(one, moment(one.at, language_of(request))) for one in found]


def _row(one: OfficeStanding) -> Row:
    known = [score for score in one.trend if score is not None]
    last_two = [score for score in one.trend[-2:] if score is not None]
    change = last_two[1] - last_two[0] if len(last_two) == 2 else None
    ends = (known[0], known[-1]) if known else (None, None)
    return Row(one, change, points_of(one.trend), *ends)


def points_of(values: Sequence[Decimal | None]) -> str:
    """Return the points of a line through scores of 0-100, as SVG has them; empty where there are not two."""
    known = [(at, float(value)) for at, value in enumerate(values) if value is not None]
    if len(known) < 2:
        return ""
    low, high = min(value for _, value in known), max(value for _, value in known)
    middle, reach = (low + high) / 2, max(high - low, 10.0)
    across, up = (_WIDE - 2 * _EDGE) / (len(values) - 1), (_HIGH - 2 * _EDGE) / reach
    return " ".join(f"{_EDGE + at * across:.1f},{_HIGH / 2 - (value - middle) * up:.1f}" for at, value in known)


# One office


@dataclass(frozen=True, slots=True)
class Document:
    """A document of an office."""

    kept: Kept
    counts: tuple[int, ...]
    """Open findings, in the order of `SEVERITIES`."""
    receipt: Receipt | None
    """Of the version that was handed in last."""
    at: str
    """When that was, in words."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing."""

    title: str
    drawing: str


@router.get(f"{HOME}/perangkat-daerah")
def show_office(request: Request, me: Auditor, nama: str = "", hal: int = 1) -> Response:  # noqa: ARG001
    """One office; the empty name stands for documents of no known office."""
    site, lang, catalogue = site_of(request), language_of(request), catalogue_of(request)
    numbers = catalogue.documents.of_office.get(nama, range(0))
    if not numbers and nama not in office_names(site):
        raise HTTPException(404, words_of(request)["ins_no_office"])
    standing = next(one for one in catalogue.offices([nama], site.pack) if (one.office or "") == nama)
    own = [at for at in numbers if not catalogue.documents.kept[at].together]
    first = max(hal - 1, 0) * LISTED
    with looking(site.stored) as connection:
        documents = _documents(connection, catalogue, own[first : first + LISTED], nama, lang)
        figures = trend(connection, nama, last=_NIGHTS) if catalogue.documents.night is not None else []
    context = {
        "office": nama,
        "row": _row(standing),
        "night": catalogue.documents.night,
        "documents": documents,
        "total": len(own),
        "number": hal,
        "pages": max((len(own) + LISTED - 1) // LISTED, 1),
        "together": [catalogue.documents.kept[at] for at in numbers if catalogue.documents.kept[at].together],
        "late": _late(catalogue, nama),
        "figures": list(reversed(figures)),
        "charts": _charts(figures, lang),
        "waivers": [one for one in _waivers(request) if one.waiver.office in (None, nama)],
        "severities": SEVERITIES,
        "today": site.as_of,
    }
    return page(request, "inspectorate/office.html", **context)


def _documents(
    connection: Connection, catalogue: Catalogue, numbers: Sequence[int], office: str, lang: Language
) -> list[Document]:
    handed_in = {one.path: one for one in rows.standing(connection, office=office)} if office else {}
    found = []
    for at in numbers:
        kept = catalogue.documents.kept[at]
        receipt = handed_in.get(kept.path)
        found.append(Document(kept, catalogue.counts[at], receipt, moment(receipt.at, lang) if receipt else ""))
    return found


def _late(catalogue: Catalogue, office: str) -> list[tuple[Across, Finding]]:
    """What an office has not handed in, as the rule says it."""
    some = catalogue.across(catalogue.find(Asked(rule=LATE, office=office))[:_MOST_LATE])
    return [(one, found) for one, found in catalogue.in_full(some) if found is not None and one.status != "overruled"]


def _waivers(request: Request) -> list[Granted]:
    site = site_of(request)
    return Grants(site.stored).standing(site.as_of)


def _charts(figures: Sequence[RunFigures], lang: Language) -> list[Chart]:
    """Findings and mean score over nights; none where there is only one."""
    if len(figures) < 2:
        return []
    labels = LABELS[lang].severity
    found = [Line(labels[Severity(line.colour)], line.colour, line.values) for line in severity_lines(figures)]
    titles = {
        "id": ("Temuan menurut tingkat", "Nilai rata-rata"),
        "en": ("Findings by severity", "Mean score"),
    }[lang]
    lines = (("c-findings", titles[0], found), ("c-score", titles[1], list(score_line(figures))))
    return [Chart(title, line_chart(name, title, some, figures)) for name, title, some in lines if some]
