"""What offices handed in, the newest first."""

from __future__ import annotations

from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from annotating.names import can_annotate
from archive import handing_in_rows as rows
from portal.asking import language_of, site_of
from portal.inspectorate.catalogue import SEVERITIES
from portal.inspectorate.desk import LONGEST, office_names
from portal.inspectorate.signing_in import Auditor
from portal.pages.moments import moment
from portal.pages.rendering import page
from portal.writing import looking

router = APIRouter()

PLACE: Final = "/inspektorat/penyerahan"
SIZE: Final = 50
Number = Annotated[int | None, Query(ge=1, lt=2**31)]


@router.get(PLACE)
def show(
    request: Request,
    me: Auditor,  # noqa: ARG001 - asks who it is
    perangkat: Annotated[str, Query(max_length=LONGEST)] = "",
    sebelum: Number = None,
) -> Response:
    """Show the newest, or those before one."""
    site, lang = site_of(request), language_of(request)
    with looking(site.stored) as connection:
        found = rows.newest(connection, office=perangkat or None, limit=SIZE + 1, before=sebelum)
    kept = {"perangkat": perangkat} if perangkat else {}
    context = {
        "rows": [(one, moment(one.at, lang)) for one in found[:SIZE]],
        "older": urlencode(kept | {"sebelum": str(found[SIZE - 1].number)}) if len(found) > SIZE else None,
        "newest": urlencode(kept) if sebelum is not None else None,
        "office": perangkat,
        "offices": sorted(office_names(site), key=str.casefold),
        "copies": {one.number for one in found if can_annotate(one.media)} if site.hand_ins is not None else set(),
        "severities": SEVERITIES,
    }
    return page(request, "inspectorate/hand_ins.html", **context)
