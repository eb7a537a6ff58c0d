"""
Officials: position, name with degrees, rank and NIP, as a cell or a signature block names them.

The parts stand on lines of their own, or all in one line: ``CAMAT ARGA MULYA, TIRTA WIJAYA, S.STP., M.Si. Pembina
NIP. ...``. What is certain is taken out first (NIP, traces of a signature, rank); in what is left the position begins
with a word for an office and the name is told by its degrees, by the comma, by the name of the unit, or by its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from extraction.degrees import TITLE_BEFORE, degree_at, end_of_degrees, first_degree
from extraction.joined import Joined, join_lines
from extraction.nip import FoundNip, find_nips
from extraction.regions import is_region
from extraction.same_person import (
    ACTING,
    SIGNING_FOR,
    STARTS_FOR,
    is_elected,
    name_key,
    office_key,
    same_name,
    same_office,
)
from schemas.blocks import Piece
from schemas.evidence import Value
from schemas.sop import Official

__all__ = ["is_elected", "name_key", "office_key", "parse_official", "same_name", "same_office"]

MAX_CHARS = 2000
"""A block that names one official is not longer."""
MAX_NAME_WORDS = 7
"""Words of a name without its degrees; more of them are a sentence."""
MAX_POSITION_CHARS = 200
MIN_SINGLE_NAME = 4
"""Letters of a name of one word; fewer are a short form (NTB)."""

_PREFIX = rf"(?:(?:{ACTING}|{SIGNING_FOR})\b[.,:]*\s*)"
_HEAD = (
    r"camat|lurah|kepala|ka\.?\s?(?:dinas|badan|bagian|bidang|sub\s?bag(?:ian)?|seksi|sie)|kadis|kaban|kabag|kabid|kasat|"
    r"kasi|kasie|kasub(?:b?ag|b?id|agian)?|kepsek|sekretaris|sekertaris|sekcam|sekda|sekdes|seklur|sekdis|inspektur|"
    r"irban(?:wil|sus)?|auditor|"
    r"direktur|wadir|bupati|wali\s?kota|gubernur|wakil|ketua|asisten|staf\s+ahli|koordinator|analis|pengawas|perencana|"
    r"manajer|penanggung\s?jawab|pimpinan|komandan|perbekel|keuchik|wali\s+nagari|bendahara|pranata|arsiparis|fungsional|"
    r"penata\s+(?!muda\b|tk|tingkat)[a-z]{3,20}|pengelola|pengadministrasi|penelaah|operator|penyuluh|pengolah|fasilitator|"
    r"juru\s+(?:bayar|tulis)|pejabat\s+(?:pembuat|pengelola|penata|pelaksana)|pekerja\s+sosial|verifikator|pustakawan|"
    r"statistisi|widyaiswara|[a-z]{4,20}(?:\s[a-z]{4,20}){0,3}\sahli\s(?:pertama|muda|madya|utama)"
)
_POSITION = re.compile(rf"{_PREFIX}{{0,3}}(?:{_HEAD})\b\.?", re.IGNORECASE)
_ONLY_PREFIX = re.compile(rf"(?:{ACTING}|{SIGNING_FOR})[.,:]*", re.IGNORECASE)
_NIP_WORD = re.compile(r"(?<![A-Za-z])N\s?\.?\s?[I1l|]\s?\.?\s?P(?:\s?PPK)?(?![A-Za-z])[\s.:_…\-–]*", re.IGNORECASE)
_SIGNED = re.compile(
    r"\$\s?\{\s?(?:ttd|tte|tanda_?tangan)[^}\n]{0,30}\}"
    r"|(?:telah\s+)?ditanda\s?tangani\s+secara\s+(?:elektronik|digital)(?:\s+oleh)?[ :]*"
    r"|tanda\s?tangan\s+(?:elektronik|digital)|sertifikat\s+elektronik"
    r"|(?<![A-Za-z.])(?:cap\s*(?:/|dan|&)\s*)?(?:t\.?\s?t\.?\s?d|d\.?t\.?o|t\.?t\.?e|bsre)(?![A-Za-z])\.?"
    r"(?:\s*(?:/|dan|&)\s*cap)?",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"(?<![A-Za-z])(?:pangkat|gol(?:ongan)?|pangkat\s?/\s?gol(?:ongan)?(?:\s?ruang)?)?[ .:/]{0,4}\(?"
    r"(?P<rank>(?:pembina(?:\s+utama(?:\s+(?:muda|madya))?)?|penata(?:\s+muda)?|pengatur(?:\s+muda)?|juru(?:\s+muda)?)"
    r"(?:\s*,?\s*(?:tk|tkt|tingkat)\b\.?\s?-?\s?(?:i|1|l)\b)?"
    r"(?:[\s,/–-]{0,3}\(?\s?(?:gol\.?\s?)?(?:i[iv]?i?|1v|lv)\s?[/.,-]?\s?[a-e]\b\s?\)?)?)"
    r"(?=\)?\s*(?:[,;./|(]|$|\n))",
    re.IGNORECASE | re.MULTILINE,
)
_GRADE_ALONE = re.compile(r"\(?\b(?:gol(?:ongan)?\.?\s*)?(?:I|II|III|IV)\s?[/.]\s?[a-e]\b\)?")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,60}>")
_BLANK = re.compile(r"\(?[._…]{3,}\)?|…|_{2,}|\(\s*\)")
_LABEL = re.compile(
    r"^[ \t]*(?:di(?:sahkan|syahkan|setujui|tetapkan|susun|periksa|buat|verifikasi|ketahui)|"
    r"mengetahui|menyetujui|mengesahkan|"
    r"disiapkan|dibuat|pengesahan|nama\s*(?:jelas|terang|lengkap)?|jabatan|pangkat\s*/?\s*(?:gol\w*)?|tanda\s?tangan|"
    r"cap\s+dan\s+tanda\s?tangan|stempel|materai|yang\s+\w+)\b(?:\s+(?:di|oleh|pada)\b)?\s*[:,;/]?[ \t]*(?=$|\n)"
    r"|^[ \t]*(?:nama(?:\s+(?:jelas|terang|lengkap))?|jabatan|pangkat|disahkan\s+oleh|ditetapkan\s+oleh)\s*:\s*"
    r"|\(\s*(?:nama[^()\n]{0,30}|tanda\s?tangan[^()\n]{0,20})\)"
    r"|^[ \t]*(?:ditetapkan|dikeluarkan|diundangkan)\s+(?:di|pada)\b[^\n]{0,80}"
    r"|^[ \t]*(?:pada\s+)?tanggal\b[^\n]{0,60}",
    re.IGNORECASE | re.MULTILINE,
)
_DATE_LINE = re.compile(
    r"^[^\n]{0,60}\b(?:[0-9]{1,2}|[.…_]{2,40})\s{0,3}[A-Za-z]{3,10}\.?\s{0,3}(?:19|20)[0-9]{2}\s*$", re.MULTILINE
)

_OFFICE_WORDS = """
dan atau di ke dari untuk yang pada dengan oleh dinas badan kantor bagian bidang seksi sub subbag subbagian
kecamatan kelurahan kabupaten kab kota provinsi prov pemerintah daerah desa satuan polisi pamong praja
sekretariat inspektorat unit pelaksana teknis upt uptd rumah sakit puskesmas umum kepegawaian keuangan
perencanaan pelaporan pembangunan pemberdayaan masyarakat kependudukan pencatatan sipil pendidikan kesehatan
sosial perhubungan lingkungan hidup pekerjaan pertanian perikanan perizinan organisasi hukum republik indonesia
camat lurah kepala sekretaris inspektur bupati walikota gubernur direktur nomor tahun sop tanggal nama judul
dasar pemerintahan penelitian pengembangan statistik informatika komunikasi penanggulangan bencana pelayanan
terpadu satu pintu modal ketenteraman ketertiban ekonomi kesejahteraan rakyat tata wilayah pembantu evaluasi
pengendalian program keluarga berencana kebudayaan pariwisata pemuda olahraga perdagangan perindustrian koperasi
usaha kecil tenaga kerja pangan ketahanan kearsipan perpustakaan aset pendapatan pajak asisten administrasi
sumber daya manusia eselon penyelesaian proses pemeriksaan halaman stempel jelas
"""
_HEADING_WORDS = frozenset(["prosedur", "pengertian", "tujuan", "kebijakan", "referensi", "definisi", "uraian"])
_NOT_IN_NAMES = frozenset(_OFFICE_WORDS.split())
_LOWER_IN_NAMES = frozenset(["bin", "binti", "al", "van", "de", "dr", "drg", "drh", "apt"])
_REGION_HEAD = re.compile(r"\b(?:kabupaten|kab|kota|provinsi|prov)\b", re.IGNORECASE)
_NAMED_AFTER = re.compile(r"\b(?:rsud|rsd|rs|sakit|jalan|jl)\b[.\s]*$", re.IGNORECASE)
_PLACE_HEADS = frozenset(
    ["kecamatan", "kelurahan", "kabupaten", "kab", "kota", "provinsi", "prov", "desa", "nagari", "distrik", "wilayah"]
)
_LETTERHEAD = re.compile(r"^\s*(?:pemerintah|kabupaten|kota|provinsi|republik)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\s,;]+")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*")


@dataclass(slots=True)
class _Parts:
    """Spans of the joined text; the position may stand in several lines."""

    position: list[tuple[int, int]] = field(default_factory=list)
    name: tuple[int, int] | None = None
    below: tuple[int, int] | None = None
    """An office in the line under the name."""


def parse_official(
    pieces: Sequence[Piece], *, unit_name: str | None = None, known_names: Iterable[str] = ()
) -> Official | None:
    """
    Read who is named.

    Args:
        pieces: Lines of a cell or of a signature block, without labels or with them.
        unit_name: Name of the office ("BOJONG", "Kecamatan Moyo Hilir"): it ends the position in a running line.
        known_names: Names that stand alone elsewhere in the document: they too divide a running line.

    Returns:
        None when nothing of an official is there. A place left open for a name (dots, ``(nama)``) is no name, and
        neither is the trace of a signature (``ttd``).
    """
    joined = join_lines(pieces, MAX_CHARS)
    text = _TAG.sub(_wipe, joined.text) if "<" in joined.text else joined.text
    nips = find_nips(text)
    text = _NIP_WORD.sub(_wipe, _wipe_spans(text, [(nip.start, nip.end) for nip in nips]))
    signed = _SIGNED.search(text)
    if signed:
        text = _SIGNED.sub(_wipe, text)
    rank = _find_rank(text)
    if rank:
        text = _wipe_spans(text, [rank])
    text = _tidy(text)
    parts = _position_and_name(text, unit_name, tuple(known_names))
    return _official(joined, parts, rank, nips, signed)


def _wipe(match: re.Match[str]) -> str:
    """Line breaks in the place of what was taken out: the offsets stay and the words around it stay apart."""
    return "\n" * len(match[0])


def _wipe_spans(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + "\n" * (end - start) + text[end:]
    return text


def _tidy(text: str) -> str:
    text = _LABEL.sub(_wipe, _BLANK.sub(_wipe, text))
    text = _GRADE_ALONE.sub(_wipe, text)
    return _DATE_LINE.sub(_wipe, text)


def _find_rank(text: str) -> tuple[int, int] | None:
    """The last rank: ``Penata`` can begin the title of a post, which stands before the name."""
    span = None
    for match in _RANK.finditer(text):
        span = match.span("rank")
    return span


def _official(
    joined: Joined, parts: _Parts, rank: tuple[int, int] | None, nips: list[FoundNip], signed: re.Match[str] | None
) -> Official | None:
    nip = nips[0] if nips else None
    if not (parts.position or parts.name or rank or nip or signed):
        return None
    return Official(
        position=_position_value(joined, parts.position),
        name=joined.value(*parts.name) if parts.name else None,
        rank=_rank_value(joined, rank),
        nip=joined.value(nip.start, nip.end, nip.digits) if nip and nip.digits else None,
        nip_text=joined.value(nip.start, nip.end) if nip else None,
        below=_below(joined, parts, nip) if rank is None else None,
        signed=joined.value(*signed.span()) if signed else None,
    )


def _below(joined: Joined, parts: _Parts, nip: FoundNip | None) -> Value[str] | None:
    """What stands after the NIP belongs to somebody else."""
    if parts.below is None or nip is None or parts.below[1] > nip.start:
        return None
    return joined.value(*parts.below)


def _rank_value(joined: Joined, rank: tuple[int, int] | None) -> Value[str] | None:
    if rank is None:
        return None
    start, end = rank
    words = " ".join(joined.text[start:end].split()).strip(" ,;.")
    if words.endswith(")") and "(" not in words:
        words = words[:-1]
    return joined.value(start, end, words)


def _position_value(joined: Joined, spans: list[tuple[int, int]]) -> Value[str] | None:
    if not spans:
        return None
    words = " ".join(" ".join(joined.text[start:end].split()) for start, end in spans)[:MAX_POSITION_CHARS]
    places = tuple(place for start, end in spans for place in joined.evidence(start, end))
    return Value(words, places)


def _position_and_name(text: str, unit_name: str | None, known_names: tuple[str, ...]) -> _Parts:
    parts = _Parts()
    lines = [match.span() for match in re.finditer(r"[^\n]+", text)]
    spans = [span for span in (_strip(text, *line) for line in lines) if span[0] < span[1]]
    for index, span in enumerate(spans):
        later = spans[index + 1 :]
        _read_line(text, span, parts, later, (unit_name, known_names))
    return parts


def _read_line(
    text: str,
    span: tuple[int, int],
    parts: _Parts,
    later: list[tuple[int, int]],
    known: tuple[str | None, tuple[str, ...]],
) -> None:
    start, end = span
    if not parts.name and (head := _POSITION.match(text, start, end)):
        cut, name = _divide(text, span, head.end(), *known)
        _add_position(text, (start, cut), parts)
        parts.name = name
        return
    if _ONLY_PREFIX.fullmatch(text, start, end):
        parts.position.append(span)
        return
    if parts.name:
        if _POSITION.match(text, start, end):
            _office_below(span, parts)
            return
        if degree_at(text, *span) and text[parts.name[1] : start].strip(" ,\n") == "":
            parts.name = (parts.name[0], end)
        return
    name = _name_in(text, span)
    if name is None:
        if parts.position and _continues_position(text, span, parts):
            parts.position.append(span)
        return
    alone = not parts.position or not _is_unit(text[start:end], known[0])
    if alone and not _is_better_later(text, span, later):
        parts.name = name
        _before_name(text, (start, name[0]), parts)
    elif parts.position:
        parts.position.append(span)


def _office_below(span: tuple[int, int], parts: _Parts) -> None:
    """An office under the name is the office where none stands above; else it stands where the rank belongs."""
    if not parts.position:
        parts.position.append(span)
    elif parts.below is None:
        parts.below = span


def _before_name(text: str, span: tuple[int, int], parts: _Parts) -> None:
    """Words of an office before a name in the same line."""
    start, end = _strip(text, *span)
    if start < end and not parts.position and not _LETTERHEAD.match(text, start, end) and len(text[start:end]) > 2:
        parts.position.append((start, end))


def _add_position(text: str, span: tuple[int, int], parts: _Parts) -> None:
    """A second office is kept only where the first signs for it (a.n. BUPATI / SEKRETARIS DAERAH)."""
    span = _strip(text, *span)
    before = " ".join(text[start:end] for start, end in parts.position)
    if not parts.position or STARTS_FOR.match(before) or _ONLY_PREFIX.fullmatch(before.strip()):
        parts.position.append(span)


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t\u00a0:;,.-–|/*=\"'":
        start += 1
    while end > start and text[end - 1] in " \t\u00a0:;,-–|/*=(\"'":
        end -= 1
    if text[start : start + 1] == "(" and text[end - 1 : end] == ")":
        start, end = start + 1, end - 1
    return start, end


def _continues_position(text: str, span: tuple[int, int], parts: _Parts) -> bool:
    """A line of office words goes on with the position, unless it only repeats it or is a letterhead."""
    words = {word.lower() for word in _LETTERS.findall(text[span[0] : span[1]])}
    before = {word.lower() for start, end in parts.position for word in _LETTERS.findall(text[start:end])}
    if not words or words <= before or re.match(r"\s*pemerintah\b", text[span[0] : span[1]], re.IGNORECASE):
        return False
    if before & {"camat", "lurah"} and _is_other_office(text[span[0] : span[1]]):
        return False
    return len(words) <= 12 and bool(words & _NOT_IN_NAMES) and text[span[0]].isupper()


def _is_better_later(text: str, span: tuple[int, int], later: list[tuple[int, int]]) -> bool:
    """Without degrees a line is taken for a name only when no later line is one with degrees."""
    if first_degree(text, *span) or TITLE_BEFORE.search(text, *span):
        return False
    return any(first_degree(text, *other) and _name_in(text, other) and not degree_at(text, *other) for other in later)


def _name_in(text: str, span: tuple[int, int]) -> tuple[int, int] | None:
    """The name in a line that is no position: from the title before it, to the last degree."""
    start, end = span
    before = TITLE_BEFORE.search(text, start, end)
    if before and before.start() > start and has_office_word(text[start : before.start()]):
        start = before.start()
    degree = first_degree(text, start, end)
    stop = degree.start() if degree else end
    words = _LETTERS.findall(text[start:stop])
    if not words or len(words) > MAX_NAME_WORDS + 3 or has_office_word(text[start:stop]):
        return None
    if not degree and (not _looks_like_name(words) or any(map(str.isdigit, text[start:stop]))):
        return None
    return _strip(text, start, end_of_degrees(text, degree, end) if degree else end)


def _is_no_name(word: str) -> bool:
    """A single word that is a short form, a region or a heading is nobody's name."""
    return len(word) < MIN_SINGLE_NAME or word.lower() in _HEADING_WORDS or is_region(None, word)


def _looks_like_name(words: Sequence[str]) -> bool:
    """Capital letters, and at least one word of more than an initial."""
    longest = max(map(len, words))
    if len(words) > MAX_NAME_WORDS or longest < 3:
        return False
    if len(words) == 1 and _is_no_name(words[0]):
        return False
    return all(word[0].isupper() or word in _LOWER_IN_NAMES for word in words)


def has_office_word(text: str) -> bool:
    """Whether words of offices, units and the law stand in a text, which then is nobody's name."""
    return any(word.lower() in _NOT_IN_NAMES for word in _LETTERS.findall(text))


def _divide(
    text: str, span: tuple[int, int], head_end: int, unit_name: str | None, known_names: tuple[str, ...]
) -> tuple[int, tuple[int, int] | None]:
    """Divide a line that begins with an office: where the position ends, and the name if one follows."""
    end = span[1]
    for name_start in _name_starts(text, span, head_end, unit_name, known_names):
        found = _name_in(text, _strip(text, name_start, end))
        if found:
            return name_start, found
    unit_end = _end_of_unit(text, (head_end, end), unit_name)
    return (unit_end if unit_end and _is_other_office(text[unit_end:end]) else end), None


def _is_other_office(text: str) -> bool:
    """What follows the unit's own name begins another office (``Camat X SEKSI PEMERINTAHAN``)."""
    word = _WORD.search(text)
    return word is not None and word[0].lower() in {"seksi", "bagian", "bidang", "subbagian", "subbag", "nama", "sub"}


def _name_starts(
    text: str, span: tuple[int, int], head_end: int, unit_name: str | None, known_names: tuple[str, ...]
) -> Iterable[int]:
    """Places where the name may begin, the surest first."""
    end = span[1]
    before = TITLE_BEFORE.search(text, head_end, end)
    if before and not _NAMED_AFTER.search(text, span[0], before.start()):
        yield before.start()
    yield from _after_known(text, (head_end, end), known_names)
    degree = first_degree(text, head_end, end)
    comma = _name_comma(text, (head_end, degree.start() if degree else end))
    if comma is not None:
        yield comma
    unit_end = _end_of_unit(text, (head_end, end), unit_name)
    if unit_end is not None:
        if degree or not _REGION_HEAD.search(text, head_end, unit_end):
            yield unit_end
        return
    change = _case_change(text, (head_end, end))
    if change is not None:
        yield change
    if degree:
        yield from _after_office_words(text, (head_end, degree.start()))


def _after_known(text: str, span: tuple[int, int], known_names: tuple[str, ...]) -> Iterable[int]:
    low = text[span[0] : span[1]].lower()
    for known in known_names:
        bare = known.split(",")[0].strip().lower()
        if len(bare) > 3 and (at := low.find(bare)) >= 0:
            yield span[0] + at


def _name_comma(text: str, span: tuple[int, int]) -> int | None:
    """After the last comma of the words before the degrees; a comma right before a degree divides nothing."""
    start, end = span
    stop = end
    while stop > start and text[stop - 1] in " ,.":
        stop -= 1
    at = text.rfind(",", start, stop)
    return at + 1 if at >= 0 else None


def _end_of_unit(text: str, span: tuple[int, int], unit_name: str | None) -> int | None:
    """Where the unit's own name ends after the word for the office; a letter may be wrong in each of its words."""
    wanted = [word.lower() for word in _LETTERS.findall(unit_name or "") if word.lower() not in _NOT_IN_NAMES]
    whole = [word.lower() for word in _LETTERS.findall(unit_name or "")]
    words = list(_LETTERS.finditer(text, *span))
    for target in (whole, whole[1:], wanted):
        at = _find_words(words, target)
        if at is not None:
            return _past_region(words, at)
    return None


def _find_words(words: list[re.Match[str]], target: list[str]) -> int | None:
    """Index after the target among the first words."""
    if not target:
        return None
    for first in range(min(3, len(words))):
        if first + len(target) > len(words):
            break
        if all(_nearly(words[first + i][0].lower(), target[i]) for i in range(len(target))):
            return first + len(target)
    return None


def _nearly(a: str, b: str) -> bool:
    return a == b or (len(b) >= 5 and OSA.distance(a, b, score_cutoff=1) <= 1)


def _past_region(words: list[re.Match[str]], index: int) -> int:
    """The regency or province may follow the unit's name and belongs to the position."""
    while index + 1 < len(words) and words[index][0].lower() in _PLACE_HEADS:
        index += 2
    return words[index - 1].end()


def _case_change(text: str, span: tuple[int, int]) -> int | None:
    """``Camat Arga Mulya TIRTA WIJAYA``: the name is printed in other letters than the office."""
    words = [match for match in _LETTERS.finditer(text, *span) if len(match[0]) > 1]
    if len(words) < 2:
        return None
    styles = [word[0].isupper() for word in words]
    at = next((index for index in range(1, len(styles)) if styles[index] != styles[0]), None)
    if at is None or any(style == styles[0] for style in styles[at:]) or words[at][0].lower() in _NOT_IN_NAMES:
        return None
    return words[at].start()


def _after_office_words(text: str, span: tuple[int, int]) -> Iterable[int]:
    """Without any other sign: the words of the office end, one word for the place, then the name."""
    words = list(_LETTERS.finditer(text, *span))
    index = 0
    while index < len(words) and words[index][0].lower() in _NOT_IN_NAMES:
        index += 2 if words[index][0].lower() in _PLACE_HEADS else 1
    takes_place = re.search(r"\b(?:camat|lurah|bupati|kota|gubernur|desa)\s*$", text[: span[0]], re.IGNORECASE)
    if index == 0 and takes_place and len(words) >= 2:
        index = 1
    if index < len(words):
        yield words[index].start()


def _is_unit(text: str, unit_name: str | None) -> bool:
    """Whether a line says the unit's own name."""
    words = [word.lower() for word in _LETTERS.findall(text)]
    target = [word.lower() for word in _LETTERS.findall(unit_name or "") if word.lower() not in _NOT_IN_NAMES]
    return bool(target) and words == target
