"""Government, unit and cover: who made the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extraction.degrees import first_degree
from extraction.stream import Line, place, slice_piece, value_of
from schemas.blocks import Piece
from schemas.evidence import Value
from schemas.sop import Cover

_UNIT = (
    r"kecamatan|kelurahan|desa|nagari|dinas|badan|inspektorat|sekretariat|satuan\s+polisi|kantor|bagian|bidang|"
    r"sub\s?bidang|sub\s?bagian|seksi|upt|uptd|puskesmas|rsud|rumah\s+sakit|distrik|kapanewon|bappeda|bapenda|"
    r"kemantren|lembaga|balai"
)
_GOVERNMENT = r"pemerintah(?:\s+daerah)?|provinsi|propinsi|kabupaten|kab\.|kota|kotamadya"
_LETTERHEAD = re.compile(rf"^(?:pemer[a-z]{{3,8}}h|{_GOVERNMENT}|{_UNIT})\b", re.IGNORECASE)
_OFFICE = re.compile(
    r"^(?:plt\.?|plh\.?|pj\.?|put\.?|a\.?\s?n\.?)?\s*(?:kepala|camat|lurah|sekretaris|inspektur|direktur|bupati|"
    r"wali\s?kota|gubernur|ketua|kasat|kasi|kasubbag|kasubag|kabid|kabag|asisten|penjabat|pelaksana tugas)\b",
    re.IGNORECASE,
)
_GOVERNMENT_NAME = re.compile(
    r"(?<![a-z])(provinsi|propinsi|kabupaten|kab\.|kota(?:madya)?(?!\s+administra))\s+", re.IGNORECASE
)
_UNIT_NAME = re.compile(rf"(?<![a-z])(?:kantor\s+camat|{_UNIT})(?:\s|$)", re.IGNORECASE)
_STOP = re.compile(
    r"(?i)\s*(?:[,;:|(]|\bnomor\b|\bno\.|\bjalan\b|\bj[l1i]\.|\btahun\b|\btg[li]\b|\btanggal\b|\btelp|\btlp|\bkode pos|"
    r"\bwebsite|\bemail|\bnip\b|\bstandar|\bdisahkan|\b(?:drs|dra|dr|ir|hj|h)\.|\bnama sop|\bjudul|\b\d{4,})"
)
_GOV_STOP = re.compile(rf"(?i)\s+(?=(?:{_UNIT}|provinsi|propinsi|kabupaten|kota)\b)")
_UNIT_STOP = re.compile(r"(?i)\s+(?=(?:kabupaten|kota|provinsi|propinsi|pemerintah|kecamatan|kab\.)\s)")
_SUBUNIT = re.compile(r"(?i)^(?:bagian|bidang|sub\s?bidang|sub\s?bagian|seksi)\b")
_YEAR = re.compile(r"(?i)^\s*(?:tahun\s+(?:anggaran\s+)?)?((?:19|20)\d\d)\s*$")
_SOP_WORDS = re.compile(
    r"(?i)^\W*(?:stand?art?\s+operasional\s+(?:dan\s+)?prosedure?s?(?:\s+administrasi\s+pemerintahan)?|"
    r"standard?\s+operating\s+procedures?)?\W*(?:\(?\s*s\.?o\.?p\.?(?:\s*-?ap)?\s*\)?(?![a-z]))?\W*"
)
_ADDRESS = re.compile(r"(?i)^(?:jalan|j[l1i]\.|alamat|telp|tlp|website|email|fax|kode pos)")
MAX_COVER_LINES = 40
MAX_UNIT_CHARS = 100
MAX_LETTERHEAD_LINE = 160


def is_letterhead(text: str) -> bool:
    """Tell whether a line is part of a letterhead: `PEMERINTAH ...`, `KECAMATAN ...`."""
    return bool(_LETTERHEAD.match(text.strip())) and len(text) < MAX_LETTERHEAD_LINE


def is_address(text: str) -> bool:
    """Tell whether a line is an address: `Jl. ...`, `Telp. ...`."""
    return bool(_ADDRESS.match(text.strip()))


def is_office_line(text: str) -> bool:
    """Tell whether a line begins with an office: `CAMAT ...`, `Plt. Kepala Dinas ...`."""
    return bool(_OFFICE.match(text.strip()))


def has_degree(text: str) -> bool:
    """Tell whether a line holds an academic degree, so that a person is named in it."""
    return first_degree(text, 0, len(text)) is not None


def without_letterhead(piece: Piece, unit: str | None) -> Piece | None:
    """Take the letterhead out of a line in which the layout mixed it with an official; None when nothing is left."""
    if unit and piece.text.lower().startswith(unit.lower()):
        return slice_piece(piece, len(unit), len(piece.text))
    if not is_letterhead(piece.text):
        return piece
    at = piece.text.lower().find("nip")
    return slice_piece(piece, at, len(piece.text)) if at > 0 else None


def strip_sop_words(text: str) -> str:
    """Take `STANDAR OPERASIONAL PROSEDUR (SOP)` off the front of a title."""
    match = _SOP_WORDS.match(text)
    rest = text[match.end() :] if match else text
    return rest.strip(' \t:-–—.*"')


def says_sop(text: str) -> bool:
    """Tell whether a line begins as the title of an SOP."""
    match = _SOP_WORDS.match(text)
    return bool(match and re.search(r"[a-z]", match.group().lower()))


def find_government(pieces: Iterable[Piece]) -> Value[str] | None:
    """The region as printed in cover or letterhead, `KABUPATEN SUMBAWA`; the regency goes before the province."""
    found: list[tuple[int, Value[str]]] = []
    for piece in pieces:
        for match in _GOVERNMENT_NAME.finditer(piece.text):
            name = _cut(piece.text[match.end() :], _STOP, _GOV_STOP)
            if not name[:1].isupper() or not _capitals(name):
                continue
            kind = match.group(1).lower()
            part = slice_piece(piece, match.start(), match.end() + len(name))
            value = value_of([part]) if part else None
            if value:
                found.append((1 if kind.startswith("pro") else 0, value))
    return min(found, key=lambda item: item[0])[1] if found else None


def _capitals(name: str) -> bool:
    return all(word[:1].isupper() or word.lower() in ("dan", "di") for word in name.split()[:3])


def find_unit(pieces: Iterable[Piece]) -> Value[str] | None:
    """The unit as printed, `KECAMATAN MOYO HILIR`; a sub-unit only when there is nothing above it."""
    best: tuple[int, Value[str]] | None = None
    for piece in pieces:
        for match in _UNIT_NAME.finditer(piece.text):
            if not piece.text[match.start()].isupper():
                continue
            text = _cut(piece.text[match.start() :], _STOP, _UNIT_STOP)
            if len(text) > MAX_UNIT_CHARS or not _is_unit(piece.text, text):
                continue
            part = slice_piece(piece, match.start(), match.start() + len(text))
            value = value_of([part]) if part else None
            rank = _unit_rank(text) + (2 if has_degree(piece.text) else 0)  # a name may run on from the unit
            if value and (best is None or rank < best[0]):
                best = (rank, value)
            break
    return best[1] if best else None


def _is_unit(line: str, text: str) -> bool:
    """A unit is written in capitals, or is the whole line with capital words."""
    words = text.split()
    return text.isupper() or (all(w[:1].isupper() or w.lower() in ("dan", "di") for w in words) and len(line) < 80)


def _unit_rank(text: str) -> int:
    low = text.lower()
    if _SUBUNIT.match(low):
        return 3
    if low.startswith(("kecamatan", "kantor", "kapanewon", "kemantren", "distrik")) and len(low.split()) > 1:
        return 1
    return 0 if len(low.split()) > 1 or low.startswith("inspektorat") else 2


def _cut(text: str, *stops: re.Pattern[str]) -> str:
    for stop in stops:
        match = stop.search(text)
        if match:
            text = text[: match.start()]
    return text.strip(" .*-")


def read_cover(lines: Sequence[Line], before: int) -> Cover | None:
    """Read title and year from the lines before the first section or the identity block."""
    words: list[Piece] = []
    year: Value[int] | None = None
    seen_sop = done = False
    for line in lines[: min(before, MAX_COVER_LINES)]:
        if line.kind not in ("heading", "paragraph") or line.marker:
            break
        piece = line.piece
        match = _YEAR.match(piece.text)
        if match:
            year = year or Value(int(match.group(1)), (place(piece),))
            done = True
        elif is_letterhead(piece.text) or _ADDRESS.match(piece.text):
            done = done or bool(words)
        elif not done and _cover_words(piece.text, seen_sop=seen_sop):
            seen_sop = seen_sop or says_sop(piece.text) or bool(_HALF_SOP.match(piece.text))
            words.append(piece)
    title = _cover_title(words) if words and _LONG_SOP.search(" ".join(piece.text for piece in words)) else None
    return Cover(title=title, year=year) if title or year else None


_LONG_SOP = re.compile(r"(?i)operasional\s+(?:dan\s+)?prosedur|operating\s+procedure")
_HALF_SOP = re.compile(r"(?i)^\W*(?:stand?art?\s+operasional|prosedur(?:\s*\(?\s*sop\s*\)?)?|\(?\s*sop\s*\)?)\W*$")


def _cover_words(text: str, *, seen_sop: bool) -> bool:
    if len(text) > MAX_LETTERHEAD_LINE:
        return False
    return says_sop(text) or bool(_HALF_SOP.match(text)) or seen_sop


def _cover_title(words: list[Piece]) -> Value[str] | None:
    """The title without the words that only say that it is an SOP, which may be broken over lines."""
    joined = " ".join(piece.text for piece in words)
    rest = strip_sop_words(joined)
    if not rest:
        return None
    kept, length = [], 0
    for piece in reversed(words):
        if length >= len(rest):
            break
        kept.append(piece)
        length += len(piece.text) + 1
    kept.reverse()
    cut = len(" ".join(piece.text for piece in kept)) - len(rest)
    if cut > 0:
        first = slice_piece(kept[0], cut, len(kept[0].text))
        kept = [first, *kept[1:]] if first else kept[1:]
    return value_of(kept)
