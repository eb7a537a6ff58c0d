"""
What a step does, by its words: its verb, and whether it names an act at all.

Closed lists of words: a step that none of them knows is taken for an act of another kind, never for a defect.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from rapidfuzz.distance import OSA

Act = Literal["decide", "sign", "pass", "other"]
Wording = Literal["act", "subject", "thing"]

MAX_CHARS = 300
"""The act stands at the beginning; what a long cell says after it is not looked at."""
MAX_SUBJECT_WORDS = 8
"""So many words may stand before the verb of a sentence with a subject."""
MIN_NEAR_CHARS = 5
"""A shorter word is no misspelt office: it must be equal."""

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")
_ACTIVE = re.compile(r"me(?:m|n|ng|ny|l|r|w|y)[a-z]{3,}|ber(?:koordinasi|konsultasi|diskusi|musyawarah|kumpul)")
_PASSIVE = re.compile(
    r"di(?!nas|klat|gital|agram|rek|sposisi|stri|skusi|spens|siplin|visi|mensi|nam|alog|lema)[a-z]{3,}|di-[a-z]{3,}"
)
_STATE = re.compile(r"ter(?!kait|sebut|hadap|akhir|tentu|baru|padu|utama|masuk|buka)[a-z]{4,}")
"""`Berkas terverifikasi` says what became of a thing, `berkas terkait` only which one it is."""
_NOT_VERBS = frozenset(
    "melalui mengenai menurut meliputi merupakan menengah menteri menit mental mentor merek merdeka member memo memori "
    "memorandum metode melayu mengingat menimbang".split()
)
_MOVES = frozenset("masuk keluar selesai sampai tiba turun kembali datang lengkap terkirim tersedia terbit".split())
"""Words that make a sentence of a thing: `Surat masuk ke Subbagian Umum`."""
_RELATIVE = frozenset("yang untuk guna agar supaya setelah sebelum sesudah".split())
_ACTORS = frozenset(
    "camat sekcam lurah seklur sekretaris sekda sekdis sekdin sekban kasi kasie kasubag kasubbag kasubid kasubbid "
    "kabid kabag kaban kadis kasat kaur kepala inspektur irban irbn staf staff petugas operator admin administrator "
    "pemohon warga masyarakat tim pengadministrasi bendahara auditor panitia pejabat ajudan asisten bupati walikota "
    "gubernur direktur dokter perawat bidan pasien para pelaksana analis arsiparis pimpinan ketua anggota pegawai "
    "pengelola verifikator pokja opd skpd ppk pptk kpa pihak peserta penyedia bidang seksi bagian subbag subbagian "
    "kecamatan kelurahan desa dinas kantor".split()
)
_THINGS = frozenset(
    "laporan hasil dokumen surat berkas data formulir form blanko draf draft konsep rancangan naskah daftar notulen "
    "notula nota usulan undangan rekapitulasi rekomendasi permohonan kartu lembar lembaran buku sk sertifikat proposal "
    "lampiran bukti kuitansi kwitansi lakip lkjip lkj".split()
)
_STOPS_SUBJECT = frozenset("yang untuk kepada oleh dalam pada dari agar".split())

_ENTRY = frozenset("entry entri input".split())
"""`Data entry` is an act in spite of its first word."""

_AND = r"(?:^|\b(?:dan|serta|lalu|kemudian|atau)\s{1,3}|[,/;]\s{0,3})"
_DECIDE = re.compile(
    _AND + r"(?:menyetujui|mendisposisi(?:kan)?|mengesahkan)\b|"
    r"^(?:memberi(?:kan)?|pemberian)\s{1,3}(?:disposisi|persetujuan|pengesahan)\b|^disposisi\s{1,3}(?:surat|kepada|ke)\b|"
    r"^(?:pengesahan|persetujuan)\b|^menetapkan\s{1,3}(?:surat\s{1,3})?keputusan\b"
)
_SIGN = re.compile(
    r"^(?:menandatangani|penanda\s?tanganan|menanda\s?tangani|tanda\s?tangan|membubuhkan\s{1,3}tanda\s?tangan)\b"
)
_SIGNED_BY_ANYBODY = re.compile(
    r"tanda\s{1,3}terima|daftar\s{1,3}hadir|berita\s{1,3}acara|\bbast?\b|ekspedisi|expedisi|k[uw]itansi|absen|pernyataan"
)
_PASS = re.compile(
    r"^(?:menerima|menyerahkan|meneruskan|memaraf|penerimaan|penyerahan|penerusan|pemarafan|membubuhkan\s{1,3}paraf)\b"
)
_OPEN_INTAKE = re.compile(
    r"daftar|usul|permohonan|pengaduan|aduan|masukan|tanggapan|sanggah|lamaran|proposal|penawaran"
)
"""What is received over a period (registrations, applications): the time is the period, not that of the act."""
_PAPER = re.compile(
    r"paraf|\b(?:surat|laporan|dokumen|berkas|disposisi|konsep|dra[fh]t?|naskah|data|nota|formulir|rekomendasi|hasil|"
    r"rekap|sk|keputusan|lembar|sertifikat|kartu|akta|buku|undangan|proposal)"
)
"""What changes hands in minutes; the handing out of goods or aid takes as long as it takes."""
_OFFICIAL = re.compile(r"kasi|kasub|kabid|kabag|kepala|sekretaris|sekcam|seklur|camat|lurah|\bahli\b|khusus")
_STAFF = re.compile(
    r"^(?:para\s{1,3})?(?:staf+|pengadministrasi|agendaris|caraka|pramubakti|operator|jfu|resepsionis|"
    r"petugas\s{1,3}(?:loket|administrasi|front|resepsionis|penerima|agenda)|"
    r"anggota(?!\s{1,3}(?:tim|dprd?|dewan|komisi|panitia|pokja|majelis)))\b(?!\s{1,3}(?:ahli|khusus))"
)


def act_of(text: str) -> Act:
    """
    Tell what kind of act a step is, of those that rules ask about.

    `decide` gives a disposition or an approval, `sign` signs what only an official may sign, `pass` receives, hands
    over or initials something and does nothing else.
    """
    low = " ".join(text[:MAX_CHARS].lower().split())
    if _DECIDE.search(low):
        return "decide"
    if _SIGN.match(low) and not _SIGNED_BY_ANYBODY.search(low):
        return "sign"
    if (
        _PASS.match(low)
        and _PAPER.search(low)
        and not _OPEN_INTAKE.search(low)
        and sum(map(_is_active, _WORD.findall(low))) < 2
    ):
        return "pass"
    return "other"


def is_staff(actor: str) -> bool:
    """Whether a title is one of staff without authority to decide."""
    low = actor[:MAX_CHARS].lower().strip()
    return bool(_STAFF.match(low)) and not _OFFICIAL.search(low)


def wording_of(text: str, columns: Sequence[str]) -> Wording:
    """
    Tell whether a step is worded as an act, as a sentence with its subject, or names a thing.

    Args:
        text: The step as printed.
        columns: First words of the titles of the actor columns, lower case.
    """
    low = text[:MAX_CHARS].lower()
    words = _WORD.findall(low)
    if not words or low.rstrip().endswith("?") or _is_active(words[0]):
        return "act"
    if _is_actor(words[0], columns):
        return "subject" if _has_subject(words) else "act"
    if words[0] in _THINGS and words[1:2] and words[1] in _ENTRY:
        return "act"
    if words[:2] == ["yang", "bersangkutan"]:
        return "subject" if _has_subject(words[1:]) else "act"
    if words[0] in _THINGS and (not _is_sentence(words[1:]) or words[1:] in (["masuk"], ["keluar"])):
        return "thing"
    return "thing" if words[:2] == ["disposisi", "dari"] else "act"


def _is_active(word: str) -> bool:
    return bool(_ACTIVE.fullmatch(word)) and word not in _NOT_VERBS


def _is_actor(word: str, columns: Sequence[str]) -> bool:
    if word in _ACTORS or word in columns:
        return True
    return len(word) >= MIN_NEAR_CHARS and any(
        len(title) >= MIN_NEAR_CHARS
        and (title[0], title[-1]) == (word[0], word[-1])
        and OSA.distance(word, title, score_cutoff=1) <= 1
        for title in (*columns, "sekcam")
    )


def verb_follows(after: str) -> bool:
    """Tell whether the words after a title, in small letters, go on with what its holder does."""
    return _has_subject(["", *_WORD.findall(after[:MAX_CHARS])])


def _has_subject(words: Sequence[str]) -> bool:
    """Whether an active verb follows the title, with nothing but the rest of the title between them."""
    for word in words[1 : MAX_SUBJECT_WORDS + 1]:
        if _is_active(word):
            return True
        if word in _STOPS_SUBJECT:
            return False
    return False


def _is_sentence(words: Sequence[str]) -> bool:
    """Whether a main verb follows: `Surat diagendakan` is an act, `Surat yang telah diagendakan` is not."""
    relative = False
    for before, word in pairwise(("", *words)):
        if word in _RELATIVE:
            relative = True
        elif _is_verb(word) or (before == "di" and word.endswith(("kan", "i"))):
            if not relative:
                return True
            relative = False
    return False


def _is_verb(word: str) -> bool:
    return word in _MOVES or _is_active(word) or bool(_PASSIVE.fullmatch(word) or _STATE.fullmatch(word))
