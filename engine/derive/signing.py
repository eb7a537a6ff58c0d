"""Facts about what shows that an SOP was signed: words, digital signatures, pictures."""

from __future__ import annotations

from collections.abc import Sequence

from engine.derive.factlist import FactList
from schemas.blocks import DigitalSignature
from schemas.fact_spec import Scalar
from schemas.sop import Sop


def signing_fields(sop: Sop, *, said: bool) -> dict[str, Scalar]:
    """
    What the fact about the document says of signatures.

    Args:
        sop: The SOP.
        said: Whether words such as ``ttd`` stand with an officer.
    """
    digital = _all(sop.digital_signatures)
    where = {mark.where for mark in sop.signing_marks}
    return {
        "signature_trace": said or sop.signature_note is not None or digital == "intact" or "near" in where,
        "shows_signatures": sop.shows_signatures,
        "medium": sop.medium,
        "digital": digital,
        "picture_elsewhere": "elsewhere" in where,
    }


def _all(signatures: Sequence[DigitalSignature]) -> str:
    states = {_state(signature) for signature in signatures}
    if "intact" in states:
        return "intact"
    return "none" if not states else "unchecked" if "unchecked" in states else "broken"


def _state(signature: DigitalSignature) -> str:
    if not signature.checked:
        return "unchecked"
    if not signature.intact:
        return "broken"
    return "intact" if signature.whole else "changed"


def digital_signature_facts(out: FactList, sop: Sop) -> None:
    """One fact for each digital signature."""
    for signature in sop.digital_signatures:
        signer = signature.signer or "penanda tangan yang namanya tidak terbaca"
        office = f" ({signature.organisation})" if signature.organisation else ""
        out.add(
            "digital_signature",
            {"state": _state(signature), "trust": signature.trust},
            {"who": f"{signer}{office}", "problem": signature.problem or ""},
            signature.evidence,
        )
