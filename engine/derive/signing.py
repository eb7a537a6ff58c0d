"""Facts about what shows that an SOP was signed: words, digital signatures, pictures."""

from __future__ import annotations

from engine.derive.factlist import FactList
from schemas.blocks import DigitalSignature
from schemas.sop import Sop

_NOT_SEEN = {
    "text": ("Tanda tangan tidak dapat dilihat dalam teks", "A signature is not visible in text"),
    "word": (
        "Berkas pengolah kata lazimnya ditandatangani sesudah dicetak",
        "A file of a word processor is printed and then signed",
    ),
    "page": (
        "Tanda tangan mungkin berada pada gambar halaman yang tidak dapat dinilai",
        "A signature may stand in a picture of the page that cannot be judged",
    ),
}
"""By the medium; in Indonesian and English."""
_DIGITAL = (
    "Ada tanda tangan elektronik yang tidak sah atau tidak dapat diperiksa (lihat approval/signature-invalid)",
    "There is a digital signature that does not hold or could not be checked (see approval/signature-invalid)",
)
_ELSEWHERE = (
    "Ada gambar pada halaman pengesahan, yang mungkin tanda tangan, tetapi tidak di dekat nama pejabat",
    "A picture on the page of the approval may be a signature, but does not stand near the officer's name",
)


def is_signed(sop: Sop, *, said: bool) -> bool:
    """
    Whether anything shows that the SOP was signed: words, a digital signature that holds, a picture at the right place.

    Args:
        sop: The SOP.
        said: Whether words such as ``ttd`` stand with an officer.
    """
    holds = any(_state(signature) == "intact" for signature in sop.digital_signatures)
    return said or sop.signature_note is not None or holds or any(mark.where == "near" for mark in sop.signing_marks)


def why_unseen(sop: Sop) -> tuple[str, str] | None:
    """Why a signature may be there though none is seen, in Indonesian and English; None where it would be seen."""
    if any(_state(signature) != "intact" for signature in sop.digital_signatures):
        return _DIGITAL
    if not sop.shows_signatures:
        return _NOT_SEEN[sop.medium]
    return _ELSEWHERE if any(mark.where == "elsewhere" for mark in sop.signing_marks) else None


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
