"""
What the heading of a column of performance data names: target, realization, indicator ...; and for which time.

Indonesian puts the noun that counts first (`Capaian Indikator` is a capaian, `Indikator Capaian` an indicator), so the
first known noun decides. Words before it that only measure (`persentase`, `tingkat`, `jumlah`) are skipped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from schemas.performance import ColumnRole

Known = ColumnRole | Literal["other"]
"""other = a heading of such tables that nobody asks for: `Kode Rekening`, `Lokasi`, `Sumber Dana`."""

_NOUNS: tuple[tuple[Known, str], ...] = (
    ("other", (r"sumber (?:dana|pendanaan|anggaran|pembiayaan)|kelompok sasaran|sasaran mutu|jumlah (?:indikator|iku|"
               r"sasaran|program|kegiatan|target)|rencana tahun|tipe (?:perhitungan|data)|sifat data|metode akumulasi|"
               r"sisa\b|selisih|deviasi|gap\b|efisiensi|tingkat efisiensi|lokasi|kode\b|waktu\b|jadwal|bobot|standar\b|"
               r"prognos\w+|output\b|keluaran|volume\b|harga|lokus|visi\b")),
    ("remarks", (r"ket\b|ket\.|keterangan|catatan|analisis|analisa|kendala|hambatan|permasalahan|masalah|penyebab|"
                 r"faktor|(?:rencana )?tindak lanjut|solusi|alasan|penjelasan|rekomendasi|upaya|justifikasi|"
                 r"evaluasi\b")),
    ("polarity", r"polari\w+|arah\b|sifat (?:indikator|iku)|jenis indikator|(?:se)?makin |positif ?/ ?negatif"),
    ("formula", (r"formula\w*|rumus\w*|cara (?:\w*hitung\w*|\w*ukur\w*)|perhitungan|penghitungan|definisi|"
                 r"metode|metadata")),
    ("category", (r"kategori|predikat|kriteria|kualifikasi|klasifikasi|interpretasi|status\b|notasi|peringkat|"
                  r"tercapai ?/")),
    ("interval", r"interval|rentang|skala|range\b"),
    ("source", r"sumber|data dukung|data pendukung|bukti|eviden\w*|dokumen pendukung"),
    ("owner", (r"penanggung ?-?jawab|penanggungjawab|bertanggung ?jawab|pengampu|pic\b|pj\b|"
               r"yang (?:me)?(?:mbi|mbe|nanga)\w+|"
               r"pelaksana\b|unit (?:kerja|organisasi|opd|skpd|perangkat|pelaksana|pengelola|penanggung)|opd\b|skpd\b|"
               r"perangkat daerah|instansi\b|koordinator")),
    ("program", r"rencana aksi|langkah(?: aksi|-langkah)?\b"),
    ("target", (r"rencana tingkat capaian|target\b|rencana (?:kinerja|capaian)|rencana$|"
                r"kinerja yang (?:di)?(?:per)?janji\w*")),
    ("realization", r"rea?l\w{0,2}[is]\w{0,2}s[ai]\w{0,2}\b|progres+\b|hasil (?:kinerja|pengukuran)|^hasil$"),
    ("capaian", r"(?:pen|keter)?capaian|kemajuan|^kinerja ?\(? ?%.*"),
    ("spent", r"(?:pe)?nyerapan|serapan|terserap"),
    ("pagu", r"anggaran|pagu\b|alokasi|dpa\b|apbd\b|dana\b|pendanaan|biaya|^keuangan\b"),
    ("indicator", (r"indikator|jenis (?:pe)?layanan|iku\b|ikk\b|ikp\b|iks\b|ikd\b|tolo[kh] ukur|"
                   r"ukuran (?:kinerja|keberhasilan)")),
    ("sasaran", r"sasaran|tujuan|kinerja utama|outcome\b|misi\b"),
    ("program", r"program\w*|sub ?-?kegiatan|kegiatan|aktivitas|belanja|urusan|nomenklatur|tahapan|uraian$"),
    ("unit", r"satuan\b|^sat\.?$|^unit$"),
    ("realization", r"kondisi (?:kinerja )?(?:awal|saat ini)|base ?line|data awal"),
    ("target", r"kondisi (?:kinerja )?(?:pada )?(?:\w+ )?akhir"),
)  # fmt: skip
_NOUN = re.compile("|".join(rf"(?P<n{at}>\b(?:{pattern}))".replace(r"\b(?:^", "(?:^") for at, (_, pattern) in
                            enumerate(_NOUNS)))  # fmt: skip
_EXACT: dict[str, Known] = {
    "no": "no", "n0": "no", "nomor": "no", "no urut": "no", "nomor urut": "no", "no. urut": "no", "num": "no",
    "#": "no", "bidang": "owner", "seksi": "owner", "bidang/seksi": "owner", "bidang / seksi": "owner",
    "bagian": "owner",
    "capaian program": "capaian", "unit": "unit", "tahun": "other", "kinerja": "other", "jumlah": "other",
    "total": "other",
}  # fmt: skip
_SHARE_ALONE = re.compile(r"\(? ?%+ ?\)?|(?:persen|prosen)(?:tase)?(?: ?\(? ?% ?\)?)?")
_SHARE = re.compile(r"%|\bpersen|\bprosen|\btingkat\b")
_MONEY = re.compile(r"\b(?:anggaran|keuangan|pagu|belanja|dana|apbd|dpa|pendanaan)\b|\brp\b")
_WORK = re.compile(r"\b(?:kinerja|fisik|output|indikator|sasaran)\b")
_ELSEWHERE = re.compile(r"\b(?:nasional|provinsi|prov|standar|pembanding|kabupaten lain|daerah lain)\b")
_SPENT_AFTER = re.compile(r"(?:anggaran|keuangan|belanja)\W{0,3}(?:yang )?(?:te)?rea?l\w{0,2}[is]\w{0,2}s[ai]")
_SENTENCE = re.compile(r"(?:\d+\W+)?\w+nya\b")
"""`Meningkatnya ...` begins a sasaran, no heading."""
FAR = 40
"""Characters before the noun of a heading."""
_FORMULA = re.compile(r"\b(?:formula\w*|rumus|perhitungan)\b")
_FILLER = re.compile(r"uraian |nama |rincian |besaran |rata ?-? ?rata ")

MONEY_WORDS = frozenset({
    "rp", "(rp)", "rp.", "(rp.)", "( rp )", "keuangan", "anggaran", "pagu", "dana", "anggaran (rp)", "anggaran (rp.)",
    "keuangan (rp)", "pagu (rp)", "rupiah", "anggaran rp", "pendanaan",
})  # fmt: skip
WORK_WORDS = frozenset({"k", "kinerja", "fisik", "volume", "vol", "vol.", "(k)", "kinerja (k)", "fisik (%)", "output"})

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5,
          "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4}  # fmt: skip
_YEAR_NUMBER = r"(?<!\d)(20[0-4]\d|199\d)(?!\d)"
_YEARS = re.compile(_YEAR_NUMBER)
_ONLY_YEAR = re.compile(r"(?:tahun|th\.?|thn\.?|ta\.?|t\.a\.?)? ?(20[0-4]\d|199\d)(?: ?\*+| ?\((?:n ?)?[-+]?\d?\))?")
_QUARTER = r"(?:tri ?wulan(?:an)?|tribulan|triw\.?|trw\.?|trwln\.?|tw\.?|kuartal|quarter|q)"
_IN_QUARTER = re.compile(rf"\b{_QUARTER} ?-? ?(?:ke ?-? ?)?(iv|iii|ii|i|[1-4]|pertama|kedua|ketiga|keempat)\b")
_QUARTERS = re.compile(rf"\b{_QUARTER}(?![a-z])")
_QUARTER_NOW = re.compile(rf"\b{_QUARTER} (?:ini|berjalan|laporan)\b")
_ROMAN_ALONE = re.compile(r"(?:ke ?-? ?)?(iv|iii|ii|i|v)")
_DIGIT_ALONE = re.compile(r"(?:ke ?-? ?)?([1-5])")
_PLAN_YEAR = re.compile(r"\btahun ke ?-? ?(iv|v|iii|ii|i|[1-5])?\b")
_SEMESTER = re.compile(r"\b(?:semester|smt|sem)\.? ?(ii|i|[12])\b")
_MONTHS = {name: at for at, name in enumerate("jan feb mar apr mei jun jul agu sep okt nov des".split(), 1)}
_MONTH = re.compile(
    r"(jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des)(?:uari|ruari|et|il|i|ustus|tember|ober|ember|t)?\.?"
)
_MONTH_CODE = re.compile(r"b(0[1-9]|1[0-2])")
_TO_DATE = re.compile(r"\bs ?\.? ?[/.] ?d\b|\bsd\b|\bsampai\b|\bkumulatif\b")
_END = re.compile(r"\bakhir\b(?! tahun\b(?! ?(?:ke|renstra|rpjmd|perencanaan|periode|pelaksanaan)))|jangka menengah|"
                  r"\b(?:rpjmd|renstra)\b|\bkemajuan\b|^akhir$")  # fmt: skip
_BASE = re.compile(r"kondisi (?:kinerja )?(?:awal|saat ini)|\bbase ?line\b|data awal|tahun awal|tahun dasar")
_BEFORE = re.compile(r"tahun (?:lalu|sebelumnya|kemarin)|\bn ?- ?[123]\b|\bsebelum(?:nya)?\b|\bmurni\b|\bsemula\b|"
                     r"\btriwulan lalu\b|\btw lalu\b")  # fmt: skip


def low(text: str) -> str:
    """A heading as it is compared: small letters, single blanks, without the marks at its ends."""
    return " ".join(text.lower().replace("\u00a0", " ").split()).strip(" :*;")


@lru_cache(maxsize=4096)
def known_role(title: str) -> Known | None:
    """What a column of that title (in small letters) holds; ``other`` for a heading nobody asks for."""
    title = title.strip(" .:*")
    if title in _EXACT:
        return _EXACT[title]
    if _ONLY_YEAR.fullmatch(title):
        return "year"
    if _SHARE_ALONE.fullmatch(title):
        return "capaian"
    match = _NOUN.search(_FILLER.sub("", title) if not title.endswith("uraian") else title)
    if match is not None and (match.start() > FAR or _SENTENCE.match(title)):
        return None
    if match is None or match.lastgroup is None:
        return "program" if title.startswith("uraian") else None
    return _refined(_NOUNS[int(match.lastgroup[1:])][0], title)


def _refined(role: Known, title: str) -> Known:  # noqa: C901, PLR0911 - a case for each noun
    """`Realisasi Anggaran` is money, `Target Nasional` is not this office's."""
    if role in ("target", "realization", "capaian") and _ELSEWHERE.search(title):
        return "other"
    money = _MONEY.search(title) is not None and _WORK.search(title) is None
    in_words = _MONEY.sub("", title) if money else title
    if role == "target":
        return "pagu" if money and "rp" not in (m[0] for m in _MONEY.finditer(title)) else role
    if role == "realization":
        if not money or _MONEY.sub("", title) == title.replace("rp", ""):  # `Realisasi (Rp)` may be that of a target
            return role
        return "spent_percent" if _SHARE.search(in_words) else "spent"
    if role == "capaian":
        if _BASE.search(title):
            return "realization"
        return "spent_percent" if money else role
    if role == "remarks":
        return "formula" if _FORMULA.search(title) else role
    if role == "spent":
        return "spent_percent" if _SHARE.search(title) else role
    if role == "pagu":
        if _SPENT_AFTER.search(title):
            return "spent"
        return "spent_percent" if _SHARE.search(title) else role
    return role


def role_of(title: str) -> ColumnRole | None:
    """What a column of that title holds, by the title alone."""
    role = known_role(low(title))
    return None if role == "other" else role


def is_share(title: str) -> bool:
    """Whether a heading (in small letters) asks for a percentage of what stands beside it."""
    return _SHARE.search(title) is not None


def is_time(title: str) -> bool:
    """Whether a heading is nothing but a time: ``I``, ``TW 2``, ``2023``, ``Januari``, ``Semester I``."""
    title = title.strip(" .()")
    return any(
        pattern.fullmatch(title)
        for pattern in (_ROMAN_ALONE, _IN_QUARTER, _ONLY_YEAR, _MONTH, _SEMESTER, _MONTH_CODE, _DIGIT_ALONE, _PLAN_YEAR)
    )


def role_of_path(texts: Sequence[str]) -> Known | None:  # noqa: PLR0911 - a case for each kind of part
    """The role of a column by its heading cells from the top, in small letters."""
    if not texts:
        return None
    last = texts[-1]
    if len(texts) == 1:
        return known_role(last)
    above = role_of_path(texts[:-1])
    if is_time(last):
        return above if above not in (None, "other", "year") else "year" if _ONLY_YEAR.fullmatch(last) else None
    if last in MONEY_WORDS:
        return _as_money(above, last)
    if last in WORK_WORDS:
        return above if above in ("target", "realization", "capaian") else None
    if _SHARE_ALONE.fullmatch(last):
        return _as_share(above)
    own = known_role(last)
    if own in ("target", "realization", "capaian") and _is_money(texts[:-1], above):
        return _as_money(own, last)
    return own or above


def _is_money(above: Sequence[str], role: Known | None) -> bool:
    title = " ".join(above)
    return role in ("pagu", "spent", "spent_percent") or bool(_MONEY.search(title) and not _WORK.search(title))


def _as_money(role: Known | None, last: str) -> Known | None:
    money: dict[Known | None, Known] = {
        "target": "pagu", "realization": "spent", "capaian": "spent_percent", "pagu": "pagu", "spent": "spent",
        "spent_percent": "spent_percent",
    }  # fmt: skip
    return money.get(role) or (None if last.strip("(). ") in ("rp", "rupiah") else "pagu")


def _as_share(role: Known | None) -> Known | None:
    share: dict[Known | None, Known | None] = {
        "pagu": "spent_percent", "spent": "spent_percent", "spent_percent": "spent_percent", "target": "target",
    }  # fmt: skip
    return share.get(role, "capaian")


def period_of(title: str, last: str) -> str:  # noqa: PLR0911 - one time after the other
    """
    The part of the year, or of the plan, that a heading names.

    Args:
        title: All its words, in small letters.
        last: Those of its lowest cell.
    """
    quarter = _quarter(title, last)
    if quarter:
        return f"to_q{quarter}" if _TO_DATE.search(title) else f"q{quarter}"
    if _QUARTER_NOW.search(title):
        return "to_now" if _TO_DATE.search(title) else "now"
    for name, pattern in (("before", _BEFORE), ("base", _BASE)):
        if pattern.search(title):
            return name
    if _QUARTERS.search(title):
        return "quarters"
    if match := _SEMESTER.search(title):
        return f"s{_ROMAN[match[1]]}"
    if match := _MONTH.fullmatch(last) or _MONTH_CODE.fullmatch(last):
        return f"m{_MONTHS.get(match[1]) or int(match[1])}"
    if year := _plan_year(title, last):
        return f"y{year}"
    return "end" if _END.search(title) else "year"


def _quarter(title: str, last: str) -> int:
    match = _IN_QUARTER.search(title)
    if match is None and _QUARTERS.search(title):
        match = _ROMAN_ALONE.fullmatch(last) or re.fullmatch(r"(?:ke ?-? ?)?([1-4])", last)
    if match is None:  # four columns I to IV under `Target` are its quarters
        match = _ROMAN_ALONE.fullmatch(last) if "tahun ke" not in title and last != title else None
    number = _ROMAN[match[1]] if match else 0
    return number if number < 5 else 0


def _plan_year(title: str, last: str) -> int:
    match = _PLAN_YEAR.search(title)
    if match is None:
        return 0
    inner = match[1] or ((found := _ROMAN_ALONE.fullmatch(last) or _DIGIT_ALONE.fullmatch(last)) and found[1])
    return _ROMAN[inner] if inner else 0


def year_of(title: str) -> tuple[int | None, bool]:
    """The year that a heading (in small letters) names, and whether it names several that are no span of a plan."""
    years = sorted({int(year) for year in _YEARS.findall(title)})
    if len(years) == 1:
        return years[0], False
    if len(years) == 2 and (_END.search(title) or years[1] - years[0] >= 3):
        return None, False
    return None, len(years) > 1
