"""
Which family of forms an SOP is written on.

Most SOPs of local government use the form of PermenPANRB 35/2012 (SOP AP). Puskesmas, hospitals and universities also
use the form of their accreditation (Pengertian, Tujuan, Kebijakan, Referensi, Prosedur, Unit Terkait), and offices that
serve the public that of the service standards (UU 25/2009: persyaratan, biaya, jaminan pelayanan ...). These have other
sections, no table of steps, and other labels: what the AP form asks for is not missing there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.labels import whole_heading
from extraction.stream import Line
from schemas.sop import FormFamily

MIN_ACCREDITATION = 4
"""So many different headings of the accreditation form, of which three groups must be there, are one."""
MIN_SERVICE = 3
MAX_AP_HEADINGS = 2
"""An accreditation form may have a Dasar Hukum or list its Peralatan; with more headings of the AP form it is that."""
MAX_HEAD_CHARS = 40
MAX_LINES = 3_000

_START = r"(?:^|(?<=\s))(?P<no>(?:\d{1,2}|[a-z]|[ivx]{1,5})\s{0,3}[.)]\s{0,3})?"
_ACCREDITATION: dict[str, str] = {
    "meaning": r"pengertian|definisi",
    "aim": r"tujuan",
    "policy": r"kebijakan|referensi|acuan|rujukan|ruang\s+lingkup",
    "procedure": r"prosedur|langkah\s?-\s?langkah(?:\s+prosedur)?|bagan\s+alir|diagram\s+alir|langkah",
    "unit": r"unit\s+terkait",
    "papers": r"dokumen\s+terkait|rekaman(?:\s+historis)?(?:\s+perubahan)?|formulir\s+terkait",
    "notes": r"hal\s?-\s?hal\s+yang(?:\s+perlu)?(?:\s+di\s?perhatikan|\s+di\s?perlukan)?|alat(?:\s+dan\s+bahan)?",
}
_HEAD = re.compile(
    _START + "(?:" + "|".join(f"(?P<{name}>{rx})" for name, rx in _ACCREDITATION.items()) + r")(?![a-z])",
    re.IGNORECASE,
)
_NEEDED = (
    frozenset({"meaning"}),
    frozenset({"aim"}),
    frozenset({"policy"}),
    frozenset({"procedure", "unit", "papers"}),
)
_SERVICE: dict[str, str] = {
    "label": r"(?:nomor|no\.?|nama|judul)\s+(?:sp|standar\s+pelayanan)\b",
    "fee": r"biaya\s{0,3}/?\s{0,3}tarif|jumlah\s+biaya",
    "complaints": r"penanganan\s+pengaduan",
    "guarantee": r"jaminan\s+(?:pelayanan|keamanan)",
    "staff": r"jumlah\s+pelaksana|kompetensi\s+pelaksana",
    "control": r"pengawasan\s+intern(?:al)?|evaluasi\s+kinerja\s+pelaksana",
    "facilities": r"sarana\s?,\s{0,3}prasarana",
    "product": r"produk\s+(?:pelayanan|layanan)",
    "term": r"jangka\s+waktu\s+(?:penyelesaian|pelayanan)",
    "mechanism": r"sistem\s?,\s{0,3}mekanisme",
}
_SERVICE_HEAD = re.compile(
    r"(?<![a-z])(?:" + "|".join(f"(?P<{name}>{rx})" for name, rx in _SERVICE.items()) + ")", re.IGNORECASE
)


def form_family(lines: Sequence[Line], own: Sequence[Line]) -> FormFamily:
    """
    Tell the family of forms.

    Args:
        lines: All lines of the file: its first SOP tells more of the form than a later one that the file cuts.
        own: The lines of this SOP.
    """
    ap = {name for line in own[:MAX_LINES] for name in _ap_headings(line)}
    if len(ap) <= MAX_AP_HEADINGS:
        found = {name for line in lines[:MAX_LINES] for name in _accreditation_heads(line)}
        if len(found) >= MIN_ACCREDITATION and all(group & found for group in _NEEDED):
            return "accreditation"
    if len(ap) <= MAX_AP_HEADINGS and len({name for line in own[:MAX_LINES] for name in _service_heads(line)}) >= (
        MIN_SERVICE
    ):
        return "service"
    return "ap"


def _ap_headings(line: Line) -> list[str]:
    return [name for piece in line.pieces() if (name := whole_heading(piece.text.lower())) and name != "legal_basis"]


def _accreditation_heads(line: Line) -> list[str]:
    """Headings that begin a cell or a line, and numbered ones anywhere in a line that holds several."""
    texts = [(piece.text, piece.marker is not None) for piece in line.pieces()]
    return [name for text, marked in texts for name in _heads_in(text, marked=marked)]


def _heads_in(text: str, *, marked: bool) -> list[str]:
    found = []
    for match in _HEAD.finditer(text):
        words = match[match.lastgroup or 0]
        numbered = bool(match["no"]) or (marked and match.start() == 0)
        alone = len(text) <= MAX_HEAD_CHARS and not text[match.end() :].strip(" :.")
        first = match.start() == 0 and (alone or numbered or text[match.end() :].lstrip().startswith(":"))
        if words[0].isupper() and (first or numbered or (words.isupper() and (match.start() == 0 or len(words) > 8))):
            found.append(match.lastgroup or "")
    return found


def _service_heads(line: Line) -> set[str]:
    return {match.lastgroup or "" for piece in line.pieces() for match in _SERVICE_HEAD.finditer(piece.text)}
