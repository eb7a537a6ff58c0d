"""
What the procedures of local government make: documents and services by their usual names and short forms.

Only what stands here can be told apart: two different words are no proof of two different things. Performance planning,
measuring, collecting its data and reporting it are four procedures (PermenPANRB 53/2014, 88/2021); the names of the
planning and budget documents are those of Permendagri 86/2017 and PP 12/2019, those of the population documents of
UU 24/2013. The short forms are those that real SOPs print.

All texts are expected as words in lower case with one space between them (`spaced`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from engine.derive.wording import words_of


@dataclass(frozen=True, slots=True)
class Product:
    """One document or service."""

    key: str
    name: str
    """As messages call it."""
    group: str
    """A field of work; a title that only names the field includes all its products."""
    pattern: str
    parts: tuple[str, ...] = ()
    """Other products that steps of this procedure may well be about: its inputs, parts and results."""


_INTERIM = "bulanan|triwulan[a-z]*|semester[a-z]*|harian|mingguan|seksi|bidang|unit|masing"
"""Reports of these are what performance data are collected by; the yearly report of the office is another thing."""
_PLANS = ("renstra", "renja", "perjanjian", "aksi", "iku", "rka", "dpa", "rkpd", "rpjmd", "musrenbang")

_PRODUCTS: tuple[Product, ...] = (
    # before the shorter names that they begin with
    Product(
        "kinerja-pegawai",
        "kinerja pegawai",
        "pegawai",
        r"skp|sasaran kinerja pegawai|penilaian (?:prestasi )?kerja pegawai|"
        r"(?:data |laporan |penilaian |pengukuran )?kinerja (?:pegawai|individu|asn|pns)",
    ),
    Product(
        "laporan-kinerja",
        "Laporan Kinerja (LKjIP/LAKIP)",
        "kinerja",
        r"lakip|lkj(?:ip)?|l a k i p|laporan akuntabilitas(?: kinerja)?|pelaporan kinerja|"
        rf"laporan kinerja(?! (?:{_INTERIM}))|"
        r"pelaporan akuntabilitas(?: kinerja)?",
        ("data-kinerja", "pengukuran", "evaluasi"),
    ),
    Product(
        "data-kinerja",
        "data kinerja",
        "kinerja",
        r"data (?:dan informasi |realisasi |capaian )?kinerja|data (?:realisasi|capaian)|"
        rf"laporan kinerja (?:{_INTERIM})",
        ("pengukuran", "iku"),
    ),
    Product(
        "pengukuran",
        "pengukuran kinerja",
        "kinerja",
        r"pengukuran (?:capaian )?kinerja|mengukur (?:capaian )?kinerja",
        ("data-kinerja", "iku", "perjanjian", "aksi", "evaluasi"),
    ),
    Product(
        "evaluasi",
        "evaluasi kinerja",
        "kinerja",
        r"evaluasi (?:internal |mandiri )?(?:akuntabilitas )?(?:kinerja|sakip|akip)|lke",
        ("laporan-kinerja", "data-kinerja", "pengukuran", "perencanaan", *_PLANS),
    ),
    Product("rkt", "Rencana Kinerja Tahunan", "kinerja", r"rkt|rencana kinerja tahunan", _PLANS),
    Product("perencanaan", "perencanaan kinerja", "kinerja", r"(?:pe|me)?rencana(?:an|kan)? kinerja", (*_PLANS, "rkt")),
    Product(
        "perjanjian",
        "Perjanjian Kinerja",
        "kinerja",
        r"(?:perjanjian|penetapan|kontrak) kinerja|pk",
        ("perencanaan", "rkt", *_PLANS),
    ),
    Product(
        "aksi",
        "Rencana Aksi",
        "kinerja",
        r"rencana aksi|renaksi",
        ("perjanjian", "iku", "perencanaan", "renja", "renstra", "pengukuran", "data-kinerja"),
    ),
    Product(
        "iku",
        "Indikator Kinerja Utama",
        "kinerja",
        r"indikator kinerja(?: utama| individu)?|iku|iki",
        ("perencanaan", "perjanjian", "renstra", "renja", "pengukuran", "data-kinerja"),
    ),
    Product("renstra", "Renstra", "perencanaan", r"renstra|rencana strategis", ("rpjmd", "iku", "renja")),
    Product("rkpd", "RKPD", "perencanaan", r"rkpd|rencana kerja pemerintah daerah", ("renja", "musrenbang", "rpjmd")),
    Product(
        "rka",
        "RKA",
        "perencanaan",
        r"rka|rencana kerja (?:dan )?anggaran",
        ("dpa", "renja"),
    ),
    Product(
        "renja",
        "Renja",
        "perencanaan",
        r"renja|rencana kerja(?! tim)",
        ("renstra", "rkpd", "musrenbang", "rka", "rkt", "perencanaan", "iku", "aksi"),
    ),
    Product("rpjmd", "RPJMD", "perencanaan", r"rpjmd|rencana pembangunan jangka menengah", ("renstra", "musrenbang")),
    Product("dpa", "DPA", "perencanaan", r"dpa|dokumen pelaksanaan anggaran", ("rka",)),
    Product(
        "musrenbang",
        "Musrenbang",
        "perencanaan",
        r"musrenbang[a-z]*|musyawarah perencanaan pembangunan",
        ("rkpd", "renja", "rpjmd"),
    ),
    Product("lppd", "LPPD", "pelaporan", r"lppd|laporan penyelenggaraan pemerintahan daerah", ("data-kinerja",)),
    Product("lkpj", "LKPJ", "pelaporan", r"lkpj|laporan keterangan pertanggung ?jawaban", ("data-kinerja", "lppd")),
    Product("keuangan", "laporan keuangan", "keuangan", r"laporan keuangan|calk", ("spj",)),
    Product("spj", "SPJ", "keuangan", r"spj|surat pertanggung ?jawaban", ("keuangan", "perjalanan", "dpa")),
    Product("perjalanan", "perjalanan dinas", "umum", r"sppd|perjalanan dinas", ("spj",)),
    Product("pangkat", "kenaikan pangkat", "pegawai", r"kenaikan pangkat", ("kinerja-pegawai",)),
    Product("gaji", "kenaikan gaji berkala", "pegawai", r"kenaikan gaji berkala|kgb", ("kinerja-pegawai",)),
    Product("cuti", "cuti", "pegawai", r"cuti"),
    Product("pensiun", "pensiun", "pegawai", r"pensiun"),
    Product("surat-masuk", "surat masuk", "umum", r"(?:surat|naskah)(?: dinas)? masuk"),
    Product("surat-keluar", "surat keluar", "umum", r"(?:surat|naskah)(?: dinas)? keluar"),
    Product("ktp", "KTP", "kependudukan", r"e ?ktp|ktp(?: el)?|kartu tanda penduduk", ("kk", "kia")),
    Product("kk", "Kartu Keluarga", "kependudukan", r"kk|kartu keluarga", ("ktp", "pindah")),
    Product("kia", "Kartu Identitas Anak", "kependudukan", r"kia|kartu identitas anak", ("kk", "ktp", "lahir")),
    Product("lahir", "akta kelahiran", "kependudukan", r"akt[ae] (?:ke)?lahir(?:an)?", ("kk", "ktp", "kia")),
    Product("mati", "akta kematian", "kependudukan", r"akt[ae] (?:ke)?mati(?:an)?", ("kk", "ktp")),
    Product("kawin", "akta perkawinan", "kependudukan", r"akt[ae] (?:perkawinan|nikah)", ("kk", "ktp")),
    Product("cerai", "akta perceraian", "kependudukan", r"akt[ae] (?:per)?cerai(?:an)?", ("kk", "ktp", "kawin")),
    Product(
        "pindah", "surat pindah", "kependudukan", r"(?:surat )?(?:keterangan )?pindah(?: datang)?|skpwni", ("kk", "ktp")
    ),
    Product("domisili", "keterangan domisili", "layanan", r"(?:surat )?(?:keterangan )?domisili", ("ktp", "kk")),
    Product("sktm", "keterangan tidak mampu", "layanan", r"sktm|(?:surat )?keterangan (?:tidak|kurang) mampu"),
    Product("usaha", "keterangan usaha", "layanan", r"sku|(?:surat )?keterangan usaha"),
    Product("skck", "pengantar SKCK", "layanan", r"skck|catatan kepolisian"),
    Product("waris", "keterangan ahli waris", "layanan", r"(?:keterangan )?(?:ahli )?waris"),
    Product("nikah", "surat nikah", "layanan", r"(?:pengantar |dispensasi |rekomendasi )nikah", ("ktp", "kk")),
    Product("bangunan", "izin bangunan", "layanan", r"imb|pbg|izin mendirikan bangunan|persetujuan bangunan gedung"),
    Product("keramaian", "izin keramaian", "layanan", r"(?:izin|ijin) keramaian"),
    Product("iumk", "izin usaha mikro", "layanan", r"iumk|(?:izin|ijin) usaha mikro"),
)

_FIELDS: dict[str, frozenset[str]] = {
    # words of a title that names a whole field of work
    "kinerja": frozenset(
        "kinerja sakip akip akuntabilitas perencanaan program evaluasi pelaporan laporan monitoring".split()
    ),
    "perencanaan": frozenset("perencanaan rencana program anggaran penganggaran pembangunan keuangan".split()),
    "pelaporan": frozenset("laporan pelaporan pertanggungjawaban evaluasi akuntabilitas".split()),
    "keuangan": frozenset("keuangan anggaran pertanggungjawaban belanja kas perbendaharaan bendahara".split()),
    "pegawai": frozenset("pegawai kepegawaian asn pns sdm personalia personil aparatur kinerja".split()),
    "umum": frozenset("surat persuratan naskah umum ketatausahaan usaha administrasi perjalanan tugas".split()),
    "kependudukan": frozenset("kependudukan penduduk adminduk capil sipil paten keluarga identitas".split()),
    "layanan": frozenset("izin ijin perizinan nonperizinan paten rekomendasi surat keterangan pengantar".split()),
}
_VAGUE = frozenset(
    "pelayanan layanan kegiatan tugas administrasi terpadu umum rutin internal masyarakat program dokumen berkas "
    "pekerjaan pelaksanaan pengelolaan penyelenggaraan sekretariat kerja".split()
)
"""Words of a title that may mean anything."""

_LETTERS = re.compile(r"[a-z]+")
_MIN_RESEMBLING = 5
_MAX_WORD = 18

_BY_KEY = {product.key: product for product in _PRODUCTS}


_FIRST = "[acdeiklmnprsw]"
"""The letters that names of products begin with."""


@cache
def _pattern() -> re.Pattern[str]:
    named = "|".join(f"(?P<p{index}>{product.pattern})" for index, product in enumerate(_PRODUCTS))
    return re.compile(f"(?<![a-z])(?={_FIRST})(?:{named})(?![a-z])")


def spaced(text: str) -> str:
    """The words of a text in lower case with one space between them."""
    return " ".join(words_of(text))


def products_in(words: str) -> tuple[Product, ...]:
    """Each product that a spaced text names, left to right, one at each place."""
    return _read(words)[0]


def without_products(words: str) -> str:
    """Spaced words without the names of products."""
    return _read(words)[1]


@lru_cache(maxsize=2048)
def _read(words: str) -> tuple[tuple[Product, ...], str]:
    """The products of a text and the words beside them; the same words are asked for several times."""
    found: list[Product] = []
    left: list[str] = []
    at = 0
    for match in _pattern().finditer(words):
        found.append(_PRODUCTS[int((match.lastgroup or "p0")[1:])])
        left.append(words[at : match.start()])
        at = match.end()
    return tuple(found), "".join([*left, words[at:]])


def is_part(product: str, title: frozenset[str]) -> bool:
    """Whether a procedure with these products may well speak of that one too."""
    return product in title or any(product in _BY_KEY[key].parts for key in title)


def in_parts(products: frozenset[str]) -> bool:
    """
    Whether a procedure with these products may speak of their parts and inputs only.

    Performance is planned, measured and reported in other documents. A Renja, though, that no step names is not made by
    steps on the Renstra.
    """
    return any(_BY_KEY[key].group == "kinerja" or key in ("pindah", "musrenbang") for key in products)


def product(key: str) -> Product:
    """The product of that key."""
    return _BY_KEY[key]


def resembles(words: frozenset[str], other: Product) -> bool:
    """Whether a word of a title is a misspelt or misread name of a product, or several words run together."""
    named = [word for word in _LETTERS.findall(other.pattern) if len(word) >= _MIN_RESEMBLING]
    return any(
        len(word) > _MAX_WORD
        or any(OSA.distance(word, name, score_cutoff=len(name) // 4) <= len(name) // 4 for name in named)
        for word in words
    )


def names_field(words: frozenset[str], group: str) -> bool:
    """Whether words of a title name a whole field of work."""
    return bool(words & _FIELDS[group])


def is_vague(words: frozenset[str]) -> bool:
    """Whether words of a title may mean anything."""
    return not words - _VAGUE
