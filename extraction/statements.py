"""
What sentences say about figures: rise, fall, average, achieved or not.

Precision first: a sentence about plans, hopes, conditions or criteria states nothing, and one that gives more figures
than can be told apart is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from extraction.quantities import read_quantity
from extraction.sentences import Stretch, read_sentences
from extraction.stream import Line, place, slice_piece
from schemas.evidence import Value
from schemas.performance import Statement

WHOLE = Decimal(100)
MAX_CLAUSES = 20
MAX_NUMBERS = 8
"""Numbers of one clause; a clause with more is an enumeration."""

_CLAUSES = re.compile(
    r";\s+|,?\s+(?=(?:sedangkan|sementara(?: itu)?|namun|akan tetapi|tetapi|adapun|meskipun|walaupun|kendati)\b)",
    re.IGNORECASE,
)
_PLANS = re.compile(
    r"\b(?:akan|diharapkan|harapan\w*|berharap|diupayakan|upaya\w*|berupaya|agar|supaya|guna|"
    r"untuk (?:dapat )?me\w+|untuk dapat|"
    r"direncanakan|rencana\w* (?:untuk|akan|aksi)|diproyeksikan|proyeksi|ditargetkan|menargetkan|diprediksi|"
    r"perkiraan|diperkirakan|apabila|"
    r"jika|jikalau|bila|bilamana|manakala|seandainya|semakin|makin|seharusnya|sebaiknya|hendaknya|perlu|harus|"
    r"wajib(?! (?:pajak|retribusi|ktp))|"
    r"bertujuan|dalam rangka|komitmen|berkomitmen|mendorong|optimis|mungkin|ingin|hendak|belum diketahui|"
    r"strategi|kriteria|ketentuan|interval|skala|rumus|formula|dihitung|kondisi yang diinginkan|misalnya|contoh\w*)\b",
    re.IGNORECASE,
)
"""Words of plans, hopes, conditions and criteria: such a clause states no result."""
_PART_YEAR = re.compile(
    r"\b(?:triwulan\w*|tribulan|tw|semester|bulan|minggu|per hari|harian|bulanan|kuartal)\b", re.IGNORECASE
)
_MONEY = re.compile(r"\b(?:anggaran|keuangan|serapan|penyerapan|pagu|belanja|rupiah|dpa|dana|pad)\b", re.IGNORECASE)

_MORE = r"(?= (?:dari|daripada|di\s?banding(?:kan)?)\b)"
_RISE = (
    rf"(?:lebih (?:tinggi|besar){_MORE}|naik|meningkat|bertambah|"
    r"(?:mengalami|terjadi|terdapat|menunjukkan) (?:kenaikan|peningkatan))"
)
_FALL = (
    rf"(?:lebih (?:rendah|kecil){_MORE}|turun|menurun|berkurang|merosot|"
    r"(?:mengalami|terjadi|terdapat|menunjukkan) penurunan)"
)
_SAME = r"(?:tidak (?:berubah|mengalami perubahan)|sama (?:dengan|seperti)(?= (?:\w+ ){0,2}tahun))"
_MOVES = re.compile(rf"\b(?:(?P<rise>{_RISE})|(?P<fall>{_FALL})|(?P<same>{_SAME}))\b", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:tidak|tak|belum|bukan|tanpa|kurang|yang|tdk|tetap|jumlah desa|masih)\s+(?:dapat |mampu |hanya )?$",
    re.IGNORECASE,
)
"""Before a verb: it is denied, or belongs to a name (`desa yang meningkat statusnya`)."""
_DENIED = re.compile(
    r"\b(?:tidak|tak|belum|bukan|tanpa|kurang|tdk|blm|sulit|hampir|sebagian|beberapa)\b|"
    r"\byang (?:telah |sudah |dapat |berhasil )*$",
    re.IGNORECASE,
)
"""Anywhere before `mencapai target`: it is denied, limited, or told of something else."""
_COMPARED = re.compile(
    r"\b(?:(?:jika|bila|apabila)?\s*di\s?banding(?:kan)?|bila dibanding(?:kan)?|daripada|di\s?atas|dari) "
    r"(?:dengan )?(?:(?:realisasi|capaian|nilai|kinerja|hasil|angka|kondisi|pada|di|tingkat|perolehan|skor|"
    r"indeks) ){0,4}"
    r"(?:pada |di )?tahun (?P<year>\d{4}|lalu|sebelumnya|kemarin)\b",
    re.IGNORECASE,
)
_IF_COMPARED = re.compile(r"\b(?:jika|bila|apabila|kalau)\s+(?=di\s?banding)", re.IGNORECASE)
_EXCEEDED = re.compile(
    r"\b(?:(?:me(?:lampaui|lebihi)|di\s?atas) (?:dari )?target|target\b[^,]{0,60}\bterlampaui)\b", re.IGNORECASE
)
_ACHIEVED = re.compile(
    r"\b(?:(?:mencapai|memenuhi) target|sesuai (?:dengan )?target|target\b[^,]{0,60}\b(?:tercapai|terpenuhi)|"
    r"(?:telah|sudah|dapat|berhasil) tercapai|tercapai)\b",
    re.IGNORECASE,
)
_REACHING = re.compile(
    r"\b(?:(?:ter|men)capai|terpenuhi|memenuhi|terlampaui|melampaui|melebihi|sesuai|di\s?atas|tidak|belum|tdk|"
    r"gagal|blm)\b",
    re.IGNORECASE,
)
_ATTAINED = re.compile(
    r"\b(?:tercapai|terpenuhi)\s+(?:(?:sebesar|sebanyak|hanya|sekitar|hingga|"
    r"sampai)\s+)*(?P<digits>\d[\d.,]{0,12})(?P<percent>\s?%|\s?persen)?",
    re.IGNORECASE,
)
_MISSED = re.compile(
    r"\b(?:(?:tidak|belum|tdk|gagal|blm)(?: dapat| mampu| berhasil| bisa| sepenuhnya| optimal)*"
    r" (?:mencapai|memenuhi|melampaui|melebihi|tercapai|terpenuhi|terlampaui|sesuai)\b|di\s?bawah target|"
    r"kurang dari target)",
    re.IGNORECASE,
)
_WORTHWHILE = re.compile(r"\d|target|tercapai|berhasil|tahun (?:lalu|sebelumnya)", re.IGNORECASE)
"""Without one of these a sentence states nothing that could be judged."""
_EVERY = re.compile(
    r"^\W*(?:secara (?:umum|keseluruhan),? )?(?:seluruh|semua|keseluruhan)(?: target)?(?: (?:sasaran|indikator|"
    r"strategis|kinerja|utama|"
    r"iku|program|kecamatan|dinas|badan|tahun|\d{4}|pada|di|dalam|perjanjian|yang|ditetapkan|\d+|"
    r"\([a-z ]{2,30}\))){1,14}"
    r"\W*(?:telah |sudah |dapat |berhasil |terealisasi |dengan |baik )*$",
    re.IGNORECASE,
)
_AVERAGE = re.compile(
    r"\b(?:rata\s?-?\s?rata|rerata)(?: (?:persentase|tingkat|nilai|hasil|total|jumlah|angka))*(?: dari)?"
    r" (?:capaian(?:nya)?|pencapaian(?:nya)?|realisasi kinerja|kinerja(?:nya)?|keberhasilan)\b|"
    r"\b(?:capaian|pencapaian) kinerja (?:secara )?rata\s?-?\s?rata\b",
    re.IGNORECASE,
)
_NO_AVERAGE = re.compile(
    r"\b(?:apabila|jika|bila|maka|kriteria|interval|skala|diharapkan|akan|ditargetkan|agar)\b", re.IGNORECASE
)
_ABOVE = re.compile(
    r"\b(?:di\s?atas|lebih (?:dari|besar dari)|melebihi|melampaui|minimal|sekurang-kurangnya)\s*$|>=?\s*$",
    re.IGNORECASE,
)
_BELOW = re.compile(r"\b(?:di\s?bawah|kurang dari|tidak sampai|hampir)\s*$|<=?\s*$", re.IGNORECASE)
_RATING = re.compile(
    r"[\"“'(]?\b((?:sangat |amat )?(?:baik|tinggi|memuaskan|berhasil|rendah|kurang(?: baik)?|cukup(?: baik)?|"
    r"sedang|buruk))\b",
    re.IGNORECASE,
)
_RATED = re.compile(
    r"\b(?:kategori|predikat|kriteria|kualifikasi|interpretasi|dinilai|tergolong|termasuk|atau|dengan nilai|"
    r"bernilai|bermakna)\W{0,3}"
    r"(?:capaian |kinerja |yang )*[\"“'(]?$|[(\"“]\s*$",
    re.IGNORECASE,
)
_SUCCESS = re.compile(
    r"\b(?:dinyatakan|dikategorikan|tergolong|dapat dikatakan|dinilai)(?: telah)? [\"“']?(?:sangat )?berhasil\b",
    re.IGNORECASE,
)

_NUMBER = re.compile(
    r"(?<![\w.,/-])(?P<money>Rp\.?\s?)?(?P<digits>\d{1,15}(?:[.,]\d{1,9}){0,6})(?P<percent>\s?%|\s?persen\b)?(?![\w/])"
)
_NO_VALUE = re.compile(r"(?<![\d.,])\d{1,9}(?:[.,]\d{1,4})?\s?%?\s+n\s?/\s?a\s+n\s?/\s?a\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19[89]\d|20[0-4]\d)")
_REFERENCE = re.compile(
    r"\b(?:tabel|nomor|no\.?|pasal|bab|gambar|grafik|diagram|lampiran|halaman|hal\.?|ayat|butir|huruf|angka|"
    r"sasaran|tujuan|misi|indikator|"
    r"strategis|ke|poin|program|peringkat|urutan|tanggal|skala|kelas|tipe)\s?-?\(?$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"^\s*(?:\([a-z ]{2,40}\)\s*)?(?:indikator|sasaran|program|kegiatan|sub ?kegiatan|"
    r"tahun(?! ?(?:19|20)\d\d)|iku|tujuan|"
    r"januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)\b",
    re.IGNORECASE,
)
_SCALED = re.compile(r"\s*(?:ribu|juta|miliar|milyar|triliun|rb|jt)\b", re.IGNORECASE)
_POINTS = re.compile(r"^\s*(?:basis )?(?:poin|point|kali|digit|peringkat|level)\b", re.IGNORECASE)
_FILL = (
    r"(?:(?:yang|hanya|sebesar|sebanyak|sejumlah|adalah|yaitu|yakni|mencapai|sekitar|pada|di|angka|nilai|skor|"
    r"realisasi|"
    r"capaian|persentase|dengan|untuk|posisi|semula|sebelumnya|kinerja|tahun|lalu|ditetapkan|kondisi|hasil|"
    r"memperoleh|berada|indeks|\d{4})[\s:,(]+){0,7}"
)
_AT_TARGET = re.compile(rf"\btarget(?:nya)?\s+{_FILL}$", re.IGNORECASE)
_OF_OTHERS = (
    r"(?:akhir|jangka|renstra|rpjm[dn]|renja|rkpd|nasional|provinsi|kabupaten|kota|pusat|kementerian|spm|sdgs|ideal|"
    r"minimal|lima tahun|5 tahun)"
)
_AT_OTHER_TARGET = re.compile(
    rf"\b(?:target(?:nya)?|standar)\s[^\d,.;]{{0,40}}?\b{_OF_OTHERS}\b[^,.;]{{0,40}}$", re.IGNORECASE
)
"""A target, but not that of the year: of the whole plan, of the country."""
_REACHES_OTHER = re.compile(rf"\btarget(?:nya)?\s(?:[a-z]+\s){{0,3}}{_OF_OTHERS}\b", re.IGNORECASE)
_AT_FROM = re.compile(rf"\bdari\s+{_FILL}$", re.IGNORECASE)
_AT_TO = re.compile(rf"\b(?:menjadi|ke|hingga)\s+{_FILL}$", re.IGNORECASE)
_AT_MOVE = re.compile(
    rf"\b(?:{_RISE}|{_FALL}|selisih|kenaikan|peningkatan|penurunan)\s+(?:(?:sebesar|sebanyak|sekitar|sejumlah|"
    rf"hingga|hanya|sedikit|yaitu) )*\(?$",
    re.IGNORECASE,
)
_AT_CAPAIAN = re.compile(
    r"\b(?:(?:persentase |tingkat |nilai )?(?:capaian|pencapaian)(?:nya)?(?: kinerja(?:nya)?)?|tercapai|atau|"
    r"terealisasi)\s+"
    r"(?:(?:sebesar|adalah|mencapai|yaitu|target|kinerja) )*\(?$|\($",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(rf"\b(?P<year>(?:19|20)\d\d)\W+{_FILL}$", re.IGNORECASE)
_YEAR_AFTER = re.compile(
    r"^\s*(?:[a-z%]{1,12}\s+)?\(?(?:(?:pada|di|untuk|dalam) )?(?:tahun )?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
_LAST_YEAR = re.compile(r"\btahun (?:yang )?(?:lalu|sebelumnya|kemarin)\b", re.IGNORECASE)
_STATES = re.compile(
    r"\b(?:sebesar|adalah|mencapai|yaitu|memperoleh|meraih|mendapat(?:kan)?|terealisasi|tercapai|berada|"
    r"dengan (?:nilai|hasil|skor|capaian|target)|"
    r"sebanyak|tahun|pada tahun|dari|telah|sudah|berhasil|dapat|belum|tidak|target(?:nya)?|di\s?banding\w*|jika|"
    r"bila|apabila|sesuai|dinyatakan|"
    r"=|:|di\s?(?:atas|bawah)|melampaui|melebihi|memenuhi|kurang dari|yang semula|semula|menjadi|"
    r"atau|realisasi(?:nya)?|juga|masih|kembali|hanya)(?![\w-])|"
    rf"\b{_RISE}\b|\b{_FALL}\b|\b{_SAME}\b|[,(]|(?<![\w.])\d",
    re.IGNORECASE,
)
"""What ends the name of the indicator at the begin of a clause."""
_LEAD = re.compile(
    r"^\W*(?:(?:sedangkan|sementara(?: itu)?|namun|akan tetapi|tetapi|adapun|meskipun|walaupun|secara (?:umum|"
    r"keseluruhan)|selain itu|dengan demikian|"
    r"hal ini (?:menunjukkan|disebabkan|berarti)|demikian (?:pula|juga)|begitu (?:pula|juga)|(?:dapat )?(?:dilihat|"
    r"diketahui|dijelaskan) bahwa|bahwa|"
    r"(?:jika |bila |apabila )?di\s?banding(?:kan)? (?:dengan )?(?:realisasi |capaian |"
    r"kinerja )?(?:pada )?tahun (?:\d{4}|lalu|sebelumnya)(?= ?,)|"
    r"(?:jika |bila |apabila )?di\s?banding(?:kan)? (?:dengan )?(?:realisasi |capaian |kinerja )?(?:pada )?tahun"
    r" (?:\d{4}|lalu|sebelumnya)(?= ?,)|"
    r"berdasarkan tabel [\d.]+(?: di ?atas)?|dari tabel (?:[\d.]+ )?di ?atas|dari tabel [\d.]+|pada tahun \d{4}|"
    r"tahun \d{4}|di tahun \d{4}|untuk|pada|indikator|kinerja indikator|capaian indikator|"
    r"realisasi indikator|realisasi|perolehan|besaran|capaian kinerja|capaian|kinerja|target|dari sisi|"
    r"sasaran)\b[\s,:]*)*",
    re.IGNORECASE,
)
_CAPAIAN_FIRST = re.compile(r"\b(?:capaian|pencapaian|kinerja|prestasi|keberhasilan)\b", re.IGNORECASE)
_REST = re.compile(r"\b(?:pada|di|untuk|dalam|yang|nya|tersebut|ini|itu|pun|maka)\s*$|[\s\"“”':]+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Number:
    """A number of a clause and what it is there."""

    value: Decimal
    percent: bool
    role: Literal["plain", "target", "from", "to", "change", "other", "capaian"]
    year: int | None
    start: int


def read_statements(lines: Sequence[Line], year: int | None) -> tuple[Statement, ...]:
    """The statements of the running text; *year* is that of the document."""
    found: list[Statement] = []
    for sentence in read_sentences(lines):
        if _WORTHWHILE.search(sentence.text):
            found += _of_sentence(sentence, year)
    return (*found, *_lost_rows(lines))


def _lost_rows(lines: Sequence[Line]) -> Iterator[Statement]:
    """Rows of a table that text recognition made running text, with a target and no result: `55% n/a n/a`."""
    headed = False
    for line in lines:
        headed = headed or ("target" in line.low and "realisasi" in line.low)
        match = _NO_VALUE.search(line.text) if headed else None
        if match is not None:
            part = slice_piece(line.piece, match.start(), match.end()) if line.kind != "row" else None
            yield Statement(kind="no-value", text=Value(match[0], (place(part or line.pieces()[0]),)))


def _of_sentence(sentence: Stretch, year: int | None) -> Iterator[Statement]:
    subject = ""
    for clause in _clauses(sentence):
        text = clause.text
        yield from _averages(clause, year)
        if _SUCCESS.search(text) and not _NO_AVERAGE.search(text):
            yield Statement(kind="success", text=clause.value())
        words = _IF_COMPARED.sub(lambda match: " " * len(match[0]), text)
        if _AVERAGE.search(text) or _PLANS.search(words) or _PART_YEAR.search(text) or _MONEY.search(text):
            continue
        own = subject_of(text)
        subject = own or subject
        statement = _comparison(clause, own or subject, year) or _about_target(clause, own or subject, year)
        if statement is None or statement.kind in ("achieved", "missed", "exceeded"):
            value = _value(clause, own, year, before=_verb_of(text) if statement else None)
            statement = statement or value
            if value is not None and statement is not value:
                yield value
        if statement is not None:
            yield statement


def _clauses(sentence: Stretch) -> Iterator[Stretch]:
    start = 0
    for count, match in enumerate(_CLAUSES.finditer(sentence.text)):
        if count >= MAX_CLAUSES:
            return
        if match.start() > start:
            yield sentence.part(start, match.start())
        start = match.end()
    yield sentence.part(start, len(sentence.text))


def subject_of(clause: str) -> str:
    """The words at the begin of a clause that name an indicator; empty where it begins otherwise."""
    lead = _LEAD.match(clause)
    begin = lead.end() if lead else 0
    end = _STATES.search(clause, begin)
    name = clause[begin : end.start() if end else begin]
    while (shorter := _REST.sub("", name)) != name:
        name = shorter
    return name.strip(" ,.:;\"“”'")


# rise and fall ----------------------------------------------------------------------------------------------------


def _comparison(clause: Stretch, subject: str, year: int | None) -> Statement | None:
    text = clause.text
    moves = [match for match in _MOVES.finditer(text) if not _NOT.search(text[: match.start()])]
    denied = sum(1 for _ in _MOVES.finditer(text)) - len(moves)
    if len(moves) != 1 or denied:
        return None
    (move,) = moves
    numbers = _numbers(text)
    if numbers is None:
        return None
    compared = _COMPARED.search(text)
    ends = _ends(numbers, compared, year)
    if ends is None:
        return None
    value, other = ends
    before = _year_before(text, compared, year)
    now = value.year if value and value.year else _year_named(text[: move.start()], compared) or year
    then = other.year if other and other.year else before
    if (value is None or other is None) and then is None:
        return None
    if now and then and now <= then:
        return None
    kind: Literal["rise", "fall", "same"] = "rise" if move["rise"] else "fall" if move["fall"] else "same"
    if _may_be_change(value, other):
        other = None
    if value and other and value.percent != other.percent:
        return None
    return Statement(
        kind=kind,
        text=clause.value(),
        subject=subject,
        year=now,
        value=value.value if value else None,
        other_year=then,
        other_value=other.value if other else None,
        percent=value.percent if value else False,
        of_capaian=_of_capaian(text, subject),
    )


def _ends(  # noqa: PLR0911 - one way to say it after the other
    numbers: Sequence[_Number], compared: re.Match[str] | None, year: int | None
) -> tuple[_Number | None, _Number | None] | None:
    """The figure and the one that it is compared with; None where the numbers cannot be told apart."""
    to = [one for one in numbers if one.role == "to"]
    begin = [one for one in numbers if one.role == "from"]
    plain = [one for one in numbers if one.role == "plain"]
    others = [one for one in plain if compared is not None and one.start > compared.start()]
    rest = [one for one in plain if one not in others]
    if to and len(to) == 1 and len(begin) + len(plain) == 1:
        return to[0], (begin or plain)[0]
    if len(begin) == len(plain) == 1 and not to and plain[0].start < begin[0].start:
        return plain[0], begin[0]
    if begin or len(to) > 1 or len(others) > 1 or (to and plain):
        return None
    if to:
        return to[0], None
    if len(rest) > 1:
        return None
    value = rest[0] if rest else None
    if others and compared is not None and value is not None and compared.start() < value.start < others[0].start:
        return None
    if compared is not None and not others and value is not None and value.year is not None and year is not None:
        return (value, None) if value.year == year else None
    return value, others[0] if others else None


def _may_be_change(value: _Number | None, other: _Number | None) -> bool:
    """`turun dibanding tahun 2023 sebesar 3` may give the change; `sebesar 66,10` beside 64,80 is the other figure."""
    if other is None or other.role != "plain":
        return False
    return value is None or other.value * 5 < value.value * 4


def _year_named(before: str, compared: re.Match[str] | None) -> int | None:
    """The only year that is named before the verb, where it is not that of the comparison."""
    if compared is not None and compared.start() < len(before):
        return None
    years = {int(found) for found in re.findall(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d)", before)}
    return years.pop() if len(years) == 1 else None


def _year_before(text: str, compared: re.Match[str] | None, year: int | None) -> int | None:
    if compared is not None and compared["year"].isdigit():
        return int(compared["year"])
    return year - 1 if year is not None and (compared is not None or _LAST_YEAR.search(text)) else None


def _of_capaian(text: str, subject: str) -> bool:
    """The clause speaks of the achievement: `capaian kinerja ... meningkat`."""
    at = text.find(subject) if subject else 0
    return bool(_CAPAIAN_FIRST.search(text[: max(at, 0)]) or _CAPAIAN_FIRST.match(subject))


# achieved or not --------------------------------------------------------------------------------------------------


def _about_target(clause: Stretch, subject: str, year: int | None) -> Statement | None:
    text = clause.text
    missed, exceeded, achieved = _MISSED.search(text), _EXCEEDED.search(text), _ACHIEVED.search(text)
    if missed:
        kind: Literal["missed", "exceeded", "achieved"] = "missed"
    elif exceeded:
        kind = "exceeded"
    elif achieved:
        kind = "achieved"
    else:
        return None
    verb = min(_verb_at(match) for match in (missed, exceeded, achieved) if match)
    if not missed and _DENIED.search(text[:verb]):
        return None
    numbers = _numbers(text)
    if numbers is None or (kind == "achieved" and _attained(text)):
        return None
    every = bool(_EVERY.match(text[:verb]))
    targets = [one for one in numbers if one.role == "target"]
    plain = [one for one in numbers if one.role == "plain"]
    shares = [one for one in numbers if one.role == "capaian"]
    if len(targets) > 1 or len(plain) > 1 or (not subject and not every) or _REACHES_OTHER.search(text):
        return None
    if any(one.year is not None and year is not None and one.year != year for one in numbers) or _other_year(
        text, year
    ):
        return None
    if kind == "achieved" and any(one.value < WHOLE for one in shares):
        return None
    value = plain[0] if plain else None
    if value and targets and value.percent != targets[0].percent:
        value = None
    return Statement(
        kind=kind,
        text=clause.value(),
        subject="" if every else subject,
        year=year,
        value=value.value if value else None,
        percent=value.percent if value else False,
        target=targets[0].value if targets else None,
        of_capaian=_of_capaian(text, subject),
        every=every,
    )


def _verb_at(match: re.Match[str]) -> int:
    """Where the verb stands in `target ... tercapai`."""
    verb = _REACHING.search(match[0])
    return match.start() + (verb.start() if verb else 0)


def _attained(text: str) -> bool:
    """`tercapai 97,89%`: how much of it was achieved, less than all."""
    match = _ATTAINED.search(text)
    value = read_quantity(match["digits"]).value if match else None
    return match is not None and (value is None or not match["percent"] or value < WHOLE)


def _other_year(text: str, year: int | None) -> bool:
    """The clause names a year that is not that of the document."""
    return bool(_LAST_YEAR.search(text)) or any(
        int(found) != year for found in re.findall(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d)", text)
    )


# plain values -----------------------------------------------------------------------------------------------------


def _verb_of(text: str) -> int:
    """Where a clause begins to speak of its target."""
    return min(
        (_verb_at(match) for match in (p.search(text) for p in (_MISSED, _EXCEEDED, _ACHIEVED)) if match), default=0
    )


def _value(clause: Stretch, subject: str, year: int | None, before: int | None = None) -> Statement | None:
    """The figure that a clause gives; only what stands before the place *before*, where it has one."""
    text = clause.text[:before]
    numbers = _numbers(text)
    if (
        not numbers
        or not subject
        or _MOVES.search(text)
        or _COMPARED.search(text)
        or not re.search(
            r"\b(?:sebesar|sebanyak|sejumlah|adalah|mencapai|yaitu|memperoleh|meraih|terealisasi|dengan nilai)\b", text
        )
    ):
        return None
    if len(numbers) != 1 or numbers[0].role not in ("plain", "capaian", "target"):
        return None
    (one,) = numbers
    years = {int(found) for found in re.findall(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d)", text)}
    if len(years) > 1 or _ABOVE.search(text[: one.start]) or _BELOW.search(text[: one.start]):
        return None
    said = years.pop() if years else year - 1 if year and _LAST_YEAR.search(text) else year
    return Statement(
        kind="value", text=clause.value(), subject=subject, year=said, value=one.value, percent=one.percent,
        of_capaian=one.role == "capaian" or _of_capaian(text, subject),
    )  # fmt: skip


# averages ---------------------------------------------------------------------------------------------------------


def _averages(clause: Stretch, year: int | None) -> Iterator[Statement]:
    text = clause.text
    match = _AVERAGE.search(text)
    if match is None or _NO_AVERAGE.search(text) or _PART_YEAR.search(text) or _MONEY.search(text):
        return
    number = next(
        (one for one in _NUMBER.finditer(text, match.end()) if not _is_no_figure(text, one) and one["percent"]), None
    )
    if number is None or number.start() - match.end() > 220 or _other_year(text[: number.end()], year):
        return
    value = read_quantity(number["digits"]).value
    before, after = text[match.end() : number.start()], text[number.end() : number.end() + 120]
    yield Statement(
        kind="average",
        text=clause.value(),
        subject=_limited_to(before),
        year=year,
        value=value,
        percent=True,
        of_capaian=True,
        bound="above" if _ABOVE.search(before) else "below" if _BELOW.search(before) else None,
        category=_rating(after),
    )


_LIMITED = re.compile(
    r"\b(?:sasaran(?! strategis\b(?! \d)| kinerja| dan)[^,]{0,120}|program\b[^,]{0,120}|kegiatan\b[^,]{0,120}|"
    r"(?:\d+|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh) (?:\(\w+\) )?"
    r"indikator (?:pertama|terakhir|lain\w*|utama|program|yang)\b|"
    r"tujuan\b[^,]{0,80}|(?:seksi|bidang|bagian|sub ?bagian)\b[^,]{0,80}|indikator [\"“][^,]{0,120}|"
    r"sasaran strategis (?:ke|\d)[^,]{0,80})",
    re.IGNORECASE,
)


def _limited_to(before: str) -> str:
    """What an average is about when it is not the whole office: one sasaran, the programmes."""
    match = _LIMITED.search(before)
    if match is None or re.match(
        r"(?i)(?:sasaran|indikator|tujuan)\s+(?:adalah|sebesar|tahun|mencapai|strategis|kecamatan|dinas)", match[0]
    ):
        return ""
    return match[0].split(" adalah")[0].split(" sebesar")[0].strip()


def _rating(after: str) -> str:
    """The rating in words that follows a figure."""
    for match in _RATING.finditer(after):
        if _RATED.search(after[: match.start(1)]):
            return match[1]
    return ""


# numbers ----------------------------------------------------------------------------------------------------------


def _numbers(text: str) -> list[_Number] | None:
    """The figures of a clause with what each is; None where there are too many or one cannot be read."""
    found: list[_Number] = []
    for match in _NUMBER.finditer(text):
        if _is_no_figure(text, match):
            continue
        if len(found) >= MAX_NUMBERS or match["money"] or _SCALED.match(text, match.end()):
            return None
        quantity = read_quantity(match["digits"])
        if quantity.state != "number" or quantity.value is None:
            return None
        role = _role(text, match)
        if role != "change":
            found.append(_Number(quantity.value, bool(match["percent"]), role, _year_of(text, match), match.start()))
    if any(one.percent != two.percent for one in found for two in found if one.role == two.role == "plain"):
        shares = [one for one in found if one.role == "plain" and one.percent]
        found = [one for one in found if one not in shares]  # `84,20 atau 98,48%`
    return found


def _is_no_figure(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 24) : match.start()], text[match.end() : match.end() + 60]
    if _YEAR.fullmatch(match["digits"]) and not match["percent"] and not match["money"]:
        return True
    return bool(_REFERENCE.search(before) or _COUNTED.match(after))


def _role(text: str, match: re.Match[str]) -> Literal["plain", "target", "from", "to", "change", "other", "capaian"]:
    before, after = text[max(0, match.start() - 120) : match.start()], text[match.end() : match.end() + 30]
    if _POINTS.match(after) or _AT_MOVE.search(before):
        return "change"
    if _AT_OTHER_TARGET.search(before):
        return "other"
    if _AT_TARGET.search(before):
        return "target"
    if _AT_TO.search(before):
        return "to"
    if match["percent"] and _AT_CAPAIAN.search(before):
        return "capaian"
    begins = _AT_FROM.search(before)
    if begins and not _COMPARED.search(before, begins.start()):
        return "from"
    return "plain"


def _year_of(text: str, match: re.Match[str]) -> int | None:
    """The year of a figure: in brackets or words after it, else right before it."""
    after = _YEAR_AFTER.match(text[match.end() : match.end() + 40])
    before = _YEAR_BEFORE.search(text[max(0, match.start() - 100) : match.start()])
    found = after or before
    return int(found["year"]) if found else None
