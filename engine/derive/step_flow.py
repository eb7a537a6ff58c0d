"""
Facts about the course of the procedure: what is missing in it, and what stands in the wrong order.

The words of the table are all there is to go by (arrows and decisions are drawn), so each kind of gap is looked for
where the words make it hard to explain away, and a word anywhere in the table that may close it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.derive.factlist import FactList
from engine.derive.wording import shorten, step_numbers, words_of
from schemas.evidence import Evidence, Value
from schemas.sop import Sop, Step

MAX_CHARS = 400
"""What a cell says beyond is not looked at."""

_APPROVES = re.compile(
    r"[tn]anda\s?tangan|\bttd\b|\btte\b|[pm]araf|[sy]etuju|\bsah\b|sahkan|pengesahan|[tn]etapkan|penetapan|\bacc\b|"
    r"legalis|validasi|[tn]erbitkan|penerbitan|disposisi"
)
"""Verbs lose their first letter behind `me-`: menandatangani, memaraf, menyetujui, menetapkan."""
_SIGNED = re.compile(r"\b(?:di\s?tanda\s?tangani|bertanda\s?tangan|disahkan|disetujui)\b")
_COPIES = re.compile(
    r"^(?:menggandakan|penggandaan|mengirim(?:kan)?|pengiriman|mendistribusikan|pendistribusian|mengedarkan)\b"
    r".{0,80}?\b(?:laporan|surat|dokumen|lkjip|lakip|lkj|renja|renstra|rencana|keputusan|rekomendasi|naskah|perjanjian)\b"
)
_DISTRIBUTES = re.compile(r"\b(?:menggandakan|penggandaan|mengirim|pengiriman|mendistribusi|distribusi|mengedarkan)")
_CORRECTS = re.compile(r"^(?:\w+\s){0,3}?(?:mengoreksi|pengoreksian|koreksi)\b")
_RETURNS = re.compile(
    r"[kg]embali|revisi|perbaik|\bjika\b|apabila|\bbila\b|tidak|belum|kurang|keliru|salah|\bya\b|ulang|[sy]empurnakan|catatan"
)
_LETTER = re.compile(
    r"^(?:membuat|pembuatan|menyusun|penyusunan|menyiapkan|penyiapan|mengetik|pengetikan)\s(?:\w+\s){0,2}surat\spengantar\b"
)
_ALSO_SENDS = re.compile(r"(?:\bdan|\bserta|,|\blalu|\bkemudian|\bsekaligus)\s{1,3}(?:meng?irim|pengiriman|menyampai)")
_SENDS = re.compile(
    r"\bkirim|mengirim|pengirim|dikirim|menyampai|penyampai|menyerah|penyerah|distribusi|membagi|mengantar|pengantaran|"
    r"ekspedisi|expedisi|unggah|upload|e-?mail|melapor|meneruskan|mengaju|menyebar|mengedar|tanda\sterima"
)
_KEPT = re.compile(r"[sy]impan|arsip|terdokumentasi|didokumentasi")
_FILES = re.compile(r"arsip|[sy]impan|dokumentasi|filing|register|mencatat|pencatatan|pembukuan")

_SUBMITS = re.compile(
    r"\b(?:menyampaikan|menyerahkan|mengajukan|penyampaian|penyerahan|pengajuan)\s(?P<what>.{3,100}?)\skepada\s(?P<whom>[a-z]+)"
    r".{0,30}?\b(?:persetujuan|disetujui|koreksi|dikoreksi|diperiksa)"
)
_CORRECTED = re.compile(r"^(?:(?P<who>[a-z]+)\s(?:\w+\s){0,3}?)?(?:mengoreksi|memeriksa)\s(?P<what>.{3,100})")
_SIGNS = re.compile(r"^(?:\w+\s){0,3}?(?:menandatangani|penandatanganan|menanda\stangani)\s(?P<what>.{3,100})")
_SENT = re.compile(r"^(?:\w+\s){0,3}?(?:mengirim(?:kan)?|pengiriman|mendistribusikan|mengedarkan)\s(?P<what>.{3,100})")
_DRAFTS = re.compile(
    r"^(?:\w+\s){0,2}?(?:mengetik|pengetikan|(?:membuat|menyusun|menyiapkan|pembuatan|penyusunan|penyiapan)"
    r"(?=\s(?:konsep|dra[fh]t?|rancangan)\b))\s(?P<what>.{3,100})"
)
_MAKES = re.compile(
    r"\b(?:konsep|dra[fh]t?|rancangan|(?:meng|peng)etik|membuat|menyusun|pembuatan|penyusunan|mencetak)"
)
_DRAFT_WORDS = frozenset("konsep draf draft drap drat rancangan naskah".split())
_UNFINISHED = re.compile(
    r"\b(?:dra[fh]t?|konsep|rancangan|blanko|formulir|format|data|undangan)\b|untuk\sdi|ditandatangani"
)
_TAIL = re.compile(r"\s(?:oleh|kepada|ke|untuk|dari|dan|serta|di|sebagai|melalui)\s.*")
_EMPTY = frozenset("dokumen surat laporan berkas hasil naskah kecamatan kelurahan dinas yang telah".split())


class Row(NamedTuple):
    """A step, its place and its words in lower case."""

    place: int
    step: Step
    act: str
    rest: str
    """What is needed, what comes out, remarks and marks."""


def flow_facts(out: FactList, sop: Sop) -> None:
    """Facts about gaps in the course of the procedure and about steps in the wrong order."""
    rows = [_row(place, step) for place, step in enumerate(sop.steps, 1)]
    if sop.cut or any(step.cut or step.text is None for step in sop.steps):
        return
    _unsigned(out, rows)
    _no_return(out, rows)
    _unsent(out, rows)
    _not_filed(out, sop, rows)
    _order(out, rows)


def _row(place: int, step: Step) -> Row:
    marks = " ".join(mark.text.value for mark in step.marks)
    rest = " ".join(_low(value) for value in (step.requirements, step.output, step.remarks))
    return Row(place, step, _low(step.text), f"{rest} {marks.lower()}"[: 3 * MAX_CHARS])


def _low(value: Value[str] | None) -> str:
    return " ".join(value.value[:MAX_CHARS].lower().split()) if value else ""


def _gap(out: FactList, sort: str, row: Row, *, places: Sequence[Evidence] = (), quote: str = "") -> None:
    step = row.step
    out.add(
        "process_gap",
        {"sort": sort},
        {
            "no": step_numbers([(row.place, step)]),
            "text": shorten(step.text.value) if step.text else "",
            "quote": shorten(quote),
        },
        places or _places(step),
    )


def _places(step: Step) -> tuple[Evidence, ...]:
    return step.text.evidence[:2] if step.text else (step.place,)


def _unsigned(out: FactList, rows: Sequence[Row]) -> None:
    """A document goes out, by the words of the table a signed one, and no step signs or approves anything."""
    if any(_APPROVES.search(row.act) for row in rows):
        return
    going_out = [row for row in rows if _DISTRIBUTES.search(row.act)]
    said = next((row for row in going_out if _SIGNED.search(row.rest)), None)
    if said:
        step = said.step
        told = (step.requirements, step.output, step.remarks, *(mark.text for mark in step.marks))
        value = next((v for v in told if v and _SIGNED.search(_low(v))), None)
        if value is not None:  # else the words only met where two cells did
            _gap(out, "signed-before", said, places=(*_places(step), *value.evidence[:1]), quote=value.value)
        return
    copied = next((row for row in rows if _COPIES.match(row.act) and "surat masuk" not in row.act), None)
    if copied and not any(_APPROVES.search(row.rest) for row in rows):
        _gap(out, "unsigned", copied)


def _no_return(out: FactList, rows: Sequence[Row]) -> None:
    """A correction, and not a word in the table about what happens to something that is not in order."""
    corrected = next((row for row in rows if "oreksi" in row.act and _CORRECTS.match(row.act)), None)
    if corrected and not any(_RETURNS.search(row.act) or _RETURNS.search(row.rest) for row in rows):
        _gap(out, "no-return", corrected)


def _unsent(out: FactList, rows: Sequence[Row]) -> None:
    """A covering letter, which is made for nothing but sending, and no step that sends."""
    for at, row in enumerate(rows):
        if "surat pengantar" in row.act and _LETTER.match(row.act) and not _ALSO_SENDS.search(row.act):
            if not any(_SENDS.search(later.act) or _SENDS.search(later.rest) for later in rows[at + 1 :]):
                _gap(out, "unsent", row)
            return


def _not_filed(out: FactList, sop: Sop, rows: Sequence[Row]) -> None:
    """Pencatatan dan Pendataan says that something is kept, and no step keeps it."""
    kept = next((record for record in sop.records if _KEPT.search(_low(record))), None)
    if kept and rows and not any(_FILES.search(row.act) or _FILES.search(row.rest) for row in rows):
        _gap(out, "not-filed", rows[-1], places=kept.evidence[:2], quote=kept.value)


# order -------------------------------------------------------------------------------------------------------------


def _order(out: FactList, rows: Sequence[Row]) -> None:
    for sort, first, second in (*_corrected_early(rows), *_sent_early(rows), *_signed_early(rows)):
        out.add(
            "step_order",
            {"sort": sort},
            {
                "first": shorten(first.step.text.value) if first.step.text else "",
                "first_no": step_numbers([(first.place, first.step)]),
                "second": shorten(second.step.text.value) if second.step.text else "",
                "second_no": step_numbers([(second.place, second.step)]),
            },
            (*_places(first.step), *_places(second.step)),
        )


def _corrected_early(rows: Sequence[Row]) -> Iterator[tuple[str, Row, Row]]:
    """An officer corrects a document, and only the next step submits it to that officer."""
    submitted: set[str] = set()
    for at, row in enumerate(rows):
        match = _SUBMITS.search(row.act) if " kepada " in row.act else None
        if match is None:
            continue
        whom = match["whom"]
        if at and whom not in submitted and _corrects(rows[at - 1], whom, _object(match["what"])):
            yield "corrected", rows[at - 1], row
        submitted.add(whom)


def _corrects(row: Row, whom: str, what: frozenset[str]) -> bool:
    match = _CORRECTED.match(row.act)
    if match is None or not what or not what <= _object(match["what"]):
        return False
    marked = {actor.value.lower().split()[0] for actor in row.step.actors if actor.value.strip()}
    return match["who"] == whom or marked == {whom}


def _sent_early(rows: Sequence[Row]) -> Iterator[tuple[str, Row, Row]]:
    """A document is sent, and signed only later, and not sent after that."""
    first: dict[frozenset[str], Row] = {}
    last: dict[frozenset[str], int] = {}
    for row in rows:
        if (
            _says(row, "irim", "distribusi", "edar")
            and (match := _SENT.match(row.act))
            and not _UNFINISHED.search(row.act)
        ):
            what = _object(match["what"])
            first.setdefault(what, row)
            last[what] = row.place
    signed: set[frozenset[str]] = set()
    for row in rows:
        if (
            first
            and _says(row, "tangan")
            and (match := _SIGNS.match(row.act))
            and (what := _object(match["what"])) not in signed
        ):
            signed.add(what)
            if what in first and last[what] < row.place:
                yield "sent", first[what], row


def _signed_early(rows: Sequence[Row]) -> Iterator[tuple[str, Row, Row]]:
    """A document is signed, nothing having been drafted so far, and its draft is made only later."""
    drafted: dict[frozenset[str], Row] = {}
    for row in rows:
        if _says(row, "etik", "konsep", "dra", "rancangan") and (match := _DRAFTS.match(row.act)):
            drafted.setdefault(_object(match["what"]) - _DRAFT_WORDS, row)
    for row in rows if drafted else ():
        if _MAKES.search(row.act):
            return
        match = _SIGNS.match(row.act) if _says(row, "tangan") else None
        later = drafted.get(_object(match["what"])) if match else None
        if later is not None:
            yield "drafted", row, later
            return


def _says(row: Row, *parts: str) -> bool:
    """A quick look for parts of words, before a pattern is tried."""
    return any(part in row.act for part in parts)


def _object(text: str) -> frozenset[str]:
    """The words that name the document: without recipient and purpose; all of them where no particular one is left."""
    words = frozenset(words_of(_TAIL.sub("", text)))
    return words - _EMPTY or words
