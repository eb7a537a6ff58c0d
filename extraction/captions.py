"""
Captions of tables: ``Tabel 3.1 Pencapaian Kinerja``, also of tables that could not be read as such.

A list of tables names them once more, and so does running text (``sebagaimana Tabel 3.1``); neither is a caption.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.stream import Line, place, value_of
from schemas.evidence import Value
from schemas.performance import TableCaption
from schemas.sop import Text

MAX_CHARS = 220
LIST_RUN = 3
"""So many captions in a row are a list of tables."""
MAX_GAP = 2
"""Lines from one caption of such a list to the next, and from a number to its title: one may be blank."""

_CAPTION = re.compile(
    r"\W{0,4}(?:tabel|table)\.?\s*(?P<no>(?:[ivxl]{1,6}|\d{1,3})(?:[.\-]\d{1,3}){0,3}[a-z]?)(?![\w/])"
    r"\s*[.:)\-–]?\s*(?P<title>.*)",
    re.IGNORECASE,
)
_LEADER = re.compile(r"(?:\.{3,}|…|(?:\. ){3,}|\t).*\d*$")
_SENTENCE = re.compile(
    r"(?:(?:di ?)?(?:atas|bawah|berikut|tersebut|ini|itu)\b|(?:dapat|dan|adalah|merupakan|terlihat|tampak|yang|"
    r"bahwa|maka|pada|di|s\.?d\.?|sampai|memuat|berisi)\b|me(?:nunjuk|nyaji|mperlihat|nggambar|nampil|mapar|nguraik|njelas)|"
    r"di(?:saji|lihat|peroleh|ketahui|tunjuk|gambar|jelas|atas))",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(
    r"(?:pada|dalam|dari|di|oleh|dengan|berikut|sebagaimana|seperti|lihat|melalui|sesuai|dan|serta|ke|tabel|yaitu|"
    r"berdasarkan|menurut|terlampir)[,:]?$"
)
_GOES_ON = re.compile(r"\blanjutan|\bsambungan|\(lanj\.?\)|\blanj\.")
_LIST = re.compile(r"daftar (?:tabel|isi|gambar|lampiran|grafik)\b")
_ANNEX = re.compile(r"lampiran\b")


def read_captions(lines: Sequence[Line]) -> tuple[TableCaption, ...]:
    """The captions among the lines outside of tables, in their order."""
    found: list[TableCaption] = []
    at_lines = [at for at, line in enumerate(lines) if _CAPTION.fullmatch(line.text) and len(line.text) <= MAX_CHARS]
    listed = _listed(lines, at_lines)
    annexes = 0
    begin = 0
    for at in at_lines:
        annexes += sum(bool(_ANNEX.match(line.low)) for line in lines[begin:at])
        begin = at
        match = _CAPTION.fullmatch(lines[at].text)
        if match is None or at in listed or _is_reference(lines, at, match["title"]):
            continue
        piece = lines[at].pieces()[0]
        number = Value(match["no"].rstrip("."), (place(piece, lines[at].text),))
        title = match["title"].strip(" .:-–")
        found.append(
            TableCaption(
                number=number,
                title=Value(title, (place(piece, lines[at].text),)) if title else _below(lines, at),
                goes_on=bool(_GOES_ON.search(lines[at].low) or (at and _GOES_ON.search(lines[at - 1].low[:30]))),
                part=annexes,
            )
        )
    return tuple(found)


def _listed(lines: Sequence[Line], at_lines: Sequence[int]) -> frozenset[int]:
    """Captions that stand in a list of tables."""
    listed = {at for at in at_lines if _LEADER.search(lines[at].text)}
    run: list[int] = []
    for at in [*at_lines, -1]:
        if run and (at < 0 or at - run[-1] > 1 or lines[at].no - lines[run[-1]].no > MAX_GAP):
            headed = any(_LIST.match(line.low) for line in lines[max(0, run[0] - 3) : run[0]])
            if len(run) >= LIST_RUN or headed or any(one in listed for one in run):
                listed.update(run)
            run = []
        run.append(at)
    return frozenset(listed)


def _is_reference(lines: Sequence[Line], at: int, title: str) -> bool:
    """Whether it is running text that names a table at the begin of a line."""
    if title and (title[0].islower() or title[0] in ",;)" or _SENTENCE.match(title)):
        return True
    above = lines[at - 1] if at else None
    if above is None or above.block != lines[at].block or above.no != lines[at].no - 1:
        return False
    return bool(_LEADS_ON.search(above.low.rstrip()))


def _below(lines: Sequence[Line], at: int) -> Text | None:
    """The title may stand in the line under the number."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is None or not 0 < len(below.text) < MAX_CHARS or below.no - lines[at].no > MAX_GAP:
        return None
    return value_of(below.pieces())
