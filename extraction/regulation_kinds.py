"""
Kinds of Indonesian regulation: from the many ways in which they are printed to one short form.

``Peraturan Menteri Negara Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Republik Indonesia``, ``Permen
PAN-RB`` and ``PermenPAN RB`` are all ``PermenPANRB``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

FIRST_PANRB_YEAR = 2010
"""Until 2009 the ministry was that of PAN alone (Perpres 47/2009 renamed it at the end of that year)."""
MAX_KIND_NAME_CHARS = 40
"""A kind that the table lacks keeps its own words, no more than these."""
MAX_REACH_CHARS = 180
"""How far a kind of regulation stands before its number."""

_UNDANG = r"un?dang\s?[-–—]?\s?un?da(?:ng?)?"
_PERATURAN = r"(?:perat[a-z]{1,4}an|perturan)"
_KEPUTUSAN = r"kep[a-z]{3,5}san"
_ACT = rf"(?:{_PERATURAN}|{_KEPUTUSAN}|instruksi|surat\s+keputusan|sk)"
_PUBLIC_BODIES = (
    r"badan|lembaga|bkn|lan|lkpp|anri|bpk|bpkp|bps|kpk|bpjs|kpu|mpr|majelis|mahkamah|komisi|kapolri|"
    r"kepolisian|jaksa|arsip|sekretaris|camat|lurah|inspektur|direktur|dirjen|bersama|dewan|dprd|ketua|deputi|ombudsman|bank|otoritas"
)
KIND = re.compile(
    r"(?<![A-Za-z])(?:(?:"
    rf"(?P<constitution>{_UNDANG}\s+dasar(?:\s+negara)?|uud)"
    rf"|(?P<perppu>{_PERATURAN}\s+pemerintah\s+pengganti\s+{_UNDANG}|perp?pu)"
    rf"|(?P<uu>{_UNDANG}|u\.\s?u\.?|uu)"
    rf"|(?P<perda>{_PERATURAN}\s+daerah|perda(?:kab|kot)?|qanun)"
    rf"|(?P<pp>{_PERATURAN}\s+pemerin(?:tah|ath|ta)|p\.\s?p\.?|pp)"
    rf"|(?P<presiden>{_ACT}\s+pres[a-z]{{1,2}}den|per\.?\s?pres|kep\.?\s?pres|inpres)"
    r"|(?P<edaran>surat\s+edaran(?:\s+bersama)?|se(?=\s+(?:menteri|men|bupati|wali|gubernur|sekretaris|sekda|kepala|no)))"
    rf"|(?P<bupati>{_ACT}\s+bupati|per\.?\s?bup|kep\.?\s?bup)"
    rf"|(?P<walikota>{_ACT}\s+wali\s?[-–]?\s?kota|per\.?\s?wal(?:i(?:ko(?:t)?)?)?|per\.?\s?wako|kep\.?\s?wali?(?:kot)?)"
    rf"|(?P<gubernur>{_ACT}\s+gubernur|per\.?\s?gub|kep\.?\s?gub)"
    rf"|(?P<desa>{_PERATURAN}\s+(?:kepala\s+)?desa|perdes|perkades)"
    rf"|(?P<other>(?:{_PERATURAN}|{_KEPUTUSAN}|ketetapan|instruksi)(?=\s+(?:{_PUBLIC_BODIES})\b)"
    r"|perlem|perma(?=\s)|perkap(?:olri)?|tap\s+mpr)"
    r")(?:(?![a-z])|(?=nom[oe]r\s?[0-9]))"  # words that a conversion has run together
    rf"|(?P<mentri>{_ACT}\s+(?:bersama\s+)?(?:men?t[a-z]{{0,2}}ri(?![a-z])|meneg(?![a-z])|men(?=pan))"
    r"|(?:per|kep|in(?=\.?\s?mendagri))\.?\s?men(?:eg|teri)?(?![a-z]{13})(?=[a-z\s.\-–])|pmk(?![a-z]))"
    rf"|(?P<kepala>(?:{_PERATURAN}|{_KEPUTUSAN})\s+(?:kepala(?![a-z])|ka\.)"
    r"|per\.?\s?ka(?=[\s.]|bkn|lan|anri|lkpp|bpkp|bps)|kep\.?\s?ka(?=\s))"
    r"|(?P<badan>per\.?\s?ban(?=[\s.]|bkn))"
    r")\.?",
    re.IGNORECASE,
)

_DIRECT = {"constitution": "UUD", "perppu": "Perppu", "uu": "UU", "pp": "PP"}
_STATE = re.compile(r"\b(?:Republik\s+Indonesia|R\.?\s?I)\b\.?", re.IGNORECASE)
_MINISTRIES: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern), short, name)
    for pattern, short, name in (
        (r"pendayagunaan aparatur|^pan\b|^panrb|^panri", "PAN", "Menteri Pendayagunaan Aparatur Negara"),
        (r"^dalam negeri|^dagri|^dalamnegeri", "dagri", "Menteri Dalam Negeri"),
        (r"^keuangan|^keu\b", "keu", "Menteri Keuangan"),
        (r"^kesehatan|^kes\b", "kes", "Menteri Kesehatan"),
        (
            r"^pendidikan (?:dan )?kebudayaan riset|^dikbudristek",
            "dikbudristek",
            "Menteri Pendidikan, Kebudayaan, Riset, dan Teknologi",
        ),
        (r"^pendidikan (?:dan )?kebudayaan|^dikbud", "dikbud", "Menteri Pendidikan dan Kebudayaan"),
        (r"^pendidikan nasional|^diknas", "diknas", "Menteri Pendidikan Nasional"),
        (r"^desa|^des pdtt", "desa", "Menteri Desa, Pembangunan Daerah Tertinggal, dan Transmigrasi"),
        (r"^sosial|^sos\b", "sos", "Menteri Sosial"),
        (r"^ketenagakerjaan|^naker", "naker", "Menteri Ketenagakerjaan"),
        (r"^tenaga kerja", "naker", "Menteri Tenaga Kerja"),
        (r"^perhubungan|^hub\b", "hub", "Menteri Perhubungan"),
        (r"^pertanian|^tan\b", "tan", "Menteri Pertanian"),
        (r"^pekerjaan umum dan perumahan|^pupr", "PUPR", "Menteri Pekerjaan Umum dan Perumahan Rakyat"),
        (r"^pekerjaan umum|^pu\b", "PU", "Menteri Pekerjaan Umum"),
        (r"^lingkungan hidup dan kehutanan|^lhk", "LHK", "Menteri Lingkungan Hidup dan Kehutanan"),
        (r"^lingkungan hidup|^lh\b", "LH", "Menteri Lingkungan Hidup"),
        (r"^agama|^ag\b", "ag", "Menteri Agama"),
        (r"^hukum|^kumham", "kumham", "Menteri Hukum dan Hak Asasi Manusia"),
        (r"^komunikasi|^kominfo", "kominfo", "Menteri Komunikasi dan Informatika"),
        (r"^kelautan|^kp\b", "KP", "Menteri Kelautan dan Perikanan"),
        (r"^perdagangan", "dag", "Menteri Perdagangan"),
        (r"^perencanaan pembangunan nasional|^ppn", "PPN", "Menteri Perencanaan Pembangunan Nasional"),
        (r"^agraria|^atr", "ATR", "Menteri Agraria dan Tata Ruang"),
        (r"^energi|^esdm", "ESDM", "Menteri Energi dan Sumber Daya Mineral"),
        (r"^pemuda|^pora", "pora", "Menteri Pemuda dan Olahraga"),
        (r"^pariwisata|^par\b", "par", "Menteri Pariwisata"),
        (r"^koperasi|^kop\b|^kukm", "kop", "Menteri Koperasi dan Usaha Kecil dan Menengah"),
        (r"^riset|^ristek", "ristek", "Menteri Riset dan Teknologi"),
        (r"^pemberdayaan perempuan|^pppa|^pp dan pa", "PPPA", "Menteri Pemberdayaan Perempuan dan Perlindungan Anak"),
    )
)
_BODIES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), short)
    for pattern, short in (
        (r"^(?:badan kepegawaian negara|bkn)\b", "BKN"),
        (r"^(?:lembaga administrasi negara|lan)\b", "LAN"),
        (r"^(?:arsip nasional|anri)\b", "ANRI"),
        (r"^(?:lembaga kebijakan pengadaan|lkpp)\b", "LKPP"),
        (r"^(?:badan pengawasan keuangan|bpkp)\b", "BPKP"),
        (r"^(?:badan pemeriksa keuangan|bpk)\b", "BPK"),
        (r"^(?:badan pusat statistik|bps)\b", "BPS"),
        (r"^(?:badan nasional penanggulangan bencana|bnpb)\b", "BNPB"),
        (r"^(?:perpustakaan nasional|perpusnas)\b", "Perpusnas"),
        (r"^(?:kepolisian|kapolri|polri)\b", "Polri"),
        (r"^(?:badan siber|bssn)\b", "BSSN"),
        (r"^(?:badan informasi geospasial|big)\b", "BIG"),
        (r"^(?:komisi informasi|ki)\b", "KI"),
        (r"^(?:komisi pemilihan umum|kpu)\b", "KPU"),
        (r"^(?:mahkamah agung|ma)\b", "MA"),
        (r"^(?:badan kependudukan|bkkbn)\b", "BKKBN"),
        (r"^(?:badan pengawas obat|bpom)\b", "BPOM"),
        (r"^(?:ombudsman)\b", "Ombudsman"),
    )
)
_WITH_RB = re.compile(r"reformasi|birokrasi|\brb\b|panrb")
_LOCAL_OFFICES = {"bupati": ("bup", "Bupati"), "walikota": ("wali", "Wali Kota"), "gubernur": ("gub", "Gubernur")}


@dataclass(slots=True)
class Kind:
    """A kind of regulation with the place of the words that tell it."""

    short: str
    issuer: str | None
    issuer_at: tuple[int, int]
    start: int
    local: bool = False
    region_at: tuple[int, int] | None = None


def understand_kind(text: str, match: re.Match[str], issuer_end: int, number: str | None, year: int | None) -> Kind:
    """
    Tell kind, issuer and region from the words between the kind and the number.

    Args:
        match: A match of `KIND` in `text`.
        issuer_end: Where the word Nomor (or "tentang") begins.
        number: Number of the regulation; ``PER/…/M.PAN/…`` tells the ministry.
        year: Year of the regulation: it tells PAN from PAN-RB.
    """
    group = match.lastgroup or "other"
    between = _bounds(text, match.end(), max(issuer_end, match.end()))
    if group in _DIRECT:
        return Kind(_DIRECT[group], None, match.span(), match.start())
    if group == "presiden":
        return Kind(_presidential(match[0]), "Presiden", match.span(), match.start())
    if group == "mentri":
        return _ministerial(text, match, between, number, year)
    if group in _LOCAL_OFFICES:
        return _local(text, match, between, group)
    if group in ("perda", "desa"):
        return _regional(text, match, between, group)
    return _other(text, match, between, group)


def mentioned_kind(text: str, start: int, end: int, number: str | None, year: int | None) -> Kind | None:
    """The last kind of regulation named before a number, when nothing but its issuer stands between."""
    start = max(start, end - MAX_REACH_CHARS)
    last = None
    for match in KIND.finditer(text, start, end):
        last = match
    if last is None or _BREAKS.search(text, last.end(), end):
        return None
    return understand_kind(text, last, end, number, year)


_BREAKS = re.compile(r"[;()]|\btentang\b|\.\s*\n", re.IGNORECASE)


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t\n\u00a0.…_:,;-–":
        start += 1
    while end > start and text[end - 1] in " \t\n\u00a0.…_:,;-–(":
        end -= 1
    return start, end


def _presidential(printed: str) -> str:
    first = printed[0].lower()
    return "Perpres" if first == "p" else "Keppres" if first == "k" else "Inpres"


def _act(printed: str) -> str:
    first = printed[0].lower()
    return "Per" if first == "p" else "In" if first == "i" else "Kep"


def _ministerial(
    text: str, match: re.Match[str], between: tuple[int, int], number: str | None, year: int | None
) -> Kind:
    printed = match[0]
    if printed.upper() == "PMK":
        return Kind("Permenkeu", "Menteri Keuangan", match.span(), match.start())
    start, end = between
    act = _act(printed) + "men"
    ministry = _ministry_key(text[start:end])
    short, name, known = _ministry(ministry)
    if number and "m.pan" in number.lower().replace(" ", ""):
        short, name, known = "PAN", _PAN, True
    if short == "PAN":
        with_rb = _WITH_RB.search(ministry) is not None or (number is not None and "rb" in number.lower())
        if with_rb or (year is not None and year >= FIRST_PANRB_YEAR):
            short, name = "PANRB", _PAN + " dan Reformasi Birokrasi"
    if "bersama" in printed.lower():
        act = act.replace("Permen", "Perber").replace("Kepmen", "Kepber")
        short, name = "", text[start:end] and "Menteri " + " ".join(text[start:end].split())
    place = (match.start() if known else start, max(end, match.end()))
    return Kind(act + short, name or None, place, match.start())


_PAN = "Menteri Pendayagunaan Aparatur Negara"


@lru_cache(maxsize=512)
def _ministry_key(words: str) -> str:
    text = _STATE.sub(" ", words.lower().replace("&", " dan "))
    text = " ".join(re.findall(r"[^\W_]+", text))
    return re.sub(r"^(?:negara|neg)\s+", "", text)


@lru_cache(maxsize=512)
def _ministry(key: str) -> tuple[str, str, bool]:
    """Short form and name of a ministry, and whether the table has it."""
    squeezed = key.replace(" ", "")
    for pattern, short, name in _MINISTRIES:
        if pattern.search(key) or (len(squeezed) < 12 and pattern.search(squeezed)):
            return short, name, True
    if not key:
        return "", "", False
    first = key.split(maxsplit=1)[0]
    return first[:MAX_KIND_NAME_CHARS], "Menteri " + key.title()[:MAX_KIND_NAME_CHARS], False


def _local(text: str, match: re.Match[str], between: tuple[int, int], group: str) -> Kind:
    tail, office = _LOCAL_OFFICES[group]
    region = _region_span(text, between)
    issuer = f"{office} {_words(text, region)}" if region else office
    place = (match.start(), region[1] if region else match.end())
    return Kind(_act_of_office(match[0]) + tail, issuer, place, match.start(), local=True, region_at=region)


def _act_of_office(printed: str) -> str:
    return "Kep" if printed.lower().startswith("s") else _act(printed)


def _regional(text: str, match: re.Match[str], between: tuple[int, int], group: str) -> Kind:
    region = _region_span(text, between)
    issuer = _words(text, region) if region else None
    low = match[0].lower()
    short = "Qanun" if low.startswith("qanun") else "Perda" if group == "perda" else "Perdes"
    if group == "desa" and ("kepala" in low or "kades" in low):
        short = "Perkades"
    return Kind(short, issuer, region or match.span(), match.start(), local=True, region_at=region)


def _region_span(text: str, between: tuple[int, int]) -> tuple[int, int] | None:
    """The region's name between the kind and the number, without "Republik Indonesia"."""
    start, end = between
    state = _STATE.search(text, start, end)
    if state:
        end = max(start, state.start())
    start, end = _bounds(text, start, end)
    letters = sum(map(str.isalpha, text[start:end]))
    return (start, end) if letters >= 2 and end - start <= MAX_REACH_CHARS else None


def _words(text: str, span: tuple[int, int]) -> str:
    return " ".join(text[span[0] : span[1]].split())


def _other(text: str, match: re.Match[str], between: tuple[int, int], group: str) -> Kind:
    start, end = between
    words = _words(text, (start, end))
    body = _body(" ".join(re.findall(r"[^\W_]+", words.lower())))
    whole = (match.start(), max(end, match.end()))
    if group == "edaran":
        return Kind("SE", words or None, between, match.start())
    if group == "kepala":
        act = "Perka" if match[0].lower().startswith("p") else "Kepka"
        return Kind(act + (body or ""), f"Kepala {words}" if words else None, whole, match.start())
    if group == "badan" or (body == "BKN" and match[0].lower().startswith("per")):
        return Kind("Perban" + (body or ""), words or None, whole, match.start())
    if body:
        return Kind(_act(match[0]) + body, words, whole, match.start())
    named = " ".join([match[0].strip(" ."), *words.split()[:2]])[:MAX_KIND_NAME_CHARS]
    return Kind(named, words or None, whole, match.start())


@lru_cache(maxsize=512)
def _body(key: str) -> str | None:
    for pattern, short in _BODIES:
        if pattern.search(key):
            return short
    return None
