"""
Whether more or less of an indicator is better: as declared, else by its name; and which formula is declared.

A name tells little: `Jumlah kasus` is bad, `Jumlah kasus yang ditangani` good. What is not clear stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Literal, NamedTuple

from engine.derive.achievement import Formula
from engine.derive.table_cells import equal_cells
from schemas.performance import PerformanceTable, Polarity, Quantity

KnownBy = Literal["declared", "name", "none"]
MAX_NAME = 300

_LOWER_WORDS = re.compile(
    r"\b(?:se)?makin (?:ke?cil|rendah|sedikit|turun|menurun|cepat|singkat|pendek|berkurang|minim\w*)\b.{0,20}\bbaik\b|"
    r"\b(?:lower|smaller|less) is better\b|\b(?:indikator|polaritas|indikasi) (?:negatif|minimi[sz]\w*|terbalik)\b"
)
_HIGHER_WORDS = re.compile(
    r"\b(?:se)?makin (?:besar|tinggi|banyak|naik|meningkat|bertambah|maksim\w*)\b.{0,20}\bbaik\b|"
    r"\b(?:higher|more|larger) is better\b|"
    r"\b(?:indikator|polaritas|indikasi) (?:positif|maksimi[sz]\w*|maximi[sz]\w*)\b"
)
_LOWER_CELL = re.compile(
    r"\W*(?:negatif|negative|minimi[sz]\w*|minimum|min|turun|menurun|lower|rendah|terbalik|inver[st]\w*)\W*|"
    r"\W*(?:se)?makin (?:ke?cil|rendah|sedikit|turun|cepat)\b.*|\(?\s?[-–−↓▼]\s?\)?"
)  # fmt: skip
_HIGHER_CELL = re.compile(
    r"\W*(?:positif|positive|maksimi[sz]\w*|maximi[sz]\w*|maximum|maksimum|max|maks|naik|meningkat|higher|tinggi)\W*|"
    r"\W*(?:se)?makin (?:besar|tinggi|banyak|naik)\b.*|\(?\s?[+↑▲]\s?\)?"
)  # fmt: skip

_HEADS = (
    "jumlah", "angka", "tingkat", "persentase", "prosentase", "presentase", "%", "prevalensi", "banyaknya", "frekuensi",
    "insiden", "laju", "rasio",
)  # fmt: skip
_BAD = (
    "kemiskinan", "penduduk miskin", "kematian", "pengangguran", "stunting", "gizi buruk", "gangguan", "pelanggaran",
    "keluhan", "kebakaran", "kecelakaan", "kriminalitas", "kejahatan", "putus sekolah", "perceraian", "kerugian",
    "konflik", "kesakitan", "kekerasan", "kawasan kumuh", "ketimpangan", "keterlambatan", "pernikahan dini",
    "perkawinan anak", "kasus", "kejadian", "pengaduan masuk", "tunggakan", "temuan(?! kasus| penderita| baru)",
)  # fmt: skip
_LOWER_NAME = re.compile(rf"(?:(?:{'|'.join(_HEADS)})\s+)*(?:{'|'.join(_BAD)})\b")
_LOWER_BEGINS = (*_HEADS, *(re.split(r"[ (]", name)[0] for name in _BAD))
"""With one of these begins every name that `_LOWER_NAME` matches."""
_SAYS = ("baik", "better", "indik", "polar")
"""One of these is in every sentence that declares a polarity."""
_ACT = re.compile(
    r"\byang\b|\b(?:di|ter)(?!gi\b|naga|pat|ni\b|tib|nas|ri\b|jadi|kait|sang|dampak|hadap|buka|tentu|siplin|gital|abetes|stribusi|namis|visi)\w{4,}|\bpe[nm](?!gangguran|gaduan|didikan)\w+an\b|"
    r"\b(?:tindak|lanjut|selesai|tuntas|bebas|tanpa|menurun\w*|turun\w*|berkurang|sembuh|kesembuhan|mendapat\w*|"
    r"memperoleh|menerima|cakupan|ketersediaan|kesiap\w*|mitigasi|rehabilitasi|ketahanan|laporan|dokumen|kegiatan|"
    r"penerima|bantuan|layanan|pelayanan|perlindungan|pelatihan|patroli|pos|posko|relawan|petugas|kader|"
    r"sosialisasi|respon\w*|rekomendasi|mediasi|aman|nihil|zero)\b"
)
"""Words after which more of a bad thing may be good: it was found, handled, prevented, or written up."""
_UNSURE = re.compile(
    r"kasus|gangguan|miskin|kemati|menganggur|penganggur|penurunan|menurun|pengurangan|stunting|gizi|ri?sik|rawan|keluh|"
    r"pengadu|temuan|langgar|sengketa|konflik|hilang|bocor|rusak|rugi|tunggak|lambat|waktu|lama\b|durasi|hari\b|menit|jarak|"
    r"beban|gantung|timpang|gini|inflasi|kumuh|putus|buta|sampah|emisi|cemar|polusi|banjir|bakar|celaka|kriminal|jahat|"
    r"\bdini\b|perkawinan anak|keras|sisa\b|silpa|selisih|deviasi|salah|error|tidak|belum|tanpa|\bnon\b|simpang|"
    r"gagal|cerai|komplain|penyakit|sakit|morbid|mortal|preval|insiden|\bhiv\b|\btbc?\b|\bdbd\b|bencana|korban|kurang|biaya|"
    r"defisit|hutang|utang|absen|alpa|mangkir|terbalik|negatif|kendala|hambat|narkoba|korupsi|piutang|losses"
)
"""Words of things of which less may be better."""
_HIGHER_NAME = re.compile(
    r"(?:persentase|prosentase|presentase|%|indeks|index|nilai|skor|score|cakupan|"
    r"jumlah (?:dokumen|laporan|kegiatan|peserta|desa|kelompok|produksi|wisatawan|kunjungan|perizinan|izin)|"
    r"jumlah [a-z3 /-]{2,60} (?:aktif|terlatih|dilatih|terbina|dibina|bersertifikat|terakreditasi|berprestasi|berizin|"
    r"mandiri|terlayani|dilayani|difasilitasi|terfasilitasi)$)"
)
_SHARE_HANDLED = re.compile(
    r"(?:persentase|prosentase|presentase|%) .{0,80}\b(?:yang )?(?:ditangani|tertangani|diselesaikan|terselesaikan|"
    r"ditindaklanjuti|dituntaskan|diatasi|teratasi|dicegah)\b|(?:persentase|prosentase|presentase|%) "
    r"(?:penurunan|penanganan|penyelesaian|tindak lanjut|pengurangan)\b"
)

_SPACE = re.compile(r"\s+")
_NO_BRACKETS = str.maketrans("", "", "()[]{}\"'")
_TIMES_100 = re.compile(r"[x×*.·]?\(?100\)?%?|[x×*]")
_NAMES = ((re.compile(r"realisasi|realiasi"), "R"), (re.compile(r"target|rencana"), "T"))
_FORMULAS: tuple[tuple[Formula, frozenset[str]], ...] = (
    ("plain", frozenset({"R/T", "R:T"})),
    (
        "inverse",
        frozenset({"2T-R/T", "T-R-T/T", "T+T-R/T", "2T-R:T", "T-R-T:T", "1+1-R/T", "2-R/T", "1-R-T/T", "1+T-R/T"}),
    ),
    ("reciprocal", frozenset({"T/R", "T:R"})),
    ("difference", frozenset({"T-R/T", "T-R:T", "1-R/T"})),
)  # fmt: skip


class Reading(NamedTuple):
    """The polarity of an indicator."""

    polarity: Polarity | None
    known_by: KnownBy


UNKNOWN = Reading(None, "none")


def declared_polarity(words: str) -> Polarity | None:
    """What a sentence or a name says of itself: `(makin kecil makin baik)`."""
    return _declared_in(_low(words))


def _declared_in(low: str) -> Polarity | None:
    if not any(word in low for word in _SAYS):
        return None
    if _LOWER_WORDS.search(low):
        return "lower"
    return "higher" if _HIGHER_WORDS.search(low) else None


def cell_polarity(cell: str) -> Polarity | None:
    """What a cell of a column of polarity says."""
    low = _low(cell)
    if _LOWER_CELL.fullmatch(low):
        return "lower"
    return "higher" if _HIGHER_CELL.fullmatch(low) else declared_polarity(cell)


def name_polarity(name: str) -> Reading:
    """What a name tells, by its own words (declared) or by what it counts."""
    declared = declared_polarity(name)
    if declared:
        return Reading(declared, "declared")
    low = _low(name)
    if _SHARE_HANDLED.match(low):
        return Reading("higher", "name")
    if _LOWER_NAME.match(low):
        return Reading("lower", "name") if not _ACT.search(low) else UNKNOWN
    if _HIGHER_NAME.match(low) and not _UNSURE.search(low.replace("tepat waktu", "")):
        return Reading("higher", "name")
    return UNKNOWN


def is_lower_name(name: str) -> bool:
    """Whether a name tells that less is better."""
    low = _low(name)
    declared = _declared_in(low)
    if declared:
        return declared == "lower"
    return bool(_LOWER_NAME.match(low)) and not _ACT.search(low)


def hinting_names(names: Sequence[str]) -> list[int]:
    """The rows that are left when those are screened off of which `is_lower_name` is surely false: a few, mostly."""
    firsts = [name.partition(" ")[0] for name in names]
    hints = {first for first in set(firsts) if _may_begin_lower(first)}
    rows = [row for row, first in enumerate(firsts) if first in hints] if hints else []
    whole = "\n".join(names).lower()
    if any(word in whole for word in _SAYS):
        rows += [row for row, name in enumerate(names) if any(word in name.lower() for word in _SAYS)]
    return rows


def _may_begin_lower(first: str) -> bool:
    """What stands before the first blank may be several words, parted by another white space, or none."""
    words = first.lower().split()
    return not words or words[0].startswith(_LOWER_BEGINS)


def may_be_lower(name: str) -> bool:
    """Whether less may be better, as far as the name tells: for what must not be blamed then."""
    return bool(_UNSURE.search(_low(name).replace("tepat waktu", ""))) or declared_polarity(name) == "lower"


def formula_in(words: str) -> Formula | None:
    """
    The formula of capaian that words declare; None where they tell none, or how the indicator itself is measured.

    Brackets and `x 100%` are left out, so `(T - (R - T)) / T` is told by the order of its letters.
    """
    if len(words) > MAX_NAME or "eali" not in words.lower():
        return None
    low = (
        _SPACE.sub("", words.lower()).replace("dibagi", "/").replace("dikali", "x").replace("−", "-").replace("–", "-")
    )
    low = low.replace("÷", "/")
    low = low.rpartition("=")[2] if "=" in low else low
    for pattern, letter in _NAMES:
        low = pattern.sub(letter, low)
    bare = _TIMES_100.sub("", low.translate(_NO_BRACKETS)).rstrip(".;")
    return next((formula for formula, forms in _FORMULAS if bare in forms), None)


class Polarities:
    """The polarity of each row of a table: equal names are looked at once."""

    def __init__(self, table: PerformanceTable, names: Sequence[str]) -> None:
        self._table = table
        self._names = names
        self._cells = table.words.get("polarity")
        self._remarks = table.words.get("remarks")
        self._targets = table.quantities.get("target", ())
        self._by_cell: dict[str, Polarity | None] = {}
        self._by_name: dict[str, Reading] = {}
        title = f"{table.title.value if table.title else ''}"
        self._whole = declared_polarity(title)

    def __getitem__(self, row: int) -> Reading:
        """Of a row: its cell, its name, its remark, its target (`≤ 5`), the title of the table."""
        declared = self._declared(row)
        if declared:
            return Reading(declared, "declared")
        name = self._names[row]
        known = self._by_name.get(name)
        if known is None:
            known = self._by_name[name] = name_polarity(name)
        if known.known_by != "declared" and self._whole:
            return Reading(self._whole, "declared")
        return known

    def lower_rows(self) -> set[int]:
        """The rows of which less is better; told by columns, without a look at each row."""
        hinted: Iterable[int] = range(len(self._names)) if self._whole else hinting_names(self._names)
        return {row for row in chain(hinted, self._declaring_rows()) if self._is_lower(row)}

    def _declaring_rows(self) -> Iterator[int]:
        """Rows in which a cell, a remark or a target may declare that less is better."""
        if self._cells is not None:
            lower = {cell for cell in set(self._cells) if cell_polarity(cell) == "lower"}
            yield from (row for row, cell in enumerate(self._cells) if cell in lower) if lower else ()
        if self._remarks is not None:
            telling = {remark for remark in set(self._remarks) if "makin" in remark}
            yield from (row for row, remark in enumerate(self._remarks) if remark in telling) if telling else ()
        yield from equal_cells(self._table, "target").rows(_is_upper_bound)

    def _is_lower(self, row: int) -> bool:
        declared = self._declared(row) or self._whole
        return declared == "lower" if declared else is_lower_name(self._names[row])

    def _declared(self, row: int) -> Polarity | None:
        if self._cells is not None and self._cells[row]:
            cell = self._cells[row]
            if cell not in self._by_cell:
                self._by_cell[cell] = cell_polarity(cell)
            if self._by_cell[cell]:
                return self._by_cell[cell]
        if self._remarks is not None and "makin" in self._remarks[row]:
            return declared_polarity(self._remarks[row])
        return "lower" if self._targets and _is_upper_bound(self._targets[row]) else None


def _is_upper_bound(target: Quantity) -> bool:
    return target.text[:1] in ("<", "≤")


def _low(words: str) -> str:
    return " ".join(words[:MAX_NAME].lower().split())
