"""The fact about the letterhead: does it name the government and the unit?"""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from engine.derive.factlist import FactList
from schemas.sop import Sop

_WORD = re.compile(r"[a-z]+")
_UNIT = re.compile(
    r"\b(?:kecamatan|camat|kelurahan|dinas|badan|inspektorat|sekretariat|satuan|kantor|kapanewon|distrik|rsud|puskesmas|"
    r"upt|uptd|rumah\s+sakit|bappeda|bapenda|desa|nagari|bagian|balai|bidang|seksi)\b"
)
_LOCAL = re.compile(r"\b(?:kecamatan|kelurahan|dinas|badan|inspektorat|satuan\s+polisi|sekretariat\s+daerah)\b")
_REGION = re.compile(r"\b(?:kabupaten|kab\.|kota|provinsi|propinsi)\s+[a-z]")
_ADDRESS = re.compile(r"(?i)\b(?:jalan|j[l1i]\.|telp|tlp|alamat|nip)\b")
MAX_EDITS = 2
"""Letters that may be wrong in PEMERINTAH for it still to stand there."""


def letterhead_fact(out: FactList, sop: Sop) -> None:
    """
    One fact where a letterhead was read that says enough to be judged.

    The word PEMERINTAH is missed only where the letterhead names both region and a local office; the unit only where
    the document names it nowhere near.
    """
    low = " ".join(line.value.lower() for line in sop.letterhead)
    says = any(OSA.distance(word, "pemerintah", score_cutoff=MAX_EDITS) <= MAX_EDITS for word in _WORD.findall(low))
    names_unit = _UNIT.search(low) is not None
    region = _REGION.search(low) is not None
    if not region or not (says or (names_unit and _LOCAL.search(low))):
        return
    out.add(
        "letterhead",
        {"government": says, "unit": names_unit or sop.unit is not None},
        {"text": " / ".join(dict.fromkeys(_ADDRESS.split(line.value)[0].strip(" ,") for line in sop.letterhead))},
        [place for line in sop.letterhead for place in line.evidence],
    )
