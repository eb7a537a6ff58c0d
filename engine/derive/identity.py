"""Facts about the SOP as a whole and the fields of its identity block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from engine.auditday import AuditDay, Passing, months_since, years_since
from engine.derive.days import day_in_force
from engine.derive.doubts import certainty, field_doubts
from engine.derive.factlist import FactList
from engine.derive.signing import is_signed, why_unseen
from engine.derive.wording import enumerate_words
from extraction.dates import WEEKDAYS, date_style, find_dates, format_date
from extraction.labels import FIELD_LABELS
from schemas.doubt import SURE
from schemas.evidence import Evidence
from schemas.places import span
from schemas.sop import DateRead, FieldName, Identity, IdentityField, Official, Sop

MAX_TOLD_RUNS = 40
MAX_TOLD_CHARS = 1_000
MIN_TOLD = 3
"""Where and how much of a text is read for an identity told in a sentence."""
_TOLD = re.compile(
    r"(?i)\b(?:(?P<number>bernomor|nomor\s+sop|nomor\s*:?\s*\d)|(?P<made>dibuat|disusun|pembuatan)|"
    r"(?P<approved>disy?ahkan|ditetapkan|pengesahan)|(?P<holds>berlaku|efektif)|(?P<revised>direvisi|revisi))\b"
)
_FORMS = {
    "ap": "formulir SOP AP",
    "accreditation": "formulir akreditasi (Pengertian, Tujuan, Kebijakan, Prosedur)",
    "service": "formulir standar pelayanan",
}
_TO_FILL_IN = re.compile(r"\.\.|…|_")
"""Dots or a line in a date, to write on."""
_DATE_RANKS: tuple[FieldName, ...] = ("revised", "created", "approved", "effective")


def officials_of(sop: Sop) -> Iterator[tuple[str, str, Official]]:
    """The approver of the identity block and all who sign, with where and as what."""
    if sop.identity and sop.identity.approver:
        yield "identity", "approver", sop.identity.approver
    for signature in sop.signatures:
        yield "signature", signature.role, signature


def document_fact(out: FactList, sop: Sop, officials: Sequence[tuple[str, str, Official]]) -> None:
    """The one fact about the document as a whole."""
    identity = sop.identity
    fields: dict[str, IdentityField] = {item.name: item for item in identity.fields} if identity else {}
    signed = [official for source, role, official in officials if source == "signature" and role == "approver"]
    approver = identity.approver if identity else None
    legal = next(item for item in sop.section_reads if item.name == "legal_basis")
    unseen = why_unseen(sop)
    out.add(
        "document",
        {
            "has_identity": identity is not None,
            "steps": sop.steps_state,
            "approver_field": fields["approver"].state if fields else "absent",
            "has_approver": approver is not None,
            "has_signature": bool(signed),
            "has_officer": approver is not None or bool(signed),
            "signature_trace": is_signed(sop, said=any(official.signed for _, _, official in officials)),
            "shows_signatures": unseen is None,
            "legal_state": "filled"
            if sop.legal_basis and legal.state != "headless"
            else _legal_state(sop, legal.state),
            "legal_items": len(sop.legal_basis),
        },
        {
            "unit": sop.unit.value if sop.unit else "dokumen ini",
            "identity_lines": (identity.place.note or "") if identity and identity.place else "",
            "unseen": unseen[0] if unseen else "",
            "unseen_en": unseen[1] if unseen else "",
        },
        _document_evidence(sop),
    )


def _legal_state(sop: Sop, state: str) -> str:
    return "empty" if state == "filled" and not sop.legal_basis else state


def whole_fact(out: FactList, sop: Sop) -> None:
    """The one fact about the text itself; its evidence says where something was looked for."""
    first, last = sop.lines
    out.add(
        "whole",
        {
            "lines": last - first + 1,
            "cut": sop.cut,
            "form_only": sop.form_only,
            "open_end": sop.cut or sop.steps_state != "read" or any(step.cut for step in sop.steps),
            "family": sop.family,
            "mixed": sop.doubtful,
            "labels_mixed": bool(sop.identity and sop.identity.run_together),
            "told": sop.identity is None and _is_told(sop),
        },
        {"where": span(*sop.extent), "where_en": span(*sop.extent, "en"), "form": _FORMS[sop.family]},
        (looked_through(sop),),
    )


def looked_through(sop: Sop) -> Evidence:
    """The whole text, for what is nowhere in it."""
    return sop.extent[0].model_copy(update={"note": f"dicari pada {span(*sop.extent)}"})


def _is_told(sop: Sop) -> bool:
    """Whether a sentence tells what the identity block should: a date, and two of number, making, approval, effect."""
    for run in sop.prose[:MAX_TOLD_RUNS]:
        text = " ".join(piece.text for piece in run.pieces)[:MAX_TOLD_CHARS]
        if len({match.lastgroup for match in _TOLD.finditer(text)}) >= MIN_TOLD and find_dates(text):
            return True
    return False


def _document_evidence(sop: Sop) -> Iterator[Evidence]:
    """Where one would look for the approval: its label, else the identity block, else the whole text."""
    identity = sop.identity
    if identity is None:
        yield looked_through(sop)
        return
    approver = next((item for item in identity.fields if item.name == "approver"), None)
    if approver is not None and approver.label is not None:
        yield from approver.label.evidence
    elif identity.place is not None:
        yield identity.place.model_copy(update={"note": f"blok identitas, {identity.place.note}"})


def identity_facts(out: FactList, identity: Identity | None) -> None:
    """One fact for each field of the identity block, and one for each date with a value."""
    if identity is None:
        return
    present = {item.name for item in identity.fields if item.state != "absent"}
    dates = {
        (True, True): "both",
        (True, False): "only-approved",
        (False, True): "only-effective",
        (False, False): "neither",
    }["approved" in present, "effective" in present]
    for item in identity.fields:
        label = FIELD_LABELS[item.name]
        evidence = item.label.evidence if item.label else _block_evidence(identity)
        out.add(
            "field",
            {
                "name": item.name,
                "state": item.state,
                "dates": dates if item.name in ("approved", "effective") else "both",
            },
            {"label": label, "printed": item.label.value if item.label else label},
            evidence,
            doubts=(item.doubt,) if item.doubt else (),
        )
    for rank, name in enumerate(_DATE_RANKS):
        _date(out, identity, name, rank)
    _date_styles(out, identity)


def _date_styles(out: FactList, identity: Identity) -> None:
    """How the dates of the block are written; nothing when it has none that can be read."""
    dates = [(name, read) for name in _DATE_RANKS if (read := identity.dates.get(name)) is not None]
    styles = [(name, read, style) for name, read in dates if (style := date_style(read.text.value)) is not None]
    if not styles:
        return
    odd = [(name, read) for name, read, style in styles if style != "named"]
    ways = len({style for _, _, style in styles})
    out.add(
        "date_writing",
        {"dates": len(styles), "odd": len(odd)},
        {
            "odd": enumerate_words([f'{FIELD_LABELS[name]} "{read.text.value}"' for name, read in odd]),
            "mixed": f"; ada {ways} cara menulis dalam blok ini" if ways > 1 else "",
            "mixed_en": f"; there are {ways} ways of writing in this block" if ways > 1 else "",
        },
        [place for _, read in odd or dates for place in read.text.evidence],
    )


def age_fact(out: FactList, sop: Sop, as_of: AuditDay) -> None:
    """How old the document is on the day of the audit; nothing when its date cannot be read or is still to come."""
    day = day_in_force(sop)
    identity = sop.identity
    if day is None or identity is None or day > as_of:
        return
    value = identity.approved or identity.effective or identity.created
    revised = next((item for item in identity.fields if item.name == "revised"), None)
    out.add(
        "age",
        {"years": years_since(day, as_of), "months": months_since(day, as_of)},
        {"day": format_date(day), "as_of": Passing(format_date(as_of.plain()), as_of)},
        (*(value.evidence if value else ()), *(revised.label.evidence if revised and revised.label else ())),
    )


def _block_evidence(identity: Identity) -> tuple[Evidence, ...]:
    if identity.place is None:
        return ()
    return (identity.place.model_copy(update={"note": f"dicari pada blok identitas, {identity.place.note}"}),)


def _date_state(read: DateRead) -> str:
    """
    How a date was read; a part that lacks in a picture may be one that was not recognised.

    A lone `1` is easily passed over, and no certainty tells of it; dots in its place were printed, to be filled in.
    """
    least = certainty(read.text.evidence)
    if least is None or read.state not in ("incomplete", "invalid"):
        return read.state
    lacks = read.state == "incomplete" and not _TO_FILL_IN.search(read.text.value)
    return "unreadable" if lacks or least < SURE else read.state


def _date(out: FactList, identity: Identity, name: FieldName, rank: int) -> None:
    read = identity.dates.get(name)
    if read is None or read.state == "none":
        return
    out.add(
        "date",
        {
            "field": name,
            "rank": rank,
            "state": _date_state(read),
            "iso": read.iso.isoformat() if read.iso else None,
            "ambiguous": read.ambiguous,
            "weekday": read.iso.isoweekday() if read.iso else None,
        },
        {
            "weekday": WEEKDAYS[read.iso.weekday()] if read.iso else "",
            "label": FIELD_LABELS[name],
            "printed": read.text.value,
            "day": format_date(read.iso) if read.iso else read.text.value,
        },
        read.text.evidence,
        doubts=field_doubts(identity, name),
    )
