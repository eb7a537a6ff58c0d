"""
Invented SOPs as data: who, what, when; with all in order, or with one defect planted.

Offices, regions, people and numbers are made up. Titles of national regulations are real.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Literal

Signed = Literal["ttd", "picture", "nothing"]


@dataclass(frozen=True, slots=True)
class Person:
    """Who approves."""

    office: str
    name: str
    rank: str
    nip: str


@dataclass(frozen=True, slots=True)
class Act:
    """One step."""

    text: str
    actor: int | None
    """Index into the actors of the SOP; None where nobody is marked."""
    needs: str
    time: str
    output: str
    number: int
    decides: bool = False

    @property
    def minutes(self) -> int | None:
        """Of `time`."""
        return int(self.time.split()[0]) if self.time else None


@dataclass(frozen=True, slots=True)
class Procedure:
    """One SOP."""

    region: str
    unit: str
    number: str
    created: str
    approved: str
    effective: str
    title: str
    approver: Person
    signer: Person
    """Who signs below; the same person unless that is the defect."""
    place: str
    legal_basis: tuple[str, ...]
    qualifications: tuple[str, ...]
    related: tuple[str, ...]
    equipment: tuple[str, ...]
    warning: str
    records: tuple[str, ...]
    actors: tuple[str, ...]
    acts: tuple[Act, ...]
    signed: Signed = "ttd"


@dataclass(frozen=True, slots=True)
class _Topic:
    unit: str
    office: str
    code: str
    title: str
    legal_basis: tuple[str, ...]
    qualifications: tuple[str, ...]
    related: tuple[str, ...]
    equipment: tuple[str, ...]
    warning: str
    records: tuple[str, ...]
    actors: tuple[str, ...]
    acts: tuple[tuple[str, int, str, int, str], ...]
    """Text, actor, needs, minutes, output; the text of a decision names the number of another step."""


_REGIONS: Final = ("BATU KENCANA", "RANTAU PELANGI", "TIRTA PANDANSARI", "RIMBA PALAWA", "TELUK CEMPAKA")
_PEOPLE: Final = (
    ("LAKSMANA WIRABUMI, S.Sos., M.Si.", "Pembina Utama Muda (IV/c)", "19700412 199603 1", 3),
    ("DEWI ANGGRAINI PUSPASARI, S.E., M.M.", "Pembina Utama Muda (IV/c)", "19731125 199803 2", 1),
    ("BAGAS NARENDRATAMA, S.H., M.H.", "Pembina Utama Muda (IV/c)", "19690908 199503 1", 4),
    ("RATNA KUSUMAWARDHANI, S.Kom., M.T.", "Pembina Utama Muda (IV/c)", "19750617 200012 2", 2),
)
_DATES: Final = (
    ("3 Februari 2025", "10 Februari 2025", "17 Februari 2025", "II/2025"),
    ("5 Mei 2025", "14 Mei 2025", "2 Juni 2025", "V/2025"),
    ("4 Agustus 2025", "11 Agustus 2025", "1 September 2025", "VIII/2025"),
)
_MENPAN: Final = "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"
_GUIDE: Final = (
    f"{_MENPAN} Nomor 35 Tahun 2012 tentang Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan"
)
_SERVICE: Final = "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik"

TOPICS: Final = (
    _Topic(
        "DINAS KOMUNIKASI DAN INFORMATIKA", "KEPALA DINAS KOMUNIKASI DAN INFORMATIKA", "DISKOMINFO",
        "PENGELOLAAN PENGADUAN MASYARAKAT",
        (
            _SERVICE,
            "Peraturan Presiden Nomor 95 Tahun 2018 tentang Sistem Pemerintahan Berbasis Elektronik",
            _GUIDE,
            "Peraturan Bupati {region} Nomor 33 Tahun 2023 tentang Pengelolaan Pengaduan Pelayanan Publik",
        ),
        ("Memahami standar pelayanan publik", "Mampu menggunakan aplikasi pengaduan",
         "Mampu berkomunikasi secara santun"),
        ("SOP Pengelolaan Informasi Publik", "SOP Pengelolaan Aplikasi Layanan"),
        ("Aplikasi pengaduan", "Komputer dan jaringan internet", "Telepon"),
        "Apabila pengaduan tidak ditanggapi tepat waktu, maka pengaduan diteruskan kepada Ombudsman.",
        ("Register pengaduan", "Laporan pengaduan bulanan"),
        ("Kepala Dinas", "Kabid Informasi", "Pranata Humas", "Operator"),
        (
            ("Menerima pengaduan dari aplikasi", 3, "Pengaduan", 10, "Pengaduan tercatat"),
            ("Menelaah dan mengelompokkan pengaduan", 2, "Pengaduan tercatat", 30, "Pengaduan terkelompok"),
            ("Memeriksa kelompok pengaduan, bila keliru dikembalikan ke nomor 2", 1, "Pengaduan terkelompok", 15,
             "Kelompok diparaf"),
            ("Menentukan perangkat daerah penanggung jawab", 1, "Kelompok diparaf", 20, "Lembar penerusan"),
            ("Meneruskan pengaduan kepada perangkat daerah", 3, "Lembar penerusan", 10, "Bukti penerusan"),
            ("Menghimpun tanggapan perangkat daerah", 3, "Bukti penerusan", 60, "Himpunan tanggapan"),
            ("Menyusun konsep jawaban", 2, "Himpunan tanggapan", 45, "Konsep jawaban"),
            ("Memeriksa konsep jawaban, bila keliru dikembalikan ke nomor 7", 1, "Konsep jawaban", 20,
             "Konsep berparaf"),
            ("Menyetujui jawaban", 0, "Konsep berparaf", 15, "Jawaban disetujui"),
            ("Mengirim jawaban kepada pengadu", 3, "Jawaban disetujui", 12, "Bukti kirim jawaban"),
            ("Menyusun rekapitulasi pengaduan bulanan", 2, "Register pengaduan", 90, "Rekapitulasi bulanan"),
            ("Menandatangani rekapitulasi pengaduan bulanan", 0, "Rekapitulasi bulanan", 5, "Laporan bulanan"),
            ("Mengarsipkan pengaduan dan jawaban", 3, "Jawaban disetujui, bukti kirim", 25, "Arsip pengaduan"),
        ),
    ),
    _Topic(
        "DINAS TENAGA KERJA", "KEPALA DINAS TENAGA KERJA", "DISNAKER", "PELAYANAN KARTU PENCARI KERJA",
        (
            "Undang-Undang Nomor 13 Tahun 2003 tentang Ketenagakerjaan",
            _SERVICE,
            _GUIDE,
            "Peraturan Bupati {region} Nomor 27 Tahun 2022 tentang Penempatan Tenaga Kerja Daerah",
        ),
        ("Memahami administrasi ketenagakerjaan", "Mampu melayani dengan santun"),
        ("SOP Pelayanan Informasi Pasar Kerja", "SOP Pelatihan Tenaga Kerja"),
        ("Komputer", "Aplikasi ketenagakerjaan", "Pencetak kartu"),
        "Apabila data pencari kerja keliru, maka lowongan yang ditawarkan tidak sesuai.",
        ("Register pencari kerja", "Buku tanda terima kartu"),
        ("Kepala Dinas", "Kabid Penempatan", "Pengantar Kerja", "Petugas Loket"),
        (
            ("Menerima permohonan kartu", 3, "KTP, ijazah, pasfoto", 5, "Berkas permohonan"),
            ("Memeriksa kelengkapan berkas, bila kurang dikembalikan ke nomor 1", 3, "Berkas permohonan", 8,
             "Berkas lengkap"),
            ("Memberi nomor antrean wawancara", 3, "Berkas lengkap", 2, "Nomor antrean"),
            ("Mewawancarai pencari kerja", 2, "Nomor antrean, berkas lengkap", 15, "Catatan minat"),
            ("Memasukkan data ke aplikasi", 3, "Catatan minat", 10, "Data pencari kerja"),
            ("Memverifikasi data, bila keliru dikembalikan ke nomor 5", 1, "Data pencari kerja", 12,
             "Data terverifikasi"),
            ("Menyusun daftar lowongan yang sesuai", 2, "Data terverifikasi", 20, "Daftar lowongan"),
            ("Mencetak kartu pencari kerja", 3, "Data terverifikasi", 6, "Kartu pencari kerja"),
            ("Membubuhkan paraf pada kartu", 1, "Kartu pencari kerja", 3, "Kartu berparaf"),
            ("Mengesahkan kartu pencari kerja", 0, "Kartu berparaf", 5, "Kartu disahkan"),
            ("Menyerahkan kartu dan daftar lowongan kepada pemohon", 3, "Kartu disahkan, daftar lowongan", 4,
             "Tanda terima kartu"),
            ("Menyusun rekapitulasi kartu mingguan", 2, "Tanda terima kartu", 30, "Rekapitulasi mingguan"),
            ("Mengarsipkan berkas permohonan", 3, "Berkas lengkap", 7, "Arsip permohonan"),
        ),
    ),
    _Topic(
        "INSPEKTORAT DAERAH", "INSPEKTUR", "ITDA", "EVALUASI AKUNTABILITAS KINERJA INSTANSI PEMERINTAH",
        (
            "Peraturan Pemerintah Nomor 60 Tahun 2008 tentang Sistem Pengendalian Intern Pemerintah",
            "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah",
            _GUIDE,
            (f"{_MENPAN} Nomor 53 Tahun 2014 tentang Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata "
            "Cara Reviu atas Laporan Kinerja Instansi Pemerintah"),
            f"{_MENPAN} Nomor 88 Tahun 2021 tentang Evaluasi Akuntabilitas Kinerja Instansi Pemerintah",
            ("Peraturan Bupati {region} Nomor 18 Tahun 2022 tentang Pedoman Evaluasi Akuntabilitas Kinerja Instansi "
            "Pemerintah"),
        ),
        ("Memahami komponen evaluasi akuntabilitas kinerja", "Memiliki sertifikat pelatihan evaluasi",
         "Objektif dan menjaga kerahasiaan hasil evaluasi"),
        ("SOP Penyusunan Program Kerja Pengawasan Tahunan", "SOP Pemantauan Tindak Lanjut Hasil Pengawasan"),
        ("Lembar kerja evaluasi", "Komputer", "Dokumen perencanaan dan pelaporan perangkat daerah"),
        "Apabila evaluasi tidak selesai sesuai jadwal, maka perangkat daerah tidak menerima rekomendasi sebelum tahun "
        "anggaran baru.",
        ("Kertas kerja evaluasi", "Laporan hasil evaluasi"),
        ("Inspektur", "Sekretaris", "Irban", "Ketua Tim", "Anggota Tim"),
        (
            ("Menugaskan tim evaluasi", 0, "Program kerja pengawasan", 60, "Surat tugas"),
            ("Menyusun rencana dan jadwal evaluasi", 3, "Surat tugas", 180, "Rencana evaluasi"),
            ("Mengumpulkan dokumen perangkat daerah", 4, "Rencana evaluasi", 420, "Daftar dokumen"),
            ("Menilai dokumen dengan lembar kerja evaluasi", 4, "Daftar dokumen, lembar kerja", 400,
             "Kertas kerja evaluasi"),
            ("Mereviu kertas kerja evaluasi, bila kurang dikembalikan ke nomor 4", 3, "Kertas kerja evaluasi", 240,
             "Kertas kerja direviu"),
            ("Mengonfirmasi hasil sementara kepada perangkat daerah", 2, "Kertas kerja direviu", 150,
             "Berita acara konfirmasi"),
            ("Menyusun konsep laporan hasil evaluasi", 3, "Berita acara konfirmasi", 360, "Konsep laporan"),
            ("Memeriksa konsep laporan hasil evaluasi, bila kurang dikembalikan ke nomor 7", 2, "Konsep laporan", 170,
             "Konsep berparaf"),
            ("Menandatangani laporan hasil evaluasi", 0, "Konsep berparaf", 45, "Laporan hasil evaluasi"),
            ("Mengirim laporan kepada perangkat daerah", 1, "Laporan hasil evaluasi", 110, "Tanda terima laporan"),
            ("Mencatat rekomendasi dalam daftar tindak lanjut", 1, "Laporan hasil evaluasi", 75,
             "Daftar tindak lanjut"),
            ("Mengarsipkan kertas kerja dan laporan", 4, "Laporan hasil evaluasi, kertas kerja", 55,
             "Arsip evaluasi"),
        ),
    ),
)  # fmt: skip


def invented(seed: int, topic: int | None = None) -> Procedure:
    """An SOP with all in order."""
    luck = random.Random(seed)
    about = TOPICS[seed % len(TOPICS) if topic is None else topic]
    region, dates = luck.choice(_REGIONS), luck.choice(_DATES)
    name, rank, nip, serial = luck.choice(_PEOPLE)
    approver = Person(about.office, name, rank, f"{nip} {serial:03}")
    return Procedure(
        region=region,
        unit=about.unit,
        number=f"000.8.3.3/{luck.randint(2, 40):02}/{about.code}/{dates[3]}",
        created=dates[0],
        approved=dates[1],
        effective=dates[2],
        title=about.title,
        approver=approver,
        signer=approver,
        place=region.title(),
        legal_basis=tuple(one.format(region=region.title()) for one in about.legal_basis),
        qualifications=about.qualifications,
        related=about.related,
        equipment=about.equipment,
        warning=about.warning,
        records=about.records,
        actors=about.actors,
        acts=tuple(
            Act(text, actor, needs, f"{minutes} menit", output, at, decides="dikembalikan" in text)
            for at, (text, actor, needs, minutes, output) in enumerate(about.acts, 1)
        ),
    )


def _changed(one: Procedure, at: int, **values: object) -> Procedure:
    acts = list(one.acts)
    acts[at] = replace(acts[at], **values)
    return replace(one, acts=tuple(acts))


def _with_step_twice(one: Procedure) -> Procedure:
    """The last but one step is done again, before the last."""
    acts = [*one.acts[:-1], replace(one.acts[-2]), one.acts[-1]]
    return replace(one, acts=tuple(replace(act, number=at) for at, act in enumerate(acts, 1)))


def _with_other_nip(one: Procedure) -> Procedure:
    swapped = one.signer.nip[:2] + one.signer.nip[3] + one.signer.nip[2] + one.signer.nip[4:]
    return replace(one, signer=replace(one.signer, nip=swapped))


def _without_number(one: Procedure) -> Procedure:
    """The last three numbers jump over one; no step refers to them."""
    last = len(one.acts) - 2
    return replace(one, acts=tuple(replace(act, number=act.number + (act.number >= last)) for act in one.acts))


DEFECTS: Final[dict[str, tuple[str, Callable[[Procedure], Procedure]]]] = {
    "legal-missing": ("legal/missing", lambda one: replace(one, legal_basis=())),
    "step-twice": ("steps/duplicate", _with_step_twice),
    "nip-differs": ("person/nip-mismatch", _with_other_nip),
    "actor-unknown": (
        "steps/actor-not-in-columns",
        lambda one: _changed(one, 8, text=f"Kepala Kantor {one.acts[8].text[0].lower()}{one.acts[8].text[1:]}"),
    ),
    "actor-missing": ("steps/pelaksana-unmarked", lambda one: _changed(one, 6, actor=None)),
    "time-missing": ("steps/time-missing", lambda one: _changed(one, 4, time="")),
    "output-missing": ("steps/output-missing", lambda one: _changed(one, 6, output="")),
    "number-missing": ("steps/numbering-gap", _without_number),
    "dates-turned": ("identity/date-order", lambda one: replace(one, created=one.effective, effective=one.created)),
    "number-empty": ("identity/field-empty", lambda one: replace(one, number="")),
    "unsigned": ("approval/unsigned", lambda one: replace(one, signed="nothing")),
}
"""What can be planted: the rule that finds it, and how."""


def planted(one: Procedure, defect: str) -> Procedure:
    """The SOP with one defect of `DEFECTS`, or as it was for ``clean``."""
    return one if defect == "clean" else DEFECTS[defect][1](one)
