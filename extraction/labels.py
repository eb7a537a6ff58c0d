"""
The words by which an SOP form is recognised: labels of the identity block, headings of the sections, column titles.

All patterns are matched against lower-case text. Sources: PermenPANRB 35/2012 (Lampiran, Bagian Identitas and Bagian
Flowchart) for the standard words; the variants are those that real forms print (``Tgl.``, ``Disyahkan``, ``Nama SOP``,
``Pelaku``, ``Mutu Buku``), including the letters that optical reading confuses (``TgI.``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from schemas.base import small
from schemas.sop import FieldName, SectionName

_DAY = r"(?:tangga[li1]|tg[li1])\s{0,3}\.?\s{0,3}"
_SOP = r"(?:sop|sp|s\.\s?o\.\s?p\.?|standar operasional prosedur)(?:\s{0,3}-?\s{0,3}ap)?"

_LABELS: dict[str, str] = {
    "number": rf"(?:no(?:m|rn)[oe]r|no)\s{{0,3}}\.?\s{{0,3}}(?:{_SOP}|dokumen)\b",
    "created": rf"{_DAY}(?:pembuatan|di\s?buat|penyusunan|pembuat)\b",
    "revised": rf"(?:{_DAY}(?:revisi|di\s?revisi|perubahan)|(?:no(?:m|rn)[oe]r|no)\s{{0,3}}\.?\s{{0,3}}revisi)\b",
    "approved": rf"{_DAY}(?:pengesahan|di\s?sy?ahkan|penetapan|di\s?tetapkan|persetujuan)\b",
    "effective": rf"{_DAY}(?:ef+ekti(?:[fp]|ve?)|aktif|mulai berlaku|berlaku|terbit|pemberlakuan|di\s?berlakukan)\b",
    "approver": r"(?:di\s?sy?ahkan|disetujui|ditetapkan|pengesahan)\s+o[li]eh\b",
    "title": rf"(?:nama|judul)\s+(?:(?:{_SOP}|prosedur)\b|sop(?=(?:prosedur|pe[lmnr][a-z]{{4}})))",
}
LABEL = re.compile("(?<![a-z])(?=[tnjdp])(?:" + "|".join(f"(?P<{name}>{rx})" for name, rx in _LABELS.items()) + ")")
_DAY_WORD = re.compile(rf"(?<![a-z]){_DAY}([a-z]{{5,12}})\b")
_DAY_WORDS: dict[str, FieldName] = {
    "pembuatan": "created",
    "revisi": "revised",
    "pengesahan": "approved",
    "disahkan": "approved",
    "penetapan": "approved",
    "efektif": "effective",
    "berlaku": "effective",
}
_LONG_WORD = 9
_WEAK_LABEL = re.compile(
    r"(?:(?P<number>nom[oe]r|no\.?)|(?P<title>judul)|(?P<revised>revisi)|(?P<approver>pengesahan|disy?ahkan))"
    r"(?=\s{0,30}(?::|$))"
)
_LABEL_HINT = re.compile(r"tangga[li1]|tg[li1]|n[o0][ .mr]|nama |judul |[o0][l1i|]eh")

FIELD_LABELS: dict[FieldName, str] = {
    "number": "Nomor SOP",
    "title": "Nama SOP",
    "created": "Tanggal Pembuatan",
    "revised": "Tanggal Revisi",
    "approved": "Tanggal Pengesahan",
    "effective": "Tanggal Efektif",
    "approver": "Disahkan Oleh",
}
DATE_FIELDS: tuple[FieldName, ...] = ("created", "revised", "approved", "effective")

SECTION_LABELS: dict[SectionName, str] = {
    "legal_basis": "Dasar Hukum",
    "qualifications": "Kualifikasi Pelaksana",
    "related": "Keterkaitan",
    "equipment": "Peralatan/Perlengkapan",
    "warnings": "Peringatan",
    "records": "Pencatatan dan Pendataan",
}
_SECTIONS: dict[str, str] = {
    "legal_basis": r"(?:dasar|landasan)\s+hukum",
    "qualifications": r"(?:kualifikasi|persyaratan)\s+pelaksana(?:an)?(?:\s+sop)?|kualifikasi",
    "related": r"sop\s+(?:yang\s+)?(?:terkait|berkaitan)|"
    r"keterkaitan(?:\s+(?:dengan\s+)?(?:sop|prosedur)(?:\s+lain(?:nya)?)?)?",
    "equipment": r"perlengkapan\s{0,3}(?:/|dan|&|,)\s{0,3}peralatan|"
    r"peralatan\s{0,3}(?:/|dan|&|,)?\s{0,3}(?:per?lengkapan)|peralatan|perlengkapan",
    "warnings": r"peringatan",
    "records": r"pendataan\s{0,3}(?:/|dan|&|,)\s{0,3}pencatatan|"
    r"pencatatan\s{0,3}(?:/|dan|&|,)?\s{0,3}pendataan|pencatatan",
}
SECTION = re.compile(
    "(?<![a-z])(?=[dlkps])(?:" + "|".join(f"(?P<{name}>(?:{rx}))" for name, rx in _SECTIONS.items()) + ")(?![a-z])"
)
_SECTION_HINT = re.compile(
    r"hukum|terkait|berkaitan|kualifikasi|pelaksana|keterkaitan|peralatan|perlengkap|peringatan|pencatatan"
)
_WHOLE_HEADINGS: dict[str, SectionName] = {
    "dasar hukum": "legal_basis",
    "landasan hukum": "legal_basis",
    "kualifikasi pelaksana": "qualifications",
    "kualifikasi pelaksanaan": "qualifications",
    "persyaratan pelaksana": "qualifications",
    "kualifikasi": "qualifications",
    "keterkaitan": "related",
    "keterkaitan sop": "related",
    "keterkaitan dengan prosedur lain": "related",
    "sop terkait": "related",
    "sop yang terkait": "related",
    "sop yang berkaitan": "related",
    "keterkaitan dengan sop": "related",
    "keterkaitan dengan sop lain": "related",
    "peralatan perlengkapan": "equipment",
    "peralatan dan perlengkapan": "equipment",
    "peralatan": "equipment",
    "perlengkapan": "equipment",
    "perlengkapan peralatan": "equipment",
    "perlengkapan dan peralatan": "equipment",
    "sarana dan prasarana": "equipment",
    "sarana prasarana": "equipment",
    "peringatan": "warnings",
    "peringatan risiko": "warnings",
    "peringatan dan risiko": "warnings",
    "perhatian": "warnings",
    "pencatatan dan pendataan": "records",
    "pencatatan pendataan": "records",
    "pencatatan": "records",
    "pendataan dan pencatatan": "records",
    "pendataan pencatatan": "records",
}
_HEADING_MAX_CHARS = 45
_HEADING_MAX_EDITS = 3
_COLUMN_MAX_CHARS = 60
_MISSPELT_MIN_CHARS = 9
_HEADING_INITIALS = frozenset(words[0] for words in _WHOLE_HEADINGS)
_NON_LETTERS = re.compile(r"[^a-z]+")
_ENUMERATOR = re.compile(r"^\W*(?:(?:[0-9]{1,2}|[a-z]|[ivx]{1,5})\s{0,3}[.)]\s{0,3})?")


@small
class Hit:
    """A label or heading inside a text: `text[start:end]`."""

    name: str
    start: int
    end: int
    misspelt: bool = False


def _as_letters(low: str) -> str:
    """Read the digits that optical reading puts in the place of letters; one for one, so that offsets stay."""
    return low.replace("0", "o").replace("1", "l").replace("|", "l")


def may_hold_label(low: str) -> bool:
    """Tell quickly that a lower-case text has no label of the identity block."""
    return _LABEL_HINT.search(low) is not None


def label_hits(low: str) -> list[Hit]:
    """List the identity labels of a lower-case text, left to right; a typing error in a date label is allowed."""
    if not _LABEL_HINT.search(low):
        return []
    low = _as_letters(low)
    hits = [Hit(match.lastgroup or "", match.start(), match.end()) for match in LABEL.finditer(low)]
    dated = low.count("tangga") + low.count("tgl")
    if dated and dated > sum(hit.name in DATE_FIELDS for hit in hits):
        known = {hit.start for hit in hits}
        hits += [hit for hit in _misspelt_dates(low) if hit.start not in known]
        hits.sort(key=lambda hit: hit.start)
    return hits


def _misspelt_dates(low: str) -> Iterator[Hit]:
    """Date labels with a typing error in their second word: `Tanggal Pembutan`."""
    for match in _DAY_WORD.finditer(low):
        word = match.group(1)
        limit = 2 if len(word) >= _LONG_WORD else 1
        for known, name in _DAY_WORDS.items():
            if word[0] == known[0] and 0 < OSA.distance(word, known, score_cutoff=limit) <= limit:
                yield Hit(name, match.start(), match.end(), misspelt=True)
                break


def weak_label(low: str) -> Hit | None:
    """A bare `Nomor :` or `Judul :` at the beginning of a text: a label only beside others."""
    match = _WEAK_LABEL.match(low)
    return Hit(match.lastgroup or "", match.start(), match.end()) if match else None


def section_hits(low: str) -> Iterator[Hit]:
    """Yield the section headings of a lower-case text, left to right, wherever they stand."""
    if _SECTION_HINT.search(low):
        for match in SECTION.finditer(low):
            yield Hit(match.lastgroup or "", match.start(), match.end())


def whole_heading(low: str) -> SectionName | None:
    """
    Tell which section heading a short text is, a few typing errors allowed (``Peralatan /Perlengkaoran``).

    Args:
        low: Lower-case text of a cell or a line, with or without number and colon.
    """
    return _whole_heading(low) if low and len(low) <= _HEADING_MAX_CHARS else None


def is_misspelt_heading(low: str) -> bool:
    """Tell whether `whole_heading` knows a text only because it allows typing errors."""
    return _heading_key(low) not in _WHOLE_HEADINGS and whole_heading(low) is not None


def _heading_key(low: str) -> str:
    letters = _as_letters(low[_enumerator_end(low) :])
    return " ".join(_NON_LETTERS.sub(" ", letters).split())


@lru_cache(maxsize=2048)
def _whole_heading(low: str) -> SectionName | None:
    key = _heading_key(low)
    exact = _WHOLE_HEADINGS.get(key)
    if exact or len(key) < _MISSPELT_MIN_CHARS or key[0] not in _HEADING_INITIALS:
        return exact
    limit = min(_HEADING_MAX_EDITS, len(key) // 6)
    near = (name for words, name in _WHOLE_HEADINGS.items() if OSA.distance(key, words, score_cutoff=limit) <= limit)
    return next(near, None)


def _enumerator_end(low: str) -> int:
    match = _ENUMERATOR.match(low)
    return match.end() if match else 0


def starts_with_label(low: str, hit: Hit) -> bool:
    """Tell whether nothing but an enumerator stands before the label."""
    return hit.start <= _enumerator_end(low)


COLUMN_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("no", re.compile(r"^(?:n[o0]|nomor|no urut|n o)\W*$")),
    (
        "activity",
        re.compile(r"^(?:uraian|kegiatan|aktivitas|aktifitas|langkah|tahap|prosedur|rincian kegiatan|proses)"),
    ),
    ("actors", re.compile(r"^(?:pelaksana|pelaku|aktor|penanggung\s?jawab|unit kerja)\b")),
    ("quality", re.compile(r"^mutu\s{0,3}(?:ba|bu)?[a-z]*")),
    ("requirements", re.compile(r"^(?:persyaratan|kelengkapan|syarat|input|bahan|perlengkapan|peralatan|kelangkapan)")),
    ("time", re.compile(r"^(?:waktu|durasi|lama\b|jangka waktu)")),
    ("output", re.compile(r"^(?:ou?tput|out\s?put|ouput|hasil|keluaran|produk)")),
    ("remarks", re.compile(r"^(?:ket\b|keterangan|catatan|ket\.|paraf|tanda tangan)")),
)


def column_role(low: str) -> str | None:
    """Name the role of a column title of a step table, or None (an actor, or nothing)."""
    return _column_role(low) if len(low) <= _COLUMN_MAX_CHARS else None


@lru_cache(maxsize=2048)
def _column_role(low: str) -> str | None:
    text = low.strip(" :.*")
    found = next((role for role, pattern in COLUMN_ROLES if pattern.match(text)), None)
    return found or (_parted_role(text) if " " in text else None)


_PARTED_TITLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("activity", re.compile(r"uraian|kegiatan|aktivitas|aktifitas")),
    ("actors", re.compile(r"pelaksana$|pelaku$|penanggungjawab$")),
    ("quality", re.compile(r"mutubaku$")),
    ("requirements", re.compile(r"persyaratan|kelengkapan|perlengkapan")),
    ("time", re.compile(r"waktu|durasi")),
    ("output", re.compile(r"ou?tput|keluaran")),
    ("remarks", re.compile(r"keterangan$")),
)


def _parted_role(low: str) -> str | None:
    """The role of a title that its narrow column parts inside its words: `Kelengk apan`, `Kegi atan`, `Wakt u`."""
    whole = low.replace(" ", "")
    return next((role for role, pattern in _PARTED_TITLES if pattern.match(whole)), None)
