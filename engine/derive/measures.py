"""What kind of measure an indicator is: how its quarters make up the year depends on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

Measure = Literal["share", "level", "product", "entity", "other"]
"""
share    a percentage: the year is the last quarter, or the quarters are parts of the work
level    an index, a value, a ratio, a duration: the year is the last quarter or the mean
product  what adds up: documents, activities, money, times
entity   what may be counted in several quarters: people, villages, groups
other    any other unit, or none: nothing is sure but what no reading allows
"""

_UNITS: tuple[tuple[Measure, re.Pattern[str]], ...] = (
    ("share", re.compile(r"%|persen\w*|prosen\w*|percent|permil|‰")),
    (
        "level",
        re.compile(
            r"(?:indeks|index|nilai|skor|score|poin|point|skala|rasio|predikat|opini|level|kategori|huruf|grade|tingkat|"
            r"peringkat|hari|jam|menit|tahun|bulan|minggu|angka|kategori)\b.*"
        ),
    ),
    (
        "product",
        re.compile(
            r"(?:dokumen|dok\.?|laporan|lap\.?|kegiatan|keg\.?|paket|pkt|kali|rp\.?|rupiah|(?:juta|ribu|miliar|milyar) "
            r"(?:rp|rupiah)|berkas|surat|sertifikat|buku|eksemplar|rapat|event|acara|sosialisasi|pelatihan|keputusan|"
            r"perda|perbup|perdes|inovasi|layanan|konsultasi|sampel|perkara|artikel|konten|reviu|audit|rekomendasi|"
            r"berita acara|lembar|frekuensi|publikasi|naskah|izin)\b.*"
        ),
    ),
    (
        "entity",
        re.compile(
            r"(?:orang|org|jiwa|peserta|desa|kelurahan|kecamatan|kel\.?|kk|keluarga|rumah tangga|kelompok|lembaga|umkm|"
            r"ukm|ikm|koperasi|bumdes|usaha|pelaku usaha|unit|perusahaan|sekolah|lokasi|titik|rt|rw|skpd|opd|"
            r"perangkat daerah|pegawai|aparatur|anak|ibu|balita|siswa|kader|posyandu|puskesmas)\b.*"
        ),
    ),
)
_LEVEL_NAME = re.compile(r"(?:indeks|nilai|skor|rasio|predikat|opini|rata-rata|tingkat)\b", re.IGNORECASE)
_SHARE_NAME = re.compile(r"(?:persentase|prosentase|presentase|persen|%)", re.IGNORECASE)
_MONEY_NAME = re.compile(
    r"\b(?:investasi|transaksi|ekspor|produksi|pdrb|omzet|penjualan|belanja|anggaran|pendapatan|"
    r"aset|realisasi)\b",
    re.IGNORECASE,
)
_FEWER = re.compile(
    r"\b(?:penurunan|menurun\w*|berkurang\w*|pengurangan|kasus|gangguan|pelanggaran|pengangguran|kemiskinan|miskin|"
    r"stunting|kematian|kejadian|kecelakaan|kebakaran|konflik|pengaduan|keluhan|komplain|temuan|tunggakan|sengketa|"
    r"lahan kritis|angka|kriminalitas|prevalensi|waktu|lama(?:nya)?|keterlambatan|inflasi|gini|ketimpangan|kehilangan|"
    r"putus sekolah|buta|kesenjangan|risiko|kerusakan|kekumuhan|kumuh|rawan|defisit|penyimpangan|kesalahan|sisa|losses|"
    r"penyakit|bencana|korban|residivis|negatif|minimal|maksimal|maksimum)\b|makin (?:kecil|rendah|sedikit|turun)",
    re.IGNORECASE,
)
"""
Words beside which less may be better. More than `polarity.is_lower_name` takes for sure: who meets one of these accepts
either direction.
"""


@lru_cache(maxsize=4096)
def measure_of(unit: str, name: str = "") -> Measure:
    """
    The kind of measure by its unit, else by how the indicator begins.

    Args:
        unit: As printed, also ``% (persen)``; may be empty.
        name: The indicator, as printed.
    """
    low = " ".join(unit.lower().split()).strip(" .()")
    found: Measure = next((kind for kind, pattern in _UNITS if pattern.match(low)), "other")
    if found == "level" and _MONEY_NAME.search(name) and not _LEVEL_NAME.match(name.replace("Nilai", "", 1).strip()):
        return "other"
    if low or not name:
        return found
    return "share" if _SHARE_NAME.match(name) else "level" if _LEVEL_NAME.match(name) else "other"


def measures(units: Sequence[str], names: Sequence[str]) -> list[Measure]:
    """The kind of each row; equal units are asked once, names only where they decide."""
    known = {unit: measure_of(unit) for unit in set(units)}
    return [
        known[unit] if unit and known[unit] != "level" else measure_of(unit, name)
        for unit, name in zip(units, names, strict=True)
    ]


def wants_fewer(name: str) -> bool:
    """Whether words of an indicator tell that less of it is better, or may be."""
    return _FEWER.search(name) is not None
