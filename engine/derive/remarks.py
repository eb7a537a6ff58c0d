"""What the items of Kualifikasi and Peringatan are: posts or competences, warnings with or without a consequence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.derive.doubts import layout_doubts
from engine.derive.factlist import FactList
from engine.derive.wording import enumerate_words, shorten
from schemas.doubt import ReadingDoubt
from schemas.sop import ListEntry, Sop

MAX_POST_WORDS = 12
"""A longer item is a sentence, not the name of a post."""
MAX_POST_CHARS = 300
MAX_SHOWN = 6
MAX_WARNINGS = 100
MAX_ITEM_CHARS = 2000

_POST = re.compile(
    r"(?i)^\W*(?:(?:para|seluruh|semua|seorang)\s+)?(?:pl[th]\.?\s+)?(?:"
    r"camat|lurah|bupati|wali\s?kota|inspektur|irban\w*|kepala|kadis|kaban|kabid|kabag|kasat|kasie?|kasub\w+|"
    r"ka\.?\s?(?:sub\w*|sie?|seksi|bid(?:ang)?|bag(?:ian)?|dinas|badan|upt\w*)|se(?:kre|ker)taris\w*|sekcam|seklur|sekdin|"
    r"staff?|pengadministrasi\w*|bendahara\w*|asisten|jfu|jft|jabatan\s+(?:fungsional|pelaksana|struktural)|"
    r"pejabat\s+(?:fungsional|pelaksana|struktural|eselon|penata\w*|pembuat|pengelola)|"
    r"pelaksana\s+(?:seksi|sub\w*|bidang|bagian))(?![a-z])"
)
_COMPETENT = re.compile(
    r"(?i)\b(?:mem[a-z]+i|paham|meng[a-z]+|menguasai|menjaga|menyusun|tahu|mampu|kemampuan|memiliki|mempunyai|bisa|dapat|"
    r"terampil|cakap|berwenang|wewenang|berpengalaman|pengalaman|berpendidikan|pendidikan|minimal|lulusan|sarjana|diploma|"
    r"d\s?-?(?:3|4|iii|iv)|s\s?-?[123]|sma|smu|smk|slta|sltp|ijazah|gol(?:ongan)?|pangkat|eselon|pns|bersertifikat|"
    r"sertifikat|pelatihan|diklat|bimtek|teliti|cermat|jujur|disiplin|ramah|santun|yang)\b"
)

_IF = re.compile(r"(?i)^\W*(?:apabila|jika(?:lau)?|bila(?:mana)?|kalau|manakala|dalam\s+hal)\b")
_TELLS = re.compile(
    r"(?i)\b(?:maka|akan|dapat|bisa|mungkin|berpotensi|berisiko|beresiko|rawan|meng?akibat\w*|berakibat|akibat\w*|"
    r"men[yi]\w*babkan|berdampak|dampak\w*|berpengaruh|mempengaruhi|memengaruhi|menimbulkan|mengganggu|terganggu|"
    r"ter(?:hambat|tunda|hambatnya|kendala|lambatnya|ancam|sendat|bengkalai|jadi|abai\w*|ganggu\w*)|menghambat|hambat\w*|"
    r"terlambat|(?<!paling )lambat|gagal|kegagalan|batal|ditolak|dikembalikan|ditunda|tidak\s+sah|sanksi|dikenai|"
    r"dikenakan|hilang|rusak|salah|kesalahan|keliru|kekeliruan|kesulitan|sulit|kendala|masalah|permasalahan|risiko|resiko|bahaya|"
    r"keterlambatan|kerugian|rugi|turun|menurun|penurunan|berkurang|kurang|tumpang\s+tindih|keluhan|komplain|"
    r"temuan|kehilangan|pemborosan|pelanggaran|melanggar|penyimpangan|penyalahgunaan|kebocoran|konflik|gangguan|"
    r"ketidak\w+|tidak|belum|tanpa)\b"
)
"""Words of a consequence, or of the trouble that a warning is about."""
_CONSEQUENCE = re.compile(
    r"(?i)\b(?:maka|akan|dapat|bisa|berpotensi|ber[ei]siko|meng?akibat\w*|berakibat|akibatnya|men[yi]\w*babkan|berdampak|"
    r"berpengaruh|mempengaruhi|memengaruhi|menimbulkan|mengganggu|terganggu|ter(?:hambat|tunda|kendala|ancam|sendat|"
    r"bengkalai)|menghambat|gagal|batal|ditolak|dikembalikan|ditunda|sanksi|dikenai|dikenakan|hilang|rusak|turun|"
    r"menurun|berkurang|lamban|menjadi|sehingga|sulit|rugi|memper\w+|me\w+kan|wajib|harus|segera|perlu|lapor\w*|hubungi)\b|[,;:–]|\s-\s|=>"
)
"""What makes a main clause after a condition: its words, or the comma before it."""
_BROKEN_OFF = re.compile(r"(?i)\b(?:maka|akan|sehingga|mengakibatkan|menyebabkan|menimbulkan|akibatnya)[\s,.:;…]{0,9}$")
"""A consequence is announced and not given."""
_JOINED = re.compile(r"(?i)\bdan\s+(?!(?:benar|tepat|lengkap|sesuai|cepat|tertib|akurat|teliti|cermat|konsisten)\b)")
_JOINED_REST = re.compile(r"(?i)^(?:(?!(?:me|di|ber|ter)[a-z]{3,})[a-z]+\s+){1,5}?akan\s+[a-z]+")
_DENIES = re.compile(r"(?i)\b(?:tidak|belum|tanpa|kurang|terlambat|lalai|salah|keliru|gagal)\b")


def remark_facts(out: FactList, sop: Sop) -> None:
    """Facts about the items of Kualifikasi and Peringatan."""
    entries = {"qualifications": list[ListEntry](), "warnings": list[ListEntry]()}
    for entry in sop.entries:
        if entry.section in entries:
            entries[entry.section].append(entry)
    _qualifications(out, entries["qualifications"], layout_doubts(sop))
    _warnings(out, entries["warnings"][:MAX_WARNINGS], doubtful=sop.doubtful)


def is_post(text: str) -> bool:
    """Tell whether an item of Kualifikasi is the name of a post, with nothing said about its holder."""
    text = text[:MAX_POST_CHARS]
    return len(text.split()) <= MAX_POST_WORDS and bool(_POST.match(text)) and not _COMPETENT.search(text)


def _qualifications(out: FactList, entries: Sequence[ListEntry], doubts: tuple[ReadingDoubt, ...]) -> None:
    if not entries:
        return
    posts = [entry for entry in entries if is_post(entry.text.value)]
    out.add(
        "qualification_list",
        {"items": len(entries), "posts": len(posts), "percent": 100 * len(posts) // len(entries)},
        {"names": _listed(posts)},
        [entry.text.evidence[0] for entry in (posts or entries)[:MAX_SHOWN]],
        doubts=doubts,
    )


def _listed(entries: Sequence[ListEntry]) -> str:
    shown = [f'"{shorten(entry.text.value.strip(" .;,"))}"' for entry in entries[:MAX_SHOWN]]
    return ", ".join([*shown, "…"]) if len(entries) > MAX_SHOWN else enumerate_words(shown)


def warning_state(text: str) -> str:
    """Tell what a warning says; see `warning.state` in the vocabulary."""
    text = text[:MAX_ITEM_CHARS]
    if _BROKEN_OFF.search(text):
        return "open"
    condition = _IF.match(text)
    if condition is None:
        return "tells" if _TELLS.search(text) else "bare"
    rest = text[condition.end() :]
    if not _CONSEQUENCE.search(rest.rstrip(" .;:,")) and len(_DENIES.findall(rest)) < 2:
        return "open"
    return "joined" if _is_joined(rest) else "tells"


def _is_joined(rest: str) -> bool:
    """`apabila X tidak selesai dan Y akan terhambat`: the main clause was joined to the condition by `dan`."""
    if "," in rest.rstrip(" .,") or ";" in rest or " maka " in f" {rest.lower()} ":
        return False
    joint = next((match for match in _JOINED.finditer(rest) if _DENIES.search(rest[: match.start()])), None)
    if joint is None:
        return False
    after = rest[joint.end() :]
    main = _JOINED_REST.match(after)
    return bool(main) and not _DENIES.search(main.group() if main else "")


def _warnings(out: FactList, entries: Sequence[ListEntry], *, doubtful: bool) -> None:
    states = ["unclear" if doubtful else warning_state(entry.text.value) for entry in entries]
    telling = sum(state in ("tells", "joined") for state in states)
    for position, (entry, state) in enumerate(zip(entries, states, strict=True), 1):
        # what was read as another item may be the main clause
        continued = state == "open" and any(later.number is None for later in entries[position : position + 1])
        out.add(
            "warning",
            {"state": "tells" if continued else state, "position": position, "telling": telling},
            {"text": shorten(entry.text.value)},
            entry.text.evidence[:2],
        )
