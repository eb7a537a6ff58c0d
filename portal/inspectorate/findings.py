"""Findings across offices: filtered, page by page, and as a table to take away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Final, get_args
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from archive.history import in_batches
from portal.asking import language_of, site_of
from portal.events import Act, record
from portal.guard import address_of
from portal.inspectorate.catalogue import Across, Asked, Catalogue
from portal.inspectorate.desk import LONGEST, Page, catalogue_of, office_names, words_of
from portal.inspectorate.signing_in import Auditor
from portal.inspectorate.words_of_documents import target_of
from portal.pages.rendering import page
from reports.csv import MARK, csv_lines
from reports.flat import STATUSES, place
from reports.labels import LABELS, Language
from schemas.report import Finding, FindingStatus, Severity

router = APIRouter()

PLACE: Final = "/inspektorat/temuan"
SIZE: Final = 50
_CHUNK: Final = 200
NOBODY: Final = "-"
"""Stands for documents of no known office: the name of none."""
STATES: Final[tuple[FindingStatus, ...]] = get_args(FindingStatus)
Text = Annotated[str, Query(max_length=LONGEST)]


@dataclass(frozen=True, slots=True)
class Filter:
    """What was chosen, as the address has it."""

    aturan: Text = ""
    tingkat: Text = ""
    perangkat: Text = ""
    status: Text = ""
    cari: Text = ""

    @property
    def asked(self) -> Asked:
        """What is asked for; a choice that there is not is as none."""
        return Asked(
            rule=self.aturan or None,
            severity=Severity(self.tingkat) if self.tingkat in set(Severity) else None,
            office=None if not self.perangkat else "" if self.perangkat == NOBODY else self.perangkat,
            status=next((one for one in STATES if one == self.status), None),
            text=self.cari,
        )

    def query(self, **more: object) -> str:
        """The end of an address with the same choice."""
        chosen = {name: getattr(self, name) for name in ("aturan", "tingkat", "perangkat", "status", "cari")} | more
        return urlencode({name: value for name, value in chosen.items() if value})


Chosen = Annotated[Filter, Depends()]


@router.get(PLACE)
def show(request: Request, me: Auditor, chosen: Chosen, hal: Page = 1) -> Response:  # noqa: ARG001 - asks who it is
    """Show some findings."""
    catalogue = catalogue_of(request)
    keys = catalogue.find(chosen.asked)
    pages = max((len(keys) + SIZE - 1) // SIZE, 1)
    hal = min(hal, pages)
    some = catalogue.in_full(catalogue.across(keys[(hal - 1) * SIZE : hal * SIZE]))
    context: dict[str, Any] = {
        "chosen": chosen,
        "total": len(keys),
        "counts": catalogue.severities(keys),
        "found": [(one, finding, target_of(one.place)) for one, finding in some],
        "number": hal,
        "pages": pages,
        "statuses": STATUSES[language_of(request)],
        "rules": _rules(request, catalogue),
        "offices": _offices(request, catalogue),
        "night": catalogue.documents.night,
        "severities": tuple(Severity),
        "where": place,
    }
    return page(request, "inspectorate/findings.html", **context)


def _rules(request: Request, catalogue: Catalogue) -> list[tuple[str, str]]:
    """Rules that have findings, with what they are called."""
    lang = language_of(request)
    known = {rule.name: f"{rule.code} {getattr(rule.title, lang)}" for rule in site_of(request).pack.rules}
    return sorted(((name, known.get(name, name)) for name in catalogue.documents.rules), key=lambda one: one[1])


def _offices(request: Request, catalogue: Catalogue) -> list[tuple[str, str]]:
    names = sorted({*office_names(site_of(request)), *catalogue.documents.of_office} - {""}, key=str.casefold)
    nobody = [(NOBODY, words_of(request)["ins_nobody"])] if "" in catalogue.documents.of_office else []
    return [*((one, one) for one in names), *nobody]


@router.get(f"{PLACE}.csv")
def table(request: Request, me: Auditor, chosen: Chosen) -> Response:
    """All findings that are asked for, as a table."""
    catalogue = catalogue_of(request)
    keys = catalogue.find(chosen.asked)
    names = (("rule", chosen.aturan), ("severity", chosen.tingkat), ("status", chosen.status))
    about = {name: value for name, value in names if value}
    record(site_of(request).stored, me.account, address_of(request), Act.DOWNLOAD, "findings", rows=len(keys), **about)
    lines = _lines(catalogue, keys, language_of(request))
    headers = {"content-disposition": 'attachment; filename="temuan.csv"'}
    return StreamingResponse(lines, media_type="text/csv; charset=utf-8", headers=headers)


_HEADS: Final[dict[Language, tuple[str, ...]]] = {
    "id": (
        "perangkat daerah", "berkas", "bagian", "judul", "tingkat", "kode", "aturan", "temuan", "kondisi", "letak",
        "kutipan", "rekomendasi", "status", "tanggapan", "oleh", "tanggal", "sidik jari",
    ),
    "en": (
        "office", "path", "part", "title", "severity", "code", "rule", "finding", "condition", "place", "quote",
        "recommendation", "status", "response", "by", "on", "fingerprint",
    ),
}  # fmt: skip


def _lines(catalogue: Catalogue, keys: list[int], lang: Language) -> Iterator[bytes]:
    yield MARK + csv_lines([_HEADS[lang]], 0)
    for chunk in in_batches(keys, _CHUNK):
        found = catalogue.in_full(catalogue.across(chunk))
        yield csv_lines([_row(one, finding, lang) for one, finding in found], 1)


def _row(one: Across, finding: Finding | None, lang: Language) -> list[str]:
    kept = one.document
    about = [kept.office or "", kept.path, str(kept.part or ""), kept.title or "", LABELS[lang].severity[one.severity]]
    status = STATUSES[lang][one.status]
    if finding is None:
        return [*about, "", one.rule, *[""] * 5, status, "", "", "", one.fingerprint]
    first, said = finding.evidence[0], finding.response
    words = [finding.code, one.rule, finding.title, finding.condition, place(first, lang), first.quote]
    answer = [said.text, said.by or "", said.on.isoformat() if said.on else ""] if said else ["", "", ""]
    return [*about, *words, finding.recommendation, status, *answer, one.fingerprint]
