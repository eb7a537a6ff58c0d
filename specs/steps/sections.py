"""Ketika: scope, sections and boxes of the SOP."""

from __future__ import annotations

from specs.claims import MistakeError
from specs.desk import Desk
from specs.draft import QUALIFICATIONS, RELATED, WARNING
from specs.vocabulary import when
from specs.words import KINDS, choice

KINDS["kotak"] = choice(
    {
        name: name
        for name in (
            "Dasar Hukum",
            "Kualifikasi Pelaksana",
            "Keterkaitan",
            "Peralatan/Perlengkapan",
            "Peringatan",
            "Pencatatan dan Pendataan",
        )
    }
)
KINDS["isi_kotak"] = choice(
    {"judul": "judul", "isi": "isi", "kotak": "kotak"}, {"heading": "judul", "contents": "isi", "box": "kotak"}
)


@when(
    id="maksud dan tujuan pedoman berbunyi {text:teks}",
    en="the purpose in the guide reads {text:teks}",
    topic="bagian",
    about=("Mengganti maksud dan tujuan dalam pedoman.", "Changes the purpose in the guide."),
    example=(
        'maksud dan tujuan pedoman berbunyi "Memberi arahan bagi semua seksi di Kecamatan Taman Selasi."',
        'the purpose in the guide reads "Memberi arahan bagi semua seksi di Kecamatan Taman Selasi."',
    ),
)
def purpose_reads(desk: Desk, text: str) -> None:
    """Changes the purpose in the guide."""
    desk.draft.purpose = text


@when(
    id="pedoman memuat bagian",
    en="the guide holds the section",
    topic="bagian",
    about=(
        "Menambah satu bagian, judul lalu isinya, pada pedoman.",
        "Adds a section, heading and lines, to the guide.",
    ),
    argument="text",
    example=(
        'pedoman memuat bagian\n  """\n  IV. Mekanisme\n\n  Data dikumpulkan setiap triwulan.\n  """',
        'the guide holds the section\n  """\n  IV. Mekanisme\n\n  Data dikumpulkan setiap triwulan.\n  """',
    ),
)
def guide_section(desk: Desk, text: str) -> None:
    """Adds a section, heading and lines, to the guide."""
    desk.draft.mechanism += [*([""] if desk.draft.mechanism else []), *text.splitlines()]


@when(
    id="kualifikasi pelaksana berisi {items:kata}",
    en="the qualifications are {items:kata}",
    topic="bagian",
    about=(
        "Mengganti kualifikasi; butir dipisahkan titik koma.",
        "Changes the qualifications; items are parted by semicolons.",
    ),
    example=(
        "kualifikasi pelaksana berisi Camat; Sekretaris Kecamatan; Memahami SAKIP",
        "the qualifications are Memahami tugas Camat; Pendidikan minimal D3; PNS golongan III; Sekretaris Kecamatan",
    ),
)
def qualifications(desk: Desk, items: str) -> None:
    """Changes the qualifications; items are parted by semicolons."""
    desk.draft.fill(QUALIFICATIONS)
    desk.draft.qualifications = items.split("; ")


@when(
    id="keterkaitan berisi {items:kata}",
    en="the related SOPs are {items:kata}",
    topic="bagian",
    about=(
        "Mengganti keterkaitan; butir dipisahkan titik koma.",
        "Changes the related SOPs; items are parted by semicolons.",
    ),
    example=(
        "keterkaitan berisi Renja/RKT Tahun 2024; Renja Tahun 2023",
        "the related SOPs are SOP Pengukuran Kinerja; SOP Penyusunan Laporan Kinerja; SOP Reviu Laporan Kinerja",
    ),
)
def related(desk: Desk, items: str) -> None:
    """Changes the related SOPs; items are parted by semicolons."""
    desk.draft.fill(RELATED)
    desk.draft.related = items.split("; ")


@when(
    id="keterkaitan berlanjut di halaman berikutnya sesudah butir {number:bilangan}",
    en="the related SOPs go on on the next page after item {number:bilangan}",
    topic="bagian",
    about=("Halaman berganti di tengah keterkaitan.", "The page ends within the related SOPs."),
    example=(
        "keterkaitan berlanjut di halaman berikutnya sesudah butir 2",
        "the related SOPs go on on the next page after item 2",
    ),
)
def related_broken(desk: Desk, number: int) -> None:
    """The page ends within the related SOPs."""
    desk.draft.related_break_after = number


@when(
    id="{part:isi_kotak} {box:kata} dihapus dari formulir",
    en="the {part:isi_kotak} {box:kata} is removed from the form",
    topic="bagian",
    about=(
        "Menghapus judul, isi, atau seluruh kotak formulir.",
        "Removes heading, contents, or all of a box of the form.",
    ),
    example=(
        "kotak Pencatatan dan Pendataan dihapus dari formulir",
        "the box Kualifikasi Pelaksana is removed from the form",
    ),
)
def box_lacks(desk: Desk, part: str, box: str) -> None:
    """Removes heading, contents, or all of a box of the form."""
    if box not in desk.draft.text:
        raise MistakeError(f"Formulir SOP ini tidak memuat {box!r}.")
    desk.draft.lacking[box] = part


@when(
    id="peringatan berbunyi {text:teks}",
    en="the warning reads {text:teks}",
    topic="bagian",
    about=("Mengganti peringatan.", "Changes the warning."),
    example=(
        'peringatan berbunyi "Laksanakan prosedur ini sesuai jadwal"',
        'the warning reads "Jika SOP ini tidak dilaksanakan pengukuran kinerja terhambat"',
    ),
)
def warning_reads(desk: Desk, text: str) -> None:
    """Changes the warning."""
    desk.draft.fill(WARNING)
    desk.draft.warning = text


@when(
    id="naskah menulis {others:teks} sebagai ganti {words:teks}",
    en="the text has {others:teks} in place of {words:teks}",
    topic="bagian",
    about=(
        "Mengganti kata yang pertama kali ditemukan dalam naskah.",
        "Changes words where they first stand in the text.",
    ),
    example=(
        'naskah menulis "EDISI PERTAMA**" sebagai ganti "TAHUN 2025**"',
        'the text has "TAHUN 2008" in place of "TAHUN 2025"',
    ),
)
def rewritten(desk: Desk, others: str, words: str) -> None:
    """Changes words where they first stand in the text."""
    if words not in desk.text:
        raise MistakeError(f"Naskah tidak memuat {words!r}.")
    desk.rewritten.append((words, others))


@when(
    id="pedoman memuat penanggung jawab {offices:teks}",
    en="the guide names those in charge: {offices:teks}",
    topic="bagian",
    about=(
        "Menambah daftar penanggung jawab pada pedoman; dipisahkan titik koma.",
        "Adds those in charge to the guide; parted by semicolons.",
    ),
    example=(
        'pedoman memuat penanggung jawab "Camat; Sekretaris Kecamatan; Kasi Pelayanan"',
        'the guide names those in charge: "Camat; Sekretaris Kecamatan; Kasi Pelayanan"',
    ),
)
def in_charge(desk: Desk, offices: str) -> None:
    """Adds those in charge to the guide; parted by semicolons."""
    desk.draft.mechanism += [
        "IV. Pengorganisasian",
        "",
        *(f"- {mark}. Unit {mark} : {one}" for mark, one in zip("abcdef", offices.split("; "), strict=False)),
    ]


@when(
    id="isi {box:kotak} terlepas dari judulnya",
    en="the contents of {box:kotak} are parted from their heading",
    topic="bagian",
    about=(
        "Judul kotak itu terbaca di tengah baris lain, sehingga isinya tidak dapat dipasangkan.",
        "The heading stands in the midst of another line, so that nothing tells what is in the box.",
    ),
    example=("isi Dasar Hukum terlepas dari judulnya", "the contents of Peringatan are parted from their heading"),
)
def adrift(desk: Desk, box: str) -> None:
    """The heading of a box stands in the midst of another line."""
    desk.draft.adrift.append(box)
