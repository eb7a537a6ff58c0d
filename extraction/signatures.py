"""Signature blocks: who signs below a text, outside the identity block."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Literal

from extraction.dates import find_dates
from extraction.labels import whole_heading
from extraction.letterhead import has_degree, is_letterhead, is_office_line, without_letterhead
from extraction.nip import find_nips
from extraction.officials import parse_official
from extraction.stream import Line, place, slice_piece, value_of
from schemas.blocks import Piece
from schemas.evidence import Value
from schemas.sop import Official, Signature

MAX_LINES_UP = 10
"""Lines of the stream between the office and the NIP of one signature."""
MAX_LINE_CHARS = 160
"""A longer line is running text, not part of a signature."""
MAX_LINES_DOWN = 6
"""Lines between an office and a name that has no NIP below it."""
TAIL_LINES = 14
"""A signature without an NIP is looked for in so many last lines of a text."""

_ROLES: tuple[tuple[Literal["drafter", "checker"], re.Pattern[str]], ...] = (
    ("drafter", re.compile(r"(?i)\b(?:disusun|dibuat|disiapkan|penyusun|pembuat)\b")),
    ("checker", re.compile(r"(?i)\b(?:diperiksa|diverifikasi|diteliti|pemeriksa|direviu)\b")),
)
_SAID: tuple[tuple[Literal["approves", "knows"], re.Pattern[str]], ...] = (
    ("approves", re.compile(r"(?i)\b(?:disy?ahkan|mengesahkan|ditetapkan|menetapkan|disetujui|menyetujui)\b")),
    ("knows", re.compile(r"(?i)\bmengetahui\b")),
)
_ROLE_LINE = re.compile(
    r"(?i)^(?:disusun|dibuat|disiapkan|diperiksa|diverifikasi|diteliti|disahkan|disetujui|mengetahui|"
    r"menyetujui|mengesahkan|ditetapkan)\b[^,:]{0,20}[,:]?$"
)
_SIGNATURE_NOTE = re.compile(
    r"(?i)\btelah\s+di\s?tanda\s?tangani\s+secara\s+elektronik|\bbsre\b|balai\s+(?:besar\s+)?sertifikasi\s+elektronik"
)
_LONG_NUMBER = re.compile(r"\d{4}(?:[ .]?\d){8}")
_ONLY_DIGITS = re.compile(r"^[\d .]{1,30}$")
NIP_DIGITS = 18
_SET_AT = re.compile(
    r"(?i)^(?:ditetapkan|disahkan|dikeluarkan)\s+di\s{0,3}:?\s{0,3}(\S[^,;:]{1,40}?)"
    r"(?:,?\s{1,30}(?:pada\s+)?tanggal\s{0,3}:?.{4,30})?$"
)
_ON_DATE = re.compile(r"(?i)^(?:pada\s+)?tanggal\s{0,3}:?\s{0,3}(.{6,30})$")
_PLACE_DATE = re.compile(r"^([A-Z][A-Za-z .]{2,40}),\s*(.{6,30})$")
_OPEN_DATE = re.compile(
    r"^([A-Z][A-Za-z .]{2,40}),[\s._…]{3,60}(?:[A-Za-z]{3,10})?[\s._…]{0,40}(?:20[0-9]{0,2})?[\s._…]{0,20}$"
)
"""A place with a date to be filled in by hand."""
_WIDE_PARTS = re.compile(r"[^ \t\n]+(?:[ \t]{1,3}[^ \t\n]+)*")
"""Words that no wide gap parts."""
_NAME_LIKE = re.compile(
    r"^[(\[]?\s*(?:(?:dr|drg|drh|apt|ns)\.\s{0,3})?[A-Z][A-Za-z'’.]*(?:[ ,]+[A-Z][A-Za-z'’.]*){1,7}\s*[)\]]?$"
)
_BLANK_NAME = re.compile(r"^[(\[]?\s*[._…]{4,}\s*[)\]]?$")


@dataclass(slots=True)
class Signatures:
    """What was found, and the lines it used."""

    signatures: list[Signature]
    used: set[int]


def read_signatures(lines: Sequence[Line], indexes: Sequence[int], unit: str | None) -> Signatures:
    """Find the signature blocks among the given lines (those of the identity block and the steps left out)."""
    result = Signatures([], set())
    blocks_done: set[int] = set()
    for at, index in enumerate(indexes):
        line = lines[index]
        if index in result.used or not _may_hold_nip(line.low):
            continue
        if line.kind == "row":
            if line.block not in blocks_done and find_nips(line.text):
                blocks_done.add(line.block)
                _table(lines, indexes, [i for i in indexes if lines[i].block == line.block], unit, result)
        elif len(line.text) <= MAX_LINE_CHARS and (nips := find_nips(line.text)):
            columns = _columns(line.piece, [nip.start for nip in nips])
            if len(columns) > 1:
                _beside(lines, indexes, at, columns, unit, result)
            else:
                _above(lines, indexes, at, unit, result)
    _without_nip(lines, indexes, unit, result)
    result.signatures.sort(key=_first_line)
    return result


def read_signature_note(lines: Sequence[Line], indexes: Sequence[int]) -> Value[str] | None:
    """Find the note that an electronically signed document carries; the steps must not be among the lines."""
    for index in indexes:
        line = lines[index]
        if "elektronik" in line.low or "bsre" in line.low:
            piece = next((piece for piece in line.pieces() if _SIGNATURE_NOTE.search(piece.text)), None)
            if piece is not None:
                return value_of([piece])
    return None


def _may_hold_nip(low: str) -> bool:
    return "nip" in low or _LONG_NUMBER.search(low) is not None


def _first_line(signature: Signature) -> int:
    values = (signature.position, signature.name, signature.nip_text)
    return min((value.evidence[0].line or 0 for value in values if value), default=0)


def _above(lines: Sequence[Line], indexes: Sequence[int], at: int, unit: str | None, result: Signatures) -> None:
    """The block that ends with the NIP in line `indexes[at]`."""
    start = _start(lines, indexes, at, result.used)
    end = at + 1 + (at + 1 < len(indexes) and _goes_on(lines[indexes[at]].text, lines[indexes[at + 1]].text))
    used = list(indexes[start:end])
    kept = (without_letterhead(piece, unit) for index in used for piece in lines[index].pieces())
    _add([piece for piece in kept if piece], _heads(lines, indexes, start, result.used), unit, used, result)


def _columns(piece: Piece, nips: Sequence[int]) -> list[int]:
    """Where the parts of a line begin that wide gaps part and that each hold an NIP."""
    parts = [(match.start(), match.end()) for match in _WIDE_PARTS.finditer(piece.text)]
    return [piece.column + start for start, end in parts if any(start <= nip < end for nip in nips)]


def _beside(
    lines: Sequence[Line],
    indexes: Sequence[int],
    at: int,
    columns: Sequence[int],
    unit: str | None,
    result: Signatures,
) -> None:
    """Signatures side by side in running lines: each part of a line belongs to the column that it stands nearest to."""
    parts: list[list[Piece]] = [[] for _ in columns]
    dates: list[Piece] = []
    used: list[int] = []
    for back in range(at, max(-1, at - MAX_LINES_UP), -1):
        line = lines[indexes[back]]
        cut_off = back < at and indexes[back + 1] - indexes[back] > 1  # the step table stands between
        if cut_off or indexes[back] in result.used or not _may_stand_beside(line):
            break
        used.append(indexes[back])
        if _is_place_date(line.text):
            dates.append(line.piece)
            break
        for part in _wide_parts(line.piece):
            nearest = min(range(len(columns)), key=lambda column: abs(columns[column] - part.column))
            parts[nearest].insert(0, part)
    for pieces in parts:
        heads = [piece for piece in pieces if _is_head(piece.text)]
        _add([piece for piece in pieces if piece not in heads], [*heads, *dates], unit, used, result)


def _may_stand_beside(line: Line) -> bool:
    return (
        line.kind != "row"
        and len(line.text) <= MAX_LINE_CHARS
        and line.marker is None
        and whole_heading(line.low) is None
    )


def _wide_parts(piece: Piece) -> list[Piece]:
    """The parts of a line that wide gaps part, left to right."""
    parts = (slice_piece(piece, match.start(), match.end()) for match in _WIDE_PARTS.finditer(piece.text))
    return [part for part in parts if part]


def _goes_on(text: str, following: str) -> bool:
    """Whether a number is broken over two lines: the next line is digits only, and both together have 18."""
    if not _ONLY_DIGITS.match(following):
        return False
    found = find_nips(text)
    digits = sum(letter.isdigit() for letter in (found[-1].text if found else "") + following)
    return digits == NIP_DIGITS


def _heads(lines: Sequence[Line], indexes: Sequence[int], start: int, taken: set[int]) -> list[Piece]:
    """
    The lines above a block that say as what and when somebody signs.

    Those are the lines right above, down from the block before (`taken`), and a heading such as `Disusun oleh:` over a
    run of signatures without a blank line.
    """
    near = list(indexes[max(0, start - 3) : start])
    near = near[max((at + 1 for at, index in enumerate(near) if index in taken), default=0) :]
    heads = [piece for index in near if _is_head(lines[index].text) for piece in lines[index].pieces()]
    at = start
    while at and lines[indexes[at - 1]].no == lines[indexes[at]].no - 1:
        at -= 1
        if _ROLE_LINE.match(lines[indexes[at]].text):
            return [*heads, lines[indexes[at]].piece]
    return heads


def _is_head(text: str) -> bool:
    return bool(_ROLE_LINE.match(text) or _SET_AT.match(text)) or _is_place_date(text)


def _start(lines: Sequence[Line], indexes: Sequence[int], at: int, used: set[int]) -> int:
    """Where the block begins: at the office above the name, else at the name."""
    own = lines[indexes[at]]
    if is_office_line(own.text) and len(own.text) > 30:
        return at
    first = at
    for back in range(at - 1, max(-1, at - 1 - MAX_LINES_UP), -1):
        line = lines[indexes[back]]
        if indexes[back] in used or _ends_upwards(line):
            break
        first = back
        if is_office_line(line.text) and not (back == at - 1 and back and _is_name(lines[indexes[back - 1]])):
            return _with_mandate(lines, indexes, back)
    return max(first, at - 2) if first < at else at


def _is_name(line: Line) -> bool:
    """A line that names a person; an office under it stands where the rank belongs."""
    text = line.text.strip()
    return not is_office_line(text) and not is_letterhead(text) and bool(_NAME_LIKE.match(text)) and has_degree(text)


def _with_mandate(lines: Sequence[Line], indexes: Sequence[int], office: int) -> int:
    """`a.n. BUPATI ...` stands above the office of the one who signs."""
    above = lines[indexes[office - 1]] if office else None
    return office - 1 if above is not None and re.match(r"(?i)^a\s?\.?\s?n\s?\.", above.text) else office


def _ends_upwards(line: Line) -> bool:
    return (
        line.kind == "row"
        or len(line.text) > MAX_LINE_CHARS
        or bool(_ROLE_LINE.match(line.text))
        or (line.kind in ("item", "heading") and line.marker is not None)
        or whole_heading(line.low) is not None
        or _is_place_date(line.text)
    )


def _is_place_date(text: str) -> bool:
    match = _PLACE_DATE.match(text) or _ON_DATE.match(text)
    return bool(match and find_dates(match.group(match.lastindex or 0))) or bool(_OPEN_DATE.match(text))


def _rows_above(lines: Sequence[Line], indexes: Sequence[int], first: int) -> list[int]:
    """Rows with offices or headings that a gap for the signature parts from the names."""
    width = len(lines[first].cells)
    found: list[int] = []
    for index in reversed([index for index in indexes if index < first][-4:]):
        line = lines[index]
        texts = [piece.text for piece in line.pieces()]
        if line.kind != "row" or abs(len(line.cells) - width) > 1 or not any(map(_opens_signature, texts)):
            break
        found.insert(0, index)
    return found


def _opens_signature(text: str) -> bool:
    return is_office_line(text) or _is_head(text)


def _table(
    lines: Sequence[Line], indexes: Sequence[int], rows: Sequence[int], unit: str | None, result: Signatures
) -> None:
    """Signatures side by side: each column is a block."""
    rows = [*_rows_above(lines, indexes, rows[0]), *rows]
    width = max(len(lines[index].cells) for index in rows)
    if width > 6 or len(rows) > 20:
        return
    dates = [piece for index in rows for piece in lines[index].pieces() if _is_place_date(piece.text)]
    for column in range(width):
        pieces = [piece for index in rows if column < len(lines[index].cells) for piece in lines[index].cells[column]]
        if any(find_nips(piece.text) for piece in pieces):
            heads = [piece for piece in pieces if _is_head(piece.text)]
            body = [piece for piece in pieces if piece not in heads]
            own = any(map(_is_place_date, (piece.text for piece in heads)))
            _add(body, heads if own else [*heads, *dates[:1]], unit, rows, result)


def _add(
    pieces: Sequence[Piece], heads: Sequence[Piece], unit: str | None, used: Sequence[int], result: Signatures
) -> None:
    official = parse_official(pieces, unit_name=unit)
    if official is not None:
        result.signatures.append(_signature(official, heads))
        result.used.update(used)


def _signature(official: Official, heads: Sequence[Piece]) -> Signature:
    role: Literal["approver", "drafter", "checker", "other"] = "approver"
    place_value: Value[str] | None = None
    date_value: Value[dt.date] | None = None
    said = next((name for name, pattern in _SAID if any(pattern.search(piece.text[:60]) for piece in heads)), None)
    for piece in heads:
        role = next((name for name, pattern in _ROLES if len(piece.text) < 60 and pattern.search(piece.text)), role)
        where, when = _place_and_date(piece)
        place_value, date_value = where or place_value, when or date_value
    parts = {each.name: getattr(official, each.name) for each in fields(Official)}
    return Signature(**parts, role=role, said=said, place=place_value, date=date_value)


def _place_and_date(piece: Piece) -> tuple[Value[str] | None, Value[dt.date] | None]:
    """`Sumbawa, 4 Januari 2023`, or `Ditetapkan di Sumbawa` and `pada tanggal 4 Januari 2023` on two lines."""
    evidence = (place(piece),)
    both = _PLACE_DATE.match(piece.text)
    where, when = both or _SET_AT.match(piece.text), both or _ON_DATE.match(piece.text)
    dates = find_dates(when.group(when.lastindex or 0) if when else piece.text if where else "")
    day = dates[0].iso if dates else None
    if (both and not dates) or not where:
        where = _OPEN_DATE.match(piece.text)
    return (
        Value(where.group(1).strip(), evidence) if where else None,
        Value(day, evidence) if day else None,
    )


def _without_nip(lines: Sequence[Line], indexes: Sequence[int], unit: str | None, result: Signatures) -> None:
    """A block at the end of a text that has an office and a name (or a blank for it), but no NIP."""
    tail = indexes[-TAIL_LINES:]
    for at, index in enumerate(tail):
        line = lines[index]
        if index in result.used or not _is_bare_office(line):
            continue
        for other in tail[at + 1 : at + 1 + MAX_LINES_DOWN]:
            if other in result.used or _ends_upwards(lines[other]):
                break
            text = lines[other].text.strip()
            if _BLANK_NAME.match(text) or (
                _NAME_LIKE.match(text)
                and not is_letterhead(text)
                and (has_degree(text) or text.isupper())
                and not is_office_line(text)
            ):
                used = [i for i in tail if index <= i <= other]
                pieces = [piece for i in used for piece in lines[i].pieces()]
                _add(pieces, _heads(lines, tail, at, result.used), unit, used, result)
                return


def _is_bare_office(line: Line) -> bool:
    return (
        line.kind in ("paragraph", "heading")
        and is_office_line(line.text)
        and len(line.text) < 90
        and (line.text.rstrip().endswith(",") or line.text.isupper())
    )
