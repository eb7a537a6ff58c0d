"""The log of what people did: looked through, and taken along as a table."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from archive.store.store import Store
from portal.asking import language_of, site_of
from portal.events import LARGEST_PAGE, TITLES, Act, Event, Value, Wanted, record
from portal.events import page as events_page
from portal.guard import address_of
from portal.inspectorate.admin_words import DETAILS, WORDS
from portal.inspectorate.users import Admin
from portal.pages.rendering import page
from reports.csv import MARK, csv_lines
from reports.labels import Language

router = APIRouter()

PLACE: Final = "/inspektorat/catatan"
_PAGE: Final = 50
_LONGEST: Final = 200
Number = Annotated[int | None, Query(ge=1, lt=2**31)]


@router.get(PLACE)
def show(request: Request, me: Admin, tindakan: str = "", akun: str = "", sebelum: Number = None) -> Response:  # noqa: ARG001
    """Show the newest events, or those before one."""
    site, lang = site_of(request), language_of(request)
    found = events_page(site.stored, _wanted(tindakan, akun), before=sebelum, size=_PAGE)
    chosen = {"tindakan": tindakan, "akun": akun}
    kept = {name: value for name, value in chosen.items() if value}
    context = {
        "rows": [_row(event, lang) for event in found.events],
        "acts": [(act.value, _title(act, lang)) for act in Act],
        "older": urlencode(kept | {"sebelum": found.older}) if found.older is not None else None,
        "newest": urlencode(kept) if sebelum is not None else None,
        "all": urlencode(kept),
        "chosen": chosen,
        "heads": _heads(lang),
    }
    return page(request, "inspectorate/log.html", **context)


@router.get(f"{PLACE}.csv")
def table(request: Request, me: Admin, tindakan: str = "", akun: str = "") -> Response:
    """All events that are wanted, the newest first."""
    site, lang = site_of(request), language_of(request)
    record(site.stored, me.account, address_of(request), Act.DOWNLOAD, "log")
    lines = _lines(site.stored, _wanted(tindakan, akun), lang)
    headers = {"content-disposition": 'attachment; filename="catatan.csv"'}
    return StreamingResponse(lines, media_type="text/csv; charset=utf-8", headers=headers)


def _lines(store: Store, wanted: Wanted, lang: Language) -> Iterator[bytes]:
    yield MARK + csv_lines([_heads(lang)], 0)
    before: int | None = None
    while True:
        found = events_page(store, wanted, before=before, size=LARGEST_PAGE)
        yield csv_lines([_row(event, lang) for event in found.events], 0)
        before = found.older
        if before is None:
            return


def _wanted(act: str, account: str) -> Wanted:
    """What is asked for; an act that there is not is as none."""
    what = Act(act) if act in set(Act) else None
    return Wanted(who=account.strip()[:_LONGEST] or None, what=what)


def _heads(lang: Language) -> tuple[str, ...]:
    words = WORDS[lang]
    return tuple(words[f"log_{name}"] for name in ("at", "who", "what", "about", "address", "detail"))


def _row(event: Event, lang: Language) -> tuple[str, ...]:
    """As people read it; the time is that of the place where the server stands."""
    return (
        f"{event.at.astimezone():%Y-%m-%d %H:%M:%S}",
        event.who,
        event.title.en if lang == "en" else event.title.id,
        event.about,
        event.address,
        _detail(event.detail, DETAILS[lang]),
    )


def _detail(detail: Mapping[str, Value], words: Mapping[str, str]) -> str:
    told = sorted((name, value) for name, value in detail.items() if value is not None)
    return "; ".join(f"{words.get(name, name)}: {_value(name, value, words)}" for name, value in told)


def _value(name: str, value: Value, words: Mapping[str, str]) -> str:
    """A value in the language of the page where it is one of ours, never where somebody typed it."""
    plain = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return words.get(plain, plain) if isinstance(value, bool) or name in _OURS else plain


_OURS: Final = frozenset({"how", "reason", "role", "role_before"})


def _title(act: Act, lang: Language) -> str:
    return TITLES[act].en if lang == "en" else TITLES[act].id
