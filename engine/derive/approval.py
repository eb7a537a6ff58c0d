"""Facts about how approvers sign: for another, and with or without place and date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from engine.derive.factlist import FactList
from engine.derive.wording import enumerate_words, text_of
from schemas.evidence import Evidence
from schemas.sop import Official, Signature, Sop

MAX_APART = 12
"""Lines from one signature to the next of those that share place and date."""

_WAYS = {
    "an": re.compile(r"(?i)^\W*(?:a\s?\.?\s?n\b|atas\s+nama\b)"),
    "plt": re.compile(r"(?i)^\W*(?:p\s?[lu1i]\s?\.?\s?t|pelaksana\s+tugas)\b"),
    "plh": re.compile(r"(?i)^\W*(?:p\s?[l1i]\s?\.?\s?h|pelaksana\s+harian)\b"),
    "pj": re.compile(r"(?i)^\W*(?:pjs?|penjabat)\b"),
}
_WORDS = {
    "an": ("pejabat yang bertindak atas nama (a.n.)", "on behalf of another (a.n.)"),
    "plt": ("pelaksana tugas (Plt.)", "as holder of a vacant post (Plt.)"),
    "plh": ("pelaksana harian (Plh.)", "in the absence of the officer (Plh.)"),
    "pj": ("penjabat (Pj.)", "as appointed stand-in (Pj.)"),
}
_PAPERS = {"pj": ("surat penunjukan", "appointment")}


def approval_facts(out: FactList, sop: Sop, officials: Sequence[tuple[str, str, Official]]) -> None:
    """One fact for each way in which an approver acts, and one for each run of approvers' signatures."""
    _acting(out, officials)
    for run in _runs(sop.signatures):
        _signing(out, run)


def _acting(out: FactList, officials: Sequence[tuple[str, str, Official]]) -> None:
    found: dict[str, list[Official]] = {}
    for _, role, official in officials:
        way = way_of(text_of(official.position)) if role == "approver" else None
        if way is not None:
            found.setdefault(way, []).append(official)
    for way, acting in found.items():
        words, english = _WORDS[way]
        paper, paper_en = _PAPERS.get(way, ("surat mandat atau surat perintah", "mandate"))
        printed = {"printed": text_of(acting[0].position), "way": words, "way_en": english}
        printed |= {"paper": paper, "paper_en": paper_en}
        out.add("acting", {"way": way}, printed, _positions(acting))


def way_of(position: str) -> str | None:
    """As what somebody acts for another: plt, plh, pj, an; None for the holder of the office."""
    return next((way for way, pattern in _WAYS.items() if pattern.match(position)), None)


def _positions(officials: Sequence[Official]) -> Iterator[Evidence]:
    for official in officials:
        if official.position is not None:
            yield from official.position.evidence


def _line(signature: Signature) -> int:
    values = (signature.position, signature.name, signature.nip_text)
    return min((value.evidence[0].line or 0 for value in values if value), default=0)


def _runs(signatures: Sequence[Signature]) -> Iterator[list[Signature]]:
    """Signatures that stand together."""
    run: list[Signature] = []
    for signature in signatures:
        if run and _line(signature) - _line(run[-1]) > MAX_APART:
            yield run
            run = []
        run.append(signature)
    if run:
        yield run


def _signing(out: FactList, run: Sequence[Signature]) -> None:
    """The run counts when an approver with office and name is in it."""
    approvers = [item for item in run if item.role == "approver" and item.position and item.name]
    if not approvers:
        return
    dated, placed = any(item.date for item in run), any(item.place for item in run)
    out.add(
        "signing",
        {"date": "given" if dated else "open" if placed else "none"},
        {"who": enumerate_words([text_of(item.position) for item in approvers])},
        [*_positions(approvers), *(place for item in run if not dated and item.place for place in item.place.evidence)],
    )
