"""
The headings of a Laporan Kinerja with what stands under each, and whether the report is whole.

A chapter is known by its words, whatever its number: `BAB III AKUNTABILITAS KINERJA` on one line or on two, `III.`,
`# Bab III`, `A. Capaian Kinerja`. A table of contents names all of them and holds none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extraction.stream import Line, joined, place
from schemas.blocks import Piece
from schemas.evidence import Value
from schemas.sop import Section, Text

MAX_HEADING_CHARS = 140

_CHAPTER = re.compile(r"\W*bab\s*[.:]?\s*(?P<no>[ivx1]{1,4}|\d)\b\W*(?P<title>.*)", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:[A-Z]|[IVX]{1,4}|\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+(?=\S)")
_TITLE_WORDS = re.compile(
    r"(?:pendahuluan|latar belakang|gambaran umum|maksud dan tujuan|tugas(?: pokok)?,? (?:dan )?fungsi|(?:struktur|"
    r"susunan) organisasi|kedudukan|profil|isu strategis|"
    r"sistematika|perencanaan(?: dan perjanjian)?(?: kinerja)?|perjanjian kinerja|penetapan kinerja|"
    r"rencana strategis|akuntabilitas|"
    r"(?:pengukuran |analisis |evaluasi )?(?:capaian|pencapaian) kinerja|analisis|evaluasi|perbandingan|"
    r"realisasi anggaran|akuntabilitas keuangan|"
    r"efisiensi|penggunaan sumber daya|faktor|penyebab|hambatan|permasalahan|solusi|upaya|penutup|kesimpulan|"
    r"simpulan|saran|"
    r"kata pengantar|ringkasan eksekutif|ikhtisar eksekutif|executive summary|lampiran|daftar isi|daftar tabel|"
    r"daftar gambar)\b",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"\W*(?:daftar (?:isi|tabel|gambar|lampiran|grafik)|table of contents)\W*", re.IGNORECASE)
_CONTENTS_LINE = re.compile(
    r".*(?:(?:\.{3,}|…|\s{3,}|\t)[\s.…]*(?:\d{1,3}|[ivxl]{1,6})|[a-z)]\s+\d{1,3})\W*", re.IGNORECASE
)
_PAGE_HEAD = re.compile(
    r"(?i)^\W*(?:\d{1,4}\s*[|–-]?\s*)?(?:lkj(?:ip)?|lakip|lkip|laporan (?:akuntabilitas )?kinerja|halaman|page)\b"
    r".{0,100}(?:\s[|–-]?\s*\d{1,3}|hal\S*\s\d{1,3})\W*$"
)
_CAPTION = re.compile(r"(?i)^\W*(?:tabel|gambar|grafik|diagram|bagan)\s*[\dIVX]+(?:[.\-]\d+)*\b(?!.*[.;]$)")
_DOT_LEADERS = re.compile(r"\.{4,}|…{2,}|(?:\. ){4,}")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "1": 1, "l": 1}


def read_report_sections(lines: Sequence[Line]) -> tuple[Section, ...]:
    """Headings in the order of the document, each with the text up to the next one."""
    found: list[Section] = []
    title: list[Piece] = []
    body: list[Piece] = []
    for line, heads in _without_contents(lines):
        if heads:
            if title and not body and _waits(title):
                title += line.pieces()
                continue
            if title:
                found.append(_section(title, body))
            title, body = line.pieces(), []
        elif title and not body and _waits(title) and len(line.text) <= MAX_HEADING_CHARS:
            title += line.pieces()
        elif title:
            body += line.pieces()
    if title:
        found.append(_section(title, body))
    return tuple(found)


def chapter_of(title: str) -> int | None:
    """The number of a chapter: `BAB III AKUNTABILITAS KINERJA` is 3."""
    match = _CHAPTER.match(title)
    if match is None:
        return None
    return _ROMAN.get(match["no"].lower()) or (int(match["no"]) if match["no"].isdigit() else None)


def is_page_head(text: str) -> bool:
    """Whether a line is the head or foot of a page of a report: `LKjIP Kecamatan ... Tahun 2024 29`."""
    return len(text) < MAX_HEADING_CHARS and _PAGE_HEAD.match(text) is not None


def is_caption(text: str) -> bool:
    """Whether a line is the title of a table or a picture."""
    return len(text) < MAX_HEADING_CHARS and _CAPTION.match(text) is not None


def is_contents_line(text: str) -> bool:
    """Whether a line is one of a table of contents."""
    return bool(_DOT_LEADERS.search(text))


def _without_contents(lines: Sequence[Line]) -> Iterator[tuple[Line, bool]]:
    """Lines of the text with whether they are headings; those of a table of contents left out."""
    contents = False
    for line in lines:
        if _CONTENTS.fullmatch(line.text):
            contents = True
            continue
        if is_page_head(line.text) or is_contents_line(line.text):
            continue
        if contents:
            if len(line.text) < MAX_HEADING_CHARS and _CONTENTS_LINE.fullmatch(line.text):
                continue
            contents = False
        yield line, is_report_heading(line)


def is_report_heading(line: Line) -> bool:
    """Whether a line is a heading of a report."""
    text = line.text.strip()
    if line.kind == "row" or len(text) > MAX_HEADING_CHARS or text.endswith((";", ",")):
        return False
    if _CHAPTER.fullmatch(text):
        return not text.endswith(".") and not re.match(r"(?i)bab \w+ (?:me|ber|di)\w+", text)
    if line.kind == "heading":
        return True
    numbered = _NUMBERED.match(text)
    bare = text[numbered.end() :] if numbered else text
    if not _TITLE_WORDS.match(bare) or text.endswith("."):
        return False
    return bool(numbered or line.marker or text.isupper() or _is_title_case(bare))


def _is_title_case(text: str) -> bool:
    words = [word for word in text.split() if len(word) > 3]
    return 0 < len(words) <= 9 and all(word[0].isupper() or not word[0].isalpha() for word in words)


def _waits(title: Sequence[Piece]) -> bool:
    """A chapter number alone: its title stands in the next line."""
    match = _CHAPTER.fullmatch(joined(title))
    return match is not None and not match["title"].strip() and len(title) == 1


def _section(title: Sequence[Piece], body: Sequence[Piece]) -> Section:
    text: Text | None = Value(joined(body), (place(body[0]),)) if body else None
    markers = tuple(Value(piece.marker.strip(".()"), (place(piece),)) for piece in body if piece.marker)
    return Section(title=Value(joined(title), tuple(place(piece) for piece in title)), text=text, markers=markers)
