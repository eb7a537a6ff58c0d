"""Ketika: the identity block and its dates."""

from __future__ import annotations

from specs.desk import Desk
from specs.vocabulary import when
from specs.words import KINDS, choice

KINDS["tanggal_sop"] = choice(
    {f"Tanggal {name}": f"Tanggal {name}" for name in ("Pembuatan", "Revisi", "Pengesahan", "Efektif")}
)


@when(
    id="label Tanggal Pengesahan tertulis {label:teks}",
    en="the label Tanggal Pengesahan reads {label:teks}",
    topic="identitas",
    about=("Mengganti kata label Tanggal Pengesahan.", "Changes the words of the label Tanggal Pengesahan."),
    example=(
        'label Tanggal Pengesahan tertulis "Tanggal Pengesahn"',
        'the label Tanggal Pengesahan reads "Tanggal Pengesahn"',
    ),
)
def approved_label(desk: Desk, label: str) -> None:
    """Changes the words of the label Tanggal Pengesahan."""
    desk.draft.approved_label = label


@when(
    id="{label:tanggal_sop} tertulis {day:teks}",
    en="{label:tanggal_sop} reads {day:teks}",
    topic="identitas",
    about=("Mengganti isi satu tanggal pada bagian identitas.", "Changes one date of the identity block."),
    example=('Tanggal Pengesahan tertulis "... Januari 2025"', 'Tanggal Pembuatan reads "11 Januari 2025"'),
)
def date_reads(desk: Desk, label: str, day: str) -> None:
    """Changes one date of the identity block."""
    desk.draft.dates[label] = day


@when(
    id="{label:tanggal_sop} tidak dicantumkan",
    en="{label:tanggal_sop} is left out",
    topic="identitas",
    about=("Menghapus satu tanggal beserta labelnya.", "Removes a date with its label."),
    example=("Tanggal Pengesahan tidak dicantumkan", "Tanggal Pengesahan is left out"),
)
def date_left_out(desk: Desk, label: str) -> None:
    """Removes a date with its label."""
    desk.draft.dates.pop(label, None)


@when(
    id="SOP disahkan pada tanggal {day:teks}",
    en="the SOP is approved on {day:teks}",
    topic="identitas",
    about=("Semua tanggal SOP menjadi hari itu, juga di atas tanda tangan.", "All dates of the SOP become that day."),
    example=('SOP disahkan pada tanggal "28 November 2014"', 'the SOP is approved on "14 Januari 2008"'),
)
def approved_on(desk: Desk, day: str) -> None:
    """All dates of the SOP become that day."""
    for label in ("Tanggal Pembuatan", "Tanggal Pengesahan", "Tanggal Efektif"):
        desk.draft.dates[label] = day
    desk.draft.signed_at[-1] = f"pada tanggal {day}"


@when(
    id="bagian identitas dihapus",
    en="the identity block is removed",
    topic="identitas",
    about=("Menghapus seluruh bagian identitas.", "Removes the whole identity block."),
)
def identity_removed(desk: Desk) -> None:
    """Removes the whole identity block."""
    desk.draft.identity = False


@when(
    id="nomor SOP tertulis {number:teks}",
    en="the SOP number reads {number:teks}",
    topic="identitas",
    about=("Mengganti nomor SOP; teks kosong mengosongkannya.", "Changes the number of the SOP; no words empty it."),
    example=('nomor SOP tertulis "000.7.2/No. 611.35/KEC/SOP/I/2025"', 'the SOP number reads "000.8.3.3/07/TS/I/2008"'),
)
def number_reads(desk: Desk, number: str) -> None:
    """Changes the number of the SOP; no words empty it."""
    desk.draft.number = number


@when(
    id="kop tertulis {letterhead:teks}",
    en="the letterhead reads {letterhead:teks}",
    topic="identitas",
    about=("Mengganti kop naskah.", "Changes the letterhead."),
    example=(
        'kop tertulis "KABUPATEN ARUNIKA KECAMATAN TAMAN SELASIH"',
        'the letterhead reads "KABUPATEN ARUNIKA KECAMATAN TAMAN SELASIH"',
    ),
)
def letterhead_reads(desk: Desk, letterhead: str) -> None:
    """Changes the letterhead."""
    desk.draft.letterhead = letterhead


@when(
    id="judul SOP diganti menjadi {title:teks}",
    en="the title of the SOP becomes {title:teks}",
    topic="identitas",
    about=("Mengganti judul SOP di semua tempat.", "Changes the title everywhere."),
    example=(
        'judul SOP diganti menjadi "PENGUMPULAN DATA KINERJA PEGAWAI"',
        'the title of the SOP becomes "PENYUSUNAN PERENCANAAN KINERJA"',
    ),
)
def title_changed(desk: Desk, title: str) -> None:
    """Changes the title everywhere."""
    desk.draft.title = title


@when(
    id="label dan isi bagian identitas terpisah",
    en="labels and values of the identity block are parted",
    topic="identitas",
    about=(
        "Semua label tercetak dahulu, lalu isinya, dan satu isian hilang: isian tidak dapat dipasangkan lagi.",
        "All labels, then the values, one of them lost: nothing tells any more what belongs to what.",
    ),
)
def identity_parted(desk: Desk) -> None:
    """Labels and values of the identity block lost each other."""
    desk.draft.identity_parted = True
