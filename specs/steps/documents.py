"""Dengan: the document of a scenario."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from specs.claims import MistakeError
from specs.desk import Desk
from specs.draft import Draft, Signatory
from specs.sources import FromFile, Paper, Script
from specs.steps.tables import nearest
from specs.vocabulary import given, step, when

_TABLE = """
  | No | Indikator Kinerja | Satuan | Target | Realisasi |
  | 1  | Nilai SAKIP       | Nilai  | 72,00  | 70,10     |"""
COMPLETE_REPORT = Path(__file__).resolve().parent.parent / "data" / "laporan-kinerja.md"


@given(
    id="SOP lengkap",
    en="a complete SOP",
    topic="dokumen",
    about=(
        "Memulai dengan SOP rekaan yang lengkap dan benar.",
        "Begins with an invented SOP that is complete and right.",
    ),
)
def complete(desk: Desk) -> None:
    """A complete SOP."""
    desk.begin(Draft())


@given(
    id="SOP lengkap yang pedomannya juga ditandatangani Camat",
    en="a complete SOP whose guide is signed by the Camat as well",
    topic="dokumen",
    about=("SOP lengkap yang tanda tangannya ada dua.", "A complete SOP with two signatures."),
)
def signed_guide(desk: Desk) -> None:
    """A complete SOP with a signature below the guide."""
    desk.begin(Draft(guide_signatory=Signatory("Camat Taman Selasih")))


@given(
    id="SOP lengkap tanpa dasar hukum dalam pedoman",
    en="a complete SOP without a legal basis in its guide",
    topic="dokumen",
    about=("Dasar hukum hanya ada pada formulir SOP.", "The legal basis stands in the form only."),
)
def no_guide_laws(desk: Desk) -> None:
    """A complete SOP whose guide names no laws."""
    desk.begin(Draft(guide_laws=False))


@given(
    id="naskah",
    en="the text",
    topic="dokumen",
    about=("Dokumennya adalah naskah di bawah langkah ini.", "The document is the text below this step."),
    argument="text",
    example=(
        'naskah\n  """\n  STANDAR OPERASIONAL PROSEDUR\n  PELAYANAN SURAT KETERANGAN\n  """',
        'the text\n  """\n  STANDAR OPERASIONAL PROSEDUR\n  PELAYANAN SURAT KETERANGAN\n  """',
    ),
)
def script(desk: Desk, text: str) -> None:
    """A text."""
    desk.begin(Script(text.rstrip("\n") + "\n"))


@given(
    id="laporan kinerja lengkap",
    en="a complete performance report",
    topic="dokumen",
    about=(
        "Memulai dengan laporan kinerja rekaan yang lengkap.",
        "Begins with an invented, complete performance report.",
    ),
)
def complete_report(desk: Desk) -> None:
    """A complete performance report."""
    desk.begin(Script(COMPLETE_REPORT.read_text(encoding="utf-8")))


@given(
    id="dokumen {title:teks} dengan tabel",
    en="the document {title:teks} with the table",
    topic="dokumen",
    about=(
        "Dokumen kinerja dengan judul itu dan tabel di bawahnya.",
        "A performance document of this title and table.",
    ),
    argument="table",
    example=(
        f'dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel{_TABLE}',
        f'the document "LAPORAN KINERJA TAHUN 2024" with the table{_TABLE}',
    ),
)
def performance_table(desk: Desk, title: str, table: Sequence[Sequence[str]]) -> None:
    """A performance document with one table."""
    paper = Paper(title)
    paper.add_table("Data Kinerja", [list(cells) for cells in table])
    desk.begin(paper)


@given(
    id=("dokumen {title:teks}", "dokumen kinerja {title:teks}"),
    en=("the document {title:teks}", "the performance document {title:teks}"),
    topic="dokumen",
    about=(
        "Memulai dokumen kinerja dengan judul itu; isinya ditambahkan oleh langkah berikutnya.",
        "Begins a performance document of this title; further steps add tables, text and signatures.",
    ),
    example=('dokumen "PERJANJIAN KINERJA TAHUN 2025"', 'the document "PERJANJIAN KINERJA TAHUN 2025"'),
)
def performance_document(desk: Desk, title: str) -> None:
    """A performance document without contents."""
    desk.begin(Paper(title))


@given(
    id=("SOP kosong", "SOP yang masih kosong"),
    en="an empty SOP",
    topic="dokumen",
    about=(
        "Memulai dengan SOP yang baru memuat nama pemiliknya; isinya ditambahkan oleh langkah berikutnya.",
        "Begins with an SOP that only names its owner; further steps fill it.",
    ),
)
def empty(desk: Desk) -> None:
    """An SOP in which nothing stands."""
    desk.begin(Draft.empty())


@given(
    id="berkas {path:teks}",
    en="the file {path:teks}",
    topic="dokumen",
    about=(
        "Dokumennya adalah berkas itu; letaknya dihitung dari folder spesifikasi ini.",
        "The document is that file; its place is told from the folder of the spec.",
    ),
    example=(
        'berkas "../fixtures/workbooks/capaian-percent-hidden.xls"',
        'the file "../../fixtures/workbooks/capaian-percent-hidden.xls"',
    ),
)
def from_file(desk: Desk, path: str) -> None:
    """A file."""
    desk.begin(_file(desk, path))


@given(
    id="dokumen ke-{number:bilangan} dari berkas {path:teks}",
    en="document {number:bilangan} of the file {path:teks}",
    topic="dokumen",
    about=(
        "Satu dari beberapa SOP yang dimuat sebuah berkas.",
        "One of several SOPs that a file holds.",
    ),
    example=(
        'dokumen ke-1 dari berkas "../fixtures/sop/steps-duplicate-second-of-two-sops.txt"',
        'document 2 of the file "../../fixtures/sop/steps-duplicate-second-of-two-sops.txt"',
    ),
)
def part_of_file(desk: Desk, number: int, path: str) -> None:
    """A document of a file with several."""
    desk.begin(_file(desk, path))
    _choose(desk, number)


@step(
    "given",
    "when",
    id=("dokumen ke-{number:bilangan} yang diperiksa", "SOP ke-{number:bilangan} yang diperiksa"),
    en="document {number:bilangan} is the one audited",
    topic="dokumen",
    about=(
        "Memilih satu dari beberapa SOP dalam naskah atau berkas.",
        "Chooses one of several SOPs of a text or file.",
    ),
    example=("dokumen ke-2 yang diperiksa", "document 2 is the one audited"),
)
def part_chosen(desk: Desk, number: int) -> None:
    """A document of a text with several."""
    _choose(desk, number)


def _choose(desk: Desk, number: int) -> None:
    if number < 1:
        raise MistakeError("Dokumen dihitung mulai dari 1.")
    desk.part = number


def _file(desk: Desk, path: str) -> FromFile:
    """The file that a scenario names."""
    place = desk.folder / path
    try:
        there = place.is_file()
    except (OSError, ValueError):
        there = False
    if not there:
        folder = place.parent if place.parent.is_dir() else desk.folder
        names = sorted(one.name for one in folder.iterdir()) if folder.is_dir() else []
        raise MistakeError(
            f"Tidak ada berkas {path!r}; letaknya dihitung dari folder spesifikasi, {desk.folder}."
            f"{nearest(place.name, names, known_all=False)}"
        )
    return FromFile(place, path)


@when(
    id="{words:teks} terbaca dari pindaian dengan kepastian {percent:bilangan} persen",
    en="{words:teks} is recognised in the scan with a certainty of {percent:bilangan} percent",
    topic="dokumen",
    about=(
        "Naskahnya seolah dibaca dari gambar: baris yang memuat kata itu kurang pasti, baris lain jelas.",
        "The text as if it were recognised in a picture: the lines with these words are unsure, others clear.",
    ),
    example=(
        '"131234567" terbaca dari pindaian dengan kepastian 80 persen',
        '"ANGGARAKSO" is recognised in the scan with a certainty of 60 percent',
    ),
)
def recognised(desk: Desk, words: str, percent: int) -> None:
    """The text as if it were recognised in a picture."""
    if words not in desk.text:
        raise MistakeError(f"Naskah tidak memuat {words!r}.")
    desk.unsure[words] = percent


@when(
    id="naskah terputus sesudah {words:teks}",
    en="the text ends after {words:teks}",
    topic="dokumen",
    about=(
        "Naskah berakhir sesudah kata itu, seperti bila halaman berikutnya hilang.",
        "The text ends after these words, as where pages are missing.",
    ),
    example=(
        'naskah terputus sesudah "2. SOP Penyusunan Laporan Kinerja"',
        'the text ends after "2. SOP Penyusunan Laporan Kinerja"',
    ),
)
def ends_after(desk: Desk, words: str) -> None:
    """The text ends after these words."""
    if words not in desk.text:
        raise MistakeError(f"Naskah tidak memuat {words!r}.")
    desk.cut_after = words
