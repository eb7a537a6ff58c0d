"""What the items of Keterkaitan are: SOPs, other documents, or nothing that could be found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.derive.doubts import layout_doubts
from engine.derive.factlist import FactList
from engine.derive.scope import Subject, is_far, subject_of
from engine.derive.titles import title_words
from engine.derive.wording import enumerate_words, key_of, shorten, words_of
from extraction.letterhead import strip_sop_words
from schemas.doubt import ReadingDoubt
from schemas.report import Confidence
from schemas.sop import ListEntry, Sop

MAX_ITEMS = 300
MAX_ITEM_CHARS = 300
MAX_SHOWN = 6

_SOP = re.compile(r"(?i)^\W*(?:s\.?\s?o\.?\s?p|s\.?p\.?o|p\.?o\.?s|standart?\s+(?:operasional|operating)|prosedur)\b")
_ACT = re.compile(r"(?i)^\W*(?:pe[a-z]{4,}an|reviu|evaluasi|monitoring|tata\s+cara|me(?:ng?|ny|m)?[a-z]{4,})\b")
_DOCUMENT = re.compile(
    r"(?i)^\W*(?:foto\s?copy|fotocopy|salinan|surat\s+(?:keputusan|edaran|perintah|tugas)|s\.?k\b|undang|uu\b|pp\b|perpres|"
    r"permen|perda\b|perbup|perwa|pergub|peraturan|keputusan|kepmen|instruksi\s+(?:presiden|menteri|gubernur|bupati|wali)|"
    r"cascading|casecading|pohon\s+kinerja|renstra|renja|rkt|rkpd|rpjmd|rpjpd|rka|dpa|iku|iki|pk|skp|lakip|lkj(?:ip)?|lppd|"
    r"lkpj|rencana\s+(?:strategis|kerja|aksi|kinerja)|perjanjian\s+kinerja|penetapan\s+kinerja|indikator\s+kinerja|"
    r"laporan\s+(?:kinerja|keuangan|akuntabilitas)|dokumen|berkas|formulir|form|blanko|blangko|buku|daftar|notul\w+|"
    r"undangan|disposisi|lembar|kontrak|absensi|kwitansi|kuitansi|komputer|laptop|printer|atk|alat\s+tulis)(?![a-z])"
)
_PAPER = re.compile(
    r"(?i)^\W*(?:kartu|e?-?\s?ktp|kk|akt[ae]|ijazah|paspor|pas\s?foto|npwp|skck|surat\s+(?:pengantar|pernyataan|kuasa|"
    r"permohonan|keterangan)|nota\s+dinas|bukti|register|materai|meterai|proposal|sertifikat|peta|tupoksi|sotk|"
    r"standar\s+pelayanan|sppd|spt|spj)(?![a-z])"
)
"""Papers that an SOP may be named after: documents only where other items say that they are SOPs or documents."""
_OFFICE = re.compile(
    r"(?i)^\W*(?:sub\s?-?(?:bagian|bidang)|subbag|bagian|bidang|seksi|dinas|badan|kecamatan|kelurahan|inspektorat|"
    r"sekretariat|kantor|puskesmas|bappeda|camat|lurah|kasi|kasub\w+|sekretaris|kepala)\b"
)
_NOTHING = re.compile(
    r"(?i)^\W*(?:tidak\s+ada|nihil|sop\s+yang\s+dilaksanakan\s+tidak)?\W*$|^\W*(?:tidak\s+ada|nihil)\b"
)
_VAGUE = re.compile(
    r"(?i)^\W*(?:sop\s*)?(?:lain(?:nya)?|(?:yang\s+)?(?:dimaksud|lain)|(?:yang\s+)?(?:terkait|berkaitan|berhubungan|relevan|berlaku|ada)|sejenis|dll|"
    r"sop\s+lain(?:nya)?)(?:\s+(?:yang\s+)?(?:terkait|berkaitan|relevan|berlaku|lain(?:nya)?))?\W*$"
)
_ALL_SOPS = re.compile(r"(?i)^\W*(?:semua|seluruh|setiap)\s+sop\b")
_BARE_ACTS = frozenset(
    "perencanaan pelayanan pengelolaan pelaksanaan penyusunan pembuatan kegiatan administrasi umum teknis internal "
    "eksternal program layanan".split()
)
"""A single word of these names no procedure; others (Pengarsipan, Peminjaman) do."""


def related_facts(out: FactList, sop: Sop) -> None:
    """One fact for each item of Keterkaitan, one for the list, and one for each two items that name the same."""
    items = items_with_kinds(sop)
    if not items:
        return
    entries, kinds = [entry for entry, _ in items], [kind for _, kind in items]
    subject = subject_of(sop)
    doubts = layout_doubts(sop)
    for position, (entry, kind) in enumerate(zip(entries, kinds, strict=True), 1):
        out.add(
            "related_item",
            {"kind": kind, "position": position, "far": kind == "sop" and _is_far(subject, entry)},
            {"text": shorten(entry.text.value), "title": subject.shown if subject else ""},
            entry.text.evidence[:2],
            doubts=doubts,
        )
    _list(out, entries, kinds, doubts)
    _pairs(out, entries, doubts)


def items_with_kinds(sop: Sop) -> list[tuple[ListEntry, str]]:
    """Each item of Keterkaitan and what it is: a value of `related_item.kind` in the vocabulary."""
    entries = [entry for entry in sop.entries if entry.section == "related"][:MAX_ITEMS]
    own = [set(title_words(title.value, set())) for title in sop.titles]
    noise = {word for value in (sop.unit, sop.government) if value for word in words_of(value.value)}
    kinds = [_kind(entry.text.value, own, noise) for entry in entries]
    if "paper" in kinds:
        paper = "document" if {"sop", "document"} & set(kinds) else "unknown"
        kinds = [paper if kind == "paper" else kind for kind in kinds]
    if sop.doubtful:  # the columns were pulled apart: what is no SOP may belong to the column beside it
        kinds = [kind if kind in ("sop", "vague", "itself") else "unknown" for kind in kinds]
    return list(zip(entries, kinds, strict=True))


def _is_far(subject: Subject | None, entry: ListEntry) -> bool:
    return is_far(subject, entry.text.value)


def _kind(text: str, own: Sequence[set[str]], noise: set[str]) -> str:
    """What an item is; see `related_item.kind` in the vocabulary."""
    text = text[:MAX_ITEM_CHARS]
    if _NOTHING.match(text):
        return "nothing"
    says_sop = _SOP.match(text)
    if says_sop is None:
        return _kind_without_sop(text)
    name = strip_sop_words(text) if text.lower().lstrip().startswith("s") else text[says_sop.end() :]
    name = name.strip(' .;:,"')
    if not name or _VAGUE.match(name) or name.lower() in _BARE_ACTS:
        return "vague"
    if _OFFICE.match(name):
        return "office"
    words = set(title_words(name, set()))
    return "itself" if words and any(words - noise == title - noise for title in own) else "sop"


def _kind_without_sop(text: str) -> str:
    if _VAGUE.match(text) or _ALL_SOPS.match(text):
        return "vague"
    if _DOCUMENT.match(text):
        return "document"
    if _PAPER.match(text):
        return "paper"
    if _ACT.match(text):
        return "procedure"
    return "office" if _OFFICE.match(text) else "unknown"


def _list(out: FactList, entries: Sequence[ListEntry], kinds: Sequence[str], doubts: tuple[ReadingDoubt, ...]) -> None:
    judged = [(entry, kind) for entry, kind in zip(entries, kinds, strict=True) if kind != "nothing"]
    wrong = [entry for entry, kind in judged if kind in ("document", "office")]
    if not judged:
        return
    shown = [f'"{shorten(entry.text.value.strip(" .;,"))}"' for entry in wrong[:MAX_SHOWN]]
    # a short name of an SOP may look like a document among SOPs
    confidence = Confidence.MEDIUM if 2 * len(wrong) <= len(judged) else Confidence.HIGH
    out.add(
        "related_list",
        {"items": len(judged), "wrong": len(wrong)},
        {"names": ", ".join([*shown, "…"]) if len(wrong) > MAX_SHOWN else enumerate_words(shown)},
        [entry.text.evidence[0] for entry in (wrong or entries)[:MAX_SHOWN]],
        confidence,
        doubts,
    )


def _pairs(out: FactList, entries: Sequence[ListEntry], doubts: tuple[ReadingDoubt, ...]) -> None:
    """Items that stand twice: word for word, or as one of two names before a year (`Renja/RKT Tahun 2024`)."""
    last: dict[str, tuple[ListEntry, str]] = {}
    for entry in entries:
        key = key_of(entry.text.value).removeprefix("sop ")
        names = {key: "exact"} if key else {}
        names |= dict.fromkeys(_alternatives(entry.text.value), "part")
        found = next((name for name in names if name in last), None)
        if found is not None:
            twin, kind = last[found]
            out.add(
                "entry_pair",
                {"kind": kind if names[found] == "exact" else "part"},
                {"a": shorten(twin.text.value), "b": shorten(entry.text.value)},
                (*entry.text.evidence[:1], *twin.text.evidence[:1]),
                doubts=doubts,
            )
        last |= {name: (entry, kind) for name, kind in names.items() if kind == "exact" or name not in last}


def _alternatives(text: str) -> list[str]:
    """`Renja/RKT Tahun 2024`: both names with the rest of the item."""
    words = text.split()
    head = words[0] if words else ""
    if head.lower() == "sop" and len(words) > 1:
        head = words[1]
    parts = [part for part in head.split("/") if part.isalpha()]
    if not 2 <= len(parts) <= 3 or head.count("/") != len(parts) - 1:
        return []
    rest = " ".join(words[words.index(head) + 1 :])
    return [key_of(f"{part} {rest}") for part in parts] if rest else []
