"""Names of offices and regions that the words of a document use, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extraction.stream import Line, place, slice_piece
from schemas.blocks import Piece
from schemas.sop import Mention

MAX_NAME_WORDS = 6
OWN_WORDS_CHARS = 40
"""Characters before a name in which the words stand that tell whose unit is meant."""
_OWN_WORDS = re.compile(
    r"(?i)(?:lingkungan(?:\s+pemerintah(?:\s+daerah)?)?|lingkup(?:\s+pemerintah(?:\s+daerah)?)?|kinerja|pegawai|aparatur|"
    r"renstra|renja|rkpd|rpjmd|apbd|"
    r"(?:seksi|sub\s?bagian|unit kerja)(?:\s+[a-z]+){0,4}\s+(?:di|pada))\s+$"
)
_CITED_BEFORE = re.compile(r"(?i)(?:peraturan|keputusan)\s+(?:daerah\s+)?$")
_CITED_AFTER = re.compile(r"(?i)\s+(?:nomor|no|tahun)\b")
"""What stands around the region of a local regulation: `Peraturan Bupati X Nomor ...`."""
_KINDS = (
    r"kecamatan|camat|kec\.|kelurahan|lurah|kel\.|nagari|kabupaten|kab\.|bupati|kota|wali\s?kota|provinsi|gubernur|dinas|badan|"
    r"inspektorat|sekretariat|satuan"
)
_MENTION = re.compile(
    rf"(?<![A-Za-z/])(?P<kind>(?i:{_KINDS}))\s+(?P<name>(?:[A-Z][A-Za-z'’-]*|dan|DAN|&)"
    rf"(?:,?\s(?:[A-Z][A-Za-z'’-]*|dan|&)){{0,{MAX_NAME_WORDS - 1}}})"
)
_KIND = re.compile(_KINDS)
"""Where a mention may begin, in lower-case text: quick to search, as it begins with a letter."""
_STOP = frozenset(
    [
        "kecamatan",
        "camat",
        "kelurahan",
        "lurah",
        "desa",
        "kabupaten",
        "kab",
        "bupati",
        "kota",
        "walikota",
        "wali",
        "provinsi",
        "gubernur",
        "dinas",
        "badan",
        "tahun",
        "nomor",
        "no",
        "tentang",
        "nip",
        "tanggal",
        "judul",
        "nama",
        "sop",
        "standar",
        "pemerintah",
        "republik",
        "dalam",
        "rangka",
        "yang",
        "untuk",
        "disahkan",
        "pengesahan",
        "ini",
        "jalan",
        "telp",
        "tgl",
        "se",
        "sh",
        "ttd",
        "plt",
        "plh",
        "drs",
        "ir",
    ]
)
_KIND_NAMES = {
    "kab.": "kabupaten",
    "camat": "kecamatan",
    "kec.": "kecamatan",
    "kel.": "kelurahan",
    "lurah": "kelurahan",
    "bupati": "kabupaten",
    "walikota": "kota",
    "wali kota": "kota",
    "gubernur": "provinsi",
    "propinsi": "provinsi",
}


def find_mentions(lines: Sequence[Line], indexes: Iterable[int], structural: set[int]) -> list[Mention]:
    """
    Find the names.

    Args:
        lines: The whole stream.
        indexes: The lines to read.
        structural: Lines of cover, letterhead, identity block and signatures, where the document names itself.

    Returns:
        One `Mention` for each place; the name is cut before words that cannot belong to a name, its kind is that of
        the unit or region (``camat`` counts as kecamatan, ``bupati`` as kabupaten).
    """
    found: list[Mention] = []
    for index in indexes:
        line = lines[index]
        if _KIND.search(line.low):
            for piece in line.pieces():
                found.extend(_in_piece(piece, structural=index in structural))
    return found


def _in_piece(piece: Piece, *, structural: bool) -> Iterable[Mention]:
    for match in _matches(piece.text):
        words = _name_words(match.group("name"))
        if not words:
            continue
        kind = " ".join(match.group("kind").lower().split())
        name = " ".join(words)
        part = slice_piece(piece, match.start(), match.start("name") + len(name))
        if part:
            before = piece.text[max(0, match.start() - OWN_WORDS_CHARS) : match.start()]
            yield Mention(
                kind=_KIND_NAMES.get(kind, kind),
                name=name,
                place=place(part),
                structural=structural,
                own_meant=_OWN_WORDS.search(before) is not None,
                cited=_CITED_BEFORE.search(before) is not None
                and _CITED_AFTER.match(piece.text, match.start("name") + len(name)) is not None,
            )


def _matches(text: str) -> Iterator[re.Match[str]]:
    low = text.lower()
    at = 0
    while kind := _KIND.search(low, at):
        match = _MENTION.match(text, kind.start())
        at = match.end("kind") if match else kind.start() + 1
        if match:
            yield match


def _name_words(text: str) -> list[str]:
    words: list[str] = []
    for word in text.replace(",", " ,").split():
        if word == "," or word.lower().strip(".") in _STOP:
            break
        words.append(word)
    while words and words[-1].lower() in ("dan", "&"):
        words.pop()
    return words if words and words[0][:1].isupper() and words[0].lower() != "dan" else []
