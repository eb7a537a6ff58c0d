"""
The identity block (PermenPANRB 35/2012, Bagian Identitas): labels and their values in every layout seen.

Label and value in one row, value before label (reversed columns), in running text, value in the next line, all values
after all labels. Where the layout does not tell which value belongs to a label, the field is *unplaced*: nothing is
guessed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from extraction.dates import find_dates, parse_date
from extraction.labels import (
    DATE_FIELDS,
    FIELD_LABELS,
    Hit,
    label_hits,
    section_hits,
    starts_with_label,
    weak_label,
    whole_heading,
)
from extraction.letterhead import has_degree, is_letterhead, is_office_line, without_letterhead
from extraction.officials import parse_official
from extraction.stream import Line, extent, joined, place, slice_piece, value_of
from schemas.blocks import Piece
from schemas.doubt import ReadingDoubt
from schemas.evidence import Evidence, Value
from schemas.places import span
from schemas.sop import DateRead, FieldName, FieldState, Identity, IdentityField, Official

_COUNT_HEADING = re.compile(r"(?i)^no(?:mor)?\s?\.?(?:\s?urut)?$")
MIN_LABELS = 3
"""Fewer different labels together are no identity block."""
MAX_GAP_LINES = 30
"""Labels further apart (file lines) belong to two blocks."""
MAX_REPEAT_LINES = 6
"""A label that comes again within so many file lines is said twice in one block."""
WEAK_LABEL_LINES = 6
"""Bare labels (`Judul :`) count within so many lines of the sure ones."""
MAX_LABELS = 30
"""Labels of a block that are looked at for a repetition."""
MAX_BELOW = 16
"""Lines below a label in which its value may stand."""
MAX_HEADING_CHARS = 80
"""A longer line that begins with the name of a section is a sentence."""
MIN_BARE_LABELS = 4
"""So many labels without a value beside them mean that the values stand elsewhere."""
MAX_OFFICE_CHARS = 100
"""A longer office has swallowed what the layout put beside it."""
MAX_DETACHED_LINES = 30
"""Lines after the labels in which detached values are looked for."""

_SEPARATORS = " \t:;=.…_"
_DASH = re.compile(
    r"^[\s:]*(?:[-–—/]+|nihil|tidak ada|belum(?: ada| pernah)?(?: di\s?revisi)?|n/?a)[\s.,;]*$", re.IGNORECASE
)
_ONLY_FILLER = re.compile(r"^[\s.…_:\-–—/]*$")
_WORDS = re.compile(r"[a-z]{3,}", re.IGNORECASE)
_LONE_DAY = re.compile(
    r"(?:^|[:\s])(?:\d{1,2}\s{1,3})?(?:januari|[fp]ebruari|maret|april|mei|juni|juli|agustus|september|oktober|"
    r"no[vp]ember|desember)(?:\s{1,3}(?:19|20)\d\d)?(?=\s|$)(?![^;]{0,40}\btentang\b)",
    re.IGNORECASE,
)
_HAS_DIGIT = re.compile(r"\d")
_OPENS_LIST = re.compile(r"\s{0,3}:?\s{0,3}1\s?[.)]\s")
"""What follows the heading of a section whose list stands in the same line."""
_PLACEHOLDER = re.compile(r"(?i)\b(?:tanda tangan(?: (?:dan|&) (?:stempel|cap))|nama (?:jelas|lengkap))\b")
"""What an empty form prints where officers sign."""
_TITLE_STOP = re.compile(r"^(?:pemerintah|standar|sop\b|no\b|uraian|halaman|tabel)", re.IGNORECASE)


@dataclass(slots=True)
class Label:
    """A label with the words that stand around it."""

    name: FieldName
    piece: Piece
    line: int
    """Index into the stream."""
    before: list[Piece] = field(default_factory=list)
    after: list[Piece] = field(default_factory=list)
    below: list[Piece] = field(default_factory=list)
    in_row: bool = False
    unplaced: bool = False
    """Its value stands among others, and the layout does not tell which one it is."""
    misspelt: bool = False
    ordered: bool = False
    """Its value was found by the order of labels and values."""


@dataclass(slots=True)
class Region:
    """Where an identity block stands, as indexes into the stream."""

    first: int
    last: int
    labels: list[Label]
    letterhead: list[Piece]
    """Words of the block that belong to no label, before the values: the letterhead cell."""
    detached: dict[FieldName, list[Piece]] | None = None
    """Values that stand after all labels; see `_place_detached`."""


def find_regions(lines: Sequence[Line]) -> list[Region]:
    """Find the identity blocks of a document, in order."""
    groups: list[list[Label]] = []
    for index, line in enumerate(lines):
        if _heads_register(lines, index):
            continue
        for label in _labels_of(line, index):
            if not groups or _begins_anew(groups[-1], label, lines):
                groups.append([])
            groups[-1].append(label)
    regions: list[Region] = []
    for group in groups:
        if len({label.name for label in group}) >= MIN_LABELS and not _is_enumeration(group):
            region = _region(_with_weak_labels(group, lines), lines)
            if not any(_is_page_header(region, before) for before in regions):
                regions.append(region)
    return regions


def _heads_register(lines: Sequence[Line], index: int) -> bool:
    """The heading of a list of SOPs, or of steps: `No | Nomor SOP | Judul SOP | ...` over rows that count from 1."""
    line = lines[index]
    if line.kind != "row" or not line.cells or not _COUNT_HEADING.match(joined(line.cells[0])):
        return False
    below = next((row for row in lines[index + 1 : index + 4] if row.kind == "row" and row.cells), None)
    return below is not None and joined(below.cells[0]).strip(" .)(") == "1"


def _is_enumeration(group: list[Label]) -> bool:
    """A sentence that only names the labels: `memuat Nomor SOP, Tanggal Pembuatan, Tanggal Revisi, ...`."""
    if len({label.piece.line for label in group}) > 1:
        return False
    commas = sum(joined(label.after).strip() in {",", "dan", ", dan"} for label in group)
    return 2 * commas >= len(group)


def _begins_anew(group: list[Label], label: Label, lines: Sequence[Line]) -> bool:
    """Whether a label belongs to another block: far away, or a name or number that the block already has."""
    gap = lines[label.line].no - lines[group[-1].line].no
    between = lines[group[-1].line + 1 : label.line]
    if gap > MAX_GAP_LINES or len(between) > MAX_BELOW or any(map(_ends_block, between)):
        return True
    if all(label.name != known.name for known in group[-MAX_LABELS:]):
        return False
    naming = label.name in ("number", "title") and len(group) >= MIN_LABELS
    return naming or (gap > MAX_REPEAT_LINES and label.name != "approver")


def _is_page_header(region: Region, before: Region) -> bool:
    """The same block printed again on top of a later page."""

    def number(block: Region) -> str:
        return next((joined(label.after) for label in block.labels if label.name == "number" and label.after), "")

    def titles(block: Region) -> list[str]:
        return [joined(label.after).lower() for label in block.labels if label.name == "title" and label.after]

    return bool(number(region)) and number(region) == number(before) and titles(region) in ([], titles(before))


def _with_weak_labels(group: list[Label], lines: Sequence[Line]) -> list[Label]:
    """Add bare labels (`Nomor :`, `Judul :`) that stand right beside the sure ones."""
    known = {label.name for label in group}
    near = range(max(0, group[0].line - WEAK_LABEL_LINES), min(len(lines), group[-1].line + WEAK_LABEL_LINES + 1))
    taken = {label.line for label in group}
    for index in near:
        if index in taken or _heads_register(lines, index):
            continue
        for label in _labels_of_line(lines[index], index, weak=True):
            if label.name not in known and not any(label_hits(lines[index].low)):
                known.add(label.name)
                group.append(label)
    return sorted(group, key=lambda label: (label.line, label.piece.column))


def _labels_of(line: Line, index: int) -> list[Label]:
    """The labels of one line, each with the words before and after it up to the next label."""
    return _labels_of_line(line, index) if line.labelled else []


def _labels_of_line(line: Line, index: int, *, weak: bool = False) -> list[Label]:
    labels: list[Label] = []
    loose: list[Piece] = []
    for at, cell in enumerate(line.cells):
        if labels and loose and _stands_beside_block(line, at):
            continue
        for piece in cell:
            low = piece.text.lower()
            hits = _weak_hits(low) if weak else label_hits(low)
            hit = next((hit for hit in hits if _is_label(piece, hit, line)), None)
            if hit is None:
                if not _is_filler(piece.text):
                    loose.append(piece)
                continue
            _close(labels, loose)
            name_piece = slice_piece(piece, hit.start, hit.end)
            assert name_piece is not None
            labels.append(
                Label(hit.name, name_piece, index, before=loose, in_row=line.kind == "row", misspelt=hit.misspelt)  # type: ignore[arg-type]
            )
            loose = _rest(piece, hit.end)
    _close(labels, loose)
    return _unstacked(labels)


def _stands_beside_block(line: Line, at: int) -> bool:
    """Whether a cell reaches down over rows of labels: the name and logo of the unit, on their right."""
    return at < len(line.spans) and line.spans[at] >= MIN_LABELS


def _unstacked(labels: list[Label]) -> list[Label]:
    """
    Labels stacked in one cell, their values stacked in the next one.

    The flow of words gives all values to the last label; they are shared out in order where each fits, and the labels
    are unplaced where they do not.
    """
    stack = [label for label in labels if label.in_row and not label.after] + labels[-1:]
    if len(stack) < MIN_LABELS or len(labels[-1].after) < 2:
        return labels
    values, labels[-1].after = labels[-1].after, []
    placed = _in_order(stack, values)
    for label in stack:
        label.after = placed.get(label.name, []) if placed else []
        label.unplaced = placed is None
        label.ordered = placed is not None
    return labels


def _weak_hits(low: str) -> list[Hit]:
    hit = weak_label(low)
    return [hit] if hit else []


def _is_label(piece: Piece, hit: Hit, line: Line) -> bool:
    low = piece.text.lower()
    if not starts_with_label(low, hit):
        return False
    rest = low[hit.end : hit.end + 2].strip()
    if rest.startswith(",") and line.kind != "row":
        return False  # a sentence that only names the labels: `memuat No. Dokumen, No. Revisi, Tanggal Terbit`
    return piece.text[hit.start].isupper() or rest.startswith(":") or line.kind == "row"


def _close(labels: list[Label], loose: list[Piece]) -> None:
    if labels:
        labels[-1].after = [_bare_value(piece) for piece in loose]


def _rest(piece: Piece, start: int) -> list[Piece]:
    text = piece.text
    while start < len(text) and text[start] in " \t:=":
        start += 1
    rest = slice_piece(piece, start, len(text))
    return [rest] if rest else []


def _region(group: list[Label], lines: Sequence[Line]) -> Region:
    group = _merged(group)
    _fill_below(group, lines)
    if _is_reversed(group):
        for label in group:
            label.after = label.before
        letterhead: list[Piece] = []
    else:
        letterhead = [piece for label in group for piece in label.before]
        letterhead += [piece for label in group for piece in _letterhead_beside(label)]
    letterhead += [piece for label in group for piece in label.below if is_letterhead(piece.text)]
    region = Region(group[0].line, group[-1].line, group, letterhead)
    region.detached = _place_detached(region, lines)
    if region.detached is None:
        _unplace_run(region, lines)
    values = [piece for label in group if label.name == "approver" for piece in label.below]
    values += [piece for pieces in (region.detached or {}).values() for piece in pieces]
    last = max((piece.line for piece in values), default=0)
    while region.last + 1 < len(lines) and lines[region.last + 1].no <= last:
        region.last += 1
    return region


def _letterhead_beside(label: Label) -> list[Piece]:
    """Take the letterhead out of a value to whose right it stands; offices and titles may begin with its words."""
    if not label.in_row or label.name in ("approver", "title"):
        return []
    at = next((at for at, piece in enumerate(label.after) if is_letterhead(piece.text)), len(label.after))
    label.after, letterhead = label.after[:at], label.after[at:]
    return letterhead


def _merged(group: list[Label]) -> list[Label]:
    """A label that a converter repeated for each row of a merged cell is one label with all their values."""
    kept: list[Label] = []
    for label in group:
        before = kept[-1] if kept else None
        if before and before.name == label.name and before.in_row and label.in_row and label.line - before.line == 1:
            before.after += label.after
            before.line = label.line
        else:
            kept.append(label)
    return kept


def _is_reversed(group: list[Label]) -> bool:
    rows = [label for label in group if label.in_row]
    forward = sum(bool(label.after) for label in rows)
    backward = sum(not label.after and bool(label.before) for label in rows)
    return backward >= MIN_LABELS and backward > forward


def _fill_below(group: list[Label], lines: Sequence[Line]) -> None:
    """Give each label the lines between it and the next labelled line."""
    for position, label in enumerate(group):
        following = group[position + 1].line if position + 1 < len(group) else len(lines)
        if following == label.line:
            continue
        for line in lines[label.line + 1 : min(following, label.line + 1 + MAX_BELOW)]:
            if _ends_block(line) or (line.kind == "row" and not label.in_row):
                break
            label.below.extend(piece for piece in line.pieces() if not _is_filler(piece.text))


def _is_filler(text: str) -> bool:
    """Dots, lines and blanks to fill in; a dash is a value."""
    return bool(_ONLY_FILLER.match(text)) and not _DASH.match(text)


def _ends_block(line: Line) -> bool:
    if line.kind == "item" and line.marker and line.marker[0].isdigit():
        return True
    if any(whole_heading(piece.text.lower()) for piece in line.pieces()):
        return True
    hits = list(section_hits(line.low))
    if any(_OPENS_LIST.match(line.low, hit.end) and line.text[hit.start].isupper() for hit in hits):
        return True
    if not hits or hits[0].start or not line.text[:1].isupper():
        return False
    paired = len(hits) > 1 and not line.low[hits[0].end : hits[1].start].strip(" /:.")
    return paired or len(line.text) < MAX_HEADING_CHARS


def read_identity(region: Region, lines: Sequence[Line], unit: str | None, cover_title: str | None) -> Identity:
    """Read the values of an identity block; see the module docstring for the layouts."""
    labels = {label.name: label for label in reversed(region.labels)}
    detached = region.detached
    fields: list[IdentityField] = []
    values: dict[FieldName, list[Piece]] = {}
    for name in FIELD_LABELS:
        state, pieces = _field(name, labels.get(name), detached)
        if name in labels and state == "filled":
            values[name] = pieces
        label = labels.get(name)
        fields.append(
            IdentityField(name=name, state=state, label=_label_value(label), doubt=_label_doubt(label, detached))
        )
    dates: dict[str, DateRead] = {name: _date(name, values[name]) for name in DATE_FIELDS if name in values}
    approver = _approver(region, labels.get("approver"), detached, unit)
    run_together = any(len(group) >= MIN_LABELS for group in _in_one_line(region.labels))
    if run_together and approver is not None and _is_overlong(approver):
        approver = None
        fields = [_unplaced(item) if item.name == "approver" else item for item in fields]
    title = _title(values.get("title"), labels.get("title"), lines, cover_title)
    fields = [_settled(item, dates, approver, title) for item in fields]
    return Identity(
        number=_number(values.get("number")),
        title=title,
        approver=approver,
        fields=tuple(fields),
        dates=dict(dates),
        created=_iso(dates.get("created")),
        revised=_iso(dates.get("revised")),
        approved=_iso(dates.get("approved")),
        effective=_iso(dates.get("effective")),
        place=_region_place(region, lines),
        run_together=run_together,
    )


def _is_overlong(official: Official) -> bool:
    """An office with words of other fields in it: where the name stands nobody can tell."""
    return official.name is None and official.position is not None and len(official.position.value) > MAX_OFFICE_CHARS


def _unplaced(item: IdentityField) -> IdentityField:
    return item.model_copy(update={"state": "unplaced"})


def _label_value(label: Label | None) -> Value[str] | None:
    return value_of([label.piece]) if label else None


def _label_doubt(label: Label | None, detached: dict[FieldName, list[Piece]] | None) -> ReadingDoubt | None:
    if label is None:
        return None
    if label.misspelt:
        return ReadingDoubt(reason="label", printed=label.piece.text)
    by_order = label.ordered or bool(detached and not label.after and detached.get(label.name))
    return ReadingDoubt(reason="order") if by_order else None


def _region_place(region: Region, lines: Sequence[Line]) -> Evidence:
    return place(region.labels[0].piece, note=span(*extent(lines[region.first], lines[region.last])))


def _settled(
    item: IdentityField, dates: dict[str, DateRead], approver: Official | None, title: Value[str] | None
) -> IdentityField:
    """Correct the state of a field by what was found for it in the end."""
    if item.name == "approver" and approver is not None and item.state in ("empty", "unplaced"):
        return item.model_copy(update={"state": "filled"})
    if item.name == "approver" and approver is None and item.state == "filled":
        return item.model_copy(update={"state": "empty"})
    if item.name == "title" and title is not None and item.state in ("empty", "unplaced"):
        return item.model_copy(update={"state": "filled"})
    if item.name in dates and dates[item.name].state == "none":
        return item.model_copy(update={"state": "empty"})
    return item


def _field(
    name: FieldName,
    label: Label | None,
    detached: dict[FieldName, list[Piece]] | None,
) -> tuple[FieldState, list[Piece]]:
    if label is None:
        return "absent", []
    if label.unplaced:
        return "unplaced", []
    if label.after:
        return _beside(name, label)
    if detached is not None:
        return _detached_state(detached.get(name, []))
    if name != "approver" and (pieces := _next_line(name, label)):
        return ("dash", []) if _DASH.match(pieces[0].text) else ("filled", pieces)
    if name == "approver" and label.below:
        return "filled", []
    return "empty", []


def _beside(name: FieldName, label: Label) -> tuple[FieldState, list[Piece]]:
    """The value that stands beside its label."""
    text = joined(label.after)
    if _DASH.match(text):
        return ("dash" if name == "revised" else "empty"), []
    return ("empty", []) if _ONLY_FILLER.match(text) else ("filled", _with_next_line(name, label))


def _detached_state(pieces: list[Piece]) -> tuple[FieldState, list[Piece]]:
    if not pieces:
        return "unplaced", []
    return ("dash", []) if len(pieces) == 1 and _DASH.match(pieces[0].text) else ("filled", pieces)


def _with_next_line(name: FieldName, label: Label) -> list[Piece]:
    """A value that goes on in the next line: a title in the same capitals, a number after its slash."""
    pieces = list(label.after)
    if name == "number" and label.below and joined(pieces).endswith(("/", "-")) and " " not in label.below[0].text:
        return [*pieces, label.below[0]]
    if name != "title" or label.in_row or not label.below:
        return pieces
    below = label.below[0]
    goes_on = (
        below.line == label.piece.line + 1
        and below.text.isupper() == joined(pieces).isupper()
        and not is_letterhead(below.text)
        and not _TITLE_STOP.match(below.text)
        and len(below.text) < 80
    )
    return [*pieces, below] if goes_on else pieces


def _next_line(name: FieldName, label: Label) -> list[Piece]:
    """A value that stands in the line right below its label."""
    if not label.below or label.below[0].line > label.piece.line + 2:
        return []
    below = label.below[0]
    return [below] if _fits(name, below.text) else []


def _fits(name: FieldName, text: str) -> bool:
    if name == "revised" and _DASH.match(text):
        return True
    text = text.strip(_SEPARATORS)
    if name in DATE_FIELDS:
        return len(text) < 40 and parse_date(text).state in ("valid", "invalid", "incomplete")
    if name == "number":
        return (
            bool(_HAS_DIGIT.search(text))
            and len(text) < 60
            and ("/" in text or "." in text)
            and not is_letterhead(text)
        )
    if name == "title":
        return not is_letterhead(text) and not whole_heading(text.lower()) and not _TITLE_STOP.match(text)
    return False


def _place_detached(region: Region, lines: Sequence[Line]) -> dict[FieldName, list[Piece]] | None:
    """
    Values that stand after all labels.

    Returns:
        None when the values stand beside their labels; else the values by label, as far as one line a value, in the
        order of the labels and fitting in kind, tells them; empty when it does not (then all are unplaced).
    """
    bare = [label for label in region.labels if not label.after]
    if len(bare) < MIN_BARE_LABELS or any(label.below for label in bare[:-1] if label.line != bare[-1].line):
        return None
    tail = [piece for piece in bare[-1].below if not is_letterhead(piece.text) or has_degree(piece.text)]
    if any(find_dates(piece.text) for piece in tail):
        return _in_order(bare, tail) or {}
    later = lines[region.last + 1 : region.last + 1 + MAX_DETACHED_LINES]
    return {} if any(_is_bare_date(line) for line in later) else None


def _in_one_line(labels: Sequence[Label]) -> Iterator[list[Label]]:
    """The labels that share a printed line of running text."""
    for _, found in groupby((label for label in labels if not label.in_row), key=lambda label: label.piece.line):
        group = list(found)
        if len(group) > 1:
            yield group


def _unplace_run(region: Region, lines: Sequence[Line]) -> None:
    """
    Labels that a conversion ran together without their values: nobody can tell which of them are empty.

    They are where no colon parts them, or where dates follow that no label has.
    """
    for group in _in_one_line(region.labels):
        bare = [label for label in group if not label.after]
        if len(group) < MIN_LABELS or len(bare) < MIN_LABELS - 1:
            continue
        later = [joined(label.after) for label in group if label.name not in DATE_FIELDS]
        later += [line.text for line in lines[region.last + 1 : region.last + 1 + MAX_DETACHED_LINES]]
        parted = all(_colon_follows(lines[label.line].text, label.piece.text) for label in bare)
        if parted and not any(_LONE_DAY.search(text) for text in later):
            continue
        for label in bare:
            label.unplaced = True
        for label in group:
            label.unplaced |= label.name == "approver" and all(map(_no_officer, label.after))


def _no_officer(piece: Piece) -> bool:
    return (is_letterhead(piece.text) and not has_degree(piece.text)) or bool(_LONE_DAY.search(piece.text))


def _colon_follows(text: str, words: str) -> bool:
    return text[text.find(words) + len(words) :].lstrip().startswith(":")


def _is_bare_date(line: Line) -> bool:
    """A line of nothing but dates: values that lost their labels."""
    dates = find_dates(line.text) if line.kind != "row" and len(line.text) < MAX_HEADING_CHARS else []
    return bool(dates) and sum(date.end - date.start for date in dates) >= len(line.text.replace(" ", ""))


def _in_order(bare: list[Label], tail: list[Piece]) -> dict[FieldName, list[Piece]] | None:
    placed: dict[FieldName, list[Piece]] = {}
    position = 0
    for index, label in enumerate(bare):
        left = len(bare) - index - 1
        take = 1 if label.name != "approver" else max(1, len(tail) - position - left)
        pieces = [_bare_value(piece) for piece in tail[position : position + take]]
        if len(pieces) < 1 or not _detached_fits(label.name, pieces):
            return None
        placed[label.name] = pieces
        position += take
    return placed


def _bare_value(piece: Piece) -> Piece:
    start = len(piece.text) - len(piece.text.lstrip(" :"))
    return slice_piece(piece, start, len(piece.text)) or piece


def _detached_fits(name: FieldName, pieces: list[Piece]) -> bool:
    text = joined(pieces)
    if name == "approver":
        return not find_dates(text)
    return bool(_DASH.match(text)) or _fits(name, text)


def _date(name: FieldName, pieces: list[Piece]) -> DateRead:
    text = joined(pieces)
    parsed = parse_date(text)
    if name == "revised" and parsed.state == "incomplete" and len(_WORDS.findall(text)) > 1:
        parsed = replace(parsed, state="unreadable")  # a plan in words, not a date with a blank in it
    value = value_of(pieces)
    assert value is not None
    return DateRead(text=value, iso=parsed.iso, state=parsed.state, ambiguous=parsed.ambiguous, misread=parsed.misread)


def _iso(read: DateRead | None) -> Value[dt.date] | None:
    if read is None or read.iso is None:
        return None
    return Value(read.iso, read.text.evidence)


def _number(pieces: list[Piece] | None) -> Value[str] | None:
    return value_of(pieces) if pieces else None


def _title(
    pieces: list[Piece] | None, label: Label | None, lines: Sequence[Line], cover: str | None
) -> Value[str] | None:
    if pieces:
        return value_of(pieces)
    if label is None or cover is None:
        return None
    wanted = cover.lower()
    for line in lines[label.line : label.line + 40]:
        if wanted in line.low:
            start = line.low.index(wanted)
            piece = (
                slice_piece(line.piece, start, start + len(wanted)) if len(line.cells) == 1 and line.cells[0] else None
            )
            return value_of([piece]) if piece else None
    return None


def _approver(
    region: Region, label: Label | None, detached: dict[FieldName, list[Piece]] | None, unit: str | None
) -> Official | None:
    if label is None:
        return None
    if detached and detached.get("approver"):
        return _official([kept for piece in detached["approver"] if (kept := without_letterhead(piece, unit))], unit)
    above = _above(region, label)
    below = [] if label.in_row and label.after else label.below
    if label.in_row and label.after:
        below = [piece for piece in label.below if not is_letterhead(piece.text)][:4]
    pieces = [*above, *label.after, *(piece for piece in (without_letterhead(p, unit) for p in below) if piece)]
    parts = [part for piece in pieces if (part := _without_placeholder(piece)) and not _ONLY_FILLER.match(part.text)]
    return _official(parts, unit)


def _without_placeholder(piece: Piece) -> Piece | None:
    match = _PLACEHOLDER.search(piece.text)
    return slice_piece(piece, 0, match.start()) if match else piece


def _above(region: Region, label: Label) -> list[Piece]:
    """Office words that the layout put above the label (a cell that is centred over several lines)."""
    index = region.labels.index(label)
    if index == 0 or label.in_row:
        return []
    previous = region.labels[index - 1]
    if not previous.after or not previous.below:
        return []
    start = next((i for i, piece in enumerate(previous.below) if is_office_line(piece.text)), None)
    return previous.below[start:] if start is not None else []


def _official(pieces: list[Piece], unit: str | None) -> Official | None:
    if not pieces:
        return None
    official = parse_official(pieces, unit_name=unit)
    if official is None or not (official.position or official.name or official.nip_text):
        return None
    return official
